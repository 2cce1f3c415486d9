"""Prints through CUPS (Linux, macOS) with its own programs `lp` and `lpstat`.

Traps that this module is built around: a printer that is gone must be an error, not another printer; a paused queue
takes jobs, says "idle", and prints all of them at once when it is resumed; without an explicit page size a badge comes
out on A4; what somebody once chose as usual for a printer (two copies, two pages on a sheet) holds for badges, too,
unless it is said otherwise; a job that a filter gave up leaves the queue just like one that was printed; asking
for printers can take half a minute where the network has some.
"""

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from eventdesk.badges.printers.spooler import Job, JobState, Progress, Sides, printer_fault
from eventdesk.codes import PrinterTrouble
from eventdesk.errors import KnownError

_PATIENCE = 10.0
"""Seconds that `lpstat` gets for an answer."""

_REQUEST = re.compile(r"request id is (\S+)")
_SHEETS = {
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
}
"""Sizes that lie in trays; drivers know them by name, and many know no other size for a tray."""
_TOLERANCE = 0.6
_LONGEST_TITLE = 200
_ALERTS = {
    "media-empty": PrinterTrouble.NO_PAPER,
    "media-needed": PrinterTrouble.NO_PAPER,
    "media-jam": PrinterTrouble.JAM,
    "cover-open": PrinterTrouble.OPEN,
    "door-open": PrinterTrouble.OPEN,
    "interlock-open": PrinterTrouble.OPEN,
    "offline": PrinterTrouble.NO_ANSWER,
    "connecting-to-device": PrinterTrouble.NO_ANSWER,
    "timed-out": PrinterTrouble.NO_ANSWER,
}
"""What CUPS says about a printer (RFC 8011, 5.4.12), by its beginning."""
_USUAL_TRAYS = "InputSlot"
_TRAYS = re.compile(rf"^({_USUAL_TRAYS}|MediaSource|media-source)/[^:]*:(.*)$", re.MULTILINE)


def printers(patience: float = _PATIENCE) -> list[str]:
    """Return the names of the printers that CUPS knows. Slow where printers are looked for in the network.

    Empty where there is no CUPS. Raises `KnownError` PRINTER if it does not answer within `patience` seconds.
    """
    try:
        return _ask("", ["lpstat", "-e"], patience).stdout.split()
    except KnownError as error:
        if error.details["trouble"] == PrinterTrouble.NO_PRINT_SYSTEM:
            return []
        raise


def trays(printer: str, patience: float = _PATIENCE) -> list[str]:
    """Return the trays of a printer, as `CupsSpooler` takes them; empty if there is no choice.

    Where they are no InputSlot, the option stands before the name: "media-source=tray-1".
    """
    found = _TRAYS.search(_ask(printer, ["lpoptions", "-p", printer, "-l"], patience).stdout)
    if not found:
        return []
    before = "" if found[1] == _USUAL_TRAYS else f"{found[1]}="
    names = [f"{before}{name.lstrip('*')}" for name in found[2].split()]
    return names if len(names) > 1 else []


class CupsSpooler:
    """One printer of CUPS, called by exactly the name that was chosen."""

    def __init__(self, name: str, patience: float = _PATIENCE, *, tray: str = "", sides: Sides = Sides.ONE) -> None:
        """Print on paper from `tray` (empty: as the printer sees fit)."""
        self._name = name
        self._patience = patience
        self._tray, self._sides = tray, sides
        self._sending: dict[str, subprocess.Popen[str]] = {}
        self._requests: dict[str, str] = {}
        self._failures: dict[str, str] = {}
        self._withdrawn: set[str] = set()
        self._count = 0

    @property
    def name(self) -> str:
        """The printer's name in CUPS."""
        return self._name

    def submit(self, pdf: Path, title: str, size_mm: tuple[float, float]) -> Job:
        """Hand the PDF to `lp` after making sure that this very printer exists, is not paused and takes jobs."""
        self._collect()
        self.require_ready()
        options = [f"PageSize={_page_size(size_mm)}", "print-scaling=none", "number-up=1", f"sides={self._sides.value}"]
        if self._tray:
            options.append(self._tray if "=" in self._tray else f"{_USUAL_TRAYS}={self._tray}")
        command = ["lp", "-d", self._name, "-n", "1", "-t", _title(title)]
        command += [part for option in options for part in ("-o", option)]
        with pdf.open("rb") as content:
            try:
                sending = subprocess.Popen(
                    command,
                    stdin=content,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    text=True,
                    errors="replace",
                    env=_plain_environment(),
                )
            except FileNotFoundError as error:
                raise self._trouble(PrinterTrouble.NO_PRINT_SYSTEM) from error
            except OSError as error:
                raise self._trouble(PrinterTrouble.REFUSED, str(error)) from error
        self._count += 1
        job = Job(f"{self._name}#{self._count}", title, self._name)
        self._sending[job.id] = sending
        return job

    def state(self, job: Job) -> Progress:
        """Look whether `lp` has delivered the job, and then whether it still stands in the queue."""
        self._collect()
        if job.id in self._sending:
            return Progress(JobState.SENDING)
        if job.id in self._withdrawn or job.id not in self._requests:
            return Progress(JobState.FAILED, self._failures.get(job.id, ""))
        waiting = self._answer(["lpstat", "-W", "not-completed", "-o", self._name])
        if self._requests[job.id] not in (line.split(maxsplit=1)[0] for line in waiting.splitlines() if line.strip()):
            return self._ended(self._requests[job.id])
        paused = self._paused()
        if paused is not None:
            return Progress(JobState.HELD, paused, PrinterTrouble.PAUSED)
        return self._waiting()

    def withdraw(self, job: Job) -> bool:
        """Cancel a job that CUPS still has."""
        state = self.state(job).state
        if state is JobState.FAILED:
            return True
        if state not in (JobState.WAITING, JobState.HELD):
            return False
        gone = not _ask(self._name, ["cancel", self._requests[job.id]], self._patience).returncode
        if gone:
            self._withdrawn.add(job.id)
        return gone

    def _ended(self, request: str) -> Progress:
        """Say how a job ended that left the queue: `lpstat` tells only those apart that a filter or driver gave up."""
        answer = self._answer(["lpstat", "-l", "-W", "completed", "-o", self._name])
        status = re.search(r"^\s+Status: (.*failed.*)$", _paragraph(answer, request), re.MULTILINE)
        return Progress(JobState.FAILED, status[1]) if status else Progress(JobState.DONE)

    def _waiting(self) -> Progress:
        """Say what a job waits for, as far as the printer tells."""
        words = _alerts(_ask(self._name, ["lpstat", "-l", "-p", self._name], self._patience).stdout)
        for word in words:
            for beginning, trouble in _ALERTS.items():
                if word.startswith(beginning):
                    return Progress(JobState.HELD, word, trouble)
        return Progress(JobState.WAITING)

    def _collect(self) -> None:
        """Note what every `lp` that has ended said, and let go of it."""
        for job, sending in list(self._sending.items()):
            if sending.poll() is not None:
                said, complained = sending.communicate()
                found = _REQUEST.search(said)
                if sending.returncode or not found:
                    self._failures[job] = _one_line(complained or said)
                else:
                    self._requests[job] = found[1]
                del self._sending[job]

    def require_ready(self) -> None:
        """Raise `KnownError` PRINTER if the printer is gone, paused or takes no jobs."""
        paused = self._paused()
        if paused is not None:
            raise self._trouble(PrinterTrouble.PAUSED, paused)
        accepting = _ask(self._name, ["lpstat", "-a", self._name], self._patience).stdout
        if " not accepting requests" in accepting:
            raise self._trouble(PrinterTrouble.REJECTING, _reason(accepting))

    def _paused(self) -> str | None:
        """Return why the printer is paused, None if it is not."""
        answer = _ask(self._name, ["lpstat", "-p", self._name], self._patience)
        if answer.returncode or not answer.stdout.startswith(f"printer {self._name} "):
            raise self._no_answer(answer)
        first = answer.stdout.splitlines()[0]
        return _reason(answer.stdout) if first.startswith(f"printer {self._name} disabled") else None

    def _answer(self, command: list[str]) -> str:
        """Return what `lpstat` says. That it says nothing means something only if nothing went wrong."""
        answer = _ask(self._name, command, self._patience)
        if answer.returncode:
            raise self._no_answer(answer)
        return answer.stdout

    def _no_answer(self, answer: subprocess.CompletedProcess[str]) -> KnownError:
        known = "nvalid destination name" in answer.stderr or not answer.stderr.strip()
        return self._trouble(PrinterTrouble.GONE if known else PrinterTrouble.NO_ANSWER, _one_line(answer.stderr))

    def _trouble(self, trouble: PrinterTrouble, reason: str = "") -> KnownError:
        return printer_fault(self._name, trouble, reason)


def _page_size(size_mm: tuple[float, float]) -> str:
    """Return how CUPS calls a size; paper that lies in a tray upright may be printed on sideways."""
    for name, sheet in _SHEETS.items():
        if any(_alike(size_mm, way) for way in (sheet, sheet[::-1])):
            return name
    return f"Custom.{size_mm[0]:g}x{size_mm[1]:g}mm"


def _alike(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) < _TOLERANCE for a, b in zip(one, other, strict=True))


def _paragraph(answer: str, request: str) -> str:
    """Return the lines about one job: the one that begins with its name, and the indented ones below."""
    lines: list[str] = []
    for line in answer.splitlines():
        if not line[:1].isspace():
            if lines:
                break
            if line.split(maxsplit=1)[:1] != [request]:
                continue
            lines.append(line)
        elif lines:
            lines.append(line)
    return "\n".join(lines)


def _alerts(answer: str) -> Sequence[str]:
    found = re.search(r"^\s+Alerts: (.*)$", answer, re.MULTILINE)
    return found[1].split() if found else ()


def _ask(printer: str, command: list[str], patience: float) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=patience,
            check=False,
            env=_plain_environment(),
        )
    except FileNotFoundError as error:
        raise printer_fault(printer, PrinterTrouble.NO_PRINT_SYSTEM) from error
    except subprocess.TimeoutExpired as error:
        raise printer_fault(printer, PrinterTrouble.NO_ANSWER) from error


def _reason(answer: str) -> str:
    """Return what `lpstat` gives as the reason: the indented lines below the first one."""
    return " ".join(line.strip() for line in answer.splitlines()[1:] if line.strip())


def _title(text: str) -> str:
    """Return a name as a program can be given it."""
    return "".join(sign for sign in _one_line(text) if sign.isprintable())[:_LONGEST_TITLE]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plain_environment() -> dict[str, str]:
    """Return the environment in which these programs answer in English, as this module reads them."""
    return {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
