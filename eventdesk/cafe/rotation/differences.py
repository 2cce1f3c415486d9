"""Difference matrices: out of one number per round and class follows a whole rotation in which nobody meets twice.

Somebody of class k who begins at table j sits, in round r, at table j + matrix[r][k]. Two of different classes meet
where j - j' is the difference of their numbers; so nobody meets twice if the differences between each two classes are
another one in each round. The first class never moves: these are the hosts. Rounds and classes may change places.

What numbers add up to is a group: a field where the number of tables is a prime power, otherwise pairs of remainders.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from random import Random

from eventdesk.cafe.rotation.field import Field, prime_power

Matrix = tuple[tuple[int, ...], ...]

_STORED = "differences.txt"
_STEPS = 20_000
_WIDEST_STORED = 30
_ENOUGH = 12
"""Rounds beyond which it is not tried how many more there are."""


@dataclass(frozen=True, slots=True)
class Differences:
    """A matrix of rounds by classes, and how its numbers are added: modulo `outer` and `inner`, or in a field (0)."""

    outer: int
    inner: int
    matrix: Matrix

    @property
    def tables(self) -> int:
        """How many tables it is for."""
        return self.outer * self.inner if self.outer else self.inner

    def cut(self, rounds: int, classes: int) -> "Differences | None":
        """Return as much of it as is needed, turned over if it only fits so; None if it is too small."""
        for matrix in (self.matrix, tuple(zip(*self.matrix, strict=True))):
            if len(matrix) >= rounds and len(matrix[0]) >= classes:
                return Differences(self.outer, self.inner, tuple(row[:classes] for row in matrix[:rounds]))
        return None

    def itineraries(self) -> list[tuple[int, ...]]:
        """Return the tables, counted from 0, of everybody: class by class, in each class by the first table."""
        add = self._adding()
        classes = len(self.matrix[0])
        shifts = [[row[k] for row in self.matrix] for k in range(classes)]
        return [tuple(add(j, shift) for shift in shifts[k]) for k in range(classes) for j in range(self.tables)]

    def _adding(self) -> Callable[[int, int], int]:
        if not self.outer:
            return Field(self.inner).add
        outer, inner = self.outer, self.inner
        return lambda one, other: (
            (one // inner + other // inner) % outer * inner + (one % inner + other % inner) % inner
        )


def differences(tables: int, rounds: int, classes: int) -> Differences | None:
    """Return a matrix for so many tables, None if none is known and none is found quickly."""
    if max(rounds, classes, 2) > tables:
        return None
    if prime_power(tables) is not None:
        field = Field(tables)
        matrix = tuple(tuple(field.multiply(r, k) for k in range(classes)) for r in range(rounds))
        return Differences(0, tables, matrix)
    if rounds <= _smallest_factor(tables):
        return Differences(1, tables, tuple(tuple(r * k % tables for k in range(classes)) for r in range(rounds)))
    for known in stored(tables):
        if (cut := known.cut(rounds, classes)) is not None:
            return cut
    return searched(1, tables, rounds, classes) if tables > _WIDEST_STORED else None


def most_rounds(tables: int, classes: int) -> int:
    """Return for how many rounds there is a matrix with so many classes."""
    if classes > tables:
        return 1
    if prime_power(tables) is not None:
        return tables
    rounds = _smallest_factor(tables)
    for known in stored(tables):
        long, wide = len(known.matrix), len(known.matrix[0])
        rounds = max(rounds, long if wide >= classes else 0, wide if long >= classes else 0)
    while tables > _WIDEST_STORED and rounds < _ENOUGH and searched(1, tables, rounds + 1, classes) is not None:
        rounds += 1
    return rounds


def _smallest_factor(number: int) -> int:
    """Return the smallest number from 2 on that divides it: so many multiples of a number differ by nothing shared."""
    return next(each for each in range(2, number + 1) if number % each == 0)


def stored(tables: int) -> Iterator[Differences]:
    """Yield the matrices that came out of long searches with `searched`, for so many tables."""
    text = files("eventdesk.cafe.rotation").joinpath(_STORED).read_text(encoding="ascii")
    for line in text.splitlines():
        head, _, body = line.partition(":")
        if not head.startswith("#") and body:
            outer, inner = (int(each) for each in head.split())
            if outer * inner == tables:
                rows = (row.split() for row in body.split("/"))
                yield Differences(outer, inner, tuple(tuple(int(each) for each in row) for row in rows))


def searched(
    outer: int, inner: int, rounds: int, classes: int, *, seed: int = 1, steps: int = _STEPS
) -> Differences | None:
    """Return a matrix found by trial, row by row, going back where nothing fits; None after so many steps."""
    return _Search(outer, inner, rounds, classes).run(Random(seed), steps)  # noqa: S311 - nothing secret


class _Search:
    def __init__(self, outer: int, inner: int, rounds: int, classes: int) -> None:
        self._outer, self._inner, self._tables = outer, inner, outer * inner
        self._rounds, self._classes = rounds, classes

    def run(self, chance: Random, steps: int) -> Differences | None:
        share = max(steps // 10, 1)
        for _ in range(10):
            self._left, self._chance = share, chance
            self._used = [[{0} for _ in range(each)] for each in range(self._classes)]
            self._rows = [[0] * self._classes]
            if self._rows_from(1):
                return Differences(self._outer, self._inner, tuple(tuple(row) for row in self._rows))
        return None

    def _rows_from(self, number: int) -> bool:
        if number == self._rounds:
            return True
        self._rows.append([0])
        if self._fill():
            return True
        self._rows.pop()
        return False

    def _fill(self) -> bool:
        """Put numbers into the last row, from where it ends; then go on with the next row."""
        row = self._rows[-1]
        place = len(row)
        if place == self._classes:
            return self._close()
        for value in self._chance.sample(range(self._tables), self._tables):
            self._left -= 1
            if self._left < 0:
                return False
            if all(self._minus(value, row[k]) not in self._used[place][k] for k in range(place)):
                row.append(value)
                if self._fill():
                    return True
                row.pop()
        return False

    def _close(self) -> bool:
        row = self._rows[-1]
        new = [(self._used[k][low], self._minus(row[k], row[low])) for k in range(self._classes) for low in range(k)]
        for used, difference in new:
            used.add(difference)
        if self._rows_from(len(self._rows)):
            return True
        for used, difference in new:
            used.discard(difference)
        return False

    def _minus(self, one: int, other: int) -> int:
        inner = self._inner
        return (one // inner - other // inner) % self._outer * inner + (one % inner - other % inner) % inner
