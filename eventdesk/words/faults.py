"""One plain sentence for every known fault: what happened, that nothing was lost, what to do."""

from pathlib import Path
from typing import Literal, assert_never

from eventdesk.codes import BackgroundTrouble, Fault, PrinterTrouble, TableLimit, TableTrouble
from eventdesk.errors import KnownError
from eventdesk.words import Words
from eventdesk.words.cafe import cafe_fault
from eventdesk.words.fair import background_trouble, fair_fault
from eventdesk.words.panels import panels_fault

_JOINERS = "\u200c\u200d"
_LONGEST = 300
"""So many letters of a path, or of what a system says, are shown."""


def fault_sentence(words: Words, error: KnownError) -> str:
    """Return the sentence for a fault, with the names it carries."""
    told = {"file": _shown(Path(error.details["path"]).name)} if "path" in error.details else {}
    return _sentence(words, error.fault).format_map(_Known(_details(error) | told | _reasons(words, error)))


def printer_trouble(words: Words, error: KnownError | None) -> str:
    """Return what is the matter with a printer, as half a sentence; any other fault as its own sentence."""
    if error is None:
        return ""
    if error.fault is not Fault.PRINTER:
        return fault_sentence(words, error)
    return _reasons(words, error)["trouble"]


def _details(error: KnownError) -> dict[str, str]:
    return {name: _shown(value) for name, value in error.details.items()}


def _shown(detail: str) -> str:
    """Return a detail as a sentence can hold it: in one line, nothing in it that turns what follows around."""
    seen = detail if detail.isprintable() else "".join(map(_seen, detail))
    return seen if len(seen) <= _LONGEST else f"{seen[: _LONGEST // 2]}…{seen[-_LONGEST // 2 :]}"


def _seen(sign: str) -> str:
    if sign.isprintable() or sign in _JOINERS:
        return sign
    return " " if sign.isspace() else "\ufffd"


class _Known(dict[str, str]):
    """Leaves out what the fault did not tell."""

    def __missing__(self, key: str) -> str:
        return ""


def _sentence(words: Words, fault: Fault) -> str:
    of_feature = fair_fault(words, fault) or panels_fault(words, fault) or cafe_fault(words, fault)
    return _of_file(words, fault) or _of_printing(words, fault) or of_feature or _of_input(words, fault)


def _of_file(words: Words, fault: Fault) -> str:  # noqa: C901, PLR0911 - one case per fault
    match fault:
        case Fault.NO_FILE:
            return words.t("There is no file “{path}”. Check the name, or choose the file again.")
        case Fault.FILE_EXISTS:
            return words.t("“{path}” exists already and was left as it is. Choose another name.")
        case Fault.NOT_OURS:
            return words.t(
                "“{file}” was not made by eventdesk, whatever its name says. It was not changed. Choose another file."
            )
        case Fault.NEWER_FILE:
            return words.t(
                "“{file}” was made by a newer eventdesk and can only be looked at here. "
                "Install the new version to change it."
            )
        case Fault.DAMAGED:
            return words.t("“{file}” is damaged. It was not changed. Open the latest backup and keep the damaged file.")
        case Fault.ALREADY_OPEN:
            return words.t("“{file}” is already open in another window or program. Go on there, or close it first.")
        case Fault.VIEW_ONLY:
            return words.t(
                "“{file}” is read-only and can only be looked at. Save a copy in another folder to change it."
            )
        case Fault.FILE_LOST:
            return words.t(
                "“{file}” is not at its place any more: it was moved or deleted, or its disk was pulled out. "
                "This last step was not saved. Put the file back and do it again, or save a copy now."
            )
        case Fault.NOT_ALLOWED:
            return words.t(
                "This is for organisers. Nothing was changed. They can unlock this desk with Ctrl L and their PIN."
            )
        case Fault.DISK_FULL:
            return words.t("The disk is full: this step was not saved. Make room, then do it again.")
        case Fault.CANNOT_READ:
            return words.t("“{path}” cannot be read ({reason}). Check that the file is there and that you may open it.")
        case Fault.CANNOT_WRITE:
            return words.t(
                "“{path}” cannot be written ({reason}). Nothing was changed. Choose another folder or make room."
            )
        case _:
            return ""


def _of_printing(words: Words, fault: Fault) -> str:
    match fault:
        case Fault.PRINTER:
            return words.t("The printer “{printer}” did not take the badge: {trouble} Choose another printer.")
        case Fault.QUEUE_UNSAVED:
            return words.t(
                "What is still to be printed cannot be saved on this computer ({reason}): badges come out all the "
                "same, but make room before you close eventdesk."
            )
        case Fault.QUEUE_DAMAGED:
            return words.t(
                "The list of what was still to be printed is damaged and was put aside; "
                "the badges lie as PDFs in “{path}”, print them from there."
            )
        case Fault.PRINT_NOT_NOTED:
            return words.t(
                "The badge came out, but the disk is full, so that this is not noted yet. "
                "Make room: it is noted with the next step that is saved."
            )
        case _:
            return ""


def _of_input(words: Words, fault: Fault) -> str:  # noqa: C901, PLR0911, PLR0912 - one case per fault
    match fault:
        case Fault.BAD_TABLE:
            return words.t("“{file}” cannot be read as a table: {trouble} Nothing was imported.")
        case Fault.TOO_LARGE:
            return words.t("“{file}” is too large: {what} Nothing was imported. Split it into smaller files.")
        case Fault.BAD_CELLS:
            return words.t("Nothing was imported from “{file}”, because some cells are wrong. Each is listed.")
        case Fault.BAD_SETTINGS:
            return words.t(
                "“{file}” cannot be understood at line {line}. Expected there: a name, =, and a value in quotes."
            )
        case Fault.UNKNOWN_POINT:
            return words.t("There is no check-in point “{point}”. There are: {known}.")
        case Fault.NO_POINT:
            return words.t("This event has no check-in point yet, so nobody can be scanned. Undo what took it away.")
        case Fault.UNKNOWN_ENTRY:
            return words.t("The journal has no entry “{entry}”. `eventdesk journal` lists them.")
        case Fault.UNKNOWN_SAMPLE:
            return words.t("There is no sample event “{name}”. There are: {known}.")
        case Fault.UNKNOWN_PERSON | Fault.NOBODY_MEANT | Fault.PERSON_NOT_CLEAR | Fault.NO_NAME:
            return _of_people(words, fault)
        case Fault.BAD_TIME:
            return words.t("“{value}” is not a time. Write it like 2027-03-06T09:41.")
        case Fault.UNKNOWN_FORMAT:
            return words.t("“{file}”: only .csv, .xlsx and .json can be written. Nothing was written.")
        case (
            Fault.NO_FILE
            | Fault.FILE_EXISTS
            | Fault.NOT_OURS
            | Fault.NEWER_FILE
            | Fault.DAMAGED
            | Fault.ALREADY_OPEN
            | Fault.VIEW_ONLY
            | Fault.NOT_ALLOWED
            | Fault.DISK_FULL
            | Fault.CANNOT_READ
            | Fault.CANNOT_WRITE
            | Fault.FILE_LOST
        ):
            return _of_file(words, fault)
        case Fault.PRINTER | Fault.QUEUE_UNSAVED | Fault.QUEUE_DAMAGED | Fault.PRINT_NOT_NOTED:
            return _of_printing(words, fault)
        case (
            Fault.GONE
            | Fault.NUMBER_TAKEN
            | Fault.NO_NUMBER
            | Fault.NO_EXHIBITOR_NAME
            | Fault.BAD_SHAPE
            | Fault.BAD_LENGTH
            | Fault.BAD_BACKGROUND
        ):
            return fair_fault(words, fault)
        case Fault.NO_ROOM_NAME | Fault.NO_SESSION_TITLE | Fault.BAD_CAPACITY | Fault.SLOT_ENDS_FIRST:
            return panels_fault(words, fault)
        case Fault.NO_TABLE_NAME | Fault.BAD_SEATS | Fault.BAD_ROUNDS | Fault.BAD_MINUTES | Fault.ROUND_TOOK_PLACE:
            return cafe_fault(words, fault)
        case _:
            assert_never(fault)


def _of_people(
    words: Words, fault: Literal[Fault.UNKNOWN_PERSON, Fault.NOBODY_MEANT, Fault.PERSON_NOT_CLEAR, Fault.NO_NAME]
) -> str:
    match fault:
        case Fault.UNKNOWN_PERSON:
            return words.t("This person is not in the file any more. Nothing was changed.")
        case Fault.NOBODY_MEANT:
            return words.t(
                "Nobody in this file has the code, ticket, number, e-mail address or whole name “{person}”. "
                "Nothing was changed."
            )
        case Fault.PERSON_NOT_CLEAR:
            return words.t(
                "“{person}” may mean {number} people. Name the one by badge code or e-mail address. "
                "Nothing was changed."
            )
        case Fault.NO_NAME:
            return words.t("A name is needed: given name, family name, or the name in its own script.")
        case _:
            assert_never(fault)


def _reasons(words: Words, error: KnownError) -> dict[str, str]:
    reasons, details = {}, _Known(_details(error))
    if error.fault is Fault.BAD_TABLE:
        reasons["trouble"] = _trouble(words, TableTrouble(error.details["trouble"])).format_map(details)
    if error.fault is Fault.TOO_LARGE:
        reasons["what"] = _limit(words, TableLimit(error.details["what"])).format_map(details)
    if error.fault is Fault.BAD_BACKGROUND:
        trouble = background_trouble(words, BackgroundTrouble(error.details["trouble"]))
        reasons["trouble"] = trouble.format_map(details)
    if error.fault is Fault.PRINTER:
        reasons["trouble"] = _printer(words, PrinterTrouble(error.details["trouble"])).format_map(details)
    return reasons


def _trouble(words: Words, trouble: TableTrouble) -> str:  # noqa: C901, PLR0911 - one case per code
    match trouble:
        case TableTrouble.EMPTY:
            return words.t("it is empty.")
        case TableTrouble.BINARY:
            return words.t("it holds no text. Save it as CSV, XLSX or ODS.")
        case TableTrouble.ENCODING:
            return words.t("its letters cannot be told. Save it as UTF-8, or name its encoding.")
        case TableTrouble.QUOTES:
            return words.t("a quotation mark that is opened near line {line} is never closed.")
        case TableTrouble.ENCRYPTED:
            return words.t("it is protected by a password. Save it without one.")
        case TableTrouble.MACROS:
            return words.t("it holds macros. Save it as XLSX without macros.")
        case TableTrouble.DAMAGED_WORKBOOK:
            return words.t("the workbook is damaged. Open it in a spreadsheet program and save it again.")
        case TableTrouble.UNKNOWN_KIND:
            return words.t("its kind is unknown. CSV, XLSX and ODS can be read.")
        case TableTrouble.NO_NAMES:
            return words.t("no column holds names. Say which column is the name.")
        case TableTrouble.BAD_MAPPING:
            return words.t("the saved mapping of its columns does not fit: {reason}")
        case TableTrouble.DELIMITER:
            return words.t("the delimiter “{value}” is not one of ; , tab |.")
        case TableTrouble.NESTED:
            return words.t("the saved mapping of its columns holds too many brackets within brackets.")
        case _:
            assert_never(trouble)


def _limit(words: Words, limit: TableLimit) -> str:
    match limit:
        case TableLimit.MEGABYTES:
            return words.t("more than {limit} MB.")
        case TableLimit.ROWS:
            return words.t("more than {limit} rows.")
        case TableLimit.COLUMNS:
            return words.t("more than {limit} columns.")
        case TableLimit.CELLS:
            return words.t("more than {limit} cells.")
        case TableLimit.SHEETS:
            return words.t("more than {limit} sheets.")
        case TableLimit.MEMORY:
            return words.t("it would need more than {limit} MB of memory.")
        case _:
            assert_never(limit)


def _printer(words: Words, trouble: PrinterTrouble) -> str:  # noqa: C901, PLR0911, PLR0912 - one case per code
    match trouble:
        case PrinterTrouble.GONE:
            return words.t("it is not there any more.")
        case PrinterTrouble.PAUSED:
            return words.t("it is paused.")
        case PrinterTrouble.REJECTING:
            return words.t("it takes no jobs at the moment.")
        case PrinterTrouble.NO_PRINT_SYSTEM:
            return words.t("this computer has no print system.")
        case PrinterTrouble.NO_ANSWER:
            return words.t("it does not answer.")
        case PrinterTrouble.REFUSED:
            return words.t("its system says “{reason}”.")
        case PrinterTrouble.NO_PAPER:
            return words.t("it is out of paper or labels.")
        case PrinterTrouble.OPEN:
            return words.t("its cover is open.")
        case PrinterTrouble.JAM:
            return words.t("something is stuck in it.")
        case PrinterTrouble.WRONG_LABEL:
            return words.t("other labels are in it than were chosen.")
        case PrinterTrouble.TOO_LARGE:
            return words.t("the page is larger than its labels ({reason}).")
        case PrinterTrouble.SLOW:
            return words.t("it has not printed for a minute.")
        case PrinterTrouble.DISK_FULL:
            return words.t("the disk is full, please make room.")
        case PrinterTrouble.NOT_WRITABLE:
            return words.t("nothing can be written there.")
        case _:
            assert_never(trouble)
