"""Sentences about tables: what a cell should have held, what is noteworthy."""

from dataclasses import dataclass
from typing import assert_never

from eventdesk.codes import BackgroundTrouble, FloorCode, SessionCode
from eventdesk.tables.problems import Expectation, Remark, TableProblem, TableRemark
from eventdesk.words import Words
from eventdesk.words.fair import background_refused, floor_sentence
from eventdesk.words.panels import trouble_sentence


def expectation(words: Words, expected: Expectation, args: tuple[str, ...] = ()) -> str:  # noqa: C901, PLR0911, PLR0912
    """Return what a cell should have held, as the end of a sentence that begins with "expected:"."""
    match expected:
        case Expectation.NOT_EMPTY:
            return words.t("something, not an empty cell")
        case Expectation.WHOLE_NUMBER:
            return _whole_number(words, *args)
        case Expectation.METRES:
            return words.t("a length in metres, like 2.5")
        case Expectation.YES_NO:
            return words.t("yes or no")
        case Expectation.CHOICE:
            return words.t("one of these: {choices}", choices=args[0])
        case Expectation.DAY:
            return words.t("a day, like 2027-03-06")
        case Expectation.MOMENT:
            return words.t("a day and a time, like 2027-03-06 10:00")
        case Expectation.EMAIL:
            return words.t("one e-mail address")
        case Expectation.UNIQUE:
            return words.t("an id of its own (line {line} has the same)", line=args[0])
        case Expectation.KNOWN_ID:
            return words.t("an id that {file} has", file=args[0])
        case Expectation.NAME:
            return words.t("a name")
        case Expectation.LATER:
            return words.t("a time after {start}", start=args[0])
        case Expectation.POINTS:
            return words.t("places in metres that make a line or an area, like 0/0 12.5/0 12.5/8")
        case Expectation.SEATINGS:
            return words.t("ways to seat people and how many fit in, like Rows: 120, U-shape: 40")
        case Expectation.COLUMN:
            return words.t("a column called {names}", names=args[0])
        case _:
            assert_never(expected)


def _whole_number(words: Words, low: str = "", high: str = "") -> str:
    if low and high:
        return words.t("a whole number from {low} to {high}", low=low, high=high)
    if low:
        return words.t("a whole number, {low} or more", low=low)
    if high:
        return words.t("a whole number, {high} or less", high=high)
    return words.t("a whole number")


def problem(words: Words, found: TableProblem) -> str:
    """Return the sentence for one wrong cell."""
    return words.t(
        "{file}, line {line}, column “{column}”: “{value}” does not fit. Expected: {expected}.",
        file=found.file,
        line=found.line,
        column=found.column,
        value=found.value,
        expected=expectation(words, found.expected, found.args),
    )


def remark(words: Words, found: TableRemark) -> str:
    """Return the sentence for something noteworthy, with the place where it stands."""
    said = _remark(words, found)
    if not found.line:
        return words.t("{file}: {remark}", file=found.file, remark=said)
    return words.t("{file}, line {line}: {remark}", file=found.file, line=found.line, remark=said)


def _remark(words: Words, found: TableRemark) -> str:  # noqa: C901, PLR0911, PLR0912 - a case for each
    column, value = found.column, found.value
    match found.about:
        case Remark.LEADING_ZERO:
            return words.t("a zero was put back before a postcode, it is now {value}.", value=value)
        case Remark.CELLS_BEYOND_HEADER:
            return words.t("the row is longer than the header; “{value}” was left out.", value=value)
        case Remark.UNNAMED_COLUMN:
            return words.t("a column without a name was called “{column}”.", column=column)
        case Remark.COLUMN_TWICE:
            return words.t(
                "there are two columns “{value}”; the later one is now called “{column}”.", value=value, column=column
            )
        case Remark.PERSON_TWICE:
            return words.t(
                "{value} stands in line {line} already; both rows are one person.", value=value, line=found.args[0]
            )
        case Remark.SEVERAL_TICKETS:
            return words.t("this row stands for {value} tickets; one person was taken.", value=value)
        case Remark.UNKNOWN_STATUS:
            return words.t("the status “{value}” is not known; it was taken as registered.", value=value)
        case Remark.CELL_SHORTENED:
            return words.t(
                "the cell “{column}” was cut off after {limit} characters.", column=column, limit=found.args[0]
            )
        case Remark.OTHER_SHEETS:
            return words.t("only one sheet was read, not: {value}.", value=value)
        case Remark.ADD_ON:
            return words.t("“{value}” was booked by somebody else on the list and is no person.", value=value)
        case Remark.ID_PASSED_ON:
            return words.t(
                "the id “{value}” belonged to {name} before; this row was taken as another person.",
                value=value,
                name=found.args[0],
            )
        case Remark.NOT_A_BADGE_CODE:
            return words.t("“{value}” is not one of our badge codes and was left out.", value=value)
        case Remark.FLOOR:
            code, other, gap = found.args
            return floor_sentence(words, FloorCode(code), value, other, int(gap))
        case Remark.BACKGROUND if found.args[0]:
            return background_refused(words, value, BackgroundTrouble(found.args[0]), found.args[1])
        case Remark.BACKGROUND:
            return words.t("there is no file “{file}” in the folder to lie behind the plan.", file=value)
        case Remark.PICTURE:
            return _picture_remark(words, value, found.args[0])
        case Remark.PINNED_TWICE | Remark.NO_NEIGHBOUR | Remark.NO_BOOTHS | Remark.EXHIBITOR_TWICE:
            return _fair_remark(words, found.about, value, found.args)
        case Remark.PROGRAMME:
            return trouble_sentence(words, _Trouble.told(value, *found.args))
        case _:
            assert_never(found.about)


def _picture_remark(words: Words, file: str, trouble: str) -> str:
    if trouble == "too_large":
        return words.t("the picture “{file}” is too large: up to one megabyte can be kept.", file=file)
    if trouble:
        return words.t("“{file}” is no picture that can be printed: a PNG or JPEG is needed.", file=file)
    return words.t("there is no picture “{file}” in the folder.", file=file)


@dataclass(frozen=True, slots=True)
class _Trouble:
    """What is wrong in the programme, as its sentences want it."""

    code: SessionCode
    name: str
    other_name: str
    room_name: str
    who: str
    time: str
    people: int
    detail: str

    @classmethod
    def told(cls, name: str, *args: str) -> "_Trouble":
        code, other, room, who, time, people, detail = args
        return cls(SessionCode(code), name, other, room, who, time, int(people), detail)


def _fair_remark(words: Words, about: Remark, value: str, args: tuple[str, ...]) -> str:
    if about is Remark.PINNED_TWICE:
        return words.t(
            "booth {booth} is settled for the exhibitor of line {line}, too; only one of them can stand there.",
            booth=value,
            line=args[0],
        )
    if about is Remark.NO_NEIGHBOUR and args[0]:
        return words.t(
            "{name} needs two booths side by side, but no booth is beside {booth}.", name=value, booth=args[0]
        )
    if about is Remark.NO_NEIGHBOUR:
        return words.t("{name} needs two booths side by side, but no two booths are.", name=value)
    if about is Remark.NO_BOOTHS:
        return words.t("there are exhibitors, but no booths yet: draw them on the floor plan.")
    return words.t("{name} stands in line {line} already, under another id.", name=value, line=args[0])
