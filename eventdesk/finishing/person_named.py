"""Finds the one person that somebody means who wants to be told, or to be erased."""

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.people import records as people
from eventdesk.people.person import Person


def person_named(event: Event, text: str) -> Person:
    """Return the one person with this badge code, ticket, id of the event folder, e-mail address or whole name.

    Raises KnownError with NOBODY_MEANT for nobody, and with PERSON_NOT_CLEAR if several are meant.
    """
    wanted = " ".join(text.split()).casefold()
    found = [each for each in people.everyone(event.db) if wanted in _keys(each)]
    if not found:
        raise KnownError(Fault.NOBODY_MEANT, person=text)
    if len(found) > 1:
        raise KnownError(Fault.PERSON_NOT_CLEAR, person=text, number=str(len(found)))
    return found[0]


def _keys(person: Person) -> set[str]:
    keys = (person.code, person.ticket, person.foreign_id, person.email, person.name, person.list_name)
    return {key.casefold() for key in keys if key}
