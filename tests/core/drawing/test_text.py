"""Fonts per cluster, shaping, wrapping before bidi: judged by glyphs, never by extracted text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk.drawing.fitting import Room, wrap
from eventdesk.drawing.fonts import Face, Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.letters import clean, has_ink
from eventdesk.drawing.shaping import Word, shape
from eventdesk.drawing.text import Paragraph, Typesetter, _choose

FOUR_WORDS = "فاطمة عبد الرحمن الخطيب"


def paragraph(kit: Kit, text: str, weight: Weight = Weight.BOLD) -> Paragraph:
    return Paragraph(text, Typesetter(kit.fonts.chain(weight)))


def face(kit: Kit, name: str) -> Face:
    return next(each for each in kit.fonts.faces() if each.name == name)


def glyphs(kit: Kit, text: str) -> list[tuple[str, tuple[int, ...]]]:
    """Return what stands on one line, from left to right: face and glyphs of each run."""
    return [(run.face.name, tuple(run.glyphs)) for run in paragraph(kit, text).whole().runs]


def test_arabic_letters_are_joined(kit: Kit):
    (run,) = paragraph(kit, "محمد").whole().runs
    isolated = {run.face.glyph(letter) for letter in "محمد"}
    assert run.face.name == "NotoSansArabic-Bold"
    assert len(isolated & set(run.glyphs)) == 0


def test_a_zero_width_non_joiner_parts_letters_and_loses_none(kit: Kit):
    (run,) = paragraph(kit, "گل\u200cمحمدی").whole().runs
    left, right = (shape(run.face, part, right_to_left=True) for part in ("گل", "محمدی"))
    space = run.face.glyph(" ")
    assert set(run.glyphs) - {space} == (set(left.glyphs) | set(right.glyphs)) - {space}
    joined = shape(run.face, "گلمحمدی", right_to_left=True)
    assert set(joined.glyphs) != set(run.glyphs)


def test_mixed_line_has_its_runs_in_visual_order(kit: Kit):
    faces = [name for name, _ in glyphs(kit, "Müller, محمد 42")]
    assert faces == ["Inter-Bold", "Inter-Bold", "NotoSansArabic-Bold"]
    (first, digits, arabic) = paragraph(kit, "Müller, محمد 42").whole().runs
    assert "".join(first.glyphs.values()).startswith("Mü")
    assert set(digits.glyphs.values()) == {"4", "2"}
    assert " " in arabic.glyphs.values()


def test_brackets_are_mirrored(kit: Kit):
    line = paragraph(kit, "محمد (علي)").whole()
    brackets = [run for run in line.runs if run.face.name == "Inter-Bold"]
    opening, closing = (brackets[0].face.glyph(sign) for sign in "()")
    assert [tuple(run.glyphs) for run in brackets] == [(opening,), (closing,)]  # from left to right: "(…)" around علي


def test_tamil_vowel_stands_before_its_consonant(kit: Kit):
    (run,) = paragraph(kit, "கெ").whole().runs
    assert next(iter(run.glyphs)) == run.face.glyph("ெ")


def test_four_arabic_words_wrap_in_the_order_in_which_they_are_read(kit: Kit):
    fitted = kit.fit(FOUR_WORDS, Weight.BOLD, Room(60 * 72 / 25.4, 57, 28, 8, lines=2))
    first, second, third, fourth = FOUR_WORDS.split()
    expected = [
        shape(face(kit, "NotoSansArabic-Bold"), line, right_to_left=True).pieces
        for line in (f"{first} {second}", f"{third} {fourth}")
    ]
    assert [line.runs[0].pieces for line in fitted.lines] == expected
    assert [len(line.runs) for line in fitted.lines] == [1, 1]
    assert fitted.right_to_left


def test_each_cluster_has_one_font(kit: Kit):
    assert {name for name, _ in glyphs(kit, "Aא ا ஃ")} == {
        "Inter-Bold",
        "Heebo-Bold",
        "NotoSansArabic-Bold",
        "NotoSansTamil-Bold",
    }
    assert [name for name, _ in glyphs(kit, "ꜳ\u0301")] == ["NotoSans-Bold"]


@pytest.mark.parametrize(
    ("text", "shown", "missing"),
    [
        ("李小龙", "LiXiaoLong", ("李", "小", "龙")),
        ("Bruce 李", "Bruce Li", ("李",)),
        ("Łukasz 😀 Wójcik", "Łukasz Wójcik", ("😀",)),
        ("😀", "", ("😀",)),
        ("გიორგი", "giorgi", ("გ", "ი", "ო", "რ")),
    ],
)
def test_what_no_font_has_is_shown_in_latin_letters_and_told(kit: Kit, text: str, shown: str, missing: tuple[str, ...]):
    fitted = kit.fit(text, Weight.BOLD, Room(300, 100, 20, 10))
    assert (fitted.text, fitted.missing) == (shown, missing)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Hans-Joachim", ["Hans-", "Joachim"]),
        ("Deutsch · Türkçe", ["Deutsch ·", "Türkçe"]),
        ("Dr.\u00a0Groß", ["Dr.\u00a0Groß"]),
        ("A - B", ["A -", "B"]),
        ("Kirche/Diakonie", ["Kirche/", "Diakonie"]),
        ("-foo bar-", ["-foo", "bar-"]),
        ("", [""]),
        ("فاطمة عبد", ["فاطمة", "عبد"]),
    ],
)
def test_words_that_may_stand_on_lines_of_their_own(kit: Kit, text: str, parts: list[str]):
    found = paragraph(kit, text)
    assert [found.text[word.start : word.end] for word in found.words] == parts


def brute_force(words: list[Word], count: int) -> float:
    """Return the width of the widest line of the best partition, by trying all."""
    if count == 1:
        return sum(word.width + word.gap for word in words) - words[-1].gap
    return min(
        max(brute_force(words[:cut], count - 1), brute_force(words[cut:], 1)) for cut in range(count - 1, len(words))
    )


@settings(max_examples=80, deadline=None)
@given(st.lists(st.integers(1, 50), min_size=1, max_size=7), st.data())
def test_wrapping_is_the_best_there_is(widths: list[int], data: st.DataObject):
    words = [Word(0, 1, float(width), 3.0) for width in widths]
    count = data.draw(st.integers(1, len(words)))
    lines = wrap(words, count)
    assert [first for first, _ in lines] == [0, *(last + 1 for _, last in lines[:-1])]
    assert lines[-1][1] == len(words) - 1
    widest = max(sum(word.width + word.gap for word in words[a : b + 1]) - 3.0 for a, b in lines)
    assert len(lines) == count
    assert widest == brute_force(words, count)


def test_blanks_are_broken_before_hyphens(kit: Kit):
    fitted = kit.fit("Jürgen Groß-Weißenfels", Weight.BOLD, Room(170, 80, 28, 8, lines=2))
    runs = ["".join(line.runs[0].glyphs.values()) for line in fitted.lines]
    assert runs[0].endswith("n")
    assert "ß" in runs[1]


SCRIPTS = (
    "محمد عبد الرحمن گچپژ\u200c\u064b\u0651",
    "לאה כהן\u05b8\u05bc",
    "கிருஷ்ணமூர்த்தி ",
    "Їжакевич Ґудзь ",
    "कृष्णा ",
    "Müller\u0301 ",
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(*(st.text(st.sampled_from(script), min_size=1, max_size=12) for script in SCRIPTS)))
def test_a_text_in_one_script_has_the_faces_that_its_clusters_have_one_by_one(text: str):
    chain = Kit().fonts.chain(Weight.BOLD)
    cleaned = clean(text)
    at_once = _choose(cleaned, chain)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("eventdesk.drawing.text._only", lambda _text, _chain: None)
        one_by_one = _choose(cleaned, chain)
    inked = [at for at, sign in enumerate(cleaned) if has_ink(sign) and sign != " "]
    assert (at_once[0], at_once[2]) == (one_by_one[0], one_by_one[2])
    assert [at_once[1][at].name for at in inked] == [one_by_one[1][at].name for at in inked]
