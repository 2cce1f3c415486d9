"""Finishes an event: its figures stay; its people, their journal, backups and exports go to the last byte."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from glob import escape
from pathlib import Path

from eventdesk import backups, outputs
from eventdesk.backups import places
from eventdesk.backups.keeping import shred_automatic
from eventdesk.desk import create_event, open_event
from eventdesk.errors import KnownError
from eventdesk.event import Clock, Event, Transaction, system_clock
from eventdesk.files import half_made, replace_and_shred, shred
from eventdesk.finishing import records
from eventdesk.finishing.belongings import PICTURES_THAT_GO, SETTINGS_THAT_GO, STAYS
from eventdesk.finishing.carrying import carry, carry_extras, pictures_of_projects
from eventdesk.finishing.traces import found_in
from eventdesk.outputs import Output
from eventdesk.people import records as people
from eventdesk.reports.figures.figure import Figures
from eventdesk.reports.figures.gathering import figures
from eventdesk.reports.figures.kept import KEPT, keep
from eventdesk.starting import shortened
from eventdesk.store import settings, times

_PUT_ASIDE = (".before-v*", ".damaged*", "-*.stray*")
"""How files beside the event file end that were put aside: brought up to date, damaged, or not belonging to it."""
FINISHED_AT, FINISHED_FIGURES = "finished.at", KEPT


@dataclass(frozen=True, slots=True)
class Leftovers:
    """What this computer holds beside the event file: its backups, and files written since the event was made."""

    backups: tuple[Path, ...]
    outputs: tuple[Output, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """What came of it: how many people were deleted, which files with them.

    `traces` are bytes of people that were found in the file afterwards, by how many; there should be none.
    `kept` are files that could not be deleted.
    """

    people: int
    deleted: tuple[Path, ...]
    kept: tuple[Path, ...]
    traces: int


def finished_at(event: Event) -> datetime | None:
    """Return when the event was finished, in its zone; None if it was not."""
    text = settings.get(event.db, FINISHED_AT)
    return times.from_text(text).astimezone(event.zone) if text else None


def leftovers(event: Event, folders: Sequence[Path]) -> Leftovers:
    """Return what else there is of an event: its backups, also the automatic ones, and what was written since.

    Backups are looked for in these folders, beside the file, and where this desk keeps them by itself.
    """
    return looking_for_leftovers(event, folders)()


def looking_for_leftovers(event: Event, folders: Sequence[Path]) -> Callable[[], Leftovers]:
    """Return the work of finding the same, which knows no event: it may be done in another thread."""
    path, event_id, made = event.path, event.event_id, records.first_entry_at(event.db)

    def look() -> Leftovers:
        kept_in = places.folders_of(places.home(), event_id)
        looked_in = dict.fromkeys(each.resolve() for each in (path.parent, *folders, *kept_in) if each.is_dir())
        copies = [each.path for folder in looked_in for each in backups.backups_in(folder, event_id, path)]
        kept = [each for ending in _PUT_ASIDE for each in path.parent.glob(escape(path.name) + ending)]
        kept = [each for each in kept if each.is_file()]
        kept += [each for folder in looked_in for each in _half(folder, path)]
        since = outputs.written_since(times.from_text(made)) if made else []
        own = {path.resolve(), *(each.resolve() for each in copies)}
        return Leftovers((*copies, *kept), tuple(each for each in since if each.path.resolve() not in own))

    return look


def _half(folder: Path, path: Path) -> list[Path]:
    """Return what was left half written in a folder when the program was ended while it copied this event."""
    stem = re.escape(shortened(backups.plain_stem(path)))
    name = re.compile(rf"\.{stem}( \d{{4}}-\d\d-\d\d .*)?\.eventdesk.*", re.DOTALL)
    return [each for each in half_made(folder) if name.fullmatch(each.name)]


def finish(
    path: Path,
    *,
    delete: Sequence[Path] = (),
    desk: str = "",
    actor: str = "",
    clock: Clock = system_clock,
) -> Finished:
    """Delete all people of an event file that is not open elsewhere, its automatic backups, and the given files.

    The file is made anew of what holds nobody's data and then takes the place of the old one, whose bytes are
    overwritten: if anything fails before that, the old file is as it was. It cannot be undone. Raises as `open_event`.
    """
    making = path.with_name(f".{path.stem}.finished.eventdesk")
    making.unlink(missing_ok=True)
    with open_event(path, desk=desk, actor=actor, clock=clock) as event:
        if event.closed is not None:
            raise event.closed
        number, event_id = people.count(event.db), event.event_id
        needles = records.words_about_people(event.db)
        last = figures(event)
        details = replace(event.details, contact="")
        try:
            made = create_event(making, details=details, fill=_filler(event, last), desk=desk, actor=actor, clock=clock)
            made.close()
        except BaseException:
            making.unlink(missing_ok=True)
            raise
    replace_and_shred(making, path)
    deleted, kept = _delete(delete)
    newer, stuck = shred_automatic(places.home(), event_id, path)  # those that were made since somebody looked
    outputs.strike_out_missing()
    places.forget(places.home(), event_id)
    kept = tuple(dict.fromkeys((*kept, *stuck)))
    return Finished(number, (*deleted, *newer), kept, len(found_in(path, needles)))


def _filler(event: Event, last: Figures) -> Callable[[Transaction], None]:
    def fill(tx: Transaction) -> None:
        but = {
            "setting": {*settings.all_of(tx), *SETTINGS_THAT_GO},
            "picture": {*pictures_of_projects(event.db), *PICTURES_THAT_GO},
        }
        for table, emptied in STAYS.items():
            carry(event.db, tx, table, emptied, but=but.get(table, ()))
        carry_extras(event.db, tx)
        records.fill_sealed(tx, records.sealed_rows(event.db))
        settings.put(tx, FINISHED_AT, times.to_text(event.now()))
        keep(tx, last)

    return fill


def _delete(paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    deleted, kept = [], []
    for path in paths:
        try:
            shred(path)
        except KnownError:
            kept.append(path)
        else:
            deleted.append(path)
    return tuple(deleted), tuple(kept)
