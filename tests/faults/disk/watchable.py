"""Whether SQLite can be watched on this computer."""

import os

import pytest

from tests.faults.disk.sqlite_vfs import NoLibraryError, watched_disk


def must_be_watchable() -> None:
    """Skip the test where SQLite is no library of its own; where changes are tested it has to be, and it fails."""
    try:
        watched_disk()
    except NoLibraryError as error:
        if os.environ.get("EVENTDESK_SCREEN"):
            pytest.fail(str(error))
        pytest.skip(str(error))
