"""Rows by field: what is wrong is collected, not thrown."""

from datetime import date, datetime
from enum import StrEnum

from eventdesk.tables.cells import Choices
from eventdesk.tables.problems import Expectation, TableProblem
from eventdesk.tables.table import Table, Tables


class State(StrEnum):
    FREE = "free"
    BLOCKED = "blocked"


STATES = Choices({State.FREE: "frei", State.BLOCKED: "gesperrt"})
ALIASES = {"booth": ["Stand"], "width_m": ["Breite"], "state": ["Zustand"], "wall": ["Wand"], "wishes": [], "size": []}


def records(header, *rows):
    problems: list[TableProblem] = []
    table = Table("booths.csv", "booths", tuple(header), rows, range(2, 2 + len(rows)))
    return list(table.records(ALIASES, problems)), problems


def test_a_good_row():
    (row,), problems = records(
        ["Stand", "Breite", "Zustand", "Wand", "wishes", "size", "Farbe"],
        ["A1", "2,5", "gesperrt", "ja", "I1 I2", "2", "rot"],
    )
    assert row.required("booth") == "A1"
    assert row.millimetres("width_m", 0) == 2500
    assert row.choice("state", STATES, State.FREE) is State.BLOCKED
    assert row.yes("wall") is True
    assert row.ids("wishes") == ("I1", "I2")
    assert row.whole("size", 1, 1, 2) == 2
    assert row.extra == {"Farbe": "rot"}
    assert row.good
    assert problems == []


def test_defaults_for_what_is_missing():
    (row,), problems = records(["Stand"], ["A1"])
    assert (row.millimetres("width_m", 3000), row.whole("size", 1), row.yes("wall", default=True)) == (3000, 1, True)
    assert row.choice("state", STATES, State.FREE) is State.FREE
    assert (row.text("state"), row.items("wishes"), row.email("mail"), row.has("wall")) == ("", (), "", False)
    assert row.day("day") is None
    assert row.moment("day") is None
    assert row.good
    assert problems == []


def test_every_wrong_cell_is_noted_and_gives_the_default():
    (row,), problems = records(["Stand", "Breite", "Zustand", "Wand", "size"], ["", "breit", "halb", "kaum", "3"])
    assert row.required("booth") == ""
    assert row.millimetres("width_m", 7) == 7
    assert row.choice("state", STATES, State.FREE) is State.FREE
    assert row.yes("wall") is False
    assert row.whole("size", 1, 1, 2) == 1
    assert not row.good
    assert [(each.line, each.column, each.value, each.expected) for each in problems] == [
        (2, "Stand", "", Expectation.NOT_EMPTY),
        (2, "Breite", "breit", Expectation.METRES),
        (2, "Zustand", "halb", Expectation.CHOICE),
        (2, "Wand", "kaum", Expectation.YES_NO),
        (2, "size", "3", Expectation.WHOLE_NUMBER),
    ]
    assert problems[-1].args == ("1", "2")


def test_times():
    problems: list[TableProblem] = []
    table = Table("slots.csv", "slots", ("starts", "day"), [["6.3.2027 10:00", "2027-03-06"]], [2])
    (row,) = table.records({"starts": [], "day": []}, problems)
    assert row.moment("starts") == datetime.fromisoformat("2027-03-06T10:00")
    assert row.day("day") == date(2027, 3, 6)


def test_sheets_by_name():
    one, two = (Table("k4.xlsx", name, ("a",), [], []) for name in ("People", "halls"))
    tables = Tables("k4.xlsx", (one, two))
    assert tables.first is one
    assert tables.sheet("people") is one
    assert tables.sheet("rooms") is None
