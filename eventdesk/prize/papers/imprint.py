"""The small print of these papers: which event, and as of when."""

from dataclasses import dataclass

from eventdesk.drawing.pages.imprint import side_by_side
from eventdesk.event import Event
from eventdesk.words import Words
from eventdesk.words.days import moment_text


@dataclass(frozen=True, slots=True)
class Imprint:
    """What papers of one moment share. `printed` is local ISO time; `language` that of the event."""

    event: str
    printed: str
    language: str = "de"
    place: str = ""
    organiser: str = ""

    def head(self, words: Words) -> str:
        """Return what stands beside the title of a page."""
        return side_by_side(self.event, moment_text(words, self.printed))

    def foot(self, _: Words) -> str:
        """Return what stands below a page."""
        return self.place


def imprint_of(event: Event) -> Imprint:
    """Return the small print of papers that are made now."""
    details = event.details
    printed = event.local_now().isoformat(timespec="minutes")[:16]
    return Imprint(details.title, printed, details.language, details.venue, details.organiser)
