"""Turns a file of today into one of an earlier version, as the program of that time left it."""

import sqlite3
from pathlib import Path

_BEFORE_FAIR = (
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
