"""Fitting: as large as can be, never cut, and true about what it did; ink stays inside the box, whatever the text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from eventdesk.drawing.fitting import Align, Fitted, Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.paper import Paper
from tests.core.drawing.pages import MARGIN, drawn, ink, picture

KIT = Kit()
MM = 72 / 25.4
LONG = ("Wolfeschlegelsteinhausenbergerdorff", "Prof. Dr. Hans-Joachim Freiherr von Schleswig-Holstein-Sonderburg")
NAMES = (
    *LONG,
    "Elif Demirtaş",
    "Şükrü Çağlayan İğdır",
    "Олександра Їжакевич-Ґудзь",
    "Nguyễn Thị Hồng Ngọc",
    "Ẫ Ộ Ễ Ự",
    "محمد عبد الرحمن عبد العزيز الخطيب",
    "شهرزاد گل\u200cمحمدی",
    "فاطِمَة الزَّهْراء",
    "محمد (Mohammad) Müller 42",
    "לאה כהן",
    "கிருஷ்ணமூர்த்தி",
    "कृष्णा शर्मा",
    "jjj fff ÅÅÅ ggg",
    "李小龙",
    "Zalg\u0337\u0326\u0316o\u0336\u0310\u030c",
)
LETTERS = st.sampled_from(
    "abcgjpqyÄÖÜßfÅ ẪỄ-., İığŞ ЇґЩж ΐ 0189 بتجمحدیگ \u200c\u064b\u0651 אבש תכ கிருஷ் 李😀()\u0301\u0323\u0338"
)
TEXTS = st.text(LETTERS, max_size=40) | st.sampled_from(NAMES) | st.text(max_size=20)
ROOMS = st.builds(
    Room,
    width=st.floats(20, 250),
    height=st.floats(10, 80),
    max_size=st.floats(6, 46),
    min_size=st.floats(4, 12),
    lines=st.integers(1, 3),
    leading=st.floats(1.0, 1.4),
    compact=st.floats(0.3, 1.0),
    floor=st.sampled_from([0.0, 4.0, 6.0]),
)


def page(fitted: Fitted, align: Align) -> bytes:
    width, height = fitted.room.width + 2 * MARGIN, fitted.room.height + 2 * MARGIN

    def draw(paper: Paper) -> None:
        KIT.draw(paper, fitted, MARGIN, height - MARGIN, align)

    return drawn(draw, (width, height))


@settings(max_examples=150, deadline=None)
@given(TEXTS, ROOMS, st.sampled_from(list(Align)), st.sampled_from(list(Weight)))
@example(LONG[0], Room(80 * MM, 20 * MM, 28, 8, 2), Align.LEFT, Weight.BOLD)
@example("Ẫ" * 9, Room(30, 12, 46, 8, 1), Align.CENTRE, Weight.BOLD)
@example("", Room(30, 12, 46, 8, 1), Align.CENTRE, Weight.BOLD)
def test_ink_stays_inside_the_box(text: str, room: Room, align: Align, weight: Weight):
    fitted = KIT.fit(text, weight, room)
    found = ink(picture(page(fitted, align)))
    if found is None:
        return
    scale = 2.0  # pixels per point
    left, top, right, bottom = (edge / scale for edge in found)
    slack = 1.0  # a pixel of antialiasing on either side
    assert left >= MARGIN - slack
    assert top >= MARGIN - slack
    assert right <= MARGIN + room.width + slack
    assert bottom <= MARGIN + room.height + slack


@pytest.mark.parametrize("name", LONG)
def test_the_two_long_names_fit_80_by_20_millimetres(name: str):
    fitted = KIT.fit(name, Weight.BOLD, Room(80 * MM, 20 * MM, 28, 8, lines=2))
    assert not fitted.overflow
    assert fitted.size > 12
    assert fitted.shrunk


@pytest.mark.parametrize("name", NAMES)
def test_no_size_a_hundredth_larger_would_fit(name: str):
    room = Room(120, 40, 60, 4, lines=1)
    fitted = KIT.fit(name, Weight.BOLD, room)
    assert fitted.block_width > room.width - 1 or fitted.block_height > room.height - 1
    assert fitted.block_width <= room.width
    assert fitted.block_height <= room.height


def test_overflow_is_told_and_the_text_is_whole():
    fitted = KIT.fit(LONG[0], Weight.BOLD, Room(40, 20, 28, 8))
    assert fitted.overflow
    assert fitted.text == LONG[0]
    assert ink(picture(page(fitted, Align.LEFT), dpi=600)) is not None


@pytest.mark.parametrize("length", [300, 2500])
@pytest.mark.parametrize("letters", ["ab", "Elif ", "Ї", "محمد "])
def test_below_the_floor_the_end_is_cut_and_that_is_told(letters: str, length: int):
    text = (letters * length)[:length].strip()
    fitted = KIT.fit(text, Weight.BOLD, Room(250, 40, 46, 16, lines=2, floor=6))
    assert fitted.size >= 6
    assert fitted.cut
    assert fitted.overflow
    assert fitted.text.endswith("…")
    assert text.startswith(fitted.text[:-1])
    assert len(fitted.text) > 40
    assert fitted.original == text


def test_what_fits_at_the_floor_is_whole():
    fitted = KIT.fit(LONG[1], Weight.BOLD, Room(250, 40, 46, 16, lines=2, floor=6))
    assert (fitted.text, fitted.cut) == (LONG[1], False)


def test_what_fits_is_neither_shrunk_nor_overflow():
    fitted = KIT.fit("Elif", Weight.BOLD, Room(200, 60, 33.333, 10))
    assert (fitted.size, fitted.shrunk, fitted.overflow) == (33.33, False, False)


def test_one_line_is_kept_unless_two_are_worth_it():
    def room(compact: float) -> Room:
        return Room(100, 60, 16, 6, lines=2, compact=compact)

    assert len(KIT.fit("Elif Demirtaş", Weight.REGULAR, room(0.5)).lines) == 1
    assert len(KIT.fit("Landkreis Hameln Pyrmont", Weight.REGULAR, room(0.95)).lines) == 2


def test_baseline_does_not_dance_with_accents():
    room = Room(200, 60, 30, 10)
    assert KIT.fit("Elif", Weight.BOLD, room).baselines == KIT.fit("Ömer", Weight.BOLD, room).baselines


def test_several_lines_from_the_right_are_flush_at_the_right():
    room = Room(200, 60, 24, 10, lines=2)
    fitted = KIT.fit("فاطمة عبد الرحمن عبد العزيز الخطيب د", Weight.BOLD, room)
    assert len(fitted.lines) == 2
    image = picture(page(fitted, Align.LEFT))
    middle = image.height // 2
    upper, lower = ink(image.crop((0, 0, image.width, middle))), ink(image.crop((0, middle, image.width, image.height)))
    assert upper is not None
    assert lower is not None
    assert abs(upper[2] - lower[2]) <= 6
    assert abs(upper[0] - lower[0]) > 6


@pytest.mark.parametrize("text", ["1482 9016", "محمد 42", "Elif"])
def test_a_line_has_the_size_that_was_said(text: str):
    found = KIT.line(text, Weight.BOLD, 11, tabular=True)
    assert (found.size, len(found.lines), found.shrunk, found.overflow) == (11, 1, False, False)
    assert found.block_width == pytest.approx(KIT.width(text, Weight.BOLD, 11, tabular=True))


@pytest.mark.parametrize("name", NAMES)
def test_lines_are_measured_as_they_are_set(name: str):
    fitted = KIT.fit(name, Weight.BOLD, Room(120, 60, 30, 6, lines=3))
    assert fitted.block_width == pytest.approx(max(line.width for line in fitted.lines) * fitted.size / 1000, rel=0.01)
