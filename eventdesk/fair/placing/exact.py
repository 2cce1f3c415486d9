"""Islands first, booths second; what does not fit together goes back as a cut. Exact: every cost is an island's."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from eventdesk.fair.placing.arrangement import Arrangement, arranged
from eventdesk.fair.placing.capacity import Capacities
from eventdesk.fair.placing.ground import Ground
from eventdesk.fair.placing.master import Master, Scope
from eventdesk.fair.placing.price import NOWHERE
from eventdesk.fair.placing.refusal import Refusal, refusal
from eventdesk.fair.placing.seating import Seats, seat, unseatable
from eventdesk.solving import Answer, Effort, solve

_WORK_PER_PAIR = 1e-4
"""Deterministic units for building and simplifying a model, for each pair of want and island (measured)."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is known after a step: the best placement so far, and what the least cost can be at best."""

    best: Arrangement
    bound: float
    proven: bool = False


class Known:
    """What is known of the islands, for every model of a problem: what they hold, and what they refused so far."""

    def __init__(self, ground: Ground) -> None:
        """Begin with nothing."""
        self.ground = ground
        self.capacities = Capacities(ground)
        self.refusals: list[Refusal] = []

    def seats(self, choice: Sequence[int], before: Arrangement) -> list[Seats] | None:
        """Return the seats of every island, as they are where nothing changes; None if one refuses, which is noted."""
        members: list[list[int]] = [[] for _ in self.ground.islands]
        for want, island in enumerate(choice):
            if island != NOWHERE:
                members[island].append(want)
        found: list[Seats] = []
        refused = False
        for island, wants in enumerate(members):
            if set(wants) == set(before.seats[island]):
                found.append(before.seats[island])
                continue
            seats = seat(self.ground, island, wants)
            if seats is None:
                self.refusals.append(refusal(self.ground, island, unseatable(self.ground, island, wants)))
                refused = True
            found.append(seats or {})
        return None if refused else found


def solve_exactly(
    scope: Scope, best: Arrangement, known: Known, effort: Effort, rule: Callable[[Master], None] | None = None
) -> Iterator[Step]:
    """Yield better and better placements that differ from `best` only in the scope, and the bound of the scope's model.

    `rule` may add a rule to the model, which `best` has to keep.
    """
    ground, budget = known.ground, effort.budget
    bound = float("-inf")
    while True:
        master = Master(ground, scope, known.capacities, known.refusals)
        budget.spend(len(master.goes) * _WORK_PER_PAIR)
        if rule is not None:
            rule(master)
        master.hint(best.choice)
        refused = len(known.refusals)
        last: Answer | None = None
        for answer in solve(master.model, master.wanted, effort):
            last = answer
            improved = _better(master, answer, best, known)
            bound = max(bound, answer.bound)
            if improved is not None:
                best = improved
                yield Step(best, bound)
        settled = len(known.refusals) == refused
        if last is None or not last.proven or settled or budget.empty or effort.stopped():
            yield Step(best, bound, proven=last is not None and last.proven and settled)
            return


def _better(master: Master, answer: Answer, best: Arrangement, known: Known) -> Arrangement | None:
    if answer.values is None:
        return None
    choice = master.choice(answer.values, best.choice)
    if choice == best.choice:
        return None
    seats = known.seats(choice, best)
    if seats is None:
        return None
    found = arranged(known.ground, choice, seats)
    return found if found.cost < best.cost else None
