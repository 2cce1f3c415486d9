"""A session of the programme."""

from dataclasses import dataclass, field
from enum import StrEnum


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
    the event folder's ids of slots, `repeat_of` that of the session this one repeats.
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
    extra: dict[str, str] = field(default_factory=dict)
