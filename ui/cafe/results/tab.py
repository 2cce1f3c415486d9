"""The view of the results: what each table found, typed in during the break."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from eventdesk.cafe.table import CafeTable
from ui.actions import ActionId, PageId, key_of
from ui.cafe.flow.cafe_flow import CafeFlow, Draft
from ui.cafe.tables.deeds import Deeds
from ui.look import Look
from ui.timers import single_shot
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.field import Field
from ui.widgets.lines_edit import LinesEdit
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text
from ui.widgets.turning import turn

LIST_WIDE, LIST_HIGH, LEAST_WIDE = 300, 150, 700


class ResultsTab(QWidget):
    """Tables at the left, what one of them found at the right. It is written when one goes on."""

    said = Signal(str)
    told = Signal(str)
    summary_asked = Signal()

    def __init__(self, look: Look, flow: CafeFlow) -> None:
        super().__init__()
        self.look, self.flow = look, flow
        self.deeds_of = Deeds(look, flow, self)
        self.deeds_of.said.connect(self.said)
        self.deeds_of.told.connect(self.told)
        self._shown: int | None = None
        self._soon = single_shot(self, self.refresh)
        self._stale = True
        words = look.words
        self.summary = Button(look, words.t("Print the summary …"), plain(look.theme.colours), size=14, high=38)
        self.summary.setToolTip(f"{self.summary.text()} ({key_of(words, ActionId.PRINT, PageId.CAFE)})")
        self.summary.clicked.connect(self.summary_asked)
        self.deeds = ButtonRow(look.theme.space(8), [self.summary])
        self._make()

    @property
    def busy(self) -> bool:
        """Whether something is still to be shown."""
        return self._soon.isActive()

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this view knows it."""
        known: dict[ActionId, Callable[[], object]] = {
            ActionId.FORWARDS: partial(self.step, 1),
            ActionId.BACKWARDS: partial(self.step, -1),
            ActionId.PRINT: self.summary_asked.emit,
            ActionId.SEARCH: self._into_list,
            ActionId.UNDO: self._undo,
        }
        if wanted not in known:
            return False
        known[wanted]()
        return True

    def take_focus(self) -> None:
        """Begin to type."""
        if self._shown is not None:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def field_for_letters(self) -> QLineEdit | None:
        """Letters that are typed nowhere go nowhere."""
        return None

    def changed(self) -> None:
        """Show how things are now: soon, or when somebody looks here again."""
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def show_table(self, table: int) -> None:
        """Show what a table found; what was typed for another one is written first."""
        self.keep()
        self.flow.memory.result = table
        self._shown = None
        self.refresh()

    def step(self, by: int) -> None:
        """Go on to the next table, or back to the one before."""
        tables = [each.id for each in self.flow.cafe.tables]
        if self._shown in tables:
            at = tables.index(self._shown) + by
            if 0 <= at < len(tables):
                self.show_table(tables[at])
            else:
                self.keep()
            self.take_focus()

    def keep(self) -> None:
        """Write what was typed, if anything was."""
        if self.flow.draft is not None and self.deeds_of.done(self.flow.keep_draft):
            self.editor.document().setModified(False)
            self.author.edit.setModified(False)
            self._say_kept()

    def _on_typed(self) -> None:
        """Remember what is typed, whatever becomes of this page."""
        if self._shown is not None and (self.editor.document().isModified() or self.author.edit.isModified()):
            self.flow.draft = Draft(self._shown, tuple(self.editor.lines()), self.author.text().strip())
            self.kept.setText("")

    def refresh(self) -> None:
        """Show what is known of all tables; what is being typed stays."""
        self._stale = False
        words, results, cafe = self.look.words, self.flow.results(), self.flow.cafe
        if self.flow.memory.result not in cafe.table_of:
            self.flow.memory.result = cafe.tables[0].id if cafe.tables else None
        wanted = self.flow.memory.result
        self.list.blockSignals(True)
        self.list.clear()
        for table in cafe.tables:
            count = len(results.get(table.id, ()))
            said = words.n("one line", "{count} lines", count) if count else words.t("nothing yet")
            item = QListWidgetItem(f"{table.name} · {said}")
            item.setData(Qt.ItemDataRole.UserRole, table.id)
            item.setToolTip(table.question)
            self.list.addItem(item)
            if table.id == wanted:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        done = sum(bool(results.get(table.id)) for table in cafe.tables)
        self.count.setText(words.t("{done} of {count} tables have results", done=done, count=len(cafe.tables)))
        self._show(cafe.table_of.get(wanted or 0))

    def _show(self, table: CafeTable | None) -> None:
        self.form.setVisible(table is not None)
        if table is None:
            self._shown = None
            return
        self.name.setText(table.name)
        self.question.setText(table.question)
        self.question.setVisible(bool(table.question))
        for edit in (self.editor, self.author.edit):
            edit.setReadOnly(self.flow.closed is not None)
        draft = self.flow.draft
        if draft is not None and draft.table == table.id:
            if self._shown is None:
                self.editor.show_lines([*draft.lines])
                self.author.show_text(draft.author)
            self._shown = table.id
            return
        lines = self.flow.results().get(table.id, ())
        if table.id != self._shown or [each.body for each in lines] != self.editor.lines():
            self._shown = None
            self.editor.show_lines([each.body for each in lines])
        self.author.show_text(lines[0].author if lines else self.flow.cafe.host_name(table))
        self.author.edit.setModified(False)
        self._shown = table.id

    def _say_kept(self) -> None:
        self.kept.setText(self.look.words.t("Written."))

    def _undo(self) -> None:
        """Take back what was typed; if nothing was, what this desk did last."""
        if self.flow.draft is not None:
            self.flow.draft, self._shown = None, None
            self.refresh()
        else:
            self.deeds_of.undo()

    def _into_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Show how things are now."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Write what was typed."""
        super().hideEvent(event)
        self.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list above the form where there is little room."""
        super().resizeEvent(event)
        theme = self.look.theme
        narrow = self.width() < LEAST_WIDE * theme.scale
        turn(self._row, narrow=narrow)
        self.side.setMaximumWidth(16_777_215 if narrow else theme.text_px(LIST_WIDE))
        self.side.setMaximumHeight(theme.text_px(LIST_HIGH) if narrow else 16_777_215)

    # ---- inside

    def _make(self) -> None:
        look, words, space = self.look, self.look.words, self.look.theme.space
        self._make_side()
        self.form = QFrame()
        self.form.setProperty("kind", "card")
        self.name, self.question = Text("", "title", wrap=True), Text("", "muted", wrap=True)
        found, hint = words.t("What the table found, a line each"), words.t("One finding per line")
        self.editor = LinesEdit(look, found, hint=hint)
        self.editor.written.connect(self.keep)
        self.editor.textChanged.connect(self._on_typed)
        self.author = Field(look, words.t("Who says so"), hint=words.t("Name, or nothing"))
        self.author.edit.setProperty("kind", "form")
        self.author.edit.textEdited.connect(lambda _text: self._on_typed())
        self.author.edit.editingFinished.connect(self.keep)
        self.next = Button(
            look,
            words.t("Write, next table"),
            primary(look.theme.colours),
            key=f"{words.t('Ctrl')} {words.t('Enter')}",
            size=14,
            high=38,
        )
        self.next.clicked.connect(partial(self.step, 1))
        self.kept = Text("", "small")
        column = QVBoxLayout(self.form)
        column.setContentsMargins(space(20), space(14), space(20), space(16))
        column.setSpacing(space(8))
        column.addWidget(self.name)
        column.addWidget(self.question)
        column.addWidget(self.editor, 1)
        column.addWidget(Text(words.t("Who says so"), "small"))
        column.addWidget(self.author)
        foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        foot.addWidget(self.next)
        foot.addWidget(self.kept)
        foot.addStretch(1)
        column.addLayout(foot)
        inside = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(space(16))
        self._row.addWidget(self.side, 1)
        self._row.addWidget(self.form, 2)

    def _make_side(self) -> None:
        look, words, space = self.look, self.look.words, self.look.theme.space
        self.side = QFrame()
        self.side.setProperty("kind", "card")
        self.list = QListWidget()
        self.list.setObjectName("badgelist")
        self.list.setAccessibleName(words.t("Tables"))
        self.list.setWordWrap(True)
        self.list.setMinimumSize(QSize(0, look.theme.text_px(60)))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemSelectionChanged.connect(self._on_turned)
        self.list.itemActivated.connect(lambda _item: self.take_focus())
        self.count = Text("", "small", wrap=True)
        side = QVBoxLayout(self.side)
        side.setContentsMargins(space(14), space(12), space(14), space(10))
        side.setSpacing(space(6))
        side.addWidget(self.list, 1)
        side.addWidget(self.count)

    def _on_turned(self) -> None:
        items = self.list.selectedItems()
        if items:
            self.show_table(int(items[0].data(Qt.ItemDataRole.UserRole)))
