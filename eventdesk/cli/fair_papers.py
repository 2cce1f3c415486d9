"""The verbs that write what a fair puts on paper: plans, signs, directory, lists."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from eventdesk.cli.session import Exit, FileArgument, JsonOption, LanguageOption, OutOption, Session, start
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.paper_size import PaperSize
from eventdesk.drawing.pages.report import PaperReport
from eventdesk.event import Event
from eventdesk.fair.actions_plans import differences, keep_print
from eventdesk.fair.fair import Fair
from eventdesk.fair.papers import moves, setup_list
from eventdesk.fair.papers import signs as booth_signs
from eventdesk.fair.papers import theme_index as themes
from eventdesk.fair.papers.directory import directory as exhibitor_directory
from eventdesk.fair.papers.errands import Errand, errands
from eventdesk.fair.papers.floor_plan import floor_plan
from eventdesk.fair.papers.imprint import Imprint
from eventdesk.fair.papers.plan_layout import PlanWish
from eventdesk.fair.papers.snapshot import backdrops_of, before, imprint_of
from eventdesk.fair.papers.telling import report_lines
from eventdesk.fair.plan import Version
from eventdesk.fair.records import read_fair

SizeOption = Annotated[PaperSize, typer.Option("--size", help="The size of the paper.")]
HallOption = Annotated[list[str] | None, typer.Option("--hall", metavar="HALL", help="Only this hall; again for more.")]
SinceOption = Annotated[
    str, typer.Option("--since", metavar="NAME", help="The version to compare with; else the last one that differs.")
]


def plan(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    file: FileArgument,
    out: OutOption,
    size: SizeOption = PaperSize.A4,
    landscape: Annotated[
        bool | None, typer.Option("--landscape/--portrait", help="How the paper lies; else as the hall needs it.")
    ] = None,
    names: Annotated[bool, typer.Option("--names/--no-names", help="With names, or with numbers alone.")] = True,
    hall: HallOption = None,
    together: Annotated[bool, typer.Option("--together", help="All halls on one page.")] = False,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write floor plans from A4 to A0, a page for each hall."""
    session = _start(out, as_json=json, language=language)
    with session.event(file) as event:
        fair = read_fair(event.db)
        wish = PlanWish(size, landscape, names, _halls(fair, hall), together)
        report = floor_plan(fair, imprint_of(event, fair), out, Kit(), wish, backdrops_of(event))
        keep_print(event, session.words.t("Print"))
    return _tell(session, report, out)


def signs(
    *,
    file: FileArgument,
    out: OutOption,
    size: Annotated[PaperSize, typer.Option("--size", help="The size of the paper.")] = PaperSize.A4,
    only: Annotated[list[str] | None, typer.Option("--only", metavar="EXHIBITOR", help="Only for this one.")] = None,
    changed: Annotated[bool, typer.Option("--changed", help="Only for those who stand elsewhere now.")] = False,
    since: SinceOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write a sign for each stand, with number, name, theme and code."""
    session = _start(out, as_json=json, language=language)
    with session.event(file) as event:
        fair = read_fair(event.db)
        wanted = _exhibitors(fair, only)
        if changed or since:
            compared = _compared(event, fair, since)
            moved = moves.signs_to_print(fair, compared[1] if compared else ())
            wanted = set(moved) if wanted is None else wanted & set(moved)
        standing = {who for who in fair.stands if wanted is None or who in wanted}
        if not standing:
            session.complain(session.words.t("There is no stand to print a sign for."))
            return session.answer(PaperReport(0, 0).as_json(), code=Exit.NO) if json else Exit.NO
        report = booth_signs.signs(fair, imprint_of(event, fair), out, Kit(), size=size, only=standing)
        if only is None:
            keep_print(event, session.words.t("Print"))
    return _tell(session, report, out)


def directory(*, file: FileArgument, out: OutOption, json: JsonOption = False, language: LanguageOption = "") -> Exit:
    """Write the directory of exhibitors from A to Z."""
    return _paper(_start(out, as_json=json, language=language), file, out, exhibitor_directory)


def index(*, file: FileArgument, out: OutOption, json: JsonOption = False, language: LanguageOption = "") -> Exit:
    """Write who is to be found under each theme."""
    return _paper(_start(out, as_json=json, language=language), file, out, themes.theme_index)


def setup(
    *,
    file: FileArgument,
    out: OutOption,
    hall: HallOption = None,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write the list for those who set up, hall by hall, with power and furniture."""
    session = _start(out, as_json=json, language=language)
    with session.event(file) as event:
        fair = read_fair(event.db)
        report = setup_list.setup_list(fair, imprint_of(event, fair), out, Kit(), _halls(fair, hall))
    return _tell(session, report, out)


def changes(
    *,
    file: FileArgument,
    out: OutOption,
    since: SinceOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write who stands elsewhere than in an older version."""
    return _moves(_start(out, as_json=json, language=language), file, out, since, moves.changes)


def runner(
    *,
    file: FileArgument,
    out: OutOption,
    since: SinceOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write a sheet for each hall in which somebody moves, with boxes to tick."""
    return _moves(_start(out, as_json=json, language=language), file, out, since, moves.runner_sheets)


VERBS = (plan, signs, directory, index, setup, changes, runner)


# ---- what is asked for


def _start(out: Path, *, as_json: bool, language: str) -> Session:
    if out.suffix.lower() != ".pdf":
        raise typer.BadParameter(str(out), param_hint="-o")
    return start(as_json=as_json, language=language)


def _halls(fair: Fair, wanted: Sequence[str] | None) -> tuple[int, ...]:
    """Return the row ids of halls that are called by their id or name."""
    found = []
    for name in wanted or ():
        ids = [hall.id for hall in fair.halls if name.casefold() in {hall.ref.casefold(), hall.name.casefold()}]
        if not ids:
            raise typer.BadParameter(_choice(name, [hall.ref for hall in fair.halls]), param_hint="--hall")
        found += ids
    return tuple(found)


def _exhibitors(fair: Fair, wanted: Sequence[str] | None) -> set[int] | None:
    """Return the row ids of exhibitors that are called by their id or name; None for all."""
    if not wanted:
        return None
    found = set()
    for name in wanted:
        ids = {each.id for each in fair.exhibitors if name.casefold() in {each.ref.casefold(), each.name.casefold()}}
        if not ids:
            raise typer.BadParameter(_choice(name, [each.ref for each in fair.exhibitors]), param_hint="--only")
        found |= ids
    return found


def _choice(wrong: str, known: Sequence[str]) -> str:
    return f"{wrong} ({', '.join(known)})" if known else wrong


def _compared(event: Event, fair: Fair, since: str) -> tuple[Version, tuple[Errand, ...]] | None:
    found = before(event, fair, since)
    if found is None:
        return None
    version, stands = found
    return version, errands(fair, differences(stands, fair.stands, fair))


def _nothing_to_compare(session: Session) -> Exit:
    session.complain(session.words.t("No kept version of the placement differs from today's: there are no changes."))
    return session.answer(PaperReport(0, 0).as_json(), code=Exit.NO) if session.as_json else Exit.NO


# ---- what is written and said


def _paper(
    session: Session, file: Path, out: Path, write: Callable[[Fair, Imprint, BinaryIO | Path, Kit], PaperReport]
) -> Exit:
    """Write a paper that needs no more than the fair."""
    with session.event(file) as event:
        fair = read_fair(event.db)
        report = write(fair, imprint_of(event, fair), out, Kit())
    return _tell(session, report, out)


def _moves(session: Session, file: Path, out: Path, since: str, write: Callable[..., PaperReport]) -> Exit:
    """Write a paper about who stands elsewhere than in a version."""
    with session.event(file) as event:
        fair = read_fair(event.db)
        compared = _compared(event, fair, since)
        if compared is None:
            return _nothing_to_compare(session)
        version, found = compared
        report = write(fair, found, imprint_of(event, fair), out, Kit(), since=version)
    return _tell(session, report, out)


def _tell(session: Session, report: PaperReport, out: Path) -> Exit:
    words = session.words
    written = words.n("{count} page written: {path}", "{count} pages written: {path}", report.pages, path=out)
    return session.answer(report.as_json(), written, *report_lines(words, report))
