"""Placements that were kept: who stood where, when that was, and how good it was."""

from dataclasses import dataclass
from datetime import datetime

from eventdesk.fair.placing.plan import Plan

REPLANNED = "replanned"
"""The `status` of a placement that was changed on the day with few moves: nothing is proven about its cost."""


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What is known of a placement that was thought out; a placement made by hand has an empty `status`.

    `cost` is its price and `bound` the lowest that any placement can have as far as that is proven, `milliseconds` how
    long the search took, `seed` the one it was made with.
    """

    status: str = ""
    cost: int | None = None
    bound: int | None = None
    milliseconds: int = 0
    seed: int = 0

    @classmethod
    def of(cls, plan: Plan) -> "PlanFacts":
        """Return what is known of a plan of the thinker."""
        return cls(plan.status.value, plan.cost, plan.bound, round(plan.seconds * 1000), plan.seed)

    @classmethod
    def of_moves(cls, plan: Plan) -> "PlanFacts":
        """Return what is known of the plan that a re-plan ends with, whose aim was to move few."""
        return cls(REPLANNED, plan.cost, None, round(plan.seconds * 1000), plan.seed)


@dataclass(frozen=True, slots=True)
class Version:
    """One placement that was kept. `name` is empty where nobody gave it one; `at` is aware."""

    id: int
    name: str
    at: datetime
    desk: str
    status: str = ""
    cost: int | None = None
    bound: int | None = None
    milliseconds: int = 0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """One exhibitor between two placements: row ids of booths before and after, none for no stand."""

    exhibitor: int
    before: tuple[int, ...]
    after: tuple[int, ...]
