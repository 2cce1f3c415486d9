"""The SQL of ways through the tables: `cafe_itinerary` and `cafe_seat`."""

from collections import defaultdict
from collections.abc import Iterable

from eventdesk.cafe.itinerary import Itinerary, Sitting
from eventdesk.store.access import Reader, Writer

_ITINERARIES = "SELECT id, number, person FROM cafe_itinerary ORDER BY number, id"
_SEATS = "SELECT id, itinerary, round, cafe_table FROM cafe_seat ORDER BY id"
_SITTINGS = """
SELECT way.person, cafe_round.number, cafe_round.starts, cafe_table.name FROM cafe_itinerary AS way
JOIN cafe_seat ON cafe_seat.itinerary = way.id
JOIN cafe_round ON cafe_round.id = cafe_seat.round
JOIN cafe_table ON cafe_table.id = cafe_seat.cafe_table
"""


def itineraries(reader: Reader) -> list[Itinerary]:
    """Return all ways by their numbers, whoever has them."""
    seats: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for _, itinerary, round_id, table in reader.rows(_SEATS):
        seats[itinerary][round_id] = table
    return [Itinerary(row[0], row[1], row[2], seats.get(row[0], {})) for row in reader.rows(_ITINERARIES)]


def seat_ids(reader: Reader, itinerary: int) -> dict[int, int]:
    """Return the rows of the seats of one way, by the round."""
    rows = reader.rows("SELECT round, id FROM cafe_seat WHERE itinerary = ? ORDER BY id", itinerary)
    return {row[0]: row[1] for row in rows}


def sittings(reader: Reader) -> list[tuple[int, Sitting]]:
    """Return where everybody sits, by person and round."""
    rows = reader.rows(f"{_SITTINGS} WHERE way.person IS NOT NULL ORDER BY way.person, cafe_round.number")
    return [(row[0], Sitting(*row[1:])) for row in rows]


def sittings_of(reader: Reader, person: int) -> list[Sitting]:
    """Return where one person sits, round by round."""
    return [
        Sitting(*row[1:]) for row in reader.rows(f"{_SITTINGS} WHERE way.person = ? ORDER BY cafe_round.number", person)
    ]


def insert_itineraries(writer: Writer, new: Iterable[Itinerary]) -> None:
    """Write new ways with their seats; they already have ids."""
    for each in new:
        writer.insert("cafe_itinerary", {"id": each.id, "number": each.number, "person": each.person})
        for round_id, table in each.tables.items():
            insert_seat(writer, each.id, round_id, table)


def insert_seat(writer: Writer, itinerary: int, round_id: int, table: int) -> None:
    """Write that a way leads to a table in a round."""
    writer.insert("cafe_seat", {"itinerary": itinerary, "round": round_id, "cafe_table": table})


def move_seat(writer: Writer, seat: int, table: int) -> None:
    """Let a seat be one at another table."""
    writer.update("cafe_seat", seat, {"cafe_table": table})


def delete_seat(writer: Writer, seat: int) -> None:
    """Delete a seat: the way leads nowhere in that round."""
    writer.delete("cafe_seat", seat)


def give_itinerary(writer: Writer, itinerary: int, person: int | None) -> None:
    """Let somebody have a way; None: nobody."""
    writer.update("cafe_itinerary", itinerary, {"person": person})


def delete_itinerary(writer: Writer, itinerary: int) -> None:
    """Delete a way that has no seats any more."""
    writer.delete("cafe_itinerary", itinerary)
