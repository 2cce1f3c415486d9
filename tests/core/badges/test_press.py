"""The press: every kind of box, anywhere on a sheet and in any turn; ink stays where it belongs, codes are read."""

from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import ImageChops, ImageFilter

from eventdesk.badges.badge import Appointment, BadgeData, Field
from eventdesk.badges.design.template import (
    Box,
    Condition,
    Panel,
    Programme,
    Rule,
    Said,
    Side,
    Stack,
    TextBox,
    Turn,
    Vertical,
)
from eventdesk.badges.design.template_check import reach
from eventdesk.badges.design.templates import classic, names, shipped
from eventdesk.drawing.fitting import Align
from eventdesk.drawing.fonts import Weight
from tests.core.badges.presses import SHEET, SMALL, alone, crop, greys, seen, sheet, template
from tests.core.badges.samples import ELIF, HANS
from tests.core.drawing.pages import ink, picture
from tests.core.drawing.test_fitting import NAMES, TEXTS

DAY = tuple(
    Appointment(time, title, place)
    for time, title, place in (
        ("10:00", "Eröffnung und Podium", "Großer Saal"),
        ("11:00", "Panel II · Lernpatenschaften", "Saal 3B"),
        ("12:30", "Mittag und Projektmesse", "Foyer"),
        ("15:00", "World Café", "Tisch 7 → 3 → 11"),
    )
)


def text(field: Field = Field.GIVEN_NAME, size: float = 20, **more: object) -> TextBox:
    return TextBox(field, size, 8, **more)  # type: ignore[arg-type]


def area(box: Stack | Panel | Programme, place: tuple[float, float, int], width: float, height: float):
    """Return the edges of a box on the sheet, in millimetres, for a badge of this size at a place."""
    x, y, turn = place
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    match turn:
        case 90:
            left, top, right, bottom = height - bottom, left, height - top, right
        case 180:
            left, top, right, bottom = width - right, height - bottom, width - left, height - top
        case 270:
            left, top, right, bottom = top, width - right, bottom, width - left
        case _:
            pass
    return x + left, y + top, x + right, y + bottom


SLACK = 2.0
"""Pixels of antialiasing on either side."""

PLACES = st.tuples(st.floats(0, 30), st.floats(0, 30), st.sampled_from((0, 90, 180, 270)))


@settings(max_examples=120, deadline=None)
@given(
    given_name=TEXTS,
    others=st.lists(TEXTS, max_size=3),
    size=st.tuples(st.floats(4, 80), st.floats(3, 50)),
    align=st.sampled_from(Align),
    vertical=st.sampled_from(Vertical),
    turn=st.sampled_from(Turn),
    place=PLACES,
)
@example(NAMES[0], [NAMES[1]], (20, 10), Align.CENTRE, Vertical.MIDDLE, Turn.LEFT, (10, 10, 90))
@example("Ẫgj", [], (30, 6), Align.RIGHT, Vertical.BOTTOM, Turn.NONE, (0, 0, 0))
def test_whatever_the_text_its_ink_stays_inside_its_box(
    given_name: str,
    others: list[str],
    size: tuple[float, float],
    align: Align,
    vertical: Vertical,
    turn: Turn,
    place: tuple[float, float, int],
):
    box = Stack(
        x=10,
        y=12,
        width=size[0],
        height=size[1],
        texts=(text(size=40, lines=2), text(Field.PANELS, weight=Weight.BOLD, lines=3)),
        align=align,
        vertical=vertical,
        turn=turn,
    )
    pages, _ = sheet({place: BadgeData(1, given_name, panels=tuple(others))}, template(box), size=SMALL)
    found = ink(picture(pages, dpi=144))
    if found is not None:
        scale = 144 / 25.4
        left, top, right, bottom = (edge * scale for edge in area(box, place, 105, 74))
        assert left - SLACK <= found[0]
        assert top - SLACK <= found[1]
        assert found[2] <= right + SLACK
        assert found[3] <= bottom + SLACK


@pytest.mark.parametrize("name", names())
@settings(max_examples=25, deadline=None)
@given(TEXTS, TEXTS, TEXTS, TEXTS, st.lists(TEXTS, max_size=4))
@example(NAMES[0], NAMES[1], NAMES[7], "Verein " * 40, ["Stand B-14", "Forum 2 · Saal 3A · 11:00"])
def test_no_template_draws_beside_its_boxes(
    name: str, given_name: str, family: str, native: str, organisation: str, where: list[str]
):
    made = shipped(name)
    badge = replace(
        HANS,
        given_name=given_name,
        family_name=family,
        native_name=native,
        organisation=organisation,
        where=tuple(where),
        panels=tuple(where[:2]),
        stand=organisation,
        position=family,
        event_title=native,
        event_line=organisation,
        role=given_name,
        programme=DAY,
    )
    for side in made.sides:
        pages, _ = sheet({(0, 0, 0): badge}, made, side=side, size=(made.width, made.height))
        image, scale = picture(pages, dpi=144), 144 / 25.4
        for box in made.side(side):
            left, top, right, bottom = (edge * scale for edge in reach(box))
            image.paste(255, (int(left - SLACK), int(top - SLACK), int(right + SLACK) + 1, int(bottom + SLACK) + 1))
        assert ink(image) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.builds(Appointment, st.sampled_from(["", "9:00", "10:00–11:30"]), TEXTS, TEXTS), max_size=14))
def test_a_programme_stays_inside_its_box_too(day: list[Appointment]):
    box = Programme(10, 12, 70, 50)
    pages, _ = sheet({(5, 5, 0): BadgeData(1, programme=tuple(day))}, template(box), size=SMALL)
    found = ink(picture(pages, dpi=144))
    if found is not None:
        scale = 144 / 25.4
        assert found[0] >= 15 * scale - SLACK
        assert found[1] >= 17 * scale - SLACK
        assert found[2] <= 85 * scale + SLACK
        assert found[3] <= 67 * scale + SLACK


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_badge_is_the_badge_turned(turn: int):
    upright = seen(sheet({(20, 30, 0): ELIF}, classic())[0], 127)
    turned = seen(sheet({(20, 30, turn): ELIF}, classic())[0], 127)
    width, height = (148, 105) if turn % 180 else (105, 148)
    part = crop(turned, 20, 30, 20 + width, 30 + height, 127).rotate(turn, expand=True)
    whole = crop(upright, 20, 30, 125, 178, 127).resize(part.size)
    difference = ImageChops.difference(part.filter(ImageFilter.BoxBlur(2)), whole.filter(ImageFilter.BoxBlur(2)))
    assert greys(difference)[1] < 110
    assert sum(difference.histogram()[60:]) < 0.004 * part.width * part.height
    turned.paste(255, (98, 148, 102 + width * 5, 152 + height * 5))
    assert ink(turned) is None


def test_nothing_but_a_quarter_turn():
    with pytest.raises(ValueError, match="45"):
        sheet({(0, 0, 45): ELIF}, classic())


@pytest.mark.parametrize(
    ("ground", "dark"), [("#14213d", False), ("#ffb703", True), ("#888888", True), ("white", True)]
)
def test_text_can_be_read_on_every_panel(ground: str, dark: bool):
    box = Stack(10, 10, 80, 20, (text(size=40, weight=Weight.BOLD),))
    image = seen(alone(ELIF, template(Panel(0, 0, 105, 74, ground), box)))
    low, high = greys(crop(image, 10, 10, 90, 30, 254))
    around = greys(crop(image, 1, 60, 5, 65, 254))[0]
    assert (around - low > 60) is dark
    assert (high - around > 60) is not dark


def test_a_panel_that_is_not_shown_is_no_ground():
    hidden = Panel(0, 0, 105, 74, "#14213d", show_if=(Condition("sector"),))
    box = Stack(10, 10, 80, 20, (text(size=40, weight=Weight.BOLD),))
    assert ink(seen(alone(ELIF, template(hidden, box)))) is not None
    shown = seen(alone(replace(ELIF, sector="Verwaltung", sector_code="administration"), template(hidden, box)))
    assert greys(shown)[0] < 60
    assert greys(crop(shown, 10, 10, 90, 30, 254))[1] == 255


@pytest.mark.parametrize("name", ["Elif", "محمد عبد الرحمن", "לאה כהן"])
@pytest.mark.parametrize("align", Align)
def test_lines_of_every_direction_stand_where_they_are_aligned(name: str, align: Align):
    box = Stack(10, 10, 85, 30, (text(size=24),), align=align)
    found = ink(seen(alone(BadgeData(1, name), template(box))))
    assert found is not None
    left, right = found[0] - 100, 950 - found[2]
    match align:
        case Align.LEFT:
            assert left < 12 < right
        case Align.CENTRE:
            assert abs(left - right) < 15
        case Align.RIGHT:
            assert right < 12 < left


@pytest.mark.parametrize("vertical", Vertical)
def test_texts_stand_at_the_top_in_the_middle_or_at_the_bottom(vertical: Vertical):
    box = Stack(10, 10, 85, 40, (text(size=24),), vertical=vertical)
    found = ink(seen(alone(BadgeData(1, "HEH"), template(box))))
    assert found is not None
    above, below = found[1] - 100, 500 - found[3]
    match vertical:
        case Vertical.TOP:
            assert above < 25 < below
        case Vertical.MIDDLE:
            assert abs(above - below) < 8
        case Vertical.BOTTOM:
            assert below < 25 < above


def test_conditions_say_what_is_shown():
    lines = tuple(
        text(Field.TEXT, text=Said(word, word), show_if=(condition,))
        for word, condition in (
            ("Presse", Condition("role", ("press", "Gäste"))),
            ("keine Presse", Condition("role", ("Presse",), negated=True)),
            ("eigene Schrift", Condition("native_name")),
            ("ohne Ort", Condition("where", negated=True)),
            ("Verwaltung", Condition("sector", ("Verwaltung",))),
            ("Deutsch", Condition("languages", ("deutsch",))),
        )
    )
    from eventdesk.badges.painting.texts import shown

    def told(badge: BadgeData) -> list[str]:
        return [each for line in lines for each in shown(line, badge)]

    assert told(replace(ELIF, roles=("exhibitor",))) == ["keine Presse", "Deutsch"]
    assert told(replace(HANS, roles=("speaker", "press"), where=(), sector_code="administration", languages=())) == [
        "Presse",
        "eigene Schrift",
        "ohne Ort",
        "Verwaltung",
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Stand {stand}", ("Stand B-14",)),
        ("{given_name} {{{family_name}}}", ("Elif {Demirtaş}",)),
        ("{position}", ()),
        ("nur so", ("nur so",)),
        ("{panels}", ("Forum 2, Forum 3",)),
        ("{native_name} – {role}", (" – Ausstellende",)),
        ("100 } { {{}}", ("100 } { {}",)),
    ],
)
def test_placeholders_are_filled(words: str, expected: tuple[str, ...]):
    from eventdesk.badges.painting.texts import shown

    badge = replace(ELIF, stand="B-14", panels=("Forum 2", "Forum 3"))
    assert shown(text(Field.TEXT, text=Said(words, "")), badge) == expected


def test_words_of_the_template_are_in_the_language_of_the_event():
    said = Said("Mein Tag", "My day")
    assert (said.text("de"), said.text("en"), Said(en="only").text("de")) == ("Mein Tag", "My day", "only")


def test_every_field_has_its_text():
    badge = replace(
        ELIF,
        position="Vorsitz",
        pronoun="sie/ihr",
        sector="Zivilgesellschaft",
        stand="Stand B-14",
        panels=("Forum 2",),
        tables=("Runde 1 · Tisch 7", "Runde 2 · Tisch 3"),
        box="Kasten A–D, Nr. 12",
        programme=DAY,
        title="Dr.",
        native_name="إليف",
    )
    assert {field for field in Field if not badge.texts(field)} == {Field.TEXT}
    assert badge.texts(Field.TABLE) == ("Runde 1 · Tisch 7", "Runde 2 · Tisch 3")
    assert badge.texts(Field.DIGITS) == ("1482 9016 3375 2042",)
    assert badge.texts(Field.NAME) == ("Elif Demirtaş",)


def test_the_back_is_a_side_of_its_own():
    made = template(Stack(10, 10, 80, 20, (text(),)), back=(Programme(10, 10, 80, 50),))
    badge = replace(ELIF, programme=DAY)
    front, back = (sheet({(0, 0, 0): badge}, made, side=side)[0] for side in Side)
    assert "Elif" in text_of(front)
    assert "World Café" in text_of(back)
    assert "Elif" not in text_of(back)
    assert made.sides == (Side.FRONT, Side.BACK)
    assert template().sides == (Side.FRONT,)


def text_of(pages: bytes) -> str:
    document = pypdfium2.PdfDocument(pages)
    try:
        found: str = document[0].get_textpage().get_text_range()
        return found
    finally:
        document.close()


def test_too_long_a_day_becomes_small_then_loses_its_end_and_that_is_told():
    box = Programme(5, 5, 60, 60)
    day = [Appointment(f"{9 + at}:00", f"Programmpunkt {at}", "Saal") for at in range(30)]
    _, few = sheet({(0, 0, 0): BadgeData(1, "A", programme=tuple(day[:4]))}, template(box))
    assert (few.overflow, few.shrunk) == ([], [])
    _, many = sheet({(0, 0, 0): BadgeData(7, "A", programme=tuple(day))}, template(box))
    (told,) = many.overflow
    assert (told.person, told.field, told.cut) == (7, Field.PROGRAMME, True)
    assert told.size >= 6
    assert "Programmpunkt 29" in told.text
    assert "Programmpunkt 29" not in told.shown


def test_what_many_share_is_written_once():
    made = template(
        Panel(0, 60, 105, 14, text=text(Field.ROLE)),
        Stack(5, 5, 90, 20, (text(Field.EVENT_TITLE),)),
        Rule(5, 30, 90),
        Stack(5, 32, 90, 20, (text(),)),
    )
    roles = [("Presse", "#b3261e"), ("Gäste", "#4f5b70")]
    badges = {
        (float(at), float(at), 0): replace(ELIF, role=roles[at % 2][0], colour=roles[at % 2][1]) for at in range(20)
    }
    pages, _ = sheet(badges, made)
    assert pages.count(b"/Subtype /Form") == 3  # the event, and a band for each of two roles


def test_a_band_for_everybody_alone_does_not_fill_the_file():
    made = template(Panel(0, 60, 105, 14, text=text(Field.ROLE)))
    badges = {(float(at) / 10, 0.0, 0): replace(ELIF, role=f"Rolle {at}") for at in range(900)}
    pages, remarks = sheet(badges, made)
    assert pages.count(b"/Subtype /Form") == 400
    assert remarks.overflow == []


def test_rules_and_rounded_panels_are_where_they_are_said_to_be():
    boxes: tuple[Box, ...] = (
        Rule(10, 20, 50, thickness=2, colour="ink"),
        Rule(70, 10, 40, thickness=2, upright=True, colour="ink"),
        Panel(80, 10, 20, 20, "ink", radius=6),
    )
    image = seen(alone(ELIF, template(*boxes)))
    across, down, panel = (crop(image, *edges, 254) for edges in ((0, 5, 65, 60), (65, 0, 75, 74), (76, 0, 105, 74)))
    assert ink(across) == pytest.approx((100, 150 - 4, 600, 150 + 4), abs=2)
    assert ink(down) == pytest.approx((50 - 4, 100, 50 + 4, 500), abs=2)
    assert ink(panel) == pytest.approx((40, 100, 240, 300), abs=2)
    assert panel.getpixel((42, 102)) == 255  # the corner is round
    assert panel.getpixel((140, 102)) != 255


def test_a_sheet_ends_where_it_ends():
    image = seen(sheet({(SHEET[0] - 105, SHEET[1] - 148, 0): ELIF}, classic())[0], 72)
    found = ink(image)
    assert found is not None
    assert found[2] >= image.width - 1
    assert found[3] >= image.height - 1
