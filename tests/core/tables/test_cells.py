"""Single cells as people write them."""

from contextlib import suppress
from datetime import date, datetime
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.tables import cells
from eventdesk.tables.cells import Choices
from eventdesk.tables.problems import CellError, Expectation


def expected(parse, cell):
    with pytest.raises(CellError) as caught:
        parse(cell)
    return caught.value.expected


@pytest.mark.parametrize(("cell", "number"), [("12", 12), (" 12 ", 12), ("-3", -3), ("12,0", 12), ("1067.0", 1067)])
def test_whole_number(cell, number):
    assert cells.whole_number(cell) == number


@pytest.mark.parametrize("cell", ["", "zwölf", "1.5", "1 000", "12m", "9" * 30, "1e3", "--1"])
def test_not_a_whole_number(cell):
    assert expected(cells.whole_number, cell) is Expectation.WHOLE_NUMBER


def test_a_whole_number_has_its_limits():
    assert cells.whole_number("2", 1, 2) == 2
    with pytest.raises(CellError) as caught:
        cells.whole_number("3", 1, 2)
    assert caught.value.wanted == ("1", "2")
    with pytest.raises(CellError) as caught:
        cells.whole_number("0", 1)
    assert caught.value.wanted == ("1", "")


@pytest.mark.parametrize(
    ("cell", "length"),
    [("2,5", 2500), ("2.5", 2500), ("2.5 m", 2500), ("3", 3000), ("0,001", 1), ("1.234", 1234), ("-1", -1000)],
)
def test_metres(cell, length):
    assert cells.millimetres(cell) == length


@pytest.mark.parametrize("cell", ["", "2,5,5", "zwei", "1.000,5", "2 cm", "9999999"])
def test_not_metres(cell):
    assert expected(cells.millimetres, cell) is Expectation.METRES


def test_metres_can_have_a_lower_limit():
    with pytest.raises(CellError):
        cells.millimetres("-0,5", low=0)


@pytest.mark.parametrize("cell", ["yes", "Ja", "1", "x", "X", "TRUE", " wahr "])
def test_yes(cell):
    assert cells.yes_no(cell) is True


@pytest.mark.parametrize("cell", ["no", "Nein", "0", "", "false", "-"])
def test_no(cell):
    assert cells.yes_no(cell) is False


def test_neither_yes_nor_no():
    assert expected(cells.yes_no, "vielleicht") is Expectation.YES_NO


class Colour(StrEnum):
    LIGHT_BLUE = "light_blue"
    GREEN = "green"


COLOURS = Choices({Colour.LIGHT_BLUE: "hellblau|himmelblau", Colour.GREEN: "grün"})


@pytest.mark.parametrize("cell", ["light_blue", "Light Blue", "HELLBLAU", "himmel-blau"])
def test_choice(cell):
    assert cells.choice(cell, COLOURS) is Colour.LIGHT_BLUE


def test_choice_tells_what_there_is():
    with pytest.raises(CellError) as caught:
        cells.choice("rot", COLOURS)
    assert caught.value.wanted == ("light_blue, green",)
    assert COLOURS.find("gruen") is Colour.GREEN
    assert COLOURS.find("") is None


def test_ids_and_items():
    assert cells.ids("S1, S2 S3;S1") == ("S1", "S2", "S3")
    assert cells.ids("") == ()
    assert cells.items("Deutsch, leichte  Sprache;\nTürkçe, Deutsch") == ("Deutsch", "leichte Sprache", "Türkçe")


@pytest.mark.parametrize("cell", ["2027-03-06", "6.3.2027", "06.03.2027", "6. 3. 2027", "6.3.27"])
def test_day(cell):
    assert cells.day(cell) == date(2027, 3, 6)


@pytest.mark.parametrize("cell", ["", "31.2.2027", "2027-02-30", "6.3.2027 10:00", "heute", "3/6/2027"])
def test_not_a_day(cell):
    assert expected(cells.day, cell) is Expectation.DAY


@pytest.mark.parametrize(
    "cell", ["2027-03-06T10:05", "2027-03-06 10:05", "6.3.2027 10:05", "6.3.2027, 10.05 Uhr", "2027-03-06 10:05:00"]
)
def test_moment(cell):
    assert cells.moment(cell) == datetime.fromisoformat("2027-03-06T10:05")


def test_a_moment_keeps_its_zone():
    assert cells.moment("2027-03-06T10:05+01:00").utcoffset() is not None


@pytest.mark.parametrize("cell", ["", "2027-03-06", "6.3.2027", "6.3.2027 25:00", "10:00", "6.13.2027 10:00"])
def test_not_a_moment(cell):
    assert expected(cells.moment, cell) is Expectation.MOMENT


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("elif@example.org", "elif@example.org"),
        (" Elif.Demirtaş+k4@büro.example ", "Elif.Demirtaş+k4@büro.example"),
        ("mailto:a@b.de", "a@b.de"),
        ("", ""),
        ("-", ""),
        ("k.A.", ""),
    ],
)
def test_email(cell, address):
    assert cells.email(cell) == address


@pytest.mark.parametrize(
    "cell",
    ["elif", "elif@", "@b.de", "a@b", "a b@c.de", "a@b.de, c@d.de", "a@b..de", "a@b.d", "a@@b.de", "x" * 250 + "@b.de"],
)
def test_not_an_email(cell):
    assert expected(cells.email, cell) is Expectation.EMAIL


@given(st.text(max_size=30))
def test_whatever_stands_there_is_read_or_refused(cell):
    for parse in (
        cells.whole_number,
        cells.millimetres,
        cells.yes_no,
        cells.ids,
        cells.items,
        cells.day,
        cells.moment,
        cells.email,
        cells.required,
        lambda text: cells.choice(text, COLOURS),
    ):
        with suppress(CellError):
            parse(cell)
