"""Booths on the floor: what they cover when turned, when they overlap, when they are inside, whatever their numbers."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.fair.booth import Booth
from eventdesk.fair.floor import geometry
from eventdesk.fair.floor.geometry import Polygon

LENGTH = st.integers(50, 10_000)
PLACE = st.integers(-20_000, 50_000)
DEGREES = st.integers(0, 359)
BOOTHS = st.builds(
    lambda x, y, width, depth, rotation: Booth(1, "A", 1, x, y, width, depth, rotation=rotation),
    PLACE,
    PLACE,
    LENGTH,
    LENGTH,
    DEGREES,
)
SQUARE = Booth(1, "A", 1, 0, 0, 2000, 2000)


def near(one: geometry.Place, other: geometry.Place, by: float = 1.5) -> bool:
    return math.dist(one, other) <= by


@given(BOOTHS)
def test_corners_are_as_far_apart_as_the_booth_is_wide_and_deep(booth: Booth) -> None:
    a, b, c, d = geometry.corners(booth)
    assert math.isclose(math.dist(a, b), booth.width_mm, abs_tol=1e-6)
    assert math.isclose(math.dist(b, c), booth.depth_mm, abs_tol=1e-6)
    assert math.isclose(math.dist(a, c), math.hypot(booth.width_mm, booth.depth_mm), abs_tol=1e-6)
    assert math.isclose(geometry.area((a, b, c, d)), booth.width_mm * booth.depth_mm, rel_tol=1e-9)


@given(BOOTHS)
def test_x_and_y_are_the_least_of_what_is_covered(booth: Booth) -> None:
    corners = geometry.corners(booth)
    left, top, right, bottom = geometry.covered(booth)
    assert (left, top) == (booth.x_mm, booth.y_mm)
    assert math.isclose(min(x for x, _ in corners), left, abs_tol=1e-6)
    assert math.isclose(min(y for _, y in corners), top, abs_tol=1e-6)
    assert math.isclose(max(x for x, _ in corners), right, abs_tol=1e-6)
    assert math.isclose(max(y for _, y in corners), bottom, abs_tol=1e-6)


@pytest.mark.parametrize(
    ("rotation", "front"),
    [
        (0, ((0, 0), (3000, 0))),
        (90, ((2000, 0), (2000, 3000))),
        (180, ((3000, 2000), (0, 2000))),
        (270, ((0, 3000), (0, 0))),
    ],
)
def test_the_front_goes_round_clockwise_from_the_top(rotation: int, front: tuple[geometry.Place, ...]) -> None:
    assert geometry.front(Booth(1, "A", 1, 0, 0, 3000, 2000, rotation=rotation)) == front


@given(BOOTHS, DEGREES)
def test_turning_keeps_the_middle_and_turning_back_the_place(booth: Booth, degrees: int) -> None:
    (turned,) = geometry.turned([booth], degrees)
    assert near(geometry.centre(turned), geometry.centre(booth))
    assert turned.rotation == (booth.rotation + degrees) % 360
    (back,) = geometry.turned([turned], 360 - degrees)
    assert back.rotation == booth.rotation
    assert near((back.x_mm, back.y_mm), (booth.x_mm, booth.y_mm), 3)


@given(st.lists(BOOTHS, min_size=2, max_size=5), DEGREES)
def test_booths_turned_together_keep_their_distances(booths: list[Booth], degrees: int) -> None:
    turned = geometry.turned(booths, degrees)
    for one, other, new_one, new_other in zip(booths, booths[1:], turned, turned[1:], strict=False):
        before = math.dist(geometry.centre(one), geometry.centre(other))
        after = math.dist(geometry.centre(new_one), geometry.centre(new_other))
        assert math.isclose(before, after, abs_tol=3)


def test_a_row_turned_by_a_right_angle_is_exact() -> None:
    row = [Booth(at, str(at), 1, 3000 * at, 0, 3000, 2000) for at in range(1, 4)]
    turned = geometry.turned(row, 90)
    assert [(each.x_mm, each.y_mm, each.rotation) for each in turned] == [
        (6500, -3500, 90),
        (6500, -500, 90),
        (6500, 2500, 90),
    ]
    assert geometry.turned([], 90) == ()


@given(BOOTHS, BOOTHS)
def test_overlapping_goes_both_ways(one: Booth, other: Booth) -> None:
    assert geometry.overlap(one, other) == geometry.overlap(other, one)


@given(BOOTHS)
def test_a_booth_overlaps_itself_and_not_its_neighbour(booth: Booth) -> None:
    assert geometry.overlap(booth, booth)
    cos, sin = geometry.direction(booth.rotation)
    x, y = geometry.centre(booth)
    beside = geometry.centred(booth, (x + booth.width_mm * cos, y + booth.width_mm * sin))
    assert not geometry.overlap(booth, beside)
    inwards = geometry.centred(booth, (x + 0.5 * booth.width_mm * cos, y + 0.5 * booth.width_mm * sin))
    assert geometry.overlap(booth, inwards)


@given(BOOTHS, BOOTHS, PLACE, PLACE)
def test_where_the_origin_is_makes_no_difference(one: Booth, other: Booth, x: int, y: int) -> None:
    moved = [replace(each, x_mm=each.x_mm + x, y_mm=each.y_mm + y) for each in (one, other)]
    assert geometry.overlap(one, other) == geometry.overlap(*moved)


def _sampled(one: Booth, other: Booth) -> bool:
    """Say whether some place of one is inside the other, looked for place by place."""
    view, theirs = geometry.frame(one), geometry.frame(other)
    for across in range(1, 20):
        for down in range(1, 20):
            place = view.on_floor(one.width_mm * across / 20, one.depth_mm * down / 20)
            u, v = theirs.seen(place)
            if 10 < u < other.width_mm - 10 and 10 < v < other.depth_mm - 10:
                return True
    return False


@given(BOOTHS, st.integers(-6000, 6000), st.integers(-6000, 6000), LENGTH, LENGTH, DEGREES)
def test_what_is_found_place_by_place_overlaps(
    booth: Booth, x: int, y: int, width: int, depth: int, rotation: int
) -> None:
    other = Booth(2, "B", 1, booth.x_mm + x, booth.y_mm + y, width, depth, rotation=rotation)
    if _sampled(booth, other):
        assert geometry.overlap(booth, other)


@pytest.mark.parametrize(("gap", "found"), [(-2000, True), (-20, True), (-4, False), (0, False), (5, False)])
def test_a_few_millimetres_are_no_overlap(gap: int, found: bool) -> None:
    assert geometry.overlap(SQUARE, replace(SQUARE, x_mm=2000 + gap)) is found


L_SHAPE: Polygon = ((0, 0), (10_000, 0), (10_000, 4000), (4000, 4000), (4000, 10_000), (0, 10_000))


@pytest.mark.parametrize(
    ("x", "y", "rotation", "inside"),
    [
        (0, 0, 0, True),
        (-4, 0, 0, True),
        (-50, 0, 0, False),
        (8000, 2000, 0, True),
        (8000, 2100, 0, False),
        (2000, 8000, 0, True),
        (3000, 3000, 0, False),
        (6000, 6000, 0, False),
        (500, 500, 45, True),
        (2500, 2500, 45, False),
    ],
)
def test_inside_a_hall_with_a_corner(x: int, y: int, rotation: int, inside: bool) -> None:
    assert geometry.inside(replace(SQUARE, x_mm=x, y_mm=y, rotation=rotation), L_SHAPE) is inside


@given(BOOTHS)
def test_what_is_inside_has_all_of_it_in_common(booth: Booth) -> None:
    left, top, right, bottom = geometry.covered(booth)
    room = ((left - 1, top - 1), (right + 1, top - 1), (right + 1, bottom + 1), (left - 1, bottom + 1))
    assert geometry.inside(booth, room)
    assert geometry.meets(room, geometry.corners(booth))
    away = tuple((x + 100_000, y) for x, y in room)
    assert not geometry.inside(booth, away)
    assert not geometry.meets(away, geometry.corners(booth))


@pytest.mark.parametrize(
    ("points", "simple"),
    [
        (((0, 0), (10, 0), (10, 10)), True),
        (((0, 0), (10, 0), (10, 10), (0, 10)), True),
        (((0, 10), (10, 10), (10, 0), (0, 0)), True),
        (((0, 0), (10, 10), (10, 0), (0, 10)), False),
        (((0, 0), (5, 0), (9, 0)), False),
        (((0, 0), (10, 0), (10, 10), (5, -5), (0, 10)), False),
        (tuple((x, y) for x, y in ((0, 0), (10, 0), (10, 4), (4, 4), (4, 10), (0, 10))), True),
    ],
)
def test_an_outline_must_not_cross_itself(points: tuple[tuple[int, int], ...], simple: bool) -> None:
    assert geometry.is_simple(points) is simple


@given(st.tuples(PLACE, PLACE), st.tuples(PLACE, PLACE), st.integers(100, 5000))
def test_a_band_is_as_wide_as_it_should_be(start: geometry.Place, end: geometry.Place, width: int) -> None:
    found = geometry.band(start, end, width)
    length = math.dist(start, end)
    assert math.isclose(geometry.area(found), width * (length or width), rel_tol=1e-6)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    assert geometry.meets(geometry.square(middle, 50), found)
