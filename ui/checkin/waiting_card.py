"""What stands in the place of the verdict before the first scan."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from eventdesk.checkin.scan import Direction
from ui.actions import ActionId, action, key_of
from ui.icons import IconView
from ui.look import Look
from ui.timers import single_shot
from ui.widgets.button import Button, Dress, plain, primary
from ui.widgets.keys import KeyCap
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping

HINTS = (ActionId.WALK_IN, ActionId.UNDO, ActionId.HELP)
NEW_POINT_MS = 5000
"""So long another point is told in large letters."""
ICON = 64


class WaitingCard(QFrame):
    """Ready: what to do first, and three keys to know. Tells another point, and how to begin with an empty list."""

    asked = Signal(ActionId)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._look = look
        theme = look.theme
        middle = Qt.AlignmentFlag.AlignHCenter
        self._point, self._direction = "", Direction.IN
        self._named, self._moved, self._empty, self._offered = False, False, False, False
        self._icon = IconView(look.icons, "scan", theme.colours.muted, theme.text_px(ICON))
        self._title = Text("", "display", wrap=True)
        self._where = Text("", "strong", wrap=True)
        self._lead = Text("", "lead", wrap=True)
        for text in (self._title, self._where, self._lead):
            text.setAlignment(middle)
        self._first_steps = self._make_first_steps()
        self._counter = self._button(ActionId.COUNT, look.words.t(action(ActionId.COUNT).text), plain(theme.colours))
        self._keys = self._make_keys()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.space(24), theme.space(12), theme.space(24), theme.space(20))
        self._column.setSpacing(theme.space(8))
        self._column.addStretch(2)
        self._column.addWidget(self._icon, 0, middle)
        for text in (self._title, self._where, self._lead):
            self._column.addWidget(text)
        self._column.addSpacing(theme.space(8))
        self._column.addWidget(self._first_steps)
        self._column.addWidget(self._counter, 0, middle)
        self._column.addStretch(3)
        self._column.addWidget(self._keys, 0, middle)
        self.back = single_shot(self, self._be_ready, NEW_POINT_MS)
        self._tell()

    def show_point(self, name: str, direction: Direction) -> None:
        """Know where is scanned, and which way people go."""
        self._point, self._direction = name, direction
        self._tell()

    def tell_move(self) -> None:
        """Tell for a moment in large letters where is scanned from now on."""
        self._moved = True
        self.back.start()
        self._tell()
        if self._named and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._point))

    def name_point(self, *, named: bool) -> None:
        """Say always where is scanned, because nothing else on the page does, or not."""
        if named != self._named:
            self._named = named
            self._tell()

    def show_empty(self, *, empty: bool) -> None:
        """Know whether nobody is in the list yet."""
        if empty != self._empty:
            self._empty = empty
            self._tell()

    def offer_counter(self, *, offered: bool) -> None:
        """Know whether people can be counted here without their names."""
        if offered != self._offered:
            self._offered = offered
            self._tell()

    def first_steps(self) -> list[Button]:
        """Return the buttons that an empty list offers."""
        return list(self._first_steps.findChildren(Button))

    def texts(self) -> list[str]:
        """Return what can be read, from the top."""
        return [text.text() for text in (self._title, self._where, self._lead) if not text.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low or narrow card leave out the keys, then the icon, then what to do."""
        super().resizeEvent(event)
        self._fit()

    def _be_ready(self) -> None:
        self._moved = False
        self._tell()

    def _tell(self) -> None:
        words, muted = self._look.words, self._look.theme.colours.muted
        where = ""
        if self._moved:
            icon, title, lead = "pin", self._point, self._scanned_here()
        elif self._empty:
            icon, title = "people", words.t("Nobody is in the list yet")
            lead = words.t("Import a list of people, or add them one by one.")
        else:
            icon, title, where = "scan", words.t("Ready"), self._point if self._named else ""
            lead = words.t("Scan a badge, or type the first letters of a name.")
        self._icon.show_icon(icon, muted)
        for text, said in ((self._title, title), (self._where, where), (self._lead, lead)):
            text.setText(said)
            text.setVisible(bool(said))
        self._first_steps.setVisible(self._empty and not self._moved)
        self._fit()

    def _scanned_here(self) -> str:
        words = self._look.words
        if self._direction is Direction.OUT:
            return words.t("Scanning here from now on: people who leave.")
        return words.t("Scanning here from now on.")

    def _fit(self) -> None:
        margins, gap = self._column.contentsMargins(), self._column.spacing()
        inside = self.contentsRect()
        width = inside.width() - margins.left() - margins.right()
        room = inside.height() - margins.top() - margins.bottom() - gap
        room -= self._fit_texts(width, room)
        if not self._first_steps.isHidden():
            high = self._first_steps.heightForWidth(width)
            self._first_steps.setFixedHeight(high)
            room -= high + gap
        high = self._counter.sizeHint().height() + gap
        self._counter.setVisible(self._offered and not self._empty and high <= room)
        room -= high if not self._counter.isHidden() else 0
        keys = self._keys.sizeHint()
        shown = self._first_steps.isHidden() and keys.width() <= width and keys.height() + gap <= room
        self._keys.setVisible(shown)
        room -= keys.height() + gap if shown else 0
        self._icon.setVisible(self._icon.height() + gap <= room)

    def _fit_texts(self, width: int, room: int) -> int:
        """Where little fits, say the title in smaller letters, then leave out what to do; returns the height needed."""
        gap, texts = self._column.spacing(), (self._title, self._where, self._lead)
        for letters in ("display", "heading"):
            self._title.be(letters)
            heights = [text.heightForWidth(width) + gap if text.text() else 0 for text in texts]
            fits = sum(heights) <= room
            if fits and heights[0] <= room // 2:
                break
        self._lead.setVisible(fits and bool(self._lead.text()))
        return sum(heights if fits else heights[:-1])

    def _make_first_steps(self) -> Wrapping:
        look, words = self._look, self._look.words
        colours, ids = look.theme.colours, (ActionId.IMPORT_LIST, ActionId.WALK_IN)
        texts = (words.t("Import a list"), words.t(action(ActionId.WALK_IN).text))
        buttons = []
        for wanted, text, dress in zip(ids, texts, (primary(colours), plain(colours)), strict=True):
            buttons.append(self._button(wanted, text, dress))
        return Wrapping(look.theme.space(12), buttons, centred=True)

    def _button(self, wanted: ActionId, text: str, dress: Dress) -> Button:
        button = Button(self._look, text, dress, key=key_of(self._look.words, wanted), size=16, high=46)
        button.clicked.connect(lambda: self.asked.emit(wanted))
        return button

    def _make_keys(self) -> QWidget:
        theme, words = self._look.theme, self._look.words
        made = QWidget()
        keys = QHBoxLayout(made)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(theme.space(8))
        for hint in HINTS:
            keys.addWidget(KeyCap(theme, key_of(words, hint)))
            keys.addWidget(Text(words.t(action(hint).text), "small"))
            keys.addSpacing(theme.space(10) if hint is not HINTS[-1] else 0)
        return made
