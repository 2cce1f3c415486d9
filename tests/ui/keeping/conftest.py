"""What these tests share: a desk in English of which it is known which backups there are."""

from pathlib import Path

import pytest

from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.keeping_driver import KeepingDriver

__all__ = ["home"]


@pytest.fixture
def kept(desk: DeskDriver) -> KeepingDriver:
    """Return a desk of which it is known that there is no backup yet."""
    return KeepingDriver(desk.application, desk.clock).knows()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return an empty folder."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder
