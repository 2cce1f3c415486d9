"""Values as people read them: roles and states by name, days and times as they are written, codes in fours."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from eventdesk.checkin.point import PointKind, Rule
from eventdesk.history import features
from eventdesk.people.code import grouped
from eventdesk.people.consent import consents_text
from eventdesk.people.person import Origin, Status
from eventdesk.people.records import LIST_SEPARATOR, split
from eventdesk.people.role import sector_name
from eventdesk.people.rolebook import RoleBook
from eventdesk.words import Words, mark
from eventdesk.words.badges import reason_text

STATES: Mapping[str, str] = {
    Status.REGISTERED.value: mark("Registered"),
    Status.CANCELLED.value: mark("Cancelled"),
    Status.PENDING.value: mark("Not confirmed yet"),
    Status.WAITING.value: mark("On the waiting list"),
}
_ORIGINS: Mapping[str, str] = {
    Origin.IMPORT.value: mark("Import"),
    Origin.WALK_IN.value: mark("Walk-in"),
    Origin.DESK.value: mark("Desk"),
}
_KINDS: Mapping[str, str] = {
    PointKind.ENTRANCE.value: mark("Entrance"),
    PointKind.ROOM.value: mark("Room"),
    PointKind.CATERING.value: mark("Catering"),
}
_RULES: Mapping[str, str] = {
    Rule.ONCE.value: mark("Once"),
    Rule.ONCE_A_DAY.value: mark("Once a day"),
    Rule.AFTER_EXIT.value: mark("Again after an exit"),
    Rule.ALWAYS.value: mark("As often as one likes"),
}
_OURS = RoleBook()
_MOMENTS = frozenset({"starts", "ends"})
_PLANNED = frozenset({"setting", "slot", "cafe_round"})
"""Fields of the event, of slots and of rounds that hold a day and a time, as it is there."""
_INSTANTS = frozenset({"at", "began", "ended", "opened", "closed"})
_LANGUAGES: Mapping[str, str] = {"de": mark("German"), "en": mark("English")}
_NAMED: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("person", "status"): STATES,
    ("person", "origin"): _ORIGINS,
    ("point", "kind"): _KINDS,
    ("point", "rule"): _RULES,
}

_AS_CALLED: Mapping[str, Callable[[Words, str], str]] = {"consents": consents_text, "sector": sector_name}


def value_text(words: Words, table: str, field: str, value: str, zone: ZoneInfo, book: RoleBook = _OURS) -> str:
    """Return a stored value as it is shown; `book` has the names of the event's roles."""
    of_feature = features.value_text(words, table, field, value) if value else None
    return _plain_text(words, table, field, value, zone, book) if of_feature is None else of_feature


def _plain_text(words: Words, table: str, field: str, value: str, zone: ZoneInfo, book: RoleBook) -> str:
    names = _NAMED.get((table, field))
    if names is not None:
        return words.t(names[value]) if value in names else value
    if field == "roles":
        return LIST_SEPARATOR.join(book.name(words, role) for role in split(value))
    if (table, field) in {("badge_print", "reason"), ("former_key", "reason")}:
        return reason_text(words, value)
    if field in _AS_CALLED:
        return _AS_CALLED[field](words, value)
    if field == "days":
        return LIST_SEPARATOR.join(day_text(words, day) for day in split(value))
    if (table, field) == ("person", "code"):
        return grouped(value)
    if table in _PLANNED and field in _MOMENTS:
        return f"{day_text(words, value)} {value[11:16]}".strip()
    if table == "setting" and value in _LANGUAGES:
        return words.t(_LANGUAGES[value])
    return time_text(words, value, zone) if field in _INSTANTS else value


def day_text(words: Words, iso: str) -> str:
    """Return an ISO day as it is written in short: "6.3.2027", "6 Mar 2027"; anything else as it is."""
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{day.day}.{day.month}.{day.year}" if words.language == "de" else f"{day.day} {day:%b %Y}"


def time_text(words: Words, iso: str, zone: ZoneInfo) -> str:
    """Return an instant in the zone of the event: "6.3.2027 09:41"; anything else as it is."""
    try:
        moment = datetime.fromisoformat(iso).astimezone(zone)
    except ValueError:
        return iso
    return f"{day_text(words, moment.date().isoformat())} {moment:%H:%M}"
