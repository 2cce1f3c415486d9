"""The window in which everything is tried: real files, a clock of its own, file dialogs that answer at random."""

import gc
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from eventdesk import paths
from eventdesk.desk import open_event
from eventdesk.errors import KnownError
from eventdesk.eventfolder import create_from
from eventdesk.people import records
from eventdesk.words import Words
from tests.clock import FakeClock
from tests.ui.watchdog import busy
from ui.application import Application
from ui.collecting import Collector
from ui.dialogs import Dialogs
from ui.preferences import Preferences
from ui.turns import look_through

BEAT_MS = 2
PATIENCE_MS = 400
"""What thinks longer goes on thinking while the next thing is done."""
OPENING_PATIENCE_MS = 30_000
MOST_HELD, SHORT = 8, 5
SAMPLES = ("harburg-integrationskonferenz", "integra-netzwerktreffen", "integrationskonferenz-4")
LIST = """Vorname;Nachname;E-Mail;Organisation;Rolle
Nurgül;Aydın;n.aydin@example.org;Nachbarschaftshaus Linden;Ehrenamt
Hoàng;Phạm;h.pham@example.org;Vietnamesischer Kulturverein;Gast
;;leer@example.org;Stadt Peine;Gast
=1+1;"un""terstrichen
zwei Zeilen";ohne;+49;Gast;zu;viel
"""


class AnyAnswers(Dialogs):
    """Answers each question for a file with any path, or with none, as somebody does who does not read."""

    def __init__(self, folder: Path) -> None:
        self.chance, self._folder = random.Random(0), folder

    def _any(self, *likely: Path) -> Path | None:
        known = sorted(path for path in self._folder.iterdir() if path.suffix and not path.name.endswith("-journal"))
        return self.chance.choice([None, *likely, *likely, *known])

    def _new(self, proposed: Path) -> Path | None:
        return self._any(self._folder / f"new-{self.chance.randrange(4)}{proposed.suffix}")

    def open_event(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        return self._any()

    def new_event(self, parent: QWidget, words: Words, proposed: Path) -> Path | None:
        return self._new(proposed)

    def open_list(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        return self._any(self._folder / "list.csv")

    def open_other(self, parent: QWidget, title: str, folder: Path, suffix: str) -> Path | None:
        return self._any(self._folder / f"other{suffix}")

    def save_other(self, parent: QWidget, title: str, proposed: Path) -> Path | None:
        return self._new(proposed)

    def save_table(self, parent: QWidget, words: Words, title: str, proposed: Path) -> Path | None:
        return self._new(proposed)

    def folder(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        return self._any(self._folder / "badges")

    def backup_folder(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        return self._any(self._folder / "backups")

    def event_folder(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        return self._any(paths.seeds() / self.chance.choice(SAMPLES))

    def workbook(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        return self._any()


class Stage:
    """One window, and a folder in which everything lies."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        """Make the files anew; `folder` is empty."""
        self.folder, self.clock, self.now_ms = folder, FakeClock(), 10_000
        self._secrets: set[str] = set()
        self._originals, self.files = folder / "originals", folder / "files"
        self._originals.mkdir()
        self._held: tuple[QWidget, ...] = ()  # a part is taken for gone as soon as Python has let go of its window
        self.codes: list[str] = ["0000000000000000", "1234567890123456", "hx7-QK-2209", "https://example.org/t/1"]
        for name in SAMPLES:
            self._make(name)
        self.new_day()
        self.answers = AnyAnswers(self.files)
        self.preferences = Preferences()
        self.preferences.sound_volume = 0
        self.application = Application(app, self.preferences, self.answers, self.clock)
        self.application.window.show()
        self.tidy()

    def new_day(self) -> None:
        """Lay out the files as they were at first; none is open."""
        shutil.rmtree(self.files, ignore_errors=True)
        shutil.copytree(self._originals, self.files)
        (self.files / "list.csv").write_text(LIST, encoding="utf-8")
        (self.files / "noise.eventdesk").write_bytes(bytes(range(256)) * 9)
        (self.files / "badges").mkdir()

    def events(self) -> list[Path]:
        """Return the event files there are."""
        return sorted(self.files.glob("*.eventdesk"))

    def windows(self) -> list[QWidget]:
        """Return what can be seen, what lies on top first; a list that is unfolded gets everything."""
        popup, desk = QApplication.activePopupWidget(), self.application.window
        seen = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not desk]
        found = [popup] if popup is not None else [desk, *sorted(seen, key=lambda each: type(each).__name__)]
        self._held = tuple(found)
        return found

    def handle(self) -> QWindow:
        """Return the window that gets keys.

        Qt hands them on to a popup. The popup's own window may be gone before all parts of a key are told.
        """
        return self.handle_of(QApplication.activeWindow() or self.application.window)

    def handle_of(self, widget: QWidget) -> QWindow:
        """Return the window that shows a widget; that of the desk if it is gone."""
        top = widget.window()
        handle = top.windowHandle()
        self._held = (*self._held[:MOST_HELD], widget, top)
        return handle if isValid(handle) else self.application.window.windowHandle()

    def settle(self, patience_ms: int = PATIENCE_MS) -> None:
        """Let everything happen that is due, and what was begun end, if it does so soon."""
        waiting, beat = QElapsedTimer(), QTimer()
        waiting.start()
        beat.start(BEAT_MS)
        QApplication.processEvents()
        while self._at_work() and not waiting.hasExpired(patience_ms):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        while self.application.busy and not waiting.hasExpired(OPENING_PATIENCE_MS):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        beat.stop()
        QApplication.processEvents()

    def wait(self, milliseconds: int) -> None:
        """Let so much time pass. Not by `qWait`: other threads of Python stand still meanwhile."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop, loop.quit)
        loop.exec()

    def breathe(self) -> None:
        """Let what is due happen once."""
        QApplication.processEvents()

    def tidy(self) -> None:
        """Close the event, and look as at first: what is there then can be compared with what was there earlier."""
        kept = self.preferences
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        self.settle(OPENING_PATIENCE_MS)
        kept.language, kept.shade, kept.text_size, kept.guest_screen = "de", "light", 100, False
        for path in kept.known_files():
            kept.forget_file(path)
        desk = self.application.window
        desk.showNormal()
        desk.resize(1440, 900)
        self.application.close_event()
        self.application.rebuild()
        desk.show()
        desk.activateWindow()
        self.settle(OPENING_PATIENCE_MS)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        look_through()
        gc.collect()

    def problems(self) -> list[str]:
        """Return which event files are not whole any more; all are closed."""
        found = []
        for path in self.events():
            try:
                with open_event(path) as event:
                    found += [f"{path.name}: {name}" for name, well in event.verify().items() if well is not True]
            except KnownError as error:
                if path.name != "noise.eventdesk":
                    found.append(f"{path.name}: {error}")
        return found

    def told(self, log: Path) -> list[str]:
        """Return what the log says of anybody: it must not."""
        text = "".join(path.read_text(encoding="utf-8") for path in sorted(log.iterdir()))
        return [f"the log names {secret}" for secret in sorted(self._secrets) if secret in text]

    def end(self) -> None:
        """Close the window."""
        self.application.quit()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    def _make(self, name: str) -> None:
        path = self._originals / f"{name}.eventdesk"
        with create_from(path, paths.seeds() / name, desk="Büro", clock=self.clock).opened() as event:
            everybody = list(records.everyone(event.db))
        self.codes += [person.code for person in everybody[:60]]
        for person in everybody:
            self._secrets |= {each for each in (person.code, person.name, person.email) if len(each) > SHORT}

    def _at_work(self) -> bool:
        opened = self.application.opened
        printing = opened is not None and not opened.printing.idle()
        return busy(self.application) or not self.application.jobs.idle() or printing


@contextmanager
def stage(app: QApplication, folder: Path) -> Iterator[Stage]:
    """Play in a window of its own; the collector of cycles works as at a desk."""
    collector = Collector()
    played = Stage(app, folder)
    try:
        yield played
    finally:
        played.end()
        collector.end()
