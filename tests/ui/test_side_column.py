"""The column at the side: right after everything, painted after the verdict, and never cut."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QAbstractItemModelTester

from eventdesk.checkin.arrivals import SLOT, Arrivals, Bar
from eventdesk.checkin.scan import Counts, Tally
from eventdesk.people import records
from eventdesk.people.actions import edit
from eventdesk.words import Words
from tests.ui import reading
from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui.actions import PageId
from ui.checkin import telling
from ui.checkin.arrivals_side import SOON_MS, SideColumn
from ui.checkin.counts import CountsCard
from ui.checkin.curve import Curve
from ui.checkin.figures import figures
from ui.checkin.recent_lines import Line, Lines
from ui.colours import DARK, LIGHT, contrast
from ui.icons import Icons
from ui.look import Look
from ui.theme import Theme

Codes = dict[str, str]
BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2017, 3, 6, 7, 15, tzinfo=UTC)


def side(desk: DeskDriver) -> SideColumn:
    return desk.page.side


def bars(desk: DeskDriver) -> list[int]:
    return [bar.arrived for bar in side(desk).counts.curve._bars]


def roles(desk: DeskDriver) -> dict[str, str]:
    return {cell.name: cell.figures for cell in side(desk).counts.roles.shown()}


# ---- numbers


def test_numbers_follow_entry_exit_entry_and_undo(desk: DeskDriver, codes: Codes) -> None:
    guest = desk.application.look.words.t("Guest")
    assert (desk.counts(), roles(desk)[guest], bars(desk)) == ("0 von 11 erwartet", "0/2", [])
    desk.scan(codes["oksana"])
    assert (desk.counts(), roles(desk)[guest], bars(desk)) == ("1 von 11 erwartet", "1/2", [1])
    desk.presses("F7").scan(codes["oksana"])
    assert (desk.counts(), roles(desk)[guest], bars(desk)) == ("0 von 11 erwartet", "0/2", [1])
    desk.presses("F7").scan(codes["oksana"])
    assert (desk.counts(), roles(desk)[guest], bars(desk)) == ("1 von 11 erwartet", "1/2", [1])
    desk.clock.advance(minutes=5)
    desk.scan(codes["anna_1"])
    assert (desk.counts(), roles(desk)[guest], bars(desk)) == ("2 von 11 erwartet", "2/2", [1, 1])
    desk.presses("Ctrl+Z")
    assert (desk.counts(), roles(desk)[guest], bars(desk)) == ("1 von 11 erwartet", "1/2", [1, 0])


def test_at_midnight_all_begins_anew_without_a_scan(desk: DeskDriver, codes: Codes) -> None:
    desk.clock.set("2017-03-06T22:59:40+00:00")
    desk.scan(codes["oksana"])
    assert (desk.counts(), bars(desk)) == ("1 von 11 erwartet", [1])
    desk.clock.set("2017-03-06T23:00:00+00:00")
    side(desk)._minute.timeout.emit()
    desk.settles()
    assert (desk.counts(), bars(desk)) == ("0 von 11 erwartet", [])
    assert desk.last() == ["Netschyporenko, Oksana · Оксана Нечипоренко"]


def test_it_wakes_when_the_minute_is_over(desk: DeskDriver) -> None:
    desk.clock.set("2017-03-06T08:10:48+00:00")
    side(desk).tick()
    minute = side(desk)._minute
    assert (minute.isActive(), minute.interval()) == (True, 12_000)


def test_the_present_bar_moves_on_with_the_time(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["oksana"])
    desk.clock.advance(minutes=12)
    side(desk).tick()
    desk.settles()
    assert bars(desk) == [1, 0, 0]
    assert [bar.present for bar in side(desk).counts.curve._bars] == [False, False, True]


def test_an_edited_name_is_shown_anew(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["joern"])
    opened = desk.application.opened
    assert opened is not None
    joern = next(each for each in records.everyone(opened.event.db) if each.given_name == "Jörn")
    edit(opened.event, joern.id, family_name="Meyer")
    desk.settles()
    assert desk.last() == ["Meyer, Jörn"]
    edit(opened.event, joern.id, organisation="", roles=("press",))
    desk.settles()
    line = desk.page.recent.list.line(0)
    assert line is not None
    assert line.remark == desk.application.look.words.t("Press")


# ---- when


def test_the_verdict_comes_first_and_several_scans_are_shown_at_once(desk: DeskDriver, codes: Codes) -> None:
    column, refreshed = side(desk), []
    column._soon.timeout.connect(lambda: refreshed.append(desk.counts()))
    for name in ("elif", "oksana", "farid"):
        desk.clock.advance(seconds=4)
        desk.page.scan(codes[name])
        assert desk.page.card.isVisible()
        assert desk.counts() == "0 von 11 erwartet"
        assert column.due()
    assert column._soon.interval() == SOON_MS
    until(lambda: not column.due())
    assert refreshed == ["3 von 11 erwartet"]
    assert len(desk.last()) == 3


def test_while_nobody_sees_it_nothing_is_asked(desk: DeskDriver, codes: Codes, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.goes_to(PageId.EVENT)
    asked: list[Counts] = []
    flow = desk.page.flow
    counts = flow.counts

    def counted() -> Counts:
        asked.append(counts())
        return asked[-1]

    monkeypatch.setattr(flow, "counts", counted)
    flow.scan(codes["elif"])
    side(desk).tick()
    assert not side(desk).due()
    assert asked == []
    desk.goes_to(PageId.CHECK_IN)
    assert len(asked) == 1
    assert desk.counts() == "1 von 11 erwartet"


def test_a_scan_makes_one_line_and_touches_no_other(desk: DeskDriver, codes: Codes, monkeypatch) -> None:
    for name in ("elif", "oksana", "farid"):
        desk.scan(codes[name])
    model = desk.page.recent.list.model()
    told: list[str] = []
    model.modelReset.connect(lambda: told.append("all"))
    model.rowsInserted.connect(lambda _, first, last: told.append(f"new {first} to {last}"))
    model.rowsRemoved.connect(lambda _, first, last: told.append(f"gone {first} to {last}"))
    made: list[int] = []
    whole = telling.lines

    def lines(scans, *others):
        made.append(len(scans))
        return whole(scans, *others)

    monkeypatch.setattr(telling, "lines", lines)
    desk.scan(codes["joern"])
    assert (told, made) == (["new 0 to 0"], [1])
    desk.presses("Ctrl+Z")
    assert (told, made) == (["new 0 to 0", "gone 0 to 0"], [1])


def line(number: int) -> Line:
    return Line(number, f"e{number}", "09:41", "#000000", f"Name {number}", "")


@given(st.lists(st.lists(st.integers(0, 12), unique=True, max_size=8), min_size=1, max_size=5))
def test_the_list_is_what_was_shown_last(shown: Sequence[Sequence[int]]) -> None:
    model = Lines()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for numbers in shown:
        model.show_lines([line(number) for number in numbers])
        assert [model.line(row) for row in range(model.rowCount())] == [line(number) for number in numbers]
    assert tester.model() is model


# ---- the curve


def look(*, dark: bool = False, percent: int = 100, language: str = "en") -> Look:
    return Look(Theme(dark=dark, scale=percent / 100), Icons(), Words(language))


def flow_of(*heights: int) -> tuple[Bar, ...]:
    last = len(heights) - 1
    return tuple(Bar(START + number * SLOT, came, present=number == last) for number, came in enumerate(heights))


def curve(heights: Sequence[int], *, width: int = 240, dark: bool = False, percent: int = 100) -> Curve:
    made = Curve(look(dark=dark, percent=percent), BERLIN)
    made.show_bars(flow_of(*heights))
    made.resize(width, made.sizeHint().height())
    return made


@pytest.mark.parametrize(
    ("heights", "width", "expected"),
    [
        ([], 240, []),
        ([3], 240, ["08:15"]),
        ([3, 5], 240, ["08:15"]),
        ([1] * 18, 240, ["08:15", "09:00", "09:40"]),
        ([1] * 18, 100, ["08:15", "09:40"]),
        ([1] * 60, 240, ["08:15", "10:00", "11:00", "12:00", "13:10"]),
    ],
)
def test_times_below_the_bars(dressed, heights, width, expected) -> None:
    assert curve(heights, width=width).labels() == expected


def test_times_never_lie_over_each_other(dressed) -> None:
    for percent in (100, 150, 200):
        for bars_ in range(1, 100):
            drawn = curve([1] * bars_, width=300, percent=percent)
            metrics = drawn._look.theme.metrics(12)
            placed = drawn._placed_labels(*drawn._placed_bars())
            ends = [left + metrics.horizontalAdvance(text) for left, text in placed]
            assert all(end < after for end, (after, _) in zip(ends, placed[1:], strict=False))
            assert placed[0][0] >= 0
            assert ends[-1] <= 300


def test_of_a_long_day_the_oldest_bars_are_left_out(dressed) -> None:
    shown, pitch = curve([1] * 200, width=240)._placed_bars()
    assert (len(shown), pitch) == (80, 3.0)
    assert shown[-1].present


def colours_in(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_only_the_present_bar_has_the_accent(dressed, colours) -> None:
    drawn = curve([4, 9, 6], dark=colours is DARK)
    assert {colours.accent, colours.bar} <= colours_in(drawn.grab().toImage())
    drawn.show_bars(tuple(Bar(bar.at, bar.arrived) for bar in flow_of(4, 9, 6)))
    assert colours.accent not in colours_in(drawn.grab().toImage())


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_bars_stand_out_from_the_card(colours) -> None:
    assert contrast(colours.bar, colours.card) >= 3


def test_the_highest_bar_takes_the_height_and_an_empty_present_is_marked(dressed) -> None:
    image = curve([10, 5, 0]).grab().toImage()
    accent = QColor(LIGHT.accent).name()
    high = [sum(image.pixelColor(round((n + 0.5) * 13), y).name() == LIGHT.bar for y in range(92)) for n in range(2)]
    assert high[0] == pytest.approx(86, abs=2)
    assert high[1] == pytest.approx(43, abs=2)
    assert accent in colours_in(image)


def test_the_curve_is_told_in_a_sentence(dressed) -> None:
    said = curve([4, 9, 6]).accessibleDescription()
    assert said == "People have come since 08:15; most of them, 9, in the five minutes from 08:20."
    assert curve([]).accessibleDescription() == ""


# ---- room


COUNTS = Counts(
    inside=412,
    expected=700,
    arrived=420,
    by_role={role: Tally(inside, inside, expected) for role, inside, expected in (
        ("guest", 200, 300), ("exhibitor", 120, 190), ("speaker", 40, 80), ("press", 20, 60), ("volunteer", 22, 40),
        ("helper", 6, 20), ("interpreter", 4, 10),
    )},
    by_point={},
    by_roles={(role,): Tally(inside, inside, expected) for role, inside, expected in (
        ("guest", 200, 300), ("exhibitor", 120, 190), ("speaker", 40, 80), ("press", 20, 60), ("volunteer", 22, 40),
        ("helper", 6, 20), ("interpreter", 4, 10),
    )},
)  # fmt: skip


def card(percent: int = 100, language: str = "en") -> CountsCard:
    made = CountsCard(look(percent=percent, language=language), BERLIN)
    made.show_figures(figures(made._look.words, COUNTS, None))
    made.show_house(COUNTS, str)
    heights = [2, 4, 5, 9, 13, 18, 23, 28, 36, 44, 55, 62, 58, 52, 45, 36, 31]
    made.show_arrivals(Arrivals(flow_of(*heights), 31, START + timedelta(hours=2)))
    return made


def state(made: CountsCard) -> tuple[bool, int]:
    return made.curve.isVisibleTo(made), len(made.roles.shown())


def test_the_curve_gives_way_first_then_the_roles(dressed) -> None:
    made = card()
    seen: list[tuple[bool, int]] = []
    for height in range(420, 100, -4):
        made.fit(380, height, height)
        made.resize(380, made.sizeHint().height())
        assert made.sizeHint().height() <= max(height, 140)
        if not seen or seen[-1] != state(made):
            seen.append(state(made))
    assert seen == [(True, 6), (False, 6), (False, 4), (False, 2), (False, 0)]


def test_the_largest_roles_stand_first_and_the_rest_together(dressed) -> None:
    made = card()
    made.fit(380, 400, 400)
    cells = [(cell.name, cell.figures) for cell in made.roles.shown()]
    assert cells[0] == ("guest", "200/300")
    assert cells[-1] == ("All others", "10/30")
    assert "guest: 200/300" in made.roles.accessibleDescription()


def test_one_role_alone_says_nothing_new(dressed) -> None:
    made = card()
    made.show_house(Counts(1, 2, 1, {"guest": Tally(1, 1, 2)}, {}, {("guest",): Tally(1, 1, 2)}), str)
    made.fit(380, 400, 400)
    assert made.roles.shown() == []


def test_without_a_forecast_there_is_none(dressed) -> None:
    made = card()
    assert made._done_at.text() == "10:15"
    made.show_arrivals(Arrivals(flow_of(3, 1), 1, None))
    assert not made._done.isVisibleTo(made)
    assert made._rate.text() == "1"


def test_before_anybody_has_come_there_is_no_curve(dressed) -> None:
    made = card()
    made.show_arrivals(Arrivals())
    made.fit(380, 600, 600)
    assert state(made) == (False, 6)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (1440, 900)])
def test_nothing_of_a_busy_day_is_cut(desk: DeskDriver, codes: Codes, size: tuple[int, int], percent: int) -> None:
    preferences = desk.application.preferences
    preferences.text_size = percent
    desk.application.rebuild()
    desk.window.resize(*size)
    for number, name in enumerate(("elif", "oksana", "farid", "joern", "anna_1", "anna_2", "leila", "lina", "long")):
        desk.clock.advance(minutes=number)
        desk.scan(codes[name])
    assert reading.cut(desk.page) == []
    column = side(desk)
    if column.isVisible():
        assert column.counts.geometry().bottom() < column.recent.geometry().top()
        assert column.counts.height() >= column.counts.sizeHint().height()
        assert column.recent.list.height() >= column.recent.list.line_height()
