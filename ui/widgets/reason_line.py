"""One reason on a card: a tick or a triangle, and a sentence."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.icons import IconView
from ui.look import Look
from ui.widgets.text import Text


@dataclass(frozen=True)
class Line:
    """One reason: a good one, or one to think about."""

    good: bool
    text: str


class ReasonLine(QWidget):
    """One reason: a tick or a triangle, and a sentence."""

    def __init__(self, look: Look, line: Line) -> None:
        super().__init__()
        theme, colours = look.theme, look.theme.colours
        icon = IconView(
            look.icons,
            "reason-good" if line.good else "reason-mind",
            colours.text if line.good else colours.on_warning if theme.dark else colours.attention,
            theme.text_px(16),
        )
        said = Text(line.text, "" if line.good else "mind", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(8))
        holder = QWidget()
        holder.setFixedSize(QSize(theme.text_px(16), theme.metrics(15).height()))
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(icon)
        row.addWidget(holder, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1)
