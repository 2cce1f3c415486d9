"""How many ballots went which way, as it is now. Never what they were cast for."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from eventdesk.prize.count import Turnout
from eventdesk.prize.poll import Poll, PollState
from eventdesk.words.prize import CHANNELS, REASONS
from ui.look import Look
from ui.widgets.card import Card
from ui.widgets.emptied import empty
from ui.widgets.text import Text

NO_BREAK = "\u00a0"


class FiguresCard(Card):
    """Live figures of one poll."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.words.t("Ballots"), edges=(20, 16, 20, 18))
        words, space = look.words, look.theme.space
        self.cast = Text("", "planfigure")
        self.of = Text("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(space(8))
        self.bar.setAccessibleName(words.t("Turnout"))
        for widget in (self.cast, self.of, self.bar):
            self.column.addWidget(widget)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(space(6))
        self.column.addLayout(self.rows)
        self.secret = Text("", "small", wrap=True)
        self.column.addWidget(self.secret)
        self._shown: tuple[tuple[str, int, bool], ...] = ()

    def show_figures(self, poll: Poll, turnout: Turnout) -> None:
        """Show how a poll is going."""
        words = self.look.words
        share = round(100 * turnout.cast / turnout.issued) if turnout.issued else 0
        self.cast.setText(str(turnout.cast))
        of = words.n("of one ballot handed out", "of {count} ballots handed out", turnout.issued)
        self.of.setText(
            f"{of} · {words.t('turnout {share} %', share=share).replace(' ', NO_BREAK)}" if turnout.issued else of
        )
        self.bar.setValue(min(100, share))
        rows: list[tuple[str, int, bool]] = [(words.t("made"), turnout.made, False)]
        rows.append((words.t("handed out"), turnout.issued, False))
        rows.append((words.t("cast"), turnout.cast, False))
        rows += [(words.t(CHANNELS[each.value]), number, True) for each, number in turnout.used.items() if number]
        rows.append((words.t("void"), turnout.voided, False))
        rows += [(words.t(REASONS[each.value]), number, True) for each, number in turnout.void.items() if number]
        rows.append((words.t("not used"), turnout.unused, False))
        if tuple(rows) != self._shown:
            self._shown = tuple(rows)
            self._fill()
        hidden = poll.state is PollState.OPEN
        self.secret.setText(words.t("What the votes are for is counted when the poll is closed.") if hidden else "")
        self.secret.setVisible(hidden)

    def figures(self) -> dict[str, int]:
        """Return what is shown, by its name."""
        return {name: number for name, number, _ in self._shown}

    def _fill(self) -> None:
        empty(self.rows)
        for name, number, inner in self._shown:
            self.rows.addWidget(self._row(name, number, inner=inner))

    def _row(self, name: str, number: int, *, inner: bool) -> QWidget:
        line, space = QWidget(), self.look.theme.space
        row = QHBoxLayout(line)
        row.setContentsMargins(space(14) if inner else 0, 0, 0, 0)
        row.addWidget(Text(name, "small" if inner else "", wrap=True), 1)
        row.addWidget(Text(str(number), "small" if inner else "strong"))
        return line
