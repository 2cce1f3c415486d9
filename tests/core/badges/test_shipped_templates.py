"""The templates that come with eventdesk keep the rules, hold everybody's name, and every code on them is read."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageFilter

from eventdesk.badges.badge import BadgeData, Field
from eventdesk.badges.design.template import POINTS_PER_MM, Box, CodeBox, Digits, Panel, Side, Stack, Template
from eventdesk.badges.design.template_check import Edges, HintKind, around, contains, extent, texts_of
from eventdesk.badges.design.template_file import parse, to_toml
from eventdesk.badges.design.templates import names, shipped
from eventdesk.badges.painting import layout, texts
from eventdesk.badges.pdf import badge_pdf
from eventdesk.badges.sheets import sheet_file
from eventdesk.cli import main
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.picture import Picture, read_picture
from tests.core.badges.presses import KIT, sheet
from tests.core.badges.wearers import ELIF, FARID, HANH, HANS, LUKASZ, OKSANA, SUKARNO, WEARERS
from tests.core.drawing.pages import ink, picture

ROOT = Path(__file__).parents[3]
DOCUMENT = (ROOT / "docs" / "badge-templates.md").read_text(encoding="utf-8")
DESIGNS = ("classic", "colour", "centred", "plain")
SMALL = {"label-62-small", "label-63"}
PLAIN = [name for name in names() if name.endswith("-plain") or (name.startswith("label-") and "80" not in name)]
A6_SHEETS = ("a4-4", "a5-fold", "a4-fold", "a4-fold-2")
CARD_SHEETS = ("a4-8", "a4-10", "durable-1445", "durable-1456")
LABEL_SHEETS = ("avery-l4784", "avery-l4785", "herma-4412")
MEANT_FOR = {
    **{name: A6_SHEETS for name in names() if name.startswith("a6-")},
    **{name: ("a4-4", "a4-2", "a4-1") for name in names() if name.startswith("landscape-")},
    **{name: CARD_SHEETS for name in names() if name.startswith("card-")},
    **{name: LABEL_SHEETS for name in names() if name.startswith("label-80-")},
    "label-63": ("avery-l6011",),
}
LEAST_GIVEN_NAME = {"a6": 40, "landscape": 30, "card": 22, "label": 20}
"""In points, for usual names with all that may stand below them."""

USUAL = (ELIF, OKSANA, HANH, FARID, SUKARNO, LUKASZ)
ABBREVIATED = {(name, HANS.person, Field.ORGANISATION) for name in ("landscape-plain", *SMALL)}
"""Where it is right that the longest organisation becomes shorter: template, person, field."""

EDGE = 2.0
"""Millimetres that stay free of ink at every edge; printers and knives are no more exact."""


def reading(name: str):
    file = ROOT / "resources" / "templates" / f"{name}.toml"
    return parse(file.read_text(encoding="utf-8"), file.name)


def boxes(template: Template) -> Iterator[tuple[Side, int, Box]]:
    for side in template.sides:
        yield from ((side, number, box) for number, box in enumerate(template.side(side)))


def printed(template: Template, *badges: BadgeData, pictures: dict[str, Picture] | None = None) -> bytes:
    out = io.BytesIO()
    badge_pdf(badges, out, KIT, template=template, pictures=pictures)
    return out.getvalue()


def logo(width: int = 900, height: int = 300) -> Picture:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#0b5345").save(out, "PNG")
    return read_picture(out.getvalue())


def words_on(pages: bytes, page: int = 0) -> str:
    document = pypdfium2.PdfDocument(pages)
    try:
        found: str = document[page].get_textpage().get_text_range()
        return " ".join(found.split())
    finally:
        document.close()


def test_there_are_four_designs_in_every_size_of_badge():
    wanted = {f"{size}-{design}" for size in ("a6", "a6-day", "card", "landscape") for design in DESIGNS}
    labels = {"label-62", "label-62-wide", "label-102", "label-102-tall", "label-80-classic", "label-80-plain"}
    assert set(names()) == wanted | labels | SMALL


def test_every_template_and_every_picture_is_in_the_document():
    listed = set(re.findall(r"`((?:a6|card|landscape|label)-[a-z0-9-]+)`", DOCUMENT))
    assert listed == set(names())
    for path in re.findall(r"\]\((pictures/[^)]+)\)", DOCUMENT):
        with Image.open(ROOT / "docs" / path) as image:
            assert image.width <= 1400


@pytest.mark.parametrize("name", names())
def test_a_template_is_read_without_problems(name: str):
    found = reading(name)
    assert found.problems == ()
    assert {each.kind for each in found.hints} == ({HintKind.SMALL_CODE} if name in SMALL else set())
    assert found.template is not None
    assert found.template.name == name
    assert found.template.title.de
    assert found.template.title.en
    assert parse(to_toml(found.template)).template == found.template


def test_titles_tell_the_templates_apart():
    for language in ("de", "en"):
        assert len({shipped(name).title.text(language) for name in names()}) == len(names())


@pytest.mark.parametrize("name", names())
def test_everybody_fits(name: str):
    report = badge_pdf(WEARERS, io.BytesIO(), KIT, template=shipped(name))
    told = {(name, each.person, each.field) for each in report.overflow}
    assert told == {each for each in ABBREVIATED if each[0] == name}
    assert report.missing_glyphs == ()
    assert not any(each.cut for each in report.overflow)


def names_shown(template: Template, badge: BadgeData, kit: Kit) -> dict[Field, float]:
    """Return the size of each text of the names, from the upper one to the lowest."""
    found: dict[Field, float] = {}
    for box in template.front:
        holds_it = isinstance(box, Stack) and any(text.field is Field.GIVEN_NAME for text in box.texts)
        if isinstance(box, Stack) and holds_it and texts.holds(box.show_if, badge):
            found |= {each.box.field: each.fitted.size for each in layout.arrange(kit, box, badge, 0, 0)}
    return found


@pytest.mark.parametrize("badge", USUAL, ids=[each.given_name for each in USUAL])
@pytest.mark.parametrize("name", [name for name in names() if name not in SMALL])
def test_a_usual_name_is_read_from_two_metres(name: str, badge: BadgeData):
    sizes = names_shown(shipped(name), badge, KIT)
    assert sizes[Field.GIVEN_NAME] >= LEAST_GIVEN_NAME[name.split("-", maxsplit=1)[0]]
    assert sizes[Field.GIVEN_NAME] == max(sizes.values())


@pytest.mark.parametrize("name", names())
def test_the_own_script_stands_below_the_latin_name(name: str):
    order = list(names_shown(shipped(name), FARID, KIT))
    assert order[:3] == [Field.GIVEN_NAME, Field.FAMILY_NAME, Field.NATIVE_NAME]


@pytest.mark.parametrize("name", names())
def test_the_role_is_a_word_and_not_only_a_colour(name: str):
    for badge in WEARERS:
        assert badge.role.casefold() in words_on(printed(shipped(name), badge)).casefold()


@pytest.mark.parametrize("name", sorted(MEANT_FOR.keys() - SMALL))
def test_a_badge_printed_beforehand_says_where_it_lies(name: str):
    assert ELIF.box in words_on(printed(shipped(name), ELIF))


@pytest.mark.parametrize("name", names())
def test_every_code_is_read_from_the_page_also_blurred_and_in_black_and_white(name: str):
    made = shipped(name)
    pages = printed(made, *WEARERS, pictures={"logo": logo()})
    for number, badge in enumerate(WEARERS):
        image = picture(pages, number * len(made.sides), dpi=150)
        expected = {badge.code} - {""}
        assert read(image) == expected
        assert read(image.filter(ImageFilter.GaussianBlur(1.2))) == expected
        assert read(image.point(lambda grey: 255 if grey > 127 else 0)) == expected


def read(image: Image.Image) -> set[str]:
    return {found.text for found in zxingcpp.read_barcodes(image)}


@pytest.mark.parametrize("name", names())
def test_a_badge_has_its_code_once_with_the_digits_below(name: str):
    found = [(side, box) for side, _, box in boxes(shipped(name)) if isinstance(box, CodeBox)]
    ((side, box),) = found
    assert side is Side.FRONT
    assert box.size >= (15 if name in SMALL else 20)
    assert box.digits is Digits.BELOW
    assert box.digit_size >= 6


def without_grounds(template: Template) -> Template:
    """Return the template with the texts of its panels, but without their colours."""

    def bare(side: tuple[Box, ...]) -> tuple[Box, ...]:
        return tuple(
            found for box in side for found in ([box.stack] if isinstance(box, Panel) else [box]) if found is not None
        )

    return replace(template, front=bare(template.front), back=bare(template.back))


@pytest.mark.parametrize("name", names())
def test_nothing_but_grounds_comes_near_the_edges(name: str):
    made = without_grounds(shipped(name))
    pages = printed(made, *WEARERS, pictures={"logo": logo(300, 900)})
    scale = 150 / 25.4
    for page in range(len(WEARERS) * len(made.sides)):
        image = picture(pages, page, dpi=150)
        left, top, right, bottom = ink(image) or (99, 99, 100, 100)
        near = min(left, top, image.width - right, image.height - bottom)
        assert near >= EDGE * scale - 1.5, f"page {page}"


@pytest.mark.parametrize("name", names())
def test_no_text_stands_half_on_a_ground(name: str):
    for side, number, box in boxes(shipped(name)):
        if isinstance(box, Panel):
            continue
        edges = around(box) if isinstance(box, CodeBox) else extent(box)
        for panel in reversed([each for each in shipped(name).side(side)[:number] if isinstance(each, Panel)]):
            inside = contains(extent(panel), edges)
            beside = not overlap(extent(panel), edges) or never_together(box, panel)
            assert inside or beside, f"{side} {number}"
            if inside and set(panel.show_if) <= set(box.show_if):
                break  # what lies below it is covered


def never_together(one: Box, other: Box) -> bool:
    """Say whether what one of them asks for is what the other one must not have."""
    wanted = {(each.subject, not each.negated) for each in other.show_if}
    return any((each.subject, each.negated) in wanted for each in one.show_if)


def overlap(one: Edges, other: Edges) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("name", names())
def test_no_two_texts_share_a_place(name: str):
    shown: list[tuple[Side, int, Box]] = [each for each in boxes(shipped(name)) if not isinstance(each[2], Panel)]
    for side, number, box in shown:
        for other_side, other_number, other in shown:
            if (side, number) >= (other_side, other_number) or side is not other_side:
                continue
            together = not never_together(box, other)
            assert not (together and overlap(extent(box), extent(other))), f"{side} {number} {other_number}"


@pytest.mark.parametrize("name", PLAIN)
def test_plain_badges_have_ink_only(name: str):
    made = shipped(name)
    grounds = {box.colour for _, _, box in boxes(made) if isinstance(box, Panel)}
    assert grounds <= {"ink"}
    assert {text.colour for _, _, box in boxes(made) for text in texts_of(box)} <= {"ink", "auto"}


@pytest.mark.parametrize("name", [name for name in names() if "colour" in name])
@pytest.mark.parametrize("accent", ["#ffb703", "#14213d", "#808080", "#ffffff", OKSANA.colour])
def test_a_badge_in_any_colour_of_an_event_is_read(name: str, accent: str):
    badge = replace(OKSANA, accent=accent)
    pages = printed(shipped(name), badge)
    assert read(picture(pages, dpi=150)) == {badge.code}


@pytest.mark.parametrize(("name", "sheet_name"), [(name, each) for name, them in MEANT_FOR.items() for each in them])
def test_a_badge_fits_the_sheets_that_it_is_meant_for(name: str, sheet_name: str):
    made = shipped(name)
    assert sheet_file.known()[sheet_name].turn_for(made.width, made.height) is not None


@pytest.mark.parametrize("design", DESIGNS)
def test_my_day_is_on_the_back_and_the_name_where_there_is_none(design: str):
    made = shipped(f"a6-day-{design}")
    assert made.front == shipped(f"a6-{design}").front
    back = words_on(printed(made, ELIF), 1)
    for appointment in ELIF.programme:
        assert appointment.time in back
        assert appointment.title in back
    assert "Mein Tag" in back
    assert ELIF.name in back
    assert "My day" in words_on(printed(made, replace(ELIF, language="en")), 1)
    without = words_on(printed(made, replace(ELIF, programme=())), 1)
    assert "Mein Tag" not in without
    assert ELIF.given_name in without
    assert ELIF.event_title in without


@pytest.mark.parametrize("name", [name for name in names() if shipped(name).pictures])
def test_a_logo_is_shown_where_there_is_one_and_leaves_the_rest_as_it_is(name: str):
    made = shipped(name)
    with_it, without = (printed(made, ELIF, pictures=found) for found in ({"logo": logo()}, None))
    assert (b"/Subtype /Image" in with_it, b"/Subtype /Image" in without) == (True, False)
    assert words_on(with_it) == words_on(without)


def test_a_ground_shines_through_nowhere_around_a_code():
    made = shipped("a6-colour")
    code = next(box for box in made.front if isinstance(box, CodeBox))
    pages, _ = sheet({(0, 0, 0): ELIF}, made, size=(made.width, made.height))
    image = picture(pages, dpi=254)
    left, top, right, bottom = (round(edge * 10) for edge in around(code))
    for strip in ((left, top, right, top + 40), (left, top, left + 40, bottom), (right - 40, top, right, bottom)):
        assert image.crop(strip).getextrema() == (255, 255)


def test_pages_have_the_size_of_the_badge():
    for name in names():
        made = shipped(name)
        document = pypdfium2.PdfDocument(printed(made, ELIF))
        sizes = [document.get_page_size(number) for number in range(len(document))]
        document.close()
        for size in sizes:
            assert size == pytest.approx((made.width * POINTS_PER_MM, made.height * POINTS_PER_MM), abs=0.1)


PEOPLE = """id;given_name;family_name;native_name;organisation;roles;status;code
P1;Elif;Demirtaş;;Bürgerinitiative Gemeinsam in Salzgitter;exhibitor;registered;
P2;Farid;Rahmani;فرید رحمانی;;interpreter;registered;
"""


@pytest.fixture(scope="module")
def event_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Make a small event once for all templates."""
    folder = tmp_path_factory.mktemp("source")
    (folder / "event.toml").write_text(
        'title = "Kleines Treffen"\nstarts = "2027-03-06T09:00"\nvenue = "Erkner"\nlanguage = "de"\n', "utf-8"
    )
    (folder / "people.csv").write_text(PEOPLE, "utf-8")
    target = tmp_path_factory.mktemp("event") / "k.eventdesk"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EVENTDESK_HOME", str(tmp_path_factory.mktemp("home")))
        assert main(["new", str(target), "--from", str(folder)]) == 0
        yield target


@pytest.mark.parametrize("name", names())
def test_the_command_line_prints_every_template(
    event_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
):
    out = tmp_path / "b.pdf"
    assert main(["badges", str(event_file), "-o", str(out), "--template", name, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    pages = 2 * len(shipped(name).sides)
    assert (told["badges"], told["pages"], told["overflow"]) == (2, pages, [])
    assert "Elif" in words_on(out.read_bytes())
