"""What the cards say of plans: how good they are, and in what they differ."""

from collections.abc import Iterable, Mapping, Sequence

from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.placing.plan import Plan, Status
from eventdesk.fair.plan import REPLANNED, Version
from eventdesk.words import Words
from eventdesk.words.numbers import decimal_text
from ui.fair.plan_card import Figures
from ui.fair.standing import Standing, numbers
from ui.widgets.change_list import ChangeLine

MOST_EMPTY = 8


def figures(words: Words, standing: Standing, version: Version | None = None) -> Figures:
    """Return how many stand, whose wishes are met; and how good it is, if it stands so in a `version`."""
    placed, of, wishes = _counts(words, standing)
    quality, proof, good = "", "", False
    if version is not None and version.status not in {"", REPLANNED}:
        good = version.status == Status.OPTIMAL.value
        seconds = version.milliseconds / 1000
        quality, proof = _quality(words, version.cost or 0, version.bound or 0, seconds, good=good)
    return Figures(placed, of, wishes, quality, proof, good)


def empty_text(words: Words, empty: Sequence[Exhibitor], standing: Standing) -> str:
    """Return which stands are still empty shortly before the event begins."""
    if not empty:
        return ""
    numbers_of = [standing.numbers(who.id) for who in empty]
    shown = ", ".join(numbers_of[:MOST_EMPTY]) + (" …" if len(numbers_of) > MOST_EMPTY else "")
    return words.n("Still empty: {numbers}", "{count} stands are still empty: {numbers}", len(empty), numbers=shown)


def plan_figures(words: Words, standing: Standing, plan: Plan) -> Figures:
    """Return the same of a plan that was thought out."""
    placed, of, wishes = _counts(words, standing)
    good = plan.status is Status.OPTIMAL
    quality, proof = _quality(words, plan.cost, plan.bound, plan.seconds, good=good)
    return Figures(placed, of, wishes, quality, proof, good)


def _counts(words: Words, standing: Standing) -> tuple[str, str, str]:
    coming = len(standing.coming)
    met, wished = standing.wishes()
    share = words.t("{percent} %", percent=round(100 * met / wished)) if wished else ""
    return str(coming - len(standing.without)), str(coming), share


def _quality(words: Words, cost: int, bound: int, seconds: float, *, good: bool) -> tuple[str, str]:
    if good:
        spent = decimal_text(words, seconds, 1)
        proof = words.t("proven in {seconds} s", seconds=spent) if spent != "0" else words.t("proven at once")
        return words.t("optimal"), proof
    gap = 100 * (cost - bound) / cost if cost > bound else 0.0
    return words.t("{percent} %", percent=decimal_text(words, gap, 1)), words.t("could be saved at most")


def changes(words: Words, before: Standing, after: Standing, whys: Mapping[int, str] | None = None) -> list[ChangeLine]:
    """Return who stands elsewhere, those first who have no booth any more."""
    found: list[tuple[int, ChangeLine]] = []
    for who in after.fair.exhibitors:
        old, new = before.places(who.id), after.places(who.id)
        if {booth.id for booth in old} == {booth.id for booth in new}:
            continue
        if not new:
            rank, way = 0, words.t("{booth} → no booth", booth=numbers(old))
        elif not old:
            rank, way = 2, words.t("new on {booth}", booth=numbers(new))
        else:
            rank, way = 1, f"{numbers(old)} → {numbers(new)}"
        why = (whys or {}).get(who.id, "") if old else ""
        line = ChangeLine(who.name, way, why, old[0].id if old else None, new[0].id if new else None)
        found.append((rank, line))
    return [line for _, line in sorted(found, key=lambda pair: (pair[0], pair[1].name.casefold()))]


def headline(words: Words, *, differs: bool) -> str:
    """Return what is said above a plan that is only looked at."""
    if differs:
        return words.t("Not today's plan: blue frames show what differs.")
    return words.t("Everybody stands as in today's plan.")


def moved(lines: Iterable[ChangeLine]) -> int:
    """Return how many of those who stood somewhere stand somewhere else."""
    return sum(line.before is not None and line.after is not None for line in lines)
