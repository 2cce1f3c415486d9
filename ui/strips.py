"""What stands above the pages of an open event until somebody has answered it: a better place, what a backup lacks."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Changes
from ui import places
from ui.actions import PageId
from ui.dialogs import Dialogs
from ui.frames import EventFrame
from ui.jobs import Err, Jobs, Ok
from ui.keeping.place_strip import PlaceStrip
from ui.keeping.standing import SecondPlace
from ui.look import Look
from ui.notices import Notices
from ui.opened import Opened
from ui.places import Advice, Found
from ui.preferences import Preferences
from ui.recovery.aftermath import Aftermath
from ui.recovery.flow import Restored
from ui.recovery.strip import AftermathStrip
from ui.settings.backing_up import FOLDER_KEY, BackingUp
from ui.shell.strip_column import Urgency
from ui.tour import practice
from ui.window import Window
from ui.work import Answer, Stopped, Work


class Strips(QObject):
    """Lives as long as the event is open. `closed_deed_asked`: something is to be done to the closed file.

    `recovery_asked`: the open file is damaged, and somebody wants to go on with a backup.
    """

    closed_deed_asked = Signal(object)
    recovery_asked = Signal(object)

    def __init__(
        self, opened: Opened, window: Window, preferences: Preferences, dialogs: Dialogs, work: Work, notices: Notices
    ) -> None:
        super().__init__()
        self._opened, self._window, self._preferences = opened, window, preferences
        self._dialogs, self._work, self._notices = dialogs, work, notices
        self._looks = Jobs()
        self._found: Found | None = None
        self._answered = self._locked = False
        self._strip: AftermathStrip | None = None
        self._frame: EventFrame | None = None
        self._look: Look | None = None
        self.notice: PlaceStrip | None = None
        self.trouble: PlaceStrip | None = None
        self._error: KnownError | None = None
        self._refusals = 0
        self.aftermath = Aftermath(opened.event, work, preferences)
        self.aftermath.done.connect(self._tell_done)
        self.aftermath.taken_over.connect(self._keep_taken_over)
        opened.safekeeper.second_gone.connect(self._say_gone)
        BackingUp.of(work).written.connect(opened.safekeeper.count_by_hand)
        opened.event.refused.append(self._on_refused)
        opened.event.changed.append(self._on_changed)
        if not practice.is_practice(opened.event.path, preferences.folder):
            self._looks.run(places.looking(opened.event.path, preferences.documents()), self._on_found)

    @property
    def busy(self) -> bool:
        """Whether it is still being found out where the file lies."""
        return not self._looks.idle()

    def tell_of(self, restored: Restored) -> None:
        """Be about what was done since the backup that is worked with now."""
        self.aftermath.take(restored.losses)

    def tell_strays(self, strays: Sequence[Path]) -> None:
        """Say that something lay beside the file that did not belong to it."""
        if strays:
            names = ", ".join(each.name for each in strays)
            self._notices.say(
                lambda words: words.t(
                    "Beside the file lay something that did not belong to it, perhaps of an older copy. It was put "
                    "aside as {names}. The event is whole.",
                    names=names,
                )
            )

    def put_into(self, frame: EventFrame, look: Look) -> None:
        """Put everything that waits for an answer into a new frame."""
        self._frame, self._look = frame, look
        strip = AftermathStrip(look, self.aftermath)
        strip.save_asked.connect(partial(self._save, strip))
        frame.show_strip(strip, Urgency.RESTORED)
        strip.refresh()
        self._strip = strip
        self.notice = PlaceStrip(look)
        self.notice.answered.connect(self._answer)
        frame.show_strip(self.notice, Urgency.PLACE)
        self._advise()
        self.trouble = PlaceStrip(look)
        self.trouble.setProperty("trouble", True)
        self.trouble.answered.connect(self._answer_trouble)
        frame.show_strip(self.trouble, Urgency.TROUBLE)
        self._show_trouble()
        frame.turned.connect(self._on_turned)

    def close(self) -> None:
        """Be about nothing any more."""
        self._opened.event.refused.remove(self._on_refused)
        self._opened.event.changed.remove(self._on_changed)
        self._looks.forget()
        self._frame = self._look = self.notice = self.trouble = self._strip = None

    def _on_turned(self, page: PageId) -> None:
        """Show nothing, and offer nothing, while the desk is locked."""
        if self._locked == (page is PageId.LOCK):
            return
        self._locked = page is PageId.LOCK
        if self._strip is not None:
            self._strip.hide_names(hidden=self._locked)
        self._advise()
        self._show_trouble()

    # ---- where the file lies

    def _on_found(self, result: Ok[Found] | Err) -> None:
        if isinstance(result, Err):
            raise result.error
        self._found = result.value
        found = result.value
        self._notices.say(lambda words: places.scarce(words, found))
        self._advise()

    def _advice(self) -> Advice | None:
        if self._look is None or self._answered:
            return None
        return places.advice(self._look.words, self._opened.event, self._found, self._preferences)

    def _advise(self) -> None:
        advice = self._advice()
        if self.notice is None:
            return
        if advice is None or self._locked:
            self.notice.hide()
        else:
            self.notice.offer(advice.sentence, advice.briefly, advice.yes, advice.no)

    def _answer(self, yes: bool) -> None:
        advice, self._answered = self._advice(), True
        if self.notice is not None:
            self.notice.hide()
        if advice is None:
            return
        if yes and advice.deed is not None:
            if advice.backups is not None:
                self._preferences.keep(FOLDER_KEY, str(advice.backups))
            self.closed_deed_asked.emit(advice.deed)
        else:
            places.keep_here(self._preferences, self._opened.event.path)
        if self._frame is not None:
            self._frame.take_focus()

    # ---- what keeps everything from being saved

    def _on_refused(self, error: KnownError) -> None:
        """Say so until something could be saved again: the verdict, or the banner, is gone with the next step."""
        if error.details.get("path") == str(self._opened.event.path):
            self._error = error
            self._refusals += 1
            self._show_trouble()

    def _on_changed(self, _changes: Changes) -> None:
        """One step was done again just now; of several before it somebody has to be reminded until they say so."""
        if self._error is not None:
            self._error = None
            self._refusals = 0 if self._refusals == 1 else self._refusals
            self._show_trouble()

    def _show_trouble(self) -> None:
        if self.trouble is None or self._look is None:
            return
        advice = places.trouble(self._look.words, self._error) if self._error is not None else None
        if self._frame is not None:
            self._frame.know_whether_saved(saved=advice is None)
        if advice is None and self._refusals:
            advice = places.over(self._look.words)
        if advice is None or self._locked:
            self.trouble.hide()
        else:
            self.trouble.offer(advice.sentence, advice.briefly, advice.yes, advice.no)

    def _answer_trouble(self, yes: bool) -> None:
        error, self._error, self._refusals = self._error, None, 0
        self._show_trouble()
        if self._frame is not None:
            self._frame.take_focus()
        if not yes or error is None or self._look is None:
            return
        if error.fault is Fault.DAMAGED:
            self.recovery_asked.emit(error)
            return
        try:
            deed = places.rescue(self._look.words, self._opened.event, self._preferences.documents())
        except KnownError as refused:
            self._notices.say_fault(refused)
            self._on_refused(error)
        else:
            self.closed_deed_asked.emit(deed)

    # ---- what a backup lacks

    def _save(self, strip: AftermathStrip) -> None:
        words = strip.look.words
        proposed = self._preferences.folder_for_files() / f"{words.t('Done since the backup')}.csv"
        title = words.t("Save the list")
        path = self._preferences.chosen(self._dialogs.save_other(self._window, title, proposed))
        if path is not None:
            write = partial(self.aftermath.write, path, words)
            self._work.beside(words.t("Writing {file} …", file=path.name), lambda _task: write(), self._saved(path))

    def _saved(self, path: Path) -> Answer:
        def saved(result: Ok[None] | Err | Stopped) -> None:
            if isinstance(result, Err):
                self._notices.say_fault(result.error)
            elif isinstance(result, Ok):
                self._notices.tell(lambda words: words.t("Written: {file}", file=path.name))

        return saved

    def _tell_done(self, count: int) -> None:
        self._notices.tell(
            lambda words: words.n(
                "One step was taken over. Nothing is left to be done by hand.",
                "{count} steps were taken over. Nothing is left to be done by hand.",
                count,
            )
        )

    def _keep_taken_over(self) -> None:
        """Take a backup at once: on this computer a file has just been damaged."""
        self._opened.safekeeper.take()
        if self._frame is not None:
            self._frame.take_focus()

    def _say_gone(self, second: SecondPlace) -> None:
        self._notices.say(second.sentence)
