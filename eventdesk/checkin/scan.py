"""A scan as it stands in the file, and what lists and counters show of scans."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from eventdesk.codes import Outcome


class Direction(StrEnum):
    """Which way a person goes through a point."""

    IN = "in"
    OUT = "out"


TURNED_AWAY = frozenset(
    {
        Outcome.UNKNOWN_CODE,
        Outcome.CANCELLED,
        Outcome.PENDING,
        Outcome.WAITING,
        Outcome.WRONG_POINT,
        Outcome.WRONG_DAY,
        Outcome.FULL,
        Outcome.REPLACED_BADGE,
    }
)
"""Of who did not get in the file keeps the code that was scanned, and not who it was. Who is in already, or goes
without having come, is known to be there anyway: that counts among their scans."""


@dataclass(frozen=True, slots=True)
class Scan:
    """One recorded scan, refused ones included. `at` is the time of the scan, in UTC, not the time it was stored."""

    id: int
    eid: str
    person: int | None
    code: str
    point: int
    direction: Direction
    outcome: Outcome
    forced: bool
    at: datetime
    desk: str


@dataclass(frozen=True, slots=True)
class RecentScan:
    """One line in the list of the last scans.

    `undoable` says whether `undo_scan(event, eid)` makes sense, `together` how many scans it would take back: those of
    the whole group that was taken in with one step. Texts are empty where nobody has the code. `at_room`: the point is
    at a room, not at the house or a counter.
    """

    id: int
    eid: str
    at: datetime
    outcome: Outcome
    direction: Direction
    forced: bool
    desk: str
    point: str
    code: str
    person: int | None
    name: str
    list_name: str
    native_name: str
    organisation: str
    undoable: bool
    together: int
    at_room: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """People of one role, or at one point: how many are inside now and how many came in today."""

    inside: int = 0
    arrived: int = 0
    expected: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of one local day.

    `inside` counts people whose latest scan of the day at any entrance is an entry, `arrived` those who came in at
    least once today, `expected` all registered people. `by_role` holds the same three by role (a person with two
    roles counts in both, a person without any under ""), `by_point` by point id: who came in there last, or first
    (`expected` is 0). `by_roles` holds them by the whole of a person's roles, so that nobody is in two of its tallies.
    """

    inside: int
    expected: int
    arrived: int
    by_role: Mapping[str, Tally]
    by_point: Mapping[int, Tally]
    by_roles: Mapping[tuple[str, ...], Tally] = field(default_factory=dict)

    def without(self, roles: Collection[str]) -> Tally:
        """Return the tally of the people who have none of these roles; "" stands for having no role at all."""
        left = [tally for own, tally in self.by_roles.items() if not set(own or ("",)) & set(roles)]
        return Tally(
            inside=sum(tally.inside for tally in left),
            arrived=sum(tally.arrived for tally in left),
            expected=sum(tally.expected for tally in left),
        )
