"""What the clock of the rounds says at a moment: pure, from the rounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from eventdesk.cafe.round import CafeRound

SOON = timedelta(minutes=1)
"""The bell is heard so long before the end."""


class Phase(Enum):
    """Where the café is."""

    EMPTY = "empty"
    BEFORE = "before"
    RUNNING = "running"
    PAUSED = "paused"
    UP = "up"
    BETWEEN = "between"
    OVER = "over"


@dataclass(frozen=True)
class ClockState:
    """What is on: the round, how much of it is left, and the one that comes next."""

    phase: Phase = Phase.EMPTY
    round: CafeRound | None = None
    next: CafeRound | None = None
    left: timedelta = timedelta(0)
    rounds: int = 0

    @property
    def seconds(self) -> int:
        """How many seconds are left, as a clock shows them: the last one is 1, not 0."""
        whole = -(-self.left // timedelta(seconds=1))
        return max(0, whole)

    @property
    def soon(self) -> bool:
        """Whether it is nearly over."""
        return self.phase in (Phase.RUNNING, Phase.PAUSED) and self.left <= SOON

    @property
    def text(self) -> str:
        """The time that is left: "12:05"."""
        return f"{self.seconds // 60}:{self.seconds % 60:02}"


def clock_state(rounds: Sequence[CafeRound], now: datetime) -> ClockState:
    """Return what the clock says now."""
    on = next((each for each in rounds if each.is_on), None)
    coming = next((each for each in rounds if each.began is None), None)
    if not rounds:
        return ClockState()
    if on is None or on.due is None:
        began = any(each.began is not None for each in rounds)
        phase = Phase.BEFORE if not began else Phase.BETWEEN if coming is not None else Phase.OVER
        return ClockState(phase, None, coming, rounds=len(rounds))
    left = on.due - (on.stands or now)
    if left <= timedelta(0):
        return ClockState(Phase.UP, on, coming, timedelta(0), len(rounds))
    phase = Phase.PAUSED if on.stands is not None else Phase.RUNNING
    return ClockState(phase, on, coming, left, len(rounds))
