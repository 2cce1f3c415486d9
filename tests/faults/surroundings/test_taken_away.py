"""The file or its folder is moved, deleted, replaced or pulled out while the desk is at work."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from eventdesk.backups import backup_path, keeping, write
from eventdesk.backups.copies import Occasion
from eventdesk.codes import Fault
from eventdesk.desk import open_event
from eventdesk.errors import KnownError
from eventdesk.store.belt import Belt
from eventdesk.words import Words
from eventdesk.words.faults import fault_sentence
from tests.faults.surroundings.conftest import AtTheDoor

Back = Callable[[], object]


def moved(path: Path) -> Back:
    """Move the file to another folder."""
    aside = path.with_name("elsewhere")
    path.rename(aside)
    return lambda: aside.replace(path)


def folder_moved(path: Path) -> Back:
    """Give the folder another name, as a stick gets that is put into another slot."""
    aside = path.parent.with_name("aside")
    path.parent.rename(aside)
    return lambda: aside.rename(path.parent)


def replaced(path: Path) -> Back:
    """Put an older copy in its place, as a program does that keeps folders alike."""
    copy, aside = path.with_name("copy"), path.with_name("aside")
    shutil.copy(path, copy)
    path.rename(aside)
    copy.rename(path)
    return lambda: aside.replace(path)


def refused(step: Callable[[], object], path: Path) -> None:
    """Demand that a step is refused, with a sentence that names the file and says what to do."""
    with pytest.raises(KnownError) as caught:
        step()
    assert caught.value.fault is Fault.FILE_LOST
    sentence = fault_sentence(Words("en"), caught.value)
    assert path.name in sentence
    assert "save a copy" in sentence


@pytest.mark.parametrize("how", [moved, folder_moved, replaced])
def test_nothing_is_confirmed_while_the_file_is_away(desk: AtTheDoor, how: Callable[[Path], Back]) -> None:
    path = desk.event.path
    desk.let_in()
    put_back = how(path)
    refused(desk.let_in, path)
    refused(desk.event.undo, path)
    put_back()
    desk.let_in()
    assert len(desk.confirmed) == 2
    assert desk.all_saved(path)


def test_a_deleted_file_is_saved_from_the_open_one(desk: AtTheDoor, tmp_path: Path) -> None:
    desk.let_in()
    desk.event.path.unlink()
    refused(desk.let_in, desk.event.path)
    copy = tmp_path / "copy.eventdesk"
    desk.event.backup(copy)
    assert desk.all_saved(copy)


def test_a_deleted_file_is_saved_by_the_next_automatic_backup(desk: AtTheDoor, tmp_path: Path) -> None:
    """It is made of the open file, wherever that is, and not of another one that took its place."""
    desk.let_in()
    desk.event.path.unlink()
    desk.event.path.write_bytes(b"something else")
    assert desk.all_saved(photographed(desk, tmp_path / "copies"))


def test_a_file_that_is_gone_can_be_closed(desk: AtTheDoor) -> None:
    desk.event.path.unlink()
    assert desk.event.close_known() is None
    with pytest.raises(KnownError) as caught:
        open_event(desk.event.path)
    assert caught.value.fault is Fault.NO_FILE


def test_automatic_backups_go_on_while_the_folder_is_away(desk: AtTheDoor, tmp_path: Path) -> None:
    desk.let_in()
    folder_moved(desk.event.path)
    backup = keeping.keep_now(tmp_path / "home", desk.event, Occasion.AUTO).backup
    assert desk.all_saved(backup.path)


def photographed(desk: AtTheDoor, folder: Path) -> Path:
    """Return a backup that is made as beside the work."""
    folder.mkdir()
    belt = Belt(room=1000)
    for _ in desk.event.photograph(belt):
        pass
    return write(belt, backup_path(desk.event, folder), lambda _done, _total: None)


def test_a_stick_is_pulled_out(stick: Path, desk: AtTheDoor, tmp_path: Path) -> None:
    desk.event.close()
    path = Path(shutil.copy(desk.event.path, stick / "Konferenz.eventdesk"))
    with open_event(path, desk="Schalter 1") as event:
        desk.event = event
        desk.let_in()
        subprocess.run(["umount", "--lazy", str(stick)], check=True)
        refused(desk.let_in, path)
        copy = tmp_path / "copy.eventdesk"
        event.backup(copy)
        assert desk.all_saved(copy)


def fill(path: Path) -> None:
    """Write into a file until there is no room."""
    with path.open("wb", buffering=0) as filler:
        while True:
            filler.write(bytes(1 << 12))


def test_a_small_disk_runs_full(stick: Path, desk: AtTheDoor) -> None:
    desk.event.close()
    path = Path(shutil.copy(desk.event.path, stick / "Konferenz.eventdesk"))
    with open_event(path, desk="Schalter 1") as event:
        desk.event = event
        desk.let_in()
        with pytest.raises(OSError, match="No space"):
            fill(stick / "filler")
        with pytest.raises(KnownError) as caught:
            desk.let_in()
        assert caught.value.fault is Fault.DISK_FULL
        with pytest.raises(KnownError) as caught:
            event.backup(stick / "copy.eventdesk")
        assert caught.value.fault is Fault.DISK_FULL
        assert sorted(each.name for each in stick.iterdir() if "-journal" not in each.name) == [path.name, "filler"]
        (stick / "filler").unlink()
        desk.let_in()
        assert desk.all_saved(path)
