"""Reads the data of a path in SVG: "M0 0 h10 a5 5 0 0 1 5 5 z" as lines through places, curves as short lines."""

import math
import re
from collections.abc import Iterator

from eventdesk.codes import BackgroundTrouble
from eventdesk.fair.floor.geometry import Place
from eventdesk.fair.floor.strokes import FURTHEST, MOST_COLLECTED, MOST_KEPT, Transform, WrongDrawingError, arc, bezier

_TOKEN = re.compile(r"[MmLlHhVvCcSsQqTtAaZz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_FLAG = re.compile(r"[\s,]*([01])")
_GAP = re.compile(r"[\s,]*")
_WANTED = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def path_lines(data: str) -> Iterator[list[Place]]:
    """Yield one line for each part of a path; what follows a mistake in the data is left out, as viewers do."""
    pen = _Pen()
    for letter, numbers in _commands(data):
        pen.go(letter, numbers)
        if pen.points > MOST_COLLECTED:
            raise WrongDrawingError(BackgroundTrouble.TOO_MANY, MOST_KEPT)
    yield from (line for line in pen.lines if len(line) > 1)


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its own numbers; a letter stands for all that follow it."""
    at, letter = 0, ""
    while True:
        at = _skip(data, at)
        found = _TOKEN.match(data, at)
        if found is None:
            return
        if found[0].isalpha():
            letter, at = found[0], found.end()
        elif letter.upper() in {"", "Z"}:
            return
        numbers: list[float] = []
        for place in range(_WANTED[letter.upper()]):
            is_flag = letter.upper() == "A" and place in {3, 4}
            part = (_FLAG if is_flag else _TOKEN).match(data, at if is_flag else _skip(data, at))
            if part is None or part[0].isalpha():
                return
            at = part.end()
            number = float(part[1] if is_flag else part[0])
            if not abs(number) < FURTHEST:
                return
            numbers.append(number)
        yield letter, numbers
        letter = {"M": "L", "m": "l"}.get(letter, letter)


def _skip(data: str, at: int) -> int:
    gap = _GAP.match(data, at)
    return gap.end() if gap else at


class _Pen:
    """Goes where the commands say."""

    def __init__(self) -> None:
        self.lines: list[list[Place]] = []
        self.points = 0
        self._here: Place = (0, 0)
        self._start: Place = (0, 0)
        self._cubic: Place | None = None
        self._quadratic: Place | None = None

    def go(self, letter: str, numbers: list[float]) -> None:
        """Obey one command."""
        origin = self._here if letter.islower() else (0.0, 0.0)
        command = letter.upper()
        cubic, self._cubic = self._cubic, None
        quadratic, self._quadratic = self._quadratic, None
        if command in {"H", "V"}:
            x = numbers[0] + origin[0] if command == "H" else self._here[0]
            y = numbers[0] + origin[1] if command == "V" else self._here[1]
            self._draw([(x, y)])
            return
        if command == "A":
            self._draw(_arc(self._here, numbers, (numbers[5] + origin[0], numbers[6] + origin[1])))
            return
        places = [(x + origin[0], y + origin[1]) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        match command:
            case "M":
                self._here = self._start = places[0]
                self.lines.append([places[0]])
                self.points += 1
            case "L":
                self._draw(places)
            case "Z":
                self._draw([self._start])
                self.lines.append([self._start])
            case "C" | "S":
                corners = places if command == "C" else [_beyond(cubic, self._here), *places]
                self._draw(bezier([self._here, *corners]))
                self._cubic = corners[1]
            case "Q" | "T":
                corners = places if command == "Q" else [_beyond(quadratic, self._here), *places]
                self._draw(bezier([self._here, *corners]))
                self._quadratic = corners[0]
            case _:
                raise AssertionError(f"no command: {letter}")

    def _draw(self, places: list[Place]) -> None:
        if not self.lines:
            self.lines.append([self._here])
        self.lines[-1].extend(places)
        self.points += len(places)
        self._here = places[-1]


def _beyond(corner: Place | None, here: Place) -> Place:
    """Return the last corner of the curve before, mirrored at where it ended."""
    return here if corner is None else (2 * here[0] - corner[0], 2 * here[1] - corner[1])


def _arc(start: Place, numbers: list[float], end: Place) -> list[Place]:
    """Return places on an arc (SVG 1.1, appendix F.6.5), the end included."""
    rx, ry, degrees, large, sweep = abs(numbers[0]), abs(numbers[1]), numbers[2], numbers[3], numbers[4]
    if not rx or not ry or start == end:
        return [end]
    turned = Transform.turning(degrees)
    x, y = Transform.turning(-degrees).at(((start[0] - end[0]) / 2, (start[1] - end[1]) / 2))
    too_small = math.hypot(x / rx, y / ry)
    if too_small > 1:
        rx, ry = rx * too_small, ry * too_small
    below = (rx * y) ** 2 + (ry * x) ** 2
    away = math.sqrt(max((rx * ry) ** 2 / below - 1, 0)) * (-1 if large == sweep else 1) if below else 0.0
    middle_x, middle_y = away * rx * y / ry, -away * ry * x / rx
    across, down = turned.at((middle_x, middle_y))
    middle = (across + (start[0] + end[0]) / 2, down + (start[1] + end[1]) / 2)
    first = math.atan2((y - middle_y) / ry, (x - middle_x) / rx)
    last = math.atan2((-y - middle_y) / ry, (-x - middle_x) / rx)
    angle = (last - first) % (2 * math.pi) if sweep else -((first - last) % (2 * math.pi))
    return [*arc(middle, (rx, ry), first, angle, turned)[1:-1], end]
