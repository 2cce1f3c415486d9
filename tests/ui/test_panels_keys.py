"""The footer shows the keys of the view that is looked at; what leads nowhere there is not shown."""

from pathlib import Path

import pytest

from tests.ui.panels_driver import PanelsDriver
from tests.ui.test_panels_programme import Opening, home, opening
from ui.actions import ActionId, PageId, actions_of, footer_of
from ui.shell.footer import Hint

__all__ = ["home", "opening"]
PROGRAMME_ONLY = ("Fix", "Suggest rooms", "What if", "Add")


@pytest.fixture
def page(opening: Opening, panels_file: Path) -> PanelsDriver:
    """Return a desk on this page."""
    return opening(panels_file)


def told(page: PanelsDriver) -> list[str]:
    """Return what the keys in the footer do, from the left."""
    hints = [hint for hint in page.frame.footer.findChildren(Hint) if hint.isVisible()]
    return [hint.accessibleName() for hint in sorted(hints, key=lambda hint: hint.x())]


def names(page: PanelsDriver) -> list[str]:
    """Return the same without the keys."""
    return [each.rpartition(" (")[0] for each in told(page)]


def test_every_view_shows_its_keys_and_the_first_one_those_of_the_page(page: PanelsDriver) -> None:
    page.window.resize(1440, 900)
    page.settles()
    programme = names(page)
    assert {"Suggest rooms", "Fix", "Papers …"} <= set(programme)
    page.presses("Ctrl+T")
    assert names(page)[1:3] == ["Give out places", "List"]
    assert not set(names(page)) & set(PROGRAMME_ONLY)
    page.presses("Ctrl+T")
    assert names(page)[1:3] == ["Came in", "Went out"]
    assert not set(names(page)) & {*PROGRAMME_ONLY, "List", "Give out places"}
    page.presses("Ctrl+T")
    assert names(page) == programme


def test_a_key_that_leads_into_another_view_shows_its_keys(page: PanelsDriver) -> None:
    page.presses("Ctrl+T").presses("F6").thinks()
    assert "Suggest rooms" in names(page)


def test_another_page_has_its_own_keys_and_the_view_is_remembered(page: PanelsDriver) -> None:
    page.presses("Ctrl+T", "Ctrl+T")
    doors = told(page)
    page.presses("Ctrl+1")
    assert "Came in" not in names(page)
    page.presses("Ctrl+5")
    assert told(page) == doors


def test_every_key_of_a_view_is_one_of_the_page_once(page: PanelsDriver) -> None:
    known = {line.id for line in actions_of(PageId.PANELS)}
    for at in range(len(page.panels.tabs)):
        page.panels.show_tab(at)
        shown = page.panels.present_keys()
        assert shown is None or known >= set(shown)
        ids = [line.id for line in footer_of(PageId.PANELS, shown)]
        assert len(ids) == len(set(ids))
        assert ActionId.NEXT_TAB in ids
