"""A card for each person with their tables, round by round: four or eight on a sheet of A4, to be cut."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import ceil
from pathlib import Path
from typing import BinaryIO

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.itinerary import Itinerary
from eventdesk.cafe.papers.imprint import Imprint, round_text
from eventdesk.cafe.round import CafeRound
from eventdesk.cafe.table import CafeTable
from eventdesk.drawing.colour import INK, MUTED, WHITE, Colour
from eventdesk.drawing.fitting import Align, Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.leaves import LINE, Leaf, Pen, write_leaves
from eventdesk.drawing.pages.names import unbroken
from eventdesk.drawing.pages.paper_size import POINTS_PER_MM, Area, PaperSize
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.shapes import path, rectangle
from eventdesk.words import Words
from eventdesk.words.cafe import table_text

TINT = Colour.parse("#eef1f7")
_EDGE = 8.5 * POINTS_PER_MM
_COLUMNS = 2
_IN_A_ROW, _SHORT = 4, 12
_LOW = 40.0
"""What is lower than this has room for one line of text."""

_SMALL, _LEAST = 7.0, 5.0
_ASKED = 9.0, 8.2, 7.4, 6.6
"""How large questions are, the smaller ones where there is no room for the larger."""
_THIN, _DASH = 0.4, 2.5


class PerSheet(IntEnum):
    """How many cards stand on one sheet."""

    FOUR = 4
    """Large, with the questions."""
    EIGHT = 8


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on one card. Nobody has it where `name` is empty: then it can be written on."""

    way: Itinerary
    name: str = ""
    organisation: str = ""
    order: tuple[str, int] = ("", 0)
    hosts: int | None = None


def cards(
    cafe: Cafe,
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    per_sheet: PerSheet = PerSheet.EIGHT,
    only: Collection[int] | None = None,
    spare: bool = True,
    progress: Callable[[int], None] | None = None,
) -> PaperReport:
    """Write the cards in the order of German lists, so that the cut piles laid upon each other stay in it.

    `only` is row ids of people; without it the ways that nobody has follow as cards without a name, if they are to
    (`spare`). Raises `KnownError` DISK_FULL or CANNOT_WRITE.
    """
    chosen = cards_of(cafe, only=only, spare=spare)
    writer = _Writer(cafe, imprint, Words(imprint.language), per_sheet)
    sheets = ceil(len(chosen) / per_sheet)
    leaves = [writer.leaf(chosen[at::sheets]) for at in range(sheets)]
    return write_leaves(leaves, out, kit, imprint, Remarks(), papers=len(chosen), progress=progress)


def cards_of(cafe: Cafe, *, only: Collection[int] | None = None, spare: bool = True) -> list[Card]:
    """Return what stands on the cards: by name, then those that nobody has by their numbers."""
    found = []
    for person, way in cafe.way_of.items():
        if only is None or person in only:
            guest = cafe.guests[person]
            hosts = cafe.hosted_by.get(person)
            stays = hosts if {*way.tables.values()} == {hosts} else None
            found.append(Card(way, guest.name, guest.organisation, guest.order, stays))
    found.sort(key=lambda card: card.order)
    free = (Card(way) for way in cafe.free if len(way.tables) == len(cafe.rounds))
    return [*found, *(free if spare and only is None else ())]


class _Writer:
    """Draws the sheets."""

    def __init__(self, cafe: Cafe, imprint: Imprint, words: Words, per_sheet: PerSheet) -> None:
        self.cafe, self.imprint, self.words = cafe, imprint, words
        self.rows = per_sheet // _COLUMNS
        self.large = per_sheet is PerSheet.FOUR
        self.roomy = len(cafe.rounds) <= _IN_A_ROW
        self.numbered = all(self._parts(table)[0] for table in cafe.tables)
        self.size = PaperSize.A4.points()

    def leaf(self, cards: Sequence[Card]) -> Leaf:
        """Return one sheet."""
        title = self.words.t("World Café cards")
        return Leaf(self.size, 1.0, title, "", lambda pen, _: self._draw(pen, cards), bare=True)

    def _draw(self, pen: Pen, cards: Sequence[Card]) -> None:
        width, height = self.size[0] / _COLUMNS, self.size[1] / self.rows
        for at, card in enumerate(cards):
            row, column = divmod(at, _COLUMNS)
            left, top = column * width + _EDGE, self.size[1] - row * height - _EDGE
            self._card(pen, card, Area(left, top, width - 2 * _EDGE, height - 2 * _EDGE))
        lines = [((width, 0.0), (width, self.size[1]))]
        lines += [((0.0, row * height), (self.size[0], row * height)) for row in range(1, self.rows)]
        for line in lines:
            pen.paper.stroke(path(line, closed=False), MUTED, _THIN, (_DASH, _DASH))

    def _card(self, pen: Pen, card: Card, area: Area) -> None:
        grown = 1.3 if self.large else 1.0
        number = pen.kit.line(self.words.t("Card {number}", number=card.way.number), Weight.REGULAR, _SMALL * grown)
        pen.put(number, area.right - number.block_width, area.top, colour=MUTED)
        top = area.top - self._name(pen, card, area, area.width - number.block_width - 10.0, grown)
        foot = pen.fit(self.imprint.event, Weight.REGULAR, Room(area.width, 10.0 * grown, _SMALL * grown, _LEAST), "")
        pen.put(foot, area.left, area.bottom + foot.block_height, colour=MUTED)
        below = Area(area.left, top, area.width, top - area.bottom - foot.block_height - 6.0 * grown)
        if card.hosts is not None:
            self._host(pen, card.hosts, below)
        elif self.large or not self.numbered:
            self._lines(pen, card, below)
        else:
            self._boxes(pen, card, below)

    def _name(self, pen: Pen, card: Card, area: Area, width: float, grown: float) -> float:
        """Draw whose card it is; return how high that is, with the white below."""
        if not card.name:
            drop = 22.0 * grown
            pen.paper.box(area.left, area.top - drop, width, 0.7, MUTED)
            return drop + 12.0 * grown
        room = Room(width, 46.0 * grown, 19.0 * grown, 11.0 * grown, 3 if self.roomy else 2, 1.1, 0.72)
        name = pen.fit_whole(card.name, Weight.BOLD, room, card.name)
        pen.put_first(name, area.left, area.top)
        high = name.block_height
        if card.organisation:
            lines = 2 if self.large and self.roomy else 1
            wide = width if name.right_to_left else area.width
            below = Room(wide, 11.0 * grown * lines, 8.5 * grown, _LEAST, lines, 1.2, 0.85, floor=6.0)
            text = pen.fit(unbroken(card.organisation), Weight.REGULAR, below, card.name)
            pen.put_first(text, area.left, area.top - high, MUTED)
            high += text.block_height
        return high + 8.0 * grown

    def _host(self, pen: Pen, table: int, area: Area) -> None:
        """Draw the one table at which a host stays."""
        pen.paper.path(rectangle(area.left, area.top, area.width, area.height, 7.0), INK)
        inner = Area(area.left + 14.0, area.top - 12.0, area.width - 28.0, area.height - 24.0)
        told = self.words.t("You are the host here in all rounds.")
        below = [pen.kit.flow(told, Weight.SEMIBOLD, 11.0 if self.large else 8.5, inner.width)]
        asked = self.cafe.table_of[table].question
        if asked:
            below.append(pen.kit.flow(asked, Weight.REGULAR, 11.0 if self.large else 8.5, inner.width, lines=6))
        taken = sum(text.block_height + 4.0 for text in below)
        where = table_text(self.words, self.cafe.table_of[table].name)
        room = Room(inner.width, max(inner.height - taken, 14.0), 44.0 if self.large else 30.0, 12.0, 3, 1.1)
        texts = [pen.fit_whole(where, Weight.BOLD, room, where), *below]
        top = inner.top - max(0.0, (inner.height - texts[0].block_height - taken) / 2)
        for text in texts:
            pen.put_first(text, inner.left, top, WHITE)
            top -= text.block_height + 4.0

    def _boxes(self, pen: Pen, card: Card, area: Area) -> None:
        """Draw a box for each round, as large as there is room for."""
        rounds = self.cafe.rounds
        rows = ceil(len(rounds) / _IN_A_ROW)
        columns, gap = ceil(len(rounds) / max(rows, 1)), 5.0
        width = (area.width - (columns - 1) * gap) / max(columns, 1)
        height = (area.height - (rows - 1) * gap) / max(rows, 1)
        for at, each in enumerate(rounds):
            row, column = divmod(at, columns)
            box = Area(area.left + column * (width + gap), area.top - row * (height + gap), width, height)
            pen.paper.path(rectangle(*box, 5.0), TINT)
            self._box(pen, card, each, Area(box.left + 5.0, box.top - 5.0, width - 10.0, height - 10.0))

    def _box(self, pen: Pen, card: Card, each: CafeRound, area: Area) -> None:
        said = round_text(self.words, each)
        label = pen.fit(said, Weight.REGULAR, Room(area.width, 10.0, 7.5, _LEAST), said)
        pen.put(label, area.left, area.top, Align.CENTRE, MUTED)
        kind, name = self._table(card, each)
        top, left = area.top - label.block_height, area.height - label.block_height
        if left < _LOW:
            kind, name = "", f"{kind} {name}"
        texts = []
        if kind:
            texts.append(pen.fit(kind, Weight.SEMIBOLD, Room(area.width, left * 0.3, 12.0, _LEAST), kind))
            left -= texts[0].block_height
        texts.append(pen.fit_whole(name, Weight.BOLD, Room(area.width, left, 44.0, 7.0), name, least=5.0))
        top -= max(0.0, left - texts[-1].block_height) / 2
        for text in texts:
            pen.put(text, area.left, top, Align.CENTRE)
            top -= text.block_height

    def _lines(self, pen: Pen, card: Card, area: Area) -> None:
        """Draw a line for each round, with what is asked there."""
        rounds = self.cafe.rounds
        high = min(area.height / max(len(rounds), 1), 92.0)
        low = high < _LOW
        beside, pad = area.width * (0.3 if low else 0.19), high * 0.1 if low else 5.0
        for at, each in enumerate(rounds):
            top = area.top - at * high
            pen.paper.box(area.left, top, area.width, 0.6, LINE)
            label = Area(area.left, top - 1.6 * pad, beside - 6.0, high - 3.2 * pad)
            if low:
                self._label(pen, round_text(self.words, each), label)
            else:
                told = self.words.t("Round {number}", number=each.number)
                down = self._label(pen, told, label, Weight.SEMIBOLD)
                self._label(pen, each.starts[11:16], label._replace(top=label.top - down))
            self._line(pen, card, each, Area(area.left + beside, top - pad, area.width - beside, high - 2 * pad))

    def _label(self, pen: Pen, told: str, area: Area, weight: Weight = Weight.REGULAR) -> float:
        room = Room(area.width, min(12.0, area.height), 9.0 if self.large else 8.0, _LEAST)
        label = pen.fit(told, weight, room, told)
        pen.put(label, area.left, area.top, colour=MUTED)
        return label.block_height

    def _line(self, pen: Pen, card: Card, each: CafeRound, area: Area) -> None:
        where = " ".join(part for part in self._table(card, each) if part)
        whole = area.height if area.height < _LOW else area.height * 0.55
        room = Room(area.width, whole, min(22.0, max(area.height * 0.36, 13.0)), 6.0, 2, 1.1, 0.6)
        name = pen.fit_whole(where, Weight.BOLD, room, where)
        pen.put(name, area.left, area.top)
        table = card.way.tables.get(each.id)
        if table is not None and self.large:
            below = Area(area.left, area.top - name.block_height, area.width, area.height - name.block_height)
            self._questions(pen, self.cafe.questions(each.id, table), where, below)

    @staticmethod
    def _questions(pen: Pen, asked: Sequence[str], where: str, area: Area) -> None:
        """Draw what is asked, each question on lines of its own: all that have room, at least the first."""
        tries = [(asked, size) for size in _ASKED[:2]] + [(asked[:1], size) for size in _ASKED]
        for questions, size in tries:
            lines = int(area.height / (size * 1.25))
            texts = [
                pen.kit.flow(each, Weight.REGULAR, size, area.width, leading=1.25, lines=max(lines, 1))
                for each in questions
            ]
            if sum(len(text.lines) for text in texts) <= lines and not any(text.cut for text in texts):
                break
        if not lines:
            return
        top = area.top
        for text in texts:
            pen.put_first(pen.remarks.note(where, text), area.left, top, MUTED)
            top -= text.block_height

    def _table(self, card: Card, each: CafeRound) -> tuple[str, str]:
        """Return what a table is called, in two parts if that ends in a number: ("Table", "7")."""
        table = self.cafe.table_of.get(card.way.tables.get(each.id, 0))
        return ("", "–") if table is None else self._parts(table)

    def _parts(self, table: CafeTable) -> tuple[str, str]:
        kind, _, name = table_text(self.words, table.name).rpartition(" ")
        return (kind, name) if name.isdecimal() and len(kind) <= _SHORT else ("", f"{kind} {name}".strip())
