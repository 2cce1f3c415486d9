"""The boxes of a side as a list, with everything that can be done to them: the picture for those who do not see it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout

from eventdesk.badges.design.template import Box
from ui.actions import ActionId, key_of
from ui.look import Look
from ui.templates import telling
from ui.templates.shapes import Kind
from ui.widgets.button import Button, plain
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping

_AT = int(Qt.ItemDataRole.UserRole)
MOST_LINES = 9


class _List(QListWidget):
    """Moving the mark chooses; Del takes away."""

    deleted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Del; everything else moves."""
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


class BoxList(QFrame):
    """The first line is the badge itself, then comes the box in front of all others."""

    chosen = Signal(object)
    add_asked = Signal(Kind)
    duplicate_asked = Signal()
    delete_asked = Signal()
    order_asked = Signal(int)

    def __init__(self, look: Look, *, closed: bool) -> None:
        super().__init__()
        self._look, self._closed = look, closed
        self.setProperty("kind", "card")
        words, space = look.words, look.theme.space
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(16), space(14), space(16), space(16))
        column.setSpacing(space(8))
        column.addWidget(Text(words.t("On this side"), "title"))
        self.list = _List()
        self.list.setObjectName("boxlist")
        self.list.setAccessibleName(words.t("On this side"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.deleted.connect(self.delete_asked)
        column.addWidget(self.list)
        self.duplicate = self._button(words.t("Duplicate"), key_of(words, ActionId.DUPLICATE))
        self.delete = self._button(words.t("Delete"), words.t("Del"))
        self.forwards = self._button(words.t("Forwards"), "")
        self.backwards = self._button(words.t("Backwards"), "")
        self.duplicate.clicked.connect(self.duplicate_asked)
        self.delete.clicked.connect(self.delete_asked)
        self.forwards.clicked.connect(lambda: self.order_asked.emit(1))
        self.backwards.clicked.connect(lambda: self.order_asked.emit(-1))
        self._deeds = (self.duplicate, self.delete, self.forwards, self.backwards)
        column.addWidget(Wrapping(space(6), self._deeds))
        column.addSpacing(space(6))
        column.addWidget(Text(words.t("Put on this side"), "label"))
        self.adding: dict[Kind, Button] = {}
        for kind in Kind:
            button = self._button(words.t(telling.KINDS[kind]), "")
            button.setAccessibleName(words.t("Put on this side: {kind}", kind=words.t(telling.KINDS[kind])))
            button.clicked.connect(lambda _checked=False, each=kind: self.add_asked.emit(each))
            button.setEnabled(not closed)
            self.adding[kind] = button
        column.addWidget(Wrapping(space(6), list(self.adding.values())))
        column.addStretch(1)

    def show_boxes(self, boxes: Sequence[Box], at: int | None) -> None:
        """Show these boxes, one of them chosen."""
        words = self._look.words
        lines = [(None, words.t("The badge"), "")] + [
            (number, telling.box_name(words, boxes[number]), telling.place_text(words, boxes[number]))
            for number in reversed(range(len(boxes)))
        ]
        self.list.blockSignals(True)
        while self.list.count() > len(lines):
            self.list.takeItem(self.list.count() - 1)
        for row, (number, name, place) in enumerate(lines):
            item = self.list.item(row) if row < self.list.count() else QListWidgetItem(self.list)
            item.setText(name)
            item.setToolTip(place)
            item.setData(_AT, number)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}. {place}" if place else name)
        self.list.setCurrentRow(0 if at is None else len(boxes) - at)
        self.list.blockSignals(False)
        self._fit()
        self._show_deeds(boxes, at)

    def _show_deeds(self, boxes: Sequence[Box], at: int | None) -> None:
        some = at is not None and not self._closed
        able = (some, some, some and at is not None and at + 1 < len(boxes), some and at is not None and at > 0)
        for button, can in zip(self._deeds, able, strict=True):
            if button.hasFocus() and not can:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(can)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the lines as they are dressed now."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.list.ensurePolished()
        line = max(self.list.sizeHintForRow(0), 24)
        space = self._look.theme.space
        self.list.setFixedHeight(line * min(MOST_LINES, self.list.count()) + space(18))

    def _on_row(self, row: int) -> None:
        item = self.list.item(row)
        if item is not None:
            self.chosen.emit(item.data(_AT))

    def _button(self, text: str, key: str) -> Button:
        return Button(self._look, text, plain(self._look.theme.colours), key=key, size=13, high=32)
