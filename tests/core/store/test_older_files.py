"""Files that older versions of the program really made: they open, are whole, and go on as if nothing had happened."""

import gzip
import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from eventdesk import desk
from eventdesk.checkin.actions import check_in
from eventdesk.checkin.points import find_point
from eventdesk.checkin.verdict import Accepted
from eventdesk.cli.exports import Kind, export
from eventdesk.codes import Fault, Op
from eventdesk.desk import figures, open_event
from eventdesk.errors import KnownError
from eventdesk.event import Event, Undone
from eventdesk.people.records import everyone
from eventdesk.people.search import search
from eventdesk.store import database, migrations, peek
from eventdesk.store.access import Writer
from eventdesk.store.derived import Refresher
from eventdesk.words import Words
from tests.clock import FakeClock
from tests.data.used_event import FOLDER, SAID

VERSIONS = {path.name.removesuffix(".eventdesk.gz"): path for path in sorted(FOLDER.glob("v*.eventdesk.gz"))}
OLDER = [name for name in VERSIONS if name != f"v{migrations.current()}"]
AFTERNOON = "2017-03-06T14:00:00+01:00"
ROOM_TO_GROW = 4
"""So many pages are left on the disk: enough to begin with, not enough for a migration."""


@pytest.fixture
def old(tmp_path: Path, name: str) -> Path:
    """Return a file as the older program left it."""
    path = tmp_path / "Konferenz.eventdesk"
    path.write_bytes(gzip.decompress(VERSIONS[name].read_bytes()))
    return path


def opened(path: Path) -> Event:
    """Open it on the day of the event, in the afternoon."""
    return open_event(path, desk="Schalter 1", clock=FakeClock(AFTERNOON))


def said(name: str) -> dict[str, Any]:
    """Return what the older program said about its file."""
    found: dict[str, Any] = json.loads(SAID.read_text("utf-8"))[name]
    return found


def version(path: Path) -> int:
    """Return which version of the tables a file has, without opening it as an event."""
    return int.from_bytes(path.read_bytes()[60:64])


def is_whole(event: Event) -> bool:
    """Say whether all checks hold."""
    checks = event.verify()
    assert checks == dict.fromkeys(checks, True)
    return True


def test_every_version_has_a_file() -> None:
    """Whoever changes the tables keeps a file of the former ones: tests/data/README.md says how."""
    assert [*VERSIONS] == [f"v{number}" for number in range(migrations.FIRST, migrations.current() + 1)]
    assert [*json.loads(SAID.read_text("utf-8"))] == [*VERSIONS]


@pytest.mark.parametrize("name", VERSIONS)
def test_it_opens_and_nothing_is_missing(old: Path, name: str) -> None:
    assert version(old) == int(name[1:])
    with opened(old) as event:
        assert figures(event)["counts"] == said(name)["counts"]
        assert is_whole(event)
        for words in ("elif", "kowalenko", "nguyen", "al katib", "محمود", "haidari"):
            assert search(event.db, words), words
        inside = figures(event)["inside"]
        assert inside == 10
    assert version(old) == migrations.current()
    assert not old.with_name(f"{old.name}-journal").exists()


@pytest.mark.parametrize("name", VERSIONS)
def test_work_goes_on_where_it_was_left(old: Path, name: str, tmp_path: Path) -> None:
    with opened(old) as event:
        undone = event.undo()
        assert isinstance(undone, Undone)
        assert (undone.entry.eid, undone.entry.op, undone.entry.label) == (
            said(name)["last"],
            Op.CHECK_IN,
            "Reza Hosseini",
        )
        person = next(each for each in everyone(event.db) if each.family_name == "Hosseini")
        assert isinstance(check_in(event, person.code, find_point(event.db)), Accepted)
        for kind in Kind:
            rows = export(event, kind, tmp_path / f"{kind}.csv", Words("de"))
            assert rows, kind
        assert is_whole(event)


@pytest.mark.parametrize("name", OLDER)
def test_a_copy_of_the_old_file_is_kept(old: Path, name: str) -> None:
    before = peek.peek(old)
    opened(old).close()
    (copy,) = old.parent.glob("*.before-v*")
    assert copy.name == f"{old.name}.before-v{migrations.current()}"
    kept = peek.peek(copy)
    assert (kept.people, kept.check_ins, kept.used) == (before.people, before.check_ins, before.used)
    assert version(copy) == int(name[1:])
    left = old.read_bytes()
    opened(old).close()
    assert old.read_bytes() == left, "a file of today is not brought up to date again"


def broken_step(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Add a step that fails at its end, after it has changed much."""
    steps = folder / "steps"
    shutil.copytree(migrations.FOLDER, steps)
    number = migrations.current() + 1
    (steps / f"{number:04}_broken.sql").write_text("DELETE FROM scan;\nUPDATE nowhere SET x = 1;\n", "utf-8")
    monkeypatch.setattr(migrations, "FOLDER", steps)


def full_disk(_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let SQLite find no room for more than a few new pages."""
    connect = database._connect

    def connect_with_little_room(*args: Any, **options: Any) -> sqlite3.Connection:
        connection = connect(*args, **options)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages + ROOM_TO_GROW}")
        return connection

    monkeypatch.setattr(database, "_connect", connect_with_little_room)


def _fail(_writer: Writer) -> None:
    raise ZeroDivisionError


def broken_derived_data(_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the last thing fail that is done before the steps are written."""
    fails = Refresher(frozenset(), lambda _writer, _touched: None, _fail)
    whole = desk.refreshers()
    monkeypatch.setattr(desk, "refreshers", lambda: (*whole, fails))


@pytest.mark.parametrize("name", OLDER)
@pytest.mark.parametrize("trouble", [broken_step, full_disk, broken_derived_data])
def test_a_failed_step_leaves_the_file_byte_for_byte(old: Path, name: str, trouble: Any, tmp_path: Path) -> None:
    before = old.read_bytes()
    with pytest.MonkeyPatch.context() as patched:
        trouble(tmp_path, patched)
        with pytest.raises((sqlite3.OperationalError, KnownError, ZeroDivisionError)) as failed:
            opened(old)
        if trouble is full_disk:
            assert isinstance(failed.value, KnownError)
            assert failed.value.fault is Fault.DISK_FULL
    assert old.read_bytes() == before
    assert not old.with_name(f"{old.name}-journal").exists()
    with opened(old) as event:
        assert figures(event)["counts"] == said(name)["counts"]
        assert is_whole(event)
