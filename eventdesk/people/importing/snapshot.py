"""Who is in the file, as an import compares its list with them: taken in slices, so that the window stays in use."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from eventdesk.people import records as everybody
from eventdesk.people.importing import records
from eventdesk.people.importing.records import Stored
from eventdesk.store.access import Reader

PEOPLE_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The people of a file at one moment, without a connection.

    `people` are rows in the order of records.COLUMNS, `extras` their further fields by id. `imported` tells for those
    into whom not lists alone have written what lists wrote last, by id and column; all others are as lists left them.
    `seen` is the newest journal entry of that moment.
    """

    people: Sequence[Stored]
    extras: Mapping[int, Mapping[str, str]]
    imported: Mapping[int, Mapping[str, str]]
    seen: str


@dataclass(frozen=True, slots=True)
class SnapshotStep:
    """How many people have been looked at. The last step brings the snapshot."""

    done: int
    total: int
    snapshot: Snapshot | None = None


def snapshot_in_steps(reader: Reader) -> Iterator[SnapshotStep]:
    """Look at everybody in the file, a few hundred at a time; between two steps others may write.

    `seen` is from before the first step: whoever is written later counts as changed since, be it for this snapshot
    early or late.
    """
    seen = everybody.latest_entry(reader)
    total = everybody.count(reader)
    people: list[Stored] = []
    extras: dict[int, dict[str, str]] = {}
    imported: dict[int, Mapping[str, str]] = {}
    page = records.people_after(reader, 0, PEOPLE_AT_ONCE)
    while page:
        people += page
        ids = [row[0] for row in page]
        extras |= records.extras(reader, ids)
        others = records.changed_by_others(reader, ids)
        imported |= {person: {} for person in others}
        imported |= everybody.imported_values(reader, others)
        yield SnapshotStep(len(people), max(total, len(people)))
        page = records.people_after(reader, ids[-1], PEOPLE_AT_ONCE)
    yield SnapshotStep(len(people), len(people), Snapshot(people, extras, imported, seen))


def take_snapshot(reader: Reader) -> Snapshot:
    """Look at everybody at once."""
    return next(step.snapshot for step in snapshot_in_steps(reader) if step.snapshot is not None)
