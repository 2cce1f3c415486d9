"""Where a finished PDF goes to be printed, and what became of it.

A folder is a printer too: for rehearsals, and for the hour in which no other one works.
"""

import re
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol, runtime_checkable

from eventdesk.badges.printers import raster
from eventdesk.badges.printers.raster import Placing
from eventdesk.codes import Fault, PrinterTrouble
from eventdesk.errors import KnownError
from eventdesk.files import handing_over, replacing

_NUMBER = re.compile(r"\A(\d{4,})(?: .*)?\.pdf\Z", re.IGNORECASE | re.DOTALL)
_FORBIDDEN = frozenset('/\\:*?"<>|')
_LONGEST = 60


class Sides(StrEnum):
    """How many sides of a sheet are printed on, and along which edge it is turned."""

    ONE = "one-sided"
    LONG_EDGE = "two-sided-long-edge"
    SHORT_EDGE = "two-sided-short-edge"


class JobState(StrEnum):
    """What became of a job."""

    SENDING = "sending"
    WAITING = "waiting"
    HELD = "held"
    """The printer is paused, or lacks something: the job waits in its queue until somebody looks after it."""
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """One PDF on its way. `id` is unique among the jobs of its spooler."""

    id: str
    title: str
    printer: str


@dataclass(frozen=True, slots=True)
class Progress:
    """The state of a job; `reason` is what the printer's system says about it, `trouble` what we make of that."""

    state: JobState
    reason: str = ""
    trouble: PrinterTrouble | None = None


class Spooler(Protocol):
    """Takes PDFs to be printed. `name` is what the print log calls it."""

    @property
    def name(self) -> str:
        """What people call this printer."""

    def submit(self, pdf: Path, title: str, size_mm: tuple[float, float]) -> Job:
        """Take over a PDF whose pages are `size_mm` wide and high; the file may be deleted afterwards.

        Never waits for the printer. Raises `KnownError` PRINTER, DISK_FULL or CANNOT_WRITE.
        """

    def state(self, job: Job) -> Progress:
        """Say what became of a job. Raises `KnownError` PRINTER if the printer's system does not answer."""


@runtime_checkable
class Withdrawing(Protocol):
    """A spooler that can take a job back as long as it waits."""

    def withdraw(self, job: Job) -> bool:
        """Take a job back; returns whether it is certain that it will not come out any more."""


class PlacedSpooler:
    """Lays every page as one printer needs it, and hands it to that printer."""

    def __init__(self, printer: Spooler, placing: Placing) -> None:
        self._printer, self._placing = printer, placing

    @property
    def name(self) -> str:
        """The name of the printer."""
        return self._printer.name

    def submit(self, pdf: Path, title: str, size_mm: tuple[float, float]) -> Job:
        """Move, turn and stretch the pages, then hand them over."""
        with tempfile.TemporaryDirectory(prefix="eventdesk-") as folder:
            laid = Path(folder) / "page.pdf"
            with replacing(laid) as making:
                raster.place(pdf, making, self._placing)
            return self._printer.submit(laid, title, self._placing.size(size_mm))

    def state(self, job: Job) -> Progress:
        """Say what became of a job."""
        return self._printer.state(job)

    def withdraw(self, job: Job) -> bool:
        """Take a job back, if the printer can."""
        return withdraw(self._printer, job)


def printer_fault(printer: str, trouble: PrinterTrouble, reason: str = "") -> KnownError:
    """Return the fault of a printer. `reason`: what its system says."""
    return KnownError(Fault.PRINTER, printer=printer, trouble=trouble.value, reason=reason)


def withdraw(spooler: Spooler, job: Job) -> bool:
    """Take a job back; returns whether it is certain that it will not come out any more."""
    return isinstance(spooler, Withdrawing) and spooler.withdraw(job)


class FolderSpooler:
    """Puts PDFs into a folder, numbered in the order in which they came: "0007 Elif Demirtaş.pdf"."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def name(self) -> str:
        """The folder's own name."""
        return self.folder.name or str(self.folder)

    def submit(self, pdf: Path, title: str, size_mm: tuple[float, float]) -> Job:  # noqa: ARG002 - the PDF knows its size
        """Copy the PDF into the folder; each file appears whole or not at all."""
        number = max(self._numbers(), default=0) + 1
        path = self.folder / f"{number:04d} {safe_name(title)}".strip()
        path = path.with_name(f"{path.name}.pdf")
        with handing_over(path, overwrite=False) as making:
            self.folder.mkdir(parents=True, exist_ok=True)
            making.write_bytes(pdf.read_bytes())
        return Job(path.name, title, self.name)

    def state(self, job: Job) -> Progress:  # noqa: ARG002 - what lies in the folder is done
        """Say that the job is done: that somebody took the file away is what the folder is for."""
        return Progress(JobState.DONE)

    def _numbers(self) -> Iterator[int]:
        if self.folder.is_dir():
            for entry in self.folder.iterdir():
                found = _NUMBER.match(entry.name)
                if found:
                    yield int(found[1])


def safe_name(title: str) -> str:
    """Return `title` as a part of a file name that every system accepts, at most 60 characters and 180 bytes long."""
    kept = "".join(
        " " if sign in _FORBIDDEN else sign
        for sign in unicodedata.normalize("NFC", title)
        if unicodedata.category(sign)[0] != "C"
    )
    name = " ".join(kept.split())[:_LONGEST]
    while len(name.encode("utf-8")) > 3 * _LONGEST:
        name = name[:-1]
    return name.strip(" .")
