"""Brings keys and scans that arrive elsewhere to where they belong in the open event."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.actions import PageId
from ui.frames import EventFrame
from ui.keys import KeyRouter
from ui.opened import Opened
from ui.shell.frame import Frame


class StrayKeys:
    """Lives as long as the window; `opened` and `frame` tell what is there at a moment."""

    def __init__(
        self,
        app: QApplication,
        window: QWidget,
        opened: Callable[[], Opened | None],
        frame: Callable[[], EventFrame | None],
        nowhere: Callable[[], None],
    ) -> None:
        """Call `nowhere` for a scan while no event is open."""
        self._window, self._opened, self._frame, self._nowhere = window, opened, frame, nowhere
        self._router = KeyRouter(
            self._field_for_letters, self._split_scan, self._belongs, self._take_stray_scan, self._misses_enter
        )
        self._router.follow(app)

    def end(self) -> None:
        """Listen to keys no more."""
        self._router.deleteLater()

    def amid_keys(self) -> bool:
        """Say whether keys came just now that may be the beginning of a scan."""
        return self._router.amid_keys

    def _field_for_letters(self) -> QLineEdit | None:
        """Return the field of the present page for letters that were typed nowhere."""
        frame = self._frame()
        own = frame.field_for_letters() if frame is not None else None
        if frame is not None and own is not None:
            self._come_to_the_front(frame)
        return own

    def _come_to_the_front(self, frame: Frame) -> None:
        frame.help.hide()
        if not self._window.isActiveWindow():
            self._window.activateWindow()

    def _split_scan(self, text: str) -> tuple[str, str]:
        opened = self._opened()
        return opened.flow.split_scan(text) if opened is not None else (text, "")

    def _belongs(self, code: str) -> bool:
        opened = self._opened()
        return opened is not None and opened.flow.belongs(code)

    def _misses_enter(self) -> bool:
        opened = self._opened()
        return opened is not None and opened.scanners.misses_enter

    def _take_stray_scan(self, code: str) -> None:
        frame = self._frame()
        if frame is None:
            self._nowhere()
            return
        self._come_to_the_front(frame)
        if frame.refuses_scan():
            return
        if frame.page_id is PageId.PRIZE and frame.prize.take_scan(code):
            return
        frame.show_page(PageId.CHECK_IN)
        frame.check_in.scan(code)
