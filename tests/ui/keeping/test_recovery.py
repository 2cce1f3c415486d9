"""A file that cannot be opened: what is said, which backups are offered, what was done since then."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.words import Words
from tests.ui.conftest import Answers
from tests.ui.keeping_driver import KeepingDriver, spoilt
from tests.ui.reading import cut
from tests.ui.scenes import dress
from tests.ui.waiting import until
from ui.actions import PageId
from ui.closed_file import After, ClosedDeed
from ui.preferences import key_of_file
from ui.recovery.aftermath import LIST
from ui.settings.backing_up import FOLDER_KEY

Codes = dict[str, str]


@pytest.fixture
def broken(kept: KeepingDriver, codes: Codes) -> Path:
    """Return a file that was spoilt after it was closed: one check-in is in its backup, two came after that."""
    kept.scan(codes["elif"])
    kept.minutes_pass(0)
    kept.scan(codes["joern"]).scan(codes["farid"])
    path = kept.closes()
    spoilt(path)
    return path


def test_a_damaged_file_is_told_and_stays_as_it_is(kept: KeepingDriver, broken: Path) -> None:
    content = broken.read_bytes()
    kept.opens(broken).says("“konferenz.eventdesk” is damaged", "one check-in · 14 people", "on this computer")
    assert QApplication.focusWidget() is kept.recovery.lines[0].button
    kept.presses("Esc").says("eventdesk", "Open again")
    assert broken.read_bytes() == content
    assert not broken.with_name("konferenz.eventdesk.damaged").exists()


def test_going_on_with_a_backup_keeps_the_damaged_file_and_takes_over_what_came_since(
    kept: KeepingDriver, broken: Path
) -> None:
    content = broken.read_bytes()
    kept.opens(broken).presses("Enter").settles()
    kept.restored()
    assert kept.event.path == broken.with_name("konferenz 2.eventdesk")
    assert broken.with_name("konferenz.eventdesk.damaged").read_bytes() == content
    assert not broken.exists()
    assert kept.counts().startswith("1")
    kept.says("2 steps were done since this backup").clicks("Show the list")
    assert [("Jörn" in line, "Farid" in line) for line in kept.listed()] == [(True, False), (False, True)]
    kept.clicks("Take it over")
    kept.rests().says("2 steps were taken over.")
    assert kept.counts().startswith("3")
    assert kept.has_the_focus()
    assert kept.kept()[0].check_ins == 3, "what was taken over has no backup of its own"
    assert all(each is True for each in kept.event.verify().values())


def test_an_older_backup_may_be_chosen(kept: KeepingDriver, codes: Codes) -> None:
    kept.minutes_pass(0)
    kept.scan(codes["elif"])
    kept.minutes_pass(6)
    path = kept.closes()
    spoilt(path)
    kept.opens(path)
    assert [line.button.accessibleDescription().count("one check-in") for line in kept.recovery.lines] == [1, 0]
    kept.goes_on(1)
    assert kept.counts().startswith("0")
    assert len(kept.listed()) == 1


def test_going_on_without_what_came_since(kept: KeepingDriver, broken: Path) -> None:
    kept.opens(broken).goes_on()
    kept.clicks("Go on without it").does_not_say("since this backup")
    assert kept.counts().startswith("1")
    assert kept.application.preferences.kept(key_of_file(LIST, kept.event.path)) == ""


def test_before_it_is_taken_over_the_list_does_not_say_that_it_cannot_be(kept: KeepingDriver, broken: Path) -> None:
    kept.opens(broken).goes_on()
    strips = kept.application.inside.strips
    assert strips is not None
    assert {line.why for line in strips.aftermath.lines(Words("en"))} == {"It can still be taken over."}


def test_the_list_stays_until_it_is_dismissed_and_can_be_saved(
    kept: KeepingDriver, broken: Path, answers: Answers, tmp_path: Path
) -> None:
    kept.opens(broken).goes_on()
    kept.opens(kept.closes()).says("2 have to be done again by hand.")
    answers.path = tmp_path / "list.csv"
    kept.clicks("Show the list").clicks("Save the list …")
    kept.rests().says("Written: list.csv")
    written = answers.path.read_text(encoding="utf-8-sig")
    assert "Jörn Meyer-Lüerßen" in written
    assert "Farid Rahmani" in written
    kept.clicks("Done").does_not_say("by hand")
    path = kept.closes()
    kept.application.preferences.keep(key_of_file(LIST, path), '[["no such deed", 1], 2]')
    kept.opens(path).does_not_say("by hand")


def test_who_is_erased_is_in_no_list_any_more(kept: KeepingDriver, broken: Path) -> None:
    kept.opens(broken).goes_on()
    path = kept.event.path
    deed = ClosedDeed(path, "Erasing", lambda _desk, _clock: After(path, lambda _words: "Erased."), erases=True)
    kept.application.inside.closed_deed_asked.emit(deed)
    kept.settles().does_not_say("by hand")
    assert kept.application.preferences.kept(key_of_file(LIST, kept.event.path)) == ""


def test_without_any_backup_one_can_be_chosen_by_hand(
    kept: KeepingDriver, broken: Path, answers: Answers, tmp_path: Path, home: Path
) -> None:
    (backup,) = (home / "backups").glob("*/*auto.eventdesk")
    chosen = Path(shutil.copy(backup, tmp_path / "from a stick.eventdesk"))
    shutil.rmtree(home / "backups")
    kept.opens(broken).says("None was found on this computer")
    answers.path = tmp_path / "no event.eventdesk"
    answers.path.write_text("nothing", encoding="utf-8")
    kept.clicks("Choose another backup …")
    until(kept.application.looks_idle)
    kept.settles().says("was not made by eventdesk")
    answers.path = chosen
    kept.clicks("Choose another backup …")
    kept.restored()
    assert kept.event.path == broken.with_name("konferenz 2.eventdesk")
    assert chosen.exists()
    kept.says("2 steps were done since this backup")


def test_a_file_that_is_gone_is_found_again_in_its_backups(kept: KeepingDriver, codes: Codes) -> None:
    kept.scan(codes["elif"])
    kept.minutes_pass(0)
    path = kept.closes()
    path.unlink()
    kept.opens(path).says("“konferenz.eventdesk” is not there any more", "one check-in")
    kept.goes_on()
    assert kept.counts().startswith("1")
    kept.does_not_say("since this backup")


def test_a_file_that_was_never_ours_has_no_page_of_its_own(kept: KeepingDriver, tmp_path: Path) -> None:
    kept.closes()
    path = tmp_path / "letter.eventdesk"
    path.write_text("Sehr geehrte Damen und Herren, " * 40, encoding="utf-8")
    kept.opens(path).says("was not made by eventdesk", "Open again")


def test_a_file_of_nonsense_that_was_open_here_is_found_in_its_backups(kept: KeepingDriver, codes: Codes) -> None:
    kept.scan(codes["elif"])
    kept.minutes_pass(0)
    path = kept.closes()
    path.write_bytes(b"\x00" * 9000)
    kept.opens(path).says("“konferenz.eventdesk” cannot be read any more")
    kept.goes_on()
    assert kept.counts().startswith("1")
    kept.says("What was done since this backup cannot be read").clicks("Done").does_not_say("cannot be read")


def test_a_backup_that_is_damaged_itself_is_refused_and_another_one_works(kept: KeepingDriver, codes: Codes) -> None:
    kept.minutes_pass(0)
    kept.scan(codes["elif"])
    kept.minutes_pass(6)
    path = kept.closes()
    spoilt(path)
    kept.opens(path)
    spoilt(kept.recovery.offers[0].backup.path)
    kept.recovery.lines[0].button.click()
    until(kept.application.looks_idle)
    kept.settles().says("is damaged")
    assert path.exists()
    assert kept.recovery.lines[1].button.isEnabled()
    kept.goes_on(1)
    assert kept.counts().startswith("0")


def test_a_backup_at_two_places_is_offered_once_and_one_of_them_is_enough(
    kept: KeepingDriver, codes: Codes, stick: Path
) -> None:
    kept.application.preferences.keep(FOLDER_KEY, str(stick))
    kept.scan(codes["elif"])
    kept.minutes_pass(0)
    path = kept.closes()
    spoilt(path)
    kept.opens(path)
    (offer,) = kept.recovery.offers
    spoilt(offer.backup.path)
    kept.goes_on()
    assert kept.counts().startswith("1")


def test_nothing_is_seen_nor_offered_while_the_desk_is_locked(kept: KeepingDriver, broken: Path) -> None:
    kept.opens(broken).goes_on()
    assert kept.strips.trouble is not None
    for listener in kept.event.refused:
        listener(KnownError(Fault.DAMAGED, path=str(kept.event.path)))
    assert kept.aftermath.isVisible()
    assert kept.strips.trouble.isVisible()
    kept.frame.turned.emit(PageId.LOCK)
    assert kept.aftermath.isHidden()
    assert kept.strips.trouble.isHidden()
    kept.frame.turned.emit(PageId.CHECK_IN)
    assert kept.aftermath.isVisible()
    assert kept.strips.trouble.isVisible()


def test_the_language_can_be_changed_on_the_page_and_in_the_list(kept: KeepingDriver, broken: Path) -> None:
    kept.opens(broken)
    dress(kept, language="de")
    assert len(kept.recovery.lines) == 1
    kept.goes_on()
    dress(kept, language="en")
    kept.says("2 steps were done since this backup")


@pytest.mark.parametrize(("size", "percent"), [((1024, 640), 200), ((1024, 640), 100), ((1440, 900), 100)])
def test_nothing_is_cut(kept: KeepingDriver, broken: Path, size: tuple[int, int], percent: int) -> None:
    dress(kept, shade="dark", percent=percent)
    kept.window.resize(*size)
    kept.opens(broken)
    assert cut(kept.window) == []
    kept.goes_on()
    assert cut(kept.aftermath) == []
    kept.clicks(kept.aftermath.show_list.text())
    assert cut(kept.aftermath) == []
    kept.clicks(kept.aftermath.show_list.text()).settles()
    assert cut(kept.window) == []
