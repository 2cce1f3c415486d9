"""Where cells lie in the grid: nothing covers anything else, every slot has its height, time goes downwards."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from eventdesk.panels.room import Room
from eventdesk.panels.slot import Slot
from ui.panels.grid.geometry import Layout, Measures, layout
from ui.widgets.rect import Rect

MEASURES = Measures(
    head=50, times=70, column=160, narrowest=110, row=110, gap=12, day=30, wide=900, high=600, widest=300, highest=230
)
ROOMS = tuple(Room(number, f"R{number}", f"Room {number}", 100) for number in range(1, 5))


def _slot(number: int, start: int, minutes: int) -> Slot:
    begins = datetime.fromisoformat("2025-05-14T09:00") + timedelta(minutes=start)
    ends = begins + timedelta(minutes=minutes)
    return Slot(number, f"Z{number}", begins.isoformat("T", "minutes"), ends.isoformat("T", "minutes"))


SLOTS = st.lists(st.tuples(st.integers(0, 120).map(lambda five: five * 25), st.integers(1, 40)), max_size=8).map(
    lambda found: [_slot(number + 1, start, 5 * length) for number, (start, length) in enumerate(found)]
)


def _apart(one: Rect, other: Rect) -> bool:
    beside = one.x + one.wide <= other.x or other.x + other.wide <= one.x
    return beside or one.y + one.high <= other.y or other.y + other.high <= one.y


def _laid_out(slots: Sequence[Slot], rooms: int, *, high: int = 600) -> Layout:
    return layout(ROOMS[:rooms], slots, replace(MEASURES, high=high))


@given(SLOTS, st.integers(1, 4), st.integers(100, 1500))
def test_no_cell_covers_another_and_all_can_be_read(slots: list[Slot], rooms: int, high: int) -> None:
    found = _laid_out(slots, rooms, high=high)
    cells = [found.cell(slot.id, room.id) for slot in slots for room in ROOMS[:rooms]]
    assert all(_apart(one, other) for number, one in enumerate(cells) for other in cells[:number])
    assert all(cell.high >= MEASURES.row and cell.wide >= 80 for cell in cells)
    assert all(cell.x >= MEASURES.times and cell.y >= MEASURES.head for cell in cells)
    assert all(cell.x + cell.wide <= found.wide and cell.y + cell.high <= found.high for cell in cells)


@given(SLOTS)
def test_what_begins_later_is_lower_and_what_overlaps_shares_height(slots: list[Slot]) -> None:
    found = _laid_out(slots, 1)
    for one in slots:
        for other in slots:
            (top, high), (other_top, _) = found.rows[one.id], found.rows[other.id]
            if one.starts < other.starts:
                assert top < other_top
            if one.starts <= other.starts < one.ends:
                assert other_top < top + high
            if one.ends <= other.starts:
                assert top + high <= other_top


def test_one_day_fills_the_room_there_is() -> None:
    three = [_slot(1, 0, 50), _slot(2, 60, 75), _slot(3, 180, 75)]
    found = _laid_out(three, 4, high=600)
    assert 590 <= found.high <= 600
    assert len({high for _, high in found.rows.values()}) == 1
    assert found.days == ()


def test_a_long_session_stands_beside_the_two_that_it_overlaps() -> None:
    found = _laid_out([_slot(1, 0, 50), _slot(2, 60, 60), _slot(3, 0, 120)], 2)
    first, second, long = (found.cell(slot, 1) for slot in (1, 2, 3))
    assert first.x == second.x < long.x
    assert (long.y, long.y + long.high) == (first.y, second.y + second.high)


def test_several_days_have_their_heads() -> None:
    found = _laid_out([_slot(1, 0, 60), _slot(2, 24 * 60, 60)], 1)
    assert [day for _, day in found.days] == ["2025-05-14", "2025-05-15"]


@given(st.integers(1, 30), st.integers(300, 2500))
def test_columns_are_narrower_only_where_all_of_them_fit_then(rooms: int, wide: int) -> None:
    many = tuple(Room(number, f"R{number}", f"Room {number}", 100) for number in range(1, rooms + 1))
    found = layout(many, [_slot(1, 0, 60)], replace(MEASURES, wide=wide))
    assert MEASURES.narrowest <= found.narrowest <= MEASURES.widest
    assert found.wide <= wide or found.narrowest == MEASURES.column


def test_six_rooms_fit_where_there_is_room_for_five_and_a_half() -> None:
    six = tuple(Room(number, f"R{number}", f"Room {number}", 100) for number in range(1, 7))
    found = layout(six, [_slot(1, 0, 60)], MEASURES)
    assert found.wide <= MEASURES.wide
    assert found.narrowest < MEASURES.column
