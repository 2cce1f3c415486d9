"""Draws one ballot with its stub, the slip of a packet, and the marks along which a sheet is cut."""

from eventdesk.drawing.colour import INK, MUTED, WHITE
from eventdesk.drawing.fitting import Align, Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.pages.leaves import LINE, Pen
from eventdesk.drawing.pages.paper_size import POINTS_PER_MM, Area
from eventdesk.drawing.pages.table import tick_box
from eventdesk.drawing.shapes import path, rectangle
from eventdesk.people.code import grouped
from eventdesk.prize.ballot import Ballot
from eventdesk.prize.papers import code_art
from eventdesk.prize.poll import Poll, PollEntry
from eventdesk.prize.telling import entry_text
from eventdesk.words import Words

MOST_LISTED = 7
"""Up to so many entries stand on the ballot, with a box to tick; more are on the notice only."""
_LEAST_LISTED = 6.0
_MM = POINTS_PER_MM
_INSET = 6.0 * _MM
_STUB = 33 * _MM
_CODE, _STUB_CODE = 21 * _MM, 17 * _MM
_MARK = 5 * _MM
_BOX = 12.0 * _MM
_EVENT, _TITLE, _TEXT, _SMALL, _LEAST = 7.0, 14.0, 8.5, 7.2, 5.5
_DIGITS, _STUB_DIGITS = 11.0, 9.0
_BAND = 7.5 * _MM
_TICK, _PITCH = 7.5, 19.0


class BallotArt:
    """Draws the ballots of one poll."""

    def __init__(self, poll: Poll, event: str, words: Words) -> None:
        self.poll, self.event, self.words = poll, event, words
        self.places = len(str(max((entry.number for entry in poll.entries), default=1)))

    def ballot(self, pen: Pen, ballot: Ballot, area: Area) -> None:
        """Draw a ballot with its stub into its part of a sheet."""
        main = Area(
            area.left + _INSET, area.top - _INSET, area.width - _STUB - _INSET - 3 * _MM, area.height - 2 * _INSET
        )
        top = main.top - self._head(pen, main)
        bottom = main.bottom + self._foot(pen, ballot, main)
        self._code(pen, ballot.code, main.left, top)
        left = main.left + _CODE * (1 + code_art.QUIET)
        self._choice(pen, ballot, Area(left, top, main.right - left, top - bottom))
        self._stub(pen, ballot, Area(area.right - _STUB, area.top, _STUB, area.height))

    def slip(self, pen: Pen, barred: PollEntry, ballots: int, area: Area) -> None:
        """Draw the slip that lies on a packet."""
        words = self.words
        inner = Area(area.left + _INSET, area.top - _INSET, area.width - 2 * _INSET, area.height - 2 * _INSET)
        pen.paper.path(rectangle(inner.left, inner.top, inner.width, _BAND, 3.0), INK)
        count = words.n("Packet of {count} ballot", "Packet of {count} ballots", ballots)
        told = pen.fit(count, Weight.SEMIBOLD, Room(inner.width - 12, _BAND, _TEXT + 1.5, _LEAST), self.poll.title)
        pen.put(told, inner.left + 6, inner.top - (_BAND - told.block_height) / 2, colour=WHITE)
        top = inner.top - _BAND - 9
        name = pen.fit(entry_text(barred), Weight.BOLD, Room(inner.width, 70, 22.0, 9.0, 4, 1.12), barred.name)
        pen.put_first(name, inner.left, top)
        rule = words.t(
            "Only for people who belong to this stand. These ballots do not count for it. All others get a ballot from "
            "the pile for everybody."
        )
        text = pen.kit.flow(rule, Weight.REGULAR, _TEXT, inner.width)
        pen.put(text, inner.left, top - name.block_height - 9, colour=INK)
        title = pen.fit(f"{self.poll.title} · {self.event}", Weight.REGULAR, Room(inner.width, 12, _SMALL, _LEAST), "")
        pen.put(title, inner.left, inner.bottom + title.block_height, colour=MUTED)

    # ---- the ballot

    def _head(self, pen: Pen, area: Area) -> float:
        """Draw event and title, and return how high they are with the white that the code needs."""
        event = pen.fit(self.event, Weight.REGULAR, Room(area.width, _EVENT * 1.5, _EVENT, _LEAST), self.event)
        pen.put(event, area.left, area.top, colour=MUTED)
        room = Room(area.width, 2.3 * _TITLE, _TITLE, 8.0, 2, 1.12, 0.85)
        title = pen.fit(self.poll.title, Weight.BOLD, room, self.poll.title)
        pen.put_first(title, area.left, area.top - event.block_height)
        return event.block_height + title.block_height + _CODE * code_art.QUIET

    def _code(self, pen: Pen, code: str, x: float, top: float) -> None:
        code_art.draw(pen, code, x, top, _CODE)
        self._digits(pen, code, Area(x, top - _CODE - 3 * _MM, _CODE, 40), _DIGITS)

    @staticmethod
    def _digits(pen: Pen, code: str, area: Area, size: float) -> None:
        """Draw digits in fours on two lines."""
        told, top = grouped(code), area.top
        for half in (told[:9], told[10:]):
            line = pen.kit.digits(half, Weight.SEMIBOLD, size)
            pen.put(line, area.left + (area.width - line.block_width) / 2, top)
            top -= size * 1.25

    def _foot(self, pen: Pen, ballot: Ballot, area: Area) -> float:
        """Draw how to vote and what the ballot cannot be cast for; return how high that is."""
        words = self.words
        told = words.t(
            "Scan this ballot at the voting screen, or fill it in and put it into the ballot box. It counts once."
        )
        text = pen.kit.flow(told, Weight.REGULAR, _SMALL, area.width, leading=1.25)
        barred = self.poll.entry(ballot.barred)
        height = text.block_height + (_BAND + 3 if barred else 0.0)
        pen.put(text, area.left, area.bottom + height, colour=MUTED)
        if barred is not None:
            pen.paper.path(rectangle(area.left, area.bottom + _BAND, area.width, _BAND, 3.0), INK)
            told = words.t("Does not count for {entry}", entry=entry_text(barred))
            room = Room(area.width - 12, _BAND * 0.84, _TEXT + 1, _LEAST, 2, 1.1)
            line = pen.fit(told, Weight.SEMIBOLD, room, barred.name)
            pen.put(line, area.left + 6, area.bottom + (_BAND + line.block_height) / 2, colour=WHITE)
        return height + 3

    def _choice(self, pen: Pen, ballot: Ballot, area: Area) -> None:
        """Draw what can be voted for, if all names of the poll find room on each of its ballots; else a box to fill."""
        least = area.height - (_BAND + 3 if ballot.barred is None else 0.0)
        pitch = min(least / max(1, len(self.poll.entries)), _PITCH)
        room = Room(area.width - _TICK - 4, pitch * 0.94, _TEXT, _LEAST, 2, 1.08, 0.8)
        named = [pen.kit.fit(entry_text(entry), Weight.REGULAR, room) for entry in self.poll.entries[: MOST_LISTED + 1]]
        size = min((name.size for name in named), default=0.0)
        if len(named) > MOST_LISTED or size < _LEAST_LISTED:
            self._boxes(pen, area)
            return
        entries = [entry for entry in self.poll.entries if entry.id != ballot.barred]
        for at, entry in enumerate(entries):
            middle = area.top - (at + 0.5) * pitch
            tick_box(pen, area.left, middle + _TICK / 2, _TICK)
            name = pen.fit(entry_text(entry), Weight.REGULAR, room._replace(max_size=size), entry.name)
            pen.put(name, area.left + _TICK + 4, middle + name.block_height / 2)

    def _boxes(self, pen: Pen, area: Area) -> None:
        """Draw boxes to write a number into."""
        told = self.words.t("I vote for number")
        text = pen.kit.flow(told, Weight.SEMIBOLD, _TEXT + 1, area.width, leading=1.15)
        pen.put(text, area.left, area.top + 2)
        top = area.top - text.block_height - 3
        side = min(_BOX, area.width / self.places)
        for place in range(self.places):
            pen.paper.stroke(rectangle(area.left + place * side, top, side, side * 1.25), INK, 1.0)
        where = self.words.t("All numbers are on the notice.")
        note = pen.kit.flow(where, Weight.REGULAR, _SMALL, area.width, leading=1.2)
        pen.put(note, area.left, top - side * 1.25 - 4, colour=MUTED)

    # ---- the stub

    def _stub(self, pen: Pen, ballot: Ballot, area: Area) -> None:
        words = self.words
        pen.paper.stroke(
            path([(area.left, area.top - 2), (area.left, area.bottom + 2)], closed=False), MUTED, 0.8, (3, 2.4)
        )
        left, width = area.left + 4 * _MM, area.width - 4 * _MM - _INSET
        keep = pen.fit(words.t("Stub – please keep"), Weight.SEMIBOLD, Room(width, 22, _TEXT, _LEAST, 2, 1.1), "")
        pen.put(keep, left, area.top - _INSET)
        room = Room(width, 20, _SMALL, _LEAST, 2, 1.1, 0.9, _LEAST)
        title = pen.kit.fit(self.poll.title, Weight.REGULAR, room)  # cut if it is long: the ballot has the whole of it
        pen.put_first(title, left, area.top - _INSET - keep.block_height, MUTED)
        top = area.top - _INSET - keep.block_height - title.block_height - _STUB_CODE * code_art.QUIET
        code_art.draw(pen, ballot.stub, left + (width - _STUB_CODE) / 2, top, _STUB_CODE)
        self._digits(pen, ballot.stub, Area(left, top - _STUB_CODE - 2.5 * _MM, width, 30), _STUB_DIGITS)
        told = words.t("Ballot lost? The desk gives you another one for this stub.")
        note = pen.kit.flow(told, Weight.REGULAR, _SMALL - 0.7, width, leading=1.2)
        pen.put(note, left, area.bottom + _INSET + note.block_height, Align.LEFT, MUTED)


def draw_cuts(pen: Pen, size: tuple[float, float], columns: int, rows: int) -> None:
    """Draw where a sheet is cut: hairlines, and marks at the edges."""
    width, height = size
    for column in range(1, columns):
        x = column * width / columns
        pen.paper.stroke(path([(x, 0), (x, height)], closed=False), LINE, 0.3)
        for end in (0.0, height - _MARK):
            pen.paper.stroke(path([(x, end), (x, end + _MARK)], closed=False), INK, 0.6)
    for row in range(1, rows):
        y = row * height / rows
        pen.paper.stroke(path([(0, y), (width, y)], closed=False), LINE, 0.3)
        for end in (0.0, width - _MARK):
            pen.paper.stroke(path([(end, y), (end + _MARK, y)], closed=False), INK, 0.6)
