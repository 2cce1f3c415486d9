"""The card of the words of the brochure: title, greeting, imprint."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eventdesk.reports.brochure.texts import Texts
from ui.look import Look
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.lines_edit import LinesEdit
from ui.widgets.text import Text


class TextsCard(Card):
    """`kept` when somebody goes elsewhere after they have typed."""

    kept = Signal()

    def __init__(self, look: Look) -> None:
        words = look.words
        super().__init__(look, words.t("Words of the brochure"), edges=(20, 14, 20, 16))
        self._stored = Texts()
        self.head = Field(look, words.t("Title"), hint=words.t("like the event"))
        self.sub = Field(look, words.t("Subtitle"))
        self.greeting = LinesEdit(look, words.t("Greeting"), high=190, kind="words")
        self.greeted = LinesEdit(look, words.t("Who greets, a line each"), high=70, kind="words")
        self.imprint = LinesEdit(look, words.t("Imprint"), high=90, kind="words")
        rows: tuple[tuple[str, QWidget], ...] = (
            (words.t("Title"), self.head),
            (words.t("Subtitle"), self.sub),
            (words.t("Greeting; an empty line begins a paragraph"), self.greeting),
            (words.t("Who greets, a line each"), self.greeted),
            (words.t("Imprint: who publishes this, and how to reach them"), self.imprint),
        )
        for name, control in rows:
            self.column.addWidget(Text(name, "small", wrap=True))
            self.column.addWidget(control)
        for field in (self.head, self.sub):
            field.edit.setProperty("kind", "form")
            field.edit.editingFinished.connect(self.kept)
        for edit in (self.greeting, self.greeted, self.imprint):
            edit.written.connect(self.kept)
            edit.finished.connect(self.kept)

    def show_texts(self, texts: Texts) -> None:
        """Show what was written."""
        self._stored = texts
        self.head.show_text(texts.title)
        self.sub.show_text(texts.subtitle)
        self.greeting.show_text(texts.greeting)
        self.greeted.show_text(texts.greeted_by)
        self.imprint.show_text(texts.imprint)

    def open(self, *, closed: bool) -> None:
        """Let somebody write here, unless the file can only be looked at."""
        for edit in (self.head.edit, self.sub.edit, self.greeting, self.greeted, self.imprint):
            edit.setReadOnly(closed)

    def texts(self) -> Texts:
        """Return what stands there."""
        return Texts(
            title=self.head.text().strip(),
            subtitle=self.sub.text().strip(),
            greeting=self.greeting.toPlainText().strip(),
            greeted_by=self.greeted.toPlainText().strip(),
            imprint=self.imprint.toPlainText().strip(),
        )

    def is_typing(self) -> bool:
        """Say whether something stands there that is not written yet."""
        return self.texts() != self._stored
