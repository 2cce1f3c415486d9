"""What became of a deed on the fair: the answers of `actions`, `actions_floor` and `actions_plans`."""

from collections.abc import Mapping
from dataclasses import dataclass

from eventdesk.codes import StandCode
from eventdesk.fair.booth import Booth
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.plan import Change, Version
from eventdesk.fair.standing import StandTrouble

NEVER = frozenset({StandCode.GONE, StandCode.TAKEN, StandCode.NOT_COMING})
"""Troubles that no organiser can decide to live with."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Who stands where now: row ids of booths by exhibitor, before and after. `eid` is None if nothing differed.

    `troubles` are those that were accepted.
    """

    before: Mapping[int, tuple[int, ...]]
    after: Mapping[int, tuple[int, ...]]
    troubles: tuple[StandTrouble, ...] = ()
    eid: str | None = None


@dataclass(frozen=True, slots=True)
class NotPlaced:
    """Nothing was changed, because of these troubles."""

    troubles: tuple[StandTrouble, ...]

    @property
    def final(self) -> bool:
        """Whether it cannot be done even if somebody insists."""
        return any(trouble.code in NEVER for trouble in self.troubles)


@dataclass(frozen=True, slots=True)
class Done:
    """What a deed touched, as row ids. `eid` is None if nothing differed; `freed` are those who lost their stand."""

    eid: str | None = None
    exhibitors: tuple[int, ...] = ()
    booths: tuple[int, ...] = ()
    freed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Edited:
    """An exhibitor before and after. `eid` is None if nothing differed."""

    before: Exhibitor
    after: Exhibitor
    eid: str | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """Booths as they are in the file now, with ids. `eid` is None if nothing differed."""

    booths: tuple[Booth, ...]
    eid: str | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of the placement.

    `kept` is the version that the one of before was kept as, unless it was kept already; `version` the one that stands
    now. `left_out` are exhibitors of whom something is gone or who do not come any more.
    `eid` is None if nothing differed.
    """

    changes: tuple[Change, ...]
    version: Version
    kept: Version | None = None
    left_out: tuple[int, ...] = ()
    eid: str | None = None
