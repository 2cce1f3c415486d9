"""What a locked desk shows: that it is locked, and where a PIN is typed. No names, nothing that was typed before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.actions import ActionId
from ui.icons import IconView
from ui.look import Look
from ui.rights.form import PinForm
from ui.rights.keeper import Keeper
from ui.widgets.text import Text

WIDE = 460


class LockPage(QWidget):
    """A page like the others, except that nothing leads away from it but a PIN."""

    def __init__(self, look: Look, keeper: Keeper) -> None:
        super().__init__()
        self.setObjectName("page")
        words, theme = look.words, look.theme
        self.setAccessibleName(words.t("This desk is locked"))
        self._look, space = look, theme.space
        card = QFrame()
        card.setProperty("kind", "card")
        card.setMinimumWidth(min(theme.text_px(WIDE), space(900)))
        icon = IconView(look.icons, "lock", theme.colours.text, theme.text_px(44))
        self.form = PinForm(look, keeper, words.t("PIN"), None)
        self.form.opened.connect(keeper.unlock)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(space(32), space(28), space(32), space(30))
        inner.setSpacing(space(10))
        inner.addWidget(icon, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(Text(words.t("This desk is locked"), "heading", wrap=True))
        inner.addWidget(Text(words.t("The PIN of the clerks or of the organisers unlocks it."), "muted", wrap=True))
        inner.addSpacing(space(6))
        inner.addWidget(self.form)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(24), space(24), space(24), space(24))
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)

    def do(self, wanted: ActionId) -> bool:
        """Nothing can be done here."""
        return False

    def take_focus(self) -> None:
        """Put the cursor where the PIN is typed."""
        self.form.begin()

    def field_for_letters(self) -> QLineEdit | None:
        """Return where the PIN is typed."""
        return self.form.field

    def refuse_scan(self) -> None:
        """Say that a scan was not taken."""
        self.form.field.clear()
        self.form.tell(self._look.words.t("Not scanned: this desk is locked. Unlock it, then scan again."))
