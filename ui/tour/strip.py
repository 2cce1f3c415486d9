"""The strip of the guided first scan: one calm sentence at a time above the check-in page, and a way out."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from eventdesk.event import Changes
from eventdesk.people.code import LENGTH
from eventdesk.words import Words
from ui.actions import ActionId, PageId, key_of
from ui.bridge import Bridge
from ui.look import Look
from ui.tour.flow import Cast, Step, TourFlow
from ui.widgets.button import Button, plain, primary
from ui.widgets.text import Text
from ui.widgets.turning import turn

BETWEEN_KEYS_MS = 12
"""A scanner types about as fast."""
ROOM_BESIDE = 700
"""With less width (at 100 %) the buttons stand below the sentence."""
LOW = 450
"""The height of a window (at 100 %) below which every line counts."""
STEPS = 4


class TourStrip(QFrame):
    """Types a code into the field as a scanner does. `left` tells that somebody has had enough, or is through."""

    left = Signal()

    def __init__(self, look: Look, flow: TourFlow, bridge: Bridge, field: QLineEdit) -> None:
        super().__init__()
        self.setObjectName("tour")
        self._look, self._flow, self._field = look, flow, field
        self._keys: list[QKeyEvent] = []
        self._sending = self._over = False
        words, theme = look.words, look.theme
        self._number = Text("", "label")
        self._task = Text("", "strong", wrap=True)
        self.scan = Button(look, words.t("Scan this badge"), primary(theme.colours), icon="scan", size=15, high=40)
        self.scan.clicked.connect(self._scan)
        self.leave = Button(look, words.t("Leave"), plain(theme.colours), key=words.t("Esc"), size=15, high=40)
        self.leave.clicked.connect(self.left)
        texts = QVBoxLayout()
        texts.setSpacing(theme.space(2))
        texts.addWidget(self._number)
        texts.addWidget(self._task)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(10))
        buttons.addWidget(self.scan)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(theme.space(24), theme.space(10), theme.space(24), theme.space(10))
        self._line.setSpacing(theme.space(12))
        self._line.addLayout(texts, 1)
        self._line.addLayout(buttons)
        self._typing = QTimer(self)
        self._typing.setInterval(BETWEEN_KEYS_MS)
        self._typing.timeout.connect(self._type_next)
        bridge.changed.connect(self._on_changed)
        field.installEventFilter(self)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the sentence where there is little room beside."""
        super().resizeEvent(event)
        turn(self._line, narrow=self.width() < ROOM_BESIDE * self._look.theme.scale)
        self._fit_height()

    def _fit_height(self) -> None:
        """In a low window leave the room to the page: smaller letters, fewer words, no number of the step."""
        low = self.window().height() < LOW * self._look.theme.scale
        self._task.setText((short_sentence if low else sentence)(self._look.words, self._flow))
        self.setAccessibleName(self._task.text())
        self._task.be("small" if low else "strong")
        self._number.setVisible(not low and self._flow.step is not Step.DONE)
        for button in (self.scan, self.leave):
            button.set_factor(0.75 if low else 1.0)
        side, top = self._look.theme.space(24), self._look.theme.space(3 if low else 10)
        self._line.setContentsMargins(side, top, side, top)
        self._line.setSpacing(self._look.theme.space(3 if low else 12))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the empty field leaves; in a full one it empties it as always. A real key ends the typing for show."""
        if watched is self._field and event.type() == QEvent.Type.KeyPress and self._keys and not self._sending:
            self._stop_typing()
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if watched is self._field and is_escape and event.type() == QEvent.Type.KeyPress and not self._field.text():
            QTimer.singleShot(0, self, self.left.emit)
        return False

    def show_on(self, page: PageId) -> None:
        """Be seen on the check-in page alone, and nowhere after the end."""
        self.setVisible(page is PageId.CHECK_IN and not self._over)

    def end(self) -> None:
        """Be seen no more."""
        self._over = True
        self.hide()
        self.deleteLater()

    def task(self) -> str:
        """Return what is asked for now."""
        return self._task.text()

    def busy(self) -> bool:
        """Say whether a code is still being typed."""
        return bool(self._keys)

    def _show(self) -> None:
        words, flow = self._look.words, self._flow
        last = flow.step is Step.DONE
        self._number.setText("" if last else words.t("Step {number} of {all}", number=flow.number, all=STEPS))
        self._fit_height()
        if self.scan.hasFocus() and flow.step is not Step.SCAN:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scan.setVisible(flow.step is Step.SCAN)
        self.leave.say(words.t("Done") if last else words.t("Leave"))

    def _scan(self) -> None:
        """Type the code as a scanner does: key by key, then Enter."""
        if self._keys or self._flow.cast is None:
            return
        self._field.clear()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        none = Qt.KeyboardModifier.NoModifier
        for letter in self._flow.cast.scanned.code:
            key = Qt.Key(Qt.Key.Key_0 + int(letter))
            self._keys += [QKeyEvent(kind, key, none, letter) for kind in _BOTH]
        self._keys += [QKeyEvent(kind, Qt.Key.Key_Return, none, "\r") for kind in _BOTH]
        self._typing.start()

    def _type_next(self) -> None:
        now, self._keys = self._keys[:2], self._keys[2:]
        self._sending = True
        for key in now:
            QCoreApplication.sendEvent(self._field, key)
        self._sending = False
        if not self._keys:
            self._typing.stop()

    def _stop_typing(self) -> None:
        """Make room for somebody who types or scans in earnest."""
        self._typing.stop()
        self._keys = []
        self._field.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc on a button of the strip leaves, too, as the button says."""
        if event.key() == Qt.Key.Key_Escape:
            QTimer.singleShot(0, self, self.left.emit)
        else:
            super().keyPressEvent(event)

    def _on_changed(self, changes: Changes) -> None:
        if self._flow.follow(changes):
            self._show()


_BOTH = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


def sentence(words: Words, flow: TourFlow) -> str:
    """Return what a step asks for."""
    cast = flow.cast
    match flow.step:
        case Step.SCAN:
            return words.t(
                "A badge is scanned: the scanner types {code} and Enter. Press the button, or type it.",
                code=_digits(cast),
            )
        case Step.FIND:
            return words.t(
                "Somebody without a badge: {name}. Type a part of the name, like “{letters}”, choose with the arrow "
                "keys and press Enter.",
                name=cast.found.name if cast else "",
                letters=_letters(cast),
            )
        case Step.WALK_IN:
            key = key_of(words, ActionId.WALK_IN)
            return words.t("Somebody who is not registered: press {key}, write any name and press Enter.", key=key)
        case Step.UNDO:
            key = key_of(words, ActionId.UNDO)
            return words.t("That was wrong? {key} takes back the last step. It also works later.", key=key)
        case Step.DONE:
            return words.t("That is all you need at the desk. F1 shows all keys. Try more, or make your own event.")
        case _:
            assert_never(flow.step)


def short_sentence(words: Words, flow: TourFlow) -> str:
    """Return the same in fewer words, for a low window."""
    cast = flow.cast
    match flow.step:
        case Step.SCAN:
            return words.t("Press the button, or type {code} and Enter", code=_digits(cast))
        case Step.FIND:
            return words.t(
                "No badge: {name}. Type “{letters}”, arrow keys, Enter",
                name=cast.found.name if cast else "",
                letters=_letters(cast),
            )
        case Step.WALK_IN:
            return words.t("Not registered: {key}, any name, Enter", key=key_of(words, ActionId.WALK_IN))
        case Step.UNDO:
            return words.t("Wrong? {key} takes back the last step", key=key_of(words, ActionId.UNDO))
        case Step.DONE:
            return words.t("That is all you need at the desk. F1 shows all keys.")
        case _:
            assert_never(flow.step)


def _digits(cast: Cast | None) -> str:
    code = cast.scanned.code if cast else ""
    return "\u00a0".join(code[at : at + 4] for at in range(0, LENGTH, 4))


def _letters(cast: Cast | None) -> str:
    return cast.found.family_name[:4].casefold() if cast else ""
