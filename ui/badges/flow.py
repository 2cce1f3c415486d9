"""What happens on the page of the badges. Knows no widget; the only part of the page that calls actions."""

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from eventdesk.badges import actions, actions_desk, print_log, records, stock
from eventdesk.badges.badge import BadgeData, BadgeReport
from eventdesk.badges.boxes import Spot, cut, spots
from eventdesk.badges.choice import Changed, Order
from eventdesk.badges.choosing import Choosing, choosing
from eventdesk.badges.design.examples import Examples, Search
from eventdesk.badges.design.template import Template
from eventdesk.badges.digest import digests
from eventdesk.badges.print_log import LogPage, LogValues, LookedAt
from eventdesk.badges.printers.spooler import Sides
from eventdesk.badges.records import BadgeCounts, LogFilter, LogPlace, Print
from eventdesk.badges.sheets import sheet_file
from eventdesk.badges.sheets.sheet import Duplex, Placing, Sheet
from eventdesk.badges.snapshot import Where
from eventdesk.badges.stock import Album, Chosen, Design
from eventdesk.codes import PrintReason
from eventdesk.drawing.about import About
from eventdesk.errors import KnownError
from eventdesk.event import Event, Undone, UndoRefused
from eventdesk.guide import badge_guide
from eventdesk.people import actions as people_actions
from eventdesk.people import records as people_records
from eventdesk.people.listing import Facet, Roll
from eventdesk.people.listing import Part as Listed
from eventdesk.people.person import Person
from eventdesk.people.rolebook import RoleBook, role_book
from eventdesk.people.search import search
from eventdesk.words import Words
from ui.badges.wish import NARROWING, Wish
from ui.bench import Bench
from ui.printing import Occasion, Printing
from ui.turns import leave_alone
from ui.work import Part, Task

STEP = 40
"""So many badges are taken out of the file at once: a few milliseconds."""
MANY = 100 * STEP
"""So many people are taken out of the sight of the collector of cycles, which would look through them in vain."""
LOOKED_AT = 3000
"""So many people are looked at for the examples of the gallery."""
MOST_FOUND = 30
__all__ = ["BadgeCounts", "BadgesFlow", "Batch", "Chosen", "LogFilter", "LogPlace", "Print", "Written"]


@dataclass(frozen=True)
class Batch:
    """Badges taken out of the file, with all that is needed to make a PDF of them."""

    badges: tuple[BadgeData, ...]
    design: Design
    about: About
    spots: Mapping[int, Spot]


@dataclass(frozen=True)
class Written:
    """A PDF with badges: where it lies, what came out, and what is to be noted when they are printed."""

    path: Path
    report: BadgeReport
    people: tuple[int, ...]
    template: str
    digests: Mapping[int, str]
    spots: Mapping[int, Spot]


class BadgesFlow:
    """The badges of one event, as one desk prepares them."""

    def __init__(self, event: Event, printing: Printing) -> None:
        """Prepare badges of `event`."""
        self.event, self.printing = event, printing
        self._values: Mapping[Facet, Mapping[str, int]] = {}
        self.bench = Bench()
        self.wish = Wish()
        self.people: list[Person] = []
        self.spots: Mapping[int, Spot] = {}
        self.chosen = stock.chosen(event)
        self._own: list[str] = []
        self._guide: Where | None = None
        self._album = Album({})

    @property
    def closed(self) -> KnownError | None:
        """Why nothing can be changed in this file, if that is so."""
        return self.event.closed

    def close(self) -> None:
        """Have done with everything: the file is about to be closed."""
        self.bench.close()

    # ---- what there is

    def roles(self) -> RoleBook:
        """Return what roles are called here."""
        return role_book(self.event.db)

    def anybody(self) -> bool:
        """Say whether anybody is on the list."""
        return people_records.anybody(self.event.db)

    def tallying(self) -> Generator[Part, None, BadgeCounts]:
        """Count what is printed and handed out, piece by piece."""
        counts = BadgeCounts(0, 0, 0, 0, 0)
        for counts in records.counting(self.event.db):
            yield Part(counts.expected)
        return counts

    def templates(self) -> list[Template]:
        """Return the templates to choose from; one that is wrong is left to its editor."""
        found = (stock.reading_of(self.event, name).template for name in stock.templates_of(self.event))
        return [template for template in found if template is not None]

    def sheets(self) -> dict[str, Sheet]:
        """Return the sheets to choose from."""
        return stock.sheets_of(self.event)

    def own_sheet(self, name: str) -> bool:
        """Say whether a sheet was defined at this event."""
        return name in self.sheets() and name not in sheet_file.known()

    # ---- the design

    @property
    def template(self) -> Template:
        """The chosen template."""
        return stock.template_of(self.event, self.chosen.template)

    @property
    def sheet(self) -> Sheet | None:
        """The chosen sheet; None for pages of the size of the badge."""
        return self.sheets().get(self.chosen.sheet)

    @property
    def design(self) -> Design:
        """How badges are made now. What is moved for a printer is done by the queue before that printer."""
        sheet = self.sheet
        placing = None
        if sheet is not None:
            start = self.chosen.start if self.chosen.start <= sheet.capacity else 1
            placing = Placing(sheet, start, self.chosen.duplex)
        return Design(self.template, self._pictures(), placing)

    def _pictures(self) -> Album:
        """Return the pictures of the event; they are read where badges are drawn, and once only."""
        files = stock.picture_files(self.event)
        if files != self._album.files:
            self._album = Album(files)
        return self._album

    @property
    def printed_sides(self) -> Sides:
        """How a printer has to turn the paper."""
        template, sheet = self.template, self.sheet
        if not template.back or (sheet is not None and self.chosen.duplex is Duplex.NONE):
            return Sides.ONE
        if sheet is None:
            return Sides.LONG_EDGE if template.height >= template.width else Sides.SHORT_EDGE
        return Sides.LONG_EDGE if self.chosen.duplex is Duplex.LONG else Sides.SHORT_EDGE

    def choose_design(self, wanted: Chosen) -> None:
        """Make badges so from now on. A file that can only be looked at keeps it for this desk."""
        self.chosen = wanted
        if self.closed is None:
            self._did(stock.choose_design(self.event, wanted))

    def reload_design(self) -> bool:
        """Take over what is stored, for another page or an undo may have changed it; says whether it differs."""
        stored = stock.chosen(self.event)
        if self.closed is not None or stored == self.chosen:
            return False
        self.chosen = stored
        return True

    def save_sheet(self, sheet: Sheet) -> None:
        """Keep a sheet of one's own and choose it. Raises `WrongTemplateError` or KnownError."""
        self._did(stock.save_sheet(self.event, sheet))
        self.choose_design(replace(self.chosen, sheet=sheet.name, start=1))

    def remove_sheet(self, name: str) -> None:
        """Forget a sheet of one's own."""
        self._did(stock.remove_sheet(self.event, name))
        self.choose_design(replace(self.chosen, sheet="", start=1))

    # ---- whose

    def values(self, facet: Facet) -> Mapping[str, int]:
        """Return what people can be chosen by, with numbers of people, as `counting` found it last."""
        return self._values.get(facet, {})

    def counting(self) -> Generator[Listed, None, None]:
        """Find out what people can be chosen by, piece by piece."""
        roll = Roll()
        yield from roll.filling(self.event.db)
        self._values = {facet: roll.values(facet) for facet in NARROWING}

    def renew(self) -> None:
        """Know that places, sessions or people have changed."""
        self._guide = None

    def finding(self) -> Generator[Choosing, None, list[Person]]:
        """Find whose badges are wanted, piece by piece."""
        where = self._where()
        return considerate(choosing(self.event, self.wish.choice, self.wish.order, where=where, template=self.template))

    def finding_changed(self) -> Generator[Choosing, None, list[Person]]:
        """Find whose badge has changed since it was printed, piece by piece."""
        return considerate(choosing(self.event, Changed(), Order.NAME, where=self._where(), template=self.template))

    def boxing(self) -> Callable[[], Mapping[int, Spot]]:
        """Return the work of putting the chosen badges into boxes, which needs no file."""
        return partial(boxed, list(self.people), self.chosen.boxes, sorted_by_name=self.wish.order is Order.NAME)

    def examples(self) -> Examples:
        """Return people on whom templates are tried: some of the chosen ones, or invented ones."""
        looking = Search()
        for person in self.people[:LOOKED_AT]:
            looking.look_at(person)
        return looking.found()

    def badges(self, people: Sequence[Person]) -> list[BadgeData]:
        """Return what stands on the badges of a few people."""
        return actions.snapshot(self.event, people, self._where(), self.spots)

    def _where(self) -> Where:
        if self._guide is None:
            self._guide = badge_guide(self.event, Words(self.event.details.language))
        return self._guide

    # ---- making

    def gathering(self, people: Sequence[Person]) -> Generator[Part, None, Batch]:
        """Take the badges of people out of the file, piece by piece."""
        found: list[BadgeData] = []
        design, about = self.design, actions.about(self.event)
        for start in range(0, len(people), STEP):
            found += self.badges(people[start : start + STEP])
            if not len(found) % MANY:
                leave_alone()
            yield Part(len(found), len(people))
        return Batch(
            tuple(found),
            design,
            about,
            {person.id: self.spots[person.id] for person in people if person.id in self.spots},
        )

    def note(self, written: Written, printer: str, reason: str) -> None:
        """Note that what was written is printed."""
        there = {person.id for person in people_records.people(self.event.db, written.people)}
        ids = [person for person in written.people if person in there]
        actions.mark_printed(
            self.event, ids, printer, reason, template=written.template, digests=written.digests, spots=written.spots
        )

    def print_batch(self, written: Written, title: str) -> None:
        """Hand what was written to the queue before the printer, which notes it when it came out."""
        nowhere = Spot("", 0)
        spots = ((person, written.spots.get(person, nowhere)) for person in written.people)
        shown = tuple((person, written.digests[person], spot.box, spot.number) for person, spot in spots)
        self.printing.print_pages(
            written.path, title, self.event, written.people, self.printed_sides, template=written.template, shown=shown
        )

    # ---- one person

    def person(self, number: int) -> Person | None:
        """Look up a person."""
        return people_records.person(self.event.db, number)

    def correct(self, person: int, name: str, text: str) -> None:
        """Write one field of a person anew: one entry in the journal. Raises KnownError without a name."""
        self._did(people_actions.edit(self.event, person, **{name: text}).eid)

    def print_again(self, person: Person, reason: str) -> None:
        """Print one badge once more."""
        self.printing.print_badge(self.event, person, Occasion.BY_HAND, reason)

    def replace_badge(self, person: int) -> Person:
        """Give a person who lost a badge a new code; the old one is refused from now on."""
        done = actions_desk.replace_badge(self.event, person, PrintReason.LOST.value)
        self._did(done.eid)
        return done.person

    # ---- the log

    def log(
        self, words: str, wanted: LogFilter, limit: int, below: LogPlace | None
    ) -> Generator[LookedAt, None, LogPage]:
        """Find prints of whoever is found by words, the newest first, piece by piece."""
        if words:
            hits = search(self.event.db, words, MOST_FOUND)
            wanted = replace(wanted, people=tuple(hit.person for hit in hits if hit.exact))
        return print_log.page(self.event.db, wanted, limit, below=below)

    def log_values(self) -> Generator[LookedAt, None, tuple[LogValues, frozenset[date]]]:
        """Find out what prints can be told apart by, and on which days there were any."""
        found = yield from print_log.values(self.event.db)
        hours = (datetime.fromisoformat(f"{hour}:00:00+00:00") for hour in found.hours)
        return found, frozenset(self.local(hour).date() for hour in hours)

    def local(self, at: datetime) -> datetime:
        """Return a moment in the zone of the event."""
        return at.astimezone(self.event.zone)

    # ---- undoing

    def undo(self) -> Undone | UndoRefused | None:
        """Take back what was done last on this page; None if there is nothing."""
        if not self._own:
            return None
        answer = self.event.undo(self._own[-1])
        self._own.pop()
        return answer

    def _did(self, eid: str | None) -> None:
        if eid:
            self._own.append(eid)


def considerate(steps: Generator[Choosing, None, list[Person]]) -> Generator[Choosing, None, list[Person]]:
    """Do the same; what is found in a long list does not hold up anybody who types meanwhile."""
    noted = 0
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            people: list[Person] = end.value
            return people
        if step.done - noted >= MANY:
            noted = step.done
            leave_alone()
        yield step


def boxed(people: list[Person], most: int, *, sorted_by_name: bool) -> Mapping[int, Spot]:
    """Return in which box each badge lies; nowhere if nobody wants boxes."""
    if not most:
        return {}
    if not sorted_by_name:
        from eventdesk.people.sorting import sort_key

        people = sorted(people, key=lambda person: (sort_key(person.list_name), person.code))
    return spots(cut(people, most))


def writing(batch: Batch, path: Path | None = None) -> Callable[[Task], Written]:
    """Return the work of writing badges to a file; without a path to one of ours, which whoever prints it deletes."""

    def work(task: Task) -> Written:
        from eventdesk.badges.pdf import badge_pdf
        from eventdesk.drawing.kit import Kit

        total = len(batch.badges)
        design = batch.design
        target = path or Path(mkdtemp(prefix="eventdesk-")) / "badges.pdf"
        with nullcontext(path) if path else target.open("wb") as out:  # what is printed is noted as that, not as a file
            report = badge_pdf(
                batch.badges,
                out,
                Kit(),
                template=design.template,
                placing=design.placing,
                pictures=design.pictures,
                about=batch.about,
                progress=lambda done: task.tell(done, total),
            )
        ids = tuple(badge.person for badge in batch.badges)
        made = digests(batch.badges, design.template)
        return Written(target, report, ids, design.template.name, made, batch.spots)

    return work
