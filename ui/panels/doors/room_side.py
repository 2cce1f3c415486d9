"""The cards beside the rooms: who is inside one of them, and how many people were in which session."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from ui.look import Look
from ui.panels.flow.doors_flow import Attended
from ui.panels.places.lines import Line, LineList
from ui.widgets.card import Card
from ui.widgets.text import Text


class InsideCard(Card):
    """Names of those who are in a room."""

    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.words.t("Who is inside"), edges=(20, 16, 20, 18))
        self.names = LineList(look, look.words.t("Who is inside"), least=5)
        self.none = Text("", "muted", wrap=True)
        self.leave = self.button(look.words.t("Back"), look.words.t("Esc"))
        self.leave.clicked.connect(self.left)
        self.column.addWidget(self.names, 1)
        self.column.addWidget(self.none)
        self.add_buttons([self.leave])

    def show_names(self, room: str, names: Sequence[str], counted: int) -> None:
        """Show who is there; `counted` more came in without a name."""
        words = self.look.words
        self.title.setText(words.t("In {room} now", room=room))
        self.names.show_lines([Line(number, name) for number, name in enumerate(names)])
        self.names.setVisible(bool(names))
        more = words.n("One more was counted without a name.", "{count} more were counted without a name.", counted)
        nobody = "" if names else words.t("Nobody was scanned in here.")
        self.none.setText(" ".join(filter(None, (nobody, more if counted > 0 else ""))))
        self.none.setVisible(bool(self.none.text()))


class AttendanceCard(Card):
    """How many people were in each session, counted when somebody asks for it."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        words = look.words
        super().__init__(look, words.t("Attendance"), edges=(20, 16, 20, 18))
        self.lines = LineList(look, words.t("Attendance by session"), least=3)
        self.none = Text(words.t("Nobody was scanned at a room yet."), "muted", wrap=True)
        self.count = self.button(words.t("Count who was in which session"))
        self.count.clicked.connect(self.asked)
        self.column.addWidget(self.lines, 1)
        self.column.addWidget(self.none)
        self.add_buttons([self.count])
        self.lines.hide()
        self.none.hide()

    def show_attendance(self, found: Sequence[Attended]) -> None:
        """Show what was counted."""
        words = self.look.words
        lines = []
        for each in found:
            minutes = each.attendance.minutes.values()
            told = [each.when, words.t("not over yet") if each.goes_on else ""]
            if minutes and not each.goes_on:
                told.append(
                    words.n("one minute on average", "{count} minutes on average", round(sum(minutes) / len(minutes)))
                )
            if each.attendance.counted:
                told.append(
                    words.n("one person without a name", "{count} people without a name", each.attendance.counted)
                )
            lines.append(Line(each.session, each.title, " · ".join(filter(None, told)), str(each.attendance.people)))
        self.lines.show_lines(lines)
        self.lines.setVisible(bool(lines))
        self.none.setVisible(not lines)
