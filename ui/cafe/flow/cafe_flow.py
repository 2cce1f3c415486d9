"""The World Café of one event as this desk looks at it: who sits where, who is there, and what is done about it."""

from collections.abc import Collection, Generator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from eventdesk.cafe import actions, actions_day, actions_ways, planning, records
from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.outcome import Applied, Closed, Done, GivenBack, HandedOver, Joined, Moved, NoWay
from eventdesk.cafe.pair import PairKind
from eventdesk.cafe.rotation.types import Handed, Price, Rotation, Thin
from eventdesk.cafe.rotation.types import Moved as Reseated
from eventdesk.cafe.round import CafeRound, RoundWanted
from eventdesk.cafe.table import CafeTable
from eventdesk.cafe_day import CafeDay, cafe_day, cafe_day_in_steps
from eventdesk.codes import Op
from eventdesk.errors import KnownError
from eventdesk.event import Changes, Entry, Event, Undone, UndoRefused
from eventdesk.findings.actions import set_findings
from eventdesk.findings.finding import Finding, FindingKind
from eventdesk.findings.records import findings
from eventdesk.people.rolebook import RoleBook, role_book
from ui.cafe.clock.keeper import ClockKeeper
from ui.cafe.clock.screen import ClockScreen
from ui.cafe.clock.state import Phase

LOOK_BACK = 300
"""So many entries are looked through for what this desk did last to the café."""
KINDS = frozenset(
    {"cafe_table", "cafe_round", "cafe_itinerary", "cafe_seat", "cafe_pair", "cafe_plan", "person", "setting"}
)
"""Kinds of changes after which the café is another."""
OF_ARRIVALS = frozenset({"scan"})
"""Kinds of changes after which others are in the house."""
OF_CLOCK = frozenset({"cafe_round", "setting"})
"""Kinds of changes after which the clock may say something else."""
OF_RESULTS = frozenset({"finding"})
DEEDS = frozenset(op for op in Op if op.name.startswith("CAFE_") and op is not Op.CAFE_KEEP) | {Op.FINDINGS}
"""What this page does, and can take back."""


@dataclass
class Memory:
    """What outlives a change of language: which view, which round, which table or person."""

    tab: int = 0
    round: int | None = None
    table: int | None = None
    person: int | None = None
    result: int | None = None


@dataclass(frozen=True)
class Draft:
    """What was typed about a table, and is not in the file yet."""

    table: int
    lines: tuple[str, ...]
    author: str


class CafeFlow:
    """Lives as long as the file is open."""

    def __init__(self, event: Event) -> None:
        """Look at the café of `event`."""
        self.event = event
        self.memory = Memory()
        self.draft: Draft | None = None
        self._cafe: Cafe | None = None
        self._day: CafeDay | None = None
        self._thin: tuple[Thin, ...] | None = None
        self._turn = self._arrivals = 0
        self.clock = ClockKeeper(event.now, lambda: self.rounds)
        self.screen = ClockScreen(self.clock, self._title, event.local_now)

    def close(self) -> None:
        """Note what was typed, and have done with the clock: the file is closed."""
        with suppress(KnownError):
            self.keep_draft()
        self.draft = None
        self.clock.close()
        self.screen.close()

    @property
    def closed(self) -> KnownError | None:
        """Why nothing can be changed in this file, if that is so."""
        return self.event.closed

    # ---- what there is

    @property
    def cafe(self) -> Cafe:
        """The café as it is now."""
        if self._cafe is None:
            self._cafe = records.read_cafe(self.event.db)
        return self._cafe

    @property
    def day(self) -> CafeDay:
        """Who of the guests is in the house now."""
        if self._day is None:
            self._day = cafe_day(self.event, self.cafe)
        return self._day

    @property
    def rounds(self) -> Sequence[CafeRound]:
        """The rounds as they are now, read by themselves: the clock needs nothing else."""
        return self._cafe.rounds if self._cafe is not None else records.rounds(self.event.db)

    def look_in_steps(self) -> Generator[None, None, None]:
        """Read the café, and who is there, in short steps, if that has changed; anew if it changes meanwhile."""
        while self._cafe is None or self._day is None:
            turn, arrivals = self._turn, self._arrivals
            cafe = self._cafe
            if cafe is None:
                cafe = yield from records.read_in_steps(self.event.db)
                if turn != self._turn:
                    continue
                self._cafe = cafe
            yield
            if cafe.without_way:  # put in order by itself: it is long where many have no card
                yield
            day = yield from cafe_day_in_steps(self.event, cafe)
            if (turn, arrivals) == (self._turn, self._arrivals):
                self._day = day

    def follow(self, changes: Changes) -> bool:
        """Know what has changed; returns whether anything that this page shows did."""
        if changes.kinds & KINDS:
            self.forget()
        if changes.kinds & (KINDS | OF_ARRIVALS):
            self._day = self._thin = None
            self._arrivals += 1
        if changes.kinds & OF_CLOCK:
            self.clock.look()
        return bool(changes.kinds & (KINDS | OF_ARRIVALS | OF_RESULTS))

    def forget(self) -> None:
        """Read everything anew: nobody may have told what has changed."""
        self._turn += 1
        self._cafe, self._day, self._thin = None, None, None

    def is_present(self, person: int) -> bool:
        """Say whether somebody is in the house; before the day everybody counts as there."""
        present = self.day.present
        return present is None or person in present

    def thin_tables(self) -> tuple[Thin, ...]:
        """Return the first round in which each table has few people, of those who are in the house."""
        if self._thin is None:
            found: dict[int, Thin] = {}
            for each in planning.thin_tables(self.cafe, self.day.present):
                found.setdefault(each.table, each)
            self._thin = tuple(found.values())
        return self._thin

    def price(self, person: int, round_id: int, table: int) -> Price:
        """Return what it costs to let somebody sit at another table in one round."""
        return planning.price_of(self.cafe, person, round_id, table, self.day.present)

    # ---- ways

    def apply(self, cafe: Cafe, rotation: Rotation) -> Applied:
        """Give everybody the way of a suggestion. Raises KnownError."""
        return actions_ways.apply_rotation(self.event, cafe, rotation)

    def move(self, person: int, round_id: int, table: int | None) -> Moved:
        """Let somebody sit at a table in one round. Raises KnownError."""
        return actions_ways.move(self.event, person, round_id, table)

    def swap(self, one: int, other: int) -> Moved:
        """Let two people change cards. Raises KnownError."""
        return actions_ways.swap(self.event, one, other)

    def keep_printed(self) -> Done:
        """Note that cards were printed. Raises KnownError."""
        return actions_ways.keep_printed(self.event)

    # ---- on the day

    def hand_over(self, gone: Collection[int], handed: Handed) -> HandedOver:
        """Give cards of people who did not come to those who came late. Raises KnownError."""
        return actions_day.hand_over(self.event, self.cafe, gone, handed)

    def give_back(self, person: int) -> GivenBack:
        """Let the way of somebody be free. Raises KnownError."""
        return actions_day.give_back(self.event, person)

    def join(self, person: int) -> Joined | NoWay:
        """Give somebody a way. Raises KnownError."""
        return actions_day.join(self.event, self.cafe, person)

    def close_table(self, table: int, from_round: int, reseated: Reseated) -> Closed:
        """Close a table from a round on. Raises KnownError."""
        return actions_day.close_table(self.event, self.cafe, table, from_round, reseated)

    def reopen_table(self, table: int) -> Done:
        """Let people sit at a table again. Raises KnownError."""
        return actions_day.reopen_table(self.event, table)

    # ---- the clock

    def turn_clock(self) -> None:
        """Do with the clock what is due: begin the next round, let this one stand still or go on, or end it.

        Raises KnownError.
        """
        state = self.clock.state
        if state.phase is Phase.RUNNING and state.round is not None:
            actions_day.pause_round(self.event, state.round.id)
        elif state.phase is Phase.PAUSED and state.round is not None:
            actions_day.go_on_round(self.event, state.round.id)
        elif state.phase is Phase.UP:
            self.end_round()
        elif state.next is not None:
            actions_day.begin_round(self.event, state.next.id)

    def end_round(self) -> None:
        """End the round that is on. Raises KnownError."""
        on = self.clock.state.round
        if on is not None:
            actions_day.end_round(self.event, on.id)

    def give_time(self, minutes: int) -> None:
        """Let the round that is on end later. Raises KnownError."""
        on = self.clock.state.round
        if on is not None:
            actions_day.shift_round(self.event, on.id, timedelta(minutes=minutes))

    # ---- tables, rounds, pairs

    def add_tables(self, names: Sequence[str], fields: Mapping[str, Any]) -> None:
        """Add tables that are alike but for their names. Raises KnownError."""
        actions.add_tables(self.event, [CafeTable(0, "", name, **fields) for name in names])

    def change_table(self, table: int, fields: Mapping[str, Any]) -> Done:
        """Change fields of a table. Raises KnownError."""
        return actions.change_table(self.event, table, **fields)

    def remove_table(self, table: int) -> Done:
        """Remove a table. Raises KnownError."""
        return actions.remove_table(self.event, table)

    def set_rounds(self, rounds: Sequence[RoundWanted]) -> Done:
        """Let there be these rounds. Raises KnownError."""
        return actions.set_rounds(self.event, rounds)

    def set_pair(self, one: int, other: int, kind: PairKind | None) -> Done:
        """Let two people have to sit together, or apart; None: neither. Raises KnownError."""
        return actions.set_pair(self.event, one, other, kind)

    @property
    def role_names(self) -> RoleBook:
        """How roles are called at this event."""
        return role_book(self.event.db)

    def leave_out(self, roles: Collection[str]) -> Done:
        """Let people of these roles not sit at tables. Raises KnownError."""
        return actions.leave_out(self.event, roles)

    # ---- results

    def results(self) -> Mapping[int, tuple[Finding, ...]]:
        """Return what each table found, by its row id."""
        found = findings(self.event.db)
        return {owner: lines for (kind, owner), lines in found.items() if kind is FindingKind.TABLE}

    def note(self, table: int, lines: Sequence[str], author: str) -> None:
        """Note what a table found. Raises KnownError."""
        set_findings(self.event, FindingKind.TABLE, table, lines, author)

    def keep_draft(self) -> None:
        """Note what was typed, if anything was. Raises KnownError, and has it still then."""
        draft = self.draft
        if draft is not None and draft.table in self.cafe.table_of:
            self.note(draft.table, draft.lines, draft.author)
        self.draft = None

    # ---- undoing

    def undo(self) -> Undone | UndoRefused | None:
        """Take back what this desk did last to the café; None if there is nothing."""
        entry = next((each for each in self.event.journal(LOOK_BACK) if self._is_own(each)), None)
        return self.event.undo(entry.eid) if entry else None

    def _is_own(self, entry: Entry) -> bool:
        return entry.op in DEEDS and entry.desk == self.event.desk and not entry.undone

    def _title(self) -> str:
        return self.event.details.title or self.event.path.stem
