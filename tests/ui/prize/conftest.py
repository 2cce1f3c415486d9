"""A desk whose team speaks English."""

from pathlib import Path

import pytest

from tests.ui.driver import DeskDriver
from tests.ui.prize_driver import PrizeDriver


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder of this user."""
    folder = tmp_path / "home"
    monkeypatch.setenv("EVENTDESK_HOME", str(folder))
    monkeypatch.setenv("EVENTDESK_LANGUAGE", "en")
    return folder


@pytest.fixture
def prize(desk: DeskDriver) -> PrizeDriver:
    """Return the desk on the page of the audience prize."""
    return PrizeDriver.at(desk)
