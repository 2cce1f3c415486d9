"""The card about the program: versions, licences, where the log is, something to send to whoever helps."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit

from eventdesk.words import mark
from ui.look import Look
from ui.settings.card import Card
from ui.settings.parts_list import diagnostics, licences, log_file, version, versions
from ui.widgets.button import Button, plain
from ui.widgets.text import Text

LINES = 14


class AboutCard(Card):
    """Read only; nothing of any guest is in what is copied."""

    TITLE = mark("About eventdesk")

    def __init__(self, look: Look) -> None:
        words, colours, theme = look.words, look.theme.colours, look.theme
        super().__init__(look, words.t(self.TITLE))
        self.column.addWidget(Text(words.t("Version {version}, MIT licence", version=version()), "strong", wrap=True))
        self.column.addWidget(Text(" · ".join(f"{name} {number}" for name, number in versions()), "muted", wrap=True))
        self.column.addWidget(Text(words.t("Log: {file}", file=log_file()), "small", wrap=True))
        self.licences = Button(look, words.t("Licences"), plain(colours), size=14, high=38)
        self.licences.setCheckable(True)
        self.licences.toggled.connect(self._show_licences)
        self.copy = Button(look, words.t("Copy what helpers need"), plain(colours), size=14, high=38)
        self.copy.clicked.connect(self._copy)
        self.rows.add_line([self.licences, self.copy])
        self._copied = Text("", "muted", wrap=True)
        self._copied.hide()
        self.column.addWidget(self._copied)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(words.t("Licences"))
        self.text.setMinimumHeight(theme.metrics(13).height() * LINES)
        self.text.hide()
        box = QHBoxLayout()
        box.addWidget(self.text)
        self.column.addLayout(box)

    def _show_licences(self, wanted: bool) -> None:
        if wanted and not self.text.toPlainText():
            self.text.setPlainText(licences(self.look.words))
        self.text.setVisible(wanted)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(diagnostics())
        self._copied.setText(self.look.words.t("Copied: versions and system, nothing about any guest."))
        self._copied.show()
