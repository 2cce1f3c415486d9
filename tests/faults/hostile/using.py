"""Does with an event file of unknown origin what a desk does with it: looks, opens, reads everything, scans, undoes."""

from collections.abc import Callable
from pathlib import Path

from eventdesk import backups, guide
from eventdesk.badges import choosing, stock
from eventdesk.badges import records as badges
from eventdesk.badges.choice import Everyone
from eventdesk.cafe import records as cafe
from eventdesk.checkin import actions, points
from eventdesk.checkin import records as checkin
from eventdesk.codes import Fault
from eventdesk.desk import figures, open_event
from eventdesk.details import days
from eventdesk.event import Event
from eventdesk.fair import records as fair
from eventdesk.fair.floor import checks
from eventdesk.fair.floor import records as floor
from eventdesk.history import listing, of_person, telling
from eventdesk.history.whole import Filter
from eventdesk.panels import checks as panel_checks
from eventdesk.panels import records as panels
from eventdesk.panels.draws import records as draws
from eventdesk.people import exporting, search
from eventdesk.people import records as people
from eventdesk.people.rolebook import role_book
from eventdesk.prize import records as prize
from eventdesk.store import peek
from eventdesk.words import Words
from tests.clock import FakeClock

WORDS = Words("de")


def use(path: Path) -> None:
    """Do all of it. Raises `KnownError` for a file that cannot be used."""
    peek.peek(path)
    with open_event(path, desk="Schalter 1", clock=FakeClock()) as event:
        for read in READ:
            read(event)
        if event.view_only is None:
            work(event)
    assert peek.peek(path).reach in (peek.Reach.READ, peek.Reach.UNREADABLE)


def work(event: Event) -> None:
    """Scan, take somebody in, undo, ask whether all is well, and save a copy."""
    point = points.find_point(event.db)
    code = str(event.db.value("SELECT code FROM person ORDER BY id LIMIT 1") or "1234")
    for text in (code, "4711", "Elif"):
        actions.check_in(event, text, point)
    actions.walk_in(event, "Ada", "Neu", point=point)
    for _ in range(4):
        event.undo()
    event.verify()
    event.backup(event.path.with_name("copy.eventdesk"))


def _people(event: Event) -> None:
    figures(event)
    book = role_book(event.db)
    everybody = people.everyone(event.db)
    for person in everybody[:3]:
        of_person.history_of(event.db, person.id)
        guide.places(event.db, person)
        book.name(WORDS, person.roles[0] if person.roles else "")
    for words in ("elif", "mueller", "xyz"):
        search.search(event.db, words)
    exporting.people_table(event.db)


def _journal(event: Event) -> None:
    event.journal(1000)
    page = listing.page(event.db, Filter())
    for line in page.lines:
        telling.title(WORDS, line)
        telling.remarks(WORDS, line, event.zone)
    days(event.details)
    backups.backup_path(event, event.path.parent)


def _door(event: Event) -> None:
    checkin.points(event.db)
    checkin.recent(event.db, limit=-1)


def _badges(event: Event) -> None:
    badges.print_log(event.db)
    badges.counts(event.db)
    stock.pictures_of(event)
    stock.placing_of(event)
    choosing.choose(event, Everyone())


def _fair(event: Event) -> None:
    now = fair.read_fair(event.db, guide.doors(event.db))
    checks.floor_troubles(now)
    for picture in floor.pictures(event.db):
        floor.picture_body(event.db, picture.id)


def _panels(event: Event) -> None:
    panel_checks.programme_troubles(panels.read_programme(event.db))
    draws.draws(event.db)


def _afterwards(event: Event) -> None:
    cafe.read_cafe(event.db)
    cafe.plans(event.db)
    for poll in prize.polls(event.db):
        prize.ballots(event.db, poll.id)
        prize.turnout(event.db, poll.id)


READ: tuple[Callable[[Event], None], ...] = (_people, _journal, _door, _badges, _fair, _panels, _afterwards)
ABOUT_FILES = frozenset(
    {Fault.NOT_OURS, Fault.DAMAGED, Fault.NEWER_FILE, Fault.CANNOT_READ, Fault.CANNOT_WRITE, Fault.NO_FILE}
)
"""What may come of opening a file that somebody has spoilt."""
