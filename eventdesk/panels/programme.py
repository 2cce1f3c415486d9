"""The whole programme as it is known now, read once: what is asked of it does not touch the file again."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from eventdesk.panels.demand import Demand, WishList, count
from eventdesk.panels.place import Place, Waiting
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session, Spot
from eventdesk.panels.slot import Slot


@dataclass(frozen=True, slots=True)
class Guest:
    """What the programme has to know of a person who may come.

    `ref` is their id in the list they came from, `code` their badge code, `registered` their place in the order in
    which people came into the file, from 0.
    """

    id: int
    ref: str
    name: str
    needs_step_free: bool = False
    group: str = ""
    registered: int = 0
    code: str = ""


@dataclass(frozen=True)
class Programme:
    """Rooms, slots, sessions, and what people wish and have.

    `wishes` holds row ids of sessions by the person's, the best first and each once; who wishes nothing is left out.
    `unknown_wishes` are ids of sessions that are not in the programme. `people` are all who may come: who has cancelled
    or waits for a place at the event is left out, with their wishes, and is not in `places` and `waiting` either.
    """

    rooms: tuple[Room, ...] = ()
    slots: tuple[Slot, ...] = ()
    sessions: tuple[Session, ...] = ()
    wishes: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    people: Mapping[int, Guest] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    unknown_wishes: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    # ---- by id

    @cached_property
    def room_of(self) -> Mapping[int, Room]:
        """The rooms by their row ids."""
        return {room.id: room for room in self.rooms}

    @cached_property
    def slot_of(self) -> Mapping[int, Slot]:
        """The slots by their row ids."""
        return {slot.id: slot for slot in self.slots}

    @cached_property
    def session_of(self) -> Mapping[int, Session]:
        """The sessions by their row ids."""
        return {session.id: session for session in self.sessions}

    @cached_property
    def room_by_ref(self) -> Mapping[str, Room]:
        """The rooms by their ids in the event folder; of several with one id, the first."""
        return {room.ref: room for room in reversed(self.rooms)}

    @cached_property
    def slot_by_ref(self) -> Mapping[str, Slot]:
        """The slots by their ids in the event folder; of several with one id, the first."""
        return {slot.ref: slot for slot in reversed(self.slots)}

    @cached_property
    def session_by_ref(self) -> Mapping[str, Session]:
        """The sessions by their ids in the event folder; of several with one id, the first."""
        return {session.ref: session for session in reversed(self.sessions)}

    @cached_property
    def guest_by_ref(self) -> Mapping[str, Guest]:
        """The people by their ids in the list they came from; who has none is left out."""
        return {guest.ref: guest for guest in reversed([*self.people.values()]) if guest.ref}

    # ---- time

    @cached_property
    def concurrent(self) -> Mapping[int, frozenset[int]]:
        """The slots that overlap a slot, itself included, by row ids."""
        return {slot.id: frozenset(other.id for other in self.slots if slot.overlaps(other)) for slot in self.slots}

    @cached_property
    def prerequisites(self) -> tuple[tuple[Session, Session], ...]:
        """Pairs of sessions of which the first must be over before the second begins."""
        pairs = ((self.session_by_ref.get(ref), session) for session in self.sessions for ref in session.after)
        return tuple((earlier, later) for earlier, later in pairs if earlier is not None)

    @cached_property
    def timetable(self) -> Mapping[int, Spot]:
        """When and where the sessions are now; who has neither slot nor room is left out."""
        return {session.id: session.spot for session in self.sessions if session.spot != (None, None)}

    def with_timetable(self, timetable: Mapping[int, Spot]) -> "Programme":
        """Return the programme with these slots and rooms; sessions that are not in it have neither."""
        nowhere: Spot = (None, None)
        spots = {each.id: timetable.get(each.id, nowhere) for each in self.sessions}
        sessions = (replace(each, slot=spots[each.id][0], room=spots[each.id][1]) for each in self.sessions)
        return replace(self, sessions=tuple(sessions))

    # ---- who speaks

    @cached_property
    def parts_of(self) -> Mapping[str, tuple[int, ...]]:
        """The sessions that somebody speaks in or moderates: by their id in the list of people, or by their name."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for session in self.sessions:
            for person in session.crew:
                found[person].append(session.id)
        return {person: tuple(sessions) for person, sessions in found.items()}

    def called(self, ref: str) -> str:
        """Return the name of somebody who speaks or moderates; who is not on the list is called as written."""
        guest = self.guest_by_ref.get(ref)
        return guest.name if guest is not None else ref

    def step_free_needed(self, session: Session) -> tuple[str, ...]:
        """Return those of its crew who need a step-free room, as `Session.crew` holds them."""
        guests = ((ref, self.guest_by_ref.get(ref)) for ref in session.crew)
        return tuple(ref for ref, guest in guests if guest is not None and guest.needs_step_free)

    @cached_property
    def alike(self) -> Mapping[int, frozenset[int]]:
        """The sessions that are the same one, repeated, by row ids; a session is one of its own."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        first = {session.id: self._first_of(session) for session in self.sessions}
        for session, ref in first.items():
            found[ref].add(session)
        return {session: frozenset(found[ref]) for session, ref in first.items()}

    def _first_of(self, session: Session) -> str:
        """Return the id of what a session repeats, if need be over others; of several in a circle the smallest."""
        way = [session.ref]
        while (ref := self.session_by_ref[way[-1]].repeat_of) in self.session_by_ref:
            if ref in way:
                return min(way[way.index(ref) :])
            way.append(ref)
        return ref or way[-1]

    # ---- who wishes and has what

    @cached_property
    def wish_lists(self) -> Mapping[WishList, int]:
        """How many people have the same wishes in the same order, by that list."""
        return Counter(self.wishes.values())

    @cached_property
    def lists_with(self) -> Mapping[int, tuple[tuple[WishList, int], ...]]:
        """The lists that a session is on, with how many people have each, by the session's row id."""
        found: defaultdict[int, list[tuple[WishList, int]]] = defaultdict(list)
        for wishes, people in self.wish_lists.items():
            for session in wishes:
                found[session].append((wishes, people))
        return {session: tuple(lists) for session, lists in found.items()}

    @cached_property
    def demand(self) -> Demand:
        """Who would go where with the timetable of now. Copy it to change it."""
        slots = {session.id: session.slot for session in self.sessions}
        return count(Demand(), self.wish_lists.items(), slots, self.concurrent)

    @cached_property
    def wishers(self) -> Mapping[int, tuple[int, ...]]:
        """Who wishes a session at any rank, by its row id; one that nobody wishes is left out."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for person, sessions in self.wishes.items():
            for session in sessions:
                found[session].append(person)
        return {session: tuple(people) for session, people in found.items()}

    @cached_property
    def places_of(self) -> Mapping[int, tuple[Place, ...]]:
        """The places of a person, by their row id."""
        return _grouped((place.person, place) for place in self.places)

    @cached_property
    def places_in(self) -> Mapping[int, tuple[Place, ...]]:
        """The places in a session that somebody has, by its row id."""
        return _grouped((place.session, place) for place in self.places)

    @cached_property
    def waiting_for(self) -> Mapping[int, tuple[Waiting, ...]]:
        """Who waits for a place in a session, the first first, by its row id."""
        found: defaultdict[int, list[Waiting]] = defaultdict(list)
        for each in self.waiting:
            found[each.session].append(each)
        return {session: tuple(there) for session, there in found.items()}

    def capacity(self, session: Session, room: int | None) -> int | None:
        """Return how many people a session takes in a room; None while nobody knows."""
        where = self.room_of.get(room) if room is not None else None
        known = [each for each in (session.capacity, None if where is None else where.capacity) if each is not None]
        return min(known, default=None)


def _grouped(pairs: Iterable[tuple[int, Place]]) -> Mapping[int, tuple[Place, ...]]:
    found: defaultdict[int, list[Place]] = defaultdict(list)
    for key, place in pairs:
        found[key].append(place)
    return {key: tuple(places) for key, places in found.items()}
