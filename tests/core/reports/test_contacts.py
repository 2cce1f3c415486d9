"""The directory of contacts: nobody who has not agreed, in any kind of file."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.codes import Op
from eventdesk.drawing.kit import Kit
from eventdesk.event import Event
from eventdesk.fair import records as fair
from eventdesk.fair.exhibitor import Exhibitor, ExhibitorStatus
from eventdesk.people import actions
from eventdesk.people.consent import Consent
from eventdesk.people.person import Person, Status
from eventdesk.reports.contacts import By, Contact, Kind, Whom, contacts_of
from eventdesk.reports.contacts_cards import cards
from eventdesk.reports.contacts_files import contacts_paper, write_contacts
from eventdesk.reports.imprint import imprint_of
from eventdesk.tables.reading import read_tables
from eventdesk.words import Words
from tests.core.reports.reading import pages_of

AGREED = (Consent.CONTACT,)
ENGLISH = Words("en")


@pytest.fixture
def crowd(event: Event) -> Event:
    with event.transact(Op.ADD_EXHIBITOR, "x") as tx:
        for number, (name, town, theme, consents, status) in enumerate(
            [
                ("Café Grenzenlos", "Salzgitter", "Begegnung", AGREED, "confirmed"),
                ("Stumm", "Peine", "Sprache", (), "confirmed"),
                ("Abgesagt", "Peine", "Sprache", AGREED, "cancelled"),
            ],
            1,
        ):
            row = Exhibitor(
                number,
                f"E{number}",
                name,
                theme,
                contact="Amal",
                email=f"e{number}@example.org",
                town=town,
                consents=consents,
                status=ExhibitorStatus(status),
                blurb="Offen; für alle, immer.",
            )
            fair.insert_exhibitor(tx, row)
    for first, family, town, consents in [
        ("Elif", "Demirtaş", "Celle", AGREED),
        ("Zoe", "Öztürk", "", (Consent.CONTACT, Consent.PHOTO)),
        ("Ali", "Nein", "Celle", (Consent.PHOTO, Consent.INVITE)),
    ]:
        actions.add(event, Person(0, first, family, town=town, email=f"{first}@example.org", consents=consents))
    actions.add(event, Person(0, "Weg", "Weg", email="w@example.org", consents=AGREED, status=Status.CANCELLED))
    actions.add(event, Person(0, "Ohne", "Adresse", consents=AGREED))
    return event


def names(found: Sequence[Contact]) -> list[str]:
    return [each.name for each in found]


def test_only_who_agreed_and_comes_and_can_be_reached(crowd: Event):
    assert names(contacts_of(crowd, by=By.NAME)) == ["Café Grenzenlos", "Elif Demirtaş", "Zoe Öztürk"]
    assert names(contacts_of(crowd, whom=Whom.PROJECTS)) == ["Café Grenzenlos"]
    assert names(contacts_of(crowd, whom=Whom.PEOPLE, by=By.NAME)) == ["Elif Demirtaş", "Zoe Öztürk"]


def test_by_place_and_by_theme_those_without_stand_last(crowd: Event):
    assert names(contacts_of(crowd, by=By.PLACE)) == ["Elif Demirtaş", "Café Grenzenlos", "Zoe Öztürk"]
    assert names(contacts_of(crowd, by=By.THEME))[0] == "Café Grenzenlos"
    assert names(contacts_of(crowd, town="Celle")) == ["Elif Demirtaş"]
    assert names(contacts_of(crowd, theme="Sprache")) == []


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_tables(crowd: Event, tmp_path: Path, ending: str):
    path = tmp_path / f"contacts.{ending}"
    assert write_contacts(path, contacts_of(crowd), ENGLISH) == 3
    if ending == "json":
        rows = json.loads(path.read_text("utf-8"))
        assert [row["kind"] for row in rows] == ["person", "project", "person"]
    else:
        table = read_tables(path).first
        assert list(table.header[:2]) == ["Kind", "Name"]
        assert [row[1] for row in table.rows] == ["Elif Demirtaş", "Café Grenzenlos", "Zoe Öztürk"]


def test_no_spreadsheet_runs_a_name(tmp_path: Path):
    path = tmp_path / "contacts.csv"
    write_contacts(path, [Contact(1, Kind.PERSON, "=1+1", email="a@b.de", phone="+49 1")], ENGLISH)
    text = path.read_text("utf-8-sig")
    assert '"\'=1+1"' in text
    assert '"\'+49 1"' in text


def test_on_paper_under_their_places(crowd: Event, kit: Kit):
    found = contacts_of(crowd)
    text = " ".join(pages_of(lambda out: contacts_paper(found, By.PLACE, imprint_of(crowd), out, kit)))
    for word in ("Celle", "Demirtaş, Elif", "Salzgitter", "Amal", "e1@example.org", "Without a town"):
        assert word in text
    assert "Stumm" not in text
    nobody = pages_of(lambda out: contacts_paper([], By.NAME, imprint_of(crowd), out, kit))
    assert "Nobody has agreed" in nobody[0]


@pytest.mark.parametrize("by", [By.PLACE, By.THEME])
def test_each_of_several_pages_says_under_which_heads_it_is(event: Event, kit: Kit, by: By):
    there = [
        Contact(at, Kind.PROJECT, f"Verein {at:03}", town=f"Ort {at // 60}", theme=f"Thema {at // 60}")
        for at in range(180)
    ]
    pages = pages_of(lambda out: contacts_paper(there, by, imprint_of(event), out, kit))
    word = "Ort" if by is By.PLACE else "Thema"
    for page in pages:
        here = [f"{word} {at // 60}" for at in range(180) if f"Verein {at:03}" in page]
        span = " – ".join(dict.fromkeys((here[0], here[-1])))
        assert f"{span} · All who stand here" in page
    assert len(pages) > 2


def unfolded(data: bytes) -> list[str]:
    """Read cards as RFC 2426 has them: lines that begin with a blank go on the one before."""
    lines: list[str] = []
    for line in data.decode("utf-8").split("\r\n"):
        if line.startswith(" "):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    return lines


def plain(value: str) -> str:
    """Take the signs back that protect others."""
    found, escaped = "", False
    for sign in value:
        if escaped:
            found, escaped = found + ("\n" if sign == "n" else sign), False
        elif sign == "\\":
            escaped = True
        else:
            found += sign
    return found


def test_cards_say_what_is_known(crowd: Event):
    lines = unfolded(cards(contacts_of(crowd), ENGLISH))
    assert lines.count("BEGIN:VCARD") == lines.count("END:VCARD") == 3
    assert "N:Demirtaş;Elif;;;" in lines
    assert "ORG:Café Grenzenlos" in lines
    assert "ADR;TYPE=WORK:;;;Salzgitter;;;" in lines
    assert "NOTE:Contact: Amal\\nOffen\\; für alle\\, immer." in lines
    assert len({line for line in lines if line.startswith("UID:")}) == 3


@given(st.text(min_size=1), st.text(), st.text())
def test_any_words_come_back_out_of_a_card(name: str, organisation: str, blurb: str):
    who = Contact(7, Kind.PERSON, name, organisation=organisation, blurb=blurb)
    data = cards([who], ENGLISH)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    lines = unfolded(data)
    assert lines[0] == "BEGIN:VCARD"
    assert lines[-2:] == ["END:VCARD", ""]
    assert sum(line.startswith(("BEGIN:", "END:")) for line in lines) == 2
    (told,) = [line.removeprefix("FN:") for line in lines if line.startswith("FN:")]
    kept = "".join(sign for sign in name if sign == "\n" or not (ord(sign) < 32 or 127 <= ord(sign) < 160))
    assert plain(told) == kept
