"""The programme in an event folder: what is fixed, wished and out of the question, and back again."""

from pathlib import Path

import pytest

from eventdesk.codes import SessionCode
from eventdesk.eventfolder import create_from
from eventdesk.eventfolder.reading import read_source
from eventdesk.panels import records
from eventdesk.panels.checks import programme_troubles
from eventdesk.panels.columns import SESSIONS, session_cells
from eventdesk.panels.room import Seating
from eventdesk.tables import sentences
from eventdesk.words import Words
from eventdesk.words.panels import trouble_sentence
from tests.benchmarks.panel_folders import invent

ENGLISH = Words("en")
ABOUT = 'title = "Konferenz"\nstarts = "2027-03-06T09:00"\nends = "2027-03-06T17:00"\n'
ROOMS = """\
Raum;Plätze;Ausstattung;Induktionsschleife;Umbauzeit_min;Bestuhlung;weitere Bestuhlungen;Notiz
R1;120;Beamer;ja;15;Reihen;U-Form: 40, parlamentarisch:60;Schlüssel am Empfang
R2;30;;;;;;
"""
SLOTS = "Zeitfenster;Beginn;Ende\nZ1;2027-03-06T10:00;2027-03-06T11:00\nZ2;2027-03-06T11:00;2027-03-06T12:00\n"
SESSIONS_CSV = """\
session;title;slot;room;slot_fixed;slot_wished;room_wished;room_forbidden;after;interpretation;expected;note;speakers
S1;Podium;Z1;R1;;;;;;Arabisch, Farsi;200;Bühne;
S2;Forum;Z1;R2;no;Z2;R1 R2;;S1;;;;P1
S3;Offen;;;yes;;;R2;S1, S2;;0;;P1
"""


@pytest.fixture
def programme_folder(tmp_path: Path) -> Path:
    """Return a folder with a programme and nothing else."""
    folder = tmp_path / "programme"
    folder.mkdir()
    tables = {"rooms": ROOMS, "slots": SLOTS, "sessions": SESSIONS_CSV}
    for name, text in {"event.toml": ABOUT, **{f"{name}.csv": text for name, text in tables.items()}}.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def problems(folder: Path, tmp_path: Path) -> list[str]:
    return [sentences.problem(ENGLISH, each) for each in create_from(tmp_path / "k.eventdesk", folder).problems]


def test_what_is_given_is_fixed_unless_it_says_otherwise(programme_folder: Path, tmp_path: Path) -> None:
    created = create_from(tmp_path / "k.eventdesk", programme_folder)
    assert created.problems == ()
    with created.opened() as event:
        first, second, third = records.sessions(event.db)
        room, other = records.rooms(event.db)
    assert (first.slot_fixed, first.room_fixed) == (True, True)
    assert (first.interpretation, first.expected, first.note) == (("Arabisch", "Farsi"), 200, "Bühne")
    assert (second.slot_fixed, second.room_fixed) == (False, True)
    assert (second.slot_wished, second.room_wished, second.after) == (("Z2",), ("R1", "R2"), ("S1",))
    assert (third.slot_fixed, third.room_forbidden, third.after, third.expected) == (False, ("R2",), ("S1", "S2"), 0)
    assert (room.induction_loop, room.changeover_min, room.note) == (True, 15, "Schlüssel am Empfang")
    assert (room.seating, room.seatings) == ("Reihen", (Seating("U-Form", 40), Seating("parlamentarisch", 60)))
    assert (other.induction_loop, other.changeover_min, other.seatings) == (False, 0, ())


def test_what_is_exported_is_read_as_it_was(programme_folder: Path, tmp_path: Path) -> None:
    with create_from(tmp_path / "k.eventdesk", programme_folder).opened() as event:
        before = records.sessions(event.db)
        slots = {slot.id: slot.ref for slot in records.slots(event.db)}
        rooms = {room.id: room.ref for room in records.rooms(event.db)}
    rows = [session_cells(session, slots, rooms) for session in before]
    text = "\n".join(";".join(row[name] for name in SESSIONS) for row in [{name: name for name in SESSIONS}, *rows])
    (programme_folder / "sessions.csv").write_text(text, "utf-8")
    with create_from(tmp_path / "again.eventdesk", programme_folder).opened() as event:
        slots_again = {slot.id: slot.ref for slot in records.slots(event.db)}
        rooms_again = {room.id: room.ref for room in records.rooms(event.db)}
        again = [session_cells(each, slots_again, rooms_again) for each in records.sessions(event.db)]
    assert again == rows


@pytest.mark.parametrize(
    ("table", "good", "bad", "sentence"),
    [
        ("rooms", "U-Form: 40", "U-Form", "ways to seat people and how many fit in, like Rows: 120, U-shape: 40."),
        ("rooms", "U-Form: 40", "parlamentarisch: 4", "ways to seat people and how many fit in"),
        ("rooms", ";15;", ";-5;", "a whole number from 0 to 1440."),
        ("slots", "11:00;2027-03-06T12:00", "11:00;2027-03-06T10:30", "a time after 2027-03-06 11:00."),
        ("sessions", "Z2;R1 R2;;S1", "Z2;R1 R2;;S9", "an id that sessions.csv has."),
        ("sessions", "Z2;R1 R2", "Z9;R1 R2", "an id that slots.csv has."),
        ("sessions", ";200;", ";viele;", "a whole number from 0 to 1000000."),
    ],
)
def test_a_wrong_cell_is_told_in_one_sentence(
    programme_folder: Path, tmp_path: Path, table: str, good: str, bad: str, sentence: str
) -> None:
    path = programme_folder / f"{table}.csv"
    path.write_text(path.read_text("utf-8").replace(good, bad, 1), "utf-8")
    (told,) = problems(programme_folder, tmp_path)
    assert sentence in told


def test_what_can_be_read_and_cannot_be_done_is_told_by_the_check(programme_folder: Path, tmp_path: Path) -> None:
    """A speaker in two places by fixed slots, a room without seats."""
    path = programme_folder / "sessions.csv"
    path.write_text(path.read_text("utf-8").replace("S3;Offen;;;", "S3;Offen;Z1;;"), "utf-8")
    (programme_folder / "rooms.csv").write_text(ROOMS.replace("R2;30", "R2;0"), "utf-8")
    with create_from(tmp_path / "k.eventdesk", programme_folder).opened() as event:
        troubles = programme_troubles(records.read_programme(event.db))
    told = [trouble_sentence(ENGLISH, each) for each in troubles]
    assert "P1 would be in two sessions at once: “Forum” and “Offen”." in told
    assert "R2 has no seats: its capacity is 0." in told
    assert "“Podium”: 80 people find no seat in R1." in told
    assert "“Forum” would begin before “Podium” is over, on which it builds." in told


def told(folder: Path) -> list[str]:
    """Return the remarks about a folder, as sentences."""
    return [sentences.remark(ENGLISH, each) for each in read_source(folder).remarks]


def test_a_programme_without_troubles_has_no_remarks(tmp_path: Path) -> None:
    folder = invent(tmp_path / "programme", 6, 3, 3, 40, 3)
    assert told(folder) == []


def test_what_does_not_fit_together_is_told_with_its_line(programme_folder: Path, tmp_path: Path) -> None:
    sessions = "session;title;slot;room;needs;speakers\nS1;Auftakt;Z1;R1;;P1\nS2;Forum;Z1;R2;Beamer;P1\nS3;Leer;;;;\n"
    (programme_folder / "sessions.csv").write_text(sessions, "utf-8")
    (programme_folder / "rooms.csv").write_text("room;name;capacity;step_free\nR1;Saal;0;no\nR2;Keller;9;no\n", "utf-8")
    people = "id;given_name;family_name;needs;wishes;status\nP1;Elif;Kaya;Rollstuhl;S1 S2;\nP2;Chi;Lang;;S3;cancelled\n"
    (programme_folder / "people.csv").write_text(people, "utf-8")
    assert told(programme_folder) == [
        "sessions.csv, line 2: Elif Kaya needs a step-free way, and there is none to Saal.",
        "sessions.csv, line 2: Elif Kaya would be in two sessions at once: “Auftakt” and “Forum”.",
        "sessions.csv, line 3: “Forum” needs Beamer, which Keller does not have.",
        "sessions.csv, line 3: Elif Kaya needs a step-free way, and there is none to Keller.",
        "rooms.csv, line 2: Saal has no seats: its capacity is 0.",
        "sessions.csv, line 4: Nobody has wished for “Leer”.",
    ]
    created = create_from(tmp_path / "k.eventdesk", programme_folder)
    with created.opened() as event:
        assert {each.code for each in programme_troubles(records.read_programme(event.db))} >= {
            SessionCode(each.args[0]) for each in created.remarks
        }


def test_too_many_sessions_and_wishes_are_told_of_the_whole_and_of_the_person(programme_folder: Path) -> None:
    many = [f"S{number};Forum {number}" for number in range(1, 21)]
    (programme_folder / "sessions.csv").write_text("\n".join(["session;title", *many]), "utf-8")
    wishes = " ".join(f"S{number}" for number in range(1, 21))
    (programme_folder / "people.csv").write_text(f"given_name;wishes\nElif;S1\nChi;{wishes}\n", "utf-8")
    assert told(programme_folder) == [
        "sessions.csv: There are 20 sessions, but rooms and slots for 3 at most. Add a room or a slot.",
        "people.csv, line 3: Chi wishes for 20 sessions. Ask which of them matter most.",
    ]
    people = [f"P{number};{wishes}" for number in range(80)]
    (programme_folder / "people.csv").write_text("\n".join(["given_name;wishes", *people]), "utf-8")
    assert len(told(programme_folder)) == 50
