"""The list of 100,000 people: first show, filter, order and scroll, each beside showing fifty people whom one knows.

    python tests/benchmarks/bench_people_table.py [--people 100000] [--rounds 15]

- Floor: the same table is told fifty ids, none of them read before, and is painted.
- Filter: from the press on a chip until the list of those people has been painted.
- First show: from turning to the page until the first people have been painted, and until all are read.
- Scroll: from a jump to another place until it has been painted.
- Longest wait: the longest time that the event loop was held up meanwhile.

Everything runs offscreen.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from eventdesk.desk import create_event
from eventdesk.people.listing import Facet, Wanted
from eventdesk.people.person import Person, Status
from tests.benchmarks.bench_checkin import crowd, fill
from tests.benchmarks.painted import Painted
from ui import theme
from ui.actions import PageId
from ui.application import Application
from ui.dialogs import Dialogs
from ui.people.page import PeoplePage
from ui.preferences import Preferences

GOAL_FILTER = 1.5
GOAL_WAIT_MS = 50.0
ROLES = ("guest", "volunteer", "speaker", "exhibitor")


class Watch(QObject):
    """Notes the longest time between two turns of the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(0)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, (now - self._last) * 1000), now

    def begin(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()


def timed(work: Callable[[], object], painted: Painted) -> float:
    """Return milliseconds until the table was painted."""
    before, start = painted.times, time.perf_counter()
    work()
    painted.wait(before, QCoreApplication.processEvents)
    return (time.perf_counter() - start) * 1000


def settle(page: PeoplePage) -> None:
    while page.busy:
        QApplication.processEvents()
    for _ in range(6):
        QApplication.processEvents()
        time.sleep(0.002)


def line(what: str, times: list[float], floor: float | None = None) -> None:
    ordered = sorted(times)
    ratio = f"  {statistics.median(times) / floor:5.2f} x the floor" if floor else ""
    print(f"{what:<44} p50 {statistics.median(times):7.1f} ms  max {ordered[-1]:7.1f} ms{ratio}")


def various(people: list[Person]) -> list[Person]:
    states = (*[Status.REGISTERED] * 8, Status.CANCELLED, Status.PENDING)
    return [
        Person(
            person.id, person.given_name, person.family_name, organisation=person.organisation, code=person.code,
            roles=(ROLES[number % 4],), status=states[number % 10], town=f"Ort {number % 97}",
            group=f"Gruppe {number % 500}" if number % 3 == 0 else "",
        )
        for number, person in enumerate(people)
    ]  # fmt: skip


def measure(page: PeoplePage, watch: Watch, rounds: int) -> None:
    painted = Painted(page.table.viewport())
    everybody = list(page.model.ids)
    known: list[float] = []
    filtered: list[float] = []
    rare: list[float] = []
    cleared: list[float] = []
    scrolled: list[float] = []
    watch.begin()
    bar = page.table.verticalScrollBar()
    for number in range(rounds):
        start = (number * 4096 + 640) % (len(everybody) - 100)
        page.model.forget()
        known.append(timed(lambda at=start: page.table.show_ids(everybody[at : at + 50], None), painted))  # type: ignore[misc]
        settle(page)
        page._filter(Wanted())
        settle(page)
        page.model.forget()
        settle(page)
        role = Wanted().toggled(Facet.ROLE, ROLES[number % 4])
        filtered.append(timed(lambda wanted=role: page._filter(wanted), painted))  # type: ignore[misc]
        settle(page)
        page.model.forget()
        settle(page)
        group = Wanted().toggled(Facet.GROUP, f"Gruppe {3 * number}")
        rare.append(timed(lambda wanted=group: page._filter(wanted), painted))  # type: ignore[misc]
        settle(page)
        page.model.forget()
        settle(page)
        cleared.append(timed(lambda: page._filter(Wanted()), painted))
        settle(page)
        place = bar.maximum() * (number + 1) // (rounds + 1)
        scrolled.append(timed(lambda at=place: bar.setValue(at), painted))  # type: ignore[misc]
        settle(page)
    longest = watch.longest
    floor = statistics.median(known)
    line("fifty people who are known (floor)", known)
    line("filter by role, a quarter of all", filtered, floor)
    line("filter by group, a few", rare, floor)
    line("no filter, everybody", cleared, floor)
    line("scroll to another place", scrolled, floor)
    worst = max(statistics.median(each) for each in (filtered, rare)) / floor
    print(f"filter to painted: {worst:.2f} x (goal {GOAL_FILTER}), {'reached' if worst <= GOAL_FILTER else 'MISSED'}")
    print(f"longest wait of the event loop meanwhile: {longest:.1f} ms (goal {GOAL_WAIT_MS})")


def orders(page: PeoplePage, watch: Watch) -> None:
    for key in ("organisation", "town"):
        watch.begin()
        start = time.perf_counter()
        page._order(key, False)
        settle(page)
        spent = (time.perf_counter() - start) * 1000
        print(f"order by {key}: {spent:.0f} ms the first time, longest wait {watch.longest:.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=15)
    asked = parser.parse_args()
    app = QApplication([])
    app.setStyle("Fusion")
    theme.load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["EVENTDESK_HOME"] = folder
        path = Path(folder) / "people.eventdesk"
        with create_event(path) as event:
            fill(event, various(crowd(asked.people)))
        application = Application(app, Preferences(), Dialogs())
        application.window.resize(1440, 900)
        application.window.show()
        application.open(path)
        while application.frame is None:
            app.processEvents()
        frame, watch = application.frame, Watch()
        page = frame.people
        for _ in range(20):
            app.processEvents()
        painted = Painted(page.table.viewport())
        watch.begin()
        start = time.perf_counter()
        first = timed(lambda: frame.show_page(PageId.PEOPLE), painted)
        settle(page)
        whole = (time.perf_counter() - start) * 1000
        print(f"{asked.people} people; first show {first:.0f} ms, all read {whole:.0f} ms, "
              f"longest wait {watch.longest:.1f} ms")  # fmt: skip
        measure(page, watch, asked.rounds)
        orders(page, watch)
        application.quit()


if __name__ == "__main__":
    main()
