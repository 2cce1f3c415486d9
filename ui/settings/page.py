"""The page "Event": the event, its points and roles, this desk, badges, backups, other files, the program."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLineEdit, QWidget

from eventdesk.errors import KnownError
from eventdesk.event import Changes, UndoRefused
from eventdesk.words import ops
from eventdesk.words.faults import fault_sentence
from ui.actions import ActionId
from ui.bridge import Bridge
from ui.keeping.safekeeper import Safekeeper
from ui.look import Look
from ui.preferences import Preferences
from ui.rights.keeper import Keeper
from ui.settings.about_card import AboutCard
from ui.settings.backup_card import BackupCard
from ui.settings.before_card import BeforeCard
from ui.settings.card import Card
from ui.settings.card_column import CardColumn
from ui.settings.desk_card import DeskCard
from ui.settings.event_card import EventCard
from ui.settings.files_card import FilesCard
from ui.settings.flow import SettingsFlow
from ui.settings.index import Index
from ui.settings.points_card import PointsCard
from ui.settings.rights_card import RightsCard
from ui.settings.roles_card import RolesCard
from ui.settings.rows import show_now
from ui.settings.unfinished import collected, put_back
from ui.timers import single_shot
from ui.titles import titled
from ui.undoing import refusal
from ui.widgets.text import Text
from ui.widgets.turning import turn
from ui.work import Work

ROOM_BESIDE = 620
ROOM_FOR_INDEX = 920
SLICE_MS = 8
"""So long cards are made before keys and paints have their turn."""
CARDS = (*(EventCard, PointsCard, RolesCard, DeskCard, RightsCard, BackupCard, BeforeCard, FilesCard, AboutCard),)
AFFECTED = frozenset({"setting", "point", "person"})


class SettingsPage(QWidget):
    """Everything takes effect at once. The cards are made one after the other when the page is first shown."""

    look_changed = Signal()
    desk_named = Signal()
    volume_chosen = Signal(int)
    guest_changed = Signal()
    backup_folder_asked = Signal()
    close_asked = Signal()
    printer_asked = Signal()
    file_asked = Signal(Path)
    said = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        look: Look,
        flow: SettingsFlow,
        preferences: Preferences,
        bridge: Bridge,
        work: Work,
        safekeeper: Safekeeper,
        keeper: Keeper,
    ) -> None:
        super().__init__()
        self._look, self._flow, self._preferences = look, flow, preferences
        self._work, self._safekeeper, self._keeper = work, safekeeper, keeper
        self._figures, self._stale = "", False
        self._arranged = self._narrow = self._focus_waits = False
        self.cards: list[Card] = []
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._soon = single_shot(self, self._refresh)
        self._makers: list[Callable[[], Card]] = []
        self._slowly = QTimer(self)
        self._slowly.timeout.connect(self._make_some)
        bridge.changed.connect(self._on_changed)

    @property
    def complete(self) -> bool:
        """Whether all cards are there."""
        return bool(self.cards) and not self._makers

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this page knows it."""
        self.make_all()
        match wanted:
            case ActionId.BACK_UP:
                self._leave_field()
                self._column.bring(self.backup)
                self.backup.back_up()
            case ActionId.NEXT_CARD:
                self._step(1)
            case ActionId.PREVIOUS_CARD:
                self._step(-1)
            case ActionId.UNDO:
                self._undo()
            case _:
                return False
        return True

    def field_for_letters(self) -> QLineEdit | None:
        """Letters typed here are not meant for this page."""
        return None

    def take_focus(self) -> None:
        """Begin at the first thing that can be changed."""
        self._begin()
        self._focus_waits = not self._focus_first()

    def _focus_first(self) -> bool:
        """Put the focus on the event; returns whether it is there.

        Where the event cannot be changed the page has it: another field may lie below, and letters would change it
        unseen.
        """
        card = next((card for card in self.cards if isinstance(card, EventCard)), None)
        if card is not None:
            (card.first() or self).setFocus(Qt.FocusReason.OtherFocusReason)
        return card is not None

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is true now, and look what is in the folder for backups."""
        super().showEvent(event)
        self._begin()
        if self._stale:
            self._refresh()
        if self._makers:
            self._slowly.start()
        else:
            self.backup.look_for_backups()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was begun to be written, should the look change meanwhile."""
        super().hideEvent(event)
        self._keep_unfinished()

    def show_figures(self, figures: str) -> None:
        """Show how much is in the file."""
        self._figures = figures
        if self.cards:
            self.event_card.show_figures(figures)

    def show_guest(self) -> None:
        """Show whether the guest's screen is on."""
        if self.complete:
            self.desk_card.refresh()

    def go_to_backup(self) -> None:
        """Go on to the card of backups."""
        self.make_all()
        self._go_to(self.cards.index(self.backup))

    def choose_backup_folder(self, folder: Path) -> None:
        """Put backups here from now on."""
        self.make_all()
        self.backup.choose_folder(folder)
        self.before.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put names above what they name where there is little room beside, and the index above the cards."""
        super().resizeEvent(event)
        self._fit()

    # ---- made when first shown, card by card

    def make_all(self) -> None:
        """Make all cards that are not there yet, at once."""
        self._begin()
        while self._makers:
            self._make_next()

    def _make_some(self) -> None:
        """Make some of them, and come back for the others when keys and paints had their turn."""
        spent = QElapsedTimer()
        spent.start()
        while self._makers and not spent.hasExpired(SLICE_MS):
            self._make_next()

    def _begin(self) -> None:
        if self.cards:
            return
        self._arrange()
        self._makers = [
            self._make_event, self._make_points, self._make_roles, self._make_desk,
            self._make_rights, self._make_backup, self._make_before, self._make_files, self._make_about,
        ]  # fmt: skip
        self._make_next()

    def _make_next(self) -> None:
        card = self._makers.pop(0)()
        self.cards.append(card)
        self._column.add(card)
        card.fit(narrow=self._narrow)
        number = len(self.cards) - 1
        put_back(card, [each for each in self._flow.unfinished if each.card == number])
        if self._focus_waits:
            self._focus_waits = not self._focus_first()
        if not self._makers:
            self._slowly.stop()
            self._fit()
            if self.isVisible():
                self.backup.look_for_backups()

    def _make_event(self) -> Card:
        self.event_card = EventCard(self._look, self._flow)
        self.event_card.said.connect(self.said)
        self.event_card.show_figures(self._figures)
        return self.event_card

    def _make_points(self) -> Card:
        self.points = PointsCard(self._look, self._flow)
        self.points.said.connect(self.said)
        return self.points

    def _make_roles(self) -> Card:
        self.roles = RolesCard(self._look, self._flow)
        self.roles.said.connect(self.said)
        return self.roles

    def _make_desk(self) -> Card:
        self.desk_card = DeskCard(self._look, self._preferences)
        self.desk_card.look_changed.connect(self._keep_unfinished)
        self.desk_card.look_changed.connect(self.look_changed)
        self.desk_card.desk_named.connect(self.desk_named)
        self.desk_card.volume_chosen.connect(self.volume_chosen)
        self.desk_card.guest_changed.connect(self.guest_changed)
        return self.desk_card

    def _make_backup(self) -> Card:
        self.backup = BackupCard(self._look, self._flow, self._preferences, self._work, self._safekeeper)
        self.backup.said.connect(self.said)
        self.backup.folder_asked.connect(self.backup_folder_asked)
        self.backup.file_asked.connect(self.file_asked)
        return self.backup

    def _make_rights(self) -> Card:
        self.rights = RightsCard(self._look, self._keeper, closed=self._flow.closed is not None)
        self.rights.said.connect(self.said)
        return self.rights

    def _make_before(self) -> Card:
        self.before = BeforeCard(self._look, self._flow, self._preferences, self._keeper)
        for asked, kind in (
            (self.before.rights_asked, RightsCard),
            (self.before.backup_asked, BackupCard),
            (self.before.event_asked, EventCard),
        ):
            asked.connect(partial(self._go_to, CARDS.index(kind)))
        self.before.printer_asked.connect(self.printer_asked)
        return self.before

    def _make_files(self) -> Card:
        others = [path for path in self._preferences.recent() if path.resolve() != self._flow.path.resolve()]
        self.files = FilesCard(self._look, titled(self._preferences, others))
        self.files.file_asked.connect(self.file_asked)
        self.files.close_asked.connect(self.close_asked)
        return self.files

    def _make_about(self) -> Card:
        self.about = AboutCard(self._look)
        return self.about

    def _arrange(self) -> None:
        """Lay out the page from the outside in: what is put into a window is dressed once."""
        self.index = Index(self._look, [self._look.words.t(kind.TITLE) for kind in CARDS])
        self.index.chosen.connect(self._go_to)
        self._line.addWidget(self.index)
        self._column = CardColumn(self._look, self.cards)
        self._column.seen.connect(self.index.show_card)
        self._line.addWidget(self._column, 1)
        self._column.lay_out()
        if self._flow.closed is not None:
            self._column.add(Text(fault_sentence(self._look.words, self._flow.closed), "danger", wrap=True))
        self._arranged = True
        self._fit()

    def _fit(self) -> None:
        if not self._arranged:
            return
        theme = self._look.theme
        without_index = self.width() < ROOM_FOR_INDEX * theme.scale
        side, top = theme.space(24), theme.space(20)
        turn(self._line, narrow=without_index)
        self.index.fit(narrow=without_index)
        if without_index:
            self.index.setContentsMargins(side, theme.space(12), side, 0)
            self._column.leave_room(side, theme.space(12), side, top)
        else:
            self.index.setContentsMargins(theme.space(20), top, theme.space(4), top)
            self._column.leave_room(theme.space(16), top, side, top)
        room = self.width() - 2 * side - (0 if without_index else self.index.wide() + theme.space(24))
        self._narrow = room < ROOM_BESIDE * theme.scale
        for card in self.cards:
            card.fit(narrow=self._narrow)

    # ---- going to cards

    def _go_to(self, number: int) -> None:
        self.make_all()
        card = self.cards[number]
        show_now(card, self)
        target = card.first()
        self._column.bring(card)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
        self._column.bring(card)
        self.index.show_card(number)

    def _step(self, by: int) -> None:
        self._go_to(max(0, min(len(self.cards) - 1, self._column.present() + by)))

    # ---- changes

    def _keep_unfinished(self) -> None:
        """Keep what was begun to be written: every card is made anew in the other look."""
        if self.complete:
            self._flow.unfinished = collected(self.cards)

    def _leave_field(self) -> None:
        """Let a field hand over what was typed into it."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit) and self.isAncestorOf(focused):
            focused.editingFinished.emit()

    def _undo(self) -> None:
        words = self._look.words
        try:
            answer = self._flow.undo()
        except KnownError as error:
            self.said.emit(fault_sentence(words, error))
            return
        if answer is None:
            self.said.emit(words.t("There is nothing of this desk to undo."))
        elif isinstance(answer, UndoRefused):
            self.said.emit(refusal(words, answer))
        else:
            done = ops.deed(words, answer.entry.op, answer.entry.label)
            self.told.emit(words.t("Taken back: {deed}", deed=done))

    def _on_changed(self, changes: Changes) -> None:
        if AFFECTED.isdisjoint(changes.kinds):
            return
        if self.isVisible():
            self._soon.start()
        else:
            self._stale = True

    def _refresh(self) -> None:
        self._stale = False
        for card in self.cards:
            card.refresh()
