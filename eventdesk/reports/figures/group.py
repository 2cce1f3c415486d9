"""Groups of people by what they have in common, none of them so small that somebody could be found in it. Pure.

A group of fewer than `least` people is not shown by itself, and neither is one of which fewer than that came: it is
joined with others like it, the smallest first, until the joined group is large enough. So every number that is shown
stands for enough people, the numbers still add up, and no small one can be worked out from the sum of the others, as it
could be if it were merely left out. Nobody is counted twice in a joined group.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

NONE = ""
"""The code of the group of people who said nothing."""
LEAST = 5
"""So many people a group has at least: with fewer, colleagues would know who they are."""


class Tally(NamedTuple):
    """How many people are known, that is registered or there, and how many of them came."""

    known: int = 0
    came: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """People with one role, sector or language: its `code`, how many are known and how many of them came.

    `joined` counts the groups that were too small to be shown: then this is all of them together, and has no code.
    """

    code: str
    known: int
    came: int
    joined: int = 0

    def as_json(self) -> Mapping[str, Any]:
        """Return it under the keys of the command line."""
        return {"code": self.code, "known": self.known, "came": self.came, "joined": self.joined}


def groups(alike: Mapping[tuple[str, ...], Tally], least: int = LEAST) -> tuple[Group, ...]:
    """Return the groups, the largest first, then that of the people who said nothing, then what was joined.

    `alike` counts people by all the codes that they have, so that somebody with two roles is in two groups.
    """
    single: Counter[str] = Counter()
    arrived: Counter[str] = Counter()
    for codes, tally in alike.items():
        for code in set(codes) or {NONE}:
            single[code] += tally.known
            arrived[code] += tally.came
    order = sorted(single, key=lambda code: (single[code], arrived[code], code))
    joined = [code for code in order if _is_small(Tally(single[code], arrived[code]), least)]
    left = [code for code in order if code not in joined]
    together = _together(alike, joined)
    while joined and _is_small(together, least):
        if not left:
            return ()
        joined.append(left.pop(0))
        together = _together(alike, joined)
    shown = sorted(left, key=lambda code: (code == NONE, -single[code], -arrived[code], code))
    found = [Group(code, single[code], arrived[code]) for code in shown]
    return (*found, Group(NONE, together.known, together.came, len(joined))) if joined else tuple(found)


def _is_small(tally: Tally, least: int) -> bool:
    return 0 < tally.known < least or 0 < tally.came < least


def _together(alike: Mapping[tuple[str, ...], Tally], codes: Iterable[str]) -> Tally:
    """Return how many people have any of these codes."""
    wanted = set(codes)
    found = [tally for own, tally in alike.items() if wanted & (set(own) or {NONE})]
    return Tally(sum(each.known for each in found), sum(each.came for each in found))
