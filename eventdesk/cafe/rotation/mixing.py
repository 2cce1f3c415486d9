"""Mixes people over the itineraries of a design: who meets twice stays the same, who sits with whom does not.

The best exchange of two people is made, then neither may go on at once (tabu search), even if it costs something.
"""

from collections.abc import Iterator
from random import Random

import numpy as np

from eventdesk.cafe.rotation.costs import BACK, Costs, Numbers, Places
from eventdesk.cafe.rotation.ground import Ground
from eventdesk.cafe.rotation.layout import Layout
from eventdesk.cafe.rotation.walking import NEVER, PAUSE, SOME, Resting, is_over, spend
from eventdesk.solving import Effort

_LONG = 3 * PAUSE
"""How many turns a walk takes after the first one."""
_PATIENCE = 5
"""How many walks may pass without anything better."""
_RESTS = (10, 30)


class Mixing:
    """A layout while people change places in it; places that nobody has are moved like people."""

    def __init__(self, ground: Ground, laid: Layout) -> None:
        """Begin with a layout; it is changed."""
        self._laid, self._people = laid, len(ground.guests)
        self._ways: Places = np.array(laid.itineraries, dtype=np.int64).reshape(-1, ground.rounds)
        free = laid.free()
        self._held = {**laid.units, **{number: (self._people + i,) for i, number in enumerate(free)}}
        self._seats: Places = np.zeros((ground.rounds, self._people + len(free)), dtype=np.int64)
        for guest, way in laid.settled.items():
            self._seats[:, guest] = way
        for number, members in self._held.items():
            for each in members:
                self._seats[:, each] = self._ways[number]
        deepest = max((int(np.bincount(row).max()) for row in self._seats), default=0)
        most = min(deepest + 2 * max(laid.widths, default=1), self._seats.shape[1])
        self._costs = Costs(ground, len(free), most)
        back = [len(each) - len(set(each)) for each in laid.itineraries]
        self._back = BACK * np.array(back, dtype=np.float64)

    def run(self, effort: Effort) -> Iterator[None]:
        """Yield whenever the layout is better than ever, now and then; end when nothing gets better for long."""
        chance = Random(effort.seed)  # noqa: S311 - nothing secret
        idle, turns = 0, PAUSE
        while idle < _PATIENCE and not is_over(effort):
            better = self._move_large(effort)
            better = self._walk(effort, chance, kicks=idle, turns=turns) or better
            turns = _LONG
            idle = 0 if better else idle + 1
            if better:
                self._laid.units = {
                    number: members for number, members in self._held.items() if members[0] < self._people
                }
                yield

    def _walk(self, effort: Effort, chance: Random, kicks: int, turns: int) -> bool:
        """Exchange people for a while, some of them by chance at first; return whether it became better.

        It is left as it was best.
        """
        of = {members[0]: number for number, members in self._held.items() if len(members) == 1}
        movers = np.array(sorted(of), dtype=np.int64)
        if len(movers) < 2:
            return False
        at = np.zeros(self._seats.shape[1], dtype=np.int64)
        at[movers] = [of[each] for each in movers.tolist()]
        resting, best, kept = Resting(len(at), _RESTS), 0, at.copy()
        price = self._kick(movers, at, chance, kicks)
        for turn in range(turns):
            if is_over(effort):
                break
            some = movers[sorted(chance.sample(range(len(movers)), min(SOME, len(movers))))]
            change = self._changes(some, movers, at)
            spend(effort, len(some) * self._seats.size)
            waits = resting.waits(turn)
            change[(waits[some][:, None] | waits[movers][None, :]) & (price + change >= best)] = NEVER
            one, other = divmod(int(change.argmin()), len(movers))
            if change[one, other] >= NEVER:
                continue
            price += int(change[one, other])
            self._exchange(int(some[one]), int(movers[other]), at)
            resting.rest((int(some[one]), int(movers[other])), turn, chance)
            if price < best:
                best, kept = price, at.copy()
        for each in movers.tolist():
            self._seats[:, each] = self._ways[kept[each]]
            self._held[int(kept[each])] = (each,)
        return best < 0

    def _kick(self, movers: Places, at: Places, chance: Random, kicks: int) -> int:
        """Exchange some people by chance, to come to where nobody has looked; return what it costs."""
        if not kicks:
            return 0

        def price() -> int:
            back = self._back[at[movers]] * self._costs.real[movers]
            return self._costs.total(self._seats) + int(back.sum())

        before = price()
        for _ in range(kicks):
            one, other = chance.sample(movers.tolist(), 2)
            self._exchange(one, other, at)
        return price() - before

    def _changes(self, some: Places, movers: Places, at: Places) -> Numbers:
        costs = self._costs
        change: Numbers = costs.swaps(self._seats, some, costs.pairs, costs.unary).sum(axis=0)[:, movers]
        back = self._back[at]
        real = costs.real
        change += (back[movers][None, :] - back[some][:, None]) * (real[some][:, None] - real[movers][None, :])
        change[(some[:, None] == movers[None, :]) | (real[some][:, None] + real[movers][None, :] == 0)] = NEVER
        return change

    def _exchange(self, one: int, other: int, at: Places) -> None:
        at[one], at[other] = at[other], at[one]
        self._seats[:, one], self._seats[:, other] = self._ways[at[one]], self._ways[at[other]]

    def _move_large(self, effort: Effort) -> bool:
        """Let those who stay together change with whoever has room for them, where that is better."""
        better = False
        widths = self._laid.widths
        for here in sorted(number for number, members in self._held.items() if len(members) > 1):
            for there in sorted(self._held):
                if len(self._held[here]) < 2 or is_over(effort):
                    break
                fits = widths[there] >= len(self._held[here]) and widths[here] >= len(self._held[there])
                if here != there and fits:
                    better = self._try(here, there) or better
                    spend(effort, self._seats.size * self._seats.shape[1] // 4)
        return better

    def _try(self, here: int, there: int) -> bool:
        before = self._price()
        for _ in range(2):
            self._held[here], self._held[there] = self._held[there], self._held[here]
            for number in (here, there):
                for each in self._held[number]:
                    self._seats[:, each] = self._ways[number]
            if self._price() < before:
                return True
        return False

    def _price(self) -> int:
        back = sum(
            int(self._back[number]) * sum(each < self._people for each in members)
            for number, members in self._held.items()
        )
        return self._costs.total(self._seats) + back
