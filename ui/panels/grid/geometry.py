"""Where everything lies in the grid: rooms side by side, time downwards. Overlapping slots share height.

Knows no Qt. Every slot gets the height that a card needs; where slots overlap, the moments that they have in common
are as high for one as for the other, and they stand beside each other in lanes of the room.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from eventdesk.panels.room import Room
from eventdesk.panels.slot import Slot
from ui.widgets.rect import Rect

LEAST_SHARE = 3
"""Between two beginnings or ends there is at least this part of a card's height, so that times can be read."""
Where = tuple[int, int]
"""Slot and room, as row ids."""


@dataclass(frozen=True)
class Measures:
    """How large things are at least, in pixels; `wide` and `high` are the room there is for all of it.

    A column is as wide as `column`, but where all columns fit side by side if they are narrower, down to `narrowest`.
    """

    head: int
    times: int
    column: int
    narrowest: int
    row: int
    gap: int
    day: int
    wide: int
    high: int
    widest: int
    highest: int


@dataclass(frozen=True)
class Layout:
    """Everything in its place. `rows` are y and height by slot, `columns` x and width by room, `lanes` by slot."""

    rooms: tuple[Room, ...] = ()
    slots: tuple[Slot, ...] = ()
    rows: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    columns: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    lanes: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    days: tuple[tuple[int, str], ...] = ()
    wide: int = 0
    high: int = 0
    gap: int = 0

    @property
    def narrowest(self) -> int:
        """How wide the narrowest column is."""
        return min((wide for _, wide in self.columns.values()), default=0)

    def cell(self, slot: int, room: int, *, whole: bool = False) -> Rect:
        """Return the place of a room in a slot: its lane, or the `whole` width of the room."""
        (y, high), (x, wide), (lane, lanes) = self.rows[slot], self.columns[room], self.lanes[slot]
        if whole or lanes == 1:
            return Rect(x, y, wide, high)
        share = (wide - self.gap * (lanes - 1)) // lanes
        return Rect(x + lane * (share + self.gap), y, share, high)


def layout(rooms: Sequence[Room], slots: Sequence[Slot], measures: Measures) -> Layout:
    """Lay out rooms and slots."""
    timed = tuple(sorted((each for each in slots if each.is_possible), key=lambda each: (each.starts, each.ends)))
    lanes = _lanes(timed)
    most = max((count for _, count in lanes.values()), default=1)
    columns = _columns(rooms, measures, most)
    rows, days, high = _rows(timed, measures)
    spare = measures.high - high
    if spare > 0 and timed:
        rows, days, high = _rows(timed, measures, spare)
    wide = max((x + width for x, width in columns.values()), default=measures.times) + measures.gap // 2
    return Layout(tuple(rooms), timed, rows, columns, lanes, days, wide, high, measures.gap)


def _columns(rooms: Sequence[Room], measures: Measures, lanes: int) -> dict[int, tuple[int, int]]:
    larger = 1 + 0.55 * (lanes - 1)
    between = measures.gap * max(0, len(rooms) - 1) + measures.gap // 2
    share = (measures.wide - measures.times - between) // max(1, len(rooms))
    wide = min(share, round(measures.widest * larger))
    if wide < round(measures.narrowest * larger):
        wide = round(measures.column * larger)
    return {room.id: (measures.times + number * (wide + measures.gap), wide) for number, room in enumerate(rooms)}


def _rows(
    slots: Sequence[Slot], measures: Measures, spare: int = 0
) -> tuple[dict[int, tuple[int, int]], tuple[tuple[int, str], ...], int]:
    """Return y and height of every slot, where days begin, and how high all of it is; `spare` is shared out."""
    moments = sorted({moment for slot in slots for moment in (slot.starts, slot.ends)})
    spans = list(pairwise(moments))
    inside = {
        slot.id: [number for number, (begin, end) in enumerate(spans) if slot.starts <= begin and end <= slot.ends]
        for slot in slots
    }
    covered = {number for numbers in inside.values() for number in numbers}
    heights = [measures.row // LEAST_SHARE if number in covered else 0 for number in range(len(spans))]
    for slot in sorted(slots, key=lambda each: (len(inside[each.id]), each.starts)):
        _stretch(heights, inside[slot.id], measures.row)
    few = sum(heights[number] for number in covered)
    if spare and few:
        most = measures.highest / measures.row
        factor = min(most, (few + spare) / few)
        heights = [int(high * factor) if number in covered else high for number, high in enumerate(heights)]
    tops, days, y = [0] * (len(spans) + 1), list[tuple[int, str]](), measures.head
    several = len({slot.starts[:10] for slot in slots}) > 1
    begun = ""
    starts = {slot.starts for slot in slots}
    for number, (begin, _end) in enumerate(spans):
        if number in covered:
            if several and begin[:10] != begun:
                begun = begin[:10]
                days.append((y, begun))
                y += measures.day
            elif begin in starts and number - 1 in covered and _ends_here(slots, begin):
                y += measures.gap
        elif number and y > measures.head:
            y += measures.gap
        tops[number] = y
        y += heights[number]
    rows = {}
    for slot in slots:
        first, last = inside[slot.id][0], inside[slot.id][-1]
        rows[slot.id] = tops[first], tops[last] + heights[last] - tops[first]
    return rows, tuple(days), y + measures.gap


def _ends_here(slots: Sequence[Slot], moment: str) -> bool:
    """Say whether no slot goes over a moment, so that a gap may be left."""
    return not any(slot.starts < moment < slot.ends for slot in slots)


def _stretch(heights: list[int], inside: Sequence[int], least: int) -> None:
    """Make the moments of a slot so high that it has the least height."""
    missing = least - sum(heights[number] for number in inside)
    for count, number in enumerate(inside):
        if missing > 0:
            share = missing // (len(inside) - count)
            heights[number] += share
            missing -= share


def _lanes(slots: Sequence[Slot]) -> dict[int, tuple[int, int]]:
    """Return the lane of every slot, and how many lanes there are where it is."""
    found: dict[int, tuple[int, int]] = {}
    together: list[Slot] = []
    over = ""

    def close() -> None:
        ends: list[str] = []
        lane_of: dict[int, int] = {}
        for slot in together:
            lane = next((number for number, end in enumerate(ends) if end <= slot.starts), len(ends))
            ends[lane : lane + 1] = [slot.ends]
            lane_of[slot.id] = lane
        found.update((each, (lane, len(ends))) for each, lane in lane_of.items())

    for slot in slots:
        if together and slot.starts >= over:
            close()
            together = []
            over = ""
        together.append(slot)
        over = max(over, slot.ends)
    close()
    return found
