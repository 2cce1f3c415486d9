"""Problems for tests: tiny ones that can be solved by trying everything, and those of an event folder."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from hypothesis import strategies as st

from eventdesk.eventfolder.creating import create_from
from eventdesk.fair.booth import Power
from eventdesk.fair.fair import Door
from eventdesk.fair.placing.price import cost
from eventdesk.fair.placing.problem import Problem, Site, Want, problem
from eventdesk.fair.records import read_fair
from eventdesk.fair.weights import USUAL
from eventdesk.guide import doors

Placement = dict[int, tuple[int, ...]]

ISLANDS = (("A", "H1"), ("B", "H1"), ("C", "H2"))


def problem_of(folder: Path, file: Path) -> Problem:
    """Read an event folder through a real event file."""
    with create_from(file, folder).opened() as event:
        return problem(read_fair(event.db, doors(event.db)))


def site(number: int, island: int = 0, at: int = 0, **fields: object) -> Site:
    """Return a booth 3 m wide, `at` so many places from the left of its island."""
    name, hall = ISLANDS[island]
    values = {"power": Power.NONE, "wall": False, "step_free": True} | fields
    return Site(number, f"{name}-{at + 1}", name, hall, 1500 + 3000 * at + 20_000 * island, 1500, **values)  # type: ignore[arg-type]


def want(number: int, **fields: object) -> Want:
    """Return an exhibitor without needs or wishes."""
    return Want(number, f"E{number}", f"Exhibitor {number}", **fields)  # type: ignore[arg-type]


def in_rows(sites: Sequence[Site]) -> frozenset[tuple[int, int]]:
    """Return the pairs of booths that touch."""
    ordered = sorted(sites, key=lambda each: (each.island, each.x_mm))
    return frozenset(
        (min(one.id, other.id), max(one.id, other.id))
        for one, other in pairwise(ordered)
        if one.island == other.island and other.x_mm - one.x_mm == 3000
    )


def make(sites: Sequence[Site], wants: Sequence[Want], **fields: object) -> Problem:
    """Return a problem with the usual weights."""
    return Problem(tuple(sites), tuple(wants), in_rows(sites), weights=USUAL, **fields)  # type: ignore[arg-type]


@st.composite
def tiny(draw: st.DrawFn, most_sites: int = 6, most_wants: int = 5) -> Problem:
    """Draw a problem that can be solved by trying everything."""
    counts = draw(st.lists(st.integers(0, 3), min_size=3, max_size=3).filter(lambda each: sum(each) <= most_sites))
    sites: list[Site] = []
    for island, count in enumerate(counts):
        for at in range(count):
            sites.append(
                site(
                    100 - len(sites),
                    island,
                    at + (at > 1 and draw(st.booleans())),
                    power=draw(st.sampled_from(Power)),
                    wall=draw(st.booleans()),
                    step_free=draw(st.booleans()),
                    open=draw(st.integers(0, 9)) > 0,
                )
            )
    islands = st.sampled_from(["", "A", "B", "C"])
    wants = [
        want(
            50 - number,
            theme=draw(st.sampled_from(["", "x", "y"])),
            size=draw(st.sampled_from([1, 1, 1, 2])),
            power=draw(st.sampled_from([Power.NONE, Power.NONE, Power.V230, Power.V400])),
            wall=draw(st.integers(0, 3)) == 0,
            step_free=draw(st.integers(0, 3)) == 0,
            wish_1=draw(islands),
            wish_2=draw(islands),
            competitor=draw(st.sampled_from(["", "c", "d"])),
            session=draw(st.sampled_from(["", "", "S1", "S2"])),
            pinned=draw(st.sampled_from([None, None, None, *(each.id for each in sites)])),
            priority=draw(st.sampled_from([1, 1, 2])),
        )
        for number in range(draw(st.integers(0, most_wants)))
    ]
    return make(sites, wants, doors={"S1": Door("H1", -3000, 250), "S2": Door("H2", 41_250, 0)})


def spots(asked: Problem, wanted: Want) -> list[tuple[int, ...]]:
    """Return where a want could stand, written down anew."""
    alone = [(each,) for each in asked.sites]
    both = [tuple(each for each in asked.sites if each.id in pair) for pair in asked.beside]
    return [
        tuple(sorted(each.id for each in sites))
        for sites in (alone if wanted.size == 1 else both)
        if all(each.open for each in sites)
        and any(each.power >= wanted.power for each in sites)
        and (not wanted.wall or any(each.wall for each in sites))
        and (not wanted.step_free or all(each.step_free for each in sites))
        and (wanted.pinned is None or wanted.pinned in {each.id for each in sites})
    ]


def clashes(asked: Problem, placed: Placement) -> bool:
    """Return whether competitors stand side by side."""
    holder = {site: want for want in asked.wants if want.competitor for site in placed.get(want.id, ())}
    pairs = [(holder[one], holder[other]) for one, other in asked.beside if one in holder and other in holder]
    return any(one.competitor == other.competitor and one is not other for one, other in pairs)


def all_placements(asked: Problem, may_be_left: Mapping[int, bool] | None = None) -> Iterator[Placement]:
    """Yield every placement that keeps the rules."""

    def more(rest: Sequence[Want], placed: Placement, taken: frozenset[int]) -> Iterator[Placement]:
        if not rest:
            if not clashes(asked, placed):
                yield placed
            return
        first = rest[0]
        if may_be_left is None or may_be_left.get(first.id, True):
            yield from more(rest[1:], placed, taken)
        for spot in spots(asked, first):
            if taken.isdisjoint(spot):
                yield from more(rest[1:], {**placed, first.id: spot}, taken | set(spot))

    yield from more(asked.wants, {}, frozenset())


def least_cost(asked: Problem) -> int:
    """Return what the best placement costs, by trying all."""
    return min(cost(asked, placed) for placed in all_placements(asked))
