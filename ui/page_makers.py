"""How each page of an open event is made, and what becomes of what it says and asks for."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import SignalInstance

from ui.actions import ActionId, PageId
from ui.badges.page import BadgesPage
from ui.cafe.page import CafePage
from ui.checkin.page import CheckInPage
from ui.fair.page import FairPage
from ui.importing.flow import ImportFlow
from ui.importing.page import ImportPage
from ui.journal.flow import JournalFlow
from ui.journal.page import JournalPage
from ui.look import Look
from ui.opened import Opened
from ui.panels.page import PanelsPage
from ui.people.page import PeoplePage
from ui.preferences import Preferences
from ui.printer.page import PrinterPage
from ui.prize.page import PrizePage
from ui.reports.page import ReportsPage
from ui.rights.keeper import Keeper
from ui.settings.backing_up import backup_folder
from ui.settings.page import SettingsPage
from ui.shell.frame import Page
from ui.templates.page import TemplatesPage
from ui.work import Work


class Asked(Protocol):
    """Whom pages tell what they have to say, and ask for other pages."""

    @property
    def desk_filled(self) -> SignalInstance:
        """Says whether the check-in page has the whole screen."""

    def say(self, sentence: str) -> None:
        """Show a sentence about what cannot be."""

    def tell(self, sentence: str) -> None:
        """Show a sentence about what was done."""

    def do(self, wanted: ActionId) -> None:
        """Do what a key would ask for."""

    def show_page(self, page_id: PageId) -> None:
        """Go on to a page."""

    def go_back(self) -> None:
        """Go back to where the page was asked for."""

    def prepare_badges(self, people: list[int]) -> None:
        """Go on to the badges of some people."""

    def show_person(self, person: int) -> None:
        """Go on to somebody in the list of people."""

    def edit_template(self, name: str) -> None:
        """Go on with a template of badges."""


class PageMakers:
    """Makes a page each time it is asked to."""

    def __init__(
        self,
        frame: Asked,
        look: Look,
        opened: Opened,
        preferences: Preferences,
        work: Work,
        importing: ImportFlow,
        keeper: Keeper,
    ) -> None:
        """Make pages that tell and ask `frame`."""
        self._frame, self._look, self._opened, self._keeper = frame, look, opened, keeper
        self._preferences, self._work, self._import_flow = preferences, work, importing

    def table(self) -> Mapping[PageId, Callable[[], Page]]:
        """Return how to make each page, in the order in which they are made when there is time."""
        return {
            PageId.CHECK_IN: self._make_check_in,
            PageId.PEOPLE: self._make_people,
            PageId.BADGES: self._make_badges,
            PageId.FAIR: self._make_fair,
            PageId.PANELS: self._make_panels,
            PageId.CAFE: self._make_cafe,
            PageId.PRIZE: self._make_prize,
            PageId.REPORTS: self._make_reports,
            PageId.IMPORT: self._make_importing,
            PageId.JOURNAL: self._make_journal,
            PageId.EVENT: self._make_settings,
            PageId.PRINTER: self._make_printer,
            PageId.TEMPLATES: self._make_templates,
        }

    def _make_check_in(self) -> Page:
        page = CheckInPage(self._look, self._opened.flow, self._opened.bridge, self._opened.ballots)
        page.said.connect(self._frame.say)
        page.told.connect(self._frame.tell)
        page.waiting.asked.connect(self._frame.do)
        page.organiser_asked.connect(lambda wanted: self._keeper.ask(lambda: page.do(wanted), once=True))
        self._frame.desk_filled.connect(page.fill_screen)
        return page

    def _make_people(self) -> Page:
        opened = self._opened
        page = PeoplePage(self._look, opened.people, opened.bridge, self._preferences, self._work)
        page.said.connect(self._frame.say)
        page.told.connect(self._frame.tell)
        page.import_asked.connect(lambda: self._frame.show_page(PageId.IMPORT))
        page.badges_asked.connect(self._frame.prepare_badges)
        return page

    def _make_badges(self) -> Page:
        opened = self._opened
        page = BadgesPage(self._look, opened.badges, opened.badge_maker, opened.bridge, self._work)
        page.said.connect(self._frame.say)
        page.told.connect(self._frame.tell)
        page.import_asked.connect(lambda: self._frame.show_page(PageId.IMPORT))
        page.people_asked.connect(lambda: self._frame.show_page(PageId.PEOPLE))
        page.printer_asked.connect(lambda: self._frame.do(ActionId.PRINTER))
        page.person_asked.connect(self._frame.show_person)
        page.editor_asked.connect(self._frame.edit_template)
        return page

    def _make_fair(self) -> Page:
        page = FairPage(self._look, self._opened.fair, self._opened.bridge, self._work)
        page.said.connect(self._frame.say)
        page.told.connect(self._frame.tell)
        return page

    def _make_panels(self) -> Page:
        page = PanelsPage(self._look, self._opened.panels, self._opened.bridge, self._work)
        page.said.connect(self._frame.say)
        page.told.connect(self._frame.tell)
        return page

    def _make_cafe(self) -> Page:
        page = CafePage(self._look, self._opened.cafe, self._opened.bridge, self._work)
        page.said.connect(self._frame.say)
        page.told.connect(self._frame.tell)
        return page

    def _make_prize(self) -> Page:
        page = PrizePage(self._look, self._opened.prize, self._opened.bridge, self._work)
        page.said.connect(self._frame.say)
        page.told.connect(self._frame.tell)
        return page

    def _make_reports(self) -> Page:
        page = ReportsPage(self._look, self._opened.reports, self._opened.bridge, self._work, self._backup_folders)
        page.said.connect(self._frame.say)
        page.told.connect(self._frame.tell)
        return page

    def _backup_folders(self) -> list[Path]:
        """Return where this desk puts backups."""
        folder = backup_folder(self._preferences)
        return [folder] if folder is not None else []

    def _make_importing(self) -> Page:
        page = ImportPage(self._look, self._import_flow)
        page.said.connect(self._frame.say)
        page.told.connect(self._frame.tell)
        page.people_asked.connect(lambda: self._frame.show_page(PageId.PEOPLE))
        return page

    def _make_journal(self) -> Page:
        event = self._opened.event
        page = JournalPage(self._look, JournalFlow(event, self._look.words, self._work), self._opened.bridge)
        page.said.connect(self._frame.say)
        return page

    def _make_settings(self) -> Page:
        opened = self._opened
        page = SettingsPage(
            self._look,
            opened.settings,
            self._preferences,
            opened.bridge,
            self._work,
            opened.safekeeper,
            self._keeper,
        )
        page.printer_asked.connect(lambda: self._frame.do(ActionId.PRINTER))
        page.said.connect(self._frame.say)
        page.told.connect(self._frame.tell)
        return page

    def _make_printer(self) -> Page:
        page = PrinterPage(self._look, self._preferences, self._opened.printing, self._opened.scanners)
        page.said.connect(self._frame.say)
        page.told.connect(self._frame.tell)
        page.back_asked.connect(self._frame.go_back)
        return page

    def _make_templates(self) -> Page:
        page = TemplatesPage(self._look, self._opened.templates, self._opened.bridge, self._work)
        page.said.connect(self._frame.say)
        page.told.connect(self._frame.tell)
        page.closed.connect(lambda: self._frame.show_page(PageId.BADGES))
        return page
