"""What a desk does with badges: choose whose, write them to a file, print one, note what was printed."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from eventdesk.badges import records, stock
from eventdesk.badges.actions_desk import all_of
from eventdesk.badges.badge import BadgeData, BadgeReport
from eventdesk.badges.boxes import Spot
from eventdesk.badges.choosing import Choosing, choose, choosing
from eventdesk.badges.design.template import Template
from eventdesk.badges.design.templates import classic
from eventdesk.badges.digest import digest
from eventdesk.badges.pdf import badge_pdf
from eventdesk.badges.printers.spooler import Job, Spooler
from eventdesk.badges.snapshot import Where, nowhere, snapshot
from eventdesk.badges.stock import Design
from eventdesk.codes import Op
from eventdesk.drawing.about import About
from eventdesk.drawing.kit import Kit
from eventdesk.event import Event
from eventdesk.people.person import Person
from eventdesk.words import Words

if TYPE_CHECKING:
    from eventdesk.drawing.picture import Picture

__all__ = [
    "Choosing",
    "Printed",
    "Where",
    "about",
    "choose",
    "choosing",
    "mark_printed",
    "nowhere",
    "print_badge",
    "send",
    "snapshot",
    "write_badges",
]


@dataclass(frozen=True, slots=True)
class Printed:
    """A badge that was handed to a printer. `again`: this person had one before."""

    person: Person
    job: Job
    report: BadgeReport
    again: bool


def write_badges(
    event: Event,
    people: Sequence[Person],
    out: BinaryIO | Path,
    kit: Kit,
    *,
    where: Where = nowhere,
    design: Design | None = None,
    spots: Mapping[int, Spot] | None = None,
    progress: Callable[[int], None] | None = None,
) -> BadgeReport:
    """Write the badges of these people, one side per page if nobody says how else. Notes nothing as printed.

    Raises as `badge_pdf`.
    """
    made_with = design or stock.design_of(event, placed=False)
    return badge_pdf(
        snapshot(event, people, where, spots),
        out,
        kit,
        template=made_with.template,
        placing=made_with.placing,
        pictures=made_with.pictures,
        about=about(event),
        progress=progress,
    )


def about(event: Event) -> About:
    """Return what a PDF with badges of this event says about itself."""
    details = event.details
    words = Words(details.language)
    title = words.t("Name badges: {event}", event=details.title) if details.title else words.t("Name badges")
    return About(title=title, author=details.organiser, language=details.language)


def mark_printed(
    event: Event,
    ids: Sequence[int],
    printer: str,
    reason: str = "",
    *,
    template: str = "",
    digests: Mapping[int, str] | None = None,
    spots: Mapping[int, Spot] | None = None,
    handed_out: bool = False,
) -> str | None:
    """Note that the badges of these people were printed: a fact, which undo leaves alone.

    `template` is the name of the one that was used, `digests` say what was on the badges, `spots` where they lie.
    `handed_out`: people have them already, as they were printed before their eyes. Returns the id of the journal
    entry, None if there was nobody to note. Raises `KnownError` UNKNOWN_PERSON.
    """
    people = all_of(event, ids)
    if not people:
        return None
    label = people[0].name if len(people) == 1 else f"{len(people)} · {printer}"
    with event.transact(Op.PRINT, label) as tx:
        eid = tx.eid
        now, known = event.now(), [person.id for person in people]
        why = {"desk": event.desk, "printer": printer, "reason": reason, "template": template}
        records.insert(tx, known, now, why, digests or {}, spots or {})
        if handed_out:
            records.insert_handouts(tx, known, now, event.desk)
    return eid


def send(
    badge: BadgeData,
    spooler: Spooler,
    kit: Kit,
    *,
    template: Template | None = None,
    pictures: "Mapping[str, Picture] | None" = None,
    about: About | None = None,
) -> tuple[Job, BadgeReport]:
    """Hand one badge to a printer. Touches no file of ours, so that it may run beside the window.

    Raises `KnownError` PRINTER, DISK_FULL or CANNOT_WRITE.
    """
    chosen = template or classic()
    with tempfile.TemporaryDirectory(prefix="eventdesk-") as folder:
        page = Path(folder) / "badge.pdf"
        report = badge_pdf([badge], page, kit, template=chosen, pictures=pictures, about=about)
        return spooler.submit(page, badge.name, (chosen.width, chosen.height)), report


def print_badge(
    event: Event,
    person_id: int,
    spooler: Spooler,
    kit: Kit,
    *,
    reason: str = "",
    where: Where = nowhere,
    template: Template | None = None,
) -> Printed:
    """Print one badge and note it, as handed out, too. Nothing is noted if the printer does not take it.

    Raises `KnownError` UNKNOWN_PERSON, PRINTER, DISK_FULL or CANNOT_WRITE.
    """
    people = all_of(event, [person_id])
    again = bool(records.printed(event.db, [person_id]))
    (badge,) = snapshot(event, people, where)
    chosen = template or stock.template_of(event)
    pictures = stock.pictures_of(event, chosen)
    job, report = send(badge, spooler, kit, template=chosen, pictures=pictures, about=about(event))
    shown = {person_id: digest(badge, chosen)}
    mark_printed(event, [person_id], spooler.name, reason, template=chosen.name, digests=shown, handed_out=True)
    return Printed(people[0], job, report, again)
