"""Finds the control with the focus again when everything was made anew in another language or other colours."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QScrollArea, QWidget


def place(inside: QWidget | None) -> int | None:
    """Return the place of the control with the focus among all controls of `inside`, None if there is none."""
    focused = QApplication.focusWidget()
    found = (number for number, control in enumerate(_controls(inside)) if control is focused)
    return next(found, None)


def put(inside: QWidget, wanted: int) -> None:
    """Give the focus to the control at this place, and bring it into view."""
    control = next((each for number, each in enumerate(_controls(inside)) if number == wanted), None)
    if control is None:
        return
    control.setFocus(Qt.FocusReason.OtherFocusReason)
    around: QWidget | None = control
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(control)
        around = around.parentWidget()


def _controls(inside: QWidget | None) -> Iterator[QWidget]:
    children = inside.findChildren(QWidget) if inside is not None else []
    return (child for child in children if isinstance(child, QAbstractButton | QComboBox | QLineEdit))
