"""Which key asks for what: the page that is looked at does it, or the window itself."""

from ui.actions import ActionId, PageId, action_of_key, all_keys
from ui.guest.screen import GuestScreen
from ui.shell.frame import Frame
from ui.window import Window


class Shortcuts:
    """Lives as long as the window."""

    def __init__(self, window: Window, guest: GuestScreen) -> None:
        self._window, self._guest = window, guest
        for key in all_keys():
            window.listen(key)
        window.pressed.connect(self._on_key)

    def _on_key(self, key: str) -> None:
        inside = self._window.centralWidget()
        wanted = action_of_key(key, inside.page_id if isinstance(inside, Frame) else PageId.START)
        if wanted is not None:
            self.do(wanted)

    def do(self, wanted: ActionId) -> None:
        """Do what a key asks for."""
        inside = self._window.centralWidget()
        if wanted is ActionId.FULL_SCREEN:
            self._window.turn_full_screen()
        elif wanted is ActionId.GUEST_SCREEN:
            self._guest.turn()
        elif isinstance(inside, Frame):
            inside.do(wanted)
