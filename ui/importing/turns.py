"""Lets the window's thread come first while another thread works through a long list."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from eventdesk.tables.pause import collector_held_back

T = TypeVar("T")
TURN_S = 0.0005
"""So long the other thread may keep the interpreter while this one wants it; usual are 5 ms, and a scan asks often."""


@contextmanager
def short_turns() -> Iterator[None]:
    """Let threads take turns more often."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(TURN_S)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def considerately(work: Callable[[], T]) -> T:
    """Do long work in another thread; what it makes is left alone by the collector until `forget_all`.

    To look through a hundred thousand rows for cycles stops all threads for a twentieth of a second, again and again.
    """
    with short_turns(), collector_held_back():
        made = work()
        gc.freeze()
    return made


def forget_all() -> None:
    """Let the collector look at everything again."""
    gc.unfreeze()
