"""The start page: three sentences, four sample events, new, open, what was open last."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui import languages
from ui.actions import ActionId, action, key_of
from ui.dates import day_text
from ui.icons import IconView
from ui.look import Look
from ui.start.card import PressCard
from ui.start.samples import Sample
from ui.widgets.button import Button, plain, primary
from ui.widgets.segments import Segments
from ui.widgets.text import Text

WIDEST = 980


class StartPage(QScrollArea):
    """What stands here when no event is open."""

    new_asked = Signal()
    open_asked = Signal()
    sample_asked = Signal(str)
    file_asked = Signal(Path)
    language_asked = Signal(str)

    def __init__(self, look: Look, samples: Sequence[Sample], recent: Sequence[Path]) -> None:
        super().__init__()
        self._look = look
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme = look.theme
        self._page = QWidget()
        self._page.setObjectName("scrolled")
        self._column = QVBoxLayout(self._page)
        self._column.setSpacing(theme.space(12))
        self._add_greeting(look)
        self._add_doors(look)
        self._cards: list[PressCard] = []
        self._grids: list[tuple[QGridLayout, list[PressCard]]] = []
        if recent:
            self._add_cards(look.words.t("Open again"), [self._recent_card(path) for path in recent])
        self._add_cards(look.words.t("Try it out with a sample event"), [self._sample_card(each) for each in samples])
        self._column.addStretch(1)
        self.setWidget(self._page)

    def do(self, wanted: ActionId) -> bool:
        """New and open have a key."""
        if wanted is ActionId.NEW:
            self.new_asked.emit()
        elif wanted is ActionId.OPEN:
            self.open_asked.emit()
        return wanted in (ActionId.NEW, ActionId.OPEN)

    def field_for_letters(self) -> None:
        """Letters typed here are not meant for this page."""

    def take_focus(self) -> None:
        """Begin at the first thing to open."""
        if self._cards:
            self._cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def cards(self) -> list[PressCard]:
        """Return everything that can be opened by a click."""
        return self._cards

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines short in a wide window; two cards beside each other where there is room."""
        super().resizeEvent(event)
        theme = self._look.theme
        least = theme.space(24)
        side = max(least, (self.viewport().width() - round(WIDEST * (1 + (theme.scale - 1) * 0.5))) // 2)
        self._column.setContentsMargins(side, theme.space(28), side, theme.space(20))
        room = self.viewport().width() - 2 * side
        narrow = room < round(560 * theme.scale)
        sideways, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._top.setDirection(down if narrow else sideways)
        self._doors.setDirection(down if narrow else sideways)
        columns = 2 if room >= 2 * round(300 * theme.scale) else 1
        for grid, cards in self._grids:
            for number, card in enumerate(cards):
                grid.addWidget(card, number // columns, number % columns)

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
        self._column.addWidget(Text(lead, "lead", wrap=True))

    def _add_doors(self, look: Look) -> None:
        words, colours, theme = look.words, look.theme.colours, look.theme
        new, open_ = (
            Button(look, words.t(action(wanted).text), dress, key=key_of(words, wanted), icon=icon, size=16, high=48)
            for wanted, dress, icon in (
                (ActionId.NEW, plain(colours), "new"),
                (ActionId.OPEN, primary(colours), "open"),
            )
        )
        new.clicked.connect(self.new_asked)
        open_.clicked.connect(self.open_asked)
        self._doors = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._doors.setSpacing(theme.space(10))
        self._doors.addWidget(open_)
        self._doors.addWidget(new)
        self._doors.addStretch(1)
        self._column.addSpacing(theme.space(6))
        self._column.addLayout(self._doors)

    def _add_cards(self, title: str, cards: list[PressCard]) -> None:
        theme = self._look.theme
        self._column.addSpacing(theme.space(10))
        self._column.addWidget(Text(title, "label"))
        grid = QGridLayout()
        grid.setSpacing(theme.space(12))
        self._column.addLayout(grid)
        self._grids.append((grid, cards))
        self._cards += cards

    def _sample_card(self, sample: Sample) -> PressCard:
        words = self._look.words
        place = " · ".join(part for part in (sample.venue, day_text(words, sample.starts)) if part)
        figures = [words.n("one person", "{count} people", sample.people)]
        if sample.exhibitors:
            figures.append(words.n("one exhibitor", "{count} exhibitors", sample.exhibitors))
        card = PressCard(self._look, "calendar-day", sample.title, place, " · ".join(figures))
        card.clicked.connect(lambda: self.sample_asked.emit(sample.name))
        return card

    def _recent_card(self, path: Path) -> PressCard:
        card = PressCard(self._look, "file", path.stem, str(path.parent), "")
        card.clicked.connect(lambda: self.file_asked.emit(path))
        return card
