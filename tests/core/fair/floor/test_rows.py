"""Rows drawn in one go: as many booths as wanted, touching, never overlapping, numbered without a gap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.fair.booth import Booth, Power
from eventdesk.fair.floor.geometry import covered, overlap
from eventdesk.fair.floor.rows import Form, Numbering, Row, drawn, next_prefix

ROWS = st.builds(
    Row,
    hall=st.just(1),
    x_mm=st.integers(-5000, 60_000),
    y_mm=st.integers(-5000, 60_000),
    count=st.integers(1, 12),
    width_mm=st.integers(500, 5000),
    depth_mm=st.integers(500, 5000),
    form=st.sampled_from(Form),
    rotation=st.integers(0, 359),
)


@given(ROWS)
def test_nothing_overlaps_and_all_of_it_begins_where_it_should(row: Row) -> None:
    booths = drawn(row, Numbering("A-"))
    assert not [(one, other) for at, one in enumerate(booths) for other in booths[at + 1 :] if overlap(one, other)]
    edges = [covered(booth) for booth in booths]
    if row.rotation % 90 == 0:
        assert abs(min(each[0] for each in edges) - row.x_mm) <= 1
        assert abs(min(each[1] for each in edges) - row.y_mm) <= 1
    assert all(each[0] >= row.x_mm - 1 and each[1] >= row.y_mm - 1 for each in edges)
    assert {(each.width_mm, each.depth_mm) for each in booths} == {(row.width_mm, row.depth_mm)}
    assert len({each.ref for each in booths}) == len(booths)


def places(booths: tuple[Booth, ...]) -> list[tuple[str, int, int, int]]:
    return [(each.ref, each.x_mm, each.y_mm, each.rotation) for each in booths]


def test_two_rows_stand_back_to_back() -> None:
    found = drawn(Row(1, 3000, 3000, 2, 3000, 2000, Form.DOUBLE_ROW), Numbering("A-"))
    assert places(found) == [
        ("A-01", 3000, 3000, 0),
        ("A-02", 6000, 3000, 0),
        ("A-03", 3000, 5000, 180),
        ("A-04", 6000, 5000, 180),
    ]


def test_an_island_has_heads_where_there_is_room_for_them() -> None:
    found = drawn(Row(1, 0, 0, 2, 2000, 2000, Form.ISLAND), Numbering("I", digits=1))
    assert places(found)[4:] == [
        ("I5", 6000, 0, 90),
        ("I6", 6000, 2000, 90),
        ("I7", 0, 0, 270),
        ("I8", 0, 2000, 270),
    ]
    assert len(drawn(Row(1, 0, 0, 2, 5000, 2000, Form.ISLAND), Numbering())) == 4


def test_all_booths_of_a_row_offer_the_same() -> None:
    row = Row(7, 0, 0, 2, 3000, 2000, island="N", power=Power.V230, wall=True, step_free=False)
    for booth in drawn(row, Numbering("N")):
        assert (booth.id, booth.hall, booth.island, booth.power, booth.wall, booth.step_free) == (
            0,
            7,
            "N",
            Power.V230,
            True,
            False,
        )


def test_numbers_that_are_taken_are_left_out() -> None:
    refs = [each.ref for each in drawn(Row(1, 0, 0, 3, 10, 10), Numbering("A-", 9), {"A-10", "A-12"})]
    assert refs == ["A-09", "A-11", "A-13"]


@pytest.mark.parametrize(("count", "width"), [(0, 10), (501, 10), (3, 0)])
def test_what_cannot_be_drawn_is_refused(count: int, width: int) -> None:
    with pytest.raises(ValueError, match="booth"):
        drawn(Row(1, 0, 0, count, width, 10), Numbering())


@pytest.mark.parametrize(
    ("refs", "prefix"), [((), "A-"), (("A-01", "C-3"), "B-"), (("A1", "B2", "9"), "C-"), (("AB-1",), "A-")]
)
def test_the_next_free_letter(refs: tuple[str, ...], prefix: str) -> None:
    assert next_prefix(refs) == prefix


def test_after_all_letters_come_two() -> None:
    assert next_prefix([f"{chr(65 + at)}-1" for at in range(26)]) == "AA-"
