"""Holds the garbage collector back while a long table is read: a third of the time went into looking for cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_YOUNG = 10_000
"""So many new things are looked at together: few enough not to hold other threads up."""


@contextmanager
def collector_held_back() -> Iterator[None]:
    """Let cycles be looked for less often; rows of text have none. Does nothing if it is held back already."""
    often = gc.get_threshold()
    if often[0] == _YOUNG:
        yield
        return
    gc.set_threshold(_YOUNG, *often[1:])
    try:
        yield
    finally:
        gc.set_threshold(*often)
