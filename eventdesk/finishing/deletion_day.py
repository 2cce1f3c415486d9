"""The day from which on nobody's data is needed: the organiser chooses it, else it is two weeks after the end.

Of an event that was entered later, like the samples, it is two weeks after that.
"""

from datetime import date, timedelta

from eventdesk.codes import Op
from eventdesk.details import DetailTrouble, WrongDetailError
from eventdesk.event import Event
from eventdesk.finishing.ending import finished_at
from eventdesk.finishing.records import first_entry_at
from eventdesk.people import records as people
from eventdesk.store import settings
from eventdesk.tables import cells
from eventdesk.tables.cleaning import clean, one_line
from eventdesk.tables.problems import CellError

DELETE_ON = "privacy.delete_on"
AFTER_THE_END = timedelta(days=14)


def deletion_day(event: Event) -> date | None:
    """Return the day on which the event should be finished; None if nobody knows when it ends, nor chose a day."""
    return chosen_day(event) or usual_day(event)


def chosen_day(event: Event) -> date | None:
    """Return the day that somebody chose."""
    return _day(settings.get(event.db, DELETE_ON) or "")


def usual_day(event: Event) -> date | None:
    """Return the day that goes without saying: two weeks after the end of the event, or after its file was made."""
    end = _end(event)
    try:
        return end and max(end, _day(first_entry_at(event.db)) or end) + AFTER_THE_END
    except OverflowError:
        return None


def is_after_the_end(event: Event) -> bool:
    """Say whether the usual day goes by the end of the event, not by when its file was made."""
    end = _end(event)
    return end is not None and usual_day(event) == end + AFTER_THE_END


def choose_deletion_day(event: Event, day: date | None) -> None:
    """Choose another day, or None for the usual one."""
    if chosen_day(event) == day:
        return
    with event.transact(Op.SETTINGS, event.details.title) as tx:
        if day is None or day == usual_day(event):
            settings.drop(tx, DELETE_ON)
        else:
            settings.put(tx, DELETE_ON, day.isoformat())


def understood(text: str) -> date | None:
    """Return the day that somebody wrote, None for nothing. Raises WrongDetailError."""
    found = one_line(clean(text)).strip()
    try:
        return cells.day(found) if found else None
    except CellError:
        raise WrongDetailError(DetailTrouble.NOT_A_TIME) from None


def is_due(event: Event) -> bool:
    """Say whether the day has come, and there is still somebody to be deleted."""
    day = deletion_day(event)
    if day is None or event.local_now().date() < day or finished_at(event) is not None:
        return False
    return people.count(event.db) > 0


def _end(event: Event) -> date | None:
    return _day(event.details.ends) or _day(event.details.starts)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
