"""What each page of a paper tells about itself in small print."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, Self

from eventdesk.event import Event
from eventdesk.words import Words
from eventdesk.words.days import moment_text

NO_BREAK_SPACE = "\u00a0"


class Imprint(Protocol):
    """The small print of a paper. `language` is that of the event, in which the whole paper is written."""

    @property
    def event(self) -> str:
        """The title of the event."""

    @property
    def language(self) -> str:
        """The language of the paper: "de" or "en"."""

    @property
    def organiser(self) -> str:
        """Who invites."""

    def head(self, words: Words) -> str:
        """Return what stands beside the title of a page."""

    def foot(self, words: Words) -> str:
        """Return what stands below a page, beside its number."""


@dataclass(frozen=True, slots=True)
class EventImprint:
    """What papers of one moment share. `printed` is local ISO time; `language` that of the event."""

    event: str
    printed: str
    language: str = "de"
    place: str = ""
    organiser: str = ""

    @classmethod
    def of(cls, event: Event) -> Self:
        """Return the small print of papers that are made now."""
        details = event.details
        return cls(
            event=details.title,
            printed=event.local_now().isoformat(timespec="minutes")[:16],
            language=details.language,
            place=details.venue,
            organiser=details.organiser,
        )

    def head(self, words: Words) -> str:
        """Return what stands beside the title of a page: event and moment."""
        return side_by_side(self.event, moment_text(words, self.printed))

    def foot(self, _words: Words) -> str:
        """Return what stands below a page: where the event takes place."""
        return self.place


class Kept(Protocol):
    """Something that was kept as a version, under a name or none, at a moment in local time."""

    @property
    def name(self) -> str:
        """What it is called; may be empty."""

    @property
    def at(self) -> datetime:
        """When it was kept."""


def version_text(words: Words, version: Kept | None) -> str:
    """Return the name of a version, else when it was kept; its time must be local."""
    if version is None:
        return ""
    if version.name:
        return words.t("Version {name}", name=version.name)
    return words.t("Version of {time}", time=version.at.strftime("%H:%M"))


def side_by_side(*parts: str) -> str:
    """Return texts on one line, with dots between them; a line ends only between two of them."""
    return " · ".join(part.replace(" ", NO_BREAK_SPACE) for part in parts if part)
