"""The verbs that write the brochure and the directory of contacts."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from eventdesk.cli.session import Exit, FileArgument, JsonOption, LanguageOption, OutOption, Session, start
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.report import PaperReport
from eventdesk.drawing.pages.telling import remark_lines
from eventdesk.event import Event
from eventdesk.reports.brochure.gathering import brochure_of
from eventdesk.reports.brochure.paper import brochure_paper
from eventdesk.reports.brochure.style import BrochureSize
from eventdesk.reports.contacts import By, Whom, contacts_of
from eventdesk.reports.contacts_files import CARDS, TABLES, contacts_paper, write_contacts
from eventdesk.reports.imprint import imprint_of
from eventdesk.words import Words

_PDF = ".pdf"


def brochure(
    *,
    file: FileArgument,
    out: OutOption,
    size: Annotated[BrochureSize, typer.Option("--size", help="The size of a page.")] = BrochureSize.A4,
    everybody: Annotated[bool, typer.Option("--all", help="All projects that came, not only the chosen ones.")] = False,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write the brochure of the chosen projects: by theme, with greeting, results, contents and index."""
    session = _start(out, {_PDF}, as_json=json, language=language)
    with session.event(file) as event:
        found = brochure_of(event, everybody=everybody)
        if not found.projects:
            session.complain(_why_empty(session.words, event))
            return session.answer({**PaperReport(0, 0).as_json(), "projects": 0}, code=Exit.NO) if json else Exit.NO
        report = brochure_paper(found, out, Kit(), size=size)
    words, count = session.words, len(found.projects)
    told = words.n("One project on {pages} pages: {path}", "{count} projects on {pages} pages: {path}", count,
                   pages=report.pages, path=out)  # fmt: skip
    return session.answer({**report.as_json(), "projects": count}, told, *remark_lines(words, report))


def contacts(
    *,
    file: FileArgument,
    out: OutOption,
    whom: Annotated[Whom, typer.Option("--whom", help="Projects, people, or both.")] = Whom.ALL,
    by: Annotated[By, typer.Option("--by", help="By place, by theme or by name.")] = By.PLACE,
    theme: Annotated[str, typer.Option("--theme", metavar="THEME", help="Only those of this theme.")] = "",
    town: Annotated[str, typer.Option("--town", metavar="TOWN", help="Only those from this town.")] = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write a directory of those who agreed to it: *.csv, *.xlsx, *.json, *.vcf (vCards) or *.pdf."""
    session = _start(out, {*TABLES, CARDS, _PDF}, as_json=json, language=language)
    with session.event(file) as event:
        found = contacts_of(event, whom=whom, by=by, theme=theme, town=town)
        if not found:
            session.complain(_why_nobody(session.words, event, whom, theme, town))
            return session.answer({"contacts": 0}, code=Exit.NO) if json else Exit.NO
        if out.suffix.lower() == _PDF:
            report = contacts_paper(found, by, imprint_of(event), out, Kit())
            lines, data = remark_lines(session.words, report), dict(report.as_json())
        else:
            write_contacts(out, found, Words(event.details.language))
            lines, data = [], {}
    told = session.words.n("{count} contact written: {path}", "{count} contacts written: {path}", len(found), path=out)
    return session.answer({"contacts": len(found), **data}, told, *lines)


def _why_empty(words: Words, event: Event) -> str:
    if brochure_of(event, everybody=True).projects:
        return words.t("No project is chosen for the brochure. Take all of them with --all.")
    return words.t("There are no exhibitors at this event who come, so there is no project for a brochure.")


def _why_nobody(words: Words, event: Event, whom: Whom, theme: str, town: str) -> str:
    """Say why a directory has nobody in it: nobody agreed, or nobody of those is of this theme or town."""
    if not contacts_of(event, whom=whom):
        match whom:
            case Whom.PROJECTS:
                return words.t("No project has agreed to stand in a directory yet.")
            case Whom.PEOPLE:
                return words.t("No person has agreed to stand in a directory yet.")
            case _:
                return words.t("Nobody has agreed to stand in a directory yet.")
    if theme and town:
        return words.t(
            "Of those who agreed to stand in a directory, nobody has the theme “{theme}” and comes from “{town}”.",
            theme=theme,
            town=town,
        )
    if theme:
        return words.t("Of those who agreed to stand in a directory, nobody has the theme “{theme}”.", theme=theme)
    return words.t("Of those who agreed to stand in a directory, nobody comes from “{town}”.", town=town)


def _start(out: Path, endings: set[str], *, as_json: bool, language: str) -> Session:
    if out.suffix.lower() not in endings:
        raise typer.BadParameter(f"{out} ({', '.join(sorted(endings))})", param_hint="--out")
    return start(as_json=as_json, language=language)


VERBS: tuple[Callable[..., Exit], ...] = (brochure, contacts)
