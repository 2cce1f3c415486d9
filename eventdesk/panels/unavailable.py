"""When rooms and sessions are not to be had from now on, because of what happened on the day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from eventdesk.panels.room import Room
from eventdesk.panels.session import Session


@dataclass(frozen=True, slots=True)
class Unavailable:
    """Slots (ids of the event folder) in which a room, or a session, cannot be from now on, by row ids.

    They are added to those in which it cannot be anyway.
    """

    rooms: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    sessions: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.rooms or self.sessions)


def newly_unavailable(
    before: tuple[Sequence[Room], Sequence[Session]], after: tuple[Sequence[Room], Sequence[Session]]
) -> Unavailable:
    """Return what is not to be had of rooms and sessions afterwards and was before."""
    return Unavailable(dict(_added(before[0], after[0])), dict(_added(before[1], after[1])))


def _added(
    before: Sequence[Room] | Sequence[Session], after: Sequence[Room] | Sequence[Session]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    was = {each.id: each.unavailable for each in before}
    for each in after:
        new = tuple(ref for ref in each.unavailable if ref not in was.get(each.id, ()))
        if new:
            yield each.id, new
