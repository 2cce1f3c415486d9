"""The verbs that write what the World Café puts on paper: cards, signs, sheets for hosts and results, the summary."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from eventdesk.cafe import actions_ways, records
from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.papers.cards import PerSheet
from eventdesk.cafe.papers.cards import cards as write_cards
from eventdesk.cafe.papers.host_sheets import host_sheets
from eventdesk.cafe.papers.imprint import Imprint, imprint_of
from eventdesk.cafe.papers.result_sheets import result_sheets
from eventdesk.cafe.papers.summary import summary as write_summary
from eventdesk.cafe.papers.table_signs import table_signs
from eventdesk.cli.cafe_people import people_called, table_called
from eventdesk.cli.session import AtOption, Exit, FileArgument, JsonOption, LanguageOption, OutOption, Session, start
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.paper_size import PaperSize
from eventdesk.drawing.pages.report import PaperReport
from eventdesk.drawing.pages.telling import remark_lines
from eventdesk.findings import records as findings
from eventdesk.findings.finding import FindingKind

_PDF = ".pdf"
OnlyTables = Annotated[
    list[str] | None, typer.Option("--table", metavar="TABLE", help="Only this table; again for more.")
]


def cards(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    file: FileArgument,
    out: OutOption,
    per_sheet: Annotated[
        int, typer.Option("--per-sheet", metavar="4|8", help="How many cards on a sheet; 4 have the questions.")
    ] = 8,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="PERSON", help="Only for this person; again for more.")
    ] = None,
    spare: Annotated[
        bool, typer.Option("--spare/--no-spare", help="Cards without a name, for ways that nobody has.")
    ] = True,
    mark_printed: Annotated[
        bool, typer.Option("--mark-printed", help="Note that these cards are on paper now.")
    ] = False,
    at: AtOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write a card for each person with their tables, round by round."""
    session = _start(out, as_json=json, language=language)
    if per_sheet not in set(PerSheet):
        raise typer.BadParameter(f"{per_sheet} (4, 8)", param_hint="--per-sheet")
    with session.event(file, at) as event:
        cafe = records.read_cafe(event.db)
        wanted = None if only is None else people_called(cafe, only, "--only")
        if not cafe.way_of or (wanted is not None and not cafe.way_of.keys() & set(wanted)):
            return _no(session, session.words.t("Nobody has a card yet: “cafe apply” makes them."))
        report = write_cards(
            cafe, imprint_of(event, cafe), out, Kit(), per_sheet=PerSheet(per_sheet), only=wanted, spare=spare
        )
        if mark_printed:
            actions_ways.keep_printed(event)
    return _tell(session, report, out)


def signs(
    *,
    file: FileArgument,
    out: OutOption,
    size: Annotated[PaperSize, typer.Option("--size", help="The size of the paper.")] = PaperSize.A4,
    table: OnlyTables = None,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write a sign for each table, to be folded and stood on it."""

    def write(cafe: Cafe, imprint: Imprint, kit: Kit, only: list[int] | None) -> PaperReport:
        return table_signs(cafe, imprint, out, kit, size=size, only=only)

    return _of_tables(_start(out, as_json=json, language=language), file, out, table, write)


def hosts(
    *,
    file: FileArgument,
    out: OutOption,
    table: OnlyTables = None,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write for each host who comes in which round."""

    def write(cafe: Cafe, imprint: Imprint, kit: Kit, only: list[int] | None) -> PaperReport:
        return host_sheets(cafe, imprint, out, kit, only=only)

    return _of_tables(_start(out, as_json=json, language=language), file, out, table, write)


def sheets(
    *,
    file: FileArgument,
    out: OutOption,
    table: OnlyTables = None,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write a sheet for each table to note on what it finds."""

    def write(cafe: Cafe, imprint: Imprint, kit: Kit, only: list[int] | None) -> PaperReport:
        return result_sheets(cafe, imprint, out, kit, only=only)

    return _of_tables(_start(out, as_json=json, language=language), file, out, table, write)


def summary(*, file: FileArgument, out: OutOption, json: JsonOption = False, language: LanguageOption = "") -> Exit:
    """Write what the tables found, in large letters, to be read out."""
    session = _start(out, as_json=json, language=language)
    with session.event(file) as event:
        cafe, found = records.read_cafe(event.db), findings.findings(event.db)
        if not any(kind is FindingKind.TABLE for kind, _ in found):
            return _no(session, session.words.t("No table has noted anything yet."))
        report = write_summary(cafe, found, imprint_of(event, cafe), out, Kit())
    return _tell(session, report, out)


VERBS: tuple[Callable[..., Exit], ...] = (cards, signs, hosts, sheets, summary)


def _start(out: Path, *, as_json: bool, language: str) -> Session:
    if out.suffix.lower() != _PDF:
        raise typer.BadParameter(f"{out.name} ({_PDF})", param_hint="--out")
    return start(as_json=as_json, language=language)


def _of_tables(
    session: Session,
    file: Path,
    out: Path,
    wanted: list[str] | None,
    write: Callable[[Cafe, Imprint, Kit, list[int] | None], PaperReport],
) -> Exit:
    with session.event(file) as event:
        cafe = records.read_cafe(event.db)
        only = None if wanted is None else [table_called(cafe, each, "--table").id for each in wanted]
        if not cafe.tables:
            return _no(session, session.words.t("There are no tables yet."))
        report = write(cafe, imprint_of(event, cafe), Kit(), only)
    return _tell(session, report, out)


def _no(session: Session, sentence: str) -> Exit:
    session.complain(sentence)
    return session.answer(PaperReport(0, 0).as_json(), code=Exit.NO) if session.as_json else Exit.NO


def _tell(session: Session, report: PaperReport, out: Path) -> Exit:
    words = session.words
    written = words.n("{count} page written: {path}", "{count} pages written: {path}", report.pages, path=out)
    return session.answer(report.as_json(), written, *remark_lines(words, report))
