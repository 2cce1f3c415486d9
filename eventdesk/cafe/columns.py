"""The tables of the World Café in an event folder: what their columns are called, and how a row is read."""

from collections.abc import Mapping

from eventdesk.cafe.table import CafeTable
from eventdesk.tables.table import Record

TABLES: Mapping[str, tuple[str, ...]] = {
    "table": ("Tisch",),
    "name": ("Bezeichnung", "Thema"),
    "host": ("Gastgeber", "Gastgeber:in", "Gastgebende"),
    "seats": ("Plätze", "Sitzplätze"),
    "question": ("Frage",),
}
_MOST_SEATS = 1_000


def table(record: Record, row_id: int) -> CafeTable:
    """Read one row of the tables; a table without a name is called by its id, its host need not be a known person."""
    ref = record.text("table")
    record.required("seats")
    return CafeTable(
        id=row_id,
        ref=ref,
        name=record.text("name", ref),
        host=record.text("host"),
        seats=record.whole("seats", 0, 1, _MOST_SEATS),
        question=record.text("question"),
        extra=dict(record.extra),
    )
