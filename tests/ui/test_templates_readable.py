"""The page where templates are made can be read and reached whole: small and large, at 200 %, in the dark, by ear."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListView, QWidget

from tests.ui import reading
from tests.ui.driver import DeskDriver
from tests.ui.scenes import dress
from tests.ui.templates_driver import TemplatesDriver
from tests.ui.watchdog import BUSY_MS, Watchdog
from ui.templates.canvas import Canvas
from ui.templates.conditions import ConditionsControl
from ui.templates.shapes import Kind

STATES = ("badge", *(kind.value for kind in Kind), "problems", "condition", "refused")
SMALL, LARGE = (1024, 640), (1440, 900)


def bring(desk: DeskDriver, state: str) -> TemplatesDriver:
    """Bring the page into one of the states that are looked at."""
    maker = TemplatesDriver.at(desk, "a6-classic")
    page = maker.templates
    if state == "problems":
        wrong = maker.application.preferences.folder / "falsch.toml"
        wrong.write_text("name = 3\n" * 2 + "[[front]]\nbox = 1\n" * 9, encoding="utf-8")
        maker.opens(wrong)
    elif state == "condition":
        page.deeds.add(Kind.TEXT)
        control = maker.text_form().controls["show_if"]
        assert isinstance(control, ConditionsControl)
        control.add.click()
        control.lines[0].how.activated.emit(2)
    elif state == "refused":
        maker.chooses(0)
        page.take_focus()
        maker.keys(Qt.Key.Key_Left)
    elif state != "badge":
        page.deeds.turn_over()
        page.deeds.add(Kind(state))
        assert maker.draft.chosen is not None
        form = page.properties.boxes[Kind(state)]
        for folded in (form.form, *([form.texts.form] if form.texts is not None else [])):
            if hasattr(folded, "fold"):
                folded.fold.setChecked(True)
    return maker.rests()


@pytest.mark.parametrize(("size", "percent"), [(SMALL, 100), (SMALL, 200), (LARGE, 100)])
def test_nothing_is_cut(desk: DeskDriver, size: tuple[int, int], percent: int) -> None:
    if percent == 200:
        dress(desk, percent=percent, shade="dark")
    desk.window.resize(*size)
    for state in STATES:
        maker = bring(desk, state)
        assert (desk.window.width(), desk.window.height()) == size, state
        assert reading.cut(desk.window) == [], state
        canvas = maker.templates.canvas
        assert canvas.height() >= canvas.minimumHeight() > 150, state
        assert not over_each_other(maker), state


def over_each_other(maker: TemplatesDriver) -> list[str]:
    """Return which parts of the card with the picture lie over each other."""
    card = maker.templates.picture
    parts = [card.canvas, card.status, card.who, card.remarks, card.brief, card.sides, card.examples]
    seen: list[QWidget] = [part for part in parts if part.isVisible()]
    pairs = [(one, other) for at, one in enumerate(seen) for other in seen[at + 1 :]]
    places = {part: QRect(part.mapTo(card, QPoint(0, 0)), part.size()) for part in seen}
    return [f"{one} {other}" for one, other in pairs if places[one].intersects(places[other])]


@pytest.mark.parametrize("state", STATES)
def test_tab_reaches_everything_and_everything_has_a_name(desk: DeskDriver, state: str) -> None:
    maker = bring(desk, state)
    kinds = QAbstractButton | QLineEdit | QComboBox | QListView | Canvas
    expected = [
        each
        for each in desk.visible()
        if isinstance(each, kinds) and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    nameless = [each for each in expected if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)]
    assert nameless == []
    maker.templates.boxes.list.setFocus()
    reached = set(desk.tabs(len(expected) + len(maker.draft.boxes) + 20))
    missed = [each for each in expected if each not in reached and not getattr(each, "group", lambda: None)()]
    assert missed == []


def test_a_screen_reader_hears_which_box_is_chosen_and_why_not(desk: DeskDriver) -> None:
    desk.application.preferences.language = "en"
    desk.application.rebuild()
    maker = TemplatesDriver.at(desk.settles(), "a6-classic").chooses(0)
    canvas, shown = maker.templates.canvas, maker.templates.boxes.list
    assert canvas.accessibleDescription().startswith("Coloured area: Role. 105 × 14.7 mm")
    spoken = shown.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == canvas.accessibleDescription()
    maker.templates.take_focus()
    maker.keys(Qt.Key.Key_Left)
    assert canvas.accessibleDescription().startswith("Not possible. The rule")


@pytest.mark.usefixtures("little_in_memory")
def test_work_here_never_holds_up_the_window(desk: DeskDriver) -> None:
    maker = TemplatesDriver.at(desk, "a6-classic").chooses(1)
    maker.templates.take_focus()
    with Watchdog(limit_ms=BUSY_MS) as dog:
        for _ in range(10):
            maker.keys(Qt.Key.Key_Down)
            maker.keys(Qt.Key.Key_Up)
        maker.rests()
    assert dog.longest_ms > 0
    assert dog.turns == []
