"""How many are where this desk scans: of all, by role, and how they came."""

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from eventdesk.checkin.arrivals import Arrivals
from eventdesk.checkin.scan import Counts
from ui.checkin.arrivals_roles import NOBODY, RoleCounts
from ui.checkin.curve import Curve
from ui.checkin.figures import Figures
from ui.look import Look
from ui.theme import Theme
from ui.widgets.text import ElidedText, Text

HIGH_CURVE, LOW_CURVE = 88, 52
"""How high bars may be, in pixels at 100 %."""


class Bar(QWidget):
    """A share of a whole, as a bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._share, self._warns = theme, 0.0, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, *, warns: bool = False) -> None:
        """Show a share, 0 to 1; `warns`: in the colour that asks for a look."""
        self._share, self._warns = max(0.0, min(1.0, share)), warns
        self.update()

    def sizeHint(self) -> QSize:
        """Return a low, wide size."""
        return QSize(120, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track and the share."""
        painter, colours = QPainter(self), self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.track))
        whole = QRectF(self.rect())
        painter.drawRoundedRect(whole, 5, 5)
        if self._share > 0:
            painter.setBrush(QColor(colours.dot_attention if self._warns else colours.strong))
            painter.drawRoundedRect(QRectF(0, 0, max(10.0, whole.width() * self._share), whole.height()), 5, 5)
        painter.end()


class CountsCard(QFrame):
    """The figures that an organiser asks for most often. In a low window it keeps the first of them."""

    def __init__(self, look: Look, zone: tzinfo) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._look, self._zone = look, zone
        self._shown = Figures("", 0)
        self._of_house = True
        self._arrivals = Arrivals()
        self._fitted: tuple[int, ...] = ()
        theme, words = look.theme, look.words
        self._title, self._also = ElidedText("", "label"), ElidedText("", "small")
        self._inside = Text("0", "figure")
        self._expected = ElidedText("", "lead")
        deeper = theme.metrics(48, QFont.Weight.Bold).descent() - theme.metrics(18).descent()
        self._expected.setContentsMargins(0, 0, 0, deeper)  # both stand on one line
        self.bar = Bar(theme)
        self.roles = RoleCounts(look)
        self.curve = Curve(look, zone)
        self._rate, self._in_time = Text("", "heading"), Text(words.t("in 5 min."), "small")
        self._done, self._done_at = Text(words.t("done approx."), "small"), Text("", "strong")
        self._flow = QWidget()
        self._flow.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        figures = QHBoxLayout()
        figures.setSpacing(theme.space(10))
        figures.addWidget(self._inside, 0, Qt.AlignmentFlag.AlignBottom)
        figures.addWidget(self._expected, 1, Qt.AlignmentFlag.AlignBottom)
        self._place_flow()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(20), theme.space(16), theme.space(20), theme.space(18))
        column.setSpacing(theme.space(4))
        column.addWidget(self._title)
        column.addLayout(figures)
        column.addSpacing(theme.space(4))
        column.addWidget(self.bar)
        column.addWidget(self._also)
        column.addWidget(self._flow)
        column.addWidget(self.roles)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_figures(self, shown: Figures) -> None:
        """Show the number that matters where this desk scans."""
        if shown == self._shown:
            return
        self._shown = shown
        self._title.setText(shown.title)
        self._inside.setText(str(shown.number))
        self._expected.setText(shown.of)
        self._also.setText(shown.also)
        self._also.setVisible(bool(shown.also))
        self.bar.show_share(shown.share, warns=shown.warns)
        self.bar.setVisible(shown.most is not None)
        self.setAccessibleName(shown.spoken)

    def show_house(self, counts: Counts | None, called: Callable[[str], str]) -> None:
        """Show the house by role, and how people came to it; None: neither. `called` names a role."""
        self._of_house = counts is not None
        self.roles.show_roles(counts or NOBODY, called)

    def show_arrivals(self, arrivals: Arrivals) -> None:
        """Show how people came today."""
        self._arrivals = arrivals
        self.curve.show_bars(arrivals.bars)
        self._rate.setText(str(arrivals.rate))
        done = arrivals.done_at.astimezone(self._zone).strftime("%H:%M") if arrivals.done_at else ""
        self._done_at.setText(done)
        for widget in (self._done, self._done_at):
            widget.setVisible(bool(done))

    def fit(self, width: int, roomy: int, tight: int) -> None:
        """Show what there is room for in this width and in a height of `tight`, or better of `roomy`.

        The curve is as high as fits in `roomy`, then low, and gives way first; then the roles do, line by line.
        """
        inner = width - 2 * self._look.theme.space(20) - 2
        self._fit_expected(inner)
        flows = ((HIGH_CURVE, roomy), (LOW_CURVE, roomy), (LOW_CURVE, tight)) if self._fits_beside(inner) else ()
        lines, columns = self.roles.shape_in(inner)
        wanted = (width, roomy, tight, bool(flows), lines, columns, self._done.isVisibleTo(self._flow))
        if (*wanted, self.sizeHint().height()) == self._fitted:
            return
        choices = [(high, lines, room) for high, room in flows]
        choices += [(0, fewer, tight) for fewer in range(lines, -1, -1)]
        for high, rows, room in choices:
            self._flow.setVisible(high > 0)
            self.curve.be_high(high)
            self._flow.updateGeometry()
            self.roles.take(rows, columns)
            if self.sizeHint().height() <= room:
                break
        self._fitted = (*wanted, self.sizeHint().height())

    def text(self) -> str:
        """Return what can be read in the first line."""
        return f"{self._inside.text()} {self._expected.text()}"

    def lines(self) -> list[str]:
        """Return what can be read above the curve and the roles, from the top."""
        return [self._title.text(), self.text(), *([self._also.text()] if self._shown.also else [])]

    def minimumSizeHint(self) -> QSize:
        """Everything but the first figures can do without."""
        space = self._look.theme.space
        shortest = self._look.theme.metrics(18).horizontalAdvance(self._shown.brief_of)
        width = self._inside.sizeHint().width() + space(10) + shortest + 2 * space(20) + 2
        return QSize(width, super().minimumSizeHint().height())

    def _fit_expected(self, inner: int) -> None:
        """Leave out a word where it would be cut."""
        room = inner - self._inside.sizeHint().width() - self._look.theme.space(10)
        fits = self._look.theme.metrics(18).horizontalAdvance(self._shown.of) <= room
        self._expected.setText(self._shown.of if fits else self._shown.brief_of)

    def _fits_beside(self, inner: int) -> bool:
        """Say whether there is something to draw, and room for it beside the figures."""
        needed = self.curve.minimumSizeHint().width() + self._figures.minimumSize().width() + self._look.theme.space(12)
        return self._of_house and bool(self._arrivals.bars) and needed <= inner

    def _place_flow(self) -> None:
        space = self._look.theme.space
        self._figures = QVBoxLayout()
        self._figures.setSpacing(0)
        self._figures.addStretch(1)
        for widget in (self._rate, self._in_time):
            self._figures.addWidget(widget)
        self._figures.addSpacing(space(8))
        for widget in (self._done, self._done_at):
            self._figures.addWidget(widget)
        self._figures.addStretch(1)
        row = QHBoxLayout(self._flow)
        row.setContentsMargins(0, space(12), 0, 0)
        row.setSpacing(space(12))
        row.addWidget(self.curve, 1, Qt.AlignmentFlag.AlignBottom)
        row.addLayout(self._figures)
