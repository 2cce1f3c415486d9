"""What stands on the badges of people, taken out of the file, so that they can be drawn elsewhere."""

from collections.abc import Callable, Mapping, Sequence

from eventdesk.badges import stock
from eventdesk.badges.badge import BadgeData, Way
from eventdesk.badges.boxes import Spot
from eventdesk.badges.painting import paint
from eventdesk.event import Event
from eventdesk.people.person import Person
from eventdesk.people.role import Role, sector_name
from eventdesk.people.rolebook import RoleBook, role_book
from eventdesk.words import Words
from eventdesk.words.badges import spot_text
from eventdesk.words.days import days_text

Where = Callable[[Person], Way | Sequence[str]]
"""Tells where a person goes: in lines, the most important one first, or as their way with all kinds of places."""

_PRONOUN = frozenset({"pronoun", "pronouns", "pronomen"})


def nowhere(person: Person) -> Sequence[str]:  # noqa: ARG001 - a `Where` for events without stands, rooms and tables
    """Return no places."""
    return ()


def snapshot(
    event: Event, people: Sequence[Person], where: Where = nowhere, spots: Mapping[int, Spot] | None = None
) -> list[BadgeData]:
    """Return what stands on the badges of these people, in the language of the event; needs the file no more.

    `spots` say in which box a badge lies.
    """
    details = event.details
    words = Words(details.language)
    line = " · ".join(part for part in (details.venue, days_text(words, details.starts, details.ends)) if part)
    writer = _Writer(words, role_book(event.db), details.title, line, stock.accent_of(event))
    boxes = spots or {}
    return [writer.badge(person, Way.of(where(person)), boxes.get(person.id)) for person in people]


class _Writer:
    """Writes badges of one event."""

    def __init__(self, words: Words, book: RoleBook, title: str, line: str, accent: str) -> None:
        self._words = words
        self._book = book
        self._title = title
        self._line = line
        self._accent = accent

    def badge(self, person: Person, way: Way, spot: Spot | None) -> BadgeData:
        words, book = self._words, self._book
        roles = person.roles or (Role.PARTICIPANT.value,)
        special = [role for role in roles if role != Role.PARTICIPANT.value] or list(roles)
        return BadgeData(
            person=person.id,
            given_name=person.given_name,
            family_name=person.family_name,
            native_name=person.native_name,
            title=person.title,
            organisation=person.organisation,
            role=" · ".join(book.name(words, role) for role in special),
            colour=book.colour(special[0]),
            languages=person.languages,
            code=person.code,
            event_title=self._title,
            event_line=self._line,
            where=way.lines,
            stand=way.stand,
            panels=way.panels,
            tables=way.tables,
            programme=way.programme,
            position=person.position,
            pronoun=_pronoun(person),
            roles=roles,
            sector=sector_name(words, person.sector),
            sector_code=person.sector,
            sector_colour=paint.sector_colour(person.sector),
            accent=self._accent,
            box=spot_text(words, spot.box, spot.number) if spot is not None else "",
            language=words.language,
        )


def _pronoun(person: Person) -> str:
    """Return how somebody is spoken of, from a column of the list that eventdesk has no field for."""
    return next((value for name, value in person.extra.items() if name.strip().casefold() in _PRONOUN), "")
