"""What a placement costs, part by part."""

from collections import Counter
from collections.abc import Mapping, Sequence

from eventdesk.fair.placing.ground import Ground
from eventdesk.fair.placing.problem import Problem
from eventdesk.fair.weights import Weight

Choice = list[int]
"""The island of each want, by numbers; NOWHERE for who is left over."""
NOWHERE = -1


def parts(problem: Problem, assignments: Mapping[int, Sequence[int]]) -> dict[Weight, int]:
    """Return the price of each part of the cost; `assignments` are site ids by the want's id."""
    ground = Ground(problem)
    return parts_on(ground, choice_of(ground, assignments))


def cost(problem: Problem, assignments: Mapping[int, Sequence[int]]) -> int:
    """Return the whole cost."""
    return sum(parts(problem, assignments).values())


def choice_of(ground: Ground, assignments: Mapping[int, Sequence[int]]) -> Choice:
    """Return in which island everybody stands."""
    found = []
    for want in ground.wants:
        booths = [ground.site_number[each] for each in assignments.get(want.id, ()) if each in ground.site_number]
        found.append(ground.island_of[booths[0]] if booths else NOWHERE)
    return found


def parts_on(ground: Ground, choice: Choice) -> dict[Weight, int]:
    """Return the price of each part, for the island of each want."""
    found = dict.fromkeys(Weight, 0)
    islands, halls = set(), set()
    rivals: Counter[tuple[str, int]] = Counter()
    for number, (want, island) in enumerate(zip(ground.wants, choice, strict=True)):
        if island == NOWHERE:
            found[Weight.UNPLACED] += ground.unplaced(number)
            continue
        place = ground.islands[island]
        if (want.wish_1 or want.wish_2) and place.name != want.wish_1:
            weight = Weight.WISH_2 if place.name == want.wish_2 else Weight.WISH_NONE
            found[weight] += ground.weights[weight]
        if want.session:
            found[Weight.FORUM_5M] += ground.forum(want.session, island)
        if want.theme:
            islands.add((want.theme, island))
            halls.add((want.theme, place.hall))
        if want.competitor:
            rivals[want.competitor, island] += 1
    found[Weight.THEME_ISLAND] = len(islands) * ground.weights[Weight.THEME_ISLAND]
    found[Weight.THEME_HALL] = len(halls) * ground.weights[Weight.THEME_HALL]
    beyond = sum(members - 1 for members in rivals.values())
    found[Weight.COMPETITOR_ISLAND] = beyond * ground.weights[Weight.COMPETITOR_ISLAND]
    return found
