"""A badge is scanned while another field, a box or a dialog has the focus: the scan arrives, the text stays whole."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from tests.ui.driver import DeskDriver
from ui.actions import PageId

Codes = dict[str, str]
AZERTY = str.maketrans("0123456789", "à&é\"'(-è_ç")


@pytest.fixture
def beside(desk: DeskDriver) -> Iterator[QWidget]:
    """Return a widget on another page, to put fields into."""
    desk.goes_to(PageId.EVENT)
    widget = QWidget(desk.frame)
    QVBoxLayout(widget)
    widget.resize(300, 200)
    widget.show()
    yield widget
    widget.deleteLater()


def focused(widget: QWidget, parent: QWidget) -> None:
    """Put a field into a widget, with the focus."""
    layout = parent.layout()
    assert layout is not None
    layout.addWidget(widget)
    widget.setFocus(Qt.FocusReason.OtherFocusReason)


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
