"""The verbs that write what a programme puts on paper: the programme itself, door signs, lists, a calendar."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from eventdesk.cli.session import AtOption, Exit, FileArgument, JsonOption, LanguageOption, OutOption, Session, start
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.paper_size import PaperSize
from eventdesk.drawing.pages.report import PaperReport
from eventdesk.drawing.pages.telling import remark_lines
from eventdesk.event import Event
from eventdesk.fair import records as fair
from eventdesk.panels.actions_timetable import differences, keep_programme, versions
from eventdesk.panels.draws.records import last_draw
from eventdesk.panels.papers import door_signs, session_lists
from eventdesk.panels.papers.agenda import Agenda
from eventdesk.panels.papers.calendar_file import calendar_file
from eventdesk.panels.papers.changes_paper import changes_paper, rooms_to_print
from eventdesk.panels.papers.draw_paper import draw_paper
from eventdesk.panels.papers.person_pages import Days, person_pages
from eventdesk.panels.papers.programme_paper import programme as programme_paper
from eventdesk.panels.papers.snapshot import agenda_of, before, calendar_facts, imprint_of
from eventdesk.panels.version import Change, Version
from eventdesk.words import Words

_PDF, _CALENDAR = ".pdf", ".ics"
SizeOption = Annotated[PaperSize, typer.Option("--size", help="The size of the paper.")]
SinceOption = Annotated[
    str, typer.Option("--since", metavar="NAME", help="The version to compare with; else the last one printed.")
]
SessionsOption = Annotated[
    list[str] | None, typer.Option("--session", metavar="SESSION", help="Only this session; again for more.")
]
RoomsOption = Annotated[
    list[str] | None, typer.Option("--room", metavar="ROOM", help="Only this room; again for more.")
]
PrintedOption = Annotated[
    bool, typer.Option("--mark-printed", help="Keep this timetable as the one that is on paper now.")
]


def programme(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    file: FileArgument,
    out: OutOption,
    size: SizeOption = PaperSize.A4,
    landscape: Annotated[
        bool | None, typer.Option("--landscape/--portrait", help="How the paper lies; else as the rooms need it.")
    ] = None,
    grid: Annotated[bool, typer.Option("--grid/--no-grid", help="A page for each day, times by rooms.")] = True,
    listed: Annotated[bool, typer.Option("--list/--no-list", help="All sessions from start to end.")] = True,
    mark_printed: PrintedOption = False,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write the programme: a grid for each day, and a list."""
    session = _start(out, _PDF, as_json=json, language=language)
    if not grid and not listed:
        raise typer.BadParameter("--no-grid --no-list", param_hint="--grid")
    with session.event(file) as event:
        agenda = _agenda(event)
        if not agenda.items:
            return _no(session, session.words.t("There are no sessions yet: the programme is empty."))
        kept = _kept(event, agenda, mark_printed=mark_printed)
        imprint = imprint_of(event, agenda.programme)
        report = programme_paper(agenda, imprint, out, Kit(), size=size, landscape=landscape, grid=grid, listed=listed)
    return _tell(session, report, out, *kept(session.words))


def signs(  # noqa: PLR0913
    *,
    file: FileArgument,
    out: OutOption,
    size: SizeOption = PaperSize.A4,
    room: RoomsOption = None,
    each: Annotated[bool, typer.Option("--each", help="A sign for each session, to be changed at the door.")] = False,
    changed: Annotated[bool, typer.Option("--changed", help="Only for rooms where something has changed.")] = False,
    since: SinceOption = "",
    at: AtOption = "",
    mark_printed: PrintedOption = False,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write a sign for each door: today's sessions, the next one large."""
    session = _start(out, _PDF, as_json=json, language=language)
    with session.event(file, at) as event:
        agenda = _agenda(event)
        over = event.local_now().replace(tzinfo=None).isoformat(timespec="minutes") if at else ""
        wanted = set(door_signs.rooms_with_signs(agenda, over))
        if room:
            known = [_Called(each.id, each.ref, each.name) for each in agenda.programme.rooms]
            wanted &= set(_chosen(room, known, "--room"))
        if changed or since:
            compared = _compared(event, agenda, since)
            wanted &= set(rooms_to_print(agenda, compared[1]) if compared is not None else ())
        if not wanted:
            return _no(session, session.words.t("There is no session with a time and a room to print a sign for."))
        kept = _kept(event, agenda, mark_printed=mark_printed)
        report = door_signs.door_signs(
            agenda, imprint_of(event, agenda.programme), out, Kit(), size=size, only=wanted, each=each, since=over
        )
    return _tell(session, report, out, *kept(session.words))


def lists(
    *,
    file: FileArgument,
    out: OutOption,
    session: SessionsOption = None,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write for whoever moderates who is expected, and who waits."""
    return _lists(_start(out, _PDF, as_json=json, language=language), file, out, session, session_lists.room_lists)


def signatures(
    *,
    file: FileArgument,
    out: OutOption,
    session: SessionsOption = None,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write a list to sign for each session."""
    return _lists(_start(out, _PDF, as_json=json, language=language), file, out, session, session_lists.signature_lists)


def person(
    *,
    file: FileArgument,
    out: OutOption,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="PERSON", help="Only for this person, by id, code or name.")
    ] = None,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write a page for each person with their own programme."""
    session = _start(out, _PDF, as_json=json, language=language)
    with session.event(file) as event:
        agenda = _agenda(event)
        if not agenda.items:
            return _no(session, session.words.t("There are no sessions yet: the programme is empty."))
        if not agenda.in_order:
            return _no(session, session.words.t("There is nobody on the list of people yet."))
        wanted = _people(agenda, only, "--only") if only else None
        report = person_pages(agenda, imprint_of(event, agenda.programme), out, Kit(), only=wanted)
    return _tell(session, report, out)


def changes(
    *,
    file: FileArgument,
    out: OutOption,
    since: SinceOption = "",
    mark_printed: PrintedOption = False,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write which sessions are at another time or in another room than in the timetable printed last."""
    session = _start(out, _PDF, as_json=json, language=language)
    with session.event(file) as event:
        agenda = _agenda(event)
        compared = _compared(event, agenda, since)
        if compared is None or not compared[1]:
            return _no(
                session, session.words.t("Nothing has changed since the timetable that was printed or kept last.")
            )
        version, found = compared
        kept = _kept(event, agenda, mark_printed=mark_printed)
        report = changes_paper(agenda, found, imprint_of(event, agenda.programme), out, Kit(), since=version)
    return _tell(session, report, out, *kept(session.words))


def calendar(
    *,
    file: FileArgument,
    out: Annotated[Path, typer.Option("-o", "--out", help="The file to write, *.ics.")],
    only: Annotated[str, typer.Option("--person", metavar="PERSON", help="Only the day of this person.")] = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write the programme, or one person's day, as an iCalendar file."""
    session = _start(out, _CALENDAR, as_json=json, language=language)
    with session.event(file) as event:
        agenda = _agenda(event)
        items = list(agenda.items)
        if only:
            (who,) = _people(agenda, [only], "--person")
            stops = Days(agenda).of(agenda.attendees[who])
            items = [stop.item for stop in stops if not stop.waiting]
        if not any(item.timed for item in items):
            return _no(session, session.words.t("There is no session with a time to put into a calendar."))
        count = calendar_file(agenda, calendar_facts(event), items, out)
    told = session.words.n("{count} session written: {path}", "{count} sessions written: {path}", count, path=out)
    return session.answer({"sessions": count, "path": str(out)}, told)


def protocol(*, file: FileArgument, out: OutOption, json: JsonOption = False, language: LanguageOption = "") -> Exit:
    """Write how places were given out last, to be hung up and checked."""
    session = _start(out, _PDF, as_json=json, language=language)
    with session.event(file) as event:
        draw = last_draw(event.db)
        if draw is None:
            return _no(session, session.words.t("No places have been given out yet."))
        agenda = _agenda(event)
        local = replace(draw, at=draw.at.astimezone(event.zone))
        report = draw_paper(agenda, local, imprint_of(event, agenda.programme), out, Kit())
    return _tell(session, report, out)


VERBS: tuple[Callable[..., Exit], ...] = (
    programme, signs, lists, signatures, person, changes, calendar, protocol
)  # fmt: skip


# ---- what is asked for


def _start(out: Path, suffix: str, *, as_json: bool, language: str) -> Session:
    if out.suffix.lower() != suffix:
        raise typer.BadParameter(str(out), param_hint="-o")
    return start(as_json=as_json, language=language)


def _agenda(event: Event) -> Agenda:
    return agenda_of(event.db, {hall.ref: hall.name for hall in fair.halls(event.db)})


class _Called(NamedTuple):
    """Something that may be called by its id in the event folder or by its name."""

    id: int
    ref: str
    name: str


def _chosen(wanted: Sequence[str], known: Sequence[_Called], hint: str) -> list[int]:
    """Return the row ids of what is called so; wrong usage if something is not known."""
    found = []
    for called in wanted:
        ids = [each.id for each in known if called.casefold() in {each.ref.casefold(), each.name.casefold()}]
        if not ids:
            raise typer.BadParameter(f"{called} ({', '.join(each.ref for each in known)})", param_hint=hint)
        found += ids
    return found


def _people(agenda: Agenda, wanted: Sequence[str], hint: str) -> list[int]:
    """Return the row ids of people who are called by id, badge code or name. Each must be one person alone."""
    found = []
    for called in wanted:
        key = called.casefold()
        guests = agenda.programme.people.values()
        ids = [each.id for each in guests if called in {each.ref, each.code}] or [
            each.id for each in guests if each.name.casefold() == key
        ]
        if len(ids) != 1:
            several = ", ".join(agenda.programme.people[each].ref or agenda.programme.people[each].code for each in ids)
            raise typer.BadParameter(f"{called} ({several})" if several else called, param_hint=hint)
        found += ids
    return found


def _compared(event: Event, agenda: Agenda, since: str) -> tuple[Version, tuple[Change, ...]] | None:
    found = before(event, agenda.programme, since)
    if found is None and since:
        known = ", ".join(dict.fromkeys(each.name for each in versions(event.db) if each.name))
        raise typer.BadParameter(f"{since} ({known})" if known else since, param_hint="--since")
    if found is None:
        return None
    version, spots = found
    return version, differences(spots, agenda.programme.timetable)


# ---- what is written and said


def _lists(
    session: Session, file: Path, out: Path, only: Sequence[str] | None, write: Callable[..., PaperReport]
) -> Exit:
    with session.event(file) as event:
        agenda = _agenda(event)
        if only:
            known = [_Called(each.id, each.ref, each.title) for each in agenda.programme.sessions]
            wanted = _chosen(only, known, "--session")
        else:
            wanted = [item.session.id for item in session_lists.sessions_with_lists(agenda)]
        if not wanted:
            told = session.words.t("There is no session that places are given for. Name one with --session.")
            return _no(session, told)
        report = write(agenda, imprint_of(event, agenda.programme), out, Kit(), only=wanted)
    return _tell(session, report, out)


def _kept(event: Event, agenda: Agenda, *, mark_printed: bool) -> Callable[[Words], list[str]]:
    """Keep today's timetable as printed, if that is asked for; return what tells so.

    It keeps the name of the newest version, and what is known of it, as long as nothing was moved since.
    """
    if not mark_printed:
        return lambda _: []
    imprint = imprint_of(event, agenda.programme)
    if imprint.version is None or imprint.changed:
        keep_programme(event, printed=True)
    else:
        keep_programme(event, imprint.version.name, imprint.version.facts, printed=True)
    return lambda words: [words.t("This timetable is kept as the one that is on paper now.")]


def _no(session: Session, sentence: str) -> Exit:
    session.complain(sentence)
    return session.answer(PaperReport(0, 0).as_json(), code=Exit.NO) if session.as_json else Exit.NO


def _tell(session: Session, report: PaperReport, out: Path, *more: str) -> Exit:
    words = session.words
    written = words.n("{count} page written: {path}", "{count} pages written: {path}", report.pages, path=out)
    if report.unnamed:
        named = ", ".join(report.unnamed)
        more = (
            *more,
            words.t("The grid has no room for the names in these sessions, the list has: {sessions}.", sessions=named),
        )
    return session.answer(report.as_json(), written, *more, *remark_lines(words, report))
