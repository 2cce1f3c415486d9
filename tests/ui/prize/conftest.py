"""A desk whose team speaks English."""

import pytest

from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.prize_driver import PrizeDriver

__all__ = ["home"]


@pytest.fixture
def prize(desk: DeskDriver) -> PrizeDriver:
    """Return the desk on the page of the audience prize."""
    return PrizeDriver.at(desk)
