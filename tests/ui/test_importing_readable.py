"""Everybody can read the import page and reach all of it: both languages, large text, small windows, keys alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QListView, QTableView, QWidget

from tests.core.people.lists import listed
from tests.ui import reading
from tests.ui.driver import DeskDriver
from tests.ui.importing_driver import ImportDriver
from tests.ui.scenes import dress
from tests.ui.test_readable import all_texts, is_the_same_in_both, of_a_chosen_group
from ui.actions import PageId
from ui.importing.found import Found
from ui.importing.state import Step
from ui.shell.footer import Hint
from ui.widgets.choice import ChoiceBox

HEADER = "Vorname;Nachname;E-Mail;Organisation;Kürzel"
FIRST = (HEADER, "Amal;Khatib;amal@example.org;VHS;x", "Jörg;Öztürk;joerg@example.org;IHK;")
AGAIN = (
    HEADER,
    "Amal;Khatib;amal@example.org;Niedersächsisches Landesamt für Soziales, Jugend und Familie;x",
    "Jörg;Öztürk;keine;IHK;",
    "Elif;Demirtas;elif@example.org;;",
    "Lina;Wolf;lina@example.org;;",
    "Lina;Wolf;lina@example.org;;",
)
STATES = ("empty", "file", "fault", "columns", "check", "errors", "changed", "alike", "done", "undone")
DATA = (
    "people.csv",
    "broken.csv",
    "Amal",
    "Khatib",
    "Öztürk",
    "Lina",
    "Landesamt",
    "Vorname",
    "Nachname",
    "E-Mail",
    "VHS",
)
SAME = {"Import", "Alt ←", "pretix", "Eventbrite", "Indico", "Odoo", "alf.io", "Semikolon ;", "VHS", "Organisation"}


def bring(page: ImportDriver, folder: Path, state: str) -> None:
    """Bring the page into one of the states that are looked at."""
    first, again = listed(folder, *FIRST), listed(folder, *AGAIN, name="again.csv")
    broken = folder / "broken.csv"
    broken.write_bytes(b"\0\1" * 40)
    checked: Callable[[], ImportDriver] = lambda: page.drops(again).forward().forward()
    page.presses("Ctrl+I")
    match state:
        case "empty":
            pass
        case "file":
            page.drops(first)
        case "fault":
            page.drops(broken)
        case "columns":
            page.drops(first).forward()
        case "check":
            page.drops(first).forward().forward()
        case "done" | "undone":
            page.drops(first).forward().forward().forward()
        case _:
            page.drops(first).forward().forward().forward()
            chosen = {"errors": Found.ERRORS, "changed": Found.CHANGED, "alike": Found.DUPLICATES}[state]
            checked().looks_at(chosen)
    if state == "undone":
        page.presses("Ctrl+Z")
    page.waits()


@pytest.mark.parametrize(("size", "percent"), [((1024, 640), 200), ((1280, 800), 100)], ids=["small", "usual"])
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut(desk: DeskDriver, tmp_path: Path, state: str, size: tuple[int, int], percent: int) -> None:
    dress(desk, percent=percent, language="de" if percent == 200 else "en", shade="dark" if percent == 200 else "light")
    desk.window.resize(*size)
    page = ImportDriver.of(desk)
    bring(page, tmp_path, state)
    assert (desk.window.width(), desk.window.height()) == size
    assert reading.cut(page.importing) == []


@pytest.mark.parametrize("state", STATES)
def test_in_german_no_word_is_english(desk: DeskDriver, tmp_path: Path, state: str) -> None:
    page = ImportDriver.of(desk)
    dress(desk, language="en")
    bring(page, tmp_path, state)
    in_english = all_texts(page.importing)
    dress(desk, language="de")
    same = in_english & all_texts(page.importing)
    assert {text for text in same if not is_data(text)} == set()


def is_data(text: str) -> bool:
    """Say whether a text is the same in both languages, because it is data or a word that both have."""
    return is_the_same_in_both(text) or text in SAME or any(part in text for part in DATA)


@pytest.mark.parametrize("state", STATES)
def test_every_control_has_a_name_and_tab_reaches_it(desk: DeskDriver, tmp_path: Path, state: str) -> None:
    page = ImportDriver.of(desk)
    bring(page, tmp_path, state)
    kinds = QAbstractButton | QComboBox | QListView | QTableView
    controls = [
        widget for widget in page.visible() if isinstance(widget, kinds) and page.importing.isAncestorOf(widget)
    ]
    nameless = [each for each in controls if not name_of(each) and each.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    assert nameless == []
    page.importing.take_focus()
    reached = set(page.tabs(40))
    wanted = [
        each
        for each in controls
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled() and not of_a_chosen_group(each)
    ]
    assert [name_of(each) for each in wanted if each not in reached] == []


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_each_step_begins_where_its_work_begins(desk: DeskDriver, tmp_path: Path) -> None:
    page = ImportDriver.of(desk)
    bring(page, tmp_path, "file")
    assert QApplication.focusWidget() is page.importing.next
    page.presses("Enter")
    assert QApplication.focusWidget() is page.importing.columns.list
    page.forward()
    assert QApplication.focusWidget() is page.importing.check.tiles._tiles[Found.ADDED]
    page.forward()
    assert page.at is Step.DONE
    assert QApplication.focusWidget() is page.importing.done.people
    page.presses("Enter")
    assert page.frame.page_id is PageId.PEOPLE


def test_the_figures_by_arrows(desk: DeskDriver, tmp_path: Path) -> None:
    page = ImportDriver.of(desk)
    page.drops(listed(tmp_path, *AGAIN)).forward().takes_contacts().forward()
    tiles = page.importing.check.tiles
    assert tiles.at() == Found.REMARKS
    page.presses("Left", "Left")
    assert tiles.at() == Found.CHANGED
    page.presses("Left", "Left", "Left")
    assert tiles.at() == Found.ADDED


def test_steps_by_tab_and_enter(desk: DeskDriver, tmp_path: Path) -> None:
    page = ImportDriver.of(desk)
    page.drops(listed(tmp_path, *FIRST))
    page.importing.bar.buttons[Step.CHECK].setFocus(Qt.FocusReason.TabFocusReason)
    page.presses("Enter")
    page.waits()
    assert page.at is Step.CHECK


def at(page: ImportDriver) -> Step:
    return page.at


def test_enter_goes_on_from_step_to_step_and_asks_before_it_imports(desk: DeskDriver, tmp_path: Path) -> None:
    page = ImportDriver.of(desk)
    page.drops(listed(tmp_path, *FIRST))
    page.presses("Enter")
    page.waits()
    assert at(page) is Step.COLUMNS
    page.presses("Enter")
    page.waits()
    assert at(page) is Step.CHECK
    assert QApplication.focusWidget() is not page.importing.next
    page.presses("Enter")
    page.waits()
    assert QApplication.focusWidget() is page.importing.next
    assert at(page) is Step.CHECK
    page.presses("Enter")
    page.waits()
    assert at(page) is Step.DONE


def test_enter_goes_on_from_every_choice_of_the_first_step(desk: DeskDriver, tmp_path: Path) -> None:
    page = ImportDriver.of(desk)
    page.drops(listed(tmp_path, *FIRST))
    for box in [each for each in page.importing.file.findChildren(ChoiceBox) if each.isVisible()]:
        box.setFocus(Qt.FocusReason.TabFocusReason)
        page.presses("Enter")
        page.waits()
        assert at(page) is Step.COLUMNS
        page.goes_back()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_choice_of_a_field_takes_enter_for_itself(desk: DeskDriver, tmp_path: Path) -> None:
    page = ImportDriver.of(desk)
    page.drops(listed(tmp_path, *FIRST)).forward()
    view = page.importing.columns.list
    page.presses("Space")
    (editor,) = [each for each in view.findChildren(ChoiceBox) if each.isVisible()]
    popup = editor.view()
    assert popup.isVisible()
    before = page.importing.flow.listing.meanings()[0]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    page.waits()
    assert at(page) is Step.COLUMNS
    assert page.importing.flow.listing.meanings()[0] is not before
    assert QApplication.focusWidget() is view
    page.presses("Enter")
    page.waits()
    assert at(page) is Step.CHECK


def test_the_key_that_goes_on_is_told(desk: DeskDriver) -> None:
    page = ImportDriver.of(desk)
    page.presses("Ctrl+I")
    hints = [hint.accessibleName() for hint in page.frame.footer.findChildren(Hint) if hint.isVisible()]
    assert "Weiter (Enter)" in hints
    page.presses("F1")
    page.says("Strg Enter", "Enter", "Weiter")
