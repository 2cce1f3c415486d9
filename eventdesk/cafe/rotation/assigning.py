"""Who gets what, one each, so that the costs add up to as little as possible."""

from collections.abc import Sequence


def assigned(costs: Sequence[Sequence[int]]) -> list[int]:
    """Return for each row the column it gets; there must be at least as many columns as rows.

    The Hungarian method with potentials, in rows² × columns steps (H. W. Kuhn 1955; J. Munkres 1957).
    """
    columns = len(costs[0]) if costs else 0
    if columns < len(costs):
        raise ValueError("more rows than columns")
    of_row = [0] * (len(costs) + 1)
    of_column = [0] * (columns + 1)
    taken_by = [0] * (columns + 1)  # rows and columns count from 1 here; 0 is nobody
    for row in range(1, len(costs) + 1):
        taken_by[0] = row
        _make_room(costs, of_row, of_column, taken_by)
    found = [0] * len(costs)
    for column in range(1, columns + 1):
        if taken_by[column]:
            found[taken_by[column] - 1] = column - 1
    return found


def _make_room(costs: Sequence[Sequence[int]], of_row: list[int], of_column: list[int], taken_by: list[int]) -> None:
    """Give the row at column 0 a column, by the cheapest chain of rows that go elsewhere."""
    columns = len(of_column)
    least: list[float] = [float("inf")] * columns
    before = [0] * columns
    seen = [False] * columns
    here = 0
    while taken_by[here]:
        seen[here] = True
        row, there, gap = taken_by[here], 0, float("inf")
        for column in range(1, columns):
            if seen[column]:
                continue
            price = costs[row - 1][column - 1] - of_row[row] - of_column[column]
            if price < least[column]:
                least[column], before[column] = price, here
            if least[column] < gap:
                there, gap = column, least[column]
        step = int(gap)
        for column in range(columns):
            if seen[column]:
                of_row[taken_by[column]] += step
                of_column[column] -= step
            else:
                least[column] -= step
        here = there
    while here:
        taken_by[here] = taken_by[before[here]]
        here = before[here]
