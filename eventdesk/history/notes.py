"""Whom the notes of look-ups and files are about, by the names that people have now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eventdesk.codes import NOTES
from eventdesk.history import records
from eventdesk.history.happening import Step, StepKind
from eventdesk.history.steps import GONE
from eventdesk.people.person import Person
from eventdesk.store.access import Reader
from eventdesk.store.entries import Entry
from eventdesk.words.audit import people_in


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its entry, and whom it is about, by id. Who is not in the file any more is called "…"."""

    entry: Entry
    people: Mapping[int, str]


def noted(reader: Reader, limit: int) -> list[Note]:
    """Return the newest notes, the newest first."""
    entries = records.notes(reader, limit)
    people = _people(reader, entries)
    return [Note(entry, people.get(entry.eid, {})) for entry in entries]


def seen_in(reader: Reader, entries: Iterable[Entry]) -> dict[str, tuple[Step, ...]]:
    """Return whom the notes among these entries are about, by the id of the entry: a step each."""
    return {
        eid: tuple(Step("person", person, StepKind.SEEN, name) for person, name in people.items())
        for eid, people in _people(reader, entries).items()
    }


def _people(reader: Reader, entries: Iterable[Entry]) -> dict[str, dict[int, str]]:
    found = {entry.eid: ids for entry in entries if entry.op in NOTES and (ids := people_in(entry.label))}
    if not found:
        return {}
    rows = records.names_of(reader, "person", sorted({person for ids in found.values() for person in ids}))
    names = {
        person: Person(person, row["given_name"], row["family_name"], row["native_name"]).name
        for person, row in rows.items()
    }
    return {eid: {person: names.get(person) or GONE for person in ids} for eid, ids in found.items()}
