"""Makes what is inside the window: for the start, while a file opens, and for an open event."""

from typing import TypeVar, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from eventdesk import desk
from eventdesk.errors import KnownError
from eventdesk.event import Changes
from ui.actions import ActionId, PageId, key_of
from ui.amounts import crowd_text
from ui.badges.page import BadgesPage
from ui.cafe.page import CafePage
from ui.checkin.page import CheckInPage
from ui.dates import place_text
from ui.fair.page import FairPage
from ui.importing.flow import ImportFlow
from ui.importing.page import ImportPage
from ui.journal.page import JournalPage
from ui.look import Look
from ui.opened import POINTS, Opened
from ui.page_makers import PageMakers
from ui.page_making import PageMaking
from ui.panels.page import PanelsPage
from ui.people.page import PeoplePage
from ui.preferences import Preferences
from ui.printer.page import PrinterPage
from ui.prize.page import PrizePage
from ui.reports.page import ReportsPage
from ui.settings.page import SettingsPage
from ui.shell.frame import Frame
from ui.shell.header import Header
from ui.shell.rail import Stop
from ui.templates.page import TemplatesPage
from ui.timers import single_shot
from ui.tour import practice
from ui.tour.strip import TourStrip
from ui.work import Work

P = TypeVar("P", bound=QWidget)
REST_MS = 40
"""The page that is shown is painted, and keys are heard, before another one is made, and between each of them."""


class EventFrame(Frame):
    """The inside of a window with an open event. A page is made when it is first shown, or when there is time."""

    start_asked = Signal()
    page_made = Signal(PageId)

    def __init__(self, look: Look, opened: Opened, preferences: Preferences, work: Work, importing: ImportFlow) -> None:
        super().__init__(look, Header(look, "", "", opened.now), _stops(look))
        self._look, self._opened, self._preferences = look, opened, preferences
        self._import_flow = importing
        self._came_from: PageId | None = None
        self._makers = PageMakers(self, look, opened, preferences, work, importing).table()
        self._pages_made = PageMaking(self._makers)
        self.work.follow(work)
        self.header.show_practice(practice.is_practice(opened.event.path, preferences.folder))
        self.turned.connect(self._on_turned)
        self._saved_soon = single_shot(self, self.show_saved)
        self._printing_soon = single_shot(self, self.show_printing)
        opened.printing.changed.connect(self._printing_soon.start)
        self._in_time = single_shot(self, self._make_another, REST_MS)
        opened.bridge.changed.connect(self._on_changed)
        self.show_event()
        self.show_saved()
        self.show_desk()
        self.show_printing()

    # ---- its pages

    @property
    def check_in(self) -> CheckInPage:
        """The page where people are checked in."""
        return self._page(PageId.CHECK_IN, CheckInPage)

    @property
    def people(self) -> PeoplePage:
        """The page with everybody."""
        return self._page(PageId.PEOPLE, PeoplePage)

    @property
    def badges(self) -> BadgesPage:
        """The page of the badges."""
        return self._page(PageId.BADGES, BadgesPage)

    @property
    def fair(self) -> FairPage:
        """The page of the fair."""
        return self._page(PageId.FAIR, FairPage)

    @property
    def panels(self) -> PanelsPage:
        """The page of the programme, of places and doors."""
        return self._page(PageId.PANELS, PanelsPage)

    @property
    def cafe(self) -> CafePage:
        """The page of the World Café."""
        return self._page(PageId.CAFE, CafePage)

    @property
    def prize(self) -> PrizePage:
        """The page of the audience prize."""
        return self._page(PageId.PRIZE, PrizePage)

    @property
    def reports(self) -> ReportsPage:
        """The page of what is owed after the day."""
        return self._page(PageId.REPORTS, ReportsPage)

    @property
    def importing(self) -> ImportPage:
        """The page that takes in a list."""
        return self._page(PageId.IMPORT, ImportPage)

    @property
    def journal(self) -> JournalPage:
        """The page with what happened."""
        return self._page(PageId.JOURNAL, JournalPage)

    @property
    def settings(self) -> SettingsPage:
        """The page of the event itself."""
        return self._page(PageId.EVENT, SettingsPage)

    @property
    def printer(self) -> PrinterPage:
        """The page of the printer."""
        return self._page(PageId.PRINTER, PrinterPage)

    @property
    def templates(self) -> TemplatesPage:
        """The page where the templates of badges are made."""
        return self._page(PageId.TEMPLATES, TemplatesPage)

    def is_made(self, page_id: PageId) -> bool:
        """Say whether a page is there already."""
        return page_id in self._pages

    def is_whole(self) -> bool:
        """Say whether the page that is shown has all its parts."""
        return self.page_id is not PageId.EVENT or self.settings.complete

    def drop_hidden(self) -> bool:
        """Throw away a page that is not looked at; it is made anew if asked for. Returns whether there was one.

        The page of an import that is under way stays, for it says what comes of that.
        """
        kept = {self.page_id, PageId.IMPORT} if self._import_flow.deed is not None else {self.page_id}
        hidden = next((each for each in self._pages if each not in kept), None)
        self._in_time.stop()
        self._pages_made.drop()
        if hidden is None:
            return False
        widget, _ = self._widgets.pop(hidden), self._pages.pop(hidden)
        widget.deleteLater()
        return True

    def _page(self, page_id: PageId, _kind: type[P]) -> P:
        self.make(page_id)
        return cast(P, self._widgets[page_id])

    def make(self, page_id: PageId) -> None:
        """Make a page if it is not there yet."""
        if page_id in self._makers and not self.is_made(page_id):
            page = self._pages_made.take(page_id)
            self.add_page(page_id, cast(QWidget, page), page)
            self.page_made.emit(page_id)

    def _make_another(self) -> None:
        """Make one of the pages that nobody has looked at yet; the others when keys and paints had their turn."""
        if self.reads() or not self.is_whole():
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
        if wanted is ActionId.PRINTER:
            came_from = self._came_from if self.page_id is PageId.PRINTER else self.page_id
            self.show_page(PageId.PRINTER)
            self._came_from = came_from
            self.printer.do(wanted)
            self.printer.offer_way_back(self.rail.name_of(came_from) if came_from is not None else "")
        else:
            super().do(wanted)

    def show_page(self, page_id: PageId) -> None:
        """Show a page; the start page is there without an event only."""
        if page_id is PageId.START:
            self.start_asked.emit()
        else:
            self.make(page_id)
            super().show_page(page_id)
            if page_id is PageId.TEMPLATES:
                self.rail.show_page(PageId.BADGES)

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
        self.column.insertWidget(self.column.indexOf(self.stack), strip)
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
        at = self._opened.saved_at
        self.header.show_saved(at.strftime("%H:%M:%S") if at else "")

    def show_desk(self) -> None:
        """Show the name of this desk."""
        self.header.show_desk(self._opened.event.desk)

    def show_printing(self) -> None:
        """Show where badges go."""
        words, printing = self._look.words, self._opened.printing
        more = words.t("No printer chosen ({key})", key=key_of(words, ActionId.PRINTER))
        said = printing.state(words) if printing.ready else words.t("No printer")
        self.footer.show_state(said, "" if printing.ready else more)

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


def _stops(look: Look) -> list[Stop]:
    words = look.words
    return [
        Stop(PageId.CHECK_IN, "check-in", words.t("Check-in")),
        Stop(PageId.PEOPLE, "people", words.t("People")),
        Stop(PageId.BADGES, "badge", words.t("Badges")),
        Stop(PageId.FAIR, "fair", words.t("Fair")),
        Stop(PageId.PANELS, "panels", words.t("Panels")),
        Stop(PageId.CAFE, "cafe", words.t("World Café")),
        Stop(PageId.PRIZE, "prize", words.t("Audience prize")),
        Stop(PageId.REPORTS, "reports", words.t("Afterwards")),
        Stop(PageId.IMPORT, "import", words.t("Import")),
        Stop(PageId.PRINTER, "printer", words.t("Printer"), low=True),
        Stop(PageId.JOURNAL, "journal", words.t("Journal"), low=True),
        Stop(PageId.EVENT, "event", words.t("Event"), low=True),
        Stop(PageId.START, "home", words.t("Start"), low=True),
    ]
