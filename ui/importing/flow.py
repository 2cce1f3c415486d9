"""What happens on the import page. Knows no widget; lives as long as the event is open, through all looks."""

from collections.abc import Callable, Generator, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from eventdesk import audit
from eventdesk.codes import Holding, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event, Undone, UndoRefused, UndoStep, UndoStopped
from eventdesk.people import records
from eventdesk.people.importing import (
    Field,
    ImportPlan,
    Preset,
    Snapshot,
    Written,
    apply_in_steps,
    load_mapping,
    plan_against,
    save_mapping,
    snapshot_in_steps,
)
from eventdesk.people.importing import Stopped as Halt
from eventdesk.people.importing.merging import PlannedChange
from eventdesk.people.rolebook import RoleBook, role_book
from eventdesk.store.belt import Taken
from eventdesk.tables import sentences
from eventdesk.tables.reading import read_tables
from eventdesk.tables.table import Table, Tables
from eventdesk.tables.writing import write_table
from eventdesk.words import Words
from ui.importing.keeping import KeptMappings
from ui.importing.listing import Listing
from ui.importing.state import Asked, ChangedField, Deed, End, Outcome, Step
from ui.jobs import Err, Ok
from ui.turns import considerately
from ui.work import Part, Stopped, Task, Work

Answer = Ok[Any] | Err | Stopped


class ImportFlow(QObject):
    """One list on its way into one event. `changed`: look at everything again; `moved`: only the progress is new."""

    changed = Signal()
    moved = Signal()

    def __init__(
        self,
        event: Event,
        work: Work,
        words: Words,
        kept: KeptMappings,
        before: Callable[[], Iterable[Taken]] = tuple,
    ) -> None:
        """`before` anything is written, the file is read for a backup."""
        super().__init__()
        self._before = before
        self._event, self._work, self._words = event, work, words
        self.listing = Listing(kept)
        self.step = Step.FILE
        self.asked: Asked | None = None
        self.plan: ImportPlan | None = None
        self.written: Written | None = None
        self.outcome: Outcome | None = None
        self.fault: KnownError | None = None
        self.deed: Deed | None = None
        self.task: Task | None = None

    def speak(self, words: Words) -> None:
        """Speak another language from now on."""
        self._words = words

    def close(self) -> None:
        """Let go of the list; nothing is under way any more."""
        self._end()
        self._let_go()

    @property
    def closed(self) -> KnownError | None:
        """Why nothing can be imported into this file, if that is so."""
        return self._event.closed

    @property
    def book(self) -> RoleBook:
        """What roles are called and how they are coloured here."""
        return role_book(self._event.db)

    @property
    def writes(self) -> bool:
        """Whether people are being written, or taken back, just now."""
        return self.deed in (Deed.WRITING, Deed.TAKING_BACK)

    def can_go(self, step: Step) -> bool:
        """Say whether a step can be looked at now."""
        if step is Step.DONE:
            return self.writes or self.outcome is not None
        if self.writes:
            return False
        ready = self.listing.there and self.deed is not Deed.READING
        return step is Step.FILE or (ready and (step is Step.COLUMNS or self.listing.has_names))

    def go(self, step: Step) -> None:
        """Look at a step; the list is compared with the file when it is to be checked."""
        if not self.can_go(step):
            return
        self.step, self.fault = step, None
        tables, sheet = self.listing.tables, self.listing.sheet
        to_compare = step is Step.CHECK and self.plan is None and self.deed is not Deed.COMPARING
        if to_compare and tables is not None and sheet is not None:
            self._look(tables, sheet)
        self.changed.emit()

    def check_again(self) -> None:
        """Compare the list with the file anew."""
        self.plan = None
        self.go(Step.CHECK)

    # ---- the file

    def begin(self, path: Path) -> bool:
        """Take another list. Returns False if that cannot be: one is being written, or the event is only looked at."""
        if self.writes or self.closed is not None:
            return False
        self._let_go()
        self.outcome = self.written = None
        self._read(Asked(path))
        return True

    def start_over(self) -> None:
        """Go back to the empty first step."""
        if not self.writes:
            self._halt()
            self._let_go()
            self.asked = self.outcome = self.written = self.fault = None
            self.step = Step.FILE
            self.changed.emit()

    def read_as(self, *, encoding: str | None = None, delimiter: str | None = None) -> None:
        """Read the file again with other letters or another separator; empty: as found, None: as before."""
        if self.asked is None or self.writes:
            return
        wanted = self.asked if encoding is None else replace(self.asked, encoding=encoding)
        wanted = wanted if delimiter is None else replace(wanted, delimiter=delimiter)
        if wanted != self.asked:
            self._read(wanted)

    def choose_sheet(self, number: int) -> None:
        """Take another sheet of the workbook."""
        tables = self.listing.tables
        if tables is not None and self.listing.sheet is not tables.sheets[number]:
            self.listing.take_sheet(tables.sheets[number])
            self._mapped()

    # ---- the columns

    def choose_preset(self, preset: Preset) -> None:
        """Take the list as one of another program."""
        if self.listing.mapping is not None and self.listing.mapping.preset is not preset:
            self.listing.take_preset(preset)
            self._mapped()

    def mean(self, column: int, field: Field) -> None:
        """Say what one column means."""
        listing = self.listing
        if listing.mapping is not None and listing.meanings()[column] is not field:
            listing.take_mapping(listing.mapping.corrected(listing.header[column], field))
            self._mapped()

    def take_contacts(self, *, wanted: bool) -> None:
        """Take e-mail addresses and telephone numbers of the list over, or leave them out."""
        if self.listing.takes_contacts is not wanted:
            self.listing.take_contacts(wanted=wanted)
            self._mapped()

    def mean_as_proposed(self) -> None:
        """Forget what was corrected, also for the next list with these columns."""
        self.listing.mean_as_proposed()
        self._mapped()

    def save_mapping(self, path: Path) -> None:
        """Write the meanings to a file. Raises KnownError."""
        if self.listing.mapping is not None:
            save_mapping(path, self.listing.mapping)

    def load_mapping(self, path: Path) -> None:
        """Take the meanings from a file. Raises KnownError."""
        self.listing.take_mapping(load_mapping(path))
        self._mapped()

    # ---- what would happen

    def fields_of(self, change: PlannedChange) -> list[ChangedField]:
        """Return before and after of each field that one person would get anew."""
        person = records.person(self._event.db, change.person_id)
        had: dict[str, Any] = {}
        if person is not None:
            had = dict(zip(records.COLUMNS, records.row_of(person), strict=True))
        extras = {} if person is None else person.extra
        own = [ChangedField(name, str(had.get(name, "")), text) for name, text in change.columns.items()]
        return own + [ChangedField(name, extras.get(name, ""), new, extra=True) for name, new in change.extras.items()]

    def save_problems(self, path: Path, header: tuple[str, str, str, str]) -> None:
        """Write all wrong cells to a table for whoever made the list. Raises KnownError."""
        problems = self.plan.problems if self.plan is not None else ()
        told = ((each, sentences.expectation(self._words, each.expected, each.args)) for each in problems)
        rows = ((str(each.line), each.column, each.value, wanted) for each, wanted in told)
        with audit.noting(self._event, "import"):
            write_table(path, header, rows, holding=Holding.ERRORS)

    # ---- doing it, and taking it back

    def take_in(self) -> None:
        """Write what was planned, of a list with wrong rows the good ones."""
        plan = self.plan
        if plan is None or self.deed is not None or self.closed is not None:
            return
        self.listing.remember()
        self.step, self.outcome, self.fault = Step.DONE, None, None
        self.written = begun = Written(0, 0, plan.added + plan.changed, None)
        title = self._words.t("Importing {file}", file=plan.tables.file)

        def ended(answer: Answer) -> None:
            self._end()
            self._conclude(plan, answer, self.written or begun)

        self._begin(Deed.WRITING, self._work.in_slices(title, self._writing(plan), ended))

    def undo(self) -> None:
        """Take back all that the import wrote."""
        outcome = self.outcome
        if outcome is None or not outcome.may_undo or self.deed is not None:
            return
        self.step, self.fault = Step.DONE, None
        title = self._words.t("Taking back {file}", file=outcome.file)

        def ended(answer: Answer) -> None:
            self._end()
            if isinstance(answer, Ok):
                self.outcome = replace(outcome, undo=answer.value)
            self._told(answer)

        self._begin(Deed.TAKING_BACK, self._work.in_slices(title, self._taking_back(outcome.eid), ended))

    def stop(self) -> None:
        """Stop what is under way; what is written stays as one whole."""
        if self.task is not None:
            self.task.stop()

    def look_again(self) -> None:
        """Notice that the import was taken back elsewhere."""
        eid = self.outcome.eid if self.outcome is not None and self.outcome.may_undo else None
        entry = self._event.entry(eid) if eid and not self.writes else None
        if self.outcome is not None and entry is not None and entry.undone:
            self.outcome = replace(self.outcome, end=End.UNDONE)
            self.changed.emit()

    # ---- inside

    def _read(self, asked: Asked) -> None:
        self._halt()
        self.asked, self.step, self.fault, self.plan = asked, Step.FILE, None, None
        path, encoding, delimiter = asked.path, asked.encoding or None, asked.delimiter or None

        def read(_task: Task) -> Tables:
            return considerately(lambda: read_tables(path, encoding=encoding, delimiter=delimiter))

        def ended(answer: Answer) -> None:
            if self.task is not task:
                return
            self._end()
            if isinstance(answer, Ok):
                self.listing.take(answer.value)
            else:
                self.listing.lose()
            self._told(answer)

        task = self._work.beside(self._words.t("Reading {file}", file=path.name), read, ended)
        self._begin(Deed.READING, task)

    def _mapped(self) -> None:
        """The columns mean something else: what was compared is worth nothing."""
        if self.deed is Deed.COMPARING:
            self._halt()
        self.plan = None
        self.changed.emit()

    def _look(self, tables: Tables, sheet: Table) -> None:
        """Look at everybody in the file, a few at a time, then compare them with one sheet of the list."""

        def looked(answer: Answer) -> None:
            if self.task is not task:
                return
            self._end()
            if isinstance(answer, Ok):
                self._compare(answer.value, replace(tables, sheets=(sheet,)))
            else:
                self.step = Step.COLUMNS
                self._told(answer)

        task = self._work.in_slices(self._words.t("Comparing with the people in the file"), self._looking(), looked)
        self._begin(Deed.COMPARING, task)

    def _compare(self, snapshot: Snapshot, tables: Tables) -> None:
        mapping = self.listing.mapping

        def compare(_task: Task) -> ImportPlan:
            return considerately(lambda: plan_against(snapshot, tables, mapping=mapping))

        def ended(answer: Answer) -> None:
            if self.task is not task:
                return
            self._end()
            if isinstance(answer, Ok):
                self.plan = answer.value
            else:
                self.step = Step.COLUMNS
            self._told(answer)

        task = self._work.beside(self._words.t("Comparing with the people in the file"), compare, ended)
        self._begin(Deed.COMPARING, task)

    def _looking(self) -> Generator[Part, None, Snapshot | None]:
        for step in snapshot_in_steps(self._event.db):
            yield Part(step.done, step.total)
        return step.snapshot

    def _writing(self, plan: ImportPlan) -> Generator[Part | Taken, None, None]:
        for taken in self._before():
            yield replace(taken, done=0, total=plan.added + plan.changed)
        for step in apply_in_steps(self._event, plan, good_rows=True):
            self.written = step
            yield Part(step.done + step.left, step.total)

    def _conclude(self, plan: ImportPlan, answer: Answer, written: Written) -> None:
        end = End.WHOLE
        if isinstance(answer, Stopped):
            end = End.STOPPED
        elif isinstance(answer, Err):
            end = End.FAILED
        elif written.stopped is not None:
            end = End.UNDONE if written.stopped is Halt.UNDONE else End.OUTDATED
        figures = (plan.tables.file, plan.added, plan.changed, plan.rejected)
        self.outcome, self.plan = Outcome(*figures, written, end), None
        self._told(answer)

    def _taking_back(self, eid: str | None) -> Generator[Part, None, Undone | UndoRefused | UndoStopped]:
        for step in self._event.undo_in_steps(eid):
            if not isinstance(step, UndoStep):
                return step
            yield Part(step.done, step.total)
        raise AssertionError(Op.UNDO)

    def _begin(self, deed: Deed, task: Task) -> None:
        self.deed, self.task = deed, task
        task.changed.connect(self.moved)
        self.changed.emit()

    def _told(self, answer: Answer) -> None:
        """Show what came of something; what nobody foresaw goes on to those who tell about it."""
        error = answer.error if isinstance(answer, Err) else None
        self.fault = error if isinstance(error, KnownError) else None
        self.changed.emit()
        if error is not None and self.fault is None:
            raise error

    def _end(self) -> None:
        self.deed = self.task = None

    def _halt(self) -> None:
        """Stop to read or to compare: what comes of it is not wanted any more."""
        if self.task is not None:
            self.task.stop()
        self._end()

    def _let_go(self) -> None:
        self.listing.clear()
        self.plan = None
