"""Makes an event file from an event folder: everything in one transaction, or no file at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from eventdesk.badges.stock import put_picture_data
from eventdesk.cafe import records as cafe
from eventdesk.cafe.round import CafeRound
from eventdesk.checkin import records as checkin
from eventdesk.codes import Fault
from eventdesk.desk import create_event
from eventdesk.errors import KnownError
from eventdesk.event import Clock, Event, Transaction, system_clock
from eventdesk.eventfolder import backgrounds, pictures
from eventdesk.eventfolder.content import Content
from eventdesk.eventfolder.outline import WEIGHTS
from eventdesk.eventfolder.reading import EventSource, read_source
from eventdesk.fair import records as fair
from eventdesk.fair.floor.records import insert_part, insert_picture
from eventdesk.panels import records as panels
from eventdesk.people import records as people
from eventdesk.people.importing.apply import insert_people
from eventdesk.people.importing.drafts import Drafts
from eventdesk.people.importing.plan import plan_import
from eventdesk.reports.brochure.texts import Texts, put_texts
from eventdesk.store import settings
from eventdesk.store.access import new_id
from eventdesk.tables.problems import TableProblem, TableRemark
from eventdesk.tables.table import Tables

_EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Created:
    """What came of it. Without an `event` nothing was made, because of the `problems`.

    `counts` are those of the new file, under the names that the command line gives them.
    """

    event: Event | None
    problems: tuple[TableProblem, ...] = ()
    remarks: tuple[TableRemark, ...] = ()
    ignored: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)

    def opened(self) -> Event:
        """Return the event. Raises KnownError with BAD_CELLS if wrong cells kept it from being made."""
        if self.event is None:
            first = self.problems[0]
            raise KnownError(Fault.BAD_CELLS, path=first.file, line=str(first.line), problems=str(len(self.problems)))
        return self.event


def create_from(
    file: Path, source: Path, *, good_rows: bool = False, clock: Clock = system_clock, desk: str = "", actor: str = ""
) -> Created:
    """Make an event file from an event folder or workbook and open it.

    With wrong cells nothing is made, unless `good_rows` are wanted. Raises KnownError as read_source and create_event.
    """
    if file.exists():
        raise KnownError(Fault.FILE_EXISTS, path=str(file))
    read = read_source(source, good_rows=good_rows)
    if read.problems and not good_rows:
        return Created(None, read.problems, read.remarks, read.ignored)
    details = replace(read.about.details, title=read.about.details.title or source.stem)
    remarks: list[TableRemark] = []

    laid, of_backgrounds = backgrounds.found(source, read)
    remarks.extend(of_backgrounds)
    of_projects, of_pictures = pictures.found(source, read)
    remarks.extend(of_pictures)

    def fill(tx: Transaction) -> None:
        _write(tx, read)
        for picture, body in laid:
            insert_picture(tx, picture, body)
        for name, data in of_projects.items():
            put_picture_data(tx, name, data)
        if read.people is not None:
            remarks.extend(_write_people(tx, read.people))

    event = create_event(file, details=details, fill=fill, desk=desk, actor=actor, clock=clock)
    every_remark = tuple(dict.fromkeys((*read.remarks, *remarks)))
    return Created(event, read.problems, every_remark, read.ignored, _counts(event))


def _write(tx: Transaction, read: EventSource) -> None:
    content = read.content
    for point in read.about.points:
        checkin.insert_point(tx, point)
    for key, weight in read.about.weights.items():
        settings.put(tx, f"{WEIGHTS}.{key}", str(weight))
    put_texts(tx, Texts(**read.about.brochure))
    for key, text in read.about.extra.items():
        settings.put(tx, f"{_EXTRA}.{key}", text)
    _write_fair(tx, content)
    for slot in content.slots:
        panels.insert_slot(tx, slot)
    for room in content.rooms:
        panels.insert_room(tx, room)
    for session in content.sessions:
        panels.insert_session(tx, session)
    for table in content.tables:
        cafe.insert_table(tx, table)
    for number, wanted in enumerate(content.rounds, 1):
        cafe.insert_round(tx, CafeRound(new_id(), number, wanted.minutes, wanted.question, wanted.starts))


def _write_fair(tx: Transaction, content: Content) -> None:
    """Write the fair; where several would stand on one booth, the first does."""
    for hall in content.halls:
        fair.insert_hall(tx, hall)
    for part in content.parts:
        insert_part(tx, part)
    for booth in content.booths:
        fair.insert_booth(tx, booth)
    for exhibitor in content.exhibitors:
        fair.insert_exhibitor(tx, exhibitor)
    taken: set[int] = set()
    for exhibitor_id, booths in content.stands.items():
        for booth_id in (each for each in booths if each not in taken):
            fair.insert_stand(tx, exhibitor_id, booth_id)
        taken.update(booths)


def _write_people(tx: Transaction, drafts: Drafts) -> Sequence[TableRemark]:
    """Write the people as an import would, which takes two rows about the same person for one."""
    tables = Tables(drafts.table.file, (drafts.table,))
    plan = plan_import(tx, tables, drafts.preset)
    insert_people(tx, plan.drafts, plan.new_rows)
    return plan.remarks


def _counts(event: Event) -> dict[str, int]:
    counts = {"people": people.count(event.db)}
    return counts | fair.counts(event.db) | panels.counts(event.db) | cafe.counts(event.db)
