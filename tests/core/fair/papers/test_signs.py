"""Booth signs: a page each, number and name large, the code read back by a scanner."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp

from eventdesk.drawing.colour import Colour
from eventdesk.drawing.pages.paper_size import PaperSize
from eventdesk.drawing.pages.report import PaperReport
from eventdesk.fair.fair import Fair
from eventdesk.fair.papers.signs import BAND, signs
from eventdesk.fair.papers.themes import PALETTE
from tests.core.drawing.pages import ink, picture
from tests.core.fair.papers.fairs import IMPRINT, KIT, booths, colours_of, exhibitors, hall, sizes_of, small, standing
from tests.core.pdf_text import words_of

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def printed(fair: Fair, size: PaperSize = PaperSize.A4, only: set[int] | None = None) -> tuple[bytes, PaperReport]:
    out = io.BytesIO()
    report = signs(fair, IMPRINT, out, KIT, size=size, only=only)
    return out.getvalue(), report


def codes(pages: bytes, number: int) -> list[list[str]]:
    return [[found.text for found in zxingcpp.read_barcodes(picture(pages, page, dpi=100))] for page in range(number)]


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.A3])
def test_a_page_for_each_stand_in_the_order_of_the_booths(size: PaperSize):
    fair = small(8, 6)
    fair = replace(fair, stands=dict(zip((6, 5, 4, 3, 2, 1), fair.stands.values(), strict=True)))
    pages, report = printed(fair, size)
    texts = words_of(pages)
    assert (report.pages, report.papers, report.overflow) == (6, 6, ())
    assert [text.split()[0] for text in texts] == [f"A-{at:02d}" for at in range(1, 7)]
    assert [f"Verein {7 - at}" in text for at, text in enumerate(texts, 1)] == [True] * 6
    assert set(sizes_of(pages)) == {size.millimetres}
    assert codes(pages, 6) == [[f"E{at:02d}"] for at in (6, 5, 4, 3, 2, 1)]


def test_what_stands_on_a_sign():
    (text,) = words_of(printed(small(2, 1))[0])
    for told in ("A-01", "Patenschaft", "Verein 1", "Wir sind die 1.", "4. Integrationskonferenz", "Halle 1", "E01"):
        assert told in text


def test_the_number_is_read_from_ten_metres():
    image = picture(printed(small(1, 1))[0], dpi=72)
    band = image.crop((0, 0, image.width, round(image.height * BAND)))
    dark = ink(band.point(lambda grey: 0 if grey < 90 else 255).crop((0, 0, band.width, round(band.height * 0.75))))
    assert dark is not None
    assert (dark[3] - dark[1]) / 72 * 25.4 > 35  # millimetres: more than a 300th of the distance


def test_the_band_has_the_colour_of_the_theme():
    pages, _ = printed(small(3, 3))
    for page, expected in enumerate(PALETTE[:3]):
        colour = Colour.parse(expected)
        assert colours_of(pages, page).getpixel((5, 5)) == (colour.red, colour.green, colour.blue)


def test_two_booths_of_one_exhibitor_are_one_sign():
    fair = small(4, 1)
    fair = replace(fair, stands={1: (fair.booths[0].id, fair.booths[1].id)})
    pages, report = printed(fair)
    assert report.papers == 1
    assert "A-01 + A-02" in words_of(pages)[0]


def test_only_those_who_are_asked_for():
    pages, report = printed(small(8, 8), only={3, 5})
    assert report.papers == 2
    assert ["A-03" in text or "A-05" in text for text in words_of(pages)] == [True, True]


@pytest.mark.parametrize("name", ["Ö", LONG, "جمعية الصداقة", "Товариство", "אגודה", "Hội người Việt", "X " * 60])
def test_strange_names_stay_on_the_page(name: str):
    pages, report = printed(small(2, 1, lambda _: name))
    whole = picture(pages, dpi=72)
    edge = 20
    for strip in ((0, 300, edge, whole.height), (whole.width - edge, 300, whole.width, whole.height)):
        assert whole.crop(strip).getextrema() == (255, 255)
    told = {remark.text for remark in report.overflow}
    assert name.strip().replace(" ", "") in words_of(pages)[0].replace(" ", "") or name in told or not name.isascii()


def test_an_endless_name_is_told():
    endless = "Wolfeschlegelsteinhausen " * 60
    _, report = printed(small(2, 1, lambda _: endless))
    assert [(remark.about, remark.text) for remark in report.overflow] == [(endless, endless)]
    assert report.overflow[0].shown.endswith("…")


def test_without_an_id_there_is_no_code_and_without_a_theme_no_mark():
    who = replace(exhibitors(1)[0], ref="", theme="")
    pages, _ = printed(standing([hall()], booths(1), [who]))
    assert codes(pages, 1) == [[]]
    assert "Patenschaft" not in words_of(pages)[0]


def test_nobody_stands_anywhere():
    pages, report = printed(standing([hall()], booths(3), []))
    assert (report.pages, report.papers) == (0, 0)
    assert pages.startswith(b"%PDF-")


def test_a_word_that_is_wider_than_the_sign_is_broken_and_whole():
    pages, report = printed(small(1, 1, lambda _: LONG))
    assert LONG in words_of(pages)[0].replace(" ", "")
    assert report.overflow == ()


def test_progress_is_told_and_may_cancel(tmp_path: Path):
    told: list[int] = []

    def stop(number: int) -> None:
        told.append(number)
        if number == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        signs(small(4, 4), IMPRINT, tmp_path / "signs.pdf", KIT, progress=stop)
    assert told == [1, 2]
    assert list(tmp_path.iterdir()) == []
