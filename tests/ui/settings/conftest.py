"""What the tests of the page of the event share."""

from pathlib import Path

import pytest

from tests.ui.conftest import Answers
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.settings_driver import SettingsDriver

__all__ = ["home"]


@pytest.fixture
def page(desk: DeskDriver) -> SettingsDriver:
    """Return a desk on the page of the event, in English."""
    return SettingsDriver.at(desk)


@pytest.fixture
def stick(tmp_path: Path, answers: Answers) -> Path:
    """Return an empty folder, which is the answer to every question."""
    folder = tmp_path / "stick"
    folder.mkdir()
    answers.path = folder
    return folder
