"""Names that a folder may have but hardly anybody expects, and a clock that is set back."""

import gzip
import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from eventdesk.backups import backup_path, backups_in, keeping
from eventdesk.backups.copies import Occasion
from eventdesk.checkin.actions import check_in
from eventdesk.checkin.points import find_point
from eventdesk.checkin.scan import Direction
from eventdesk.checkin.verdict import Accepted, Left
from eventdesk.desk import create_event, figures, open_event
from eventdesk.event import Undone
from eventdesk.people.actions import add
from eventdesk.people.person import Person
from eventdesk.store import peek
from tests.clock import FakeClock
from tests.data.used_event import FOLDER
from tests.faults.surroundings.conftest import AtTheDoor

NAMES = (
    "50 % fertig #2 ?mode=ro&x=1",
    "Ångström „Büro“ 日本 محمود",
    "Zwei  Leerzeichen; $HOME `ls` 'a' \"b\"",
    "file:..%2Fandere",
    ".versteckt -journal",
    "a" * 180,
)


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    path = folder / f"{name}.eventdesk"
    create_event(path, clock=FakeClock()).close()
    with open_event(path, clock=FakeClock()) as event:
        add(event, Person(0, "Elif", "Demirtaş"))
        backup = backup_path(event, folder)
        event.backup(backup)
        assert [each.path for each in backups_in(folder, event.event_id, path)] == [backup]
    assert peek.peek(path).people == peek.peek(backup).people == 1
    with open_event(path) as event:
        assert isinstance(event.undo(), Undone)
    assert sorted(each.name for each in folder.iterdir()) == sorted([path.name, backup.name])
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_an_older_file_of_any_name_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / f"{NAMES[0]}.eventdesk"
    path.write_bytes(gzip.decompress((FOLDER / "v3.eventdesk.gz").read_bytes()))
    open_event(path).close()
    assert len(list(tmp_path.iterdir())) == 2
    assert {peek.peek(each).people for each in tmp_path.iterdir()} == {23}


def test_a_clock_that_is_set_back_loses_nothing(desk: AtTheDoor, clock: FakeClock) -> None:
    """The journal goes by its own numbers; whoever came in is in, whatever the clock says."""
    desk.let_in()
    clock.advance(hours=-3)
    desk.let_in()
    clock.advance(days=-400)
    desk.let_in()
    journal = desk.event.journal()
    assert [each.at for each in journal[:3]] == sorted(each.at for each in journal[:3])
    assert [each.eid for each in journal[:3]] == [*reversed(desk.confirmed)]
    undone = desk.event.undo()
    assert isinstance(undone, Undone)
    assert undone.entry.eid == desk.confirmed.pop(), "the latest step is the one that was done last"
    assert desk.all_saved(desk.event.path)


def test_who_comes_in_before_she_left_is_in(desk: AtTheDoor, clock: FakeClock) -> None:
    point, code = find_point(desk.event.db), desk.codes[0]
    assert isinstance(check_in(desk.event, code, point), Accepted)
    clock.advance(minutes=10)
    assert isinstance(check_in(desk.event, code, point, direction=Direction.OUT), Left)
    assert figures(desk.event)["inside"] == 0
    clock.advance(minutes=-60)
    assert isinstance(check_in(desk.event, code, point), Accepted)
    assert set(desk.event.verify().values()) == {True}


def test_backups_stay_in_order_when_the_clock_is_set_back(
    desk: AtTheDoor, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "free_bytes", lambda _path: None)  # of a disk that is nearly full fewer are kept
    home, event = tmp_path / "home", desk.event
    made = []
    for hours in (0, 1, -30, 1):
        clock.advance(hours=hours)
        desk.let_in()
        made.append(keeping.keep_now(home, event, Occasion.AUTO).backup)
        os.utime(made[-1].path, (clock().timestamp(), clock().timestamp()))  # the disk goes by the same clock
    found = keeping.automatic(home, event)()
    assert keeping.newest(found) == next(each for each in found if each.path == made[-1].path)
    assert [each.path for each in sorted(found, key=lambda each: each.order)] == [each.path for each in made]
    assert found[0].path not in {each.path for each in keeping.superfluous(found, event.now())}
    assert keeping.is_due(clock() + timedelta(hours=29), clock(), clock()), "a backup of tomorrow does not count"


def test_a_copied_event_in_a_folder_full_of_others(desk: AtTheDoor, tmp_path: Path) -> None:
    """Two events of the same name do not take each other's backups for their own."""
    other = tmp_path / "Konferenz.eventdesk"
    with create_event(other) as event:
        event.backup(backup_path(event, tmp_path))
        assert backups_in(tmp_path, desk.event.event_id, desk.event.path) == []
    shutil.copy(other, tmp_path / "Kopie.eventdesk")
    assert len(backups_in(tmp_path, peek.peek(other).event, other)) == 2
