"""What a person at the floor plan waits for: a frame while panning and zooming, and turning to the page.

    python -m tests.benchmarks.bench_fair_page [--fair 1000:1250] [--frames 120]

A fair is invented and everybody placed by the first plan that comes. Panning moves the whole hall, a part of it twice
and four times as large, by a few dots a frame; what is measured is from the call until the view has been painted.
Floor: the repaint of an empty widget as large as the view. At 60 frames a second there are 16.7 ms for each.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from eventdesk.eventfolder import create_from
from eventdesk.fair.actions_plans import apply_plan
from eventdesk.fair.placing.problem import problem
from eventdesk.fair.placing.suggest import suggest
from eventdesk.fair.plan import PlanFacts
from eventdesk.fair.records import read_fair
from eventdesk.guide import doors
from tests.benchmarks.fair_folders import invent
from tests.benchmarks.painted import Painted
from ui import theme
from ui.actions import PageId
from ui.application import Application
from ui.dialogs import Dialogs
from ui.fair.page import FairPage
from ui.preferences import Preferences

SIZE = (1440, 900)
FRAME_MS = 1000 / 60
ZOOMS = (1.0, 2.0, 2.0)
"""The whole hall, then twice and four times as large."""


def event_file(folder: Path, exhibitors: int, booths: int) -> Path:
    """Make an event with a fair of this size in which everybody stands."""
    path = folder / "fair.eventdesk"
    with create_from(path, invent(folder / "fair", exhibitors, booths, 1)).opened() as event:
        plan = next(iter(suggest(problem(read_fair(event.db, doors(event.db))))))
        apply_plan(event, plan.assignments, PlanFacts.of(plan))
    return path


def rest(application: Application, page: FairPage | None = None) -> None:
    """Let everything come to an end that is under way."""
    calm = 0
    while calm < 10:
        QApplication.processEvents()
        time.sleep(0.01)
        calm = 0 if application.busy or (page is not None and page.busy) else calm + 1


def frames(view: QWidget, move: Callable[[int], object], count: int) -> list[float]:
    """Return the milliseconds of each frame, from the move until it has been painted."""
    painted, spent = Painted(view), []
    for number in range(count):
        before, start = painted.times, time.perf_counter()
        move(number)
        view.update()
        painted.wait(before)
        spent.append((time.perf_counter() - start) * 1000)
    return spent


def line(what: str, times: list[float]) -> None:
    """Print the median and the longest."""
    print(f"  {what:36} p50 {statistics.median(times):7.2f} ms   worst {max(times):7.2f} ms")


def measure(application: Application, count: int) -> None:
    """Print what panning takes, and its floor."""
    assert application.frame is not None
    start = time.thread_time()
    application.frame.show_page(PageId.FAIR)
    page = application.frame.fair
    rest(application, page)
    print(f"  turning to the page, processor time        {(time.thread_time() - start) * 1000:7.1f} ms")
    viewport = page.view.viewport()
    empty = QWidget()
    empty.resize(viewport.size())
    empty.show()
    QApplication.processEvents()
    floor = frames(empty, lambda _: None, count)
    line("floor: repaint of an empty widget", floor)
    shown = 1.0
    for zoom in ZOOMS:
        shown *= zoom
        page.view.zoom(zoom)
        rest(application, page)
        spent = frames(viewport, lambda number: page.view.pan(QPoint(7 if number % 60 < 30 else -7, 3)), count)
        line(f"panning, {shown:g} times the whole hall", spent)
        held = sum(each <= FRAME_MS for each in spent) / len(spent)
        ratio = statistics.median(spent) / statistics.median(floor)
        print(f"    frames within {FRAME_MS:.1f} ms: {held:.0%}; to the floor {ratio:.1f}")


def main() -> None:
    """Print the figures."""
    reading = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reading.add_argument("--fair", default="1000:1250", help="exhibitors and booths")
    reading.add_argument("--frames", type=int, default=120)
    wanted = reading.parse_args()
    exhibitors, booths = map(int, wanted.fair.split(":"))
    qt = QApplication([])
    qt.setStyle("Fusion")
    theme.load_fonts()
    with tempfile.TemporaryDirectory(prefix="eventdesk-") as name:
        folder = Path(name)
        os.environ["EVENTDESK_HOME"] = str(folder / "home")
        application = Application(qt, Preferences(), Dialogs())
        application.window.resize(*SIZE)
        application.open(event_file(folder, exhibitors, booths))
        application.window.show()
        while application.frame is None:
            QApplication.processEvents()
        rest(application)
        print(f"{exhibitors} exhibitors, {booths} booths, {wanted.frames} frames")
        measure(application, wanted.frames)
        application.quit()


if __name__ == "__main__":
    main()
