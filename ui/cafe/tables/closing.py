"""Closes a table from a round on: where its people would sit is looked at first, then done."""

from eventdesk.cafe.rotation.types import Moved
from ui.cafe.flow.cafe_flow import CafeFlow
from ui.cafe.flow.thinking import AskedTable, closing
from ui.cafe.tables import telling
from ui.cafe.tables.deeds import Deeds
from ui.cafe.tables.proposal import Proposal
from ui.look import Look
from ui.widgets.answer_card import Answer
from ui.widgets.change_list import ChangeLine
from ui.widgets.reason_line import Line
from ui.work import Work


class Closing(Proposal):
    """Only the people of this table sit elsewhere."""

    asks_again = True

    def __init__(self, look: Look, flow: CafeFlow, deeds: Deeds, work: Work) -> None:
        super().__init__(look, flow, deeds, work, (look.words.t("Close a table"), ""), closing)
        self._table, self._from = 0, 1

    def open(self, table: int, from_round: int) -> None:
        """Ask what becomes of the people of a table from a round on, by its number from 1."""
        self._table, self._from = table, from_round
        self.begin()

    def asked(self) -> AskedTable:
        """Return what is asked now."""
        return AskedTable(self.flow.cafe, self._table, self._from, self.flow.day.present)

    def is_old(self) -> bool:
        """Say whether the café, or who is there, has changed; a table that is gone meanwhile is asked about no more."""
        others = self.thinking.asked.present != self.flow.day.present
        return (super().is_old() or others) and self._table in self.flow.cafe.table_of

    def title(self) -> str:
        """Return what the work is called."""
        return self.look.words.t("Looking for other seats")

    def answer(self, found: Moved) -> Answer:
        """Return who would sit where."""
        words, cafe = self.look.words, self.flow.cafe
        lines = [self._line(person, way) for person, way in found.ways.items() if person in cafe.guests]
        notes = [Line(good=True, text=words.t("Nobody else's card changes."))]
        if found.repeats:
            notes.append(Line(good=False, text=telling.more_repeats(words, found.repeats)))
        if found.beyond_seats:
            notes.append(Line(good=False, text=telling.more_chairs(words, found.beyond_seats)))
        if found.unseated:
            notes.append(Line(good=False, text=telling.no_room(words, len(found.unseated))))
        table = cafe.table_of[self._table].name if self._table in cafe.table_of else ""
        total = words.t("{table} closes from round {number} on", table=table, number=self._from)
        who = words.n("One person sits elsewhere:", "{count} people sit elsewhere:", len(lines)) if lines else ""
        return Answer(total, "", who, tuple(notes), tuple(lines))

    def write(self, found: Moved) -> str:
        """Close it. Raises KnownError."""
        words, table = self.look.words, self.flow.cafe.table_of[self._table].name
        self.flow.close_table(self._table, self._from, found)
        return words.n("{table} is closed: one card has changed.", "{table} is closed: {count} cards have changed.",
                       len(found.ways), table=table)  # fmt: skip

    def _line(self, person: int, way: tuple[int, ...]) -> ChangeLine:
        words, cafe = self.look.words, self.flow.cafe
        before = cafe.way_of[person].tables if person in cafe.way_of else {}
        steps = [
            words.t("round {number}: {table}", number=each.number, table=cafe.table_of[table].name)
            for each, table in zip(cafe.rounds, way, strict=False)
            if table in cafe.table_of and before.get(each.id) != table
        ]
        return ChangeLine(cafe.guests[person].name, ", ".join(steps), after=person)
