"""Says whether what stands in the tables can be what this program wrote there: words, times, figures, JSON."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from eventdesk.store.access import Reader

_MOMENT = "strftime('%Y-%m-%dT%H:%M:%fZ', {0}, '+0 days') IS {0}"
_CLOCK = "strftime('%Y-%m-%dT%H:%M', {0}, '+0 days') IS {0}"
_OBJECT = "CASE WHEN json_valid({0}) THEN json_type({0}) = 'object' END"


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds for every value of a column: `good` is true for it in SQL, where "{0}" stands for the column.

    `judge`, for columns of a few rows alone, says so instead.
    """

    table: str
    column: str
    good: str = "1"
    judge: Callable[[str], bool] | None = None


def words(table: str, column: str, known: Iterable[Enum | str], *, empty: bool = False) -> Rule:
    """Return the rule of a column that holds one of these words, or nothing if it may be empty."""
    every = [each.value if isinstance(each, Enum) else each for each in known]
    listed = ", ".join(f"'{each}'" if isinstance(each, str) else str(each) for each in every)
    return Rule(table, column, f"{{0}} IN ({listed}{', ' + repr('') if empty else ''})")


def moment(table: str, column: str, *, empty: bool = False) -> Rule:
    """Return the rule of a column of moments, as `times.to_text` writes them."""
    return Rule(table, column, f"({_MOMENT} OR coalesce({{0}}, '') = '')" if empty else _MOMENT)


def clock(table: str, column: str, *, empty: bool = False) -> Rule:
    """Return the rule of a column of times as the clock at the venue shows them."""
    return Rule(table, column, f"({_CLOCK} OR {{0}} = '')" if empty else _CLOCK)


def number(table: str, column: str, low: int, high: int, *, empty: bool = False) -> Rule:
    """Return the rule of a column of whole numbers, both limits included."""
    between = f"{{0}} BETWEEN {low} AND {high}"
    return Rule(table, column, f"({between} OR {{0}} IS NULL)" if empty else between)


def json_object(table: str, column: str, *, empty: bool = False) -> Rule:
    """Return the rule of a column of JSON objects."""
    return Rule(table, column, f"({{0}} IS NULL OR {_OBJECT})" if empty else _OBJECT)


def earlier_entry(column: str) -> Rule:
    """Return the rule of a column of the journal that names an earlier entry, or none: so nothing goes in a circle."""
    named = f"SELECT other.ord FROM entry AS other WHERE other.eid = entry.{column}"
    return Rule("entry", column, f"{{0}} IS NULL OR coalesce(({named}) < ord, 1)")


def first_wrong(reader: Reader, rules: Iterable[Rule]) -> str:
    """Return the column of a value that breaks its rule, as "table.column"; "" if all is well. `rules` by table."""
    for table, some in groupby(rules, key=lambda rule: rule.table):
        of_table = list(some)
        try:
            if _breaks(reader, table, of_table):
                wrong = (f"{table}.{rule.column}" for rule in of_table if _breaks(reader, table, [rule]))
                return next(wrong, table)  # an index that is not like its table answers differently each time
        except sqlite3.DatabaseError as error:  # a table of a newer version without a column that today's has
            return f"{table}: {error}"
    return ""


def row_breaks(reader: Reader, table: str, row_id: int, rules: Iterable[Rule]) -> bool:
    """Say whether a value of one row breaks its rule."""
    return _breaks(reader, table, [rule for rule in rules if rule.table == table], f"id = {row_id}")


def _breaks(reader: Reader, table: str, rules: Iterable[Rule], which: str = "1") -> bool:
    parts = [f"coalesce(({rule.good.format(rule.column)}), 0)" for rule in rules if rule.judge is None]
    wrong = f"SELECT 1 FROM {table} WHERE {which} AND NOT ({' AND '.join(parts)}) LIMIT 1"
    if parts and reader.row(wrong) is not None:
        return True
    judged = ((rule.judge, rule.column) for rule in rules if rule.judge is not None)
    return any(
        not judge(row[0])
        for judge, column in judged
        for row in reader.each(f"SELECT {column} FROM {table} WHERE {which}")
    )
