"""The disk fails while people work: it stays said as long as nothing can be saved, and there is always a way on."""

import os
import shutil
from pathlib import Path

import pytest

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.people.actions import add
from eventdesk.people.person import Person
from tests.ui.keeping_driver import KeepingDriver
from tests.ui.reading import cut
from tests.ui.scenes import dress

Codes = dict[str, str]
MOVABLE = pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder of an open file where it is")


@pytest.fixture
def apart(kept: KeepingDriver, tmp_path: Path) -> KeepingDriver:
    """Return a desk whose file lies in a folder that can be pulled out."""
    stick = tmp_path / "stick"
    stick.mkdir()
    path = kept.closes()
    moved = Path(shutil.move(path, stick / path.name))
    return kept.opens(moved).knows()


@MOVABLE
def test_a_stick_that_is_pulled_out_is_told_and_put_back_in_it_works(
    apart: KeepingDriver, codes: Codes, tmp_path: Path
) -> None:
    apart.scan(codes["elif"]).says("Welcome")
    (tmp_path / "stick").rename(tmp_path / "gone")
    apart.scan(codes["joern"]).says("Not saved", "Save a copy and work with it").does_not_say("Welcome")
    assert apart.has_the_focus()
    assert apart.counts().startswith("1")
    (tmp_path / "gone").rename(tmp_path / "stick")
    apart.scan(codes["joern"]).says("Welcome").does_not_say("Save a copy and work with it")
    assert apart.counts().startswith("2")


@MOVABLE
def test_with_a_copy_one_goes_on_where_the_file_is_gone(apart: KeepingDriver, codes: Codes, tmp_path: Path) -> None:
    apart.scan(codes["elif"])
    (tmp_path / "stick").rename(tmp_path / "gone")
    apart.scan(codes["joern"])
    apart.clicks("Save a copy and work with it")
    copy = apart.knows()
    assert copy.event.path.parent == copy.application.preferences.documents()
    assert copy.counts().startswith("1")
    copy.scan(codes["joern"]).says("Welcome")
    assert all(each is True for each in copy.event.verify().values())


@MOVABLE
def test_a_file_that_was_deleted_loses_nothing_that_was_confirmed(
    apart: KeepingDriver, codes: Codes, tmp_path: Path
) -> None:
    apart.scan(codes["elif"])
    (tmp_path / "stick" / "konferenz.eventdesk").unlink()
    apart.scan(codes["joern"]).says("Not saved").clicks("Save a copy and work with it")
    copy = apart.knows()
    assert copy.counts().startswith("1")
    copy.scan(codes["joern"]).says("Welcome")


@MOVABLE
def test_the_event_can_be_closed_while_its_file_is_gone(apart: KeepingDriver, tmp_path: Path) -> None:
    (tmp_path / "stick").rename(tmp_path / "gone")
    path = apart.closes()
    apart.says("Open again")
    apart.opens(path).says("There is no file")


def test_a_full_disk_stays_said_until_something_is_saved(kept: KeepingDriver, codes: Codes) -> None:
    event = kept.event
    most = event.db.value("PRAGMA max_page_count")
    event.db.value(f"PRAGMA max_page_count={event.db.value('PRAGMA page_count')}")
    with pytest.raises(KnownError, match=Fault.DISK_FULL):
        fill(event)
    kept.settles().says("The disk is full", "Not saved").does_not_say("saved 1")
    event.db.value(f"PRAGMA max_page_count={most}")
    kept.scan(codes["elif"]).says("Welcome").does_not_say("The disk is full", "Not saved")


def test_after_several_refused_steps_one_is_reminded_until_one_says_so(kept: KeepingDriver, codes: Codes) -> None:
    for _ in range(3):
        refuse(kept.event, Fault.DISK_FULL)
    kept.settles().says("nothing is saved any more", "Not saved")
    kept.scan(codes["elif"]).says("Welcome", "What was refused before is not in the file").does_not_say("Not saved")
    kept.scan(codes["farid"]).says("What was refused before is not in the file")
    kept.clicks("Got it").does_not_say("What was refused before")
    assert kept.has_the_focus()


def test_only_faults_of_the_open_file_are_told_so_and_got_it_takes_them_away(kept: KeepingDriver) -> None:
    for listener in kept.event.refused:
        listener(KnownError(Fault.CANNOT_READ, path="picture.png"))
        listener(KnownError(Fault.NO_NAME))
    kept.settles().does_not_say("Save a copy and work with it")
    refuse(kept.event, Fault.DISK_FULL)
    kept.settles().says("Not saved").clicks("Got it").does_not_say("The disk is full", "Not saved")
    assert kept.has_the_focus()


def test_a_file_that_is_found_damaged_while_it_is_open_leads_to_its_backups(kept: KeepingDriver, codes: Codes) -> None:
    kept.scan(codes["elif"])
    kept.minutes_pass(0)
    refuse(kept.event, Fault.DAMAGED)
    kept.settles().clicks("Go back to a backup")
    kept.opens_nothing().says("“konferenz.eventdesk” is damaged", "one check-in")
    kept.goes_on()
    assert kept.counts().startswith("1")


def test_where_no_copy_can_be_written_that_is_told_and_the_way_stays(kept: KeepingDriver, home: Path) -> None:
    (home / "events").write_text("in the way", encoding="utf-8")
    refuse(kept.event, Fault.CANNOT_WRITE)
    kept.settles().clicks("Save a copy and work with it").says("cannot be written", "Save a copy and work with it")


@pytest.mark.parametrize(
    ("fault", "size", "percent"),
    [(Fault.DISK_FULL, (1024, 640), 200), (Fault.FILE_LOST, (1024, 640), 200), (Fault.FILE_LOST, (1440, 900), 100)],
)
def test_nothing_is_cut(kept: KeepingDriver, fault: Fault, size: tuple[int, int], percent: int) -> None:
    dress(kept, language="de", shade="dark", percent=percent)
    kept.window.resize(*size)
    refuse(kept.event, fault)
    assert cut(kept.settles().window) == []


def fill(event: Event) -> None:
    """Add people until the file may not grow any more."""
    for number in range(2_000):
        add(event, Person(0, "Gast", str(number) * 50))


def refuse(event: Event, fault: Fault) -> None:
    """Let the open file have refused to take something."""
    for listener in event.refused:
        listener(KnownError(fault, path=str(event.path), reason="I/O"))
