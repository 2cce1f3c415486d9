"""Where tables and chairs lie: no name over another one, nothing beside the picture, every table within reach."""

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtWidgets import QApplication

from ui.cafe.hall.geometry import Layout, Measures, layout
from ui.cafe.hall.painting import NAME as LETTERS
from ui.cafe.hall.painting import fitting
from ui.theme import Theme
from ui.widgets.rect import Rect

CHAIRS = some.dictionaries(some.integers(1, 200), some.integers(0, 30), min_size=1, max_size=40)
WIDTHS = some.integers(200, 2500)
NAME = 84


def measures(wide: int, high: int = 600, title: int = 0) -> Measures:
    return Measures(wide=wide, high=high, name=NAME, line=20, widest_line=29, dot=7, gap=10, title=title)


def overlap(one: Rect, other: Rect) -> bool:
    beside = one.x + one.wide <= other.x or other.x + other.wide <= one.x
    below = one.y + one.high <= other.y or other.y + other.high <= one.y
    return not (beside or below or 0 in (one.wide, other.wide))


def names(found: Layout) -> list[Rect]:
    return [chair.name for ring in found.rings.values() for chair in ring.chairs]


@given(CHAIRS, WIDTHS, some.sampled_from([0, 22]))
def test_every_chair_has_a_place_of_its_own_for_its_name(chairs: dict[int, int], wide: int, title: int) -> None:
    found = layout(chairs, measures(wide, title=title))
    assert {table: len(ring.chairs) for table, ring in found.rings.items()} == chairs
    for ring in found.rings.values():
        own = [chair.name for chair in ring.chairs]
        assert not any(overlap(one, other) for at, one in enumerate(own) for other in own[at + 1 :])
        for name in own:
            assert ring.cell.y + title <= name.y
            assert name.y + name.high <= ring.cell.y + ring.cell.high
            assert ring.cell.x <= name.x
            assert name.x + name.wide <= ring.cell.x + ring.cell.wide
    cells = [ring.cell for ring in found.rings.values()]
    assert not any(overlap(one, other) for at, one in enumerate(cells) for other in cells[at + 1 :])
    assert all(cell.x + cell.wide <= wide and cell.y + cell.high <= found.high for cell in cells)


@given(some.integers(0, 24), some.integers(1, 40), WIDTHS, some.integers(200, 2000))
def test_names_have_the_room_they_need_wherever_there_is_more_than_one_column(
    chairs: int, tables: int, wide: int, high: int
) -> None:
    found = layout(dict.fromkeys(range(tables), chairs), measures(wide, high))
    if len(found.rows[0]) > 1:
        assert all(name.wide >= NAME - 2 for name in names(found))


def test_a_high_window_lets_the_lines_stand_wider() -> None:
    chairs = dict.fromkeys(range(13), 8)
    assert layout(chairs, measures(950, 500)).line == 20
    assert 20 < layout(chairs, measures(950, 660)).line < 29
    assert layout(chairs, measures(950, 3000)).line == 24
    assert layout(chairs, measures(1100, 3000)).line == 29


def test_arrows_reach_every_table_and_stop_at_the_edges() -> None:
    found = layout(dict.fromkeys(range(13), 8), measures(950))
    assert [len(row) for row in found.rows] == [3, 3, 3, 3, 1]
    assert found.step(None, 0, 1) == 0
    assert found.step(0, 0, 1) == 1
    assert found.step(0, -1, 0) == 0
    assert found.step(2, 0, 1) == 2
    assert found.step(11, 1, 0) == 12
    assert Layout().step(None, 0, 1) is None


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_name_is_whole_or_short_and_only_then_cut(dressed: QApplication, scale: float) -> None:
    metrics = Theme(scale=scale).metrics(LETTERS)
    whole, short = "Birgit Niehaus", "Birgit N."
    shown = [fitting(metrics, (whole, short), room) for room in range(10, metrics.horizontalAdvance(whole) + 20)]
    assert shown[-1] == whole
    assert all(text in (whole, short) for text in shown[metrics.horizontalAdvance(short) + 2 - 10 :])
    assert shown[0] not in (whole, short)
