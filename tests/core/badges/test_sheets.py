"""Badges on sheets: which place, which page, which side up; read back from the pages as a scanner would."""

import io
from collections.abc import Iterable
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.badges.design.template import CodeBox, Said, Side, Template
from eventdesk.badges.design.toml_cells import Expected
from eventdesk.badges.pdf import badge_pdf
from eventdesk.badges.sheets import sheet_file
from eventdesk.badges.sheets.imposition import Imposition, Mark, Slot, TooLargeError, marks
from eventdesk.badges.sheets.sheet import Duplex, Fold, Placing, Sheet, alone
from eventdesk.drawing.kit import Kit
from tests.core.badges.samples import ELIF, code
from tests.core.drawing.pages import ink, picture

BOTH = (Side.FRONT, Side.BACK)
CARD = (90.0, 54.0)
A6 = (105.0, 148.0)
DPI = 254  # ten pixels to the millimetre
TWO_BY_TWO = Sheet("own", Said("eigener", "own"), 210, 297, 2, 2, left=10, top=20, width=90, height=60, column_gap=5)
CODES = Template("codes", Said("Codes", "Codes"), *CARD, front=(CodeBox(10, 10, 25),), back=(CodeBox(55, 20, 25),))
"""A badge whose two sides can be told apart by where the code stands."""


def own(name: str) -> Sheet:
    return sheet_file.known()[name]


def pages(where: Imposition, count: int) -> list[tuple[Slot, ...]]:
    found: list[tuple[Slot, ...]] = []
    done = 0
    for capacity in where.per_page:
        here = min(capacity, count - done)
        if here <= 0:
            return found
        found += [page.slots for page in where.sheet_of(done, here)]
        done += here
    return found


def corners(slots: Iterable[Slot]) -> list[tuple[int, float, float]]:
    return [(slot.index, slot.x, slot.y) for slot in slots]


def test_badges_fill_rows_from_the_upper_left():
    (slots,) = pages(Imposition(TWO_BY_TWO, (90, 60), [Side.FRONT]), 3)
    assert corners(slots) == [(0, 10, 20), (1, 105, 20), (2, 10, 80)]


def test_a_smaller_badge_stands_in_the_middle_of_its_place():
    (slots,) = pages(Imposition(TWO_BY_TWO, (80, 50), [Side.FRONT]), 1)
    assert corners(slots) == [(0, 15, 25)]


@pytest.mark.parametrize("start", [1, 2, 4])
def test_a_used_sheet_goes_on_where_labels_are_left(start: int):
    where = Imposition(TWO_BY_TWO, (90, 60), [Side.FRONT], start=start)
    found = pages(where, 6)
    free = [(10, 20), (105, 20), (10, 80), (105, 80)]
    expected = (free[start - 1 :] + free * 2)[:6]
    assert [(x, y) for slots in found for _index, x, y in corners(slots)] == expected
    assert [slot.index for slots in found for slot in slots] == list(range(6))
    assert where.pages(6) == len(found)


@pytest.mark.parametrize("start", [0, 5, -1])
def test_a_sheet_has_only_its_places(start: int):
    with pytest.raises(ValueError, match=str(start)):
        Imposition(TWO_BY_TWO, (90, 60), [Side.FRONT], start=start)


def test_a_badge_that_is_too_large_is_refused():
    with pytest.raises(TooLargeError):
        Imposition(TWO_BY_TWO, A6, [Side.FRONT])


def test_a_badge_is_turned_if_it_fits_only_so():
    (slots,) = pages(Imposition(TWO_BY_TWO, (60, 90), BOTH), 1)
    assert [(slot.turn, slot.x, slot.y) for slot in slots] == [(90, 10, 20)]


def test_seven_on_two_by_two_have_their_backs_mirrored():
    where = Imposition(TWO_BY_TWO, (90, 60), BOTH, duplex=Duplex.LONG)
    first, first_back, second, second_back = pages(where, 7)
    assert where.pages(7) == 4
    assert corners(second) == [(4, 10, 20), (5, 105, 20), (6, 10, 80)]
    assert corners(first_back)[:2] == [(0, 110, 20), (1, 15, 20)]
    assert corners(second_back) == [(4, 110, 20), (5, 15, 20), (6, 110, 80)]
    assert {slot.turn for slot in second_back} == {0}
    assert {slot.side for slot in first} == {Side.FRONT}
    assert {slot.side for slot in first_back} == {Side.BACK}


def _over(slot: Slot, sheet: Sheet, size: tuple[float, float], edge: Duplex) -> tuple[float, float, float, float, int]:
    """Turn what is printed on the back of the paper to the front, as somebody sees it who looks through the paper.

    Returns the edges of the area and the direction of its upper edge, clockwise from the top of the page.
    """
    wide, high = size if slot.turn in {0, 180} else (size[1], size[0])
    left, top, right, bottom = slot.x, slot.y, slot.x + wide, slot.y + high
    long_is_upright = sheet.page_height >= sheet.page_width
    if long_is_upright is (edge is Duplex.LONG):
        return sheet.page_width - right, top, sheet.page_width - left, bottom, (360 - slot.turn) % 360
    return left, sheet.page_height - bottom, right, sheet.page_height - top, (180 - slot.turn) % 360


LENGTHS = st.integers(20, 120).map(float)


@given(
    columns=st.integers(1, 4),
    rows=st.integers(1, 4),
    label=st.tuples(LENGTHS, LENGTHS),
    less=st.tuples(st.integers(0, 9), st.integers(0, 9)),
    margins=st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 40), st.integers(0, 40)),
    edge=st.sampled_from([Duplex.LONG, Duplex.SHORT]),
    across=st.booleans(),
    count=st.integers(1, 20),
)
def test_every_back_lies_behind_its_front_and_hangs_like_it(columns, rows, label, less, margins, edge, across, count):
    left, top, right, bottom = margins
    sheet = Sheet(
        "any", Said(), columns * label[0] + left + right, rows * label[1] + top + bottom,
        columns, rows, left, top, *label,
    )  # fmt: skip
    size = label[0] - less[0], label[1] - less[1]
    size = (size[1], size[0]) if across else size
    found = pages(Imposition(sheet, size, BOTH, duplex=edge), count)
    for fronts, backs in zip(found[::2], found[1::2], strict=True):
        for front, back in zip(fronts, backs, strict=True):
            wide, high = size if front.turn == 0 else (size[1], size[0])
            seen = _over(back, sheet, size, edge)
            assert seen[:4] == pytest.approx((front.x, front.y, front.x + wide, front.y + high))
            assert (front.index, seen[4]) == (back.index, front.turn)


@pytest.mark.parametrize(
    ("fold", "front", "back"),
    [
        (Fold.SIDE, (45.0, 0.0, 0), (0.0, 0.0, 0)),
        (Fold.TOP, (0.0, 54.0, 0), (0.0, 0.0, 180)),
        (Fold.CROSS, (45.0, 54.0, 0), (0.0, 54.0, 0)),
    ],
)
def test_folds(fold: Fold, front: tuple[float, float, int], back: tuple[float, float, int]):
    wide, high = (45.0, 54.0)
    page = {Fold.SIDE: (90.0, 54.0), Fold.TOP: (45.0, 108.0), Fold.CROSS: (90.0, 108.0)}[fold]
    sheet = Sheet("fold", Said(), *page, 1, 1, 0, 0, *page, fold=fold)
    (slots,) = pages(Imposition(sheet, (wide, high), BOTH, duplex=Duplex.LONG), 1)
    assert [(slot.side, (slot.x, slot.y, slot.turn)) for slot in slots] == [(Side.FRONT, front), (Side.BACK, back)]
    (alone_slots,) = pages(Imposition(sheet, (wide, high), [Side.FRONT]), 1)
    assert [slot.side for slot in alone_slots] == [Side.FRONT]


def test_marks_stand_at_the_ends_of_each_cut_and_never_on_the_edge_of_the_page():
    found = set(marks(own("a4-4"), A6))
    assert found == {
        Mark(105, 0, 105, 5), Mark(105, 297, 105, 292), Mark(0, 148.5, 5, 148.5), Mark(210, 148.5, 205, 148.5),
    }  # fmt: skip
    outside = list(marks(own("a4-10"), CARD))
    assert len(outside) == 2 * 3 + 2 * 6
    assert all(mark.y2 <= 12.5 or mark.y2 >= 284.5 for mark in outside if mark.x1 == mark.x2)


def test_a_smaller_badge_is_cut_along_its_own_edges():
    found = set(marks(own("a4-2"), (148, 105)))
    assert {mark.x1 for mark in found if mark.x1 == mark.x2} == {31, 179}
    assert {mark.y1 for mark in found if mark.y1 == mark.y2} == {21.75, 126.75, 170.25, 275.25}


def test_a_fold_is_dashed():
    assert [mark.dashed for mark in marks(own("a4-fold-2"), A6)] == [False, False, True, True]
    assert {(mark.x1, mark.y1) for mark in marks(own("a4-fold"), A6)} == {
        (105.0, 0.0), (105.0, 297.0), (0.0, 148.5), (210.0, 148.5),
    }  # fmt: skip


# the sheets that there are


@pytest.mark.parametrize("sheet", sheet_file.known().values(), ids=lambda sheet: sheet.name)
def test_the_places_of_a_known_sheet_lie_on_its_page_side_by_side(sheet: Sheet):
    cells = list(sheet.cells())
    assert len(cells) == len(set(cells)) == sheet.capacity
    right, bottom = cells[-1][0] + sheet.width, cells[-1][1] + sheet.height
    assert right <= sheet.page_width + 0.02
    assert bottom <= sheet.page_height + 0.02
    assert "" not in {sheet.title.de, sheet.title.en}
    if sheet.left:  # what is left is shared by both edges
        assert sheet.page_width - right == pytest.approx(sheet.left, abs=0.02)


@pytest.mark.parametrize(
    ("name", "capacity", "size"),
    [
        ("a4-1", 1, A6), ("a4-2", 2, (148, 105)), ("a4-4", 4, A6), ("a4-8", 8, CARD), ("a4-10", 10, CARD),
        ("a5-fold", 1, A6), ("a4-fold", 1, A6), ("a4-fold-2", 2, A6),
        ("avery-l4784", 10, (80, 50)), ("avery-l4785", 10, (80, 50)), ("avery-l6011", 27, (63.5, 29.6)),
    ],
)  # fmt: skip
def test_the_sheets_that_were_asked_for_are_there(name: str, capacity: int, size: tuple[float, float]):
    assert own(name).capacity == capacity
    assert own(name).turn_for(*size) == 0


@given(
    st.builds(
        Sheet,
        name=st.just("own-sheet"),
        title=st.builds(Said, de=st.sampled_from(["Meiner", "„Etiketten“"]), en=st.sampled_from(["Mine", 'a "label"'])),
        page_width=st.integers(500, 1000).map(float),
        page_height=st.floats(500, 1000, allow_nan=False),
        columns=st.integers(1, 5),
        rows=st.integers(1, 5),
        left=st.floats(0, 50),
        top=st.floats(0, 50),
        width=st.floats(10, 80),
        height=st.floats(10, 80),
        column_gap=st.floats(0, 10),
        row_gap=st.floats(0, 10),
        fold=st.sampled_from(Fold),
        cut=st.booleans(),
    )
)
def test_a_sheet_is_read_as_it_was_written(sheet: Sheet):
    reading = sheet_file.parse(sheet_file.to_toml(sheet))
    assert (reading.sheets, reading.problems) == ((sheet,), ())


def test_all_that_is_wrong_in_a_sheet_is_told_with_its_line():
    text = sheet_file.to_toml(TWO_BY_TWO).replace("rows = 2", 'rows = "two"').replace("left = 10", "lefft = 10")
    text += sheet_file.to_toml(replace(TWO_BY_TWO, width=120.0))
    reading = sheet_file.parse(text, "own.toml")
    told = [(problem.line, problem.key, problem.expected, problem.args) for problem in reading.problems]
    first = text.splitlines()
    assert reading.sheets == ()
    assert told[0] == (1, "left", Expected.KEY, ())
    assert (first.index('rows = "two"') + 1, "rows", Expected.WHOLE, ("1", "50")) in told
    assert (first.index("lefft = 10") + 1, "lefft", Expected.KNOWN_KEY) in [each[:3] for each in told]
    assert (first.index("width = 120") + 1, "width", Expected.NUMBER, ("10", "97.5")) in told


@pytest.mark.parametrize("text", ["rows = ", "sheet = 3", "[[sheets]]", ""])
def test_a_file_that_holds_no_sheets_says_so(text: str):
    reading = sheet_file.parse(text, "own.toml")
    assert reading.sheets == ()
    assert reading.problems[0].file == "own.toml"


# on paper


def printed(placing: Placing, count: int, kit: Kit, template: Template = CODES) -> bytes:
    out = io.BytesIO()
    badges = [replace(ELIF, person=number, code=code(number)) for number in range(count)]
    report = badge_pdf(badges, out, kit, template=template, placing=placing)
    assert (report.badges, report.pages) == (count, len(pypdfium2.PdfDocument(out.getvalue())))
    return out.getvalue()


def seen(pdf: bytes, page: int) -> dict[str, tuple[float, float]]:
    """Return where on a page each code has its centre, in millimetres from the upper left, as a reader finds it."""
    found = {}
    for each in zxingcpp.read_barcodes(picture(pdf, page, DPI)):
        edges = each.position
        points = (edges.top_left, edges.top_right, edges.bottom_left, edges.bottom_right)
        found[each.text] = (sum(point.x for point in points) / 40, sum(point.y for point in points) / 40)
    return found


def test_codes_of_front_and_back_are_read_where_they_belong(kit: Kit):
    pdf = printed(Placing(own("a4-10"), start=9, duplex=Duplex.LONG), 3, kit)
    front, back, second, _behind = (seen(pdf, page) for page in range(4))
    assert front == {
        code(0): pytest.approx((15 + 22.5, 13.5 + 4 * 54 + 22.5), abs=0.3),
        code(1): pytest.approx((105 + 22.5, 13.5 + 4 * 54 + 22.5), abs=0.3),
    }
    assert back[code(0)] == pytest.approx((105 + 67.5, 13.5 + 4 * 54 + 32.5), abs=0.3)
    assert second == {code(2): pytest.approx((37.5, 36), abs=0.3)}


def test_everything_is_shifted_by_what_the_printer_is_off(kit: Kit):
    pdf = printed(Placing(own("avery-l4785"), shift=(1.5, -2)), 1, kit, replace(CODES, width=80, height=50))
    assert seen(pdf, 0) == {code(0): pytest.approx((17.5 + 22.5 + 1.5, 13.5 + 22.5 - 2), abs=0.3)}


def test_without_a_sheet_each_side_has_a_page_of_its_own(kit: Kit):
    pdf = printed(alone(*CARD), 2, kit)
    document = pypdfium2.PdfDocument(pdf)
    assert [page.get_size() for page in document] == [pytest.approx((90 / 25.4 * 72, 54 / 25.4 * 72), abs=0.01)] * 4
    assert [set(seen(pdf, page)) for page in range(4)] == [{code(0)}, {code(0)}, {code(1)}, {code(1)}]


def test_marks_are_printed_outside_the_badges(kit: Kit):
    pdf = printed(Placing(own("a4-10")), 10, kit, replace(CODES, front=(), back=()))
    image = picture(pdf, dpi=DPI)
    assert ink(image) is not None
    assert ink(image.crop((150, 135, 1950, 2835))) is None


def test_a_thousand_badges_take_a_hundred_sheets(kit: Kit):
    pdf = printed(Placing(own("a4-10")), 1000, kit)
    assert len(pypdfium2.PdfDocument(pdf)) == 100
    assert set(seen(pdf, 99)) == {code(number) for number in range(990, 1000)}
