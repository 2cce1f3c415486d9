"""Everything inside the window: rail, header, banner, one page, footer. Made anew when the language changes."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import PAGE_OF, ActionId, PageId, actions_of, footer_of
from ui.look import Look
from ui.shell import focus
from ui.shell.banner import Banner
from ui.shell.footer import Footer
from ui.shell.header import Header
from ui.shell.help import Help
from ui.shell.rail import Rail, Stop
from ui.shell.strip_column import StripColumn, Urgency
from ui.shell.work_strip import WorkStrip

LEAST_HEIGHT_WITH_FOOTER = 380
"""In a lower window (at 100 %) the page gets the room of the footer."""


class Page(Protocol):
    """What the frame asks of a page besides being a widget."""

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether the page knows it."""

    def take_focus(self) -> None:
        """Put the focus where work begins."""

    def field_for_letters(self) -> QLineEdit | None:
        """Return where letters go that are typed while no field has the focus; None: to the check-in page."""


@runtime_checkable
class PageOfViews(Page, Protocol):
    """A page of several views, if other keys work in one than in the other. A page without it has one."""

    keys_changed: SignalInstance
    """Is emitted when another view is shown."""

    def present_keys(self) -> Sequence[ActionId] | None:
        """Return what works in the view that is shown, the most important first; None: all of the page's keys."""


class Frame(QWidget):
    """Shows one page at a time and hands it the keys."""

    turned = Signal(PageId)
    desk_filled = Signal(bool)

    def __init__(self, look: Look, header: Header, stops: Sequence[Stop]) -> None:
        super().__init__()
        self._scale = look.theme.scale
        self.header = header
        self.rail = Rail(look, stops)
        self._reachable = {stop.page for stop in stops}
        self.banner = Banner(look, self.header)
        self.work = WorkStrip(look)
        self.footer = Footer(look)
        self.stack = QStackedWidget()
        self.stack.setObjectName("pages")
        self.page_id = PageId.START
        self._full = self._desk_fills = False
        self._begin: focus.Place | None = None
        self._before_help: focus.Place | None = None
        self._pages: dict[PageId, Page] = {}
        self._widgets: dict[PageId, QWidget] = {}
        self.column = column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.strips = StripColumn()
        column.addWidget(self.header)
        column.addWidget(self.strips)
        column.addWidget(self.stack, 1)
        column.addWidget(self.work)
        column.addWidget(self.footer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        self.banner.setParent(self)  # in the order of Tab it comes before the page
        row.addLayout(column, 1)
        self.help = Help(look, self)
        self.help.closed.connect(self._leave_help)
        self.rail.chosen.connect(self.show_page)
        self.footer.asked.connect(self.do)
        self.banner.closed.connect(self.take_focus)

    def add_page(self, page_id: PageId, widget: QWidget, page: Page) -> None:
        """Add a page: its widget, and who answers for it (mostly the same)."""
        self._widgets[page_id], self._pages[page_id] = widget, page
        self.stack.addWidget(widget)
        if isinstance(page, PageOfViews):
            page.keys_changed.connect(self._show_keys)

    def show_strip(self, strip: QWidget, urgency: Urgency) -> None:
        """Show something above the pages, whichever is looked at."""
        self.strips.add(strip, urgency)

    def begin_at(self, place: focus.Place | None) -> None:
        """Put the focus on the control at this place when the frame is shown, instead of where work begins."""
        self._begin = place

    def show_page(self, page_id: PageId) -> None:
        """Show a page, and the keys that work on it."""
        page = self._pages.get(page_id)
        if page is None:
            return
        self.page_id = page_id
        self.banner.hide()
        self.rail.show_page(page_id)
        self._show_keys()
        self._dress()
        self.stack.setCurrentWidget(self._widgets[page_id])
        page.take_focus()
        self.turned.emit(page_id)

    def say(self, sentence: str) -> None:
        """Show a sentence in the banner; an empty one takes it away."""
        if sentence:
            self.banner.say(sentence)
        else:
            self.banner.hide()

    def tell(self, sentence: str) -> None:
        """Show good news in the banner."""
        self.banner.say(sentence, good=True)

    def do(self, wanted: ActionId) -> None:
        """Do what a key asks for, or let the page do it."""
        if wanted is ActionId.HELP:
            if self.help.isVisible():
                self.help.hide()
                self._leave_help()
            elif keys := [line for line in actions_of(self.page_id) if self._leads_somewhere(line.id)]:
                self._before_help = focus.place(self)
                self.help.show_keys(keys)
            return
        self.help.hide()
        if wanted in PAGE_OF:
            self.show_page(PAGE_OF[wanted])
        elif self.page_id in self._pages:
            self._pages[self.page_id].do(wanted)

    def take_focus(self) -> None:
        """Put the focus where work begins on this page."""
        if self.page_id in self._pages:
            self._pages[self.page_id].take_focus()

    def field_for_letters(self) -> QLineEdit | None:
        """Return the field of the present page for letters that are typed nowhere else."""
        page = self._pages.get(self.page_id)
        return None if page is None else page.field_for_letters()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where work begins, not at the rail."""
        super().showEvent(event)
        self.take_focus()
        if self._begin is not None:
            focus.put(self, self._begin)
            self._begin = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the footer in a low window; keep the help over everything."""
        super().resizeEvent(event)
        self._dress()
        self.help.fit()

    def fill_screen(self, full: bool) -> None:
        """Know whether the window fills the screen: then the check-in has it all, but for the header."""
        self._full = full
        self._dress()

    def _show_keys(self) -> None:
        """Show the keys that work on the present page, in its present view."""
        page = self._pages.get(self.page_id)
        present = page.present_keys() if isinstance(page, PageOfViews) else None
        self.footer.show_keys(footer_of(self.page_id, present))

    def _leads_somewhere(self, wanted: ActionId) -> bool:
        return wanted not in PAGE_OF or PAGE_OF[wanted] in self._reachable

    def _leave_help(self) -> None:
        """Go on where the help was asked for; if that is gone, where work begins."""
        self.take_focus()
        before, self._before_help = self._before_help, None
        if before is not None:
            focus.put(self, before)

    def _dress(self) -> None:
        fills = self._full and self.page_id is PageId.CHECK_IN
        self.rail.setVisible(not fills)
        low = self.height() < LEAST_HEIGHT_WITH_FOOTER * self._scale
        self.footer.setVisible(not fills and not low)
        self.header.be_low(low=low)
        if fills != self._desk_fills:
            self._desk_fills = fills
            self.desk_filled.emit(fills)
