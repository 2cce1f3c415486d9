"""How long somebody was in the house on each day: put together from the scans at entrances. Pure.

A stay begins with an entry and ends with the next exit. Who is not seen leaving stayed until the event's day was over,
as far as anybody knows when that was; without that such a stay has no length. Only the time between the beginning and
the end of the event's day counts: who comes early to set up, or stays for a drink, is not longer at the event.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from eventdesk.reports.attendance.attended import DayThere
from eventdesk.store.settings import EventDetails

Hours = tuple[datetime, datetime]
"""When an event's day begins and ends, local time."""


class Seen(NamedTuple):
    """One scan of a person that counts: local time, whether they went in, and whether that was at an entrance."""

    at: datetime
    inwards: bool
    entrance: bool


class _Stay(NamedTuple):
    since: datetime
    until: datetime | None


def hours_of(details: EventDetails, slots: Iterable[tuple[str, str]]) -> dict[str, Hours]:
    """Return when each day of an event begins and ends: by its own times, and by those of its slots."""
    spans: dict[str, list[datetime]] = {}
    for text in (details.starts, details.ends, *(time for slot in slots for time in slot)):
        moment = _moment(text)
        if moment is not None:
            spans.setdefault(moment.date().isoformat(), []).append(moment)
    return {day: (min(times), max(times)) for day, times in sorted(spans.items()) if len(times) > 1}


def days_there(seen: Sequence[Seen], hours: Mapping[str, Hours]) -> tuple[DayThere, ...]:
    """Return the days on which one person came; `seen` in the order of time. A day without an entry is none."""
    found = []
    for day, scans in groupby(seen, key=lambda each: each.at.date().isoformat()):
        of_day = list(scans)
        came = next((each.at for each in of_day if each.inwards), None)
        if came is None:
            continue
        stays = _stays([each for each in of_day if each.entrance])
        left = stays[-1].until if stays else None
        minutes = _minutes(stays, hours.get(day)) if stays else None
        found.append(DayThere(day, _text(came), _text(left) if left is not None else "", minutes))
    return tuple(found)


def _stays(scans: Sequence[Seen]) -> list[_Stay]:
    stays: list[_Stay] = []
    for each in scans:
        inside = bool(stays) and stays[-1].until is None
        if each.inwards and not inside:
            stays.append(_Stay(each.at, None))
        elif not each.inwards and inside:
            stays[-1] = _Stay(stays[-1].since, each.at)
    return stays


def _minutes(stays: Sequence[_Stay], hours: Hours | None) -> int | None:
    if hours is None:
        closed = [stay for stay in stays if stay.until is not None]
        spent = sum(((stay.until or stay.since) - stay.since).total_seconds() for stay in closed)
        return round(spent / 60) if closed else None
    begins, ends = hours
    parts = ((max(stay.since, begins), min(stay.until or ends, ends)) for stay in stays)
    return round(sum(max(0.0, (until - since).total_seconds()) for since, until in parts) / 60)


def _moment(text: str) -> datetime | None:
    """Return a time of day at the venue; None for a text that says none."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None) if "T" in text else None
    except ValueError:
        return None


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")[:16]
