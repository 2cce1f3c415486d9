"""Two people side by side, field by field: whose value is kept, and then one of them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from eventdesk.merging.choice import Difference, Take, contradictions, differences
from eventdesk.people.code import grouped
from eventdesk.people.consent import consents_text
from eventdesk.people.person import Person, Status
from eventdesk.people.role import sector_name
from ui.actions import ActionId, key_text
from ui.facets import STATUS_NAMES
from ui.look import Look
from ui.people import telling
from ui.people.chips import Lines
from ui.people.columns import Speech
from ui.people.fields import SEPARATOR, label
from ui.people.keys import key_here
from ui.widgets.button import Button, plain, primary
from ui.widgets.pressable import Pressable
from ui.widgets.text import Text, laid_out, wrapping

NARROWEST = 150


class Cell(Pressable):
    """A value to choose, on as many lines as it needs."""

    def __init__(self, look: Look, text: str, name: str) -> None:
        super().__init__()
        self._look = look
        self.setText(text)
        self.setAccessibleName(f"{name}: {text}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrow means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return round(self._lines(width).boundingRect().height()) + self._look.theme.space(16)

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        width = round(NARROWEST * self._look.theme.scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A line is the least."""
        theme = self._look.theme
        return QSize(round(NARROWEST * 0.6 * theme.scale), self._metrics().height() + theme.space(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a frame, a ring that is filled when chosen, and the text."""
        theme, colours, painter = self._look.theme, self._look.theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        edge = (
            QPen(QColor(colours.focus), 2.4)
            if self.hasFocus()
            else QPen(QColor(colours.edge if on else colours.line), 1)
        )
        painter.setPen(edge)
        painter.setBrush(QColor(colours.soft if on else colours.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.2, 1.2, -1.2, -1.2), 8, 8)
        side = theme.text_px(16)
        ring = QRectF(theme.space(10), theme.space(8) + (self._metrics().height() - side) / 2, side, side)
        painter.setPen(QPen(QColor(colours.strong if on else colours.edge), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        if on:
            painter.setBrush(QColor(colours.strong))
            painter.drawEllipse(ring.adjusted(4, 4, -4, -4))
        painter.setPen(QColor(colours.text))
        self._lines(self.width()).draw(painter, QPointF(self._left(), theme.space(8)))
        painter.end()

    def _lines(self, width: int) -> QTextLayout:
        """Lay the text out; a word that is too long is broken."""
        room = max(40, width - self._left() - self._look.theme.space(10))
        return laid_out(self.text().replace("\n", "\u2028"), self._look.theme.font(15), room, wrapping())

    def _left(self) -> int:
        return self._look.theme.text_px(16) + self._look.theme.space(20)

    def _metrics(self) -> QFontMetrics:
        return self._look.theme.metrics(15)


class ComparePane(QFrame):
    """Fills the page: which entry stays, what each field gets, and the button that makes one of two."""

    done = Signal(object, object, object)
    left = Signal()

    def __init__(self, look: Look, speech: Speech) -> None:
        super().__init__()
        self._look, self._speech = look, speech
        self.setProperty("kind", "card")
        self._pair: tuple[Person, Person] | None = None
        self._choice: dict[str, Take] = {}
        self._by_hand: dict[str, Take] = {}
        self._groups: list[QButtonGroup] = []
        self.cells: dict[tuple[str, Take], Cell] = {}
        self.stay: dict[int, Cell] = {}
        theme = look.theme
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        foot = QFrame()
        foot.setObjectName("unsaved")
        words, key = look.words, key_text(look.words, key_here(ActionId.SAVE))
        self.merge = Button(
            look, words.t("Make one person of both"), primary(theme.colours), key=key, icon="check", high=42
        )
        self.back = Button(look, words.t("Back"), plain(theme.colours), key="Esc", high=42)
        self.merge.clicked.connect(self.finish)
        self.back.clicked.connect(self.left)
        buttons = QWidget()
        row = Lines(buttons, theme.space(8))
        row.addWidget(self.merge)
        row.addWidget(self.back)
        column = QVBoxLayout(foot)
        column.setContentsMargins(theme.space(20), theme.space(10), theme.space(20), theme.space(12))
        column.addWidget(buttons)
        whole.addWidget(foot)

    def start(self, kept: Person, other: Person, states: Sequence[str]) -> None:
        """Compare two people; `states` say of each whether they have come."""
        self._pair, self._choice = (kept, other), {}
        self._show(states)
        self.stay[kept.id].setFocus(Qt.FocusReason.OtherFocusReason)

    def pair(self) -> tuple[Person, Person] | None:
        """Return who is compared, the one who stays first."""
        return self._pair

    def keep_up(self, kept: Person, other: Person, states: Sequence[str]) -> None:
        """Show the two as they are by now; what was chosen by hand stays chosen."""
        chosen, focused = dict(self._by_hand), self._focused()
        self._pair = (kept, other)
        self._show(states)
        for field, take in chosen.items():
            if (field, take) in self.cells:
                self.cells[field, take].click()
        cell = self.cells.get(focused) if isinstance(focused, tuple) else self.stay.get(focused or 0)
        if cell is not None:
            cell.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> tuple[str, Take] | int | None:
        cells = (place for place, cell in self.cells.items() if cell.hasFocus())
        return next(cells, None) or next((person for person, cell in self.stay.items() if cell.hasFocus()), None)

    def choice(self) -> Mapping[str, Take]:
        """Return whose value each field gets."""
        return dict(self._choice)

    def finish(self) -> None:
        """Ask for the merger."""
        if self._pair is not None:
            kept, other = self._pair
            self.done.emit(kept.id, other.id, self.choice())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, states: Sequence[str]) -> None:
        if self._pair is None:
            return
        theme, words = self._look.theme, self._speech.words
        kept, other = self._pair
        found = differences(kept, other)
        self._choice, self._by_hand = {each.field: each.proposed for each in found}, {}
        self._groups, self.cells, self.stay = [], {}, {}
        inside = QWidget()
        inside.setObjectName("scrolled")
        grid = QGridLayout(inside)
        side = theme.space(20)
        grid.setContentsMargins(side, theme.space(16), side, theme.space(20))
        grid.setHorizontalSpacing(theme.space(10))
        grid.setVerticalSpacing(theme.space(6))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Text(words.t("Is this one person?"), "heading", wrap=True), 0, 0, 1, 2)
        lead = words.t("Choose which entry stays, and for each field what is right.")
        after = words.t(
            "Scans, printed badges and both codes then belong to the entry that stays. One undo brings back both."
        )
        grid.addWidget(self._head(lead, kept, other), 1, 0, 1, 2)
        grid.addWidget(Text(words.t("This entry stays, with its badge"), "label", wrap=True), 2, 0, 1, 2)
        self._add_stay(grid, states)
        row = 4
        for each in found:
            row = self._add_field(grid, row, each)
        if not found:
            grid.addWidget(Text(words.t("Both entries say the same in every field."), "", wrap=True), row, 0, 1, 2)
        grid.addWidget(Text(after, "muted", wrap=True), row + 1, 0, 1, 2)
        grid.setRowStretch(row + 2, 1)
        self._scroll.setWidget(inside)

    def _head(self, lead: str, kept: Person, other: Person) -> QWidget:
        """Return what is to be chosen, and above it in red what speaks against a merger."""
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.theme.space(8))
        against = telling.contradictions(self._speech.words, contradictions(kept, other))
        if against:
            column.addWidget(Text(against, "danger", wrap=True))
        column.addWidget(Text(lead, "lead", wrap=True))
        return head

    def _add_stay(self, grid: QGridLayout, states: Sequence[str]) -> None:
        group = self._group()
        for column, (person, state) in enumerate(zip(self._pair or (), states, strict=True)):
            lines = (person.name, person.organisation, grouped(person.code), state)
            cell = Cell(self._look, "\n".join(line for line in lines if line), self._speech.words.t("stays"))
            cell.setChecked(column == 0)
            group.addButton(cell)
            cell.clicked.connect(lambda _checked=False, states=states, at=column: self._turn(at, states))
            self.stay[person.id] = cell
            grid.addWidget(cell, 3, column)

    def _turn(self, at: int, states: Sequence[str]) -> None:
        """Let the other entry stay: it comes to the left."""
        if at == 1 and self._pair is not None:
            kept, other = self._pair
            self._pair = (other, kept)
            self._show([states[1], states[0]])
            self.stay[other.id].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_field(self, grid: QGridLayout, row: int, each: Difference) -> int:
        words = self._speech.words
        name = label(words, each.field)
        grid.addWidget(Text(name, "label", wrap=True), row, 0, 1, 2)
        group = self._group()
        shown = [(Take.KEPT, each.kept), (Take.OTHER, each.other)]
        for column, (take, value) in enumerate(shown):
            grid.addWidget(self._cell(each, take, self._text(each.field, value), group), row + 1, column)
        if not each.joinable:
            return row + 2
        grid.addWidget(self._cell(each, Take.BOTH, words.t("both"), group), row + 2, 0, 1, 2)
        return row + 3

    def _cell(self, each: Difference, take: Take, text: str, group: QButtonGroup) -> Cell:
        cell = Cell(self._look, text, label(self._speech.words, each.field))
        cell.setChecked(each.proposed is take)
        cell.clicked.connect(lambda _checked=False: self._choose(each.field, take))
        group.addButton(cell)
        self.cells[each.field, take] = cell
        return cell

    def _choose(self, field: str, take: Take) -> None:
        self._choice[field] = self._by_hand[field] = take

    def _group(self) -> QButtonGroup:
        group = QButtonGroup(self)
        self._groups.append(group)
        return group

    def _text(self, field: str, value: str | tuple[str, ...]) -> str:
        words = self._speech.words
        if not value:
            return words.t("every day") if field == "days" else "–"
        if field == "roles":
            return SEPARATOR.join(self._speech.roles.name(words, role) for role in value)
        if field == "consents":
            return consents_text(words, SEPARATOR.join(value))
        if field == "status":
            return words.t(STATUS_NAMES[Status(str(value))])
        if field == "sector":
            return sector_name(words, str(value))
        return SEPARATOR.join(value) if isinstance(value, tuple) else value
