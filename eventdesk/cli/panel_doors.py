"""The verb of the programme's doors: how full every room is, counting without names, who was there."""

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any

import typer

from eventdesk import doors as at_doors
from eventdesk.checkin.points import MOST_PEOPLE
from eventdesk.cli.session import AtOption, Exit, FileArgument, JsonOption, LanguageOption, Session, start
from eventdesk.doors import Fill
from eventdesk.event import Event
from eventdesk.panels.doors import actions, records
from eventdesk.panels.doors.attending import Attendance
from eventdesk.panels.doors.records import DoorRoom
from eventdesk.panels.records import sessions
from eventdesk.panels.session import Session as Talk
from eventdesk.words import Words
from eventdesk.words import doors as said


def doors(
    *,
    file: FileArgument,
    room: Annotated[str, typer.Option("--room", metavar="ROOM", help="Only this room: its id or its name.")] = "",
    count: Annotated[
        int,
        typer.Option(
            "--count",
            metavar="+1|-1",
            min=-MOST_PEOPLE,
            max=MOST_PEOPLE,
            help="Count so many people who came in, or went out, unnamed.",
        ),
    ] = 0,
    make: Annotated[bool, typer.Option("--make", help="First add a check-in point for each room without one.")] = False,
    attendance: Annotated[bool, typer.Option("--attendance", help="Who was in which session for how long.")] = False,
    at: AtOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Say how full every room is now, and what its door leads to."""
    session = start(as_json=json, language=language)
    if count and not room:
        raise typer.BadParameter(f"{count:+d} (--room)", param_hint="--count")
    with session.event(file, at) as event:
        if make:
            at_doors.add_missing_doors(event)
        rooms = _rooms(records.rooms(event.db), room)
        if count and not _count(session, event, rooms[0], count):
            return Exit.NO
        if attendance:
            return _tell_attendance(session, at_doors.attendance(event), sessions(event.db))
        fills = [at_doors.fill_of_room(event, each) for each in rooms]
        lines = [_line(session.words, fill) for fill in fills]
        data = {"at": event.local_now().isoformat(timespec="seconds"), "doors": [_json(fill) for fill in fills]}
        return session.answer(data, *(lines or [session.words.t("There are no rooms yet.")]))


VERBS: tuple[Callable[..., Exit], ...] = (doors,)


def _rooms(known: Sequence[DoorRoom], wanted: str) -> list[DoorRoom]:
    if not wanted:
        return list(known)
    named = wanted.strip().casefold()
    found = [room for room in known if named in {room.ref.casefold(), room.name.casefold()}]
    if not found:
        raise typer.BadParameter(f"{wanted} ({', '.join(room.name for room in known)})", param_hint="--room")
    return found[:1]


def _count(session: Session, event: Event, room: DoorRoom, change: int) -> bool:
    words = session.words
    if not room.points:
        session.complain(words.t("{room} has no check-in point yet: --make adds one.", room=room.name))
        return False
    if at_doors.fill_of_room(event, room).inside + change < 0:
        session.complain(words.t("There are not so many people in {room}.", room=room.name))
        return False
    actions.count(event, room.points[0], change)
    return True


def _line(words: Words, fill: Fill) -> str:
    parts = [said.fill(fill.inside, fill.capacity)]
    if fill.starts is not None and fill.ends is not None:
        parts.insert(0, f"{fill.title}, {said.times(fill.starts, fill.ends)}")
    return f"{fill.room}: {' · '.join([*parts, *said.remarks(words, fill)])}"


def _json(fill: Fill) -> dict[str, Any]:
    return {
        "room": fill.room,
        "session": fill.title,
        "starts": fill.starts.isoformat(timespec="minutes") if fill.starts else "",
        "ends": fill.ends.isoformat(timespec="minutes") if fill.ends else "",
        "inside": fill.inside,
        "counted": fill.counted,
        "capacity": fill.capacity,
        "kept": fill.kept,
        "waiting": fill.waiting,
        "nearly_full": fill.nearly_full,
        "full": fill.full,
        "doors": len(fill.points),
    }


def _tell_attendance(session: Session, found: Mapping[int, Attendance], talks: Sequence[Talk]) -> Exit:
    words = session.words
    known = [(talk, found[talk.id]) for talk in talks if talk.id in found]
    data = {
        "sessions": {
            talk.ref: {
                "title": talk.title,
                "people": each.people,
                "counted": each.counted,
                "minutes": {str(person): minutes for person, minutes in each.minutes.items()},
            }
            for talk, each in known
        }
    }
    lines = [f"{talk.title}: {words.n('one person', '{count} people', each.people)}" for talk, each in known]
    return session.answer(data, *(lines or [words.t("No session has a room and a time yet.")]))
