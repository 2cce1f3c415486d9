"""Where there is room, today's plan stands beside the one that is looked at: same place, same size, marked in both."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from eventdesk.fair import actions
from tests.ui.fair_driver import FairDriver

NO_KEYS = Qt.KeyboardModifier.NoModifier


def changed(page: FairDriver, *, today: bool) -> set[str]:
    """Return the numbers of the booths that are marked in one of both plans."""
    scene = page.fair.plans.today.floor if today else page.fair.scene
    return {item.face.number for item in scene.items_of.values() if item.face.changed}


def beside(page: FairDriver) -> bool:
    """Say whether today's plan is seen beside the other."""
    return page.fair.plans.both and page.fair.plans.today.isVisible()


def places(page: FairDriver) -> list[tuple[float, int, int]]:
    """Return how large, and what, both plans show."""
    views = page.fair.view, page.fair.plans.today
    return [(each.scale_now, each.horizontalScrollBar().value(), each.verticalScrollBar().value()) for each in views]


def test_both_plans_mark_the_same_booths(page: FairDriver) -> None:
    page.presses("F6").thinks()
    page.says("Today", "Suggestion", "One plan")
    assert changed(page, today=True) == changed(page, today=False)
    assert len(changed(page, today=True)) > 40
    booth = page.booth("A-02").id
    assert page.fair.plans.today.floor.items_of[booth].face.name == "free"
    assert page.fair.scene.items_of[booth].face.name != "free"


def test_both_plans_show_the_whole_hall_to_begin_with(placed: FairDriver) -> None:
    actions.block(placed.event, [placed.booth("B-05").id], "Wasser")
    placed.rests().presses("F7").thinks()
    assert beside(placed)
    for view in (placed.fair.view, placed.fair.plans.today):
        seen = view.mapFromScene(view.floor.walls).boundingRect()
        assert view.viewport().rect().contains(seen)
        assert abs(seen.center().x() - view.viewport().rect().center().x()) < 30
    assert len(set(places(placed))) == 1


def test_both_plans_are_zoomed_and_moved_together(page: FairDriver) -> None:
    page.presses("F6").thinks()
    view, today = page.fair.view, page.fair.plans.today
    page.presses("Ctrl++", "Ctrl++", "Ctrl++")
    view.pan(QPoint(40, -30))
    assert len(set(places(page))) == 1
    today.zoom(2.0, QPoint(30, 30))
    today.pan(QPoint(25, 60))
    assert len(set(places(page))) == 1
    page.presses("Ctrl+0")
    assert len(set(places(page))) == 1


def test_who_is_chosen_is_framed_where_they_stand_in_each_plan(placed: FairDriver) -> None:
    names = placed.stands("A-02"), placed.stands("D-02")
    actions.swap(placed.event, placed.somebody(names[0]).id, placed.somebody(names[1]).id, anyway=True)
    placed.rests().presses("F6").thinks()
    changes = placed.fair.suggestion.card.changes
    row = next(at for at, line in enumerate(changes.lines) if line.name == names[0])
    changes.setCurrentIndex(changes.model().index(row, 0))
    placed.rests()
    assert placed.fair.plans.today.booth == placed.booth("D-02").id
    assert placed.fair.view.booth == changes.lines[row].after != placed.booth("D-02").id


def test_a_click_on_todays_plan_chooses_who_stands_there_today(page: FairDriver) -> None:
    page.presses("F6").thinks()
    today = page.fair.plans.today
    QTest.mouseClick(today.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, today.place_of(page.booth("C-14").id))
    page.rests()
    assert page.fair.who == page.somebody("Café Grenzenlos")


def test_one_plan_is_a_click_away_and_stays_so(page: FairDriver) -> None:
    page.presses("F6").thinks().clicks("One plan").rests()
    assert not beside(page)
    page.says("Today", "Suggestion", "Side by side")
    page.presses("Esc", "F6").thinks()
    assert not beside(page)
    page.clicks("Side by side").rests()
    assert beside(page)
    page.presses("Esc").rests()
    assert not beside(page)


def test_a_narrow_window_keeps_the_switch(page: FairDriver) -> None:
    page.presses("F6").thinks()
    page.window.resize(1024, 640)
    page.rests()
    assert not beside(page)
    assert page.fair.plan.strip.sides.isVisible()
    page.window.resize(1280, 800)
    page.rests()
    assert beside(page)
