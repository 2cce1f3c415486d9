"""Sliders for what a good plan is, and what each part costs today and in the plan that is looked at."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSlider, QVBoxLayout, QWidget

from eventdesk.fair.weights import USUAL, Weight
from eventdesk.words import mark
from ui.look import Look
from ui.timers import single_shot
from ui.widgets.button import Button, plain
from ui.widgets.text import ElidedText, Text

MOST = 60
NAMES = {
    Weight.WISH_2: mark("Only the second wish"),
    Weight.WISH_NONE: mark("None of the wishes"),
    Weight.THEME_ISLAND: mark("Theme on many islands"),
    Weight.THEME_HALL: mark("Theme in several halls"),
    Weight.COMPETITOR_ISLAND: mark("Competitors on one island"),
    Weight.FORUM_5M: mark("Way to the own session"),
}
REST_MS = 350


class WeightSlider(QSlider):
    """Arrows change it by one; the wheel belongs to what scrolls."""

    def __init__(self, name: str, value: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, MOST)
        self.setPageStep(5)
        self.setValue(min(MOST, value))
        self.setAccessibleName(name)

    def wheelEvent(self, event: object) -> None:
        """Leave the wheel to what scrolls."""
        event.ignore()  # type: ignore[attr-defined]


class WeightsBox(QWidget):
    """One line for each part: what it is, how heavy, and its price."""

    changed = Signal(object)

    def __init__(self, look: Look, weights: Mapping[Weight, int]) -> None:
        super().__init__()
        self._look = look
        words, space = look.words, look.theme.space
        self.sliders: dict[Weight, WeightSlider] = {}
        self._values: dict[Weight, Text] = {}
        self._prices: dict[Weight, Text] = {}
        self._rest = single_shot(self, lambda: self.changed.emit(self.weights()), REST_MS)
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(10))
        grid.setVerticalSpacing(space(2))
        for number, (weight, name) in enumerate(NAMES.items()):
            said = words.t(name)
            slider = WeightSlider(said, weights.get(weight, USUAL[weight]))
            slider.valueChanged.connect(self._mover(weight))
            self.sliders[weight] = slider
            self._values[weight], self._prices[weight] = Text("", "strong"), Text("", "small")
            self._values[weight].setAlignment(Qt.AlignmentFlag.AlignRight)
            self._prices[weight].setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(ElidedText(said), 2 * number, 0)
            grid.addWidget(self._prices[weight], 2 * number, 1)
            grid.addWidget(slider, 2 * number + 1, 0)
            grid.addWidget(self._values[weight], 2 * number + 1, 1)
            self._say(weight)
        grid.setColumnStretch(0, 1)
        self.usual = Button(look, words.t("As usual"), plain(look.theme.colours), size=14, high=34)
        self.usual.clicked.connect(self._put_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        column.addWidget(Text(words.t("The further to the right, the more a plan avoids it."), "small", wrap=True))
        column.addLayout(grid)
        column.addWidget(self.usual)

    def weights(self) -> dict[Weight, int]:
        """Return what is chosen."""
        return {weight: slider.value() for weight, slider in self.sliders.items()}

    def show_weights(self, weights: Mapping[Weight, int]) -> None:
        """Show other weights without telling."""
        for weight, slider in self.sliders.items():
            slider.blockSignals(True)
            slider.setValue(min(MOST, weights.get(weight, USUAL[weight])))
            slider.blockSignals(False)
            self._say(weight)

    def show_prices(self, today: Mapping[Weight, int], plan: Mapping[Weight, int] | None) -> None:
        """Show what each part costs today, and in the plan."""
        words = self._look.words
        for weight, text in self._prices.items():
            now = today.get(weight, 0)
            if plan is None:
                text.setText(words.t("costs {now}", now=now))
            else:
                text.setText(words.t("{now} → {then}", now=now, then=plan.get(weight, 0)))

    def _say(self, weight: Weight) -> None:
        self._values[weight].setText(str(self.sliders[weight].value()))

    def _mover(self, weight: Weight) -> Callable[[int], None]:
        def moved(_value: int) -> None:
            self._say(weight)
            self._rest.start()

        return moved

    def _put_back(self) -> None:
        self.show_weights(USUAL)
        self._rest.start(0)
