"""Every view can be read, small and large, in light and dark, and what is shown is told to a screen reader."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from tests.ui import reading
from tests.ui.prize_driver import PrizeDriver
from tests.ui.scenes import dress
from ui.prize.page import PrizePage


@pytest.mark.parametrize(("language", "shade", "percent"), [("de", "light", 100), ("en", "dark", 200)])
def test_nothing_is_cut(prize: PrizeDriver, language: str, shade: str, percent: int) -> None:
    dress(prize, language=language, shade=shade, percent=percent)
    prize.window.resize(1024, 640)
    prize.settles()
    assert reading.cut(prize.prize) == [], "the form of a new poll"
    prize.with_poll(opened=False)
    assert reading.cut(prize.prize) == [], "the steps"
    prize.presses("F7")
    assert reading.cut(prize.prize) == [], "the question"
    prize.flow.open(prize.poll)
    prize.settles().with_guests("Demirtaş")
    for name in ("Demirtaş", "Kowalski"):
        prize.scan(prize.person(name).code)
        assert reading.cut(prize.prize) == [], name
    prize.presses("Ctrl+T").scan(prize.ballots()[0].code)
    assert reading.cut(prize.prize) == [], "a ballot"
    prize.presses("F10")
    prize.screen.resize(1280, 800)
    prize.guest_types(prize.ballots()[0].code, "Enter")
    assert reading.cut(prize.screen) == [], "the voting screen"
    prize.kiosk.close()
    prize.flow.close_poll(prize.poll)
    prize.settles()
    assert reading.cut(prize.prize) == [], "the result"
    assert _nameless(prize.prize) == []


def _nameless(page: PrizePage) -> list[str]:
    controls = [each for kind in (QAbstractButton, QLineEdit) for each in page.findChildren(kind)]
    return [type(each).__name__ for each in controls if each.isVisible() and not each.accessibleName()]
