"""Colours: whatever is wanted on whatever ground, the text can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.badges.badge import BadgeData
from eventdesk.badges.painting import paint
from eventdesk.drawing.colour import INK, MUTED, WHITE, Colour
from eventdesk.people.role import Sector

PART = st.integers(0, 255)
COLOURS = st.builds(Colour, PART, PART, PART)
BADGE = BadgeData(1, colour="#b3261e", accent="#ffb703", sector_colour="#136a3a")


def written(colour: Colour) -> str:
    return f"#{colour.red:02x}{colour.green:02x}{colour.blue:02x}"


@given(COLOURS, COLOURS.map(written) | st.sampled_from(paint.NAMES))
def test_text_can_be_read_on_any_ground(ground: Colour, wanted: str):
    assert paint.text_colour(wanted, BADGE, ground).contrast(ground) >= paint.READABLE_CONTRAST


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("accent", "#ffb703"),
        ("role", "#b3261e"),
        ("sector", "#136a3a"),
        ("ink", "#14213d"),
        ("white", "#ffffff"),
        ("#010203", "#010203"),
        ("auto", "#14213d"),
    ],
)
def test_surfaces_have_the_colour_that_is_named(name: str, expected: str):
    assert written(paint.fill(name, BADGE)) == expected


def test_what_can_be_read_keeps_its_colour():
    assert paint.text_colour("muted", BADGE, WHITE) is MUTED
    assert paint.text_colour("auto", BADGE, WHITE) is INK
    assert written(paint.text_colour("role", BADGE, WHITE)) == "#b3261e"
    assert paint.text_colour("auto", BADGE, Colour.parse("#b3261e")) is WHITE


def test_a_pale_event_colour_becomes_darker_as_a_text():
    found = paint.text_colour("accent", BADGE, WHITE)
    assert found.red > found.blue  # still a warm colour
    assert found.contrast(WHITE) < 6


@pytest.mark.parametrize("sector", [*Sector, "Kunst", ""])
def test_white_words_can_be_read_on_the_colour_of_every_sector(sector: str):
    assert Colour.parse(paint.sector_colour(sector)).contrast(WHITE) >= paint.READABLE_CONTRAST
