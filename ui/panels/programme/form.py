"""A form for a room, a slot or a session: fields are checked while one types, and written when one says so."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from eventdesk.panels.room import Room
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from ui.look import Look
from ui.panels.programme.more import More
from ui.timers import single_shot
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.field import Field, Note, fine
from ui.widgets.segments import Segments
from ui.widgets.text import Text

Thing = Room | Slot | Session
T = TypeVar("T")
LONGEST = 200
"""So many letters fit into a line, or as many as there are already."""


class Form(QFrame):
    """One thing: a new one, or one that is there. `saved` carries its fields."""

    saved = Signal(object, object)
    removed = Signal(object)
    left = Signal()
    other_asked = Signal(object)

    def __init__(self, look: Look, title: str, save: str, thing: Thing) -> None:
        super().__init__()
        self.look, self.thing = look, thing
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self._fields: list[tuple[Field, Callable[[str], Note]]] = []
        self._given: dict[Field, str] = {}
        self._sure = False
        self._wrong: Field | None = None
        self._to_wrong = single_shot(self, self._bring_wrong)
        self.more: More | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(space(20), space(16), space(20), space(18))
        self.column.setSpacing(space(6))
        self._column = self.column
        self.column.addWidget(Text(title, "title", wrap=True))
        self.save = Button(look, save, primary(colours), size=14, high=38)
        self.leave = Button(look, words.t("Back"), plain(colours), key=words.t("Esc"), size=14, high=38)
        self.remove = Button(look, words.t("Remove …"), plain(colours), size=14, high=38)
        self.warning = Text("", "mind", wrap=True)
        self.warning.hide()
        self.save.clicked.connect(self._save)
        self.leave.clicked.connect(self.left)
        self.remove.clicked.connect(self._remove)
        if not thing.id:
            self.remove.hide()
            self._offer_others()

    def values(self) -> dict[str, Any]:
        """Return the fields as they were typed."""
        raise NotImplementedError

    def cost_of_removing(self) -> str:
        """Return what removing it means, to be said before."""
        return ""

    def take_focus(self) -> None:
        """Begin with the first field."""
        if self._fields:
            edit = self._fields[0][0].edit
            edit.setFocus(Qt.FocusReason.OtherFocusReason)
            edit.selectAll()

    def finish(self) -> None:
        """Put the buttons below the fields."""
        if self.more is not None:
            self.more.tell()
        self.column.addWidget(self.warning)
        self.column.addSpacing(self.look.theme.space(4))
        self._row = ButtonRow(self.look.theme.space(8), [self.save, self.leave, self.remove])
        self.column.addWidget(self._row)
        self.column.addStretch(1)

    def begin_more(self) -> None:
        """Fold away what is added from now on."""
        self.more = More(self.look)
        self.column.addWidget(self.more)
        self._column = self.more.column

    def add(self, name: str, widget: QWidget, is_filled: Callable[[], bool] | None = None) -> None:
        """Add a field below its name. `is_filled`: whether to name it where it is folded away."""
        self._column.addWidget(Text(name, "small", wrap=True))
        self._column.addWidget(widget)
        if self.more is not None and is_filled is not None:
            self.more.watch(name, is_filled)

    def line(self, name: str, text: str, check: Callable[[str], Note] = fine, *, hint: str = "") -> Field:
        """Add a line to be typed into."""
        field = Field(self.look, name, check, longest=max(LONGEST, len(text)), hint=hint, puts_back=False)
        field.edit.setProperty("kind", "form")
        field.show_text(text)
        field.edit.setCursorPosition(0)
        field.edit.returnPressed.connect(self._save)
        self.add(name, field, lambda: bool(field.text().strip()))
        self._fields.append((field, check))
        self._given[field] = field.text()
        return field

    def typed(self, field: Field, given: T, read: Callable[[str], T] | None = None) -> T | str:
        """Return what was typed into a line; where nothing was, what was given, as it was."""
        if field.text() == self._given[field]:
            return given
        text = field.text().strip()
        return text if read is None else read(text)

    def _offer_others(self) -> None:
        """Let one choose what is to be added."""
        words = self.look.words
        others: tuple[tuple[str, Thing], ...] = (
            (words.t("Session"), Session(0, "", "")),
            (words.t("Room"), Room(0, "", "", 0)),
            (words.t("Slot"), Slot(0, "", "", "")),
        )
        at = next(number for number, (_, other) in enumerate(others) if type(other) is type(self.thing))
        self.kinds = Segments(self.look, [name for name, _ in others], at, words.t("What is added"))
        self.kinds.chosen.connect(lambda number: self.other_asked.emit(others[number][1]))
        self.column.addWidget(self.kinds)

    def _save(self) -> None:
        for field, check in self._fields:
            note = check(field.text().strip())
            if note.wrong:
                if self.more is not None and self.more.isAncestorOf(field):
                    self.more.unfold(open_now=True)
                field.say(note)
                field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
                self._wrong = field
                self._to_wrong.start()
                return
        self.saved.emit(self.thing, self.values())

    def _bring_wrong(self) -> None:
        """Bring what is wrong into view, when it has its place."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and self._wrong is not None:
            around.ensureWidgetVisible(self._wrong)

    def _remove(self) -> None:
        """Say first what that means; do it when asked again."""
        if not self._sure:
            self._sure = True
            self.warning.setText(self.cost_of_removing())
            self.warning.show()
            self.remove.say(self.look.words.t("Remove it"))
            self._row.refit()
        else:
            self.removed.emit(self.thing)


def parts(text: str) -> tuple[str, ...]:
    """Return what stands between commas."""
    return tuple(dict.fromkeys(each.strip() for each in text.split(",") if each.strip()))


def number(text: str) -> int | None:
    """Return a number that was typed; None for nothing."""
    return int(text) if text.strip() else None
