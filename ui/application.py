"""Puts the window together: what is open, in which language, in which colours. Everything is handed on from here."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QLineEdit

from eventdesk.errors import KnownError
from eventdesk.event import Changes, Clock, Event, system_clock
from eventdesk.words import Words
from eventdesk.words.faults import fault_sentence
from ui import theme, titles
from ui.actions import ActionId, PageId, action_of_key, all_keys
from ui.beginning import Beginning, News, Surroundings
from ui.checkin.shown import Shown
from ui.dialogs import Dialogs
from ui.errors import BugDialog
from ui.event_files import EventFiles
from ui.frames import EventFrame, start_frame
from ui.guest.screen import GuestScreen
from ui.icons import Icons
from ui.importing.flow import ImportFlow
from ui.importing.keeping import KeptMappings
from ui.jobs import Jobs
from ui.keys import KeyRouter
from ui.list_files import ListFiles
from ui.look import Look
from ui.opened import Opened
from ui.preferences import AS_SYSTEM, Preferences
from ui.printing import Printing
from ui.shell import focus
from ui.shell.frame import Frame
from ui.sounds import Sounds
from ui.start import flow
from ui.theme import Theme
from ui.tour import practice
from ui.tour.flow import TourFlow
from ui.tour.strip import TourStrip
from ui.window import Window
from ui.work import Work


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
        self._app, self.preferences, self._dialogs, self._clock = app, preferences, dialogs, clock
        self._icons, self._translator = Icons(), QTranslator(app)
        self._system_scale, self._system_is_dark = theme.system_scale(app), theme.system_is_dark(app)
        self.jobs = Jobs()
        self.work = Work()
        self._printing = Printing(preferences, self.jobs)
        self._worn: tuple[bool, float] | None = None
        self._bug: BugDialog | None = None
        self.opened: Opened | None = None
        self.beginning: Beginning | None = None
        self._event_files: EventFiles | None = None
        self._tour: TourFlow | None = None
        self._importing: ImportFlow | None = None
        self._list_files: ListFiles | None = None
        self._waiting_list: Path | None = None
        self.window = window or Window()
        self.window.setWindowIcon(self._icons.window_icon())
        self.sounds = Sounds(preferences)
        self.guest = GuestScreen(self.window, preferences)
        for key in all_keys():
            self.window.listen(key)
        self.window.pressed.connect(self._on_key)
        self.window.dropped.connect(self.open)
        self.window.list_dropped.connect(self.take_list)
        self.window.closing.connect(self._on_closing)
        self.look = self._made_look()
        if not preferences.desk:
            preferences.desk = self.look.words.t("Desk 1")
        self._router = KeyRouter(self._field_for, self._split_scan, self._take_stray_scan)
        self._router.follow(app)

    @property
    def frame(self) -> EventFrame | None:
        """The inside of the window while an event is open."""
        inside = self.window.centralWidget()
        return inside if isinstance(inside, EventFrame) else None

    def do(self, wanted: ActionId) -> None:
        """Do what a key asks for."""
        inside = self.window.centralWidget()
        if wanted is ActionId.FULL_SCREEN:
            self.window.turn_full_screen()
        elif wanted is ActionId.GUEST_SCREEN:
            self.guest.turn()
        elif isinstance(inside, Frame):
            inside.do(wanted)

    def _on_key(self, key: str) -> None:
        inside = self.window.centralWidget()
        wanted = action_of_key(key, inside.page_id if isinstance(inside, Frame) else PageId.START)
        if wanted is not None:
            self.do(wanted)

    # ---- opening and closing

    def show_start(self, place: focus.Place | None = None) -> None:
        """Show the start page, the focus at the control at `place` if one is named."""
        self._forget_beginning()
        kept = self.preferences
        frame, page = start_frame(self.look, titles.known_files(kept), self._clock, kept.documents())
        around = Surroundings(self._dialogs, self.window, kept, self._clock)
        self.beginning = Beginning(page, self.look, around, self._open)
        page.tour_asked.connect(self._begin_tour)
        page.file_asked.connect(self.open)
        page.sample_asked.connect(self.open_sample)
        page.language_asked.connect(self._choose_language)
        frame.begin_at(place)
        self._show(frame)

    def open(self, path: Path) -> None:
        """Open an event file in place of what is open."""
        self._open(path.stem, lambda: flow.open_file(path, self.look.words, self.preferences.desk, self._clock))

    def open_sample(self, name: str, folder: Path | None = None) -> None:
        """Make a sample event and open it."""
        place = folder or self.preferences.documents()
        self._open(name, lambda: flow.create_sample(name, place, self.preferences.desk, self._clock))

    def create(self, path: Path) -> None:
        """Make an empty event and open it."""
        self._open(path.stem, lambda: flow.create_empty(path, self.look.words, self.preferences.desk, self._clock))

    def take_list(self, path: Path) -> None:
        """Show a list of people on the page that imports it; without an open event it waits for one."""
        frame = self.frame
        if frame is None:
            self._waiting_list = path
            self._say(
                self.look.words.t(
                    "“{file}” waits to be imported: open an event now, or make a new one.", file=path.name
                )
            )
            return
        self._waiting_list = None
        frame.show_page(PageId.IMPORT)
        frame.importing.take_list(path)

    def close_event(self) -> None:
        """Close the event and go to the start page; the next time begins at the check-in."""
        if self.opened is not None:
            self.opened.remember_page(PageId.CHECK_IN)
        self._close()
        self.show_start()

    def quit(self) -> None:
        """Close the window and the file, and listen to keys no more."""
        self.window.close()
        self._forget_beginning()
        self.jobs.stop()
        self.sounds.stop()
        self.work.stop()
        self._router.deleteLater()
        self.window.deleteLater()

    def rebuild(self) -> None:
        """Make everything inside anew, in the language and the colours that are chosen now."""
        page = self.frame.page_id if self.frame else PageId.START
        place = focus.place(self.window.centralWidget())
        self.window.clear()
        self.look = self._made_look()
        if self._bug is not None:
            self._bug.deleteLater()
            self._bug = None
        if self.opened is None:
            self.show_start(place)
            return
        self.opened.flow.speak(self.look.words)
        if self._importing is not None:
            self._importing.speak(self.look.words)
        self._show_event(self.opened, page, place)

    def tell_bug(self, error: BaseException) -> None:
        """Show an error that nobody foresaw; the desk goes on."""
        if self._bug is None:
            self._bug = BugDialog(self.look, self.window)
        self._bug.show_error(error)

    def _open(self, name: str, make: Callable[[], Event], news: News | None = None) -> None:
        """Say that something is being opened, paint that, then do it."""
        self._close()
        self._forget_beginning()
        self.window.wait(self.look.words.t("Opening {name} …", name=name), lambda: self._finish_opening(make, news))

    def _finish_opening(self, make: Callable[[], Event], news: News | None) -> None:
        try:
            event = make()
        except KnownError as error:
            self.show_start()
            self._say(fault_sentence(self.look.words, error))
            return
        except flow.NotMadeError as error:
            self.show_start()
            if self.beginning is not None:
                self.beginning.show_problems(error.source, error.sentences)
            return
        except Exception:
            self.show_start()
            raise
        self.opened = Opened(event, self.look.words, self.preferences, self._printing)
        self.opened.bridge.changed.connect(self._on_changed)
        last = self._recall(event.path)
        self._show_event(self.opened, PageId(last) if last in set(PageId) else PageId.CHECK_IN)
        if event.closed is not None:
            self._say(fault_sentence(self.look.words, event.closed))
        if news is not None and self.frame is not None:
            self.frame.tell(news(event))
        if self._waiting_list is not None:
            self.take_list(self._waiting_list)

    def _recall(self, path: Path) -> str:
        """Return the page on which this file was left, and put it first among the recent ones; practice begins anew."""
        if practice.is_practice(path, self.preferences.folder):
            return PageId.CHECK_IN
        self.preferences.remember(path)
        return self.preferences.page_of(path)

    def _made_importing(self, event: Event) -> ImportFlow:
        kept = KeptMappings(self.preferences.folder / "lists")
        self._importing = ImportFlow(event, self.work, self.look.words, kept)
        return self._importing

    def _show_event(self, opened: Opened, page: PageId, place: focus.Place | None = None) -> None:
        importing = self._importing or self._made_importing(opened.event)
        frame = EventFrame(self.look, opened, self.preferences, self.work, importing)
        self._list_files = ListFiles(frame.importing, self._dialogs, self.window, self.look, self.preferences)
        frame.check_in.answered.connect(self._on_answered)
        self.guest.serve(opened.event, self.look)
        frame.settings.look_changed.connect(self._rebuild_soon)
        frame.settings.desk_named.connect(self._name_desk)
        frame.settings.close_asked.connect(self.close_event)
        frame.start_asked.connect(self._close_soon)
        self._event_files = EventFiles(frame, self._dialogs, self.window, self.look, self.preferences, self.sounds)
        frame.settings.file_asked.connect(self._open_soon)
        frame.settings.guest_changed.connect(self.guest.follow_preferences)
        self.guest.turned.connect(frame.settings.show_guest)
        if self._tour is not None:
            strip = TourStrip(self.look, self._tour, opened.bridge, frame.check_in.scan_bar.field)
            strip.left.connect(partial(self._leave_tour, strip))
            frame.show_tour(strip)
        frame.begin_at(place)
        self._show(frame)
        frame.show_page(page)
        if place is not None and page is PageId.EVENT:
            frame.settings.make_all()

    def _show(self, frame: Frame) -> None:
        self.window.show_inside(frame)
        self.window.filled.connect(frame.fill_screen)
        frame.fill_screen(self.window.isFullScreen())
        self._name_window()

    def _name_window(self) -> None:
        """Call the window like the event, and remember what the file is about."""
        title = self.opened.event.details.title if self.opened else ""
        self.window.setWindowTitle(" – ".join(part for part in (title, "eventdesk") if part))
        if self.opened is not None:
            titles.keep(self.preferences, self.opened.event.path, title)

    def _on_changed(self, changes: Changes) -> None:
        if "setting" in changes.kinds:
            self._name_window()

    def _forget_beginning(self) -> None:
        if self.beginning is not None:
            self.beginning.forget()
            self.beginning = None

    def _close(self) -> None:
        self.work.stop()
        self._tour = None
        self.guest.serve(None, self.look)
        if self._importing is not None:
            self._importing.close()
            self._importing = None
        if self.opened is not None:
            self.opened.close()
            self.opened = None

    def _on_closing(self) -> None:
        self.preferences.geometry = self.window.saveGeometry()
        self._close()
        self.preferences.save()

    def _on_answered(self, shown: Shown) -> None:
        """Let the volunteer hear what the desk says, and the guest read it."""
        if shown.tone.sound is None:
            self.guest.rest()
        else:
            self.sounds.play(shown.tone.sound)
            self.guest.greet(shown.answer)

    def _say(self, sentence: str) -> None:
        inside = self.window.centralWidget()
        if isinstance(inside, Frame):
            inside.say(sentence)

    # ---- what was asked for

    def _begin_tour(self) -> None:
        def make() -> Event:
            event = practice.fresh(self.preferences.folder, self.preferences.desk, self._clock)
            self.preferences.remember_point(event.path, "")
            self._tour = TourFlow(event)
            return event

        self._open(self.look.words.t("Practice"), make)

    def _leave_tour(self, strip: TourStrip) -> None:
        self._tour = None
        strip.end()
        if self.frame is not None:
            self.frame.take_focus()

    def _open_soon(self, path: Path) -> None:
        """Wait until the widget that asked has finished: it will be gone."""
        QTimer.singleShot(0, self.window, lambda: self.open(path))

    def _close_soon(self) -> None:
        QTimer.singleShot(0, self.window, lambda: self.close_event())  # noqa: PLW0108 - as below

    def _choose_language(self, language: str) -> None:
        self.preferences.language = language
        self._rebuild_soon()

    def _rebuild_soon(self) -> None:
        """Wait until the widget that asked has finished: it will be gone."""
        QTimer.singleShot(0, self.window, lambda: self.rebuild())  # noqa: PLW0108 - a bound method of what is no QObject crashes when the window is gone first

    def _name_desk(self) -> None:
        if self.opened is not None and self.frame is not None:
            self.opened.event.desk = self.preferences.desk
            self.frame.show_desk()

    # ---- keys that arrive elsewhere

    def _field_for(self, sign: str) -> QLineEdit | None:
        """Return the field for a sign that was typed nowhere; letters alone do not turn to another page."""
        frame = self.frame
        if frame is None:
            return None
        frame.help.hide()
        if not self.window.isActiveWindow():
            self.window.activateWindow()
        own = frame.field_for_letters()
        if own is not None:
            return own
        if sign.isalpha():
            return None
        frame.show_page(PageId.CHECK_IN)
        return frame.check_in.scan_bar.field

    def _split_scan(self, text: str) -> tuple[str, str]:
        return self.opened.flow.split_scan(text) if self.opened is not None else (text, "")

    def _take_stray_scan(self, code: str) -> None:
        frame = self.frame
        if frame is not None:
            frame.show_page(PageId.CHECK_IN)
            frame.check_in.scan(code)

    # ---- looks

    def _made_look(self) -> Look:
        kept = self.preferences
        dark = self._system_is_dark if kept.shade == AS_SYSTEM else kept.shade == "dark"
        dress = Theme(dark=dark, scale=kept.text_size / 100 if kept.text_size else self._system_scale)
        if self._worn != (dress.dark, dress.scale):
            dress.apply(self._app)
            self._worn = (dress.dark, dress.scale)
        words = Words(kept.language)
        self._app.removeTranslator(self._translator)
        if self._translator.load(
            f"qtbase_{words.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ):
            self._app.installTranslator(self._translator)
        return Look(dress, self._icons, words)
