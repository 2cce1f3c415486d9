"""The one field that badges are scanned into and names are typed into."""

from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.icons import IconView
from ui.look import Look
from ui.widgets.keys import KeyCap
from ui.widgets.pill import Cut, Pill
from ui.widgets.scan_field import ScanField

HEIGHT = 76


class ScanBar(QFrame):
    """The frame around the field: the icon, the field, how people go (only said when they leave), Enter."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("scanbar")
        self._look = look
        theme, words = look.theme, look.words
        self.field = ScanField()
        self.field.setAccessibleName(words.t("Scan a badge or type a name"))
        self._leaving = Pill(
            theme,
            words.t("Exit"),
            theme.colours.attention,
            theme.colours.on_verdict,
            Cut(size=15, weight=QFont.Weight.Bold, radius=6),
        )
        self.setMinimumHeight(max(theme.space(HEIGHT), theme.text_px(25) + theme.space(36)))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(24), 0, theme.space(22), 0)
        row.setSpacing(theme.space(18))
        self._icon = IconView(look.icons, "scan", theme.colours.text, theme.text_px(26))
        row.addWidget(self._icon)
        row.addWidget(self._leaving)
        row.addWidget(self.field, 1)
        self._enter = KeyCap(theme, words.t("Enter"))
        row.addWidget(self._enter)
        self.show_leaving(leaving=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as the width has room for."""
        super().resizeEvent(event)
        self._say_what_fits()

    def _say_what_fits(self) -> None:
        theme, words = self._look.theme, self._look.words
        self._enter.setVisible(self.width() >= theme.text_px(440))
        icon, taken = theme.text_px(26) + theme.space(18), theme.space(46 + 18 + 12)
        taken += self._enter.sizeHint().width() + theme.space(18) if not self._enter.isHidden() else 0
        taken += self._leaving.sizeHint().width() + theme.space(18) if not self._leaving.isHidden() else 0
        metrics = theme.metrics(25)
        texts = [words.t("Scan a badge or type a name"), words.t("Scan or type a name"), words.t("Scan or name")]
        room = self.width() - taken
        self._icon.setVisible(metrics.horizontalAdvance(texts[-1]) <= room - icon)
        room -= icon if not self._icon.isHidden() else 0
        fitting = [text for text in texts if metrics.horizontalAdvance(text) <= room]
        self.field.setPlaceholderText(fitting[0] if fitting else "")

    def show_leaving(self, *, leaving: bool) -> None:
        """Show whether people come in or go out."""
        self._leaving.setVisible(leaving)
        self.setProperty("leaving", leaving)
        self.style().unpolish(self)
        self.style().polish(self)
        self._say_what_fits()
