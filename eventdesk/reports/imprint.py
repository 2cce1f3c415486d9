"""The small print of papers about the event as a whole: which event, as of when, where, by whom."""

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
        """Return what stands beside the title of a page: event and moment."""
        return side_by_side(self.event, moment_text(words, self.printed))

    def foot(self, _words: Words) -> str:
        """Return what stands below a page: who invited, and where."""
        return " · ".join(part for part in (self.organiser, self.place) if part)


def imprint_of(event: Event) -> Imprint:
    """Return the small print of papers that are made now."""
    details = event.details
    return Imprint(
        event=details.title,
        printed=event.local_now().isoformat(timespec="minutes")[:16],
        language=details.language,
        place=details.venue,
        organiser=details.organiser,
    )
