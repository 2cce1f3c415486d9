"""The roll of all people in memory: who has which role, status, organisation …, in which order they stand.

It is filled piece by piece, so that nobody waits for 100,000 people, and brought up to date person by person.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import reduce

from eventdesk.people.listing import records
from eventdesk.people.listing.order import LAST, NAME, SORTABLE, Order, merging, run
from eventdesk.people.listing.wanted import Facet, Part, Wanted
from eventdesk.people.records import LIST_SEPARATOR, split
from eventdesk.people.sorting import sort_key
from eventdesk.store.access import Reader, Row
from eventdesk.store.pace import Pace

_FIRST, _LEAST, _MOST = 100, 25, 400
"""So many people are read at first, at least and at most in one piece; a slow machine reads fewer."""
_FACETS = (Facet.ROLE, Facet.STATUS, Facet.SECTOR, Facet.ORGANISATION, Facet.GROUP, Facet.LANGUAGE, Facet.NEED)
"""In the order of the columns that `records.listed` returns behind id and sorting key."""
_BETWEEN = "\x1f"
_LISTS = frozenset({Facet.ROLE, Facet.LANGUAGE, Facet.NEED})


class Roll:
    """Everybody by name, and by what can be filtered for."""

    def __init__(self) -> None:
        self._orders = {NAME: Order()}
        self._sets: dict[Facet, defaultdict[str, set[int]]] = {facet: defaultdict(set) for facet in Facet}
        self._known: dict[int, str] = {}

    def __len__(self) -> int:
        """Return how many people stand in it."""
        return len(self._known)

    # ---- filling and keeping up

    def filling(self, reader: Reader) -> Iterator[Part]:
        """Read everybody in, in the order of names; yields how far it is after each piece."""
        total, pace = records.count(reader), Pace(_FIRST, _LEAST, _MOST)
        last: tuple[str, int] | None = ("", -1)
        while last is not None:
            with pace.step():
                last = self._read_after(reader, *last, pace.size)
            yield Part(len(self._known), total)

    def _read_after(self, reader: Reader, key: str, person: int, most: int) -> tuple[str, int] | None:
        """Read the next people in; returns key and id of the last one, None if there was nobody."""
        rows = records.listed_after(reader, key, person, most)
        for row in rows:
            if row[0] not in self._known:
                self._orders[NAME].add_last(row[0], row[1])
                self._enter(row)
        return (rows[-1][1], rows[-1][0]) if rows else None

    def ordering(self, reader: Reader, column: str) -> Iterator[Part]:
        """Put everybody in the order of a column, piece by piece; `ready` says when that is done."""
        runs: list[list[str]] = []
        person, order, done = -1, Order(), 0
        folded: dict[str, str] = {}
        pace = Pace(_FIRST, _LEAST, _MOST)
        while True:
            with pace.step():
                rows = records.column_after(reader, SORTABLE[column], person, pace.size)
                if rows:
                    runs.append(self._run_of(rows, folded))
            if not rows:
                break
            person, done = rows[-1][0], done + len(rows)
            yield Part(done // 2, len(self._known))
        for done in merging(runs, order):
            yield Part((len(self._known) + done) // 2, len(self._known))
        self._orders[column] = order

    def _run_of(self, rows: Sequence[Row], folded: dict[str, str]) -> list[str]:
        """Put some people in the order of a column; `folded` are the keys of what was met there before."""
        names = self._orders[NAME]
        for row in rows:
            if row[1] not in folded:
                folded[row[1]] = _key(row[1])
        return run((f"{folded[row[1]]}\0{names.key(row[0])}", row[0]) for row in rows)

    def ready(self, column: str) -> bool:
        """Say whether the list can be shown in the order of this column."""
        return column in self._orders

    def update(self, reader: Reader, ids: Collection[int]) -> None:
        """Bring these people up to date: new, changed or gone."""
        rows = {row[0]: row for row in records.listed(reader, list(ids))}
        for person in ids:
            self._leave(person)
            self._orders[NAME].put(person, rows[person][1] if person in rows else None)
            if person in rows:
                self._enter(rows[person])
        for column, order in self._orders.items():
            if column != NAME:
                values = {row[0]: row[1] for row in records.column_of(reader, SORTABLE[column], list(ids))}
                for person in ids:
                    name = self._orders[NAME].key(person)
                    order.put(person, f"{_key(values[person])}\0{name}" if person in values else None)

    # ---- asking

    def ids(
        self,
        wanted: Wanted,
        column: str = NAME,
        *,
        backwards: bool = False,
        only: set[int] | None = None,
    ) -> list[int]:
        """Return who is wanted, in the order of a column; `only` leaves nobody but these."""
        return self._orders[column].ids(self.chosen(wanted, only), backwards=backwards)

    def first(
        self,
        number: int,
        wanted: Wanted,
        column: str = NAME,
        *,
        backwards: bool = False,
        only: set[int] | None = None,
    ) -> list[int]:
        """Return the first so many of them: enough for a screen, long before all are known."""
        return self._orders[column].first(number, self.chosen(wanted, only), backwards=backwards)

    def chosen(self, wanted: Wanted, only: set[int] | None = None) -> set[int] | None:
        """Return who is wanted as a set; None means everybody. What `wanted` says of presence stands in `only`."""
        sets = [] if only is None else [only]
        for facet, values in wanted.values.items():
            if values:
                sets.append(self._any(facet, values))
        return reduce(set.__and__, sorted(sets, key=len)) if sets else None

    def having(self, facet: Facet, value: str) -> set[int]:
        """Return who has this value; the set is not to be changed."""
        return self._sets[facet].get(value, set())

    def values(self, facet: Facet) -> dict[str, int]:
        """Return each value of a facet with the number of people who have it; the empty one means none."""
        return {value: len(people) for value, people in self._sets[facet].items() if people}

    def _any(self, facet: Facet, values: Collection[str]) -> set[int]:
        found = [self._sets[facet][value] for value in values if value in self._sets[facet]]
        return found[0] if len(found) == 1 else set().union(*found)

    def _enter(self, row: Row | Sequence[str]) -> None:
        person = int(row[0])
        known = row[2:]
        self._known[person] = _BETWEEN.join(known)
        for facet, text in zip(_FACETS, known, strict=True):
            sets = self._sets[facet]
            if facet in _LISTS and LIST_SEPARATOR in text:
                for value in split(text):
                    sets[value].add(person)
            else:
                sets[text].add(person)

    def _leave(self, person: int) -> None:
        known = self._known.pop(person, None)
        for facet, text in zip(_FACETS, known.split(_BETWEEN) if known is not None else (), strict=False):
            for value in (split(text) or ("",)) if facet in _LISTS else (text,):
                self._sets[facet][value].discard(person)


def _key(text: str) -> str:
    return sort_key(text) or LAST
