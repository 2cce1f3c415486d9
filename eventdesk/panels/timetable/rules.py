"""All hard rules as a model for the solver: which session is in which slot and room."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from eventdesk.panels.timetable.ground import Ground, Spot
from eventdesk.panels.timetable.plan import Part, Rule

if TYPE_CHECKING:
    from ortools.sat.python import cp_model


class Rules:
    """The model, without an aim. `without` are parts that are waived, to find out what collides."""

    def __init__(self, ground: Ground, without: Collection[Part] = ()) -> None:
        """Make the variables and the rules."""
        from ortools.sat.python import cp_model

        self.ground, self.model = ground, cp_model.CpModel()
        self._without = frozenset(without)
        sessions, slots = range(len(ground.sessions)), range(len(ground.slots))
        self.goes = {
            (session, slot, room): self.model.new_bool_var("")
            for session in sessions
            for slot in slots
            for room in self._rooms(session, slot)
        }
        self.left = [self.model.new_bool_var("") for _ in sessions]
        by_slot: dict[tuple[int, int], list[cp_model.IntVar]] = {}
        by_room: dict[tuple[int, int], list[cp_model.IntVar]] = {}
        for (session, slot, room), goes in self.goes.items():
            by_slot.setdefault((session, slot), []).append(goes)
            by_room.setdefault((slot, room), []).append(goes)
        self._in_slot, self._in_room = by_slot, by_room
        for session in sessions:
            every = [goes for slot in slots for goes in by_slot.get((session, slot), ())]
            self.model.add_exactly_one([*every, self.left[session]])
        self._one_at_a_time()
        self._changeovers()
        self._orders()

    @property
    def variables(self) -> list["cp_model.IntVar"]:
        """What has to be known of a solution."""
        return list(self.goes.values())

    def spots(self, values: Sequence[int]) -> dict[int, Spot]:
        """Return the slot and room of each session that has one."""
        chosen = (key for key, value in zip(self.goes, values, strict=True) if value)
        return {session: (slot, room) for session, slot, room in chosen}

    def hint(self, spots: dict[int, Spot]) -> None:
        """Begin with a timetable that is known."""
        for (session, slot, room), goes in self.goes.items():
            self.model.add_hint(goes, spots.get(session) == (slot, room))

    def _rooms(self, session: int, slot: int) -> tuple[int, ...]:
        ground = self.ground
        if not any(
            part.session == ground.sessions[session].id or part.rule is Rule.ROOM_UNAVAILABLE for part in self._without
        ):
            return ground.rooms_for[session][slot]
        return tuple(room for room in range(len(ground.rooms)) if not self.forbidding(session, slot, room))

    def forbidding(self, session: int, slot: int, room: int) -> list[Part]:
        """Return the parts, but for those that are waived, that keep a session out of a slot and room."""
        return [part for part in forbidding(self.ground, session, slot, room) if part not in self._without]

    def _one_at_a_time(self) -> None:
        ground = self.ground
        for point in ground.points:
            for room in range(len(ground.rooms)):
                there = [goes for slot in point for goes in self._in_room.get((slot, room), ())]
                if len(there) > 1:
                    self.model.add_at_most_one(there)
            for person, sessions in ground.crews.items():
                if Part(Rule.PERSON, person=person) not in self._without:
                    parts = [
                        goes for slot in point for each in sessions for goes in self._in_slot.get((each, slot), ())
                    ]
                    self.model.add_at_most_one(parts)

    def _changeovers(self) -> None:
        for room, pairs in self.ground.tight.items():
            if Part(Rule.CHANGEOVER, room=self.ground.rooms[room].id) in self._without:
                continue
            for pair in pairs:
                self.model.add_at_most_one([goes for slot in pair for goes in self._in_room.get((slot, room), ())])

    def _orders(self) -> None:
        ground = self.ground
        for first, second in ground.orders:
            if Part(Rule.AFTER, ground.sessions[second].id) in self._without:
                continue
            for slot in range(len(ground.slots)):
                early = [
                    goes for each in sorted(ground.too_early[slot]) for goes in self._in_slot.get((first, each), ())
                ]
                self.model.add_at_most_one([*self._in_slot.get((second, slot), ()), *early])


def forbidding(ground: Ground, session: int, slot: int, room: int) -> list[Part]:
    """Return what keeps a session out of a slot and room, whoever else is there."""
    asked, time, where = ground.sessions[session], ground.slots[slot], ground.rooms[room]
    needs, has = ({each.casefold() for each in items} for items in (asked.needs, where.equipment))
    broken = {
        Rule.UNAVAILABLE: time.ref in asked.unavailable,
        Rule.FIXED_SLOT: asked.slot_fixed and asked.slot != time.id,
        Rule.FORBIDDEN: where.ref in asked.room_forbidden,
        Rule.FIXED_ROOM: asked.room_fixed and asked.room is not None and asked.room != where.id,
        Rule.NEEDS: not needs <= has,
        Rule.STEP_FREE: asked.id in ground.problem.step_free and not where.step_free,
    }
    found = [Part(rule, asked.id) for rule, is_broken in broken.items() if is_broken]
    if time.ref in where.unavailable:
        found.append(Part(Rule.ROOM_UNAVAILABLE, room=where.id))
    return found
