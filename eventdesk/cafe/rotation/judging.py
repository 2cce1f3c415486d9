"""What a rotation that stands already is worth, and what it costs to move somebody in it."""

from collections.abc import Mapping

from eventdesk.cafe.rotation.counting import Counting, lower_bound, quality, repeats
from eventdesk.cafe.rotation.tied import tied, tied_pairs
from eventdesk.cafe.rotation.types import Itinerary, Price, Problem, Quality, Rotation, RotationWay


def judged(
    problem: Problem,
    ways: Mapping[int, Itinerary],
    *,
    way: RotationWay = RotationWay.BY_HAND,
    spare: tuple[Itinerary, ...] = (),
    seed: int = 0,
    seconds: float = 0.0,
) -> Rotation:
    """Return ways with all that can be counted about them; guests of the problem without one count nowhere."""
    known = {guest.id for guest in problem.guests}
    here = {guest: way for guest, way in ways.items() if guest in known}
    again = repeats(problem, here)
    return Rotation(
        way=way,
        ways=here,
        repeats=again,
        lower_bound=lower_bound(problem, here),
        spare=spare,
        seed=seed,
        seconds=seconds,
        quality=quality(problem, here, again),
    )


def price(problem: Problem, ways: Mapping[int, Itinerary], guest: int, at: int, table: int) -> Price:
    """Return what changes if a guest sits at another table in one round (`at`, counted from 0).

    Only the two tables of that round and those who sit there are looked at.
    """
    before = ways[guest][at]
    if before == table:
        return Price((), (), Quality())
    leaving = [each for each, way in ways.items() if each != guest and way[at] == before]
    coming = [each for each, way in ways.items() if each != guest and way[at] == table]
    others = [number for number in range(problem.rounds) if number != at]
    meet = {each: any(ways[each][n] == ways[guest][n] for n in others) for each in (*leaving, *coming)}
    together = tied_pairs(tied(problem))
    apart = {each: frozenset((each, guest)) not in together for each in meet}
    return Price(
        meets_again=tuple(sorted(each for each in coming if meet[each] and apart[each])),
        spared=tuple(sorted(each for each in leaving if meet[each] and apart[each])),
        quality=Counting(problem, ways).change(guest, at, table),
    )
