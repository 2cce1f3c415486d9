"""What nobody needs any more is taken apart in the window's thread, whoever is at work."""

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.collecting import Collector
from ui.jobs import Jobs


class Knot:
    """Holds itself, so that only the collector finds it; notes the thread that takes it apart."""

    def __init__(self, untied: list[int]) -> None:
        self.itself = self
        self.untied = untied

    def __del__(self) -> None:
        self.untied.append(threading.get_ident())


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    made = Collector()
    yield made
    made.end()
    assert gc.isenabled()


@pytest.mark.usefixtures("collector")
def test_a_thread_beside_the_window_takes_nothing_apart(qtbot: QtBot) -> None:
    untied: list[int] = []
    knots = [Knot(untied) for _ in range(50)]
    knots.clear()
    del knots
    jobs = Jobs()
    made: list[object] = []
    jobs.run(lambda: [[number] for number in range(200_000)], made.append)
    jobs.wait()
    assert untied == []
    qtbot.waitUntil(lambda: len(untied) == 50)
    assert set(untied) == {threading.get_ident()}
    qtbot.waitUntil(jobs.idle)


def test_it_collects_the_oldest_first(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[int] = []
    monkeypatch.setattr(gc, "collect", collected.append)
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    for counts in ((701, 11, 11), (701, 11, 3), (701, 3, 3), (3, 3, 3)):
        monkeypatch.setattr(gc, "get_count", lambda counts=counts: counts)
        collector.look()
    assert collected == [2, 1, 0]
