"""What both searches share: how long they go on, and who has to rest after a move."""

from random import Random

import numpy as np
import numpy.typing as npt

from eventdesk.solving import Effort

SOME = 48
"""Of how many people all exchanges are looked at in one turn."""
PAUSE = 200
"""After how many turns somebody may hear of it."""
NEVER = 1e15
_PER_UNIT = 32e6
"""How many exchanges, in one round, are looked at for a unit of work (measured: 0.6 to 0.9 units in a second)."""
_BESIDES = 6_000
"""To how many a turn comes besides, however few there are."""


def spend(effort: Effort, exchanges: int) -> None:
    """Note the work of one turn."""
    effort.budget.spend((exchanges + _BESIDES) / _PER_UNIT)


def is_over(effort: Effort) -> bool:
    """Say whether nothing more may be done."""
    return effort.budget.empty or effort.stopped()


class Resting:
    """Who may not be moved again yet, unless it becomes better than ever."""

    def __init__(self, people: int, turns: tuple[int, int]) -> None:
        """Begin with nobody resting; say for how many turns at least and at most whoever was moved rests."""
        self._turns = turns
        self._until: npt.NDArray[np.int64] = np.zeros(people, dtype=np.int64)

    def waits(self, turn: int) -> npt.NDArray[np.bool_]:
        """Say of everybody whether they have to wait."""
        waiting: npt.NDArray[np.bool_] = self._until > turn
        return waiting

    def rest(self, people: tuple[int, int], turn: int, chance: Random) -> None:
        """Let two who were moved rest for some turns."""
        for each in people:
            self._until[each] = turn + chance.randint(*self._turns)
