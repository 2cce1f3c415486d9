"""The way of most first wishes: as many as possible in their first wish, then in their second, and so on."""

import time
from collections.abc import Callable, Iterator, Sequence

from eventdesk.panels.place import Way
from eventdesk.panels.seating.dealing import Given, Verdict, deal, outcome
from eventdesk.panels.seating.flow import Flow, Split
from eventdesk.panels.seating.goals import places_of_rank
from eventdesk.panels.seating.itineraries import Paths
from eventdesk.panels.seating.outcome import Aim, Level, Outcome
from eventdesk.panels.seating.problem import NOT_WISHED, Seats
from eventdesk.panels.seating.shares import ranks_by_shares
from eventdesk.panels.seating.spreading import spread
from eventdesk.panels.seating.turns import in_turn, lots_first, rest_in_turn
from eventdesk.solving import Budget, Effort, never


def rank_maximal(
    seats: Seats,
    *,
    seconds: float = 30.0,
    stopped: Callable[[], bool] = never,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Outcome]:
    """Yield places: as many as possible in a first wish, then in a second, and so on, at last not wished ones.

    Somebody may go without a place so that two others have their first wish: that is what this way is about.
    """
    began = clock()
    paths = [Paths(seats, crowd) for crowd in seats.crowds]
    given: Given = in_turn(seats, paths, lots_first(seats))
    levels: list[Level] = []

    def told(*, is_optimal: bool) -> Outcome:
        verdict = Verdict(Way.RANK_MAXIMAL, clock() - began, tuple(levels), is_optimal)
        return outcome(seats, paths, given, verdict, rest_in_turn(seats, given))

    if seats.crowds and seats.offers:
        yield told(is_optimal=False)
        effort = Effort(seats.seed, Budget(seconds), stopped)
        shared = ranks_by_shares(seats, paths, effort)
        if shared is not None:
            given, levels = deal(seats, paths, spread(seats, paths, shared.split)), list(shared.levels)
        else:
            for level, split in ranks_by_whole_numbers(seats, paths, effort):
                levels.append(level)
                given = deal(seats, paths, spread(seats, paths, split))
    yield told(is_optimal=len(levels) == NOT_WISHED + 1 and all(level.proven for level in levels))


def ranks_by_whole_numbers(seats: Seats, paths: Sequence[Paths], effort: Effort) -> Iterator[tuple[Level, Split]]:
    """Yield what is reached for each rank in turn, each held while the next is solved: where shares do not do."""
    flow = Flow(seats, paths, [path.up_to(path.worst) for path in paths])
    for rank in range(NOT_WISHED + 1):
        found = flow.least(places_of_rank(rank), effort)
        if found.split is None:
            return
        yield Level(Aim.RANK, rank, -found.value, -found.bound, found.proven), found.split
        flow.hold(places_of_rank(rank), found.value)
