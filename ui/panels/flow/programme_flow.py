"""The programme of one event as this desk looks at it: when and where sessions are, what may be done, and doing it."""

from collections.abc import Collection, Generator, Mapping
from dataclasses import dataclass
from typing import Any

from eventdesk.codes import Op, SessionCode
from eventdesk.errors import KnownError
from eventdesk.event import Entry, Event, Undone, UndoRefused
from eventdesk.panels import actions, actions_spots, actions_timetable
from eventdesk.panels.actions_timetable import differences, spots_of
from eventdesk.panels.checks import programme_troubles, rule_troubles, session_troubles
from eventdesk.panels.cost import Cost, move_price, programme_cost
from eventdesk.panels.outcome import Applied, NotPut, Put
from eventdesk.panels.programme import Programme
from eventdesk.panels.records import read_in_steps, read_programme
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session, Spot
from eventdesk.panels.slot import Slot
from eventdesk.panels.timetable.plan import Spots, Timetable
from eventdesk.panels.trouble import Trouble
from eventdesk.panels.unavailable import Unavailable
from eventdesk.panels.version import Change, TimetableFacts, Version

LOOK_BACK = 300
"""So many entries are looked through for what this desk did last to the programme."""
KINDS = frozenset(
    {"room", "room_seating", "slot", "session", "place", "waiting", "person", "programme", "programme_session", "draw"}
)
"""Kinds of changes after which the programme is another."""
DEEDS = frozenset(op for op in Op if op.name.startswith("PANELS_") and op is not Op.PANELS_KEEP)
"""What this page does, and can take back."""
REPLANNED = "replanned"
"""The status of a timetable that was made for what happened on the day."""


@dataclass
class Memory:
    """What outlives a change of language: which view, which session, which slot and room."""

    tab: int = 0
    session: int | None = None
    slot: int | None = None
    room: int | None = None


class PanelsFlow:
    """Lives as long as the file is open."""

    def __init__(self, event: Event) -> None:
        """Look at the programme of `event`."""
        self.event = event
        self.memory = Memory()
        self._programme: Programme | None = None
        self._turn = 0
        self._cost: Cost | None = None
        self._troubles: tuple[Trouble, ...] | None = None

    @property
    def closed(self) -> KnownError | None:
        """Why nothing can be changed in this file, if that is so."""
        return self.event.closed

    # ---- what there is

    @property
    def programme(self) -> Programme:
        """The programme as it is now."""
        if self._programme is None:
            self._programme = read_programme(self.event.db)
        return self._programme

    def look_in_steps(self) -> Generator[None, None, None]:
        """Read the programme in short steps, if it has changed; anew if it changes meanwhile."""
        while self._programme is None:
            turn = self._turn
            found = yield from read_in_steps(self.event.db)
            if turn == self._turn:
                self._programme = found

    def is_today(self, programme: Programme) -> bool:
        """Say whether a programme that was read is still how things are."""
        return programme is self._programme

    def renew(self) -> None:
        """Know that the programme has changed."""
        self._turn += 1
        self._programme, self._cost, self._troubles = None, None, None

    @property
    def cost(self) -> Cost:
        """What today's timetable costs, in people."""
        if self._cost is None:
            self._cost = programme_cost(self.programme, self.programme.timetable)
        return self._cost

    def cost_of(self, timetable: Mapping[int, Spot]) -> Cost:
        """Return what a timetable would cost, in people."""
        return programme_cost(self.programme, timetable)

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What is wrong with the programme as it is now."""
        if self._troubles is None:
            self._troubles = programme_troubles(self.programme)
        return self._troubles

    # ---- what may be done

    def in_the_way(self, session: int, slot: int, room: int) -> tuple[Session, ...]:
        """Return the other sessions that are in a room while a slot is on."""
        programme = self.programme
        return tuple(
            each
            for each in programme.sessions
            if each.id != session and each.room == room and each.slot in programme.concurrent[slot]
        )

    def rules(self, session: int, slot: int | None, room: int | None) -> tuple[Trouble, ...]:
        """Return the rules that a move by hand would break: what is fixed is taken along with its fix."""
        return without_fixes(rule_troubles(self.programme, session, slot, room))

    def all_troubles(self, session: int, slot: int | None, room: int | None) -> tuple[Trouble, ...]:
        """Return the same, and what it costs people."""
        return without_fixes(session_troubles(self.programme, session, slot, room))

    def rules_after_swap(self, session: int, other: int) -> tuple[Trouble, ...]:
        """Return the rules that would be broken if two sessions changed places."""
        programme = self.programme
        one, two = programme.session_of[session].spot, programme.session_of[other].spot
        there = programme.with_timetable({**programme.timetable, session: two, other: one})
        return without_fixes((*rule_troubles(there, session, *two), *rule_troubles(there, other, *one)))

    def price_of_move(self, session: int, slot: int | None, room: int | None) -> int:
        """Return how many people more would lose something, below 0: fewer."""
        return move_price(self.programme, session, slot, room).total - self.cost.total

    def price_of_swap(self, session: int, other: int) -> int:
        """Return the same for two sessions that change places."""
        programme = self.programme
        one, two = programme.session_of[session].spot, programme.session_of[other].spot
        return self.cost_of({**programme.timetable, session: two, other: one}).total - self.cost.total

    # ---- doing it

    def put(self, session: int, slot: int | None, room: int | None, *, anyway: bool = False) -> Put | NotPut:
        """Let a session be somewhere, or change places with the one that is there. Raises KnownError."""
        if slot is not None and room is not None:
            others = self.in_the_way(session, slot, room)
            if len(others) == 1 and others[0].slot == slot:
                allowed = anyway or not any(each.is_hard for each in self.rules_after_swap(session, others[0].id))
                return actions_spots.swap_sessions(self.event, session, others[0].id, anyway=allowed)
        allowed = anyway or not any(each.is_hard for each in self.rules(session, slot, room))
        return actions_spots.put_session(self.event, session, slot, room, anyway=allowed)

    def fix(self, session: int, *, fixed: bool) -> None:
        """Settle when and where a session is, or settle it no more. Raises KnownError."""
        (actions_spots.fix if fixed else actions_spots.unfix)(self.event, [session])

    def add(self, thing: Room | Slot | Session) -> int:
        """Add a room, a slot or a session; returns its row id. Raises KnownError."""
        if isinstance(thing, Room):
            return actions.add_room(self.event, thing).id
        if isinstance(thing, Slot):
            return actions.add_slot(self.event, thing).id
        return actions.add_session(self.event, thing).id

    def change(self, thing: Room | Slot | Session, **fields: Any) -> None:
        """Change fields of a room, a slot or a session. Raises KnownError."""
        if isinstance(thing, Room):
            actions.change_room(self.event, thing.id, **fields)
        elif isinstance(thing, Slot):
            actions.change_slot(self.event, thing.id, **fields)
        else:
            actions.change_session(self.event, thing.id, **fields)

    def remove(self, thing: Room | Slot | Session) -> None:
        """Remove a room, a slot or a session. Raises KnownError."""
        if isinstance(thing, Room):
            actions.remove_room(self.event, thing.id)
        elif isinstance(thing, Slot):
            actions.remove_slot(self.event, thing.id)
        else:
            actions.remove_session(self.event, thing.id)

    # ---- timetables

    def apply(self, found: Timetable, *, replanned: bool = False, unavailable: Unavailable | None = None) -> Applied:
        """Make a timetable that was thought out that of today, and note what happened; one undo takes it all back.

        Raises KnownError.
        """
        facts = TimetableFacts(
            REPLANNED if replanned else found.status.value,
            found.lost_by_clash,
            found.turned_away,
            None if replanned else found.bound,
            round(found.seconds * 1000),
            found.seed,
        )
        return actions_timetable.apply_timetable(self.event, found.sessions, facts, unavailable=unavailable)

    def versions(self) -> list[Version]:
        """Return the timetables that were kept, the newest first."""
        return list(actions_timetable.versions(self.event.db))

    def timetable_of(self, version: int) -> Mapping[int, Spot]:
        """Return when and where sessions were in a version, of those, slots and rooms that are still there."""
        programme = self.programme
        return {
            session: (slot if slot in programme.slot_of else None, room if room in programme.room_of else None)
            for session, (slot, room) in spots_of(self.event.db, version).items()
            if session in programme.session_of
        }

    def keep(self, name: str, *, printed: bool = False) -> Version:
        """Keep today's timetable, under a name or as the one that is on paper. Raises KnownError."""
        return actions_timetable.keep_programme(self.event, name, printed=printed)

    def keep_print(self, name: str) -> Version:
        """Keep today's timetable as the one that is on paper; it keeps the name and facts of the newest version.

        Raises KnownError.
        """
        newest = next(iter(self.versions()), None)
        if newest is not None and self.timetable_of(newest.id) == self.programme.timetable:
            return actions_timetable.keep_programme(self.event, newest.name or name, newest.facts, printed=True)
        return self.keep(name, printed=True)

    def restore(self, version: int) -> Applied:
        """Let every session be as in a version. Raises KnownError."""
        return actions_timetable.restore_programme(self.event, version)

    def printed(self) -> Spots:
        """Return the timetable that is on paper, or today's if none was printed; whole spots only."""
        version = actions_timetable.last_printed(self.event.db)
        spots = self.programme.timetable if version is None else self.timetable_of(version.id)
        return whole(spots)

    # ---- undoing

    def undo(self) -> Undone | UndoRefused | None:
        """Take back what this desk did last to the programme, places or doors; None if there is nothing."""
        entry = next((each for each in self.event.journal(LOOK_BACK) if self._is_own(each)), None)
        return self.event.undo(entry.eid) if entry else None

    def _is_own(self, entry: Entry) -> bool:
        return entry.op in DEEDS and entry.desk == self.event.desk and not entry.undone


def without_fixes(troubles: Collection[Trouble]) -> tuple[Trouble, ...]:
    """Return troubles but for a fix elsewhere: what is moved by hand takes the fix along."""
    return tuple(each for each in troubles if each.code is not SessionCode.FIXED_ELSEWHERE)


def whole(timetable: Mapping[int, Spot]) -> dict[int, tuple[int, int]]:
    """Return the sessions of which slot and room are both settled."""
    return {each: (slot, room) for each, (slot, room) in timetable.items() if slot is not None and room is not None}


def changes_of(before: Mapping[int, Spot], after: Mapping[int, Spot]) -> tuple[Change, ...]:
    """Return which sessions are at another time or in another room."""
    return differences(before, after)
