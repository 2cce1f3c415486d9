"""Below the tiles: a key for each page with its numbers, so that a finger needs two touches for any of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.look import Look
from ui.prize.kiosk.tiles import Tiles
from ui.widgets.button import Button, plain, primary
from ui.widgets.text import FittingText

MOST_RANGES = 10
GAP = 8


class PageBar(QWidget):
    """Keys for all pages if there is room for them, else one back and one on."""

    turned = Signal(int)

    def __init__(self, look: Look, tiles: Tiles) -> None:
        """Show the pages of `tiles`; `turned` says by how many to turn."""
        super().__init__()
        self._look, self._tiles = look, tiles
        words, theme = look.words, look.theme
        self.where = FittingText(theme, 18, QFont.Weight.DemiBold, theme.colours.text, lines=1)
        self.where.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.before, self.after = self._button(words.t("Page before")), self._button(words.t("Next page"))
        self.ranges = [self._button("") for _ in range(MOST_RANGES)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(GAP))
        row.addWidget(self.where, 1)
        row.addStretch(0)
        for button in (*self.ranges, self.before, self.after):
            row.addWidget(button)
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        for number, button in enumerate(self.ranges):
            button.clicked.connect(lambda _checked=False, number=number: self.turned.emit(number - tiles.page))

    def show_pages(self) -> None:
        """Show which pages there are, and which one is looked at."""
        words, tiles, colours = self._look.words, self._tiles, self._look.theme.colours
        spans = tiles.spans() if 1 < tiles.pages <= MOST_RANGES else []
        for number, button in enumerate(self.ranges):
            button.say(spans[number] if number < len(spans) else "")
            button.wear(primary(colours) if number == tiles.page else plain(colours))
        gap = self._look.theme.space(GAP)
        needed = sum(button.sizeHint().width() + gap for button in self.ranges[: len(spans)])
        whole = bool(spans) and needed <= self.width()
        for number, button in enumerate(self.ranges):
            button.setVisible(whole and number < len(spans))
        step = tiles.pages > 1 and not whole
        self.before.setVisible(step)
        self.after.setVisible(step)
        self.before.setEnabled(tiles.page > 0)
        self.after.setEnabled(tiles.page < tiles.pages - 1)
        page = words.t("Page {page} of {pages}", page=tiles.page + 1, pages=tiles.pages) if step else ""
        self.where.setText(page if tiles.entries() else words.t("Nothing fits. Please type something else."))
        self.where.setVisible(bool(self.where.text()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many keys as there is room for."""
        super().resizeEvent(event)
        self.show_pages()

    def _button(self, text: str) -> Button:
        button = Button(self._look, text, plain(self._look.theme.colours), size=18, high=56)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button
