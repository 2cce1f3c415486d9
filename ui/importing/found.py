"""What a plan found, as lines: who is added, who changes, what is wrong, what is worth knowing."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from enum import IntEnum

from eventdesk.people.importing import ImportPlan, PossibleDuplicate
from eventdesk.people.importing.merging import PlannedChange
from eventdesk.people.person import Person
from eventdesk.people.rolebook import RoleBook
from eventdesk.tables import sentences
from eventdesk.tables.problems import Expectation, TableProblem
from eventdesk.words import Words
from ui.importing.flow import ImportFlow
from ui.importing.lines import Line
from ui.importing.telling import column_name, stored_text

ARROW = " → "


class Found(IntEnum):
    """The kinds of things that a plan finds, in the order of their tiles."""

    ADDED = 0
    CHANGED = 1
    UNCHANGED = 2
    ERRORS = 3
    REMARKS = 4
    DUPLICATES = 5


def figure(plan: ImportPlan, found: Found) -> int:
    """Return how many there are of a kind."""
    figures = {
        Found.ADDED: plan.added,
        Found.CHANGED: plan.changed,
        Found.UNCHANGED: plan.unchanged,
        Found.ERRORS: len(plan.refusals),
        Found.REMARKS: len(plan.omissions) + len(plan.remarks),
        Found.DUPLICATES: len(plan.possible_duplicates),
    }
    return figures[found]


def lines(words: Words, flow: ImportFlow, plan: ImportPlan, found: Found) -> tuple[int, Callable[[int], Line]]:
    """Return how many lines there are of a kind, and what makes one of them."""
    book = flow.book
    match found:
        case Found.ADDED:
            return plan.added, lambda row: _person(words, book, plan.drafts.person(plan.new_rows[row]))
        case Found.CHANGED:
            return plan.changed, lambda row: _change(words, book, flow, plan.changes[row])
        case Found.ERRORS:
            return len(plan.refusals), lambda row: _refusal(words, plan, plan.refusals[row])
        case Found.REMARKS:
            return figure(plan, found), lambda row: _note(words, plan, row)
        case Found.DUPLICATES:
            return len(plan.possible_duplicates), lambda row: _duplicate(words, plan.possible_duplicates[row])
        case Found.UNCHANGED:
            return 0, lambda _row: Line("")


def _person(words: Words, book: RoleBook, person: Person) -> Line:
    roles = ", ".join(book.name(words, role) for role in person.roles)
    below = " · ".join(part for part in (person.organisation, roles, person.town) if part)
    return Line(person.list_name, below, person.email)


def _change(words: Words, book: RoleBook, flow: ImportFlow, change: PlannedChange) -> Line:
    fields = flow.fields_of(change)
    told = []
    for each in fields:
        before, after = (stored_text(words, book, each.name, text) or "–" for text in (each.before, each.after))
        told.append(f"{column_name(words, each)}: {before}{ARROW}{after}")
    return Line(change.name, " · ".join(told), words.n("one field", "{count} fields", len(fields)))


def _refusal(words: Words, plan: ImportPlan, problem: TableProblem) -> Line:
    expected = sentences.expectation(words, problem.expected, problem.args)
    value = f"“{problem.value}”" if words.language == "en" else f"„{problem.value}“"
    stands = value if problem.value else words.t("nothing")
    below = words.t("There stands {value}. Expected: {expected}.", value=stands, expected=expected)
    return Line(_place(words, problem), below, _name_at(plan, problem.line))


def _place(words: Words, problem: TableProblem) -> str:
    return words.t("Line {line}, column “{column}”", line=problem.line, column=problem.column)


def _note(words: Words, plan: ImportPlan, row: int) -> Line:
    """Return what was left out, and then what is worth knowing."""
    omitted = len(plan.omissions)
    return _omission(words, plan, plan.omissions[row]) if row < omitted else _remark(words, plan, row - omitted)


def _omission(words: Words, plan: ImportPlan, problem: TableProblem) -> Line:
    person = _person_at(plan, problem.line)
    name, taken = (person.name, person.email) if person is not None else ("", "")
    expected = sentences.expectation(words, problem.expected, problem.args)
    match problem.expected:
        case Expectation.NAME:
            said = words.t("No name stands there. The person is called “{name}” for now.", name=name)
        case Expectation.CHOICE:
            said = words.t(
                "“{value}” is no status that is known here. The person is taken as registered.", value=problem.value
            )
        case Expectation.DAY:
            said = words.t(
                "“{value}” is not {expected}. The person may come on every day.",
                value=problem.value,
                expected=expected,
            )
        case Expectation.EMAIL if taken:
            said = words.t(
                "“{value}” is more than one e-mail address. “{taken}” was taken; the whole is kept as an extra field.",
                value=problem.value,
                taken=taken,
            )
        case _:
            said = words.t(
                "“{value}” is not {expected}. The person is imported without it; it is kept as an extra field.",
                value=problem.value,
                expected=expected,
            )
    return Line(_place(words, problem), said, name)


def _remark(words: Words, plan: ImportPlan, row: int) -> Line:
    remark = plan.remarks[row]
    title = words.t("Line {line}", line=remark.line) if remark.line else words.t("The whole list")
    said = sentences.remark(words, replace(remark, line=0)).removeprefix(f"{remark.file}: ")
    return Line(title, said[:1].upper() + said[1:], _name_at(plan, remark.line))


def _name_at(plan: ImportPlan, line: int) -> str:
    person = _person_at(plan, line)
    return person.name if person is not None else ""


def _person_at(plan: ImportPlan, line: int) -> Person | None:
    """Return who stands in a line of the list; lines only grow from row to row."""
    table = plan.drafts.table
    row = bisect_left(table.lines, line)
    found = row < len(table.lines) and table.lines[row] == line
    return plan.drafts.person(row) if found else None


def _duplicate(words: Words, found: PossibleDuplicate) -> Line:
    person, other = _who(found.person), _who(found.other)
    if found.other_line:
        below = words.t("The same name: {other}, line {line} of this list", other=other, line=found.other_line)
    else:
        below = words.t("The same name: {other}, in the file already", other=other)
    return Line(person, below, words.t("Line {line}", line=found.line))


def _who(person: Person) -> str:
    return " · ".join(part for part in (person.name, person.organisation or person.email or person.town) if part)
