"""One written name into its parts; roles and sectors in all their spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.people import role
from eventdesk.people.naming import split_name
from eventdesk.people.role import (
    Role,
    Sector,
    parse_role,
    parse_roles,
    parse_sector,
    role_colour,
    role_name,
    sector_name,
)
from eventdesk.words import Words


@pytest.mark.parametrize(
    ("text", "title", "given", "family"),
    [
        ("Elif Demirtaş", "", "Elif", "Demirtaş"),
        ("Demirtaş, Elif", "", "Elif", "Demirtaş"),
        ("Dr. Jan van der Meer", "Dr.", "Jan", "van der Meer"),
        ("van der Meer, Jan", "", "Jan", "van der Meer"),
        ("Meyer-Lüerßen, Dr. Jörn", "Dr.", "Jörn", "Meyer-Lüerßen"),
        ("Prof. Dr. Hans-Joachim Freiherr von Schleswig", "Prof. Dr.", "Hans-Joachim", "Freiherr von Schleswig"),
        ("Frau Dr. med. Anke Schröder", "Dr. med.", "Anke", "Schröder"),
        ("Ahmed bin Said al-Rashid", "", "Ahmed", "bin Said al-Rashid"),
        ("Amal Al Khatib", "", "Amal", "Al Khatib"),
        ("Amal al-Khatib", "", "Amal", "al-Khatib"),
        ("Al Gore", "", "Al", "Gore"),
        ("von der Leyen", "", "", "von der Leyen"),
        ("Andreas zu Solms", "", "Andreas", "zu Solms"),
        ("Juan de la Cruz García", "", "Juan", "de la Cruz García"),
        ("Vincent Van der Bellen", "", "Vincent", "Van der Bellen"),
        ("Thi Van Nguyen", "", "Thi Van", "Nguyen"),
        ("Martin Luther King Jr.", "", "Martin Luther", "King Jr."),
        ("Олена Шевченко", "", "Олена", "Шевченко"),
        ("فرید رحمانی", "", "فرید", "رحمانی"),
        ("MCDONALD ronald", "", "MCDONALD", "ronald"),
        ("Pelé", "", "Pelé", ""),
        ("Dr. Oetker", "Dr.", "Oetker", ""),
        ("Herr", "", "Herr", ""),
        ("", "", "", ""),
        ("  Elif   Demirtaş ", "", "Elif", "Demirtaş"),
    ],
)
def test_split_name(text, title, given, family):
    assert split_name(text) == (title, given, family)


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=6), min_size=1, max_size=5))
def test_no_word_is_lost_or_changed(words):
    parts = split_name(" ".join(words))
    left = f"{parts.title} {parts.given} {parts.family}".split()
    salutations = len(words) - len(left)
    assert left == words[salutations:]
    assert parts.given or parts.family


@pytest.mark.parametrize(
    "text",
    [
        "Aussteller",
        "Ausstellerin",
        "Aussteller:in",
        "Aussteller*in",
        "Aussteller/in",
        "Aussteller/-in",
        "Aussteller(in)",
        "AusstellerIn",
        "Aussteller_innen",
        "AUSSTELLENDE",
        "Ausstellende:r",
        "exhibitor",
        "Exhibitors",
    ],
)
def test_all_forms_of_a_role(text):
    assert parse_role(text) == "exhibitor"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Teilnehmer(innen)", "participant"),
        ("Ehrenamtliche:r", "volunteer"),
        ("Freiwillige", "volunteer"),
        ("Referent*innen", "speaker"),
        ("Moderatorin", "moderator"),
        ("Dolmetscher", "interpreter"),
        ("Dolmetschen", "interpreter"),
        ("Helfer:innen", "helper"),
        ("Journalistin", "press"),
        ("Gäste", "guest"),
        ("Gastgeberin", "host"),
        ("Organisation", "organiser"),
        ("Chief of Everything", "Chief of Everything"),
        ("  Team Blau ", "Team Blau"),
        ("", ""),
    ],
)
def test_roles(text, code):
    assert parse_role(text) == code


def test_several_roles_in_a_cell():
    assert parse_roles("Referentin und Moderatorin, Team Blau; speaker") == ("speaker", "moderator", "Team Blau")
    assert parse_roles("Koch und Kellner") == ("Koch und Kellner",)
    assert parse_roles("") == ()


def test_sectors():
    assert [
        parse_sector(text) for text in ("Zivilgesellschaft", "civil society", "VERWALTUNG", "Firma", "Politik")
    ] == [
        "civil_society",
        "civil_society",
        "administration",
        "business",
        "politics",
    ]
    assert parse_sector(" Kunst ") == "Kunst"


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("code", [*Role, "Team Blau"])
def test_white_letters_can_be_read_on_every_role(code):
    assert 1.05 / (luminance(role_colour(code)) + 0.05) >= 4.5


def test_every_role_looks_different():
    assert len(set(role.ROLE_COLOURS.values())) == len(Role)


def test_names_of_roles_and_sectors():
    words = Words("en")
    assert [role_name(words, code) for code in ("speaker", "Team Blau")] == ["Speaker", "Team Blau"]
    assert [sector_name(words, code) for code in ("civil_society", "Kunst")] == ["Civil society", "Kunst"]
    assert all(role_name(words, each) for each in Role)
    assert all(sector_name(words, each) for each in Sector)
