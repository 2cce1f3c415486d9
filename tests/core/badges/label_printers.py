"""Label printers as they are seen from the network: they take bytes, and draw on labels what the bytes say."""

import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread

from eventdesk.badges.printers.network import Address
from tests.core.badges.cups_here import until

Picture = list[str]
"""Rows of "0" and "1", as the label is held upright."""

ZPL = re.compile(r"\^XA\^PW(\d+)\^LL(\d+)\^LH0,0\^LS0\^PQ1\^FO0,0\^GFA,(\d+),(\d+),(\d+),(.*?)\^FS\^XZ\n", re.DOTALL)


@dataclass(frozen=True)
class Label:
    """One label that came out of a Brother: what was said about it, and its rows over the whole head."""

    roll: bool
    width: int
    length: int
    first: bool
    margin: int
    cut: bool
    rows: Picture


class Printer:
    """A printer on a port of this machine. `answers` is asked for each question; None: it stays silent."""

    def __init__(self, answers: Callable[[bytes], bytes | None]) -> None:
        self.answers = answers
        self.got: list[bytes] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = Address("127.0.0.1", self._listening.getsockname()[1])
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Be switched off."""
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(5)

    def jobs(self, number: int = 0) -> list[bytes]:
        """Return what was sent and was no question, as soon as it is so much."""
        until(lambda: len(self._jobs()) >= number)
        return self._jobs()

    def _jobs(self) -> list[bytes]:
        return [each for each in self.got if not each.endswith((b"\x1biS", b"~HS\r\n"))]

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            with line:
                line.settimeout(5)
                self._take(line)

    def _take(self, line: socket.socket) -> None:
        got = b""
        while piece := line.recv(65536):
            got += piece
            answer = self.answers(got)
            if answer is not None:
                line.sendall(answer)
        self.got.append(got)


@contextmanager
def printer(answers: Callable[[bytes], bytes | None] = lambda _question: None) -> Iterator[Printer]:
    """Have a printer for a while."""
    there = Printer(answers)
    try:
        yield there
    finally:
        there.close()


def zpl_labels(data: bytes) -> list[Picture]:
    """Draw what ZPL says, by the rules of its programming guide for pictures with counted repetitions."""
    text = data.decode("ascii")
    found = list(ZPL.finditer(text))
    assert "".join(each[0] for each in found) == text
    return [_zpl_picture([int(number) for number in each.groups()[:5]], each[6]) for each in found]


def _zpl_picture(numbers: list[int], digits: str) -> Picture:
    width, height, total, sent, stride = numbers
    assert total == sent == stride * height
    rows: list[str] = []
    row, times = "", 0
    for sign in digits:
        if "G" <= sign <= "Y":
            times += ord(sign) - ord("G") + 1
        elif "g" <= sign <= "z":
            times += 20 * (ord(sign) - ord("g") + 1)
        elif sign == ":":
            assert not row
            rows.append(rows[-1])
        elif sign == ",":
            rows.append(row.ljust(2 * stride, "0"))
            row = ""
        else:
            row, times = row + sign * (times or 1), 0
        assert len(row) <= 2 * stride
        if len(row) == 2 * stride:
            rows.append(row)
            row = ""
    assert not row
    assert not times
    assert len(rows) == height
    return [f"{int(each, 16):0{stride * 8}b}"[:width] for each in rows]


def brother_labels(data: bytes, head: int = 720) -> list[Label]:
    """Draw what a stream of raster commands says, by the rules of Brother's command reference."""
    at = len(data) - len(data.lstrip(b"\0"))
    assert at >= 200
    labels: list[Label] = []
    said, rows, margin, cut = b"", [], -1, False
    while at < len(data):
        command = data[at : at + 3]
        if command[:2] == b"\x1b@":
            at += 2
        elif command == b"\x1bia":
            assert data[at + 3] == 1
            at += 4
        elif command == b"\x1biz":
            said, at = data[at + 3 : at + 13], at + 13
        elif command == b"\x1biM":
            cut, at = bool(data[at + 3] & 0x40), at + 4
        elif command in (b"\x1biA", b"\x1biK"):
            at += 4
        elif command == b"\x1bid":
            margin, at = int.from_bytes(data[at + 3 : at + 5], "little"), at + 5
        elif command[:1] == b"M":
            assert data[at + 1] == 0
            at += 2
        elif command[:1] == b"g":
            size = data[at + 2]
            assert (data[at + 1], size) == (0, head // 8)
            bits = int.from_bytes(data[at + 3 : at + 3 + size], "big")
            rows.append(f"{bits:0{head}b}"[::-1])  # the first dot is at the right
            at += 3 + size
        else:
            assert command[:1] in (b"\x0c", b"\x1a"), command
            assert int.from_bytes(said[4:8], "little") == len(rows)
            labels.append(Label(said[1] == 0x0A, said[2], said[3], not said[8], margin, cut, rows))
            rows, at = [], at + 1
            assert (command[:1] == b"\x1a") == (at == len(data))
    return labels
