"""Damages copies of an event file, restores its backup, takes over what was done since, and looks for what is wrong.

Whatever was done is taken over, is on the list of what has to be done by hand, or the answer says that not all could be
read. Nothing that was never done may appear, and the restored file has to be whole.
"""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from eventdesk.backups import keeping, places, recovering
from eventdesk.backups.copies import Occasion
from eventdesk.backups.recovering import Offer
from eventdesk.desk import open_event
from eventdesk.errors import KnownError
from eventdesk.event import Event
from tests.core.backups import day

SCANS = "SELECT person FROM scan WHERE outcome IN ('accepted', 'left')"
Damage = Callable[[bytearray, random.Random], bytearray]


@dataclass
class Tally:
    """What was counted over all cases."""

    cases: int = 0
    damaged: int = 0
    done: int = 0
    taken: int = 0
    listed: int = 0
    longest: float = 0.0
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Ground:
    """An event that was damaged after this backup, and the truth about it: what each entry was and did."""

    content: bytes
    offer: Offer
    entries: dict[str, tuple[object, ...]]
    changes: dict[str, list[tuple[object, ...]]]
    since: frozenset[str]


def prepared(event: Event, home: Path) -> Ground:
    """Let people come, keep a backup, let more people come, and close the event."""
    door = day.filled(event, 40)
    day.morning(event, door, since=0, until=6)
    backup = keeping.keep_now(home, event, Occasion.AUTO).backup
    before = {row[0] for row in day.rows(event)["entry"]}
    day.imported(event, "Besuch", 60)
    day.morning(event, door, since=6, until=24)
    truth = day.rows(event)
    event.close()
    changes: dict[str, list[tuple[object, ...]]] = {}
    for row in truth["change"]:
        changes.setdefault(str(row[0]), []).append(row)
    entries = {str(row[0]): row for row in truth["entry"]}
    (offer,) = (each for each in recovering.offers(event.path, home) if each.backup.path == backup.path)
    return Ground(event.path.read_bytes(), offer, entries, changes, frozenset(map(str, entries.keys() - before)))


def pages(content: bytearray, chance: random.Random) -> bytearray:
    """Fill a few pages with zeros, or with anything."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(content) // day.PAGE) * day.PAGE
        content[start : start + day.PAGE] = bytes(day.PAGE) if chance.random() < 0.5 else chance.randbytes(day.PAGE)
    return content


def stretch(content: bytearray, chance: random.Random) -> bytearray:
    """Fill any stretch of bytes."""
    start = chance.randrange(len(content))
    end = min(len(content), start + chance.randrange(1, 60_000))
    content[start:end] = chance.randbytes(end - start)
    return content


def bits(content: bytearray, chance: random.Random) -> bytearray:
    """Turn a few bits over, as a failing memory does."""
    for _ in range(chance.randint(1, 40)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return content


def shorter(content: bytearray, chance: random.Random) -> bytearray:
    """Cut the end off."""
    return content[: chance.randrange(len(content))]


def header(content: bytearray, chance: random.Random) -> bytearray:
    """Spoil the first bytes."""
    content[: chance.choice((16, 100, 2000))] = chance.randbytes(chance.choice((16, 100, 2000)))
    return content[: len(content) // day.PAGE * day.PAGE]


def swapped(content: bytearray, chance: random.Random) -> bytearray:
    """Put pages in each other's place, as a sync client does that mixes two states."""
    for _ in range(chance.randint(1, 4)):
        one, two = (chance.randrange(len(content) // day.PAGE) * day.PAGE for _ in range(2))
        content[one : one + day.PAGE], content[two : two + day.PAGE] = (
            content[two : two + day.PAGE],
            content[one : one + day.PAGE],
        )
    return content


DAMAGES: tuple[Damage, ...] = (pages, stretch, bits, shorter, header, swapped)


def try_case(ground: Ground, folder: Path, seed: int, number: int, tally: Tally) -> None:
    """Damage the file once and recover from it; what is wrong is noted in the tally."""
    chance = random.Random(f"{seed}/{number}")
    damage = DAMAGES[number % len(DAMAGES)]
    bad = folder / f"bad{number}.eventdesk"
    bad.write_bytes(damage(bytearray(ground.content), chance))
    trouble: list[str] = []
    try:
        open_event(bad).close()
    except KnownError:
        tally.damaged += 1
    began = time.process_time()
    aside = recovering.set_aside(bad)
    lost = recovering.lost_since(aside, ground.offer.backup.path)
    target = recovering.restore(ground.offer, folder / f"good{number}.eventdesk")
    with open_event(target, desk="Schalter 2") as made:
        taken = recovering.take_over(made, lost)
        tally.longest = max(tally.longest, time.process_time() - began)
        found = day.rows(made)
        wrong = [name for name, result in made.verify().items() if result is not True]
        known = {row[0] for row in found["person"]}
        wrong += ["a scan of nobody" for row in made.db.rows(SCANS) if row[0] not in known]
    try:
        open_event(target).close()
    except KnownError as error:
        wrong.append(f"cannot be opened again: {error}")
    trouble += [f"the restored file: {each}" for each in wrong]
    trouble += _compared(ground, found, bits_turned=damage in {bits, stretch})
    there = {str(row[0]) for row in found["entry"]}
    if lost.complete and not ground.since <= {each.eid for each in lost.deeds}:
        trouble.append("something is missing, and nobody says so")
    tally.cases += 1
    tally.done += len(ground.since)
    tally.taken += len(ground.since & there)
    tally.listed += len(taken.left)
    tally.faults += [f"{damage.__name__} {seed}/{number}: {each}" for each in trouble]
    for path in (aside, target):
        path.unlink()


def _compared(ground: Ground, found: dict[str, list[tuple[object, ...]]], *, bits_turned: bool) -> list[str]:
    """Return what stands in the journal of the restored file and was never done, or only in part."""
    trouble = []
    changes: dict[str, list[tuple[object, ...]]] = {}
    for row in found["change"]:
        changes.setdefault(str(row[0]), []).append(row)
    for row in found["entry"]:
        eid = str(row[0])
        truth = ground.entries.get(eid)
        if truth is None and not bits_turned:
            trouble.append(f"{eid} was never done")
        elif truth is not None and len(changes.get(eid, [])) != len(ground.changes.get(eid, [])):
            trouble.append(f"{eid} was done in part")
        elif truth is not None and not bits_turned and changes.get(eid, []) != ground.changes.get(eid, []):
            trouble.append(f"{eid} was done differently")
    return trouble


def tried(event: Event, home: Path, folder: Path, count: int, seed: int) -> Tally:
    """Try so many cases with a new, empty event."""
    tally = Tally()
    ground = prepared(event, home)
    places.remember(home, ground.offer.event, file=event.path)
    for number in range(count):
        try_case(ground, folder, seed, number, tally)
    return tally
