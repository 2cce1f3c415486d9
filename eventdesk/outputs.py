"""Which files this computer has written for people, so that those with names in them can be found and deleted later.

One line for each file in a list beside the log: when, where, how large, when it was changed last. What it is about does
not stand there. A desk works as well without the list.
"""

import json
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from eventdesk import log
from eventdesk.codes import Holding

LIST = "written.jsonl"
_MOST = 20_000
"""So many lines are read, the newest: enough for years."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file that was written `at` a time (aware); `untouched` if nobody has changed it since."""

    path: Path
    at: datetime
    untouched: bool


@dataclass(slots=True)
class Content:
    """What a file holds, and how many of it: who writes the file fills it in. `people`: whom it is about alone."""

    holding: Holding = Holding.PAPER
    amount: int = 0
    people: tuple[int, ...] = ()


Hear = Callable[[Path, Content], None]
_HANDED = logging.getLogger("eventdesk.handed")
"""Speaks of files to whoever listens just then; nothing of it goes into a log."""
_HANDED.propagate = False
_HANDED.setLevel(logging.INFO)


class _Ear(logging.Handler):
    """Hears of what one thread writes."""

    def __init__(self, hear: Hear) -> None:
        super().__init__()
        self._hear, self._thread = hear, threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """Pass a file on."""
        if record.thread == self._thread and isinstance(record.args, dict):
            self._hear(record.args["path"], record.args["content"])


@contextmanager
def heard(hear: Hear) -> Iterator[None]:
    """Tell `hear` of each file that is noted inside, in this thread."""
    ear = _Ear(hear)
    _HANDED.addHandler(ear)
    try:
        yield
    finally:
        _HANDED.removeHandler(ear)


def note(path: Path, content: Content | None = None) -> None:
    """Add a file that was just written."""
    _HANDED.info("handed over", {"path": path, "content": content or Content()})
    with suppress(OSError):
        path = path.resolve()
        facts = path.stat()
        line = json.dumps([datetime.now(UTC).isoformat(), str(path), facts.st_size, facts.st_mtime_ns])
        folder = log.folder()
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / LIST).open("a", encoding="utf-8") as listed:
            listed.write(f"{line}\n")


def written_since(moment: datetime) -> list[Output]:
    """Return the files written since a moment that are still there, each once, the newest first."""
    found: dict[Path, Output] = {}
    for at, path, size, changed in _lines():
        if at >= moment and path.is_file():
            facts = path.stat()
            found[path] = Output(path, at, (facts.st_size, facts.st_mtime_ns) == (size, changed))
    return sorted(found.values(), key=lambda each: each.at, reverse=True)


def strike_out_missing() -> None:
    """Take the files that are not there any more off the list."""
    lines = [line for line in _lines() if line[1].exists()]
    with suppress(OSError):
        text = "".join(f"{json.dumps([at.isoformat(), str(path), size, at_ns])}\n" for at, path, size, at_ns in lines)
        (log.folder() / LIST).write_text(text, encoding="utf-8")


def _lines() -> Iterator[tuple[datetime, Path, int, int]]:
    try:
        text = (log.folder() / LIST).read_text("utf-8", errors="replace")
    except OSError:
        return
    for line in text.splitlines()[-_MOST:]:
        with suppress(ValueError, TypeError, OverflowError, RecursionError, OSError):
            at, path, size, changed = json.loads(line)
            written = (datetime.fromisoformat(at).astimezone(UTC), Path(path), int(size), int(changed))
            written[1].exists()  # a name that no disk takes is an OSError
            yield written
