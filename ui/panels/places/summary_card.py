"""The card that says how content people are with the places of today, and what is proven of that."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.look import Look
from ui.panels.places.content_table import ContentTable
from ui.panels.places.standing import Content
from ui.widgets.text import Text


class SummaryCard(QFrame):
    """By wish: how many places; below it one sentence."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._words = look.words
        space = look.theme.space
        self.setProperty("kind", "card")
        self.setAccessibleName(look.words.t("Places"))
        self.title = Text("", "label", wrap=True)
        self.table = ContentTable(look)
        self.warning = Text("", "mind", wrap=True)
        self.sentence = Text("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(18))
        column.setSpacing(space(10))
        for widget in (self.title, self.table, self.warning, self.sentence):
            column.addWidget(widget)

    def show_content(self, now: Content) -> None:
        """Show how content people are."""
        words = self._words
        people = words.n("one person with wishes", "{count} people with wishes", now.people)
        self.title.setText(f"{words.t('Places')} · {people}")
        self.table.show_content(now)

    def warn(self, sentence: str) -> None:
        """Say what has to be looked after; empty: nothing."""
        self.warning.setText(sentence)
        self.warning.setVisible(bool(sentence))

    def say(self, sentence: str, *, proven: bool = False) -> None:
        """Say what is known about it; `proven` things are good news."""
        self.sentence.be("proven" if proven else "muted")
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
