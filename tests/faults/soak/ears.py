"""Hears everything that should never be heard: exceptions nobody caught, logged errors, what Qt complains of."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from eventdesk import log
from tests.strict import listening, qt_listening

NOT_OURS = "This plugin does not support"
"""What a system without a screen says of lists that unfold over a window."""


class Ears:
    """What was heard since one looked last."""

    def __init__(self, logged: list[str], complained: list[str], uncaught: list[str]) -> None:
        self._all = (logged, complained, uncaught)

    def take(self) -> list[str]:
        """Return what was heard, and forget it."""
        heard = [each for kind in self._all for each in kind if NOT_OURS not in each]
        for kind in self._all:
            kind.clear()
        return heard


@contextmanager
def ears() -> Iterator[Ears]:
    """Listen to all of it meanwhile."""
    uncaught: list[str] = []

    def tell(error: BaseException) -> None:
        uncaught.append("".join(traceback.format_exception(error)))

    restore = log.watch(tell)
    try:
        with listening() as logged, qt_listening() as complained:
            yield Ears(logged, complained, uncaught)
    finally:
        restore()
