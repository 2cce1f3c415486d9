"""How many are in the house."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.look import Look
from ui.theme import Theme
from ui.widgets.text import ElidedText, Text


class Bar(QWidget):
    """A share of a whole, as a bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._share = theme, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Show a share, 0 to 1."""
        self._share = max(0.0, min(1.0, share))
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
            painter.setBrush(QColor(colours.strong))
            painter.drawRoundedRect(QRectF(0, 0, max(10.0, whole.width() * self._share), whole.height()), 5, 5)
        painter.end()


class CountsCard(QFrame):
    """The figure that an organiser asks for most often."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._look = look
        theme, words = look.theme, look.words
        self._inside = Text("0", "figure")
        self._expected = ElidedText("", "lead")
        self._bar = Bar(theme)
        figures = QHBoxLayout()
        figures.setSpacing(theme.space(10))
        figures.addWidget(self._inside, 0, Qt.AlignmentFlag.AlignBaseline)
        figures.addWidget(self._expected, 1, Qt.AlignmentFlag.AlignBaseline)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(20), theme.space(16), theme.space(20), theme.space(20))
        column.setSpacing(theme.space(4))
        column.addWidget(Text(words.t("In the house"), "label"))
        column.addLayout(figures)
        column.addSpacing(theme.space(4))
        column.addWidget(self._bar)

    def show_counts(self, inside: int, expected: int) -> None:
        """Show how many are in, of how many."""
        words = self._look.words
        self._inside.setText(str(inside))
        self._expected.setText(words.t("of {expected} expected", expected=expected))
        self._bar.show_share(inside / expected if expected else 0)
        self.setAccessibleName(
            words.t("In the house: {inside} of {expected} expected", inside=inside, expected=expected)
        )

    def text(self) -> str:
        """Return what can be read here."""
        return f"{self._inside.text()} {self._expected.text()}"
