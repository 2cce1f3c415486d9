"""Puts people into an event and asks who is found, by name."""

from dataclasses import replace

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.people import records
from eventdesk.people.person import Person
from eventdesk.people.search import search
from eventdesk.store.access import new_id


def put(event: Event, *people: Person) -> list[int]:
    """Add people in one transaction and return their ids."""
    added = [replace(person, id=new_id()) for person in people]
    with event.transact(Op.IMPORT, "Liste") as tx:
        for person in added:
            records.insert(tx, person)
    return [person.id for person in added]


def called(event: Event, person: int) -> str:
    """Return what a person is called: given and family name, or the native name."""
    found = records.person(event.db, person)
    assert found is not None
    return found.name


def found(event: Event, words: str, limit: int = 50) -> list[str]:
    """Return the names of those who are found, in the order of the hits."""
    return [called(event, hit.person) for hit in search(event.db, words, limit)]


def named(given: str, family: str = "", **more: str) -> Person:
    """Return a person who is called so."""
    return Person(0, given_name=given, family_name=family, **more)  # type: ignore[arg-type]


def parts(event: Event) -> int:
    """Return of how many parts the index is made, each of which every question goes to."""
    return int(event.db.value("SELECT count(DISTINCT segid) FROM search_text_idx"))
