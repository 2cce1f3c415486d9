"""One kit for all tests of this folder: it remembers nothing but what it worked out."""

import pytest

from eventdesk.drawing.kit import Kit


@pytest.fixture(scope="session")
def kit() -> Kit:
    """Hold the fonts that come with eventdesk."""
    return Kit()
