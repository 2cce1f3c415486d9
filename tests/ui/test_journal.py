"""The page "Journal": what happened, found, read, undone and done again."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from eventdesk.checkin.actions import check_in, check_in_group, walk_in
from eventdesk.checkin.records import points
from eventdesk.people import records
from eventdesk.people.actions import add, edit
from eventdesk.people.importing import import_people
from eventdesk.people.person import Person
from tests.clock import FakeClock
from tests.ui.conftest import Answers
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.journal_driver import JournalDriver
from tests.ui.reading import cut
from ui.actions import PageId

__all__ = ["home"]

Codes = dict[str, str]


@pytest.fixture
def journal(desk: DeskDriver) -> JournalDriver:
    """Return the journal of a desk that speaks English."""
    return JournalDriver(desk)


def people_list(folder: Path, rows: int, organisation: str = "Verein") -> Path:
    path = folder / "liste.csv"
    text = [f"Gast{number};Neu{number};{organisation};g{number}@example.org" for number in range(rows)]
    path.write_text("\n".join(["given_name;family_name;organisation;email", *text]), "utf-8")
    return path


def scan(journal: JournalDriver, code: str) -> None:
    """Somebody is scanned by another part of the window."""
    journal.desk.clock.advance(seconds=10)
    check_in(journal.event, code, points(journal.event.db)[0])
    journal.desk.settles()


def test_the_newest_entry_is_chosen_and_told(journal: JournalDriver, codes: Codes) -> None:
    scan(journal, codes["elif"])
    assert journal.titles()[0] == "Check-in: Elif Demirtaş"
    journal.chooses("Check-in: Elif Demirtaş")
    assert journal.told() == ["Checked in at Haupteingang"]
    journal.desk.says("Check-in: Elif Demirtaş", "Haupteingang", "6 Mar 2017 · 09:00:10 · Desk 1")


def test_ctrl_z_undoes_the_chosen_one(journal: JournalDriver, codes: Codes) -> None:
    scan(journal, codes["elif"])
    scan(journal, codes["joern"])
    journal.chooses("Check-in: Elif Demirtaş").desk.presses("Ctrl+Z")
    assert journal.titles()[:3] == [
        "Undone: Check-in: Elif Demirtaş",
        "Check-in: Jörn Meyer-Lüerßen",
        "Check-in: Elif Demirtaş",
    ]
    assert [line.gone for line in journal.lines()[:3]] == [False, False, True]
    assert journal.chosen() == "Check-in: Elif Demirtaş"
    journal.desk.says("Undone: 6 Mar 2017")


def test_done_again_by_ctrl_y(journal: JournalDriver, codes: Codes) -> None:
    scan(journal, codes["elif"])
    journal.chooses("Check-in: Elif Demirtaş").desk.presses("Ctrl+Z", "Ctrl+Y")
    assert journal.titles()[:2] == ["Done again: Check-in: Elif Demirtaş", "Undone: Check-in: Elif Demirtaş"]
    assert [line.gone for line in journal.lines()[:3]] == [False, True, False]


def test_an_undo_is_done_again_from_its_own_line(journal: JournalDriver, codes: Codes) -> None:
    scan(journal, codes["elif"])
    journal.chooses("Check-in: Elif Demirtaş").desk.presses("Ctrl+Z")
    journal.chooses("Undone: Check-in: Elif Demirtaş").desk.clicks("Do it again")
    assert journal.titles()[0] == "Done again: Check-in: Elif Demirtaş"


def test_del_undoes_nothing(journal: JournalDriver, codes: Codes) -> None:
    scan(journal, codes["elif"])
    journal.chooses("Check-in: Elif Demirtaş").desk.presses("Del")
    assert not journal.lines()[0].gone


def test_what_stands_in_the_way_is_named_and_shown(journal: JournalDriver) -> None:
    person = records.everyone(journal.event.db)[0]
    edit(journal.event, person.id, town="Peine")
    edit(journal.event, person.id, town="Celle")
    for _ in range(3):
        edit(journal.event, person.id, note=f"{journal.event.journal_length()}")
    journal.desk.settles()
    line = f"Person changed: {person.name}"
    journal.page.list.choose(4)
    journal.desk.settles().presses("Ctrl+Z")
    journal.desk.says(f"“{line}, 09:00” cannot be undone: “{line}, 09:00” came after it. Undo that first.")
    assert not journal.lines()[4].gone
    journal.desk.clicks("Show what came later")
    assert journal.page.list.currentIndex().row() == 3


def test_a_jump_leaves_the_filter(journal: JournalDriver, codes: Codes) -> None:
    scan(journal, codes["elif"])
    journal.chooses("Check-in: Elif Demirtaş").desk.presses("Ctrl+Z")
    for number in range(70):
        edit(journal.event, records.everyone(journal.event.db)[0].id, note=str(number))
    journal.desk.clicks("Undone")
    assert journal.titles() == ["Check-in: Elif Demirtaş"]
    journal.desk.clicks("Show the undo")
    journal.rests()
    assert journal.chosen() == "Undone: Check-in: Elif Demirtaş"
    assert journal.page.filters.idle


def test_a_fact_offers_no_undo(journal: JournalDriver, codes: Codes) -> None:
    scan(journal, codes["cancelled"])
    journal.chooses("Scan refused: Anke Schröder")
    journal.desk.says("Haupteingang · registration cancelled")
    assert not journal.page.details.undo_button.isVisible()
    journal.desk.presses("Ctrl+Z").says(
        "“Scan refused: Anke Schröder, 09:00”: this is how it happened; there is nothing to undo here."
    )


def test_an_import_is_one_line_with_its_people_inside(journal: JournalDriver, tmp_path: Path) -> None:
    import_people(journal.event, people_list(tmp_path, 130))
    journal.rests()
    assert journal.titles()[0] == "Import: liste.csv"
    assert journal.lines()[0].below == "130 people added"
    journal.chooses("Import: liste.csv")
    assert journal.told()[:2] == ["Gast0 Neu0", "Added · Organisation: Verein · E-mail: g0@example.org"]
    for _ in range(6):
        journal.desk.clicks("Show more")
    assert len(journal.told()) == 260
    assert not journal.page.details.more_button.isVisible()


def test_a_large_import_is_undone_step_by_step(journal: JournalDriver, tmp_path: Path) -> None:
    import_people(journal.event, people_list(tmp_path, 450))
    journal.rests().chooses("Import: liste.csv").desk.presses("Ctrl+Z")
    journal.rests()
    assert journal.titles()[:2] == ["Undone: Import: liste.csv", "Import: liste.csv"]
    assert journal.lines()[1].gone
    assert not [each for each in records.everyone(journal.event.db) if each.given_name == "Gast1"]


def test_a_stopped_undo_can_go_on(journal: JournalDriver, tmp_path: Path) -> None:
    import_people(journal.event, people_list(tmp_path, 450))
    journal.rests().chooses("Import: liste.csv")
    work = journal.desk.application.work
    stopped: list[int] = []

    def stop_soon() -> None:
        if not stopped and any(task.done > task.total // 2 for task in work.tasks):
            stopped.append(1)
            work.tasks[0].stop()

    journal.event.changed.append(lambda _changes: stop_soon())
    journal.desk.presses("Ctrl+Z")
    journal.rests()
    assert stopped
    assert journal.lines()[1].state == "undone in part"
    journal.desk.says("may be undone in part")
    journal.chooses("Import: liste.csv").desk.presses("Ctrl+Z")
    journal.rests()
    assert next(line for line in journal.lines() if line.title == "Import: liste.csv").gone


def test_changed_people_are_summed_up(journal: JournalDriver, tmp_path: Path) -> None:
    import_people(journal.event, people_list(tmp_path, 60))
    import_people(journal.event, people_list(tmp_path, 61, "Verein für alle"))
    journal.rests()
    assert journal.lines()[0].below == "one person added, 60 people changed"


def test_a_group_is_one_line(journal: JournalDriver) -> None:
    check_in_group(journal.event, "Sprachkurs B1", points(journal.event.db)[0])
    journal.desk.settles()
    assert journal.titles()[0] == "Check-in: Leila Ebrahimi and 2 more"
    journal.chooses(journal.titles()[0])
    assert [journal.told()[at] for at in (0, 2, 4)] == ["Leila Ebrahimi", "Selam Fessehaye", "Lina Touma"]


def test_finding_by_name(journal: JournalDriver, codes: Codes) -> None:
    scan(journal, codes["elif"])
    scan(journal, codes["joern"])
    journal.finds("luerssen")
    assert journal.titles() == ["Check-in: Jörn Meyer-Lüerßen", "Person added: Jörn Meyer-Lüerßen"]
    journal.page.filters.clear()
    journal.rests().finds("wimbledon")
    assert journal.titles() == []
    journal.desk.says("Nothing in the journal is like that.").clicks("Show everything")
    assert len(journal.titles()) > 3


def test_letters_typed_in_the_list_look_for_something(journal: JournalDriver) -> None:
    journal.page.take_focus()
    journal.desk.types("oks")
    assert journal.page.filters.field.text() == "oks"


@pytest.mark.parametrize("key", ["Enter", "Down"])
def test_from_the_field_one_goes_on_to_the_list(journal: JournalDriver, codes: Codes, key: str) -> None:
    scan(journal, codes["elif"])
    journal.desk.presses("F2").types("elif").presses(key)
    journal.rests()
    assert QApplication.focusWidget() is journal.page.list
    assert journal.titles()[0] == "Check-in: Elif Demirtaş"
    journal.desk.presses("F2").types("wimbledon").presses(key)
    journal.rests()
    assert QApplication.focusWidget() is journal.page.filters.field


def test_ctrl_z_in_the_field_undoes_the_entry_and_esc_empties_it(journal: JournalDriver, codes: Codes) -> None:
    scan(journal, codes["elif"])
    journal.desk.presses("F2").types("elif")
    journal.rests().desk.presses("Ctrl+Z")
    assert journal.page.filters.field.text() == "elif"
    assert next(line for line in journal.lines() if line.title == "Check-in: Elif Demirtaş").gone
    journal.desk.presses("Ctrl+Y")
    assert not next(line for line in journal.lines() if line.title == "Check-in: Elif Demirtaş").gone
    journal.desk.presses("Esc")
    assert journal.page.filters.field.text() == ""


def test_kind_desk_time_and_state(journal: JournalDriver, codes: Codes) -> None:
    journal.desk.clock.advance(hours=2)
    scan(journal, codes["elif"])
    scan(journal, codes["elif"])
    journal.picks("kind", "Refused scans")
    assert journal.titles() == ["Scan refused: Elif Demirtaş"]
    journal.picks("kind", "Check-ins and exits").picks("desk", "Desk 1").picks("when", "Last hour")
    assert journal.titles() == ["Check-in: Elif Demirtaş"]
    journal.picks("desk", "Büro")
    assert journal.titles() == []
    journal.page.filters.clear()
    journal.rests().desk.clicks("Undone")
    assert journal.titles() == []
    journal.desk.clicks("All")
    journal.chooses("Check-in: Elif Demirtaş").desk.presses("Ctrl+Z").clicks("Undone")
    assert journal.titles() == ["Check-in: Elif Demirtaş"]


def test_new_entries_do_not_move_what_one_reads(journal: JournalDriver, codes: Codes) -> None:
    for number in range(40):
        add(journal.event, Person(0, f"Gast {number}"))
    journal.desk.settles()
    bar = journal.page.list.verticalScrollBar()
    journal.page.list.choose(20)
    journal.desk.settles()
    bar.setValue(bar.maximum() // 2)
    chosen = journal.chosen()
    line = journal.page.list.indexAt(journal.page.list.viewport().rect().center()).data()
    scan(journal, codes["elif"])
    scan(journal, codes["joern"])
    assert journal.page.list.indexAt(journal.page.list.viewport().rect().center()).data() == line
    assert journal.chosen() == chosen
    journal.desk.clicks("42 new entries")
    assert journal.chosen() == "Check-in: Jörn Meyer-Lüerßen"
    assert bar.value() == 0


def test_what_happened_elsewhere_is_there_when_one_comes_back(journal: JournalDriver, codes: Codes) -> None:
    journal.desk.goes_to(PageId.CHECK_IN)
    journal.desk.scan(codes["elif"]).presses("F8")
    journal.desk.goes_to(PageId.JOURNAL)
    assert journal.titles()[:2] == ["Undone: Check-in: Elif Demirtaş", "Check-in: Elif Demirtaş"]
    assert journal.lines()[1].gone


def test_many_entries_are_fetched_as_one_scrolls(journal: JournalDriver) -> None:
    for number in range(120):
        edit(journal.event, records.everyone(journal.event.db)[0].id, note=str(number))
    journal.page.filters.clear()
    journal.rests()
    assert journal.page.lines.rowCount() < 120
    journal.page.list.setFocus()
    for _ in range(4):
        journal.page.list.scrollToBottom()
        journal.rests()
    assert journal.page.lines.rowCount() == journal.event.journal_length()


def test_ctrl_c_copies_the_lines(journal: JournalDriver, codes: Codes) -> None:
    scan(journal, codes["elif"])
    scan(journal, codes["cancelled"])
    journal.page.list.setFocus()
    journal.page.list.choose(0)
    journal.page.list.selectAll()
    journal.desk.presses("Ctrl+C")
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[:2] == [
        "09:00, Scan refused: Anke Schröder, Haupteingang · registration cancelled, Desk 1",
        "09:00, Check-in: Elif Demirtaş, Haupteingang, Desk 1",
    ]


def test_export_writes_what_is_shown(journal: JournalDriver, codes: Codes, answers: Answers, tmp_path: Path) -> None:
    walk_in(journal.event, "=cmd|calc", point=points(journal.event.db)[0])
    scan(journal, codes["elif"])
    journal.picks("kind", "Walk-ins")
    answers.path = tmp_path / "out.csv"
    journal.desk.presses("Ctrl+E")
    journal.rests().desk.says(f"One line written: {answers.path}")
    rows = list(csv.reader(answers.path.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert rows == [
        ["Time", "Desk", "Who", "What", "More", "State"],
        ["2017-03-06 09:00:00", "Desk 1", "", "Walk-in: =cmd|calc", "", ""],
    ]


def test_a_file_to_look_at_offers_no_undo(desk: DeskDriver, file: Path, codes: Codes, clock: FakeClock) -> None:
    desk.scan(codes["elif"])
    desk.application.close_event()
    file.chmod(0o444)
    file.parent.chmod(0o555)
    try:
        desk.application.open(file)
        journal = JournalDriver(desk.settles())
        if journal.event.view_only is None:
            pytest.skip("this user may write everything")
        assert not journal.page.details.undo_button.isEnabled()
        assert journal.page.flow.shut
        journal.desk.says(journal.page.flow.shut)
    finally:
        file.parent.chmod(0o755)
        file.chmod(0o644)


@pytest.mark.parametrize(("size", "width", "height"), [(100, 1024, 640), (200, 1024, 640), (150, 1440, 900)])
@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_is_cut(desk: DeskDriver, codes: Codes, size: int, width: int, height: int, language: str) -> None:
    desk.scan(codes["elif"]).scan(codes["long"]).presses("F8")
    desk.application.preferences.text_size, desk.application.preferences.language = size, language
    desk.application.window.resize(width, height)
    desk.application.rebuild()
    journal = JournalDriver(desk.settles())
    journal.page.list.choose(1)
    desk.settles()
    assert cut(journal.page) == []


def test_everything_is_reached_by_tab(journal: JournalDriver) -> None:
    reached = set()
    journal.page.take_focus()
    for _ in range(30):
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.add(widget.accessibleName())
        journal.desk.presses("Tab")
    assert {
        "Find in the journal",
        "What",
        "Desk",
        "Time",
        "All",
        "Journal",
        "Undo",
        "Export",
        "What was done",
    } <= reached


def test_a_page_that_is_gone_hears_no_more(journal: JournalDriver, tmp_path: Path) -> None:
    import_people(journal.event, people_list(tmp_path, 450))
    journal.rests().chooses("Import: liste.csv").desk.presses("Ctrl+Z")
    journal.desk.application.rebuild()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    again = JournalDriver(journal.desk).rests()
    assert again.titles()[0] == "Undone: Import: liste.csv"
