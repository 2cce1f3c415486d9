"""The small print of the papers of the World Café, and how they call times."""

from dataclasses import dataclass

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.round import CafeRound
from eventdesk.drawing.pages.imprint import NO_BREAK_SPACE, side_by_side
from eventdesk.event import Event
from eventdesk.words import Words
from eventdesk.words.cafe import repeats_text
from eventdesk.words.days import moment_text


@dataclass(frozen=True, slots=True)
class Imprint:
    """What papers of one moment share. `printed` is local ISO time; `language` that of the event.

    `repeats` is how often two people meet again with the ways as they are, None while nobody has one.
    """

    event: str
    printed: str
    language: str = "de"
    place: str = ""
    organiser: str = ""
    repeats: int | None = None

    def head(self, words: Words) -> str:
        """Return what stands beside the title of a page: event and moment."""
        return side_by_side(self.event, moment_text(words, self.printed))

    def foot(self, words: Words) -> str:
        """Return what stands below a page: how often people meet again, and where the event takes place."""
        again = "" if self.repeats is None else repeats_text(words, self.repeats)
        return " · ".join(part for part in (again, self.place) if part)


def imprint_of(event: Event, cafe: Cafe) -> Imprint:
    """Return the small print of papers that are made now."""
    details = event.details
    return Imprint(
        event=details.title,
        printed=event.local_now().isoformat(timespec="minutes")[:16],
        language=details.language,
        place=details.venue,
        organiser=details.organiser,
        repeats=cafe.repeats if cafe.way_of else None,
    )


def round_text(words: Words, each: CafeRound) -> str:
    """Return "Round 2 · 18:40", held together on one line; without the time if nobody said when it begins."""
    parts = (words.t("Round {number}", number=each.number), each.starts[11:16])
    return " · ".join(part for part in parts if part).replace(" ", NO_BREAK_SPACE)
