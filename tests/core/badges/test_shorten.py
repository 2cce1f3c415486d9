"""Abbreviating: the last step before a text is cut, and never without telling."""

from dataclasses import replace

import pytest

from eventdesk.badges.badge import BadgeData, Field
from eventdesk.badges.design.template import Stack, TextBox
from eventdesk.badges.painting.shorten import shorter
from eventdesk.drawing.fonts import Weight
from tests.core.badges.presses import sheet, template
from tests.core.badges.samples import ELIF, HANS, printed


def forms(field: Field, text: str, badge: BadgeData = ELIF) -> list[str]:
    return list(shorter(field, text, badge))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Hans-Joachim Karl Friedrich", ["Hans-Joachim Karl F.", "Hans-Joachim K. F."]),
        ("Maria Anna-Lena", ["Maria A.-L."]),
        ("Elif", []),
        ("Otto von und zu Karl", ["Otto von und zu K."]),
        ("José de la Cruz María", ["José de la Cruz M.", "José de la C. M."]),
        ("Ömer İbrahim", ["Ömer İ."]),
        ("Олена Петрівна", ["Олена П."]),
        ("Γιώργος Ωνάσης", ["Γιώργος Ω."]),
        ("Anna E\u0301milie", ["Anna E\u0301."]),
        ("محمد عبد الرحمن", []),
        ("יוסף חיים", []),
        ("Karl F.", []),
        ("Karl 2. Friedrich", ["Karl 2. F."]),
        ('Johann "Hans"', []),
    ],
)
def test_second_given_names_become_initials(given: str, expected: list[str]):
    assert forms(Field.GIVEN_NAME, given) == expected


@pytest.mark.parametrize(
    ("organisation", "expected"),
    [
        ("Flüchtlingsrat Niedersachsen e. V.", ["Flüchtlingsrat Niedersachsen"]),
        ("Verein e.V. (Ortsgruppe Peine)", ["Verein (Ortsgruppe Peine)", "Verein"]),
        ("Landkreis Peine, Dienst Migration, Büro", ["Landkreis Peine, Dienst Migration", "Landkreis Peine"]),
        ("Werkstatt gGmbH, Hannover", ["Werkstatt, Hannover", "Werkstatt"]),
        ("Evangelische Kirche", []),
        ("(nur Klammern)", []),
        ("", []),
    ],
)  # fmt: skip
def test_organisations_lose_what_they_can_do_without(organisation: str, expected: list[str]):
    assert forms(Field.ORGANISATION, organisation) == expected


def test_a_whole_name_keeps_its_family_name():
    badge = replace(ELIF, given_name="Elif Sevgi", family_name="von Demir Taş")
    assert forms(Field.NAME, badge.name, badge) == ["Elif S. von Demir Taş"]
    alone = BadgeData(1, family_name="Maria Anna Schmidt")
    assert forms(Field.NAME, alone.name, alone) == []
    assert forms(Field.GIVEN_NAME, "Maria Anna Schmidt", alone) == []


@pytest.mark.parametrize("field", [Field.FAMILY_NAME, Field.NATIVE_NAME, Field.TITLE, Field.ROLE, Field.EVENT_TITLE])
def test_other_texts_are_never_abbreviated(field: Field):
    assert forms(field, "Freiherr von Schleswig-Holstein e. V. (alt), Prof. Dr.") == []


NAME = TextBox(Field.GIVEN_NAME, 30, 12, Weight.BOLD)


def told(badge: BadgeData, stack: Stack) -> list[tuple[str, bool, bool]]:
    _, remarks = sheet({(0, 0, 0): badge}, template(stack))
    return [(each.shown, each.abbreviated, each.cut) for each in remarks.overflow]


def test_a_name_is_abbreviated_no_sooner_and_no_more_than_it_has_to_be():
    badge = replace(ELIF, given_name="Hans-Joachim Karl Friedrich")
    assert told(badge, Stack(5, 5, 80, 20, (NAME,))) == []
    assert told(badge, Stack(5, 5, 55, 20, (NAME,))) == [("Hans-Joachim Karl F.", True, False)]
    assert told(badge, Stack(5, 5, 42, 20, (NAME,))) == [("Hans-Joachim K. F.", True, False)]


def test_what_is_too_long_in_every_form_is_shown_in_the_shortest_and_cut_only_then():
    badge = replace(ELIF, given_name="Wolfeschlegelsteinhausenbergerdorff-Hohenzollernhausen Karl Friedrich")
    ((shown, abbreviated, cut),) = told(badge, Stack(5, 5, 75, 6, (NAME,)))
    assert (shown, abbreviated, cut) == ("Wolfeschlegelsteinhausenbergerdorff-Hohenzollernhausen K. F.", True, False)
    ((shown, abbreviated, cut),) = told(badge, Stack(5, 5, 20, 6, (NAME,)))
    assert shown.startswith("Wolfe")
    assert shown.endswith("…")
    assert cut


def test_a_full_stack_abbreviates_the_organisation_before_the_name():
    badge = replace(
        HANS,
        given_name="Hans-Joachim Karl",
        organisation="Landkreis Hameln-Pyrmont (Fachdienst Migration und gesellschaftlicher Zusammenhalt), "
        "Außenstelle Bad Münder, Büro für Teilhabe und Integration",
    )
    stack = Stack(5, 5, 60, 19, (TextBox(Field.GIVEN_NAME, 30, 11), TextBox(Field.ORGANISATION, 14, 9, lines=4)))
    assert told(badge, stack) == [("Landkreis Hameln-Pyrmont, Außenstelle Bad Münder", True, False)]


def test_the_report_tells_both_forms():
    endless = "Landkreis Hameln-Pyrmont, " + "Fachdienst Migration und Teilhabe, " * 40 + "Büro"
    _, report = printed(replace(ELIF, person=5, organisation=endless), kit=_kit())
    (remark,) = report.overflow
    assert (remark.person, remark.field, remark.text, remark.abbreviated) == (5, Field.ORGANISATION, endless, True)
    assert remark.shown.startswith("Landkreis Hameln-Pyrmont")
    assert endless.startswith(remark.shown)
    assert report.as_json()["overflow"][0]["abbreviated"] is True


def _kit():
    from tests.core.badges.presses import KIT

    return KIT
