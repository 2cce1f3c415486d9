"""The protocol of a draw: everything that decided it, without names, so that anybody can check it."""

from collections.abc import Mapping
from typing import Any

from eventdesk.panels.seating.itineraries import Paths
from eventdesk.panels.seating.outcome import Outcome
from eventdesk.panels.seating.problem import NOT_WISHED, WITHOUT, Crowd, Seats

FORMAT = 1
"""Which keys a protocol has; higher if they change."""


def protocol(seats: Seats, outcome: Outcome) -> dict[str, Any]:
    """Return the protocol of an outcome, to be written as JSON.

    People go by the last digits of their badge codes. `crowds` are people who are alike: what they wished, what they
    could have, and what each of them got, in the order of their lots, SHA-256 of "seed:digits".
    """
    refs = {each.id: each.ref for each in seats.offers}
    slots = {each.id: each.ref for each in seats.rounds}
    families: dict[int, str] = {}
    for each in seats.offers:
        families.setdefault(each.family, each.ref)
    return {
        "format": FORMAT,
        "way": outcome.way.value,
        "seed": seats.seed,
        "status": outcome.status.value,
        "counts": {"not_wished": NOT_WISHED, "without": WITHOUT},
        "slots": [{"slot": each.ref, "starts": each.starts, "ends": each.ends} for each in seats.rounds],
        "sessions": [
            {
                "session": each.ref,
                "slot": slots[each.slot],
                "seats": each.seats,
                "kept": each.kept,
                "step_free": each.step_free,
                "same_as": families[each.family],
            }
            for each in seats.offers
        ],
        "crowds": [_crowd(seats, crowd, outcome, refs, slots) for crowd in seats.crowds],
        "rest": [_crowd(seats, crowd, outcome, refs, slots) for crowd in seats.rest],
        "unplaced": outcome.unplaced,
        "regret": {str(regret): people for regret, people in outcome.regret.items()},
        "levels": [
            {
                "aim": level.aim.value,
                "value": level.value,
                "reached": level.reached,
                "bound": level.bound,
                "proven": level.proven,
            }
            for level in outcome.levels
        ],
        "pareto_proven": outcome.pareto_proven,
        "waiting": {
            refs[session]: [seats.labels[each] for each in people] for session, people in outcome.waiting.items()
        },
    }


def _crowd(
    seats: Seats, crowd: Crowd, outcome: Outcome, refs: Mapping[int, str], slots: Mapping[int, str]
) -> dict[str, Any]:
    def got(person: int) -> dict[str, str]:
        return {slots[slot]: refs[session] for slot, session in outcome.drawn.get(person, {}).items()}

    return {
        "wishes": {refs[each]: rank for each, rank in crowd.wishes.items()},
        "open": [refs[each] for each in crowd.open],
        "slots": [slots[each] for each in crowd.rounds],
        "placed_already": crowd.placed,
        "together": crowd.size,
        "best": Paths(seats, crowd).best,
        "people": [{"codes": [seats.labels[each] for each in unit], "got": got(unit[0])} for unit in crowd.units],
        "registered": [min(seats.registered[each] for each in unit) for unit in crowd.units],
    }
