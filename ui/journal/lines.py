"""The lines of the journal as they are shown, and the model that fetches them page by page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from eventdesk.codes import Op
from eventdesk.history.telling import by, remarks, standing_word, title
from eventdesk.history.values import day_text
from eventdesk.history.whole import Page, Standing, Whole
from eventdesk.words import Words
from ui.timers import single_shot

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
_NOWHERE = 1 << 62
"""Above all lines: nothing has to be fetched to come there."""
ICONS = {
    Op.CREATE: "event",
    Op.SETTINGS: "event",
    Op.PIN: "lock",
    Op.IMPORT: "import",
    Op.ADD_PERSON: "walk-in",
    Op.EDIT_PERSON: "edit",
    Op.MERGE_PEOPLE: "people",
    Op.WALK_IN: "walk-in",
    Op.CHECK_IN: "check-in",
    Op.CHECK_OUT: "goodbye",
    Op.REFUSED_SCAN: "refused",
    Op.PRINT: "printer",
    Op.HAND_OUT: "badge",
    Op.TAKE_BACK: "badge",
    Op.REPLACE_BADGE: "badge-replaced",
    Op.UNDO: "undo",
    Op.LOOK_UP: "search",
    Op.EXPORT: "file",
}
OF_FAIR = frozenset(Op) - frozenset(ICONS)
"""All other deeds are about the fair."""
FAIR_ICON = "fair"


@dataclass(frozen=True)
class Line:
    """One whole action as the list shows it. `day` is empty today; `gone`: it was undone."""

    whole: Whole
    time: str
    day: str
    icon: str
    title: str
    below: str
    by: str
    state: str

    @property
    def gone(self) -> bool:
        """Whether it holds no more."""
        return self.whole.standing is Standing.UNDONE

    @property
    def text(self) -> str:
        """All of it in one line, for the screen reader and for copying."""
        when = f"{self.day} {self.time}".strip()
        return ", ".join(part for part in (when, self.title, self.below, self.by, self.state) if part)


def short_day(words: Words, day: date, today: date) -> str:
    """Return a day as briefly as it is clear: "6.3.", and with its year if that is another."""
    whole = day_text(words, day.isoformat())
    return whole[:-4].rstrip() if day.year == today.year else whole


def shown(words: Words, whole: Whole, zone: ZoneInfo, today: date) -> Line:
    """Return how a whole action is shown."""
    at = whole.entry.at.astimezone(zone)
    return Line(
        whole=whole,
        time=f"{at:%H:%M}",
        day="" if at.date() == today else short_day(words, at.date(), today),
        icon="group" if whole.entry.op is Op.CHECK_IN and whole.parts > 1 else ICONS.get(whole.entry.op, FAIR_ICON),
        title=title(words, whole),
        below=" · ".join(remarks(words, whole, zone)),
        by=by(whole.entry),
        state=standing_word(words, whole.standing),
    )


class Lines(QAbstractListModel):
    """Lines, newest first. Pages are fetched as one scrolls; while pages hold nothing it goes on by itself."""

    fetched = Signal()

    def __init__(self, fetch: Callable[[int | None], Page], show: Callable[[Whole], Line], least: int) -> None:
        """`fetch` reads the page below a cursor; `least` lines are fetched before one scrolls."""
        super().__init__()
        self._fetch, self._show, self._least = fetch, show, least
        self._lines: list[Line] = []
        self._following: int | None = None
        self._wanted, self._down_to = 0, _NOWHERE
        self._timer = single_shot(self, self._go_on)

    def begin(self) -> None:
        """Begin anew with the newest line."""
        self.beginResetModel()
        self._down_to = _NOWHERE
        page = self._fetch(None)
        self._lines = [self._show(whole) for whole in page.lines]
        self._following, self._wanted = page.following, self._least
        self.endResetModel()
        self._rest()

    def put_first(self, wholes: Sequence[Whole]) -> None:
        """Put newer lines, newest first, before all others."""
        if wholes:
            self.beginInsertRows(QModelIndex(), 0, len(wholes) - 1)
            self._lines[:0] = [self._show(whole) for whole in wholes]
            self.endInsertRows()

    def replace(self, row: int, whole: Whole) -> None:
        """Show a line as it is now."""
        self._lines[row] = self._show(whole)
        self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, root: str) -> int | None:
        """Return where the line of a whole stands, None if it is not here."""
        return next((row for row, line in enumerate(self._lines) if line.whole.entry.eid == root), None)

    def fetch_down_to(self, place: int) -> None:
        """Fetch pages, between which the window lives on, until the line at a place is among them."""
        self._down_to = place
        self._rest()

    @property
    def newest(self) -> int:
        """The place of the newest line, 0 if there is none."""
        return self._lines[0].whole.place if self._lines else 0

    @property
    def looking(self) -> bool:
        """Whether it is still looking for lines by itself."""
        return self._timer.isActive()

    def line(self, row: int) -> Line | None:
        """Return one line."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of lines fetched so far."""
        return 0 if parent.isValid() else len(self._lines)

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether there may be more."""
        return self._following is not None and not self._timer.isActive()

    def fetchMore(self, parent: Index) -> None:
        """Fetch the next page."""
        self._wanted = len(self._lines) + 1
        self._next_page()
        self._rest()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line itself, or all of it as one text."""
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.text
        return None

    def _go_on(self) -> None:
        self._next_page()
        self._rest()

    def _rest(self) -> None:
        """Go on soon, or say that there is enough to see."""
        following = self._following
        if following is not None and (len(self._lines) < self._wanted or following > self._down_to):
            self._timer.start(0)
        else:
            self._timer.stop()
        self.fetched.emit()

    def _next_page(self) -> None:
        page = self._fetch(self._following)
        self._following = page.following
        if page.lines:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(page.lines) - 1)
            self._lines += [self._show(whole) for whole in page.lines]
            self.endInsertRows()
