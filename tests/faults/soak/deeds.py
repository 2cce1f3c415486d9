"""What can be done at a desk, by anybody: each deed is planned first, so that it can be noted before it is done."""

import random
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

from tests.faults.soak.stage import Stage
from tests.ui.importing_driver import drop
from ui.actions import ACTIONS, PageId

Plan = tuple[str, Callable[[], object]]
Deed = Callable[[Stage, random.Random], Plan]

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE = Qt.KeyboardModifier.NoModifier
KEYS = (
    *sorted({key for action in ACTIONS for key in action.keys}),
    *("Return", "Return", "Tab", "Tab", "Tab", "Shift+Tab", "Esc", "Esc", "Up", "Down", "Down", "Left", "Right"),
    *("Home", "End", "PgUp", "PgDown", "Space", "Space", "Del", "Backspace", "Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X"),
    *("Ctrl+Z", "F8", "F8", "Menu", "Alt+Left", "Shift+F10", "Ctrl+Home", "Ctrl+End", "+", "-", "0"),
)
TEXTS = (
    *("meyer", "Elif", "a", "ß", "anna schmidt", "12:30", "2017-03-06", "99999999999999999999", "-1", "0", "3,5"),
    *(
        "=1+1",
        "'; --",
        "%d %s {name}",
        "</b><img src=x>",
        "  ",
        "\u202eabc",
        "e\u0301\u0323",
        "日本語",
        "العربية",
        "👩‍👩‍👧",
    ),
    *("A" * 300, "x@example.org", "B-14", "../../etc", "NUL"),
)
SIZES = ((1024, 640), (1280, 800), (1440, 900), (1100, 1000))
KINDS: tuple[type[QWidget], ...] = (
    *[QAbstractButton] * 6,
    *(QLineEdit, QComboBox, QAbstractItemView, QAbstractSpinBox),
)
SLOW_MS, FAST_MS = 140, 8
STEPS_OF_A_DRAG = 6


def scan(stage: Stage, chance: random.Random) -> Plan:
    """Scan a badge, as fast as a scanner, wherever the focus is."""
    code = chance.choice(stage.codes)
    end = chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Tab))
    return f"{code} and {end.name}", partial(_scan, stage, code, end)


def write(stage: Stage, chance: random.Random) -> Plan:
    """Type a text wherever the focus is."""
    text, gap = chance.choice(TEXTS), chance.choice((SLOW_MS, SLOW_MS, FAST_MS))
    return f"{text[:20]!a}, a key every {gap} ms", partial(_type, stage, text, gap)


def press(stage: Stage, chance: random.Random) -> Plan:
    """Press a key, or the same one several times."""
    name, times = chance.choice(KEYS), chance.choice((1, 1, 1, 2, 5))
    return f"{name}, {times} times", partial(_press_named, stage, name, times)


def click(stage: Stage, chance: random.Random) -> Plan:
    """Click anything that can be seen."""
    widget, place = _spot(stage, chance)
    button = chance.choice((LEFT, LEFT, LEFT, RIGHT))
    modifier = chance.choice((NONE, NONE, NONE, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier))
    twice = chance.random() < 0.15
    window, at = _in_window(stage, widget, place)
    return _named(widget, place), lambda: _click(window, at, button, modifier, twice=twice)


def push(stage: Stage, chance: random.Random) -> Plan:
    """Click a button, into a field, a box or a list."""
    widget, place = _one_of(stage, chance, chance.choice(KINDS))
    window, at = _in_window(stage, widget, place)
    return _named(widget, place), lambda: _click(window, at)


def drag(stage: Stage, chance: random.Random) -> Plan:
    """Hold the button down and move to another place."""
    widget, start = _spot(stage, chance)
    window, at = _in_window(stage, widget, start)
    goal = QPoint(chance.randrange(max(1, window.width())), chance.randrange(max(1, window.height())))
    leaves = chance.random() < 0.1
    return f"{_named(widget, start)} to {goal.x()},{goal.y()}", lambda: _drag(stage, window, at, goal, leaves=leaves)


def wheel(stage: Stage, chance: random.Random) -> Plan:
    """Turn the wheel over something."""
    widget, place = _spot(stage, chance)
    window, at = _in_window(stage, widget, place)
    turn = chance.choice((120, -120, -120, -600, 600))
    modifier = chance.choice((NONE, NONE, NONE, Qt.KeyboardModifier.ControlModifier))
    return f"{_named(widget, place)} by {turn}", lambda: _turn_wheel(window, at, turn, modifier)


def go(stage: Stage, chance: random.Random) -> Plan:
    """Go to a page by the rail."""
    page = chance.choice([each for each in PageId if each not in (PageId.START, PageId.TEMPLATES)])

    def turn() -> None:
        frame = stage.application.frame
        if frame is not None:
            frame.rail.chosen.emit(page)

    return page.value, turn


def dress(stage: Stage, chance: random.Random) -> Plan:
    """Choose another language, other colours, another size of the text."""
    language, shade = chance.choice(("de", "en")), chance.choice(("light", "dark", "system"))
    percent = chance.choice((100, 100, 125, 150, 200))

    def wear() -> None:
        kept = stage.preferences
        kept.language, kept.shade, kept.text_size = language, shade, percent
        stage.application.inside.look_changed.emit()

    return f"{language}, {shade}, {percent} %", wear


def resize(stage: Stage, chance: random.Random) -> Plan:
    """Make the window larger or smaller."""
    width, height = chance.choice(SIZES)
    return f"{width} x {height}", lambda: stage.application.window.resize(width, height)


def drop_file(stage: Stage, chance: random.Random) -> Plan:
    """Drop a file on the window."""
    path = chance.choice(sorted(path for path in stage.files.iterdir()))
    return path.name, lambda: drop(stage.application.window, path)


def open_file(stage: Stage, chance: random.Random) -> Plan:
    """Open an event file, whatever is open."""
    path = chance.choice(stage.events())
    return path.name, lambda: stage.application.open(path)


def close_event(stage: Stage, chance: random.Random) -> Plan:
    """Go back to the start page."""
    return "", stage.application.inside.close_asked.emit


def pass_time(stage: Stage, chance: random.Random) -> Plan:
    """Let time pass, for the clock of the event; sometimes it is set back."""
    seconds = chance.choice((1, 20, 600, 5400, -3600))
    return f"{seconds} s", lambda: stage.clock.advance(seconds=seconds)


def rest(stage: Stage, chance: random.Random) -> Plan:
    """Look at it for a moment."""
    milliseconds = chance.choice((20, 60, 200))
    return f"{milliseconds} ms", lambda: stage.wait(milliseconds)


def hurry(stage: Stage, chance: random.Random) -> Plan:
    """Do three things without waiting for what comes of them."""
    plans = [_any_of(QUICK, stage, chance) for _ in range(3)]
    return " / ".join(f"{name} {what}" for name, (what, _) in plans), lambda: [do() for _, (_, do) in plans]


QUICK: dict[Deed, int] = {scan: 6, write: 3, press: 8, click: 5, push: 6, wheel: 1, go: 2}
DEEDS: dict[Deed, int] = {
    scan: 14,
    write: 9,
    press: 22,
    click: 14,
    push: 24,
    drag: 6,
    wheel: 4,
    go: 10,
    dress: 1,
    resize: 1,
    drop_file: 1,
    open_file: 1,
    close_event: 1,
    pass_time: 2,
    rest: 3,
    hurry: 6,
}
"""What is done, and how often of so many."""


def next_deed(stage: Stage, chance: random.Random) -> tuple[str, Plan]:
    """Choose and plan one deed; returns its name and the plan. Without an event one is mostly opened."""
    if stage.application.frame is None and chance.random() < 0.5:
        return open_file.__name__, open_file(stage, chance)
    return _any_of(DEEDS, stage, chance)


def _any_of(table: dict[Deed, int], stage: Stage, chance: random.Random) -> tuple[str, Plan]:
    (deed,) = chance.choices(list(table), list(table.values()))
    return deed.__name__, deed(stage, chance)


def _window(stage: Stage, chance: random.Random) -> QWidget:
    windows = stage.windows()
    return windows[0] if chance.random() < 0.8 else chance.choice(windows)


def _spot(stage: Stage, chance: random.Random) -> tuple[QWidget, QPoint]:
    """Return any place that can be seen, and what is there."""
    window = _window(stage, chance)
    at = QPoint(chance.randrange(max(1, window.width())), chance.randrange(max(1, window.height())))
    shown = window.mapToGlobal(at)
    widget = QApplication.widgetAt(shown) or window
    return widget, widget.mapFromGlobal(shown)


def _one_of(stage: Stage, chance: random.Random, kind: type[QWidget]) -> tuple[QWidget, QPoint]:
    """Return a widget of one kind that can be seen, and its middle; any place if there is none.

    The window is not asked for its children: PySide would keep what it makes for those that are not ours as long as
    the window lives.
    """
    window = _window(stage, chance)
    ours = (each for each in QApplication.allWidgets() if isinstance(each, kind) and each.window() is window)
    seen = sorted((each for each in ours if _is_seen(each)), key=lambda each: _order(window, each))
    if not seen:
        return _spot(stage, chance)
    widget = chance.choice(seen)
    return widget, widget.visibleRegion().boundingRect().center()


def _order(window: QWidget, widget: QWidget) -> tuple[int, int, str]:
    """Return where a widget stands: Qt names all widgets in any order, and the same seed is to take the same steps."""
    at = widget.mapTo(window, QPoint(0, 0))
    return at.y(), at.x(), _named(widget, at)


def _is_seen(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.isWindow() and not widget.visibleRegion().isEmpty()


def _in_window(stage: Stage, widget: QWidget, place: QPoint) -> tuple[QWindow, QPoint]:
    return stage.handle_of(widget), widget.mapTo(widget.window(), place)


def _named(widget: QWidget, place: QPoint) -> str:
    name = widget.objectName() or widget.accessibleName()
    name = name or (widget.text() if isinstance(widget, QAbstractButton) else "")
    return f"{type(widget).__name__} {name[:40]!a} at {place.x()},{place.y()}"


def _scan(stage: Stage, code: str, end: Qt.Key) -> None:
    _type(stage, code, FAST_MS)
    _press(stage, end, NONE)


def _type(stage: Stage, text: str, gap: int) -> None:
    for letter in text:
        key = _key(letter.upper()) if letter.isascii() and letter.isprintable() else Qt.Key.Key_unknown
        _press(stage, key, NONE, letter, gap)


def _press_named(stage: Stage, name: str, times: int) -> None:
    sequence: Any = QKeySequence(name)  # the type hints do not know that a sequence has items
    for _ in range(times):
        _press(stage, sequence[0].key(), sequence[0].keyboardModifiers())


def _press(stage: Stage, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str = "", gap: int = FAST_MS) -> None:
    """Press and release a key as the system would: through the shortcuts first, at the moment that its gap says."""
    window = stage.handle()
    if not text:
        QTest.keyClick(window, key, modifiers)
        return
    stage.now_ms += gap
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, modifiers, text)
        event.setTimestamp(stage.now_ms)
        QCoreApplication.sendEvent(window, event)


def _key(name: str) -> Qt.Key:
    sequence: Any = QKeySequence("Space" if name == " " else name)
    key: Qt.Key = sequence[0].key() if sequence.count() else Qt.Key.Key_unknown
    return key


def _is_in(window: QWindow, at: QPoint) -> bool:
    """Say whether a place is in a window: it may have become smaller, or be gone."""
    return isValid(window) and window.isVisible() and QRect(QPoint(), window.size()).contains(at)


def _click(
    window: QWindow,
    at: QPoint,
    button: Qt.MouseButton = LEFT,
    modifier: Qt.KeyboardModifier = NONE,
    *,
    twice: bool = False,
) -> None:
    if _is_in(window, at):
        deed = QTest.mouseDClick if twice else QTest.mouseClick
        deed(window, button, modifier, at)


def _drag(stage: Stage, window: QWindow, start: QPoint, goal: QPoint, *, leaves: bool) -> None:
    """Move with the button held down; `leaves`: it is pressed Esc on the way."""
    if not _is_in(window, start):
        return
    QTest.mousePress(window, LEFT, NONE, start)
    for step in range(1, STEPS_OF_A_DRAG + 1):
        at = start + (goal - start) * (step / STEPS_OF_A_DRAG)
        if not _is_in(window, at):
            break
        move = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(window.mapToGlobal(at)), LEFT, LEFT, NONE)
        QCoreApplication.sendEvent(window, move)
        stage.breathe()
    if leaves:
        _press(stage, Qt.Key.Key_Escape, NONE)
    if isValid(window) and window.isVisible():
        QTest.mouseRelease(window, LEFT, NONE, goal if _is_in(window, goal) else QPoint(1, 1))


def _turn_wheel(window: QWindow, at: QPoint, turn: int, modifier: Qt.KeyboardModifier) -> None:
    if not _is_in(window, at):
        return
    place, globally = QPointF(at), QPointF(window.mapToGlobal(at))
    event = QWheelEvent(
        place,
        globally,
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(window, event)
