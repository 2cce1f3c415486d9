"""The verbs that end an event, or somebody's part in it: finish, next, regulars, about, erase."""

import json as jsonlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from eventdesk.cli.session import (
    AtOption,
    Exit,
    FileArgument,
    JsonOption,
    LanguageOption,
    OutOption,
    Session,
    add_verbs,
    start,
)
from eventdesk.codes import Holding
from eventdesk.details import Detail, WrongDetailError, understood
from eventdesk.event import EventDetails
from eventdesk.files import handing_over
from eventdesk.finishing import ending
from eventdesk.finishing.about_person import about_person
from eventdesk.finishing.ending import Leftovers, leftovers
from eventdesk.finishing.erasing import erase_person
from eventdesk.finishing.keepsakes import keepsakes
from eventdesk.finishing.next_time import Choice, next_event, proposed
from eventdesk.finishing.person_named import person_named
from eventdesk.finishing.regulars import by_times
from eventdesk.finishing.regulars import regulars as find_regulars
from eventdesk.outputs import Content
from eventdesk.people import records as people
from eventdesk.words.days import days_text

WhoArgument = Annotated[
    str, typer.Argument(metavar="WHO", help="Badge code, ticket, id, e-mail address or whole name.")
]
BackupsOption = Annotated[
    list[Path] | None, typer.Option("--backups", metavar="FOLDER", help="A folder with backups; again for more.")
]


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    add_verbs(app, finish, next_, regulars, about, erase)


def finish(
    *,
    file: FileArgument,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="FOLDER", help="Where figures and results are written before.")
    ] = None,
    backups: BackupsOption = None,
    files: Annotated[
        bool, typer.Option("--files/--no-files", help="Delete unchanged files that this computer wrote since.")
    ] = True,
    yes: Annotated[bool, typer.Option("--yes", help="Do it; without this it is only told what would be done.")] = False,
    at: AtOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Delete all people of an event with its backups and lists, for good; its figures are written before."""
    session = start(as_json=json, language=language)
    words = session.words
    with session.event(file, at) as event:
        number = people.count(event.db)
        before = ending.finished_at(event)
        if before is not None and not number:
            return _finished_before(session, before)
        left = leftovers(event, backups or [])
        doomed = [*left.backups, *(each.path for each in left.outputs if files and each.untouched)]
        folder = out or file.with_name(words.t("{name} figures", name=file.stem))
        if not yes:
            told = {"finished": False, "people": number, "delete": [str(path) for path in doomed]}
            lines = _plan_lines(session, number, left, doomed)
            return session.answer(told, *lines, code=Exit.NO)
        moment = event.now()
        written = keepsakes(event, folder)
    done = ending.finish(
        file,
        delete=[path for path in doomed if path not in written],
        desk=session.desk,
        actor=session.actor,
        clock=lambda: moment,
    )
    data = {
        "finished": True,
        "people": done.people,
        "written": [str(path) for path in written],
        "deleted": [str(path) for path in done.deleted],
        "kept": [str(path) for path in done.kept],
        "traces": done.traces,
    }
    lines = [
        words.n("One person was deleted.", "{count} people were deleted.", done.people),
        words.n("One other file was deleted.", "{count} other files were deleted.", len(done.deleted)),
        words.t("Figures and results are in {folder}.", folder=folder),
    ]
    lines += [words.t("Could not be deleted, please do so yourself: {path}", path=path) for path in done.kept]
    if done.traces:
        lines.append(words.t("The file still holds texts of people. Do not pass it on, and tell us about it."))
    return session.answer(data, *lines, code=Exit.NO if done.kept or done.traces else Exit.DONE)


def _finished_before(session: Session, moment: datetime) -> Exit:
    day = moment.date().isoformat()
    why = session.words.t(
        "This event was finished before ({day}); nobody is in it.", day=days_text(session.words, day, day)
    )
    session.complain(why)
    data = {"finished": False, "people": 0, "delete": [], "why": why}
    return session.answer(data, code=Exit.NO) if session.as_json else Exit.NO


def _plan_lines(session: Session, number: int, left: Leftovers, doomed: list[Path]) -> list[str]:
    words = session.words
    changed = [each.path for each in left.outputs if not each.untouched]
    lines = [
        words.n("One person would be deleted, for good.", "{count} people would be deleted, for good.", number),
        words.n("One other file would be deleted:", "{count} other files would be deleted:", len(doomed)),
        *(f"  {path}" for path in doomed),
    ]
    if changed:
        lines.append(words.t("Changed since eventdesk wrote them, so please look at them yourself:"))
        lines += [f"  {path}" for path in changed]
    lines.append(words.t("Nothing was deleted yet. Say --yes to do it."))
    return lines


def next_(
    *,
    file: FileArgument,
    out: OutOption,
    title: Annotated[str, typer.Option("--title", help="Title of the next event; else its number is raised.")] = "",
    starts: Annotated[str, typer.Option("--starts", metavar="ISO", help="When it begins, local time.")] = "",
    ends: Annotated[str, typer.Option("--ends", metavar="ISO", help="When it ends, local time.")] = "",
    without_people: Annotated[bool, typer.Option("--without-people", help="Take nobody over.")] = False,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Make the next event of a series: rooms, booths, points, templates, and the people who agreed to be invited."""
    session = start(as_json=json, language=language)
    words = session.words
    with session.event(file) as event:
        details = proposed(event.details)
        for detail, text in ((Detail.TITLE, title), (Detail.STARTS, starts), (Detail.ENDS, ends)):
            details = _with(details, detail, text)
        made = next_event(
            event, out, details, Choice(people=not without_people), desk=session.desk, actor=session.actor
        )
    data = {"path": str(made.path), "title": details.title, "people": made.people, "left_out": made.left_out}
    return session.answer(
        data,
        words.t("{title}: {path}", title=details.title, path=made.path),
        words.n("One person who agreed was taken over.", "{count} people who agreed were taken over.", made.people),
        words.n(
            "One person was left out: they did not agree to be invited.",
            "{count} people were left out: they did not agree to be invited.",
            made.left_out,
        ),
    )


def _with(details: EventDetails, detail: Detail, text: str) -> EventDetails:
    if not text:
        return details
    try:
        return replace(details, **{detail.value: understood(details, detail, text)})
    except WrongDetailError as error:
        raise typer.BadParameter(f"{text} ({error})", param_hint=f"--{detail.value}") from None


def regulars(file: FileArgument, json: JsonOption = False, language: LanguageOption = "") -> Exit:
    """Say who came how often to the events of a series, among those who agreed."""
    session = start(as_json=json, language=language)
    words = session.words
    with session.event(file) as event:
        found = find_regulars(event)
    times = by_times(found)
    listed = [
        {"name": each.name, "organisation": each.organisation, "times": each.times, "events": list(each.events)}
        for each in found
    ]
    lines = [
        words.t("{times} ×: {people}", times=number, people=words.n("one person", "{count} people", count))
        for number, count in times.items()
    ]
    lines += [f"  {each.times} ×  {each.name}  {each.organisation}".rstrip() for each in found]
    data = {"times": {str(number): count for number, count in times.items()}, "people": listed}
    return session.answer(data, *(lines or [words.t("Nobody who agreed has come yet.")]))


def about(
    file: FileArgument, who: WhoArgument, out: OutOption, json: JsonOption = False, language: LanguageOption = ""
) -> Exit:
    """Write all that is stored about one person, for them to have."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        person = person_named(event, who).id
        told = about_person(event, person)
        with handing_over(out, content=Content(Holding.ABOUT, 1, (person,))) as making:
            making.write_text(jsonlib.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    lines = session.words.t("All that is stored about this person is in {path}.", path=out)
    return session.answer({"path": str(out), "journal": len(told["journal"])}, lines)


def erase(
    *,
    file: FileArgument,
    who: WhoArgument,
    backups: BackupsOption = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do it; without this it is only told who is meant.")] = False,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Erase one person from the file and its journal, for good."""
    session = start(as_json=json, language=language)
    words = session.words
    with session.event(file) as event:
        person = person_named(event, who)
        copies = leftovers(event, backups or []).backups
        if not yes:
            lines = [
                words.t("{name} would be erased, for good: {organisation}", name=person.list_name,
                        organisation=person.organisation or "–"),
                words.t("Nothing was deleted yet. Say --yes to do it."),
            ]  # fmt: skip
            return session.answer({"erased": False, "name": person.list_name}, *lines, code=Exit.NO)
        session.secure(event)
        done = erase_person(event, person.id)
    left = [str(path) for path in copies if path.exists()]
    lines = [words.n("Erased, with one row.", "Erased, with {count} rows.", done.rows)]
    if done.namesake:
        lines.append(words.t("Somebody else has the same name: it was left in other people's texts."))
    if left:
        lines.append(words.t("These backups still hold this person; delete them when they are not needed any more:"))
        lines += [f"  {path}" for path in left]
    return session.answer({"erased": True, "rows": done.rows, "namesake": done.namesake, "backups": left}, *lines)
