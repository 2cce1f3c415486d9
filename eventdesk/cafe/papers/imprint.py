"""The small print of the papers of the World Café, and how they call times."""

from dataclasses import dataclass, replace

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.round import CafeRound
from eventdesk.drawing.pages.imprint import NO_BREAK_SPACE, EventImprint
from eventdesk.event import Event
from eventdesk.words import Words
from eventdesk.words.cafe import repeats_text


@dataclass(frozen=True, slots=True)
class Imprint(EventImprint):
    """Says how often two people meet again, too: `repeats`, with the ways as they are, None while nobody has one."""

    repeats: int | None = None

    def foot(self, words: Words) -> str:
        """Return what stands below a page: how often people meet again, and where the event takes place."""
        again = "" if self.repeats is None else repeats_text(words, self.repeats)
        return " · ".join(part for part in (again, self.place) if part)


def imprint_of(event: Event, cafe: Cafe) -> Imprint:
    """Return the small print of papers that are made now."""
    return replace(Imprint.of(event), repeats=cafe.repeats if cafe.way_of else None)


def round_text(words: Words, each: CafeRound) -> str:
    """Return "Round 2 · 18:40", held together on one line; without the time if nobody said when it begins."""
    parts = (words.t("Round {number}", number=each.number), each.starts[11:16])
    return " · ".join(part for part in parts if part).replace(" ", NO_BREAK_SPACE)
