"""Changing what an event is: title, time, place, organiser, whom to call. Checked field by field, one entry each."""

from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from zoneinfo import available_timezones

from eventdesk.codes import Op
from eventdesk.event import Event, EventDetails
from eventdesk.store import settings
from eventdesk.tables import cells
from eventdesk.tables.cleaning import clean, one_line
from eventdesk.tables.problems import CellError
from eventdesk.words import LANGUAGES

LONGEST = 200
"""So many letters a text about the event may have."""


class Detail(StrEnum):
    """The fields of `EventDetails` that can be changed while the event is open."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    STARTS = "starts"
    ENDS = "ends"
    TIMEZONE = "timezone"
    VENUE = "venue"
    ADDRESS = "address"
    ORGANISER = "organiser"
    CONTACT = "contact"
    LANGUAGE = "language"


class DetailTrouble(StrEnum):
    """Why a text cannot be taken for a field."""

    EMPTY = "empty"
    NOT_A_TIME = "not_a_time"
    ENDS_FIRST = "ends_first"
    UNKNOWN_ZONE = "unknown_zone"
    UNKNOWN_LANGUAGE = "unknown_language"
    TOO_LONG = "too_long"


class WrongDetailError(ValueError):
    """A text does not fit its field. `trouble` says why."""

    def __init__(self, trouble: DetailTrouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


def understood(details: EventDetails, detail: Detail, text: str) -> str:
    """Return what would be stored if somebody wrote `text` into a field of an event with these `details`.

    Times are written as people do ("6.3.2027 9:00") and stored as local ISO text; a day without a time stays a day.
    Raises `WrongDetailError`.
    """
    found = one_line(clean(text)).strip()
    if len(found) > LONGEST:
        raise WrongDetailError(DetailTrouble.TOO_LONG)
    match detail:
        case Detail.TITLE if not found:
            raise WrongDetailError(DetailTrouble.EMPTY)
        case Detail.STARTS | Detail.ENDS:
            found = _moment_or_day(found)
            _require_order(replace(details, **{detail.value: found}))
        case Detail.TIMEZONE:
            found = _zone(found)
        case Detail.LANGUAGE if found not in LANGUAGES:
            raise WrongDetailError(DetailTrouble.UNKNOWN_LANGUAGE)
        case _:
            pass
    return found


def change_detail(event: Event, detail: Detail, text: str) -> str | None:
    """Write one field as an entry of its own; returns its eid, None if nothing differed.

    Raises `WrongDetailError`, and `KnownError` as every transaction.
    """
    value = understood(event.details, detail, text)
    before = str(getattr(event.details, detail.value))
    if value == before:
        return None
    with event.transact(Op.SETTINGS, value or before) as tx:
        settings.put(tx, detail.value, value)
        return tx.eid


@lru_cache(maxsize=1)
def zones() -> tuple[str, ...]:
    """Return the time zones to choose from: those of Europe first, then all others that are a place."""
    places = sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))
    near = [name for name in places if name.startswith("Europe/")]
    return (*near, "UTC", *(name for name in places if name not in near))


def last_day(details: EventDetails) -> str:
    """Return the ISO day on which the event ends, empty if nobody said."""
    return (details.ends or details.starts)[:10]


def days(details: EventDetails) -> list[str]:
    """Return the ISO days of the event, the first ones if there are very many."""
    first = _day(details.starts)
    if first is None:
        return []
    last = max(first, _day(last_day(details)) or first)
    number = min((last - first).days + 1, MOST_DAYS)
    return [date.fromordinal(first.toordinal() + day).isoformat() for day in range(number)]


MOST_DAYS = 14


def _day(stored: str) -> date | None:
    """Return the day of a stored time; None if there is none."""
    try:
        return date.fromisoformat(stored[:10])
    except ValueError:
        return None


def _moment_or_day(text: str) -> str:
    if not text:
        return ""
    try:
        return cells.day(text).isoformat()
    except CellError:
        pass
    try:
        found: datetime = cells.moment(text)
    except CellError:
        raise WrongDetailError(DetailTrouble.NOT_A_TIME) from None
    return found.replace(tzinfo=None).isoformat(timespec="minutes")


def _require_order(details: EventDetails) -> None:
    common = min(len(details.starts), len(details.ends))
    if details.ends[:common] < details.starts[:common]:
        raise WrongDetailError(DetailTrouble.ENDS_FIRST)


def _zone(name: str) -> str:
    if not settings.is_zone(name):
        raise WrongDetailError(DetailTrouble.UNKNOWN_ZONE)
    return name
