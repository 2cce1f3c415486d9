"""The tab of the places: how full the sessions are, who has a place, who waits, and giving places out."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from eventdesk.event import Changes
from ui.actions import ActionId, PageId, key_of
from ui.bridge import Bridge
from ui.jobs import Err, Ok
from ui.look import Look
from ui.panels.flow.draws import still_proven
from ui.panels.flow.places_flow import PlacesFlow
from ui.panels.flow.programme_flow import KINDS, PanelsFlow
from ui.panels.places import telling
from ui.panels.places.deeds import PlaceDeeds
from ui.panels.places.giving import Giving
from ui.panels.places.list_card import ListCard
from ui.panels.places.person_card import Deed, PersonCard
from ui.panels.places.session_card import SessionCard
from ui.panels.places.showing import Cards, Showing
from ui.panels.places.summary_card import SummaryCard
from ui.timers import single_shot
from ui.widgets.button import Button, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.scroll import Scroll
from ui.work import Stopped, Work

SIDE_WIDE, LEAST_WIDE, LOW = 390, 840, 640
"""The cards at the side are so wide at 100 %; in a tab narrower than the next they stand below the list. In one that
is lower than the last a card has the room of the figures, too."""


class PlacesTab(QWidget):
    """Keeps up with the programme, and does what is asked for."""

    said = Signal(str)
    told = Signal(str)

    def __init__(self, look: Look, flow: PanelsFlow, bridge: Bridge, work: Work) -> None:
        super().__init__()
        self.look, self._panels, self._work = look, flow, work
        self.flow = PlacesFlow(flow)
        self.place_deeds = PlaceDeeds(look, self.flow, self)
        self.person: int | None = None
        self._stale = True
        self._reading = self._judging = False
        self._here = [True]
        self._again = False
        self._proven: bool | None = None
        self._shown: QWidget | None = None
        self._make()
        self.soon = single_shot(self, self.refresh)
        bridge.changed.connect(self._on_changed)

    # ---- what the page asks

    @property
    def busy(self) -> bool:
        """Whether something is still to be read, shown or thought."""
        return self._reading or self._judging or self.soon.isActive() or self.to_card.isActive() or self.giving.busy

    @property
    def session(self) -> int | None:
        """The session that was chosen."""
        chosen = self._panels.memory.session
        return chosen if chosen in self.flow.programme.session_of else None

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this tab knows it."""
        known: dict[ActionId, Callable[[], object]] = {
            ActionId.SEARCH: self.list.take_focus,
            ActionId.GIVE_OUT: self.give_out,
        }
        if wanted not in known:
            return False
        known[wanted]()
        return True

    def take_focus(self) -> None:
        """Begin in the search field."""
        self.list.take_focus()

    def field_for_letters(self) -> QLineEdit | None:
        """Letters search for a person."""
        return self.list.field

    # ---- what stands at the side

    def give_out(self) -> None:
        """Have places given out, to be looked at first."""
        if self.place_deeds.is_closed() or self.giving.writing:
            return
        if not self.flow.overview().taken:
            self.place_deeds.complain(telling.nothing_to_give(self.look.words))
            return
        self._show_side(self.giving.card)
        self.giving.begin()
        self.giving.card.take_focus()
        self.to_card.start()

    def show_session(self, session: int, *, go: bool = False) -> None:
        """Show who waits for a session and who has a place there."""
        if self.giving.writing or session not in self.flow.programme.session_of:
            return
        other = session != self.session or self.session_card.isHidden()
        self._panels.memory.session, self.person = session, None
        self._end_giving()
        self._show_side(self.session_card)
        self.showing.show_session(session)
        if other:
            self.session_card.begin_with_somebody()
        if go:
            self.session_card.take_focus()
            self.to_card.start()

    def show_person(self, person: int, *, go: bool = False) -> None:
        """Show the wishes and places of somebody."""
        if self.giving.writing or person not in self.flow.programme.people:
            return
        self.person = person
        self._end_giving()
        self._show_side(self.person_card)
        self.showing.show_person(person)
        if go:
            self.person_card.take_focus()
            self.to_card.start()

    def leave_card(self) -> None:
        """Go back from a card to where it was chosen: from a person to the session, then to the list."""
        self._end_giving()
        session = self.session
        if self.person is not None and session is not None and not self.list.searching:
            self.show_session(session, go=True)
            return
        self.person = None
        self._show_side(self.session_card if session is not None else None)
        self.refresh()
        self.list.into_list()

    def _end_giving(self) -> None:
        if not self.giving.card.isHidden():
            self.giving.thinking.forget()
            self.giving.card.hide()
            self.soon.start()

    def _show_side(self, shown: QWidget | None) -> None:
        for card in (self.session_card, self.person_card, self.giving.card):
            card.setVisible(card is shown)
        self._shown = shown
        self._make_room()

    def _make_room(self) -> None:
        """Leave out the figures of today where a card shows them itself, or needs the room."""
        low = self.area.viewport().height() < LOW * self.look.theme.scale
        self.summary.setVisible(self._shown is None or (self._shown is not self.giving.card and not low))

    def _bring(self) -> None:
        """Scroll to the card that is shown, where it stands below the list."""
        if self._shown is not None and self._row.direction() is QBoxLayout.Direction.TopToBottom:
            QApplication.sendPostedEvents(self.inside, QEvent.Type.LayoutRequest)
            self.area.verticalScrollBar().setValue(self._shown.mapTo(self.inside, QPoint()).y())

    # ---- keeping up

    def refresh(self) -> None:
        """Read what has changed, in short steps, and show it."""
        self._stale = False
        if self._reading:
            self._again = True
            return
        self._reading = True
        self._work.in_slices(self.look.words.t("Reading the programme"), self.flow.looking(), self._on_read)

    def _on_read(self, result: Ok[object] | Err | Stopped) -> None:
        if not self._here:
            return
        self._reading = False
        if isinstance(result, Err):
            raise result.error
        if self._again:
            self._again = False
            self.refresh()
            return
        if not isinstance(result, Ok):
            return
        self.giving.follow()
        if self.person is not None and self.person not in self.flow.programme.people:
            self.leave_card()
        if self.session is None and not self.session_card.isHidden():
            self._show_side(None)
        self._show_all()
        self._judge()

    def _show_all(self) -> None:
        self.showing.show_list(self.session, self.person)
        self.showing.show_summary(proven=self._proven)
        if not self.session_card.isHidden() and self.session is not None:
            self.showing.show_session(self.session)
        if not self.person_card.isHidden() and self.person is not None:
            self.showing.show_person(self.person)
        self.give.setEnabled(bool(self.flow.overview().taken))

    def _judge(self) -> None:
        """Find out, beside everything else, whether it still is proven that nobody could sit better."""
        programme, draw = self.flow.programme, self.flow.last_draw()
        if draw is None or not draw.facts.protocol.get("pareto_proven") or self._judging:
            return
        self._judging = True

        def judged(result: Ok[bool] | Err | Stopped) -> None:
            if not self._here:
                return
            self._judging = False
            if isinstance(result, Err):
                raise result.error
            if isinstance(result, Ok) and self.flow.programme is programme:
                self._proven = result.value
                self.showing.show_summary(proven=self._proven)
            elif isinstance(result, Ok):
                self._judge()

        title = self.look.words.t("Checking the places")
        self._work.beside(title, lambda _task: still_proven(programme, draw), judged)

    def _on_changed(self, changes: Changes) -> None:
        if not changes.kinds & KINDS:
            return
        self.flow.renew(drawn="draw" in changes.kinds)
        self._proven = None
        if self._reading:
            self._again = True
        elif self.isVisible():
            self.soon.start()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Show how things are now."""
        super().showEvent(event)
        self._arrange()
        if self._stale:
            self.soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards beside the list, or below it."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Arrange anew where letters have another size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._arrange()

    # ---- inside

    def _escape(self) -> None:
        if not self.giving.card.isHidden():
            if not self.giving.writing:
                self.giving.leave()
        else:
            self.leave_card()

    def _on_searched(self) -> None:
        if not self.list.searching:
            self.person = None
        self.showing.show_list(self.session, self.person)

    def _do(self, deed: Deed, session: int) -> None:
        if self.person is not None:
            self.place_deeds.do(deed, self.person, session, self.person_card.asking, self.person_card.take_focus)

    def _do_here(self, deed: Deed) -> Callable[[int], None]:
        """Return what does something about somebody in the session that is shown."""

        def do(person: int) -> None:
            if self.session is not None:
                asking = self.person_card.asking
                self.place_deeds.do(deed, person, self.session, asking, self.session_card.take_focus)

        return do

    def _move_up(self, person: int) -> None:
        if self.session is not None:
            self.place_deeds.move_up(self.session, person)

    def _confirm_all(self) -> None:
        if self.session is not None:
            self.place_deeds.confirm_all(self.session)

    def _move_all_up(self) -> None:
        if self.session is not None:
            self.place_deeds.move_all_up(self.session)

    def _make(self) -> None:
        look, words, space = self.look, self.look.words, self.look.theme.space
        self.give = Button(look, words.t("Give out places"), primary(look.theme.colours), size=14, high=38)
        self.give.setToolTip(f"{self.give.text()} ({key_of(words, ActionId.GIVE_OUT, PageId.PANELS)})")
        self.give.clicked.connect(self.give_out)
        self.deeds = ButtonRow(space(8), [self.give])
        self.list, self.summary = ListCard(look), SummaryCard(look)
        self.session_card, self.person_card = SessionCard(look), PersonCard(look)
        self.giving = Giving(look, self.flow, self.place_deeds, self._work, self)
        cards_to_fill = Cards(self.list, self.summary, self.session_card, self.person_card)
        self.showing = Showing(look, self.flow, cards_to_fill, self.giving)
        self.side = QWidget()
        cards = QVBoxLayout(self.side)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(space(14))
        for card in (self.summary, self.giving.card, self.session_card, self.person_card):
            cards.addWidget(card)
        cards.addStretch(1)
        self.inside = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(space(16))
        self._row.addWidget(self.list, 1)
        self._row.addWidget(self.side)
        self.area = Scroll(self.inside)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self._show_side(None)
        self.to_card = single_shot(self, self._bring)
        self._wire()

    def _wire(self) -> None:
        self.list.searched.connect(lambda _text: self._on_searched())
        self.list.session_turned.connect(self.show_session)
        self.list.session_entered.connect(lambda key: self.show_session(key, go=True))
        self.list.person_turned.connect(self.show_person)
        for each in (self.list.sessions, self.list.people):
            each.clicked.connect(lambda _index: self.to_card.start())
        self.list.person_entered.connect(lambda key: self.show_person(key, go=True))
        self.list.escaped.connect(self._escape)
        card = self.session_card
        card.left.connect(self.leave_card)
        card.person_asked.connect(lambda key: self.show_person(key, go=True))
        card.up_asked.connect(self._move_up)
        card.all_up_asked.connect(self._move_all_up)
        card.confirm_all_asked.connect(self._confirm_all)
        card.off_asked.connect(self._do_here(Deed.STOP_WAITING))
        card.take_asked.connect(self._do_here(Deed.TAKE))
        card.confirm_asked.connect(self._do_here(Deed.CONFIRM))
        self.person_card.asked.connect(self._do)
        self.person_card.left.connect(self.leave_card)
        self.giving.left.connect(self.leave_card)
        self.giving.changed.connect(lambda: self.showing.show_list(self.session, self.person))
        self.place_deeds.said.connect(self.said)
        self.place_deeds.told.connect(self.told)
        self.destroyed.connect(self.giving.thinking.forget)
        self.destroyed.connect(self._here.clear)

    def _arrange(self) -> None:
        scale = self.look.theme.scale
        narrow = self.width() < LEAST_WIDE * scale
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.side.setMinimumWidth(0 if narrow else round(SIDE_WIDE * scale))
        self.side.setMaximumWidth(16777215 if narrow else round(SIDE_WIDE * scale))
        self._make_room()
