"""What tables and rounds must have before they are written."""

from collections.abc import Collection

from eventdesk.cafe.round import RoundWanted
from eventdesk.cafe.table import CafeTable
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.store.times import is_clock_text

MOST_SEATS = 1_000
MOST_MINUTES = 24 * 60
MOST_ROUNDS = 50


def require_table(table: CafeTable, refs: Collection[str]) -> None:
    """Raise `KnownError` for a table that cannot be written; `refs` are the ids of the others."""
    if not table.name.strip():
        raise KnownError(Fault.NO_TABLE_NAME)
    if not 1 <= table.seats <= MOST_SEATS:
        raise KnownError(Fault.BAD_SEATS, name=table.name, most=str(MOST_SEATS))
    if table.ref in refs:
        raise KnownError(Fault.NUMBER_TAKEN, number=table.ref)


def require_rounds(rounds: Collection[RoundWanted]) -> None:
    """Raise `KnownError` for rounds that cannot be written."""
    if len(rounds) > MOST_ROUNDS:
        raise KnownError(Fault.BAD_ROUNDS, most=str(MOST_ROUNDS))
    for each in rounds:
        if not 1 <= each.minutes <= MOST_MINUTES:
            raise KnownError(Fault.BAD_MINUTES, most=str(MOST_MINUTES))
        if each.starts and not is_clock_text(each.starts):
            raise KnownError(Fault.BAD_TIME, value=each.starts)
