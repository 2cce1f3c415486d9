"""The card of the check-in points: which there are, and who may pass how often."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from eventdesk.checkin.point import Point, PointKind, Rule
from eventdesk.words import mark
from ui.look import Look
from ui.settings.card import Card
from ui.settings.flow import SettingsFlow
from ui.settings.fold import Fold, Item
from ui.settings.naming import kind_name, name_trouble, rule_name
from ui.settings.point_form import LONGEST_NAME, PointForm
from ui.widgets.button import Button, plain
from ui.widgets.emptied import empty
from ui.widgets.field import Note, QuickField
from ui.widgets.text import Text


class PointsCard(Card):
    """One point at a time is open."""

    TITLE = mark("Check-in points")

    def __init__(self, look: Look, flow: SettingsFlow) -> None:
        words = look.words
        super().__init__(
            look,
            words.t(self.TITLE),
            words.t("Where badges are scanned: entrances, rooms, counters. Every desk chooses one of them."),
        )
        self._flow = flow
        self.fold = Fold(look, self._form)
        self.column.addWidget(self.fold)
        self._show_lines()
        self.new = QuickField(look, words.t("New point"), self._check, longest=LONGEST_NAME, hint=words.t("New point"))
        self.add_button = Button(look, words.t("Add point"), plain(look.theme.colours), icon="new")
        self.add_button.clicked.connect(self.new.hand_on)
        self.new.entered.connect(self._add)
        self.rows.add_line([self.new, self.add_button], stretch=0)
        self._retired = QVBoxLayout()
        self._retired.setSpacing(look.theme.space(4))
        self._shown_retired: list[tuple[int, str]] = []
        self.column.addLayout(self._retired)
        if flow.closed is not None:
            self.new.setEnabled(False)
            self.add_button.setEnabled(False)
        self.refresh()

    def refresh(self) -> None:
        """Show the points as they are now."""
        used = self._show_lines()
        form = self.fold.form()
        if isinstance(form, PointForm):
            number = next((n for n, point in enumerate(used) if str(point.id) == self.fold.opened), 0)
            form.show_point(used[number], first=number == 0, last=number == len(used) - 1)
        self._show_retired([point for point in self._flow.points() if point.retired])

    def _show_lines(self) -> list[Point]:
        used = [point for point in self._flow.points() if not point.retired]
        self.fold.show_items([Item(str(point.id), point.name, self._line(point)) for point in used])
        return used

    def _line(self, point: Point) -> str:
        words, book = self.look.words, self._flow.book()
        parts = [kind_name(words, point.kind), rule_name(words, point.rule)]
        if point.capacity is not None:
            parts.append(words.n("one place", "{count} places", point.capacity))
        if point.roles:
            names = ", ".join(book.name(words, role) for role in point.roles)
            parts.append(words.t("only {roles}", roles=names))
        if point.days:
            parts.append(words.n("on one day", "on {count} days", len(point.days)))
        return " · ".join(parts)

    def _form(self, key: str) -> QWidget:
        form = PointForm(self.look, self._flow, [(kind, kind_name(self.look.words, kind)) for kind in PointKind])
        form.show_rules([(rule, rule_name(self.look.words, rule)) for rule in Rule])
        form.fit(narrow=self.rows.narrow)
        form.changed.connect(lambda point: self._do(lambda: self._flow.change_point(point)))
        form.moved.connect(lambda point, steps: self._do(lambda: self._flow.move_point(point, steps)))
        form.removed.connect(self._remove)
        used = [point for point in self._flow.points() if not point.retired]
        number = next(n for n, point in enumerate(used) if str(point.id) == key)
        form.show_point(used[number], first=number == 0, last=number == len(used) - 1)
        return form

    def fit(self, *, narrow: bool) -> None:
        """Arrange the open form, too."""
        super().fit(narrow=narrow)
        form = self.fold.form()
        if isinstance(form, PointForm):
            form.fit(narrow=narrow)

    def _show_retired(self, points: list[Point]) -> None:
        shown = [(point.id, point.name) for point in points]
        if shown == self._shown_retired:
            return
        self._shown_retired = shown
        empty(self._retired)
        self._retired.setContentsMargins(0, self.look.theme.space(6) if points else 0, 0, 0)
        if not points:
            return
        words = self.look.words
        self._retired.addWidget(
            Text(words.t("Not in use any more; the scans made there count as before"), "label", wrap=True)
        )
        for point in points:
            name = words.t("Use “{point}” again", point=point.name)
            button = Button(self.look, name, plain(self.look.theme.colours), icon="again", size=14, high=36)
            button.setEnabled(self._flow.closed is None)
            button.clicked.connect(partial(self._use_again, point.id))
            self._retired.addWidget(button)

    def _use_again(self, point_id: int) -> None:
        self._do(lambda: self._flow.use_again(point_id))

    def _check(self, name: str) -> Note:
        if not name:
            return Note()
        trouble = self._flow.wrong_name(name)
        return Note(name_trouble(self.look.words, trouble), wrong=True) if trouble else Note()

    def _add(self, name: str) -> None:
        added: list[Point] = []
        self._do(lambda: added.append(self._flow.add_point(name)))
        if added:
            self.fold.open_item(str(added[0].id))
            self.fold.focus_line(str(added[0].id))

    def _remove(self, point_id: int) -> None:
        words = self.look.words
        point = self._flow.point(point_id)
        name = point.name if point else ""

        def remove() -> None:
            gone = self._flow.remove_point(point_id)
            self.said.emit(
                words.t("“{point}” was removed.", point=name)
                if gone
                else words.t("“{point}” is not in use any more. The scans made there count as before.", point=name)
            )

        self._do(remove)
        self.new.edit.setFocus()
