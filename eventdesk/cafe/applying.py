"""Takes over the ways of a suggestion: what has to be written so that everybody has theirs."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count, islice
from typing import TypeVar

from eventdesk.cafe import records
from eventdesk.cafe.itinerary import Itinerary
from eventdesk.cafe.plan import CafePlan
from eventdesk.cafe.ways import records as way_records
from eventdesk.event import Transaction
from eventdesk.store.access import Reader, Value, new_id, new_ids
from eventdesk.store.transaction import ENTRY_ROWS

Thing = TypeVar("Thing")
Write = Callable[[Transaction], None]
Tables = Mapping[int, int]
"""The row ids of tables by those of the rounds."""
_ITINERARY = ("id", "number", "person")
_SEAT = ("id", "itinerary", "round", "cafe_table")


@dataclass
class Work:
    """All that is to be written, and what becomes of whom by it."""

    changed: dict[int, None] = field(default_factory=dict)
    same: int = 0
    left_out: tuple[int, ...] = ()
    _gone: list[int] = field(default_factory=list)
    _moved: list[tuple[int, int]] = field(default_factory=list)
    _lost: list[int] = field(default_factory=list)
    _new: list[Itinerary] = field(default_factory=list)
    _seats: list[tuple[int, int, int]] = field(default_factory=list)

    @property
    def is_nothing(self) -> bool:
        """Whether all is as it should be already."""
        return not (self._gone or self._moved or self._lost or self._new or self._seats)

    def writes(self, plan: CafePlan | None) -> Iterator[Write]:
        """Yield what writes it, piece by piece: each is an entry of the journal, or several that hold inserts."""
        if plan is not None:
            yield partial(records.insert_plan, plan=plan)
        yield from (partial(_delete_seats, seats=some) for some in _pieces(self._lost))
        yield from (partial(_delete_itineraries, gone=some) for some in _pieces(self._gone))
        yield from (partial(_move_seats, moves=some) for some in _pieces(self._moved))
        rows = [(each.id, each.number, each.person) for each in self._new]
        yield from (partial(_insert, table="cafe_itinerary", columns=_ITINERARY, rows=some) for some in _pieces(rows))
        ids = new_ids(len(self._seats))
        seats = [(row, *seat) for row, seat in zip(ids, self._seats, strict=True)]
        yield from (partial(_insert, table="cafe_seat", columns=_SEAT, rows=some) for some in _pieces(seats))

    def keep(self, reader: Reader, way: Itinerary, wanted: Tables) -> None:
        """Let a way that is there lead to other tables."""
        if way.tables == wanted:
            self.same += way.person is not None
            return
        seats = way_records.seat_ids(reader, way.id)
        self._moved += ((seats[each], table) for each, table in wanted.items() if way.tables.get(each, table) != table)
        self._lost += (row for each, row in seats.items() if each not in wanted)
        self._seats += ((way.id, each, table) for each, table in wanted.items() if each not in way.tables)
        if way.person is not None:
            self.changed[way.person] = None

    def add(self, way: Itinerary) -> None:
        """Let there be a new way."""
        self._new.append(way)
        self._seats += ((way.id, *place) for place in way.tables.items())
        if way.person is not None:
            self.changed[way.person] = None

    def remove(self, reader: Reader, way: Itinerary) -> None:
        """Let a way be no more."""
        self._lost += way_records.seat_ids(reader, way.id).values()
        self._gone.append(way.id)
        if way.person is not None:
            self.changed[way.person] = None


def work_for(reader: Reader, ways: Mapping[int, Tables], spare: Sequence[Tables], left_out: Sequence[int]) -> Work:
    """Return what is to be written so that these people, in this order, have these ways, and nobody else any."""
    work = Work(left_out=tuple(left_out))
    there = way_records.itineraries(reader)
    mine = {way.person: way for way in reversed(there) if way.person in ways}
    unused: defaultdict[frozenset[tuple[int, int]], list[Tables]] = defaultdict(list)
    for tables in spare:
        unused[frozenset(tables.items())].append(tables)
    kept = {way.id for way in mine.values()}
    for way in there:
        same = unused.get(frozenset(way.tables.items())) if way.person is None else None
        if same:
            same.pop()
            kept.add(way.id)
        elif way.id not in kept:
            work.remove(reader, way)
    numbers = count(max((way.number for way in there if way.id in kept), default=0) + 1)
    for person, tables in ways.items():
        if person in mine:
            work.keep(reader, mine[person], tables)
        else:
            work.add(Itinerary(new_id(), next(numbers), person, tables))
    for tables in (each for left in unused.values() for each in left):
        work.add(Itinerary(new_id(), next(numbers), None, tables))
    return work


def _pieces(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    left = iter(things)
    while some := list(islice(left, ENTRY_ROWS)):
        yield some


def _delete_seats(tx: Transaction, seats: Sequence[int]) -> None:
    for seat in seats:
        way_records.delete_seat(tx, seat)


def _delete_itineraries(tx: Transaction, gone: Sequence[int]) -> None:
    for way in gone:
        way_records.delete_itinerary(tx, way)


def _move_seats(tx: Transaction, moves: Sequence[tuple[int, int]]) -> None:
    for seat, table in moves:
        way_records.move_seat(tx, seat, table)


def _insert(tx: Transaction, table: str, columns: tuple[str, ...], rows: Sequence[tuple[Value, ...]]) -> None:
    tx.insert_many(table, columns, rows)
