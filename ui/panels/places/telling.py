"""What sessions, people and wishes are called on this tab."""

from collections.abc import Callable
from dataclasses import replace

from eventdesk.guide import short_title
from eventdesk.panels.place import How
from eventdesk.panels.programme import Programme
from eventdesk.panels.session import Session
from eventdesk.words import Words
from ui.panels.places.lines import Line
from ui.panels.places.standing import NEARLY_FULL, Taken, rank_of, when_key


def when(programme: Programme, session: Session) -> str:
    """Return when a session begins: "11:00", with the day where there are several."""
    slot = programme.slot_of.get(session.slot or 0)
    if slot is None:
        return ""
    several = len({each.starts[:10] for each in programme.slots}) > 1
    day = f"{slot.starts[8:10]}.{slot.starts[5:7]}. " if several else ""
    return f"{day}{slot.starts[11:16]}"


def where_and_when(words: Words, programme: Programme, session: Session) -> str:
    """Return "11:00 · Saal 3A", or what of it is still open."""
    room = programme.room_of.get(session.room or 0)
    time = when(programme, session) or words.t("no time yet")
    return f"{time} · {room.name if room is not None else words.t('no room yet')}"


def fill_text(taken: Taken) -> str:
    """Return "118 / 120"."""
    return str(taken.taken) if taken.most is None else f"{taken.taken} / {taken.most}"


def state_text(words: Words, taken: Taken) -> str:
    """Return how many wait, and whether it is full: "full – 9 are waiting"."""
    waiting = words.n("one person is waiting", "{count} people are waiting", taken.waiting) if taken.waiting else ""
    if taken.free == 0:
        return words.t("full – {waiting}", waiting=waiting) if waiting else words.t("full")
    return waiting


def session_line(words: Words, programme: Programme, taken: Taken, before: Taken | None = None) -> Line:
    """Return the line of a session; `before`: how full it is today, where this is how it would be."""
    parts = [where_and_when(words, programme, taken.session), state_text(words, taken)]
    if before is not None and before.taken != taken.taken:
        parts.append(words.t("today {count}", count=before.taken))
    return Line(
        taken.session.id,
        taken.session.title,
        " · ".join(filter(None, parts)),
        fill_text(taken),
        taken.share,
        tone(taken),
    )


def tone(taken: Taken) -> str:
    """Return the colour of how full something is: a name of a colour."""
    if taken.share is None or taken.share < NEARLY_FULL:
        return "welcome"
    return "refused" if taken.free == 0 else "attention"


def wish_text(words: Words, rank: int | None) -> str:
    """Return which wish that is."""
    return words.t("not wished for") if rank is None else words.t("wish {number}", number=rank + 1)


def person_line(words: Words, programme: Programme, person: int) -> Line:
    """Return the line of somebody: what they have, or that they wait, or that they have wished nothing."""
    places = sorted((place.session for place in programme.places_of.get(person, ())), key=by_time(programme))
    if places:
        told = " · ".join(
            f"{when(programme, programme.session_of[each])} {short_title(programme.session_of[each].title)}".strip()
            for each in places
        )
    elif any(each.person == person for each in programme.waiting):
        told = words.t("no place, is waiting")
    else:
        told = words.t("no place") if programme.wishes.get(person) else words.t("no place, no wishes")
    return Line(person, programme.people[person].name, told)


def holder_line(words: Words, programme: Programme, person: int, session: int, how: How) -> Line:
    """Return the line of somebody who has a place in a session."""
    told = [wish_text(words, rank_of(programme, programme.wishes.get(person, ()), session))]
    if how is How.CONFIRMED:
        told.append(words.t("confirmed"))
    return Line(person, programme.people[person].name, " · ".join(told))


def waiting_line(words: Words, programme: Programme, person: int, session: int, number: int) -> Line:
    """Return the line of somebody who waits: their number, their wish, what they have meanwhile."""
    known = programme.session_of[session]
    told = [wish_text(words, rank_of(programme, programme.wishes.get(person, ()), session))]
    beside = programme.concurrent.get(known.slot or 0, frozenset())
    for place in programme.places_of.get(person, ()):
        other = programme.session_of[place.session]
        if other.slot in beside:
            told.append(words.t("has a place in {session}", session=short_title(other.title)))
    return Line(person, f"{number}. {programme.people[person].name}", " · ".join(told))


def nothing_to_give(words: Words) -> str:
    """Return why there are no places to give out."""
    return words.t("No session that people choose has a time yet. Make the programme first.")


def with_about(line: Line, about: str) -> Line:
    """Return a line with another text below it."""
    return replace(line, about=about)


def by_time(programme: Programme) -> Callable[[int], str]:
    """Return what sorts row ids of sessions by their time."""
    return lambda each: when_key(programme, programme.session_of[each])
