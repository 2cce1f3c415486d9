"""What the data-protection officer reads names every table and every column, and says the same as the program does."""

import re
import sqlite3
from pathlib import Path

import pytest

from eventdesk.finishing import belongings
from eventdesk.store import schema

DOCUMENT = Path(__file__).parents[3] / "docs" / "privacy.md"
ROW = re.compile(r"^\| `(?P<table>\w+)` \| (?P<kind>[PVAT]) \| (?P<columns>.+) \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def told() -> dict[str, tuple[str, str]]:
    """Return what stands in the appendix about each table: its kind and its columns."""
    text = DOCUMENT.read_text("utf-8")
    found = [(each["table"], (each["kind"], each["columns"])) for each in ROW.finditer(text)]
    assert len(found) == len(dict(found)), "a table is told twice"
    return dict(found)


@pytest.fixture(scope="module")
def tables() -> dict[str, list[str]]:
    """Return every table of an event file with its columns."""
    connection = sqlite3.connect(":memory:")
    try:
        schema.create_tables(connection)
        made = (
            *schema.journaled_tables(),
            *schema.derived_tables(),
            *schema.sealed_tables(),
            "entry",
            "change",
            "meta",
        )
        return {table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")] for table in made}
    finally:
        connection.close()


def test_every_table_is_told_and_no_other(told: dict[str, tuple[str, str]], tables: dict[str, list[str]]) -> None:
    assert set(told) == set(tables)


def test_every_column_is_told_and_no_other(told: dict[str, tuple[str, str]], tables: dict[str, list[str]]) -> None:
    for table, columns in tables.items():
        named = set(re.findall(r"`(\w+)`", told[table][1]))
        own_keys = {"contact"} if table == "setting" else set()
        assert named - own_keys == set(columns), table


def test_what_goes_and_what_is_emptied_is_what_finishing_does(told: dict[str, tuple[str, str]]) -> None:
    of_people = {table for table, (kind, _) in told.items() if kind == "P"}
    assert of_people == belongings.GOES | {"entry", "change"}
    for table, emptied in belongings.STAYS.items():
        kind, text = told[table]
        assert kind == "V", table
        if emptied:
            assert re.search("geleert", text), table


def test_no_other_tables_are_in_a_file(tables: dict[str, list[str]]) -> None:
    """Helper tables of the search index are told with it."""
    connection = sqlite3.connect(":memory:")
    try:
        schema.create_tables(connection)
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    finally:
        connection.close()
    others = {name for name in names - set(tables) if not name.startswith(("search_text_", "search_inside_"))}
    assert others == set()
