"""Derived data (search index, presence): kept up inside every transaction, never written by actions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from eventdesk.store.access import Writer

Touched = Mapping[str, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Refresher:
    """Keeps one feature's derived tables true.

    `tables` are the journaled tables it listens to; `refresh` gets the touched ids by table, rows that are gone
    included; `rebuild` empties and refills everything. `tidy` does a short bit of what makes reading fast again after
    many writes, without a change of what is read: it hears how large a bit is wanted, in pages, and whether it is the
    first of several, and says whether there is more to do.
    """

    tables: frozenset[str]
    refresh: Callable[[Writer, Touched], None]
    rebuild: Callable[[Writer], None]
    tidy: Callable[[Writer, int, bool], bool] | None = None
