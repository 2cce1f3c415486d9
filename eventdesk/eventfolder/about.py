"""What the event is: title, time and place, its check-in points and the organiser's weights."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from eventdesk.checkin.point import Point, PointKind, Rule, default_rule
from eventdesk.event import EventDetails
from eventdesk.eventfolder.outline import Outline
from eventdesk.fair.weights import HEAVIEST, Weight
from eventdesk.panels.columns import clock_text
from eventdesk.people.role import parse_roles
from eventdesk.store import settings
from eventdesk.store.access import new_id
from eventdesk.tables import cells, headers
from eventdesk.tables.cells import Choices
from eventdesk.tables.problems import CellError, Expectation, TableProblem
from eventdesk.tables.table import Record, Table

EVENT: Mapping[str, tuple[str, ...]] = {
    "title": ("Titel",),
    "subtitle": ("Untertitel",),
    "starts": ("Beginn", "start"),
    "ends": ("Ende", "end"),
    "venue": ("Veranstaltungsort", "Ort"),
    "address": ("Adresse", "Anschrift"),
    "organiser": ("organizer", "Veranstalter", "Veranstalter:in", "Veranstaltende"),
    "contact": ("Kontakt", "Ansprechperson"),
    "language": ("Sprache",),
    "series": ("Reihe",),
    "number": ("Nummer",),
    "timezone": ("Zeitzone",),
    "greeting": ("Grußwort",),
    "greeted_by": ("Grußwort von",),
    "imprint": ("Impressum",),
}
BROCHURE = ("greeting", "greeted_by", "imprint")
"""What goes into the brochure."""

POINTS: Mapping[str, tuple[str, ...]] = {
    "name": ("Punkt", "point"),
    "kind": ("Art",),
    "rule": ("Regel",),
    "roles": ("Rollen",),
    "days": ("Tage",),
    "capacity": ("Plätze", "Kapazität"),
}
KINDS = Choices(
    {
        PointKind.ENTRANCE: "Eingang|Einlass",
        PointKind.ROOM: "Raum|Saal",
        PointKind.CATERING: "Verpflegung|Essen|Catering",
    }
)
RULES = Choices(
    {
        Rule.ONCE: "einmal",
        Rule.ONCE_A_DAY: "einmal am Tag|einmal täglich|täglich",
        Rule.AFTER_EXIT: "nach Ausgang|nach Verlassen",
        Rule.ALWAYS: "immer|beliebig",
    }
)
FIRST_ENTRANCE = {"de": "Eingang", "en": "Entrance"}
_MOST_PEOPLE = 1_000_000
_UNREAD = -1
_LONGEST_NUMBER = 20
_HIGHEST_NUMBER = 9999
_NOT_TEXT: Mapping[str, tuple[frozenset[type], Expectation, tuple[str, ...]]] = {
    "starts": (frozenset({date, datetime}), Expectation.MOMENT, ()),
    "ends": (frozenset({date, datetime}), Expectation.MOMENT, ()),
    "number": (frozenset({int, float}), Expectation.WHOLE_NUMBER, ("1", str(_HIGHEST_NUMBER))),
    "days": (frozenset({list, date}), Expectation.DAY, ()),
    "capacity": (frozenset({int}), Expectation.WHOLE_NUMBER, ("1", str(_MOST_PEOPLE))),
    **{key.value: (frozenset({int}), Expectation.WHOLE_NUMBER, ("0", str(HEAVIEST))) for key in Weight},
}
"""Fields that may hold something else than text in `event.toml`, and what is expected there."""

_LISTS = frozenset({"roles"})


class Language(StrEnum):
    """The languages of the window and of what is printed."""

    DE = "de"
    EN = "en"


LANGUAGES = Choices({Language.DE: "Deutsch|German|de-DE", Language.EN: "Englisch|English|en-GB|en-US"})


@dataclass(frozen=True, slots=True)
class About:
    """The event, its points (at least one), the weights by key, the brochure's texts, and keys that nobody knows."""

    details: EventDetails
    points: tuple[Point, ...]
    weights: Mapping[str, int]
    brochure: Mapping[str, str]
    extra: Mapping[str, str]


def read(outline: Outline, problems: list[TableProblem]) -> About:
    """Read and check the facts about an event; what is wrong goes to `problems`."""
    found: list[TableProblem] = []
    record = next(_typed(outline, outline.event, EVENT, found))
    details = _details(record)
    points = _points(outline, found)
    weights = _weights(outline, found)
    once = {(each.line, each.column, each.value): each for each in reversed(found)}
    problems.extend((*outline.wrong, *(outline.place(problem) for problem in reversed(once.values()))))
    first = Point(id=new_id(), name=FIRST_ENTRANCE[details.language], rule=default_rule(PointKind.ENTRANCE))
    written = {name: record.text(name) for name in BROCHURE if record.has(name)}
    kept = tuple(point for each, point in points if each.good) or (first,)
    return About(details, kept, weights, written, dict(record.extra))


def _typed(
    outline: Outline, table: Table, aliases: Mapping[str, tuple[str, ...]], problems: list[TableProblem]
) -> Iterator[Record]:
    """Yield the records; a value that is neither text nor of a type that its field may have is a problem."""
    columns = headers.match(table.header, aliases).fields
    for place, record in enumerate(table.records(aliases, problems)):
        for field, at in columns.items():
            kind = (
                outline.types.get((table.name, place, table.header[at])) if table.file == outline.event.file else None
            )
            allowed, expected, args = _NOT_TEXT.get(
                field, (frozenset(), Expectation.CHOICE, (f'"{record.text(field)}"',))
            )
            if kind is not None and kind not in allowed and not (field in _LISTS and kind is list):
                record.wrong(field, expected, *args)
        yield record


def _points(outline: Outline, problems: list[TableProblem]) -> list[tuple[Record, Point]]:
    """Read the points, whose names must differ by more than case: that is how a desk finds its point."""
    points = []
    taken: dict[str, Record] = {}
    column = headers.match(outline.points.header, POINTS).fields.get("name")
    for place, record in enumerate(_typed(outline, outline.points, POINTS, problems)):
        point = _point(record, place)
        earlier = taken.setdefault(point.name.casefold(), record) if point.name else record
        if earlier is not record and column is not None:
            line = outline.lines.get((earlier.line, outline.points.header[column]), earlier.line)
            record.wrong("name", Expectation.UNIQUE, str(line))
        points.append((record, point))
    return points


def _details(record: Record) -> EventDetails:
    zone = _zone(record)
    starts, ends = _moment_or_day(record, "starts", zone), _moment_or_day(record, "ends", zone)
    common = min(len(starts), len(ends))
    if ends[:common] < starts[:common]:
        record.wrong("ends", Expectation.LATER, starts.replace("T", " "))
    number = record.text("number")
    if len(number) > _LONGEST_NUMBER:
        record.wrong("number", Expectation.WHOLE_NUMBER, "1", str(_HIGHEST_NUMBER))
        number = ""
    return EventDetails(
        title=record.required("title"),
        subtitle=record.text("subtitle"),
        starts=starts,
        ends=ends,
        venue=record.text("venue"),
        address=record.text("address"),
        organiser=record.text("organiser"),
        contact=record.text("contact"),
        language=record.choice("language", LANGUAGES, Language.DE).value,
        series=record.text("series"),
        number=number,
        timezone=zone.key,
    )


def _zone(record: Record) -> ZoneInfo:
    usual = EventDetails().timezone
    name = record.text("timezone", usual)
    if settings.is_zone(name):
        return ZoneInfo(name)
    record.wrong("timezone", Expectation.CHOICE, f"{usual}, Europe/Vienna, UTC, …")
    return ZoneInfo(usual)


def _moment_or_day(record: Record, field: str, zone: ZoneInfo) -> str:
    """Return local ISO text; a day without a time stays a day."""
    if not record.has(field):
        return ""
    try:
        return cells.day(record.text(field)).isoformat()
    except CellError:
        return clock_text(record.moment(field), zone)


def _point(record: Record, place: int) -> Point:
    kind = record.choice("kind", KINDS, PointKind.ENTRANCE)
    return Point(
        id=new_id(),
        name=record.required("name"),
        kind=kind,
        rule=record.choice("rule", RULES, default_rule(kind)),
        roles=parse_roles(record.text("roles")),
        days=_days(record),
        capacity=record.whole("capacity", 0, 1, _MOST_PEOPLE) if record.has("capacity") else None,
        place=place,
    )


def _days(record: Record) -> tuple[str, ...]:
    try:
        return tuple(cells.day(each).isoformat() for each in record.items("days"))
    except CellError as error:
        record.wrong("days", error.expected, *error.wanted)
        return ()


def _weights(outline: Outline, problems: list[TableProblem]) -> dict[str, int]:
    keys: dict[str, tuple[str, ...]] = {weight.value: () for weight in Weight}
    record = next(_typed(outline, outline.weights, keys, problems))
    problems.extend(
        TableProblem(record.file, record.line, name, value, Expectation.CHOICE, (", ".join(keys),))
        for name, value in record.extra.items()
    )
    read = {key: record.whole(key, _UNREAD, 0, HEAVIEST) for key in keys}
    return {key: weight for key, weight in read.items() if weight != _UNREAD}
