"""Signs for the doors of rooms: the room and the next session to be read from five metres, what follows below."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from eventdesk.drawing.colour import INK, MUTED, WHITE, Colour
from eventdesk.drawing.fitting import Align, Fitted, Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.imprint import version_text
from eventdesk.drawing.pages.leaves import LINE, Leaf, Pen, write_leaves
from eventdesk.drawing.pages.paper_size import POINTS_PER_MM, Area, PaperSize
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.shapes import rectangle
from eventdesk.panels.papers.agenda import Agenda, Item
from eventdesk.panels.papers.imprint import Imprint
from eventdesk.panels.papers.telling import (
    BETWEEN,
    access_text,
    crew_lines,
    crew_text,
    joined,
    languages_text,
    moderators_text,
    seats_text,
    time_text,
    title_text,
)
from eventdesk.words import Words
from eventdesk.words.days import days_text

PALE = Colour.parse("#c9d2e3")
"""Secondary text on ink, at 10 to 1."""

_EDGE = 16 * POINTS_PER_MM
_ROOM, _LEAST_ROOM = 84.0, 30.0
_TITLE, _LEAST_TITLE = 54.0, 17.0
_TIME, _CREW, _LEAST_CREW = 32.0, 20.0, 7.0
_NOT_SMALL, _APART = 14.5, 4.0
_LATER, _LEAST_LATER = 23.0, 8.0
_SMALL = 12.0
_PAD, _ROUND = 22.0, 9.0
_LARGE_SHARE = 0.5
"""The part of the height below the room's name that the next session takes at least."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """What stands on one sign: the sessions of a room on one day, from the one that is shown large on."""

    large: Item
    later: tuple[Item, ...]


def door_signs(  # noqa: PLR0913 - what is printed, and on what, is asked for one by one
    agenda: Agenda,
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    size: PaperSize = PaperSize.A4,
    only: Collection[int] | None = None,
    each: bool = False,
    since: str = "",
    progress: Callable[[int], None] | None = None,
) -> PaperReport:
    """Write a sign for each room and day: today's sessions, the next one large.

    `only` is row ids of rooms. `each`: a sign for each session, to be changed at the door. `since` is local ISO time:
    what is over by then is left out. Raises `KnownError` DISK_FULL or CANNOT_WRITE.
    """
    drawer = _Drawer(agenda, imprint, Words(imprint.language), size)
    found = [sign for sign in _signs(agenda, since, each=each) if only is None or _room(sign.large) in only]
    leaves = [drawer.leaf(sign) for sign in found]
    return write_leaves(leaves, out, kit, imprint, Remarks(), papers=len(leaves), progress=progress)


def rooms_with_signs(agenda: Agenda, since: str = "") -> tuple[int, ...]:
    """Return the row ids of rooms in which something takes place, or still takes place after a moment."""
    return tuple(dict.fromkeys(_room(sign.large) for sign in _signs(agenda, since, each=False)))


def _signs(agenda: Agenda, since: str, *, each: bool) -> Iterator[_Sign]:
    for room in agenda.programme.rooms:
        here = [item for item in agenda.items if item.timed and item.room == room and item.timed.ends > since]
        for day in dict.fromkeys(item.day for item in here):
            items = tuple(item for item in here if item.day == day)
            for at in range(len(items) if each else 1):
                yield _Sign(items[at], items[at + 1 :])


def _room(item: Item) -> int:
    return item.room.id if item.room is not None else 0


class _Drawer:
    """Draws signs of one size."""

    def __init__(self, agenda: Agenda, imprint: Imprint, words: Words, size: PaperSize) -> None:
        self.agenda, self.imprint, self.words, self.size, self.grown = agenda, imprint, words, size, size.scale

    def leaf(self, sign: _Sign) -> Leaf:
        """Return the page."""
        title = sign.large.room.name if sign.large.room is not None else ""
        return Leaf(self.size.points(), self.grown, title, "", lambda pen, _: self._draw(pen, sign), bare=True)

    def _draw(self, pen: Pen, sign: _Sign) -> None:
        width, height = self.size.points()
        edge = _EDGE * self.grown
        inner = Area(edge, height - edge, width - 2 * edge, height - 2 * edge)
        foot = self._foot(pen, sign, inner)
        top = inner.top - self._head(pen, sign, inner) - 18 * self.grown
        free = top - inner.bottom - foot - 14 * self.grown
        rows = self._rows(pen, sign, inner.width, free * (1 - _LARGE_SHARE))
        below = sum(height for _, _, height in rows) + (24 * self.grown if rows else 0.0)
        taken = self._large(pen, sign.large, inner._replace(top=top, height=free - below))
        self._later(pen, rows, inner.left, top - taken - 24 * self.grown, inner.width)

    def _head(self, pen: Pen, sign: _Sign, area: Area) -> float:
        """Draw the name of the room and how many people it takes; return how high that is."""
        room, grown = sign.large.room, self.grown
        if room is None:
            return 0.0
        seats = pen.kit.line(seats_text(self.words, room.capacity), Weight.REGULAR, 16 * grown)
        beside = area.width - seats.block_width - 16 * grown
        name = pen.kit.fit(room.name, Weight.BOLD, Room(beside, _ROOM * 1.3 * grown, _ROOM * grown, 52 * grown))
        alone = name.overflow
        if alone:
            wanted = Room(area.width, 150 * grown, _ROOM * 0.72 * grown, _LEAST_ROOM * grown, 3, 1.08, 0.9)
            name = pen.kit.fit(room.name, Weight.BOLD, wanted)
            if name.overflow:
                name = pen.fit_whole(room.name, Weight.BOLD, wanted._replace(lines=8), room.name)
        pen.put_first(pen.remarks.note(room.name, name), area.left, area.top)
        if not room.capacity:
            return name.block_height
        if alone:
            pen.put(seats, area.left, area.top - name.block_height, colour=MUTED)
            return name.block_height + seats.block_height
        pen.put(seats, area.right - seats.block_width, area.top - name.baselines[-1] + seats.baselines[0], colour=MUTED)
        return name.block_height

    def _large(self, pen: Pen, item: Item, area: Area) -> float:
        """Draw the next session on ink, and return how high it is."""
        grown = self.grown
        pad = _PAD * grown
        inner = Area(area.left + pad, area.top - pad, area.width - 2 * pad, area.height - 2 * pad)
        time = pen.kit.line(time_text(item.slot) if item.slot else "", Weight.REGULAR, _TIME * grown, tabular=True)
        crew = self._crew(pen, item, inner.width, (inner.height - time.block_height) * 0.45)
        apart = _APART * grown
        tall = sum(text.block_height + apart for text in crew) + (10 * grown - apart if crew else 0.0)
        title = self._title(
            pen, title_text(item.session), inner.width, max(inner.height - time.block_height - tall, _LEAST_TITLE)
        )
        texts = [(time, PALE), *((text, WHITE) for text in title)]
        height = min(area.height, sum(text.block_height for text, _ in texts) + tall + 2 * pad)
        pen.paper.path(rectangle(area.left, area.top, area.width, height, _ROUND * grown), INK)
        below = inner.top
        for text, colour in texts:
            pen.put_first(text, inner.left, below, colour)
            below -= text.block_height
        below -= 10 * grown
        for text in crew:
            pen.put_first(text, inner.left, below, PALE)
            below -= text.block_height + apart
        return height

    def _title(self, pen: Pen, title: str, width: float, height: float) -> list[Fitted]:
        """Return a title as large as there is room for; "Panel I · Buddies" has Panel I on a line of its own."""
        grown = self.grown
        head, dot, rest = title.partition(BETWEEN)
        room = Room(width, height, _TITLE * grown, _LEAST_TITLE * grown, 14, 1.13, 0.86)
        spare = height - 1.3 * _TITLE * grown
        if dot and rest and spare > 0:
            below = pen.kit.fit(rest, Weight.BOLD, room._replace(height=spare))
            above = pen.kit.fit(head, Weight.BOLD, Room(width, 2 * _TITLE * grown, below.size, below.size))
            if not below.overflow and not above.overflow:
                return [pen.remarks.note(title, above), pen.remarks.note(title, below)]
        return [pen.fit_whole(title, Weight.BOLD, room, title)]

    def _crew(self, pen: Pen, item: Item, width: float, most: float) -> list[Fitted]:
        """Return who speaks and who moderates, as large as there is room for: a line for each, if that is not small."""
        session, grown = item.session, self.grown
        speakers = self.agenda.who(session.speakers)
        moderators = moderators_text(self.words, self.agenda, session, organisations=True)
        each = [*(crew_text([speaker]) for speaker in speakers), moderators]
        together = [*crew_lines(speakers), moderators]
        for texts, least in ((each, _NOT_SMALL * grown), (together, _LEAST_CREW)):
            found = _shrunk(pen, texts, width, most, (_CREW * grown, least))
            if sum(text.block_height for text in found) <= most:
                break
        return [pen.remarks.note(session.title, text) for text in found]

    # ---- what follows

    def _rows(self, pen: Pen, sign: _Sign, width: float, most: float) -> list[tuple[Fitted, Fitted, float]]:
        """Return time, title and height of each session that follows, as large as there is room for.

        If they do not fit at all, the last line says how many more there are.
        """
        size = round(_LATER * self.grown, 2)
        while True:
            rows = [self._row(pen, item, size, width) for item in sign.later]
            if sum(height for _, _, height in rows) <= most:
                return rows
            if size <= _LEAST_LATER:
                break
            size = max(round(size * 0.92, 2), _LEAST_LATER)
        shown: list[tuple[Fitted, Fitted, float]] = []
        line = size * 2.0
        for row in rows:
            if sum(height for _, _, height in (*shown, row)) + line > most:
                break
            shown.append(row)
        more = len(rows) - len(shown)
        told = self.words.n("… and {count} more session", "… and {count} more sessions", more)
        blank = pen.kit.line("", Weight.REGULAR, size)
        return [*shown, (blank, pen.kit.flow(told, Weight.REGULAR, size, width), line)]

    def _row(self, pen: Pen, item: Item, size: float, width: float) -> tuple[Fitted, Fitted, float]:
        time = pen.kit.line(item.slot.starts[11:16] if item.slot else "", Weight.BOLD, size, tabular=True)
        title = pen.kit.flow(title_text(item.session), Weight.REGULAR, size, width - _indent(size), leading=1.2)
        return time, pen.remarks.note(item.session.title, title), title.block_height + 0.55 * size

    def _later(
        self, pen: Pen, rows: Sequence[tuple[Fitted, Fitted, float]], x: float, top: float, width: float
    ) -> None:
        for time, title, height in rows:
            size = title.size
            pen.put(time, x, top)
            left = x + _indent(size)
            pen.put(title, left, top, Align.RIGHT if title.right_to_left else Align.LEFT)
            top -= height
            pen.paper.box(x, top + 0.28 * size, width, 0.5 * self.grown, LINE)

    def _foot(self, pen: Pen, sign: _Sign, area: Area) -> float:
        """Draw the small print at the foot, and return how high it is."""
        room, grown, words = sign.large.room, self.grown, self.words
        parts = (
            languages_text(words, self.agenda, sign.large.session) or sign.large.session.language,
            access_text(words, room) if room is not None else "",
            self.imprint.event,
            days_text(words, sign.large.day, sign.large.day),
            version_text(words, self.imprint.version),
        )
        size = _SMALL * grown
        text = pen.kit.flow(joined(parts), Weight.REGULAR, size, area.width, leading=1.3)
        pen.remarks.note(sign.large.session.title, text)
        pen.put(text, area.left, area.bottom + text.block_height, colour=MUTED)
        return text.block_height


def _shrunk(pen: Pen, texts: Iterable[str], width: float, most: float, sizes: tuple[float, float]) -> list[Fitted]:
    """Return texts at the largest of the sizes between two at which they are not higher than `most`, else the least."""
    size, least = (round(each, 2) for each in sizes)
    told = [text for text in texts if text]
    while True:
        found = [pen.kit.flow(text, Weight.REGULAR, size, width, leading=1.3, lines=40) for text in told]
        if size <= least or sum(text.block_height for text in found) <= most:
            return found
        size = max(round(size * 0.94, 2), least)


def _indent(size: float) -> float:
    """Return how wide the times beside titles of this size are, with white."""
    return 3.3 * size
