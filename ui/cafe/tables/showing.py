"""What is shown of the tables: today's ways or proposed ones, a round, and what is chosen in it."""

from collections.abc import Generator

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from eventdesk.cafe.cafe import Cafe
from eventdesk.people.role import sector_name
from ui.cafe.flow.cafe_flow import CafeFlow
from ui.cafe.hall.legend import Sector
from ui.cafe.tables import facts
from ui.cafe.tables.board import Board
from ui.cafe.tables.deeds import Deeds
from ui.cafe.tables.faces import sight_of
from ui.cafe.tables.guests_card import Row
from ui.cafe.tables.proposal import Proposal
from ui.cafe.tables.rows import rows_in_steps
from ui.look import Look
from ui.timers import single_shot

GATHER_MS = 20


class Showing(Board):
    """Shows, and chooses; what is done is the business of its child."""

    deeds_changed = Signal()

    def __init__(self, look: Look, flow: CafeFlow) -> None:
        super().__init__(look, flow)
        self.proposal: Proposal | None = None
        self.deeds_of = Deeds(look, flow, self)
        self._rows: list[Row] = []
        self._steps: Generator[None, None, None] | None = None
        self._stale = True
        self._soon = single_shot(self, self._read, GATHER_MS)
        self._next = single_shot(self, self._read_on)
        self.strip.turned.connect(lambda _at: self.refresh())

    @property
    def late(self) -> bool:
        """Whether something has changed that is not shown yet."""
        return self._soon.isActive() or self._next.isActive()

    @property
    def preview(self) -> Cafe | None:
        """The café that is looked at, if it is not how things are."""
        if self.proposal is None or self.strip.sides.at() == 0:
            return None
        return self.proposal.looked_at()

    @property
    def shown(self) -> Cafe:
        """The café that is shown."""
        preview = self.preview
        return self.flow.cafe if preview is None else preview

    def changed(self) -> None:
        """Show how things are now: soon, or when somebody looks here again."""
        self._steps = None
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Show how things are now."""
        super().showEvent(event)
        if self._stale:
            self._soon.start(0)

    def _read(self) -> None:
        self._steps = self._reading()
        self._next.start()

    def _read_on(self) -> None:
        steps = self._steps
        if steps is not None and next(steps, self) is not self:
            self._next.start()
        elif steps is not None:
            self._steps = None
            self._stale = False
            if self.proposal is not None:
                self.proposal.follow()
            self.refresh()

    def _reading(self) -> Generator[None, None, None]:
        yield from self.flow.look_in_steps()
        self._choose_round()
        yield
        self._rows = yield from rows_in_steps(self.look.words, self.flow.cafe, self.flow.day, self.flow.memory.round)

    # ---- showing

    def refresh(self) -> None:
        """Show everything as it is now."""
        cafe, preview, memory = self.flow.cafe, self.preview, self.flow.memory
        self._choose_round()
        shown = cafe if preview is None else preview
        before = cafe if preview is not None and cafe.way_of else None
        sight = sight_of(self.look.words, shown, memory.round, self.flow.day.present, before)
        self.view.show_sight(sight)
        self.empty.show_missing(tables=not cafe.tables, rounds=not cafe.rounds)
        self.view.setVisible(self.empty.isHidden())
        self.bar.show_rounds(cafe.rounds, memory.round)
        self.bar.setVisible(bool(cafe.rounds))
        self.show_clock()
        self._show_strip()
        words = self.look.words
        sectors = [Sector(code, sector_name(words, code), colour) for code, colour in sight.colours.items()]
        if any(not guest.sector for guest in cafe.guests.values()):
            sectors.append(Sector("", words.t("no sector"), ""))
        self.legend.show_sight(sectors if self.empty.isHidden() and len(sectors) > 1 else [], sight)
        if memory.table not in cafe.table_of:
            memory.table = None
        if memory.person not in cafe.guests:
            memory.person = None
        self.deeds_changed.emit()
        self.show_chosen()

    def show_clock(self) -> None:
        """Show what the clock says."""
        able, due = self.flow.closed is None, bool(self.flow.cafe.way_of)
        self.bar.show_clock(self.flow.clock.state, able=able, due=due)

    def _choose_round(self) -> None:
        """Keep to the round that is looked at; begin with the one that is on, or comes next."""
        cafe, memory = self.flow.cafe, self.flow.memory
        if memory.round not in cafe.round_of:
            first = cafe.on or cafe.next or (cafe.rounds[-1] if cafe.rounds else None)
            memory.round = first.id if first is not None else None

    def _show_strip(self) -> None:
        proposal = self.proposal
        if proposal is None or proposal.looked_at() is None:
            self.strip.say("")
            return
        today = self.look.words.t("This is how it is today.")
        self.strip.say(proposal.headline() if self.preview is not None else today, choice=True)

    # ---- what is chosen

    def show_chosen(self) -> None:
        """Show what is chosen: at the tables, in the list, and on its card."""
        words, memory, cafe = self.look.words, self.flow.memory, self.shown
        able = self.flow.closed is None and self.preview is None
        person, day = memory.person, self.flow.day
        guest = cafe.guests.get(person) if person is not None else None
        table = cafe.table_of.get(memory.table) if memory.table is not None else None
        if guest is not None:
            shown = facts.of_person(words, cafe, day, guest, able=able)
        elif table is not None:
            shown = facts.of_table(words, cafe, day, table, memory.round, able=able)
        else:
            shown = facts.of_cafe(words, cafe, day, self.flow.thin_tables() if able else (), able=able)
        self.choice.show_facts(shown)
        self.guests.show_rows(self._rows, person)
        seat = self.view.sight.where.get(person) if person is not None else None
        self.view.choose(seat if guest is not None else memory.table, person if seat is not None else None)

    def choose_table(self, table: int | None) -> None:
        """Choose a table, or nothing."""
        self.flow.memory.table, self.flow.memory.person = table, None
        self.show_chosen()

    def choose_person(self, person: int, *, bring: bool = False) -> None:
        """Choose somebody, and the table where they sit."""
        memory = self.flow.memory
        memory.person, memory.table = person, self.view.sight.where.get(person)
        self.show_chosen()
        if bring and memory.table is not None:
            self.view.bring(memory.table)

    def choose_round(self, round_id: int) -> None:
        """Look at another round."""
        self.flow.memory.round = round_id
        self.refresh()
        self._soon.start(0)

    def step_round(self, by: int) -> None:
        """Look at the next round, or the one before."""
        rounds = [each.id for each in self.flow.cafe.rounds]
        if self.flow.memory.round in rounds:
            at = rounds.index(self.flow.memory.round) + by
            if 0 <= at < len(rounds):
                self.choose_round(rounds[at])
