"""The card of clerks and organisers: their PINs, when a desk falls back, and who may do what, said honestly."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from eventdesk.pins import MINUTES
from eventdesk.rights import Level
from eventdesk.words import Words, mark
from ui.actions import ActionId, key_of
from ui.look import Look
from ui.rights.keeper import Keeper
from ui.rights.new_pin import NewPin
from ui.rights.telling import duties
from ui.settings.card import Card
from ui.widgets.button import Button, plain
from ui.widgets.segments import Segments
from ui.widgets.text import Text
from ui.widgets.turning import turn


class PinLine(QWidget):
    """Whether a level has a PIN, and what can be done about it."""

    def __init__(self, look: Look, title: str, on_set: Callable[[], None], on_drop: Callable[[], None]) -> None:
        super().__init__()
        words, theme = look.words, look.theme
        self._words = words
        self.state = Text("", "muted", wrap=True)
        self.set_button = Button(look, "", plain(theme.colours), size=14, high=38)
        self.set_button.clicked.connect(on_set)
        self.drop_button = Button(look, words.t("Remove"), plain(theme.colours), size=14, high=38)
        self.drop_button.clicked.connect(on_drop)
        for button in (self.set_button, self.drop_button):
            button.setAccessibleDescription(title)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(Text(title, "strong", wrap=True))
        said.addWidget(self.state)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(8))
        buttons.addWidget(self.set_button)
        buttons.addWidget(self.drop_button)
        buttons.addStretch(1)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.space(8))
        self.row.addLayout(said, 2)
        self.row.addLayout(buttons, 3)

    def show_state(self, *, has_pin: bool, told: str, may: bool) -> None:
        """Show whether there is a PIN, what that means, and whether it can be changed."""
        words = self._words
        self.state.setText(told)
        self.set_button.say(words.t("Change the PIN …") if has_pin else words.t("Set a PIN …"))
        self.set_button.setEnabled(may)
        self.drop_button.setVisible(has_pin)
        self.drop_button.setEnabled(may)


class RightsCard(Card):
    """Everything takes effect at once."""

    TITLE = mark("Clerks and organisers")

    def __init__(self, look: Look, keeper: Keeper, *, closed: bool) -> None:
        words = look.words
        super().__init__(
            look,
            words.t(self.TITLE),
            words.t(
                "A PIN protects from mistakes: whoever does not know it checks people in, and changes nothing else. "
                "It does not protect from somebody who takes the file with them: only an encrypted disk does."
            ),
        )
        self._keeper, self._closed = keeper, closed
        self.lines = {
            level: PinLine(look, title, partial(self._set, level), partial(self._drop, level))
            for level, title in (
                (Level.ORGANISER, words.t("PIN for organisers")),
                (Level.CLERK, words.t("PIN for clerks")),
            )
        }
        for line in self.lines.values():
            self.column.addWidget(line)
        self.new = NewPin(look, keeper)
        self.new.left.connect(self._on_left)
        self.column.addWidget(self.new)
        name = words.t("Locks by itself after")
        self.minutes = Segments(look, _minutes(words), MINUTES.index(keeper.pins.minutes), name)
        self.minutes.chosen.connect(lambda at: self._do(lambda: keeper.keep_minutes(MINUTES[at])))
        self.rows.add(name, self.minutes)
        self.keys = Text("", "small", wrap=True)
        self.column.addWidget(self.keys)
        self._table = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._table.setSpacing(look.theme.space(18))
        for title, level in (
            (words.t("Clerks may"), Level.CLERK),
            (words.t("Only organisers may"), Level.ORGANISER),
        ):
            self._table.addLayout(self._listed(title, duties(words, level)), 1)
        self.column.addSpacing(look.theme.space(4))
        self.column.addLayout(self._table)
        self._level = Level.ORGANISER
        keeper.turned.connect(self.refresh)
        self.refresh()

    def fit(self, *, narrow: bool) -> None:
        """Put buttons below what they are about, and one list below the other, where there is little room."""
        super().fit(narrow=narrow)
        turn(self._table, *(line.row for line in self.lines.values()), narrow=narrow)

    def refresh(self) -> None:
        """Show which PINs there are."""
        words, kept, guarded = self.look.words, self._keeper.pins, self._keeper.guarded
        told = (
            words.t("Set: every desk starts for clerks.") if guarded else words.t("None: everybody may do everything.")
        )
        self.lines[Level.ORGANISER].show_state(has_pin=guarded, told=told, may=not self._closed)
        if kept.clerk:
            told = words.t("Set: it is needed to open the event, and a desk can be locked.")
        else:
            told = words.t("None: a desk cannot be locked.")
        clerks = self.lines[Level.CLERK]
        clerks.setVisible(guarded)
        clerks.show_state(has_pin=bool(kept.clerk), told=told, may=not self._closed)
        self.minutes.choose(MINUTES.index(kept.minutes))
        self.minutes.setEnabled(guarded and not self._closed)
        self.keys.setVisible(guarded)
        if kept.clerk:
            self.keys.setText(
                words.t(
                    "{key} locks what is for organisers, or unlocks it. {other} locks the desk.",
                    key=key_of(words, ActionId.LOCK),
                    other=key_of(words, ActionId.LOCK_DESK),
                )
            )
        else:
            self.keys.setText(
                words.t("{key} locks what is for organisers, or unlocks it.", key=key_of(words, ActionId.LOCK))
            )

    def _listed(self, title: str, lines: Sequence[str]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.look.theme.space(3))
        column.addWidget(Text(title, "label"))
        for line in lines:
            column.addWidget(Text(line, "small", wrap=True))
        column.addStretch(1)
        return column

    def _set(self, level: Level) -> None:
        self._level = level
        self.new.ask(level)

    def _drop(self, level: Level) -> None:
        self._level = level
        self._do(lambda: self._keeper.drop_pin(level))
        self._on_left()

    def _on_left(self) -> None:
        line = self.lines[self._level]
        (line if not line.isHidden() else self.lines[Level.ORGANISER]).set_button.setFocus()


def _minutes(words: Words) -> list[str]:
    return [words.t("{minutes} min", minutes=each) if each else words.t("never") for each in MINUTES]
