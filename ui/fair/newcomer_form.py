"""A form for somebody new."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from eventdesk.fair.booth import Power
from eventdesk.fair.exhibitor import Exhibitor
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.steady_box import SteadyBox
from ui.widgets.tick import Tick
from ui.widgets.wrapping import Wrapping


class NewcomerForm(QFrame):
    """Who comes, what they are about, what they need."""

    entered = Signal(object)
    left = Signal()

    def __init__(self, look: Look, themes: Sequence[str]) -> None:
        super().__init__()
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self.setObjectName("fairask")
        self.name = QLineEdit()
        self.name.setProperty("kind", "form")
        self.name.setPlaceholderText(words.t("Name of the exhibitor"))
        self.name.setAccessibleName(words.t("Name of the exhibitor"))
        self.name.returnPressed.connect(self._enter)
        self.theme = SteadyBox(words.t("Theme"))
        self.theme.addItem(words.t("No theme"), "")
        for theme in themes:
            self.theme.addItem(theme, theme)
        self.power = SteadyBox(words.t("Power"))
        for power, text in (
            (Power.NONE, words.t("No power")),
            (Power.V230, words.t("230 V")),
            (Power.V400, words.t("400 V")),
        ):
            self.power.addItem(text, power)
        self.wall = Tick(look.theme, words.t("Back wall"), ticked=False)
        self.step_free = Tick(look.theme, words.t("Step-free"), ticked=False)
        self.do = Button(look, words.t("Find a booth"), primary(colours), size=14, high=36)
        self.do.clicked.connect(self._enter)
        self.back = Button(look, words.t("Back"), plain(colours), size=14, high=36)
        self.back.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(12), space(10), space(12), space(12))
        column.setSpacing(space(8))
        for widget in (self.name, self.theme, self.power, self.wall, self.step_free):
            column.addWidget(widget)
        column.addWidget(Wrapping(space(8), [self.do, self.back]))

    def take_focus(self) -> None:
        """Begin with the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.take_focus()
            return
        self.entered.emit(
            Exhibitor(
                0,
                "",
                name,
                theme=str(self.theme.currentData()),
                power=Power(self.power.currentData()),
                wall=self.wall.box.isChecked(),
                step_free=self.step_free.box.isChecked(),
            )
        )
        self.name.clear()
