"""Prints on Zebra label printers in the network: every page becomes one picture in ZPL II.

Pictures are sent as `^GFA` with the run lengths of the ZPL II programming guide, which every such printer understands.
A printer that lacks labels or has its head open does not answer `~HS` at all: one that has answered before is then
believed to be in trouble.
"""

import re
from itertools import count
from pathlib import Path

from eventdesk.badges.printers import network, raster
from eventdesk.badges.printers.network import Address
from eventdesk.badges.printers.raster import Bitmap
from eventdesk.badges.printers.spooler import Job, JobState, Progress, printer_fault
from eventdesk.codes import PrinterTrouble

DPI = (203, 300, 600)
"""What Zebra's print heads have."""
_DOTS_PER_INCH = {203: 203.2, 300: 304.8, 600: 609.6}
"""They are made in dots per millimetre: 8, 12, 24."""
_RUN = re.compile(r"(.)\1{2,}")
_ONES, _TWENTIES = "GHIJKLMNOPQRSTUVWXY", "ghijklmnopqrstuvwxyz"
_HOST_STATUS = b"~HS\r\n"
_ANSWER = 60


def label(bitmap: Bitmap) -> bytes:
    """Return the ZPL that prints a picture on one label of its size."""
    total = bitmap.stride * bitmap.height
    picture = f"^FO0,0^GFA,{total},{total},{bitmap.stride},{_compressed(bitmap)}^FS"
    return f"^XA^PW{bitmap.width}^LL{bitmap.height}^LH0,0^LS0^PQ1{picture}^XZ\n".encode("ascii")


class ZebraSpooler:
    """One Zebra in the network."""

    def __init__(self, name: str, address: Address, dpi: int = 203) -> None:
        """`dpi` is one of `DPI`."""
        self._name, self._address = name, address
        self._dots = _DOTS_PER_INCH[dpi]
        self._count = count(1)
        self._answers: bool | None = None

    @property
    def name(self) -> str:
        """What people call it."""
        return self._name

    def submit(self, pdf: Path, title: str, size_mm: tuple[float, float]) -> Job:  # noqa: ARG002 - the PDF knows its size
        """Send every page as a label. Raises `KnownError` PRINTER if the printer is away or in trouble."""
        state = self._look()
        if state.trouble is not None:
            raise printer_fault(self._name, state.trouble)
        labels = [label(raster.black_and_white(pdf, page, self._dots)) for page in range(len(raster.page_sizes(pdf)))]
        network.deliver(self._name, self._address, b"".join(labels))
        return Job(f"{self._name}#{next(self._count)}", title, self._name)

    def state(self, job: Job) -> Progress:  # noqa: ARG002 - a Zebra knows no jobs, only how much it still has to print
        """Say whether the printer still has something to print; a printer that tells nothing is believed to be done."""
        return self._look()

    def _look(self) -> Progress:
        if self._answers is False:  # nobody waits a second time for one that tells nothing
            return Progress(JobState.DONE)
        answer = network.ask(self._name, self._address, _HOST_STATUS, _ANSWER)
        lines = [line.strip(b"\x02\x03\r\n ").split(b",") for line in answer.split(b"\x03") if line.strip()]
        if not _is_status(lines):
            if self._answers:
                return Progress(JobState.HELD, trouble=PrinterTrouble.NO_ANSWER)
            self._answers = False
            return Progress(JobState.DONE)
        self._answers = True
        return _understood(lines[0], lines[1])


def _is_status(lines: list[list[bytes]]) -> bool:
    """Say whether these are the lines that a Zebra answers with, and not what something else says on that port."""
    if len(lines) < 2 or len(lines[0]) < 12 or len(lines[1]) < 9:
        return False
    return all(not number or number.isdigit() for number in (lines[0][4], lines[1][8]))


def _understood(first: list[bytes], second: list[bytes]) -> Progress:
    for flag, trouble in (
        (second[2], PrinterTrouble.OPEN),
        (first[1], PrinterTrouble.NO_PAPER),
        (second[3], PrinterTrouble.NO_PAPER),  # the ribbon
        (first[2], PrinterTrouble.PAUSED),
    ):
        if flag == b"1":
            return Progress(JobState.HELD, trouble=trouble)
    busy = int(first[4] or 0) or int(second[8] or 0)
    return Progress(JobState.WAITING if busy else JobState.DONE)


def _compressed(bitmap: Bitmap) -> str:
    """Return the picture in hexadecimal digits with their repetitions counted, a row after the other."""
    rows: list[str] = []
    before = ""
    for number in range(bitmap.height):
        digits = bitmap.row(number).hex().upper()
        if digits == before:
            rows.append(":")
            continue
        before = digits
        bare = digits.rstrip("0")
        rows.append(_RUN.sub(_counted, bare) + ("," if len(bare) < len(digits) else ""))
    return "".join(rows)


def _counted(run: re.Match[str]) -> str:
    length, text = len(run[0]), ""
    while length >= 400:
        text, length = f"{text}z{run[1]}", length - 400
    if not length:
        return text
    twenties, ones = divmod(length, 20)
    return f"{text}{_TWENTIES[twenties - 1] if twenties else ''}{_ONES[ones - 1] if ones else ''}{run[1]}"
