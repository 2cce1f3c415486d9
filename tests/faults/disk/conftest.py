"""What all tests of the disk need: SQLite as a library of its own, which is there where changes are tested."""

import pytest

from tests.faults.disk.watchable import must_be_watchable


@pytest.fixture(autouse=True)
def _sqlite_can_be_watched() -> None:
    must_be_watchable()
