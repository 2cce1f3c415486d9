"""Plays a person on the views of places and doors; and the small programme that tests of both look at."""

from pathlib import Path

from eventdesk.desk import create_event
from eventdesk.doors import add_missing_doors
from eventdesk.event import Event, EventDetails
from eventdesk.panels import records
from eventdesk.panels.place import How
from eventdesk.panels.programme import Programme
from tests.clock import FakeClock
from tests.core.panels import programme_of_tests
from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui.actions import PageId
from ui.panels.doors.tab import DoorsTab
from ui.panels.page import DOORS, PLACES, PanelsPage
from ui.panels.places.lines import Line, LineList
from ui.panels.places.person_card import Deed
from ui.panels.places.tab import PlacesTab

MORNING = "2027-03-06T09:05:00+00:00"
"""Five past ten at the venue: F1 and F2 have just begun."""


def make_file(folder: Path) -> Path:
    """Write the small programme, its people and a door for each room into a new file."""
    path = folder / "programm.eventdesk"
    details = EventDetails(title="Integrationskonferenz", starts="2027-03-06T09:00")
    with create_event(path, details=details, desk="Büro", clock=FakeClock(MORNING)) as event:
        programme_of_tests.build(event)
        add_missing_doors(event)
    return path


class PanelsViewDriver(DeskDriver):
    """A desk on the page of the programme. Every call waits until nothing is under way there."""

    def settles(self) -> "PanelsViewDriver":
        """Wait until nothing is under way on this page, too."""
        super().settles()
        frame = self.application.frame
        if frame is not None and frame.page_id is PageId.PANELS:
            until(lambda: not self.panels.busy and self.application.work.idle())
            super().settles()
        return self

    def presses(self, *keys: str, **into: object) -> "PanelsViewDriver":
        """Press keys by their names."""
        super().presses(*keys)
        return self

    @property
    def panels(self) -> PanelsPage:
        """The page."""
        return self.frame.panels

    @property
    def event(self) -> Event:
        """The open event."""
        return self.panels.flow.event

    @property
    def programme(self) -> Programme:
        """The programme as it stands in the file."""
        return records.read_programme(self.event.db)

    def turns_to(self, line_list: LineList, title: str) -> "PanelsViewDriver":
        """Click the line whose title has this text."""
        row = next(number for number, line in enumerate(line_list.lines) if title in line.title)
        place = line_list.visualRect(line_list.model_of_lines.index(row, 0)).center()
        self.clicks_at(line_list.viewport(), place)
        return self.settles()


class PlacesDriver(PanelsViewDriver):
    """A desk on the view of the places."""

    @classmethod
    def at(cls, desk: DeskDriver) -> "PlacesDriver":
        """Go to the view by keys."""
        driver = cls(desk.application, desk.clock)
        driver.presses("Ctrl+5")
        driver.panels.show_tab(PLACES)
        driver.panels.take_focus()
        driver.settles()
        return driver

    @property
    def tab(self) -> PlacesTab:
        """The view."""
        return self.panels.places

    def session(self, title: str) -> Line:
        """Return the line of a session."""
        return next(line for line in self.tab.list.sessions.lines if line.title == title)

    def figures(self) -> dict[str, str]:
        """Return how full the sessions are."""
        return {line.title: line.figure for line in self.tab.list.sessions.lines}

    def opens(self, title: str) -> "PlacesDriver":
        """Click a session."""
        self.turns_to(self.tab.list.sessions, title)
        return self

    def finds(self, name: str) -> "PlacesDriver":
        """Search for somebody, and open their card."""
        self.presses("F2")
        self.types(name)
        self.presses("Down", "Enter")
        return self

    def does(self, deed: Deed, title: str) -> "PlacesDriver":
        """Choose a session on the card of a person, and click what is to be done."""
        self.turns_to(self.tab.person_card.list, title)
        button = self.tab.person_card.deeds[deed]
        self.clicks_at(button, button.rect().center())
        self.settles()
        return self

    def places(self, given_name: str) -> dict[str, How]:
        """Return the sessions that somebody has places in, as the file says."""
        programme = self.programme
        person = programme_of_tests.person_id(programme, given_name)
        return {programme.session_of[each.session].ref: each.how for each in programme.places_of.get(person, ())}

    def waits(self, ref: str) -> list[str]:
        """Return who waits for a session, as the file says."""
        programme = self.programme
        session = programme.session_by_ref[ref].id
        return [programme.people[each.person].name.split()[0] for each in programme.waiting_for.get(session, ())]


class DoorsDriver(PanelsViewDriver):
    """A desk on the view of the doors."""

    @classmethod
    def at(cls, desk: DeskDriver) -> "DoorsDriver":
        """Go to the view by keys."""
        driver = cls(desk.application, desk.clock)
        driver.presses("Ctrl+5")
        driver.panels.show_tab(DOORS)
        driver.panels.take_focus()
        driver.settles()
        return driver

    @property
    def tab(self) -> DoorsTab:
        """The view."""
        return self.panels.doors

    def card(self, room: str) -> list[str]:
        """Return what the card of a room says, from the top."""
        return next(each for each in self.tab.rooms.cards.values() if each.room.text() == room).texts()
