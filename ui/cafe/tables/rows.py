"""The lines of the list of people."""

from collections.abc import Generator

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.guest import CafeGuest
from eventdesk.cafe_day import CafeDay
from eventdesk.words import Words
from ui.cafe.tables.faces import table_of
from ui.cafe.tables.guests_card import Row

PIECE = 200


def rows_in_steps(words: Words, cafe: Cafe, day: CafeDay, round_id: int | None) -> Generator[None, None, list[Row]]:
    """Return a line for everybody who takes part or has a table, by name; in short steps."""
    present, rows = day.present, list[Row]()
    guests = sorted(cafe.guests.values(), key=lambda each: each.order)
    for number, guest in enumerate(guests):
        if number % PIECE == PIECE - 1:
            yield
        if guest.takes_part or guest.id in cafe.way_of:
            rows.append(_row(words, cafe, guest, present, round_id))
    return rows


def _row(words: Words, cafe: Cafe, guest: CafeGuest, present: frozenset[int] | None, round_id: int | None) -> Row:
    seated, here = guest.id in cafe.way_of, present is None or guest.id in present
    table = table_of(cafe, guest.id, round_id) if round_id is not None else None
    where = cafe.table_of[table].name if table is not None and table in cafe.table_of else ""
    waiting, absent = not seated and here, seated and not here
    state = words.t("not here") if absent else words.t("waits") if waiting and present is not None else ""
    name = guest.list_name or guest.name
    text = " · ".join(each for each in (name, where, state) if each)
    found_by = f"{guest.name} {name} {guest.organisation} {where}".casefold()
    return Row(guest.id, text, found_by, waiting=waiting, absent=absent)
