"""Why somebody stands where they stand: what it costs, where else, and who is in the way."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from eventdesk.fair.placing.arrangement import Arrangement, arranged
from eventdesk.fair.placing.exact import Known, solve_exactly
from eventdesk.fair.placing.ground import Ground
from eventdesk.fair.placing.master import Master, whole
from eventdesk.fair.placing.plan import Conflict, CostLine, Explanation, Line, Reason, Why
from eventdesk.fair.placing.price import NOWHERE, choice_of
from eventdesk.fair.placing.problem import Problem
from eventdesk.fair.placing.seating import Seats
from eventdesk.fair.weights import Weight
from eventdesk.solving import Budget, Effort, never

_MORE_THAN_ANY = 1 << 60
_NOBODY = -1
_MOST_ISLANDS = 12
"""Of the cheapest other islands, it is tried whether somebody there could go elsewhere."""
_MOST_REFUGES = 6


def explain(
    problem: Problem,
    assignments: Mapping[int, Sequence[int]],
    want_id: int,
    *,
    seconds: float = 0.0,
    seed: int = 1,
    stopped: Callable[[], bool] = never,
) -> Explanation:
    """Return why a want (by id) stands where `assignments` (site ids by want id) put it.

    With `seconds` 0 the next best island is found at once, with everybody else staying but one; with more, everything
    is solved anew without the island (`exact`). Raises KeyError if nobody has that id.
    """
    found = _arrangement(problem, assignments)
    ground = found.ground
    want = ground.want_number[want_id]
    here = found.choice[want]
    booths = ground.ids(found.seats[here].get(want, ())) if here != NOWHERE else ()
    other = _next_best(found, want)
    exact = False
    if seconds > 0 and here != NOWHERE:
        other, exact = _solved_anew(found, want, other, Effort(seed, Budget(seconds), stopped))
    return Explanation(
        want=want_id,
        booths=booths,
        island=ground.islands[here].name if here != NOWHERE else "",
        lines=tuple(_lines(found, want)),
        next_best=None if other is None else (ground.islands[other.choice[want]].label, other.cost - found.cost),
        exact=exact,
        conflicts=tuple(_conflicts(found, want)),
    )


def _arrangement(problem: Problem, assignments: Mapping[int, Sequence[int]]) -> Arrangement:
    ground = Ground(problem)
    choice = choice_of(ground, assignments)
    seats: list[Seats] = [{} for _ in ground.islands]
    for want, island in enumerate(choice):
        if island != NOWHERE:
            booths = assignments[ground.wants[want].id]
            seats[island][want] = tuple(
                sorted(ground.site_number[each] for each in booths if each in ground.site_number)
            )
    return arranged(ground, choice, seats)


def _lines(found: Arrangement, want: int) -> Iterator[CostLine]:
    ground = found.ground
    asked, here = ground.wants[want], found.choice[want]
    if here == NOWHERE:
        yield CostLine(Weight.UNPLACED, ground.unplaced(want))
        return
    place, weights = ground.islands[here], ground.weights
    if asked.pinned is not None:
        yield CostLine(Line.PIN, 0, {"booth": ground.ids(found.seats[here].get(want, ()))})
    needs = ground.needs[want]
    if needs.power or needs.wall or needs.step_free or needs.size > 1:
        fitting = len(ground.open_spots(needs, here))
        yield CostLine(Line.NEEDS, 0, {"needs": needs, "fitting": fitting, "island": place.label})
    if asked.wish_1 or asked.wish_2:
        rank = 1 if place.name == asked.wish_1 else 2 if place.name == asked.wish_2 else 0
        price = 0 if rank == 1 else weights[Weight.WISH_2 if rank else Weight.WISH_NONE]
        weight = Weight.WISH_NONE if rank == 0 else Weight.WISH_2
        yield CostLine(weight, price, {"rank": rank, "island": place.label})
    if asked.session and asked.session in ground.problem.doors:
        name = ground.problem.doors[asked.session].name or asked.session
        metres = round(ground.way(asked.session, here) / 1000)
        yield CostLine(Weight.FORUM_5M, ground.forum(asked.session, here), {"session": name, "metres": metres})
    yield from _shared_lines(found, want)


def _shared_lines(found: Arrangement, want: int) -> Iterator[CostLine]:
    """Yield what is shared with others: it counts here as far as it would be saved if this one were not there."""
    ground, weights = found.ground, found.ground.weights
    asked, here = ground.wants[want], found.choice[want]
    place = ground.islands[here]
    others = [
        (ground.wants[each], island) for each, island in enumerate(found.choice) if island != NOWHERE and each != want
    ]
    if asked.theme:
        same = [island for other, island in others if other.theme == asked.theme]
        beside = same.count(here)
        near = sum(ground.islands[island].hall == place.hall for island in same)
        price = 0 if beside else weights[Weight.THEME_ISLAND]
        yield CostLine(Weight.THEME_ISLAND, price, {"theme": asked.theme, "others": beside, "island": place.label})
        if len({island.hall for island in ground.islands}) > 1:
            price = 0 if near else weights[Weight.THEME_HALL]
            yield CostLine(Weight.THEME_HALL, price, {"theme": asked.theme, "others": near, "hall": place.hall})
    if asked.competitor:
        rivals = sum(other.competitor == asked.competitor and island == here for other, island in others)
        if rivals:
            data = {"group": asked.competitor, "others": rivals, "island": place.label}
            yield CostLine(Weight.COMPETITOR_ISLAND, weights[Weight.COMPETITOR_ISLAND], data)


def _conflicts(found: Arrangement, want: int) -> Iterator[Conflict]:
    """Yield what is in the way in the islands that the want would rather have."""
    ground = found.ground
    asked, here, needs = ground.wants[want], found.choice[want], ground.needs[want]
    if asked.pinned is not None:
        return
    limit = ground.price(want, here) if here != NOWHERE else ground.unplaced(want)
    for wish in dict.fromkeys((asked.wish_1, asked.wish_2)):
        for island, place in enumerate(ground.islands):
            if not wish or place.name != wish or island == here or ground.price(want, island) >= limit:
                continue
            spots = ground.spots(want, island)
            if not spots:
                yield Conflict(place.name, Reason(Why.NO_BOOTH_FITS, needs))
                continue
            if found.room(want, island) is not None:
                continue
            holder = {site: each for each, spot in found.seats[island].items() for site in spot}
            free = [spot for spot in spots if not any(site in holder for site in spot)]
            near = free or spots
            sites = sorted({site for spot in near for site in (ground.touching(spot) if free else spot)})
            rivals = sorted({holder[site] for site in sites if site in holder})
            if free:
                rivals = [each for each in rivals if ground.clash(want, each)]
            reason = Reason(
                Why.COMPETITORS if free else Why.TOO_MANY,
                needs,
                tuple(ground.wants[each].id for each in rivals),
                ground.ids(sorted({site for spot in spots for site in spot})),
            )
            yield Conflict(place.name, reason)


@dataclass(frozen=True, slots=True, order=True)
class _Exchange:
    """The want goes to an island, and one who is there (if any: NOBODY is none) to a refuge."""

    cost: int
    island: int
    other: int = _NOBODY
    refuge: int = NOWHERE


def _next_best(found: Arrangement, want: int) -> Arrangement | None:
    """Return the cheapest placement found with the want in another island and at most one other moved as well."""
    for exchange in sorted(_exchanges(found, want)):
        moves = _seated(found, want, exchange)
        if moves is not None:
            return _changed(found, moves)
    return None


def _exchanges(found: Arrangement, want: int) -> list[_Exchange]:
    """Return what each exchange would cost; whether there is room is another question."""
    islands = range(len(found.ground.islands))
    here = found.lift(want) if found.choice[want] != NOWHERE else None
    alone = sorted(
        _Exchange(found.cost + found.joining(want, island), island)
        for island in islands
        if island != here and found.ground.spots(want, island)
    )
    exchanges = list(alone)
    for island in (each.island for each in alone[:_MOST_ISLANDS]):
        for other in found.members(island):
            found.lift(other)
            found.lower(want, island)
            exchanges += nsmallest(
                _MOST_REFUGES,
                (
                    _Exchange(found.cost + found.joining(other, refuge), island, other, refuge)
                    for refuge in islands
                    if refuge != island and found.ground.spots(other, refuge)
                ),
            )
            found.lift(want)
            found.lower(other, island)
    if here is not None:
        found.lower(want, here)
    return exchanges


def _seated(found: Arrangement, want: int, exchange: _Exchange) -> dict[int, tuple[int, Seats]] | None:
    """Return who goes where in which seats, or None if there is no room."""
    if exchange.other == _NOBODY:
        seats = found.room(want, exchange.island)
        return None if seats is None else {want: (exchange.island, seats)}
    mine = found.room(want, exchange.island, (exchange.other,))
    leaving = (want,) if exchange.refuge == found.choice[want] else ()
    theirs = found.room(exchange.other, exchange.refuge, leaving) if mine is not None else None
    if mine is None or theirs is None:
        return None
    return {want: (exchange.island, mine), exchange.other: (exchange.refuge, theirs)}


def _changed(found: Arrangement, moves: Mapping[int, tuple[int, Seats]]) -> Arrangement:
    choice = list(found.choice)
    seats = [{each: spot for each, spot in island.items() if each not in moves} for island in found.seats]
    for want, (island, new) in moves.items():
        choice[want] = island
        seats[island] = dict(new)
    return arranged(found.ground, choice, seats)


def _solved_anew(
    found: Arrangement,
    want: int,
    start: Arrangement | None,
    effort: Effort,
) -> tuple[Arrangement | None, bool]:
    """Return the best placement without the want in its island, and whether that is proven."""
    ground: Ground = found.ground
    here = found.choice[want]

    def rule(master: Master) -> None:
        master.forbid(want, here)
        master.must_stand(want)

    if start is None:
        choice = list(found.choice)
        choice[want] = NOWHERE
        seats = [{each: spot for each, spot in island.items() if each != want} for island in found.seats]
        start = arranged(ground, choice, seats)
        start.cost = _MORE_THAN_ANY  # the rule forbids this placement, so whatever keeps the rule counts as better
    best, proven = start, False
    for step in solve_exactly(whole(ground), start, Known(ground), effort, rule):
        best, proven = step.best, step.proven
    return (best if best.choice[want] != NOWHERE else None), proven
