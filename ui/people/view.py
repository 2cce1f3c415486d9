"""How the people page is laid out: the list, and beside it a person; where it is narrow, one of both."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import ActionId, action, key_text
from ui.look import Look
from ui.people.bar import Bar, Foot
from ui.people.column_pane import ColumnPane
from ui.people.columns import Speech
from ui.people.compare import ComparePane
from ui.people.filters import FilterPane
from ui.people.flow import PeopleFlow
from ui.people.model import PeopleModel
from ui.people.panel import PersonPanel
from ui.people.table import PeopleTable
from ui.timers import single_shot
from ui.widgets.button import Button, primary
from ui.widgets.text import Text

PANEL = 420
"""The width of what stands beside the list, in pixels at 100 %."""
LEAST_LIST = 430
LEAST_FOR_NOBODY = 1060
"""In a narrower page the list has all the room as long as nobody is chosen."""
LEAST_HEIGHT = 560
"""In a lower page the list gets the room of the buttons below it."""


class Stack(QStackedWidget):
    """Shows one of several; as small as the one that is shown."""

    def sizeHint(self) -> QSize:
        """Return what the present one wants."""
        current = self.currentWidget()
        return current.sizeHint() if current is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Each of them can be made small."""
        return QSize(60, 60)


class EmptyList(QFrame):
    """Stands in place of the list when there is nobody, with what to do next."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._look = look
        theme, words = look.theme, look.words
        self.title, self.lead = Text("", "heading", wrap=True), Text("", "lead", wrap=True)
        self.everybody = Button(look, words.t("Show everybody"), primary(theme.colours), icon="close")
        key = key_text(words, action(ActionId.IMPORT_LIST).keys[0])
        self.import_list = Button(look, words.t("Import a list"), primary(theme.colours), key=key, icon="new")
        column = QVBoxLayout(self)
        side = theme.space(28)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.space(12))
        for widget in (self.title, self.lead, self.everybody, self.import_list):
            column.addWidget(widget)
        column.addStretch(1)

    def say(self, *, narrowed: bool) -> None:
        """Say why nobody is shown: filtered away, or not there at all."""
        words = self._look.words
        self.title.setText(words.t("Nobody fits") if narrowed else words.t("Nobody is in the list yet"))
        self.lead.setText(
            words.t("Type other letters, or take a filter away.")
            if narrowed
            else words.t("Import a list of people, or add them one by one.")
        )
        self.everybody.setVisible(narrowed)
        self.import_list.setVisible(not narrowed)


class PeopleView(QWidget):
    """Everything that can be seen on the page."""

    def __init__(self, look: Look, flow: PeopleFlow, speech: Speech, keys: list[str]) -> None:
        super().__init__()
        self.look, self.flow, self.speech = look, flow, speech
        self.setObjectName("page")
        self.model = PeopleModel(flow.rows, speech, keys)
        self.table = PeopleTable(look, self.model, lambda person: bool(flow.draft(person)))
        self.bar = Bar(look)
        self.foot = Foot(look, self.bar)
        self.empty = EmptyList(look)
        self.panel = PersonPanel(look, speech)
        self.filters, self.column_pane = FilterPane(look, speech), ColumnPane(look)
        self.compare = ComparePane(look, speech)
        self._alone = self._tight = False
        self._unfold = single_shot(self, self._rearrange)
        self.column_pane.offer(self.bar.import_button())
        self.column_pane.offer(self.bar.button(ActionId.EXPORT, "file"))
        self.column_pane.offer(self.bar.button(ActionId.PRINT_THESE, "badge"))
        self._place()
        self.panel.turned.connect(self._on_turned)

    @property
    def narrow(self) -> bool:
        """Whether there is room for one thing only."""
        return self._alone

    def show_beside(self, widget: QWidget) -> None:
        """Show a person, the filter or the columns beside the list."""
        self.beside.setCurrentWidget(widget)
        self._arrange(beside=True)

    def show_list(self) -> None:
        """Show the list, and the person beside it."""
        self.beside.setCurrentWidget(self.panel)
        self._arrange(beside=False)

    def beside_shown(self) -> bool:
        """Say whether something stands in place of the list."""
        return self._alone and self.beside.isVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both, or one of them."""
        super().resizeEvent(event)
        scale = self.look.theme.scale
        beside = self.beside_shown() or (not self._alone and self._was_beside())
        self._alone = self.width() < round((PANEL + LEAST_LIST) * min(scale, 1.6))
        self._tight = self.width() < round(LEAST_FOR_NOBODY * scale)
        self.beside.setFixedWidth(16_777_215 if self._alone else round(PANEL * min(scale, 1.35)))
        if self._alone:
            self.beside.setMinimumWidth(0)
        self.foot.be_low(low=self.height() < round(LEAST_HEIGHT * scale))
        self._arrange(beside=beside)

    def _was_beside(self) -> bool:
        return self.beside.currentWidget() is not self.panel

    def _arrange(self, *, beside: bool) -> None:
        self._unfold.stop()
        empty = self._tight and not self._was_beside() and not self.panel.shows_somebody()
        self.left_side.setVisible(not self._alone or not beside)
        self.beside.setVisible(beside or not (self._alone or empty))
        self.panel.be_alone(alone=self._alone)

    def _rearrange(self) -> None:
        self._arrange(beside=self.beside_shown())

    def _on_turned(self) -> None:
        """Show the chosen one beside the list; the second of two clicks is still to meet the list."""
        if self.panel.shows_somebody() and self.table.by_mouse:
            self._unfold.start(QApplication.doubleClickInterval())
        elif not self._unfold.isActive() or not self.panel.shows_somebody():
            self._rearrange()

    def _place(self) -> None:
        space = self.look.theme.space
        card = QFrame()
        card.setProperty("kind", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(3, 3, 3, 3)
        inner.addWidget(self.table)
        self.list_stack = Stack()
        self.list_stack.addWidget(card)
        self.list_stack.addWidget(self.empty)
        self._list_card = card
        self.left_side = QWidget()
        left = QVBoxLayout(self.left_side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(space(12))
        left.addWidget(self.bar)
        left.addWidget(self.list_stack, 1)
        left.addWidget(self.foot)
        self.beside = Stack()
        for widget in (self.panel, self.filters, self.column_pane):
            self.beside.addWidget(widget)
        self.beside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(16))
        row.addWidget(self.left_side, 1)
        row.addWidget(self.beside)
        self.stage = Stack()
        self.stage.addWidget(both)
        self.stage.addWidget(self.compare)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(space(20), space(18), space(20), space(18))
        whole.addWidget(self.stage)
        self._both = both
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_compare(self, *, shown: bool) -> None:
        """Show the two people who are compared, or the list again."""
        self.stage.setCurrentWidget(self.compare if shown else self._both)

    def comparing(self) -> bool:
        """Say whether two people are compared."""
        return self.stage.currentWidget() is self.compare

    def show_whether_empty(self, *, empty: bool, narrowed: bool) -> None:
        """Show the list, or why there is nobody in it."""
        self.empty.say(narrowed=narrowed)
        self.list_stack.setCurrentWidget(self.empty if empty else self._list_card)
