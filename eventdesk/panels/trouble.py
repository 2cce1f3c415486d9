"""What is wrong with the programme: codes and data, of which `eventdesk.words.panels` makes sentences."""

from dataclasses import dataclass

from eventdesk.codes import PlaceCode, SessionCode

SOFT = frozenset(
    {
        SessionCode.NOT_WISHED_ROOM,
        SessionCode.NOT_WISHED_SLOT,
        SessionCode.BEYOND_CAPACITY,
        SessionCode.CLASH,
        SessionCode.NO_WISHERS,
        SessionCode.PERSON_WISHES_MANY,
        SessionCode.UNKNOWN_WISH,
    }
)
"""What costs people something, or is worth a look, but breaks no rule."""
NEVER = frozenset({SessionCode.GONE, SessionCode.ROOM_TAKEN})
"""What no organiser can decide to live with."""
NO_PLACE = frozenset({PlaceCode.GONE, PlaceCode.NOT_COMING, PlaceCode.HAS_ONE, PlaceCode.NOBODY_WAITS})
"""Why nobody can be given a place even if somebody insists."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is wrong. Row ids are None and texts empty where they do not matter.

    `other` is the session in the way; `name`, `other_name`, `room_name` and `who` are what people call them, `time` is
    when it is ("2026-11-21T11:00"). `people` is the price in people, or how many there are; `detail` what else the
    sentence needs: the missing equipment, minutes, a language.
    """

    code: SessionCode
    session: int | None = None
    other: int | None = None
    room: int | None = None
    slot: int | None = None
    person: int | None = None
    people: int = 0
    name: str = ""
    other_name: str = ""
    room_name: str = ""
    who: str = ""
    time: str = ""
    detail: str = ""

    @property
    def is_hard(self) -> bool:
        """Whether it breaks a rule that every timetable has to keep."""
        return self.code not in SOFT


@dataclass(frozen=True, slots=True)
class PlaceTrouble:
    """Why somebody should not have a place in a session; `other_name` is the session in the way."""

    code: PlaceCode
    person: int
    session: int
    other: int | None = None
    who: str = ""
    name: str = ""
    other_name: str = ""
    people: int = 0
