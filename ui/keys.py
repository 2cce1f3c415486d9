"""Keeps every scan whole: what a scanner types while something else has the focus arrives on the check-in page."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from eventdesk.people import code as codes
from ui.checkin.scan_bar import ScanField

DIGITS = codes.LENGTH
LONGEST_SCAN = 26
"""The digits, and what scanners write before them: the kind of the code (AIM), its letters (ECI)."""
_ENDS_A_SCAN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_SILENT = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_AltGr)
_OTHER_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True)
class _Typed:
    """One key, and what stood where it was typed just before."""

    sign: str
    before: str


class KeyRouter(QObject):
    """Looks at the keys of whichever window of ours is in front, before any widget gets them."""

    def __init__(
        self,
        field: Callable[[str], QLineEdit | None],
        split: Callable[[str], tuple[str, str]],
        scan: Callable[[str], None],
    ) -> None:
        """Send keys to `field`, which brings the field for a sign into view and returns it (None: there is none now).

        `split` is asked about the last keys that were ended by Enter elsewhere: it returns what was typed, and the
        code that a scanner wrote behind it, or nothing. The code then goes to `scan`.
        """
        super().__init__()
        self._field, self._split, self._scan = field, split, scan
        self._typed: deque[_Typed] = deque(maxlen=LONGEST_SCAN)
        self._where: QWidget | None = None

    def watch(self, window: QWindow | None) -> None:
        """Look at the keys of this window, too."""
        if window is not None:
            window.installEventFilter(self)

    def follow(self, app: QGuiApplication) -> None:
        """Watch each window of the application as soon as it comes to the front."""
        self.watch(app.focusWindow())
        app.focusWindowChanged.connect(self.watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send a printable key to the scan field unless somebody is writing elsewhere; take a scan out of there."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        focus = QApplication.focusWidget()
        if isinstance(focus, ScanField):
            self._typed.clear()
            return False
        if event.key() in _ENDS_A_SCAN:
            return self._take_scan(focus)
        if not _is_text(event):
            if event.key() not in _SILENT:
                self._typed.clear()
            return False
        if _writes(focus) or QApplication.activeModalWidget() is not None:
            self._note(focus, event.text())
            return False
        return event.text() != " " and self._send_on(event)

    def _send_on(self, event: QKeyEvent) -> bool:
        focus, popup = QApplication.focusWidget(), QApplication.activePopupWidget()
        # Letters choose in a box and in its list; a badge has digits
        chooses = (popup is not None or isinstance(focus, QComboBox)) and event.text().isalpha()
        field = None if chooses else self._field(event.text())
        if field is None:
            self._note(focus, event.text())
            return False
        if popup is not None:
            popup.close()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if not isinstance(field, ScanField):
            self._note(field, event.text())
        QCoreApplication.sendEvent(field, event)
        return True

    def _note(self, where: QWidget | None, sign: str) -> None:
        """Remember a key that goes somewhere else: it may be one of a scan."""
        if where is not self._where:
            self._typed.clear()
            self._where = where
        self._typed.append(_Typed(sign, _content(where)))

    def _take_scan(self, focus: QWidget | None) -> bool:
        """Take a scan out of where it was not meant for, and leave there what stood there before it."""
        typed, self._where = list(self._typed), None
        self._typed.clear()
        before, code = self._ending("".join(each.sign for each in typed)) if len(typed) >= DIGITS else ("", "")
        if code:
            # before the scan: it leaves the field, which hands over what it has
            _restore(focus, typed[len(before)].before)
            self._scan(code)
        return bool(code)

    def _ending(self, text: str) -> tuple[str, str]:
        """Return what was typed and the code behind it; while no event is open, only ours is known for one."""
        typed, code = self._split(text)
        if not code and isinstance(codes.read(text[-DIGITS:]), codes.Code):
            return text[:-DIGITS], text[-DIGITS:]
        return typed, code


def _is_text(event: QKeyEvent) -> bool:
    text = event.text()
    return bool(text) and text.isprintable() and not event.modifiers() & _OTHER_KEYS


def _writes(widget: QWidget | None) -> bool:
    if QApplication.activePopupWidget() is not None:
        return False
    if isinstance(widget, QLineEdit | QAbstractSpinBox):
        return True
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QComboBox) and widget.isEditable()


def _line_of(widget: QWidget | None) -> QLineEdit | None:
    """Return the line that is written into, of a field or of a box that has one."""
    if isinstance(widget, QComboBox):
        return widget.lineEdit()
    if isinstance(widget, QAbstractSpinBox):
        return widget.findChild(QLineEdit)
    return widget if isinstance(widget, QLineEdit) else None


def _content(widget: QWidget | None) -> str:
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.toPlainText()
    line = _line_of(widget)
    return line.text() if line is not None else ""


def _restore(widget: QWidget | None, text: str) -> None:
    """Write a text into a field as a person would, so that whoever listens to the field hears of it."""
    line = _line_of(widget)
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        cursor = widget.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
    elif line is not None and line.text() != text:
        line.selectAll()
        line.insert(text)
