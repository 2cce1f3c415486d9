"""The page in place of a file that cannot be opened any more: what is the matter, and backups to go on with."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from eventdesk.codes import BackupSource, Fault
from eventdesk.words import Words
from eventdesk.words.recovering import source_name
from ui.actions import ActionId
from ui.amounts import age_text, size_text
from ui.dates import day_text
from ui.icons import IconView
from ui.look import Look
from ui.recovery.flow import Offer
from ui.widgets.button import Button, plain, primary
from ui.widgets.text import ElidedText, Text
from ui.widgets.turning import turn
from ui.widgets.wrapping import Wrapping

WIDEST = 860
ROOM_BESIDE = 560
MOST_SHOWN = 24


class OfferLine(QFrame):
    """One backup: when, how much is in it, where it lies, and the button that goes on with it."""

    def __init__(self, look: Look, offer: Offer, now: datetime, *, first: bool) -> None:
        super().__init__()
        words, theme = look.words, look.theme
        self._scale = theme.scale
        backup, found = offer.backup, figures(words, offer)
        day = day_text(words, backup.at.date().isoformat())
        when = words.t("{day}, {time}", day=day, time=f"{backup.at:%H:%M}")
        place = where(words, offer)
        title = f"{when} · {age_text(words, backup.at, now)}"
        texts = QVBoxLayout()
        texts.setSpacing(theme.space(2))
        texts.addWidget(Text(title, "strong", wrap=True))
        texts.addWidget(Text(found, "", wrap=True))
        texts.addWidget(ElidedText(place, "small"))
        dress = primary(theme.colours) if first else plain(theme.colours)
        self.button = Button(look, words.t("Go on with this one"), dress, size=15 if first else 14, high=42)
        self.button.setAccessibleDescription(f"{title}. {found}. {place}")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, theme.space(10), 0, theme.space(10))
        self._row.setSpacing(theme.space(14))
        self._row.addLayout(texts, 1)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button below the texts where there is little room beside."""
        super().resizeEvent(event)
        turn(self._row, narrow=self.width() < ROOM_BESIDE * self._scale)


class RecoveryPage(QScrollArea):
    """`restore_asked`: go on with this backup; `other_asked`: with one that is looked for by hand; `left`: not now."""

    restore_asked = Signal(object)
    other_asked = Signal()
    left = Signal()

    def __init__(self, look: Look, path: Path, fault: Fault) -> None:
        super().__init__()
        self._look = look
        self.offers: Sequence[Offer] = ()
        self.lines: list[OfferLine] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words, theme, colours = look.words, look.theme, look.theme.colours
        page = QWidget()
        page.setObjectName("scrolled")
        self._column = QVBoxLayout(page)
        self._column.setSpacing(theme.space(14))
        top = QHBoxLayout()
        top.setSpacing(theme.space(14))
        icon = IconView(look.icons, "note", colours.danger, theme.text_px(34))
        top.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self.heading = Text(heading(words, path, fault), "heading", wrap=True)
        top.addWidget(self.heading, 1)
        self._column.addLayout(top)
        self.lead = Text(lead(words, path, fault), "", wrap=True)
        self._column.addWidget(self.lead)
        card = QFrame()
        card.setProperty("kind", "card")
        self._list = QVBoxLayout(card)
        self._list.setContentsMargins(theme.space(24), theme.space(16), theme.space(24), theme.space(14))
        self._list.setSpacing(0)
        self.title = Text(words.t("Backups of this event, the newest first"), "label", wrap=True)
        self._list.addWidget(self.title)
        self.state = Text(words.t("Looking for backups …"), "", wrap=True)
        self.state.setContentsMargins(0, theme.space(10), 0, theme.space(10))
        self._list.addWidget(self.state)
        self._column.addWidget(card)
        self.other = Button(look, words.t("Choose another backup …"), plain(colours), icon="open", size=14, high=40)
        self.other.clicked.connect(self.other_asked)
        self.back = Button(look, words.t("Back"), plain(colours), key=words.t("Esc"), size=14, high=40)
        self.back.clicked.connect(self.left)
        self._column.addWidget(Wrapping(theme.space(10), [self.other, self.back]))
        self._column.addStretch(1)
        self.setWidget(page)

    def do(self, wanted: ActionId) -> bool:
        """Opening has a key; a new event is made on the start page."""
        if wanted is ActionId.OPEN:
            self.other_asked.emit()
        elif wanted is ActionId.NEW:
            self.left.emit()
        return wanted in (ActionId.OPEN, ActionId.NEW)

    def field_for_letters(self) -> None:
        """Letters typed here are not meant for this page."""

    def take_focus(self) -> None:
        """Begin at the newest backup: Enter goes on with it."""
        first = self.lines[0].button if self.lines else self.other
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_offers(self, offers: Sequence[Offer], now: datetime) -> None:
        """Show which backups there are."""
        words = self._look.words
        self.offers = offers
        if len({each.of_this_file for each in offers}) > 1:
            self.title.setText(words.t("Backups of this file, the newest first; below them those of other files"))
        self.state.setVisible(not offers)
        self.state.setText(
            words.t(
                "None was found on this computer, nor where this desk puts copies. If there is one on a stick, plug it "
                "in and choose it."
            )
        )
        for number, offer in enumerate(offers[:MOST_SHOWN]):
            if number:
                rule = QFrame()
                rule.setProperty("kind", "rule")
                self._list.addWidget(rule)
            line = OfferLine(self._look, offer, now, first=number == 0)
            line.button.clicked.connect(partial(self._ask, offer))
            self._list.addWidget(line)
            self.lines.append(line)
        self.take_focus()

    def be_busy(self, *, busy: bool) -> None:
        """Offer nothing while a backup is being copied and checked."""
        for button in (*(line.button for line in self.lines), self.other):
            button.setEnabled(not busy)
        if busy:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines short in a wide window."""
        super().resizeEvent(event)
        theme = self._look.theme
        wide = self.viewport().width()
        side = max(theme.space(24), (wide - round(WIDEST * (1 + (theme.scale - 1) * 0.5))) // 2)
        self._column.setContentsMargins(side, theme.space(32), side, theme.space(24))

    def _ask(self, offer: Offer) -> None:
        self.restore_asked.emit(offer)


def heading(words: Words, path: Path, fault: Fault) -> str:
    """Return what is the matter."""
    match fault:
        case Fault.DAMAGED:
            return words.t("“{file}” is damaged", file=path.name)
        case Fault.NO_FILE:
            return words.t("“{file}” is not there any more", file=path.name)
        case _:
            return words.t("“{file}” cannot be read any more", file=path.name)


def lead(words: Words, path: Path, fault: Fault) -> str:
    """Return what becomes of the file, and what happens next."""
    then = words.t("Choose a backup to go on with. It is opened under a new name, and you see what was done since.")
    if fault is Fault.NO_FILE:
        return then
    kept = words.t("The file itself is not changed: it stays in its place as “{name}”.", name=f"{path.name}.damaged")
    return f"{then} {kept}"


def where(words: Words, offer: Offer) -> str:
    """Return where a backup lies; the folder of this desk's own has a name that says nothing."""
    parts = [source_name(words, offer.source)]
    if not offer.of_this_file:
        parts.append(offer.backup.path.name)
    if offer.source is not BackupSource.OWN:
        parts.append(str(offer.backup.path.parent))
    return " · ".join(parts)


def figures(words: Words, offer: Offer) -> str:
    """Return how much is in a backup."""
    parts = [
        words.n("one check-in", "{count} check-ins", offer.backup.check_ins),
        words.n("one person", "{count} people", offer.backup.people),
        size_text(words, offer.backup.size),
    ]
    return " · ".join(parts)
