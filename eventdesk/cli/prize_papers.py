"""The verbs that write what an audience prize needs on paper: ballots, the notice, the protocol."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from eventdesk.ballots import packets_wanted
from eventdesk.cli.prize_answers import NOT_CLOSED, PollOption, chosen, no, refused
from eventdesk.cli.session import Exit, FileArgument, JsonOption, LanguageOption, OutOption, Session, start
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.imprint import EventImprint
from eventdesk.drawing.pages.paper_size import PaperSize
from eventdesk.drawing.pages.report import PaperReport
from eventdesk.drawing.pages.telling import remark_lines
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.prize import actions, records
from eventdesk.prize.outcome import NotDone, PollTrouble
from eventdesk.prize.papers import notice as notice_paper
from eventdesk.prize.papers import protocol as protocol_paper
from eventdesk.prize.papers.ballots import ballots_paper, in_piles, piles_of
from eventdesk.prize.poll import Poll, PollState

_PDF = ".pdf"
_NOTHING = PaperReport(0, 0).as_json()


def ballots(
    *,
    file: FileArgument,
    out: OutOption,
    poll: PollOption = "",
    number: Annotated[int, typer.Option("--number", min=0, help="Make so many new ballots.")] = 0,
    barred: Annotated[
        int, typer.Option("--barred", metavar="NUMBER", help="They do not count for the entry of this number.")
    ] = 0,
    missing: Annotated[
        bool, typer.Option("--missing", help="Make as many for each pile as people on the list still need.")
    ] = False,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Make ballots and write them to be cut, or without --number and --missing write those again that were made."""
    session = _start(out, as_json=json, language=language)
    with session.event(file) as event:
        meant = chosen(session, event, poll, NOT_CLOSED, _NOTHING)
        if isinstance(meant, Exit):
            return meant
        if number or missing:
            wanted = _missing(event, meant) if missing else {_entry(meant, barred): number}
            if not wanted:
                return no(session, session.words.t("There are enough ballots for everybody on the list."), _NOTHING)
            made = _made_on_paper(event, meant, wanted, out)
            if isinstance(made, NotDone):
                return refused(session, made)
            report = made
        elif piles := piles_of(event.db, meant):
            report = ballots_paper(meant, piles, EventImprint.of(event), out, Kit())
        else:
            return refused(session, NotDone(PollTrouble.NO_BALLOTS, meant.title))
    words = session.words
    told = words.n("{count} ballot written: {path}", "{count} ballots written: {path}", report.papers, path=out)
    mix = words.t("Mix each pile before handing out, and delete this file once it is printed.")
    return _tell(session, report, told, mix)


def notice(
    *,
    file: FileArgument,
    out: OutOption,
    poll: PollOption = "",
    size: Annotated[PaperSize, typer.Option("--size", help="The size of the paper.")] = PaperSize.A4,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write the notice for the wall: how to vote, and all that can be voted for."""
    session = _start(out, as_json=json, language=language)
    with session.event(file) as event:
        meant = chosen(session, event, poll, NOT_CLOSED, _NOTHING)
        if isinstance(meant, Exit):
            return meant
        if not meant.entries:
            return refused(session, NotDone(PollTrouble.TOO_FEW_ENTRIES, meant.title))
        report = notice_paper.notice(meant, EventImprint.of(event), out, Kit(), size=size)
    return _tell(session, report, _pages(session, report, out))


def protocol(
    *,
    file: FileArgument,
    out: OutOption,
    poll: PollOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write the protocol of a closed poll, to be signed by two people."""
    session = _start(out, as_json=json, language=language)
    with session.event(file) as event:
        meant = chosen(session, event, poll, (PollState.CLOSED, *NOT_CLOSED), _NOTHING)
        if isinstance(meant, Exit):
            return meant
        count = records.count(event.db, meant.id)
        if count is None:
            told = session.words.t("“{title}” is not closed yet.", title=meant.title)
            return no(session, told, _NOTHING)
        report = protocol_paper.protocol(
            replace(count, poll=protocol_paper.local(count.poll, event.zone)), EventImprint.of(event), out, Kit()
        )
    return _tell(session, report, _pages(session, report, out))


VERBS: tuple[Callable[..., Exit], ...] = (ballots, notice, protocol)


def _start(out: Path, *, as_json: bool, language: str) -> Session:
    if out.suffix.lower() != _PDF:
        raise typer.BadParameter(str(out), param_hint="-o")
    return start(as_json=as_json, language=language)


def _made_on_paper(event: Event, poll: Poll, wanted: Mapping[int | None, int], out: Path) -> PaperReport | NotDone:
    """Make ballots and write them. If one of both fails there is neither."""
    imprint = EventImprint.of(event)
    written: list[PaperReport] = []
    try:
        done = actions.make_piles(
            event,
            poll.id,
            wanted,
            write=lambda new: written.append(ballots_paper(poll, in_piles(poll, new), imprint, out, Kit())),
        )
    except KnownError:
        if written:
            out.unlink(missing_ok=True)
        raise
    return done if isinstance(done, NotDone) else written[0]


def _entry(poll: Poll, number: int) -> int | None:
    if not number:
        return None
    entry = poll.numbered(number)
    if entry is None:
        known = ", ".join(str(each.number) for each in poll.entries)
        raise typer.BadParameter(f"{number} ({known})", param_hint="--barred")
    return entry.id


def _missing(event: Event, poll: Poll) -> dict[int | None, int]:
    """Return how many ballots each pile still needs, if everybody who is registered comes."""
    there = {pile.barred: pile.made - pile.void for pile in records.packets(event.db, poll.id)}
    found = {wanted.barred.id if wanted.barred else None: wanted.people for wanted in packets_wanted(event, poll)}
    return {entry: people - there.get(entry, 0) for entry, people in found.items() if people > there.get(entry, 0)}


def _pages(session: Session, report: PaperReport, out: Path) -> str:
    return session.words.n("{count} page written: {path}", "{count} pages written: {path}", report.pages, path=out)


def _tell(session: Session, report: PaperReport, *lines: str) -> Exit:
    return session.answer(report.as_json(), *lines, *remark_lines(session.words, report))
