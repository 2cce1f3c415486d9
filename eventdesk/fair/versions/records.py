"""The SQL of placements that were kept: the tables `plan` and `plan_stand`."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from eventdesk.fair.plan import Version
from eventdesk.store import times
from eventdesk.store.access import Reader, Row, Writer, new_ids

_PLANS = "SELECT id, name, at, desk, status, cost, bound, milliseconds, seed FROM plan"
_STANDS = ("id", "plan", "exhibitor", "booth")


def versions(reader: Reader) -> list[Version]:
    """Return all placements that were kept, the newest first."""
    return [_version(row) for row in reader.rows(f"{_PLANS} ORDER BY at DESC, rowid DESC")]


def version(reader: Reader, plan: int) -> Version | None:
    """Return one placement that was kept."""
    row = reader.row(f"{_PLANS} WHERE id = ?", plan)
    return None if row is None else _version(row)


def stands_of(reader: Reader, plan: int) -> dict[int, tuple[int, ...]]:
    """Return the row ids of the booths by exhibitor, as they were then; some of both may be gone since."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for row in reader.rows("SELECT exhibitor, booth FROM plan_stand WHERE plan = ? ORDER BY id", plan):
        found[row["exhibitor"]].append(row["booth"])
    return {exhibitor: tuple(booths) for exhibitor, booths in found.items()}


def insert_version(writer: Writer, kept: Version, stands: Mapping[int, Collection[int]]) -> None:
    """Write a placement, which already has an id."""
    writer.insert(
        "plan",
        {
            "id": kept.id,
            "name": kept.name,
            "at": times.to_text(kept.at),
            "desk": kept.desk,
            "status": kept.status,
            "cost": kept.cost,
            "bound": kept.bound,
            "milliseconds": kept.milliseconds,
            "seed": kept.seed,
        },
    )
    pairs = [(exhibitor, booth) for exhibitor, booths in stands.items() for booth in booths]
    for row_id, (exhibitor, booth) in zip(new_ids(len(pairs)), pairs, strict=True):
        writer.insert("plan_stand", dict(zip(_STANDS, (row_id, kept.id, exhibitor, booth), strict=True)))


def _version(row: Row) -> Version:
    return Version(**dict(row) | {"at": times.from_text(row["at"])})
