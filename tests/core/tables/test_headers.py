"""Headers mean the same however they are spelt."""

import pytest

from eventdesk.tables.headers import distinct, match, normal


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
