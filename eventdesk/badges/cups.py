"""Prints through CUPS (Linux, macOS) with its own programs `lp` and `lpstat`.

Traps that this module is built around: a printer that is gone must be an error, not another printer; a paused queue
takes jobs, says "idle", and prints all of them at once when it is resumed; without an explicit page size a badge comes
out on A4; asking for printers can take half a minute where the network has some.
"""

import os
import re
import subprocess
from pathlib import Path

from eventdesk.badges.spooler import Job, JobState, Progress
from eventdesk.codes import Fault, PrinterTrouble
from eventdesk.errors import KnownError

_PATIENCE = 10.0
"""Seconds that `lpstat` gets for an answer."""

_REQUEST = re.compile(r"request id is (\S+)")


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


class CupsSpooler:
    """One printer of CUPS, called by exactly the name that was chosen."""

    def __init__(self, name: str, patience: float = _PATIENCE) -> None:
        self._name = name
        self._patience = patience
        self._sending: dict[str, subprocess.Popen[str]] = {}
        self._requests: dict[str, str] = {}
        self._failures: dict[str, str] = {}
        self._count = 0

    @property
    def name(self) -> str:
        """The printer's name in CUPS."""
        return self._name

    def submit(self, pdf: Path, title: str, size_mm: tuple[float, float]) -> Job:
        """Hand the PDF to `lp` after making sure that this very printer exists, is not paused and takes jobs."""
        self._collect()
        self.require_ready()
        width, height = size_mm
        command = [
            *("lp", "-d", self._name, "-t", _one_line(title)),
            *("-o", f"PageSize=Custom.{width:g}x{height:g}mm", "-o", "print-scaling=none"),
        ]
        try:
            with pdf.open("rb") as content:
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
        if job.id not in self._requests:
            return Progress(JobState.FAILED, self._failures.get(job.id, ""))
        waiting = _ask(self._name, ["lpstat", "-W", "not-completed", "-o", self._name], self._patience).stdout
        if self._requests[job.id] not in (line.split(maxsplit=1)[0] for line in waiting.splitlines() if line.strip()):
            return Progress(JobState.DONE)
        paused = self._paused()
        return Progress(JobState.WAITING) if paused is None else Progress(JobState.HELD, paused)

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
            known = "nvalid destination name" in answer.stderr or not answer.stderr.strip()
            raise self._trouble(PrinterTrouble.GONE if known else PrinterTrouble.NO_ANSWER, _one_line(answer.stderr))
        first = answer.stdout.splitlines()[0]
        return _reason(answer.stdout) if first.startswith(f"printer {self._name} disabled") else None

    def _trouble(self, trouble: PrinterTrouble, reason: str = "") -> KnownError:
        return _fault(self._name, trouble, reason)


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
        raise _fault(printer, PrinterTrouble.NO_PRINT_SYSTEM) from error
    except subprocess.TimeoutExpired as error:
        raise _fault(printer, PrinterTrouble.NO_ANSWER) from error


def _fault(printer: str, trouble: PrinterTrouble, reason: str = "") -> KnownError:
    return KnownError(Fault.PRINTER, printer=printer, trouble=trouble.value, reason=reason)


def _reason(answer: str) -> str:
    """Return what `lpstat` gives as the reason: the indented lines below the first one."""
    return " ".join(line.strip() for line in answer.splitlines()[1:] if line.strip())


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plain_environment() -> dict[str, str]:
    """Return the environment in which these programs answer in English, as this module reads them."""
    return {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
