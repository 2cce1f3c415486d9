"""Makes the next event of a series from this one: rooms and booths, points, templates, the people who agreed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from eventdesk.desk import create_event
from eventdesk.event import Clock, Event, EventDetails, Transaction, system_clock
from eventdesk.finishing.belongings import PICTURES_THAT_GO, SETTINGS_THAT_GO
from eventdesk.finishing.carrying import Emptied, carry, carry_extras, pictures_of_projects
from eventdesk.finishing.regulars import who_came
from eventdesk.people import records as people
from eventdesk.people.code import new_codes
from eventdesk.people.consent import Consent
from eventdesk.people.person import Person, Status
from eventdesk.people.visits import Visit, add_visit, all_visits
from eventdesk.store import settings
from eventdesk.store.access import Value

_ROOMS: Sequence[tuple[str, Emptied]] = (("room", {}), ("room_seating", {}))
_HALLS: Sequence[tuple[str, Emptied]] = (("hall", {}), ("booth", {}), ("hall_part", {}), ("floor_picture", {}))
_LEFT_BEHIND = ("finished.", "brochure.greeting", "pin.", "privacy.")
_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Choice:
    """What goes over into the next event."""

    points: bool = True
    rooms: bool = True
    halls: bool = True
    slots: bool = True
    tables: bool = True
    templates: bool = True
    people: bool = True


@dataclass(frozen=True, slots=True)
class Next:
    """The new file, how many people went over, and how many did not because nobody asked them or they did not agree."""

    path: Path
    people: int
    left_out: int


def proposed(details: EventDetails) -> EventDetails:
    """Return the details of the next event as far as they can be told: title and number, place, organiser, language."""
    number = details.number
    following = str(int(number) + 1) if number.isdecimal() and len(number) <= _MOST_DIGITS else ""
    title = details.title
    if following and title.startswith(f"{number}."):
        title = f"{following}.{title[len(number) + 1 :]}"
    return replace(details, title=title, number=following, subtitle="", starts="", ends="")


def next_event(
    event: Event,
    path: Path,
    details: EventDetails,
    choice: Choice | None = None,
    *,
    desk: str = "",
    actor: str = "",
    clock: Clock = system_clock,
) -> Next:
    """Make a new event file. Slots move to the days of the new event; nobody of the people is registered yet.

    People who agreed to be invited come with what is needed for that, with a new code, as not yet confirmed, and with
    the events they came to. Raises as `create_event`.
    """
    wanted = choice or Choice()
    invited = [each for each in people.everyone(event.db) if Consent.INVITE in each.consents] if wanted.people else []
    guests = [_as_invited(person, code) for person, code in zip(invited, new_codes(len(invited)), strict=True)]
    here, before = who_came(event), all_visits(event.db)

    def fill(tx: Transaction) -> None:
        _carry_things(event, tx, wanted, _days_between(event.details.starts, details.starts))
        for person in guests:
            people.insert(tx, person)
            _carry_visits(event, tx, person, before.get(person.id, ()), came=person.id in here)

    made = create_event(path, details=details, fill=fill, desk=desk, actor=actor, clock=clock)
    made.close()
    return Next(made.path, len(guests), people.count(event.db) - len(guests) if wanted.people else 0)


def _carry_things(event: Event, tx: Transaction, wanted: Choice, days: int) -> None:
    if wanted.points:
        carry(event.db, tx, "point", {})
    for chosen, tables in ((wanted.rooms, _ROOMS), (wanted.halls, _HALLS)):
        for table, emptied in tables if chosen else ():
            carry(event.db, tx, table, emptied)
    if wanted.points and wanted.rooms:
        carry(event.db, tx, "point_room", {})
    if wanted.slots:
        carry(event.db, tx, "slot", {}, change=_moved_by(days, ("starts", "ends")))
    if wanted.tables:
        carry(event.db, tx, "cafe_table", {"host": "", "closed_from": None})
        carry(event.db, tx, "cafe_round", {"began": "", "ended": ""}, change=_moved_by(days, ("starts",)))
    kinds = {"room": wanted.rooms, "hall": wanted.halls, "booth": wanted.halls, "slot": wanted.slots}
    carry_extras(event.db, tx, [kind for kind, chosen in {**kinds, "cafe_table": wanted.tables}.items() if chosen])
    if wanted.templates:
        carry(event.db, tx, "badge_template", {})
        carry(event.db, tx, "picture", {}, but={*pictures_of_projects(event.db), *PICTURES_THAT_GO})
        carry(event.db, tx, "setting", {}, but=_settings_left(event))


def _settings_left(event: Event) -> set[str]:
    own = {field.name for field in fields(EventDetails)}
    return {
        key
        for key in settings.all_of(event.db)
        if key in own or key in SETTINGS_THAT_GO or key.startswith(_LEFT_BEHIND)
    }


def _as_invited(person: Person, code: str) -> Person:
    """Return what may be kept of somebody to invite them: who they are and how they are reached."""
    return Person(
        id=person.id,
        given_name=person.given_name,
        family_name=person.family_name,
        native_name=person.native_name,
        title=person.title,
        organisation=person.organisation,
        position=person.position,
        sector=person.sector,
        email=person.email,
        phone=person.phone,
        town=person.town,
        languages=person.languages,
        status=Status.PENDING,
        code=code,
        source=person.source,
        foreign_id=person.foreign_id,
        consents=person.consents,
    )


def _carry_visits(event: Event, tx: Transaction, person: Person, before: Sequence[Visit], *, came: bool) -> None:
    for visit in before:
        add_visit(tx, person.id, visit.title, visit.day)
    if came:
        add_visit(tx, person.id, event.details.title, event.details.starts[:10])


def _days_between(first: str, second: str) -> int:
    """Return how many days lie between two local times; 0 if one of them is not known."""
    if not first or not second:
        return 0
    return (date.fromisoformat(second[:10]) - date.fromisoformat(first[:10])).days


def _moved_by(days: int, columns: Sequence[str]) -> Callable[[dict[str, Value]], dict[str, Value]]:
    def moved(row: dict[str, Value]) -> dict[str, Value]:
        return {**row, **{name: _on_another_day(str(row[name]), days) for name in columns if row[name]}}

    return moved


def _on_another_day(local: str, days: int) -> str:
    return (datetime.fromisoformat(local) + timedelta(days=days)).isoformat(timespec="minutes")
