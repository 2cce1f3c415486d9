"""Who is in the file, as an import compares its list with them: taken in slices, so that the window stays in use."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from eventdesk.people import records as everybody
from eventdesk.people.importing import records
from eventdesk.people.importing.records import Former, Stored
from eventdesk.store.access import Reader

PEOPLE_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The people of a file at one moment, without a connection.

    `people` are rows in the order of records.COLUMNS, `extras` their further fields by id. `former` are those who were
    merged into them, by which they are known as well. `imported` tells for those into whom not lists alone have written
    what lists wrote last, by id and column, into them and into each who was merged into them; all others are as lists
    left them. `seen` is the newest journal entry of that moment.
    """

    people: Sequence[Stored]
    extras: Mapping[int, Mapping[str, str]]
    former: Sequence[Former]
    imported: Mapping[int, Sequence[Mapping[str, str]]]
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
    former: list[Former] = []
    imported: dict[int, list[Mapping[str, str]]] = {}
    page = records.people_after(reader, 0, PEOPLE_AT_ONCE)
    while page:
        people += page
        ids = [row[0] for row in page]
        extras |= records.extras(reader, ids)
        selves = records.former_selves(reader, page)
        former += selves
        imported |= _imported(reader, records.changed_by_others(reader, ids), selves)
        yield SnapshotStep(len(people), max(total, len(people)))
        page = records.people_after(reader, ids[-1], PEOPLE_AT_ONCE)
    yield SnapshotStep(len(people), len(people), Snapshot(people, extras, former, imported, seen))


def _imported(reader: Reader, others: Sequence[int], selves: Sequence[Former]) -> dict[int, list[Mapping[str, str]]]:
    """Return what lists wrote last into people, by the id of each whom they were made of."""
    parts = {person: {person} for person in others}
    for each in selves:
        parts.setdefault(each.row[0], {each.row[0]}).add(each.was)
    written = everybody.imported_values(reader, [part for made_of in parts.values() for part in made_of])
    return {person: [written.get(part, {}) for part in made_of] for person, made_of in parts.items()}


def take_snapshot(reader: Reader) -> Snapshot:
    """Look at everybody at once."""
    return next(step.snapshot for step in snapshot_in_steps(reader) if step.snapshot is not None)
