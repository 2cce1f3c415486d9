"""A desk whose team speaks English: import `home` where its tests are."""

from pathlib import Path

import pytest

__all__ = ["home"]


@pytest.fixture
def home(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder of this user, who speaks English."""
    monkeypatch.setenv("EVENTDESK_LANGUAGE", "en")
    return home
