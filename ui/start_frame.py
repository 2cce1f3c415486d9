"""Makes what is inside the window while no event is open."""

from collections.abc import Sequence
from pathlib import Path

from eventdesk.event import Clock
from ui.actions import PageId
from ui.look import Look
from ui.shell.frame import Frame
from ui.shell.header import Header
from ui.shell.rail import Stop
from ui.start.page import StartPage
from ui.start.samples import samples
from ui.titles import KnownFile


def start_frame(look: Look, recent: Sequence[KnownFile], clock: Clock, folder: Path) -> tuple[Frame, StartPage]:
    """Return the inside of a window without an event."""
    words = look.words
    header = Header(look, words.t("Welcome"), "", lambda: clock().astimezone())
    header.hide_time()
    frame = Frame(look, header, [Stop(PageId.START, "home", words.t("Start"))])
    page = StartPage(look, samples(), recent, folder)
    frame.add_page(PageId.START, page, page)
    frame.show_page(PageId.START)
    return frame, page
