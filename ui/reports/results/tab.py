"""The view of the results: what sessions and tables found, typed in during the break, printed for the last speech."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from eventdesk.findings.finding import FindingKind
from eventdesk.words import Words
from ui.actions import ActionId, PageId, key_of
from ui.look import Look
from ui.reports.flow import results_flow
from ui.reports.flow.reports_flow import ReportsFlow
from ui.reports.flow.results_flow import Key, Owner
from ui.reports.view import View
from ui.widgets.button import Button, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.field import Field
from ui.widgets.lines_edit import LinesEdit
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text
from ui.widgets.turning import turn
from ui.work import Work

LIST_WIDE, LEAST_WIDE = 340, 760
LARGE, LISTED = "large", "listed"


class SearchField(QLineEdit):
    """Narrows the list; Enter and the arrow go on to it."""

    def __init__(self, into: Callable[[], object]) -> None:
        super().__init__()
        self._into = into
        self.setProperty("kind", "form")
        self.returnPressed.connect(into)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the list."""
        if event.key() == Qt.Key.Key_Down:
            self._into()
        else:
            super().keyPressEvent(event)


class ResultsTab(View):
    """Sessions and tables at the left, what one of them found at the right. It is written when one goes on."""

    def __init__(self, look: Look, flow: ReportsFlow, work: Work) -> None:
        super().__init__(look, flow, work)
        words = look.words
        self._owners: dict[Key, Owner] = {}
        self._shown: Key | None = None
        self._wanted = LARGE
        self._author_typed = False
        key = key_of(words, ActionId.PRINT, PageId.REPORTS)
        self.listed = self.button(words.t("Save as a list …"), partial(self._ask, LISTED))
        self.large = self.button(
            words.t("Save for the closing speech …"), partial(self._ask, LARGE), main=True, key=key
        )
        self.deeds = ButtonRow(look.theme.space(8), [self.listed, self.large])
        self._make()

    def keys(self) -> dict[ActionId, Callable[[], object]]:
        """Return what each key does here."""
        return {
            ActionId.FORWARDS: partial(self.step, 1),
            ActionId.BACKWARDS: partial(self.step, -1),
            ActionId.PRINT: partial(self._ask, LARGE),
            ActionId.SEARCH: self._into_search,
            ActionId.UNDO: self._undo,
        }

    def take_focus(self) -> None:
        """Begin to type."""
        if self._shown is None:
            self.refresh()
        where = self.editor if self._shown is not None else self.search
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def field_for_letters(self) -> QLineEdit | None:
        """Letters search in the list."""
        return self.search

    def show_owner(self, key: Key) -> None:
        """Show what one found; what was typed for another one is written first."""
        self.keep()
        self.flow.memory.owner, self._shown = key, None
        self.refresh()

    def step(self, by: int) -> None:
        """Go on to the next one in the list, or back to the one before."""
        keys = [self.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(self.list.count())]
        if self._shown in keys:
            at = keys.index(self._shown) + by
            if 0 <= at < len(keys):
                self.show_owner(keys[at])
            else:
                self.keep()
            self.take_focus()

    def keep(self) -> None:
        """Write what was typed, if anything was."""
        owner, modified = self._owners.get(self._shown or ("", 0)), self._is_typing()
        if owner is None or not modified:
            return
        lines, author = self.editor.lines(), self.author.text().strip()
        if self.attempts.done(lambda: results_flow.note(self.flow, owner, lines, author)):
            self._forget_typing()
            self.kept.setText(self.look.words.t("Written."))

    def refresh(self) -> None:
        """Show what is known; what is being typed stays."""
        self._stale = False
        self._owners = {owner.key: owner for owner in results_flow.owners(self.flow)}
        if self.flow.memory.owner not in self._owners:
            self.flow.memory.owner = next(iter(self._owners), None)
        self._show_list()
        done = sum(bool(owner.lines) for owner in self._owners.values())
        words, total = self.look.words, len(self._owners)
        self.count.setText(words.t("{done} of {count} have results", done=done, count=total) if total else "")
        self.empty.setVisible(not total)
        self.side.setVisible(bool(total))
        for button in (self.large, self.listed):
            button.setEnabled(bool(done))
        self._show(self._owners.get(self.flow.memory.owner or ("", 0)))

    def save_to(self, path: Path) -> None:
        """Write the paper that was asked for."""
        self.keep()
        large = self._wanted == LARGE
        gathering = results_flow.gathering(self.flow, large=large, listed=not large)
        self.writing.write(path, gathering, results_flow.write)

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list above the form where there is little room."""
        super().resizeEvent(event)
        theme = self.look.theme
        narrow = self.width() < LEAST_WIDE * theme.scale
        turn(self._row, narrow=narrow)
        self.side.setMaximumWidth(16_777_215 if narrow else theme.text_px(LIST_WIDE))
        self.list.setMinimumHeight(theme.text_px(100 if narrow else 60))
        self.list.setMaximumHeight(theme.text_px(140) if narrow else 16_777_215)
        self.count.setVisible(not narrow)

    # ---- inside

    def _ask(self, wanted: str) -> None:
        self.keep()
        if not any(owner.lines for owner in self._owners.values()):
            self.said.emit(self.look.words.t("Nothing has been noted yet."))
            return
        self._wanted = wanted
        self.save_asked.emit(self.look.words.t("Results"), ".pdf")

    def _is_typing(self) -> bool:
        return self.editor.document().isModified() or self._author_typed

    def _forget_typing(self) -> None:
        self.editor.document().setModified(False)
        self.author.edit.setModified(False)
        self._author_typed = False

    def _on_author_typed(self, _text: str) -> None:
        self._author_typed = True

    def _undo(self) -> None:
        self._forget_typing()
        nothing = self.look.words.t("This desk has changed nothing on this page that could be undone.")
        self.attempts.undone(self.flow.undo, nothing)

    def _into_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _into_list(self) -> None:
        if self.list.count():
            if self.list.currentRow() < 0:
                self.list.setCurrentRow(0)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_list(self) -> None:
        wanted = self.search.text().casefold().split()
        self.list.blockSignals(True)
        self.list.clear()
        for owner in self._owners.values():
            found_by = f"{owner.name} {owner.about} {owner.author}".casefold()
            if all(each in found_by for each in wanted):
                item = QListWidgetItem(_line(self.look.words, owner))
                item.setToolTip(item.text())
                item.setData(Qt.ItemDataRole.UserRole, owner.key)
                self.list.addItem(item)
                if owner.key == self.flow.memory.owner:
                    self.list.setCurrentItem(item)
        self.list.blockSignals(False)

    def _show(self, owner: Owner | None) -> None:
        self.form.setVisible(owner is not None)
        if owner is None:
            self._shown = None
            return
        self.name.setText(owner.name)
        self.about.setText(owner.about)
        self.about.setVisible(bool(owner.about))
        if owner.key == self._shown and self._is_typing():
            return
        if owner.key != self._shown or list(owner.lines) != self.editor.lines():
            self.editor.show_lines(owner.lines)
        self.author.show_text(owner.author)
        self._forget_typing()
        if owner.key != self._shown:
            self.kept.setText("")
        self._shown = owner.key
        for edit in (self.editor, self.author.edit):
            edit.setReadOnly(self.flow.closed is not None)

    def _on_turned(self) -> None:
        items = self.list.selectedItems()
        if items:
            self.show_owner(items[0].data(Qt.ItemDataRole.UserRole))

    def _make(self) -> None:
        words, space = self.look.words, self.look.theme.space
        self._make_side()
        self._make_form()
        self.empty = Text(
            words.t("There are no sessions and no tables yet. Add them on the pages of the programme and the café."),
            "lead",
            wrap=True,
        )
        inside = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(space(16))
        self._row.addWidget(self.side, 1)
        self._row.addWidget(self.form, 2)
        self._row.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        self.empty.hide()

    def _make_side(self) -> None:
        look, words, space = self.look, self.look.words, self.look.theme.space
        self.side = QFrame()
        self.side.setProperty("kind", "card")
        self.search = SearchField(self._into_list)
        self.search.setAccessibleName(words.t("Search"))
        self.search.setPlaceholderText(words.t("Session, table or name"))
        self.search.textChanged.connect(lambda _text: self._show_list())
        self.list = QListWidget()
        self.list.setObjectName("badgelist")
        self.list.setAccessibleName(words.t("Sessions and tables"))
        self.list.setMinimumSize(QSize(0, look.theme.text_px(60)))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemSelectionChanged.connect(self._on_turned)
        self.list.itemActivated.connect(lambda _item: self.take_focus())
        self.count = Text("", "small", wrap=True)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(space(14), space(12), space(14), space(10))
        column.setSpacing(space(8))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.count)

    def _make_form(self) -> None:
        look, words, space = self.look, self.look.words, self.look.theme.space
        self.form = QFrame()
        self.form.setProperty("kind", "card")
        self.name, self.about = Text("", "title", wrap=True), Text("", "muted", wrap=True)
        name = words.t("What was found, a line each")
        self.editor = LinesEdit(look, name, high=110, hint=words.t("One finding per line"))
        self.editor.finished.connect(partial(self.step, 1))
        self.editor.written.connect(self.keep)
        self.author = Field(look, words.t("Who says so"), hint=words.t("Name, or nothing"))
        self.author.edit.setProperty("kind", "form")
        self.author.edit.textEdited.connect(self._on_author_typed)
        self.author.edit.editingFinished.connect(self.keep)
        key = f"{words.t('Ctrl')} {words.t('Enter')}"
        self.next = Button(look, words.t("Write, go on"), primary(look.theme.colours), key=key, size=14, high=38)
        self.next.clicked.connect(partial(self.step, 1))
        self.kept = Text("", "small")
        column = QVBoxLayout(self.form)
        column.setContentsMargins(space(20), space(14), space(20), space(16))
        column.setSpacing(space(8))
        for widget in (self.name, self.about):
            column.addWidget(widget)
        column.addWidget(self.editor, 1)
        column.addWidget(Text(words.t("Who says so"), "small"))
        column.addWidget(self.author)
        foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        foot.addWidget(self.next)
        foot.addWidget(self.kept)
        foot.addStretch(1)
        column.addLayout(foot)


def _line(words: Words, owner: Owner) -> str:
    count = len(owner.lines)
    said = words.n("one line", "{count} lines", count) if count else words.t("nothing yet")
    when = owner.about if owner.kind is FindingKind.SESSION else ""
    return "\n".join((owner.name, " · ".join(part for part in (when, said) if part)))
