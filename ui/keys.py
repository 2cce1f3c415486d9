"""Keeps every scan whole: what a scanner types while something else has the focus arrives on the check-in page."""

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from eventdesk.people import code as codes
from ui.timers import single_shot
from ui.widgets.scan_field import ScanField

DIGITS = codes.LENGTH
LONGEST_SCAN = 300
"""The longest code of another system that is found among other keys, with what scanners write before it."""
SCANNER_MS = 50
"""A scanner sends the next key, and Enter behind the last, sooner than this; a hand does so once, not six times."""
HELD_MS = 80
SURELY_SCANNED = 6
"""So many signs at the speed of a scanner are a scan."""
SHORTEST = 4
PAUSE_S = 0.15
"""After so long without a key nothing is being scanned."""
END_MS = 150
"""A scanner that does not press Enter has ended so long after its last key."""
GIVE_UP_MS = 700
"""So long after that, what it wrote into the scan field is a code that nobody has."""
_ENDS_A_SCAN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_PRESSES = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_SILENT = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_AltGr)
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_OTHER_KEYS = _ALT_GR | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True)
class _Typed:
    """One key, when it was typed (in milliseconds), and what stood, or was chosen, there just before."""

    sign: str
    moment: int
    before: str | int


class KeyRouter(QObject):
    """Looks at the keys of whichever window of ours is in front, before any widget gets them.

    Every key goes where the focus is, or into the field that a page has for letters that are typed nowhere. Only a
    whole scan, known by the Enter or Tab behind it, is taken out of there. A code of ours is known by its check digit,
    however it was typed. Of other codes content and speed are but hints: somebody's ticket that was typed as fast as
    a scanner does; and where nothing is written, whatever was typed so fast, or figures on a button.
    """

    def __init__(
        self,
        field: Callable[[], QLineEdit | None],
        split: Callable[[str], tuple[str, str]],
        belongs: Callable[[str], bool],
        scan: Callable[[str], None],
        misses_enter: Callable[[], bool],
    ) -> None:
        """Send keys to `field`, which brings the field for letters into view and returns it (None: there is none now).

        `split` is asked about the last keys that were ended by Enter elsewhere: it returns what was typed, and our
        code that a scanner wrote behind it, or nothing. `belongs` says whether a ticket is somebody's. The code goes
        to `scan`. `misses_enter` says whether a scanner of this desk does not press Enter: then a pause ends a scan,
        too, if it came as fast as only scanners type.
        """
        super().__init__()
        self._field, self._split, self._belongs, self._scan = field, split, belongs, scan
        self._typed: deque[_Typed] = deque(maxlen=LONGEST_SCAN)
        self._where: QWidget | None = None
        self._taken = False
        self._held: list[QKeyEvent] = []
        self._let_go = single_shot(self, self._hand_over, HELD_MS)
        self._last_s = 0.0
        self._misses_enter = misses_enter
        self._pause = single_shot(self, self._end_by_pause, END_MS)
        self._long_pause = single_shot(self, self._end_unknown, GIVE_UP_MS)

    @property
    def amid_keys(self) -> bool:
        """Whether keys came just now that may be the beginning of a scan, apart from the scan field."""
        return bool(self._typed) and time.monotonic() - self._last_s < PAUSE_S

    def watch(self, window: QWindow | None) -> None:
        """Look at the keys of this window, too."""
        if window is not None:
            window.installEventFilter(self)

    def follow(self, app: QGuiApplication) -> None:
        """Watch each window of the application as soon as it comes to the front."""
        self.watch(app.focusWindow())
        app.focusWindowChanged.connect(self.watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send a printable key to the field for letters unless it is meant for what has the focus; take a scan out."""
        if not isinstance(event, QKeyEvent) or event.type() not in _PRESSES:
            return False
        popup = QApplication.activePopupWidget()
        ends = event.key() in _ENDS_A_SCAN
        if event.type() == QEvent.Type.ShortcutOverride:
            return ends and popup is not None and self._take_before_the_list_does(popup, event)
        taken, self._taken = self._taken and ends, False
        where = _receiver()
        if taken or (isinstance(where, ScanField) and (ends or not self._misses_enter())):
            self._typed.clear()
            return taken
        if isinstance(where, ScanField):
            self._listen_there(where, event)
            return False
        return self._take_scan(where, _moment(event)) if ends else self._look_at(where, event)

    def _listen_there(self, field: ScanField, event: QKeyEvent) -> None:
        """Remember a key in the scan field, where a pause may end a scan."""
        if _is_text(event) and not event.isAutoRepeat():
            self._note(field, event)
        elif event.key() not in _SILENT:
            self._typed.clear()

    def _look_at(self, where: QWidget | None, event: QKeyEvent) -> bool:
        """Say whether a key that does not end a scan goes no further."""
        if not _is_text(event) or event.isAutoRepeat():
            if event.key() not in _SILENT:
                self._hand_over()
                self._typed.clear()
            return False
        if _chooses_at_once(where):
            return self._hold(where, event)
        return (not _keeps_keys(where) and self._send_on(event)) or self._note(where, event)

    def _take_before_the_list_does(self, popup: QWidget, event: QKeyEvent) -> bool:
        """Take a scan as soon as its end is announced: the list of a box chooses already then."""
        self._taken = self._take_scan(popup, _moment(event))
        if self._taken:
            event.accept()
        return self._taken

    def _send_on(self, event: QKeyEvent) -> bool:
        """Send a key to the field for letters, if there is one; the space bar presses and ticks."""
        field = None if event.text() == " " else self._field()
        if field is None:
            return False
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if not isinstance(field, ScanField) or self._misses_enter():
            self._note(field, event)
        QCoreApplication.sendEvent(field, event)
        return True

    def _note(self, where: QWidget | None, event: QKeyEvent) -> bool:
        """Remember a key that goes somewhere else: it may be one of a scan. Returns whether it may go no further."""
        if where is not self._where:
            self._typed.clear()
            self._where = where
        typed = _Typed(event.text(), _moment(event), _content(where))
        inside_a_scan = len(_in_one_go(self._typed, typed.moment)) >= SHORTEST - 1
        self._typed.append(typed)
        self._last_s = time.monotonic()
        self._long_pause.stop()
        if self._misses_enter():
            self._pause.start()
        return typed.sign == " " and inside_a_scan and not _writes(where)

    def _hold(self, where: QWidget | None, event: QKeyEvent) -> bool:
        """Keep a sign from a closed box until it is clear that no scanner sent it: there it would change a setting."""
        self._note(where, event)
        self._held.append(QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))
        self._let_go.start()
        return True

    def _hand_over(self) -> None:
        """Give the box what was held, as it was a hand that typed it."""
        self._let_go.stop()
        held, self._held = self._held, []
        for event in held:
            if self._where is not None and self._where is QApplication.focusWidget():
                QCoreApplication.sendEvent(self._where, event)

    def _take_scan(self, where: QWidget | None, moment: int) -> bool:
        """Take a scan out of where it was not meant for, and leave there what stood there before it."""
        typed = list(self._typed) if where is self._where else []
        self._typed.clear()
        code = self._own_code(typed) or self._foreign_code(typed, where, moment)
        if code is None:
            self._hand_over()
            return False
        self._held.clear()
        start, text = code
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        # before the scan: it leaves the field, which hands over what it has
        _restore(where, typed[start].before)
        self._scan(text)
        return True

    def _end_by_pause(self) -> None:
        """Take what came as fast as a scanner types, and is a code, for a scan that ended without Enter."""
        typed, where = list(self._typed), self._where
        if not typed or where is not _receiver():
            return
        text = _text(_in_one_go(typed, typed[-1].moment))
        if self._own_code(typed[-len(text) :]) is None and not (len(text) >= SHORTEST and self._belongs(text)):
            self._long_pause.start()
        elif isinstance(where, ScanField):
            self._typed.clear()
            where.entered.emit(where.text())
        else:
            self._take_scan(where, typed[-1].moment)

    def _end_unknown(self) -> None:
        """Take a code that nobody has out of the scan field, where the next one would be written behind it."""
        typed, where = list(self._typed), self._where
        text = _text(_in_one_go(typed, typed[-1].moment)) if typed else ""
        figures = any(sign.isdigit() for sign in text)
        if isinstance(where, ScanField) and where is _receiver() and len(text) >= SURELY_SCANNED and figures:
            self._typed.clear()
            where.entered.emit(where.text())

    def _own_code(self, typed: Sequence[_Typed]) -> tuple[int, str] | None:
        """Return where our code begins, and the code; while no event is open, only its digits are known for one."""
        text = _text(typed)
        if len(text) < DIGITS:
            return None
        before, code = self._split(text)
        if not code and isinstance(codes.read(text[-DIGITS:]), codes.Code):
            before, code = text[:-DIGITS], text[-DIGITS:]
        return (len(before), code) if code else None

    def _foreign_code(self, typed: Sequence[_Typed], where: QWidget | None, moment: int) -> tuple[int, str] | None:
        """Return where a code of another system begins, and the code."""
        fast = _in_one_go(typed, moment)
        text = _text(fast)
        if len(text) >= SHORTEST and self._belongs(text):
            return len(typed) - len(fast), text
        if _writes(where):
            return None
        if len(text) >= SURELY_SCANNED:
            return len(typed) - len(fast), text
        text = _text(typed)
        figures = len(text) >= SHORTEST and any(sign.isdigit() for sign in text)
        return (0, text) if figures and isinstance(where, QAbstractButton) else None


def _receiver() -> QWidget | None:
    """Return what gets the keys now."""
    popup = QApplication.activePopupWidget()
    return _written_below(popup) or popup or QApplication.focusWidget()


def _in_one_go(typed: Sequence[_Typed], until: int) -> list[_Typed]:
    """Return the last keys that followed each other at the speed of a scanner up to a moment."""
    found: list[_Typed] = []
    for each in reversed(typed):
        if not 0 <= until - each.moment <= SCANNER_MS:
            break
        found.append(each)
        until = each.moment
    return found[::-1]


def _moment(event: QKeyEvent) -> int:
    """Return when a key was pressed, in milliseconds: the system knows, however long we were busy with another key."""
    return event.timestamp() or round(time.monotonic() * 1000)


def _text(typed: Sequence[_Typed]) -> str:
    return "".join(each.sign for each in typed)


def _is_text(event: QKeyEvent) -> bool:
    text, others = event.text(), event.modifiers() & _OTHER_KEYS
    return bool(text) and text.isprintable() and (not others or others == _ALT_GR)


def _keeps_keys(widget: QWidget | None) -> bool:
    """Say whether keys are meant for this widget: it is written into, or letters choose in it, or nothing else may."""
    if QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None:
        return True
    return isinstance(widget, QComboBox) or _writes(widget)


def _chooses_at_once(widget: QWidget | None) -> bool:
    return isinstance(widget, QComboBox) and not widget.isEditable()


def _writes(widget: QWidget | None) -> bool:
    if isinstance(widget, QLineEdit | QAbstractSpinBox):
        return True
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QComboBox) and widget.isEditable()


def _written_below(popup: QWidget | None) -> QLineEdit | None:
    """Return the field whose proposals are listed: what is typed while they are shown is written into it."""
    field = popup.focusProxy() if popup is not None else None
    return field if isinstance(field, QLineEdit) else None


def _line_of(widget: QWidget | None) -> QLineEdit | None:
    """Return the line that is written into, of a field or of a box that has one."""
    if isinstance(widget, QComboBox):
        return widget.lineEdit()
    if isinstance(widget, QAbstractSpinBox):
        return widget.findChild(QLineEdit)
    return widget if isinstance(widget, QLineEdit) else None


def _content(widget: QWidget | None) -> str | int:
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.toPlainText()
    line = _line_of(widget)
    if isinstance(widget, QComboBox) and line is None:
        return widget.currentIndex()
    return line.text() if line is not None else ""


def _restore(widget: QWidget | None, before: str | int) -> None:
    """Write a text into a field, or choose in a box, as a person would, so that whoever listens hears of it."""
    if isinstance(before, int):
        if isinstance(widget, QComboBox) and widget.currentIndex() != before:
            widget.setCurrentIndex(before)
            widget.activated.emit(before)
        return
    line = _line_of(widget)
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        cursor = widget.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(before)
    elif line is not None and line.text() != before:
        line.selectAll()
        line.insert(before)
