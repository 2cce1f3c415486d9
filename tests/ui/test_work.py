"""Long work: it takes turns with the desk, can be stopped, says how far it is."""

from collections.abc import Generator, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui.jobs import Err, Ok
from ui.work import Part, Stopped, Task, Work


@pytest.fixture
def work(dressed: QApplication) -> Iterator[Work]:
    """Return a place for long work, stopped in the end."""
    work = Work()
    yield work
    work.stop()
    work.deleteLater()
    dressed.processEvents()


def counting(number: int, seen: list[int] | None = None) -> Generator[Part, None, str]:
    """Count, a part at a time."""
    for done in range(number):
        if seen is not None:
            seen.append(done)
        yield Part(done + 1, number)
    return "counted"


def until_stopped(task: Task) -> None:
    """Go on until somebody stops it."""
    while True:
        task.tell(0, 0)


def test_slices_end_with_what_they_return(work: Work) -> None:
    answers: list[Any] = []
    work.in_slices("Counting", counting(5000), answers.append)
    assert not work.idle()
    until(work.idle)
    assert answers == [Ok("counted")]


def test_between_slices_the_window_does_other_things(work: Work) -> None:
    steps: list[int] = []
    seen: list[int] = []

    def step() -> None:
        steps.append(len(seen))

    def slow() -> Generator[Part, None, None]:
        for done in range(20):
            busy = QElapsedTimer()
            busy.start()
            while not busy.hasExpired(6):
                pass
            seen.append(done)
            yield Part(done, 20)

    timer = QTimer(work)
    timer.timeout.connect(step)
    timer.start(0)
    work.in_slices("Slow", slow(), lambda _answer: None)
    until(work.idle)
    timer.stop()
    assert len({number for number in steps if 0 < number < 20}) >= 5


def test_a_stop_closes_the_slices(work: Work) -> None:
    answers: list[Any] = []
    closed: list[bool] = []

    def endless() -> Generator[Part, None, None]:
        try:
            while True:
                yield Part(1)
        finally:
            closed.append(True)

    task = work.in_slices("Endless", endless(), answers.append)
    until(lambda: task.done == 1)
    task.stop()
    until(work.idle)
    assert (answers, closed) == ([Stopped()], [True])


def test_a_stop_from_within_a_slice_closes_it(work: Work) -> None:
    answers: list[Any] = []
    closed: list[bool] = []

    def stopped_by_itself() -> Generator[Part, None, None]:
        try:
            while True:
                work.tasks[0].stop()
                yield Part(1)
        finally:
            closed.append(True)

    work.in_slices("Stopped by itself", stopped_by_itself(), answers.append)
    until(work.idle)
    assert (answers, closed) == ([Stopped()], [True])


def test_an_error_is_handed_on(work: Work) -> None:
    answers: list[Any] = []

    def broken() -> Generator[Part, None, None]:
        yield Part(0)
        raise OSError("disk")

    work.in_slices("Broken", broken(), answers.append)
    work.beside("Broken, too", lambda _task: 1 // 0, answers.append)
    until(work.idle)
    assert {type(answer.error) for answer in answers if isinstance(answer, Err)} == {OSError, ZeroDivisionError}


def test_work_beside_tells_how_far_it_is(work: Work) -> None:
    answers: list[Any] = []
    told: list[float | None] = []

    def twice(task: Task) -> int:
        task.tell(1, 4)
        return 2

    task = work.beside("Twice", twice, answers.append)
    task.changed.connect(lambda: told.append(task.share))
    until(work.idle)
    assert (answers, told) == ([Ok(2)], [0.25])


def test_stopped_work_beside_ends_at_its_next_word(work: Work) -> None:
    answers: list[Any] = []
    work.beside("Long", until_stopped, answers.append).stop()
    until(work.idle)
    assert answers == [Stopped()]


def test_what_was_stopped_by_closing_is_not_delivered(work: Work) -> None:
    answers: list[Any] = []
    seen: list[int] = []
    work.in_slices("Counting", counting(10_000_000, seen), answers.append)
    work.beside("Beside", until_stopped, answers.append)
    until(lambda: bool(seen))
    work.stop()
    so_far = len(seen)
    for _ in range(20):
        QApplication.processEvents()
    assert (answers, len(seen), work.idle()) == ([], so_far, True)


def test_the_strip_says_what_is_done_and_stops_it(desk: DeskDriver) -> None:
    work, strip = desk.application.work, desk.frame.work
    answers: list[Any] = []
    work.in_slices("Counting people", counting(10_000_000), answers.append)
    until(strip.isVisible)
    desk.says("Counting people")
    assert strip.bar.value() >= 0
    desk.clicks(strip.stop_button.text())
    until(work.idle)
    assert strip.isHidden()
    assert answers == [Stopped()]


def test_short_work_is_not_announced(desk: DeskDriver) -> None:
    work = desk.application.work
    answers: list[Any] = []
    work.in_slices("Short", counting(10), answers.append)
    until(work.idle)
    desk.does_not_say("Short")
    assert desk.frame.work.isHidden()
