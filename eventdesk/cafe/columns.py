"""Tables and rounds of the World Café in an event folder: names of their columns, and how a row is read."""

from collections.abc import Mapping

from eventdesk.cafe.numbering import MOST_MINUTES, MOST_SEATS
from eventdesk.cafe.round import RoundWanted
from eventdesk.cafe.table import CafeTable
from eventdesk.tables.table import Record

TABLES: Mapping[str, tuple[str, ...]] = {
    "table": ("Tisch",),
    "name": ("Bezeichnung", "Thema"),
    "host": ("Gastgeber", "Gastgeber:in", "Gastgebende"),
    "seats": ("Plätze", "Sitzplätze"),
    "question": ("Frage",),
    "language": ("Sprache",),
    "step_free": ("stufenfrei", "barrierefrei"),
}
ROUNDS: Mapping[str, tuple[str, ...]] = {
    "round": ("Runde",),
    "minutes": ("Minuten", "Dauer"),
    "question": ("Frage",),
    "starts": ("Beginn", "start"),
}


def table(record: Record, row_id: int) -> CafeTable:
    """Read one row of the tables; a table without a name is called by its id, its host need not be a known person."""
    ref = record.text("table")
    record.required("seats")
    return CafeTable(
        id=row_id,
        ref=ref,
        name=record.text("name", ref),
        host=record.text("host"),
        seats=record.whole("seats", 0, 1, MOST_SEATS),
        question=record.text("question"),
        language=record.text("language"),
        step_free=record.yes("step_free", default=True),
        extra=dict(record.extra),
    )


def round_wanted(record: Record, starts: str) -> RoundWanted:
    """Read one row of the rounds; `starts` is its beginning as the clock at the venue shows it."""
    record.required("minutes")
    return RoundWanted(record.whole("minutes", 0, 1, MOST_MINUTES), record.text("question"), starts)
