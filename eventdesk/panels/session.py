"""A session of the programme."""

from dataclasses import dataclass, field
from enum import StrEnum

Spot = tuple[int | None, int | None]
"""Slot and room of a session, as row ids; None where it is not settled."""


class SessionKind(StrEnum):
    """What kind of meeting a session is."""

    PANEL = "panel"
    FORUM = "forum"
    PODIUM = "podium"
    WORKSHOP = "workshop"
    PLENARY = "plenary"
    CAFE = "cafe"


@dataclass(frozen=True, slots=True)
class Session:
    """One session; `slot` and `room` are row ids where they are settled.

    `speakers` and `moderators` hold ids of the list of people, or names of people who are not on it; `unavailable`
    and `slot_wished` the event folder's ids of slots, `room_wished` and `room_forbidden` those of rooms, `after` those
    of the sessions that must be over before, `repeat_of` that of the session this one repeats. With `slot_fixed` or
    `room_fixed` no suggestion changes the slot or the room. `interpretation` holds languages, `expected` how many
    people are thought to come, which counts where nobody has wished for it.
    """

    id: int
    ref: str
    title: str
    kind: SessionKind = SessionKind.PANEL
    speakers: tuple[str, ...] = ()
    moderators: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    slot: int | None = None
    room: int | None = None
    unavailable: tuple[str, ...] = ()
    language: str = ""
    capacity: int | None = None
    repeat_of: str = ""
    slot_fixed: bool = False
    room_fixed: bool = False
    slot_wished: tuple[str, ...] = ()
    room_wished: tuple[str, ...] = ()
    room_forbidden: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    interpretation: tuple[str, ...] = ()
    expected: int | None = None
    note: str = ""
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def spot(self) -> Spot:
        """Its slot and its room."""
        return self.slot, self.room

    @property
    def crew(self) -> tuple[str, ...]:
        """Who speaks or moderates, each once, as `speakers` and `moderators` hold them."""
        return tuple(dict.fromkeys((*self.speakers, *self.moderators)))
