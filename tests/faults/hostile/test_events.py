"""Event files and event folders that somebody made to do harm."""

import os
import sqlite3
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from eventdesk.codes import Fault
from eventdesk.desk import open_event
from eventdesk.errors import KnownError
from eventdesk.eventfolder import create_from
from eventdesk.fair.floor.picture import STROKES, strokes_of
from eventdesk.store.peek import Reach, peek
from tests.clock import FakeClock
from tests.faults.hostile import using
from tests.faults.hostile.bounds import many, outcome
from tests.faults.hostile.samples import samples

OURS = 0x45444B31


def event_file(folder: Path, *statements: str, data: bytes | None = None) -> Path:
    """Write an event file in which these statements were run past all guards."""
    path = folder / "received.eventdesk"
    path.write_bytes(samples().event if data is None else data)
    if statements:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            connection.execute(statement)
        connection.close()
    return path


def opening(path: Path) -> Fault | None:
    return outcome(lambda: using.use(path))


AS_TABLE = (
    "UPDATE sqlite_schema SET type = 'table', name = 'x', tbl_name = 'x', rootpage = 0, sql = '{}' WHERE name = 'visit'"
)
CODE = {
    "a trigger": ("CREATE TRIGGER t AFTER INSERT ON scan BEGIN DELETE FROM person; END",),
    "a view": ("CREATE VIEW v AS SELECT load_extension('/tmp/x.so')",),
    "a trigger that says to be a table": (
        AS_TABLE.format("CREATE TRIGGER x AFTER INSERT ON scan BEGIN DELETE FROM person; END"),
    ),
    "a view that says to be a table": (AS_TABLE.format("CREATE VIEW x AS SELECT 1"),),
    "a view in place of a table": (
        "DROP TABLE visit",
        "CREATE VIEW visit AS SELECT 1 AS id, 2 AS person, writefile(3, 4) AS title, 5 AS day",
    ),
    "a table of another program": ("CREATE VIRTUAL TABLE r USING rtree (id, low, high)",),
    "a condition": (
        "UPDATE sqlite_schema SET sql = replace(sql, 'town TEXT', 'town TEXT CHECK (randomblob(900000000))')",
    ),
    "a column that is worked out": (
        "ALTER TABLE person ADD COLUMN more TEXT GENERATED ALWAYS AS (hex(zeroblob(900)))",
    ),
    "a chain of deletions": (
        "CREATE TABLE more (id INTEGER PRIMARY KEY, person INTEGER REFERENCES person (id) ON DELETE CASCADE) STRICT",
    ),
}


@pytest.mark.parametrize("name", CODE)
def test_what_would_run_is_refused(tmp_path: Path, name: str) -> None:
    path = event_file(tmp_path, *CODE[name])
    before = path.read_bytes()
    assert opening(path) in {Fault.NOT_OURS, Fault.DAMAGED}
    assert path.read_bytes() == before


TABLES = {
    "a table too many": ("CREATE TABLE more (a, b)",),
    "a table too few": ("DROP TABLE visit",),
    "a column too many": ("ALTER TABLE person ADD COLUMN more TEXT",),
    "a column too few": ("ALTER TABLE person DROP COLUMN town",),
    "a column of another name": ("ALTER TABLE person RENAME COLUMN town TO village",),
    "a table that takes anything": ("UPDATE sqlite_schema SET sql = replace(sql, ' STRICT', '') WHERE name = 'scan'",),
    "no ids": (
        "UPDATE sqlite_schema SET sql = replace(sql, 'id INTEGER PRIMARY KEY', 'id INTEGER') WHERE name = 'scan'",
    ),
    "an index too few": ("DROP INDEX person_code",),
    "an index that lets nobody in": ("CREATE UNIQUE INDEX u ON person (status, origin, title, id)",),
    "an index that is not unique": ("DROP INDEX ballot_code", "CREATE INDEX ballot_code ON ballot (poll, code)"),
    "tables of an older version": ("PRAGMA user_version = 3",),
    "no version": ("PRAGMA user_version = 0",),
    "no words to find": ("DELETE FROM search_text_data",),
    "an index of a later form": ("UPDATE search_inside_config SET v = 99",),
    "two tables in one place": (
        "UPDATE sqlite_schema SET rootpage = (SELECT max(rootpage) FROM sqlite_schema) WHERE name = 'person'",
    ),
    "a table at the beginning": ("UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'person'",),
    "a broken text": ("UPDATE sqlite_schema SET sql = 'CREATE TABLE person (' WHERE name = 'person'",),
    "an endless text": (
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE x (id' || hex(zeroblob(4000000)) || ')' WHERE name = 'person'",
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_that_are_not_ours_are_refused(tmp_path: Path, name: str) -> None:
    assert opening(event_file(tmp_path, *TABLES[name])) in {Fault.NOT_OURS, Fault.DAMAGED}


VALUES = {
    "a status that nobody knows": ("UPDATE person SET status = 'vip'",),
    "a moment that is none": ("UPDATE scan SET at = '2027-02-30T10:00:00.000Z'",),
    "a moment without a zone": ("UPDATE entry SET at = '2027-02-03T10:00:00.000'",),
    "a deed that nobody knows": ("UPDATE entry SET op = 'reward'",),
    "a change that is no JSON": ("UPDATE change SET after = '{' WHERE i = 1",),
    "a change that is a list": ("UPDATE change SET after = '[1]' WHERE i = 1",),
    "a change of a table that is none": ("UPDATE change SET tbl = 'sqlite_schema' WHERE i = 1",),
    "a hall as large as the world": (f"UPDATE hall SET width_mm = {2**53}",),
    "a booth without width": ("UPDATE booth SET width_mm = 0",),
    "a booth far away": (f"UPDATE booth SET x_mm = {-(2**62)}",),
    "points that are none": ("UPDATE hall_part SET points = '1,2 3;4'",),
    "a picture that is none": ("INSERT INTO picture (id, name, media, body) VALUES (1, 'x', 'image/png', 'ü=')",),
    "votes that are no number": ("INSERT INTO urn (poll, entry, votes) VALUES (1, 1, '-1')",),
    "a slot at no time": ("UPDATE slot SET starts = 'later'",),
    "more people than can be counted": (f"UPDATE presence_tally SET inside = {2**63 - 1}",),
    "minus a thousand seats": ("UPDATE room SET capacity = -1000",),
}


@pytest.mark.parametrize("name", VALUES)
def test_values_that_cannot_be_are_refused(tmp_path: Path, name: str) -> None:
    assert opening(event_file(tmp_path, *VALUES[name])) is Fault.DAMAGED


TEXT = "replace(hex(zeroblob(5000000)), '0', 'x')"
ALLOWED = {
    "names of ten megabytes": (f"UPDATE person SET given_name = {TEXT} WHERE id = (SELECT min(id) FROM person)",),
    "names with zero bytes": ("UPDATE person SET family_name = 'a' || char(0) || 'b', code = char(0)",),
    "names that turn around": ("UPDATE person SET given_name = char(0x202e) || 'gpj'",),
    "a change that is no letters": ("UPDATE change SET after = CAST(x'7b226964223a22ff227d' AS TEXT) WHERE i = 1",),
    "names that are no letters": ("UPDATE person SET given_name = CAST(x'eda080ff' AS TEXT)",),
    "entries in a circle": ("UPDATE entry SET part_of = eid, undoes = eid",),
    "entries in a larger circle": (
        "UPDATE entry SET part_of = (SELECT o.eid FROM entry o WHERE o.eid <> entry.eid LIMIT 1)",
    ),
    "sessions that repeat each other": ("UPDATE session SET repeat_of = ref, after = ref",),
    "sessions in a circle": (
        "UPDATE session SET repeat_of = (SELECT max(ref) FROM session), after = (SELECT min(ref) FROM session)",
    ),
    "a run-off of itself": ("UPDATE poll SET run_off_of = id",),
    "a former code that is one's own": ("INSERT INTO former_key SELECT id, id, 'code', code, '' FROM person",),
    "all with one code": ("UPDATE person SET code = (SELECT min(code) FROM person), ticket = 'A', foreign_id = 'A'",),
    "all in one group": ("UPDATE person SET party = 'A', exhibitor = 'A'",),
    "the largest figures": (
        f"UPDATE point SET capacity = 1000000000, place = {2**63 - 1}",
        f"UPDATE entry SET n = {2**63 - 1}",
    ),
    "settings of nonsense": ("UPDATE setting SET value = '../../../etc/passwd' || char(10) || 'x'",),
    "days of nonsense": ("UPDATE person SET days = '2027-02-30, x', roles = ',,, ;', wishes = ', ,', languages = '|'",),
    "no meta": ("DELETE FROM meta",),
    "booths as large as they may be": (
        "UPDATE booth SET x_mm = 0, y_mm = 0, width_mm = 999999999, depth_mm = 999999999, rotation = 45",
    ),
    "pillars as large as they may be": ("UPDATE hall_part SET kind = 'pillar', points = '0,0', width_mm = 999999999",),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_values_that_are_odd_are_borne(tmp_path: Path, name: str) -> None:
    assert opening(event_file(tmp_path, *ALLOWED[name])) in {None, Fault.DAMAGED}


def changed(at: int, new: bytes) -> bytes:
    data = bytearray(samples().event)
    data[at : at + len(new)] = new
    return bytes(data)


HEADERS = {
    "written ahead": lambda: changed(18, b"\2\2"),
    "of no page size": lambda: changed(16, b"\0\0"),
    "of the largest page size": lambda: changed(16, b"\0\1"),
    "of another encoding": lambda: changed(56, struct.pack(">I", 3)),
    "of four thousand million pages": lambda: changed(28, b"\xff\xff\xff\xff"),
    "with a list of free pages in a circle": lambda: changed(32, struct.pack(">II", 2, 2**31 - 1)),
    "of a newer form": lambda: changed(44, struct.pack(">I", 99)),
    "that shrinks by itself": lambda: changed(52, struct.pack(">I", 7)),
    "cut in half": lambda: samples().event[: len(samples().event) // 2],
    "with nothing behind its header": lambda: samples().event[:100],
    "of zeros behind its header": lambda: samples().event[:100] + bytes(len(samples().event) - 100),
    "of another program": lambda: changed(68, b"\0\0\0\0"),
}


@pytest.mark.parametrize("name", HEADERS)
def test_headers(tmp_path: Path, name: str) -> None:
    path = event_file(tmp_path, data=HEADERS[name]())
    assert opening(path) in {
        None,
        Fault.DAMAGED,
        Fault.NOT_OURS,
        Fault.NEWER_FILE,
        Fault.CANNOT_READ,
        Fault.CANNOT_WRITE,
    }


def test_a_newer_file_that_we_cannot_read_says_so(tmp_path: Path) -> None:
    for statement in ("ALTER TABLE person DROP COLUMN town", "UPDATE person SET status = 'vip'"):
        path = event_file(tmp_path, statement, "PRAGMA user_version = 99")
        if "DROP" in statement:
            open_event(path).close()
        else:
            with pytest.raises(KnownError) as caught:
                open_event(path)
            assert caught.value.fault is Fault.NEWER_FILE


def test_an_older_file_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    path = event_file(tmp_path, "PRAGMA user_version = 3")
    path.chmod(0o444)
    with pytest.raises(KnownError) as caught:
        open_event(path)
    assert caught.value.fault is Fault.VIEW_ONLY


def test_a_look_at_any_of_them_says_something(tmp_path: Path) -> None:
    for statements in (*CODE.values(), *TABLES.values(), *VALUES.values()):
        assert peek(event_file(tmp_path, *statements)).reach in {Reach.READ, Reach.UNREADABLE}


def test_a_drawing_in_the_file_that_is_none_is_left_out() -> None:
    assert strokes_of(b"0,0 5,5\nnonsense\n1,1 \xff\n,\n9,9 8,8") == (((0, 0), (5, 5)), ((9, 9), (8, 8)))
    assert STROKES


# ---- event folders


def folder(tmp_path: Path, **files: bytes) -> Path:
    source = tmp_path / "source"
    source.mkdir()
    for name, data in {
        **samples().folder,
        **{name.replace("_csv", ".csv").replace("_toml", ".toml"): each for name, each in files.items()},
    }.items():
        (source / name).write_bytes(data)
    return source


def making(tmp_path: Path, source: Path) -> Fault | None:
    def use() -> None:
        made = create_from(tmp_path / "made.eventdesk", source, good_rows=True, clock=FakeClock())
        with made.opened() as event:
            for read in using.READ:
                read(event)

    return outcome(use)


def rows(header: str, row: Callable[[int], str], count: int) -> bytes:
    return "\n".join([header, *(row(at) for at in range(count))]).encode()


BOOTHS = "booth;hall;island;x_m;y_m;width_m;depth_m;rotation"
FOLDERS: dict[str, dict[str, Callable[[], bytes]]] = {
    "a hall of a thousand kilometres": {"halls_csv": lambda: b"hall;name;width_m;depth_m\nH1;x;999999;999999\n"},
    "booths of a thousand kilometres": {
        "booths_csv": lambda: rows(BOOTHS, lambda at: f"B{at};H1;A;0;0;999999;999999;{at}", 60)
    },
    "booths on top of each other": {
        "booths_csv": lambda: rows(BOOTHS, lambda at: f"B{at};H1;A;1;1;2;2;0", many(250, 5_000))
    },
    "booths with one number": {
        "booths_csv": lambda: rows(BOOTHS, lambda at: f"B;H1;A;{at};1;2;2;0", many(1_500, 20_000))
    },
    "a floor of corners": {
        "hall_parts_csv": lambda: (
            b"hall;kind;points\nH1;outline;" + b" ".join(b"%d,%d" % (at % 977, at % 991) for at in range(9_000))
        )
    },
    "pillars": {
        "hall_parts_csv": lambda: rows(
            "hall;kind;points;width_m", lambda at: "H1;pillar;1,1;999999", many(2_000, 20_000)
        )
    },
    "sessions that repeat each other": {
        "sessions_csv": lambda: rows(
            "session;title;kind;repeat_of;after", lambda at: f"S{at};x;forum;S{at + 1};S{at - 1}", many(400, 2_000)
        )
    },
    "sessions that need each other": {
        "sessions_csv": lambda: (
            b"session;title;kind;repeat_of;after\nS1;x;forum;S2;S2\nS2;y;forum;S1;S1\nS3;z;forum;S3;S3\n"
        )
    },
    "wishes of everybody for everything": {
        "sessions_csv": lambda: rows("session;title;kind", lambda at: f"S{at};x;forum", 400),
        "people_csv": lambda: rows(
            "id;name;wishes", lambda at: f"P{at};Elif {at};" + " ".join(f"S{s}" for s in range(400)), many(300, 3_000)
        ),
    },
    "a key of very many parts": {"event_toml": lambda: b"title = 'x'\n" + b"a." * 200_000 + b"a = 1\n"},
    "brackets": {"event_toml": lambda: b"title = " + b"[" * 200_000},
    "blanks in a text": {"event_toml": lambda: b'title = """\n[a' + b" " * 900_000 + b'x y\n"""\n'},
    "digits": {"event_toml": lambda: b"title = 'x'\nnumber = " + b"9" * 900_000},
    "more than is read": {"event_toml": lambda: b"title = 'x'\n#" + b"x" * 30_000_000},
    "paths": {
        "halls_csv": lambda: (
            b"hall;name;width_m;depth_m;background\nH1;x;9;9;../secret.png\nH2;x;9;9;/etc/passwd\nH3;x;9;9;..\n"
        ),
        "exhibitors_csv": lambda: (
            b"exhibitor;name;picture\nE1;x;../secret.png\nE2;y;/etc/passwd\nE3;z;CON\nE4;q;a\\..\\b\n"
        ),
    },
}


@pytest.mark.parametrize("name", FOLDERS)
def test_folders(tmp_path: Path, name: str) -> None:
    source = folder(tmp_path, **{file: make() for file, make in FOLDERS[name].items()})
    assert making(tmp_path, source) in {None, Fault.BAD_SETTINGS, Fault.TOO_LARGE, Fault.BAD_CELLS}


def test_only_files_of_the_folder_are_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(next(iter(samples().pictures.values())))
    source = folder(
        tmp_path,
        halls_csv=b"hall;name;width_m;depth_m;background\nH1;x;9;9;link.png\nH2;y;9;9;../secret.png\nH3;z;9;9;pipe\n",
        exhibitors_csv=b"exhibitor;name;picture\nE1;x;link.png\nE2;y;../secret.png\nE3;z;pipe\nE4;u;circle\nE5;v;a\0b\n".replace(
            b"\0", b""
        ),
    )
    (source / "link.png").symlink_to(secret)
    (source / "circle").symlink_to(source / "circle")
    os.mkfifo(source / "pipe")
    for extra in ("booths", "hall_parts", "sessions", "rooms", "slots", "people", "cafe"):
        (source / f"{extra}.csv").unlink(missing_ok=True)
    with create_from(tmp_path / "made.eventdesk", source, good_rows=True).opened() as event:
        assert event.db.value("SELECT count(*) FROM floor_picture") == 0
        assert event.db.value("SELECT count(*) FROM picture") == 0


def test_a_pipe_in_the_folder_is_not_waited_for(tmp_path: Path) -> None:
    source = folder(tmp_path)
    (source / "people.csv").unlink()
    os.mkfifo(source / "people.csv")
    assert making(tmp_path, source) is Fault.CANNOT_READ
    (source / "event.toml").unlink()
    os.mkfifo(source / "event.toml")
    assert making(tmp_path, source) is Fault.CANNOT_READ
