"""The start page: three sentences, ways to begin, what was open last, four sample events."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from eventdesk.store.peek import Glance
from ui import languages
from ui.actions import ActionId, PageId, actions_of, key_of
from ui.amounts import crowd_text
from ui.dates import place_text
from ui.icons import IconView
from ui.look import Look
from ui.start.card import PressCard
from ui.start.new_panel import NewPanel
from ui.start.newcomer import NewEvent
from ui.start.problems_panel import ProblemsPanel
from ui.start.recent import recent_files
from ui.start.samples import Sample
from ui.titles import KnownFile
from ui.widgets.button import Button, plain, primary
from ui.widgets.segments import Segments
from ui.widgets.text import Text
from ui.widgets.turning import turn
from ui.widgets.wrapping import Wrapping

WIDEST = 1060


class StartPage(QScrollArea):
    """What stands here when no event is open."""

    open_asked = Signal()
    folder_asked = Signal()
    workbook_asked = Signal()
    tour_asked = Signal()
    made = Signal(NewEvent)
    place_asked = Signal(Path)
    sample_asked = Signal(str)
    file_asked = Signal(Path)
    forgotten = Signal(Path)
    again_asked = Signal(Path)
    language_asked = Signal(str)

    def __init__(self, look: Look, samples: Sequence[Sample], recent: Sequence[KnownFile], folder: Path) -> None:
        super().__init__()
        self._look, self._folder = look, folder
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme = look.theme
        self._page = QWidget()
        self._page.setObjectName("scrolled")
        self._column = QVBoxLayout(self._page)
        self._column.setSpacing(theme.space(12))
        self._add_greeting(look)
        self.panel: NewPanel | ProblemsPanel | None = None
        self._usual = QWidget()
        self._lists = QVBoxLayout(self._usual)
        self._lists.setContentsMargins(0, 0, 0, 0)
        self._lists.setSpacing(theme.space(12))
        self._column.addWidget(self._usual)
        self._add_doors(look)
        self._cards: list[PressCard] = []
        self._grids: list[tuple[QGridLayout, list[QWidget], int]] = []
        self.recent = recent_files(look, recent)
        if self.recent:
            for file in self.recent:
                file.asked.connect(self.file_asked)
                file.forgotten.connect(self._forget)
            self._add_cards(look.words.t("Open again"), self.recent, first_alone=True)
            self._cards += [file.card for file in self.recent]
        tried = [self._sample_card(each) for each in samples]
        self._add_cards(look.words.t("Try it out with a sample event"), tried)
        self._cards += tried
        self._column.addStretch(1)
        self.setWidget(self._page)

    def do(self, wanted: ActionId) -> bool:
        """New and open have a key."""
        if wanted is ActionId.NEW:
            self.show_new()
        elif wanted is ActionId.OPEN:
            self.open_asked.emit()
        return wanted in (ActionId.NEW, ActionId.OPEN)

    def field_for_letters(self) -> None:
        """Letters typed here are not meant for this page."""

    def take_focus(self) -> None:
        """Begin in the open panel, or at what was open last: Enter goes on with it."""
        if self.panel is not None:
            self.panel.start()
        elif first := next((card for card in self._cards if card.isEnabled()), None):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def cards(self) -> list[PressCard]:
        """Return everything that can be opened by a click."""
        return self._cards

    def show_glance(self, glance: Glance, now: datetime) -> None:
        """Show what was found in one of the files."""
        for file in self.recent:
            if file.path == glance.path:
                had_focus = file.card.hasFocus()
                file.show_glance(glance, now)
                if had_focus and not file.card.isEnabled():
                    self.take_focus()

    def show_new(self) -> None:
        """Ask what a new event is called."""
        panel = NewPanel(self._look, self._folder)
        panel.made.connect(self.made)
        panel.place_asked.connect(self.place_asked)
        panel.left.connect(self.leave_panel)
        self._show_panel(panel)

    def choose_place(self, path: Path) -> None:
        """Put the file of the new event here."""
        if isinstance(self.panel, NewPanel):
            self.panel.choose_place(path)

    def say_why(self, sentence: str) -> None:
        """Say why a new event was not made; what was typed stays."""
        if isinstance(self.panel, NewPanel):
            self.panel.say(sentence)

    def show_problems(self, source: Path, sentences: Sequence[str]) -> None:
        """Say why no event was made of a folder or workbook."""
        panel = ProblemsPanel(self._look, source.name, sentences)
        panel.again.connect(lambda: self.again_asked.emit(source))
        panel.left.connect(self.leave_panel)
        self._show_panel(panel)

    def leave_panel(self) -> None:
        """Go back to the ways to begin."""
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
        self._usual.show()
        self._lead.show()
        self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines short in a wide window; two cards beside each other where there is room."""
        super().resizeEvent(event)
        theme = self._look.theme
        least = theme.space(24)
        side = max(least, (self.viewport().width() - round(WIDEST * (1 + (theme.scale - 1) * 0.5))) // 2)
        self._column.setContentsMargins(side, theme.space(28), side, theme.space(20))
        room = self.viewport().width() - 2 * side
        turn(self._top, narrow=room < round(560 * theme.scale))
        columns = 2 if room >= 2 * round(300 * theme.scale) else 1
        for grid, cards, alone in self._grids:
            grid.setColumnStretch(0, 1)
            grid.setColumnStretch(1, 1 if columns == 2 else 0)
            for number, card in enumerate(cards):
                if number < alone:
                    grid.addWidget(card, number, 0, 1, 2)
                else:
                    grid.addWidget(card, alone + (number - alone) // columns, (number - alone) % columns)

    def _show_panel(self, panel: NewPanel | ProblemsPanel) -> None:
        self.leave_panel()
        self.panel = panel
        self._usual.hide()
        self._lead.hide()
        self._column.insertWidget(self._column.indexOf(self._usual), panel)
        panel.show()
        panel.start()

    def _forget(self, path: Path) -> None:
        for file in self.recent:
            if file.path == path:
                file.hide()
                file.card.setEnabled(False)
        self.forgotten.emit(path)
        self.take_focus()

    def _add_greeting(self, look: Look) -> None:
        theme, words = look.theme, look.words
        top = QHBoxLayout()
        top.setSpacing(theme.space(16))
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(theme.space(10))
        self._top.addLayout(top, 1)
        top.addWidget(IconView(look.icons, "eventdesk", theme.colours.text, theme.text_px(52)))
        top.addWidget(Text("eventdesk", "display"))
        top.addStretch(1)
        at = languages.CODES.index(words.language)
        choice = Segments(look, languages.NAMES, at, words.t("Language"))
        choice.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        choice.chosen.connect(lambda number: self.language_asked.emit(languages.CODES[number]))
        self._top.addWidget(choice, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(self._top)
        lead = words.t(
            "The desk for a conference or a project fair: scan badges, find people by name, add walk-ins, print name "
            "badges. Everything is in one file on this computer and works without a network. Whatever the screen has "
            "confirmed is saved."
        )
        self._lead = Text(lead, "lead", wrap=True)
        self._column.addWidget(self._lead)

    def _add_doors(self, look: Look) -> None:
        words, colours, theme = look.words, look.theme.colours, look.theme
        here = {line.id: line for line in actions_of(PageId.START)}
        open_, new = (
            Button(look, words.t(here[wanted].text), dress, key=key_of(words, wanted), icon=icon, size=15, high=48)
            for wanted, dress, icon in (
                (ActionId.OPEN, primary(colours), "open"),
                (ActionId.NEW, plain(colours), "new"),
            )
        )
        folder = Button(look, words.t("From a folder"), plain(colours), icon="open", size=15, high=48)
        folder.setToolTip(words.t("Make an event of an event folder: event.toml and tables"))
        workbook = Button(look, words.t("From a workbook"), plain(colours), icon="file", size=15, high=48)
        workbook.setToolTip(words.t("Make an event of a workbook with sheets for the event, people, halls and so on"))
        tour = Button(look, words.t("Show me how"), plain(colours), icon="scan", size=15, high=48)
        tour.setToolTip(words.t("Four small steps on a sample event; Esc leaves at any time"))
        asked = (self.open_asked.emit, self.show_new, self.folder_asked.emit, self.workbook_asked.emit)
        for door, ask in zip((open_, new, folder, workbook), asked, strict=True):
            door.clicked.connect(lambda _=False, ask=ask: ask())
        tour.clicked.connect(self.tour_asked)
        self._lists.addSpacing(theme.space(6))
        self._lists.addWidget(Wrapping(theme.space(10), [open_, new, folder, workbook, tour], even=True))

    def _add_cards(self, title: str, cards: Sequence[QWidget], *, first_alone: bool = False) -> None:
        theme = self._look.theme
        self._lists.addSpacing(theme.space(10))
        self._lists.addWidget(Text(title, "label"))
        grid = QGridLayout()
        grid.setSpacing(theme.space(12))
        self._lists.addLayout(grid)
        for card in cards:
            card.setParent(self._usual)  # they have their places when the size is known, and go with the page before
        self._grids.append((grid, list(cards), int(first_alone)))

    def _sample_card(self, sample: Sample) -> PressCard:
        words = self._look.words
        place = place_text(words, sample.venue, sample.starts)
        figures = crowd_text(words, sample.people, sample.exhibitors)
        card = PressCard(self._look, "calendar-day", sample.title, place, " · ".join(figures))
        card.clicked.connect(lambda: self.sample_asked.emit(sample.name))
        return card
