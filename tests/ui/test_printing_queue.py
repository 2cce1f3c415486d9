"""Whatever happens to printers, nothing is lost, each thing is said in one sentence, and the desk goes on scanning."""

import json
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from eventdesk.badges import records as prints
from eventdesk.badges.printers.queue import Item, Queue, Stage
from eventdesk.badges.printers.spooler import Sides
from eventdesk.people import records as people
from tests.core.badges.label_printers import Printer, printer, zpl_labels
from tests.core.badges.test_cups import Cups
from tests.ui.driver import DeskDriver
from tests.ui.printer_driver import PrinterDriver
from tests.ui.waiting import until
from tests.ui.watchdog import Watchdog
from ui.actions import PageId
from ui.application import Application
from ui.preferences import Preferences
from ui.print_places import Setup
from ui.print_store import FRESH_SECONDS, PrintStore

Codes = dict[str, str]


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cups:
    """Have two printers, seen through stand-ins for the programs of CUPS."""
    (tmp_path / "cups").mkdir()
    stand_in = Cups(tmp_path / "cups")
    monkeypatch.setenv("PATH", str(tmp_path / "cups/bin"), prepend=":")
    monkeypatch.setenv("EVENTDESK_LANGUAGE", "en")
    return stand_in


@pytest.fixture
def at_ql(cups: Cups, application: Application, desk: DeskDriver) -> PrinterDriver:
    """A desk that prints on the QL."""
    application.preferences.language = "en"
    application.preferences.printer = "system:QL-820"
    application.rebuild()
    return PrinterDriver(desk.application, desk.clock)


@pytest.fixture
def zebra() -> Iterator[Printer]:
    with printer() as there:
        yield there


def logged(desk: DeskDriver) -> dict[str, list[str]]:
    """Return what the print log has, by name."""
    opened = desk.application.opened
    assert opened is not None
    found = {each.name: prints.prints(opened.event.db, each.id) for each in people.everyone(opened.event.db)}
    return {name: [line.printer for line in lines] for name, lines in found.items() if lines}


def by_hand(desk: PrinterDriver, codes: Codes, *keys: str) -> None:
    for key in keys:
        desk.goes_to(PageId.CHECK_IN).scan(codes[key]).presses("F5")


def test_a_printer_that_was_removed(at_ql: PrinterDriver, cups: Cups, codes: Codes) -> None:
    cups.set(printers=["Laser"])
    by_hand(at_ql, codes, "elif")
    at_ql.waits_for_prints().says("The badge waits for QL-820: it is not there any more. More: F9")
    assert at_ql.stages() == [("Elif Demirtaş", Stage.FAILED)]
    assert cups.log.read_text().count('"lp"') == 0
    assert logged(at_ql) == {}
    cups.set()
    at_ql.presses("F9")
    at_ql.tells("not printed: it is not there any more.").presses("F5").waits_for_prints()
    assert at_ql.items() == []
    assert logged(at_ql) == {"Elif Demirtaş": ["QL-820"]}


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ({"paused": ["QL-820"]}, "it is paused."),
        ({"rejecting": ["QL-820"]}, "it takes no jobs at the moment."),
        ({"scheduler_down": True}, "it does not answer."),
        ({"lp_fails": "Unsupported document-format"}, "its system says “lp: Unsupported document-format”."),
    ],
)
def test_one_sentence_each(
    at_ql: PrinterDriver, cups: Cups, codes: Codes, state: dict[str, object], sentence: str
) -> None:
    cups.set(**state)
    by_hand(at_ql, codes, "elif")
    at_ql.waits_for_prints()
    at_ql.presses("F9")
    at_ql.tells(sentence)
    assert at_ql.stages() == [("Elif Demirtaş", Stage.FAILED)]
    at_ql.goes_to(PageId.CHECK_IN).scan(codes["joern"]).says("Welcome", "Jörn Meyer-Lüerßen")
    assert logged(at_ql) == {}


def test_no_print_system(at_ql: PrinterDriver, tmp_path: Path, codes: Codes) -> None:
    shutil.rmtree(tmp_path / "cups/bin")
    at_ql.printing.places.choose("system:QL-820")
    by_hand(at_ql, codes, "elif")
    at_ql.waits_for_prints()
    assert at_ql.stages() == [("Elif Demirtaş", Stage.FAILED)]


def test_those_behind_go_to_another_printer_by_one_key(
    at_ql: PrinterDriver, cups: Cups, codes: Codes, zebra: Printer
) -> None:
    cups.set(paused=["QL-820"])
    place = f"zebra:127.0.0.1:{zebra.address.port}|203"
    at_ql.printing.places.remember(place)
    by_hand(at_ql, codes, "elif", "joern", "oksana")
    at_ql.waits_for_prints()
    at_ql.says("The badge waits for QL-820: it is paused. More: F9")
    assert [stage for _, stage in at_ql.stages()] == [Stage.FAILED, Stage.WAITING, Stage.WAITING]
    at_ql.presses("F9")
    elsewhere = at_ql.printer.queue.elsewhere
    elsewhere.setCurrentIndex(elsewhere.findData(place))
    at_ql.presses("F4").waits_for_prints()
    assert at_ql.items() == []
    assert [len(zpl_labels(job)) for job in zebra.jobs(3)] == [1, 1, 1]
    assert set(logged(at_ql)) == {"Elif Demirtaş", "Jörn Meyer-Lüerßen", "Oksana Netschyporenko"}


def test_what_is_in_the_queue_of_the_system_is_taken_back_before_it_goes_elsewhere(
    at_ql: PrinterDriver, cups: Cups, codes: Codes, tmp_path: Path
) -> None:
    cups.set(waiting=["QL-820-7"], alerts="media-empty-error")
    by_hand(at_ql, codes, "elif")
    at_ql.waits_until_stages(Stage.HELD).says("The badge waits at QL-820: it is out of paper or labels.")
    at_ql.printing.runner.move([at_ql.items()[0].id], f"folder:{tmp_path / 'badges'}")
    at_ql.waits_for_prints()
    assert ["QL-820-7"] in cups.asked("cancel")
    assert [path.name for path in (tmp_path / "badges").iterdir()] == ["0001 Elif Demirtaş.pdf"]


def test_what_cannot_be_taken_back_is_asked_about(at_ql: PrinterDriver, cups: Cups, codes: Codes) -> None:
    cups.set(waiting=["QL-820-7"], paused=[], alerts="media-jam-error", stubborn=True)
    by_hand(at_ql, codes, "elif")
    at_ql.waits_until_stages(Stage.HELD)
    at_ql.printing.runner.keep_for_later([at_ql.items()[0].id])
    at_ql.waits_until_stages(Stage.UNSURE).presses("F9")
    at_ql.tells("Please look whether it came out.").clicks("It came out")
    assert at_ql.items() == []
    assert logged(at_ql) == {"Elif Demirtaş": ["QL-820"]}


def test_for_later_and_from_there(at_ql: PrinterDriver, cups: Cups, codes: Codes) -> None:
    cups.set(paused=["QL-820"])
    by_hand(at_ql, codes, "elif", "joern")
    at_ql.waits_for_prints().presses("F9", "F6")
    at_ql.waits_for_prints()
    later = at_ql.printing.runner.store.later.folder
    assert sorted(path.name for path in later.iterdir()) == ["0001 Elif Demirtaş.pdf", "0002 Jörn Meyer-Lüerßen.pdf"]
    assert [stage for _, stage in at_ql.stages()] == [Stage.LATER, Stage.LATER]
    cups.set()
    at_ql.tells("kept for later").presses("F5").waits_for_prints()
    assert at_ql.items() == []
    assert list(later.iterdir()) == []
    assert set(logged(at_ql)) == {"Elif Demirtaş", "Jörn Meyer-Lüerßen"}


def test_only_what_is_marked_goes_away(at_ql: PrinterDriver, cups: Cups, codes: Codes) -> None:
    cups.set(paused=["QL-820"])
    by_hand(at_ql, codes, "elif", "joern")
    at_ql.waits_for_prints().presses("F9")
    at_ql.printer.queue.do_not_print()
    assert len(at_ql.items()) == 2
    at_ql.marks(0).printer.queue.list.setFocus()
    at_ql.presses("Del").waits_for_prints()
    assert [name for name, _ in at_ql.stages()] == ["Jörn Meyer-Lüerßen"]
    assert len(list(at_ql.printing.runner.store.pages.folder.iterdir())) == 1


def test_the_list_is_there_after_a_restart(at_ql: PrinterDriver, cups: Cups, codes: Codes, file: Path) -> None:
    cups.set(paused=["QL-820"])
    by_hand(at_ql, codes, "elif", "joern")
    at_ql.waits_for_prints()
    at_ql.printing.stop()
    again = PrintStore(Preferences().folder / "printing", Preferences().documents() / "print-later").read()
    assert [(item.title, item.stage) for item in again] == at_ql.stages()
    assert all(Path(item.file).read_bytes().startswith(b"%PDF") for item in again)


def test_a_list_that_is_broken_is_put_aside(tmp_path: Path) -> None:
    store = PrintStore(tmp_path / "printing", tmp_path / "later")
    store.write(Queue((Item("a", "Elif", "system:QL"),)))
    assert len(store.read()) == 1
    (tmp_path / "printing/queue.json").write_text("{", encoding="utf-8")
    assert len(store.read()) == 0
    assert (tmp_path / "printing/queue.broken").read_text(encoding="utf-8") == "{"


def test_nothing_comes_out_by_itself_after_a_long_break(tmp_path: Path) -> None:
    import os

    store = PrintStore(tmp_path / "printing", tmp_path / "later")
    store.write(Queue((Item("a", "Elif", "system:QL", file="x.pdf", stage=Stage.WAITING),)))
    assert [item.stage for item in store.read()] == [Stage.WAITING]
    kept = tmp_path / "printing/queue.json"
    before = kept.stat().st_mtime - FRESH_SECONDS - 60
    os.utime(kept, (before, before))
    assert [item.stage for item in store.read()] == [Stage.LATER]


def test_a_print_is_noted_in_its_event_even_if_that_was_closed_meanwhile(
    at_ql: PrinterDriver, cups: Cups, codes: Codes, file: Path
) -> None:
    cups.set(waiting=["QL-820-7"])
    by_hand(at_ql, codes, "elif")
    at_ql.waits_until_stages(Stage.PRINTING)
    printing, application = at_ql.printing, at_ql.application
    application.close_event()
    cups.set()
    until(lambda: [item.stage for item in printing.runner.queue] == [Stage.DONE])
    application.open(file)
    until(lambda: application.opened is not None)
    at_ql.settles()
    assert logged(at_ql) == {"Elif Demirtaş": ["QL-820"]}
    assert at_ql.items() == []


def test_a_folder_that_takes_nothing_loses_nothing(desk: DeskDriver, codes: Codes, home: Path) -> None:
    (home / "printing").mkdir(parents=True)
    (home / "printing/pages").write_text("in the way", encoding="utf-8")
    at = PrinterDriver.at(desk)
    at.chooses_folder(home / "badges")
    by_hand(at, codes, "elif")
    at.waits_for_prints()
    assert at.stages() == [("Elif Demirtaş", Stage.FAILED)]
    assert logged(at) == {}
    (home / "printing/pages").unlink()
    at.presses("F9", "F5").waits_for_prints()
    assert logged(at) == {"Elif Demirtaş": ["badges"]}


@pytest.mark.parametrize(("policy", "expected"), [("never", 0), ("walk_ins", 0), ("once", 1), ("always", 2)])
def test_whose_badge_is_printed_at_the_check_in(
    desk: DeskDriver, codes: Codes, home: Path, policy: str, expected: int
) -> None:
    at = PrinterDriver.at(desk).chooses_folder(home / "badges")
    at.application.preferences.print_policy = policy
    at.goes_to(PageId.CHECK_IN).scan(codes["elif"]).waits_for_prints()
    at.presses("F8").scan(codes["elif"]).waits_for_prints()
    assert len(list((home / "badges").glob("*.pdf"))) == expected


def test_labels_are_counted_and_the_last_ones_told(desk: DeskDriver, codes: Codes, home: Path) -> None:
    at = PrinterDriver.at(desk).chooses_folder(home / "badges")
    at.writes(at.printer.fitting.labels, "12")
    place = at.printing.places.chosen
    assert at.printing.places.setup(place) == Setup(left=12)
    by_hand(at, codes, "elif")
    at.waits_for_prints()
    assert at.printing.places.setup(place).left == 11
    at.printing.places.set_up(place, Setup(left=1))
    by_hand(at, codes, "joern")
    at.waits_for_prints()
    assert at.printing.places.setup(place).left == 0


def test_a_verdict_is_never_delayed_by_a_printer_that_hangs(at_ql: PrinterDriver, cups: Cups, codes: Codes) -> None:
    at_ql.application.preferences.print_policy = "always"
    at_ql.scan(codes["farid"]).waits_for_prints()  # everything is warm
    cups.set(sleep_lpstat=1.0)
    loop = QEventLoop()
    keys = iter(["elif", "oksana", "joern", "leila", "lina", "selam", "anna_1", "anna_2"])

    def scan_next() -> None:
        key = next(keys, None)
        if key is None:
            loop.quit()
        else:
            at_ql.scan(codes[key])

    timer = QTimer()
    timer.timeout.connect(scan_next)
    timer.start(30)
    with Watchdog(limit_ms=500) as dog:
        loop.exec()
    timer.stop()
    assert dog.longest_ms < 500, dog.culprits()  # a single answer of this printer takes twice as long
    at_ql.says("Anna Schmidt")
    assert len(at_ql.items()) >= 7
    cups.set()
    at_ql.waits_for_prints()
    assert at_ql.items() == []
    assert sum(map(len, logged(at_ql).values())) >= 8  # two of them are called alike


def test_two_printers_do_not_wait_for_each_other(
    at_ql: PrinterDriver, cups: Cups, codes: Codes, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=5) as deaf:
        at_ql.printing.choose(f"zebra:127.0.0.1:{deaf.getsockname()[1]}|203")
        by_hand(at_ql, codes, "elif")
        at_ql.printing.choose(f"folder:{tmp_path / 'badges'}")
        by_hand(at_ql, codes, "joern")
        until(lambda: (tmp_path / "badges").exists() and len(list((tmp_path / "badges").glob("0*.pdf"))) == 1)
    at_ql.waits_for_prints()


def test_what_is_kept_says_what_it_is(at_ql: PrinterDriver, cups: Cups, codes: Codes) -> None:
    cups.set(paused=["QL-820"])
    by_hand(at_ql, codes, "elif")
    at_ql.waits_for_prints()
    kept = json.loads((Preferences().folder / "printing/queue.json").read_text("utf-8"))
    (item,) = kept["items"]
    assert (item["title"], item["printer"], item["stage"], item["fault"]) == (
        "Elif Demirtaş",
        "system:QL-820",
        "failed",
        "printer",
    )


def test_many_pages_are_one_thing_in_the_queue_and_many_in_the_log(
    at_ql: PrinterDriver, cups: Cups, tmp_path: Path
) -> None:
    from reportlab.pdfgen.canvas import Canvas

    sheet = tmp_path / "sheet.pdf"
    canvas = Canvas(str(sheet), pagesize=(595.28, 841.89))
    for _ in range(3):
        canvas.rect(10, 10, 30, 30)
        canvas.showPage()
    canvas.save()
    cups.set(paused=["QL-820"])
    opened = at_ql.application.opened
    assert opened is not None
    ids = [each.id for each in people.everyone(opened.event.db)][:5]
    at_ql.printing.print_pages(sheet, "Badges A to K", opened.event, ids, Sides.LONG_EDGE)
    sheet.unlink()
    at_ql.waits_for_prints().presses("F9")
    at_ql.tells("Badges A to K (3 pages)")
    cups.set()
    at_ql.presses("F5").waits_for_prints()
    assert sum(map(len, logged(at_ql).values())) == 5
    (asked,) = cups.asked("lp")
    assert {"PageSize=A4", "sides=two-sided-long-edge"} <= set(asked)
