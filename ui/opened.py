"""The open event as the window holds it: the file, the signal of its changes, the flow of the check-in."""

from datetime import datetime

from eventdesk.event import Changes, Event
from eventdesk.words import Words
from ui.actions import PageId
from ui.bridge import Bridge
from ui.checkin.flow import CheckInFlow
from ui.people.flow import PeopleFlow
from ui.preferences import Preferences
from ui.printing import Printing

POINTS = frozenset({"point", "setting"})
"""Kinds of changes after which there may be other check-in points."""


class Opened:
    """Lives as long as the file is open, through every change of language and colours."""

    def __init__(self, event: Event, words: Words, preferences: Preferences, printing: Printing) -> None:
        self.event = event
        self.bridge = Bridge(event)
        self.printing = printing
        printing.serve(event)
        self.flow = CheckInFlow(event, words, self.printing)
        self.people = PeopleFlow(event, words, printing, self.flow)
        self.people.take_drafts(preferences.kept(self._people_key("drafts")))
        self.people.looking.look_for(preferences.kept(self._people_key("search")))
        self.saved_at = self._last_saved()
        self._preferences = preferences
        self._kept_point = preferences.point_of(event.path)
        self.flow.choose_point_named(self._kept_point)
        self.bridge.changed.connect(self._on_changed)

    def now(self) -> datetime:
        """Return the present moment in the zone of the event."""
        return self.event.local_now()

    def close(self) -> None:
        """Remember the point and close the file."""
        self._remember_point()
        self._preferences.keep(self._people_key("drafts"), self.people.drafts())
        self._preferences.keep(self._people_key("search"), self.people.looking.words)
        self.printing.serve(None)
        self.bridge.close()
        self.event.close()

    def _people_key(self, what: str) -> str:
        """Return where the search, or what was typed and not saved, waits until the file is opened again."""
        return f"people/{what}/{self.event.path.name.replace('/', '_')}"

    def remember_page(self, page: PageId) -> None:
        """Keep the page that is looked at: a restart in the rush is back there. An import begins anew."""
        if page is not PageId.IMPORT:
            self._preferences.remember_page(self.event.path, page.value)

    def _remember_point(self) -> None:
        """Keep the point after every step, as the power may fail at any time."""
        name = self.flow.point.name
        if name != self._kept_point:
            self._kept_point = name
            self._preferences.remember_point(self.event.path, name)

    def _last_saved(self) -> datetime | None:
        """Return when the file was changed last, if that was today."""
        at = next((entry.at.astimezone(self.event.zone) for entry in self.event.journal(limit=1)), None)
        return at if at is not None and at.date() == self.now().date() else None

    def _on_changed(self, changes: Changes) -> None:
        self.saved_at = self.now()
        if not POINTS.isdisjoint(changes.kinds):
            self.flow.reload_points()
        self._remember_point()
