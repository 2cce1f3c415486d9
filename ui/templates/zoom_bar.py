"""The buttons by which the badge is shown larger and smaller."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.actions import ActionId, PageId, key_of
from ui.look import Look
from ui.templates.zooming import STEPS
from ui.widgets.button import Button, plain


class _Percent(Button):
    """A button as wide as its longest text, so that its neighbours stay where they are."""

    def sizeHint(self) -> QSize:
        """Return room for the largest size."""
        shown = self.text()
        self.setText(percent(STEPS[-1]))
        self._hint = None
        hint = super().sizeHint()
        self.setText(shown)
        return hint


class ZoomBar(QWidget):
    """Smaller, how large (pressed: as on paper), larger, all of it."""

    asked = Signal(ActionId)
    true_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words, dress = look.words, plain(look.theme.colours)
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.smaller = self._button(look, "−", words.t("Smaller"), ActionId.SMALLER)
        self.larger = self._button(look, "+", words.t("Larger"), ActionId.LARGER)
        self.whole = self._button(look, words.t("Fit"), words.t("Show all of it"), ActionId.FIT)
        self.percent = _Percent(look, "", dress, size=13, high=32)
        self.percent.clicked.connect(self.true_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(4))
        for button in (self.smaller, self.percent, self.larger, self.whole):
            row.addWidget(button)

    def show_zoom(self, zoom: float, *, fits: bool) -> None:
        """Say how large the badge is shown."""
        said = percent(zoom)
        self.percent.setText(said)
        name = self._words.t("Shown at {percent}. As on paper: 100 %", percent=said)
        self.percent.setAccessibleName(name)
        self.percent.setToolTip(name)
        self.whole.setEnabled(not fits or self.whole.hasFocus())
        self.smaller.setEnabled(zoom > STEPS[0] or self.smaller.hasFocus())
        self.larger.setEnabled(zoom < STEPS[-1] or self.larger.hasFocus())

    def _button(self, look: Look, text: str, name: str, wanted: ActionId) -> Button:
        button = Button(look, text, plain(look.theme.colours), size=13, high=32)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key_of(look.words, wanted, PageId.TEMPLATES)})")
        button.clicked.connect(lambda: self.asked.emit(wanted))
        return button


def percent(zoom: float) -> str:
    """Return how large something is shown."""
    return f"{zoom * 100:.0f} %"
