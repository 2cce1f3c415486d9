"""The clock of the rounds: bell and gong once each, pauses that count, a large window that says what matters."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QApplication

from eventdesk.cafe.round import CafeRound
from tests.clock import FakeClock
from tests.ui.cafe_driver import CafeDriver
from ui.cafe.clock.keeper import ClockKeeper
from ui.cafe.clock.state import Phase, clock_state
from ui.sounds import Sound


class Heard:
    """Notes what a clock rings."""

    def __init__(self, clock: ClockKeeper) -> None:
        self.sounds: list[object] = []
        clock.rang.connect(self.sounds.append)


def passes(seated: CafeDriver, **span: float) -> CafeDriver:
    """Let time pass, and the clock look at it."""
    seated.clock.advance(**span)
    seated.flow.clock.look()
    return seated.settles()


def round_of(clock: FakeClock, minutes: int = 20, *, began: bool = True) -> CafeRound:
    return CafeRound(1, 1, minutes, began=clock() if began else None)


def test_what_is_left_is_counted_from_the_begin(clock: FakeClock) -> None:
    rounds = [round_of(clock, 20), CafeRound(2, 2, 20, starts="2017-06-15T18:40")]
    clock.advance(minutes=5, milliseconds=300)
    state = clock_state(rounds, clock())
    assert (state.phase, state.text) == (Phase.RUNNING, "15:00")
    stands = replace(rounds[0], stands=clock() - timedelta(minutes=2))
    assert clock_state([stands], clock()).text == "17:00"
    clock.advance(minutes=20)
    assert clock_state(rounds, clock()).phase is Phase.UP
    assert clock_state([], clock()).phase is Phase.EMPTY
    assert clock_state([rounds[1]], clock()).phase is Phase.BEFORE


def test_bell_a_minute_before_and_gong_at_the_end(dressed: QApplication, clock: FakeClock) -> None:
    rounds = [round_of(clock)]
    keeper = ClockKeeper(clock, lambda: rounds)
    heard = Heard(keeper)
    for _ in range(22 * 60):
        keeper.look()
        clock.advance(seconds=1)
    assert heard.sounds == [Sound.BELL, Sound.GONG]
    keeper.close()


def test_a_clock_that_begins_late_is_silent(dressed: QApplication, clock: FakeClock) -> None:
    rounds = [round_of(clock)]
    keeper = ClockKeeper(clock, lambda: rounds)
    heard = Heard(keeper)
    clock.advance(minutes=30)
    keeper.look()
    assert keeper.state.phase is Phase.UP
    assert heard.sounds == []
    keeper.close()


def test_one_key_starts_pauses_goes_on_and_ends(seated: CafeDriver) -> None:
    bar, clock = seated.tab.bar, seated.flow.clock
    assert bar.deed.text() == "Start round 1"
    seated.presses("F7")
    assert seated.cafe.on is seated.cafe.rounds[0]
    assert bar.time.text() == "30:00"
    passes(seated, minutes=10).presses("F7")
    assert (clock.state.phase, bar.deed.text()) == (Phase.PAUSED, "Go on")
    passes(seated, minutes=4)
    assert bar.time.text() == "20:00"
    seated.presses("F7")
    assert bar.time.text() == "20:00"
    passes(seated, minutes=20, seconds=1)
    assert bar.said.text() == "Time is up."
    seated.presses("F7")
    assert seated.cafe.rounds[0].is_over
    assert bar.deed.text() == "Start round 2"
    seated.presses("F7").clicks("+1 minute")
    assert bar.time.text() == "31:00"
    seated.clicks("End")
    assert [each.is_over for each in seated.cafe.rounds] == [True, True, False]
    seated.presses("Ctrl+Z")
    assert seated.cafe.on is seated.cafe.rounds[1]
    bar.steps.steps[0].click()
    bar.steps.steps[0].setFocus()
    seated.presses("Right", "Right")
    assert seated.flow.memory.round == seated.cafe.rounds[2].id


def test_a_pause_outlives_the_file_being_closed(seated: CafeDriver) -> None:
    seated.presses("F7")
    passes(seated, minutes=10).presses("F7")
    path = seated.event.path
    seated.application.close_event()
    seated.clock.advance(minutes=5)
    seated.application.open(path)
    seated.settles().presses("Ctrl+6")
    assert (seated.flow.clock.state.phase, seated.tab.bar.time.text()) == (Phase.PAUSED, "20:00")
    seated.presses("Ctrl+Z")
    assert (seated.flow.clock.state.phase, seated.tab.bar.time.text()) == (Phase.RUNNING, "15:00")


def test_the_large_clock_and_the_gong_go_on_wherever_one_looks(seated: CafeDriver) -> None:
    heard = Heard(seated.flow.clock)
    seated.presses("F7", "F10")
    window = seated.flow.screen.window
    assert window is not None
    assert window.texts()[:2] == ["Round 1 of 3", "30:00"]
    assert QApplication.activeWindow() is seated.window, "the keys belong to the desk"
    seated.presses("Ctrl+1")
    passes(seated, minutes=28)
    passes(seated, minutes=1, seconds=10)
    passes(seated, minutes=1)
    assert heard.sounds == [Sound.BELL, Sound.GONG]
    assert window.texts() == ["Round 1 of 3", "0:00", "Please change tables now.", "Next: round 2 at 18:40"]
    assert window.accessibleName().startswith("Round 1 of 3. 0:00.")
    seated.application.preferences.shade = "dark"
    seated.application.rebuild()
    seated.settles().presses("Ctrl+6")
    window = seated.flow.screen.window
    assert window is not None
    assert window.isVisible()
    seated.presses("F10")
    assert seated.flow.screen.window is None
    seated.presses("F10")
    seated.application.close_event()
    seated.settles()
    assert not any(each.isVisible() for each in QApplication.topLevelWidgets() if each is not seated.window)
