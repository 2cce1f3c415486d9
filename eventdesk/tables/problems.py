"""What is wrong or noteworthy in a table, as data: where it stands, what stands there and what was expected."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Expectation(StrEnum):
    """What a cell should have held. The comment names the `args` that go with it."""

    NOT_EMPTY = "not_empty"
    WHOLE_NUMBER = "whole_number"  # smallest, largest; either may be ""
    METRES = "metres"
    YES_NO = "yes_no"
    CHOICE = "choice"  # the words to choose from, joined with ", "
    DAY = "day"
    MOMENT = "moment"
    EMAIL = "email"
    UNIQUE = "unique"  # the line that has the same id already
    KNOWN_ID = "known_id"  # the file or table that should have it
    NAME = "name"
    LATER = "later"  # the moment that it should come after
    POINTS = "points"
    SEATINGS = "seatings"
    COLUMN = "column"  # the names that the missing column may have


class Remark(StrEnum):
    """What a person should know about a table although it can be read."""

    LEADING_ZERO = "leading_zero"  # value: as it reads now
    CELLS_BEYOND_HEADER = "cells_beyond_header"
    UNNAMED_COLUMN = "unnamed_column"
    COLUMN_TWICE = "column_twice"
    PERSON_TWICE = "person_twice"  # the line of the first time
    SEVERAL_TICKETS = "several_tickets"  # value: how many
    UNKNOWN_STATUS = "unknown_status"
    CELL_SHORTENED = "cell_shortened"  # the limit
    OTHER_SHEETS = "other_sheets"  # value: their names
    ADD_ON = "add_on"  # value: what was booked
    ID_PASSED_ON = "id_passed_on"  # value: the id; who had it
    NOT_A_BADGE_CODE = "not_a_badge_code"
    FLOOR = "floor"  # value: the number of the booth; the FloorCode, what it collides with, millimetres of an aisle
    BACKGROUND = "background"  # value: the file; the BackgroundTrouble and its limit, or "" for no such file
    PICTURE = "picture"  # value: the file; the PictureTrouble, or "" for no such file
    PINNED_TWICE = "pinned_twice"  # value: the number of the booth; the line of the first exhibitor
    NO_NEIGHBOUR = "no_neighbour"  # value: the exhibitor; the number of the booth that is settled, or ""
    NO_BOOTHS = "no_booths"  # value: how many exhibitors
    EXHIBITOR_TWICE = "exhibitor_twice"  # value: the name; the line of the first time
    PROGRAMME = "programme"  # value: the session or slot; the SessionCode and what its sentence needs


@dataclass(frozen=True, slots=True)
class TableProblem:
    """A cell that cannot be taken. Lines count from 1, as an editor or a spreadsheet shows them."""

    file: str
    line: int
    column: str
    value: str
    expected: Expectation
    args: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRemark:
    """Something noteworthy about a cell, a row (no column) or the whole table (line 0)."""

    file: str
    line: int
    column: str
    value: str
    about: Remark
    args: tuple[str, ...] = ()


class CellError(ValueError):
    """A cell does not hold what it should. `expected` and `args` say what, as in TableProblem."""

    def __init__(self, expected: Expectation, *args: str) -> None:
        super().__init__(expected.value, *args)
        self.expected = expected
        self.wanted: tuple[str, ...] = args


def as_json(problem: TableProblem, expected: str) -> Mapping[str, str | int]:
    """Return a problem under the keys of the command line's JSON; `expected` is the sentence for a person."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "value": problem.value,
        "expected": expected,
    }
