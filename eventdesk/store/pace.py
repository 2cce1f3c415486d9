"""How much to do in one step of long work, so that no step is felt: found out on the way, for machines differ."""

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager

_LONG_S = 0.018
_SHORT_S = 0.007


class Pace:
    """The size of the next step: halved when steps take long, doubled when they are short.

    Goes by the processor time of this thread alone. A slow disk takes its time for each step, however small it is.
    """

    def __init__(self, size: int, least: int, most: int, *, judged_by: int = 1) -> None:
        """Begin with `size`; the median of so many steps is `judged_by`."""
        self.size = size
        self._least = least
        self._most = most
        self._judged_by = judged_by
        self._spent: list[float] = []

    @contextmanager
    def step(self) -> Iterator[None]:
        """Do one step."""
        began = time.thread_time()
        yield
        self.judge(time.thread_time() - began)

    def judge(self, spent: float) -> None:
        """Take in how many seconds a step took."""
        self._spent.append(spent)
        if len(self._spent) < self._judged_by:
            return
        usual = statistics.median(self._spent)
        self._spent.clear()
        if usual > _LONG_S:
            self.size = max(self._least, self.size // 2)
        elif usual < _SHORT_S:
            self.size = min(self._most, self.size * 2)
