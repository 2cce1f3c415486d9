"""Every code has a sentence that names what it should."""

import pytest

from eventdesk.tables import sentences
from eventdesk.tables.problems import Expectation, Remark, TableProblem, TableRemark
from eventdesk.words import Words

ENGLISH = Words("en")


@pytest.mark.parametrize("expected", Expectation)
def test_expectations(expected):
    said = sentences.expectation(ENGLISH, expected, ("7", "9"))
    assert said
    assert "{" not in said


def test_whole_numbers_name_their_limits():
    said = [
        sentences.expectation(ENGLISH, Expectation.WHOLE_NUMBER, args)
        for args in ((), ("1", ""), ("", "9"), ("1", "9"))
    ]
    assert said == [
        "a whole number",
        "a whole number, 1 or more",
        "a whole number, 9 or less",
        "a whole number from 1 to 9",
    ]


def test_a_problem_names_file_line_column_value_and_expectation():
    said = sentences.problem(ENGLISH, TableProblem("people.csv", 12, "E-Mail", "elif@", Expectation.EMAIL))
    assert said == "people.csv, line 12, column “E-Mail”: “elif@” does not fit. Expected: one e-mail address."


def test_braces_in_a_cell_do_no_harm():
    said = sentences.problem(ENGLISH, TableProblem("{x}.csv", 1, "{y}", "{z}", Expectation.NAME))
    assert "{z}" in said


@pytest.mark.parametrize("about", Remark)
@pytest.mark.parametrize("line", [0, 7])
def test_remarks(about, line):
    known = {
        Remark.BACKGROUND: ("pixels", "40"),
        Remark.PROGRAMME: ("person_twice", "Forum 2", "Saal", "Elif", "2027-03-06T10:00", "0", ""),
    }
    args = known.get(about, ("overlap", "A-2", "3"))
    said = sentences.remark(ENGLISH, TableRemark("people.csv", line, "Spalte", "Wert", about, args))
    assert said.startswith("people.csv, line 7: " if line else "people.csv: ")
    assert "{" not in said
