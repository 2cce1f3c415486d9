"""What may happen on the day of the fair, and the fair as it would be then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from eventdesk.fair.booth import Booth, BoothState, Power
from eventdesk.fair.exhibitor import Exhibitor, ExhibitorStatus
from eventdesk.fair.fair import Fair


class What(Enum):
    """What happens."""

    BLOCKED = "blocked"
    NO_POWER = "no_power"
    NO_SHOW = "no_show"
    LATE_WISH = "late_wish"
    WALK_IN = "walk_in"


@dataclass(frozen=True)
class Case:
    """One thing that happens: to a booth, to an exhibitor, or somebody new comes, whose id is below 0.

    A late wish is for `island`; where that is empty, for the first wish that is known already.
    """

    what: What
    booth: int = 0
    exhibitor: int = 0
    island: str = ""
    newcomer: Exhibitor | None = None


def happened(fair: Fair, cases: Sequence[Case]) -> Fair:
    """Return the fair after that, as it is written down. What happens to booths or exhibitors nobody knows is not."""
    booths: dict[int, Booth] = dict(fair.booth_of)
    everybody: dict[int, Exhibitor] = dict(fair.exhibitor_of)
    stands: dict[int, tuple[int, ...]] = dict(fair.stands)
    for case in cases:
        booth, who = booths.get(case.booth), everybody.get(case.exhibitor)
        if case.what is What.BLOCKED and booth is not None and booth.state is not BoothState.BLOCKED:
            booths[booth.id] = replace(booth, state=BoothState.BLOCKED, reason="")
        elif case.what is What.NO_POWER and booth is not None:
            booths[booth.id] = replace(booth, power=Power.NONE)
        elif case.what is What.NO_SHOW and who is not None:
            everybody[who.id] = replace(who, status=ExhibitorStatus.NO_SHOW)
            stands.pop(who.id, None)
        elif case.what is What.LATE_WISH and who is not None:
            everybody[who.id] = replace(who, wish_1=case.island or who.wish_1)
        elif case.what is What.WALK_IN and case.newcomer is not None:
            everybody[case.newcomer.id] = case.newcomer
    return replace(fair, booths=tuple(booths.values()), exhibitors=tuple(everybody.values()), stands=stands)


def would_be(fair: Fair, cases: Sequence[Case]) -> Fair:
    """Return the fair to think about: after that, and nobody held to a booth that will not do any more."""
    then = happened(fair, cases)
    dark = frozenset(case.booth for case in cases if case.what is What.NO_POWER)
    return replace(then, exhibitors=tuple(_unpinned(each, then.booth_of, dark) for each in then.exhibitors))


def late_wishes(cases: Sequence[Case]) -> frozenset[int]:
    """Return who would now like to stand in their first wish."""
    return frozenset(case.exhibitor for case in cases if case.what is What.LATE_WISH)


def _unpinned(who: Exhibitor, booths: Mapping[int, Booth], dark: frozenset[int]) -> Exhibitor:
    """Return them without their pin, if it is on a booth that is blocked, or has lost the power they need."""
    pinned = booths.get(who.pinned or 0)
    if pinned is None:
        return who
    lost = pinned.id in dark and pinned.power < who.power
    return replace(who, pinned=None) if lost or pinned.state is BoothState.BLOCKED else who
