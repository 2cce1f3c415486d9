"""How the verbs of the fair answer: keys of their JSON, and lines for people."""

from collections.abc import Mapping, Sequence
from typing import Any

from eventdesk.fair.placing.plan import Cure, Explanation, Move, Needs, Plan, Reason, Replanned, Unplaced
from eventdesk.fair.placing.problem import Problem
from eventdesk.fair.placing.telling import (
    conflict_sentence,
    line_text,
    move_text,
    next_best_sentence,
    status_text,
    unplaced_sentences,
)
from eventdesk.words import Words

Refs = Mapping[int, str]


def plan_as_json(words: Words, problem: Problem, plan: Plan) -> dict[str, Any]:
    """Return a plan under the keys of the command line."""
    refs, wants = booth_refs(problem), _want_refs(problem)
    return {
        "status": plan.status.value,
        "cost": plan.cost,
        "bound": plan.bound,
        "gap": round(plan.gap, 4),
        "parts": {weight.value: price for weight, price in plan.parts.items()},
        "seconds": round(plan.seconds, 3),
        "seed": plan.seed,
        "assignments": {wants[want]: [refs[site] for site in sites] for want, sites in plan.assignments.items()},
        "unplaced": [_unplaced(words, problem, refs, wants, each) for each in plan.unplaced],
    }


def plan_lines(words: Words, problem: Problem, plan: Plan) -> list[str]:
    """Return a plan for people: how good, who stands where, who nowhere."""
    refs = booth_refs(problem)
    lines = [
        words.t("{placed} of {all} exhibitors placed, cost {cost}.",
                placed=len(plan.assignments), all=len(problem.wants), cost=plan.cost),
        status_text(words, plan),
    ]  # fmt: skip
    lines += [
        f"  {', '.join(refs[site] for site in plan.assignments[want.id]):<16} {want.ref:<8} {want.name}"
        for want in problem.wants
        if want.id in plan.assignments
    ]
    return lines + [sentence for each in plan.unplaced for sentence in unplaced_sentences(words, problem, each)]


def moves_as_json(words: Words, problem: Problem, refs: Refs, moves: Sequence[Move]) -> list[dict[str, Any]]:
    """Return moves; `refs` are the numbers of all booths, those that fell away too."""
    wants = _want_refs(problem)
    return [
        {
            "exhibitor": wants[move.want],
            "from": [refs[site] for site in move.before],
            "to": [refs[site] for site in move.after],
            "metres": move.metres,
            "why": move_text(words, move.why),
            "code": move.why.value,
        }
        for move in moves
    ]


def moves_lines(words: Words, problem: Problem, refs: Refs, answer: Replanned) -> list[str]:
    """Return a re-plan for people: who moves, who is left over."""
    names = {want.id: want.name for want in problem.wants}
    lines = [
        words.n("{count} exhibitor goes somewhere else:", "{count} exhibitors go somewhere else:", len(answer.moves))
    ]
    for move in answer.moves:
        old, new = (", ".join(refs[site] for site in sites) or "–" for sites in (move.before, move.after))
        lines.append(f"  {old} → {new}  {names[move.want]}  {move.metres:g} m  {move_text(words, move.why)}")
    lines += [sentence for each in answer.plan.unplaced for sentence in unplaced_sentences(words, problem, each)]
    if answer.plan.unplaced and answer.left_over_minimum_proven:
        lines.append(words.t("Proven: nobody more can be placed without taking a booth from somebody who stands."))
    return lines


def explanation_as_json(words: Words, problem: Problem, told: Explanation) -> dict[str, Any]:
    """Return an explanation under the keys of the command line."""
    refs, wants = booth_refs(problem), _want_refs(problem)
    booths = [refs[site] for site in told.booths]
    return {
        "exhibitor": wants[told.want],
        "booth": ", ".join(booths),
        "booths": booths,
        "island": told.island,
        "lines": [{"what": line.what.value, "cost": line.cost, "text": line_text(words, line)} for line in told.lines],
        "next_best": told.next_best
        and {"island": told.next_best[0], "extra_cost": told.next_best[1], "exact": told.exact},
        "conflicts": [
            {
                "island": each.island,
                **_reason(refs, wants, each.why),
                "why": conflict_sentence(words, problem, each),
            }
            for each in told.conflicts
        ],
    }


def explanation_lines(words: Words, problem: Problem, told: Explanation) -> list[str]:
    """Return an explanation for people."""
    refs = booth_refs(problem)
    name = next(want.name for want in problem.wants if want.id == told.want)
    where = ", ".join(refs[site] for site in told.booths)
    head = (
        words.t("{name}: booth {booth}, island {island}", name=name, booth=where, island=told.island)
        if told.booths
        else words.t("{name}: no booth", name=name)
    )
    lines = [f"  {line.cost:>6}  {line_text(words, line)}" for line in told.lines]
    conflicts = [f"  {conflict_sentence(words, problem, each)}" for each in told.conflicts]
    return [head, *lines, *conflicts, f"  {next_best_sentence(words, told)}"]


def booth_refs(problem: Problem) -> dict[int, str]:
    """Return the numbers of the booths by their row ids."""
    return {site.id: site.ref for site in problem.sites}


def _want_refs(problem: Problem) -> dict[int, str]:
    return {want.id: want.ref for want in problem.wants}


def _unplaced(words: Words, problem: Problem, refs: Refs, wants: Refs, each: Unplaced) -> dict[str, Any]:
    return {
        "exhibitor": wants[each.want],
        "why": " ".join(unplaced_sentences(words, problem, each)),
        **_reason(refs, wants, each.why),
        "cure": _cure(refs, each.why.cure),
    }


def _reason(refs: Refs, wants: Refs, why: Reason) -> dict[str, Any]:
    return {
        "code": why.code.value,
        "needs": _needs(why.needs),
        "exhibitors": [wants[want] for want in why.rivals],
        "booths": [refs[site] for site in why.booths],
    }


def _cure(refs: Refs, cure: Cure | None) -> dict[str, Any] | None:
    if cure is None:
        return None
    return {
        "booth": None if cure.site is None else refs[cure.site],
        "island": cure.island,
        "hall": cure.hall,
        "needs": _needs(cure.needs),
    }


def _next_best(told: Explanation) -> dict[str, Any] | None:
    if told.next_best is None:
        return None
    island, extra = told.next_best
    return {"island": island, "extra_cost": extra, "exact": told.exact}


def _needs(needs: Needs) -> dict[str, Any]:
    return {"size": needs.size, "power": needs.power, "wall": needs.wall, "step_free": needs.step_free}
