"""The longest turn of the event loop while something large is done in the window: one table of `bench_window.py`."""

import statistics
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from eventdesk.people.listing import Facet, Presence, Wanted
from tests.ui.watchdog import Watchdog, busy
from ui.actions import PageId
from ui.application import Application
from ui.people.page import PeoplePage

GOAL_TURN_MS = 50
LOOK_EVERY_MS = 50
PAGES = (PageId.CHECK_IN, PageId.PEOPLE, PageId.JOURNAL, PageId.EVENT)


def longest_turn(application: Application, deed: Callable[[], object]) -> float:
    """Do something, let the event loop go on until all is at rest, and return its longest turn in milliseconds."""
    loop, quiet = QEventLoop(), [0]

    def look() -> None:
        quiet[0] = 0 if busy(application) else quiet[0] + 1
        if quiet[0] > 4:
            loop.quit()

    timer = QTimer()
    timer.setInterval(LOOK_EVERY_MS)
    timer.timeout.connect(look)
    with Watchdog(GOAL_TURN_MS) as dog:
        QTimer.singleShot(20, deed)
        timer.start()
        loop.exec()
        timer.stop()
    return dog.longest_ms


def turns(application: Application, path: Path, folder: Path, times: int) -> None:
    """Print the longest turn of each deed, the median and the worst of so many rounds."""
    kept = application.preferences

    def chosen(key: str, one: object, other: object) -> Callable[[], None]:
        def choose() -> None:
            setattr(kept, key, other if getattr(kept, key) == one else one)
            desk = application.frame
            assert desk is not None
            desk.settings.look_changed.emit()

        return choose

    def people(deed: Callable[[PeoplePage], object]) -> Callable[[], None]:
        def act() -> None:
            assert application.frame is not None
            deed(application.frame.people)

        return act

    def to(page: PageId) -> Callable[[], None]:
        def turn() -> None:
            assert application.frame is not None
            application.frame.show_page(page)

        return turn

    def close() -> None:
        assert application.frame is not None
        application.frame.start_asked.emit()

    missing = Wanted().with_presence(Presence.MISSING)
    deeds: list[tuple[str, Callable[[], object]]] = [("open", lambda: application.open(path))]
    for page in PAGES:
        deeds += [
            (f"turn to {page}", to(page)),
            (f"language on {page}", chosen("language", "en", "de")),
            (f"colours on {page}", chosen("shade", "dark", "light")),
            (f"text size on {page}", chosen("text_size", 150, 100)),
        ]
    deeds += [
        ("turn to people again", to(PageId.PEOPLE)),
        ("filter", people(lambda page: page._filter(missing.toggled(Facet.ROLE, "speaker")))),
        ("no filter", people(lambda page: page._filter(Wanted()))),
        ("scroll", people(lambda page: page.table.scrollToBottom())),
        ("close", close),
        ("sample", lambda: application.open_sample("integrationskonferenz-4", folder)),
        ("close the sample", close),
    ]
    found: dict[str, list[float]] = {name: [] for name, _ in deeds}
    for _ in range(times):
        for name, deed in deeds:
            found[name].append(longest_turn(application, deed))
    print(f"  longest turns of the event loop, processor time, {times} rounds (goal {GOAL_TURN_MS} ms)")
    for name, spent in found.items():
        print(f"    {name:<28} median {statistics.median(spent):6.1f} ms   worst {max(spent):6.1f} ms")
