"""The quick way to set Latin letters gives what HarfBuzz gives."""

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.plain import PlainSetter, PlainText
from eventdesk.drawing.shaping import shape
from eventdesk.drawing.text import Paragraph, Typesetter

SETTERS = {
    (weight, tabular): PlainSetter(Kit().fonts.chain(weight)[0], tabular=tabular)
    for weight in Weight
    for tabular in (False, True)
}
KIT = Kit()
SIGNS = sorted(SETTERS[Weight.BOLD, False].characters)
LETTERS = "AVTaofjmp.ßŁçЖйΩώ0147"
EUROPEAN = [sign for sign in SIGNS if sign < "\u0530" or "\u1e00" <= sign < "\u2000"]


def test_every_plain_sign_is_one_glyph_on_the_baseline():
    for setter in SETTERS.values():
        for sign in setter.characters:
            run = shape(setter.face, sign, right_to_left=False, tabular=setter.tabular)
            assert len(run.glyphs) == 1, sign
            assert [piece.rise for piece in run.pieces] == [0], sign
            assert run.advance == pytest.approx(setter.face.advance(next(iter(run.glyphs)))), sign


@settings(max_examples=300, deadline=None)
@given(
    text=st.text(st.sampled_from(SIGNS), min_size=1, max_size=12)
    | st.text(st.sampled_from(EUROPEAN), min_size=1, max_size=30),
    kind=st.sampled_from(sorted(SETTERS)),
)
def test_plain_is_what_harfbuzz_does(text: str, kind: tuple[Weight, bool]):
    assume(unicodedata.is_normalized("NFC", text))
    setter = SETTERS[kind]
    measured, ends = PlainText(setter, text), len(text)
    plain, shaped = measured.run(0, ends), shape(setter.face, text, right_to_left=False, tabular=setter.tabular)
    assert list(plain.glyphs) == list(shaped.glyphs)
    assert plain.advance == pytest.approx(shaped.advance, abs=0.5 * len(text))
    assert max(plain.top, 0) == pytest.approx(shaped.top)
    assert min(plain.bottom, 0) == pytest.approx(shaped.bottom)
    assert sum(word.width + word.gap for word in measured.words) == pytest.approx(plain.advance)
    assert measured.extent(0, ends) == (plain.left, plain.right, plain.top, plain.bottom)


@settings(max_examples=200, deadline=None)
@given(
    parts=st.lists(st.text(st.sampled_from(LETTERS), min_size=1, max_size=8), min_size=1, max_size=5),
    joint=st.sampled_from(" -"),
    data=st.data(),
)
def test_a_line_is_what_it_would_be_as_a_text_of_its_own(parts: list[str], joint: str, data: st.DataObject):
    text = joint.join(parts)
    assume(unicodedata.is_normalized("NFC", text))
    setter = SETTERS[Weight.REGULAR, False]
    measured = PlainText(setter, text)
    first = data.draw(st.integers(0, len(measured.words) - 1))
    last = data.draw(st.integers(first, len(measured.words) - 1))
    cut = data.draw(st.integers(0, 1)) if measured.words[last].end - measured.words[first].start > 1 else 0
    start, end = measured.words[first].start, measured.words[last].end - cut
    alone = PlainText(setter, text[start:end])
    line, whole = measured.run(start, end), alone.run(0, end - start)
    assert (line.pieces, line.glyphs) == (whole.pieces, whole.glyphs)
    assert measured.extent(start, end) == pytest.approx(alone.extent(0, end - start))


def test_kerning_is_there():
    setter = SETTERS[Weight.BOLD, False]
    apart = sum(PlainText(setter, sign).run(0, 1).advance for sign in "Ta")
    assert PlainText(setter, "Ta").run(0, 2).advance < apart - 20


@pytest.mark.parametrize("text", ["", "محمد", "Elif محمد", "e\u0301"])
def test_what_is_not_plain_is_not_set(text: str):
    assert SETTERS[Weight.BOLD, False].measured(text) is None


def test_nothing_takes_no_room():
    line = Paragraph("", Typesetter(Kit().fonts.chain(Weight.BOLD))).whole()
    assert (line.runs, line.width, line.top, line.bottom) == ((), 0, 0, 0)


@given(st.text("0123456789 ", min_size=1, max_size=25).map(str.strip).filter(bool), st.sampled_from(Weight))
def test_numbers_in_even_digits_are_what_any_other_text_would_be(number: str, weight: Weight):
    number = " ".join(number.split())
    quick, usual = KIT.digits(number, weight, 9.0), KIT.line(number, weight, 9.0, tabular=True)
    (drawn,), (shaped,) = quick.lines[0].runs, usual.lines[0].runs
    assert drawn.pieces == shaped.pieces
    assert drawn.glyphs.items() >= shaped.glyphs.items()
    assert quick.lines[0].width == pytest.approx(usual.lines[0].width)
    assert (quick.text, quick.baselines, quick.block_height) == (number, usual.baselines, usual.block_height)
