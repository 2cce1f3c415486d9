"""F11 on the check-in page: the verdict has the screen, event, desk, clock and what is saved stay readable."""

import pytest

from tests.ui import reading
from tests.ui.driver import DeskDriver
from ui.actions import PageId

Codes = dict[str, str]


def is_bare(desk: DeskDriver) -> bool:
    """Say whether rail, footer and side are gone."""
    frame = desk.frame
    return not (frame.rail.isVisible() or frame.footer.isVisible() or desk.page.side.isVisible())


def test_the_desk_has_the_screen_and_gives_it_back(desk: DeskDriver, codes: Codes) -> None:
    desk.presses("F11")
    assert is_bare(desk)
    desk.scan(codes["elif"]).says("4. Integrationskonferenz", "Schalter 1", "gespeichert 09:00:04", "09:00")
    desk.presses("F11")
    assert not is_bare(desk)
    assert desk.page.side.isVisible()


def test_escape_leaves_it_when_there_is_nothing_else_to_leave(desk: DeskDriver) -> None:
    desk.presses("F11").types("demir").presses("Esc")
    assert (is_bare(desk), desk.field()) == (True, "")
    desk.presses("F3").presses("Esc")
    assert is_bare(desk)
    desk.presses("Esc")
    assert not is_bare(desk)
    assert not desk.window.isFullScreen()


def test_other_pages_keep_their_rail(desk: DeskDriver) -> None:
    desk.presses("F11").presses("Ctrl+9")
    assert desk.frame.rail.isVisible()
    desk.presses("Ctrl+1")
    assert is_bare(desk)


def test_it_lasts_through_another_language(desk: DeskDriver) -> None:
    desk.presses("F11")
    desk.application.preferences.language = "en"
    desk.application.rebuild()
    desk.settles()
    assert is_bare(desk)
    assert desk.frame.page_id is PageId.CHECK_IN


def test_large_screens_have_large_letters(desk: DeskDriver, codes: Codes) -> None:
    desk.window.resize(1440, 900)
    desk.scan(codes["elif"])
    usual = desk.page.card.name_size()[0]
    desk.page.fill_screen(True)
    desk.settles()
    assert desk.page.card.name_size()[0] > usual


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_in_it(desk: DeskDriver, codes: Codes, percent: int) -> None:
    desk.application.preferences.text_size = percent
    desk.application.rebuild()
    desk.settles().presses("F11").scan(codes["long"]).scan(codes["long"])
    assert reading.cut(desk.window) == []
    assert reading.overlaps(desk.page.card) == []
