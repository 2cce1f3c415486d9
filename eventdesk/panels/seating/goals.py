"""What is counted while places are given out: one number for each person of a crowd on a way."""

from collections.abc import Callable, Sequence

from eventdesk.panels.seating.itineraries import Itinerary
from eventdesk.panels.seating.problem import Crowd

Goal = Callable[[int, Itinerary], int]
"""What one person of a crowd, by its number, counts on a way; the sum over all is to be small."""


def with_regret(value: int) -> Goal:
    """Count people with this regret."""
    return lambda _, way: int(way.regret == value)


def with_regret_between(over: int, under: int) -> Goal:
    """Count people with more regret than `over` and less than `under`."""
    return lambda _, way: int(over < way.regret < under)


def regret_beyond(value: int) -> Goal:
    """Count what people regret beyond a value."""
    return lambda _, way: max(0, way.regret - value)


def weighed_regret(weights: Sequence[int]) -> Goal:
    """Count what people regret, weighed by crowd."""
    return lambda crowd, way: weights[crowd] * way.regret


def without_place(crowds: Sequence[Crowd]) -> Goal:
    """Count people who get no place and have none."""
    return lambda crowd, way: int(way.is_empty and not crowds[crowd].placed)


def places_of_rank(rank: int) -> Goal:
    """Count places in a wish of this rank, each as one less: they are to be many."""
    return lambda _, way: -way.ranks.count(rank)
