"""What differs between two placements, as something that somebody walks and does: who moves, why, how far."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from eventdesk.fair.booth import Booth, BoothState
from eventdesk.fair.exhibitor import ExhibitorStatus
from eventdesk.fair.fair import Fair
from eventdesk.fair.floor.geometry import centre
from eventdesk.fair.papers.order import stand_text
from eventdesk.fair.plan import Change
from eventdesk.words import Words


class ErrandWhy(StrEnum):
    """Why somebody stands elsewhere now, as far as the fair itself tells."""

    BLOCKED = "blocked"
    POWER = "power"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"
    NEW = "new"
    GONE = "gone"
    """They come and have no stand any more."""
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Errand:
    """One exhibitor whose stand changes: row ids of booths before and after, none for no stand.

    `metres` between both, None if they are not in one hall. `reason` is a sentence of whoever moved them; empty: what
    the fair itself tells is said.
    """

    exhibitor: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    metres: int | None = None
    reason: str = ""


def errands(fair: Fair, changes: Iterable[Change]) -> tuple[Errand, ...]:
    """Return what differs between two placements as something to walk for; who is gone altogether is left out."""
    return tuple(
        Errand(each.exhibitor, each.before, each.after, metres_between(fair, each.before, each.after))
        for each in changes
        if each.exhibitor in fair.exhibitor_of
    )


def metres_between(fair: Fair, before: tuple[int, ...], after: tuple[int, ...]) -> int | None:
    """Return how far two stands are apart along the aisles (Manhattan), in whole metres; None across halls."""
    old, new = (next((fair.booth_of[each] for each in booths if each in fair.booth_of), None) for booths in
                (before, after))  # fmt: skip
    if old is None or new is None or old.hall != new.hall:
        return None
    here, there = centre(old), centre(new)
    return round((abs(here[0] - there[0]) + abs(here[1] - there[1])) / 1000)


def why(fair: Fair, errand: Errand) -> ErrandWhy:
    """Return why somebody stands elsewhere, as far as the fair itself tells."""
    exhibitor = fair.exhibitor_of[errand.exhibitor]
    if exhibitor.status is ExhibitorStatus.CANCELLED:
        return ErrandWhy.CANCELLED
    if exhibitor.status is ExhibitorStatus.NO_SHOW:
        return ErrandWhy.NO_SHOW
    if not errand.before:
        return ErrandWhy.NEW
    old = [fair.booth_of[each] for each in errand.before if each in fair.booth_of]
    if any(booth.state is BoothState.BLOCKED for booth in old):
        return ErrandWhy.BLOCKED
    if old and max(booth.power for booth in old) < exhibitor.power:
        return ErrandWhy.POWER
    return ErrandWhy.MOVED if errand.after else ErrandWhy.GONE


def reason_text(words: Words, fair: Fair, errand: Errand) -> str:
    """Return why, in a few words; empty where nothing is known."""
    if errand.reason:
        return errand.reason
    match why(fair, errand):
        case ErrandWhy.BLOCKED:
            return _blocked(words, [fair.booth_of[each] for each in errand.before if each in fair.booth_of])
        case ErrandWhy.POWER:
            return words.t("{booth} has too little power", booth=stand_text(fair, errand.before))
        case ErrandWhy.CANCELLED:
            return words.t("called off")
        case ErrandWhy.NO_SHOW:
            return words.t("did not come")
        case ErrandWhy.NEW:
            return words.t("new")
        case ErrandWhy.GONE:
            return words.t("no stand any more")
        case ErrandWhy.MOVED:
            return ""


def _blocked(words: Words, booths: list[Booth]) -> str:
    blocked = next(booth for booth in booths if booth.state is BoothState.BLOCKED)
    if blocked.reason:
        return words.t("{booth} blocked: {reason}", booth=blocked.ref, reason=blocked.reason)
    return words.t("{booth} blocked", booth=blocked.ref)
