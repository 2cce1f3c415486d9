"""Keeps the panel and the flow together: who is shown, what was typed and not saved, what is wrong with it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from eventdesk.checkin.presence import Presence
from eventdesk.people.checking import Trouble
from eventdesk.people.person import Person
from eventdesk.words.faults import fault_sentence
from ui.people import telling
from ui.people.columns import Speech
from ui.people.flow import NEW, PeopleFlow
from ui.people.panel import PersonPanel
from ui.timers import single_shot

REST_MS = 120
"""Who goes through the list quickly sees the fields at once, and the rest when they stop."""


LOOKED_MS = 2000
"""Whose details are shown so long was looked at, and not only passed."""


class Editor(QObject):
    """One person at a time. Nothing that was typed is lost by turning to another one."""

    unsaved_changed = Signal()

    def __init__(self, parent: QObject, panel: PersonPanel, flow: PeopleFlow, speech: Speech) -> None:
        super().__init__(parent)
        self._panel, self._flow, self._speech = panel, flow, speech
        self.person: Person | None = None
        self.alike: list[Person] = []
        self._saved: Person | None = None
        self._roles = flow.roles_used()
        self._rest = single_shot(self, self._show_rest, REST_MS)
        self._ask = single_shot(self, self._find_alike, REST_MS)
        self._look = single_shot(self, self._looked, LOOKED_MS)
        panel.form.edited.connect(self._on_edited)
        panel.gave_back.connect(self._give_back)
        panel.brought_back.connect(self._bring_back)

    def shows_somebody(self) -> bool:
        """Say whether a person is shown."""
        return self.person is not None

    @property
    def busy(self) -> bool:
        """Whether something of the person is still to be shown."""
        return self._rest.isActive() or self._ask.isActive()

    def turn_to(self, number: int | None) -> None:
        """Show another person; what was typed about this one stays as a draft."""
        if self.person is not None and number == self.person.id:
            return
        self._flow.memory.chosen = number or None
        self._saved = None
        self._look.stop()
        self._panel.ask_reprint(asked=False)
        self._show(number)
        self._panel.form.begin_anew()
        self._panel.to_top()

    def refresh(self) -> None:
        """Show the person as they are now; what was typed stays."""
        if self.person is None:
            return
        number = self.person.id
        if number != NEW and self._flow.person(number) is None:
            self._rescue(number)
            return
        self._show(number)

    def save(self) -> int | None:
        """Write what was typed; None if nothing was, or if something must be mended first."""
        if self.person is None or not self._flow.draft(self.person.id):
            return None
        wrong = self._troubles()
        first = next((name for name, trouble in wrong.items() if trouble.stops), None)
        if first is not None:
            self._show_troubles(wrong)
            self._panel.form.focus(first)
            return None
        number = self._flow.save(self.person)
        if self.person.id == NEW:
            self._flow.memory.chosen = number
        self._saved = self._flow.person(number)
        self._show(number)
        self._panel.form.begin_anew()
        return number

    def state(self, person: Person) -> str:
        """Return whether a person is here, in one line."""
        return self._state(person, self._flow.known(person).stay)

    def _state(self, person: Person, stay: Presence | None) -> str:
        row = next(iter(self._flow.rows([person.id])), None)
        if row is None:
            return ""
        point = self._flow.first_point(stay, person.id)
        return telling.state(self._speech.words, person, row.arrived, point, inside=row.inside)

    # ---- showing

    def _show(self, number: int | None) -> None:
        self.person = None if number is None else self._flow.person(number)
        if self.person is None:
            self.alike = []
            self._panel.show_nobody()
            return
        closed = fault_sentence(self._speech.words, self._flow.closed) if self._flow.closed else ""
        draft = self._flow.draft(self.person.id)
        self._panel.form.show_person(self.person, draft, self._roles, open_=not closed)
        self._show_head()
        self._panel.show_somebody()
        self._show_draft()
        self._rest.start()
        if not self._look.isActive():
            self._look.start()

    def _looked(self) -> None:
        if self.person is not None and self._panel.isVisible():
            self._flow.look_at(self.person.id)

    def _show_head(self) -> None:
        if self.person is None:
            return
        closed = fault_sentence(self._speech.words, self._flow.closed) if self._flow.closed else ""
        known = self._flow.known(self.person)
        state = self._state(self.person, known.stay)
        self._panel.head.show_known(known, state, closed=closed)
        self._panel.relations.show_known(known)
        self._panel.privacy.show_person(known.person.id, known.person.name)

    def _show_rest(self) -> None:
        if self.person is None:
            return
        words, zone = self._speech.words, self._flow.event.zone
        book = self._flow.roles()
        told = [telling.happening(words, each, zone, book) for each in self._flow.history(self.person.id)]
        self._panel.show_history([line for line in told if line[1]])
        self._find_alike()

    def _find_alike(self) -> None:
        if self.person is None:
            return
        self.alike = self._flow.alike_as_typed(self.person)
        self._panel.alike.show_alike(self.alike)

    def _show_draft(self) -> None:
        if self.person is None:
            return
        words, draft = self._speech.words, self._flow.draft(self.person.id)
        wrong = self._troubles() if draft else {}
        self._show_troubles(wrong)
        given_back = self._flow.memory.given_back
        if draft:
            stops = any(trouble.stops for trouble in wrong.values())
            self._panel.say_unsaved(telling.unsaved(words, list(draft)), can_save=not stops)
        elif given_back is not None and given_back[0] == self.person.id:
            self._panel.say_unsaved(words.t("The old values are back."), can_save=False, restorable=True)
        else:
            self._panel.say_unsaved("", can_save=False)
            self._panel.say_saved(saved=self._saved is not None and self._saved == self.person)
        self.unsaved_changed.emit()

    def _troubles(self) -> dict[str, Trouble]:
        return dict(self._flow.troubles(self.person, self._flow.draft(self.person.id))) if self.person else {}

    def _show_troubles(self, wrong: dict[str, Trouble]) -> None:
        self._panel.show_troubles(telling.troubles(self._speech.words, wrong))

    # ---- typing

    def _on_edited(self) -> None:
        if self.person is not None:
            self._flow.memory.given_back = None
            self._saved = None
            self._flow.keep_draft(self.person, self._panel.form.texts())
            self._show_draft()
            if self.person.id == NEW:
                self._ask.start()

    def _give_back(self) -> None:
        self._with_draft(self._flow.give_back)

    def _bring_back(self) -> None:
        self._with_draft(self._flow.bring_back)

    def _with_draft(self, change: Callable[[int], None]) -> None:
        if self.person is not None:
            change(self.person.id)
            draft = self._flow.draft(self.person.id)
            self._panel.form.show_person(self.person, draft, self._roles, open_=self._flow.closed is None)
            self._show_draft()

    def _rescue(self, number: int) -> None:
        """Show nobody when the person is gone; what was typed about them becomes a new person to be added."""
        draft = self._flow.memory.drafts.pop(number, None)
        self._flow.memory.chosen = None
        if draft and not self._flow.draft(NEW) and self.person is not None:
            texts = {**self._panel.form.texts(), **draft}
            self._flow.keep_draft(Person(NEW), texts)
            self._show(NEW)
        else:
            self._show(None)
        self.unsaved_changed.emit()
