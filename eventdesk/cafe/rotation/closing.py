"""A table that closes: only who would sit there goes elsewhere. And which tables have become too small."""

from eventdesk.cafe.rotation.standing import AGAIN, HARD, Standing
from eventdesk.cafe.rotation.types import LEAST, NOWHERE, Moved, Problem, Rotation, Thin

_PASSES = 20
_ONE_CHAIR = AGAIN // 2
"""One chair more at a table is better than two people who meet again; a second one is worse than anything."""
_Group = tuple[int, tuple[int, ...]]
"""A round, and who goes to one table in it."""


def close_table(problem: Problem, rotation: Rotation, table: int, from_round: int = 0) -> Moved:
    """Return new itineraries for those who would sit at a table from a round on (counted from 0); its host joins in.

    They go where as few as possible meet again; each in every round by themselves, unless they stay together.
    """
    standing = Standing(problem, [each for each in problem.guests if each.id in rotation.ways], rotation.ways)
    there = {each for each, way in rotation.ways.items() if table in way[from_round:] and each in standing.ways}
    numbers = range(from_round, problem.rounds)
    again, beyond = standing.again(there), standing.beyond(numbers)
    groups = _groups(standing, table, numbers)
    open_tables = sorted(set(standing.tables) - {table})
    for number, members in groups:
        for each in members:
            standing.sit(each, number, NOWHERE)
    if open_tables:
        for _ in range(_PASSES):
            if not sum(_settle(standing, group, open_tables) for group in groups):
                break
    return Moved(
        ways={each: tuple(standing.ways[each]) for each in there},
        repeats=standing.again(there) - again,
        beyond_seats=standing.beyond(numbers) - beyond,
        unseated=() if open_tables else tuple(sorted(there)),
    )


def thin_tables(problem: Problem, rotation: Rotation, *, least: int = LEAST, from_round: int = 0) -> tuple[Thin, ...]:
    """Return the tables with fewer than `least` people in a round, from a round on (counted from 0), by round."""
    standing = Standing(problem, [each for each in problem.guests if each.id in rotation.ways], rotation.ways)
    return tuple(
        Thin(table, number, len(standing.at[number][table]))
        for number in range(from_round, problem.rounds)
        for table in standing.tables
        if 0 < len(standing.at[number][table]) < least
    )


def _groups(standing: Standing, table: int, numbers: range) -> list[_Group]:
    """Return who has to find another table in which round, those who stay together as one."""
    found: list[_Group] = []
    for number in numbers:
        left = sorted(standing.at[number][table])
        while left:
            members = [left.pop(0)]
            for each in members:
                tied = [other for other in left if frozenset((each, other)) in standing.together]
                members += tied
                left = [other for other in left if other not in tied]
            found.append((number, tuple(members)))
    return sorted(found, key=lambda group: -len(group[1]))


def _settle(standing: Standing, group: _Group, open_tables: list[int]) -> bool:
    """Let a group sit at the best table for it; return whether that is another one than before."""
    number, members = group
    before = standing.ways[members[0]][number]
    for each in members:
        standing.sit(each, number, NOWHERE)

    def price(table: int) -> tuple[int, bool, int]:
        size = len(standing.at[number][table]) + len(members)
        beyond = size - standing.seats(table)
        beyond = _ONE_CHAIR * (beyond > 0) + HARD * max(beyond - 1, 0)
        return beyond + sum(standing.price(each, number, table) for each in members) + size, table != before, table

    best = min(open_tables, key=price)
    for each in members:
        standing.sit(each, number, best)
    return best != before
