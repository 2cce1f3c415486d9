"""The history of one person: added, changed, scanned, printed, given a place, undone.

Found by indexes, however large the file is.
"""

from collections.abc import Sequence

from eventdesk.history import records
from eventdesk.history.happening import Happening
from eventdesk.history.records import Changed
from eventdesk.history.steps import NAME_PARTS, steps_of
from eventdesk.people.person import Person
from eventdesk.store.access import Reader


def history_of(reader: Reader, person: int) -> list[Happening]:
    """Return all that happened to a person, newest first; also to somebody who was taken off the list again."""
    changes = records.changes_of_rows(reader, "person", [person])
    own = {each.eid for each in changes}
    changes += records.changes_of_rows(reader, "extra", sorted(_extras(reader, person, own, _names(changes))))
    changes += records.changes_of_rows(reader, "scan", sorted(records.scan_rows(reader, person)))
    changes += records.changes_of_rows(reader, "badge_print", records.print_rows(reader, person))
    changes += records.changes_of_rows(reader, "badge_handout", sorted(records.handout_rows(reader, person)))
    changes += records.changes_of_rows(reader, "former_key", records.key_rows(reader, person))
    for table, rows in records.place_rows(reader, person).items():
        changes += records.changes_of_rows(reader, table, rows)
    changes += _cards(reader, person, _names(changes))
    changes += records.changes_of_rows(reader, "ballot_issue", records.ballot_rows(reader, person))
    entries = records.newest_first(reader, sorted({each.eid for each in changes}))
    steps = steps_of(reader, changes, {entry.eid: entry.label for entry in entries})
    undone = records.entries_by_id(reader, sorted({entry.undoes for entry in entries if entry.undoes}))
    return [
        Happening(entry, steps[entry.eid], of, again=records.deed_of(reader, of)[1])
        for entry in entries
        for of in (undone.get(entry.undoes or ""),)
    ]


def _extras(reader: Reader, person: int, entries: set[str], names: set[str]) -> set[int]:
    """Return the rows of a person's extra fields, those included that are gone: entries about the person wrote them."""
    found = set(records.extra_rows(reader, person))
    for each in records.extra_changes(reader, sorted(entries | records.edits_of(reader, names))):
        if (each.after or each.before or {}).get("owner") == person:
            found.add(each.row)
    return found


def _cards(reader: Reader, person: int, names: set[str]) -> list[Changed]:
    """Return what became of cards of the World Café while they were this person's."""
    changes = records.changes_of_rows(reader, "cafe_itinerary", records.card_rows(reader, person, names))
    return [each for each in changes if person in {(image or {}).get("person") for image in (each.before, each.after)}]


def _names(changes: Sequence[Changed]) -> set[str]:
    """Return the names that a person has had: entries that edited them are labelled so."""
    rows = [image for change in changes for image in (change.before, change.after) if image is not None]
    whole = next((image for image in rows if "id" in image), {})
    found: set[str] = set()
    for image in rows:
        given, family, native = (str({**whole, **image}.get(part) or "") for part in NAME_PARTS)
        found.add(Person(0, given, family, native).name)
    return found
