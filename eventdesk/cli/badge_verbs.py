"""The verb that writes badges."""

from pathlib import Path
from typing import Annotated, Any

import typer

from eventdesk.badges import actions
from eventdesk.badges.badge import BadgeReport
from eventdesk.badges.choice import Everyone, Order, parse_choice
from eventdesk.badges.template import A6
from eventdesk.cli.session import Exit, FileArgument, JsonOption, LanguageOption, OutOption, Session, add_verbs, start
from eventdesk.drawing.kit import Kit
from eventdesk.event import Event
from eventdesk.guide import guide_for
from eventdesk.people.person import Person
from eventdesk.words import Words

_TEMPLATES = {A6.name: A6}


def register(app: typer.Typer) -> None:
    """Add the verb."""
    add_verbs(app, badges)


def badges(
    file: FileArgument,
    out: OutOption,
    only: Annotated[
        str, typer.Option("--only", metavar="all|not-printed|role=..|person=..", help="Whose badges.")
    ] = "all",
    sort: Annotated[Order, typer.Option("--sort", help="In which order.")] = Order.NAME,
    template: Annotated[str, typer.Option("--template", metavar="|".join(_TEMPLATES), help="Which badge.")] = A6.name,
    mark_printed: Annotated[bool, typer.Option("--mark-printed", help="Note them as printed.")] = False,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write badges as a PDF, one per page, and say which names need a look."""
    choice = parse_choice(only)
    if choice is None:
        raise typer.BadParameter(only, param_hint="--only")
    if out.suffix.lower() != ".pdf":
        raise typer.BadParameter(str(out), param_hint="-o")
    if template not in _TEMPLATES:
        raise typer.BadParameter(template, param_hint="--template")
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        people = actions.choose(event, choice, sort)
        if not people:
            session.complain(session.words.t("Nobody matches: there is nothing to print."))
            return session.answer(dict(BadgeReport().as_json()), code=Exit.NO) if json else Exit.NO
        report = write(event, people, out)
        if mark_printed:
            actions.mark_printed(event, [person.id for person in people], out.name)
    return session.answer(dict(report.as_json()), *_told(session, report, out))


def write(event: Event, people: list[Person], out: Path) -> BadgeReport:
    """Write the badges of these people with everybody's way through the day, in the language of the event."""
    where = guide_for(event, Words(event.details.language))
    return actions.write_badges(event, people, out, Kit(), where=where)


def print_all(event: Event, out: Path) -> dict[str, Any]:
    """Write everybody's badge; returns the report under the keys of the command line."""
    return dict(write(event, actions.choose(event, Everyone()), out).as_json())


def _told(session: Session, report: BadgeReport, out: Path) -> list[str]:
    words = session.words
    lines = [words.n("{count} badge written: {path}", "{count} badges written: {path}", report.badges, path=out)]
    lines += [
        words.t(
            "{name}: “{text}” had to become small ({size} pt).", name=each.name, text=each.text, size=f"{each.size:.0f}"
        )
        for each in report.shrunk
    ]
    lines += [
        words.t("{name}: “{text}” is too long for a badge, which shows “{shown}”.",
                name=each.name, text=each.text, shown=each.shown)
        if each.cut
        else words.t("{name}: “{text}” fits only in very small letters.", name=each.name, text=each.text)
        for each in report.overflow
    ]  # fmt: skip
    lines += [
        words.t("{name}: “{text}” has letters that no font has ({letters}); the badge shows Latin letters.",
                name=each.name, text=each.text, letters=" ".join(each.clusters))
        if each.shown
        else words.t("{name}: “{text}” cannot be shown on a badge; write it in letters.",
                     name=each.name, text=each.text)
        for each in report.missing_glyphs
    ]  # fmt: skip
    return lines
