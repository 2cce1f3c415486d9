"""Drawings for behind the plan, as DXF and SVG: their lines are followed, their units told, hostile ones refused."""

import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk.codes import BackgroundRemark, BackgroundTrouble
from eventdesk.fair.floor.svg import read_svg
from eventdesk.fair.hall import Point
from eventdesk.words import Words
from eventdesk.words.fair import background_remarks
from tests.core.fair.floor.files import SVG, dxf, line, read, read_or_refused, refused, strokes


def test_a_drawing_in_metres_has_its_size(tmp_path: Path) -> None:
    found = read(tmp_path, dxf(*line(10, 10, 43, 10), *line(43, 10, 43, 46), unit=6))
    assert (found.width_mm, found.depth_mm, found.remarks) == (33_000, 36_000, ())
    assert strokes(found) == (((0, 36_000), (33_000, 36_000)), ((33_000, 36_000), (33_000, 0)))


@pytest.mark.parametrize(
    ("unit", "length", "width_mm", "remark"),
    [
        (1, 1000, 25_400, BackgroundRemark.INCHES),
        (2, 100, 30_480, BackgroundRemark.FEET),
        (4, 30_000, 30_000, None),
        (5, 3000, 30_000, None),
    ],
)
def test_units(tmp_path: Path, unit: int, length: int, width_mm: int, remark: BackgroundRemark | None) -> None:
    found = read(tmp_path, dxf(*line(0, 0, length, 10), unit=unit))
    assert found.width_mm == width_mm
    assert [each for each, _ in found.remarks] == ([remark] if remark else [])
    if remark is BackgroundRemark.INCHES:
        assert background_remarks(Words("en"), found.remarks) == [
            "The drawing is in inches; its lengths were turned into metres. Measure one to be sure."
        ]


@pytest.mark.parametrize(
    ("length", "guess", "width_mm"), [(60, "m", 60_000), (6000, "cm", 60_000), (60_000, "mm", 60_000), (1, "mm", 1)]
)
def test_a_drawing_without_a_unit_is_taken_for_a_hall(tmp_path: Path, length: int, guess: str, width_mm: int) -> None:
    found = read(tmp_path, dxf(*line(0, 0, length, 0), unit=None))
    assert (found.width_mm, found.remarks[0]) == (width_mm, (BackgroundRemark.UNITS_UNKNOWN, guess))


def circle(strokes_found: tuple[tuple[Point, ...], ...], middle: Point, radius: int, by: float = 3) -> bool:
    return all(abs(math.dist(place, middle) - radius) <= by for place in strokes_found[0])


def test_curves_are_followed(tmp_path: Path) -> None:
    found = read(tmp_path, dxf((0, "CIRCLE"), (10, 5000), (20, 5000), (40, 5000), unit=4))
    assert circle(strokes(found), (5000, 5000), 5000)
    half = read(tmp_path, dxf((0, "ARC"), (10, 0), (20, 0), (40, 5000), (50, 0), (51, 180), unit=4))
    assert (half.width_mm, half.depth_mm) == (10_000, 5000)
    assert circle(strokes(half), (5000, 5000), 5000)
    corners = [(10, 0), (20, 0), (42, 1), (10, 10_000), (20, 0)]
    bulge = read(tmp_path, dxf((0, "LWPOLYLINE"), (90, 2), (70, 0), *corners, unit=4))
    assert (bulge.width_mm, bulge.depth_mm) == (10_000, 5000)
    assert circle(strokes(bulge), (5000, 0), 5000)


def test_a_bulge_belongs_to_the_corner_it_stands_behind(tmp_path: Path) -> None:
    corners = [(10, 0), (20, 0), (10, 10_000), (20, 0), (42, -1), (10, 10_000), (20, 10_000)]
    found = read(tmp_path, dxf((0, "LWPOLYLINE"), (70, 0), *corners, unit=4))
    ((first, second, *_),) = strokes(found)
    assert (first, second) == ((0, 10_000), (10_000, 10_000))
    assert found.width_mm == 10_000


def test_a_closed_line_comes_back_to_where_it_began(tmp_path: Path) -> None:
    corners = [(10, 0), (20, 0), (10, 8000), (20, 0), (10, 8000), (20, 6000)]
    for kind in ("LWPOLYLINE", "POLYLINE"):
        if kind == "POLYLINE":
            pairs = [tag for x, y in ((0, 0), (8000, 0), (8000, 6000)) for tag in ((0, "VERTEX"), (10, x), (20, y))]
            tags = [(0, kind), (70, 1), *pairs, (0, "SEQEND")]
        else:
            tags = [(0, kind), (70, 1), *corners]
        ((*_, last),) = strokes(read(tmp_path, dxf(*tags, unit=4)))
        assert last == (0, 6000)


def test_blocks_are_drawn_where_they_are_inserted(tmp_path: Path) -> None:
    door = [(0, "BLOCK"), (2, "Tür"), (10, 1000), (20, 0), *line(1000, 0, 2000, 0), (0, "ENDBLK")]
    placed = [(0, "INSERT"), (2, "TÜR"), (10, 5000), (20, 0), (41, 2), (50, 90)]
    row = [(0, "INSERT"), (2, "Tür"), (10, 0), (20, 0), (70, 3), (44, 2000)]
    found = read(tmp_path, dxf(*placed, *row, unit=4, blocks=tuple(door)))
    assert strokes(found)[0] == ((5000, 2000), (5000, 0))
    assert [each[0] for each in strokes(found)[1:]] == [(0, 2000), (2000, 2000), (4000, 2000)]


def test_what_is_seen_from_below_is_mirrored(tmp_path: Path) -> None:
    found = read(
        tmp_path, dxf(*line(-9000, 0, 0, 0), (0, "CIRCLE"), (10, 8000), (20, 0), (40, 1000), (230, -1), unit=4)
    )
    assert found.width_mm == 9000


def test_layers_that_are_switched_off_and_things_on_paper_are_left_out(tmp_path: Path) -> None:
    layers = [(0, "SECTION"), (2, "TABLES"), (0, "LAYER"), (2, "Möbel"), (62, -7), (70, 0), (0, "LAYER"), (2, "Netz")]
    layers += [(62, 7), (70, 1), (0, "ENDSEC"), (0, "SECTION"), (2, "ENTITIES")]
    things = [*line(0, 0, 9000, 0, "Wand"), *line(0, 0, 99_000, 0, "MÖBEL"), *line(0, 0, 99_000, 0, "Netz")]
    things += [*line(0, 0, 99_000, 0), (67, 1), (0, "TEXT"), (1, "Halle"), (0, "ENDSEC"), (0, "EOF")]
    data = "\n".join(f"{code}\n{value}" for code, value in [*layers, *things]).encode("latin-1")
    found = read(tmp_path, data)
    assert len(strokes(found)) == 1
    assert (BackgroundRemark.LEFT_OUT, "1") in found.remarks


RECURSIVE = [(0, "BLOCK"), (2, "A"), *[(0, "INSERT"), (2, "A")] * 20, *line(0, 0, 1, 1), (0, "ENDBLK")]
GRID = [(0, "INSERT"), (2, "A"), (70, 30_000), (71, 30_000)]


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (dxf((0, "INSERT"), (2, "A"), blocks=tuple(RECURSIVE)), BackgroundTrouble.TOO_MANY),
        (dxf(*GRID, blocks=((0, "BLOCK"), (2, "A"), (0, "ENDBLK"))), BackgroundTrouble.TOO_MANY),
        (dxf(*(tag for _ in range(100_001) for tag in ((0, "LINE"),))), BackgroundTrouble.TOO_MANY),
        (dxf(), BackgroundTrouble.NOTHING),
        (dxf((0, "TEXT"), (1, "x")), BackgroundTrouble.NOTHING),
        (dxf((0, "LINE"), (10, "abc")), BackgroundTrouble.DAMAGED),
        (dxf((0, "LINE"), (10, "1e400"), (20, 0)), BackgroundTrouble.DAMAGED),
        (b"0\nSECTION\nx\ny\n", BackgroundTrouble.DAMAGED),
        (SVG % b"", BackgroundTrouble.NOTHING),
        (SVG % b"<g>", BackgroundTrouble.DAMAGED),
        (b'<!DOCTYPE svg [<!ENTITY a "x">]><svg><text>&a;</text></svg>', BackgroundTrouble.UNSAFE),
        (SVG % (b"<g>" * 200 + b"</g>" * 200), BackgroundTrouble.TOO_MANY),
        (SVG % (b"<line/>" * 100_001), BackgroundTrouble.TOO_MANY),
        (SVG % b'<path d="M0 0%s"/>' % (b"c1 1 2 2 3 3" * 60_000), BackgroundTrouble.TOO_MANY),
        (SVG % b'<line x2="1e400"/>', BackgroundTrouble.DAMAGED),
        (SVG % b'<g transform="jump(3)"><line x2="3"/></g>', BackgroundTrouble.DAMAGED),
    ],
    ids=range(16),
)
def test_hostile_drawings_are_refused(tmp_path: Path, data: bytes, trouble: BackgroundTrouble) -> None:
    assert refused(tmp_path, data) is trouble


def test_shapes_of_an_svg(tmp_path: Path) -> None:
    shapes = b"""<g transform="translate(10 5) scale(2)"><rect width="20" height="10"/></g>
        <polyline points="0,0 5,5"/><polygon points="60 0 70 0 70 9"/><circle cx="60" cy="30" r="5"/>
        <g style="fill:none; display:none"><line x2="900"/></g><line x2="900" display="none"/>
        <defs><line x2="900"/></defs><text>Halle</text><image href="file:///etc/passwd"/>"""
    found = read(tmp_path, SVG % shapes)
    drawn = strokes(found)
    assert [len(each) for each in drawn[:3]] == [5, 2, 4]
    assert (found.width, found.height) == (20_000, 10_000)
    assert drawn[0][0] == (2857, 1429)
    assert found.remarks == ((BackgroundRemark.LEFT_OUT, "2"), (BackgroundRemark.NO_SCALE, ""))


@pytest.mark.parametrize(
    ("data", "last"),
    [
        ("M0 0 L100 50", (20_000, 10_000)),
        ("m0 0l100 50", (20_000, 10_000)),
        ("M0 0H100V50", (20_000, 10_000)),
        ("m0,0h100v50", (20_000, 10_000)),
        ("M0 0 50 25 100 50", (20_000, 10_000)),
        ("M0 50C0 0 100 0 100 50", (20_000, 7500)),
        ("M0 50Q50 -50 100 50", (20_000, 10_000)),
        ("M0 50q50-100 100 0t100 0", (20_000, 5000)),
        ("M0 50A50 50 0 0 1 100 50", (20_000, 10_000)),
        ("M0 50a50 50 0 01100 0", (20_000, 10_000)),
        ("M0 0L100 0L100 50Z", (0, 0)),
    ],
)
def test_paths_of_an_svg(tmp_path: Path, data: str, last: Point) -> None:
    drawn = strokes(read(tmp_path, SVG % f'<path d="{data}"/>'.encode()))
    assert math.dist(drawn[-1][-1], last) <= 2


def test_a_path_ends_where_its_mistake_begins(tmp_path: Path) -> None:
    drawn = strokes(read(tmp_path, SVG % b'<path d="M0 0L10 10L20 x 30 30"/>'))
    assert len(drawn[0]) == 2


def test_half_a_circle_in_a_path_is_round(tmp_path: Path) -> None:
    drawn = strokes(read(tmp_path, SVG % b'<path d="M0 50A50 50 0 0 1 100 50"/>'))
    assert circle(drawn, (10_000, 10_000), 10_000, 30)


@settings(max_examples=150, deadline=None)
@given(st.text("MLHVCSQTAZmlhvcsqtaz0123456789.,-+eE ", max_size=80), st.sampled_from(["path", "polygon"]))
def test_any_svg_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: str, shape: str) -> None:
    name = "d" if shape == "path" else "points"
    one = SVG % f'<g transform="rotate({data[:5]})"><{shape} {name}="{data}"/></g>'.encode()
    read_or_refused(tmp_path_factory.mktemp("svg"), one)


TAGS = st.tuples(
    st.sampled_from([0, 2, 8, 10, 20, 11, 21, 40, 41, 42, 50, 51, 60, 62, 67, 70, 71, 230]),
    st.one_of(
        st.sampled_from(
            ["LINE", "LWPOLYLINE", "POLYLINE", "VERTEX", "ARC", "CIRCLE", "ELLIPSE", "SPLINE", "INSERT", "BLOCK", "A"]
        ),
        st.integers(-9, 99),
        st.floats(),
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(TAGS, max_size=60), st.lists(TAGS, max_size=30))
def test_any_dxf_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, tags: list[tuple[int, object]], blocks: list[tuple[int, object]]
) -> None:
    read_or_refused(tmp_path_factory.mktemp("dxf"), dxf(*tags, blocks=tuple(blocks)))


def test_a_spline_is_followed_between_its_corners(tmp_path: Path) -> None:
    """A B-spline of degree 2 over three corners is the curve that a path in SVG calls Q."""
    corners = [(10, 0), (20, 0), (10, 5000), (20, 10_000), (10, 10_000), (20, 0)]
    knots = [(40, 0), (40, 0), (40, 0), (40, 1), (40, 1), (40, 1)]
    found = read(tmp_path, dxf((0, "SPLINE"), (71, 2), *knots, *corners, unit=4))
    assert (found.width_mm, found.depth_mm) == (10_000, 5000)
    curve = strokes(read(tmp_path, SVG % b'<path d="M0 100Q50 0 100 100"/>'))
    pairs = zip(curve[0], strokes(found)[0], strict=True)
    assert max(math.dist((x / 2, y / 2), place) for (x, y), place in pairs) < 3
    line_of_corners = read(tmp_path, dxf((0, "SPLINE"), (71, 2), *corners, unit=4))
    assert line_of_corners.depth_mm == 10_000
    through = [(11, 0), (21, 0), (11, 4000), (21, 3000)]
    assert read(tmp_path, dxf((0, "SPLINE"), (71, 3), *through, unit=4)).width_mm == 4000


@pytest.mark.parametrize(("extrusion", "depth"), [(1, 5000), (-1, 5000)])
def test_half_an_ellipse(tmp_path: Path, extrusion: int, depth: int) -> None:
    half = [(0, "ELLIPSE"), (10, 0), (20, 0), (11, 10_000), (21, 0), (40, 0.5), (41, 0), (42, math.pi)]
    found = read(tmp_path, dxf(*half, (230, extrusion), unit=4))
    assert (found.width_mm, found.depth_mm) == (20_000, depth)
    middle = strokes(found)[0][len(strokes(found)[0]) // 2]
    assert math.dist(middle, (10_000, 0 if extrusion > 0 else 5000)) < 30


def test_a_drawing_that_breaks_off_is_read_up_to_there(tmp_path: Path) -> None:
    assert len(strokes(read(tmp_path, dxf(*line(0, 0, 9, 9), unit=6) + b"\n  0"))) == 1
    assert refused(tmp_path, b"0\nSECTION\n2\nENTITIES\nnonsense\nx\n") is BackgroundTrouble.DAMAGED


@pytest.mark.parametrize(
    ("transform", "corner"),
    [
        ("matrix(1 0 0 1 30 0)", (40, 0)),
        ("rotate(90)", (0, 10)),
        ("rotate(90 10 0)", (10, 0)),
        ("translate(5)", (15, 0)),
        ("scale(3, 5)", (30, 0)),
        ("skewX(45)", (10, 0)),
        ("skewY(45)", (10, 10)),
        ("translate(10,10) rotate(180) scale(.5)", (5, 10)),
    ],
)
def test_transforms_of_an_svg(transform: str, corner: tuple[float, float]) -> None:
    found = read_svg(SVG % f'<g transform="{transform}"><line x2="10"/></g>'.encode())
    assert math.dist(found.lines[0][1], corner) < 1e-9


def test_an_svg_within_an_svg_and_an_instruction_that_nobody_follows() -> None:
    inner = b'<?xml-stylesheet href="http://example.org/x.css"?><svg x="7" y="3"><ellipse cx="9" rx="4" ry="2"/></svg>'
    found = read_svg(SVG % inner)
    assert math.dist(found.lines[0][0], (20, 3)) < 1e-9


def test_a_smooth_curve_goes_on_as_the_one_before() -> None:
    (smooth,) = read_svg(SVG % b'<path d="M0 0C0 10 10 10 10 0S20-10 20 0"/>').lines
    (plain,) = read_svg(SVG % b'<path d="M0 0C0 10 10 10 10 0C10-10 20-10 20 0"/>').lines
    assert smooth == plain
    (alone,) = read_svg(SVG % b'<path d="M0 0S10 10 10 0"/>').lines
    (straight,) = read_svg(SVG % b'<path d="M0 0C0 0 10 10 10 0"/>').lines
    assert alone == straight


def test_an_arc_without_a_radius_is_a_line() -> None:
    (found,) = read_svg(SVG % b'<path d="M0 0A0 5 0 0 1 10 0"/>').lines
    assert found == [(0, 0), (10, 0)]
    (small,) = read_svg(SVG % b'<path d="M0 0A1 1 0 0 1 10 0"/>').lines
    assert min(y for _, y in small) == pytest.approx(-5, abs=0.02)
