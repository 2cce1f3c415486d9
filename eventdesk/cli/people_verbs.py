"""Verbs about who comes: new, import, export, search."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from eventdesk.cli import exports
from eventdesk.cli.exports import Kind
from eventdesk.cli.file_verbs import tell_figures
from eventdesk.cli.session import (
    Exit,
    FileArgument,
    JsonOption,
    LanguageOption,
    OutOption,
    Session,
    add_verbs,
    plain,
    start,
)
from eventdesk.eventfolder import create_from
from eventdesk.people import records
from eventdesk.people.importing import ImportResult, Preset, import_people, load_mapping
from eventdesk.people.search import search as find
from eventdesk.starting import create_empty
from eventdesk.tables import sentences
from eventdesk.tables.problems import TableProblem, as_json

_HITS = 50


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    add_verbs(app, new, import_, export, search)


def new(
    file: FileArgument,
    source: Annotated[Path | None, typer.Option("--from", metavar="FOLDER|WORKBOOK", help="An event folder.")] = None,
    title: Annotated[str, typer.Option("--title", help="Title of an empty event.")] = "",
    good_rows: Annotated[bool, typer.Option("--good-rows", help="Leave out rows with errors.")] = False,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Create an event file, empty or from an event folder or workbook."""
    session = start(as_json=json, language=language)
    if source is None:
        with create_empty(file, plain(title or file.stem), session.words, desk=session.desk) as event:
            return tell_figures(session, event)
    created = create_from(file, source, good_rows=good_rows, desk=session.desk, actor=session.actor)
    if created.event is None:
        _complain_of_cells(session, source, created.problems)
        errors = [_as_json(session, each) for each in created.problems]
        return session.answer({"errors": errors}, code=Exit.NO) if json else Exit.NO
    with created.event as event:
        session.complain(*(sentences.problem(session.words, each) for each in created.problems))
        session.complain(*(sentences.remark(session.words, each) for each in created.remarks))
        session.complain(
            *(session.words.t("“{file}” was not read: its name is unknown.", file=each) for each in created.ignored)
        )
        return tell_figures(session, event)


def import_(  # noqa: PLR0913, PLR0917 - one parameter for each option of the command line
    file: FileArgument,
    what: Annotated[str, typer.Argument(metavar="people", help="What the table holds: people.")],
    table: Annotated[Path, typer.Argument(metavar="TABLE", help="CSV, XLSX or ODS.")],
    preset: Annotated[Preset, typer.Option("--preset", help="Which program the list comes from.")] = Preset.AUTO,
    mapping: Annotated[Path | None, typer.Option("--map", metavar="FILE", help="A saved mapping of columns.")] = None,
    encoding: Annotated[str, typer.Option("--encoding", help="Else found.")] = "",
    delimiter: Annotated[str, typer.Option("--delimiter", help="Else found.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    good_rows: Annotated[bool, typer.Option("--good-rows", help="Leave out rows with errors.")] = False,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Import a list of people. The same list again updates and never doubles; one undo takes it back."""
    if what != "people":
        raise typer.BadParameter(what, param_hint="people")
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        if not dry_run:
            session.secure(event)
        result = import_people(
            event,
            table,
            preset=preset,
            mapping=load_mapping(mapping) if mapping else None,
            encoding=encoding or None,
            delimiter=delimiter or None,
            good_rows=good_rows,
            dry_run=dry_run,
        )
    if result.kept_back:
        _complain_of_cells(session, table, result.plan.problems)
    else:
        session.complain(*(sentences.problem(session.words, each) for each in result.plan.problems))
    session.complain(*(sentences.remark(session.words, each) for each in result.plan.remarks))
    code = Exit.NO if result.kept_back else Exit.DONE
    if result.kept_back and not json:
        return code
    return session.answer(result.as_json(session.words), *_told(session, result), code=code)


def _told(session: Session, result: ImportResult) -> list[str]:
    words, plan = session.words, result.plan
    lines = [
        words.t(
            "{read} rows read ({preset}, {encoding}): {added} added, {changed} changed, {unchanged} unchanged",
            read=plan.read,
            preset=plan.preset.value,
            encoding=plan.encoding or "–",
            added=plan.added,
            changed=plan.changed,
            unchanged=plan.unchanged,
        )
    ]
    lines += [
        words.t(
            "Perhaps the same: {name} ({organisation}) and {other} ({other_organisation})",
            name=twin.person.name,
            organisation=twin.person.organisation or "–",
            other=twin.other.name,
            other_organisation=twin.other.organisation or "–",
        )
        for twin in plan.possible_duplicates
    ]
    if result.dry_run:
        lines.append(words.t("Nothing was changed: this was a rehearsal."))
    return lines


def _complain_of_cells(session: Session, source: Path, problems: Sequence[TableProblem]) -> None:
    words = session.words
    session.complain(
        *(sentences.problem(words, each) for each in problems),
        words.t("Nothing was imported from “{file}”. Mend these cells, or say --good-rows.", file=source.name),
    )


def _as_json(session: Session, problem: TableProblem) -> dict[str, str | int]:
    return dict(as_json(problem, sentences.expectation(session.words, problem.expected, problem.args)))


def export(
    file: FileArgument,
    what: Annotated[Kind, typer.Argument(help="What to write.")],
    out: OutOption,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write people, scans, printed badges, booths, sessions or the journal as CSV, XLSX or JSON."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        rows = exports.export(event, what, out, session.words)
    line = session.words.n("{count} row written: {path}", "{count} rows written: {path}", rows, path=out)
    return session.answer({"path": str(out), "rows": rows}, line)


def search(
    file: FileArgument,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Parts of name, organisation, mail, code.")],
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Find people by any part of their name, organisation, e-mail or code."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        hits = find(event.db, plain(" ".join(words)), _HITS)
        found = records.people(event.db, [hit.person for hit in hits])
        session.note_look_ups(event, [person.id for person in found])
    data = [
        {
            "id": person.id,
            "name": person.name,
            "organisation": person.organisation,
            "code": person.code,
            "score": hit.score,
        }
        for hit, person in zip(hits, found, strict=True)
    ]
    lines = [f"{person.code}  {person.list_name:<32} {person.organisation}".rstrip() for person in found]
    return session.answer({"hits": data}, *(lines or [session.words.t("Nobody was found.")]))
