"""Turns a file of today into one of an earlier version, as the program of that time left it."""

import sqlite3
from pathlib import Path

_PANELS = ("door_count", "point_room", "draw", "programme_session", "programme", "waiting", "place", "room_seating")
_OF_ROOMS = ("induction_loop", "changeover_min", "seating", "note")
_OF_SESSIONS = (
    *("slot_fixed", "room_fixed", "slot_wished", "room_wished", "room_forbidden"),
    *("after", "interpretation", "expected", "note"),
)


def _without(table: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    paths = "".join(f", '$.{name}'" for name in columns)
    dropped = (f"ALTER TABLE {table} DROP COLUMN {name}" for name in columns)
    return *dropped, f"UPDATE change SET after = json_remove(after{paths}) WHERE tbl = '{table}'"


_AFTERWARDS = (
    *("visit", "ballot_issue", "ballot", "poll_entry", "poll", "finding"),
    *("cafe_plan", "cafe_pair", "cafe_seat", "cafe_itinerary", "cafe_round"),
)
_BEFORE_CAFE = (
    *(f"DROP TABLE {table}" for table in (*_AFTERWARDS, "urn", "ballot_use")),
    *_without("cafe_table", ("language", "step_free", "closed_from")),
    *_without("person", ("consents",)),
    *_without("exhibitor", ("portrait", "website", "town", "picture", "consents", "brochure")),
    f"DELETE FROM change WHERE tbl IN ({', '.join(map(repr, _AFTERWARDS))})",
)
_BEFORE_PANELS = (
    *_BEFORE_CAFE,
    "DROP INDEX presence_room",
    "DROP INDEX change_of_place",
    *(f"DROP TABLE {table}" for table in _PANELS),
    *_without("room", _OF_ROOMS),
    *_without("session", _OF_SESSIONS),
    f"DELETE FROM change WHERE tbl IN ({', '.join(map(repr, _PANELS))})",
)
_BEFORE_FAIR = (
    *_BEFORE_PANELS,
    "DROP INDEX person_exhibitor",
    *(f"DROP TABLE {table}" for table in ("plan_stand", "plan", "floor_picture", "hall_part", "stand")),
    *(f"ALTER TABLE exhibitor DROP COLUMN {name}" for name in ("setup", "furniture")),
    "UPDATE change SET after = json_remove(after, '$.setup', '$.furniture') WHERE tbl = 'exhibitor'",
    "DELETE FROM change WHERE tbl IN ('plan_stand', 'plan', 'floor_picture', 'hall_part', 'stand')",
)
_ADDED = ("template", "digest", "box", "number")
_PATHS = "".join(f", '$.{name}'" for name in _ADDED)
_BEFORE_BADGES = (
    *_BEFORE_FAIR,
    *(f"DROP TABLE {table}" for table in ("badge_handout", "badge_template", "picture")),
    "DROP INDEX badge_print_at",
    "DROP INDEX badge_print_person",
    "CREATE INDEX badge_print_person ON badge_print (person)",
    *(f"ALTER TABLE badge_print DROP COLUMN {name}" for name in _ADDED),
    "ALTER TABLE former_key DROP COLUMN reason",
    f"UPDATE change SET after = json_remove(after{_PATHS}) WHERE tbl = 'badge_print'",
    "UPDATE change SET after = json_remove(after, '$.reason') WHERE tbl = 'former_key'",
)


def as_sixth(path: Path) -> None:
    """Make a file one of the sixth version; what belongs to the World Café and the prize is forgotten."""
    _run(path, *_BEFORE_CAFE, "PRAGMA user_version=6")


def as_fifth(path: Path) -> None:
    """Make a file one of the fifth version; places and kept timetables are forgotten, as they could not be kept."""
    _run(path, *_BEFORE_PANELS, "PRAGMA user_version=5")


def as_fourth(path: Path) -> None:
    """Make a file one of the fourth version; who stands where is forgotten, as it could not be kept."""
    _run(path, *_BEFORE_FAIR, "PRAGMA user_version=4")


def as_third(path: Path) -> None:
    """Make a file one of the third version."""
    _run(path, *_BEFORE_BADGES, "PRAGMA user_version=3")


def as_first(path: Path) -> None:
    """Make a file one of the first version."""
    _run(path, *_BEFORE_BADGES, "DROP TABLE former_key", "PRAGMA user_version=1")


def _run(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
