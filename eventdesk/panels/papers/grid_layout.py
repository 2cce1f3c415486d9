"""Where the sessions of a day stand in a grid of times and rooms: bands, rows, columns, and lanes where two collide."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from eventdesk.panels.papers.agenda import Item, RoomOrder, by_number
from eventdesk.panels.room import Room


@dataclass(frozen=True, slots=True)
class Cell:
    """One session: its column, its rows from `first` up to `last`, its lane where several are in one room at once."""

    item: Item
    column: int
    first: int
    last: int
    lane: int = 0
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class Band:
    """Sessions that are on at one time, as far as one overlaps the next: no time after or before belongs to others.

    `times` are local ISO times between which the rows lie. `wide`: it is one session alone, so it may take all columns.
    """

    times: tuple[str, ...]
    cells: tuple[Cell, ...]
    wide: bool

    @property
    def minutes(self) -> tuple[int, ...]:
        """How long each row is."""
        moments = [datetime.fromisoformat(time) for time in self.times]
        return tuple(int((after - before).total_seconds()) // 60 for before, after in pairwise(moments))

    @property
    def even(self) -> bool:
        """Whether all its sessions begin and end together."""
        return len(self.times) == 2


def columns_of(items: Sequence[Item]) -> tuple[int, ...]:
    """Return the row ids of the rooms in which something is parallel to something else, 0 for "no room yet".

    They stand as in the programme on the screen: the largest first, then by number.
    """
    parallel = [item.room for group in _groups(items) if len(group) > 1 for item in group]
    ordered = sorted(parallel, key=_by_size)
    return tuple(dict.fromkeys(room.id if room is not None else 0 for room in ordered))


def _by_size(room: Room | None) -> tuple[bool, int, RoomOrder]:
    return room is None, -room.capacity if room is not None else 0, by_number(room)


def bands(items: Sequence[Item], columns: Sequence[int]) -> tuple[Band, ...]:
    """Return the bands of a day in the order of time. `columns` are rooms that are shown; parallel ones beyond are not.

    All `items` must have a time.
    """
    where = {room: at for at, room in enumerate(columns)}
    found = []
    for group in _groups(items):
        if len(group) == 1:
            slot = _slot(group[0])
            found.append(Band((slot[0], slot[1]), (Cell(group[0], 0, 0, 1),), wide=True))
            continue
        shown = [item for item in group if _room(item) in where]
        if shown:
            found.append(_band(shown, where))
    return tuple(found)


def _band(group: Sequence[Item], where: Mapping[int, int]) -> Band:
    times = sorted({time for item in group for time in _slot(item)})
    row = {time: at for at, time in enumerate(times)}
    cells: list[Cell] = []
    for room, column in where.items():
        for together in _groups(item for item in group if _room(item) == room):
            lanes = _lanes(together)
            most = max(lanes) + 1
            cells += [
                Cell(item, column, row[_slot(item)[0]], row[_slot(item)[1]], lane, most)
                for item, lane in zip(together, lanes, strict=True)
            ]
    return Band(tuple(times), tuple(cells), wide=False)


def _lanes(items: Sequence[Item]) -> list[int]:
    """Return the first free lane for each of some sessions in one room, in the order of their beginnings."""
    ends: list[str] = []
    found = []
    for item in items:
        starts, until = _slot(item)
        lane = next((at for at, end in enumerate(ends) if end <= starts), len(ends))
        ends[lane : lane + 1] = [until]
        found.append(lane)
    return found


def _groups(items: Iterable[Item]) -> list[list[Item]]:
    """Return sessions in groups: each overlaps another one of its group, none one of another group."""
    found: list[list[Item]] = []
    until = ""
    for item in sorted(items, key=lambda each: each.order):
        starts, ends = _slot(item)
        if not found or starts >= until:
            found.append([])
        found[-1].append(item)
        until = max(until, ends)
    return found


def _slot(item: Item) -> tuple[str, str]:
    if item.timed is None:
        raise ValueError(f"no time: {item.session.ref}")
    return item.timed.starts, item.timed.ends


def _room(item: Item) -> int:
    return item.room.id if item.room is not None else 0
