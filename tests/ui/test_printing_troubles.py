"""Whatever somebody does while something is on its way to a printer, nothing is lost and nothing comes out twice."""

import json
import os
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from eventdesk.badges.printers.queue import Item, Queue, Stage, restored
from eventdesk.badges.printers.spooler import Job, JobState, Progress, Sides, Spooler
from eventdesk.badges.printers.zpl import ZebraSpooler
from tests.core.badges.label_printers import printer
from tests.core.badges.test_cups import Cups
from tests.ui.printer_driver import PrinterDriver
from tests.ui.test_printing_queue import Codes, by_hand, logged
from tests.ui.test_printing_queue import at_ql as at_ql  # noqa: PLC0414 - a fixture
from tests.ui.test_printing_queue import cups as cups  # noqa: PLC0414 - a fixture
from tests.ui.waiting import until
from ui.actions import PageId
from ui.preferences import Preferences
from ui.print_places import Places
from ui.print_runner import PrintRunner
from ui.print_state import PrintState
from ui.print_store import FRESH_SECONDS, PrintStore

STATUS = b"\x02030,0,0,1245,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,0,2,4,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n"
GARBAGE = b"\x02a,b,c,d,xyz,f,g,h,i,j,k,l\x03\r\n\x02a,b,c,d,e,f,g,h,garbage,j,k\x03\r\n"


class Slow:
    """A printer that prints nothing, and takes its time to give something back."""

    name = "slow"

    def __init__(self) -> None:
        self.got: list[str] = []
        self.may_give_back = threading.Event()

    def submit(self, pdf: Path, title: str, size_mm: tuple[float, float]) -> Job:
        self.got.append(title)
        return Job(title, title, self.name)

    def state(self, job: Job) -> Progress:
        return Progress(JobState.WAITING)

    def withdraw(self, job: Job) -> bool:
        return self.may_give_back.wait(10)


class Puzzling(Slow):
    """A printer whose answers nobody foresaw."""

    def state(self, job: Job) -> Progress:
        raise ZeroDivisionError


class TwoPlaces(Places):
    """Knows two printers."""

    def __init__(self, printers: dict[str, Spooler]) -> None:
        super().__init__(Preferences())
        self._printers = printers

    def spooler(self, place: str, sides: Sides = Sides.ONE) -> Spooler | None:
        return self._printers.get(place)


@pytest.fixture
def store(tmp_path: Path) -> PrintStore:
    return PrintStore(tmp_path / "printing", tmp_path / "later")


def running(store: PrintStore, printers: dict[str, Spooler]) -> PrintRunner:
    """A desk whose first printer has one badge."""
    runner = PrintRunner(TwoPlaces(printers), store)
    page = store.pages.folder / "0001 Elif.pdf"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"%PDF")
    runner.add(Item("1", "Elif", "a"))
    runner.made("1", str(page), (62, 100), 1)
    return runner


def stages(runner: PrintRunner) -> list[Stage]:
    return [item.stage for item in runner.queue]


@pytest.mark.parametrize("again", [lambda runner: runner.move(["1"], "b"), lambda runner: runner.cancel(["1"])])
def test_who_presses_twice_gets_one_badge(
    qapp: QApplication, home: Path, store: PrintStore, again: Callable[[PrintRunner], None]
) -> None:
    one, other = Slow(), Slow()
    runner = running(store, {"a": one, "b": other})
    until(lambda: stages(runner) == [Stage.PRINTING])
    runner.move(["1"], "b")
    again(runner)
    assert stages(runner) == [Stage.PRINTING]
    one.may_give_back.set()
    until(lambda: other.got != [] and stages(runner) == [Stage.PRINTING])
    other.may_give_back.set()
    assert (one.got, other.got) == (["Elif"], ["Elif"])
    runner.stop()


def test_an_answer_that_nobody_foresaw_is_told_once_and_the_badge_needs_somebody(
    qapp: QApplication, home: Path, store: PrintStore, qtbot
) -> None:
    with qtbot.captureExceptions() as raised:
        runner = running(store, {"a": Puzzling()})
        until(lambda: stages(runner) == [Stage.HELD])
        runner._ask("1")
        until(runner.line("a").idle)
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert stages(runner) == [Stage.HELD]
    runner.stop()


def test_a_zebra_that_answers_garbage_is_in_trouble() -> None:
    answers = iter([STATUS, GARBAGE])
    with printer(lambda question: next(answers) if question.endswith(b"~HS\r\n") else None) as there:
        spooler = ZebraSpooler("Zebra", there.address)
        assert spooler.state(Job("1", "", "")).state is JobState.DONE
        assert spooler.state(Job("1", "", "")).state is JobState.HELD


def test_pages_that_are_being_made_go_elsewhere(at_ql: PrinterDriver, cups: Cups, codes: Codes, tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "sheet.pdf"))
    canvas.showPage()
    canvas.save()
    busy, printing, opened = threading.Event(), at_ql.printing, at_ql.application.opened
    assert opened is not None
    at_ql.application.jobs.run(lambda: busy.wait(10), lambda _result: None)
    printing.print_pages(tmp_path / "sheet.pdf", "Badges A to K", opened.event, [1, 2])
    by_hand(at_ql, codes, "elif")
    assert [item.stage for item in at_ql.items()] == [Stage.MAKING, Stage.MAKING]
    printing.runner.move([item.id for item in at_ql.items()], f"folder:{tmp_path / 'badges'}")
    printing.serve(None)
    printing.serve(opened.event)
    busy.set()
    at_ql.waits_for_prints()
    assert at_ql.items() == []
    names = sorted(path.name for path in (tmp_path / "badges").iterdir())
    assert names == ["0001 Badges A to K.pdf", "0002 Elif Demirtaş.pdf"]
    assert list(printing.runner.store.pages.folder.iterdir()) == []


def test_a_badge_whose_page_was_deleted_is_made_anew(at_ql: PrinterDriver, cups: Cups, codes: Codes) -> None:
    cups.set(paused=["QL-820"])
    by_hand(at_ql, codes, "elif")
    at_ql.waits_for_prints()
    Path(at_ql.items()[0].file).unlink()
    cups.set()
    at_ql.presses("F9", "F5").waits_for_prints()
    assert at_ql.items() == []
    assert logged(at_ql) == {"Elif Demirtaş": ["QL-820"]}


def test_after_a_long_break_what_was_not_made_yet_waits_as_well(store: PrintStore) -> None:
    store.write(Queue((Item("1", "Elif", "system:QL", "event", (1,)),)))
    assert [item.stage for item in store.read()] == [Stage.MAKING]
    kept = store.folder / "queue.json"
    before = kept.stat().st_mtime - FRESH_SECONDS - 60
    os.utime(kept, (before, before))
    assert [item.stage for item in store.read()] == [Stage.LATER]
    assert [item.stage for item in store.read().retry("1")] == [Stage.MAKING]


@pytest.mark.parametrize(
    "change",
    [
        {"pages": 1e999},
        {"fault": "printer", "details": {}},
        {"fault": "printer", "details": {"trouble": "hungry"}},
    ],
)
def test_a_list_with_nonsense_is_put_aside(store: PrintStore, change: dict[str, object]) -> None:
    store.write(Queue((Item("1", "Elif", "system:QL"),)))
    kept = store.folder / "queue.json"
    read = json.loads(kept.read_text("utf-8"))
    read["items"][0].update(change)
    kept.write_text(json.dumps(read), "utf-8")
    assert len(store.read()) == 0
    assert kept.with_suffix(".broken").exists()


def test_a_list_that_names_something_twice_prints_it_once() -> None:
    item = Item("1", "Elif", "system:QL", file="x.pdf", stage=Stage.WAITING)
    assert [each.id for each in restored(Queue((item, item)).as_text())] == ["1"]


def test_something_else_in_the_place_of_the_list(store: PrintStore) -> None:
    (store.folder / "queue.json").mkdir(parents=True)
    assert len(store.read()) == 0
    store.write(Queue((Item("1", "Elif", "system:QL"),)))
    assert len(store.read()) == 1


def test_those_who_wait_are_told_only_what_is_new(at_ql: PrinterDriver, cups: Cups, codes: Codes) -> None:
    cups.set(paused=["QL-820"])
    by_hand(at_ql, codes, "elif")
    at_ql.waits_for_prints()
    runner = at_ql.printing.runner
    told: list[PrintState] = []
    (first,) = at_ql.items()
    waiting = [replace(first, id=str(at), people=(at,), stage=Stage.WAITING, fault=None, details=()) for at in range(9)]
    runner.queue = Queue((first, *waiting))
    at_ql.printing.told.connect(told.append)
    runner.go_on()
    runner.go_on()
    assert [(state.person, state.ahead) for state in told] == [(at, at + 1) for at in range(9)]
    runner.cancel(["0"])
    assert [(state.person, state.ahead) for state in told[9:]] == [(at, at) for at in range(1, 9)]


def test_what_is_wanted_again_at_once_does_not_stay_in_the_folder_for_later(
    at_ql: PrinterDriver, cups: Cups, codes: Codes
) -> None:
    cups.set(paused=["QL-820"])
    by_hand(at_ql, codes, "elif")
    at_ql.waits_for_prints()
    runner = at_ql.printing.runner
    cups.set()
    runner.keep_for_later([at_ql.items()[0].id])
    runner.retry([at_ql.items()[0].id])
    at_ql.waits_for_prints()
    assert at_ql.items() == []
    assert logged(at_ql) == {"Elif Demirtaş": ["QL-820"]}
    later = runner.store.later.folder
    assert not later.exists() or list(later.iterdir()) == []


def test_two_that_run_at_one_desk_do_not_print_the_same(tmp_path: Path) -> None:
    waits = Item("1", "Elif", "system:QL", file="x.pdf", stage=Stage.WAITING)
    first = PrintStore.of_desk(tmp_path, tmp_path / "later")
    first.write(Queue((waits,)))
    second = PrintStore.of_desk(tmp_path, tmp_path / "later")
    assert second.folder != first.folder
    assert len(second.read()) == 0
    page = second.pages.folder / "0001 Farid.pdf"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"%PDF")
    second.write(Queue((replace(waits, id="2", title="Farid", file=str(page)),)))
    assert [item.title for item in first.read()] == ["Elif"]
    first.close()
    second.close()
    again = PrintStore.of_desk(tmp_path, tmp_path / "later")
    assert again.folder == first.folder
    assert [item.title for item in again.read()] == ["Elif", "Farid"]
    again.drop(str(page))
    assert not page.exists()
    again.close()
    assert [item.title for item in PrintStore.of_desk(tmp_path, tmp_path / "later").read()] == ["Elif", "Farid"]


def test_a_walk_in_that_was_taken_back_gets_no_badge(at_ql: PrinterDriver, cups: Cups) -> None:
    cups.set(paused=["QL-820"])
    at_ql.goes_to(PageId.CHECK_IN).presses("F3").types("Mariam Haidari").presses("Enter").says("Welcome")
    at_ql.waits_for_prints()
    assert [item.title for item in at_ql.items()] == ["Mariam Haidari"]
    at_ql.presses("Ctrl+Z").waits_for_prints()
    assert at_ql.items() == []
    cups.set()
    assert cups.log.read_text().count('"lp"') == 0
