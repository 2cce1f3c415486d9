"""Every wrong cell is told with its file, line, column, value and what was expected; all of them at once."""

from pathlib import Path

import pytest

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.eventfolder import read_source
from eventdesk.tables import sentences
from eventdesk.tables.problems import Expectation, TableProblem
from eventdesk.words import Words

BOOTHS, ROOMS = "A-9;H1;A;0;0;3;3", "R9;;;;;9"
NUMBER, LENGTH, KNOWN = Expectation.WHOLE_NUMBER, Expectation.METRES, Expectation.KNOWN_ID
CHOICE, EMPTY, UNIQUE = Expectation.CHOICE, Expectation.NOT_EMPTY, Expectation.UNIQUE

CELLS = [
    ("halls", ";Halle 2;10;10", "hall", "", EMPTY, ()),
    ("halls", "H1;Halle 2;10;10", "hall", "H1", UNIQUE, ("2",)),
    ("halls", "H2;Halle 2;;10", "width_m", "", EMPTY, ()),
    ("halls", "H2;Halle 2;0;10", "width_m", "0", LENGTH, ()),
    ("halls", "H2;Halle 2;10;zehn", "depth_m", "zehn", LENGTH, ()),
    ("booths", "A-1;H1;A;0;0;3;3", "booth", "A-1", UNIQUE, ("2",)),
    ("booths", "A-9;H7;A;0;0;3;3", "hall", "H7", KNOWN, ("halls.csv",)),
    ("booths", "A-9;;A;0;0;3;3", "hall", "", EMPTY, ()),
    ("booths", "A-9;H1;A;links;0;3;3", "x_m", "links", LENGTH, ()),
    ("booths", "A-9;H1;A;0;;3;3", "y_m", "", EMPTY, ()),
    ("booths", "A-9;H1;A;0;0;-3;3", "width_m", "-3", LENGTH, ()),
    ("booths", f"{BOOTHS};schräg", "rotation", "schräg", NUMBER, ("-360", "360")),
    ("booths", f"{BOOTHS};;3", "power", "3", NUMBER, ("0", "2")),
    ("booths", f"{BOOTHS};;;vielleicht", "wall", "vielleicht", Expectation.YES_NO, ()),
    ("booths", f"{BOOTHS};;;;2", "step_free", "2", Expectation.YES_NO, ()),
    ("booths", f"{BOOTHS};;;;;kaputt", "state", "kaputt", CHOICE, ("free, blocked",)),
    ("slots", "Z1;2027-03-06T13:00;2027-03-06T14:00", "slot", "Z1", UNIQUE, ("2",)),
    ("slots", "Z9;13 Uhr;2027-03-06T14:00", "starts", "13 Uhr", Expectation.MOMENT, ()),
    ("slots", "Z9;2027-03-06;2027-03-06T14:00", "starts", "2027-03-06", Expectation.MOMENT, ()),
    ("slots", "Z9;2027-03-06T13:00;", "ends", "", EMPTY, ()),
    (
        "slots",
        "Z9;2027-03-06T13:00;2027-03-06T13:00",
        "ends",
        "2027-03-06T13:00",
        Expectation.LATER,
        ("2027-03-06 13:00",),
    ),
    ("rooms", "R1;;;;;9", "room", "R1", UNIQUE, ("2",)),
    ("rooms", "R9;;H7;;;9", "hall", "H7", KNOWN, ("halls.csv",)),
    ("rooms", "R9;;;weit;;9", "door_x_m", "weit", LENGTH, ()),
    ("rooms", "R9;;;;;", "capacity", "", EMPTY, ()),
    ("rooms", "R9;;;;;viele", "capacity", "viele", NUMBER, ("0", "1000000")),
    ("rooms", "R9;;;;;2,5", "capacity", "2,5", NUMBER, ("0", "1000000")),
    ("rooms", f"{ROOMS};;jein", "step_free", "jein", Expectation.YES_NO, ()),
    ("rooms", f"{ROOMS};;;Z1 Z7", "unavailable", "Z1 Z7", KNOWN, ("slots.csv",)),
    ("sessions", "S9;;forum", "title", "", EMPTY, ()),
    ("sessions", "S1;Titel;forum", "session", "S1", UNIQUE, ("2",)),
    ("sessions", "S9;Titel;Party", "kind", "Party", CHOICE, ("panel, forum, podium, workshop, plenary, cafe",)),
    ("sessions", "S9;Titel;;;;;Z7", "slot", "Z7", KNOWN, ("slots.csv",)),
    ("sessions", "S9;Titel;;;;;;R7", "room", "R7", KNOWN, ("rooms.csv",)),
    ("sessions", "S9;Titel;;;;;;;Z7", "unavailable", "Z7", KNOWN, ("slots.csv",)),
    ("sessions", "S9;Titel;;;;;;;;;-1", "capacity", "-1", NUMBER, ("0", "1000000")),
    ("sessions", "S9;Titel;;;;;;;;;;S7", "repeat_of", "S7", KNOWN, ("sessions.csv",)),
    ("exhibitors", "E1;Name", "exhibitor", "E1", UNIQUE, ("2",)),
    ("exhibitors", "E9;", "name", "", EMPTY, ()),
    ("exhibitors", "E9;Name;;;;elif@", "email", "elif@", Expectation.EMAIL, ()),
    ("exhibitors", "E9;Name;;;;;;3", "size", "3", NUMBER, ("1", "2")),
    ("exhibitors", "E9;Name;;;;;;;viel", "power", "viel", NUMBER, ("0", "2")),
    ("exhibitors", "E9;Name;;;;;;;;;;Z", "wish_1", "Z", KNOWN, ("booths.csv",)),
    ("exhibitors", "E9;Name;;;;;;;;;;A;Z", "wish_2", "Z", KNOWN, ("booths.csv",)),
    ("exhibitors", "E9;Name;;;;;;;;;;;;;S7", "session", "S7", KNOWN, ("sessions.csv",)),
    ("exhibitors", "E9;Name;;;;;;;;;;;;;;A-7", "pinned", "A-7", KNOWN, ("booths.csv",)),
    ("exhibitors", "E9;Name;;;;;;;;;;;;;;;hoch", "priority", "hoch", NUMBER, ("0", "1000")),
    ("exhibitors", "E9;Name;;;;;;;;;;;;;;;;nie", "votable", "nie", Expectation.YES_NO, ()),
    (
        "exhibitors",
        "E9;Name;;;;;;;;;;;;;;;;;mal sehen",
        "status",
        "mal sehen",
        CHOICE,
        ("confirmed, cancelled, no_show",),
    ),
    ("cafe", "T1;Tisch;;8", "table", "T1", UNIQUE, ("2",)),
    ("cafe", "T9;Tisch;;", "seats", "", EMPTY, ()),
    ("cafe", "T9;Tisch;;0", "seats", "0", NUMBER, ("1", "1000")),
    ("people", "P1;Rosa;Klein", "id", "P1", UNIQUE, ("2",)),
    ("people", "P9;;;Verein", "family_name", "", Expectation.NAME, ()),
    ("people", "P9;Rosa;Klein;;;rosa(at)example.org", "email", "rosa(at)example.org", Expectation.EMAIL, ()),
    (
        "people",
        "P9;Rosa;Klein;;;;vielleicht",
        "status",
        "vielleicht",
        CHOICE,
        ("registered, cancelled, pending, waiting",),
    ),
    ("people", "P9;Rosa;Klein;;;;;E7", "exhibitor", "E7", KNOWN, ("exhibitors.csv",)),
    ("people", "P9;Rosa;Klein;;;;;;S1 S7", "wishes", "S7", KNOWN, ("sessions.csv",)),
]


@pytest.mark.parametrize(("name", "row", "column", "value", "expected", "args"), CELLS)
def test_a_wrong_cell(
    folder: Path, name: str, row: str, column: str, value: str, expected: Expectation, args: tuple[str, ...]
) -> None:
    table = folder / f"{name}.csv"
    line = len(table.read_text("utf-8").splitlines()) + 1
    with table.open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    found = read_source(folder).problems
    assert found == (TableProblem(f"{name}.csv", line, column, value, expected, args),)
    assert value in sentences.problem(Words("de"), found[0])


def test_all_errors_come_at_once_in_the_order_of_files_and_lines(folder: Path) -> None:
    for name, row, *_ in CELLS:
        with (folder / f"{name}.csv").open("a", encoding="utf-8") as file:
            file.write(row + "\n")
    found = read_source(folder).problems
    files = [
        "halls.csv",
        "booths.csv",
        "slots.csv",
        "rooms.csv",
        "sessions.csv",
        "exhibitors.csv",
        "people.csv",
        "cafe.csv",
    ]
    places = [(files.index(each.file), each.line) for each in found]
    assert places == sorted(places)
    assert {(each.file, each.column) for each in found} == {(f"{name}.csv", column) for name, _row, column, *_ in CELLS}


@pytest.mark.parametrize(
    ("name", "header", "missing"),
    [
        ("halls", "hall;name;depth_m", ["width_m"]),
        ("booths", "stand;x_m;y_m;breite_m", ["hall", "depth_m"]),
        ("sessions", "name", ["session", "title"]),
        ("cafe", "tisch;frage", ["seats"]),
    ],
)
def test_a_missing_column_is_told_once_and_hides_what_follows_from_it(
    folder: Path, name: str, header: str, missing: list[str]
) -> None:
    (folder / f"{name}.csv").write_text(f"{header}\n1;2;3;4\n5;6;7;8\n", "utf-8")
    found = read_source(folder).problems
    assert [(each.file, each.line, each.column, each.expected) for each in found] == [
        (f"{name}.csv", 1, column, Expectation.COLUMN) for column in missing
    ]


@pytest.mark.parametrize("good_rows", [True, False])
def test_a_missing_column_leaves_nothing_half_tied(folder: Path, good_rows: bool) -> None:
    (folder / "halls.csv").write_text("hall;name\nH1;Halle\n", "utf-8")
    content = read_source(folder, good_rows=good_rows).content
    assert content.halls == []
    if good_rows:
        assert content.booths == []
        assert [exhibitor.ref for exhibitor in content.exhibitors] == ["E2"]


def test_the_header_is_named_as_it_is_written(folder: Path) -> None:
    (folder / "rooms.csv").write_text("Raum;Plätze;nicht verfügbar\nR1;viele;Z1 Z7\n", "utf-8")
    assert [each.column for each in read_source(folder).problems] == ["Plätze", "nicht verfügbar"]


TOML = [
    ('subtitle = "x"\n', 1, "title", "", EMPTY),
    ('title = ""\n', 1, "title", "", EMPTY),
    ('title = "T"\n# a comment\nstarts = "gestern"\n', 3, "starts", "gestern", Expectation.MOMENT),
    (
        'title = "T"\nstarts = "2027-03-06T09:00"\nends = "2027-03-06T08:00"\n',
        3,
        "ends",
        "2027-03-06T08:00",
        Expectation.LATER,
    ),
    ('title = "T"\nlanguage = "fr"\n', 2, "language", "fr", CHOICE),
    ('title = "T"\ntimezone = "Europe/Hannover"\n', 2, "timezone", "Europe/Hannover", CHOICE),
    ('title = "T"\n[[points]]\nname = "A"\n[[points]]\nkind = "room"\n', 4, "name", "", EMPTY),
    ('title = "T"\n[[points]]\nname = "A"\n\n[[points]]\nname = "B"\nkind = "Tor"\n', 7, "kind", "Tor", CHOICE),
    ('title = "T"\n[[points]]\nname = "A"\nrule = "manchmal"\n', 4, "rule", "manchmal", CHOICE),
    ('title = "T"\n[[points]]\nname = "A"\ndays = ["2027-03-06", "x"]\n', 4, "days", "2027-03-06, x", Expectation.DAY),
    ('title = "T"\n[[points]]\nname = "A"\ncapacity = 0\n', 4, "capacity", "0", NUMBER),
    ('title = "T"\npoints = [{name = "A", kind = "Tor"}]\n', 2, "kind", "Tor", CHOICE),
    ('title = "T"\n[weights]\nunplaced = 5\nwish_2 = -1\n', 4, "wish_2", "-1", NUMBER),
    ('title = "T"\n[weights]\nwish_3 = 5\n', 3, "wish_3", "5", CHOICE),
    ("title = 5\n", 1, "title", "5", CHOICE),
    ("Titel = true\n", 1, "Titel", "yes", CHOICE),
    ('title = "T"\nends = [1]\n', 2, "ends", "1", Expectation.MOMENT),
    ('title = "T"\nstarts = ["2027-03-06"]\n', 2, "starts", "2027-03-06", Expectation.MOMENT),
    (f'title = "T"\nnumber = {"9" * 23}\n', 2, "number", "9" * 23, NUMBER),
    ('title = "T"\nnumber = [4]\n', 2, "number", "4", NUMBER),
    ('title = "T"\n[[points]]\nname = "A"\ncapacity = ["5"]\n', 4, "capacity", "5", NUMBER),
    ('title = "T"\n[[points]]\nname = "A"\nroles = [[5]]\n', 4, "roles", "5", CHOICE),
    ('title = "T"\n[weights]\nunplaced = ["5"]\n', 3, "unplaced", "5", NUMBER),
    ('title = "T"\n\nweights = 5\n', 3, "weights", "5", CHOICE),
    ('title = "T"\npoints = "Eingang"\n', 2, "points", "Eingang", CHOICE),
    ('title = "T"\n[points]\nname = "Eingang"\n', 2, "points", '{"name": "Eingang"}', CHOICE),
    ('title = "T"\n[[points]]\nname = "A"\n[[points]]\nkind = "room"\nname = "a"\n', 6, "name", "a", UNIQUE),
]


@pytest.mark.parametrize(("text", "line", "column", "value", "expected"), TOML)
def test_a_wrong_setting(tmp_path: Path, text: str, line: int, column: str, value: str, expected: Expectation) -> None:
    (tmp_path / "event.toml").write_text(text, "utf-8")
    found = read_source(tmp_path).problems
    assert [(each.file, each.line, each.column, each.value, each.expected) for each in found] == [
        ("event.toml", line, column, value, expected)
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('title = "T"\nstarts 2027\n', "2"),
        ('title = "T"\ntitle = "U"\n', "2"),
        ('title = "T\nvenue = "V"\n', "1"),
        ('title = "T"\nvenue = [1,\n', "2"),
        ('title = "T"\nvenue = ' + "[" * 5000 + "]" * 5000 + "\n", "2"),
        ('title = "T"\nvenue = [\n' + "[\n" * 5000 + "]\n" * 5001, "5002"),
        ('title = "T"\nnumber = ' + "9" * 5000 + '\nvenue = "V"\n', "2"),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(tmp_path: Path, text: str, line: str) -> None:
    (tmp_path / "event.toml").write_text(text, "utf-8")
    with pytest.raises(KnownError) as error:
        read_source(tmp_path)
    assert error.value.fault is Fault.BAD_SETTINGS
    assert error.value.details["line"] == line
    assert error.value.details["reason"]


def test_wrong_types_come_all_at_once(tmp_path: Path) -> None:
    (tmp_path / "event.toml").write_text("title = 5\nends = [1]\npoints = 3\nweights = []\n", "utf-8")
    found = read_source(tmp_path).problems
    assert [(each.line, each.column, each.value) for each in found] == [
        (1, "title", "5"),
        (2, "ends", "1"),
        (3, "points", "3"),
        (4, "weights", ""),
    ]
    told = [sentences.expectation(Words("en"), each.expected, each.args) for each in found]
    assert told[0].endswith('"5"')
    assert told[2].endswith("[[points]]")
    assert told[3].endswith("[weights]")


def test_two_points_must_not_differ_by_case_alone(tmp_path: Path) -> None:
    text = 'title = "T"\n[[points]]\nname = "A"\n[[points]]\nname = "a"\nkind = "room"\n'
    (tmp_path / "event.toml").write_text(text, "utf-8")
    read = read_source(tmp_path, good_rows=True)
    assert read.problems == (TableProblem("event.toml", 5, "name", "a", UNIQUE, ("3",)),)
    assert [point.name for point in read.about.points] == ["A"]


def test_bad_settings_are_left_out_with_the_good_rows(tmp_path: Path) -> None:
    (tmp_path / "event.toml").write_text(
        'title = "T"\n[[points]]\nname = "A"\nkind = "Tor"\n[weights]\nunplaced = 5\nwish_2 = -1\n', "utf-8"
    )
    about = read_source(tmp_path, good_rows=True).about
    assert about.weights == {"unplaced": 5}
    assert [point.name for point in about.points] == ["Eingang"]


def test_settings_that_eventdesk_does_not_know_are_kept(tmp_path: Path) -> None:
    text = 'title = "T"\nwifi = "Gast"\nopen = true\nhosts = ["A", "B"]\n[catering]\nname = "Rosa"\n'
    (tmp_path / "event.toml").write_text(text, "utf-8")
    found = read_source(tmp_path)
    assert found.problems == ()
    assert found.about.extra == {"wifi": "Gast", "open": "yes", "hosts": "A, B", "catering": '{"name": "Rosa"}'}


def test_an_event_toml_in_windows_letters_is_read(tmp_path: Path) -> None:
    (tmp_path / "event.toml").write_bytes('title = "Für alle"\nvenue = "Café"\n'.encode("cp1252"))
    details = read_source(tmp_path).about.details
    assert (details.title, details.venue) == ("Für alle", "Café")


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        ('"2027-03-06"', '"2027-03-07"', ("2027-03-06", "2027-03-07")),
        ("2027-03-06", "2027-03-06T17:00:00", ("2027-03-06", "2027-03-06T17:00")),
        ('"6.3.2027 9:00"', '"2027-03-06"', ("2027-03-06T09:00", "2027-03-06")),
        ('"2027-03-06T08:00:00Z"', '"2027-03-06T18:00:00+02:00"', ("2027-03-06T09:00", "2027-03-06T17:00")),
    ],
)
def test_the_event_begins_at_a_local_time_or_on_a_day(
    tmp_path: Path, starts: str, ends: str, expected: tuple[str, str]
) -> None:
    (tmp_path / "event.toml").write_text(f'title = "T"\nstarts = {starts}\nends = {ends}\n', "utf-8")
    found = read_source(tmp_path)
    assert found.problems == ()
    assert (found.about.details.starts, found.about.details.ends) == expected


def test_whom_the_desk_calls_stands_in_the_details(tmp_path: Path) -> None:
    (tmp_path / "event.toml").write_text('title = "T"\nKontakt = "Frau Yıldız, 0511 123456"\n', "utf-8")
    about = read_source(tmp_path).about
    assert (about.details.contact, about.extra) == ("Frau Yıldız, 0511 123456", {})
