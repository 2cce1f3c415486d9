"""Who would go to which session: everybody by the order of their wishes, one session at a time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

WishList = tuple[int, ...]
"""Row ids of sessions, the best wish first."""


@dataclass(frozen=True, slots=True)
class Demand:
    """How many people go to a session, and how many wishes for it are lost to another one at that time, by row id."""

    going: dict[int, int] = field(default_factory=dict)
    lost: dict[int, int] = field(default_factory=dict)

    def copy(self) -> "Demand":
        """Return a demand that can be changed without changing this one."""
        return Demand(self.going.copy(), self.lost.copy())


def count(
    demand: Demand,
    lists: Iterable[tuple[WishList, int]],
    slots: Mapping[int, int | None],
    concurrent: Mapping[int, frozenset[int]],
) -> Demand:
    """Count people with these wishes, so many with each list, into `demand`; negative numbers take them out again.

    `slots` are the slots of sessions, `concurrent` the slots that overlap one, itself included.
    """
    going, lost = demand.going, demand.lost
    for wishes, people in lists:
        busy: set[int] = set()
        for session in wishes:
            slot = slots.get(session)
            if slot is None:
                continue
            if slot in busy:
                lost[session] = lost.get(session, 0) + people
            else:
                going[session] = going.get(session, 0) + people
                busy |= concurrent.get(slot) or {slot}
    return demand
