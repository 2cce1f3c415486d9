"""The form of one check-in point: name, kind, rule, places, who, when, order, and taking it out of use."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from eventdesk.checkin.point import Point, PointKind, Rule
from ui.dates import day_text
from ui.look import Look
from ui.settings.chips import Chips
from ui.settings.flow import SettingsFlow
from ui.settings.naming import name_trouble
from ui.settings.rows import Rows
from ui.widgets.button import Button, plain
from ui.widgets.field import Field, Note
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping

LONGEST_NAME = 80
MOST_PLACES = 1_000_000
ROOM = 40
"""Room for longer numbers than are taken, so that none is cut to another."""


class PointForm(QFrame):
    """Everything takes effect at once."""

    changed = Signal(Point)
    moved = Signal(object, int)
    removed = Signal(object)

    def __init__(self, look: Look, flow: SettingsFlow, kinds: Sequence[tuple[PointKind, str]]) -> None:
        super().__init__()
        self.setObjectName("form")
        self._look, self._flow = look, flow
        self._point = Point(0, "")
        words, theme = look.words, look.theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.space(16), theme.space(12), theme.space(16), theme.space(14))
        self._column.setSpacing(theme.space(8))
        self._rows = Rows(look, self._column)
        self.name = Field(look, words.t("Name"), self._check_name, longest=LONGEST_NAME)
        self.name.entered.connect(lambda text: self._change(replace(self._point, name=text)))
        self._rows.add(words.t("Name"), self.name)
        self.kind = SteadyBox(words.t("Kind"))
        for kind, text in kinds:
            self.kind.addItem(text, kind)
        self.kind.activated.connect(lambda: self._change(replace(self._point, kind=PointKind(self.kind.currentData()))))
        self._rows.add(words.t("Kind"), self.kind)
        self.rule = SteadyBox(words.t("A person may enter"))
        self.rule.activated.connect(lambda: self._change(replace(self._point, rule=Rule(self.rule.currentData()))))
        self._rows.add(words.t("A person may enter"), self.rule)
        self.capacity = Field(look, words.t("Places"), self._check_places, longest=ROOM, hint=words.t("no limit"))
        self.capacity.entered.connect(lambda text: self._change(replace(self._point, capacity=int(text or 0) or None)))
        self._rows.add(words.t("Places"), self.capacity)
        book = flow.book()
        roles = [(line.code, book.name(words, line.code)) for line in flow.roles()]
        self.roles = self._chips(words.t("Only for these roles (none chosen: for everyone)"), roles)
        self.roles.chosen.connect(lambda keys: self._change(replace(self._point, roles=keys)))
        days = [(day, day_text(words, day)) for day in flow.days()]
        self.days: Chips | None = None
        if len(days) > 1:
            self.days = self._chips(words.t("Only on these days (none chosen: on every day)"), days)
            self.days.chosen.connect(lambda keys: self._change(replace(self._point, days=keys)))
        self._add_buttons()
        if flow.closed is not None:
            for child in self.findChildren(QWidget):
                if not isinstance(child, Text):
                    child.setEnabled(False)

    def show_rules(self, rules: Sequence[tuple[Rule, str]]) -> None:
        """Offer these rules."""
        for rule, text in rules:
            self.rule.addItem(text, rule)

    def show_point(self, point: Point, *, first: bool, last: bool) -> None:
        """Show a point as it is stored."""
        self._point = point
        self.name.show_text(point.name)
        self.kind.setCurrentIndex(max(0, self.kind.findData(point.kind)))
        self.rule.setCurrentIndex(max(0, self.rule.findData(point.rule)))
        self.capacity.show_text("" if point.capacity is None else str(point.capacity))
        self.roles.show_chosen(point.roles)
        if self.days is not None:
            self.days.show_chosen(point.days)
        closed = self._flow.closed is not None
        for button, enabled in ((self.up, not first), (self.down, not last), (self.remove, not (first and last))):
            if button.hasFocus() and not enabled:
                self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(enabled and not closed)

    def fit(self, *, narrow: bool) -> None:
        """Arrange everything for a narrow page, or a wide one."""
        self._rows.fit(narrow=narrow)

    def _add_buttons(self) -> None:
        look, words = self._look, self._look.words
        colours = look.theme.colours
        self.up = Button(look, words.t("Up"), plain(colours), icon="up", size=14, high=38)
        self.down = Button(look, words.t("Down"), plain(colours), icon="down", size=14, high=38)
        self.remove = Button(look, words.t("Remove"), plain(colours), icon="close", size=14, high=38)
        self.up.clicked.connect(lambda: self.moved.emit(self._point.id, -1))
        self.down.clicked.connect(lambda: self.moved.emit(self._point.id, 1))
        self.remove.clicked.connect(lambda: self.removed.emit(self._point.id))
        self._column.addSpacing(look.theme.space(4))
        self._column.addWidget(Wrapping(look.theme.space(8), [self.up, self.down, self.remove]))

    def _chips(self, title: str, items: Sequence[tuple[str, str]]) -> Chips:
        chips = Chips(self._look, title, items, ())
        self._column.addSpacing(self._look.theme.space(2))
        self._column.addWidget(Text(title, "", wrap=True))
        self._column.addWidget(chips)
        return chips

    def _change(self, point: Point) -> None:
        if point != self._point:
            self.changed.emit(point)

    def _check_name(self, name: str) -> Note:
        trouble = self._flow.wrong_name(name, self._point.id)
        return Note(name_trouble(self._look.words, trouble), wrong=True) if trouble else Note()

    def _check_places(self, text: str) -> Note:
        if not text or (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_PLACES):
            return Note()
        return Note(self._look.words.t("Write a number, or leave it empty for no limit."), wrong=True)
