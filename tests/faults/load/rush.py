"""One rush at the door in the real window: who came is compared with what stands in the file afterwards."""

import statistics
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from eventdesk import paths
from eventdesk.checkin import records as checkin
from eventdesk.checkin.points import add_point
from eventdesk.codes import Outcome
from eventdesk.desk import open_event
from eventdesk.event import Event
from eventdesk.eventfolder import create_from
from eventdesk.people import records
from tests.benchmarks.bench_checkin import crowd, fill
from tests.clock import FakeClock
from tests.faults.load.day import Day, Guest
from tests.faults.load.hand import Hand
from tests.faults.load.office import Office, latecomers
from tests.faults.soak.ears import ears
from tests.faults.soak.gauges import resident
from tests.ui.conftest import Answers
from tests.ui.waiting import until
from ui.application import Application
from ui.collecting import Collector
from ui.preferences import Preferences

SAMPLE = "integrationskonferenz-4"
LOOKS = 20
PRINTED_WITHIN_MS = 3_600_000


@dataclass(frozen=True)
class Wanted:
    """How many come in how many seconds of the day; `every_s`: how fast they really follow each other."""

    seed: int
    arrivals: int
    seconds: float
    late: int
    every_s: float
    prints: bool = True


@dataclass
class Rushed:
    """How it went."""

    spent_ms: list[float] = field(default_factory=list)
    own_ms: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    lost: int = 0
    printed: int = 0
    thoughts: int = 0

    @property
    def growth(self) -> float:
        """How much more memory is held at the end of the day than after its first half, in megabytes."""
        half = len(self.memory) // 2
        third = max(1, half // 2)
        earlier, later = self.memory[half - third : half], self.memory[-third:]
        return statistics.median(later) - statistics.median(earlier) if earlier else 0.0


def percentile(times: list[float], share: float) -> float:
    """Return the time that so many of a hundred did not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share / 100))] if ordered else 0.0


def rush(app: QApplication, wanted: Wanted, folder: Path) -> Rushed:
    """Let them come; everything lies in `folder`."""
    clock, path = FakeClock(), folder / "rush.eventdesk"
    guests = _make(path, wanted, clock)
    day = Day(wanted.seed, guests, wanted.arrivals, wanted.seconds)
    visits = list(day.visits())
    rushed, collector = Rushed(), Collector()
    with ears() as heard:
        application = Application(app, _preferences(folder, wanted), Answers(), clock)
        office = Office(application, latecomers(folder / "late.csv", wanted.late))
        try:
            _open(application, path)

            def between(done: int) -> None:
                office.look_in(done, len(visits))
                if done * LOOKS % len(visits) < LOOKS:
                    rushed.memory.append(resident())

            hand = Hand(application, clock, visits, wanted.every_s, between)
            loop = QEventLoop()
            hand.ended.connect(loop.quit)
            hand.begin()
            loop.exec()
            _let_end(application, office)
        finally:
            _close(application)
            collector.end()
        rushed.wrong = hand.wrong + heard.take()
    rushed.spent_ms, rushed.own_ms, rushed.thoughts = hand.spent_ms, hand.own_ms, office.asked
    _compare(path, day, wanted, rushed)
    return rushed


def _make(path: Path, wanted: Wanted, clock: FakeClock) -> list[Guest]:
    """Make an event with a fair and enough people; returns those whom nobody can take for another one."""
    with create_from(path, paths.seeds() / SAMPLE, desk="Büro", clock=clock).opened() as event:
        add_point(event, "Haupteingang")
        more = crowd(wanted.arrivals)
        fill(event, more)
        return [Guest(person.code, person.name) for person in more]


def _preferences(folder: Path, wanted: Wanted) -> Preferences:
    preferences = Preferences()
    preferences.language, preferences.text_size, preferences.sound_volume = "de", 100, 0
    if wanted.prints:
        preferences.printer, preferences.print_policy = f"folder:{folder / 'badges'}", "once"
    return preferences


def _open(application: Application, path: Path) -> None:
    application.open(path)
    application.window.resize(1440, 900)
    application.window.show()
    application.window.activateWindow()
    until(lambda: application.frame is not None and not application.busy)
    frame = application.frame
    assert frame is not None
    until(frame.check_in.scan_bar.field.hasFocus)


def _let_end(application: Application, office: Office) -> None:
    """Wait until the list is in and every badge is out, as at the end of a day."""
    opened = application.opened
    assert opened is not None

    def ended() -> bool:
        if not office.imported:
            office.look_in(1, 1)
        return office.imported and opened.printing.idle() and application.jobs.idle()

    until(ended, PRINTED_WITHIN_MS)


def _close(application: Application) -> None:
    application.quit()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def _compare(path: Path, day: Day, wanted: Wanted, rushed: Rushed) -> None:
    """Open the file again and compare it with what the desk has confirmed."""
    with open_event(path) as event:
        rushed.wrong += [f"not whole: {name}" for name, well in event.verify().items() if well is not True]
        names = {person.id: person.name for person in records.everyone(event.db)}
        scans = checkin.recent(event.db, 10 * wanted.arrivals)
        inside = {names[scan.person] for scan in scans if scan.outcome is Outcome.ACCEPTED and scan.person is not None}
        confirmed = set(day.inside)
        rushed.lost = len(confirmed - inside)
        if invented := inside - confirmed:
            rushed.wrong.append(f"{len(invented)} are in whom nobody let in, such as {min(invented)}")
        if (refused := sum(scan.outcome is not Outcome.ACCEPTED for scan in scans)) != day.refused:
            rushed.wrong.append(f"{refused} refusals are noted, {day.refused} were shown")
        late = sum(name.startswith("Spät") for name in names.values())
        if late != wanted.late:
            rushed.wrong.append(f"{late} of {wanted.late} people of the list are there")
        rushed.printed = _printed(event, path.parent / "badges")


def _printed(event: Event, badges: Path) -> int:
    return len(list(badges.glob("*.pdf")))
