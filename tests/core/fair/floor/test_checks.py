"""Rules of the floor: overlapping, outside, on pillars and escape routes, before exits, aisles that are too narrow."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk import paths
from eventdesk.codes import FloorCode
from eventdesk.eventfolder import read_source
from eventdesk.fair.booth import Booth
from eventdesk.fair.fair import Fair
from eventdesk.fair.floor.checks import Floor, floor_troubles, troubles_of
from eventdesk.fair.floor.geometry import turned
from eventdesk.fair.floor.rows import Form, Numbering, Row, drawn
from eventdesk.fair.hall import Hall, HallPart, PartKind, Point
from eventdesk.words import Words
from eventdesk.words.fair import floor_trouble_sentence

HALL = Hall(1, "H1", "Halle 1", 30_000, 20_000)
BOOTH = Booth(1, "A-01", 1, 10_000, 10_000, 3000, 2000)


def fair(*booths: Booth, parts: tuple[HallPart, ...] = ()) -> Fair:
    return Fair((HALL, Hall(2, "H2", "Halle 2", 10_000, 10_000)), parts, booths, (), {}, {}, {})


def part(kind: PartKind, *points: Point, width: int = 0, name: str = "Teil") -> HallPart:
    return HallPart(77, 1, kind, name, points, width)


def told(asked: Fair) -> list[tuple[FloorCode, str, str]]:
    return [(each.code, each.booth_ref, each.other_name) for each in floor_troubles(asked)]


def beside(x: int = 0, y: int = 0, rotation: int = 0) -> Booth:
    return replace(BOOTH, id=2, ref="A-02", x_mm=BOOTH.x_mm + x, y_mm=BOOTH.y_mm + y, rotation=rotation)


def test_a_booth_alone_in_its_hall_is_right() -> None:
    assert told(fair(BOOTH)) == []


@pytest.mark.parametrize(
    ("x", "y", "rotation", "outside"),
    [
        (0, 0, 0, False),
        (-3, -3, 0, False),
        (-100, 0, 0, True),
        (27_000, 18_000, 0, False),
        (27_100, 18_000, 0, True),
        (28_000, 17_000, 90, False),
        (27_000, 18_000, 90, True),
        (40_000, 0, 0, True),
    ],
)
def test_outside_the_hall(x: int, y: int, rotation: int, outside: bool) -> None:
    found = told(fair(replace(BOOTH, x_mm=x, y_mm=y, rotation=rotation)))
    assert found == ([(FloorCode.OUTSIDE_HALL, "A-01", "Halle 1")] if outside else [])


def test_an_outline_takes_the_place_of_the_rectangle() -> None:
    outline = part(PartKind.OUTLINE, (0, 0), (30_000, 0), (30_000, 8000), (12_000, 8000), (12_000, 20_000), (0, 20_000))
    assert told(fair(BOOTH, parts=(outline,))) == [(FloorCode.OUTSIDE_HALL, "A-01", "Halle 1")]
    assert told(fair(replace(BOOTH, x_mm=9000), parts=(outline,))) == []
    annex = replace(outline, id=78, points=((12_000, 8000), (30_000, 8000), (30_000, 20_000), (12_000, 20_000)))
    assert told(fair(replace(BOOTH, x_mm=13_000), parts=(outline, annex))) == []


@pytest.mark.parametrize(
    ("x", "y", "found"),
    [
        (0, 0, FloorCode.OVERLAP),
        (2900, 0, FloorCode.OVERLAP),
        (2997, 0, None),
        (3000, 0, None),
        (0, 2000, None),
        (0, 2005, None),
        (0, 2020, FloorCode.NARROW_AISLE),
        (3200, 0, None),
        (0, 2500, FloorCode.NARROW_AISLE),
        (2000, -3000, FloorCode.NARROW_AISLE),
        (0, 3490, FloorCode.NARROW_AISLE),
        (0, 3500, None),
        (4000, 2500, None),
    ],
)
def test_two_booths(x: int, y: int, found: FloorCode | None) -> None:
    asked = told(fair(BOOTH, beside(x, y)))
    assert asked == ([(found, "A-01", "A-02")] if found else [])


def test_how_narrow_an_aisle_is_and_how_wide_it_should_be() -> None:
    near = fair(BOOTH, beside(0, 3200))
    (trouble,) = floor_troubles(near)
    assert trouble.gap_mm == 1200
    assert floor_troubles(near, aisle_mm=1200) == ()
    assert floor_trouble_sentence(Words("en"), trouble) == "The aisle between A-01 and A-02 is too narrow: 1.2 m."


def test_backs_may_stand_as_near_as_they_like() -> None:
    assert told(fair(BOOTH, beside(0, 2300, rotation=180))) == []
    assert told(fair(replace(BOOTH, rotation=180), beside(0, 2300))) == [(FloorCode.NARROW_AISLE, "A-01", "A-02")]


def test_booths_of_two_halls_never_meet() -> None:
    assert told(fair(replace(BOOTH, x_mm=0, y_mm=0), replace(BOOTH, id=2, ref="B", hall=2, x_mm=0, y_mm=0))) == []


def test_a_number_given_twice_is_told_once() -> None:
    assert told(fair(BOOTH, replace(BOOTH, id=2, x_mm=20_000))) == [(FloorCode.NUMBER_TWICE, "A-01", "A-01")]


PARTS = [
    (part(PartKind.PILLAR, (11_000, 11_000), width=400), FloorCode.ON_PILLAR),
    (part(PartKind.PILLAR, (9700, 9700), width=400), None),
    (part(PartKind.PILLAR, (12_900, 11_900), (13_900, 11_900), (13_900, 12_900)), FloorCode.ON_PILLAR),
    (part(PartKind.SERVICE, (0, 0), (12_000, 0), (12_000, 12_000), (0, 12_000)), FloorCode.ON_SERVICE_AREA),
    (part(PartKind.ESCAPE_ROUTE, (0, 9000), (30_000, 9000), width=1900), None),
    (part(PartKind.ESCAPE_ROUTE, (0, 9000), (30_000, 9000), width=2100), FloorCode.ON_ESCAPE_ROUTE),
    (part(PartKind.ESCAPE_ROUTE, (0, 9450), (30_000, 9450)), FloorCode.ON_ESCAPE_ROUTE),
    (part(PartKind.ESCAPE_ROUTE, (5000, 0), (5000, 11_000), (30_000, 11_000)), FloorCode.ON_ESCAPE_ROUTE),
    (part(PartKind.ESCAPE_ROUTE, (0, 2000), (30_000, 20_000)), FloorCode.ON_ESCAPE_ROUTE),
    (part(PartKind.EMERGENCY_EXIT, (14_000, 10_000), (14_000, 12_000)), FloorCode.BEFORE_EMERGENCY_EXIT),
    (part(PartKind.EMERGENCY_EXIT, (14_600, 10_000), (14_600, 12_000)), None),
    (part(PartKind.ENTRANCE, (10_000, 8600), (13_000, 8600)), FloorCode.BEFORE_ENTRANCE),
    (part(PartKind.ZONE, (0, 0), (30_000, 0), (30_000, 20_000)), None),
]


@pytest.mark.parametrize(("obstacle", "code"), PARTS)
def test_parts_of_the_hall(obstacle: HallPart, code: FloorCode | None) -> None:
    assert told(fair(BOOTH, parts=(obstacle,))) == ([(code, "A-01", "Teil")] if code else [])
    assert told(fair(replace(BOOTH, hall=2, x_mm=0, y_mm=0), parts=(obstacle,))) == []


def test_every_code_has_a_sentence_with_and_without_a_name() -> None:
    words = Words("en")
    for obstacle, code in PARTS:
        for name in ("Stütze {x}", ""):
            for trouble in floor_troubles(fair(BOOTH, parts=(replace(obstacle, name=name),))):
                assert trouble.code is code
                said = floor_trouble_sentence(words, trouble)
                assert said.startswith("A-01 ")
                assert ("Stütze {x}" in said) is bool(name)


def test_what_is_moved_is_asked_before_it_is_written() -> None:
    asked = fair(BOOTH, beside(3000))
    floor = Floor(asked)
    assert floor.troubles_of([BOOTH]) == ()
    assert [each.code for each in floor.troubles_of([beside(1000)])] == [FloorCode.OVERLAP]
    both = [replace(BOOTH, x_mm=20_000), replace(beside(), x_mm=20_000)]
    assert [each.code for each in floor.troubles_of(both)] == [FloorCode.OVERLAP] * 2
    assert floor.troubles_of([replace(BOOTH, x_mm=13_000), beside()]) == ()
    assert floor_troubles(asked) == ()


def test_drafts_are_asked_against_each_other_and_all_that_stands() -> None:
    drafts = drawn(Row(1, 12_000, 10_000, 2, 3000, 2000), Numbering("A-"))
    found = [(each.code, each.booth_ref, each.other_name) for each in troubles_of(fair(BOOTH), drafts)]
    assert found == [(FloorCode.NUMBER_TWICE, "A-01", "A-01"), (FloorCode.OVERLAP, "A-01", "A-01")]


PLACED = st.builds(
    lambda x, y, rotation: (x, y, rotation),
    st.integers(-2000, 12_000),
    st.integers(-2000, 12_000),
    st.sampled_from([0, 30, 90, 180, 270]),
)


@settings(max_examples=60)
@given(st.lists(PLACED, min_size=2, max_size=6))
def test_both_of_a_pair_are_told_the_same(places: list[tuple[int, int, int]]) -> None:
    booths = tuple(
        Booth(at, f"A-{at:02}", 1, x, y, 3000, 2000, rotation=rotation) for at, (x, y, rotation) in enumerate(places, 1)
    )
    asked = fair(*booths)
    floor = Floor(asked)
    pairs = {
        (each.code, min(each.booth, each.other), max(each.booth, each.other), each.gap_mm)
        for booth in booths
        for each in floor.troubles_of([booth])
        if each.code in {FloorCode.OVERLAP, FloorCode.NARROW_AISLE}
    }
    once = [
        (each.code, each.booth, each.other, each.gap_mm)
        for each in floor_troubles(asked)
        if each.code in {FloorCode.OVERLAP, FloorCode.NARROW_AISLE}
    ]
    assert len(once) == len(set(once))
    assert set(once) == pairs
    assert {each for booth in booths for each in floor.troubles_of([booth])} == set(floor.troubles_of(booths))


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("degrees", [0, 17, 45, 90, 200])
def test_what_is_drawn_in_one_go_is_right_however_it_is_turned(form: Form, degrees: int) -> None:
    drafts = drawn(Row(1, 8000, 6000, 3, 3000, 2000, form), Numbering("A-"))
    assert troubles_of(fair(), turned(drafts, degrees)) == ()


@pytest.mark.parametrize("name", ["integrationskonferenz-4", "integrationskonferenz-9"])
def test_the_floors_of_the_sample_events_are_right(name: str) -> None:
    content = read_source(paths.seeds() / name).content
    assert floor_troubles(Fair(tuple(content.halls), (), tuple(content.booths), (), {}, {}, {})) == ()
