"""Keeps every scan whole: what is typed while a button or a list has the focus arrives in the scan field."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from ui.checkin.scan_bar import ScanField

DIGITS = 16
_ENDS_A_SCAN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_OTHER_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class KeyRouter(QObject):
    """Looks at the keys of whichever window of ours is in front, before any widget gets them."""

    def __init__(
        self,
        field: Callable[[], QLineEdit | None],
        split: Callable[[str], tuple[str, str]],
        scan: Callable[[str], None],
    ) -> None:
        """Send keys to `field`, which brings the scan field into view and returns it (None: there is none now).

        `split` is asked about a text that was ended by Enter in another field: it returns what was typed there, and
        the code that a scanner wrote behind it, or nothing. The code then goes to `scan`.
        """
        super().__init__()
        self._field, self._split, self._scan = field, split, scan

    def watch(self, window: QWindow | None) -> None:
        """Look at the keys of this window, too."""
        if window is not None:
            window.installEventFilter(self)

    def follow(self, app: QGuiApplication) -> None:
        """Watch each window of the application as soon as it comes to the front."""
        self.watch(app.focusWindow())
        app.focusWindowChanged.connect(self.watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send a printable key to the scan field unless somebody is writing elsewhere."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit) and event.key() in _ENDS_A_SCAN:
            return self._stray_scan(focus)
        if not _begins_a_text(event) or QApplication.activeModalWidget() is not None or _writes(focus):
            return False
        field = self._field()
        if field is None:
            return False
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        QCoreApplication.sendEvent(field, event)
        return True

    def _stray_scan(self, field: QLineEdit) -> bool:
        """Take a scan out of a field that it was not meant for."""
        if isinstance(field, ScanField) or not field.text()[-DIGITS:].isdigit():
            return False
        rest, code = self._split(field.text())
        if code:
            field.setText(rest)  # before the scan: it leaves the field, which then hands over what stands in it
            self._scan(code)
        return bool(code)


def _begins_a_text(event: QKeyEvent) -> bool:
    text = event.text()
    return bool(text) and text.isprintable() and text != " " and not event.modifiers() & _OTHER_KEYS


def _writes(widget: QWidget | None) -> bool:
    if QApplication.activePopupWidget() is not None:
        return False
    if isinstance(widget, QLineEdit | QAbstractSpinBox):
        return True
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QComboBox) and widget.isEditable()
