"""The verbs that write figures, attendance, certificates, and what sessions and tables found."""

import json as json_text
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from eventdesk import outputs
from eventdesk.cli.session import Exit, FileArgument, JsonOption, LanguageOption, OutOption, Session, start
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.report import PaperReport
from eventdesk.drawing.pages.telling import remark_lines
from eventdesk.event import Event
from eventdesk.files import naming_nobody, target
from eventdesk.people.rolebook import role_book
from eventdesk.people.sorting import sort_key
from eventdesk.reports.attendance.attended import Attendance
from eventdesk.reports.attendance.gathering import attendance as read_attendance
from eventdesk.reports.attendance.lists import attendance_list, signature_list
from eventdesk.reports.attendance.table import attendance_table
from eventdesk.reports.certificates.actions import wording
from eventdesk.reports.certificates.certificate import certificates as made_out
from eventdesk.reports.certificates.paper import certificates_paper
from eventdesk.reports.certificates.snapshot import design_of
from eventdesk.reports.certificates.wording import Basis
from eventdesk.reports.choice import Choice, Order
from eventdesk.reports.figures.figure import Figures
from eventdesk.reports.figures.gathering import figures as counted
from eventdesk.reports.figures.group import LEAST
from eventdesk.reports.figures.paper import figures_paper
from eventdesk.reports.figures.telling import main_numbers
from eventdesk.reports.figures.workbook import figures_workbook
from eventdesk.reports.findings_paper import collected, findings_paper
from eventdesk.reports.imprint import imprint_of
from eventdesk.words import Words

_PDF = ".pdf"
_TABLES = frozenset({".csv", ".xlsx", ".json"})
PersonOption = Annotated[
    list[str] | None, typer.Option("--person", metavar="PERSON", help="Only this person, by id, code or name.")
]
OrganisationOption = Annotated[
    list[str] | None, typer.Option("--organisation", metavar="NAME", help="Only people of this organisation.")
]
RoleOption = Annotated[list[str] | None, typer.Option("--role", metavar="ROLE", help="Only people with this role.")]
SortOption = Annotated[Order, typer.Option("--sort", help="Sort by name, or by organisation and name.")]


class ListKind(StrEnum):
    """Which list of attendance is wanted."""

    THERE = "there"
    TO_SIGN = "to-sign"


def figures(
    file: FileArgument,
    out: OutOption,
    least: Annotated[
        int, typer.Option("--smallest-group", min=1, help="Groups of fewer people are counted together.")
    ] = LEAST,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write the event in figures, without names: *.pdf with charts, *.xlsx, or *.json."""
    session, suffix = _start(out, {_PDF, ".xlsx", ".json"}, as_json=json, language=language)
    with session.event(file) as event:
        found, imprint = counted(event, least=least), imprint_of(event)
        writing = naming_nobody if found.least >= LEAST else target
        report = PaperReport(0, 0)
        if suffix == _PDF:
            with writing(out) as stream:
                report = figures_paper(found, imprint, stream, Kit())
        elif suffix == ".xlsx":
            figures_workbook(found, imprint, out)
            if writing is target:
                outputs.note(out)
        else:
            with writing(out) as stream:
                stream.write(f"{json_text.dumps(found.as_json(), ensure_ascii=False, indent=1)}\n".encode())
    words = session.words
    lines = (words.t("Written: {path}", path=out), *_numbers(words, found), *remark_lines(words, report))
    return session.answer({**found.as_json(), **report.as_json(), "path": str(out)}, *lines)


def attendance(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    file: FileArgument,
    out: OutOption,
    kind: Annotated[ListKind, typer.Option("--list", help="Who was there, or a list to sign on the day.")] = (
        ListKind.THERE
    ),
    sessions: Annotated[
        bool, typer.Option("--sessions", help="Also a list for each session that was scanned.")
    ] = False,
    day: Annotated[
        list[str] | None,
        typer.Option("--day", metavar="DAY", help="Only this day, such as 2017-03-06; again for more."),
    ] = None,
    person: PersonOption = None,
    organisation: OrganisationOption = None,
    role: RoleOption = None,
    sort: SortOption = Order.NAME,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write who was there and how long, or a list to sign: *.pdf; who was there also as *.csv, *.xlsx or *.json."""
    session, suffix = _start(out, {_PDF, *_TABLES}, as_json=json, language=language)
    if suffix != _PDF and kind is ListKind.TO_SIGN:
        raise typer.BadParameter(str(out), param_hint="-o")
    with session.event(file) as event:
        there, imprint = read_attendance(event), imprint_of(event)
        days = _days(there, day)
        choice = _choice(event, there, (person, organisation, role), sort)
        if kind is ListKind.THERE and not any(each.came for each in there.people):
            return _no(session, session.words.t("Nobody has been scanned yet."))
        if suffix != _PDF:
            number = attendance_table(there, out, choice=choice)
            told = session.words.n("{count} person written: {path}", "{count} people written: {path}", number, path=out)
            return session.answer({"people": number, "path": str(out)}, told)
        if kind is ListKind.TO_SIGN:
            report = signature_list(there, imprint, out, Kit(), choice=choice, days=days)
        else:
            report = attendance_list(there, imprint, out, Kit(), choice=choice, days=days, sessions=sessions)
    return _tell(session, report, out)


def certificates(  # noqa: PLR0913
    *,
    file: FileArgument,
    out: OutOption,
    basis: Annotated[
        Basis | None, typer.Option("--hours", help="Hours from scans, from the programme, or none; else as chosen.")
    ] = None,
    person: PersonOption = None,
    organisation: OrganisationOption = None,
    role: RoleOption = None,
    sort: SortOption = Order.NAME,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write a certificate of attendance for everybody who was there, a page each."""
    session, _ = _start(out, {_PDF}, as_json=json, language=language)
    with session.event(file) as event:
        there = read_attendance(event)
        choice = _choice(event, there, (person, organisation, role), sort)
        found = made_out(there, basis or wording(event).basis, choice)
        if not found:
            nobody = session.words.t("Nobody of those chosen was scanned, so that there is nothing to certify.")
            return _no(session, nobody)
        report = certificates_paper(found, design_of(event), imprint_of(event), out, Kit())
    told = session.words.n("{count} certificate", "{count} certificates", len(found))
    return _tell(session, report, out, told)


def results(
    file: FileArgument,
    out: OutOption,
    large: Annotated[bool, typer.Option("--large/--no-large", help="In large type, for the closing speech.")] = True,
    listed: Annotated[bool, typer.Option("--list/--no-list", help="As a list in two columns, to hand out.")] = True,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write what sessions and tables found."""
    session, _ = _start(out, {_PDF}, as_json=json, language=language)
    if not large and not listed:
        raise typer.BadParameter("--no-large --no-list", param_hint="--large")
    with session.event(file) as event:
        chapters = collected(event)
        if not chapters:
            return _no(session, session.words.t("No session and no table has noted anything yet."))
        report = findings_paper(chapters, imprint_of(event), out, Kit(), large=large, listed=listed)
    return _tell(session, report, out)


VERBS: tuple[Callable[..., Exit], ...] = (figures, attendance, certificates, results)


# ---- what is asked for


def _start(out: Path, suffixes: set[str], *, as_json: bool, language: str) -> tuple[Session, str]:
    suffix = out.suffix.lower()
    if suffix not in suffixes:
        raise typer.BadParameter(f"{out} ({', '.join(sorted(suffixes))})", param_hint="-o")
    return start(as_json=as_json, language=language), suffix


def _days(there: Attendance, wanted: Sequence[str] | None) -> tuple[str, ...] | None:
    if not wanted:
        return None
    for day in wanted:
        if day not in there.days:
            raise typer.BadParameter(f"{day} ({', '.join(there.days)})", param_hint="--day")
    return tuple(dict.fromkeys(wanted))


def _choice(event: Event, there: Attendance, wanted: tuple[Sequence[str] | None, ...], order: Order) -> Choice:
    """Return whom the options name; wrong usage if somebody or something is not known."""
    person, organisation, role = (each or () for each in wanted)
    known = {sort_key(each.organisation) for each in there.people}
    for called in organisation:
        if sort_key(called) not in known:
            raise typer.BadParameter(called, param_hint="--organisation")
    book = role_book(event.db)
    roles = [book.parse(each) for each in role]
    has = {each for one in there.people for each in one.roles}
    for called, code in zip(role, roles, strict=True):
        if code not in has:
            raise typer.BadParameter(f"{called} ({', '.join(sorted(has))})", param_hint="--role")
    ids = {each for called in person for each in _called(there, called)}
    return Choice(ids if person else None, tuple(organisation), tuple(roles), order)


def _called(there: Attendance, called: str) -> list[int]:
    """Return who is called so by id or badge code; else all with this name."""
    code, key = "".join(called.split()), sort_key(called)
    ids = [each.id for each in there.people if called == each.ref or (code and code == each.code)]
    ids = ids or [each.id for each in there.people if key in {sort_key(each.name), sort_key(each.list_name)}]
    if not ids:
        raise typer.BadParameter(called, param_hint="--person")
    return ids


# ---- what is said


def _numbers(words: Words, found: Figures) -> list[str]:
    return [f"{number.value:6d}  {number.label}" for number in main_numbers(words, found)]


def _no(session: Session, sentence: str) -> Exit:
    session.complain(sentence)
    return session.answer(PaperReport(0, 0).as_json(), code=Exit.NO) if session.as_json else Exit.NO


def _tell(session: Session, report: PaperReport, out: Path, *more: str) -> Exit:
    words = session.words
    written = words.n("{count} page written: {path}", "{count} pages written: {path}", report.pages, path=out)
    return session.answer(report.as_json(), written, *more, *remark_lines(words, report))
