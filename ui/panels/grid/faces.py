"""What the card of a session shows: its name, what it needs, who speaks, how many would come and fit in."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from eventdesk.panels.cost import Cost
from eventdesk.panels.programme import Programme
from eventdesk.panels.seating.rounds import sessions_with_places
from eventdesk.panels.session import Session, Spot
from eventdesk.panels.trouble import Trouble
from eventdesk.words import Words
from ui.panels.spots import when_text, where_text

NEARLY = 0.9
"""From this share of the seats on a room is nearly full."""


class Fill(Enum):
    """How full a session would be."""

    UNKNOWN = "unknown"
    ROOM = "room"
    NEARLY = "nearly"
    FULL = "full"


@dataclass(frozen=True)
class Face:
    """One session as it is drawn. `share` is how much of the bar is filled; `short` is `rest` in little room."""

    session: int
    title: str
    line: str
    crew: str
    figure: str
    rest: str
    share: float
    fill: Fill
    fixed: bool = False
    broken: bool = False
    moved: str = ""
    spoken: str = ""
    placed: bool = True
    short: str = ""
    mind: bool = False
    note: str = ""

    @property
    def whole(self) -> str:
        """All there is on the card, whatever there is room for."""
        return ", ".join(each for each in (self.spoken, self.line if self.moved else "", self.crew) if each)


def faces(
    words: Words, programme: Programme, cost: Cost, troubles: tuple[Trouble, ...], before: Mapping[int, Spot] | None
) -> dict[int, Face]:
    """Return what the cards of all sessions show; `before`: what is shown is compared with this timetable."""
    broken = {each.session for each in troubles if each.is_hard} | {each.other for each in troubles if each.is_hard}
    chosen = {each.id for each in sessions_with_places(programme)}
    found = {}
    for each in programme.sessions:
        for_all = each.slot is not None and each.id not in chosen
        found[each.id] = _face(words, programme, each, cost, broken=each.id in broken, for_all=for_all, before=before)
    return found


def _face(
    words: Words,
    programme: Programme,
    session: Session,
    cost: Cost,
    *,
    broken: bool,
    for_all: bool,
    before: Mapping[int, Spot] | None,
) -> Face:
    capacity = programme.capacity(session, session.room)
    taken, waiting = len(programme.places_in.get(session.id, ())), len(programme.waiting_for.get(session.id, ()))
    price = cost.per_session.get(session.id)
    wishers = len(programme.wishers.get(session.id, ()))
    going = price.demand if price is not None else wishers or session.expected or 0
    people = taken or going
    seen_later = not people and not programme.places and _is_only_repeat(programme, session)
    known = bool(people) or not (for_all or seen_later)
    seats = "" if capacity is None else f" / {capacity}"
    if taken or (not people and programme.places and not for_all):
        rest = words.t("{seats} with a place", seats=seats)
    elif known:
        rest = words.t("{seats} would come", seats=seats)
    else:
        rest = words.n("one seat", "{count} seats", capacity) if capacity is not None else ""
    share = people / capacity if capacity else 1.0 if people else 0.0
    line = needs = " · ".join(session.needs)
    if waiting:
        line = words.n("one person waits", "{count} wait", waiting) + (f" · {line}" if line else "")
    elif price is not None and price.turned_away and not taken:
        line = words.n("one too many", "{count} too many", price.turned_away) + (f" · {line}" if line else "")
    moved = _moved(words, programme, session, before)
    crew = ", ".join(programme.called(each) for each in session.crew)
    fill = _fill(share, people, taken, capacity, waiting) if known else Fill.UNKNOWN
    figure = str(people) if known else words.t("repeat") if seen_later else words.t("for all")
    note = words.t("who comes is seen when places are given out") if seen_later else ""
    spot = ", ".join(
        each for each in (when_text(words, programme, session.slot), where_text(programme, session.room)) if each
    )
    spoken = ", ".join(
        each
        for each in (
            session.title,
            spot or words.t("without slot and room"),
            f"{figure}{rest}" if known else figure,
            moved or line,
            note,
            words.t("fixed") if session.slot_fixed or session.room_fixed else "",
            words.t("breaks a rule") if broken else "",
        )
        if each
    )
    fixed = session.slot_fixed or session.room_fixed
    share = min(1.0, share) if known else 0.0
    return Face(session.id, session.title, line, crew, figure, rest, share, fill, fixed, broken, moved, spoken,
                None not in session.spot, seats if known else rest, line != needs, note)  # fmt: skip


def _is_only_repeat(programme: Programme, session: Session) -> bool:
    """Say whether nobody wishes this session itself, but the one that it is the same as."""
    same = programme.alike.get(session.id, frozenset())
    return session.id not in programme.wishers and any(each in programme.wishers for each in same)


def _fill(share: float, people: int, taken: int, capacity: int | None, waiting: int) -> Fill:
    if capacity is None:
        return Fill.UNKNOWN
    if share > 1 or waiting or (taken and people >= capacity):
        return Fill.FULL
    return Fill.NEARLY if share >= NEARLY else Fill.ROOM


def _moved(words: Words, programme: Programme, session: Session, before: Mapping[int, Spot] | None) -> str:
    """Return from where a session has moved: "moved from Saal 3A"."""
    if before is None:
        return ""
    slot, room = before.get(session.id, (None, None))
    if (slot, room) == session.spot:
        return ""
    if slot is None or room is None:
        return words.t("new in the grid") if None not in session.spot else ""
    if None in session.spot:
        return words.t("no place any more")
    parts = [
        where_text(programme, room) if room != session.room else "",
        when_text(words, programme, slot) if slot != session.slot else "",
    ]
    return words.t("moved from {spot}", spot=", ".join(each for each in parts if each))
