"""What the tests of the fair share."""

import pytest

from eventdesk.event import Event
from eventdesk.fair.fair import Fair
from tests.core.fair import hall_of_tests


@pytest.fixture
def fair(event: Event) -> Fair:
    """Return the small fair, with nobody on it."""
    return hall_of_tests.build(event)


@pytest.fixture
def standing(event: Event) -> Fair:
    """Return the small fair with three exhibitors on it."""
    return hall_of_tests.build(event, {"E1": "A-01", "E2": "A-02", "E3": "A-05 A-06"})
