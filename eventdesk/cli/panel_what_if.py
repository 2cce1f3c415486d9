"""What happened to the programme, as the command line is told: rooms fall away, somebody comes late."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import typer

from eventdesk.panels.room import Room
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from eventdesk.panels.timetable.problem import Problem, demand_factor, speaker_from, without_room

_MOST_PERCENT = 10_000
_Thing = TypeVar("_Thing", Room, Slot, Session)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What was typed: "3B@Z2", "L034=13:00", "P1=200"."""

    no_room: Sequence[str]
    late: Sequence[str]
    popular: Sequence[str]


def what_if(asked: Problem, case: WhatIf) -> Problem:
    """Return the problem when all that has happened. Raises `typer.BadParameter` for what nobody knows."""
    for room, slots in _rooms(asked, case):
        asked = without_room(asked, room.id, frozenset(each.id for each in slots) if slots else None)
    for person, moment in _late(asked, case):
        asked = speaker_from(asked, person, moment)
    for text in case.popular:
        ref, _, percent = (part.strip() for part in text.partition("="))
        session = _found(asked.sessions, ref, "--popular")
        if not percent.isdecimal() or not 0 < int(percent) <= _MOST_PERCENT:
            raise typer.BadParameter(text, param_hint="--popular")
        asked = demand_factor(asked, session.id, int(percent))
    return asked


def _rooms(asked: Problem, case: WhatIf) -> Iterator[tuple[Room, list[Slot]]]:
    for text in case.no_room:
        ref, _, slots = (part.strip() for part in text.partition("@"))
        yield (
            _found(asked.rooms, ref, "--no-room"),
            [_found(asked.slots, each.strip(), "--no-room") for each in slots.split(",") if each.strip()],
        )


def _late(asked: Problem, case: WhatIf) -> Iterator[tuple[str, str]]:
    crew = {person.casefold(): person for session in asked.sessions for person in session.crew}
    for text in case.late:
        ref, _, time = (part.strip() for part in text.partition("="))
        moment = _moment(time, min((each.starts[:10] for each in asked.slots), default=""))
        if ref.casefold() not in crew or not moment:
            raise typer.BadParameter(text, param_hint="--late")
        yield crew[ref.casefold()], moment


def _moment(text: str, day: str) -> str:
    """Return a time as slots hold theirs, on the first day if it names none; empty if it is none."""
    for form in ("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"):
        for whole in (text, f"{day}T{text}"):
            with suppress(ValueError):
                return datetime.strptime(whole, form).strftime("%Y-%m-%dT%H:%M")  # noqa: DTZ007 - local, as slots are
    return ""


def _found(things: Sequence[_Thing], ref: str, option: str) -> _Thing:
    for thing in things:
        if thing.ref.casefold() == ref.casefold():
            return thing
    raise typer.BadParameter(ref, param_hint=option)
