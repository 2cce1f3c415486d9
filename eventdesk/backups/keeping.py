"""Automatic backups: when one is due, where it goes, that it is whole, and which older ones are not needed any more.

They lie on the system disk and, if somebody chose one, at a second place. Backups that people made are never touched.
"""

import errno
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from eventdesk.backups import copies, places
from eventdesk.backups.copies import Backup, Occasion
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.files import half_made, shred
from eventdesk.starting import free_name, make_folder
from eventdesk.store import backup, peek
from eventdesk.store.belt import Belt
from eventdesk.store.peek import Reach
from eventdesk.whereabouts import free_bytes

EVERY = timedelta(minutes=5)
SHORT_TERM, HOURS, BEFORES = 12, 12, 6
"""So many backups are kept: one each five minutes, one each hour, and those made before a large step."""
SCARCE, LEFT_FREE = 1_000_000_000, 100_000_000
"""With so few bytes free only the three newest are kept; the last bytes belong to the event itself."""
_FEW = 3
_AHEAD = timedelta(minutes=2)
_LEFT_BEHIND = timedelta(hours=1)
"""Nobody writes at one backup for so long."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A backup that is to be made: of which event, under which name (without ending), in which folders."""

    home: Path
    event: str
    source: Path
    name: str
    now: datetime
    own: Path
    second: Path | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of it: the new backup, and why there is none in the desk's own folder or at the second place."""

    backup: Backup
    own_fault: KnownError | None = None
    second_fault: KnownError | None = None
    removed: int = 0


def is_due(last: datetime | None, changed_at: datetime | None, now: datetime) -> bool:
    """Say whether it is time: something changed since the last backup, which is five minutes old (or there is none)."""
    if changed_at is None or (last is not None and changed_at <= last <= now):
        return False
    return last is None or now - last >= EVERY or now < last


def newest(found: Iterable[Backup]) -> Backup | None:
    """Return the newest backup, also where the clock of the desk was set back."""
    return max(found, key=lambda each: each.order, default=None)


def of_this_file(event: Event, found: Iterable[Backup]) -> list[Backup]:
    """Return the backups that the open file was once like: not those of a copy that was worked on by itself.

    A copy, say for a rehearsal, has the event's id, too, and may be called alike; but its later entries are not ours.
    """
    return [each for each in found if not each.latest or event.entry(each.latest) is not None]


def lags(event: Event, found: Iterable[Backup]) -> bool:
    """Say whether the event holds entries that no backup has: for a file that was changed before it was opened here."""
    latest = newest(of_this_file(event, found))
    return event.latest > (latest.last if latest is not None else 0)


def automatic(home: Path, event: Event) -> Callable[[], list[Backup]]:
    """Return the work of finding the automatic backups of an event, newest first; it may be done in another thread."""
    event_id, path = event.event_id, event.path
    return lambda: [each for each in _found(places.folders_of(home, event_id), event_id, path) if each.occasion]


def superfluous(found: Iterable[Backup], now: datetime, *, scarce: bool = False) -> list[Backup]:
    """Return the automatic backups that are not needed any more. The newest is always needed.

    Kept are the last of each of twelve five minutes and of each of twelve hours that have any, and six that were made
    before a large step; three alone where room is `scarce`. Those with a time that is still to come, for the clock was
    set back, are counted apart. Of backups with votes all but those with the latest number go: what is different
    between two of them may be one ballot.
    """
    ours = sorted((each for each in found if each.occasion), key=lambda each: each.order, reverse=True)
    if not ours:
        return []
    ahead = [each for each in ours if each.at > now + _AHEAD]
    others = [each for each in ours if each.at <= now + _AHEAD]
    kept = {ours[0].path}
    if scarce:
        kept.update(each.path for each in ours[:_FEW])
    else:
        kept.update(each.path for each in ahead[:_FEW])
        kept.update(_last_of_each(others, EVERY, SHORT_TERM))
        kept.update(_last_of_each(others, timedelta(hours=1), HOURS))
        kept.update([each.path for each in others if each.occasion is Occasion.BEFORE][:BEFORES])
    return [each for each in ours if each.path not in kept or 0 < each.votes < ours[0].votes]


def _last_of_each(found: Sequence[Backup], length: timedelta, most: int) -> list[Path]:
    """Return the last backup of each of the newest stretches of time that have any. `found`: newest first."""
    last: dict[int, Path] = {}
    for each in found:
        if each.occasion is Occasion.AUTO:
            last.setdefault(int(each.at.timestamp() // length.total_seconds()), each.path)
    return list(last.values())[:most]


def wanted(home: Path, event: Event, occasion: Occasion = Occasion.AUTO, second: Path | None = None) -> Wanted:
    """Return what `keep` needs to know, which knows no event: asked here, done in another thread."""
    own = places.own_folder(home, event.event_id)
    return Wanted(home, event.event_id, event.path, copies.backup_name(event, occasion), event.now(), own, second)


def keep(belt: Belt, wanted: Wanted, tell: Callable[[int, int], None]) -> Kept:
    """Write what `Event.photograph` lays on the belt into the desk's own folder, and copy it to the second place.

    Both are checked; then what is not needed any more goes. Where one of the two cannot be written the other is. For
    another thread. `tell` hears how many megabytes are written, and may raise to stop. Raises `KnownError` if there is
    no new backup at all, and GivenUpError if the reading was given up.
    """
    try:
        return _keep(wanted, lambda target: backup.write_from(belt, target, tell))
    finally:
        belt.give_up()


def keep_now(home: Path, event: Event, occasion: Occasion, second: Path | None = None) -> Kept:
    """Do the same at once, for who need not do anything else meanwhile. Raises as `keep`."""
    return _keep(wanted(home, event, occasion, second), event.backup)


def keep_before(home: Path, event: Event) -> Kept | None:
    """Keep a backup at once before a large step, also at a second place that is there; None if there is one already.

    Raises as `keep`.
    """
    own = places.own_folder(home, event.event_id)
    found = of_this_file(event, _found((own,), event.event_id, event.path))
    if any(each.last == event.latest for each in found if each.occasion):
        return None
    others = [folder for folder in places.known_of(home, event.event_id).folders if folder.is_dir()]
    return keep_now(home, event, Occasion.BEFORE, others[-1] if others else None)


def shred_automatic(home: Path, event_id: str, file: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Delete the automatic backups of an event wherever they are known to lie, with their bytes.

    Returns which are gone and which could not be deleted.
    """
    gone: list[Path] = []
    left: list[Path] = []
    for each in _found(places.folders_of(home, event_id), event_id, file):
        if each.occasion:
            (gone if _shredded(each.path) else left).append(each.path)
    return tuple(gone), tuple(left)


def _keep(wanted: Wanted, write: Callable[[Path], None]) -> Kept:
    places.remember(wanted.home, wanted.event, file=wanted.source)
    own_fault = _first_fault(lambda: _prepare(wanted.own, wanted))
    first = wanted.own if own_fault is None else wanted.second
    if first is None or (own_fault is not None and not first.is_dir()):
        raise own_fault or _gone(wanted.own)
    target = free_name(first, wanted.name)
    write(target)
    made = examined(target, wanted.event)
    second_fault = None
    if wanted.second is not None:
        second_fault = _first_fault(lambda: _bring(made.path, wanted)) if own_fault is None else None
        places.remember(wanted.home, wanted.event, folder=wanted.second)
    _sweep(wanted.own, wanted.now)
    removed = sum(_prune(folder, wanted, made) for folder in (wanted.own, wanted.second) if folder is not None)
    return Kept(made, own_fault, second_fault, removed)


def examined(path: Path, event_id: str) -> Backup:
    """Return what is in a copy that was just written and read through. Raises KnownError DAMAGED if it is another's."""
    glance = peek.peek(path)
    if glance.reach is not Reach.READ or glance.event != event_id:
        with suppress(OSError):
            path.unlink()
        raise KnownError(Fault.DAMAGED, path=str(path), reason=glance.reach.value)
    return copies.as_backup(glance)


def _prepare(folder: Path, wanted: Wanted) -> None:
    """See to it that there is a folder with room in it. Raises `KnownError`."""
    make_folder(folder)
    free = free_bytes(folder)
    size = _size(wanted.source)
    if free is not None and free < size + LEFT_FREE:
        for each in superfluous(_found((folder,), wanted.event, wanted.source), wanted.now, scarce=True):
            _remove(each)
        free = free_bytes(folder)
        if free is not None and free < size + LEFT_FREE:
            raise KnownError(Fault.CANNOT_WRITE, path=str(folder), reason=os.strerror(errno.ENOSPC))


def _size(path: Path) -> int:
    """Return the size of a file; 0 of one that is gone, which may still be open."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _bring(made: Path, wanted: Wanted) -> None:
    """Copy the new backup to the second place. Raises `KnownError`."""
    second = wanted.second
    if second is None:
        return
    if not second.is_dir():  # a folder in the place of a stick that is not there would be on another disk
        raise _gone(second)
    _prepare(second, wanted)
    target = free_name(second, wanted.name)
    backup.copy_file(made, target)
    examined(target, wanted.event)


def _prune(folder: Path, wanted: Wanted, made: Backup) -> int:
    """Take away what is not needed any more in a folder, now that there is a new one; returns how many.

    Those of another file, which may be a copy that is worked on by itself, are left to it.
    """
    free, stem = free_bytes(folder), copies.plain_stem(made.path)
    everything = _found((folder,), wanted.event, wanted.source)
    found = [each for each in everything if copies.plain_stem(each.path) == stem]
    if not any(each.path.name == made.path.name for each in found):
        return 0
    doomed = superfluous(found, wanted.now, scarce=free is not None and free < SCARCE + made.size)
    return sum(_remove(each) for each in doomed if each.path.name != made.path.name)


def _sweep(folder: Path, now: datetime) -> None:
    """Shred what an earlier run has left half written in the desk's own folder, where nobody else would find it."""
    for path in half_made(folder):
        with suppress(OSError):
            if path.stat().st_mtime < (now - _LEFT_BEHIND).timestamp():
                _shredded(path)


def _remove(each: Backup) -> bool:
    """Delete a backup; one that holds votes with its bytes. Returns whether it is gone."""
    if each.votes:
        return _shredded(each.path)
    try:
        each.path.unlink()
    except OSError:
        return False
    return True


def _shredded(path: Path) -> bool:
    try:
        shred(path)
    except KnownError:
        return False
    return True


def _found(folders: Iterable[Path], event_id: str, path: Path) -> list[Backup]:
    found = [each for folder in dict.fromkeys(folders) for each in copies.backups_in(folder, event_id, path)]
    return sorted(found, key=lambda each: each.order, reverse=True)


def _first_fault(do: Callable[[], None]) -> KnownError | None:
    try:
        do()
    except KnownError as error:
        return error
    except OSError as error:
        return KnownError(Fault.CANNOT_WRITE, path=error.filename or "", reason=error.strerror or "")
    return None


def _gone(folder: Path) -> KnownError:
    return KnownError(Fault.CANNOT_WRITE, path=str(folder), reason=os.strerror(errno.ENOENT))
