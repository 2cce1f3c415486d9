"""The import page: a list is dropped, read, mapped, checked, imported and taken back."""

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from eventdesk.people.importing import Field, Preset, load_mapping
from tests.clock import FakeClock
from tests.core.people.lists import listed, sheet
from tests.ui.conftest import Answers
from tests.ui.driver import DeskDriver
from tests.ui.importing_driver import ImportDriver
from tests.ui.test_shell import raise_version
from ui.actions import ActionId, PageId
from ui.application import Application
from ui.importing.found import Found
from ui.importing.state import End, Step

OPENS_A_BOX = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)")

PEOPLE = (
    "Vorname;Nachname;E-Mail;Organisation",
    "Amal;Khatib;amal@example.org;VHS",
    "Jörg;Öztürk;joerg@example.org;IHK",
)


@pytest.fixture
def page(desk: DeskDriver) -> ImportDriver:
    """Return a desk that shows the import page."""
    driver = ImportDriver.of(desk)
    driver.presses("Ctrl+I")
    return driver


def test_the_empty_page_says_what_can_be_brought_here(page: ImportDriver) -> None:
    assert page.at is Step.FILE
    assert QApplication.focusWidget() is page.importing.file._empty.choose
    assert page.reads()


def test_a_dropped_list_is_in_the_file_after_three_keys(page: ImportDriver, tmp_path: Path) -> None:
    page.goes_to(PageId.CHECK_IN)
    page.drops(listed(tmp_path, *PEOPLE))
    assert page.at is Step.FILE
    assert page.first_rows()[1] == ["Jörg", "Öztürk", "joerg@example.org", "IHK"]
    assert page.forward().at is Step.COLUMNS
    assert page.forward().at is Step.CHECK
    assert page.figures() == {"added": 2, "changed": 0, "unchanged": 0}
    assert [line.title for line in page.lines()] == ["Khatib, Amal", "Öztürk, Jörg"]
    assert "Amal Khatib" not in page.everybody()
    assert page.forward().at is Step.DONE
    assert page.everybody()["Jörg Öztürk"].organisation == "IHK"


def test_who_was_imported_can_be_scanned_at_once(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(listed(tmp_path, *PEOPLE)).forward().forward().forward()
    page.scan(page.everybody()["Amal Khatib"].code).says("Amal Khatib")
    assert page.frame.page_id is PageId.CHECK_IN


def test_a_list_can_be_chosen_by_the_dialog(page: ImportDriver, answers: Answers, tmp_path: Path) -> None:
    answers.path = listed(tmp_path, *PEOPLE)
    page.presses("Ctrl+O").settles()
    page.waits()
    assert page.importing.flow.can_go(Step.CHECK)
    assert page.application.preferences.folder_for_files() == tmp_path


def test_undo_takes_back_all_of_it(page: ImportDriver, tmp_path: Path) -> None:
    before = page.everybody()
    page.drops(listed(tmp_path, *PEOPLE)).forward().forward().forward().presses("Ctrl+Z")
    page.waits()
    assert page.everybody() == before
    assert not page.importing.done.undo.isVisible()
    outcome = page.importing.flow.outcome
    assert outcome is not None
    assert outcome.taken_back


def test_an_undo_that_is_refused_says_who_stands_in_the_way(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(listed(tmp_path, *PEOPLE)).forward().forward().forward()
    page.scan(page.everybody()["Amal Khatib"].code).presses("Ctrl+I", "Ctrl+Z")
    page.waits().says("Amal Khatib")
    assert "Amal Khatib" in page.everybody()
    assert page.importing.done.undo.isVisible()


def test_what_was_taken_back_elsewhere_is_seen(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(listed(tmp_path, *PEOPLE)).forward().forward().forward().goes_to(PageId.CHECK_IN)
    page.event.undo()
    page.presses("Ctrl+I")
    assert not page.importing.done.undo.isVisible()


def test_other_letters_show_at_once(page: ImportDriver, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Vorname;Nachname\nЮлія;Коваль\n".encode("cp1251"))
    page.drops(path)
    assert page.first_rows() != [["Юлія", "Коваль"]]
    box = page.importing.file.choices.encoding
    page.chooses(box, box.itemText(box.findData("cp1251")))
    assert page.first_rows() == [["Юлія", "Коваль"]]
    page.forward().forward().forward()
    assert "Юлія Коваль" in page.everybody()


@OPENS_A_BOX
def test_letters_that_do_not_fit_are_told_and_others_can_be_chosen(page: ImportDriver, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Wer;Ort\nJörg;Köln\n".encode("cp1252"))
    page.drops(path).goes(Step.COLUMNS).means("Wer", Field.NAME).goes(Step.FILE)
    box = page.importing.file.choices.encoding
    page.chooses(box, box.itemText(box.findData("utf-8"))).says("list.csv")
    assert not page.importing.flow.can_go(Step.COLUMNS)
    page.chooses(box, box.itemText(box.findData("cp1252")))
    assert page.importing.flow.can_go(Step.COLUMNS)
    assert page.goes(Step.COLUMNS).columns()["Wer"] is Field.NAME


def test_another_separator(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(listed(tmp_path, "Name|Ort;Land", "Amal|Peine;DE"))
    box = page.importing.file.choices.delimiter
    page.chooses(box, box.itemText(box.findData("|")))
    assert page.importing.flow.listing.header == ("Name", "Ort;Land")


def test_the_sheets_of_a_workbook(page: ImportDriver, tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "lists.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, person in (("Gäste", "Amal Khatib"), ("Presse", "Lena Wolf")):
            tab = book.add_worksheet(name)
            tab.write_row(0, 0, ["Name", "E-Mail"])
            tab.write_row(1, 0, [person, f"{person[:4]}@example.org"])
    page.drops(path)
    choices = page.importing.file.choices
    assert choices.sheet.isVisible()
    assert not choices.encoding.isVisible()
    page.chooses(choices.sheet, "Presse")
    assert page.first_rows() == [["Lena Wolf", "Lena@example.org"]]
    page.forward().forward().forward()
    assert "Lena Wolf" in page.everybody()
    assert "Amal Khatib" not in page.everybody()


def test_where_a_list_comes_from_can_be_corrected(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(listed(tmp_path, "Order code,Product,Price,Attendee name", "A1,Ticket,5,Amal Khatib", delimiter=","))
    kind = page.importing.file.choices.kind
    assert kind.currentText() == "pretix"
    page.chooses(kind, kind.itemText(kind.findData(Preset.PLAIN)))
    assert page.importing.flow.listing.meanings()[2] is Field.EXTRA


def test_letters_and_separator_can_be_found_out_again(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(listed(tmp_path, *PEOPLE))
    box = page.importing.file.choices.delimiter
    page.chooses(box, box.itemText(box.findData("|")))
    assert len(page.importing.flow.listing.header) == 1
    page.chooses(box, box.itemText(box.findData("")))
    assert len(page.importing.flow.listing.header) == 4
    assert box.currentData() == ";"


def test_what_no_other_letters_can_mend_offers_none(page: ImportDriver, tmp_path: Path) -> None:
    path = tmp_path / "photo.csv"
    path.write_bytes(b"\x00\x01\x02" * 100)
    page.drops(path)
    assert not page.importing.file.choices.encoding.isVisible()
    path.write_text('Name;Ort\n"Amal;Peine\n', encoding="utf-8")
    page.drops(path)
    assert page.importing.file.choices.delimiter.isVisible()


@OPENS_A_BOX
def test_columns_are_corrected_by_the_keyboard(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(listed(tmp_path, "Wer;Von wo;Kürzel", "Amal Khatib;VHS;x")).goes(Step.COLUMNS)
    assert not page.importing.next.isEnabled()
    page.means("Wer", Field.NAME).means("Von wo", Field.ORGANISATION).means("Kürzel", Field.IGNORE)
    assert page.columns() == {"Wer": Field.NAME, "Von wo": Field.ORGANISATION, "Kürzel": Field.IGNORE}
    assert page.importing.next.isEnabled()
    page.forward().forward()
    person = page.everybody()["Amal Khatib"]
    assert (person.organisation, person.extra) == ("VHS", {})


@OPENS_A_BOX
def test_two_columns_for_one_field_are_told(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(listed(tmp_path, "Name;E-Mail;Mail", "Amal;a@example.org;")).goes(Step.COLUMNS).takes_contacts()
    page.says("E-Mail")
    assert page.importing.columns._hints.isVisible()
    page.means("Mail", Field.IGNORE)
    assert not page.importing.columns._hints.isVisible()


@OPENS_A_BOX
def test_a_click_on_the_box_opens_it(page: ImportDriver, tmp_path: Path) -> None:
    from ui.widgets.choice import ChoiceBox

    page.drops(listed(tmp_path, *PEOPLE)).goes(Step.COLUMNS)
    view = page.importing.columns.list
    row = view.visualRect(view.columns.index(1))
    page.clicks_at(view.viewport(), view._delegate.box(row).center())
    assert [each for each in view.findChildren(ChoiceBox) if each.isVisible()]


@OPENS_A_BOX
def test_corrections_are_remembered_for_the_next_list(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(listed(tmp_path, "Wer;Kürzel", "Amal Khatib;x")).goes(Step.COLUMNS).means("Wer", Field.NAME)
    page.forward().forward()
    page.drops(listed(tmp_path, "Kürzel;Wer", "y;Lena Wolf", name="next.csv")).goes(Step.COLUMNS)
    assert page.columns() == {"Kürzel": Field.EXTRA, "Wer": Field.NAME}
    assert page.importing.flow.listing.remembered
    page.clicks(page.importing.columns.reset.text())
    page.drops(listed(tmp_path, "Wer;Kürzel", "Amal Khatib;x"))
    assert not page.importing.flow.listing.has_names


@OPENS_A_BOX
def test_a_mapping_is_saved_for_the_command_line_and_loaded(
    page: ImportDriver, answers: Answers, tmp_path: Path
) -> None:
    page.drops(listed(tmp_path, "Wer;Kürzel", "Amal Khatib;x")).goes(Step.COLUMNS).means("Wer", Field.NAME)
    answers.path = tmp_path / "mapping.toml"
    page.clicks(page.importing.columns.save.text()).says("mapping.toml")
    assert load_mapping(answers.path).columns["Wer"] is Field.NAME
    page.clicks(page.importing.columns.reset.text())
    assert not page.importing.flow.listing.has_names
    page.clicks(page.importing.columns.load.text())
    assert page.columns()["Wer"] is Field.NAME
    answers.path.write_text("no mapping", encoding="utf-8")
    page.clicks(page.importing.columns.load.text()).says("mapping.toml")
    assert page.columns()["Wer"] is Field.NAME


def test_what_changes_is_shown_before_and_after(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(listed(tmp_path, *PEOPLE)).forward().takes_contacts().forward().forward()
    changed = [PEOPLE[0], PEOPLE[1].replace("VHS", "Caritas"), PEOPLE[2], "Lena;Wolf;lena@example.org;AWO"]
    page.drops(listed(tmp_path, *changed)).forward().forward()
    assert page.figures() == {"added": 1, "changed": 1, "unchanged": 1}
    (line,) = page.looks_at(Found.CHANGED).lines()
    assert line.title == "Amal Khatib"
    assert "VHS → Caritas" in line.below
    page.says("VHS", "Caritas")
    page.looks_at(Found.UNCHANGED)
    assert page.lines() == []
    page.forward()
    assert page.everybody()["Amal Khatib"].organisation == "Caritas"


def test_a_list_that_changes_nothing_cannot_be_imported(page: ImportDriver, tmp_path: Path) -> None:
    for _ in range(2):
        page.drops(listed(tmp_path, *PEOPLE)).forward().forward()
        page.forward()
    assert page.at is Step.CHECK
    assert not page.importing.next.isVisible()


BROKEN = ("Vorname;Nachname;E-Mail", "Amal;Khatib;amal@example.org", "Jörg;Öztürk;keine", ";;niemand@example.org")


def test_the_good_rows_come_in_and_the_others_are_told(page: ImportDriver, tmp_path: Path, answers: Answers) -> None:
    page.drops(listed(tmp_path, *BROKEN)).forward().takes_contacts().forward()
    assert page.figures() == {"added": 2, "changed": 0, "unchanged": 0, "errors": 1, "remarks": 1}
    (refused,) = page.lines()
    assert "4" in refused.title
    (omitted,) = page.looks_at(Found.REMARKS).lines()
    assert "3" in omitted.title
    assert "keine" in omitted.below
    assert omitted.aside == "Jörg Öztürk"
    answers.path = tmp_path / "errors.csv"
    page.clicks(page.importing.check.save.text()).says("errors.csv")
    with answers.path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert [row[:3] for row in rows[1:]] == [["3", "E-Mail", "keine"], ["4", "Nachname", ""]]
    page.forward()
    outcome = page.importing.flow.outcome
    assert outcome is not None
    assert (outcome.end, outcome.written.done, outcome.rejected) == (End.WHOLE, 2, 1)


def test_a_table_of_errors_that_cannot_be_written_is_told(page: ImportDriver, tmp_path: Path, answers: Answers) -> None:
    page.drops(listed(tmp_path, *BROKEN)).forward().forward()
    answers.path = tmp_path / "no folder" / "errors.csv"
    page.clicks(page.importing.check.save.text()).says("errors.csv")


def test_people_called_alike_and_remarks_are_listed(page: ImportDriver, tmp_path: Path) -> None:
    rows = (
        "Vorname;Nachname;E-Mail",
        "Elif;Demirtas;e@example.org",
        "Lina;Wolf;l@example.org",
        "Lina;Wolf;l@example.org",
    )
    page.drops(listed(tmp_path, *rows)).forward().forward()
    assert page.figures() == {"added": 2, "changed": 0, "unchanged": 0, "remarks": 1, "duplicates": 1}
    (alike,) = page.looks_at(Found.DUPLICATES).lines()
    assert "Elif Demirtaş" in alike.below
    (remark,) = page.looks_at(Found.REMARKS).lines()
    assert "Lina Wolf" in remark.below
    assert "people.csv" not in remark.below


def test_a_file_that_is_no_table_is_told(page: ImportDriver, tmp_path: Path) -> None:
    path = tmp_path / "photo.csv"
    path.write_bytes(b"\x00\x01\x02" * 100)
    page.drops(path).says("photo.csv")
    assert not page.importing.next.isEnabled()
    page.drops(listed(tmp_path, *PEOPLE))
    assert page.importing.next.isEnabled()


@OPENS_A_BOX
def test_going_back_loses_nothing(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(listed(tmp_path, "Wer;Ort", "Amal Khatib;Peine")).goes(Step.COLUMNS).means("Wer", Field.NAME).forward()
    plan = page.importing.flow.plan
    assert page.goes_back().at is Step.COLUMNS
    page.goes(Step.FILE).goes(Step.CHECK)
    assert page.importing.flow.plan is plan
    page.goes(Step.COLUMNS).means("Ort", Field.IGNORE).goes(Step.CHECK)
    assert page.importing.flow.plan is not plan


def test_another_language_in_the_middle(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(listed(tmp_path, *PEOPLE)).forward().forward()
    page.application.preferences.language = "en"
    page.application.rebuild()
    page.settles()
    assert page.at is Step.CHECK
    page.says("2 people will be added.").clicks("Import 2 people")
    page.waits().says("2 people imported")


def test_the_start_page_keeps_a_list_until_an_event_is_open(
    application: Application, file: Path, clock: FakeClock, tmp_path: Path
) -> None:
    page = ImportDriver(application, clock)
    page.drops(listed(tmp_path, *PEOPLE)).says("people.csv")
    application.open(file)
    page.settles()
    page.waits()
    assert page.at is Step.FILE
    assert page.importing.next.isEnabled()
    application.close_event()
    application.open(file)
    page.settles()
    assert page.frame.page_id is PageId.CHECK_IN


def test_a_file_that_is_only_looked_at_takes_no_list(
    application: Application, file: Path, clock: FakeClock, tmp_path: Path
) -> None:
    raise_version(file)
    application.open(file)
    page = ImportDriver(application, clock)
    page.settles()
    page.drops(listed(tmp_path, *PEOPLE)).says("konferenz.eventdesk")
    assert page.at is Step.FILE
    assert page.importing.flow.asked is None
    assert not page.importing.file._empty.choose.isEnabled()
    page.presses("Ctrl+O").says("konferenz.eventdesk")


def test_letters_and_scans_go_to_the_check_in_page(page: ImportDriver, codes: dict[str, str]) -> None:
    page.scan(codes["elif"]).says("Elif Demirtaş")


def test_keys_of_the_page(page: ImportDriver) -> None:
    assert not page.importing.do(ActionId.WALK_IN)
    assert page.importing.do(ActionId.IMPORT_NEXT)
    assert page.importing.do(ActionId.IMPORT_BACK)
    assert page.at is Step.FILE


def test_after_an_import_another_list(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(listed(tmp_path, *PEOPLE)).forward().forward().forward()
    page.clicks(page.importing.done.another.text())
    assert page.at is Step.FILE
    assert page.importing.flow.asked is None
    assert page.importing.flow.outcome is None


def test_a_workbook_with_wrong_cells(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(sheet(tmp_path, ["Name", "E-Mail"], ["Amal Khatib", "no mail"]))
    page.forward().takes_contacts().forward()
    assert page.figures() == {"added": 1, "changed": 0, "unchanged": 0, "remarks": 1}
    (omitted,) = page.lines()
    assert "no mail" in omitted.below
    page.forward()
    assert page.importing.flow.outcome is not None
    assert page.importing.flow.outcome.written.done == 1
