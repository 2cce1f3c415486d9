"""What a long day may use up: memory, handles, threads, objects of Qt."""

import ctypes
import statistics
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path

from PySide6.QtCore import QObject, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

MEGABYTE, FEW = 1_000_000, 12
PAGES = Path("/proc/self/statm")
PAGE_BYTES = 4096
HANDLES, THREADS = Path("/proc/self/fd"), Path("/proc/self/task")
NAMES = ("memory in MB", "handles", "threads", "widgets", "objects")


@dataclass(frozen=True)
class Gauges:
    """What is used at one moment; 0 where the system does not tell."""

    memory: float
    handles: int
    threads: int
    widgets: int
    objects: int

    def __str__(self) -> str:
        return (
            f"{self.memory:.1f} MB, {self.handles} handles, {self.threads} threads, {self.widgets} widgets, "
            f"{self.objects} objects"
        )


def resident() -> float:
    """Return how much memory this process holds, in megabytes."""
    return int(PAGES.read_text("ascii").split()[1]) * PAGE_BYTES / MEGABYTE if PAGES.exists() else 0.0


def give_back() -> None:
    """Let the system's allocator give back what nobody uses; elsewhere than with glibc it does as it likes."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)


def read() -> Gauges:
    """Look at what is used now. Every widget, and what belongs to it, is counted."""
    give_back()
    app = QApplication.instance()
    widgets = QApplication.allWidgets()
    roots: list[QObject] = [each for each in widgets if each.parent() is None]
    if app is not None:
        roots.append(app)
    handles, threads = (sum(1 for _ in each.iterdir()) if each.exists() else 0 for each in (HANDLES, THREADS))
    return Gauges(resident(), handles, threads, len(widgets), sum(map(_size_of_tree, roots)))


def _size_of_tree(root: QObject) -> int:
    """Count an object and all below it.

    Qt names them, a line for each. Were they asked for by `findChildren`, PySide would keep what it makes for those
    that are not ours as long as the root lives, and the walk would measure its own gauge.
    """
    named: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _where, line: named.append(line))
    root.dumpObjectTree()
    qInstallMessageHandler(before)
    return len(named)


def growth(seen: Sequence[Gauges]) -> dict[str, float]:
    """Return how much more of each is used in the last third of the looks than in the second; empty for too few.

    In the first days something is done for the first time again and again, and what it needs is loaded.
    """
    if len(seen) < FEW:
        return {}
    third = len(seen) // 3
    earlier, later = seen[third : 2 * third], seen[2 * third :]
    columns = zip(zip(*map(astuple, earlier), strict=True), zip(*map(astuple, later), strict=True), strict=True)
    return {
        name: statistics.median(after) - statistics.median(before)
        for name, (before, after) in zip(NAMES, columns, strict=True)
    }
