"""Takes rows of one event over into another file that is being made."""

from collections.abc import Callable, Collection, Mapping, Sequence

from eventdesk.event import Transaction
from eventdesk.finishing import records
from eventdesk.finishing.belongings import EXTRA_KINDS_THAT_STAY
from eventdesk.store.access import Reader, Value

Row = dict[str, Value]
Emptied = Mapping[str, Value]
_TO_ITSELF = {"poll": "run_off_of"}


def carry(
    reader: Reader,
    tx: Transaction,
    table: str,
    emptied: Emptied,
    *,
    but: Collection[str] = (),
    change: Callable[[Row], Row] | None = None,
) -> int:
    """Take over all rows of a table under their ids, some columns emptied, others as `change` says; returns how many.

    `but`: what stands in the first column after the id (a key, a name) of the rows that are left behind.
    """
    rows = [row for row in records.all_rows(reader, table) if str(list(row.values())[1]) not in but]
    for row in _referred_to_first(table, rows):
        tx.insert(table, {**(row if change is None else change(row)), **emptied})
    return len(rows)


def _referred_to_first(table: str, rows: Sequence[Row]) -> list[Row]:
    """Return rows that refer to others of their own table behind those."""
    column = _TO_ITSELF.get(table)
    if column is None:
        return list(rows)
    ordered: list[Row] = []
    there: set[Value] = {None}
    left = list(rows)
    while left:
        ready = [row for row in left if row[column] in there] or left
        ordered += ready
        there.update(row["id"] for row in ready)
        left = [row for row in left if row["id"] not in there]
    return ordered


def carry_extras(reader: Reader, tx: Transaction, kinds: Collection[str] = EXTRA_KINDS_THAT_STAY) -> None:
    """Take over the extra fields of things of these kinds."""
    for row in records.all_rows(reader, "extra"):
        if row["kind"] in kinds:
            tx.insert("extra", row)


def pictures_of_projects(reader: Reader) -> tuple[str, ...]:
    """Return the names of the pictures that exhibitors gave of themselves."""
    names = (str(row["picture"]) for row in records.all_rows(reader, "exhibitor"))
    return tuple(dict.fromkeys(name for name in names if name))
