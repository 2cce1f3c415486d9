"""The verdict comes first: whoever else wants to know of a scan is told when it is on the screen, but is told."""

from pathlib import Path

import pytest

from eventdesk.codes import Op
from eventdesk.desk import create_event
from eventdesk.event import Changes
from eventdesk.people.scanner import TEST_TEXT, Habit, tried
from tests.ui.driver import DeskDriver
from ui.bridge import Bridge
from ui.checkin.shown import Shown
from ui.preferences import Preferences
from ui.scanner_memory import ScannerMemory

Codes = dict[str, str]


@pytest.fixture
def bridge(desk: DeskDriver) -> Bridge:
    """What tells the widgets of this desk that something has changed."""
    opened = desk.application.opened
    assert opened is not None
    return opened.bridge


def test_a_scan_is_told_when_its_verdict_is_on_the_screen(
    desk: DeskDriver, bridge: Bridge, codes: Codes, monkeypatch: pytest.MonkeyPatch
) -> None:
    card, order = desk.page.card, list[object]()
    show = card.show_verdict

    def shown(verdict: Shown) -> None:
        show(verdict)
        order.append(verdict.name)

    monkeypatch.setattr(card, "show_verdict", shown)
    bridge.changed.connect(lambda changes: order.append(changes.op))
    desk.scan(codes["elif"])
    assert order == ["Elif Demirtaş", Op.CHECK_IN]
    order.clear()
    desk.presses("Ctrl+Z")
    assert order == [Op.UNDO, "Elif Demirtaş"], "what is not a scan is told at once"


def test_what_is_held_is_told_in_order_and_once(tmp_path: Path) -> None:
    heard: list[str] = []
    with create_event(tmp_path / "fair.eventdesk", desk="Desk 1") as event:
        bridge = Bridge(event)
        bridge.changed.connect(lambda changes: heard.append(changes.eid))
        with bridge.held():
            with bridge.held():
                event.changed[-1](told("first"))
            event.changed[-1](told("second"))
            assert heard == []
        event.changed[-1](told("third"))
        bridge.close()
    assert heard == ["first", "second", "third"]


def test_what_is_held_is_told_even_if_something_fails(tmp_path: Path) -> None:
    heard: list[str] = []
    with create_event(tmp_path / "fair.eventdesk", desk="Desk 1") as event:
        bridge = Bridge(event)
        bridge.changed.connect(lambda changes: heard.append(changes.eid))

        def fail() -> None:
            with bridge.held():
                event.changed[-1](told("only"))
                raise RuntimeError("on purpose")

        with pytest.raises(RuntimeError, match="on purpose"):
            fail()
        bridge.close()
    assert heard == ["only"]


def test_a_scanner_is_known_after_a_restart(tmp_path: Path) -> None:
    memory = ScannerMemory(Preferences(tmp_path))
    memory.remember(tried(f"#1{TEST_TEXT}", ended=True))
    assert list(memory.habits) == [Habit("#1")]
    again = ScannerMemory(Preferences(tmp_path))
    assert again.habits == memory.habits
    again.forget()
    assert list(again.habits) == []
    assert list(ScannerMemory(Preferences(tmp_path)).habits) == []


def told(eid: str) -> Changes:
    return Changes(Op.CHECK_IN, eid, {"scan": frozenset({1})})
