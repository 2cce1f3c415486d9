"""Headers mean the same however they are spelt."""

import pytest

from eventdesk.tables.headers import distinct, match, normal, place


@pytest.mark.parametrize(
    "header", ["given_name", "Given name", "GIVEN-NAME", " given  name: ", "Given Name*", "(given name)"]
)
def test_normal(header):
    assert normal(header) == "givenname"


def test_normal_tells_apart_what_is_different():
    assert normal("Order #") != normal("Order")
    assert normal("wish_1") != normal("wish_2")
    assert normal("Größe") == normal("groesse") == normal("GRÖSSE")


def test_match_takes_the_field_or_an_alias_once():
    matched = match(["Vorname", "E-Mail", "Email", "Schuhgröße", ""], {"given_name": ["Vorname"], "email": ["e-mail"]})
    assert matched.fields == {"given_name": 0, "email": 1}
    assert matched.others == {2: "Email", 3: "Schuhgröße"}


def test_distinct():
    assert distinct(["Note", "Note", "Note (2)", "Note"]) == ["Note", "Note (2)", "Note (2) (2)", "Note (3)"]


HEADER = ["Nachname", "Vorname", "Organisation", "E-Mail"]
PERSON = ["Demirtaş", "Elif", "Verein", "elif@example.org"]


@pytest.mark.parametrize(
    "above",
    [
        [["Teilnehmerliste", "Stand: 12.03.2027"]],
        [["Teilnehmerliste", "", "", "Seite 1"], [], ["Anmeldungen", "120", "", ""]],
        [["Veranstaltung", "Integrationskonferenz"], ["Ort", "Peine"], ["Telefon", "05171 1"]],
        [["Firma", "Beispiel GmbH"], ["Ort", "Status"]],
        [["Person", "", "Kontakt", ""]],
    ],
)
def test_titles_of_several_cells_are_no_header(above):
    assert place([*above, HEADER, PERSON]) == len(above)


def test_the_heading_of_a_list_of_one_column_may_stand_below_a_title():
    assert place([["Gästeliste"], ["Name"], ["Meyer, Jörn"]]) == 1
    assert place([["Gästeliste"], ["Elif"], ["Verein"]]) == 0


@pytest.mark.parametrize(
    "rows",
    [
        [["Wer", "Von wo"], ["Elif", "Verein"], ["Jörn", "Firma"]],
        [["Wer", "Von wo", "Was"], ["Elif", "Verein", "Presse"]],
        [HEADER, PERSON, HEADER],
        [["First name", "Last name"], ["Vorname", "Nachname"]],
    ],
)
def test_the_first_row_is_the_header(rows):
    assert place(rows) == 0


def test_where_nothing_stands_is_no_header():
    assert place([]) is None
    assert place([["", " "], []]) is None
