"""What the thinker answers: timetables with their price in people and their bound, changes, reasons. Codes and data."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Spots = Mapping[int, tuple[int, int]]
"""Slot and room (row ids) of sessions, by row id."""


class Status(StrEnum):
    """What is known about a timetable."""

    OPTIMAL = "optimal"
    """Proven: no timetable costs fewer people."""
    FEASIBLE = "feasible"
    """No rule is broken; a better one may exist, down to the bound."""
    INFEASIBLE = "infeasible"
    """Not all sessions can be placed: `left_over` says which, and why."""


class Rule(StrEnum):
    """A rule that has a part in why a session finds no place."""

    PERSON = "person"
    """Somebody has a part in several sessions, and can be in one only."""
    NEEDS = "needs"
    """The session needs equipment."""
    STEP_FREE = "step_free"
    """Somebody of its crew needs a room without steps."""
    UNAVAILABLE = "unavailable"
    """The session cannot be in some slots."""
    FIXED_SLOT = "fixed_slot"
    FIXED_ROOM = "fixed_room"
    FORBIDDEN = "forbidden"
    """The session must not be in some rooms."""
    AFTER = "after"
    """Another session must be over before it begins."""
    ROOM_UNAVAILABLE = "room_unavailable"
    """The room is not to be had in some slots."""
    CHANGEOVER = "changeover"
    """The room needs time between two sessions."""
    OTHER = "other"
    """Another session has to find a place too."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that collides: the rule, and the session, room (row ids) or person that it is about."""

    rule: Rule
    session: int | None = None
    room: int | None = None
    person: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a session finds no place: without any one `part` the others would fit together. `cures` were tried.

    `proven` is False where the time was too short to find out: then nothing is said.
    """

    parts: tuple[Part, ...] = ()
    cures: tuple[Part, ...] = ()
    proven: bool = True


@dataclass(frozen=True, slots=True)
class Timetable:
    """Slot and room of every session. `bound`: no timetable costs fewer people. `seconds` since the question.

    `lost_by_clash` are wishes lost because two are at one time, `turned_away` people who find no place in the room.
    `out_of_time`: the clock ended the search, because this computer is slow or has other work; with the same seed a
    quicker one may find something better.
    """

    status: Status
    lost_by_clash: int
    turned_away: int
    bound: int
    seconds: float
    seed: int
    sessions: Spots
    left_over: tuple[tuple[int, Reason], ...] = ()
    out_of_time: bool = False

    @property
    def cost(self) -> int:
        """What is minimised, in people."""
        return self.lost_by_clash + self.turned_away

    @property
    def gap(self) -> float:
        """How much of the cost may at most be saved, 0 to 1."""
        return (self.cost - self.bound) / self.cost if self.cost > self.bound else 0.0


@dataclass(frozen=True, slots=True)
class Change:
    """One session between two timetables; slot and room as row ids, None for no place."""

    session: int
    before: tuple[int, int] | None
    after: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Replanned:
    """An answer to what happened. `fewest_proven`: none places more, or as many with fewer changes.

    `proven`: none of those with as few changes costs fewer people either.
    """

    timetable: Timetable
    changes: tuple[Change, ...]
    fewest_proven: bool
    proven: bool


class WhyNot(StrEnum):
    """Why a session is not in another room at its time."""

    NEEDS = "needs"
    STEP_FREE = "step_free"
    UNAVAILABLE = "unavailable"
    FORBIDDEN = "forbidden"
    FIXED = "fixed"
    TAKEN = "taken"
    """Another session is there; `extra` people more are lost if they change places, None if that breaks a rule."""
    FREE = "free"
    """It is free, for `extra` people more."""


@dataclass(frozen=True, slots=True)
class OtherRoom:
    """One other room at the same time."""

    room: int
    why: WhyNot
    other: int | None = None
    extra: int | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a session is where it is, in people.

    `rivals` are sessions at the same time and how many wish both. `next_best` is the best other slot, with its room,
    and what the whole timetable would cost more (`exact`: by solving anew); None where no other slot is possible.
    """

    session: int
    spot: tuple[int, int] | None
    demand: int
    capacity: int
    turned_away: int
    wishers: int
    rivals: tuple[tuple[int, int], ...]
    rooms: tuple[OtherRoom, ...]
    next_best: tuple[int, int] | None
    next_extra: int
    exact: bool
    reason: Reason | None = None
