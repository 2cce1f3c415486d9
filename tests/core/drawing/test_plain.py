"""The quick way to set Latin letters gives what HarfBuzz gives."""

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.plain import PlainSetter
from eventdesk.drawing.shaping import shape

SETTERS = {
    (weight, tabular): PlainSetter(Kit().fonts.chain(weight)[0], tabular=tabular)
    for weight in Weight
    for tabular in (False, True)
}
SIGNS = sorted(SETTERS[Weight.BOLD, False].characters)
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
    plain, shaped = setter.run(text), shape(setter.face, text, right_to_left=False, tabular=setter.tabular)
    assert list(plain.glyphs) == list(shaped.glyphs)
    assert plain.advance == pytest.approx(shaped.advance, abs=0.5 * len(text))
    assert max(plain.top, 0) == pytest.approx(shaped.top)
    assert min(plain.bottom, 0) == pytest.approx(shaped.bottom)
    assert sum(setter.advances(text)) == pytest.approx(plain.advance)
    assert setter.extent(text) == (plain.left, plain.right, plain.top, plain.bottom)


def test_kerning_is_there():
    setter = SETTERS[Weight.BOLD, False]
    apart = sum(setter.run(sign).advance for sign in "Ta")
    assert setter.run("Ta").advance < apart - 20


def test_nothing_takes_no_room():
    run = SETTERS[Weight.BOLD, False].run("")
    assert (run.advance, run.pieces, dict(run.glyphs)) == (0, (), {})
