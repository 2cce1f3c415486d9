"""The form of the rounds: when each begins, how long it takes, what is asked."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eventdesk.cafe.round import CafeRound, RoundWanted
from ui.cafe.flow.cafe_flow import CafeFlow
from ui.cafe.tables.deeds import Deeds
from ui.cafe.tables.form import Form, whole
from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.field import Field, Note
from ui.widgets.text import Text

USUAL_MINUTES, MOST_MINUTES, MOST_ROUNDS, BREAK = 20, 600, 30, 5


@dataclass(frozen=True)
class _Row:
    widget: QWidget
    starts: Field
    minutes: Field
    question: Field


class RoundsForm(Form):
    """All rounds below each other; the last one can be taken away, another one added."""

    def __init__(self, look: Look, flow: CafeFlow, deeds: Deeds) -> None:
        words = look.words
        super().__init__(look, words.t("Rounds"), words.t("Save"))
        self._flow, self._deeds = flow, deeds
        self.rows: list[_Row] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.theme.space(10))
        self.column.addWidget(
            Text(words.t("Leave the question empty where each table has its own."), "muted", wrap=True)
        )
        self.column.addLayout(self._rows)
        self.more = Button(look, words.t("One more round"), plain(look.theme.colours), size=14, high=38)
        self.less = Button(look, words.t("Without the last"), plain(look.theme.colours), size=14, high=38)
        self.more.clicked.connect(self.add_round)
        self.less.clicked.connect(self.drop_round)
        self.finish(self.more, self.less)
        for each in flow.cafe.rounds:
            self._add(each.starts[11:16], each.minutes, each.question)
        if not self.rows:
            self.add_round()
        self._show()

    def write(self) -> bool:
        """Let there be these rounds."""
        known: list[CafeRound | None] = [*self._flow.cafe.rounds]
        known += [None] * (len(self.rows) - len(known))
        wanted = [
            RoundWanted(
                int(row.minutes.text()), row.question.text().strip(), self._moment(row.starts.text().strip(), each)
            )
            for row, each in zip(self.rows, known, strict=False)
        ]
        return self._deeds.done(lambda: self._flow.set_rounds(wanted))

    def add_round(self) -> None:
        """Add a round after the last, as long as that."""
        if len(self.rows) >= MOST_ROUNDS:
            return
        minutes, starts = USUAL_MINUTES, ""
        if self.rows:
            last = self.rows[-1]
            minutes = whole(last.minutes.text(), 1, MOST_MINUTES) or USUAL_MINUTES
            starts = _later(last.starts.text().strip(), minutes + BREAK)
        self._add(starts, minutes, "")
        self._show()

    def drop_round(self) -> None:
        """Take the last round away."""
        if len(self.rows) > 1:
            row = self.rows.pop()
            for field in (row.starts, row.minutes, row.question):
                self.forget(field)
            row.widget.hide()
            self._rows.removeWidget(row.widget)
            row.widget.deleteLater()
            self._show()

    def _add(self, starts: str, minutes: int, question: str) -> None:
        words, space = self.look.words, self.look.theme.space
        number = len(self.rows) + 1
        name = words.t("Round {number}", number=number)
        row = _Row(
            QWidget(),
            self.line(f"{name}: {words.t('Begins')}", starts, self._timed, hint="18:05"),
            self.line(f"{name}: {words.t('Minutes')}", str(minutes), self._measured),
            self.line(f"{name}: {words.t('Question')}", question, hint=words.t("Question")),
        )
        column = QVBoxLayout(row.widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(Text(name, "strong"))
        line = QHBoxLayout()
        line.setSpacing(space(8))
        for label, field in ((words.t("Begins"), row.starts), (words.t("Minutes"), row.minutes)):
            half = QVBoxLayout()
            half.setSpacing(0)
            half.addWidget(Text(label, "small"))
            half.addWidget(field)
            half.addStretch(1)
            line.addLayout(half, 1)
        column.addLayout(line)
        column.addWidget(row.question)
        self.rows.append(row)
        self._rows.addWidget(row.widget)

    def _show(self) -> None:
        self.less.setVisible(len(self.rows) > 1)
        self.row.refit()

    def _moment(self, typed: str, each: CafeRound | None) -> str:
        """Return a planned begin as the file keeps it: the day of the round, or of the event."""
        if not typed.strip():
            return ""
        day = each.starts[:10] if each is not None and each.starts else ""
        day = day or self._flow.event.details.starts[:10] or self._flow.event.local_now().date().isoformat()
        hours, minutes = typed.strip().split(":")
        return f"{day}T{int(hours):02}:{int(minutes):02}"

    def _timed(self, text: str) -> Note:
        if text and _minutes_of(text) is None:
            return Note(self.look.words.t("A time such as 18:05"), wrong=True)
        return Note()

    def _measured(self, text: str) -> Note:
        if whole(text, 1, MOST_MINUTES) is None:
            return Note(self.look.words.t("A number from 1 to {most}", most=MOST_MINUTES), wrong=True)
        return Note()


def _minutes_of(text: str) -> int | None:
    hours, colon, minutes = text.partition(":")
    hour, minute = whole(hours, 0, 23), whole(minutes, 0, 59) if len(minutes) == 2 else None
    return None if not colon or hour is None or minute is None else hour * 60 + minute


def _later(text: str, by: int) -> str:
    """Return a time of day so many minutes later; empty if it is none, or another day."""
    minutes = _minutes_of(text)
    if minutes is None or minutes + by >= 24 * 60:
        return ""
    return f"{(minutes + by) // 60:02}:{(minutes + by) % 60:02}"
