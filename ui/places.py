"""Where the open file lies: a place that is not good to work in is told, with a better one that one click leads to."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import assert_never

from eventdesk import backups, starting
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Clock, Event
from eventdesk.whereabouts import Place, Whereabouts, free_bytes, whereabouts
from eventdesk.words import Words
from eventdesk.words.faults import fault_sentence
from eventdesk.words.recovering import place_sentence
from ui.amounts import size_text
from ui.closed_file import After, ClosedDeed
from ui.preferences import Preferences, key_of_file

KEPT_HERE = "places/kept"
"""Under this key it is remembered, for each file, where somebody wants it to stay."""
SCARCE = 200_000_000
"""With fewer bytes free something is said: a day needs a few megabytes, backups and printing more."""


@dataclass(frozen=True)
class Found:
    """Where a file lies, whether the folder of this user is a better place, and how many bytes are free."""

    here: Whereabouts
    better: bool
    free: int | None


@dataclass(frozen=True)
class Advice:
    """What is said, in full and `briefly`, what one click does about it, and how it is declined; empty: not at all."""

    sentence: str
    briefly: str
    yes: str
    no: str
    deed: ClosedDeed | None = None
    backups: Path | None = None


def looking(path: Path, documents: Path) -> Callable[[], Found]:
    """Return the work of finding out where a file lies, for another thread: a network may take its time."""

    def look() -> Found:
        better = whereabouts(documents).kind is Place.LOCAL
        return Found(whereabouts(path), better, free_bytes(path))

    return look


def advice(words: Words, event: Event, found: Found | None, preferences: Preferences) -> Advice | None:
    """Return what is to be said about the place of an open file; None if all is well, or somebody wants it so."""
    path = event.path
    if event.view_only is Fault.VIEW_ONLY and event.closed is not None:
        yes = words.t("Save a copy and work with it")
        told, deed = fault_sentence(words, event.closed), _copying(words, path, preferences.documents())
        return Advice(told, words.t("This file can only be looked at."), yes, "", deed)
    wanted = preferences.kept(key_of_file(KEPT_HERE, path)) == str(path)
    if event.view_only is not None or found is None or found.here.kind is Place.LOCAL or not found.better or wanted:
        return None
    deed = _copying(words, path, preferences.documents())
    told, briefly, no = place_sentence(words, found.here), _briefly(words, found.here), words.t("Keep it here")
    if found.here.kind is Place.TEMPORARY:
        return Advice(told, briefly, words.t("Work on a copy in my documents"), no, deed)
    return Advice(told, briefly, words.t("Work on a local copy, put backups there"), no, deed, path.parent)


def trouble(words: Words, error: KnownError) -> Advice | None:
    """Return what is to be said while nothing can be written into the open file; None if it is no trouble of the disk.

    What one click does about it is up to the fault: a copy where the file itself cannot be reached, a backup where it
    is damaged.
    """
    match error.fault:
        case Fault.FILE_LOST | Fault.CANNOT_WRITE | Fault.CANNOT_READ | Fault.VIEW_ONLY:
            briefly = words.t("The file is out of reach: nothing is saved.")
            return Advice(fault_sentence(words, error), briefly, words.t("Save a copy and work with it"), "")
        case Fault.DISK_FULL:
            told = words.t("The disk is full: nothing is saved any more. Make room, then do again what was refused.")
            return Advice(told, words.t("The disk is full: nothing is saved."), "", words.t("Got it"))
        case Fault.DAMAGED:
            return Advice(
                words.t("The file is damaged: nothing more can be saved in it. Go back to a backup."),
                words.t("The file is damaged."),
                words.t("Go back to a backup"),
                "",
            )
        case _:
            return None


def over(words: Words) -> Advice:
    """Return what is to be said when steps can be saved again, but several could not be."""
    told = words.t("Everything is saved again. What was refused before is not in the file: please do it again.")
    return Advice(told, words.t("Saved again. Please do again what was refused."), "", words.t("Got it"))


def rescue(words: Words, event: Event, documents: Path) -> ClosedDeed:
    """Write all that is saved into a new file, and return what opens that one. Raises KnownError."""
    starting.make_folder(documents)
    target = starting.free_name(documents, event.path.stem)
    event.backup(target)
    doing = words.t("Copying the event to this computer …")
    return ClosedDeed(event.path, doing, lambda _desk, _clock: After(target, partial(_told_of, target)))


def keep_here(preferences: Preferences, path: Path) -> None:
    """Say nothing more about the place of this file."""
    preferences.keep(key_of_file(KEPT_HERE, path), str(path))


def scarce(words: Words, found: Found) -> str:
    """Return what is to be said about the room on the disk; empty if there is enough."""
    if found.free is None or found.free >= SCARCE:
        return ""
    return words.t(
        "Only {size} are free on the disk with this event. Make room: on a full disk nothing can be saved.",
        size=size_text(words, found.free),
    )


def _briefly(words: Words, here: Whereabouts) -> str:
    match here.kind:
        case Place.LOCAL:
            return ""
        case Place.CLOUD:
            return words.t("This file lies in {name}.", name=here.name)
        case Place.NETWORK:
            return words.t("This file lies on a network drive.")
        case Place.REMOVABLE:
            return words.t("This file lies on a stick or card.")
        case Place.TEMPORARY:
            return words.t("This file lies in a temporary folder.")
        case _:
            assert_never(here.kind)


def _copying(words: Words, path: Path, documents: Path) -> ClosedDeed:
    doing = words.t("Copying the event to this computer …")
    return ClosedDeed(path, doing, partial(_copy, path, documents))


def _copy(path: Path, documents: Path, _desk: str, _clock: Clock) -> After:
    starting.make_folder(documents)
    target = backups.open_copy(path, starting.free_name(documents, path.stem))
    return After(target, partial(_told_of, target))


def _told_of(target: Path, words: Words) -> str:
    return words.t("You work on {path} now. The file in its former place stays as it is.", path=target)
