"""Puts the window together: what is open, in which language, in which colours. Everything is handed on from here."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Changes, Clock, Event, system_clock
from eventdesk.words.faults import fault_sentence
from ui import titles
from ui.actions import ActionId, PageId
from ui.beginning import Beginning, News, Surroundings
from ui.closed_file import ClosedDeed, Doing
from ui.dialogs import Dialogs
from ui.dropping import Dropping
from ui.errors import BugDialog
from ui.frames import EventFrame
from ui.guest.screen import GuestScreen
from ui.inside import Inside
from ui.jobs import Jobs
from ui.notices import Notices
from ui.opened import Opened, forget_for
from ui.opening import Opening, Outcome, Wish
from ui.preferences import Preferences
from ui.printing import Printing
from ui.rebuilding import Rebuilding
from ui.recovering import Recovering
from ui.recovery.flow import Restored
from ui.shell import focus
from ui.shell.frame import Frame
from ui.shortcuts import Shortcuts
from ui.sounds import Sounds
from ui.start import flow
from ui.start.flow import Prepared
from ui.start_frame import start_frame
from ui.stray_keys import StrayKeys
from ui.timers import single_shot
from ui.turns import QuietMoment, leave_alone, look_through
from ui.wardrobe import Wardrobe
from ui.window import Window
from ui.wishes import Wishes
from ui.work import Work

LET_GO_AFTER_MS = 100


class Application:
    """One window, at most one open event."""

    def __init__(
        self,
        app: QApplication,
        preferences: Preferences,
        dialogs: Dialogs,
        clock: Clock = system_clock,
        window: Window | None = None,
    ) -> None:
        """Work in `window`, or in a new one."""
        self.preferences, self._dialogs, self._clock = preferences, dialogs, clock
        self.jobs = Jobs()
        self.notices = Notices()
        self.work = Work(self.notices)
        self._looks = Jobs()
        self._wishes = Wishes(preferences, clock, self._looks)
        self._printing = Printing(preferences, self.jobs)
        self._bug: BugDialog | None = None
        self.opened: Opened | None = None
        self.beginning: Beginning | None = None
        self.recovering: Recovering | None = None
        self._restored: Restored | None = None
        self.window = window or Window()
        self.opening = Opening(self.window)
        self.opening.keys.lost.connect(self._say_lost)
        self._wardrobe = Wardrobe(app, self.window, preferences)
        self.window.setWindowIcon(self._wardrobe.icons.window_icon())
        self.sounds = Sounds(preferences)
        self.guest = GuestScreen(self.window, preferences)
        self.inside = Inside(self.window, preferences, dialogs, self.work, self.notices, self.sounds, self.guest)
        self._shortcuts = Shortcuts(self.window, self.guest)
        self._dropping = Dropping(lambda: self.look.words, lambda: self.frame, self._open_dropped, self._say)
        self.window.dropped.connect(self._dropping.take)
        self.window.closing.connect(self._on_closing)
        self.look = self._wardrobe.look()
        if not preferences.desk:
            preferences.desk = self.look.words.t("Desk 1")
        self._stray = StrayKeys(app, self.window, lambda: self.opened, lambda: self.frame, self._say_no_event)
        self._pieces: Iterator[None] = iter(())
        self._closing = single_shot(self.window, lambda: next(self._pieces, self) is self or self._closing.start())
        self._rebuilding = Rebuilding(self.window, self.opening.keys, self._stray.amid_keys, self._rebuilt)
        self.inside.look_changed.connect(self._rebuilding.soon)
        self.inside.desk_named.connect(self._name_desk)
        self.inside.close_asked.connect(self._close_soon)
        self.inside.file_asked.connect(self._open_soon)
        self.inside.closed_deed_asked.connect(self._do_closed_soon)
        self.inside.recovery_asked.connect(self._recover_soon)
        self._tidying, self._untidy = QuietMoment(self.window, self._tidy), False
        leave_alone()

    @property
    def busy(self) -> bool:
        """Whether something is being opened, or made anew."""
        under_way = self.opening.busy or self._rebuilding.busy or self._closing.isActive()
        return under_way or self.opening.keys.busy

    @property
    def frame(self) -> EventFrame | None:
        """The inside of the window while an event is open, as soon as it has a page."""
        return self.inside.frame

    def looks_idle(self) -> bool:
        """Say whether nothing is being looked for, or copied, beside the window."""
        return self._looks.idle()

    def do(self, wanted: ActionId) -> None:
        """Do what a key asks for."""
        self._shortcuts.do(wanted)

    # ---- opening and closing

    def show_start(self, place: focus.Place | None = None) -> None:
        """Show the start page, the focus at the control at `place` if one is named."""
        self._forget_beginning()
        kept = self.preferences
        frame, page = start_frame(self.look, titles.known_files(kept), self._clock, kept.documents())
        self.beginning = Beginning(page, self.look, self._around(), self._make)
        page.tour_asked.connect(self._begin_tour)
        page.file_asked.connect(self.open)
        page.sample_asked.connect(self.open_sample)
        page.language_asked.connect(self._choose_language)
        frame.begin_at(place)
        self.inside.put_in(frame)
        self.notices.serve(frame.banner, self.look.words)
        if self._untidy:
            self._tidying.wait()

    def open(self, path: Path) -> None:
        """Open an event file in place of what is open."""
        self._open(self._wishes.file(path, self.look.words))

    def open_sample(self, name: str, folder: Path | None = None) -> None:
        """Make a sample event and open it."""
        self._open(self._wishes.sample(name, folder or self.preferences.documents(), self.look.words))

    def create(self, path: Path) -> None:
        """Make an empty event and open it."""
        self._open(self._wishes.empty(path, self.look.words))

    def close_event(self) -> None:
        """Close the event and go to the start page at once."""
        list(self._closed())

    def quit(self) -> None:
        """Close the window and the file, and listen to keys no more."""
        self.window.close()
        self._forget_beginning()
        self.opening.end()
        self._looks.forget()
        self.jobs.stop()
        self.sounds.stop()
        self.work.stop()
        self._stray.end()
        self.window.deleteLater()

    def rebuild(self) -> None:
        """Make everything inside anew at once, in the language and the colours that are chosen now."""
        list(self._rebuilt())

    def _rebuilt(self) -> Iterator[None]:
        """Make everything inside anew, a turn each; only the page that is looked at, and what is seen changes once."""
        if self.opened is not None and not self.opened.roles.counted:
            self.opened.roles.all()
            yield
        while self.inside.drop_hidden():
            yield
        page = self.frame.page_id if self.frame is not None else None
        place, typed = self.inside.place(), self.inside.typed()
        self.window.setUpdatesEnabled(False)
        self._forget_start()
        if self.recovering is not None:
            self.recovering.rest()
        self.inside.clear()
        yield
        self.look = self._wardrobe.look()
        if self._bug is not None:
            self._bug.deleteLater()
            self._bug = None
        if self.opening.busy:
            self.opening.speak(self.look)
        elif self.opened is None:
            if self.recovering is None or not self.recovering.speaks(self.look):
                self.show_start(place)
            self._rebuilding.made(None, None)
        else:
            self.inside.speak(self.look)
            made = yield from self.inside.brought_in(self.look, page or self.opened.recall())
            self._rebuilding.made(made, place)
            if typed:
                made.check_in.scan_bar.field.setText(typed)
        self.window.setUpdatesEnabled(True)

    def tell_bug(self, error: BaseException) -> None:
        """Show an error that nobody foresaw; the desk goes on."""
        if self._bug is None:
            self._bug = BugDialog(self.look, self.window)
        self._bug.show_error(error)

    def _open(self, wish: Wish, news: News | None = None, *, tour: bool = False) -> None:
        """Say that something is being opened, or made, and do that beside the window."""
        self._close()
        self._forget_beginning()
        self._tidying.forget()
        self.opening.begin(self.look, wish, partial(self._finish_opening, news, tour))

    def _open_dropped(self, path: Path, said: str) -> None:
        self._open(self._wishes.file(path, self.look.words), lambda _event: said)

    def _make(self, name: str, make: Callable[[], Event], news: News | None) -> None:
        self._open(self._wishes.new(name, make, self.look.words), news)

    def _finish_opening(self, news: News | None, tour: bool, outcome: Outcome) -> None:
        if isinstance(outcome, tuple):
            self._rebuilding.run(self._show_opened(self._hold(*outcome, tour=tour), news))
            return
        if not isinstance(outcome, KnownError) or outcome.fault is not Fault.DAMAGED:
            self.show_start()
        if isinstance(outcome, KnownError):
            self._say(fault_sentence(self.look.words, outcome))
            self._recover(outcome)
        elif isinstance(outcome, flow.NotMadeError):
            if self.beginning is not None:
                self.beginning.show_problems(outcome.source, outcome.sentences)
        elif isinstance(outcome, Exception):
            raise outcome

    def _recover(self, error: KnownError) -> None:
        """Look whether there are backups of a file that could not be opened, and offer them."""
        if "path" in error.details and self.recovering is None:
            arguments = error, self.look, self._around(), self._show_recovery, self._go_on, self.show_start
            self.recovering = Recovering(*arguments)
            self.recovering.begin()

    def _recover_soon(self, error: KnownError) -> None:
        """Close the damaged file and offer its backups when the widget that asked has finished."""

        def recover() -> None:
            self.close_event()
            self._recover(error)

        QTimer.singleShot(0, self.window, recover)

    def _show_recovery(self, frame: Frame) -> None:
        self._forget_start()
        self.inside.put_in(frame)
        self.notices.serve(frame.banner, self.look.words)

    def _go_on(self, restored: Restored) -> None:
        """Open what was made of a backup; what was done since is shown then."""
        self._restored = restored
        self.open(restored.path)

    def _around(self) -> Surroundings:
        return Surroundings(self._dialogs, self.window, self.preferences, self._clock, self._looks)

    def _hold(self, event: Event, prepared: Prepared, *, tour: bool) -> Opened:
        if tour:
            self.preferences.remember_point(event.path, "")
        opened = self.opened = Opened(event, self.look.words, self.preferences, self._printing, prepared.roles)
        self.inside.hold(opened, self.look, tour=tour)
        restored, self._restored = self._restored, None
        if self.inside.strips is not None:
            self.inside.strips.tell_strays(prepared.strays)
            if restored is not None and restored.path == event.path:
                self.inside.strips.tell_of(restored)
        opened.bridge.changed.connect(self._on_changed)
        return opened

    def _show_opened(self, opened: Opened, news: News | None) -> Iterator[None]:
        event = opened.event
        frame = yield from self.inside.brought_in(self.look, opened.recall())
        if event.closed is not None and event.view_only is not Fault.VIEW_ONLY:  # which has a strip of its own
            self._say(fault_sentence(self.look.words, event.closed))
        told = news(event) if news is not None else ""
        if told:
            frame.tell(told)
        self._dropping.take_waiting()
        self._rebuilding.made(frame, None)

    def _on_changed(self, changes: Changes) -> None:
        self.guest.follow(changes)
        if "setting" in changes.kinds:
            self.inside.name_window()

    def _forget_start(self) -> None:
        """Have done with the start page; its last look at a file may still be under way."""
        if self.beginning is not None:
            self.beginning.forget()
            self.beginning = None

    def _forget_beginning(self) -> None:
        """Have done with whatever is shown while no event is open."""
        self._forget_start()
        if self.recovering is not None:
            self.recovering.forget()
            self.recovering = None

    def _close(self) -> None:
        self._closing.stop()
        self._rebuilding.stop()
        self.opening.keys.forget()
        self.work.stop()
        self.inside.leave(self.look)
        if self.opened is not None:
            everybody = [self.opened.close()]
            self.opened = None
            self.window.clear()
            QTimer.singleShot(LET_GO_AFTER_MS, self.window, everybody.clear)  # which takes a while
            self._untidy = True

    def _tidy(self) -> None:
        self._untidy = False
        look_through()

    def _on_closing(self) -> None:
        self.preferences.geometry = self.window.saveGeometry()
        self._close()
        self._printing.stop()
        self.preferences.save()

    def _say(self, sentence: str) -> None:
        inside = self.window.centralWidget()
        if sentence and isinstance(inside, Frame):
            inside.say(sentence)

    def _say_lost(self) -> None:
        self._say(
            self.look.words.t(
                "More was typed while the page was made than could be kept. Please scan the last badges again."
            )
        )

    def _say_no_event(self) -> None:
        self._say(self.look.words.t("No event is open. Open one first, then scan."))

    # ---- what was asked for

    def _begin_tour(self) -> None:
        self._open(self._wishes.practice(self.look.words), tour=True)

    def _open_soon(self, path: Path) -> None:
        """Wait until the widget that asked has finished: it will be gone."""
        QTimer.singleShot(0, self.window, lambda: self.open(path))

    def _do_closed_soon(self, deed: ClosedDeed) -> None:
        """Do something to the closed file when the widget that asked has finished: it will be gone."""
        QTimer.singleShot(0, self.window, lambda: self._do_closed(deed))

    def _do_closed(self, deed: ClosedDeed) -> None:
        """Close the file, do something to it beside the window, open what is to be open then, and tell of it."""
        words, kept = self.look.words, self.preferences
        doing = Doing(deed, words, kept.desk, self._clock)
        if deed.forgets and self.opened is not None:
            self._printing.forget(self.opened.event.event_id)
        self._open(self._wishes.done_first(deed.doing, doing.make, words), lambda _event: self._told_of(doing))
        forget_for(kept, deed)

    def _told_of(self, doing: Doing) -> str:
        doing.tell(self.notices)
        return ""

    def _close_soon(self) -> None:
        """Close the event when the widget that asked has finished."""
        self._pieces = self._closed()
        self._closing.start()

    def _closed(self) -> Iterator[None]:
        """Close the event, a turn each, and go to the start page; the next time begins at the check-in."""
        while self.inside.drop_hidden():
            yield
        if self.opened is not None:
            self.opened.remember_page(PageId.CHECK_IN)
        self._close()
        yield
        self.show_start()

    def _choose_language(self, language: str) -> None:
        self.preferences.language = language
        self._rebuilding.soon()

    def _name_desk(self) -> None:
        if self.opened is not None and self.frame is not None:
            self.opened.event.desk = self.preferences.desk
            self.frame.show_desk()
