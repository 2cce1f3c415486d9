"""What was printed, looked through for a printer, a desk, a reason or a time; in steps, however long the log is."""

from collections.abc import Generator
from dataclasses import dataclass, replace

from eventdesk.badges import records
from eventdesk.badges.records import LogFilter, LogPlace, Print
from eventdesk.store.access import Reader

STRETCH = 2000
"""So many prints are looked at in one step."""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """How many prints have been looked at; nobody counts how many there are."""

    done: int
    total: int = 0


@dataclass(frozen=True, slots=True)
class LogPage:
    """Some prints, the latest first. `following`: where to go on, None if there are no others."""

    prints: tuple[Print, ...]
    following: LogPlace | None = None


@dataclass(frozen=True, slots=True)
class LogValues:
    """What prints can be told apart by: printers, desks, reasons, and hours (UTC, "2026-11-21T08")."""

    printers: frozenset[str] = frozenset()
    desks: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()
    hours: frozenset[str] = frozenset()


def page(
    reader: Reader, wanted: LogFilter, limit: int, *, below: LogPlace | None = None
) -> Generator[LookedAt, None, LogPage]:
    """Find the latest prints that are wanted, those below a place if one is given."""
    found: list[tuple[LogPlace, Print]] = []
    done = 0
    while True:
        rows, end = records.log_stretch(reader, wanted, below, STRETCH, limit + 1 - len(found))
        found += rows
        done += STRETCH
        if len(found) > limit:
            return LogPage(tuple(each for _, each in found[:limit]), found[limit - 1][0])
        if end is None:
            return LogPage(tuple(each for _, each in found))
        below = end
        yield LookedAt(done)


def values(reader: Reader) -> Generator[LookedAt, None, LogValues]:
    """Find out what prints can be told apart by."""
    found, after, done = LogValues(), -1, 0
    while True:
        rows = records.log_values(reader, after, STRETCH)
        if not rows:
            return found
        printers, desks, reasons, hours, lasts = zip(*rows, strict=True)
        found = replace(
            found,
            printers=found.printers | set(printers) - {""},
            desks=found.desks | set(desks) - {""},
            reasons=found.reasons | set(reasons) - {""},
            hours=found.hours | set(hours),
        )
        after, done = max(lasts), done + STRETCH
        yield LookedAt(done)
