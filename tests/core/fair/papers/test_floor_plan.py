"""Floor plans as they come out of the printer: every number, sizes in millimetres, ink inside the page."""

import io
import re
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from PIL import Image

from eventdesk.drawing.pages.paper_size import PaperSize
from eventdesk.drawing.pages.report import PaperReport
from eventdesk.fair.booth import BoothState, Power
from eventdesk.fair.fair import Fair
from eventdesk.fair.hall import HallPart, PartKind
from eventdesk.fair.papers.booth_art import LEAST_NUMBER
from eventdesk.fair.papers.floor_plan import floor_plan
from eventdesk.fair.papers.imprint import Imprint
from eventdesk.fair.papers.plan_layout import PlanWish, lay_out
from tests.core.drawing.pages import ink, picture
from tests.core.fair.papers.fairs import (
    ENGLISH,
    IMPRINT,
    KIT,
    booths,
    colours_of,
    every_part,
    exhibitors,
    hall,
    sizes_of,
    small,
    standing,
    white_at_the_edge,
)
from tests.core.pdf_text import words_of

STRANGE = (
    "Ö",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "جمعية الصداقة العربية الألمانية",
    "Товариство української культури",
    "אגודת ידידות",
    "Thị Hạnh Nguyễn – Hội người Việt",
    "李氏 😀 Verein",
    "a" * 900,
    "Wir und die anderen und noch viele mehr und alle zusammen in einem einzigen sehr langen Namen " * 4,
)


def printed(fair: Fair, wish: PlanWish | None = None, imprint: Imprint = IMPRINT) -> tuple[bytes, PaperReport]:
    out = io.BytesIO()
    report = floor_plan(fair, imprint, out, KIT, wish)
    return out.getvalue(), report


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("landscape", [True, False])
def test_paper_has_its_size(size: PaperSize, landscape: bool):
    pages, _ = printed(small(), PlanWish(size, landscape))
    short, long = size.millimetres
    assert sizes_of(pages) == [(long, short) if landscape else (short, long)]


def test_iso_sizes():
    assert [size.millimetres for size in PaperSize] == [(210, 297), (297, 420), (420, 594), (594, 841), (841, 1189)]
    assert [round(size.scale, 2) for size in PaperSize] == [1, 1.41, 2, 2.83, 4]


@pytest.mark.parametrize("names", [True, False])
@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.A1])
def test_every_number_stands_on_the_plan(names: bool, size: PaperSize):
    fair = small(40, 33)
    pages, report = printed(fair, PlanWish(size, names=names))
    (text,) = words_of(pages)
    assert [booth.ref for booth in fair.booths if booth.ref not in text] == []
    assert report.small == ()


def test_names_stand_on_the_plan_or_in_the_list_beside_it():
    fair = small(20, 20, lambda at: f"Integrationslotsinnenvereinigung {at}" if at % 2 else f"Verein {at}")
    pages, report = printed(fair)
    whole = " ".join(words_of(pages))
    assert report.unnamed == tuple(f"A-{at:02d}" for at in range(1, 21, 2))
    assert [each.name for each in fair.exhibitors if each.name not in whole] == []
    assert "Auf dem Plan nicht genannt" in whole or "Not named on the plan" in whole
    larger, report = printed(fair, PlanWish(PaperSize.A1))
    assert report.unnamed == ()
    assert [each.name for each in fair.exhibitors if each.name not in words_of(larger)[0]] == []


def test_without_names_there_are_none():
    pages, report = printed(small(), PlanWish(names=False))
    (text,) = words_of(pages)
    assert "Verein" not in text
    assert report.unnamed == ()


def test_themes_signs_and_quality_are_told():
    blocked = [*booths(20)]
    blocked[19] = replace(blocked[19], state=BoothState.BLOCKED, reason="Feuerlöscher", power=Power.V400)
    fair = standing([hall()], blocked, exhibitors(18), every_part())
    pages, _ = printed(fair, imprint=ENGLISH)
    (text,) = words_of(pages)
    for told in (
        "Patenschaft", "Arbeit & Bildung", "Kultur", "Power 230 V", "Power 400 V", "free", "blocked: Feuerlöscher",
        "Escape route, keep clear", "Haupteingang", "Notausgang Ost", "Imbiss", "Insel A",
        "4. Integrationskonferenz", "as of 6 March 2017, 08:10", "Version 4", "Cost 726, proven optimal",
        "Seed 1 · 1.2 s", "Hannover", "Page 1 of 1",
    ):  # fmt: skip
        assert told in text


def test_a_theme_that_nobody_has_here_is_not_explained():
    first, second = hall(), hall(2, "Foyer")
    here, there = booths(3), booths(3, in_hall=2, letter="B")
    pages, report = printed(standing([first, second], [*here, *there], exhibitors(6)))
    one, two = words_of(pages)
    assert ("Patenschaft" in one, "Kultur" in one) == (True, False)
    assert ("Patenschaft" in two, "Kultur" in two) == (False, True)
    assert (report.pages, report.papers) == (2, 2)
    assert ("Halle 1" in one, "Foyer" in two) == (True, True)


def test_one_hall_or_all_on_one_page():
    halls = [hall(), hall(2, "Foyer", 12_000, 40_000), hall(3, "Zelt", 8_000, 8_000)]
    fair = standing(halls, [*booths(8, 4), *booths(6, 2, in_hall=2, letter="B")], exhibitors(14))
    chosen, _ = printed(fair, PlanWish(halls=(2,)))
    assert ["Foyer" in text for text in words_of(chosen)] == [True]
    pages, report = printed(fair, PlanWish(PaperSize.A2, together=True))
    text = words_of(pages)[0]
    assert (report.papers, report.pages) == (1, 1)
    assert [name for name in ("Halle 1", "Foyer", "Zelt", "A-08", "B-06") if name not in text] == []
    assert white_at_the_edge(pages)


def test_a_hall_is_shown_as_large_as_the_paper_allows():
    wide, high = small(), standing([hall(width=12_000, depth=40_000)], booths(6, 3), exhibitors(6))
    assert [sizes_of(printed(fair)[0]) for fair in (wide, high)] == [[(297, 210)], [(210, 297)]]
    fair = small()
    layouts = [lay_out(fair, fair.halls, PlanWish(size), 100 * size.scale) for size in PaperSize]
    scales = [layout.scale for layout in layouts]
    assert all(1.35 < larger / smaller < 1.5 for smaller, larger in pairwise(scales))


def runs(image: Image.Image) -> list[int]:
    """Return the longest dark line of each row of pixels."""
    dark = image.point(lambda grey: 255 if grey < 90 else 0).tobytes()
    width = image.width
    return [max(map(len, dark[at : at + width].split(b"\0"))) for at in range(0, len(dark), width)]


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.A2])
def test_the_scale_bar_is_as_long_as_it_says(size: PaperSize):
    pages, _ = printed(standing([hall(width=40_000, depth=10_000)], [], []), PlanWish(size, landscape=True))
    found = re.search(r"0 [\d,]+ (\d+) m\b", words_of(pages)[0])
    assert found is not None
    image = picture(pages, dpi=254)
    lines = runs(image)
    wall = max(lines)
    below = len(lines) - 1 - lines[::-1].index(wall)
    bar = max(lines[below + 20 :])
    assert bar / wall == pytest.approx(int(found[1]) / 40, abs=0.004)


def test_numbers_are_as_large_as_must_be_and_told_where_not():
    packed = [
        replace(each, x_mm=each.x_mm // 8, y_mm=each.y_mm // 8, width_mm=375, depth_mm=250) for each in booths(40)
    ]
    fair = standing([hall()], packed, exhibitors(30))
    pages, report = printed(fair)
    assert set(report.small) == {booth.ref for booth in packed}
    (text, *_rest) = words_of(pages)
    assert all(booth.ref in text for booth in packed)
    assert printed(small())[1].small == ()
    assert LEAST_NUMBER >= 5


@pytest.mark.parametrize("name", STRANGE)
def test_strange_names_are_whole_somewhere_or_told(name: str):
    pages, report = printed(small(20, 18, lambda at: name if at == 5 else f"Verein {at}"))
    assert white_at_the_edge(pages)
    whole = "".join(words_of(pages)).replace(" ", "")
    told = {remark.text for remark in report.overflow} | {remark.text for remark in report.missing_glyphs}
    assert name.replace(" ", "") in whole or name in told or not name.isascii() or "A-05" in report.unnamed


def test_ink_stays_inside_even_for_what_stands_outside_of_its_hall():
    outside = replace(booths(1)[0], x_mm=60_000, y_mm=-9_000)
    fair = standing([hall()], [outside, *booths(4)[1:]], exhibitors(4), every_part())
    for size in (PaperSize.A4, PaperSize.A3):
        pages, _ = printed(fair, PlanWish(size))
        assert white_at_the_edge(pages)
        assert "A-01" in words_of(pages)[0]


@pytest.mark.parametrize(
    "at", [((0, 0), (900, 0)), ((33_000, 0), (33_000, 900)), ((0, 19_500), (0, 20_000)), ((5, 5), (5, 5))]
)
def test_long_names_of_doors_stay_on_the_page(at: tuple[tuple[int, int], tuple[int, int]]):
    door = HallPart(1, 1, PartKind.ENTRANCE, "Haupteingang für alle, die ohne Aufzug und mit viel Gepäck kommen", at)
    pages, _ = printed(standing([hall()], booths(4), exhibitors(4), [door]))
    assert white_at_the_edge(pages, millimetres=4)


@settings(max_examples=20, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    st.lists(
        st.tuples(
            st.integers(-5_000, 40_000),
            st.integers(-5_000, 30_000),
            st.integers(500, 9_000),
            st.integers(500, 9_000),
            st.integers(0, 359),
        ),
        max_size=8,
    ),
    st.integers(1, 60_000),
    st.integers(1, 60_000),
    st.booleans(),
)
def test_any_hall_is_a_page_with_white_edges(
    where: list[tuple[int, int, int, int, int]], width: int, depth: int, names: bool
):
    stands = [
        replace(booth, x_mm=x, y_mm=y, width_mm=wide, depth_mm=deep, rotation=turn)
        for booth, (x, y, wide, deep, turn) in zip(booths(8), where, strict=False)
    ]
    fair = standing([hall(width=width, depth=depth)], stands, exhibitors(5))
    pages, _ = printed(fair, PlanWish(names=names))
    assert white_at_the_edge(pages)


def test_two_booths_of_one_exhibitor_are_one_shape():
    fair = small(6, 4)
    fair = replace(fair, stands={1: (fair.booths[0].id, fair.booths[1].id)}, exhibitors=fair.exhibitors[:1])
    apart = replace(fair, stands={1: (fair.booths[0].id, fair.booths[3].id)})
    joined, separate = (words_of(printed(each)[0])[0] for each in (fair, apart))
    assert (joined.count("Verein 1"), separate.count("Verein 1")) == (1, 2)


@pytest.mark.parametrize("rotation", [0, 30, 45, 60, 90, 135, 180, 270, 359])
def test_turned_booths_keep_their_words(rotation: int):
    turned = [replace(booth, rotation=rotation, x_mm=5000 * at, y_mm=4000) for at, booth in enumerate(booths(5))]
    pages, report = printed(standing([hall()], turned, exhibitors(5)), PlanWish(PaperSize.A3))
    (text,) = words_of(pages)
    assert all(booth.ref in text for booth in turned)
    assert report.unnamed == ()


def test_nothing_yet():
    empty = standing([hall()], [], [])
    pages, report = printed(empty, imprint=ENGLISH)
    assert "Halle 1" in words_of(pages)[0]
    assert (report.pages, report.overflow) == (1, ())
    nowhere, report = printed(standing([], [], []), imprint=ENGLISH)
    assert "There is no hall yet." in words_of(nowhere)[0]
    assert (report.pages, report.papers) == (1, 0)


def test_colours_of_themes_are_on_the_page():
    image = colours_of(printed(small())[0], dpi=100)
    found = {colour for _, colour in image.getcolors(1_000_000) or []}
    assert {(0xA9, 0xD6, 0xEE), (0xFF, 0xE0, 0x8A), (0xC5, 0xDD, 0x8F)} <= found


def test_same_fair_same_bytes():
    assert printed(small())[0] == printed(small())[0]


def test_a_file_is_written_whole(tmp_path: Path):
    target = tmp_path / "plan.pdf"
    report = floor_plan(small(), IMPRINT, target, KIT)
    assert report.pages == 1
    assert ink(picture(target.read_bytes())) is not None
    assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]


def test_the_largest_fair_is_printed_in_seconds():
    halls = [hall(at, f"Halle {at}", 80_000, 70_000) for at in (1, 2)]
    stands = [*booths(625, 25, letter="A"), *booths(625, 25, in_hall=2, letter="B")]
    fair = standing(halls, stands, exhibitors(1000))
    started = time.process_time()
    pages, report = printed(fair, PlanWish(PaperSize.A1))
    spent = time.process_time() - started
    assert report.pages >= 2
    whole = " ".join(words_of(pages))
    assert sum(booth.ref in whole for booth in stands) == 1250
    assert spent < 60  # two orders of magnitude above what it takes: what hangs is found


def test_two_booths_above_each_other_are_one_shape_with_the_name_in_the_upper_one():
    pair = [replace(booth, rotation=90, x_mm=5000, y_mm=3000 + 3000 * at) for at, booth in enumerate(booths(2))]
    fair = replace(standing([hall()], pair, exhibitors(1)), stands={1: tuple(booth.id for booth in pair)})
    assert len(fair.beside) == 1
    (text,) = words_of(printed(fair)[0])
    assert (text.count("Verein 1"), "A-01" in text, "A-02" in text) == (1, True, True)


def test_a_booth_that_is_all_number_has_its_name_in_the_list():
    flat = [replace(booth, depth_mm=700) for booth in booths(4)]
    pages, report = printed(standing([hall()], flat, exhibitors(4)))
    assert report.unnamed == ("A-01", "A-02", "A-03", "A-04")
    assert "Verein 4" in words_of(pages)[0]


def test_exhibitors_without_a_theme_are_explained():
    who = [replace(each, theme="") if each.id == 2 else each for each in exhibitors(3)]
    (text,) = words_of(printed(standing([hall()], booths(3), who), imprint=ENGLISH)[0])
    assert "Without a theme" in text


def test_two_exhibitors_on_one_booth_are_both_named():
    fair = small(3, 2)
    fair = replace(fair, stands={1: (fair.booths[0].id,), 2: (fair.booths[0].id,)})
    assert "Verein 1 / Verein 2" in words_of(printed(fair, PlanWish(PaperSize.A3))[0])[0]
