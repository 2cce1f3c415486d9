"""What papers show of a programme: sessions with their time and room, and people as lists call them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from eventdesk.panels.programme import Programme
from eventdesk.panels.room import Room
from eventdesk.panels.seating.rounds import sessions_with_places
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from eventdesk.people.sorting import sort_key
from eventdesk.refs import as_counted

RoomOrder = tuple[bool, tuple[int | str, ...], int]


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody as papers call them: "Elif Demirtaş", in lists "Demirtaş, Elif". Who is not on the list has id 0."""

    id: int
    name: str
    list_name: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A session, and when and where it takes place as far as that is settled."""

    session: Session
    slot: Slot | None
    room: Room | None

    @property
    def timed(self) -> Slot | None:
        """When it takes place; None while that is open, and for a slot that ends before it begins."""
        return self.slot if self.slot is not None and self.slot.is_possible else None

    @property
    def day(self) -> str:
        """The day as ISO text; empty while the time is open."""
        return self.slot.starts[:10] if self.slot is not None else ""

    @property
    def order(self) -> tuple[bool, str, str, RoomOrder, str, int]:
        """The order of time, then of rooms."""
        slot = self.slot
        starts, ends = (slot.starts, slot.ends) if slot is not None else ("", "")
        return slot is None, starts, ends, by_number(self.room), self.session.title, self.session.id


def by_number(room: Room | None) -> RoomOrder:
    """Return what sorts rooms as people count, S2 before S12; what is open comes last."""
    return (True, (), 0) if room is None else (False, as_counted(room.ref), room.id)


@dataclass(frozen=True)
class Agenda:
    """A programme with all that papers need: people by their row ids, names of halls by the event folder's ids."""

    programme: Programme
    attendees: Mapping[int, Attendee] = field(default_factory=dict)
    halls: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All sessions in the order of time, those without a time last."""
        rooms, slots = self.programme.room_of, self.programme.slot_of
        found = (Item(each, slots.get(each.slot or 0), rooms.get(each.room or 0)) for each in self.programme.sessions)
        return tuple(sorted(found, key=lambda item: item.order))

    @cached_property
    def item_of(self) -> Mapping[int, Item]:
        """The sessions with their time and room, by row id."""
        return {item.session.id: item for item in self.items}

    @cached_property
    def days(self) -> tuple[str, ...]:
        """The days on which something takes place, as ISO text."""
        return tuple(dict.fromkeys(item.day for item in self.items if item.day))

    @cached_property
    def in_several_languages(self) -> bool:
        """Whether not all sessions that name a language name the same one."""
        return len({each.language.casefold() for each in self.programme.sessions if each.language}) > 1

    def hall(self, room: Room) -> str:
        """Return the name of the hall that a room lies in; empty where nobody said so."""
        return self.halls.get(room.hall, room.hall)

    # ---- people

    def who(self, refs: Iterable[str]) -> tuple[Attendee, ...]:
        """Return people as a session holds them; who is not on the list is called as written."""
        found = []
        for ref in refs:
            guest = self.programme.guest_by_ref.get(ref)
            attendee = self.attendees.get(guest.id) if guest is not None else None
            found.append(attendee or Attendee(0, ref, ref))
        return tuple(found)

    def crew_of(self, session: Session) -> frozenset[int]:
        """Return the row ids of those who speak or moderate, as far as they are on the list."""
        return frozenset(each.id for each in self.who(session.crew)) - {0}

    @cached_property
    def in_order(self) -> tuple[Attendee, ...]:
        """Everybody who may come, in the order of German lists."""
        known = (self.attendees[person] for person in self.programme.people if person in self.attendees)
        return tuple(sorted(known, key=lambda each: (sort_key(each.list_name), each.id)))

    def is_for_all(self, session: Session) -> bool:
        """Say whether a session needs no places, because everybody is meant."""
        return session.slot is not None and session.id not in self._with_places

    @cached_property
    def _with_places(self) -> frozenset[int]:
        return frozenset(session.id for session in sessions_with_places(self.programme))

    def expected(self, session: Session) -> tuple[Attendee, ...]:
        """Return who is expected beside those who speak or moderate, in the order of German lists.

        In a session that is for all, that is everybody.
        """
        crew = self.crew_of(session)
        if self.is_for_all(session):
            return tuple(each for each in self.in_order if each.id not in crew)
        there = {place.person for place in self.programme.places_in.get(session.id, ())} - crew
        known = (self.attendees[person] for person in there if person in self.attendees)
        return tuple(sorted(known, key=lambda each: (sort_key(each.list_name), each.id)))

    def waiting(self, session: Session) -> tuple[Attendee, ...]:
        """Return who waits for a place, the first first."""
        people = (each.person for each in self.programme.waiting_for.get(session.id, ()))
        return tuple(self.attendees[person] for person in people if person in self.attendees)
