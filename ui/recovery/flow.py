"""What the page of a file that cannot be opened asks of the core, in another thread; and what comes after it."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eventdesk.backups import copies, places, recovering
from eventdesk.backups.recovering import Left, Losses, Offer, TakenOver
from eventdesk.codes import BackupSource, Fault
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.store import peek
from eventdesk.store.peek import Reach

__all__ = ["Left", "Losses", "Offer", "TakenOver"]


@dataclass(frozen=True)
class Restored:
    """A backup that is worked with from now on, and what was done since it was taken, as far as that can be read.

    `aside` is how the file that could not be opened is called now; None if there was none any more.
    """

    path: Path
    offer: Offer
    losses: Losses
    aside: Path | None = None


def looking(path: Path, fault: Fault, folders: Sequence[Path]) -> Callable[[], list[Offer] | None]:
    """Return the work of looking for backups of a file; it answers None where none can be expected."""
    home = places.home()

    def look() -> list[Offer] | None:
        return recovering.offers(path, home, folders) if recovering.can_help(path, fault, home) else None

    return look


def each_once(offers: Sequence[Offer]) -> list[Offer]:
    """Return every backup once, though it may lie at two places."""
    found: dict[str, Offer] = {}
    for offer in offers:
        if offer.source is BackupSource.OWN or offer.backup.path.name not in found:
            found[offer.backup.path.name] = offer
    return list(found.values())


def restoring(path: Path, offer: Offer, offers: Sequence[Offer], elsewhere: Path) -> Callable[[], Restored]:
    """Return the work of going on with a backup: copied under a new name beside the file, or into `elsewhere`.

    If it is damaged itself, the same one is taken from its other place among the `offers`. Only then is the file itself
    put aside, and read for what was done since. Raises KnownError.
    """
    twins = [each for each in offers if each.backup.path.name == offer.backup.path.name and each != offer]

    def restore() -> Restored:
        try:
            target = _restored(path, offer, elsewhere)
        except KnownError as error:
            if error.fault is not Fault.DAMAGED or not twins:
                raise
            target = _restored(path, twins[0], elsewhere)
        aside = _put_aside(path)
        losses = Losses() if aside is None else recovering.lost_since(aside, target)
        return Restored(target, offer, losses, aside)

    return restore


def _restored(path: Path, offer: Offer, elsewhere: Path) -> Path:
    try:
        return recovering.restore(offer, recovering.new_path(path))
    except KnownError as error:
        if error.fault is not Fault.CANNOT_WRITE:
            raise
        return recovering.restore(offer, recovering.new_path(elsewhere / path.name))


def _put_aside(path: Path) -> Path | None:
    """Put a file aside; what cannot be renamed, on a stick that may not be written, stays under its name."""
    if not path.exists():
        return None
    try:
        return recovering.set_aside(path)
    except KnownError:
        return path


def offering(path: Path) -> Callable[[], Offer]:
    """Return the work of looking at a backup that somebody chose by hand. Raises KnownError NOT_OURS."""

    def look() -> Offer:
        glance = peek.peek(path)
        if glance.reach is not Reach.READ:
            raise KnownError(Fault.NOT_OURS, path=str(path))
        return Offer(copies.as_backup(glance), BackupSource.BESIDE, glance.event)

    return look


def left_of(event: Event, losses: Losses) -> Sequence[Left]:
    """Return all that was done since the backup, to be done by hand."""
    return recovering.left_of(event, losses)


def taking_over(event: Event, losses: Losses) -> Generator[int, None, TakenOver]:
    """Do again, a piece at a time, what was done since the backup."""
    return recovering.take_over_in_steps(event, losses)
