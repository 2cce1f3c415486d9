"""Lets the window's thread come first: while another thread works through a long list, and before the collector.

The collector of cycles stops all threads while it looks through what is in memory. For the sets of 100,000 people that
is a twentieth of a second, again and again, and nobody could type meanwhile. What is large is therefore left out of its
sight; and that is bounded, because everything is looked through once whenever little is there: when an event was
closed, and when the list of people is read anew.
"""

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
    """Do long work in another thread, and leave alone what it makes: rows, which go when nobody holds them."""
    with short_turns(), collector_held_back():
        made = work()
        leave_alone()
    return made


def leave_alone() -> None:
    """Take what is in memory by now out of the collector's sight, until all is looked through."""
    gc.freeze()


def look_through() -> None:
    """Look through everything once, throw away what nobody needs, leave alone the rest. Call it when that is little."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
