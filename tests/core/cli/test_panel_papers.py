"""The papers of the programme from the command line."""

from pathlib import Path

import pytest
from icalendar import Calendar

from tests.core.cli.conftest import Call
from tests.core.pdf_text import words_of

PDF = ("programme", "signs", "lists", "signatures", "person", "changes", "protocol")


@pytest.fixture
def event(call: Call, folder: Path, tmp_path: Path) -> Path:
    """Create an event with two rooms, three slots, a plenary and two panels, the third without a time."""
    (folder / "halls.csv").write_text("hall;name;width_m;depth_m\nFO;Foyer;8;6\nH1;Halle 1;20;10\n", "utf-8")
    (folder / "rooms.csv").write_text(
        "room;name;hall;capacity;step_free\nGS;Großer Saal;FO;320;ja\n3A;Saal 3A;FO;120;\n", "utf-8"
    )
    (folder / "slots.csv").write_text(
        "slot;starts;ends\nZ1;2017-03-06T10:00;2017-03-06T10:50\nZ2;2017-03-06T11:00;2017-03-06T12:15\n"
        "Z3;2017-03-06T13:30;2017-03-06T14:45\n",
        "utf-8",
    )
    (folder / "sessions.csv").write_text(
        "session;title;kind;speakers;slot;room\nO1;Eröffnung;plenary;;Z1;GS\nP1;Panel I · Buddies;panel;X1;Z2;GS\n"
        "P2;Panel II · Lernen;panel;;Z2;3A\nP3;Panel III;panel;;;\n",
        "utf-8",
    )
    (folder / "people.csv").write_text(
        "id;given_name;family_name;organisation;wishes\nX1;Elif;Demirtaş;Exil;\nX2;Anke;Schröder;;P1\nX3;Ali;Reza;;P2\n",
        "utf-8",
    )
    target = tmp_path / "panels.eventdesk"
    assert call("new", target, "--from", folder).code == 0
    return target


@pytest.fixture
def empty(call: Call, folder: Path, tmp_path: Path) -> Path:
    """Create an event without a programme."""
    for name in ("rooms", "slots", "sessions"):
        (folder / f"{name}.csv").unlink(missing_ok=True)
    target = tmp_path / "empty.eventdesk"
    assert call("new", target, "--from", folder).code == 0
    return target


def test_every_paper_is_written(call: Call, event: Path, tmp_path: Path):
    for verb, told in (
        ("programme", "Großer Saal · Foyer"),
        ("signs", "Saal 3A"),
        ("lists", "Panel I"),
        ("signatures", "Panel II"),
        ("person", "Anke Schröder"),
    ):
        out = tmp_path / f"{verb}.pdf"
        answer = call("panels", verb, event, "-o", out, "--json")
        assert (verb, answer.code) == (verb, 0)
        assert answer.json["pages"] == len(words_of(out))
        assert answer.json["overflow"] == []
        assert told in " ".join(words_of(out)).replace("\u00a0", " ")


@pytest.mark.parametrize("verb", PDF)
def test_an_empty_programme_is_told_in_a_sentence(call: Call, empty: Path, tmp_path: Path, verb: str):
    out = tmp_path / "nothing.pdf"
    answer = call("panels", verb, empty, "-o", out)
    assert answer.code == 3
    assert len(answer.err.strip().splitlines()) == 1
    assert not out.exists()
    assert call("panels", verb, empty, "-o", out, "--json").json["pages"] == 0


def test_a_calendar_of_all_and_of_one(call: Call, event: Path, empty: Path, tmp_path: Path):
    out = tmp_path / "programme.ics"
    assert call("panels", "calendar", event, "-o", out, "--json").json["sessions"] == 3
    mine = tmp_path / "mine.ics"
    assert call("panels", "calendar", event, "-o", mine, "--person", "elif demirtaş", "--json").json["sessions"] == 2
    calendars = [Calendar.from_ical(path.read_bytes()) for path in (out, mine)]
    whole, part = ({str(entry["uid"]) for entry in each.walk("VEVENT")} for each in calendars)
    assert part < whole
    wrong = call("panels", "calendar", event, "-o", mine, "--person", "nobody")
    assert (wrong.code, "--person: nobody" in wrong.err) == (2, True)
    assert call("panels", "calendar", event, "-o", tmp_path / "a.pdf").code == 2
    assert call("panels", "calendar", empty, "-o", out).code == 3


def test_signs_of_some_rooms_or_of_what_is_still_to_come(call: Call, event: Path, tmp_path: Path):
    out = tmp_path / "signs.pdf"
    assert call("panels", "signs", event, "-o", out, "--room", "saal 3a", "--json").json["papers"] == 1
    assert call("panels", "signs", event, "-o", out, "--each", "--json").json["papers"] == 3
    assert call("panels", "signs", event, "-o", out, "--room", "9").code == 2
    assert call("panels", "signs", event, "-o", out, "--at", "2017-03-06T10:55").code == 0
    assert "Eröffnung" not in " ".join(words_of(out))
    assert call("panels", "signs", event, "-o", out, "--at", "2017-03-06T18:00").code == 3


def test_lists_of_one_session(call: Call, event: Path, tmp_path: Path):
    out = tmp_path / "list.pdf"
    assert call("panels", "signatures", event, "-o", out, "--session", "O1", "--json").json["papers"] == 1
    assert "Schröder, Anke" in words_of(out)[0]
    assert call("panels", "lists", event, "-o", out, "--session", "XX").code == 2


def test_a_page_for_one_person(call: Call, event: Path, tmp_path: Path):
    out = tmp_path / "page.pdf"
    assert call("panels", "person", event, "-o", out, "--only", "X2", "--json").json["pages"] == 1
    assert "Anke Schröder" in words_of(out)[0]
    assert call("panels", "person", event, "-o", out, "--only", "X9").code == 2


def test_nothing_has_changed_since_the_last_print(call: Call, event: Path, tmp_path: Path):
    out = tmp_path / "paper.pdf"
    assert call("panels", "programme", event, "-o", out, "--mark-printed").code == 0
    changes = tmp_path / "changes.pdf"
    assert call("panels", "changes", event, "-o", changes).code == 3
    assert call("panels", "signs", event, "-o", changes, "--changed").code == 3
    assert not changes.exists()


def test_what_is_not_known_or_would_be_empty_is_wrong_usage(call: Call, event: Path, tmp_path: Path):
    out = tmp_path / "o.pdf"
    for verb in ("signs", "changes"):
        wrong = call("panels", verb, event, "-o", out, "--since", "Entwurf")
        assert (wrong.code, "--since: Entwurf" in wrong.err) == (2, True)
    assert call("panels", "programme", event, "-o", out, "--no-grid", "--no-list").code == 2
    assert not out.exists()


@pytest.mark.usefixtures("event")
def test_of_two_people_with_one_name_the_ids_are_told(call: Call, folder: Path, tmp_path: Path):
    (folder / "people.csv").write_text("id;given_name;family_name\nX1;Ali;Reza\nX2;Ali;Reza\n", "utf-8")
    twins = tmp_path / "twins.eventdesk"
    assert call("new", twins, "--from", folder).code == 0
    wrong = call("panels", "person", twins, "-o", tmp_path / "o.pdf", "--only", "Ali Reza")
    assert (wrong.code, "Ali Reza (X1, X2)" in wrong.err) == (2, True)
