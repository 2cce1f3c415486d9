"""Erases one person from an event file and its journal (Art. 17 GDPR)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eventdesk.backups import places
from eventdesk.backups.keeping import shred_automatic
from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.finishing import records
from eventdesk.finishing.belongings import EMPTIED, LISTS
from eventdesk.people import records as people
from eventdesk.people.person import Person
from eventdesk.people.records import FormerKey
from eventdesk.store.forgetting import Forgotten

_LEAST = 6
"""An address, number or code that is shorter, or a name of one word, would be found in other texts by chance."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What came of it: how many rows are gone, and the entry that says that somebody was erased, without saying who.

    `namesake`: somebody else has the same name, so that it was left where it stands in other people's texts.
    `backups_left` are automatic backups that could not be deleted.
    """

    rows: int
    eid: str
    namesake: bool
    backups_left: tuple[Path, ...] = ()


def erase_person(event: Event, person: int) -> Erased:
    """Erase a person with all that belongs to them, and write the file anew so that nothing is left between its pages.

    The automatic backups go as well. It cannot be undone. Takes as long as the whole file takes to write. Raises
    KnownError if nobody has this id.
    """
    known = people.person(event.db, person)
    if known is None:
        raise KnownError(Fault.UNKNOWN_PERSON, person=str(person))
    namesake = records.has_namesake(event.db, person, known.given_name, known.family_name, known.native_name)
    rows = records.rows_of(event.db, person)
    keys = [str(row["value"]) for row in rows["former_key"] if row["kind"] != FormerKey.FOREIGN_ID]
    wanted = Forgotten(
        rows={table: [int(row["id"] or 0) for row in found] for table, found in rows.items()},
        owners=(person,),
        references=EMPTIED,
        lists=LISTS,
        names=_names(known, namesake=namesake),
        texts=_texts(known, keys, namesake=namesake),
    )
    with event.transact(Op.ERASE_PERSON, "") as tx:
        gone = tx.forget(wanted)
        eid = tx.eid
    event.scrub()
    _, left = shred_automatic(places.home(), event.event_id, event.path)
    return Erased(gone, eid, namesake, left)


def _names(person: Person, *, namesake: bool) -> tuple[str, ...]:
    """Return what a person may be called by in lists of speakers."""
    named = () if namesake else (person.name,)
    return tuple(name for name in dict.fromkeys((person.foreign_id, *named)) if name)


def _texts(person: Person, keys: Sequence[str], *, namesake: bool) -> tuple[str, ...]:
    """Return what is put out wherever it stands: names as a whole, addresses, numbers, codes, also former ones."""
    named = [] if namesake else [person.name, person.list_name, person.native_name]
    long_enough = [
        text for text in (person.email, person.phone, person.code, person.ticket, *keys) if len(text) >= _LEAST
    ]
    return tuple(dict.fromkeys([*(name for name in named if " " in name), *long_enough]))
