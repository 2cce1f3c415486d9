"""The card of the papers: which one, and writing it to a file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from eventdesk.words import mark
from ui.cafe.flow.papers import Paper, PaperWish
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.segments import Segments
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text
from ui.widgets.tick import Tick
from ui.widgets.wrapping import Wrapping

PAPERS = {
    Paper.CARDS: (mark("Cards"), mark("One for each person: their table in each round. To be cut along the marks.")),
    Paper.SIGNS: (mark("Table signs"), mark("One for each table: its number, large, and its question.")),
    Paper.HOSTS: (mark("Lists for hosts"), mark("For each table who comes in which round.")),
    Paper.SHEETS: (mark("Sheets for results"), mark("For each table a sheet to write on what it found.")),
    Paper.SUMMARY: (mark("Summary"), mark("What all tables found, to be read out.")),
}


class PapersCard(QFrame):
    """One paper at a time."""

    save_asked = Signal(str)
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
        sizes = [words.t("Eight on a sheet"), words.t("Four, larger")]
        self.per_sheet = Segments(look, sizes, 0, words.t("Cards on a sheet"))
        self.spare = Tick(look.theme, words.t("Free cards, too, for those who come late"), ticked=True)
        self.trouble = Text("", "mind", wrap=True)
        self.save = Button(look, words.t("Save …"), primary(colours), size=14, high=38)
        self.save.clicked.connect(lambda: self.save_asked.emit(self.paper.currentText()))
        self.leave = Button(look, words.t("Back"), plain(colours), key=words.t("Esc"), size=14, high=38)
        self.leave.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(18))
        column.setSpacing(space(10))
        column.addWidget(Text(words.t("Papers"), "title"))
        for widget in (self.paper, self.about, self.per_sheet, self.spare, self.trouble):
            column.addWidget(widget)
        column.addWidget(Wrapping(space(8), [self.save, self.leave]))
        column.addStretch(1)
        self.paper.activated.connect(lambda _at: self.show_paper())
        self.show_paper()

    def wish(self) -> PaperWish:
        """Return what is wanted."""
        return PaperWish(Paper(self.paper.currentData()), self.per_sheet.at() == 1, self.spare.box.isChecked())

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
        self.per_sheet.setVisible(paper is Paper.CARDS)
        self.spare.setVisible(paper is Paper.CARDS)
        self.complain("")
