"""The press: codes are read on any ground and in any turn, pictures keep their proportion."""

import io
import random
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image, ImageFilter

from eventdesk.badges.design.template import CodeBox, Digits, Panel
from eventdesk.badges.design.template import Picture as PictureBox
from eventdesk.badges.design.template_check import check, reach
from eventdesk.badges.design.templates import names, shipped
from eventdesk.drawing.fitting import Align
from eventdesk.drawing.picture import Picture, read_picture
from tests.core.badges.presses import alone, crop, greys, seen, sheet, template
from tests.core.badges.samples import ELIF, HANS, code
from tests.core.badges.wearers import DAY
from tests.core.drawing.pages import ink, picture


def read(image: Image.Image) -> set[str]:
    return {found.text for found in zxingcpp.read_barcodes(image)}


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("name", names())
def test_codes_are_read_in_every_turn_at_150_dpi_and_blurred(name: str, turn: int):
    made = shipped(name)
    side = next(each for each in made.sides if any(isinstance(box, CodeBox) for box in made.side(each)))
    chance = random.Random(turn)
    for _ in range(2):
        badge = replace(ELIF, code=code(chance.randrange(10**14)), accent="#ffb703", programme=DAY)
        image = picture(sheet({(3, 5, turn): badge}, made, side=side, size=(160, 160))[0], dpi=150)
        assert read(image) == {badge.code}
        assert read(image.filter(ImageFilter.GaussianBlur(1.5))) == {badge.code}
        assert read(image.convert("1").convert("L")) == {badge.code}


@pytest.mark.parametrize("colour", ["accent", "role", "#808080", "#000000"])
def test_a_code_has_its_white_on_any_ground(colour: str):
    code_box = CodeBox(30, 20, 25)
    pages = alone(ELIF, template(Panel(0, 0, 105, 74, colour=colour), code_box))
    image = seen(pages)
    quiet = code_box.quiet
    zone = crop(image, 30 - quiet + 0.2, 20 - quiet + 0.2, 55 + quiet - 0.2, 45 + quiet - 0.2, 254)
    margin = round(quiet * 10) - 4
    zone.paste(255, (margin, margin, zone.width - margin, zone.height - margin))
    assert greys(zone) == (255, 255)
    assert read(picture(pages, dpi=150)) == {ELIF.code}
    below = greys(crop(image, 10, 45 + quiet, 90, 52 + quiet, 254))
    assert below[1] - below[0] > 80  # the digits can be told from the ground


@pytest.mark.parametrize(("digits", "side"), [(Digits.NONE, None), (Digits.BELOW, "below"), (Digits.RIGHT, "right")])
def test_digits_stand_where_they_are_wanted(digits: Digits, side: str | None):
    box = CodeBox(20, 10, 25, digits)
    image = seen(alone(ELIF, template(box)))
    below, right = crop(image, 5, 35 + 4.7, 100, 60, 254), crop(image, 45 + 4.7, 5, 100, 36, 254)
    assert (ink(below) is not None, ink(right) is not None) == (side == "below", side == "right")


@pytest.mark.parametrize(("digit_size", "lines"), [(5.5, 1), (7, 2)])
def test_room_for_one_line_of_digits_is_not_room_for_two(digit_size: float, lines: int):
    """They stand on two lines if one would be wider than the white around the code."""
    box = CodeBox(40, 4.2, 17, digit_size=digit_size)
    left, _top, right, low = reach(box)
    found = ink(crop(seen(alone(ELIF, template(box))), left - 1, box.y + box.size + 3.3, right + 1, 60, 254))
    assert found is not None
    assert found[3] - found[1] < 30 * lines
    assert (found[3] - found[1] > 30) is (lines == 2)
    assert box.y + box.size + 3.3 + found[3] / 10 <= low
    label = template(box, width=63.5, height=29.6)
    assert [finding.key for finding in check(label)] == ([] if lines == 1 else ["size"])


def test_no_code_no_digits():
    assert ink(seen(alone(replace(ELIF, code=""), template(CodeBox(20, 10, 25))))) is None


def logo(width: int = 60, height: int = 20) -> Picture:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#0b5345").save(out, "PNG")
    return read_picture(out.getvalue())


@pytest.mark.parametrize(("align", "left"), [(Align.LEFT, 100), (Align.CENTRE, 200), (Align.RIGHT, 300)])
def test_a_picture_fits_its_box_in_its_own_proportion(align: Align, left: int):
    box = PictureBox(10, 10, 80, 20, align=align)
    found = ink(seen(alone(ELIF, template(box), {"logo": logo()})))
    assert found == pytest.approx((left, 100, left + 600, 300), abs=2)


def test_a_picture_on_a_coloured_ground_stands_on_white_within_its_box():
    box = PictureBox(20, 20, 60, 30, align=Align.RIGHT)
    image = seen(alone(ELIF, template(Panel(0, 0, 105, 74, "#0b4f8a"), box), {"logo": logo(40, 40)}))
    ground = image.getpixel((10, 10))
    white = image.point(lambda grey: 255 if grey == 255 else 0).getbbox()
    assert white == pytest.approx((500, 200, 800, 500), abs=3)
    assert image.getpixel((490, 350)) == ground  # no wider than the picture needs
    assert image.getpixel((502, 202)) == ground  # its corners are round
    assert greys(crop(image, 60, 30, 70, 40, 254))[1] < 255


def test_a_picture_is_written_once_and_left_out_if_it_is_not_there():
    made = template(PictureBox(10, 10, 20, 20), PictureBox(40, 10, 20, 20, name="Förderer"))
    pages, _ = sheet({(0, 0, 0): ELIF, (0, 80, 0): HANS}, made, pictures={"logo": logo()})
    assert pages.count(b"/Subtype /Image") == 1
    assert ink(crop(seen(pages), 38, 0, 105, 74, 254)) is None
    assert made.pictures == {"logo", "Förderer"}
