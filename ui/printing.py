"""What this desk prints: whose badge, where, and what becomes of it. Pages are made beside the window."""

from collections.abc import Callable, Sequence
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from eventdesk.badges import records
from eventdesk.badges.printers.frame import Paper, frame_pdf
from eventdesk.badges.printers.queue import STUCK, Item, Shown, Stage
from eventdesk.badges.printers.spooler import Sides
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Changes, Event
from eventdesk.guide import badge_guide
from eventdesk.people.person import Person
from eventdesk.words import Words
from ui import print_places
from ui.jobs import Err, Jobs, Ok
from ui.preferences import Preferences
from ui.print_places import FEW_LABELS, SYSTEM, Choice, Places
from ui.print_runner import PrintRunner
from ui.print_state import STEPS, Occasion, PrintState, Step, is_one_badge
from ui.print_store import PrintStore
from ui.print_words import no_printer, sentence

if TYPE_CHECKING:
    from eventdesk.badges.badge import BadgeReport
    from eventdesk.drawing.kit import Kit

__all__ = ["Occasion", "PrintState", "Printing", "Step", "no_printer", "sentence"]

WARM_AFTER_MS = 1500
Where = Callable[[Person], Sequence[str]]
Made = tuple[str, tuple[float, float], int, bool]
"""Where a PDF lies, how large its pages are, how many, and whether one is hard to read."""


class Printing(QObject):
    """Knows the printers of this desk and the queue before them, and tells how each badge is doing."""

    told = Signal(PrintState)
    failed = Signal(KnownError)
    printers_found = Signal()
    changed = Signal()

    def __init__(self, preferences: Preferences, jobs: Jobs) -> None:
        super().__init__()
        self._preferences, self._jobs = preferences, jobs
        self.places = Places(preferences)
        store = PrintStore.of_desk(preferences.folder, preferences.documents() / "print-later")
        self.runner = runner = PrintRunner(self.places, store)
        runner.changed.connect(self.changed)
        runner.failed.connect(self.failed)
        runner.told.connect(self._tell)
        runner.advanced.connect(self._tell_those_who_wait)
        runner.out.connect(self._on_out)
        runner.unmade.connect(self._make_again)
        self._event: Event | None = None
        self._under_way: set[str] = set()
        self._said: dict[str, tuple[int, str]] = {}
        self._kit: Kit | None = None
        self._system_printers: list[str] | None = None

    # ---- what is chosen

    @property
    def ready(self) -> bool:
        """Whether a printer is chosen."""
        return bool(self.places.chosen)

    @property
    def on_walk_in(self) -> bool:
        """Whether the badge of a walk-in is printed at once."""
        return self._preferences.print_policy != "never" and self.ready

    def wants_badge(self, person: Person) -> bool:
        """Say whether the badge of a person who was just checked in is to be printed now."""
        policy = self._preferences.print_policy
        if policy != "once" or not self.ready or self._event is None:
            return policy == "always" and self.ready
        waits = any(person.id in item.people for item in self.runner.queue)
        return not waits and not records.printed(self._event.db, [person.id])

    def choose(self, place: str) -> None:
        """Let badges go there from now on."""
        self.places.choose(place)
        self.renew(place)

    def renew(self, place: str) -> None:
        """Know a printer anew: it is set up in another way."""
        self.runner.renew(place)
        self.changed.emit()

    def news(self) -> KnownError | None:
        """Return what went wrong before anybody was there to be told, once."""
        news, self.runner.store.damaged = self.runner.store.damaged, None
        return news

    def find_printers(self, *, again: bool = False) -> None:
        """Look for the system's printers, once; `printers_found` tells when it is done."""
        if self._system_printers is None or again:
            self._system_printers = self._system_printers or []
            self.runner.line("looking").run(print_places.system_printers, self._found)

    def others(self, place: str = "") -> list[str]:
        """Return where badges can go, but for one place."""
        system = [f"{SYSTEM}{name}" for name in self._system_printers or ()]
        known = dict.fromkeys([self.places.chosen, *system, *self.places.remembered()])
        return [each for each in known if each and each != place]

    def choices(self, words: Words) -> list[Choice]:
        """Return where badges can go."""
        nowhere = Choice("", words.t("Nowhere: do not print"))
        return [nowhere, *(Choice(value, print_places.described(words, value)) for value in self.others())]

    @property
    def stuck(self) -> int:
        """How many things need somebody."""
        return sum(item.stage in STUCK for item in self.runner.queue)

    def state(self, words: Words) -> str:
        """Return what the footer says."""
        if not self.ready:
            return words.t("No printer chosen")
        place, stuck = print_places.described(words, self.places.chosen), self.stuck
        needing = words.n("one needs you", "{count} need you", stuck)
        return f"{place} · {needing}" if stuck else place

    # ---- printing

    def serve(self, event: Event | None) -> None:
        """Print for this event from now on, and note in it what came out while it was not open."""
        self._event = event
        if event is None:
            return
        for item in self.runner.queue:
            if item.stage is Stage.DONE and item.event == event.event_id:
                self._note(item)
            elif item.stage is Stage.MAKING and item.event in ("", event.event_id):
                self._make_again(item.id)
        if self.ready:
            QTimer.singleShot(WARM_AFTER_MS, self, self._warm)
        self.runner.go_on()

    def follow(self, changes: Changes) -> None:
        """Note what could not be noted before. Print no badge of somebody who was taken back: its code is nobody's."""
        from eventdesk.people import records as people

        if any(item.stage is Stage.DONE for item in self.runner.queue):
            QTimer.singleShot(0, self, self._note_the_rest)
        event, touched = self._event, changes.ids.get("person", frozenset())
        if event is None or not touched:
            return
        alone = (item for item in self.runner.queue if item.event == event.event_id and is_one_badge(item))
        whose = {item.id: item.people[0] for item in alone}
        asked = touched.intersection(whose.values())
        gone = asked - {person.id for person in people.people(event.db, sorted(asked))}
        if gone:
            self.runner.cancel([item for item, person in whose.items() if person in gone])

    def print_badge(self, event: Event, person: Person, occasion: Occasion, reason: str = "") -> None:
        """Print the badge of a person, in the language of the event. `told` says how it goes, `failed` what failed.

        `reason`: why it is printed again.
        """
        place = self.places.chosen
        if not place:
            return
        item = Item(token_hex(8), person.name, place, event.event_id, (person.id,), occasion.value, reason=reason)
        self.runner.add(item)
        self._make(item, event)

    def print_pages(
        self,
        pdf: Path,
        title: str,
        event: Event | None = None,
        people: Sequence[int] = (),
        sides: Sides = Sides.ONE,
        *,
        template: str = "",
        shown: Shown = (),
    ) -> None:
        """Print a PDF of any pages on the chosen printer; its prints are noted for these people.

        `template` is the one they were made with, `shown` what stands on each badge and where it goes. The file may be
        deleted afterwards. Raises `KnownError` DISK_FULL or CANNOT_WRITE.
        """
        place = self.places.chosen
        if not place:
            return
        whose = event.event_id if event is not None else ""
        copy = self.runner.store.pages.submit(pdf, title, (0, 0)).id
        item = Item(
            token_hex(8),
            title,
            place,
            whose,
            tuple(people),
            Occasion.BATCH.value,
            sides=sides,
            template=template,
            shown=shown,
        )
        self.runner.add(item)
        self._run(item.id, lambda: self._measured(copy))

    def print_frame(self, paper: Paper, words: Words) -> None:
        """Print the frame that people measure."""
        place = self.places.chosen
        item = Item(token_hex(8), words.t("Test frame"), place)
        kit, pages, name = self._made_kit(), self.runner.store.pages, print_places.name_of(place)
        self.runner.add(item)

        def make() -> Made:
            with TemporaryDirectory(prefix="eventdesk-") as folder:
                path = Path(folder) / "frame.pdf"
                size = frame_pdf(path, kit, words, paper, name)
                return self._measured(pages.submit(path, item.title, size).id)

        self._run(item.id, make)

    # ---- at the end

    def idle(self) -> bool:
        """Say whether nothing is under way: what waits, waits for a person."""
        return self._jobs.idle() and self.runner.idle()

    def forget(self, event: str) -> None:
        """Print nothing more of the event with this id, and delete its pages: its people are gone."""
        self.runner.cancel([item.id for item in self.runner.queue if item.event == event])

    def stop(self) -> None:
        """Wait for what is being handed over, and keep the rest on the disk."""
        self.runner.stop()

    # ---- making

    def _make(self, item: Item, event: Event) -> None:
        from eventdesk.badges import actions, stock
        from eventdesk.badges.digest import digest
        from eventdesk.people import records as people

        found = people.people(event.db, item.people)
        if not found:
            self.runner.take_out(item.id)
            return
        (badge,) = actions.snapshot(event, found[:1], badge_guide(event, Words(event.details.language), many=False))
        template = stock.template_of(event)
        files, about = stock.picture_files(event, template), actions.about(event)
        kit, pages = self._made_kit(), self.runner.store.pages
        self.runner.shows(item.id, template.name, ((badge.person, digest(badge, template), "", 0),))

        def make() -> Made:
            pictures = stock.read_pictures(files)
            job, report = actions.send(badge, pages, kit, template=template, pictures=pictures, about=about)
            return self._measured(job.id, report)

        self._run(item.id, make)

    def _run(self, item_id: str, make: Callable[[], Made]) -> None:
        self._under_way.add(item_id)
        self._jobs.run(make, lambda result: self._on_made(item_id, result))

    def _make_again(self, item_id: str) -> None:
        item = self.runner.queue.get(item_id)
        if item is None or item_id in self._under_way:
            return
        if not is_one_badge(item):  # whoever made it has it still
            self.runner.take_out(item_id)
        elif self._event is not None and item.event == self._event.event_id:
            self._make(item, self._event)

    def _measured(self, name: str, report: "BadgeReport | None" = None) -> Made:
        from eventdesk.badges.printers.raster import page_sizes

        file = self.runner.store.page(name)
        sizes = page_sizes(Path(file))
        small = report is not None and bool(report.overflow or report.missing_glyphs)
        return file, (round(sizes[0][0], 2), round(sizes[0][1], 2)), len(sizes), small

    def _on_made(self, item_id: str, result: Ok[Made] | Err) -> None:
        self._under_way.discard(item_id)
        if isinstance(result, Err):
            self.runner.fail(item_id, result.error)
        else:
            file, size, pages, small = result.value
            self.runner.made(item_id, file, size, pages, small=small)

    def _made_kit(self) -> "Kit":
        if self._kit is None:
            from eventdesk.drawing.kit import Kit

            self._kit = Kit()
        return self._kit

    def _warm(self) -> None:
        self._jobs.run(self._made_kit().warm, lambda _result: None)

    # ---- what became of it

    def _on_out(self, item_id: str) -> None:
        item = self.runner.queue.get(item_id)
        if item is None:
            return
        left = self.places.count_down(item.printer, item.pages)
        if len(item.people) == 1:
            few = left if left is not None and left <= FEW_LABELS else None
            name = print_places.name_of(item.printer)
            self.told.emit(PrintState(item.people[0], Step.DONE, name, small=item.small, left=few))
        self._note(item)

    def _note(self, item: Item) -> None:
        """Note a print in its event; if that is not open, as soon as it is."""
        if item.people and item.event:
            if self._event is None or self._event.event_id != item.event:
                return
            try:
                self._mark(self._event, item)
            except KnownError as error:
                if error.fault is Fault.DISK_FULL:  # with the next step that is saved there is room for this, too
                    self.failed.emit(KnownError(Fault.PRINT_NOT_NOTED))
                    return
                self.failed.emit(error)
        self.runner.take_out(item.id)

    def _note_the_rest(self) -> None:
        for item in self.runner.queue:
            if item.stage is Stage.DONE:
                self._note(item)

    def _mark(self, event: Event, item: Item) -> None:
        from eventdesk.badges import actions
        from eventdesk.badges.boxes import Spot
        from eventdesk.people import records as people

        there = [person.id for person in people.people(event.db, item.people)]
        actions.mark_printed(
            event,
            there,
            print_places.name_of(item.printer),
            item.reason or item.occasion,
            template=item.template,
            digests={person: digest for person, digest, _, _ in item.shown},
            spots={person: Spot(box, number) for person, _, box, number in item.shown if box},
            handed_out=item.occasion != Occasion.BATCH,
        )

    def _tell(self, item_id: str) -> None:
        item = self.runner.queue.get(item_id)
        if item is None or len(item.people) != 1:
            return
        step, name = STEPS.get(item.stage), print_places.name_of(item.printer)
        error, ahead = item.error, 0
        if step is Step.QUEUED:
            error, ahead = self.runner.queue.blocked(item.printer), len(self.runner.queue.ahead(item_id))
        if step is not None:
            self.told.emit(PrintState(item.people[0], step, name, error, item.small, ahead))

    def _tell_those_who_wait(self) -> None:
        """Tell those who wait how many come before them, if that is new to them: thousands may wait."""
        before, self._said = self._said, {}
        for item, ahead, error in self.runner.queue.lines():
            said = self._said[item.id] = ahead, "" if error is None else f"{error.fault} {error.details}"
            if before.get(item.id) != said and len(item.people) == 1:
                name = print_places.name_of(item.printer)
                self.told.emit(PrintState(item.people[0], Step.QUEUED, name, error, item.small, ahead))

    def _found(self, result: Ok[list[str]] | Err) -> None:
        self._system_printers = result.value if isinstance(result, Ok) else []
        self.printers_found.emit()
