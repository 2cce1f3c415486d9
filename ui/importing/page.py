"""The page "Import": four steps, each reachable by keyboard; going back loses nothing."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from eventdesk.errors import KnownError
from eventdesk.words.faults import fault_sentence
from ui.actions import ActionId, key_of
from ui.importing.check_step import CheckStep
from ui.importing.columns_step import ColumnsStep
from ui.importing.done_step import DoneStep
from ui.importing.file_step import FileStep
from ui.importing.flow import ImportFlow
from ui.importing.narrow import is_narrow
from ui.importing.state import Step
from ui.importing.step_bar import StepBar
from ui.importing.telling import people
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.pressable import ENTER
from ui.widgets.text import Text

StepWidget = FileStep | ColumnsStep | CheckStep | DoneStep


class ImportPage(QWidget):
    """Shows the flow; whatever the flow does goes on while other pages are shown."""

    choose_asked = Signal()
    errors_asked = Signal()
    mapping_save_asked = Signal()
    mapping_load_asked = Signal()
    people_asked = Signal()
    said = Signal(str)
    told = Signal(str)

    def __init__(self, look: Look, flow: ImportFlow) -> None:
        super().__init__()
        self._look, self.flow = look, flow
        theme, words = look.theme, look.words
        self.setObjectName("page")
        self.bar = StepBar(look, (words.t("File"), words.t("Columns"), words.t("Check"), words.t("Import")))
        self.bar.chosen.connect(self._go)
        self.file, self.columns = FileStep(look, flow), ColumnsStep(look, flow)
        self.check, self.done = CheckStep(look, flow), DoneStep(look, flow)
        self._steps: dict[Step, StepWidget] = {
            Step.FILE: self.file,
            Step.COLUMNS: self.columns,
            Step.CHECK: self.check,
            Step.DONE: self.done,
        }
        self._stack = QStackedWidget()
        for widget in self._steps.values():
            self._stack.addWidget(_scrolling(widget))
        self.back = Button(look, words.t("Back"), plain(theme.colours), key=key_of(words, ActionId.IMPORT_BACK))
        self.next = Button(look, words.t("Next"), primary(theme.colours), key=key_of(words, ActionId.IMPORT_NEXT))
        self._hint = Text("", "muted", wrap=True)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(theme.space(14))
        foot.addWidget(self.back)
        foot.addWidget(self._hint, 1)
        foot.addStretch(0)
        foot.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(24), theme.space(14), theme.space(24), theme.space(14))
        column.setSpacing(theme.space(12))
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        self._connect()
        self._stage = (flow.step, flow.deed)
        self._held = False
        self.show_flow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter, where nothing has a use for it; to import takes another one, at the button."""
        if event.key() not in ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and self.flow.step is Step.CHECK:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not event.isAutoRepeat():
            self.do(ActionId.IMPORT_NEXT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hint out where the buttons need its room."""
        super().resizeEvent(event)
        self._hint.setVisible(not is_narrow(self._look, self.width()))

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for."""
        match wanted:
            case ActionId.CHOOSE_LIST:
                self._choose()
            case ActionId.IMPORT_NEXT:
                if self.next.isEnabled() and self.next.isVisible():
                    self._forward()
            case ActionId.IMPORT_BACK:
                if self.back.isEnabled() and self.back.isVisible():
                    self._backward()
            case ActionId.UNDO:
                self.flow.undo()
            case _:
                return False
        return True

    def take_focus(self) -> None:
        """Begin where this step begins."""
        self.flow.look_again()
        self._begin_step()

    def field_for_letters(self) -> None:
        """Letters typed here are not meant for this page."""

    def take_list(self, path: Path) -> None:
        """Begin with this file; while another is being written, say that this has to wait."""
        if not self.flow.begin(path):
            words, closed = self._look.words, self.flow.closed
            waiting = words.t(
                "A list is being imported just now. Drop “{file}” again when that is done.", file=path.name
            )
            self.said.emit(fault_sentence(words, closed) if closed is not None else waiting)

    def save_errors(self, path: Path) -> None:
        """Write the wrong cells to a table."""
        words = self._look.words
        header = (words.t("Line"), words.t("Column"), words.t("Value"), words.t("Expected"))
        try:
            self.flow.save_problems(path, header)
        except KnownError as error:
            self.said.emit(fault_sentence(words, error))
        else:
            self.told.emit(words.t("The errors are in “{file}”.", file=path.name))

    def save_mapping(self, path: Path) -> None:
        """Write what the columns mean to a file."""
        words = self._look.words
        try:
            self.flow.save_mapping(path)
        except KnownError as error:
            self.said.emit(fault_sentence(words, error))
        else:
            self.told.emit(words.t("The mapping is in “{file}”.", file=path.name))

    def load_mapping(self, path: Path) -> None:
        """Take what the columns mean from a file."""
        try:
            self.flow.load_mapping(path)
        except KnownError as error:
            self.said.emit(fault_sentence(self._look.words, error))

    def show_flow(self) -> None:
        """Show where the import stands."""
        flow = self.flow
        self._held = self._held or self._holds_focus()
        self.bar.show_steps(flow.step, flow.can_go, done=flow.outcome is not None)
        self._steps[flow.step].show_flow()
        self._stack.setCurrentIndex(flow.step)
        self._show_foot()
        QTimer.singleShot(0, self, self._keep_focus)

    def _begin_step(self) -> None:
        """Begin where this step begins; with a list that was read, at going on."""
        if self.flow.step is Step.FILE and self.next.isVisible() and self.next.isEnabled():
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._steps[self.flow.step].take_focus()

    def _keep_focus(self) -> None:
        """A new step begins where it begins; what the focus was on may be gone, and Qt gives it to anybody then."""
        stage, held = (self.flow.step, self.flow.deed), self._held
        moved, self._stage, self._held = stage != self._stage, stage, False
        if self.isVisible() and (self._focus() is None or (held and (moved or not self._holds_focus()))):
            self._begin_step()

    def _focus(self) -> QWidget | None:
        found: QWidget | None = self.window().focusWidget()
        return found if found is not None and found.isVisible() and found.isEnabled() else None

    def _holds_focus(self) -> bool:
        focus = self._focus()
        return focus is not None and self.isAncestorOf(focus)

    def _show_foot(self) -> None:
        flow, words = self.flow, self._look.words
        self._foot.setVisible(flow.step is not Step.DONE and flow.asked is not None)
        self.back.setVisible(flow.step is not Step.FILE)
        self._hint.setText("")
        if flow.step is not Step.CHECK:
            self.next.say(words.t("Next"))
            self.next.setVisible(flow.step is not Step.DONE)
            self.next.setEnabled(flow.can_go(Step(flow.step + 1)) if flow.step is not Step.DONE else False)
            return
        plan = flow.plan
        count = plan.added + plan.changed if plan is not None else 0
        good = plan is not None and bool(plan.refusals)
        text = words.t("Import the good rows: {people}", people=people(words, count))
        self.next.say(text if good else words.t("Import {people}", people=people(words, count)))
        self.next.setEnabled(count > 0 and flow.deed is None)
        self.next.setVisible(plan is not None and count > 0)
        if count:
            self._hint.setText(words.t("One undo takes all of it back."))
        elif plan is not None:
            key = key_of(words, ActionId.CHOOSE_LIST)
            self._hint.setText(words.t("Nothing to import. {key} takes another list.", key=key))

    def _connect(self) -> None:
        self.flow.changed.connect(self.show_flow)
        self.flow.moved.connect(self._show_progress)
        self.back.clicked.connect(self._backward)
        self.next.clicked.connect(self._forward)
        self.file.choose_asked.connect(self._choose)
        self.columns.save_asked.connect(self.mapping_save_asked)
        self.columns.load_asked.connect(self.mapping_load_asked)
        self.check.errors_asked.connect(self.errors_asked)
        self.done.people_asked.connect(self.people_asked)

    def _show_progress(self) -> None:
        step = self._steps[self.flow.step]
        if not isinstance(step, ColumnsStep):
            step.show_progress()

    def _choose(self) -> None:
        if self.flow.closed is None and not self.flow.writes:
            self.choose_asked.emit()
        elif self.flow.closed is not None:
            self.said.emit(fault_sentence(self._look.words, self.flow.closed))

    def _go(self, step: Step) -> None:
        self.flow.go(step)

    def _forward(self) -> None:
        if self.flow.step is Step.CHECK:
            self.flow.take_in()
        elif self.flow.step is not Step.DONE:
            self.flow.go(Step(self.flow.step + 1))

    def _backward(self) -> None:
        if self.flow.step is not Step.FILE:
            self.flow.go(Step(self.flow.step - 1))


def _scrolling(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    widget.setObjectName("scrolled")
    area.setWidget(widget)
    return area
