"""What all cards of this page are made of: a title, a sentence, rows with a name and something to change."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from eventdesk.errors import KnownError
from eventdesk.words.faults import fault_sentence
from ui.look import Look
from ui.settings.rows import Rows, reached
from ui.widgets.text import Text


class Card(QFrame):
    """One card of the page. `said` carries a sentence for the banner."""

    said = Signal(str)

    def __init__(self, look: Look, title: str, sentence: str = "") -> None:
        super().__init__()
        self.look, self.title = look, title
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        theme = look.theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.space(24), theme.space(18), theme.space(24), theme.space(20))
        self.column.setSpacing(theme.space(8))
        self.rows = Rows(look, self.column)
        self.column.addWidget(Text(title, "title", wrap=True))
        if sentence:
            self.column.addWidget(Text(sentence, "muted", wrap=True))
        self.column.addSpacing(theme.space(2))

    def fit(self, *, narrow: bool) -> None:
        """Arrange everything for a narrow page, or a wide one."""
        self.rows.fit(narrow=narrow)

    def refresh(self) -> None:
        """Show what is stored now."""

    def _do(self, deed: Callable[[], object]) -> None:
        """Change something; what stands in the way is said, and what is stored now is shown."""
        try:
            deed()
        except KnownError as error:
            self.said.emit(fault_sentence(self.look.words, error))
        self.refresh()

    def first(self) -> QWidget | None:
        """Return the first control that can be changed."""
        return next((child for child in reached(self) if child.isEnabled() and not child.isHidden()), None)
