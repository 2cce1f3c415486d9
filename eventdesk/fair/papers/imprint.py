"""The small print of a paper: which event, as of when, which version of the placement, and how good that is."""

from dataclasses import dataclass

from eventdesk.fair.plan import REPLANNED, Version
from eventdesk.words import Words
from eventdesk.words.days import days_text
from eventdesk.words.numbers import decimal_text

NO_BREAK_SPACE = "\u00a0"
_OPTIMAL = "optimal"
_FEASIBLE = "feasible"
_FULL = 100


@dataclass(frozen=True, slots=True)
class Imprint:
    """What papers of one moment share. `printed` is local ISO time; `language` that of the event.

    `version` is the newest kept version of the placement, its time local; `changed`: something was moved by hand since.
    """

    event: str
    printed: str
    language: str = "de"
    place: str = ""
    organiser: str = ""
    version: Version | None = None
    changed: bool = False


def moment_text(words: Words, moment: str) -> str:
    """Return "as of 6 March 2017, 08:10" for local ISO time."""
    day, time = days_text(words, moment, moment), moment[11:16]
    if not day:
        return ""
    return words.t("as of {day}, {time}", day=day, time=time) if time else words.t("as of {day}", day=day)


def version_text(words: Words, version: Version | None) -> str:
    """Return the name of a version, else when it was kept; its time must be local."""
    if version is None:
        return ""
    if version.name:
        return words.t("Version {name}", name=version.name)
    return words.t("Version of {time}", time=version.at.strftime("%H:%M"))


def head_text(words: Words, imprint: Imprint) -> str:
    """Return what stands beside the title of a paper: event, moment, version; a line ends only between these."""
    parts = imprint.event, moment_text(words, imprint.printed), version_text(words, imprint.version)
    return " · ".join(part.replace(" ", NO_BREAK_SPACE) for part in parts if part)


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
