"""The small print of these papers: which event, as of when, which version of the timetable, and how good that is."""

from dataclasses import dataclass

from eventdesk.drawing.pages.imprint import EventImprint, side_by_side, version_text
from eventdesk.panels.version import Version
from eventdesk.words import Words
from eventdesk.words.days import moment_text
from eventdesk.words.numbers import decimal_text

_OPTIMAL = "optimal"
_FEASIBLE = "feasible"


@dataclass(frozen=True, slots=True)
class Imprint(EventImprint):
    """Says how good the timetable is, too.

    `version` is the newest kept version of it, its time local; `changed`: something was moved since.
    """

    version: Version | None = None
    changed: bool = False

    def head(self, words: Words) -> str:
        """Return what stands beside the title of a page: event, moment, version."""
        return side_by_side(self.event, moment_text(words, self.printed), version_text(words, self.version))

    def foot(self, words: Words) -> str:
        """Return what stands below a page: how good the timetable is, and where the event takes place."""
        return " · ".join((*quality_lines(words, self), *((self.place,) if self.place else ())))


def quality_lines(words: Words, imprint: Imprint) -> tuple[str, ...]:
    """Return how good the timetable is, as far as anything is proven; none for one that was made by hand."""
    version = imprint.version
    if version is None or version.facts.status not in {_OPTIMAL, _FEASIBLE}:
        return ()
    facts = version.facts
    seconds = decimal_text(words, facts.milliseconds / 1000, 1)
    lines = [words.t("Timetable proven best"), words.t("Seed {seed} · {seconds} s", seed=facts.seed, seconds=seconds)]
    if facts.status == _FEASIBLE:
        cost = (facts.lost or 0) + (facts.turned_away or 0)
        most = cost - (facts.bound or 0)
        lines[0] = words.n(
            "Timetable at most {count} person from the best", "Timetable at most {count} people from the best", most
        )
    return (*lines, words.t("Changed by hand since")) if imprint.changed else tuple(lines)
