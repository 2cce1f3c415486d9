"""Taking somebody in otherwise than by a scan: the walk-in panel and the group panel, in the place of the verdict."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget

from eventdesk.checkin.verdict import Accepted
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.people.person import Person
from eventdesk.words.faults import fault_sentence
from ui.checkin import telling
from ui.checkin.flow import CheckInFlow
from ui.checkin.group_panel import GroupPanel
from ui.checkin.panel import Panel
from ui.checkin.shown import Teller
from ui.checkin.walk_in_panel import WalkInPanel
from ui.look import Look
from ui.printing import Occasion


class Panels(QObject):
    """Opens a panel and does what it is for. `told` has what the card shows then, `same_person` an id."""

    told = Signal(object)
    said = Signal(str)
    left = Signal()
    same_person = Signal(object)

    def __init__(
        self, look: Look, flow: CheckInFlow, stage: QStackedWidget, walk_in: WalkInPanel, group: GroupPanel
    ) -> None:
        """Show the panels on `stage`, of which they are part already."""
        super().__init__(stage)
        self._look, self._flow, self._stage = look, flow, stage
        self.teller = Teller.of(look, flow)
        self._walk_in, self._group = walk_in, group
        walk_in.done.connect(self._finish_walk_in)
        walk_in.left.connect(self.left)
        walk_in.typed.connect(self._show_likenesses)
        walk_in.same_person.connect(self._take_same)
        group.done.connect(self._finish_group)
        group.left.connect(self.left)
        self._leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), stage)
        self._leave.activated.connect(self._on_escape)
        stage.currentChanged.connect(self._on_stage)
        self._on_stage()

    def is_open(self) -> bool:
        """Say whether one of the panels stands in the place of the verdict."""
        return isinstance(self._stage.currentWidget(), Panel)

    def forget(self) -> None:
        """Forget what was typed about a walk-in."""
        self._walk_in.forget()

    def start_walk_in(self, name: str) -> None:
        """Ask for a person who is not registered; `name` was typed already."""
        self._stage.setCurrentWidget(self._walk_in)
        self._walk_in.start(name)

    def start_group(self, person: Person | None) -> bool:
        """Show who came with a person, to be taken in together; returns whether there is such a group."""
        words = self._look.words
        group = self._flow.group_of(person) if person is not None else []
        if person is None:
            self.said.emit(words.t("First scan or search somebody."))
        elif not group:
            self.said.emit(words.t("This person came without a group."))
        else:
            self._group.start(person.group, telling.members(group, words))
            self._stage.setCurrentWidget(self._group)
            self._group.members.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(group)

    def _show_likenesses(self, name: str) -> None:
        alike = self._flow.likenesses(name)
        self._walk_in.show_likenesses(telling.likenesses(alike, self._look.words, self._flow.book))

    def _take_same(self, person: int) -> None:
        self._walk_in.forget()
        self.same_person.emit(person)

    def _finish_walk_in(self) -> None:
        person = self._walk_in.newcomer()
        try:
            added = self._flow.walk_in(person.name, person.organisation, person.role)
        except KnownError as error:
            if error.fault is Fault.NO_NAME:
                self._walk_in.say(self._look.words.t("A name is needed."))
                self._walk_in.name.setFocus()
            else:
                self.said.emit(fault_sentence(self._look.words, error))
            return
        self._walk_in.forget()
        self.told.emit(self.teller.walk_in(added))
        if self._flow.printing.on_walk_in and isinstance(added.verdict, Accepted):
            self._flow.print_badge(added.person, Occasion.WALK_IN)

    def _finish_group(self) -> None:
        try:
            result = self._flow.take_group(self._group.heading.text(), self._group.left_out())
        except KnownError as error:
            self.said.emit(fault_sentence(self._look.words, error))
            return
        self.told.emit(self.teller.group(result))

    def _on_escape(self) -> None:
        """Leave the panel by Esc, unless something lies over the page: then Esc is meant for that."""
        window, focus = self._stage.window(), QApplication.focusWidget()
        on_top = window.childAt(self._stage.mapTo(window, self._stage.rect().center()))
        if on_top is not None and self._stage.isAncestorOf(on_top):
            self.left.emit()
        elif focus is not None:
            self._leave.setEnabled(False)  # or it would take the key again
            escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(focus, escape)
            self._on_stage()

    def _on_stage(self) -> None:
        """Esc leaves a panel wherever the focus is; elsewhere it belongs to what has the focus."""
        self._leave.setEnabled(self.is_open())
