"""What is done about an event file that cannot be opened any more: kept as it is, and a backup worked on with.

Nothing is ever written over. What was done since the backup is read out of the damaged file as far as that goes.
"""

import os
import re
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from eventdesk.backups import copies, places
from eventdesk.backups.copies import Backup
from eventdesk.codes import NOTES, BackupSource, Fault, Op, WhyLeft
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.people import records as people
from eventdesk.starting import free_name, shortened
from eventdesk.store import backup, peek, salvage
from eventdesk.store.journal import Change
from eventdesk.store.peek import Glance, Reach
from eventdesk.store.salvage import Losses, Lost
from eventdesk.wellformed import RULES

__all__ = ["Losses", "Lost"]

Source = BackupSource
SIDES = ("-journal", "-wal", "-shm")
"""What SQLite may have beside a file: it goes wherever the file goes."""
_VOTING = frozenset({Op.PRIZE_OPEN, Op.PRIZE_CLOSE, Op.PRIZE_VOID, Op.PRIZE_REPLACE, Op.PRIZE_CAST})
_NUMBERED = re.compile(r"(.+) (\d{1,2})(?:-\d+)?")
_HELPED = frozenset({Fault.NOT_OURS, Fault.NO_FILE})


@dataclass(frozen=True, slots=True)
class Offer:
    """A backup that can be worked on with in place of a file; `of_this_file` unless it is called like another one."""

    backup: Backup
    source: BackupSource
    event: str
    of_this_file: bool = True


@dataclass(frozen=True, slots=True)
class Left:
    """Something that was done since the backup and has to be done again by hand, if it is still wanted.

    `who` is the person it was about, as far as that can be told.
    """

    op: Op | None
    at: datetime | None
    who: str
    label: str
    desk: str
    why: WhyLeft


@dataclass(frozen=True, slots=True)
class TakenOver:
    """How many entries were taken over, and what was not."""

    applied: int
    left: tuple[Left, ...]


def can_help(path: Path, fault: Fault, home: Path) -> bool:
    """Say whether a file that could not be opened may have backups: one that is damaged, or known here, or beside them.

    Takes as long as the disk does.
    """
    if fault is Fault.DAMAGED:
        return True
    return fault in _HELPED and (bool(places.event_of(home, path)) or bool(offers(path, home)))


def set_aside(path: Path) -> Path:
    """Rename a damaged file to NAME.damaged, with what SQLite has beside it; returns its new path.

    Nothing is overwritten: where there is one already, the next number is taken. Raises KnownError CANNOT_WRITE.
    """
    target = next(each for each in _numbered(path) if not any(_taken(each, side) for side in ("", *SIDES)))
    moved: list[tuple[Path, Path]] = []
    try:
        for side in (*SIDES, ""):
            source, goal = path.with_name(path.name + side), target.with_name(target.name + side)
            if side and source.is_file() and not source.stat().st_size:
                source.unlink()  # nothing is in it
            elif source.exists() or not side:
                source.rename(goal)
                moved.append((source, goal))
    except OSError as error:
        for source, goal in reversed(moved):
            with suppress(OSError):
                goal.rename(source)
        raise KnownError(Fault.CANNOT_WRITE, path=str(path), reason=error.strerror or "") from error
    return target


def _numbered(path: Path) -> Iterable[Path]:
    yield path.with_name(f"{path.name}.damaged")
    for number in count(2):
        yield path.with_name(f"{path.name}.damaged-{number}")


def _taken(path: Path, side: str) -> bool:
    return os.path.lexists(path.with_name(path.name + side))


def offers(path: Path, home: Path, folders: Sequence[Path] = ()) -> list[Offer]:
    """Return the backups of the event that a file held, wherever they are known to lie: its own first, newest first.

    Behind them come those of other files of the same event. Such a one may be a copy for a rehearsal.
    `path` is where the file was when it could still be opened. Where nobody knows which event that was, those beside it
    that are called like it are offered. Takes as long as the disk does: for another thread.
    """
    own = {each.path: each for each in copies.glances(path.parent, path)}
    event = places.event_of(home, path) or _event_by_name(path, own.values())
    if not event:
        return []
    known = places.folders_of(home, event)
    where = {known[0]: Source.OWN, **dict.fromkeys((*known[1:], *folders), Source.SECOND), path.parent: Source.BESIDE}
    found: dict[Path, Offer] = {}
    for folder, source in where.items():
        for each in copies.backups_in(folder, event, path):
            found.setdefault(each.path.resolve(), Offer(each, source, event, _is_of(path, each)))
    return sorted(found.values(), key=lambda each: (each.of_this_file, each.backup.order), reverse=True)


def _is_of(path: Path, made: Backup) -> bool:
    """Say whether a backup, or what somebody has worked on since with one, is called like this file."""
    stem, other = copies.plain_stem(path), copies.plain_stem(made.path)
    followed = _NUMBERED.fullmatch(other) if made.restored else None
    return shortened(stem) in (other, followed[1] if followed is not None else None)


def offer_at(path: Path) -> Offer | None:
    """Return the offer of a file that somebody points to; None if it is no event file that can be looked at."""
    glance = peek.peek(path)
    if glance.reach is not Reach.READ:
        return None
    return Offer(copies.as_backup(glance), Source.BESIDE, glance.event)


def _event_by_name(path: Path, beside: Iterable[Glance]) -> str:
    """Return the event of the copies beside a file that have its name and a time behind it."""
    stem = copies.plain_stem(path)
    named = {each.event for each in beside if each.path.stem != stem and copies.plain_stem(each.path) == stem}
    return named.pop() if len(named) == 1 else ""


def new_path(path: Path) -> Path:
    """Return a free path beside a file for what is restored in its place: "Fair 2", and "Fair 3" in place of that."""
    stem, number = copies.plain_stem(path), 2
    numbered = _NUMBERED.fullmatch(stem)
    if numbered is not None and _was_there(path.with_name(f"{numbered[1]}{path.suffix}")):
        stem, number = numbered[1], int(numbered[2]) + 1
    return free_name(path.parent, f"{shortened(stem)} {number}")


def _was_there(path: Path) -> bool:
    """Say whether there is a file, or one that was called so before it was put aside."""
    return _taken(path, "") or _taken(path, ".damaged")


def restore(offer: Offer, target: Path) -> Path:
    """Copy a backup under a new name, checked, to be worked on with; nothing that exists is overwritten.

    For another thread. Raises `KnownError`.
    """
    backup.copy_file(offer.backup.path, target, restored=True)
    return target


def lost_since(damaged: Path, restored: Path) -> Losses:
    """Return what the damaged file holds of what was done since the backup; raises nothing for a bad file.

    For another thread. `restored` is the backup, or what was made of it as long as it is not open.
    """
    return salvage.losses(damaged, restored)


def take_over(event: Event, losses: Losses) -> TakenOver:
    """Do again what was done since the backup, as far as that goes."""
    steps = take_over_in_steps(event, losses)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            taken: TakenOver = done.value
            return taken


def take_over_in_steps(event: Event, losses: Losses) -> Generator[int, None, TakenOver]:
    """Do the same in short turns, each saying how many entries are done with. Doing it twice does no harm."""
    applied, left = 0, list[tuple[Lost, WhyLeft]]()
    for number, lost in enumerate(losses.deeds, 1):
        why = _why_not(lost)
        if why is None and lost.entry is not None and event.entry(lost.eid) is None:
            if event.replay(lost.entry, lost.changes, RULES):
                applied += 1
            else:
                why = WhyLeft.OVERTAKEN
        if why is not None:
            left.append((lost, why))
        yield number
    return TakenOver(applied, _told(event, left))


def left_of(event: Event, losses: Losses) -> tuple[Left, ...]:
    """Return all that was done since the backup as a list to do it by hand; `event` is what was made of the backup."""
    return _told(event, [(lost, _why_not(lost) or WhyLeft.OVERTAKEN) for lost in losses.deeds])


def _told(event: Event, left: Sequence[tuple[Lost, WhyLeft]]) -> tuple[Left, ...]:
    """Return what has to be done by hand: not what was taken back anyway, nor what the program does by itself.

    Who is added at the desk once more is checked in with that.
    """
    eids = {lost.eid for lost, _ in left}
    added = {lost.eid for lost, _ in left if lost.entry is not None and lost.entry.op is Op.WALK_IN}
    gone: set[str] = set()
    for lost, _ in reversed(left):
        undoes = lost.entry.undoes if lost.entry is not None and lost.eid not in gone else None
        if undoes in eids:
            gone.update((lost.eid, undoes or ""))
        by_itself = lost.entry is not None and (lost.entry.op in NOTES or lost.entry.part_of in added)
        if by_itself:
            gone.add(lost.eid)
    newcomers: dict[int, str] = {}
    for lost, _ in left:
        newcomers.update((each.row_id, name) for each in lost.changes if (name := _written(each)))
    return tuple(_left(event, lost, why, newcomers) for lost, why in left if lost.eid not in gone)


def _why_not(lost: Lost) -> WhyLeft | None:
    if lost.entry is not None and lost.entry.op is Op.ERASE_PERSON:
        return WhyLeft.ERASED
    if lost.entry is not None and lost.entry.op in _VOTING:
        return WhyLeft.VOTES
    complete = lost.entry is not None and lost.sure and (lost.changes or lost.entry.op in NOTES)
    return None if complete else WhyLeft.UNREADABLE


def _left(event: Event, lost: Lost, why: WhyLeft, newcomers: Mapping[int, str]) -> Left:
    entry, who = lost.entry, _who(event, lost, newcomers)
    if entry is None:
        return Left(None, None, who, "", "", why)
    return Left(entry.op, entry.at, who, entry.label, entry.desk, why)


def _who(event: Event, lost: Lost, newcomers: Mapping[int, str]) -> str:
    """Return the name of the first person that an entry was about, from what it wrote, from the file, or from others.

    `newcomers` are the names that other entries wrote: whoever came since the backup is not in the file.
    """
    for change in lost.changes:
        if name := _written(change):
            return name
        number = change.row_id if change.table == "person" else _images(change).get("person")
        if isinstance(number, int):
            found = people.person(event.db, number)
            name = found.name if found is not None else newcomers.get(number, "")
            if name:
                return name
    return ""


def _written(change: Change) -> str:
    """Return the name of a person that a change wrote; empty where it wrote none."""
    if change.table != "person":
        return ""
    images = _images(change)
    return " ".join(str(images.get(part) or "") for part in ("given_name", "family_name")).strip()


def _images(change: Change) -> dict[str, object]:
    return {**(change.before or {}), **(change.after or {})}
