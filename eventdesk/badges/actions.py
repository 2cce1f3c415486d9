"""What a desk does with badges: choose whose, write them to a file, print one, note what was printed."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from eventdesk.badges import records
from eventdesk.badges.badge import BadgeData, BadgeReport
from eventdesk.badges.choice import Choice, Everyone, Matching, NotPrinted, Order, These, WithRole
from eventdesk.badges.days import days_text
from eventdesk.badges.pdf import badge_pdf
from eventdesk.badges.spooler import Job, Spooler
from eventdesk.badges.template import A6, Template
from eventdesk.codes import Fault, Op
from eventdesk.drawing.about import About
from eventdesk.drawing.kit import Kit
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.people import records as people_records
from eventdesk.people.person import Person, Status
from eventdesk.people.role import Role
from eventdesk.people.rolebook import RoleBook, role_book
from eventdesk.people.search import search
from eventdesk.people.sorting import sort_key
from eventdesk.words import Words

Where = Callable[[Person], Sequence[str]]
"""Tells where a person goes today, in lines, the most important one first."""

_MAY_COME = frozenset({Status.REGISTERED, Status.PENDING})
_MANY = 1000


def nowhere(person: Person) -> Sequence[str]:  # noqa: ARG001 - a `Where` for events without stands, rooms and tables
    """Return no places."""
    return ()


@dataclass(frozen=True, slots=True)
class Printed:
    """A badge that was handed to a printer. `again`: this person had one before."""

    person: Person
    job: Job
    report: BadgeReport
    again: bool


def choose(event: Event, choice: Choice, order: Order = Order.NAME) -> list[Person]:
    """Return whose badges are meant, sorted."""
    match choice:
        case Everyone():
            found = _who_may_come(event)
        case NotPrinted():
            done = records.printed(event.db)
            found = [person for person in _who_may_come(event) if person.id not in done]
        case WithRole(named):
            role = role_book(event.db).parse(named)
            found = [person for person in _who_may_come(event) if role in (person.roles or (Role.PARTICIPANT.value,))]
        case These(ids):
            found = people_records.people(event.db, ids)
        case Matching(words):
            hits = search(event.db, words, _MANY)
            found = people_records.people(event.db, [hit.person for hit in hits if hit.exact])
    return sorted(found, key=lambda person: _sort_value(person, order))


def snapshot(event: Event, people: Sequence[Person], where: Where = nowhere) -> list[BadgeData]:
    """Return what stands on the badges of these people, in the language of the event; needs the file no more."""
    details = event.details
    words = Words(details.language)
    line = " · ".join(part for part in (details.venue, days_text(words, details.starts, details.ends)) if part)
    book = role_book(event.db)
    return [_badge(person, words, book, (details.title, line), tuple(where(person))) for person in people]


def write_badges(
    event: Event,
    people: Sequence[Person],
    out: BinaryIO | Path,
    kit: Kit,
    *,
    where: Where = nowhere,
    template: Template = A6,
    progress: Callable[[int], None] | None = None,
) -> BadgeReport:
    """Write the badges of these people, one per page. Notes nothing as printed. Raises as `badge_pdf`."""
    badges = snapshot(event, people, where)
    return badge_pdf(badges, out, kit, template=template, about=about(event), progress=progress)


def about(event: Event) -> About:
    """Return what a PDF with badges of this event says about itself."""
    details = event.details
    words = Words(details.language)
    title = words.t("Name badges: {event}", event=details.title) if details.title else words.t("Name badges")
    return About(title=title, author=details.organiser, language=details.language)


def mark_printed(event: Event, ids: Sequence[int], printer: str, reason: str = "") -> str | None:
    """Note that the badges of these people were printed: a fact, which undo leaves alone.

    Returns the id of the journal entry, None if there was nobody to note. Raises `KnownError` UNKNOWN_PERSON.
    """
    people = people_records.people(event.db, ids)
    _require_all(ids, people)
    if not people:
        return None
    label = people[0].name if len(people) == 1 else f"{len(people)} · {printer}"
    with event.transact(Op.PRINT, label) as tx:
        eid = tx.eid
        records.insert(tx, [person.id for person in people], event.now(), event.desk, printer, reason)
    return eid


def send(
    badge: BadgeData, spooler: Spooler, kit: Kit, *, template: Template = A6, about: About | None = None
) -> tuple[Job, BadgeReport]:
    """Hand one badge to a printer. Touches no file of ours, so that it may run beside the window.

    Raises `KnownError` PRINTER, DISK_FULL or CANNOT_WRITE.
    """
    with tempfile.TemporaryDirectory(prefix="eventdesk-") as folder:
        page = Path(folder) / "badge.pdf"
        report = badge_pdf([badge], page, kit, template=template, about=about)
        return spooler.submit(page, badge.name, (template.width, template.height)), report


def print_badge(
    event: Event,
    person_id: int,
    spooler: Spooler,
    kit: Kit,
    *,
    reason: str = "",
    where: Where = nowhere,
    template: Template = A6,
) -> Printed:
    """Print one badge and note it. Nothing is noted if the printer does not take it.

    Raises `KnownError` UNKNOWN_PERSON, PRINTER, DISK_FULL or CANNOT_WRITE.
    """
    people = people_records.people(event.db, [person_id])
    _require_all([person_id], people)
    again = bool(records.printed(event.db, [person_id]))
    (badge,) = snapshot(event, people, where)
    job, report = send(badge, spooler, kit, template=template, about=about(event))
    mark_printed(event, [person_id], spooler.name, reason)
    return Printed(people[0], job, report, again)


def _who_may_come(event: Event) -> list[Person]:
    return [person for person in people_records.everyone(event.db) if person.status in _MAY_COME]


def _sort_value(person: Person, order: Order) -> tuple[str, ...]:
    name = sort_key(person.list_name)
    match order:
        case Order.NAME:
            return name, person.code
        case Order.ORGANISATION:
            return "" if person.organisation else "1", sort_key(person.organisation), name, person.code
        case Order.CODE:
            return person.code, name


def _badge(person: Person, words: Words, book: RoleBook, titles: tuple[str, str], where: tuple[str, ...]) -> BadgeData:
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
        event_title=titles[0],
        event_line=titles[1],
        where=where,
    )


def _require_all(ids: Sequence[int], people: Sequence[Person]) -> None:
    unknown = set(ids) - {person.id for person in people}
    if unknown:
        raise KnownError(Fault.UNKNOWN_PERSON, person=str(min(unknown)))
