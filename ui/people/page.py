"""The people page: which key or button asks the flow for what, and what is shown of the answer."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from eventdesk.checkin.verdict import Accepted, Left
from eventdesk.codes import PrintReason
from eventdesk.errors import KnownError
from eventdesk.event import UndoRefused
from eventdesk.merging.choice import Take
from eventdesk.people.exporting import PeopleTable
from eventdesk.people.person import Person, Status
from eventdesk.words.faults import fault_sentence
from ui.actions import ActionId
from ui.bridge import Bridge
from ui.jobs import Err, Ok
from ui.look import Look
from ui.people import telling
from ui.people.flow import NEW, PeopleFlow
from ui.people.list_page import ListPage
from ui.preferences import Preferences
from ui.printing import no_printer
from ui.reprinting import printing_sentence, replaced_sentence
from ui.undoing import refusal
from ui.work import Stopped, Work

T = TypeVar("T")


class PeoplePage(ListPage):
    """What can be done with the people in the list."""

    import_asked = Signal()
    told = Signal(str)
    export_asked = Signal()
    badges_asked = Signal(object)
    about_asked = Signal(str)
    closed_deed_asked = Signal(object)

    def __init__(self, look: Look, flow: PeopleFlow, bridge: Bridge, preferences: Preferences, work: Work) -> None:
        super().__init__(look, flow, bridge, preferences)
        self._work = work
        self._wire()

    def take_focus(self) -> None:
        """Begin in the search field; where two people are compared, there."""
        if self.comparing():
            self.compare.merge.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.beside_shown():
            self.bar.search.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def field_for_letters(self) -> QLineEdit | None:
        """Return the search field, brought into view; none while two people are compared."""
        if self.comparing():
            return None
        if self.beside_shown():
            self.show_list()
        return self.bar.search.field

    def do(self, wanted: ActionId) -> bool:
        """Do what a key or a button asks for; returns whether this page knows it."""
        deeds: dict[ActionId, Callable[[], None]] = {
            ActionId.SEARCH: self._start_search,
            ActionId.ADD: self._add,
            ActionId.FILTER: lambda: self._turn_pane(self.filters),
            ActionId.COLUMNS: lambda: self._turn_pane(self.column_pane),
            ActionId.PRINT: self._print,
            ActionId.PRINT_THESE: self._ask_badges,
            ActionId.SAVE: self._save,
            ActionId.CHECK_IN_HERE: self._check_in,
            ActionId.COMPARE: self._compare,
            ActionId.EXPORT: self._export,
            ActionId.COPY: self.table.copy,
            ActionId.UNDO: self._undo,
            ActionId.IMPORT_LIST: self.import_asked.emit,
        }
        deed = deeds.get(wanted)
        if deed:
            deed()
        return deed is not None

    def _wire(self) -> None:
        self.bar.asked.connect(self.do)
        self.empty.import_list.clicked.connect(self.import_asked)
        self.panel.asked.connect(self.do)
        self.panel.head.status_asked.connect(self._set_status)
        self.panel.reprint.again_asked.connect(self._print_again)
        self.panel.reprint.lost_asked.connect(self._replace)
        for relations in (self.panel.alike, self.panel.relations):
            relations.person_asked.connect(self.show_person)
            relations.compare_asked.connect(self._compare_with)
        self.panel.privacy.about_asked.connect(self._ask_about)
        self.panel.privacy.erase_asked.connect(self._erase)
        self.compare.done.connect(self._merge)
        self.compare.left.connect(self._leave_compare)

    # ---- one person

    def _chosen(self) -> Person | None:
        self.catch_up()
        person = self.editor.person
        seen = person is not None and (self.panel.isVisible() or self.model.place(person.id) >= 0)
        if person is None or person.id == NEW or not seen:
            self.said.emit(self.look.words.t("First choose somebody in the list."))
            return None
        return person

    def _add(self) -> None:
        if not self._is_closed():
            self.show_compare(shown=False)
            self.table.clearSelection()
            self.editor.turn_to(NEW)
            self.show_beside(self.panel)
            self.panel.form.focus()

    def _save(self) -> None:
        if self.comparing():
            self.compare.finish()
        elif not self._is_closed():
            new = self.editor.person is not None and self.editor.person.id == NEW
            saved = self._told(self.editor.save)
            if saved is not None:
                self.said.emit("")
                if new:
                    self.keep_up()
                    self.show_person(saved)
                self._show_unsaved()

    def _set_status(self, status: Status) -> None:
        person = self._chosen()
        if person is not None and not self._is_closed():
            self._told(lambda: self.flow.set_status(person.id, status))

    def _print(self) -> None:
        person = self._chosen()
        if person is None:
            return
        if not self.panel.reprint.isHidden():
            self.panel.reprint.again.click()
        elif self.flow.has_badge(person.id):
            self.show_beside(self.panel)
            self.panel.ask_reprint(asked=True)
        elif not self.flow.printing.ready:
            self.said.emit(no_printer(self.look.words))
        else:
            self.flow.print_badge(person)

    def _print_again(self, reason: str) -> None:
        person, words = self._chosen(), self.look.words
        if person is None:
            return
        if not self.flow.printing.ready:
            self.said.emit(no_printer(words))
        else:
            self.panel.ask_reprint(asked=False)
            self.flow.print_badge(person, reason)
            self.told.emit(printing_sentence(words, person.name))

    def _replace(self) -> None:
        person, words = self._chosen(), self.look.words
        if person is None or self._is_closed():
            return
        renewed = self._told(lambda: self.flow.replace_badge(person.id))
        if renewed is None:
            return
        self.panel.ask_reprint(asked=False)
        if self.flow.printing.ready:
            self.flow.print_badge(renewed, PrintReason.LOST)
            self.told.emit(replaced_sentence(words, person.name))
        else:
            self.said.emit(replaced_sentence(words, person.name, no_printer(words)))

    def _ask_badges(self) -> None:
        """Ask for the badges of those who are marked, or of all who are shown; of everybody, nobody is named."""
        self.catch_up()
        marked = self.table.chosen() if self.table.marked_count() > 1 else []
        if marked or self.model.ids:
            everybody = [] if not self.flow.looking.narrowed else list(self.model.ids)
            self.badges_asked.emit(marked or everybody)
        else:
            self.said.emit(self.look.words.t("Nobody is shown whose badge could be printed."))

    def _check_in(self) -> None:
        person = self._chosen()
        if person is not None and not self._is_closed():
            answer = self._told(lambda: self.flow.check_in(person.id))
            if answer is not None:
                say = self.told if isinstance(answer, Accepted | Left) else self.said
                say.emit(telling.verdict(self.look.words, answer))

    def _undo(self) -> None:
        words = self.look.words
        if self._is_closed():
            return
        try:
            answer = self.flow.undo()
        except KnownError as error:
            self.said.emit(fault_sentence(words, error))
            return
        if answer is None:
            self.said.emit(words.t("This desk has changed nothing of people that could be undone."))
        elif isinstance(answer, UndoRefused):
            self.said.emit(refusal(words, answer))
        else:
            self.told.emit(telling.undone(words, answer))

    # ---- their data

    def _ask_about(self) -> None:
        person = self._chosen()
        if person is not None:
            self.about_asked.emit(person.name.replace("/", "-"))

    def write_about(self, path: Path) -> None:
        """Write all that is stored about the chosen person, for them to have."""
        person, words = self._chosen(), self.look.words
        if person is not None and self._told(lambda: self.flow.write_about(person.id, path)) is not None:
            self.told.emit(words.t("All that is stored about this person is in {path}.", path=path))

    def _erase(self) -> None:
        person = self._chosen()
        if person is not None and not self._is_closed():
            self.closed_deed_asked.emit(self.flow.erasing(person, self.look.words))

    # ---- writing the list

    def _export(self) -> None:
        if self.model.ids:
            self.export_asked.emit()

    def write_to(self, path: Path) -> None:
        """Write the people who are shown into a file, beside everything else."""
        title = self.look.words.t("Exporting to {file}", file=path.name)

        def gathered(result: Ok[PeopleTable] | Err | Stopped) -> None:
            if isinstance(result, Ok):
                self._work.beside(title, self.flow.writing(path, result.value), self._on_written)
            else:
                self._on_written(result)

        self._work.in_slices(title, self.flow.gathering(list(self.model.ids)), gathered)

    def _on_written(self, result: Ok[int] | Err | Stopped) -> None:
        """Tell what came of it. This page may be gone by then."""
        notices = self._work.notices
        if isinstance(result, Ok):
            count = result.value
            notices.tell(lambda words: words.n("One person was written.", "{count} people were written.", count))
        elif isinstance(result, Stopped):
            notices.say(lambda words: words.t("Stopped. Nothing was written."))
        else:
            notices.say_fault(result.error)

    # ---- duplicates

    def _compare(self) -> None:
        marked = self.table.chosen()
        person = self.editor.person
        if len(marked) == 2:
            self._start_compare(marked[0], marked[1])
        elif person is not None and person.id != NEW and self.editor.alike:
            self._start_compare(person.id, self.editor.alike[0].id)
        else:
            words = self.look.words
            self.said.emit(
                words.t("Mark two people in the list first: the second with Ctrl and a click, or Shift and an arrow.")
            )

    def keep_up(self) -> None:
        """Keep up with what happens elsewhere, also where two people are compared."""
        super().keep_up()
        pair = self.compare.pair()
        if not self.comparing() or pair is None:
            return
        now = [self.flow.person(person.id) for person in pair]
        if now[0] is None or now[1] is None:
            self._leave_compare()
        elif now != list(pair):
            states = [self.editor.state(person) for person in now if person is not None]
            self.compare.keep_up(now[0], now[1], states)

    def _compare_with(self, other: int) -> None:
        if self.editor.person is not None:
            self._start_compare(self.editor.person.id, other)

    def _start_compare(self, one: int, other: int) -> None:
        pair = [self.flow.person(number) for number in (one, other)]
        if self._is_closed() or pair[0] is None or pair[1] is None:
            return
        self.said.emit("")
        self.show_compare(shown=True)
        self.compare.start(pair[0], pair[1], [self.editor.state(person) for person in pair if person is not None])

    def _merge(self, kept: int, other: int, choice: Mapping[str, Take]) -> None:
        done = self._told(lambda: self.flow.merge(kept, other, choice))
        if done is not None:
            self._leave_compare()
            self.keep_up()
            self.show_person(kept)
            self.said.emit("")
            self.told.emit(telling.merged(self.look.words, done.after, done.gone))

    def _leave_compare(self) -> None:
        self.show_compare(shown=False)
        self._back_to_list()

    # ---- what holds everywhere

    def _is_closed(self) -> bool:
        """Say whether the file can only be looked at, and if so, tell why."""
        if self.flow.closed is not None:
            self.said.emit(fault_sentence(self.look.words, self.flow.closed))
        return self.flow.closed is not None

    def _told(self, ask: Callable[[], T]) -> T | None:
        """Return the answer; a known fault becomes a sentence in the banner, and None."""
        try:
            return ask()
        except KnownError as error:
            self.said.emit(fault_sentence(self.look.words, error))
            return None
