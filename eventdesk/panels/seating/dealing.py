"""From numbers to people: lots decide who of a crowd goes which way, and in which order people wait."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from eventdesk.panels.place import Way
from eventdesk.panels.seating.flow import Pool, Split
from eventdesk.panels.seating.itineraries import Paths, cost_of, covered_by
from eventdesk.panels.seating.lots import lot
from eventdesk.panels.seating.outcome import Level, Outcome, Status
from eventdesk.panels.seating.problem import NOT_WISHED, Crowd, Seats

Unit = tuple[int, ...]
Given = Mapping[Unit, tuple[int, ...]]
"""The sessions that people who stay together were given."""


def deal(seats: Seats, paths: Sequence[Paths], split: Split) -> dict[Unit, tuple[int, ...]]:
    """Deal out a split: in each crowd the best ways go to the first lots, and so do pooled sessions."""
    given: dict[Unit, tuple[int, ...]] = {}
    asking: defaultdict[Pool, list[Unit]] = defaultdict(list)
    shares = defaultdict(list)
    for share in split.shares:
        shares[share.crowd].append(share)
    for number, crowd in enumerate(seats.crowds):
        units = iter(crowd.units)
        for share in sorted(shares[number], key=lambda each: each.way.regret):
            for _ in range(share.units):
                unit = next(units)
                given[unit] = share.way.sessions
                for slot in share.way.any_in:
                    asking[slot, paths[number].pools[slot]].append(unit)
    for pool, unit_list in asking.items():
        sessions = iter([each for each, units in split.pooled[pool].items() for _ in range(units)])
        for unit in sorted(unit_list, key=lambda each: lot(seats.seed, seats.labels[each[0]])):
            given[unit] = (*given[unit], next(sessions))
    return given


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known about an outcome beside the places."""

    way: Way
    seconds: float
    levels: tuple[Level, ...] = ()
    is_optimal: bool = False


def outcome(seats: Seats, paths: Sequence[Paths], given: Given, verdict: Verdict, rest: Given | None = None) -> Outcome:
    """Return the outcome of what was given, every figure worked out anew from the places."""
    regret: Counter[int] = Counter()
    ranks: Counter[int] = Counter()
    drawn: dict[int, dict[int, int]] = {}
    without: list[int] = []
    content: dict[Unit, int] = {}
    for crowd, path in zip(seats.crowds, paths, strict=True):
        for unit in crowd.units:
            sessions = given[unit]
            content[unit] = cost_of(seats, crowd, sessions) - path.best
            regret[content[unit]] += crowd.size
            ranks.update({crowd.wishes.get(each, NOT_WISHED): 0 for each in sessions})
            for each in sessions:
                ranks[crowd.wishes.get(each, NOT_WISHED)] += crowd.size
            if not sessions and not crowd.placed:
                without += unit
            _note(seats, drawn, unit, sessions)
    for unit, sessions in (rest or {}).items():
        _note(seats, drawn, unit, sessions)
    people = {*drawn, *seats.kept}
    is_optimal = verdict.is_optimal and bool(seats.offers or not seats.crowds)
    nothing = bool(seats.crowds) and not seats.offers
    return Outcome(
        way=verdict.way,
        status=Status.INFEASIBLE if nothing else Status.OPTIMAL if is_optimal else Status.FEASIBLE,
        unplaced=len(without),
        without=tuple(sorted(without, key=lambda each: seats.labels[each])),
        regret=dict(sorted(regret.items())),
        ranks=dict(sorted(ranks.items())),
        places={each: {**drawn.get(each, {}), **seats.kept.get(each, {})} for each in _in_order(seats, people)},
        drawn={each: drawn[each] for each in _in_order(seats, drawn)},
        waiting=_waiting(seats, given, content),
        seconds=verdict.seconds,
        seed=seats.seed,
        levels=verdict.levels,
        pareto_proven=is_optimal and verdict.way is Way.LEXIMIN,
        silent=tuple(each for unit, sessions in (rest or {}).items() if sessions for each in unit),
    )


def _note(seats: Seats, drawn: dict[int, dict[int, int]], unit: Unit, sessions: Iterable[int]) -> None:
    slots = {seats.offer_of[each].slot: each for each in sessions}
    if slots:
        drawn.update({each: dict(sorted(slots.items(), key=lambda at: _when(seats, at[0]))) for each in unit})


def _when(seats: Seats, slot: int) -> tuple[str, str]:
    there = seats.round_of[slot]
    return there.starts, there.ref


def _in_order(seats: Seats, people: Iterable[int]) -> list[int]:
    return sorted(people, key=lambda each: (seats.registered.get(each, 0), each))


def _waiting(seats: Seats, given: Given, content: Mapping[Unit, int]) -> dict[int, tuple[int, ...]]:
    """Return who waits for which session: the greatest regret first, then who wishes it most, then lots."""
    found: defaultdict[int, list[tuple[int, int, str, int]]] = defaultdict(list)
    for crowd in seats.crowds:
        for unit in crowd.units:
            for session, rank in _better(seats, crowd, given[unit]):
                found[session] += [(-content[unit], rank, lot(seats.seed, seats.labels[each]), each) for each in unit]
    return {offer.id: tuple(each[-1] for each in sorted(found[offer.id])) for offer in seats.offers if found[offer.id]}


def _better(seats: Seats, crowd: Crowd, held: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return the wishes, with their ranks, that somebody would rather have than what they hold at that time."""
    now = cost_of(seats, crowd, held)
    better = []
    for session, rank in crowd.wishes.items():
        wished = seats.offer_of[session]
        meanwhile = covered_by(seats, [wished.slot])
        others = [each for each in held if seats.offer_of[each].slot not in meanwhile]
        if session in held or any(seats.offer_of[each].family == wished.family for each in others):
            continue
        if cost_of(seats, crowd, [*others, session]) < now:
            better.append((session, rank))
    return better
