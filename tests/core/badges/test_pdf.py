"""The badge as a picture and as a file."""

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from eventdesk.badges.badge import BadgeData, Field
from eventdesk.badges.design.template import READABLE
from eventdesk.badges.design.templates import shipped
from eventdesk.badges.pdf import badge_pdf
from eventdesk.codes import Fault
from eventdesk.drawing.about import About
from eventdesk.drawing.kit import Kit
from eventdesk.errors import KnownError
from tests.core.badges.samples import ELIF, HANS, panel, pdf, printed, stack
from tests.core.drawing.pages import ink, picture
from tests.core.drawing.test_fitting import NAMES

KIT = Kit()
DPI = 254  # ten pixels to the millimetre
NAME = st.sampled_from(NAMES) | st.text(st.sampled_from("abgjÅẪÇ -محمد\u064bאЇ李"), max_size=30)


def regions(badge: BadgeData) -> dict[str, tuple[int, int, int, int] | None]:
    """Return the ink of each region of a badge, in tenths of millimetres from the upper left corner of the page."""
    image = picture(pdf(badge, kit=KIT), dpi=DPI)
    width = image.width
    names, foot, band = stack(1), stack(2), panel()
    top, low = round(10 * names.y), round(10 * (names.y + names.height))
    below, middle = round(10 * foot.y), 10 * 64
    return {
        "above": ink(image.crop((0, 0, width, top - 2))),
        "names": ink(image.crop((0, top, width, low))),
        "between": ink(image.crop((0, low + 2, middle, below - 2))),
        "foot": ink(image.crop((0, below, middle, round(10 * band.y)))),
        "left": ink(image.crop((0, 0, 78, round(10 * band.y)))),
        "right": ink(image.crop((974, 0, width, round(10 * band.y)))),
    }


@settings(max_examples=60, deadline=None)
@given(NAME, NAME, NAME, NAME, st.lists(NAME, max_size=4))
@example("Wolfeschlegelsteinhausenbergerdorff", "Wolfeschlegelsteinhausenbergerdorff", "", "", [])
def test_ink_stays_in_its_region(given_name: str, family: str, native: str, organisation: str, where: list[str]):
    badge = replace(
        HANS,
        given_name=given_name,
        family_name=family,
        native_name=native,
        organisation=organisation,
        where=tuple(where),
        event_title="",
        event_line="",
    )
    found = regions(badge)
    assert found["above"] is None
    assert found["between"] is None
    assert found["left"] is None
    assert found["right"] is None
    if found["foot"] is not None:
        assert found["foot"][2] <= 10 * (stack(2).x + stack(2).width) + 3


def test_texts_of_the_name_do_not_touch():
    full = picture(pdf(HANS, kit=KIT), dpi=DPI)
    names = stack(1)
    rows = full.crop((80, round(10 * names.y), 970, round(10 * (names.y + names.height))))
    empty = [min(greys(rows, (0, y, rows.width, y + 1))) > 200 for y in range(rows.height)]
    blocks = sum(1 for y in range(1, len(empty)) if empty[y - 1] and not empty[y])
    assert blocks == 8  # title, given name, two lines of family name, native name, three lines of organisation


def test_a_full_stack_is_used_to_its_end():
    image = picture(pdf(HANS, kit=KIT), dpi=DPI)
    names = stack(1)
    found = ink(image.crop((0, round(10 * names.y), image.width, round(10 * (names.y + names.height)))))
    assert found is not None
    assert found[3] > 0.85 * 10 * names.height


def test_a6_to_a_hundredth_of_a_millimetre():
    document = pypdfium2.PdfDocument(pdf(ELIF, ELIF, kit=KIT))
    assert [[round(edge / 72 * 25.4, 2) for edge in page.get_size()] for page in document] == [[105, 148]] * 2
    document.close()


def test_same_badges_same_bytes():
    assert pdf(ELIF, HANS, kit=KIT) == pdf(ELIF, HANS, kit=Kit())


def test_each_badge_is_its_own_page_whatever_came_before():
    alone = picture(pdf(ELIF, kit=KIT))
    assert picture(pdf(HANS, ELIF, kit=KIT), page=1).tobytes() == alone.tobytes()


def greys(image: Image.Image, box: tuple[int, int, int, int]) -> bytes:
    """Return the pixels within a box, from 0 (black) to 255."""
    return image.crop(box).tobytes()


def test_role_is_a_word_and_a_colour_that_can_be_read():
    dark, pale = (picture(pdf(replace(ELIF, colour=colour), kit=KIT), dpi=DPI) for colour in ("#0b5345", "#ffb703"))
    box = (0, round(10 * panel().y) + 2, dark.width, dark.height)
    assert min(greys(dark, box)) < 80
    assert max(greys(dark, box)) == 255
    assert min(greys(pale, box)) < 60
    assert 150 < max(greys(pale, box)) < 200


def test_band_reaches_both_edges_and_the_foot():
    image = picture(pdf(ELIF, kit=KIT), dpi=DPI)
    found = ink(image.crop((0, round(10 * panel().y) + 1, image.width, image.height)))
    assert found is not None
    assert found[0] == 0
    assert found[2] >= image.width - 1
    assert found[3] >= image.height - round(10 * panel().y) - 2


def test_a_missing_part_leaves_no_gap():
    bare = replace(ELIF, given_name="", organisation="", languages=(), where=(), code="")
    assert bare.texts(Field.GIVEN_NAME) == ("Demirtaş",)
    assert bare.texts(Field.FAMILY_NAME) == ()
    image = picture(pdf(bare, kit=KIT), dpi=DPI)
    assert ink(image.crop((0, 500, image.width, 1320))) is None


def test_only_a_native_name_stands_largest_and_once():
    badge = BadgeData(1, native_name="فرید رحمانی")
    assert badge.name == "فرید رحمانی"
    assert (badge.texts(Field.GIVEN_NAME), badge.texts(Field.NATIVE_NAME)) == (("فرید رحمانی",), ())


def test_an_empty_badge_is_a_page_too():
    _, report = printed(BadgeData(1), kit=KIT)
    assert (report.badges, report.pages, report.overflow) == (1, 1, ())


def test_no_badges_make_no_page_but_a_file_that_opens():
    pages, report = printed(kit=KIT)
    assert (report.badges, report.pages) == (0, 0)
    assert pages.startswith(b"%PDF-")


def test_what_needs_a_look_is_reported():
    long = replace(ELIF, person=7, family_name="Wolfeschlegelsteinhausenbergerdorff")
    longer = replace(ELIF, person=8, family_name="Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft")
    chinese = replace(ELIF, person=9, family_name="李", organisation="Verein 😀")
    _, report = printed(ELIF, long, longer, chinese, kit=KIT)
    assert [(each.person, each.field) for each in report.shrunk] == [(7, Field.FAMILY_NAME)]
    assert [(each.person, each.field) for each in report.overflow] == [(8, Field.FAMILY_NAME)]
    assert [(each.person, each.text, each.clusters) for each in report.missing_glyphs] == [
        (9, "李", ("李",)),
        (9, "Verein 😀", ("😀",)),
    ]
    assert [each.shown for each in report.missing_glyphs] == ["Li", "Verein"]
    told = report.as_json()
    assert set(told) == {"badges", "pages", "shrunk", "overflow", "missing_glyphs"}
    assert {"person", "text", "clusters"} <= set(told["missing_glyphs"][0])
    assert told["missing_glyphs"][0]["name"] == "Elif 李"


@pytest.mark.parametrize("length", [300, 2500])
def test_a_name_without_end_is_cut_where_it_can_be_read_and_told(length: int):
    endless = replace(HANS, given_name="Wolfe" * (length // 5), family_name="von Schleswig " * (length // 14))
    _, report = printed(endless, kit=KIT)
    told = {each.field: each for each in report.overflow}
    for field, text in ((Field.GIVEN_NAME, endless.given_name), (Field.FAMILY_NAME, endless.family_name)):
        assert (told[field].text, told[field].cut) == (text, True)
        assert told[field].size >= READABLE
        assert told[field].shown.endswith("…")
    assert all(each.size >= READABLE for each in report.overflow)
    found = regions(endless)
    assert [found[name] for name in ("left", "right", "between")] == [None] * 3


def test_more_places_than_can_be_read_are_shown_all_the_same():
    many = replace(ELIF, where=tuple(f"Forum {at} · Saal mit einem recht langen Namen {at}" for at in range(30)))
    _, report = printed(many, kit=KIT)
    assert {each.field for each in report.overflow} >= {Field.OTHER_PLACES}
    assert not any(each.cut for each in report.overflow)


def test_what_cannot_be_shown_leaves_no_gap_and_is_told_as_written():
    nothing = replace(ELIF, given_name="😀🎉")
    pages, report = printed(nothing, kit=KIT)
    assert [(each.text, each.shown, each.clusters) for each in report.missing_glyphs] == [("😀🎉", "", ("😀", "🎉"))]
    names = stack(1)
    box = (0, round(10 * names.y), 1050, round(10 * (names.y + names.height)))
    high, low = (ink(picture(each, dpi=DPI).crop(box)) for each in (pages, pdf(ELIF, kit=KIT)))
    assert high is not None
    assert low is not None
    assert high[3] < low[3] - 50


def test_shared_texts_are_reported_once():
    title = replace(ELIF, event_title="会议")
    _, report = printed(title, title, title, kit=KIT)
    assert [(each.person, each.field) for each in report.missing_glyphs] == [(0, Field.EVENT_TITLE)]


def test_languages_keep_their_order_whatever_their_script():
    one = regions(replace(ELIF, languages=("العربية", "Deutsch"), where=()))["foot"]
    assert one is not None
    badge = replace(ELIF, languages=("العربية", "Deutsch"))
    (text,) = badge.texts(Field.LANGUAGES)
    assert text == "\u2068العربية\u2069 · Deutsch"


def test_file_is_written_whole(tmp_path: Path):
    target = tmp_path / "badges.pdf"
    report = badge_pdf([ELIF, HANS], target, KIT, about=About("Namensschilder", "Bündnis", "de"))
    assert report.badges == 2
    assert target.read_bytes().rstrip().endswith(b"%%EOF")
    assert [path.name for path in tmp_path.iterdir()] == ["badges.pdf"]


def test_cancelling_leaves_the_older_file(tmp_path: Path):
    target = tmp_path / "badges.pdf"
    target.write_bytes(b"older")
    done = []

    def stop(number: int) -> None:
        done.append(number)
        if number == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        badge_pdf([ELIF] * 5, target, KIT, progress=stop)
    assert done == [1, 2]
    assert target.read_bytes() == b"older"
    assert [path.name for path in tmp_path.iterdir()] == ["badges.pdf"]


def test_a_stream_that_fails_says_so_itself():
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with pytest.raises(OSError, match="No space left"), full.open("wb", buffering=0) as out:
        badge_pdf([ELIF], out, KIT)


def test_missing_folder_is_said_plainly(tmp_path: Path):
    with pytest.raises(KnownError) as caught:
        badge_pdf([ELIF], tmp_path / "none" / "badges.pdf", KIT)
    assert caught.value.fault is Fault.CANNOT_WRITE
    assert caught.value.details["path"].endswith("badges.pdf")


def test_warming_up_loads_all_that_a_badge_needs():
    script = """
import sys
from eventdesk.badges import actions
from eventdesk.badges.badge import BadgeData
from eventdesk.badges.pdf import badge_pdf, warm
from eventdesk.drawing.kit import Kit
heavy = {"reportlab", "uharfbuzz", "fpdf", "qrcode", "anyascii"}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
kit = Kit()
warm(kit)
before = {name.partition(".")[0] for name in sys.modules}
import io
badge_pdf([BadgeData(1, "Elif", "دميرتاش", code="1482901633752042")], io.BytesIO(), kit)
print({name.partition(".")[0] for name in sys.modules} - before)
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout.strip()) == (0, "set()"), ran.stderr


def test_a_thousand_badges_stay_small():
    from tests.benchmarks.bench_badges import people

    out = io.BytesIO()
    badge_pdf(people(1000), out, KIT)
    assert len(out.getvalue()) <= 900 * 1000


@pytest.mark.parametrize("name", ["a6-day-classic", "a6-day-colour", "a6-day-plain"])
def test_two_sides_with_a_programme_stay_small(name: str):
    from tests.benchmarks.bench_badges import with_programmes

    out = io.BytesIO()
    badge_pdf(with_programmes(300), out, KIT, template=shipped(name))
    assert len(out.getvalue()) <= 1_500 * 300
