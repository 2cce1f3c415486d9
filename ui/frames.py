"""Makes what is inside the window: for the start, while a file opens, and for an open event."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from eventdesk import desk
from eventdesk.event import Changes, Clock
from ui.actions import ActionId, PageId, key_of
from ui.checkin.page import CheckInPage
from ui.dates import place_text
from ui.importing.flow import ImportFlow
from ui.importing.page import ImportPage
from ui.journal.flow import JournalFlow
from ui.journal.page import JournalPage
from ui.look import Look
from ui.opened import POINTS, Opened
from ui.people.page import PeoplePage
from ui.preferences import Preferences
from ui.settings.flow import SettingsFlow
from ui.settings.page import SettingsPage
from ui.shell.frame import Frame
from ui.shell.header import Header
from ui.shell.rail import Stop
from ui.start.page import StartPage
from ui.start.samples import samples
from ui.timers import single_shot
from ui.titles import KnownFile
from ui.tour import practice
from ui.tour.strip import TourStrip
from ui.work import Work


def start_frame(look: Look, recent: Sequence[KnownFile], clock: Clock, folder: Path) -> tuple[Frame, StartPage]:
    """Return the inside of a window without an event."""
    words = look.words
    header = Header(look, words.t("Welcome"), "", lambda: clock().astimezone())
    header.hide_time()
    frame = Frame(look, header, [Stop(PageId.START, "home", words.t("Start"))])
    page = StartPage(look, samples(), recent, folder)
    frame.add_page(PageId.START, page, page)
    frame.show_page(PageId.START)
    return frame, page


class EventFrame(Frame):
    """The inside of a window with an open event."""

    start_asked = Signal()

    def __init__(self, look: Look, opened: Opened, preferences: Preferences, work: Work, importing: ImportFlow) -> None:
        super().__init__(look, Header(look, "", "", opened.now), _stops(look))
        self._look, self._opened = look, opened
        self._came_from: PageId | None = None
        self.work.follow(work)
        self.check_in = CheckInPage(look, opened.flow, opened.bridge)
        self.settings = SettingsPage(
            look, SettingsFlow(opened.event), preferences, opened.printing, opened.bridge, work
        )
        self.add_page(PageId.CHECK_IN, self.check_in, self.check_in)
        self.importing = ImportPage(look, importing)
        self.add_page(PageId.IMPORT, self.importing, self.importing)
        self.importing.said.connect(self.say)
        self.importing.told.connect(self.tell)
        self.importing.people_asked.connect(lambda: self.show_page(PageId.PEOPLE))
        self.journal = JournalPage(look, JournalFlow(opened.event, look.words, work), opened.bridge)
        self.add_page(PageId.JOURNAL, self.journal, self.journal)
        self.journal.said.connect(self.say)
        self.people = PeoplePage(look, opened.people, opened.bridge, preferences, work)
        self.add_page(PageId.PEOPLE, self.people, self.people)
        self.people.said.connect(self.say)
        self.people.told.connect(self.tell)
        self.people.import_asked.connect(lambda: self.show_page(PageId.IMPORT))
        self.add_page(PageId.EVENT, self.settings, self.settings)
        self.check_in.said.connect(self.say)
        self.desk_filled.connect(self.check_in.fill_screen)
        self.settings.said.connect(self.say)
        self.settings.told.connect(self.tell)
        self.settings.printing_changed.connect(self.show_printing)
        self.settings.back_asked.connect(self._go_back)
        self.header.show_practice(practice.is_practice(opened.event.path, preferences.folder))
        self.turned.connect(self._on_turned)
        self._saved_soon = single_shot(self, self.show_saved)
        opened.bridge.changed.connect(self._on_changed)
        self.show_event()
        self.show_saved()
        self.show_desk()
        self.show_printing()

    def do(self, wanted: ActionId) -> None:
        """Do what a key asks for; the printer is chosen on the page of the event, wherever that is asked."""
        if wanted is ActionId.PRINTER:
            came_from = self._came_from if self.page_id is PageId.EVENT else self.page_id
            self.show_page(PageId.EVENT)
            self._came_from = came_from
            self.settings.do(wanted)
            self.settings.offer_way_back(self.rail.name_of(came_from) if came_from is not None else "")
        else:
            super().do(wanted)

    def show_page(self, page_id: PageId) -> None:
        """Show a page; the start page is there without an event only."""
        if page_id is PageId.START:
            self.start_asked.emit()
        else:
            super().show_page(page_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from the choice of a printer to where that was asked for."""
        if event.key() == Qt.Key.Key_Escape and self._came_from is not None:
            self._go_back()
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
        self.footer.show_state(printing.state(words), "" if printing.ready else more)

    def _on_changed(self, changes: Changes) -> None:
        self._saved_soon.start()
        if "setting" in changes.kinds:
            self.show_event()
        if not POINTS.isdisjoint(changes.kinds):
            flow = self._opened.flow
            self.check_in.point_card.show_points(flow.points, flow.point_number)

    def _on_turned(self, page: PageId) -> None:
        self._opened.remember_page(page)
        self._came_from = None
        self.settings.offer_way_back("")
        if page is PageId.EVENT:
            self.settings.show_figures(self._figures())

    def _go_back(self) -> None:
        if self._came_from is not None:
            self.show_page(self._came_from)

    def _figures(self) -> str:
        words = self._look.words
        counted = desk.figures(self._opened.event)["counts"]
        if not counted["people"]:
            keys = {"list": key_of(words, ActionId.IMPORT_LIST), "key": key_of(words, ActionId.WALK_IN)}
            return words.t("0 people: import a list with {list}, or add them with {key}.", **keys)
        figures = [words.n("one person", "{count} people", counted["people"])]
        if counted["exhibitors"]:
            figures.append(words.n("one exhibitor", "{count} exhibitors", counted["exhibitors"]))
        return " · ".join(figures)


def _stops(look: Look) -> list[Stop]:
    words = look.words
    return [
        Stop(PageId.CHECK_IN, "check-in", words.t("Check-in")),
        Stop(PageId.PEOPLE, "people", words.t("People")),
        Stop(PageId.IMPORT, "import", words.t("Import")),
        Stop(PageId.JOURNAL, "journal", words.t("Journal"), low=True),
        Stop(PageId.EVENT, "event", words.t("Event"), low=True),
        Stop(PageId.START, "home", words.t("Start"), low=True),
    ]
