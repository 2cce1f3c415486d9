"""What was done row by row, as one widget: names, and below each a sentence for each thing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look
from ui.widgets.text import laid_out, wrapping

Block = tuple[str, list[str]]
SPOKEN = 20
"""So many rows are told to a screen reader at once."""


@dataclass(frozen=True)
class _Paragraph:
    layout: QTextLayout
    top: float
    high: float
    strong: bool


class Parts(QWidget):
    """Grows as rows are added; as high as its text in the width it gets."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._blocks: list[Block] = []
        self._laid_out: tuple[int, list[_Paragraph], int] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these rows and no others."""
        self._blocks = list(blocks)
        self._renew()

    def add_blocks(self, blocks: Sequence[Block]) -> None:
        """Show more rows below."""
        self._blocks += blocks
        self._renew()

    def texts(self) -> list[str]:
        """Return all that stands here, from top to bottom."""
        return [text for name, sentences in self._blocks for text in (name, *sentences) if text]

    def sizeHint(self) -> QSize:
        """Return the height in the present width."""
        return QSize(200, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(40, 1)

    def hasHeightForWidth(self) -> bool:
        """Narrow means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows in this width."""
        return self._laid(width)[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that are in view."""
        colours, view = self._look.theme.colours, QRectF(event.rect())
        painter = QPainter(self)
        for each in self._laid(self.width())[0]:
            if each.top + each.high >= view.top() and each.top <= view.bottom():
                painter.setPen(QColor(colours.text if each.strong else colours.muted))
                each.layout.draw(painter, QPointF(0, each.top))
        painter.end()

    def _renew(self) -> None:
        self._laid_out = None
        self.setVisible(bool(self._blocks))
        self.setAccessibleName("\n".join(self.texts()[: 2 * SPOKEN]))
        self.updateGeometry()
        self.update()

    def _laid(self, width: int) -> tuple[list[_Paragraph], int]:
        if self._laid_out is None or self._laid_out[0] != width:
            paragraphs, high = self._lay_out(max(width, 40))
            self._laid_out = (width, paragraphs, high)
        return self._laid_out[1:]

    def _lay_out(self, width: int) -> tuple[list[_Paragraph], int]:
        theme = self._look.theme
        strong, plain = theme.font(15, QFont.Weight.DemiBold), theme.font(15)
        paragraphs: list[_Paragraph] = []
        top = 0.0
        for name, sentences in self._blocks:
            for text, font in ((name, strong), *((sentence, plain) for sentence in sentences)):
                if text:
                    layout = laid_out(text, font, width, wrapping())
                    high = layout.boundingRect().height()
                    paragraphs.append(_Paragraph(layout, top, high, font is strong))
                    top += high + theme.space(3)
            top += theme.space(8)
        return paragraphs, round(top)
