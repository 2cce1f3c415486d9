"""What is inside the window while an event is open: made, put in, and made anew, a turn each; who answers its pages."""

from collections.abc import Generator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from eventdesk.errors import KnownError
from eventdesk.finishing.deletion_day import deletion_day, is_due
from eventdesk.outputs import Content
from eventdesk.rights import Duty
from eventdesk.words import Words
from ui import titles
from ui.actions import PageId
from ui.checkin.shown import Shown
from ui.dialogs import Dialogs
from ui.event_files import EventFiles
from ui.frames import EventFrame
from ui.guest.screen import GuestScreen
from ui.importing.flow import ImportFlow
from ui.importing.keeping import KeptMappings
from ui.look import Look
from ui.notices import Notices
from ui.opened import Opened
from ui.preferences import Preferences
from ui.print_troubles import PrintTroubles
from ui.reminder import DeletionStrip
from ui.rights.keeper import Keeper
from ui.shell import focus
from ui.shell.frame import Frame
from ui.shell.strip_column import Urgency
from ui.sounds import Sounds
from ui.strips import Strips
from ui.tour import practice
from ui.tour.flow import TourFlow
from ui.tour.strip import TourStrip
from ui.window import Window
from ui.work import Work


class Inside(QObject):
    """Holds what outlives the pages of one event: the list on its way in, the guided tour, what is told at the top."""

    look_changed = Signal()
    desk_named = Signal()
    close_asked = Signal()
    file_asked = Signal(Path)
    closed_deed_asked = Signal(object)
    recovery_asked = Signal(object)
    framed = Signal(Frame)

    def __init__(
        self,
        window: Window,
        preferences: Preferences,
        dialogs: Dialogs,
        work: Work,
        notices: Notices,
        sounds: Sounds,
        guest: GuestScreen,
    ) -> None:
        super().__init__(window)
        self._window, self._preferences, self._dialogs = window, preferences, dialogs
        self._work, self._notices, self.sounds, self._guest = work, notices, sounds, guest
        self._opened: Opened | None = None
        self._importing: ImportFlow | None = None
        self._event_files: EventFiles | None = None
        self.keeper: Keeper | None = None
        self._words: Words | None = None
        self._troubles: PrintTroubles | None = None
        self.strips: Strips | None = None
        self.tour: TourFlow | None = None
        self._put_off = False

    @property
    def frame(self) -> EventFrame | None:
        """The inside while an event is open, as soon as it has a page."""
        inside = self._window.centralWidget()
        return inside if isinstance(inside, EventFrame) and not inside.isHidden() else None

    # ---- one event after the other

    def hold(self, opened: Opened, look: Look, *, tour: bool) -> None:
        """Be about this event from now on; `tour`: somebody is shown around in it."""
        self._opened, self._put_off = opened, False
        self.keeper = Keeper(opened.event, self._preferences, lambda: not self._work.idle())
        self.keeper.turned.connect(self._on_turned)
        self._work.changed.connect(self.keeper.settle)
        opened.prize.kiosk.be_kept(self.keeper)
        opened.prize.kiosk.turned.connect(self._on_kiosk)
        self.tour = TourFlow(opened.event) if tour else None
        kept = KeptMappings(self._preferences.folder / "lists")
        self._importing = ImportFlow(opened.event, self._work, look.words, kept, opened.safekeeper.before)
        self._troubles = PrintTroubles(self, self._notices, opened.printing, self._tells_trouble)
        self.strips = Strips(opened, self._window, self._preferences, self._dialogs, self._work, self._notices)
        self.strips.closed_deed_asked.connect(self.closed_deed_asked)
        self.strips.recovery_asked.connect(self.recovery_asked)
        self._work.handed_over.connect(self._note_files)
        opened.cafe.clock.rang.connect(self.sounds.play)
        opened.badge_maker.said.connect(lambda sentence: self._notices.say(lambda _words: sentence))
        opened.badge_maker.told.connect(lambda sentence: self._notices.tell(lambda _words: sentence))

    def leave(self, look: Look) -> None:
        """Be about no event any more."""
        self._notices.forget()
        self._guest.serve(None, look)
        if self.keeper is not None:
            self._work.changed.disconnect(self.keeper.settle)
            self.keeper.close()
        if self._opened is not None:
            self._work.handed_over.disconnect(self._note_files)
        if self._importing is not None:
            self._importing.close()
        if self._troubles is not None:
            self._troubles.deleteLater()
        if self.strips is not None:
            self.strips.close()
            self.strips = None
        self._opened = self._importing = self._event_files = self._troubles = self.tour = self.keeper = None

    # ---- made and put in

    def drop_hidden(self) -> bool:
        """Throw away a page that is not looked at; returns whether there was one."""
        return self.frame is not None and self.frame.drop_hidden()

    def clear(self) -> None:
        """Throw away everything; what is told at the top waits for what comes next."""
        self._notices.rest()
        self._window.clear()

    def speak(self, look: Look) -> None:
        """Wear another look from now on."""
        if self._opened is not None and self._importing is not None:
            self._opened.speak(look.words)
            self._importing.speak(look.words)

    def brought_in(self, look: Look, page: PageId) -> Generator[None, None, EventFrame]:
        """Make the inside of the window, put it in, then make one page, put it in, and show both: a turn each."""
        frame, self._words = self._made_frame(look), look.words
        page = frame.gate.present(page)
        yield
        self._window.setUpdatesEnabled(False)
        frame.hide()
        self.put_in(frame)
        yield
        frame.prepare(page)
        yield
        frame.make(page)
        yield
        frame.gate.show_lock() if frame.gate.locked else frame.show_page(page)
        if self._importing is not None and self._importing.deed is not None:  # what comes of it is said by its page
            frame.make(PageId.IMPORT)
        yield
        frame.show()
        frame.gate.keeper.watch(self._window.windowHandle())
        if not frame.gate.locked:
            self._notices.serve(frame.banner, look.words)
        self._window.setUpdatesEnabled(True)
        return frame

    def put_in(self, frame: Frame) -> None:
        """Let the window show a frame."""
        self._window.show_inside(frame)
        self.framed.emit(frame)
        self._window.filled.connect(frame.fill_screen)
        frame.fill_screen(self._window.isFullScreen())
        self.name_window()

    def name_window(self) -> None:
        """Call the window like the event, and remember what the file is about."""
        title = self._opened.event.details.title if self._opened is not None else ""
        self._window.setWindowTitle(" – ".join(part for part in (title, "eventdesk") if part))
        if self._opened is not None:
            titles.keep(self._preferences, self._opened.event.path, title)

    def place(self) -> focus.Place | None:
        """Return where the focus is."""
        return focus.place(self._window.centralWidget())

    def typed(self) -> str:
        """Return what stands in the scan field."""
        frame = self.frame
        made = frame is not None and frame.is_made(PageId.CHECK_IN)
        return frame.check_in.scan_bar.field.text() if frame is not None and made else ""

    def _made_frame(self, look: Look) -> EventFrame:
        opened, importing, keeper = self._opened, self._importing, self.keeper
        if opened is None or importing is None or keeper is None:
            raise ValueError("no event is open")
        frame = EventFrame(look, opened, self._preferences, self._work, importing, keeper)
        self._event_files = EventFiles(frame, self._dialogs, self._window, look, self._preferences, self.sounds)
        frame.page_made.connect(self._event_files.serve)
        frame.page_made.connect(partial(self._serve_page, frame))
        frame.start_asked.connect(self.close_asked)
        self._guest.serve(opened.event, look)
        if self.strips is not None:
            self.strips.put_into(frame, look)
        self._remind(frame, opened, look, keeper)
        if self.tour is not None:
            strip = TourStrip(look, self.tour, opened.bridge, frame.check_in.scan_bar.field)
            strip.left.connect(partial(self._leave_tour, strip))
            frame.show_tour(strip)
        return frame

    def _remind(self, frame: EventFrame, opened: Opened, look: Look, keeper: Keeper) -> None:
        """Remind of the day on which people were to be deleted, until somebody says later."""
        event = opened.event
        day = deletion_day(event)
        in_practice = practice.is_practice(event.path, self._preferences.folder)
        recovering = self.strips is not None and self.strips.aftermath.there
        if self._put_off or in_practice or recovering or event.closed is not None or day is None or not is_due(event):
            return
        strip = DeletionStrip(look, day, keeper)
        strip.finish_asked.connect(frame.finish_event)
        strip.put_off.connect(self._be_reminded_later)
        frame.show_strip(strip, Urgency.REMINDER)
        strip.follow()

    def _be_reminded_later(self) -> None:
        self._put_off = True

    # ---- for whom the desk works

    def _on_turned(self) -> None:
        """Tell nothing, to nobody, while the desk is locked; go on telling afterwards."""
        frame, keeper = self.frame, self.keeper
        if keeper is not None and keeper.locked:
            if self._opened is not None:
                self._opened.look_ups.write()
            self._notices.rest()
            self._guest.rest()
            if frame is not None:
                frame.banner.hide()
        else:
            QTimer.singleShot(0, self, self._tell_again)  # behind the page that is shown now, which clears the banner

    def _on_kiosk(self, shown: bool) -> None:
        """Work for clerks behind the voting screen; whoever leaves it by the PIN goes on where it was opened."""
        frame, keeper = self.frame, self.keeper
        if keeper is not None and keeper.guarded and shown:
            keeper.step_down()
        elif keeper is not None and keeper.guarded and frame is not None and keeper.may(Duty.POLLS):
            frame.show_page(PageId.PRIZE)

    def _tell_again(self) -> None:
        frame = self.frame
        if frame is not None and self._words is not None and not frame.gate.locked:
            self._notices.serve(frame.banner, self._words)

    # ---- what its pages ask for

    def _serve_page(self, frame: EventFrame, page_id: PageId) -> None:
        """Answer what a page asks for that was just made."""
        if page_id is PageId.CHECK_IN:
            frame.check_in.answered.connect(self._on_answered)
            frame.check_in.forgot.connect(self._guest.rest)
        elif page_id is PageId.EVENT:
            frame.settings.look_changed.connect(self.look_changed)
            frame.settings.desk_named.connect(self.desk_named)
            frame.settings.close_asked.connect(self.close_asked)
            frame.settings.file_asked.connect(self.file_asked)
            frame.settings.guest_changed.connect(self._guest.follow_preferences)
            self._guest.turned.connect(frame.settings.show_guest)
        elif page_id is PageId.REPORTS:
            frame.reports.closed_deed_asked.connect(self.closed_deed_asked)
        elif page_id is PageId.PEOPLE:
            frame.people.closed_deed_asked.connect(self.closed_deed_asked)

    def _on_answered(self, shown: Shown) -> None:
        """Let the volunteer hear what the desk says, and the guest read it."""
        if shown.tone.sound is None:
            self._guest.rest()
        else:
            self.sounds.play(shown.tone.sound)
            self._guest.greet(shown.answer)

    def _note_files(self, files: list[tuple[Path, Content]]) -> None:
        """Note in the journal which files were written for people, and from which page."""
        frame = self.frame
        page = frame.page_id if frame is not None else None
        if self._opened is not None:
            try:
                self._opened.look_ups.note_files(files, page.value if page is not None else "")
            except KnownError as error:
                self._notices.say_fault(error)

    def _leave_tour(self, strip: TourStrip) -> None:
        self.tour = None
        strip.end()
        if self.frame is not None:
            self.frame.take_focus()

    def _tells_trouble(self, error: KnownError) -> bool:
        return self.frame is not None and self.frame.tells_trouble(error)
