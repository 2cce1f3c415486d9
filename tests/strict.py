"""A pytest plugin: a test that makes noise has failed, even if its assertions hold.

Python warnings are errors by `filterwarnings`, Qt messages fail through pytest-qt while a test is set up and runs. This
plugin adds what those leave out: errors that are logged, Qt messages while a test is taken down, a window that stays
open, which would lie under the mouse of later tests, and a mouse button that stays down, which would make their moves
drags.
"""

import logging
import os
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

EXPECTS_ERRORS = "logs_errors"
QT_LOGGER = "qt"  # the window sends what Qt says to this logger: there a warning is as bad as an error elsewhere


class _Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        threshold = logging.WARNING if record.name.split(".")[0] == QT_LOGGER else logging.ERROR
        if record.levelno >= threshold:
            self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@contextmanager
def listening() -> Iterator[list[str]]:
    """Collect the errors that are logged meanwhile."""
    ear = _Ear()
    root = logging.getLogger()
    root.addHandler(ear)
    try:
        yield ear.heard
    finally:
        root.removeHandler(ear)


@contextmanager
def qt_listening() -> Iterator[list[str]]:
    """Collect the warnings that Qt utters meanwhile."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    heard: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
            heard.append(f"{kind.name}: {text}")

    former = qInstallMessageHandler(hear)
    try:
        yield heard
    finally:
        qInstallMessageHandler(former)


def _complain(what: str, heard: list[str], phase: str) -> None:
    if heard:
        pytest.fail(f"{what} during {phase}:\n" + "\n".join(heard), pytrace=False)


def _left_behind() -> list[str]:
    """Name the mouse buttons that are down and the windows that are open, and close those."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [button.name or "" for button in QApplication.mouseButtons()]
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            left.append(f"{type(window).__name__} {window.windowTitle()}")
            window.close()
    return left


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, Any, Any]:
    with listening() as errors:
        result = yield
    _complain("Logged errors", errors, "setup")
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    with listening() as errors:
        result = yield
    if item.get_closest_marker(EXPECTS_ERRORS) is None:
        _complain("Logged errors", errors, "the test")
    elif not errors:
        pytest.fail(f"The test is marked {EXPECTS_ERRORS} but logged none", pytrace=False)
    return result


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, Any, Any]:
    with listening() as errors, qt_listening() as messages:
        result = yield
    _complain("Logged errors", errors, "teardown")
    _complain("Qt messages", messages, "teardown")
    _complain("Left open or pressed", _left_behind(), "teardown")
    return result
