"""Draws a day as a grid: times downwards, rooms across, each session as high as its text and its length want it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from math import inf

from eventdesk.drawing.colour import INK, MUTED, Colour
from eventdesk.drawing.fitting import Fitted
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.leaves import LINE, Pen
from eventdesk.drawing.pages.paper_size import Area
from eventdesk.drawing.shapes import rectangle
from eventdesk.panels.papers.agenda import Agenda
from eventdesk.panels.papers.grid_layout import Band, Cell
from eventdesk.panels.papers.telling import (
    crew_lines,
    languages_text,
    moderators_text,
    room_text,
    time_text,
    title_text,
)
from eventdesk.words import Words

GROUND = Colour.parse("#edf0f6")
_TITLE, _TEXT, _HEAD, _TIME = 10.5, 8.0, 11.0, 11.0
_TIMES = 46.0
_PAD, _BAR, _GAP, _ROUND = 6.0, 2.2, 5.0, 4.0
_LONG_BREAK = 15
_MOST_PER_MINUTE = 1.35
_HALVINGS = 24
_LINES = 60
_SMALLEST_TITLE = 0.7
_NARROWEST = 44.0


class Detail(Enum):
    """How much a session tells beside its title."""

    NOTHING = 0
    NAMES = 1
    ALL = 2


@dataclass(frozen=True, slots=True)
class Style:
    """How large everything is, as a multiple of its size on A4, and how much is told."""

    scale: float
    detail: Detail


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the grid: the bands on it, the rooms across, and its style."""

    bands: tuple[Band, ...]
    columns: tuple[int, ...]
    style: Style


Line = tuple[Fitted, Colour]


class Grid:
    """Measures and draws sheets that are so wide."""

    def __init__(self, agenda: Agenda, kit: Kit, words: Words, width: float) -> None:
        self.agenda, self.kit, self.words, self.width = agenda, kit, words, width
        self._known: dict[tuple[int, bool, bool, float, Style], list[Line]] = {}

    def height(self, sheet: Sheet) -> float:
        """Return how high a sheet is at least, in points: endless if its cells are too narrow for words."""
        cells = ((band, cell) for band in sheet.bands for cell in band.cells)
        if any(self._cell_width(sheet, band, cell) < _NARROWEST * sheet.style.scale for band, cell in cells):
            return inf
        bands = sum(sum(self._least(sheet, band)) for band in sheet.bands)
        gaps = sum(self._gap(sheet, one, other) for one, other in pairwise(sheet.bands))
        return self._head_height(sheet) + bands + gaps

    def draw(self, pen: Pen, sheet: Sheet, area: Area) -> None:
        """Draw a sheet into an area; what is left of its height makes long sessions higher."""
        below = area.top - self._head(pen, sheet, area)
        rows = self._stretched(sheet, area.height)
        for at, (band, heights) in enumerate(zip(sheet.bands, rows, strict=True)):
            if at:
                below -= self._break(pen, sheet, (sheet.bands[at - 1], band), area, below)
            self._band(pen, sheet, band, heights, area._replace(top=below))
            below -= sum(heights)

    # ---- sizes

    def _left(self, sheet: Sheet) -> float:
        return _TIMES * sheet.style.scale

    def _edges(self, sheet: Sheet) -> list[float]:
        """Return where the columns begin, and where one more would: wider where several sessions are in one at once."""
        lanes = [1] * len(sheet.columns)
        for band in sheet.bands:
            for cell in () if band.wide else band.cells:
                lanes[cell.column] = max(lanes[cell.column], cell.lanes)
        left, gap = self._left(sheet), _GAP * sheet.style.scale
        each = (self.width - left + gap) / max(1, sum(lanes))
        return [left + each * sum(lanes[:at]) for at in range(len(lanes) + 1)]

    def _cell_width(self, sheet: Sheet, band: Band, cell: Cell) -> float:
        if band.wide:
            return self.width - self._left(sheet)
        edges = self._edges(sheet)
        return (edges[cell.column + 1] - edges[cell.column]) / cell.lanes - _GAP * sheet.style.scale

    def _least(self, sheet: Sheet, band: Band) -> list[float]:
        """Return how high each row of a band is at least."""
        scale = sheet.style.scale
        rows = [1.5 * scale] * (len(band.times) - 1)
        for cell in band.cells:
            if cell.first == 0 or not band.even:
                rows[cell.first] = max(rows[cell.first], _TIME * 1.4 * scale)
        for cell in sorted(band.cells, key=lambda each: (each.last, each.first)):
            wanted = sum(text.block_height for text, _ in self._texts(sheet, band, cell)) + 2 * _PAD * scale
            short = wanted + (0.0 if band.even else _GAP * 0.6 * scale) - sum(rows[cell.first : cell.last])
            rows[cell.last - 1] += max(0.0, short)
        return rows

    def _stretched(self, sheet: Sheet, height: float) -> list[list[float]]:
        """Return the heights of all rows, long ones higher, as far as the page has room."""
        least = [self._least(sheet, band) for band in sheet.bands]
        spare = height - self.height(sheet)
        total = sum(map(sum, least))
        low, high, best = 0.0, _MOST_PER_MINUTE * sheet.style.scale, least
        for _ in range(_HALVINGS):
            rate = (low + high) / 2
            tried = [
                [max(row, rate * minutes) for row, minutes in zip(rows, band.minutes, strict=True)]
                for rows, band in zip(least, sheet.bands, strict=True)
            ]
            if sum(map(sum, tried)) - total <= spare:
                low, best = rate, tried
            else:
                high = rate
        return best

    def _gap(self, sheet: Sheet, before: Band, after: Band) -> float:
        return (4.2 if _minutes(before, after) >= _LONG_BREAK else 1.2) * _GAP * sheet.style.scale

    # ---- texts

    def _texts(self, sheet: Sheet, band: Band, cell: Cell) -> list[Line]:
        """Return what a session tells, each text as wide as its cell allows; laid out once for each width and style."""
        width = self._cell_width(sheet, band, cell) - (2 * _PAD + _BAR) * sheet.style.scale
        key = cell.item.session.id, band.wide, band.even, width, sheet.style
        if key not in self._known:
            self._known[key] = self._laid_out(sheet.style, band, cell, width)
        return self._known[key]

    def _laid_out(self, style: Style, band: Band, cell: Cell, width: float) -> list[Line]:
        scale = style.scale
        title = title_text(cell.item.session)
        lines = [self._flow(title, Weight.BOLD, self._title_size(title, _TITLE * scale, width), width, INK)]
        if not band.even and cell.item.slot is not None:
            lines.insert(0, self._flow(time_text(cell.item.slot), Weight.SEMIBOLD, _TEXT * scale, width, INK))
        told = [(text, Weight.REGULAR, MUTED) for text in self._told(style.detail, cell)]
        if band.wide and cell.item.room is not None:
            told.insert(0, (room_text(self.agenda, cell.item.room), Weight.SEMIBOLD, INK))
        return [*lines, *(self._flow(text, weight, _TEXT * scale, width, colour) for text, weight, colour in told)]

    def _title_size(self, title: str, size: float, width: float) -> float:
        """Return the size at which a title's longest word stands on one line, unless that would be small."""
        longest = max((self.kit.width(word, Weight.BOLD, size) for word in title.split(" ")), default=0.0)
        return size if longest <= width else max(size * width * 0.99 / longest, size * _SMALLEST_TITLE)

    def _told(self, detail: Detail, cell: Cell) -> Iterator[str]:
        session, whole = cell.item.session, detail is Detail.ALL
        if detail is Detail.NOTHING:
            return
        texts = (
            *crew_lines(self.agenda.who(session.speakers), organisations=whole),
            moderators_text(self.words, self.agenda, session, organisations=whole),
            languages_text(self.words, self.agenda, session),
        )
        yield from (text for text in texts if text)

    def _flow(self, text: str, weight: Weight, size: float, width: float, colour: Colour) -> Line:
        return self.kit.flow(text, weight, size, width, leading=1.25, lines=_LINES), colour

    # ---- ink

    def _heads(self, sheet: Sheet) -> list[list[Line]]:
        """Return the texts above each column; none if no two sessions are parallel."""
        if all(band.wide for band in sheet.bands):
            return []
        scale = sheet.style.scale
        edges = self._edges(sheet)
        found = []
        for at, ref in enumerate(sheet.columns):
            width = edges[at + 1] - edges[at] - _GAP * scale
            room = self.agenda.programme.room_of.get(ref)
            name = room.name if room is not None else self.words.t("Room still open")
            hall = self.agenda.hall(room) if room is not None else ""
            lines = [self._flow(name, Weight.BOLD, _HEAD * scale, width, INK)]
            if hall and hall != name:
                lines.append(self._flow(hall, Weight.REGULAR, _TEXT * scale, width, MUTED))
            found.append(lines)
        return found

    def _head_height(self, sheet: Sheet) -> float:
        heads = self._heads(sheet)
        highest = max((sum(text.block_height for text, _ in lines) for lines in heads), default=0.0)
        return highest + _GAP * 1.4 * sheet.style.scale if heads else 0.0

    def _head(self, pen: Pen, sheet: Sheet, area: Area) -> float:
        height = self._head_height(sheet)
        for at, lines in enumerate(self._heads(sheet)):
            x = area.left + self._edges(sheet)[at]
            _write(pen, lines, x, area.top, lines[0][0].original)
        return height

    def _band(self, pen: Pen, sheet: Sheet, band: Band, heights: Sequence[float], area: Area) -> None:
        tops = [area.top]
        for height in heights:
            tops.append(tops[-1] - height)
        starts = {cell.first for cell in band.cells}
        for row in sorted(starts):
            until = band.times[-1] if band.even else ""
            self._time(pen, sheet, (band.times[row], until), area.left, tops[row])
        for cell in band.cells:
            top, bottom = tops[cell.first], tops[cell.last]
            self._cell(pen, sheet, band, cell, area._replace(top=top, height=top - bottom))

    def _time(self, pen: Pen, sheet: Sheet, times: tuple[str, str], x: float, top: float) -> None:
        scale = sheet.style.scale
        below = top - _PAD * scale
        starts = self.kit.line(times[0][11:16], Weight.BOLD, _TIME * scale, tabular=True)
        pen.put(starts, x, below)
        if times[1]:
            until = self.kit.line(f"– {times[1][11:16]}", Weight.REGULAR, _TEXT * scale, tabular=True)
            pen.put(until, x, below - starts.block_height, colour=MUTED)

    def _cell(self, pen: Pen, sheet: Sheet, band: Band, cell: Cell, area: Area) -> None:
        scale = sheet.style.scale
        width = self._cell_width(sheet, band, cell)
        x = area.left + self._left(sheet)
        if not band.wide:
            edges = self._edges(sheet)
            x = area.left + edges[cell.column]
            x += cell.lane * (edges[cell.column + 1] - edges[cell.column]) / cell.lanes
        height = area.height - (0.0 if band.even else _GAP * 0.6 * scale)
        shape = rectangle(x, area.top, width, height, _ROUND * scale)
        pen.paper.path(shape, GROUND)
        with pen.paper.clipped(shape):
            pen.paper.box(x, area.top, _BAR * scale, height, INK)
        if sheet.style.detail is Detail.NOTHING and cell.item.session.crew:
            pen.remarks.unnamed[cell.item.session.title] = None
        texts = self._texts(sheet, band, cell)
        _write(pen, texts, x + (_PAD + _BAR) * scale, area.top - _PAD * scale, cell.item.session.title)

    def _break(self, pen: Pen, sheet: Sheet, around: tuple[Band, Band], area: Area, top: float) -> float:
        """Draw what lies between two bands, and return how high it is."""
        scale, height = sheet.style.scale, self._gap(sheet, *around)
        if _minutes(*around) >= _LONG_BREAK:
            told = self.words.t("Break until {time}", time=around[1].times[0][11:16])
            text = self.kit.line(told, Weight.REGULAR, _TEXT * scale)
            x, middle = area.left + self._left(sheet), top - height / 2
            pen.put(text, x, middle + text.block_height / 2, colour=MUTED)
            after = x + text.block_width + _GAP * scale
            pen.paper.box(after, middle, area.right - after, 0.5, LINE)
        return height


def _write(pen: Pen, lines: Sequence[Line], x: float, top: float, about: str) -> None:
    for text, colour in lines:
        pen.put(pen.remarks.note(about, text), x, top, colour=colour)
        top -= text.block_height


def _minutes(before: Band, after: Band) -> int:
    return Band((before.times[-1], after.times[0]), (), wide=False).minutes[0]
