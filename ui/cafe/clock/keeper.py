"""Keeps the time of the rounds as long as the file is open, also while another page is looked at."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from eventdesk.cafe.round import CafeRound
from ui.cafe.clock.state import SOON, ClockState, Phase, clock_state
from ui.sounds import Sound
from ui.timers import single_shot

LEAST_MS = 40
"""The clock looks so long after a second is over, when it surely is."""


class ClockKeeper(QObject):
    """Looks once a second while a round is on. `rang` says what is to be heard: the bell, then the gong."""

    ticked = Signal()
    rang = Signal(object)

    def __init__(self, now: Callable[[], datetime], rounds: Callable[[], Sequence[CafeRound]]) -> None:
        """Ask `now` what time it is, and `rounds` what they are."""
        super().__init__()
        self._now, self._rounds = now, rounds
        self._seen: tuple[int, timedelta] | None = None
        self.state = ClockState()
        self._next = single_shot(self, self.look)

    def look(self) -> None:
        """See what time it is, tell it, and ring if it is time for that."""
        before, self.state = self.state, clock_state(self._rounds(), self._now())
        self._ring()
        if self.state.phase is Phase.RUNNING:
            self._next.start(int(self.state.left.total_seconds() % 1 * 1000) + LEAST_MS)
        else:
            self._next.stop()
        if self.state != before:
            self.ticked.emit()

    def close(self) -> None:
        """Look no more."""
        self._next.stop()

    def _ring(self) -> None:
        """Ring where the last look was before the time for it, and this one is not. Who begins late is silent."""
        state, before = self.state, self._seen
        self._seen = (state.round.id, state.left) if state.round is not None else None
        if state.round is None or before is None or before[0] != state.round.id:
            return
        if before[1] > timedelta(0) and state.phase is Phase.UP:
            self.rang.emit(Sound.GONG)
        elif before[1] > SOON >= state.left and state.phase is Phase.RUNNING:
            self.rang.emit(Sound.BELL)
