"""How papers call times, rooms and people."""

import re
from collections.abc import Iterable

from eventdesk.drawing.letters import isolated
from eventdesk.drawing.pages.imprint import NO_BREAK_SPACE
from eventdesk.drawing.pages.names import unbroken
from eventdesk.panels.papers.agenda import Agenda, Attendee
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from eventdesk.words import Words

BETWEEN = " · "
_LONGEST = 600
_NUMBER = re.compile(r"(?<=\w) (?=(?:\d{1,3}|[IVX]{1,4})(?!\w))")


def time_text(slot: Slot) -> str:
    """Return "11:00–12:15" as the clock at the venue shows it."""
    return f"{slot.starts[11:16]}–{slot.ends[11:16]}"


def title_text(session: Session) -> str:
    """Return the title of a session so that no line begins with the number of a round: "Runde 2", "Panel III"."""
    return _NUMBER.sub(NO_BREAK_SPACE, session.title)


def joined(parts: Iterable[str]) -> str:
    """Return texts with dots between them; none of them turns around the direction of another."""
    return BETWEEN.join(isolated(part) for part in parts if part)


def crew_text(people: Iterable[Attendee], *, organisations: bool = True) -> str:
    """Return names, each with the organisation if wanted: "Anke Schröder, Exil e. V. · Ali Rezaei"."""
    told = (
        f"{isolated(each.name)}, {isolated(unbroken(each.organisation))}" if organisations and each.organisation
        else isolated(each.name)
        for each in people
    )  # fmt: skip
    return BETWEEN.join(told)


def crew_lines(people: Iterable[Attendee], *, organisations: bool = True) -> list[str]:
    """Return names as `crew_text` does, in as many texts as it takes for none to be longer than can be drawn."""
    lines: list[list[Attendee]] = []
    for each in people:
        if not lines or len(crew_text([*lines[-1], each], organisations=organisations)) > _LONGEST:
            lines.append([])
        lines[-1].append(each)
    return [crew_text(line, organisations=organisations) for line in lines]


def moderators_text(words: Words, agenda: Agenda, session: Session, *, organisations: bool = False) -> str:
    """Return who moderates a session; empty for nobody."""
    people = agenda.who(session.moderators)
    if not people:
        return ""
    return words.t("Moderated by {names}", names=crew_text(people, organisations=organisations))


def languages_text(words: Words, agenda: Agenda, session: Session) -> str:
    """Return the language of a session unless all have the same, and those into which it is interpreted."""
    parts = [session.language if agenda.in_several_languages or session.interpretation else ""]
    if session.interpretation:
        parts.append(words.t("interpreted: {languages}", languages=", ".join(session.interpretation)))
    return joined(parts)


def room_text(agenda: Agenda, room: Room) -> str:
    """Return the name of a room, and that of its hall if it says more."""
    hall = agenda.hall(room)
    return joined((room.name, hall if hall != room.name else ""))


def access_text(words: Words, room: Room) -> str:
    """Return whether a room can be reached without steps and helps with hearing; empty for neither."""
    step_free = words.t("step-free") if room.step_free else ""
    return joined((step_free, words.t("induction loop") if has_induction_loop(room) else ""))


def has_induction_loop(room: Room) -> bool:
    """Say whether a room has an induction loop, told as such or among its equipment."""
    known = {each.casefold() for each in room.equipment}
    return room.induction_loop or not known.isdisjoint({"induktionsschleife", "induction loop"})


def seats_text(words: Words, places: int) -> str:
    """Return "120 places", held together on one line."""
    return words.n("{count} place", "{count} places", places).replace(" ", NO_BREAK_SPACE)
