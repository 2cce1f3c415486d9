"""Who belongs together: by pairs, also over others, and as hosts of one table."""

from collections.abc import Iterable
from itertools import combinations

from eventdesk.cafe.rotation.types import Pair, Problem


def tied(problem: Problem) -> list[list[int]]:
    """Return the ids of all guests in groups that stay together; most of them are alone."""
    of = {guest.id: guest.id for guest in problem.guests}

    def root(each: int) -> int:
        while of[each] != each:
            of[each] = of[of[each]]
            each = of[each]
        return each

    for pair in sorted(sorted(pair) for pair in problem.together if len(pair) == 2 and pair <= of.keys()):
        of[root(pair[1])] = root(pair[0])
    first: dict[int, int] = {}
    for guest, table in hosts(problem).items():
        of[root(guest)] = root(first.setdefault(table, guest))
    found: dict[int, list[int]] = {}
    for each in of:
        found.setdefault(root(each), []).append(each)
    return list(found.values())


def tied_pairs(groups: Iterable[Iterable[int]]) -> frozenset[Pair]:
    """Return all pairs of those who stay together."""
    return frozenset(frozenset(pair) for group in groups for pair in combinations(group, 2))


def hosts(problem: Problem) -> dict[int, int]:
    """Return the tables that hosts stay at, as far as there are these tables."""
    tables = {table.id for table in problem.tables}
    return {
        guest.id: guest.host_of for guest in problem.guests if guest.host_of is not None and guest.host_of in tables
    }


def staying(problem: Problem, groups: Iterable[Iterable[int]]) -> dict[int, int]:
    """Return the tables of all who never move: hosts, and who stays together with one."""
    found = hosts(problem)
    for group in groups:
        members = list(group)
        table = next((found[each] for each in members if each in found), None)
        if table is not None:
            found |= {each: found.get(each, table) for each in members}
    return found
