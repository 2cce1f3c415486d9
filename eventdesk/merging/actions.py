"""Makes one person of two: everything that pointed to the other points to the kept one, in one entry and one undo."""

from collections.abc import Mapping
from dataclasses import dataclass

from eventdesk.cafe import records as cafe
from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.merging import records
from eventdesk.merging.choice import Take, merged
from eventdesk.panels.draws import records as draws
from eventdesk.people import records as people
from eventdesk.people.person import Person
from eventdesk.people.records import FormerKey
from eventdesk.words.ops import both_names


@dataclass(frozen=True)
class Merged:
    """What came of two people: the kept one as they are now, who is gone, the journal entry."""

    after: Person
    gone: Person
    eid: str


def merge(event: Event, kept_id: int, other_id: int, choice: Mapping[str, Take] | None = None) -> Merged:
    """Keep one person and take the other out of the list.

    Scans, printed badges, places, sessions and tables of the other become those of the kept person, and the other's
    badge code, ticket and folder id lead to the kept person. Raises KnownError if one of them is not there, or if no
    name would be left.
    """
    kept, other = people.person(event.db, kept_id), people.person(event.db, other_id)
    if kept is None or other is None or kept_id == other_id:
        raise KnownError(Fault.UNKNOWN_PERSON, person=str(other_id if kept is not None else kept_id))
    after = merged(kept, other, choice or {})
    if not after.name:
        raise KnownError(Fault.NO_NAME)
    with event.transact(Op.MERGE_PEOPLE, both_names(after.name, other.name)) as tx:
        records.move(tx, other.id, kept.id)
        if other.foreign_id and after.foreign_id != other.foreign_id:
            records.rename(tx, other.foreign_id, after.foreign_id)
        draws.pass_on(tx, kept.id, other.id)
        cafe.pass_on(tx, kept.id, other.id)
        for kind, value in _lost_keys(kept, other, after):
            people.add_former_key(tx, kept.id, kind, value)
        people.delete(tx, other)
        people.change(tx, kept, after)
        return Merged(after, other, tx.eid)


def _lost_keys(kept: Person, other: Person, after: Person) -> list[tuple[FormerKey, str]]:
    """Return what led to either of them and would lead to nobody now."""
    led = [
        (FormerKey.CODE, {kept.code, other.code}, after.code),
        (FormerKey.TICKET, {kept.ticket, other.ticket}, after.ticket),
        (FormerKey.FOREIGN_ID, {kept.foreign_id, other.foreign_id}, after.foreign_id),
    ]
    return [(kind, value) for kind, values, now in led for value in sorted(values) if value and value != now]
