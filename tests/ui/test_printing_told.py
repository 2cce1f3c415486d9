"""What goes wrong with badges is told once, where people look, and what can be mended by itself is."""

import errno
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from eventdesk.badges.printers.queue import Item, Queue, Stage
from eventdesk.badges.printers.spooler import Job, JobState, Progress
from eventdesk.codes import Fault, PrinterTrouble
from eventdesk.errors import KnownError
from tests.core.badges.test_cups import Cups
from tests.ui.driver import DeskDriver
from tests.ui.printer_driver import PrinterDriver
from tests.ui.scenes import dress
from tests.ui.test_full_disk import full_disk
from tests.ui.test_printing_queue import Codes, by_hand, logged
from tests.ui.test_printing_queue import at_ql as at_ql  # noqa: PLC0414 - a fixture
from tests.ui.test_printing_queue import cups as cups  # noqa: PLC0414 - a fixture
from tests.ui.test_printing_troubles import Slow, TwoPlaces
from tests.ui.waiting import until
from ui import print_saving
from ui.actions import PageId
from ui.print_runner import PrintRunner
from ui.print_state import Occasion
from ui.print_store import PrintStore

WAITS = "The badge waits for QL-820: it is paused. More: F9"


class GivesUp(Slow):
    """A printer whose system gives every job up."""

    def state(self, job: Job) -> Progress:
        return Progress(JobState.FAILED, "filter failed")


class Unkept(PrintStore):
    """A list that cannot be written as long as there is an error."""

    error: Exception | None = None
    written = 0

    def write(self, queue: Queue) -> None:
        if self.error is not None:
            raise self.error
        super().write(queue)
        self.written += 1


@pytest.fixture
def store(tmp_path: Path) -> Unkept:
    return Unkept(tmp_path / "printing", tmp_path / "later")


@pytest.fixture
def runner(
    qapp: QApplication, home: Path, store: Unkept, monkeypatch: pytest.MonkeyPatch
) -> tuple[PrintRunner, list[KnownError]]:
    """A desk with two printers that saves again soon, and what it complains about."""
    monkeypatch.setattr(print_saving, "TRY_AGAIN_MS", 20)
    made = PrintRunner(TwoPlaces({"system:QL": GivesUp(), "system:Laser": Slow()}), store)
    complaints: list[KnownError] = []
    made.failed.connect(complaints.append)
    return made, complaints


def shown(desk: DeskDriver, text: str) -> int:
    """Return in how many places this can be read."""
    return sum(text in each for each in desk.reads())


def waits_for(desk: PrinterDriver, holds: Callable[[], bool]) -> None:
    until(holds)
    desk.settles()


# ---- the list on the disk


def test_a_list_that_cannot_be_saved_is_told_once_and_saved_later(
    runner: tuple[PrintRunner, list[KnownError]], store: Unkept
) -> None:
    desk, complaints = runner
    store.error = KnownError(Fault.DISK_FULL, path="x", reason="No space left on device")
    desk.add(Item("1", "Elif", "system:QL"))
    until(lambda: complaints != [])
    desk.add(Item("2", "Jörn", "system:QL"))
    until(lambda: desk.saving.failures > print_saving.TOLD_AT + 1)
    assert [(each.fault, each.details["reason"]) for each in complaints] == [
        (Fault.QUEUE_UNSAVED, "No space left on device")
    ]
    store.error = None
    until(lambda: store.written > 0)
    assert [item.title for item in store.read()] == ["Elif", "Jörn"]
    desk.stop()


def test_a_list_that_is_saved_at_the_second_try_is_not_told(
    runner: tuple[PrintRunner, list[KnownError]], store: Unkept
) -> None:
    desk, complaints = runner
    store.error = KnownError(Fault.CANNOT_WRITE, path="x", reason="busy")
    desk.add(Item("1", "Elif", "system:QL"))
    until(lambda: desk.saving.failures == 1)
    store.error = None
    until(lambda: store.written > 0 and desk.saving.failures == 0)
    assert complaints == []
    desk.stop()


def test_what_nobody_foresaw_about_the_list_is_told_too(
    runner: tuple[PrintRunner, list[KnownError]], store: Unkept, qtbot
) -> None:
    desk, complaints = runner
    store.error = ZeroDivisionError()
    with qtbot.captureExceptions() as raised:
        desk.add(Item("1", "Elif", "system:QL"))
        until(lambda: complaints != [])
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert [(each.fault, each.details["reason"]) for each in complaints] == [(Fault.QUEUE_UNSAVED, "ZeroDivisionError")]
    store.error = None
    desk.stop()


def test_where_a_badge_tells_of_the_full_disk_the_list_does_not(
    runner: tuple[PrintRunner, list[KnownError]], store: Unkept
) -> None:
    desk, complaints = runner
    store.error = full = KnownError(Fault.DISK_FULL, path="x", reason="No space left on device")
    desk.add(Item("1", "Elif", "system:QL", "event", (1,)))
    desk.fail("1", full)
    until(lambda: desk.saving.failures > print_saving.TOLD_AT)
    assert [each.details["trouble"] for each in complaints] == [PrinterTrouble.DISK_FULL]
    store.error = None
    desk.stop()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_told_wherever_it_was_met(
    runner: tuple[PrintRunner, list[KnownError]], store: Unkept, number: int
) -> None:
    desk, complaints = runner
    desk.add(Item("1", "Elif", "system:QL", "event", (1,)))
    desk.fail("1", OSError(number, "no room"))
    assert [each.details["trouble"] for each in complaints] == [PrinterTrouble.DISK_FULL]
    desk.stop()


@pytest.fixture
def damaged(home: Path) -> Path:
    """Leave a list behind that nobody can read."""
    path = home / "printing/queue.json"
    path.parent.mkdir(parents=True)
    path.write_text("{", "utf-8")
    return path


def test_a_damaged_list_is_told_when_the_desk_opens(damaged: Path, desk: DeskDriver, codes: Codes) -> None:
    dress(desk, language="en")
    printing = desk.application.opened
    assert printing is not None
    assert damaged.with_suffix(".broken").read_text("utf-8") == "{"
    assert printing.printing.news() is None
    desk.scan(codes["elif"])
    assert shown(desk, "put aside") == 0


def test_the_sentence_about_a_damaged_list_is_in_the_banner(damaged: Path, desk: DeskDriver) -> None:
    assert desk.frame.banner.text().count(str(damaged.parent / "pages")) == 1


# ---- one trouble, one sentence


def test_on_the_check_in_the_card_tells_and_the_banner_keeps_still(
    at_ql: PrinterDriver, cups: Cups, codes: Codes
) -> None:
    cups.set(paused=["QL-820"])
    by_hand(at_ql, codes, "elif", "joern")
    at_ql.waits_for_prints().says(WAITS)
    waits_for(at_ql, lambda: shown(at_ql, "it is paused") == 1)
    assert at_ql.frame.banner.text() == ""


def test_on_another_page_the_banner_tells(at_ql: PrinterDriver, cups: Cups, codes: Codes) -> None:
    at_ql.scan(codes["elif"]).presses("F5")
    cups.set(paused=["QL-820"])
    at_ql.goes_to(PageId.PEOPLE)
    at_ql.waits_for_prints().says(WAITS)
    assert shown(at_ql, "it is paused") == 1


def test_on_the_page_of_the_printer_the_list_tells(at_ql: PrinterDriver, cups: Cups, codes: Codes) -> None:
    cups.set(paused=["QL-820"])
    by_hand(at_ql, codes, "elif")
    at_ql.waits_for_prints().presses("F9", "F5").waits_for_prints()
    at_ql.settles()
    at_ql.tells("not printed: it is paused.")
    assert at_ql.frame.banner.text() == ""


def test_who_comes_next_is_told_while_the_badge_is_still_being_made() -> None:
    queue = Queue().add(Item("a", "a", "QL")).made("a", "a.pdf", (62, 100)).sending("a")
    queue = queue.failed("a", KnownError(Fault.PRINTER, printer="QL", trouble="paused", reason=""))
    stopped = replace(queue, items=(*queue.items, Item("b", "b", "QL")))
    ((item, ahead, error),) = stopped.lines()
    assert (item.id, ahead) == ("b", 1)
    assert error is not None


def test_a_printer_is_called_by_its_name(runner: tuple[PrintRunner, list[KnownError]], store: Unkept) -> None:
    desk, complaints = runner
    page = store.pages.folder / "0001 Elif.pdf"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"%PDF")
    desk.add(Item("1", "Elif", "system:QL"))
    desk.made("1", str(page), (62, 100), 1)
    until(lambda: complaints != [])
    assert [each.details["printer"] for each in complaints] == ["QL"]
    desk.stop()


# ---- full disks


def test_where_there_was_no_room_for_a_page_it_is_made_as_soon_as_there_is(
    desk: DeskDriver, codes: Codes, home: Path
) -> None:
    at = PrinterDriver.at(desk).chooses_folder(home / "badges")
    pages = home / "printing/pages"
    pages.parent.mkdir(parents=True, exist_ok=True)
    pages.write_text("in the way", encoding="utf-8")
    by_hand(at, codes, "elif", "joern")
    at.waits_for_prints()
    assert [stage for _, stage in at.stages()] == [Stage.FAILED, Stage.FAILED]
    pages.unlink()
    by_hand(at, codes, "farid")
    at.waits_for_prints()
    assert at.items() == []
    assert set(logged(at)) == {"Elif Demirtaş", "Jörn Meyer-Lüerßen", "Farid Rahmani"}


def test_a_print_that_cannot_be_noted_is_noted_with_the_next_step_that_is_saved(
    desk: DeskDriver, codes: Codes, home: Path
) -> None:
    at = PrinterDriver.at(desk).chooses_folder(home / "badges")
    at.goes_to(PageId.CHECK_IN).scan(codes["elif"])
    opened = at.application.opened
    assert opened is not None
    with full_disk(at, opened.event):
        person = opened.flow.owner(codes["elif"])
        assert person is not None
        opened.printing.print_badge(opened.event, person, Occasion.BY_HAND)
        waits_for(at, lambda: at.stages() == [("Elif Demirtaş", Stage.DONE)])
        assert logged(at) == {}
    at.scan(codes["joern"])
    waits_for(at, lambda: at.items() == [])
    assert logged(at) == {"Elif Demirtaş": ["badges"]}
    assert len(list((home / "badges").glob("*.pdf"))) == 1


# ---- another printer by one key


def test_what_comes_next_goes_to_the_other_printer_as_well(at_ql: PrinterDriver, cups: Cups, codes: Codes) -> None:
    cups.set(printers=["Laser"])
    by_hand(at_ql, codes, "elif")
    at_ql.waits_for_prints().presses("F9")
    waits_for(at_ql, lambda: at_ql.printer.queue.elsewhere.currentText() == "Printer: Laser")
    at_ql.presses("F4").says("From now on badges go to “Laser”.").waits_for_prints()
    assert at_ql.printer.place.printers.currentText() == "Printer: Laser"
    by_hand(at_ql, codes, "joern")
    at_ql.waits_for_prints()
    assert set(map(tuple, logged(at_ql).values())) == {("Laser",)}


def test_what_is_marked_goes_alone(at_ql: PrinterDriver, cups: Cups, codes: Codes) -> None:
    cups.set(paused=["QL-820"])
    by_hand(at_ql, codes, "elif", "joern")
    at_ql.waits_for_prints().presses("F9")
    waits_for(at_ql, lambda: at_ql.printer.queue.elsewhere.count() > 0)
    at_ql.marks(0).presses("F4").waits_for_prints()
    assert at_ql.printing.places.chosen == "system:QL-820"


def test_the_first_printer_that_is_found_is_offered_unless_somebody_picked_another(
    at_ql: PrinterDriver, cups: Cups, codes: Codes, tmp_path: Path
) -> None:
    folder = f"folder:{tmp_path / 'badges'}"
    at_ql.printing.places.remember(folder)
    cups.set(paused=["QL-820"])
    by_hand(at_ql, codes, "elif")
    at_ql.waits_for_prints().presses("F9")
    elsewhere = at_ql.printer.queue.elsewhere
    waits_for(at_ql, lambda: elsewhere.count() == 2)
    assert elsewhere.currentText() == "Printer: Laser"
    elsewhere.setCurrentIndex(elsewhere.findData(folder))
    elsewhere.activated.emit(elsewhere.currentIndex())
    by_hand(at_ql, codes, "joern")
    at_ql.waits_for_prints().presses("F9")
    assert elsewhere.currentData() == folder
