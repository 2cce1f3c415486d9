"""The small print of a paper: which event, as of when, which version of the placement, and how good that is."""

from dataclasses import dataclass

from eventdesk.drawing.pages.imprint import EventImprint, side_by_side, version_text
from eventdesk.fair.plan import REPLANNED, Version
from eventdesk.words import Words
from eventdesk.words.days import moment_text
from eventdesk.words.numbers import decimal_text

_OPTIMAL = "optimal"
_FEASIBLE = "feasible"
_FULL = 100


@dataclass(frozen=True, slots=True)
class Imprint(EventImprint):
    """Says how good the placement is, too.

    `version` is the newest kept version of it, its time local; `changed`: something was moved by hand since.
    """

    version: Version | None = None
    changed: bool = False

    def head(self, words: Words) -> str:
        """Return what stands beside the title of a page: event, moment, version."""
        return side_by_side(self.event, moment_text(words, self.printed), version_text(words, self.version))

    def foot(self, words: Words) -> str:
        """Return what stands below a page: how good the placement is, and where the fair takes place."""
        return " · ".join((*quality_lines(words, self), *((self.place,) if self.place else ())))


def quality_lines(words: Words, imprint: Imprint) -> tuple[str, ...]:
    """Return how good the placement is: cost and proof, then seed and time; by hand, if nothing was computed."""
    version = imprint.version
    if version is None or version.cost is None or version.status not in {_OPTIMAL, _FEASIBLE, REPLANNED}:
        return (words.t("Placed by hand"),)
    seconds = decimal_text(words, version.milliseconds / 1000, 1)
    search = words.t("Seed {seed} · {seconds} s", seed=version.seed, seconds=seconds)
    lines = (_proof(words, version.cost, version), search)
    return (*lines, words.t("Changed by hand since")) if imprint.changed else lines


def _proof(words: Words, cost: int, version: Version) -> str:
    if version.status == _OPTIMAL:
        return words.t("Cost {cost}, proven optimal", cost=cost)
    if version.status == REPLANNED:
        return words.t("Cost {cost}, re-planned on the day", cost=cost)
    if version.bound is None:
        return words.t("Cost {cost}, not proven", cost=cost)
    gap = decimal_text(words, _FULL * (cost - version.bound) / cost if cost else 0.0, 1)
    return words.t("Cost {cost}, at most {gap} % of it too much", cost=cost, gap=gap)
