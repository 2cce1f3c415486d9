"""Booths inside one large island, exactly: for a foyer of hundreds of booths, where a plain search gets lost."""

from collections import defaultdict
from collections.abc import Sequence

from eventdesk.fair.placing.ground import Ground, Spot


def seat_exactly(ground: Ground, island: int, wants: Sequence[int]) -> dict[int, Spot] | None:
    """Return a seating of all these wants in an island, or None if there is none."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    takers: defaultdict[int, list[cp_model.IntVar]] = defaultdict(list)
    rivals: defaultdict[tuple[str, int], list[cp_model.IntVar]] = defaultdict(list)
    chosen: list[tuple[int, Spot, cp_model.IntVar]] = []
    for want in wants:
        options = []
        for spot in ground.spots(want, island):
            variable = model.new_bool_var("")
            options.append(variable)
            chosen.append((want, spot, variable))
            for site in spot:
                takers[site].append(variable)
                if ground.wants[want].competitor:
                    rivals[ground.wants[want].competitor, site].append(variable)
        if not options:
            return None
        model.add_exactly_one(options)
    for variables in takers.values():
        model.add_at_most_one(variables)
    for want, spot, variable in chosen:
        group = ground.wants[want].competitor
        if group:
            same = {id(each) for site in spot for each in rivals[group, site]}
            near = {
                id(each): each for site in ground.touching(spot) for each in rivals[group, site] if id(each) not in same
            }
            for other in near.values():
                model.add_implication(variable, ~other)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    status = solver.solve(model)
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return None
    return {want: spot for want, spot, variable in chosen if solver.value(variable)}
