"""What a person at the desk waits for: scan to verdict, key to list, start to window; each beside its floor.

    python tests/benchmarks/bench_window.py [--people 700 100000] [--scans 200] [--starts 5] [--turns 3]

- Scan: from the Enter key of a scan until the verdict has been painted and handed to the screen, which the card does
  at once; before anything is timed, what the screen shows at that moment is compared with the whole card. Floor: the
  bare syncs of such a commit, and the repaint of a window of the same size that shows one empty widget. Beside it what
  the same page takes to show such a verdict when nothing is scanned at all: what is left then is the check-in itself.
- Key: from a typed letter until the list of people has been painted. Floor: that empty repaint.
- Turns: the longest stretch of processor time in which the event loop did not come round while something large was
  done: opening, turning pages, another language, other colours, larger text, a filter, closing, a sample. Goal: 50 ms.
- Start: from exec of a new process until the first paint of the window with a file of so many people, and until the
  scan field is ready. Floor: an empty PySide6 window.

Everything runs offscreen and in turns, so that both sides meet the same disk and the same neighbours.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from eventdesk.desk import create_event
from eventdesk.people.person import Person
from tests.benchmarks.bench_checkin import PAGE, Floor, bytes_written, crowd, fill
from tests.benchmarks.painted import Painted
from tests.benchmarks.window_turns import turns
from ui import theme
from ui.application import Application
from ui.checkin.shown import Shown
from ui.checkin.verdict_card import VerdictCard
from ui.dialogs import Dialogs
from ui.preferences import Preferences

GOAL_SCAN = 1.3
GOAL_SCAN_P99_MS = 50.0
GOAL_START = 1.4
SIZE = (1440, 900)
NOBODY = "1234567890123456"
TYPED = ("vor", "familie12", "verein 7", "vorname3 familie1", "fam")
EMPTY_WINDOW = """
import time
from PySide6.QtWidgets import QApplication, QWidget
class Empty(QWidget):
    def paintEvent(self, event):
        print(time.time(), flush=True)
        app.quit()
app = QApplication([])
window = Empty()
window.resize(1440, 900)
window.show()
app.exec()
"""
OUR_WINDOW = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui import app, window
class Watched(window.Window):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            print(time.time(), flush=True)
            QTimer.singleShot(0, self.ready)
    def ready(self):
        inside = self.centralWidget()
        if type(inside).__name__ != "EventFrame" or not inside.isVisible():
            QTimer.singleShot(1, self.ready)
            return
        QApplication.processEvents()
        print(time.time(), flush=True)
        self.close()
app.Window = Watched
app.run(file=Path(sys.argv[1]))
"""


class Verdicts:
    """Notes when each verdict was on the screen: the card paints itself before it returns."""

    def __init__(self, card: VerdictCard) -> None:
        self.seen, self._card, self._show = 0.0, card, card.show_verdict
        self.checked = False
        card.show_verdict = self._on_shown  # type: ignore[method-assign]

    def _on_shown(self, shown: Shown) -> None:
        self._show(shown)
        self.seen = time.perf_counter()
        if self.checked:
            assert self._on_screen() == self._whole(), "something of the verdict was not painted"

    def show_again(self, shown: Shown) -> float:
        """Return the milliseconds it takes to show a verdict without a scan."""
        start = time.perf_counter()
        self._on_shown(shown)
        return (self.seen - start) * 1000

    def _on_screen(self) -> QImage:
        window, place = self._card.window(), self._place().translated(self._card.mapTo(self._card.window(), QPoint()))
        shot = window.screen().grabWindow(window.winId(), place.x(), place.y(), place.width(), place.height())
        return shot.toImage().convertToFormat(QImage.Format.Format_RGB32)

    def _whole(self) -> QImage:
        return self._card.grab(self._place()).toImage().convertToFormat(QImage.Format.Format_RGB32)

    def _place(self) -> QRect:
        return self._card.rect().adjusted(0, 0, 0, -12)  # without the line of its age, which comes after


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def timed(work: Callable[[], object]) -> float:
    """Return milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def settle() -> None:
    """Let everything be painted that is due, so that nothing of it is counted later."""
    for _ in range(6):
        QApplication.processEvents()
        time.sleep(0.002)


def line(what: str, times: list[float]) -> None:
    ordered = sorted(times)
    print(f"  {what:<42} p50 {statistics.median(ordered):8.3f} ms   p99 {ordered[len(ordered) * 99 // 100]:8.3f} ms")


def empty_window() -> tuple[QWidget, Painted]:
    window = QWidget()
    window.resize(*SIZE)
    window.show()
    QApplication.processEvents()
    return window, Painted(window)


def scans(application: Application, who: list[Person], folder: Path) -> None:
    assert application.frame is not None
    page = application.frame.check_in
    field, verdicts = page.scan_bar.field, Verdicts(page.card)
    empty, repainted = empty_window()

    def scan(person: Person) -> float:
        """Return the milliseconds until the verdict is on the screen."""
        field.setText(person.code)
        settle()
        start = time.perf_counter()
        press(field, Qt.Key.Key_Return)
        spent = (verdicts.seen - start) * 1000
        shown = page.card.shown()
        assert spent > 0
        assert shown is not None
        assert shown.name == person.name
        settle()
        return spent

    def repaint() -> None:
        before = repainted.times
        empty.update()
        repainted.wait(before)

    verdicts.checked = True
    for person in who[:20]:
        scan(person)
    verdicts.checked = False
    before = bytes_written()
    for person in who[20:40]:
        scan(person)
    pages = max(1, round((bytes_written() - before) / 20 / 2 / PAGE)) if before else 13
    floor = Floor(folder, pages)
    ours, turned, bare, paints, idle = [], [], [], [], []
    earlier: list[Shown] = []
    for person, other in zip(who[40::2], who[41::2], strict=True):
        ours.append(scan(person))
        shown = page.card.shown()
        assert shown is not None
        syncs = timed(floor.commit)
        settle()
        paint = timed(repaint)
        bare.append(syncs + paint)
        paints.append(paint)
        idle.append(syncs + verdicts.show_again(earlier[-1] if earlier else shown))
        earlier.append(shown)
        settle()
        field.setText(NOBODY)
        press(field, Qt.Key.Key_Return)
        turned.append(scan(other))
    floor.close()
    line("scan, Enter to painted verdict", ours)
    line("  the same after a verdict of another colour", turned)
    line(f"floor: bare syncs ({pages} pages) + repaint", bare)
    line("  of which the empty repaint", paints)
    line("bare syncs + such a verdict without a scan", idle)
    ratio, work = (statistics.median(ours) / statistics.median(each) for each in (bare, idle))
    print(f"  scan / floor {ratio:.2f}   (goal {GOAL_SCAN}, p99 at most {GOAL_SCAN_P99_MS:.0f} ms)")
    print(f"  scan after another colour / floor {statistics.median(turned) / statistics.median(bare):.2f}")
    print(f"  scan / such a verdict without a scan {work:.2f}")


def keystrokes(application: Application) -> None:
    assert application.frame is not None
    page = application.frame.check_in
    field, listed = page.scan_bar.field, Painted(page.results.view.viewport())
    empty, repainted = empty_window()
    ours, bare = [], []

    def letter(text: str) -> None:
        before = listed.times
        press(field, Qt.Key.Key_unknown, text)
        if page.results.view.isVisible():
            page.results.view.viewport().update()
            listed.wait(before)

    def repaint() -> None:
        before = repainted.times
        empty.update()
        repainted.wait(before)

    for _ in range(4):
        for text in TYPED:
            field.clear()
            page.results.hide()
            settle()
            for each in text:
                spent = timed(lambda each=each: letter(each))  # type: ignore[misc]
                if page.results.view.isVisible():
                    ours.append(spent)
                    bare.append(timed(repaint))
    line("letter to painted list", ours)
    line("floor: empty repaint", bare)
    print(f"  letter / floor {statistics.median(ours) / statistics.median(bare):.1f}")


def starts(path: Path, times: int) -> None:
    first, ready, bare = [], [], []
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path.cwd()), os.environ.get("PYTHONPATH", "")])}
    for _ in range(times):
        for program, arguments in ((EMPTY_WINDOW, []), (OUR_WINDOW, [str(path)])):
            begun = time.time()
            done = subprocess.run(
                [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True, env=environment
            )
            moments = [(float(each) - begun) * 1000 for each in done.stdout.split()]
            if arguments:
                first.append(moments[0])
                ready.append(moments[-1])
            else:
                bare.append(moments[0])
    line("start to first paint", first)
    line("start to the ready scan field", ready)
    line("floor: start to an empty window", bare)
    print(f"  first paint / floor {statistics.median(first) / statistics.median(bare):.2f}   (goal {GOAL_START})")
    print(f"  ready / floor       {statistics.median(ready) / statistics.median(bare):.2f}")


def measure(app: QApplication, number: int, wanted: argparse.Namespace) -> None:
    print(f"{number} people, {wanted.scans} scans, {wanted.starts} starts")
    who = crowd(number)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["EVENTDESK_HOME"] = str(folder / "home")
        path = folder / "bench.eventdesk"
        with create_event(path, desk="Schalter 1") as event:
            fill(event, who)
        del who[
            2 * wanted.scans + 40 :
        ]  # the window has not got the whole list in memory, nor its collector to look at
        starts(path, wanted.starts)
        application = Application(app, Preferences(), Dialogs())
        application.window.resize(*SIZE)
        application.open(path)
        application.window.show()
        while application.frame is None:
            app.processEvents()
        app.processEvents()
        scans(application, who, folder)
        keystrokes(application)
        if wanted.turns:
            turns(application, path, folder, wanted.turns)
        application.quit()
        app.processEvents()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, nargs="+", default=[700, 100_000])
    parser.add_argument("--scans", type=int, default=200)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--turns", type=int, default=3)
    wanted = parser.parse_args()
    app = QApplication([])
    app.setStyle("Fusion")
    theme.load_fonts()
    for number in wanted.people:
        measure(app, number, wanted)


if __name__ == "__main__":
    main()
