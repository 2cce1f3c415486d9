"""The card of the roles: what they are called in both languages, and their colour on badges and in lists."""

from PySide6.QtWidgets import QWidget

from eventdesk.words import mark
from ui.look import Look
from ui.settings.card import Card
from ui.settings.flow import SettingsFlow
from ui.settings.fold import Fold, Item
from ui.settings.role_form import LONGEST_NAME, RoleForm
from ui.widgets.button import Button, plain
from ui.widgets.field import QuickField


class RolesCard(Card):
    """Roles that people have stand here; the others come when they are asked for."""

    TITLE = mark("Roles and colours")

    def __init__(self, look: Look, flow: SettingsFlow) -> None:
        words, colours = look.words, look.theme.colours
        super().__init__(
            look,
            words.t(self.TITLE),
            words.t("What people come as. The colour is on badges and in lists."),
        )
        self._flow = flow
        self._all = False
        self.fold = Fold(look, self._form)
        self.column.addWidget(self.fold)
        self._show_lines()
        self.more = Button(look, words.t("Show all roles"), plain(colours), icon="down", size=14, high=38)
        self.more.clicked.connect(self._show_all)
        self.column.addWidget(self.more)
        self.new = QuickField(look, words.t("New role"), longest=LONGEST_NAME, hint=words.t("New role"))
        self.add_button = Button(look, words.t("Add role"), plain(colours), icon="new")
        self.add_button.clicked.connect(self.new.hand_on)
        self.new.entered.connect(self._add)
        self.rows.add_line([self.new, self.add_button], stretch=0)
        if flow.closed is not None:
            self.new.setEnabled(False)
            self.add_button.setEnabled(False)
        self.refresh()

    def refresh(self) -> None:
        """Show the roles as they are now."""
        self.more.setVisible(self._show_lines())
        form = self.fold.form()
        if isinstance(form, RoleForm):
            form.show_role(self._flow.book())

    def _show_lines(self) -> bool:
        """Show a line for each role; returns whether some were left out."""
        words, book = self.look.words, self._flow.book()
        lines = self._flow.roles()
        chosen = {*book.chosen(), self.fold.opened}
        shown = [line for line in lines if self._all or line.people or line.code in chosen] or lines
        items = []
        for line in shown:
            other = "en" if words.language == "de" else "de"
            count = words.n("one person", "{count} people", line.people) if line.people else words.t("nobody yet")
            told = " · ".join(part for part in (count, book.entry(line.code).names.get(other, "")) if part)
            name = book.name(words, line.code)
            items.append(Item(line.code, name, told, book.colour(line.code), book.ink(line.code)))
        self.fold.show_items(items)
        return len(shown) < len(lines)

    def fit(self, *, narrow: bool) -> None:
        """Arrange the open form, too."""
        super().fit(narrow=narrow)
        form = self.fold.form()
        if isinstance(form, RoleForm):
            form.fit(narrow=narrow)

    def _form(self, code: str) -> QWidget:
        form = RoleForm(self.look, code, closed=self._flow.closed is not None)
        form.fit(narrow=self.rows.narrow)
        form.coloured.connect(lambda colour: self._do(lambda: self._flow.change_role(code, colour=colour)))
        form.named.connect(
            lambda language, name: self._do(lambda: self._flow.change_role(code, names={language: name}))
        )
        form.forgotten.connect(lambda: self._do(lambda: self._flow.forget_role(code)))
        form.show_role(self._flow.book())
        return form

    def _show_all(self) -> None:
        self._all = True
        self.refresh()
        self.fold.focus_line(self.fold.lines()[0].item_key())

    def _add(self, name: str) -> None:
        codes: list[str] = []
        self._do(lambda: codes.append(self._flow.add_role(name)))
        if codes and codes[0]:
            self._all = self._all or codes[0] not in {line.item_key() for line in self.fold.lines()}
            self.refresh()
            self.fold.open_item(codes[0])
            self.fold.focus_line(codes[0])
