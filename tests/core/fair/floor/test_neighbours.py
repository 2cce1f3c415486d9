"""Side by side: in one island, in one row, touching, whichever way the row is turned."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk import paths
from eventdesk.eventfolder import read_source
from eventdesk.fair.booth import Booth
from eventdesk.fair.floor.geometry import turned
from eventdesk.fair.floor.neighbours import side_by_side
from eventdesk.fair.floor.rows import Form, Numbering, Row, drawn


def row(count: int = 4, form: Form = Form.ROW, rotation: int = 0) -> list[Booth]:
    drafts = drawn(Row(1, 5000, 5000, count, 3000, 2000, form, rotation, island="A"), Numbering("A-"))
    return [replace(draft, id=number) for number, draft in enumerate(drafts, 1)]


@given(st.integers(0, 359), st.permutations(range(5)))
def test_a_row_touches_each_next_one_however_it_is_turned(rotation: int, order: list[int]) -> None:
    booths = row(5, rotation=rotation)
    assert side_by_side([booths[at] for at in order]) == {(1, 2), (2, 3), (3, 4), (4, 5)}


@given(st.integers(0, 359))
def test_rows_back_to_back_are_two_rows(rotation: int) -> None:
    assert side_by_side(row(3, Form.DOUBLE_ROW, rotation)) == {(1, 2), (2, 3), (4, 5), (5, 6)}


@given(st.integers(0, 359))
def test_heads_stand_alone(rotation: int) -> None:
    assert side_by_side(row(2, Form.ISLAND, rotation)) == {(1, 2), (3, 4)}


@given(st.integers(0, 359), st.integers(0, 359))
def test_turning_all_of_it_changes_nothing(rotation: int, more: int) -> None:
    booths = row(3, Form.DOUBLE_ROW, rotation)
    assert side_by_side(turned(booths, more)) == side_by_side(booths)


@pytest.mark.parametrize(
    ("changed", "beside"),
    [
        ({}, True),
        ({"island": "B"}, False),
        ({"hall": 2}, False),
        ({"x_mm": 3005}, True),
        ({"x_mm": 3050}, False),
        ({"x_mm": 2900}, False),
        ({"y_mm": 5}, True),
        ({"y_mm": 100}, False),
        ({"depth_mm": 3000}, True),
        ({"rotation": 180}, False),
        ({"rotation": 360}, True),
    ],
)
def test_one_row_one_island_touching(changed: dict[str, int | str], beside: bool) -> None:
    one, other = Booth(1, "A", 1, 0, 0, 3000, 2000, "A"), Booth(2, "B", 1, 3000, 0, 2000, 2000, "A")
    found = side_by_side([one, replace(other, **changed)])  # type: ignore[arg-type]
    assert bool(found) is beside


def test_booths_that_are_turned_otherwise_are_measured_otherwise() -> None:
    """Each would begin where the other one ends, if both were seen from the same side."""
    one, other = Booth(1, "A", 1, 0, 0, 3000, 2000), Booth(2, "B", 1, -6000, -2000, 3000, 2000, rotation=180)
    assert side_by_side([one, other]) == frozenset()


def test_booths_without_an_island_may_be_side_by_side() -> None:
    assert side_by_side([Booth(7, "A", 1, 0, 0, 3000, 2000), Booth(3, "B", 1, 3000, 0, 3000, 2000)]) == {(3, 7)}


@pytest.mark.parametrize(("name", "pairs"), [("integrationskonferenz-4", 78), ("integrationskonferenz-9", 12)])
def test_the_sample_events(name: str, pairs: int) -> None:
    """Compared with the words of the format, pair by pair, for booths that stand along the walls of their hall."""
    booths = read_source(paths.seeds() / name).content.booths

    def line(booth: Booth) -> int:
        return booth.y_mm + (booth.depth_mm if booth.rotation == 180 else 0)

    plain = {
        (min(one.id, other.id), max(one.id, other.id))
        for one in booths
        for other in booths
        if (one.hall, one.island, one.rotation, line(one)) == (other.hall, other.island, other.rotation, line(other))
        and one.x_mm + one.width_mm == other.x_mm
    }
    assert side_by_side(booths) == plain
    assert len(plain) == pairs
