"""Makes what is inside the window: for the start, while a file opens, and for an open event."""

from collections.abc import Sequence
from pathlib import Path

from eventdesk import desk
from eventdesk.event import Changes, Clock
from ui.actions import ActionId, PageId, key_of
from ui.checkin.page import CheckInPage
from ui.dates import day_text
from ui.look import Look
from ui.opened import Opened
from ui.preferences import Preferences
from ui.settings.page import About, SettingsPage
from ui.shell.frame import Frame
from ui.shell.header import Header
from ui.shell.rail import Stop
from ui.start.page import StartPage
from ui.start.samples import samples
from ui.work import Work


def start_frame(look: Look, recent: Sequence[Path], clock: Clock) -> tuple[Frame, StartPage]:
    """Return the inside of a window without an event."""
    words = look.words
    header = Header(look, words.t("Welcome"), "", lambda: clock().astimezone())
    frame = Frame(look, header, [Stop(PageId.START, "home", words.t("Start"))])
    page = StartPage(look, samples(), recent)
    frame.add_page(PageId.START, page, page)
    frame.show_page(PageId.START)
    return frame, page


class EventFrame(Frame):
    """The inside of a window with an open event."""

    def __init__(self, look: Look, opened: Opened, preferences: Preferences, work: Work) -> None:
        details = opened.event.details
        place = " · ".join(part for part in (details.venue, day_text(look.words, details.starts)) if part)
        super().__init__(look, Header(look, details.title or opened.event.path.stem, place, opened.now), _stops(look))
        self._look, self._opened = look, opened
        self.work.follow(work)
        about = About(details.title, place, str(opened.event.path))
        self.check_in = CheckInPage(look, opened.flow, opened.bridge)
        self.settings = SettingsPage(look, preferences, opened.printing, about)
        self.add_page(PageId.CHECK_IN, self.check_in, self.check_in)
        self.add_page(PageId.EVENT, self.settings, self.settings)
        self.check_in.said.connect(self.say)
        self.settings.printing_changed.connect(self.show_printing)
        self.turned.connect(self._on_turned)
        opened.bridge.changed.connect(self._on_changed)
        self.show_saved()
        self.show_desk()
        self.show_printing()

    def show_saved(self) -> None:
        """Show when the last change was written."""
        if self._opened.event.view_only is not None:
            self.header.show_view_only()
            return
        at = self._opened.saved_at
        self.header.show_saved(at.strftime("%H:%M:%S") if at else "")

    def show_desk(self) -> None:
        """Show the name of this desk."""
        self.header.show_desk(self._opened.event.desk)

    def show_printing(self) -> None:
        """Show where badges go."""
        words, printing = self._look.words, self._opened.printing
        more = words.t("No printer chosen ({key})", key=key_of(words, ActionId.EVENT_PAGE))
        self.footer.show_state(printing.state(words), "" if printing.ready else more)

    def _on_changed(self, changes: Changes) -> None:
        self.show_saved()

    def _on_turned(self, page: PageId) -> None:
        if page is PageId.EVENT:
            self.settings.show_figures(self._figures())

    def _figures(self) -> str:
        words = self._look.words
        counted = desk.figures(self._opened.event)["counts"]
        if not counted["people"]:
            key = key_of(words, ActionId.WALK_IN)
            return words.t("0 people: import a list with “eventdesk import”, or add them with {key}.", key=key)
        figures = [words.n("one person", "{count} people", counted["people"])]
        if counted["exhibitors"]:
            figures.append(words.n("one exhibitor", "{count} exhibitors", counted["exhibitors"]))
        return " · ".join(figures)


def _stops(look: Look) -> list[Stop]:
    words = look.words
    return [
        Stop(PageId.CHECK_IN, "check-in", words.t("Check-in")),
        Stop(PageId.EVENT, "event", words.t("Event"), low=True),
    ]
