"""The card with everybody whose badge needs a look before it is printed, and a field to put it right at once."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QListWidgetItem

from eventdesk.badges.badge import BadgeReport, Field, Remark
from ui.badges import telling
from ui.badges.card import Card, Lines
from ui.badges.telling import Matter
from ui.look import Look
from ui.timers import single_shot
from ui.widgets.field import Field as TextField
from ui.widgets.text import Text
from ui.widgets.turning import turn

CORRECTABLE = {
    Field.TITLE: "title",
    Field.GIVEN_NAME: "given_name",
    Field.FAMILY_NAME: "family_name",
    Field.NATIVE_NAME: "native_name",
    Field.ORGANISATION: "organisation",
    Field.POSITION: "position",
}
MOST_LINES = 400
LINES_SEEN = 3
ROOM_BESIDE = 480
_RANK = {matter: rank for rank, matter in enumerate(Matter)}


@dataclass(frozen=True)
class Line:
    """One thing to look at."""

    matter: Matter
    remark: Remark


class _List(Lines):
    """Enter opens what is chosen."""

    opened = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class Remarks(Card):
    """Grows while badges are looked over beside the window."""

    person_asked = Signal(object)
    shown_asked = Signal(object)
    corrected = Signal(object, str, str)

    def __init__(self, look: Look) -> None:
        words = look.words
        super().__init__(look, words.t("Who needs a look"))
        self._lines: list[Line] = []
        self._chosen_before: Line | None = None
        self._can_write = True
        self.sentence = Text("", "muted", wrap=True)
        self.column.addWidget(self.sentence)
        self.list = _List(words.t("Who needs a look"))
        self.list.currentRowChanged.connect(self._show_chosen)
        self.list.opened.connect(self._begin_correction)
        self.list.itemDoubleClicked.connect(lambda _item: self._open())
        self.column.addWidget(self.list)
        self._fitting = single_shot(self, self._fit_list)
        self.name = Text("", "label")
        self.field = TextField(look, words.t("Correct"))
        self.field.edit.setProperty("kind", "form")
        self.field.entered.connect(self._correct)
        self.open = self.button(words.t("Open in People"))
        self.open.clicked.connect(self._open)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(look.theme.space(8))
        self._row.addWidget(self.name)
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.open)
        self.column.addLayout(self._row)
        self._show_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the field stand below its name where there is little room."""
        super().resizeEvent(event)
        turn(self._row, narrow=self.width() < ROOM_BESIDE * self.look.theme.scale)
        self._fitting.start()

    def lines(self) -> Sequence[Line]:
        """Return what is to be looked at, the gravest first."""
        return tuple(self._lines)

    def may_write(self, *, allowed: bool) -> None:
        """Know whether anything can be changed in this file."""
        self._can_write = allowed

    def begin(self) -> None:
        """Begin anew."""
        self._chosen_before = self._chosen()
        self._lines = []
        self.list.clear()
        self._show_chosen()

    def add(self, report: BadgeReport) -> None:
        """Take in what was found on some badges. What many badges have alike belongs to nobody and is told once."""
        groups = (
            (Matter.MISSING, report.missing_glyphs),
            (Matter.OVERFLOW, report.overflow),
            (Matter.SHRUNK, report.shrunk),
        )
        told = {(line.remark.field, line.remark.text) for line in self._lines if not line.remark.name}
        for matter, remarks in groups:
            for each in remarks:
                key = (each.field, each.text)
                if not each.name and key in told:
                    continue
                told.add(key)
                self._put(Line(matter, each))

    def say_progress(self, done: int, total: int) -> None:
        """Say how many badges were looked over."""
        words, found = self.look.words, len(self._lines)
        if done < total:
            said = words.t("Looking at badge {done} of {total} …", done=done, total=total)
        elif not total:
            said = ""
        elif not found:
            said = words.t("All texts have room and can be read. Nobody needs a look.")
        else:
            said = words.n(
                "One text needs a look before it is printed.",
                "{count} texts need a look before they are printed.",
                found,
            )  # fmt: skip
        self.sentence.setText(said)
        self.list.setVisible(found > 0)
        self._fitting.start()

    def next(self) -> None:
        """Go to the next one."""
        if self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + 1) % self.list.count())
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fit_list(self) -> None:
        lines = min(LINES_SEEN, self.list.count())
        high = sum(self.list.sizeHintForRow(at) for at in range(lines))
        self.list.setFixedHeight(high + 2 * self.list.frameWidth() + self.look.theme.space(10))

    def _put(self, line: Line) -> None:
        at = bisect_right(self._lines, _RANK[line.matter], key=lambda each: _RANK[each.matter])
        self._lines.insert(at, line)
        if at < MOST_LINES:
            words = self.look.words
            self.list.insertItem(
                at,
                QListWidgetItem(
                    f"{line.remark.name or line.remark.text}\n{telling.remark(words, line.matter, line.remark)}"
                ),
            )
            key = (line.remark.person, line.remark.field)
            if self._chosen_before is not None and key == (
                self._chosen_before.remark.person,
                self._chosen_before.remark.field,
            ):
                self.list.setCurrentRow(at)

    def _chosen(self) -> Line | None:
        row = self.list.currentRow()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _show_chosen(self) -> None:
        line = self._chosen()
        named = line is not None and bool(line.remark.name)
        self.open.setVisible(named)
        shown = line is not None and named and line.remark.field in CORRECTABLE and self._can_write
        self.name.setVisible(shown)
        self.field.setVisible(shown)
        if line is None:
            return
        label = telling.field_name(self.look.words, line.remark.field)
        self.name.setText(label)
        self.field.setAccessibleName(label)
        self.field.show_text(line.remark.text)
        self.shown_asked.emit(line.remark.person)

    def _begin_correction(self) -> None:
        if self.field.isVisible():
            self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.edit.selectAll()
        else:
            self._open()

    def _correct(self, text: str) -> None:
        line = self._chosen()
        if line is not None:
            self.corrected.emit(line.remark.person, CORRECTABLE[line.remark.field], text)

    def _open(self) -> None:
        line = self._chosen()
        if line is not None:
            self.person_asked.emit(line.remark.person)
