"""A badge is scanned while another field, a box or a dialog has the focus: the scan arrives, the text stays whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from tests.ui.driver import DeskDriver
from tests.ui.elsewhere import beside as beside  # noqa: PLC0414 - a fixture
from tests.ui.elsewhere import focused
from tests.ui.waiting import until
from ui.actions import PageId

Codes = dict[str, str]
AZERTY = str.maketrans("0123456789", "à&é\"'(-è_ç")


def arrived(desk: DeskDriver) -> None:
    """Check that the scan came through."""
    desk.says("Willkommen", "Jörn Meyer-Lüerßen")
    assert desk.frame.page_id is PageId.CHECK_IN


def test_a_selected_text_is_put_back(desk: DeskDriver, codes: Codes, beside: QWidget) -> None:
    field = QLineEdit("Landkreis Peine")
    edited: list[str] = []
    field.textEdited.connect(edited.append)
    focused(field, beside)
    field.selectAll()
    arrived(desk.settles().scan(codes["joern"]))
    assert field.text() == "Landkreis Peine"
    assert edited[-1] == "Landkreis Peine"


def test_a_scan_in_the_middle_of_a_text_is_taken_out(desk: DeskDriver, codes: Codes, beside: QWidget) -> None:
    field = QLineEdit("Landkreis")
    focused(field, beside)
    field.setCursorPosition(4)
    arrived(desk.settles().scan(codes["joern"], end="Tab"))
    assert field.text() == "Landkreis"


def test_a_full_field_loses_no_digit_of_a_scan(desk: DeskDriver, codes: Codes, beside: QWidget) -> None:
    field = QLineEdit()
    field.setMaxLength(10)
    focused(field, beside)
    arrived(desk.settles().types("Peine").scan(codes["joern"]))
    assert field.text() == "Peine"


def test_a_box_of_several_lines_keeps_its_text(desk: DeskDriver, codes: Codes, beside: QWidget) -> None:
    box = QPlainTextEdit("Kommt später.")
    focused(box, beside)
    arrived(desk.settles().scan(codes["joern"]))
    assert box.toPlainText() == "Kommt später."


def test_a_number_keeps_its_value(desk: DeskDriver, codes: Codes, beside: QWidget) -> None:
    box = QSpinBox()
    box.setRange(0, 500)
    box.setValue(40)
    focused(box, beside)
    arrived(desk.settles().scan(codes["joern"]))
    assert box.value() == 40


def test_a_foreign_keyboard_is_read_elsewhere_too(desk: DeskDriver, codes: Codes, beside: QWidget) -> None:
    field = QLineEdit("Peine")
    focused(field, beside)
    arrived(desk.settles().scan(codes["joern"].translate(AZERTY)))
    assert field.text() == "Peine"


@pytest.mark.parametrize("before", ["]Q1", "+Q1", "]Q1\\000026", "\\000026"])
def test_what_a_scanner_writes_before_a_code_goes_with_it(
    desk: DeskDriver, codes: Codes, beside: QWidget, before: str
) -> None:
    field = QLineEdit("Landkreis")
    focused(field, beside)
    arrived(desk.settles().types(" Peine").scan(before + codes["joern"]))
    assert field.text() == "Landkreis Peine"


@pytest.mark.parametrize("typed", ["Saal 3A1", "+49 1", "Q1", "c/o B12"])
def test_what_a_person_typed_before_a_scan_stays(desk: DeskDriver, codes: Codes, beside: QWidget, typed: str) -> None:
    field = QLineEdit()
    focused(field, beside)
    arrived(desk.settles().types(typed).scan(codes["joern"]))
    assert field.text() == typed


def test_no_field_of_the_event_keeps_a_scan(desk: DeskDriver, codes: Codes) -> None:
    opened = desk.application.opened
    assert opened is not None
    before = opened.event.details
    desk.goes_to(PageId.EVENT)
    fields = [field for field in desk.visible(QLineEdit) if field.isEnabled()]
    assert fields
    for field in fields:
        desk.goes_to(PageId.EVENT)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        desk.settles().scan("]Q1" + codes["joern"]).says("Jörn Meyer-Lüerßen")
    assert opened.event.details == before


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_dialog_is_not_answered_by_a_scan(desk: DeskDriver, codes: Codes) -> None:
    dialog, button, pressed = QDialog(desk.window), QPushButton("Weiter"), []
    QVBoxLayout(dialog).addWidget(button)
    button.clicked.connect(lambda: pressed.append(True))
    dialog.setModal(True)
    dialog.show()
    dialog.activateWindow()
    button.setFocus()
    desk.settles()
    window = dialog.windowHandle()
    assert window is not None
    desk.types(codes["joern"], into=window).presses("Enter", into=window)
    arrived(desk)
    assert pressed == []
    desk.presses("Tab", "Space", into=window)
    assert pressed == [True]
    dialog.deleteLater()


def test_digits_that_are_no_code_stay_where_they_were_typed(desk: DeskDriver, beside: QWidget) -> None:
    field = QLineEdit()
    focused(field, beside)
    desk.settles().types("30159").presses("Enter")
    assert field.text() == "30159"
    assert desk.frame.page_id is PageId.EVENT


@pytest.mark.parametrize("end", ["Enter", "Tab"])
def test_a_scan_before_an_event_is_open_presses_nothing(desk: DeskDriver, codes: Codes, end: str) -> None:
    application = desk.application
    application.close_event()
    desk.settles()
    places = [each for each in desk.visible() if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled()]
    pressed: list[bool] = []
    for place in places:
        if isinstance(place, QAbstractButton):
            place.clicked.connect(pressed.append)
        place.setFocus(Qt.FocusReason.TabFocusReason)
        desk.settles().scan(codes["joern"], end)
        assert application.opened is None
    assert len(places) > 5
    assert pressed == []


def test_a_scan_is_taken_out_of_the_fields_of_the_start_page(desk: DeskDriver, codes: Codes) -> None:
    desk.application.close_event()
    desk.settles()
    field = QLineEdit("Sommerfest")
    field.setParent(desk.application.window.centralWidget())
    field.show()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    desk.settles().scan(codes["joern"])
    assert field.text() == "Sommerfest"


def test_letters_in_a_box_choose_there(desk: DeskDriver) -> None:
    desk.presses("F3").types("Mia Neu")
    role = desk.page.walk_in.role
    role.setFocus()
    desk.settles().types("ref")
    until(lambda: role.currentText().casefold().startswith("ref"))
    assert desk.field() == ""
    assert desk.page.walk_in.isVisible()
    assert desk.page.walk_in.name.text() == "Mia Neu"


def test_a_badge_in_a_box_is_scanned_all_the_same(desk: DeskDriver, codes: Codes) -> None:
    desk.page.point_card.points.setFocus()
    desk.settles().scan(codes["elif"]).says("Elif Demirtaş", "Willkommen")


def test_letters_on_the_event_page_do_not_leave_it(desk: DeskDriver) -> None:
    desk.goes_to(PageId.EVENT).focuses("Rollen und Farben").types("ro")
    assert desk.frame.page_id is PageId.EVENT
