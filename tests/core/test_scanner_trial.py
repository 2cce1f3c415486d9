"""A scanner is tried with a known code: what arrives tells what is wrong."""

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from eventdesk.drawing import qr_text
from eventdesk.people.scanner import TEST_TEXT, Finding, Trial, tried


@pytest.mark.parametrize(
    ("typed", "findings"),
    [
        (TEST_TEXT, ()),
        ("EVENTdeskßzy-0123456789".replace("-", "ß"), (Finding.GERMAN_KEYS,)),
        ("EVENTdesk)yw)à&é\"'(-è_ç".replace("yw", "yw"), (Finding.AZERTY,)),
        ("EVENTdesk)yw)à&é\"'(§è!ç", (Finding.AZERTY,)),
        ("EVENTdesk-yz-۰۱۲۳۴۵۶۷۸۹", (Finding.OTHER_DIGITS,)),
        ("eventDESK-YZ-0123456789", (Finding.CAPS_LOCK,)),
        ("eventDESKßZYß0123456789", (Finding.GERMAN_KEYS, Finding.CAPS_LOCK)),
        ("ЕВЕНТ", (Finding.UNREADABLE,)),
        ("", (Finding.UNREADABLE,)),
    ],
)
def test_what_is_wrong_is_found(typed: str, findings: tuple[Finding, ...]):
    assert tried(typed, ended=True) == Trial(findings)


def test_what_stands_around_and_a_missing_enter():
    trial = tried(f"]Q3{TEST_TEXT}##", ended=False)
    assert trial == Trial((Finding.PREFIX, Finding.SUFFIX, Finding.NO_ENTER), "]Q3", "##")


@given(st.text(max_size=60))
def test_whatever_arrives_is_judged(typed: str):
    assert tried(typed, ended=True).findings or typed == TEST_TEXT


def test_the_code_on_the_screen_says_this():
    rows = qr_text.dots(TEST_TEXT)
    side = len(rows) + 8
    picture = Image.new("L", (side, side), 255)
    for y, row in enumerate(rows):
        for x, black in enumerate(row):
            picture.putpixel((x + 4, y + 4), 0 if black else 255)
    (read,) = zxingcpp.read_barcodes(picture.resize((side * 6, side * 6), Image.Resampling.NEAREST))
    assert read.text == TEST_TEXT
