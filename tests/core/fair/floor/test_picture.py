"""A picture behind the plan is brought to the right size by two places and the length between them."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from eventdesk.codes import BackgroundTrouble, Fault
from eventdesk.errors import KnownError
from eventdesk.fair.floor.picture import (
    FloorPicture,
    calibrated,
    read_points,
    strokes_body,
    strokes_of,
    written_points,
)
from eventdesk.words import Words
from eventdesk.words.faults import fault_sentence

PICTURE = FloorPicture(1, 1, "plan.png", "image/png", 0, 0, 40_000, 20_000)
PLACE = st.tuples(st.integers(0, 40_000), st.integers(0, 20_000))
POINTS = st.lists(st.tuples(st.integers(-90_000, 90_000), st.integers(0, 90_000)), min_size=1, max_size=9)


@given(PLACE, PLACE, st.integers(5000, 60_000))
def test_both_places_are_so_far_apart_afterwards(first: tuple[int, int], second: tuple[int, int], length: int) -> None:
    assume(math.dist(first, second) > 2000)
    found = calibrated(PICTURE, first, second, length)

    def now(place: tuple[int, int]) -> tuple[float, float]:
        return (
            found.x_mm + place[0] / PICTURE.width_mm * found.width_mm,
            found.y_mm + place[1] / PICTURE.depth_mm * found.depth_mm,
        )

    assert math.isclose(math.dist(now(first), now(second)), length, rel_tol=0.001)
    assert math.dist(now(first), first) < 2


def test_the_first_place_may_come_anywhere() -> None:
    found = calibrated(PICTURE, (10_000, 10_000), (20_000, 10_000), 5000, at=(0, 0))
    assert (found.x_mm, found.y_mm, found.width_mm, found.depth_mm) == (-5000, -5000, 20_000, 10_000)


@pytest.mark.parametrize(
    ("second", "length", "trouble"),
    [
        ((5, 5), 3000, BackgroundTrouble.SAME_PLACE),
        ((3005, 5), 0, BackgroundTrouble.SAME_PLACE),
        ((6, 5), 90_000, BackgroundTrouble.NO_SIZE),
        ((40_000, 5), 1, BackgroundTrouble.NO_SIZE),
    ],
)
def test_what_makes_no_size_is_told(second: tuple[int, int], length: int, trouble: BackgroundTrouble) -> None:
    with pytest.raises(KnownError) as error:
        calibrated(PICTURE, (5, 5), second, length)
    assert (error.value.fault, error.value.details["trouble"]) == (Fault.BAD_BACKGROUND, trouble.value)
    said = fault_sentence(Words("en"), error.value)
    assert said.startswith("“plan.png” cannot lie behind the plan: ")
    assert "{" not in said


@given(POINTS)
def test_points_come_back(points: list[tuple[int, int]]) -> None:
    assert read_points(written_points(tuple(points))) == tuple(points)


@given(st.lists(POINTS.map(tuple), max_size=5).map(tuple))
def test_strokes_come_back(strokes: tuple[tuple[tuple[int, int], ...], ...]) -> None:
    assert strokes_of(strokes_body(strokes)) == strokes
