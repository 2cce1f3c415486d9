"""What a person at the desk does to people: add one, correct one, cancel, take back a cancellation."""

from dataclasses import dataclass, replace
from typing import Any

from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.people import records
from eventdesk.people.code import new_codes
from eventdesk.people.consent import Consent
from eventdesk.people.person import Person, Status
from eventdesk.people.visits import forget_visits
from eventdesk.store.access import WHOLE, Reader, Share, new_id


@dataclass(frozen=True)
class Edited:
    """A person before and after an edit. `eid` is the journal entry, None if nothing differed."""

    before: Person
    after: Person
    eid: str | None


def add(event: Event, person: Person) -> Person:
    """Add a person, who gets an id and a badge code. Raises KnownError without a name."""
    _require_name(person)
    with event.transact(Op.ADD_PERSON, person.name) as tx:
        added = identified(tx, person)
        records.insert(tx, added)
    return added


def edit(event: Event, person_id: int, **fields: Any) -> Edited:
    """Change the given fields of a person. Raises KnownError if nobody has this id or no name would be left.

    Who does not want to be invited any more is not remembered as having come before, either.
    """
    before = records.person(event.db, person_id)
    if before is None:
        raise KnownError(Fault.UNKNOWN_PERSON, person=str(person_id))
    after = replace(before, **fields)
    if after == before:
        return Edited(before, before, None)
    _require_name(after)
    with event.transact(Op.EDIT_PERSON, after.name) as tx:
        records.change(tx, before, after)
        if Consent.INVITE in before.consents and Consent.INVITE not in after.consents:
            forget_visits(tx, person_id)
        return Edited(before, after, tx.eid)


def cancel(event: Event, person_id: int) -> Edited:
    """Note that a person will not come; a scan of their badge is refused from now on."""
    return edit(event, person_id, status=Status.CANCELLED)


def readmit(event: Event, person_id: int) -> Edited:
    """Take back a cancellation, or admit somebody who was waiting."""
    return edit(event, person_id, status=Status.REGISTERED)


def identified(reader: Reader, person: Person) -> Person:
    """Return `person` with a new id and, unless they bring one, a badge code that nobody in the file has."""
    code = person.code or free_codes(reader, 1)[0]
    return replace(person, id=new_id(), code=code)


def free_codes(reader: Reader, number: int, share: Share = WHOLE) -> list[str]:
    """Return so many new badge codes of a share of all in ascending order; nobody in the file has any of them."""
    anybody = records.anybody(reader)
    codes: dict[str, None] = {}
    while len(codes) < number:
        codes |= dict.fromkeys(new_codes(number - len(codes), share=share))
        for taken in records.codes_taken(reader, codes) if anybody else ():
            del codes[taken]
    return sorted(codes)


def _require_name(person: Person) -> None:
    if not person.name:
        raise KnownError(Fault.NO_NAME)
