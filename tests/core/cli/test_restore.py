"""Backups by the command line: kept before large steps, offered and restored when a file is damaged."""

import random
import shutil
from pathlib import Path

import pytest

from eventdesk.backups import places
from eventdesk.checkin.actions import check_in
from eventdesk.checkin.records import points
from eventdesk.cli import main
from eventdesk.desk import open_event
from eventdesk.people import records as people
from eventdesk.starting import free_name
from tests.core.backups import day
from tests.core.cli.conftest import Call


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an event that a list was imported into, after which people came, and its desk's home."""
    place = tmp_path_factory.mktemp("made")
    more = place / "more.csv"
    more.write_text("Vorname;Nachname;Organisation\nMariam;Haidari;Sprachcafé\n", encoding="utf-8")
    path = place / "fair.eventdesk"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EVENTDESK_HOME", str(place / "home"))
        assert main(["new", str(path)]) == 0
        assert main(["import", str(path), "people", str(more), "--dry-run"]) == 0
        assert not (place / "home" / "backups").exists()
        assert main(["import", str(path), "people", str(more)]) == 0
    with open_event(path) as event:
        door = points(event.db)[0]
        for person in people.everyone(event.db):
            check_in(event, person.code, door)
        day.added(event, "Elif")
    return place


@pytest.fixture
def fair(call: Call, made: Path, tmp_path: Path) -> Path:
    """Return such an event of one's own, known to this desk."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "fair.eventdesk"
    with open_event(path) as event:
        places.remember(tmp_path / "home", event.event_id, file=path)
    return path


def kept(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "home" / "backups").glob("*/*.eventdesk"))


def test_before_an_import_a_backup_is_kept(call: Call, fair: Path, tmp_path: Path) -> None:
    (backup,) = kept(tmp_path)
    assert backup.stem.endswith("before")
    with open_event(backup) as event:
        assert people.count(event.db) == 0
    info = call("info", fair, "--json").json
    assert info["backup"]["check_ins"] == 0
    assert info["place"]["kind"] in {"local", "temporary"}
    assert call("verify", fair, "--json").json["place"] == info["place"]


def test_a_damaged_file_is_restored_with_what_was_done_since(call: Call, fair: Path, tmp_path: Path) -> None:
    with open_event(fair) as event:
        before = day.rows(event)
        (page,) = event.db.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'scan_person'")[0]
    day.broken(fair, [page])
    damaged = fair.read_bytes()
    told = call("info", fair)
    assert told.code == 1
    assert f"eventdesk restore {fair.name} -o" in told.err
    listed = call("restore", fair, "--list", "--json").json["backups"]
    assert [(each["people"], each["check_ins"], each["where"]) for each in listed] == [(0, 0, "own")]
    out = tmp_path / "new.eventdesk"
    answer = call("restore", fair, "-o", out, "--json").json
    assert (answer["people"], answer["left"], answer["complete"], answer["votes"]) == (0, [], True, 0)
    assert answer["taken_over"] == 3
    with open_event(out) as event:
        assert day.rows(event) == before
    assert fair.read_bytes() == damaged
    assert call("restore", fair, "-o", out).code == 1


def test_what_cannot_be_read_is_told(call: Call, fair: Path, tmp_path: Path) -> None:
    day.broken(fair, list(range(1, fair.stat().st_size // day.PAGE + 1)), random.Random(1))
    answer = call("restore", fair, "-o", tmp_path / "new.eventdesk", "--language", "en")
    assert answer.code == 0
    assert "Not all of the damaged file could be read" in answer.out
    assert "0 later steps were taken over." in answer.out


def test_a_file_that_is_well_goes_back_to_the_backup_alone(call: Call, fair: Path, tmp_path: Path) -> None:
    out = tmp_path / "new.eventdesk"
    answer = call("restore", fair, "-o", out, "--json").json
    assert (answer["taken_over"], answer["left"]) == (0, [])
    with open_event(out) as event:
        assert people.count(event.db) == 0


def test_a_backup_can_be_pointed_at(call: Call, fair: Path, tmp_path: Path) -> None:
    (backup,) = kept(tmp_path)
    (tmp_path / "deep").mkdir()
    moved = backup.rename(tmp_path / "deep" / "anything.eventdesk")
    assert call("restore", fair, "-o", tmp_path / "a.eventdesk").code == 3
    assert call("restore", fair, "-o", tmp_path / "a.eventdesk", "--json").json == {"path": None}
    assert call("restore", fair, "--from", tmp_path / "gone.eventdesk", "-o", tmp_path / "a.eventdesk").code == 3
    answer = call("restore", fair, "--from", moved, "-o", tmp_path / "a.eventdesk", "--json").json
    assert answer["from"] == str(moved)
    assert call("restore", fair).code == 2


def test_erasing_takes_the_automatic_backups_along(call: Call, fair: Path, tmp_path: Path) -> None:
    by_hand = free_name(tmp_path, "by hand 2027-03-06 09-00-00")
    assert call("backup", fair, "-o", by_hand).code == 0
    assert call("erase", fair, "Mariam Haidari").code == 3
    assert kept(tmp_path) != []
    answer = call("erase", fair, "Mariam Haidari", "--yes", "--json").json
    assert answer["backups"] == [str(by_hand)]
    assert kept(tmp_path) == []


def test_without_room_for_a_backup_it_is_said_and_the_step_is_taken(
    call: Call, fair: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "elsewhere"
    home.mkdir()
    (home / "backups").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("EVENTDESK_HOME", str(home))
    more = tmp_path / "again.csv"
    more.write_text("Vorname;Nachname\nFrida;Haidari\n", encoding="utf-8")
    answer = call("import", fair, "people", more, "--json", "--language", "en")
    assert (answer.code, answer.json["added"]) == (0, 1)
    assert answer.err.startswith("No backup was made before this step: ")
