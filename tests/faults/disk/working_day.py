"""A day at the desk, step by step, as the real actions do it: what a fault of the disk may come into."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from eventdesk.badges.actions import mark_printed
from eventdesk.checkin import actions
from eventdesk.checkin.point import Point, Rule
from eventdesk.checkin.points import add_point, change_point, find_point
from eventdesk.checkin.scan import Direction
from eventdesk.desk import create_event, open_event
from eventdesk.event import Event, EventDetails
from eventdesk.fair.actions_plans import apply_plan
from eventdesk.fair.plan import PlanFacts
from eventdesk.fair.records import read_fair
from eventdesk.panels.actions_places import give_place, take_place
from eventdesk.people import actions as people
from eventdesk.people import records
from eventdesk.people.importing import apply_in_steps, plan_import
from eventdesk.people.person import Person
from eventdesk.prize import actions_ballots
from eventdesk.prize.ballot import Channel
from eventdesk.prize.outcome import Cast
from eventdesk.prize.records import ballots
from eventdesk.tables.reading import read_tables
from tests.clock import FakeClock
from tests.core.fair import hall_of_tests
from tests.core.panels import programme_of_tests
from tests.core.prize import prize_of_tests

GUESTS, BALLOTS = 24, 60
GROUP = "Verein Brücke"


@dataclass
class Day:
    """An open event and what the steps need to know of it."""

    event: Event
    clock: FakeClock
    chance: Random
    folder: Path
    """Where lists to be imported are put."""
    point: Point
    crowd: list[Person]
    done: list[str] = field(default_factory=list)
    """The journal's entries of today, newest last."""
    scanned: list[str] = field(default_factory=list)
    imported: int = 0

    @classmethod
    def begin(cls, path: Path, chance: Random, folder: Path) -> "Day":
        """Open the event in the morning of a later day."""
        clock = FakeClock("2017-03-07T08:00:00+00:00")
        event = open_event(path, desk="Schalter 1", clock=clock)
        crowd = [each for each in records.everyone(event.db) if not each.group]
        day = cls(event, clock, chance, folder, find_point(event.db), crowd)
        event.changed.append(lambda changes: day.done.extend([changes.eid] if changes.eid else []))
        return day

    def somebody(self) -> Person:
        """Return one of the guests, but nobody whom an undo has taken out of the file since the morning."""
        while True:
            found = records.person(self.event.db, self.chance.choice(self.crowd).id)
            if found is not None:
                return found


def prepare(path: Path) -> None:
    """Make an event with guests, a group, stands, a programme and an open poll."""
    clock = FakeClock()
    details = EventDetails(title="4. Integrationskonferenz", venue="Convention Center Hannover")
    with create_event(path, details=details, desk="Büro", clock=clock) as event:
        change_point(event, replace(add_point(event, "Haupteingang"), rule=Rule.ALWAYS))
        hall_of_tests.build(event, {"E1": "A-01", "E2": "A-02", "E3": "A-05 A-06"})
        programme_of_tests.build(event)
        for number in range(GUESTS):
            people.add(event, Person(0, f"Gast {number}", "Muster", group=GROUP if number % 4 == 0 else ""))
        prize_of_tests.small(event, number=BALLOTS)


def scan(day: Day) -> None:
    """Somebody comes or goes."""
    way = day.chance.choice([Direction.IN, Direction.OUT])
    verdict = actions.check_in(day.event, day.somebody().code, day.point, direction=way)
    day.scanned.append(verdict.eid)


def undo(day: Day) -> None:
    """One of the latest steps is taken back, or an undo of it."""
    if day.done:
        day.event.undo(day.chance.choice(day.done[-4:]))


def undo_scan(day: Day) -> None:
    """One of the latest scans is taken back."""
    if day.scanned:
        actions.undo_scan(day.event, day.chance.choice(day.scanned[-5:]))


def walk_in(day: Day) -> None:
    """Somebody comes who is not on the list."""
    actions.walk_in(day.event, f"Neu {day.chance.randrange(10_000)}", point=day.point)


def group(day: Day) -> None:
    """A group comes together, but for those of it who are in already."""
    actions.check_in_group(day.event, GROUP, day.point)


def group_leaves(day: Day) -> None:
    """Everybody of the group leaves."""
    for each in records.in_group(day.event.db, GROUP):
        actions.check_in(day.event, each.code, day.point, direction=Direction.OUT)


def import_list(day: Day) -> None:
    """A list is imported in steps of a hundred people."""
    day.imported += 1
    path = day.folder / f"list {day.imported}.csv"
    first = day.chance.randrange(10**9)
    rows = [f"P{first + at};Vorname{at};Nachname{first + at};Verein {at % 7}" for at in range(130)]
    path.write_text("\n".join(["id;Vorname;Nachname;Verein", *rows]), "utf-8")
    for _ in apply_in_steps(day.event, plan_import(day.event.db, read_tables(path))):
        pass


def place(day: Day) -> None:
    """Somebody gets a place in a session, or gives it back."""
    person, session = day.somebody().id, day.chance.choice(programme_of_tests.SESSIONS).id
    if day.chance.random() < 0.7:
        give_place(day.event, person, session, anyway=True)
    else:
        take_place(day.event, person, session)


def stands(day: Day) -> None:
    """Exhibitors get other stands, all at once."""
    fair = read_fair(day.event.db)
    free = [booth.id for booth in fair.booths]
    day.chance.shuffle(free)
    wanted = {exhibitor.id: (booth,) for exhibitor, booth in zip(fair.exhibitors, free, strict=False)}
    apply_plan(day.event, wanted, PlanFacts("optimal", 1, 1, 5, 1), f"Vorschlag {day.chance.randrange(1000)}")


def print_badges(day: Day) -> None:
    """Badges are printed, which is noted."""
    mark_printed(day.event, [day.somebody().id, day.somebody().id], "Zebra", "lost", template="Klassisch")


def ballot(day: Day) -> None:
    """A ballot is cast, if one is left: a desk on a fast machine comes through all of them."""
    poll = int(day.event.db.value("SELECT id FROM poll"))
    entry = int(day.event.db.value("SELECT id FROM poll_entry ORDER BY number LIMIT 1"))
    unused = day.event.db.value("SELECT min(ballot) FROM ballot_use WHERE channel = '-'")
    if unused is None:
        return
    (code,) = [each.code for each in ballots(day.event.db, poll) if each.id == unused]
    assert actions_ballots.cast(day.event, poll, code, entry, Channel.KIOSK) == Cast(Channel.KIOSK)


STEPS: Mapping[str, Callable[[Day], None]] = {
    each.__name__: each
    for each in (scan, undo, undo_scan, walk_in, group, import_list, place, stands, print_badges, ballot)
}
_OFTEN = {"scan": 12, "undo": 3, "undo_scan": 3, "walk_in": 3, "ballot": 3}


def work(day: Day, steps: int) -> None:
    """Do so many steps, drawn by chance, most of them scans. At most one of them is an import."""
    names = list(STEPS)
    for _ in range(steps):
        weights = [_OFTEN.get(name, 0 if name == "import_list" and day.imported else 1) for name in names]
        (name,) = day.chance.choices(names, weights)
        day.clock.advance(seconds=7)
        STEPS[name](day)
