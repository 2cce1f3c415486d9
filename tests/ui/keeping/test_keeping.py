"""Backups without being asked: when they are taken, that nobody waits for them, and how it is said how old they are."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from eventdesk.backups import Occasion, backups_in, keeping
from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.people import records
from eventdesk.people.actions import add
from eventdesk.people.person import Person
from eventdesk.store.belt import PIECE
from tests.ui.driver import DeskDriver
from tests.ui.importing_driver import ImportDriver
from tests.ui.keeping_driver import KeepingDriver
from tests.ui.reading import cut
from tests.ui.scenes import dress
from tests.ui.settings_driver import SettingsDriver
from ui.actions import PageId
from ui.keeping import safekeeper
from ui.settings.backing_up import FOLDER_KEY
from ui.tour import practice

Codes = dict[str, str]


def test_a_backup_is_taken_every_five_minutes_if_something_changed(kept: KeepingDriver, codes: Codes) -> None:
    assert kept.pill.text() == "no backup yet"
    kept.minutes_pass(0)
    (first,) = kept.kept()
    assert first.check_ins == 0
    kept.minutes_pass(6)
    assert len(kept.kept()) == 1
    kept.scan(codes["elif"])
    kept.minutes_pass(0)
    assert [each.check_ins for each in kept.kept()] == [1, 0]
    kept.scan(codes["joern"])
    kept.minutes_pass(4)
    assert len(kept.kept()) == 2
    kept.minutes_pass(2)
    assert [each.check_ins for each in kept.kept()] == [2, 1, 0]


def test_the_pill_says_how_old_the_newest_is_and_worries_after_ten_minutes(
    kept: KeepingDriver, codes: Codes, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.minutes_pass(0)
    assert kept.pill.text() == "backup just now"
    kept.minutes_pass(90)
    assert (kept.pill.text(), kept.pill.worried) == ("backup one hour ago", False)
    assert "Nothing was changed since." in kept.pill.toolTip()
    kept.scan(codes["elif"])
    monkeypatch.setattr(kept.safekeeper, "take", lambda: None)
    kept.minutes_pass(9)
    assert (kept.pill.text(), kept.pill.worried) == ("backup one hour ago", False)
    kept.minutes_pass(2)
    assert (kept.pill.text(), kept.pill.worried) == ("backup one hour ago", True)
    assert "one check-in" not in kept.pill.toolTip()


def test_a_backup_that_cannot_be_written_is_told_and_tried_again(kept: KeepingDriver, codes: Codes) -> None:
    kept.own.parent.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(kept.own.parent, ignore_errors=True)
    kept.own.parent.write_text("in the way", encoding="utf-8")
    kept.minutes_pass(0)
    assert (kept.pill.text(), kept.pill.worried) == ("no backup", True)
    assert "could not be written" in kept.pill.toolTip()
    kept.scan(codes["elif"]).says("Welcome")
    kept.clicks_pill().says("There is no automatic backup of this event yet.", "could not be written on this computer")
    kept.own.parent.unlink()
    kept.minutes_pass(0).says("Newest automatic backup: just now, one check-in.")
    assert not kept.pill.worried


def test_what_was_changed_before_the_file_was_opened_gets_a_backup_too(kept: KeepingDriver, codes: Codes) -> None:
    kept.minutes_pass(0)
    kept.scan(codes["elif"])
    kept.opens(kept.closes()).knows()
    assert kept.pill.text().startswith("backup")
    kept.minutes_pass(6)
    assert [each.check_ins for each in kept.kept()] == [1, 0]


def test_scans_go_on_while_a_backup_is_read(kept: KeepingDriver, codes: Codes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.work.SLICE_MS", 0)
    kept.safekeeper.take()
    kept.scan(codes["elif"]).says("Elif Demirtaş")
    kept.rests()
    assert len(kept.kept()) == 1
    assert kept.safekeeper.standing.waits_since is not None
    assert kept.event.verify()["integrity"] is True


def test_each_goes_to_the_second_place_and_its_absence_is_told_once(
    kept: KeepingDriver, codes: Codes, stick: Path
) -> None:
    page = SettingsDriver.at(kept)
    page.settings.choose_backup_folder(stick)
    kept.minutes_pass(0).says("Newest backup there: ")
    assert [each.path.name for each in kept.kept(folder=stick)] == [each.path.name for each in kept.kept()]
    stick.rename(stick.with_name("pulled out"))
    kept.scan(codes["elif"])
    kept.minutes_pass(6).says("The second place for backups is not there")
    assert not kept.pill.worried
    kept.frame.banner.clear()
    kept.scan(codes["joern"])
    kept.minutes_pass(6).does_not_say("The second place for backups is not there")
    assert [each.check_ins for each in kept.kept()] == [2, 1, 0]
    kept.clicks_pill().says("The second place for backups is not there")
    stick.with_name("pulled out").rename(stick)
    kept.scan(codes["ticket"])
    kept.minutes_pass(6).does_not_say("The second place for backups is not there")
    assert [each.check_ins for each in kept.kept(folder=stick)] == [3, 0]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "The second place for backups has too little room: "),
        (errno.EROFS, "Nothing can be written to the second place for backups: "),
    ],
)
def test_why_the_second_place_got_no_copy_is_told(
    kept: KeepingDriver, codes: Codes, stick: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def refused(_made: Path, wanted: keeping.Wanted) -> None:
        raise KnownError(Fault.CANNOT_WRITE, path=str(wanted.second), reason=os.strerror(number))

    SettingsDriver.at(kept).settings.choose_backup_folder(stick)
    kept.minutes_pass(0)
    monkeypatch.setattr(keeping, "_bring", refused)
    kept.scan(codes["elif"])
    kept.minutes_pass(6).says(said)
    kept.frame.banner.clear()
    kept.scan(codes["joern"])
    kept.minutes_pass(6).does_not_say(said)
    kept.clicks_pill().says(said)


LIST = "Vorname;Nachname\nNurgül;Aydın\nHoàng;Phạm\n"


@pytest.mark.parametrize("small", [True, False])
def test_before_an_import_everything_is_kept(
    kept: KeepingDriver, codes: Codes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: bool
) -> None:
    monkeypatch.setattr(safekeeper, "AT_ONCE", (1 << 24) if small else 1)
    kept.scan(codes["elif"])
    path = tmp_path / "liste.csv"
    path.write_text(LIST, encoding="utf-8")
    page = ImportDriver.of(kept)
    page.presses("Ctrl+I")
    page.drops(path)
    page.forward().forward().waits()
    page.forward().waits()
    kept.rests()
    assert len(list(records.everyone(kept.event.db))) == len(codes) + 2
    (before,) = kept.kept(Occasion.BEFORE)
    assert (before.people, before.check_ins) == (len(codes), 1)


def test_before_much_is_changed_at_once_it_is_kept_as_it_was(
    kept: KeepingDriver, codes: Codes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with kept.event.transact(Op.APPLY_PLAN, "Plan") as tx:
        assert tx is not None
    with kept.event.transact(Op.MERGE_PEOPLE, "Zwei") as tx:
        assert tx is not None
    kept.rests()
    assert len(kept.kept(Occasion.BEFORE)) == 1
    add(kept.event, Person(0, "Mariam", "Haidari"))
    kept.clock.advance(minutes=2)
    with kept.event.transact(Op.MERGE_PEOPLE, "Zwei") as tx:
        assert tx is not None
    add(kept.event, Person(0, "Navid", "Karimi"))
    with kept.event.transact(Op.MERGE_PEOPLE, "Zwei") as tx:
        assert tx is not None
    kept.rests()
    assert [each.people for each in kept.kept(Occasion.BEFORE)] == [len(codes) + 1, len(codes)]
    add(kept.event, Person(0, "Olena", "Schewtschuk"))
    monkeypatch.setattr(safekeeper, "AT_ONCE", PIECE)  # the file is too large to be read in one piece
    with kept.event.transact(Op.APPLY_PLAN, "Plan") as tx:
        assert tx is not None
    assert not kept.safekeeper.busy


def test_closing_gives_up_what_is_being_written(kept: KeepingDriver) -> None:
    own = kept.own
    kept.safekeeper.take()
    kept.closes()
    assert [each.name for each in own.iterdir()] == ["places.json"]


def test_closing_keeps_what_came_last_at_both_places(kept: KeepingDriver, codes: Codes, stick: Path) -> None:
    kept.application.preferences.keep(FOLDER_KEY, str(stick))
    first_look_is_over(kept)
    kept.scan(codes["elif"])
    kept.safekeeper.take()  # given up, and taken anew
    event_id, own = kept.event.event_id, kept.own
    path = kept.closes()
    for folder in (own, stick):
        assert [each.check_ins for each in backups_in(folder, event_id, path)] == [1, 0]
    kept.opens(path).knows()
    first_look_is_over(kept)
    kept.closes()
    assert len(backups_in(own, event_id, path)) == 2


def test_closing_goes_on_where_no_backup_can_be_written(kept: KeepingDriver, codes: Codes) -> None:
    first_look_is_over(kept)
    kept.scan(codes["elif"])
    shutil.rmtree(kept.own.parent)
    kept.own.parent.write_text("in the way", encoding="utf-8")
    kept.closes()
    kept.says("Open again")


def test_closing_takes_no_backup_of_a_large_file_or_before_the_first_look(
    kept: KeepingDriver, codes: Codes, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.scan(codes["elif"])
    event_id, own = kept.event.event_id, kept.own
    path = kept.closes()
    assert backups_in(own, event_id, path) == []
    kept.opens(path).knows()
    first_look_is_over(kept)
    kept.scan(codes["joern"])
    monkeypatch.setattr(safekeeper, "AT_ONCE", 1)
    kept.closes()
    assert [each.check_ins for each in backups_in(own, event_id, path)] == [1]


def test_a_backup_by_hand_counts_too(kept: KeepingDriver, codes: Codes, stick: Path) -> None:
    kept.minutes_pass(0)
    kept.clock.advance(minutes=90)
    kept.scan(codes["elif"])
    kept.application.preferences.keep(FOLDER_KEY, str(stick))
    kept.clicks_pill()
    kept.presses("Ctrl+S")
    kept.rests()
    assert (kept.pill.text(), kept.pill.worried) == ("backup just now", False)
    assert "one hour ago" in kept.pill.toolTip()


def first_look_is_over(kept: KeepingDriver) -> None:
    """Let the time go by until the first look of who takes backups, without waiting for it."""
    kept.safekeeper._begin()
    kept.rests()


def test_practice_has_no_backups(kept: KeepingDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    path = kept.closes()
    monkeypatch.setattr(practice, "is_practice", lambda *_where: True)
    kept.application.open(path)
    kept.settles()
    kept.safekeeper.look()
    assert not kept.safekeeper.busy
    assert kept.pill.isHidden()


@pytest.mark.parametrize(
    ("size", "percent", "language"), [((1024, 640), 200, "de"), ((1024, 640), 200, "en"), ((1440, 900), 100, "de")]
)
def test_the_pill_is_always_there(
    desk: DeskDriver, size: tuple[int, int], percent: int, language: str, codes: Codes
) -> None:
    dress(desk, language=language, percent=percent)
    desk.window.resize(*size)
    driver = KeepingDriver(desk.application, desk.clock).knows()
    for minutes in (0, 3, 75):
        driver.safekeeper.take()
        driver.rests().scan(codes["elif"])
        driver.clock.advance(minutes=minutes)
        driver.safekeeper.turned.emit()
        driver.settles()
        assert driver.pill.isVisible()
        assert driver.pill.width() >= driver.pill.sizeHint().width()
        assert driver.frame.header.rect().contains(driver.pill.geometry())
        assert cut(driver.frame.header) == []


def test_a_click_on_the_pill_leads_to_the_card_of_backups(kept: KeepingDriver) -> None:
    kept.clicks_pill()
    assert kept.frame.page_id is PageId.EVENT
    kept.says("Backup", "No folder chosen yet")
