"""Files written by hand, and folders that are not what they seem: nothing falls over, nothing waits."""

import os
import sqlite3
from pathlib import Path

import pytest

from eventdesk import backups, starting
from eventdesk.checkin.points import add_point
from eventdesk.codes import Fault, Op
from eventdesk.desk import open_event
from eventdesk.details import MOST_DAYS, days
from eventdesk.errors import KnownError
from eventdesk.event import Event, EventDetails
from eventdesk.people.rolebook import change_role, role_book
from eventdesk.store import backup, settings
from eventdesk.store.peek import Reach, peek
from eventdesk.words import Words
from tests.core.backups.belts import silent, whole
from tests.core.store import older


def written(event: Event, **values: str) -> EventDetails:
    """Write settings past every check, and return what is understood of them."""
    with event.transact(Op.SETTINGS, "by hand") as tx:
        for key, value in values.items():
            settings.put(tx, key, value)
    return event.details


def spoil(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(sql)
    connection.close()


def saved(event: Event, folder: Path) -> Path:
    return backups.write(whole(event), backups.backup_path(event, folder), silent)


def test_an_event_of_eight_thousand_years_has_a_few_days() -> None:
    long = days(EventDetails(starts="2027-03-06", ends="9999-12-31"))
    assert (len(long), long[0], long[-1]) == (MOST_DAYS, "2027-03-06", "2027-03-19")
    assert days(EventDetails(starts="9999-12-31T10:00", ends="9999-12-31T12:00")) == ["9999-12-31"]


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [("soon", "", []), ("2027-03-06", "later", ["2027-03-06"]), ("2027-02-30T09:00", "", []), ("", "2027-03-06", [])],
)
def test_days_of_nonsense(starts: str, ends: str, expected: list[str]) -> None:
    assert days(EventDetails(starts=starts, ends=ends)) == expected


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", "", "Europe", "a\x00b"])
def test_a_zone_that_is_none_counts_as_ours(event: Event, zone: str) -> None:
    assert written(event, timezone=zone).timezone == EventDetails().timezone
    assert event.zone.key == EventDetails().timezone


@pytest.mark.parametrize("colour", ["red", "#zzzzzz", "url(x)", "#12", "-1"])
def test_a_colour_that_is_none_counts_as_not_chosen(event: Event, colour: str) -> None:
    before = role_book(event.db).colour("guest")
    written(event, **{"role.colour.guest": colour, "role.de.guest": "Ehrengast"})
    book = role_book(event.db)
    assert (book.colour("guest"), book.name(Words("de"), "guest")) == (before, "Ehrengast")
    assert book.ink("guest")


def test_names_of_roles_are_one_clean_line(event: Event) -> None:
    change_role(event, "guest", names={"de": " Ehren\n\tgast\u202e "})
    assert role_book(event.db).name(Words("de"), "guest") == "Ehren gast"


def test_a_look_at_a_file_with_a_time_that_is_none(event: Event) -> None:
    add_point(event, "Eingang")
    event.close()
    spoil(event.path, "UPDATE entry SET at = 'yesterday'")
    seen = peek(event.path)
    assert (seen.reach, seen.title, seen.used) == (Reach.READ, "4. Integrationskonferenz", None)


def test_a_look_at_a_pipe_does_not_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.eventdesk")
    assert peek(tmp_path / "pipe.eventdesk").reach is Reach.UNREADABLE


def test_one_bad_file_does_not_hide_the_backups_beside_it(event: Event, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    good = saved(event, stick)
    (stick / "nowhere.eventdesk").symlink_to(tmp_path / "gone.eventdesk")
    (stick / "circle.eventdesk").symlink_to(stick / "circle.eventdesk")
    os.mkfifo(stick / "pipe.eventdesk")
    bad = stick / "bad.eventdesk"
    bad.write_bytes(good.read_bytes())
    spoil(bad, "UPDATE entry SET at = ''")
    found = backups.backups_in(stick, event.event_id, event.path)
    assert {each.path for each in found} == {good, bad}


def test_a_backup_does_not_make_the_stick_that_is_missing(event: Event, tmp_path: Path) -> None:
    target = backups.backup_path(event, tmp_path / "media" / "stick")
    with pytest.raises(KnownError) as fault:
        backups.write(whole(event), target, silent)
    assert fault.value.fault is Fault.CANNOT_WRITE
    assert not (tmp_path / "media").exists()


LONG = "ழ" * 80


def test_the_longest_title_in_any_script_has_a_file_and_a_backup(tmp_path: Path) -> None:
    for title in (LONG, "🎪" * 80, "ש" * 200, "x" * 300):
        path = starting.free_name(tmp_path, starting.file_name(title))
        with starting.create_empty(path, title, Words("de")) as event:
            assert saved(event, tmp_path).is_file()
            assert backups.open_copy(event.path, backups.copy_path(event.path)).is_file()


def test_an_event_with_the_longest_name_of_a_file_has_a_backup(event: Event, tmp_path: Path) -> None:
    event.close()
    path = tmp_path / f"{'x' * 230}.eventdesk"
    event.path.rename(path)
    with open_event(path) as long:
        first, second = saved(long, tmp_path), saved(long, tmp_path)
        assert first != second
        assert {each.path for each in backups.backups_in(tmp_path, long.event_id, path)} == {first, second}


@pytest.mark.parametrize("title", ["CON", "nul", "Com1", "LPT9", "aux."])
def test_names_that_are_devices_elsewhere_are_no_files(title: str) -> None:
    name = starting.file_name(title)
    assert name.casefold() not in {"con", "nul", "com1", "lpt9", "aux"}
    assert title.rstrip(".") in name


def test_a_folder_without_rights_is_no_reason_to_fall_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> os.stat_result:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "stat", refuse)
    assert starting.free_name(tmp_path, "Fest") == tmp_path / "Fest.eventdesk"


def test_a_backup_of_a_file_without_an_id_is_found(event: Event, tmp_path: Path) -> None:
    """Files that were made before there were ids get one when they are opened."""
    event.close()
    spoil(event.path, "DELETE FROM meta WHERE key = 'event'")
    older.as_first(event.path)
    stick = tmp_path / "stick"
    stick.mkdir()
    with open_event(event.path) as old:
        assert len(old.event_id) == 32
        written_to = saved(old, stick)
        assert [each.path for each in backups.backups_in(stick, old.event_id, old.path)] == [written_to]


def test_an_unreadable_check_of_an_older_copy_is_no_reason_to_fall_over(event: Event, tmp_path: Path) -> None:
    target = tmp_path / "foreign.eventdesk"
    sqlite3.connect(target).execute("CREATE TABLE meta (key, value)").connection.close()
    with pytest.raises(KnownError) as fault:
        event.backup(target)
    assert fault.value.fault is Fault.FILE_EXISTS
    assert backup.event_id(sqlite3.connect(target)) == ""
