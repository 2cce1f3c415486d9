"""What a placement costs at least."""

from collections import defaultdict

from eventdesk.fair.placing.ground import Ground
from eventdesk.fair.weights import Weight


def simple_bound(ground: Ground) -> int:
    """Return a bound that is there at once: everybody at their cheapest, each theme in one island of one hall."""
    total = 0
    spared: defaultdict[str, int] = defaultdict(int)
    for want, asked in enumerate(ground.wants):
        over = ground.unplaced(want)
        prices = [ground.price(want, island) for island in range(len(ground.islands)) if ground.spots(want, island)]
        least = min([over, *prices])
        total += least
        if asked.theme:
            spared[asked.theme] += over - least
    opening = ground.weights[Weight.THEME_ISLAND] + ground.weights[Weight.THEME_HALL]
    return total + sum(min(opening, each) for each in spared.values())
