"""Makes pages in one turn of the event loop, to be put in, which dresses them, in another."""

from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtWidgets import QWidget

from ui.actions import PageId
from ui.shell.frame import Page


class PageMaking:
    """Keeps at most one page that is made, but not put in yet."""

    def __init__(self, makers: Mapping[PageId, Callable[[], Page]]) -> None:
        """Make pages by these functions."""
        self._makers = makers
        self._in_hand: tuple[PageId, Page] | None = None

    @property
    def ready(self) -> PageId | None:
        """Which page is made, but not put in."""
        return self._in_hand[0] if self._in_hand is not None else None

    def prepare(self, page_id: PageId) -> None:
        """Make a page and keep it."""
        if page_id in self._makers and page_id is not self.ready:
            self.drop()
            self._in_hand = (page_id, self._makers[page_id]())

    def take(self, page_id: PageId) -> Page:
        """Return a page that is to be put in: the one that is kept, or one made now."""
        if self._in_hand is None or self._in_hand[0] is not page_id:
            return self._makers[page_id]()
        page, self._in_hand = self._in_hand[1], None
        return page

    def drop(self) -> None:
        """Throw away the page that is kept."""
        if self._in_hand is not None:
            cast(QWidget, self._in_hand[1]).deleteLater()
            self._in_hand = None
