"""The pages of an event by their names, each of its own type; one that is not there yet is made when asked for."""

from abc import abstractmethod
from typing import TypeVar, cast

from PySide6.QtWidgets import QWidget

from ui.actions import PageId
from ui.badges.page import BadgesPage
from ui.cafe.page import CafePage
from ui.checkin.page import CheckInPage
from ui.fair.page import FairPage
from ui.importing.page import ImportPage
from ui.journal.page import JournalPage
from ui.panels.page import PanelsPage
from ui.people.page import PeoplePage
from ui.printer.page import PrinterPage
from ui.prize.page import PrizePage
from ui.reports.page import ReportsPage
from ui.settings.page import SettingsPage
from ui.shell.frame import Frame
from ui.templates.page import TemplatesPage

P = TypeVar("P", bound=QWidget)


class NamedPages(Frame):
    """A frame whose pages are known by name."""

    @abstractmethod
    def make(self, page_id: PageId) -> None:
        """Make a page if it is not there yet."""

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

    def _page(self, page_id: PageId, _kind: type[P]) -> P:
        self.make(page_id)
        return cast(P, self._widgets[page_id])
