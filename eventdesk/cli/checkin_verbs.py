"""Verbs at the door: checkin, walkin."""

from typing import Annotated

import typer

from eventdesk.checkin import actions, saying
from eventdesk.checkin.points import find_point
from eventdesk.checkin.scan import Direction
from eventdesk.checkin.verdict import Accepted, Left, Verdict, as_json, note_sentence
from eventdesk.cli.session import (
    AtOption,
    Exit,
    FileArgument,
    JsonOption,
    LanguageOption,
    PointOption,
    Session,
    add_verbs,
    plain,
    start,
)
from eventdesk.doors import doors_for
from eventdesk.event import Event
from eventdesk.guide import guide_for
from eventdesk.people.rolebook import role_book
from eventdesk.words.badges import spot_text


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    add_verbs(app, checkin, walkin)


def checkin(
    file: FileArgument,
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code as it was scanned or typed.")],
    point: PointOption = "",
    leave: Annotated[bool, typer.Option("--exit", help="The person goes out.")] = False,
    force: Annotated[bool, typer.Option("--force", help="An organiser admits the person against the rules.")] = False,
    at: AtOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Scan a code at a point."""
    session = start(as_json=json, language=language)
    with session.event(file, at) as event:
        verdict = actions.check_in(
            event,
            plain(code),
            find_point(event.db, point or None),
            direction=Direction.OUT if leave else Direction.IN,
            forced=force,
            where=guide_for(event, session.words),
            doors=doors_for(event),
        )
        return tell(session, event, verdict)


def walkin(
    file: FileArgument,
    name: Annotated[str, typer.Option("--name", help="Given and family name, or: family name, given name.")],
    organisation: Annotated[str, typer.Option("--organisation", help="Organisation, if any.")] = "",
    role: Annotated[str, typer.Option("--role", help="Role, if any.")] = "",
    point: PointOption = "",
    at: AtOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Add a person who was not on the list, and scan them in."""
    session = start(as_json=json, language=language)
    with session.event(file, at) as event:
        added = actions.walk_in(
            event,
            plain(name),
            organisation=plain(organisation),
            roles=(role_book(event.db).parse(plain(role)),) if role else (),
            point=find_point(event.db, point or None),
            where=guide_for(event, session.words),
            doors=doors_for(event),
        )
        for twin in added.possible_duplicates:
            session.complain(
                session.words.t(
                    "Perhaps on the list already: {name}, {organisation}",
                    name=twin.name,
                    organisation=twin.organisation or "–",
                )
            )
        return tell(session, event, added.verdict)


def tell(session: Session, event: Event, verdict: Verdict) -> Exit:
    """Answer with a verdict; a refusal is a "no"."""
    words, zone = session.words, event.zone
    name = verdict.person.name if verdict.person else verdict.scanned
    lines = [f"{saying.word(verdict, words)}: {name}"]
    if verdict.first is not None:
        first = verdict.first
        lines.append(f"  {first.at.astimezone(zone):%H:%M} · {first.point} · {first.desk}")
    if verdict.box:
        lines.append(f"  {spot_text(words, verdict.box, verdict.box_number)}")
    lines += [f"  {place}" for place in verdict.where]
    lines += [f"  {note_sentence(verdict, note, words)}" for note in verdict.notes]
    if step := saying.next_step(verdict, words, zone):
        lines.append(f"  {step}")
    passed = isinstance(verdict, Accepted | Left)
    return session.answer(as_json(verdict, words, zone), *lines, code=Exit.DONE if passed else Exit.NO)
