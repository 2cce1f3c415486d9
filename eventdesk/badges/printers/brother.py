"""Prints on Brother QL label printers in the network, in the raster language of Brother's own command reference.

The reference is "Raster Command Reference QL-800/810W/820NWB" (2016); sizes are dots of its print head, 300 an inch.
What lies outside of what the head can reach is left white: 1.5 mm at the sides of a 62 mm roll, 3 mm at the ends.
"""

from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from eventdesk.badges.printers import network, raster
from eventdesk.badges.printers.network import Address
from eventdesk.badges.printers.raster import Bitmap, Placing
from eventdesk.badges.printers.spooler import Job, JobState, Progress, printer_fault
from eventdesk.codes import PrinterTrouble

DPI = 300
FEED = 35
"""Dots that the printer feeds before and after what it prints on a roll (3 mm)."""
_ROOMY_MM = 1.0
_INVALIDATE, _INITIALISE = bytes(400), b"\x1b@"
_RASTER, _STATUS = b"\x1bia\x01", b"\x1biS"
_CUT_EACH, _AUTO_CUT, _CUT_AT_END, _UNCOMPRESSED = b"\x1biA\x01", b"\x1biM\x40", b"\x1biK\x08", b"M\x00"
_NEXT, _LAST = b"\x0c", b"\x1a"
_KIND, _WIDTH, _LENGTH, _QUALITY, _RECOVER = 0x02, 0x04, 0x08, 0x40, 0x80
_ROLL, _DIE_CUT = 0x0A, 0x0B
_STATUS_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Tape:
    """One kind of label. `width` and `length` in mm (0: a roll, cut where the label ends), the others in dots.

    `offset`: how many dots of the head lie beside the `printable` ones, on the side that the first dot is on.
    `rows`: how many rows a label has that can be printed. `head`: how many dots the head has.
    """

    name: str
    width: int
    length: int
    printable: int
    offset: int
    rows: int = 0
    head: int = 720


TAPES: Final = (
    Tape("62", 62, 0, 696, 12),
    Tape("62x100", 62, 100, 696, 12, 1109),
    Tape("62x29", 62, 29, 696, 12, 271),
    Tape("54", 54, 0, 590, 0),
    Tape("50", 50, 0, 554, 12),
    Tape("38", 38, 0, 413, 12),
    Tape("29", 29, 0, 306, 6),
    Tape("38x90", 38, 90, 413, 12, 991),
    Tape("29x90", 29, 90, 306, 6, 991),
    Tape("102", 102, 0, 1164, 56, head=1296),
    Tape("102x51", 102, 51, 1164, 56, 526, head=1296),
    Tape("102x152", 102, 153, 1164, 56, 1660, head=1296),
)
"""The labels that fit name badges; those of 102 mm for the QL-1100 and its sisters, whose head is wider."""


def tape_named(name: str) -> Tape | None:
    """Look up a tape."""
    return next((tape for tape in TAPES if tape.name == name), None)


def stream(pages: list[Bitmap], tape: Tape) -> bytes:
    """Return the bytes that print each picture, as wide and high as `windowed` says, on a label of its own."""
    parts = [_INVALIDATE, _INITIALISE]
    for number, page in enumerate(pages):
        parts += [
            _RASTER,
            _information(tape, page.height, first=not number),
            _AUTO_CUT,
            _CUT_EACH,
            _CUT_AT_END,
            b"\x1bid" + (0 if tape.length else FEED).to_bytes(2, "little"),
            _UNCOMPRESSED,
            _rows(page, tape),
            _LAST if number == len(pages) - 1 else _NEXT,
        ]
    return b"".join(parts)


def windowed(page: Bitmap, tape: Tape) -> Bitmap:
    """Return what the head can reach of a page that lies in the middle of the label.

    On a roll the printer feeds white before and after: as much white is left out there, so that the label is as long as
    the page; ink is never left out for that.
    """
    left = (page.width - tape.printable) // 2
    if tape.length:
        top, rows = (page.height - tape.rows) // 2, tape.rows
    else:
        top = next((at for at in range(min(FEED, page.height)) if any(page.row(at))), min(FEED, page.height))
        low = next((at for at in range(min(FEED, page.height)) if any(page.row(page.height - 1 - at))), FEED)
        rows = max(1, page.height - top - low)
    stride = (tape.printable + 7) // 8
    shown = [_cut(page, top + at, left, tape.printable) for at in range(rows)]
    return Bitmap(tape.printable, rows, b"".join(row.to_bytes(stride, "big") for row in shown))


class BrotherSpooler:
    """One Brother QL in the network, with one kind of label in it."""

    def __init__(self, name: str, address: Address, tape: Tape) -> None:
        self._name, self._address, self._tape = name, address, tape
        self._count, self._silent = count(1), False

    @property
    def name(self) -> str:
        """What people call it."""
        return self._name

    def submit(self, pdf: Path, title: str, size_mm: tuple[float, float]) -> Job:
        """Send every page as a label; a page that only fits sideways is turned.

        Raises `KnownError` PRINTER, with TOO_LARGE if a page is larger than the label.
        """
        turn = self._turn(size_mm)
        state = self._look()
        if state.trouble is not None:
            raise printer_fault(self._name, state.trouble)
        pages = [self._label(pdf, page, turn) for page in range(len(raster.page_sizes(pdf)))]
        network.deliver(self._name, self._address, stream(pages, self._tape))
        return Job(f"{self._name}#{next(self._count)}", title, self._name)

    def state(self, job: Job) -> Progress:  # noqa: ARG002 - the printer knows no jobs
        """Say how the printer is; one that tells nothing is believed to be done, as most tell nothing by network."""
        return self._look()

    def _label(self, pdf: Path, page: int, turn: int) -> Bitmap:
        bitmap = raster.turned(raster.black_and_white(pdf, page, DPI), turn)
        return windowed(bitmap, self._tape)

    def _turn(self, size_mm: tuple[float, float]) -> int:
        for turn in (0, 90):
            width, height = Placing(turn=turn).size(size_mm)
            room = self._tape.length or height
            if width <= self._tape.width + _ROOMY_MM and height <= room + _ROOMY_MM:
                return turn
        said = f"{size_mm[0]:g} × {size_mm[1]:g} mm"
        raise printer_fault(self._name, PrinterTrouble.TOO_LARGE, said)

    def _look(self) -> Progress:
        if self._silent:  # nobody waits a second time for one that tells nothing
            return Progress(JobState.DONE)
        question = _INVALIDATE + _INITIALISE + _STATUS
        answer = network.ask(self._name, self._address, question, _STATUS_LENGTH)
        if len(answer) < _STATUS_LENGTH or not answer.startswith(b"\x80\x20"):
            self._silent = True
            return Progress(JobState.DONE)
        return self._understood(answer)

    def _understood(self, answer: bytes) -> Progress:
        first, second, width, kind, length = answer[8], answer[9], answer[10], answer[11], answer[17]
        for wrong, trouble in (
            (second & 0x10, PrinterTrouble.OPEN),
            (first & 0x03, PrinterTrouble.NO_PAPER),
            (first & 0x04 or second & 0x40, PrinterTrouble.JAM),
            (second & 0x01, PrinterTrouble.WRONG_LABEL),
            (kind & 0x0F in (_ROLL, _DIE_CUT) and (width, length) != (self._tape.width, self._tape.length),
             PrinterTrouble.WRONG_LABEL),
        ):  # fmt: skip
            if wrong:
                return Progress(JobState.HELD, trouble=trouble)
        return Progress(JobState.DONE)


def _information(tape: Tape, rows: int, *, first: bool) -> bytes:
    valid = _KIND | _WIDTH | _QUALITY | _RECOVER | (_LENGTH if tape.length else 0)
    kind = _DIE_CUT if tape.length else _ROLL
    said = bytes([valid, kind, tape.width, tape.length]) + rows.to_bytes(4, "little")
    return b"\x1biz" + said + bytes([0 if first else 1, 0])


def _rows(page: Bitmap, tape: Tape) -> bytes:
    """Return the rows as the head prints them: its first dot is at the right edge of the label."""
    size = tape.head // 8
    begin = b"g\x00" + bytes([size])
    spare, beyond = page.stride * 8 - page.width, tape.head - tape.offset - page.width
    rows = []
    for number in range(page.height):
        dots = int.from_bytes(page.row(number), "big") >> spare
        mirrored = int(f"{dots:0{page.width}b}"[::-1], 2)
        rows.append(begin + (mirrored << beyond).to_bytes(size, "big"))
    return b"".join(rows)


def _cut(page: Bitmap, number: int, left: int, width: int) -> int:
    """Return `width` dots of a row from `left` on, padded to bytes; white beyond the page."""
    padded = (-width) % 8
    if not 0 <= number < page.height:
        return 0
    dots = int.from_bytes(page.row(number), "big") >> (page.stride * 8 - page.width)
    beyond = page.width - left - width
    dots = dots >> beyond if beyond >= 0 else dots << -beyond
    return (dots & ((1 << width) - 1)) << padded
