"""What is thought out beside the window about the fair: suggestions, answers to "what if"."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from eventdesk.fair.fair import Fair
from eventdesk.fair.placing.plan import Plan, Replanned
from eventdesk.fair.weights import Weight

SECONDS, SEED = 30.0, 1
Answer = Plan | Replanned


@dataclass(frozen=True)
class Asked:
    """What was asked: the fair as it was, or would be, then."""

    fair: Fair
    seconds: float = SECONDS
    late: frozenset[int] = frozenset()
    """Who would now like to stand in their first wish."""


def suggesting(asked: Asked, stopped: Callable[[], bool]) -> Iterator[Answer]:
    """Suggest who stands where."""
    from eventdesk.fair.placing.problem import problem
    from eventdesk.fair.placing.suggest import suggest

    return suggest(problem(asked.fair), seconds=asked.seconds, seed=SEED, stopped=stopped)


def replanning(asked: Asked, stopped: Callable[[], bool]) -> Iterator[Answer]:
    """Answer what becomes of the plan, with the fewest moves."""
    from eventdesk.fair.placing.problem import problem
    from eventdesk.fair.placing.replan import replan

    question = problem(asked.fair)
    wants = {want.id for want in question.wants}
    before = {each: booths for each, booths in asked.fair.stands.items() if each in wants}
    return replan(question, before, asked=asked.late, seconds=asked.seconds, seed=SEED, stopped=stopped)


def price(fair: Fair) -> Mapping[Weight, int]:
    """Return what each part of today's placement costs."""
    from eventdesk.fair.placing.price import parts
    from eventdesk.fair.placing.problem import problem

    question = problem(fair)
    wants = {want.id for want in question.wants}
    return parts(question, {each: booths for each, booths in fair.stands.items() if each in wants})


def weighed(fair: Fair, weights: Mapping[Weight, int]) -> Fair:
    """Return the fair judged by other weights."""
    return replace(fair, weights={**fair.weights, **weights})
