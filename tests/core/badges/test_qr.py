"""The table of QR patterns gives what `qrcode` gives, and scanners read it from the printed page."""

import random

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from eventdesk.badges.painting import qr
from eventdesk.drawing.kit import Kit
from tests.core.badges.samples import ELIF, code, code_box, pdf
from tests.core.drawing.pages import picture

TABLE = qr.QrTable()
DIGITS = st.text("0123456789", min_size=16, max_size=16)


@settings(max_examples=400, deadline=None)
@given(DIGITS)
def test_table_is_what_qrcode_makes(digits: str):
    assert TABLE.modules(digits) == qr.encoded(digits)


@given(DIGITS)
def test_corners_and_path_fill_the_dark_modules_once(digits: str):
    modules = TABLE.modules(digits)
    dark = {divmod(at, 21) for at in range(441) if modules >> (440 - at) & 1}
    filled = []
    for line in (TABLE.corners + TABLE.path(digits)).splitlines():
        x, y, width, height, operator = line.split()
        assert (height, operator) == ("1", "re")
        filled += [(int(y), column) for column in range(int(x), int(x) + int(width))]
    assert len(filled) == len(set(filled))
    assert set(filled) == dark


def test_white_is_all_around_the_corners():
    for digits in ("0" * 16, "9" * 16, "1482901633752042"):
        modules = TABLE.modules(digits)
        light = {divmod(at, 21) for at in range(441) if not modules >> (440 - at) & 1}
        assert {(row, column) for row in range(8) for column in range(8) if 7 in (row, column)} <= light
        assert {(row, column) for row in range(8) for column in range(13, 21) if row == 7 or column == 13} <= light
        assert {(row, column) for row in range(13, 21) for column in range(8) if row == 13 or column == 7} <= light


@pytest.mark.parametrize("text", ["", "123", "12345678901234567", "148290163375204x", "١٤٨٢٩٠١٦٣٣٧٥٢٠٤٢"])
def test_other_texts_are_refused(text: str):
    with pytest.raises(ValueError, match="not 16 digits"):
        TABLE.modules(text)
    with pytest.raises(ValueError, match="not 16 digits"):
        qr.encoded(text)


def read(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image)]


@pytest.mark.parametrize("dpi", [150, 203, 300])
def test_codes_are_read_from_the_page(kit: Kit, dpi: int):
    chance = random.Random(dpi)
    codes = [code(chance.randrange(10**14)) for _ in range(12)]
    from dataclasses import replace

    pages = pdf(*(replace(ELIF, code=each) for each in codes), kit=kit)
    assert [read(picture(pages, page, dpi)) for page in range(12)] == [[each] for each in codes]


def test_code_is_read_blurred_and_in_black_and_white(kit: Kit):
    image = picture(pdf(ELIF, kit=kit), dpi=150)
    assert read(image.filter(ImageFilter.GaussianBlur(2.5))) == [ELIF.code]
    assert read(image.convert("1").convert("L")) == [ELIF.code]


def test_code_is_a_version_1_level_h_qr_code_of_20_millimetres_and_more(kit: Kit):
    (found,) = zxingcpp.read_barcodes(picture(pdf(ELIF, kit=kit), dpi=300))
    assert (found.format, found.ec_level) == (zxingcpp.BarcodeFormat.QRCode, "H")
    corners = found.position
    edge = (corners.top_right.x - corners.top_left.x) / 300 * 25.4
    assert 20 <= edge == pytest.approx(code_box().size, abs=0.6)
    assert code_box().size / qr.MODULES >= 1


def test_four_modules_around_the_code_are_white(kit: Kit):
    dpi = 300
    per_mm = dpi / 25.4
    image = picture(pdf(ELIF, kit=kit), dpi=dpi)
    quiet = code_box().size / qr.MODULES * qr.QUIET
    x, y, size = code_box().x, code_box().y, code_box().size
    outer = [round(edge * per_mm) for edge in (x - quiet, y - quiet, x + size + quiet, y + size + quiet)]
    zone = image.crop((outer[0] + 1, outer[1] + 1, outer[2] - 1, outer[3] - 1))
    inner = [round(edge * per_mm) for edge in (quiet, quiet, quiet + size, quiet + size)]
    zone.paste(255, (inner[0] - 3, inner[1] - 3, inner[2] + 3, inner[3] + 3))
    assert zone.getextrema()[0] == 255
