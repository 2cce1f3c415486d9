"""Plays clerks and organisers at a desk: types PINs, waits for them, reads what the desk lets them do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.driver import DeskDriver, texts_of
from tests.ui.waiting import until
from ui.actions import PageId
from ui.rights.form import PinForm
from ui.rights.keeper import Keeper, Standing
from ui.rights.lock_page import LockPage

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class RightsDriver(DeskDriver):
    """A desk with PINs, or without."""

    @property
    def keeper(self) -> Keeper:
        """Who knows for whom the desk works."""
        keeper = self.application.inside.keeper
        assert keeper is not None
        return keeper

    def works_for(self, standing: Standing) -> bool:
        """Say whether the desk works for these."""
        return self.keeper.standing is standing

    def is_on(self, page: PageId) -> bool:
        """Say whether this page is shown."""
        return self.frame.page_id is page

    def presses(self, *keys: str, into: QWindow | None = None) -> "RightsDriver":
        """Press keys by their names."""
        super().presses(*keys, into=into)
        return self

    def types_pin(self, pin: str) -> "RightsDriver":
        """Type a PIN where it is asked for, and Enter."""
        assert isinstance(self.form(), PinForm)
        self.types(pin).presses("Enter")
        return self.waits_for_pin()

    def tries(self, *pins: str) -> "RightsDriver":
        """Type several PINs, one after the other."""
        for pin in pins:
            self.types_pin(pin)
        return self

    def locks(self) -> "RightsDriver":
        """Press the key that locks the desk."""
        QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_L, CTRL_SHIFT)
        self.settles()
        return self

    def waits_for_pin(self) -> "RightsDriver":
        """Let a PIN be checked, or made."""
        until(self.keeper.idle)
        self.settles()
        return self

    def waits_until_idle(self) -> "RightsDriver":
        """Let long work come to its end."""
        until(self.application.work.idle)
        self.settles()
        return self

    def form(self) -> PinForm | None:
        """Return where a PIN is asked for, if that is to be seen."""
        return next((form for form in self.window.findChildren(PinForm) if form.isVisible()), None)

    def is_asked(self) -> bool:
        """Say whether the PIN of the organisers is asked for."""
        return self.frame.gate.strip.isVisible()

    def is_locked(self) -> bool:
        """Say whether nothing is to be seen but the lock."""
        return self.frame.page_id is PageId.LOCK and isinstance(self.frame.stack.currentWidget(), LockPage)

    def offered(self) -> set[PageId]:
        """Return which pages the rail leads to."""
        return {page for page, button in self.frame.rail.buttons.items() if button.isVisible()}

    def words_of_names(self, names: list[str]) -> list[str]:
        """Return which of these names are in any window that can be seen, in a text, a tooltip or a spoken name."""
        found = []
        for top in QApplication.topLevelWidgets():
            for widget in (top, *top.findChildren(QWidget)):
                if widget.isVisible():
                    said = [
                        *texts_of(widget),
                        widget.toolTip(),
                        widget.accessibleName(),
                        widget.accessibleDescription(),
                    ]
                    found += [name for name in names if any(name in text for text in said)]
        return found
