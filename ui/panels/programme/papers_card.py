"""The card of the papers: which one, how large, and writing it to a file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from eventdesk.drawing.pages.paper_size import PaperSize
from eventdesk.words import mark
from ui.look import Look
from ui.panels.flow.papers import Paper, PaperWish
from ui.widgets.button import Button, plain, primary
from ui.widgets.segments import Segments
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text
from ui.widgets.tick import Tick
from ui.widgets.wrapping import Wrapping

PAPERS = {
    Paper.SIGNS: (mark("Door signs"), mark("For each door: today's sessions, the next one large.")),
    Paper.PROGRAMME: (mark("Programme"), mark("Rooms by times for each day, and a list of all sessions.")),
    Paper.LISTS: (mark("Lists for moderators"), mark("For each session who is expected, and who waits.")),
    Paper.SIGNATURES: (mark("Lists to sign"), mark("For each session a list to be signed.")),
    Paper.PEOPLE: (mark("A page for each person"), mark("Everybody's own programme, with their places.")),
    Paper.CHANGES: (mark("What has changed"), mark("Sessions that are elsewhere than in the timetable printed last.")),
    Paper.PROTOCOL: (mark("How places were given out"), mark("To be hung up, and checked by anybody.")),
    Paper.CALENDAR: (mark("Calendar file"), mark("The whole programme for calendars (iCalendar).")),
}
SIZES = (PaperSize.A4, PaperSize.A3)
SIZED = frozenset({Paper.PROGRAMME, Paper.SIGNS})
ON_DOORS = frozenset({Paper.PROGRAMME, Paper.SIGNS, Paper.CHANGES})
"""Papers after which a timetable is on paper."""


class PapersCard(QFrame):
    """One paper at a time."""

    save_asked = Signal(str, str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self.setProperty("kind", "card")
        self.setAccessibleName(words.t("Papers"))
        self.paper = SteadyBox(words.t("Which paper"))
        for paper, (name, _about) in PAPERS.items():
            self.paper.addItem(words.t(name), paper)
        self.about = Text("", "muted", wrap=True)
        self.paper_size = Segments(look, [size.value for size in SIZES], 0, words.t("Size"))
        self.each = Tick(look.theme, words.t("A sign for each session, to be changed at the door"), ticked=False)
        self.changed = Tick(look.theme, words.t("Only doors where something has changed"), ticked=False)
        self.trouble = Text("", "mind", wrap=True)
        self.save = Button(look, words.t("Save …"), primary(colours), size=14, high=38)
        self.save.clicked.connect(self._ask)
        self.leave = Button(look, words.t("Back"), plain(colours), key=words.t("Esc"), size=14, high=38)
        self.leave.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(18))
        column.setSpacing(space(10))
        column.addWidget(Text(words.t("Papers"), "title"))
        for widget in (self.paper, self.about, self.paper_size, self.each, self.changed, self.trouble):
            column.addWidget(widget)
        column.addWidget(Wrapping(space(8), [self.save, self.leave]))
        column.addStretch(1)
        self.paper.activated.connect(lambda _at: self.show_paper())
        self.show_paper()

    def wish(self) -> PaperWish:
        """Return what is wanted."""
        paper = Paper(self.paper.currentData())
        size = SIZES[self.paper_size.at()] if paper in SIZED else PaperSize.A4
        return PaperWish(paper, size, self.each.box.isChecked(), self.changed.box.isChecked())

    def choose(self, paper: Paper) -> None:
        """Choose a paper."""
        self.paper.setCurrentIndex(self.paper.findData(paper))
        self.show_paper()

    def complain(self, sentence: str) -> None:
        """Say why there is nothing to print."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def take_focus(self) -> None:
        """Begin with which paper."""
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_paper(self) -> None:
        """Show what can be said of the paper that is chosen."""
        paper = Paper(self.paper.currentData())
        self.about.setText(self._look.words.t(PAPERS[paper][1]))
        self.paper_size.setVisible(paper in SIZED)
        self.each.setVisible(paper is Paper.SIGNS)
        self.changed.setVisible(paper is Paper.SIGNS)
        self.complain("")

    def _ask(self) -> None:
        suffix = ".ics" if Paper(self.paper.currentData()) is Paper.CALENDAR else ".pdf"
        self.save_asked.emit(self.paper.currentText(), suffix)
