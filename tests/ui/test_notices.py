"""What long work came to is told, whatever happens meanwhile to the page that asked for it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.people import records as people
from eventdesk.store import backup
from eventdesk.words import Words
from tests.core.badges.test_cups import Cups
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.printer_driver import PrinterDriver
from tests.ui.settings_driver import SettingsDriver
from tests.ui.test_made_anew import press
from tests.ui.test_printing_queue import Codes
from tests.ui.test_printing_queue import at_ql as at_ql  # noqa: PLC0414 - a fixture
from tests.ui.test_printing_queue import cups as cups  # noqa: PLC0414 - a fixture
from tests.ui.test_printing_told import WAITS, shown
from tests.ui.waiting import until
from ui.actions import ActionId, PageId
from ui.notices import Notices

__all__ = ["home"]

PIECES = 7
"""So many turns it takes to make the inside of the window anew."""


@pytest.fixture
def english(desk: DeskDriver, monkeypatch: pytest.MonkeyPatch) -> DeskDriver:
    monkeypatch.setattr("ui.work.SLICE_MS", 0)
    return desk


def anew(desk: DeskDriver, turns: int) -> None:
    """Make everything anew, and let all work end after so many turns of that."""
    assert not desk.application.work.idle()
    desk.application.preferences.shade = "dark"
    pieces = desk.application._rebuilt()
    for _ in range(turns):
        next(pieces, None)
    until(desk.application.work.idle)
    list(pieces)
    desk.settles()


def banner(desk: DeskDriver) -> str:
    return desk.frame.banner.text()


@pytest.mark.parametrize("page", [PageId.EVENT, PageId.CHECK_IN])
def test_a_backup_that_ends_while_the_window_is_made_anew(
    english: DeskDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: PageId
) -> None:
    monkeypatch.setattr(backup, "PIECE", 8192)
    stick = tmp_path / "stick"
    stick.mkdir()
    at = SettingsDriver.at(english)
    at.settings.backup.choose_folder(stick)
    at.goes_to(page)
    at.waits_for_work()
    for turns in range(PIECES + 1):
        at.clock.advance(seconds=4)
        at.frame.say("")
        at.settings.make_all()
        at.settings.backup.back_up()
        anew(at, turns)
        assert banner(at).startswith("Backup written and checked: konferenz"), turns
        assert len(list(stick.iterdir())) == turns + 1


def saves_people(desk: DeskDriver, path: Path) -> None:
    """Write the list of people, and look at something else."""
    desk.goes_to(PageId.PEOPLE).goes_to(PageId.CHECK_IN).frame.people.write_to(path)


def saves_journal(desk: DeskDriver, path: Path) -> None:
    """Write the journal, and look at something else."""
    desk.goes_to(PageId.JOURNAL).goes_to(PageId.CHECK_IN).frame.journal.export(path)


def prints_badges(desk: DeskDriver, folder: Path) -> None:
    """Print one badge in a batch, and look at something else."""
    at = PrinterDriver.at(desk).chooses_folder(folder)
    at.goes_to(PageId.CHECK_IN)
    opened = at.application.opened
    assert opened is not None
    opened.badge_maker.print(people.everyone(opened.event.db)[:1], at.application.work)


@pytest.mark.parametrize(
    ("saves", "told"),
    [
        (saves_people, "people were written."),
        (saves_journal, "lines written:"),
        (prints_badges, "One badge: handed to the printer."),
    ],
)
def test_a_list_that_is_written_while_the_window_is_made_anew(
    english: DeskDriver, tmp_path: Path, saves: Callable[[DeskDriver, Path], None], told: str
) -> None:
    for turns in range(0, PIECES + 1, 2):
        english.frame.say("")
        saves(english, tmp_path / f"{turns}.csv")
        anew(english, turns)
        assert (tmp_path / f"{turns}.csv").exists()
        assert told in banner(english), turns


def test_a_list_that_cannot_be_written_is_told_as_well(english: DeskDriver, tmp_path: Path) -> None:
    saves_people(english, tmp_path / "nowhere" / "list.csv")
    anew(english, 3)
    assert "list.csv" in banner(english)
    assert not english.frame.banner.good


def test_what_is_told_is_told_in_the_other_language_too(english: DeskDriver, tmp_path: Path) -> None:
    saves_people(english, tmp_path / "list.csv")
    until(english.application.work.idle)
    english.settles()
    assert "people were written" in banner(english)
    english.application.preferences.language = "de"
    english.application.rebuild()
    assert "Personen" in banner(english.settles())
    assert english.frame.banner.good


def test_what_a_page_says_stays_in_its_language_only(english: DeskDriver) -> None:
    application, frame = english.application, english.frame
    frame.say("The door is open.")
    application.preferences.shade = "dark"
    application.rebuild()
    assert banner(english.settles()) == "The door is open."
    assert english.frame is not frame
    application.preferences.language = "de"
    application.rebuild()
    assert banner(english.settles()) == ""


def test_nothing_of_one_event_is_told_at_another(english: DeskDriver) -> None:
    english.frame.say("The door is open.")
    english.application.close_event()
    english.settles().does_not_say("The door is open.")


def test_where_much_has_waited_the_trouble_is_read() -> None:
    class Plain:
        good, sentence = False, ""

        def say(self, sentence: str, *, good: bool = False) -> None:
            self.good, self.sentence = good, sentence

        def text(self) -> str:
            return self.sentence

        def hide(self) -> None:
            self.sentence = ""

    from eventdesk.words import Words

    notices, shows = Notices(), Plain()
    notices.say(lambda _words: "trouble")
    needless = notices.say(lambda _words: "needless")
    notices.tell(lambda _words: "good news")
    notices.say(lambda _words: "")
    notices.withdraw(needless)
    notices.serve(shows, Words("en"))
    assert (shows.sentence, shows.good) == ("trouble", False)
    notices.rest()
    told = notices.tell(lambda _words: "more")
    notices.serve(shows, Words("en"))
    assert shows.sentence == "trouble"
    notices.withdraw(told)
    assert shows.sentence == "trouble"


# ---- one trouble, one sentence


def print_and_scan(at_ql: PrinterDriver, codes: Codes) -> None:
    """Print a badge, and scan the next one before anything can come of that."""
    at_ql.goes_to(PageId.CHECK_IN).scan(codes["elif"])
    at_ql.frame.do(ActionId.PRINT)
    press(at_ql, f"{codes['joern']}\n")


def test_what_the_banner_tells_goes_as_soon_as_the_card_tells_it(
    at_ql: PrinterDriver, cups: Cups, codes: Codes
) -> None:
    cups.set(paused=["QL-820"])
    print_and_scan(at_ql, codes)
    at_ql.waits_for_prints()
    assert banner(at_ql) == WAITS
    at_ql.presses("F5").waits_for_prints()
    until(lambda: shown(at_ql, "it is paused") == 1)
    assert banner(at_ql) == ""


@pytest.mark.parametrize("turns", [2, PIECES])
def test_a_printer_that_fails_while_the_window_is_made_anew(
    at_ql: PrinterDriver, cups: Cups, codes: Codes, turns: int
) -> None:
    cups.set(paused=["QL-820"])
    print_and_scan(at_ql, codes)
    pieces = at_ql.application._rebuilt()
    for _ in range(turns):
        next(pieces, None)
    until(at_ql.printing.idle)
    list(pieces)
    at_ql.settles()
    assert shown(at_ql, "it is paused") == 1


class Sentences:
    """Keeps what is shown instead of a banner."""

    good = False

    def __init__(self) -> None:
        self.said = ""

    def text(self) -> str:
        return self.said

    def say(self, sentence: str, *, good: bool = False) -> None:
        self.said, self.good = sentence, good

    def hide(self) -> None:
        self.said = ""


def test_a_known_fault_is_told_and_a_defect_of_ours_is_raised() -> None:
    notices, banner = Notices(), Sentences()
    notices.serve(banner, Words("en"))
    notices.say_fault(KnownError(Fault.DISK_FULL))
    assert "The disk is full" in banner.said
    assert not banner.good
    with pytest.raises(ZeroDivisionError):
        notices.say_fault(ZeroDivisionError())
    assert "The disk is full" in banner.said
