"""Plans that are suggested, kept, gone back to."""

from eventdesk.fair.weights import Weight
from tests.ui.fair_driver import FairDriver
from tests.ui.waiting import until
from ui.actions import ActionId


def test_a_plan_is_suggested_looked_at_and_applied_as_one(page: FairDriver) -> None:
    before = page.event.journal_length()
    page.presses("F6").thinks()
    suggestion = page.fair.suggestion
    assert suggestion.plan is not None
    assert suggestion.plan.cost == suggestion.plan.bound
    page.says("optimal", "Not today's plan")
    assert page.fair.preview is not None
    assert len(page.fair.preview.without) == 0
    changed = [item.face.number for item in page.fair.scene.items_of.values() if item.face.changed]
    assert changed
    assert page.event.journal_length() == before
    page.clicks("Apply").rests()
    assert len(page.flow.standing.without) == 0
    assert page.fair.cards.isVisible()
    page.says("81", "optimal")
    page.presses("F8")
    assert len(page.flow.standing.without) > 60


def test_a_suggestion_is_left_and_nothing_has_changed(page: FairDriver) -> None:
    before, stands = page.event.journal_length(), dict(page.flow.fair.stands)
    page.window.resize(1024, 640)
    page.presses("F6").thinks()
    page.fair.plan.strip.sides.choose(0)
    page.fair.plan.strip.sides.chosen.emit(0)
    page.rests()
    page.says("This is today's plan.")
    page.presses("Esc")
    assert page.fair.cards.isVisible()
    assert (page.event.journal_length(), dict(page.flow.fair.stands)) == (before, stands)


def test_stopping_keeps_the_best_plan(page: FairDriver) -> None:
    page.fair.do(ActionId.SUGGEST)
    suggestion = page.fair.suggestion
    until(lambda: suggestion.plan is not None)
    suggestion.card.stop.click()
    page.thinks()
    assert suggestion.plan is not None
    assert suggestion.card.take.isVisible()


def test_weights_are_sliders_with_their_price(page: FairDriver) -> None:
    page.fair.plan_card.weights.click()
    page.rests()
    box = page.fair.suggestion.weights
    assert box.isVisible()
    page.says("costs")
    box.sliders[Weight.WISH_NONE].setValue(30)
    until(lambda: page.fair.suggestion.thinking.asked is not None)
    page.thinks()
    assert page.flow.fair.weights[Weight.WISH_NONE] == 30
    assert page.fair.suggestion.plan is not None


def test_a_plan_that_was_kept_comes_back(page: FairDriver) -> None:
    page.fair.plan_card.versions.click()
    page.rests()
    card = page.fair.versions.card
    card.name.edit.setFocus()
    page.types("Freitag").presses("Enter").rests()
    page.presses("Esc")
    page.drags_booth("F-04", "F-05")
    page.says("Since “Freitag”")
    page.fair.plan_card.versions.click()
    page.rests()
    card.list.setCurrentRow(0)
    page.rests()
    page.says("Going back: one change")
    page.clicks("Go back to it").rests()
    assert page.stands("F-04").startswith("Musik verbindet")


def test_who_finds_no_booth_is_told_with_the_reason(page: FairDriver) -> None:
    blocked = [booth.id for booth in page.flow.fair.booths if booth.ref[0] in "ABCDE"]
    page.flow.block(blocked, "Sturm")
    page.rests().presses("F6").thinks()
    plan = page.fair.suggestion.plan
    assert plan is not None
    assert plan.unplaced
    page.says("has no booth")


def test_the_list_of_changes_takes_the_room_of_its_card(page: FairDriver) -> None:
    page.presses("F6").thinks()
    card = page.fair.suggestion.card
    below = card.height() - card.changes.geometry().bottom()
    assert len(card.changes.lines) == 69
    assert card.changes.height() > 0.5 * card.height()
    assert below < 120
