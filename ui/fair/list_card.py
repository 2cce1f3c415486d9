"""The card with the list: a search field, who is shown, and the table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.actions import ActionId, PageId, key_of
from ui.fair.listing import FairTable, Row
from ui.fair.tools import Carrier
from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.search_field import SearchField
from ui.widgets.segments import Segments
from ui.widgets.text import Text


class ListCard(QFrame):
    """Everybody, those without a booth, or the free booths."""

    left = Signal()

    def __init__(self, look: Look, carrier: Carrier) -> None:
        super().__init__()
        words, space = look.words, look.theme.space
        self._look = look
        self._rows: list[Row] = []
        self._chosen: tuple[int | None, int | None] | None = None
        self.setProperty("kind", "card")
        self.setAccessibleName(words.t("Exhibitors and booths"))
        self.field = SearchField()
        self.field.setProperty("kind", "form")
        self.field.setAccessibleName(words.t("Search"))
        self.field.setPlaceholderText(words.t("Exhibitor, theme or booth"))
        self.field.setToolTip(key_of(words, ActionId.SEARCH, PageId.FAIR))
        self.which = Segments(
            look, [words.t("All"), words.t("No booth"), words.t("Free booths")], 0, words.t("Who is shown")
        )
        self.table = FairTable(look, carrier)
        self.count = Text("", "small")
        self.close_button = Button(
            look, words.t("Back"), plain(look.theme.colours), key=words.t("Esc"), size=14, high=34
        )
        self.hint = Text(
            words.t("Drag somebody onto a booth, or press Enter to place them by number."), "small", wrap=True
        )
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(14), space(14), space(14), space(12))
        column.setSpacing(space(8))
        column.addWidget(self.field)
        column.addWidget(self.which)
        column.addWidget(self.table, 1)
        column.addWidget(self.hint)
        column.addLayout(foot)
        self.table.setMinimumHeight(look.theme.text_px(120))
        self.field.textChanged.connect(lambda _text: self._show())
        self.field.entered.connect(self._into_list)
        self.field.left.connect(self.left)
        self.which.chosen.connect(lambda _at: self._show())
        self.table.left.connect(self._to_field)
        self.close_button.clicked.connect(self.left)

    def show_rows(self, rows: list[Row], chosen: tuple[int | None, int | None] | None) -> None:
        """Show how everything is now."""
        self._rows, self._chosen = rows, chosen
        self._show()

    def choose(self, chosen: tuple[int | None, int | None] | None) -> None:
        """Choose a row without telling."""
        self._chosen = chosen
        self.table.choose(chosen)

    def show_without(self) -> None:
        """Show those who have no booth."""
        self.field.clear()
        self.which.choose(1)
        self._show()

    def take_focus(self) -> None:
        """Begin in the search field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _show(self) -> None:
        at, wanted = self.which.at(), self.field.text().casefold().split()
        kept = [row for row in self._rows if self._belongs(row, at) and all(each in row.found_by for each in wanted)]
        self.table.show_booths(shown=at != 1)
        self.table.show_rows(kept, self._chosen)
        words = self._look.words
        self.count.setText(words.n("One line", "{count} lines", len(kept)))

    def _belongs(self, row: Row, at: int) -> bool:
        if at == 0:
            return row.exhibitor is not None
        return (row.exhibitor is None) if at == 2 else row.exhibitor is not None and row.booth is None

    def _into_list(self) -> None:
        if self.table.rows_model.rows:
            if self.table.row() is None:
                self.table.setCurrentIndex(self.table.rows_model.index(0, 0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
