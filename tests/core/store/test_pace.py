"""How much is done in one step follows from how long the last ones took."""

from eventdesk.store.pace import Pace

LONG, SHORT, RIGHT = 0.05, 0.001, 0.012


def test_long_steps_are_halved_and_short_ones_doubled_within_limits() -> None:
    pace = Pace(100, least=30, most=150)
    sizes = []
    for spent in (LONG, LONG, LONG, RIGHT, SHORT, SHORT, SHORT):
        pace.judge(spent)
        sizes.append(pace.size)
    assert sizes == [50, 30, 30, 30, 60, 120, 150]


def test_one_step_among_several_does_not_decide() -> None:
    pace = Pace(100, least=10, most=100, judged_by=3)
    for spent in (LONG, RIGHT, RIGHT, LONG, LONG):
        pace.judge(spent)
        assert pace.size == 100
    pace.judge(RIGHT)
    assert pace.size == 50


def test_a_step_is_measured() -> None:
    pace = Pace(8, least=1, most=64)
    with pace.step():
        pass
    assert pace.size == 16
