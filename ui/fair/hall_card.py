"""The card of the hall itself while one draws: its name and size, the picture behind it, another hall."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from eventdesk.fair.hall import Hall
from ui.fair.metre_field import MetreField
from ui.fair.pairs import Pairs
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.field import Field
from ui.widgets.text import Text

LEAST_HALL_MM, LARGEST_HALL_MM = 1000, 1_000_000
LEAST_DISTANCE_MM = 300


@dataclass(frozen=True)
class HallWish:
    """A hall as it was typed."""

    name: str
    width_mm: int
    depth_mm: int


class HallCard(QFrame):
    """The hall: its name and size, the picture behind it."""

    changed = Signal(object)
    added = Signal(object)
    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        words, space = look.words, look.theme.space
        self.setProperty("kind", "card")
        self.setAccessibleName(words.t("Hall"))
        self.title = Text(words.t("Hall"), "title", wrap=True)
        self.name = Field(look, words.t("Name of the hall"), longest=60)
        self.name.edit.setProperty("kind", "form")
        self.wide = MetreField(look, words.t("Width of the hall in metres"), LEAST_HALL_MM, LARGEST_HALL_MM)
        self.deep = MetreField(look, words.t("Depth of the hall in metres"), LEAST_HALL_MM, LARGEST_HALL_MM)
        rows = Pairs(look)
        rows.add(words.t("Name"), self.name)
        rows.add(words.t("Width (m)"), self.wide)
        rows.add(words.t("Depth (m)"), self.deep)
        colours = look.theme.colours
        self.add = Button(look, words.t("Add this hall"), primary(colours), size=14, high=36)
        self.add.clicked.connect(lambda: self.added.emit(self.wish()))
        self.new = self._button(words.t("Another hall …"), "new_hall")
        self.remove = self._button(words.t("Remove the hall"), "remove_hall")
        self.picture = self._button(words.t("Picture behind it …"), "picture")
        self.calibrate = self._button(words.t("Set its scale …"), "calibrate")
        self.no_picture = self._button(words.t("Take the picture away"), "no_picture")
        self.distance = MetreField(look, words.t("How far is that in metres?"), LEAST_DISTANCE_MM, LARGEST_HALL_MM)
        self.distance.hide()
        self._buttons = ButtonRow(
            space(8), [self.add, self.new, self.remove, self.picture, self.calibrate, self.no_picture]
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(18))
        column.setSpacing(space(8))
        column.addWidget(self.title)
        column.addWidget(rows)
        column.addWidget(self.distance)
        column.addWidget(self._buttons)
        self._making = False
        self.name.entered.connect(lambda text: self._tell(name=text))
        self.wide.measured.connect(lambda length: self._tell(width_mm=length))
        self.deep.measured.connect(lambda length: self._tell(depth_mm=length))

    def wish(self) -> HallWish:
        """Return the hall as it was typed."""
        return HallWish(self.name.text().strip(), self.wide.value, self.deep.value)

    def show_hall(self, hall: Hall | None, *, picture: bool) -> None:
        """Show a hall; None: one is about to be added."""
        words, self._making = self._look.words, hall is None
        self.title.setText(words.t("New hall") if hall is None else words.t("Hall {name}", name=hall.name))
        self.name.show_text(hall.name if hall is not None else "")
        self.wide.show_length(hall.width_mm if hall is not None else 30_000)
        self.deep.show_length(hall.depth_mm if hall is not None else 20_000)
        for button, shown in (
            (self.add, hall is None),
            (self.new, hall is not None),
            (self.remove, hall is not None),
            (self.picture, hall is not None),
            (self.calibrate, picture),
            (self.no_picture, picture),
        ):
            button.setVisible(shown)
        self._buttons.refit()

    def _tell(self, **fields: object) -> None:
        if not self._making:
            self.changed.emit(fields)

    def _button(self, text: str, deed: str) -> Button:
        button = Button(self._look, text, plain(self._look.theme.colours), size=14, high=36)
        button.clicked.connect(lambda: self.asked.emit(deed))
        return button
