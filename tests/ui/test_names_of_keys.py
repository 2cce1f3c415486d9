"""What a key does has one name: on the page, in the footer, in the help; and the rail tells its keys."""

from pathlib import Path

import pytest

from tests.ui.driver import DeskDriver
from tests.ui.scenes import MORE_SCENES, SCENES, Cast, bring, dress
from tests.ui.test_readable import cast
from ui.actions import ActionId, PageId, action, actions_of, key_text
from ui.checkin.waiting_card import HINTS
from ui.shell.footer import Hint
from ui.shell.frame import Frame
from ui.shell.rail import RailButton
from ui.widgets.button import Button
from ui.widgets.text import Text

__all__ = ["cast"]
MORE_EXACT = frozenset(
    (
        "Other file …",
        "Import a list",
        "Import 5 people",
        "Import the good rows: 5 people",
        "Print the summary …",
        "Start round 1",
        "Pause",
        "Go on",
    )
)
"""These buttons say more than the key can, which does not know what is there."""


@pytest.fixture
def english(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the first window speak English."""
    monkeypatch.setenv("EVENTDESK_LANGUAGE", "en")


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("scene", [*SCENES, *MORE_SCENES])
def test_a_button_is_called_as_its_key_is_in_the_footer(desk: DeskDriver, cast: Cast, scene: str) -> None:
    assert desk.application.look.words.language == "en"
    bring(desk, cast, scene)
    inside = desk.application.window.centralWidget()
    assert isinstance(inside, Frame)
    words = desk.application.look.words
    told = [line for line in actions_of(inside.page_id) if line.footer or line.spare]
    names = {key_text(words, line.shown_keys[0]): {words.t(line.text)} for line in told}
    buttons = [each for each in desk.visible(Button) if isinstance(each, Button)]
    for button in buttons:
        key = button.toolTip().removeprefix(f"{button.text()} (").removesuffix(")")
        if key in names and button.text() not in MORE_EXACT:
            assert button.text() in names[key], f"{key} is {names[key]} in the footer"


def test_what_waits_for_the_first_scan_calls_keys_as_the_footer_does(desk: DeskDriver) -> None:
    words = desk.application.look.words
    told = {each.text() for each in desk.page.waiting.findChildren(Text) if each.isVisible()}
    assert told >= {words.t(action(each).text) for each in HINTS}
    desk.window.resize(1024, 640)
    desk.settles()
    hints = [hint for hint in desk.frame.footer.findChildren(Hint) if hint.isVisible()]
    walk_in = next(hint for hint in hints if hint.accessibleName() == "Spontananmeldung (F3)")
    line = action(ActionId.WALK_IN)
    assert {each.text() for each in walk_in.findChildren(Text)} <= {words.t(line.text), words.t(line.brief)}


@pytest.mark.parametrize(("language", "key"), [("de", "Strg"), ("en", "Ctrl")])
def test_the_rail_tells_the_key_and_what_is_there(desk: DeskDriver, language: str, key: str) -> None:
    dress(desk, language=language)
    words = desk.application.look.words
    tips = {each.text(): each.toolTip() for each in desk.frame.rail.findChildren(RailButton)}
    for page in (PageId.CHECK_IN, PageId.PEOPLE, PageId.JOURNAL, PageId.EVENT):
        assert key in tips[desk.frame.rail.name_of(page)]
    name = desk.frame.rail.name_of(PageId.PEOPLE)
    help_ = words.t(action(ActionId.PEOPLE_PAGE).help)
    assert tips[name] == f"{name}\n{help_} ({key} 2)"
    assert "F9" in tips[desk.frame.rail.name_of(PageId.PRINTER)]
    assert all(
        each.accessibleDescription() in each.toolTip() and each.accessibleDescription()
        for each in desk.frame.rail.findChildren(RailButton)
    )


def test_alone_on_the_rail_the_start_page_leads_nowhere(desk: DeskDriver) -> None:
    desk.application.close_event()
    desk.settles()
    inside = desk.application.window.centralWidget()
    assert isinstance(inside, Frame)
    (button,) = inside.rail.findChildren(RailButton)
    assert button.toolTip() == "Start"
