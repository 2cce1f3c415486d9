"""The grid of a day: every session once, none above another, bands that do not touch in time."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk.panels.papers.grid_layout import Band, Cell, bands, columns_of
from eventdesk.panels.slot import Slot
from tests.core.panels.papers.agendas import LATE, NOON, agenda, panel, slot


def layout(entries: list[tuple[int, int, int]]) -> tuple[Band, ...]:
    slots = [slot(200 + at, clock(start), clock(start + length)) for at, (start, length, _) in enumerate(entries)]
    sessions = [panel(at, 200 + at, room or None) for at, (_, _, room) in enumerate(entries)]
    items = agenda(sessions, slots=slots).items
    return bands(items, columns_of(items))


def clock(quarter: int) -> str:
    return f"{8 + quarter // 4:02d}:{quarter % 4 * 15:02d}"


def times_of(cell: Cell) -> tuple[str, str]:
    assert isinstance(cell.item.slot, Slot)
    return cell.item.slot.starts, cell.item.slot.ends


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6), st.integers(0, 3)), max_size=14))
def test_every_session_stands_once_in_its_time_and_none_on_another(entries: list[tuple[int, int, int]]):
    found = layout(entries)
    cells = [cell for band in found for cell in band.cells]
    assert sorted(cell.item.session.id for cell in cells) == [100 + at for at in range(len(entries))]
    for before, after in pairwise(found):
        assert before.times[-1] <= after.times[0]
    for band in found:
        assert band.wide == (len(band.cells) == 1)
        for cell in band.cells:
            assert (band.times[cell.first], band.times[cell.last]) == times_of(cell)
            assert 0 <= cell.lane < cell.lanes
        for one, other in combinations(band.cells, 2):
            same_place = (one.column, one.lane) == (other.column, other.lane)
            assert not (same_place and one.first < other.last and other.first < one.last)


def test_what_is_alone_takes_all_columns_and_parallel_sessions_their_rooms():
    opening, forums, late = bands(agenda().items[:4], columns_of(agenda().items[:4]))
    assert (opening.wide, forums.wide, late.wide) == (True, False, True)
    assert [cell.column for cell in forums.cells] == [0, 1]
    assert forums.even
    assert forums.minutes == (75,)


def test_a_long_session_spans_the_rows_beside_it():
    (band,) = layout([(0, 8, 2), (0, 3, 1), (4, 4, 1)])
    assert [(cell.first, cell.last) for cell in band.cells] == [(0, 3), (0, 1), (2, 3)]
    assert (band.even, band.minutes) == (False, (45, 15, 60))


def test_two_sessions_in_one_room_at_once_stand_side_by_side():
    (band,) = layout([(0, 4, 1), (2, 4, 1), (4, 4, 1)])
    assert [(cell.lane, cell.lanes) for cell in band.cells] == [(0, 2), (1, 2), (0, 2)]


def test_sessions_without_a_room_have_the_last_column():
    items = agenda([panel(1, NOON, None), panel(2, NOON, 2), panel(3, LATE, 3)]).items
    assert columns_of(items) == (2, 0)


def test_the_largest_room_comes_first_as_in_the_programme():
    items = agenda([panel(1, NOON, 1), panel(2, NOON, 2), panel(3, NOON, 3)]).items
    assert columns_of(items) == (3, 2, 1)


def test_rooms_that_are_not_shown_are_left_out():
    items = agenda().items[:4]
    assert [len(band.cells) for band in bands(items, (2,))] == [1, 1, 1]
