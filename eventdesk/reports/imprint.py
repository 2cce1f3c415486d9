"""The small print of papers about the event as a whole: which event, as of when, where, by whom."""

from dataclasses import dataclass

from eventdesk.drawing.pages.imprint import EventImprint
from eventdesk.event import Event
from eventdesk.words import Words


@dataclass(frozen=True, slots=True)
class Imprint(EventImprint):
    """Says who invites, too."""

    def foot(self, _words: Words) -> str:
        """Return what stands below a page: who invited, and where."""
        return " · ".join(part for part in (self.organiser, self.place) if part)


def imprint_of(event: Event) -> Imprint:
    """Return the small print of papers that are made now."""
    return Imprint.of(event)
