"""The problem in numbers: sessions, slots and rooms counted from 0, with all that may be where and beside whom."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from eventdesk.panels.timetable.crowd import Crowd
from eventdesk.panels.timetable.problem import Problem

Spot = tuple[int, int]
"""A slot and a room, by number."""


class Ground:
    """What may be where. Everything is ordered by what people call it, never by row ids, which are drawn at random."""

    def __init__(self, problem: Problem) -> None:
        """Number everything."""
        self.problem = problem
        self.rooms = tuple(sorted(problem.rooms, key=lambda each: (each.ref, each.name, each.id)))
        self.slots = tuple(sorted(problem.slots, key=lambda each: (each.starts, each.ends, each.ref, each.id)))
        self.sessions = tuple(sorted(problem.sessions, key=lambda each: (each.ref, each.title, each.id)))
        self.session_number = {each.id: number for number, each in enumerate(self.sessions)}
        self.slot_number = {each.id: number for number, each in enumerate(self.slots)}
        self.room_number = {each.id: number for number, each in enumerate(self.rooms)}
        self.rooms_for = [[tuple(self._rooms(one, at)) for at in range(len(self.slots))] for one in self._all]
        """The rooms a session may be in, by its number and that of the slot."""
        self.overlaps = [
            frozenset(other for other, beside in enumerate(self.slots) if slot.overlaps(beside)) for slot in self.slots
        ]
        """The slots that overlap a slot, itself included."""
        self.crowd = Crowd(self.sessions, problem.wish_lists, problem.percent)

    @property
    def _all(self) -> range:
        return range(len(self.sessions))

    def _rooms(self, number: int, at: int) -> Iterator[int]:
        session, slot = self.sessions[number], self.slots[at]
        if slot.ref in session.unavailable or (session.slot_fixed and session.slot != slot.id):
            return
        needs = {each.casefold() for each in session.needs}
        for number_of_room, room in enumerate(self.rooms):
            if (
                slot.ref not in room.unavailable
                and room.ref not in session.room_forbidden
                and not (session.room_fixed and session.room is not None and session.room != room.id)
                and needs <= {each.casefold() for each in room.equipment}
                and (room.step_free or session.id not in self.problem.step_free)
            ):
                yield number_of_room

    @cached_property
    def crews(self) -> dict[str, tuple[int, ...]]:
        """The sessions of everybody who has a part in more than one."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, session in enumerate(self.sessions):
            for person in session.crew:
                found[person].append(number)
        return {person: tuple(sessions) for person, sessions in found.items() if len(sessions) > 1}

    @cached_property
    def apart(self) -> list[frozenset[int]]:
        """The sessions that cannot be at the same time as a session, because somebody has a part in both."""
        found: list[set[int]] = [set() for _ in self._all]
        for sessions in self.crews.values():
            for each in sessions:
                found[each].update(sessions)
        return [frozenset(others - {each}) for each, others in enumerate(found)]

    @cached_property
    def points(self) -> tuple[tuple[int, ...], ...]:
        """The largest groups of slots that are all on at one moment; any two that overlap are together in one."""
        groups = {
            tuple(other for other, each in enumerate(self.slots) if each.starts <= slot.starts < each.ends)
            for slot in self.slots
        }
        return tuple(sorted(one for one in groups if not any(set(one) < set(other) for other in groups)))

    @cached_property
    def tight(self) -> dict[int, tuple[tuple[int, int], ...]]:
        """By room, the pairs of slots, one after the other, between which the changeover of the room does not fit."""
        pairs = [
            (one, other, self.slots[one].minutes_between(self.slots[other]))
            for one in range(len(self.slots))
            for other in range(one + 1, len(self.slots))
            if other not in self.overlaps[one]
        ]
        found = {
            number: tuple((one, other) for one, other, gap in pairs if gap < room.changeover_min)
            for number, room in enumerate(self.rooms)
        }
        return {room: those for room, those in found.items() if those}

    @cached_property
    def scarce(self) -> frozenset[tuple[int, int]]:
        """Slots and rooms that cannot both be used with some other slot and the same room, though times are apart."""
        return frozenset((slot, room) for room, pairs in self.tight.items() for pair in pairs for slot in pair)

    def in_the_way(self, one: int, other: int, room: int) -> bool:
        """Say whether a room cannot be used in both slots."""
        return other in self.overlaps[one] or (min(one, other), max(one, other)) in self.tight.get(room, ())

    @cached_property
    def orders(self) -> tuple[tuple[int, int], ...]:
        """Pairs of sessions of which the first must be over when the second begins."""
        known = {session.ref: number for number, session in reversed(list(enumerate(self.sessions)))}
        return tuple(
            (known[ref], number)
            for number, session in enumerate(self.sessions)
            for ref in session.after
            if ref in known and known[ref] != number
        )

    @cached_property
    def too_early(self) -> list[frozenset[int]]:
        """By slot, those that are not over when it begins."""
        return [
            frozenset(other for other, each in enumerate(self.slots) if each.ends > slot.starts) for slot in self.slots
        ]

    def turned_away(self, session: int, room: int, demand: int) -> int:
        """Return how many of the people who would go to a session find no place in a room."""
        return max(0, demand - self.capacity(session, room))

    def capacity(self, session: int, room: int) -> int:
        """Return how many people a session takes in a room."""
        own, capacity = self.sessions[session].capacity, self.rooms[room].capacity
        return capacity if own is None else min(own, capacity)

    def now(self, number: int) -> tuple[int | None, int | None]:
        """Return slot and room of a session as they are now; None where that is not settled or is gone."""
        session = self.sessions[number]
        return self.slot_number.get(session.slot or 0), self.room_number.get(session.room or 0)

    def people_cost(self, spots: dict[int, Spot]) -> tuple[int, int]:
        """Return how many wishes are lost by clash and how many people turned away."""
        lost, demand = self.crowd.look([(session, at) for session, (at, _) in sorted(spots.items())], self.overlaps)
        return lost, sum(self.turned_away(each, room, demand[each]) for each, (_, room) in spots.items())


def moments(ground: Ground) -> list[tuple[int, ...]]:
    """Return the slots in groups: what overlaps, directly or by way of others, is in one; in order of time."""
    rest, found = set(range(len(ground.slots))), []
    while rest:
        group, edge = set[int](), {min(rest)}
        while edge:
            group |= edge
            edge = {other for each in edge for other in ground.overlaps[each]} - group
        rest -= group
        found.append(tuple(sorted(group)))
    return found


def largest_clique(ground: Ground, slots: Sequence[int]) -> list[tuple[int, ...]]:
    """Return slots in groups of which all are on at one moment, each slot in one group only."""
    rest, found = set(slots), []
    while rest:
        best = max((rest & set(point) for point in ground.points), key=lambda each: (len(each), sorted(each)))
        found.append(tuple(sorted(best)))
        rest -= best
    return found
