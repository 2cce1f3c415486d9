"""The field for scans and names of this page, in its frame: an icon, the field, the key that ends it."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.icons import IconView
from ui.look import Look
from ui.widgets.keys import KeyCap
from ui.widgets.scan_field import ScanField

HEIGHT, LETTERS = 68, 25


class ScanLine(QFrame):
    """One line that is scanned into; says in it what is expected, as long as there is room for."""

    def __init__(self, look: Look, name: str, icon: str = "scan") -> None:
        super().__init__()
        self.setObjectName("scanbar")
        self._look = look
        theme, words = look.theme, look.words
        self._texts: Sequence[str] = (name,)
        self.field = ScanField()
        self._icon = IconView(look.icons, icon, theme.colours.text, theme.text_px(26))
        self._enter = KeyCap(theme, words.t("Enter"))
        self.setMinimumHeight(max(theme.space(HEIGHT), theme.text_px(LETTERS) + theme.space(32)))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(24), 0, theme.space(22), 0)
        row.setSpacing(theme.space(18))
        row.addWidget(self._icon)
        row.addWidget(self.field, 1)
        row.addWidget(self._enter)
        self.ask(name)

    def ask(self, *texts: str) -> None:
        """Say what is expected here: the longest text first, of which the first that fits is shown."""
        self._texts = texts
        self.field.setAccessibleName(texts[0])
        self._say_what_fits()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as the width has room for."""
        super().resizeEvent(event)
        self._say_what_fits()

    def _say_what_fits(self) -> None:
        theme = self._look.theme
        self._enter.setVisible(self.width() >= theme.text_px(440))
        self._icon.setVisible(self.width() >= theme.text_px(300))
        taken = theme.space(46 + 24)
        for widget in (self._enter, self._icon):
            taken += widget.sizeHint().width() + theme.space(18) if not widget.isHidden() else 0
        metrics = theme.metrics(LETTERS + 0.5)
        fitting = [text for text in self._texts if metrics.horizontalAdvance(text) <= self.width() - taken]
        self.field.setPlaceholderText(fitting[0] if fitting else "")
