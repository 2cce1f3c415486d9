"""The card of the programme as a whole: what it costs people, what is wrong, and what can be asked about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.look import Look
from ui.panels.programme.telling import people_text
from ui.widgets.button import Button, plain
from ui.widgets.button_row import ButtonRow
from ui.widgets.text import Text


class PlanCard(QFrame):
    """Two figures in people, and the deeds."""

    what_if_asked = Signal()
    versions_asked = Signal()
    add_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self._look = look
        self.setProperty("kind", "card")
        self.setAccessibleName(words.t("Programme"))
        self.lost, self.away = Text("", "", wrap=True), Text("", "", wrap=True)
        self.alarm, self.quality = Text("", "mind", wrap=True), Text("", "small", wrap=True)
        self.what_if = Button(look, words.t("What if …"), plain(colours), size=14, high=36)
        self.versions = Button(look, words.t("Versions …"), plain(colours), size=14, high=36)
        self.add = Button(look, words.t("Add …"), plain(colours), size=14, high=36)
        self.what_if.clicked.connect(self.what_if_asked)
        self.versions.clicked.connect(self.versions_asked)
        self.add.clicked.connect(self.add_asked)
        self._deeds = ButtonRow(space(8), [self.what_if, self.versions, self.add])
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(18))
        column.setSpacing(space(6))
        column.addWidget(Text(words.t("Today's programme"), "label", wrap=True))
        for text in (self.lost, self.away, self.alarm, self.quality):
            column.addWidget(text)
        column.addSpacing(space(4))
        column.addWidget(self._deeds)

    def show_figures(self, lost: int, away: int, broken: int, quality: str, *, given: bool) -> None:
        """Show what today's timetable costs, how many rules it breaks, and how good it is known to be.

        `given`: places were given out; what it costs by the wishes is then no longer what becomes of people.
        """
        words = self._look.words
        if given:
            self.lost.setText(words.t("Places have been given out."))
            self.away.setText(words.t("By the wishes: {people}", people=people_text(words, lost, away)))
        else:
            self.lost.setText(
                words.n(
                    "One wish is lost because two sessions are at one time",
                    "{count} wishes are lost because two sessions are at one time",
                    lost,
                )
            )
            self.away.setText(words.n("One person finds no seat", "{count} people find no seat", away))
        self.away.be("small" if given else "")
        self.alarm.setText(words.n("One rule is broken", "{count} rules are broken", broken) if broken else "")
        self.alarm.setVisible(bool(broken))
        self.quality.setText(quality)
        self.quality.setVisible(bool(quality))
