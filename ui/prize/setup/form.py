"""The form of a poll: its title, its rules, what can be voted for."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from eventdesk.prize.poll import NewEntry, Poll, TieRule
from ui.look import Look
from ui.prize.setup.entry_list import EntryList
from ui.widgets.button import Button, plain, primary
from ui.widgets.card import Card
from ui.widgets.field import Field, QuickField
from ui.widgets.segments import Segments
from ui.widgets.text import Text
from ui.widgets.tick import Tick
from ui.widgets.wrapping import Wrapping

RULES = (TieRule.DRAW, TieRule.RUN_OFF)


class PollForm(Card):
    """A new poll, or one that is not open yet."""

    saved = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.words.t("Poll"))
        words, theme = look.words, look.theme
        self.name = Field(look, words.t("Title"), longest=120, puts_back=False)
        self.name.edit.setProperty("kind", "form")
        self.tie = Segments(look, [words.t("By lot"), words.t("By a run-off")], 0, words.t("What decides a tie"))
        self.own = Tick(theme, words.t("Nobody votes for their own stand"), ticked=True)
        self.counted = Text("", "muted", wrap=True)
        self.entries = EntryList(look)
        self.project = QuickField(
            look, words.t("Add a project"), longest=120, hint=words.t("Add a project without a stand"), puts_back=False
        )
        self.project.edit.setProperty("kind", "form")
        self.all = Button(look, words.t("Tick all"), plain(theme.colours), size=13, high=32)
        self.none = Button(look, words.t("Tick none"), plain(theme.colours), size=13, high=32)
        self.save = Button(look, words.t("Save"), primary(theme.colours), size=14, high=38)
        self.leave = Button(look, words.t("Back"), plain(theme.colours), key=words.t("Esc"), size=14, high=38)
        self._row(words.t("Title"), self.name)
        self._row(words.t("What decides a tie"), self.tie)
        self.column.addWidget(self.own)
        self._row(words.t("What can be voted for"), self.counted)
        self.column.addWidget(Wrapping(theme.space(8), [self.all, self.none]))
        self.column.addWidget(self.entries, 1)
        self.column.addWidget(self.project)
        self.column.addWidget(Wrapping(theme.space(8), [self.save, self.leave]))
        self._write: Callable[[], bool] = lambda: False
        self.entries.counted.connect(self._show_count)
        self.project.entered.connect(lambda name: self.entries.add(NewEntry(name)))
        self.all.clicked.connect(lambda: self.entries.tick_all(ticked=True))
        self.none.clicked.connect(lambda: self.entries.tick_all(ticked=False))
        self.name.edit.returnPressed.connect(self.try_to_save)
        self.save.clicked.connect(self.try_to_save)
        self.leave.clicked.connect(self.left)

    def begin(
        self, poll: Poll | None, offered: Sequence[NewEntry], write: Callable[[], bool], *, way_out: bool
    ) -> None:
        """Begin with a poll, or a new one; `offered` are exhibitors, `write` stores what is here."""
        words = self.look.words
        self._write = write
        self.title.setText(words.t("New poll") if poll is None else words.t("Change the poll"))
        self.name.show_text(poll.title if poll is not None else words.t("Audience prize"))
        self.tie.choose(RULES.index(poll.tie) if poll is not None else 0)
        self.own.box.setChecked(poll.own_barred if poll is not None else True)
        mine = [] if poll is None else [NewEntry(each.name, each.exhibitor, each.number) for each in poll.entries]
        taken = {entry.exhibitor for entry in mine}
        others = [entry for entry in offered if entry.exhibitor not in taken]
        self.entries.show_entries([(entry, True) for entry in mine] + [(entry, poll is None) for entry in others])
        self.leave.setVisible(way_out)

    def take_focus(self) -> None:
        """Begin with the title."""
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.edit.selectAll()

    def rules(self) -> tuple[str, list[NewEntry], bool, TieRule]:
        """Return the title, what can be voted for, whether the own stand is barred, what decides a tie."""
        return self.name.text(), self.entries.chosen(), self.own.box.isChecked(), RULES[self.tie.at()]

    def try_to_save(self) -> None:
        """Store it."""
        if self._write():
            self.saved.emit()

    def _row(self, name: str, widget: QWidget) -> None:
        self.column.addWidget(Text(name, "small", wrap=True))
        self.column.addWidget(widget)

    def _show_count(self, number: int) -> None:
        words = self.look.words
        told = words.n("One is ticked.", "{count} are ticked.", number)
        self.counted.setText(f"{told} {words.t('Space ticks or unticks a line.')}")
