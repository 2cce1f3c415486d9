"""The card of the papers: which one, how large, and writing it as a PDF."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from eventdesk.drawing.pages.paper_size import PaperSize
from eventdesk.fair.hall import Hall
from eventdesk.words import mark
from ui.fair.flow.papers import Paper, PaperWish
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.segments import Segments
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text
from ui.widgets.tick import Tick
from ui.widgets.wrapping import Wrapping

PAPERS = {
    Paper.PLAN: (mark("Floor plan"), mark("A page for each hall, with legend, scale and quality.")),
    Paper.SIGNS: (mark("Booth signs"), mark("A sign for each stand: number, name, theme, code.")),
    Paper.DIRECTORY: (mark("Exhibitor directory"), mark("Everybody with booth, contact and short text.")),
    Paper.THEMES: (mark("Exhibitors by theme"), mark("Under each theme who belongs to it, and where.")),
    Paper.SETUP: (mark("Set-up list"), mark("For each hall: power, walls and furniture by booth.")),
    Paper.CHANGES: (mark("What has changed"), mark("To hang up beside an older plan.")),
    Paper.RUNNER: (mark("Runner's sheet"), mark("For each hall: who moves where, and which signs.")),
}
PLAN_SIZES, SIGN_SIZES = tuple(PaperSize), (PaperSize.A4, PaperSize.A3)
OF_HALLS = frozenset({Paper.PLAN, Paper.SETUP})


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
        self.size_title = Text(words.t("Size"), "label")
        self.plan_size = Segments(look, [size.value for size in PLAN_SIZES], 1, words.t("Size of the plan"))
        self.sign_size = Segments(look, [size.value for size in SIGN_SIZES], 0, words.t("Size of the signs"))
        self.hall = SteadyBox(words.t("Hall"))
        self.names = Tick(look.theme, words.t("With the names of the exhibitors"), ticked=True)
        self.new_only = Tick(look.theme, words.t("Only those who stand elsewhere than before"), ticked=False)
        self.save = Button(look, words.t("Save as PDF …"), primary(colours), size=14, high=38)
        self.save.clicked.connect(lambda: self.save_asked.emit(self.paper.currentText()))
        self.leave = Button(look, words.t("Back"), plain(colours), key=words.t("Esc"), size=14, high=38)
        self.leave.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(18))
        column.setSpacing(space(10))
        for widget in (Text(words.t("Papers"), "title"), self.paper, self.about, self.size_title, self.plan_size,
                       self.sign_size, self.hall, self.names, self.new_only):  # fmt: skip
            column.addWidget(widget)
        column.addWidget(Wrapping(space(8), [self.save, self.leave]))
        column.addStretch(1)
        self.paper.activated.connect(lambda _at: self._show())
        self._show()

    def show_halls(self, halls: Sequence[Hall], hall: int | None) -> None:
        """Offer the halls; the one that is shown is chosen where there are several."""
        self.hall.clear()
        self.hall.addItem(self._look.words.t("All halls"), 0)
        for each in halls:
            self.hall.addItem(each.name, each.id)
        self.hall.setCurrentIndex(max(0, self.hall.findData(hall)) if len(halls) > 1 and hall else 0)
        self._show()

    def wish(self) -> PaperWish:
        """Return what is wanted."""
        paper = Paper(self.paper.currentData())
        sizes, at = (PLAN_SIZES, self.plan_size.at()) if paper is Paper.PLAN else (SIGN_SIZES, self.sign_size.at())
        return PaperWish(
            paper,
            sizes[at],
            self.names.box.isChecked(),
            int(self.hall.currentData() or 0) if paper in OF_HALLS else 0,
            self.new_only.box.isChecked(),
        )

    def take_focus(self) -> None:
        """Begin with which paper."""
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        paper = Paper(self.paper.currentData())
        self.about.setText(self._look.words.t(PAPERS[paper][1]))
        self.size_title.setVisible(paper in (Paper.PLAN, Paper.SIGNS))
        self.plan_size.setVisible(paper is Paper.PLAN)
        self.sign_size.setVisible(paper is Paper.SIGNS)
        self.names.setVisible(paper is Paper.PLAN)
        self.new_only.setVisible(paper is Paper.SIGNS)
        self.hall.setVisible(paper in OF_HALLS and self.hall.count() > 2)
