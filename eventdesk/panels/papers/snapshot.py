"""What papers need of an event, taken out of its file, so that they can be made elsewhere."""

from collections.abc import Generator, Mapping
from dataclasses import replace
from itertools import islice

from eventdesk.event import Event
from eventdesk.panels.papers.agenda import Agenda, Attendee
from eventdesk.panels.papers.calendar_file import CalendarFacts
from eventdesk.panels.papers.imprint import Imprint
from eventdesk.panels.programme import Programme
from eventdesk.panels.records import read_programme
from eventdesk.panels.session import Spot
from eventdesk.panels.version import Version
from eventdesk.panels.versions.records import spots_of, versions
from eventdesk.people import records as people
from eventdesk.store.access import Reader

_AT_ONCE = 250
_NOWHERE: Spot = (None, None)


def agenda_of(reader: Reader, halls: Mapping[str, str] | None = None) -> Agenda:
    """Return the programme as papers show it; `halls` are names by the event folder's ids."""
    steps = agenda_in_steps(reader, read_programme(reader), halls)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            agenda: Agenda = done.value
            return agenda


def agenda_in_steps(
    reader: Reader, programme: Programme, halls: Mapping[str, str] | None = None
) -> Generator[int, None, Agenda]:
    """Read who the people of a programme are in short steps, each saying of how many it is known.

    Begin anew if somebody is changed meanwhile.
    """
    attendees: dict[int, Attendee] = {}
    left = iter(programme.people)
    while some := list(islice(left, _AT_ONCE)):
        for each in people.people(reader, some):
            attendees[each.id] = Attendee(each.id, each.name, each.list_name, each.organisation)
        yield len(attendees)
    return Agenda(programme, attendees, halls or {})


def imprint_of(event: Event, programme: Programme) -> Imprint:
    """Return the small print of papers that are made now."""
    newest = next(iter(versions(event.db)), None)
    return replace(
        Imprint.of(event),
        version=None if newest is None else _local(event, newest),
        changed=newest is not None and not _same(spots_of(event.db, newest.id), programme),
    )


def before(event: Event, programme: Programme, name: str = "") -> tuple[Version, Mapping[int, Spot]] | None:
    """Return the timetable to compare today's with, its time local; None if there is none.

    With a `name` it is the newest version of that name, else the newest one that was printed; if none was, the newest
    one that differs from today's.
    """
    kept = versions(event.db)
    printed = next((each for each in kept if each.printed), None)
    if not name and printed is not None:
        return _local(event, printed), spots_of(event.db, printed.id)
    for version in kept:
        spots = spots_of(event.db, version.id)
        if version.name == name if name else not _same(spots, programme):
            return _local(event, version), spots
    return None


def _local(event: Event, version: Version) -> Version:
    return replace(version, at=version.at.astimezone(event.zone))


def _same(spots: Mapping[int, Spot], programme: Programme) -> bool:
    """Say whether a kept timetable is today's; sessions without slot and room may be in either or not."""
    today = {each: spot for each, spot in programme.timetable.items() if spot != _NOWHERE}
    return {each: spot for each, spot in spots.items() if spot != _NOWHERE} == today


def calendar_facts(event: Event) -> CalendarFacts:
    """Return what a calendar that is written now says of the event."""
    details = event.details
    place = ", ".join(part for part in (details.venue, details.address) if part)
    return CalendarFacts(details.title, event.zone, event.now(), details.language, place)
