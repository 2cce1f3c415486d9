"""The open event as the window holds it: the file, the signal of its changes, the flow of the check-in."""

from datetime import datetime

from eventdesk.event import Changes, Event
from eventdesk.words import Words
from ui.bridge import Bridge
from ui.checkin.flow import CheckInFlow
from ui.preferences import Preferences
from ui.printing import Printing


class Opened:
    """Lives as long as the file is open, through every change of language and colours."""

    def __init__(self, event: Event, words: Words, preferences: Preferences, printing: Printing) -> None:
        self.event = event
        self.bridge = Bridge(event)
        self.printing = printing
        printing.serve(event)
        self.flow = CheckInFlow(event, words, self.printing)
        self.saved_at = self._last_saved()
        self._preferences = preferences
        self.flow.choose_point_named(preferences.point_of(event.path))
        self.bridge.changed.connect(self._on_changed)

    def now(self) -> datetime:
        """Return the present moment in the zone of the event."""
        return self.event.now().astimezone(self.event.zone)

    def close(self) -> None:
        """Remember the point and close the file."""
        if self.flow.points:
            self._preferences.remember_point(self.event.path, self.flow.point.name)
        self.printing.serve(None)
        self.bridge.close()
        self.event.close()

    def _last_saved(self) -> datetime | None:
        """Return when the file was changed last, if that was today."""
        at = next((entry.at.astimezone(self.event.zone) for entry in self.event.journal(limit=1)), None)
        return at if at is not None and at.date() == self.now().date() else None

    def _on_changed(self, changes: Changes) -> None:
        self.saved_at = self.now()
