"""One badge more, and why; or one in place of a lost one. Wherever a person is looked at who has a badge already."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from eventdesk.codes import PrintReason
from eventdesk.words import Words
from eventdesk.words.badges import REASONS
from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping

_OWN = "?"
_LONGEST_REASON = 120


class Reprint(QWidget):
    """Asks for a reason. What has to be printed anew because it was lost gets another code."""

    again_asked = Signal(str)
    lost_asked = Signal()

    def __init__(self, look: Look, *, key: str = "", more: Sequence[Button] = ()) -> None:
        """Show `key` on the button that prints, and `more` buttons beside those of ours."""
        super().__init__()
        words, space, dress = look.words, look.theme.space, plain(look.theme.colours)
        self.reason = SteadyBox(words.t("Why once more"))
        for code, name in REASONS.items():
            if code != PrintReason.LOST:
                self.reason.addItem(words.t(name), code)
        self.reason.addItem(words.t("In own words …"), _OWN)
        self.reason.setCurrentIndex(self.reason.findData(PrintReason.DAMAGED.value))
        self.reason.activated.connect(self._show_own)
        self.own = QLineEdit()
        self.own.setProperty("kind", "form")
        self.own.setMaxLength(_LONGEST_REASON)
        self.own.setAccessibleName(words.t("In own words"))
        self.own.setPlaceholderText(words.t("In own words"))
        self.again = Button(look, words.t("Print again"), dress, key=key, size=14, high=38)
        self.lost = Button(look, words.t("Lost: new code, new badge"), dress, size=14, high=38)
        self.again.clicked.connect(self._ask)
        self.lost.clicked.connect(self.lost_asked)
        label = Text(words.t("Why once more"), "label")
        label.setBuddy(self.reason)
        note = words.t("The old code of a lost badge is refused from then on, and says whose it was.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        self.buttons = Wrapping(space(10), [self.again, self.lost, *more])
        for widget in (label, self.reason, self.own, self.buttons, Text(note, "small", wrap=True)):
            column.addWidget(widget)
        self._show_own()

    def take_focus(self) -> None:
        """Begin at the reason."""
        self.reason.setFocus()

    def holds_focus(self) -> bool:
        """Say whether one of its controls has the focus."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _show_own(self) -> None:
        own = self.reason.currentData() == _OWN
        self.own.setVisible(own)
        if own and self.reason.hasFocus():
            self.own.setFocus()

    def _ask(self) -> None:
        own = self.reason.currentData() == _OWN
        self.again_asked.emit(self.own.text().strip() if own else str(self.reason.currentData()))


def printing_sentence(words: Words, name: str) -> str:
    """Return what is said when one more badge is on its way."""
    return words.t("The badge of {name} is being printed.", name=name)


def replaced_sentence(words: Words, name: str, rest: str = "") -> str:
    """Return what is said when a lost badge was replaced; `rest` follows: by default, that the new one is printed."""
    told = words.t("{name} has a new code; the lost badge is refused.", name=name)
    printing = words.t("The new badge is being printed.")
    return f"{told} {rest or printing}"
