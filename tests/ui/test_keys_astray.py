"""Keys that are typed while something else has the focus: a whole scan arrives, every other key stays where it was."""

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from eventdesk.people.actions import add
from eventdesk.people.person import Person
from tests.ui.driver import DeskDriver
from tests.ui.typist_driver import Typist
from tests.ui.waiting import until
from ui.actions import PageId
from ui.widgets.choice import ChoiceBox
from ui.widgets.pressable import Pressable

Codes = dict[str, str]
TICKET = "hx7-QK-2209"
THERE_IS_NO_SUCH = "AB-12-XY"
Kind = TypeVar("Kind", bound=QWidget)


class Button(Pressable):
    """Has no looks."""

    def paintEvent(self, event: object) -> None:
        """Draw nothing."""


@pytest.fixture
def typist(desk: DeskDriver) -> Typist:
    """Return a hand and a scanner at the page of the event."""
    desk.goes_to(PageId.EVENT)
    return Typist(desk)


@pytest.fixture
def beside(typist: Typist) -> Iterator[QWidget]:
    """Return a widget over the page of the event, to put things into."""
    widget = QWidget(typist.desk.frame)
    QVBoxLayout(widget)
    widget.resize(300, 200)
    widget.show()
    yield widget
    if isValid(widget):
        widget.deleteLater()


def focused(widget: Kind, parent: QWidget) -> Kind:
    """Put something into a widget, with the focus."""
    layout = parent.layout()
    assert layout is not None
    layout.addWidget(widget)
    widget.setFocus()
    QApplication.processEvents()
    assert QApplication.focusWidget() is widget
    return widget


def button(parent: QWidget) -> tuple[QPushButton, list[bool]]:
    """Return a button with the focus, and what tells how often it was pressed."""
    pressed: list[bool] = []
    made = focused(QPushButton("Weiter"), parent)
    made.clicked.connect(lambda: pressed.append(True))
    return made, pressed


@pytest.mark.parametrize("end", ["Enter", "Tab"])
def test_a_ticket_on_a_button_arrives_whole(typist: Typist, beside: QWidget, end: str) -> None:
    _, pressed = button(beside)
    typist.scans(TICKET, end).says("Willkommen", "Thị Hạnh Nguyễn")
    assert pressed == []


def test_a_ticket_that_nobody_has_is_told_whole_too(typist: Typist, beside: QWidget) -> None:
    _, pressed = button(beside)
    typist.scans(THERE_IS_NO_SUCH).says("Code unbekannt", THERE_IS_NO_SUCH)
    assert pressed == []


def test_a_blank_in_a_ticket_presses_nothing(typist: Typist, beside: QWidget) -> None:
    opened = typist.desk.application.opened
    assert opened is not None
    add(opened.event, Person(0, "Mia", "Neu", ticket="VIP 7"))
    _, pressed = button(beside)
    typist.scans("VIP 7").says("Willkommen", "Mia Neu")
    assert pressed == []


def test_figures_typed_by_hand_on_a_button_are_a_code_all_the_same(typist: Typist, beside: QWidget) -> None:
    _, pressed = button(beside)
    typist.types(TICKET).says("Willkommen", "Thị Hạnh Nguyễn")
    assert pressed == []


@pytest.mark.parametrize("typed", ["", "k", "weiter", "wei ter"])
def test_a_hand_presses_the_button_by_blank_and_by_enter(typist: Typist, beside: QWidget, typed: str) -> None:
    pressed: list[bool] = []
    ours = focused(Button(), beside)
    ours.clicked.connect(lambda: pressed.append(True))
    typist.types(typed)
    assert len(pressed) == typed.count(" ") + 1
    assert typist.desk.frame.page_id is PageId.EVENT


def test_a_key_held_down_is_no_scan(typist: Typist, beside: QWidget) -> None:
    button(beside)
    typist.holds("a", 20).does_not_say("Code unbekannt")
    assert typist.desk.frame.page_id is PageId.EVENT


@pytest.mark.parametrize("end", ["Enter", "Tab"])
def test_no_key_of_a_hand_is_lost_in_a_field(typist: Typist, beside: QWidget, end: str) -> None:
    for typed in (TICKET, THERE_IS_NO_SUCH, "30159 Hannover", "5", "-", "Meyer-Lüerßen"):
        field = focused(QLineEdit(), beside)
        typist.types(typed, end)
        assert field.text() == typed
        assert typist.desk.frame.page_id is PageId.EVENT, typed


def test_a_ticket_is_taken_out_of_a_field(typist: Typist, beside: QWidget) -> None:
    field = focused(QLineEdit("Landkreis"), beside)
    typist.types(" Peine", end="")
    typist.scans(TICKET).says("Willkommen", "Thị Hạnh Nguyễn")
    assert field.text() == "Landkreis Peine"


def test_what_may_be_no_ticket_stays_in_a_field(typist: Typist, beside: QWidget) -> None:
    field = focused(QLineEdit("Landkreis "), beside)
    typist.scans(THERE_IS_NO_SUCH)
    assert field.text() == f"Landkreis {THERE_IS_NO_SUCH}"
    assert typist.desk.frame.page_id is PageId.EVENT


@pytest.fixture
def box(beside: QWidget) -> ChoiceBox:
    """Return a closed box with the focus."""
    box = focused(ChoiceBox("Halle"), beside)
    box.addItems(["Foyer", "Halle", "Quartier", "20. Stock", "100 %"])
    return box


def test_a_scan_over_a_box_changes_nothing_on_its_way(typist: Typist, box: ChoiceBox) -> None:
    chosen: list[int] = []
    box.currentIndexChanged.connect(chosen.append)
    typist.scans(TICKET).says("Willkommen", "Thị Hạnh Nguyễn")
    assert chosen == []


def test_a_code_typed_by_hand_over_a_box_leaves_its_choice(typist: Typist, box: ChoiceBox, codes: Codes) -> None:
    typist.types(codes["joern"][:-1], end="")
    until(lambda: box.currentText() != "Foyer")
    typist.types(codes["joern"][-1]).says("Willkommen", "Jörn Meyer-Lüerßen")
    assert box.currentText() == "Foyer"


def test_a_scan_where_one_digit_changes_the_whole_window_arrives(desk: DeskDriver, codes: Codes) -> None:
    settings = desk.goes_to(PageId.EVENT).frame.settings
    settings.desk_card.text_size.setFocus()
    size = desk.settles().application.preferences.text_size
    desk.scan(codes["joern"]).says("Jörn Meyer-Lüerßen")
    assert desk.application.preferences.text_size == size


def test_a_hand_chooses_in_a_box_by_letter_and_figure(typist: Typist, box: ChoiceBox) -> None:
    typist.types("h", end="")
    until(lambda: box.currentText() == "Halle")
    QTest.qWait(QApplication.keyboardInputInterval() + 50)
    typist.types("2", end="")
    until(lambda: box.currentText() == "20. Stock")
    QTest.qWait(QApplication.keyboardInputInterval() + 50)
    typist.types("q", end="Tab")
    assert box.currentText() == "Quartier"
    assert typist.desk.frame.page_id is PageId.EVENT


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_signs_over_an_open_list_stay_there(desk: DeskDriver) -> None:
    points = desk.page.point_card.points
    for sign in ("5", "-", ".", "x", "7-"):
        points.showPopup()
        popup = QApplication.activePopupWidget()
        assert popup is not None
        Typist(desk, popup.windowHandle()).types(sign, end="")
        assert QApplication.activePopupWidget() is popup, sign
        assert desk.field() == "", sign
        points.hidePopup()
        desk.settles()


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("end", ["Enter", "Tab"])
def test_a_ticket_over_an_open_list_arrives_whole(desk: DeskDriver, end: str) -> None:
    points = desk.page.point_card.points
    points.showPopup()
    desk.settles()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    Typist(desk, popup.windowHandle()).scans(TICKET, end).says("Willkommen", "Thị Hạnh Nguyễn")
    assert QApplication.activePopupWidget() is None
    assert points.currentText() == "Haupteingang"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_ticket_over_a_dialog_arrives_whole(desk: DeskDriver) -> None:
    dialog = QDialog(desk.window)
    QVBoxLayout(dialog)
    dialog.setModal(True)
    dialog.show()
    dialog.activateWindow()
    _, pressed = button(dialog)
    Typist(desk, dialog.windowHandle()).scans(TICKET)
    desk.says("Willkommen", "Thị Hạnh Nguyễn")
    assert pressed == []
    dialog.deleteLater()


def test_letters_belong_to_an_open_panel(desk: DeskDriver) -> None:
    desk.presses("F3").types("Mia Neu")
    desk.page.walk_in.back_button.setFocus()
    desk.settles().types("ab5-")
    assert desk.field() == ""
    assert desk.page.walk_in.isVisible()
    assert QApplication.focusWidget() is desk.page.walk_in.back_button


def test_a_scan_leaves_an_open_panel(desk: DeskDriver, codes: Codes) -> None:
    desk.presses("F3").types("Mia Neu")
    desk.page.walk_in.do_button.setFocus()
    desk.scan(codes["joern"]).says("Jörn Meyer-Lüerßen")
    assert desk.last() == ["Meyer-Lüerßen, Jörn"]
