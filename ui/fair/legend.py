"""The line below the plan: what colours and signs mean. Each colour has its word."""

from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.fair import palette
from ui.fair.booth_item import bolt, padlock
from ui.fair.faces import NEEDS, STATES, Colouring, theme_colours
from ui.fair.standing import Standing
from ui.look import Look
from ui.widgets.steady_box import SteadyBox
from ui.widgets.wrapping import Wrapping

DOT, BOLT, LOCK, NONE = "dot", "bolt", "lock", "#00000000"
MOST_LETTERS = 26
MOST_THEMES = 14
"""More than two or three lines of legend would take the room of the plan; a booth tells its theme on its card."""


class Key(QWidget):
    """One colour or sign, and its word."""

    def __init__(self, look: Look, text: str, sign: str) -> None:
        """`sign` is a colour, or DOT, BOLT, LOCK, or NONE."""
        super().__init__()
        self._look, self._text, self._sign = look, text, sign
        self.setAccessibleName(text)
        if len(text) > MOST_LETTERS:
            self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_factor(self, factor: float) -> None:
        """Keep the size: legends are read at every size of the window."""

    def sizeHint(self) -> QSize:
        """Return room for the sign and its word."""
        metrics = self._look.theme.metrics(13)
        return QSize(self._side() + 8 + metrics.horizontalAdvance(self._shown()) + 2, metrics.height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both."""
        theme, painter = self._look.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side()
        place = QRectF(1, (self.height() - side) / 2 + 1, side - 2, side - 2)
        if self._sign == DOT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.HERE if not theme.dark else theme.colours.dot_welcome))
            painter.drawEllipse(place.center(), side * 0.3, side * 0.3)
        elif self._sign == BOLT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.BOLT if not theme.dark else theme.colours.dot_attention))
            painter.drawPath(bolt(place))
        elif self._sign == LOCK:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colours.text))
            painter.drawPath(padlock(place.adjusted(side * 0.14, side * 0.08, -side * 0.14, -side * 0.08)))
        else:
            painter.setPen(QPen(QColor(palette.EDGE), 1))
            painter.setBrush(QColor(self._sign))
            painter.drawRoundedRect(place, 3, 3)
        painter.setFont(theme.font(13))
        painter.setPen(QColor(theme.colours.text))
        painter.drawText(
            QPointF(side + 7, (self.height() + theme.metrics(13).ascent() - theme.metrics(13).descent()) / 2),
            self._shown(),
        )
        painter.end()

    def _shown(self) -> str:
        return self._text if len(self._text) <= MOST_LETTERS else f"{self._text[: MOST_LETTERS - 1].rstrip()}…"

    def _side(self) -> int:
        return self._look.theme.text_px(14)


class Legend(QWidget):
    """What the booths that are shown need to be understood, and by what they are coloured."""

    colouring = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[tuple[str, str], ...] = ()
        words = look.words
        self.box = SteadyBox(words.t("Coloured by"))
        for colouring, text in (
            (Colouring.THEME, words.t("By theme")),
            (Colouring.STATE, words.t("By state")),
            (Colouring.NEED, words.t("By need")),
        ):
            self.box.addItem(text, colouring)
        self.box.setToolTip(words.t("Coloured by"))
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        widest = max(
            look.theme.metrics(15, QFont.Weight.DemiBold).horizontalAdvance(self.box.itemText(at)) for at in range(3)
        )
        self.box.setFixedWidth(widest + look.theme.space(56))
        self.box.activated.connect(lambda: self.colouring.emit(self.box.currentData()))
        self._line: Wrapping | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.theme.space(12))
        self._row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """The words that are shown, each with its colour or sign."""
        return self._shown

    def show_keys(self, standing: Standing, colouring: Colouring) -> None:
        """Show what colours and signs mean."""
        self.box.setCurrentIndex(self.box.findData(colouring))
        shown = tuple(self._keys(standing, colouring))
        if shown == self._shown:
            return
        self._shown = shown
        if self._line is not None:
            self._row.removeWidget(self._line)
            self._line.hide()
            self._line.deleteLater()
        self._line = Wrapping(self._look.theme.space(12), [Key(self._look, text, sign) for text, sign in shown])
        self._line.setAccessibleName(self._look.words.t("What the colours and signs mean"))
        self._row.insertWidget(0, self._line, 1)

    def _themes(self, standing: Standing) -> Iterator[tuple[str, str]]:
        """Yield the themes and their colours: of very many, those that most exhibitors have."""
        colours = theme_colours(standing.themes)
        if len(colours) <= MOST_THEMES:
            yield from colours.items()
            return
        having = Counter(who.theme for who in standing.coming)
        kept = sorted(colours, key=lambda theme: -having[theme])[: MOST_THEMES - 1]
        yield from ((theme, colour) for theme, colour in colours.items() if theme in kept)
        yield self._look.words.t("{count} more themes", count=len(colours) - len(kept)), NONE

    def _keys(self, standing: Standing, colouring: Colouring) -> Iterator[tuple[str, str]]:
        words = self._look.words
        if colouring is Colouring.THEME:
            yield from self._themes(standing)
        else:
            named: Sequence[tuple[str, str]] = STATES if colouring is Colouring.STATE else NEEDS
            yield from ((words.t(text), colour) for text, colour in named)
        yield words.t("exhibitor is here"), DOT
        yield words.t("power"), BOLT
        if any(who.pinned is not None for who in standing.coming):
            yield words.t("pinned"), LOCK
