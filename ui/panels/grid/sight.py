"""What the grid shows now: a timetable, its cards, and where each of them lies."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from eventdesk.panels.programme import Programme
from ui.panels.grid.faces import Face
from ui.panels.grid.geometry import Layout, Where
from ui.widgets.rect import Rect


@dataclass(frozen=True)
class Sight:
    """A programme as it is or would be, with the faces of its sessions."""

    programme: Programme = field(default_factory=Programme)
    faces: Mapping[int, Face] = field(default_factory=dict)

    @cached_property
    def there(self) -> Mapping[Where, tuple[int, ...]]:
        """The sessions that have slot and room, by these."""
        found: dict[Where, tuple[int, ...]] = {}
        for each in self.programme.sessions:
            if each.slot is not None and each.room is not None:
                found[each.slot, each.room] = (*found.get((each.slot, each.room), ()), each.id)
        return found

    def at(self, where: Where | None) -> int | None:
        """Return the session that is in a slot and room."""
        sessions = self.there.get(where, ()) if where is not None else ()
        return sessions[0] if sessions else None

    def taken(self, slot: int, room: int) -> bool:
        """Say whether a session is in the room while the slot is on."""
        return any((other, room) in self.there for other in self.programme.concurrent[slot])

    def closed(self, slot: int, room: int) -> bool:
        """Say whether the room cannot be used while the slot is on."""
        unavailable = self.programme.room_of[room].unavailable
        programme = self.programme
        return any(programme.slot_of[other].ref in unavailable for other in programme.concurrent[slot])


def card_places(sight: Sight, layout: Layout) -> dict[int, Rect]:
    """Return the place of every card: the whole width of its room, unless another one is there meanwhile."""
    places: dict[int, Rect] = {}
    for (slot, room), sessions in sight.there.items():
        if slot not in layout.rows or room not in layout.columns:
            continue
        beside = any((other, room) in sight.there for other in sight.programme.concurrent[slot] if other != slot)
        place = layout.cell(slot, room, whole=not beside)
        share = (place.wide - layout.gap * (len(sessions) - 1)) // len(sessions)
        for number, session in enumerate(sessions):
            places[session] = Rect(place.x + number * (share + layout.gap), place.y, share, place.high)
    return places


def empty_places(sight: Sight, layout: Layout) -> dict[Where, Rect]:
    """Return the place of every slot and room where no session is meanwhile."""
    return {
        (slot.id, room.id): layout.cell(slot.id, room.id)
        for slot in layout.slots
        for room in layout.rooms
        if not sight.taken(slot.id, room.id)
    }
