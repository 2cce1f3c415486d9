"""Makes what is inside the window: for the start, while a file opens, and for an open event."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from eventdesk import desk
from eventdesk.errors import KnownError
from eventdesk.event import Changes
from ui.actions import ActionId, PageId, key_of
from ui.amounts import crowd_text
from ui.dates import place_text
from ui.importing.flow import ImportFlow
from ui.keeping.standing import said
from ui.look import Look
from ui.named_pages import NamedPages
from ui.opened import POINTS, Opened
from ui.page_makers import PageMakers
from ui.page_making import PageMaking
from ui.preferences import Preferences
from ui.rights.gate import Gate
from ui.rights.keeper import Keeper
from ui.rights.lock_page import LockPage
from ui.shell.header import Header
from ui.shell.strip_column import Urgency
from ui.stops import event_stops
from ui.timers import single_shot
from ui.tour import practice
from ui.tour.strip import TourStrip
from ui.work import Work

REST_MS = 40
"""The page that is shown is painted, and keys are heard, before another one is made, and between each of them."""


class EventFrame(NamedPages):
    """The inside of a window with an open event. A page is made when it is first shown, or when there is time."""

    start_asked = Signal()
    page_made = Signal(PageId)

    def __init__(
        self,
        look: Look,
        opened: Opened,
        preferences: Preferences,
        work: Work,
        importing: ImportFlow,
        keeper: Keeper,
    ) -> None:
        super().__init__(look, Header(look, "", "", opened.now), event_stops(look))
        self._look, self._opened, self._preferences = look, opened, preferences
        self._import_flow = importing
        self._came_from: PageId | None = None
        self._saved = True
        self._makers = PageMakers(self, look, opened, preferences, work, importing, keeper).table()
        self._pages_made = PageMaking(self._makers)
        self.gate = Gate(look, keeper, self, self)
        self.work.follow(work)
        self.header.show_practice(practice.is_practice(opened.event.path, preferences.folder))
        self.turned.connect(self._on_turned)
        self._saved_soon = single_shot(self, self.show_saved)
        self._printing_soon = single_shot(self, self.show_printing)
        opened.safekeeper.turned.connect(self.show_backup)
        self.header.backup_asked.connect(self._go_to_backups)
        opened.printing.changed.connect(self._printing_soon.start)
        self._in_time = single_shot(self, self._make_another, REST_MS)
        opened.bridge.changed.connect(self._on_changed)
        self.show_event()
        self.show_saved()
        self.show_desk()
        self.show_printing()
        self.show_backup()

    # ---- its pages

    def is_whole(self) -> bool:
        """Say whether the page that is shown has all its parts."""
        return self.page_id is not PageId.EVENT or self.settings.complete

    def drop_hidden(self, but: PageId | None = None) -> bool:
        """Throw away a page that is not looked at; it is made anew if asked for. Returns whether there was one.

        The page of an import that is under way stays, for it says what comes of that; and so does the page `but`.
        """
        kept = {self.page_id, but} | ({PageId.IMPORT} if self._import_flow.deed is not None else set())
        hidden = next((each for each in self._pages if each not in kept), None)
        self._in_time.stop()
        self._pages_made.drop()
        if hidden is None:
            return False
        widget, _ = self._widgets.pop(hidden), self._pages.pop(hidden)
        widget.deleteLater()
        return True

    def make(self, page_id: PageId) -> None:
        """Make a page if it is not there yet."""
        if page_id in self._makers and not self.is_made(page_id):
            page = self._pages_made.take(page_id)
            self.add_page(page_id, cast(QWidget, page), page)
            self.page_made.emit(page_id)

    def _make_another(self) -> None:
        """Make one of the pages that nobody has looked at yet; the others when keys and paints had their turn."""
        if self.gate.locked or self.reads() or not self.is_whole():
            self._in_time.start()
            return
        self._opened.roles.all()
        missing = next((each for each in self._makers if not self.is_made(each)), None)
        ready = self._pages_made.ready
        if ready is not None:
            self.make(ready)
        elif missing is not None:
            self.prepare(missing)
        if missing is not None:
            self._in_time.start()

    def prepare(self, page_id: PageId) -> None:
        """Make a page, but do not put it in yet, which dresses it and takes as long again."""
        if not self.is_made(page_id):
            self._pages_made.prepare(page_id)

    def reads(self) -> bool:
        """Say whether the page that is looked at still reads a long list."""
        if self.page_id is PageId.PEOPLE:
            return self.people.busy
        return self.page_id is PageId.JOURNAL and self.journal.busy

    def prepare_badges(self, people: list[int]) -> None:
        """Go on to the badges of some people."""
        self.show_page(PageId.BADGES)
        self.badges.choose_people(people)

    def show_person(self, person: int) -> None:
        """Go on to somebody in the list of people."""
        self.show_page(PageId.PEOPLE)
        self.people.show_person(person)

    def finish_event(self) -> None:
        """Go on to where the event is finished."""
        self.show_page(PageId.REPORTS)
        if self.page_id is PageId.REPORTS:
            self.reports.show_end()

    def edit_template(self, name: str) -> None:
        """Go on with a template of the event, or with a copy of one that comes along."""
        self.show_page(PageId.TEMPLATES)
        self.templates.edit(name)

    # ---- what the shell asks

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where work begins; make the other pages when there is time for it."""
        super().showEvent(event)
        self._in_time.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Make no more pages: the event may be closed before this frame is gone."""
        super().hideEvent(event)
        self._in_time.stop()
        self._pages_made.drop()

    def do(self, wanted: ActionId) -> None:
        """Do what a key asks for; the page of the printer knows from where it was asked for."""
        if self.gate.takes(wanted):
            return
        if wanted is ActionId.PRINTER:
            came_from = self._came_from if self.page_id is PageId.PRINTER else self.page_id
            self.show_page(PageId.PRINTER)
            self._came_from = came_from
            self.printer.do(wanted)
            self.printer.offer_way_back(self.rail.name_of(came_from) if came_from is not None else "")
        else:
            super().do(wanted)

    def show_page(self, page_id: PageId) -> None:
        """Show a page, if this desk may; the start page is there without an event only."""
        if not self.gate.lets_in(page_id):
            return
        if page_id is PageId.START:
            self.start_asked.emit()
        else:
            self.make(page_id)
            super().show_page(page_id)
            if page_id is PageId.TEMPLATES:
                self.rail.show_page(PageId.BADGES)

    def be_locked(self) -> None:
        """Throw away what names people, and show that the desk is locked."""
        if self.is_made(PageId.CHECK_IN):
            self.check_in.do(ActionId.SCAN_FIELD)
            self.check_in.forget_verdict()
        self.help.hide()
        self.show_page(PageId.LOCK)
        while self.drop_hidden(but=PageId.CHECK_IN):
            pass
        self._dress()

    def be_open(self) -> None:
        """Go on at the check-in after the desk was locked."""
        self.show_page(PageId.CHECK_IN)
        self._in_time.start()

    def refuses_scan(self) -> bool:
        """Say so if a scan is not taken, as the desk is locked."""
        if self.gate.locked:
            cast(LockPage, self._widgets[PageId.LOCK]).refuse_scan()
        return self.gate.locked

    def say(self, sentence: str) -> None:
        """Show a sentence, unless it may name people on a locked desk."""
        super().say("" if self.gate.locked else sentence)

    def tell(self, sentence: str) -> None:
        """Show good news, unless it may name people on a locked desk."""
        if not self.gate.locked:
            super().tell(sentence)

    def _leads_somewhere(self, wanted: ActionId) -> bool:
        return super()._leads_somewhere(wanted) and self.gate.allows(wanted)

    def _dress(self) -> None:
        super()._dress()
        if self.page_id is PageId.LOCK:
            self.rail.hide()
            self.footer.hide()
        for part in (self.strips, self.work):
            part.setEnabled(self.page_id is not PageId.LOCK)
        self.strips.setVisible(self.page_id is not PageId.LOCK)

    def go_back(self) -> None:
        """Go back from the printer to where that was asked for."""
        if self._came_from is not None:
            self.show_page(self._came_from)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from the printer to where that was asked for."""
        if event.key() == Qt.Key.Key_Escape and self._came_from is not None:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def show_tour(self, strip: TourStrip) -> None:
        """Show the guided first scan above the check-in page."""
        self.show_strip(strip, Urgency.ASKED)
        self.turned.connect(strip.show_on)

    def show_event(self) -> None:
        """Show what the event is called, and where it is."""
        details = self._opened.event.details
        place = place_text(self._look.words, details.venue, details.starts)
        self.header.show_event(details.title or self._opened.event.path.stem, place)

    def show_saved(self) -> None:
        """Show when the last change was written."""
        if self._opened.event.view_only is not None:
            self.header.show_view_only()
            return
        if not self._saved:
            self.header.show_unsaved()
            return
        at = self._opened.saved_at
        self.header.show_saved(at.strftime("%H:%M:%S") if at else "")

    def know_whether_saved(self, *, saved: bool) -> None:
        """Show that the last step was not saved, until another one is."""
        if saved != self._saved:
            self._saved = saved
            self.show_saved()

    def show_backup(self) -> None:
        """Show how old the newest automatic backup is."""
        now, standing = self._opened.now(), self._opened.safekeeper.standing
        told = said(self._look.words, standing, now)
        self.header.show_backup(told.few, told.fewer, told.whole, worried=standing.worries(now))

    def show_desk(self) -> None:
        """Show the name of this desk."""
        self.header.show_desk(self._opened.event.desk)

    def show_printing(self) -> None:
        """Show where badges go."""
        words, printing = self._look.words, self._opened.printing
        more = words.t("No printer chosen ({key})", key=key_of(words, ActionId.PRINTER))
        said = printing.state(words) if printing.ready else words.t("No printer")
        self.footer.show_state(said, "" if printing.ready else more)

    def _go_to_backups(self) -> None:
        """Show all that there is to say about backups, and what can be done."""
        self.show_page(PageId.EVENT)
        if self.page_id is PageId.EVENT:  # this desk may
            self.settings.go_to_backup()

    def _on_changed(self, changes: Changes) -> None:
        self._saved_soon.start()
        if "setting" in changes.kinds:
            self.show_event()
        if not POINTS.isdisjoint(changes.kinds) and self.is_made(PageId.CHECK_IN):
            flow = self._opened.flow
            self.check_in.point_card.show_points(flow.points, flow.point_number)

    def tells_trouble(self, error: KnownError) -> bool:
        """Say whether the page that is looked at tells already what keeps badges from coming out."""
        desk, in_list = PageId.CHECK_IN, self.page_id is PageId.PRINTER
        return in_list or (self.is_made(desk) and self.check_in.tells(error))

    def _on_turned(self, page: PageId) -> None:
        if page is not PageId.LOCK:
            self._opened.remember_page(page)
        self._came_from = None
        if self.is_made(PageId.PRINTER):
            self.printer.offer_way_back("")
        if page is PageId.EVENT:
            self.settings.show_figures(self._figures())

    def _figures(self) -> str:
        words = self._look.words
        counted = desk.figures(self._opened.event)["counts"]
        if not counted["people"]:
            keys = {"list": key_of(words, ActionId.IMPORT_LIST), "key": key_of(words, ActionId.WALK_IN)}
            return words.t("0 people: import a list with {list}, or add them with {key}.", **keys)
        return " · ".join(crowd_text(words, counted["people"], counted["exhibitors"]))
