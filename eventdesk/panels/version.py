"""Timetables that were kept: which session was when and where, and how good that was."""

from dataclasses import dataclass
from datetime import datetime

from eventdesk.panels.session import Spot


@dataclass(frozen=True, slots=True)
class TimetableFacts:
    """What is known of a timetable that was thought out; one made by hand has an empty `status`.

    `lost` and `turned_away` are people, as `eventdesk.panels.cost` counts them, `bound` the lowest that their sum can
    be as far as that is proven, `milliseconds` how long the search took, `seed` the one it was made with.
    """

    status: str = ""
    lost: int | None = None
    turned_away: int | None = None
    bound: int | None = None
    milliseconds: int = 0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """One timetable that was kept. `name` is empty where nobody gave it one; `at` is aware."""

    id: int
    name: str
    at: datetime
    desk: str
    facts: TimetableFacts = TimetableFacts()
    printed: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One session between two timetables: slot and room before and after, as row ids."""

    session: int
    before: Spot
    after: Spot
