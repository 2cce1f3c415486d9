"""Says in sentences what the thinker answers in codes: why here, why not there, why nowhere, and what would help."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from eventdesk.fair.booth import Power
from eventdesk.fair.placing.plan import (
    Conflict,
    CostLine,
    Cure,
    Explanation,
    Line,
    MoveWhy,
    Needs,
    Plan,
    Reason,
    Status,
    Unplaced,
    Why,
)
from eventdesk.fair.placing.problem import Problem
from eventdesk.fair.weights import Weight
from eventdesk.words import Words

_MOST_NAMES = 5


def status_text(words: Words, plan: Plan) -> str:
    """Return how good a plan is known to be: "proven: no plan costs less", or the gap that is left."""
    match plan.status:
        case Status.OPTIMAL:
            return words.t("Proven: no placement costs less.")
        case Status.FEASIBLE:
            percent = f"{100 * plan.gap:.1f}"
            if words.language == "de":
                percent = percent.replace(".", ",")
            return words.t("Not proven: at most {percent} % of the cost can still be saved.", percent=percent)
        case Status.INFEASIBLE:
            return words.t("Nobody can be placed.")
        case _:
            assert_never(plan.status)


def needs_text(words: Words, needs: Needs) -> str:
    """Return what is needed, as a list: "400 V, a wall"; what every booth offers is called that."""
    parts = [
        words.t("two booths side by side") if needs.size > 1 else "",
        {Power.NONE: "", Power.V230: "230 V", Power.V400: "400 V"}[Power(needs.power)],
        words.t("a wall") if needs.wall else "",
        words.t("a step-free booth") if needs.step_free else "",
    ]
    return ", ".join(part for part in parts if part) or words.t("any booth")


def unplaced_sentences(words: Words, problem: Problem, unplaced: Unplaced) -> tuple[str, ...]:
    """Return why somebody has no booth, and what would help, if something is known to."""
    name = next((want.name for want in problem.wants if want.id == unplaced.want), "")
    why = reason_sentence(words, problem, unplaced.why, name)
    cure = unplaced.why.cure
    return (why,) if cure is None else (why, cure_sentence(words, problem, cure, name))


def reason_sentence(words: Words, problem: Problem, reason: Reason, name: str) -> str:
    """Return why somebody stands nowhere."""
    needs, rivals = needs_text(words, reason.needs), names(words, problem, reason.rivals)
    match reason.code:
        case Why.NO_BOOTHS:
            said = words.t("{name} has no booth: there is no open booth.", name=name)
        case Why.NO_BOOTH_FITS:
            said = words.t("{name} has no booth: no open booth has what is needed ({needs}).", name=name, needs=needs)
        case Why.NO_PAIR:
            said = words.t("{name} has no booth: no two open booths side by side have what is needed ({needs}).",
                           name=name, needs=needs)  # fmt: skip
        case Why.PIN_BLOCKED:
            said = words.t("{name} has no booth: the booth that is settled for them is blocked or gone.", name=name)
        case Why.PIN_UNFIT:
            said = words.t("{name} has no booth: booth {booth}, settled for them, lacks what is needed ({needs}).",
                           name=name, booth=booths(problem, reason.booths), needs=needs)  # fmt: skip
        case Why.PIN_TAKEN:
            said = words.t("{name} has no booth: booth {booth} is settled for them, but {others} must stand there.",
                           name=name, booth=booths(problem, reason.booths), others=rivals)  # fmt: skip
        case Why.TOO_MANY:
            said = _too_many(words, reason, name, needs, rivals)
        case Why.COMPETITORS:
            said = words.t("{name} has no booth: every booth that is left stands beside competitors ({others}).",
                           name=name, others=rivals)  # fmt: skip
        case Why.CHEAPER:
            said = words.t("{name} has no booth: there is no room for everybody, or the weights make it cheaper so.",
                           name=name)  # fmt: skip
        case Why.UNSETTLED:
            said = words.t("{name} has no booth yet: none was found in the time given.", name=name)
        case _:
            assert_never(reason.code)
    return said


def _too_many(words: Words, reason: Reason, name: str, needs: str, rivals: str) -> str:
    if reason.needs.size > 1:
        return words.t("{name} has no booth: no two free booths side by side have what is needed ({needs}).",
                       name=name, needs=needs)  # fmt: skip
    if reason.needs == Needs():
        return words.t("{name} has no booth: all booths are taken.", name=name)
    return words.n(
        "{name} has no booth: only one booth has what is needed ({needs}), and it is taken by {others}.",
        "{name} has no booth: only {count} booths have what is needed ({needs}), all taken by {others}.",
        len(reason.booths), name=name, needs=needs, others=rivals,
    )  # fmt: skip


def cure_sentence(words: Words, problem: Problem, cure: Cure, name: str) -> str:
    """Return what would give somebody a place."""
    needs, island = needs_text(words, cure.needs), cure.island or cure.hall
    if cure.site is not None:
        booth = booths(problem, [cure.site])
        return words.t("If booth {booth} in island {island} had what is needed ({needs}), {name} could be placed.",
                       booth=booth, island=island, needs=needs, name=name)  # fmt: skip
    if cure.needs.size > 1:
        return words.t("Two more booths side by side in island {island} would give {name} a place; needed: {needs}.",
                       island=island, needs=needs, name=name)  # fmt: skip
    return words.t("One more booth in island {island} would give {name} a place; needed: {needs}.",
                   island=island, needs=needs, name=name)  # fmt: skip


def move_text(words: Words, why: MoveWhy) -> str:
    """Return why an exhibitor moves, in a few words."""
    match why:
        case MoveWhy.BLOCKED:
            said = words.t("The booth is blocked or gone.")
        case MoveWhy.POWER:
            said = words.t("The booth has not the power that is needed.")
        case MoveWhy.WALL:
            said = words.t("The booth has no wall.")
        case MoveWhy.STEP_FREE:
            said = words.t("The booth is not step-free.")
        case MoveWhy.SIZE:
            said = words.t("The number of booths side by side does not fit.")
        case MoveWhy.PIN:
            said = words.t("Another booth is settled for them.")
        case MoveWhy.SHARED:
            said = words.t("Somebody else stands on the booth.")
        case MoveWhy.COMPETITOR:
            said = words.t("A competitor stands beside them.")
        case MoveWhy.NEW:
            said = words.t("They had no booth yet.")
        case MoveWhy.WISH:
            said = words.t("They asked for this island.")
        case MoveWhy.MAKES_ROOM:
            said = words.t("They make room, so that somebody else finds a place.")
        case _:
            assert_never(why)
    return said


def line_text(words: Words, line: CostLine) -> str:
    """Return what a line of “why here” is about, without its price."""
    data: Mapping[str, object] = line.data
    match line.what:
        case Line.PIN:
            return words.t("This booth is settled for them.")
        case Line.NEEDS:
            needs = data["needs"]
            text = needs_text(words, needs) if isinstance(needs, Needs) else ""
            return words.n("Needed: {needs}. One stand in island {island} has that.",
                           "Needed: {needs}. {count} stands in island {island} have that.",
                           _number(data, "fitting"), needs=text, island=data["island"])  # fmt: skip
        case Weight.UNPLACED:
            return words.t("Without a booth.")
        case Weight.WISH_2 | Weight.WISH_NONE:
            ranks = {
                1: words.t("Island {island} is the first wish.", **data),
                2: words.t("Island {island} is the second wish.", **data),
            }
            return ranks.get(_number(data, "rank"), words.t("Island {island} was not wished for.", **data))
        case Weight.THEME_ISLAND:
            return words.n("Theme {theme}: one more exhibitor in island {island}.",
                           "Theme {theme}: {count} more exhibitors in island {island}.",
                           _number(data, "others"), theme=data["theme"], island=data["island"])  # fmt: skip
        case Weight.THEME_HALL:
            return words.n("Theme {theme}: one more exhibitor in this hall.",
                           "Theme {theme}: {count} more exhibitors in this hall.",
                           _number(data, "others"), theme=data["theme"])  # fmt: skip
        case Weight.COMPETITOR_ISLAND:
            return words.n("One competitor in the same island.", "{count} competitors in the same island.",
                           _number(data, "others"))  # fmt: skip
        case Weight.FORUM_5M:
            return words.t("{metres} m to {session}.", **data)
        case _:
            assert_never(line.what)


def next_best_sentence(words: Words, told: Explanation) -> str:
    """Return where else, and what that would cost."""
    if told.next_best is None and told.exact:
        return words.t("No other island can take them.")
    if told.next_best is None:
        return words.t("No other island has room with nearly everybody else staying.")
    island, extra = told.next_best
    if told.exact:
        return words.t(
            "Next best: island {island}; the whole placement would cost {extra} points more.",
            island=island,
            extra=extra,
        )
    return words.t("Next best, with nearly everybody else staying: island {island}, for {extra} points more.",
                   island=island, extra=extra)  # fmt: skip


def conflict_sentence(words: Words, problem: Problem, conflict: Conflict) -> str:
    """Return why not on an island that was wished for."""
    needs, others = needs_text(words, conflict.why.needs), names(words, problem, conflict.why.rivals)
    match conflict.why.code:
        case Why.NO_BOOTH_FITS:
            return words.t(
                "Island {island}: no open booth has what is needed ({needs}).", island=conflict.island, needs=needs
            )
        case Why.COMPETITORS:
            return words.t("Island {island}: the free booths stand beside competitors ({others}).",
                           island=conflict.island, others=others)  # fmt: skip
        case _:
            return words.n(
                "Island {island}: the one booth that has what is needed ({needs}) is taken by {others}.",
                "Island {island}: all {count} booths that have what is needed ({needs}) are taken by {others}.",
                len(conflict.why.booths), island=conflict.island, needs=needs, others=others,
            )  # fmt: skip


def names(words: Words, problem: Problem, wants: Iterable[int]) -> str:
    """Return names, the first few of many."""
    known = {want.id: want.name for want in problem.wants}
    found = [known[want] for want in wants if want in known]
    if len(found) <= _MOST_NAMES:
        return ", ".join(found)
    rest = len(found) - _MOST_NAMES + 1
    return words.n("{names} and one more", "{names} and {count} more", rest, names=", ".join(found[: _MOST_NAMES - 1]))


def booths(problem: Problem, sites: Iterable[int]) -> str:
    """Return the numbers of booths: "B-01, B-02"."""
    known = {site.id: site.ref for site in problem.sites}
    return ", ".join(known[site] for site in sites if site in known)


def _number(data: Mapping[str, object], key: str) -> int:
    value = data[key]
    return value if isinstance(value, int) else 0
