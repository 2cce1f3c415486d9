"""Answers the start page: asks for files, looks at the recent ones beside the window, hands on what is to be opened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from eventdesk import starting
from eventdesk.event import Clock, Event
from eventdesk.store.peek import Glance, peek
from eventdesk.words.faults import fault_sentence
from ui.dialogs import Dialogs
from ui.jobs import Err, Jobs, Ok
from ui.look import Look
from ui.preferences import Preferences
from ui.start import flow
from ui.start.newcomer import NewEvent
from ui.start.page import StartPage
from ui.timers import single_shot

Make = Callable[[], Event]
News = Callable[[Event], str]
Begin = Callable[[str, Make, News | None], None]
LOOK_AFTER_MS = 30
"""The page is painted first."""


@dataclass(frozen=True)
class Surroundings:
    """What the start page works with: dialogs and their window, what the desk remembers, the clock, looks at files."""

    dialogs: Dialogs
    window: QWidget
    preferences: Preferences
    clock: Clock
    looks: Jobs


class Beginning:
    """Lives as long as one start page. `begin` opens what a function makes, under a name that is shown meanwhile."""

    def __init__(self, page: StartPage, look: Look, around: Surroundings, begin: Begin) -> None:
        self.page, self._look, self._around, self._begin = page, look, around, begin
        self._looks = around.looks
        self._gone = False
        page.open_asked.connect(self.ask_open)
        page.place_asked.connect(self._ask_place)
        page.made.connect(self._make)
        page.folder_asked.connect(self._ask_folder)
        page.workbook_asked.connect(self._ask_workbook)
        page.again_asked.connect(self._make_from)
        page.forgotten.connect(around.preferences.forget_file)
        self._soon = single_shot(page, self._look_at_files, LOOK_AFTER_MS)
        self._soon.start()

    def forget(self) -> None:
        """Look at no more files: one may be opened now, and closing it again would give up its locks.

        A look that is under way has to be waited for before a file is opened, but not here.
        """
        self._gone = True
        self._looks.drop()

    def idle(self) -> bool:
        """Say whether all files have been looked at."""
        return self._looks.idle()

    def ask_open(self) -> None:
        """Ask for an event file and open it."""
        path = self._chosen(self._around.dialogs.open_event(self._around.window, self._look.words, self._folder()))
        if path is not None:
            self.page.file_asked.emit(path)

    def show_problems(self, source: Path, sentences: Sequence[str]) -> None:
        """Say why no event was made."""
        self.page.show_problems(source, sentences)

    def _look_at_files(self) -> None:
        for file in self.page.recent:
            self._looks.run(partial(peek, file.path), self._show)

    def _show(self, result: Ok[Glance] | Err) -> None:
        if isinstance(result, Ok) and not self._gone:
            self.page.show_glance(result.value, self._around.clock().astimezone())

    def _ask_place(self, proposed: Path) -> None:
        path = self._chosen(self._around.dialogs.new_event(self._around.window, self._look.words, proposed))
        if path is not None:
            self.page.choose_place(path)

    def _make(self, new: NewEvent) -> None:
        words, kept, clock = self._look.words, self._around.preferences, self._around.clock
        trouble = starting.cannot_make(new.path)
        if trouble is not None:
            self.page.say_why(fault_sentence(words, trouble))
            return
        self._begin(
            new.title,
            lambda: starting.create_empty(
                new.path, new.title, words, starts=new.starts, venue=new.venue, desk=kept.desk, clock=clock
            ),
            None,
        )

    def _ask_folder(self) -> None:
        self._take(self._around.dialogs.event_folder(self._around.window, self._look.words, self._folder()))

    def _ask_workbook(self) -> None:
        self._take(self._around.dialogs.workbook(self._around.window, self._look.words, self._folder()))

    def _take(self, answer: Path | None) -> None:
        source = self._chosen(answer)
        if source is not None:
            self._make_from(source)

    def _make_from(self, source: Path) -> None:
        words, kept, clock = self._look.words, self._around.preferences, self._around.clock
        self._begin(
            source.stem,
            lambda: flow.create_from_source(source, kept.documents(), words, kept.desk, clock),
            lambda event: flow.taken_in(event, words),
        )

    def _chosen(self, answer: Path | None) -> Path | None:
        return self._around.preferences.chosen(answer)

    def _folder(self) -> Path:
        return self._around.preferences.folder_for_files()
