"""What a desk does with badges that are printed: give them out, take them back, replace one that is lost."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from eventdesk.badges import records
from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.people import records as people_records
from eventdesk.people.actions import free_codes
from eventdesk.people.person import Person
from eventdesk.people.records import FormerKey


@dataclass(frozen=True, slots=True)
class Replaced:
    """A person with their new code, the code that is refused from now on, and the journal entry."""

    person: Person
    old_code: str
    eid: str


def hand_out(event: Event, ids: Sequence[int]) -> str | None:
    """Note that these people have their badges now; those who do have them already are passed over.

    One entry and one undo, for a leader who fetches twelve. Returns the journal entry, None if nobody is left. Raises
    `KnownError` UNKNOWN_PERSON.
    """
    known = all_of(event, list(dict.fromkeys(ids)))
    waiting = records.latest(event.db, [person.id for person in known])
    getting = [person for person in known if person.id in waiting and not waiting[person.id].handed_out]
    if not getting:
        return None
    with event.transact(Op.HAND_OUT, _label(getting)) as tx:
        records.insert_handouts(tx, [person.id for person in getting], event.now(), event.desk)
        return tx.root


def take_back(event: Event, ids: Sequence[int]) -> str | None:
    """Note that the badges of these people lie here again. Returns the journal entry, None if none was out.

    Raises `KnownError` UNKNOWN_PERSON.
    """
    known = all_of(event, list(dict.fromkeys(ids)))
    rows = records.handouts_since_print(event.db, [person.id for person in known])
    if not rows:
        return None
    with event.transact(Op.TAKE_BACK, _label(known)) as tx:
        records.drop_handouts(tx, rows)
        return tx.root


def replace_badge(event: Event, person_id: int, reason: str) -> Replaced:
    """Give a person a new badge code; the old one is refused from now on and tells whose it was.

    `reason` is a `PrintReason` or the words of the desk. Raises `KnownError` UNKNOWN_PERSON.
    """
    (person,) = all_of(event, [person_id])
    renewed = replace(person, code=free_codes(event.db, 1)[0])
    with event.transact(Op.REPLACE_BADGE, person.name) as tx:
        people_records.change(tx, person, renewed)
        if person.code:
            people_records.add_former_key(tx, person.id, FormerKey.LOST, person.code, reason)
        return Replaced(renewed, person.code, tx.eid)


def all_of(event: Event, ids: Sequence[int]) -> list[Person]:
    """Return the people with these ids, in this order. Raises `KnownError` UNKNOWN_PERSON if nobody has one of them."""
    people = people_records.people(event.db, ids)
    unknown = set(ids) - {person.id for person in people}
    if unknown:
        raise KnownError(Fault.UNKNOWN_PERSON, person=str(min(unknown)))
    return people


def _label(people: Sequence[Person]) -> str:
    return people[0].name if len(people) == 1 else str(len(people))
