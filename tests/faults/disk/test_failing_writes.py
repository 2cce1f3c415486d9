"""Every write of a step fails in turn: the step is refused in words and leaves nothing, or is done; then it works."""

from pathlib import Path

import pytest

from eventdesk.store import door, faults
from tests.faults.disk.failing_writes import EXPECTED, try_all
from tests.faults.disk.whole_files import WHOLE_FILES
from tests.faults.disk.working_day import STEPS

SEED = 1


@pytest.mark.parametrize("name", [*STEPS, *WHOLE_FILES])
def test_whichever_write_fails_nothing_half_stays(tmp_path: Path, name: str) -> None:
    outcome = try_all(tmp_path, SEED, only=name)
    assert outcome.failures == []
    assert outcome.cases >= 5
    assert set(outcome.faults) == {fault.name for fault in EXPECTED}


def failures(tmp_path: Path, name: str) -> str:
    return "\n".join(try_all(tmp_path, SEED, every=1, only=name).failures)


def test_a_desk_that_confirms_too_early_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes a commit that failed for one that worked."""
    monkeypatch.setattr(door.Door, "_saved_all_the_same", lambda _door, _eid: True)
    assert "it was confirmed and is not there" in failures(tmp_path, "scan")


def test_a_desk_that_lets_sqlite_speak_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "known", lambda _error, _path: None)
    assert "refused by OperationalError" in failures(tmp_path, "ballot")
