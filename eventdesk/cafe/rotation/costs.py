"""What it would cost to let any two people change places, for all pairs at once.

Everything is a whole number, so that the order in which numbers are added up decides nothing.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from eventdesk.cafe.rotation.ground import Ground

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]

HARD = 10_000_000
"""A pair that is broken, a table with steps for who needs one without, or a chair beyond the seats."""
AGAIN = 10_000
"""Two people who meet again."""
ALONE, FOREIGN, BACK, COLLEAGUES, SECTOR, UNEVEN = 12, 12, 6, 4, 3, 1


@dataclass(frozen=True, slots=True)
class Pairs:
    """What each two cost at one table, and where that is not nothing."""

    prices: Numbers
    one: Places
    other: Places
    weight: Numbers

    @classmethod
    def of(cls, prices: Numbers) -> "Pairs":
        """Look up where a matrix of prices is not nothing."""
        one, other = np.nonzero(prices)
        return cls(prices, one, other, prices[one, other])


@dataclass(frozen=True, slots=True)
class _Language:
    """Who needs company in their language: `kind` of everybody, and per kind whose company it is, and who it is."""

    kind: Places
    company: Places
    itself: Places


class Costs:
    """The prices of a rotation, for guests and after them for `empty` places nobody sits at."""

    def __init__(self, ground: Ground, empty: int, most: int) -> None:
        """Prepare all tables of prices; `most` is how many of these are ever at one table."""
        self._tables, self._number = len(ground.tables), len(ground.guests)
        self.everybody = self._number + empty
        self.real: Numbers = np.zeros(self.everybody)
        self.real[: self._number] = 1
        self.pairs = Pairs.of(_pairs(ground, self.everybody))
        self.unary = _unary(ground, self.everybody)
        sectors = sorted({guest.sector for guest in ground.guests if guest.sector})
        self._sectors, self._nobody = len(sectors), len(sectors) + 1
        of = [sectors.index(guest.sector) if guest.sector else len(sectors) for guest in ground.guests]
        self._sector: Places = np.array([*of, *([self._nobody] * empty)], dtype=np.int64)
        self._shares = _shares(self._sector[: self._number], self._sectors, most)
        self._sizes = _sizes(ground, most)
        self._language = _language(ground, empty)

    def total(self, seats: Places) -> int:
        """Return the price of a rotation: of all rounds, `seats` being rounds by people."""
        rows = self._rows(seats)
        sectors, people = self._counts(rows, len(seats))
        found = self._sizes[self._table_of(len(seats)), people + 1].sum()
        found += self._shares[np.arange(self._sectors), people[:, None] + 1, sectors[:, : self._sectors] + 1].sum()
        for number in range(len(seats)):
            same = seats[number][:, None] == seats[number][None, :]
            found += (self.pairs.prices * same).sum() / 2
            found += self.unary[np.arange(self.everybody), seats[number]].sum()
        if self._language is not None:
            company, there = self._spoken(rows, len(seats), self._language)
            found += ALONE * ((company == 1) & (there >= 1)).sum()
        return int(found)

    def swaps(self, seats: Places, some: Places, pairs: Pairs, unary: Numbers) -> Numbers:
        """Return, per round, what it costs that each of `some` and each of all change places there.

        `pairs` is what it costs that two sit together, `unary` (people by tables) that somebody sits somewhere. Two at
        one table change nothing.
        """
        rounds = len(seats)
        rows = self._rows(seats)
        found = self._crossed(self._sector_prices(rows, rounds), rows, some, self._sector)
        if self._language is not None:
            found += self._crossed(self._language_prices(rows, rounds, self._language), rows, some, self._language.kind)
        found += self._met(rows, rounds, some, pairs, unary)
        found[seats[:, some][:, :, None] == seats[:, None, :]] = 0
        return found

    def _rows(self, seats: Places) -> Places:
        """Return where everybody sits, all tables of all rounds counted through."""
        moved: Places = seats + self._tables * np.arange(len(seats))[:, None]
        return moved

    def _table_of(self, rounds: int) -> Places:
        return np.tile(np.arange(self._tables), rounds)

    def _counts(self, rows: Places, rounds: int) -> tuple[Places, Places]:
        kinds = self._nobody + 1
        places = rounds * self._tables
        counts = np.bincount((rows * kinds + self._sector).ravel(), minlength=places * kinds).reshape(places, kinds)
        return counts, counts[:, : self._nobody].sum(axis=1)

    def _sector_prices(self, rows: Places, rounds: int) -> Numbers:
        """Return per table of a round what it costs if one of a sector leaves and one of another comes."""
        counts, people = self._counts(rows, rounds)
        at = self._table_of(rounds)
        kinds = self._nobody + 1
        found: Numbers = np.zeros((len(people), kinds, kinds))
        now: Any = None
        for more, part in ((0, np.s_[:, :, :]), (1, np.s_[:, self._nobody :, :]), (-1, np.s_[:, :, self._nobody :])):
            shares = self._shares[
                np.arange(self._sectors), people[:, None] + more + 1, counts[None, :, : self._sectors] + _STEPS
            ]
            whole = shares[1].sum(axis=1) + self._sizes[at, people + more + 1]
            now = whole if now is None else now
            leaves, comes = np.zeros((2, len(people), kinds))
            leaves[:, : self._sectors] = shares[0] - shares[1]
            comes[:, : self._sectors] = shares[2] - shares[1]
            found[part] = ((whole - now)[:, None, None] + leaves[:, :, None] + comes[:, None, :])[part]
        found[:, np.arange(kinds), np.arange(kinds)] = 0
        return found

    def _spoken(self, rows: Places, rounds: int, language: _Language) -> tuple[Places, Places]:
        kinds, places = len(language.company), rounds * self._tables
        counts = np.bincount((rows * kinds + language.kind).ravel(), minlength=places * kinds).reshape(places, kinds)
        return counts @ language.company, counts @ language.itself

    def _language_prices(self, rows: Places, rounds: int, language: _Language) -> Numbers:
        """Return per table of a round what it costs if one who speaks this leaves and one who speaks that comes."""
        company, there = self._spoken(rows, rounds, language)
        change = language.company[None, :, :] - language.company[:, None, :]
        swap = language.itself[None, :, :] - language.itself[:, None, :]
        then = (company[:, None, None, :] + change == 1) & (there[:, None, None, :] + swap >= 1)
        now = ((company == 1) & (there >= 1)).sum(axis=1)
        found: Numbers = float(ALONE) * (then.sum(axis=3) - now[:, None, None])
        return found

    def _crossed(self, prices: Numbers, rows: Places, some: Places, kind: Places) -> Numbers:
        """Return prices per row, who leaves and who comes as prices per two people who change places."""
        own = prices[rows, kind]
        found: Numbers = own[:, some][:, :, kind] + own[:, :, kind[some]].transpose(0, 2, 1)
        return found

    def _met(self, rows: Places, rounds: int, some: Places, pairs: Pairs, unary: Numbers) -> Numbers:
        """Return what it costs for whom one sits with, and where."""
        everybody = np.arange(self.everybody)
        places = rounds * self._tables
        where = (pairs.one * places + rows[:, pairs.other]).ravel()
        weights = np.broadcast_to(pairs.weight, (rounds, len(pairs.weight))).ravel()
        there = np.bincount(where, weights, minlength=self.everybody * places).reshape(self.everybody, places)
        there = there + np.tile(unary, rounds)
        now = there[everybody[None, :], rows]
        theirs = there[some][:, rows].transpose(1, 0, 2)
        mine = there[:, rows[:, some]].transpose(1, 2, 0)
        found: Numbers = theirs + mine - now[:, some][:, :, None] - now[:, None, :] - 2 * pairs.prices[some][None, :, :]
        return found


_STEPS = np.array([0, 1, 2])[:, None, None]


def _pairs(ground: Ground, everybody: int) -> Numbers:
    """Return what each two cost at one table: colleagues a little, who must stay apart a lot."""
    found: Numbers = np.zeros((everybody, everybody))
    houses: dict[str, list[int]] = {}
    for number, guest in enumerate(ground.guests):
        if guest.organisation:
            houses.setdefault(guest.organisation, []).append(number)
    for members in houses.values():
        found[np.ix_(members, members)] = COLLEAGUES
    for pair in ground.apart:
        one, other = pair
        found[one, other] = found[other, one] = HARD
    for pair in ground.together:
        one, other = pair
        found[one, other] = found[other, one] = -HARD
    np.fill_diagonal(found, 0)
    return found


def _unary(ground: Ground, everybody: int) -> Numbers:
    """Return what it costs that somebody sits at a table, whoever else does: steps, and a language."""
    found: Numbers = np.zeros((everybody, len(ground.tables)))
    for number, guest in enumerate(ground.guests):
        for at, table in enumerate(ground.tables):
            foreign = table.language and guest.languages and table.language not in guest.languages
            found[number, at] = FOREIGN * bool(foreign) + HARD * (guest.step_free and not table.step_free)
    return found


def _shares(sector: Places, sectors: int, most: int) -> Numbers:
    """Return the price of so many people of a sector (from -1 on) among so many at a table (from -1 on)."""
    people, there = np.arange(-1, most + 2), np.arange(-1, most + 2)
    of = np.bincount(sector, minlength=sectors + 1)[:sectors]
    low = people[None, :] * of[:, None] // max(len(sector), 1)
    high = -(-people[None, :] * of[:, None] // max(len(sector), 1))
    below = np.maximum(low[:, :, None] - there, 0)
    above = np.maximum(there - high[:, :, None], 0)
    found: Numbers = float(SECTOR) * (below + above)
    return found


def _sizes(ground: Ground, most: int) -> Numbers:
    """Return the price of so many people (from -1 on) at each table."""
    people = np.arange(-1, most + 2)
    seats = np.array([table.seats for table in ground.tables], dtype=np.int64)
    even = np.array(ground.sizes, dtype=np.int64)
    beyond = np.maximum(people - np.maximum(seats, even)[:, None], 0)
    found: Numbers = float(HARD) * beyond + UNEVEN * (people - even[:, None]) ** 2
    return found


def _language(ground: Ground, empty: int) -> _Language | None:
    """Return who may be alone: those who do not speak what most do; None if everybody does, or nobody says."""
    spoken = [frozenset(guest.languages) for guest in ground.guests]
    often: dict[str, int] = {}
    for languages in spoken:
        for each in languages:
            often[each] = often.get(each, 0) + 1
    usual = max(sorted(often), key=lambda each: often[each], default="")
    needy = sorted({each for each in spoken if each and usual not in each}, key=sorted)
    if not needy:
        return None
    kinds: dict[tuple[tuple[int, ...], tuple[int, ...]], int] = {}
    of = []
    for languages in [*spoken, *([frozenset()] * empty)]:
        key = (tuple(int(bool(languages & each)) for each in needy), tuple(int(languages == each) for each in needy))
        of.append(kinds.setdefault(key, len(kinds)))
    return _Language(
        kind=np.array(of, dtype=np.int64),
        company=np.array([company for company, _ in kinds], dtype=np.int64),
        itself=np.array([itself for _, itself in kinds], dtype=np.int64),
    )
