"""Who is in the house by role: a few short lines, the largest roles first, the rest together."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from eventdesk.checkin.scan import Counts
from ui.look import Look
from ui.widgets.text import ElidedText, Text

MOST_LINES = 3
NOBODY = Counts(0, 0, 0, {}, {})


@dataclass(frozen=True)
class RoleCount:
    """One cell: how many with this role are in the house, of how many."""

    name: str
    inside: int
    expected: int

    @property
    def figures(self) -> str:
        """The numbers as they are shown."""
        return f"{self.inside}/{self.expected}"


class RoleCounts(QWidget):
    """Two columns of roles with their numbers; one column where there is little width."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._counts = NOBODY
        self._called: Callable[[str], str] = str
        self._roles: list[str] = []
        self._cells: list[tuple[ElidedText, Text]] = []
        self._shape = (0, 1)
        self._written: tuple[list[RoleCount], int] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, look.theme.space(10), 0, 0)
        self._grid.setHorizontalSpacing(look.theme.space(6))
        self._grid.setVerticalSpacing(look.theme.space(3))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(look.words.t("By role"))

    def show_roles(self, counts: Counts, called: Callable[[str], str]) -> None:
        """Show the roles of these counts; `called` names a role."""
        self._counts, self._called = counts, called
        tallies = {role: tally for role, tally in counts.by_role.items() if tally.expected or tally.inside}
        self._roles = sorted(tallies, key=lambda role: (-tallies[role].expected, -tallies[role].inside, role))
        if len(self._roles) < 2:
            self._roles = []
        self._fill()

    def shape_in(self, width: int) -> tuple[int, int]:
        """Return how many lines and columns the roles take in this width."""
        columns = self._columns_in(width)
        return min(MOST_LINES, -(-len(self._roles) // columns)), columns

    def take(self, lines: int, columns: int) -> None:
        """Take so many lines; none: be gone."""
        self._shape = (lines, columns)
        self._fill()

    def shown(self) -> list[RoleCount]:
        """Return what stands in the cells, line by line."""
        cells = self._shape[0] * self._shape[1]
        if cells < 2:
            return []
        whole = self._roles if len(self._roles) <= cells else self._roles[: cells - 1]
        tallies = [(role, self._counts.by_role[role]) for role in whole]
        found = [RoleCount(self._name(role), tally.inside, tally.expected) for role, tally in tallies]
        if len(whole) < len(self._roles):
            others = self._counts.without(whole)
            found.append(RoleCount(self._look.words.t("All others"), others.inside, others.expected))
        return found

    def _name(self, role: str) -> str:
        return self._called(role) if role else self._look.words.t("Without a role")

    def _columns_in(self, width: int) -> int:
        """Return 2 if the names and numbers that would stand there fit whole side by side, else 1."""
        names, figures = self._look.theme.metrics(13), self._look.theme.metrics(13, QFont.Weight.DemiBold)
        within, between = self._look.theme.space(8), self._look.theme.space(26)
        for role in self._roles[: 2 * MOST_LINES]:
            tally = self._counts.by_role[role]
            cell = RoleCount(self._name(role), tally.inside, tally.expected)
            needed = names.horizontalAdvance(cell.name) + figures.horizontalAdvance(cell.figures) + within
            if 2 * needed + between > width:
                return 1
        return 2

    def _fill(self) -> None:
        """Write the cells anew; labels are kept."""
        shown, columns = self.shown(), self._shape[1]
        if (shown, columns) == self._written:
            return
        self._written = (shown, columns)
        while len(self._cells) < len(shown):
            cell = (ElidedText("", "small"), Text("", "count"))
            for label in cell:
                label.setParent(self)  # shown without one it would be a window
            self._cells.append(cell)
        for number, (name, figures) in enumerate(self._cells):
            visible = number < len(shown)
            name.setVisible(visible)
            figures.setVisible(visible)
            if visible:
                name.setText(shown[number].name)
                figures.setText(shown[number].figures)
        self._place(len(shown), columns)
        self.setVisible(bool(shown))
        self.updateGeometry()  # or the card would go by the former height until the next event
        self.setAccessibleDescription(", ".join(f"{cell.name}: {cell.figures}" for cell in shown))

    def _place(self, cells: int, columns: int) -> None:
        for number in range(cells):
            line, column = divmod(number, columns)
            name, figures = self._cells[number]
            self._grid.addWidget(name, line, 3 * column)
            self._grid.addWidget(figures, line, 3 * column + 1, Qt.AlignmentFlag.AlignRight)
        for column in range(2):
            self._grid.setColumnStretch(3 * column, 1 if column < columns else 0)
        self._grid.setColumnMinimumWidth(2, self._look.theme.space(14) if columns == 2 else 0)
