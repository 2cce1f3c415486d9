"""The power is cut while the desk works: nothing that was confirmed is lost. And a careless desk would be found out.

EVENTDESK_POWER_CUTS says how often (300 unless told otherwise).
"""

import os
import sqlite3
from pathlib import Path
from random import Random

import pytest

from eventdesk import files
from tests.faults.disk import cut_files
from tests.faults.disk.power_cuts import Lame, cut_days, recorded_day
from tests.faults.disk.same_again import drawn_from
from tests.faults.disk.whole_files import WHOLE_FILES
from tests.faults.disk.working_day import prepare

CUTS = int(os.environ.get("EVENTDESK_POWER_CUTS", "300"))


def careless(*settings: str) -> Lame:
    def set_so(connection: sqlite3.Connection) -> None:
        for setting in settings:
            connection.execute(f"PRAGMA {setting}")

    return set_so


def test_nothing_that_was_confirmed_is_lost(tmp_path: Path) -> None:
    outcome = cut_days(tmp_path / "cuts", seed=1, count=CUTS)
    assert outcome.failures == []
    assert outcome.cuts == CUTS
    assert outcome.unfinished > CUTS / 3, "hardly a step was cut in the middle: this proves nothing"
    assert outcome.second_cuts > CUTS / 20
    assert outcome.replayed > CUTS / 25


@pytest.mark.parametrize(
    "settings",
    [("synchronous=OFF",), ("journal_mode=MEMORY",), ("journal_mode=WAL", "synchronous=NORMAL")],
    ids=["never synced", "no journal on the disk", "synced now and then"],
)
def test_a_careless_desk_is_found_out(tmp_path: Path, settings: tuple[str, ...]) -> None:
    outcome = cut_days(tmp_path / "cuts", seed=1, count=24, lame=careless(*settings))
    assert outcome.lost + outcome.damaged > 3
    assert len(outcome.failures) == outcome.lost + outcome.damaged


def test_the_same_seed_gives_the_same_day(tmp_path: Path) -> None:
    """Or a failure could not be looked at again."""
    traces = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        morning = tmp_path / name / "morning.eventdesk"
        with drawn_from(Random(3)):
            prepare(morning)
        traces.append(recorded_day(morning, tmp_path / name / "day", Random(4)).trace)
    assert traces[0].confirmed == traces[1].confirmed
    assert len(traces[0].operations) == len(traces[1].operations)


@pytest.mark.parametrize("name", WHOLE_FILES)
def test_a_file_that_is_made_is_whole_or_not_there(tmp_path: Path, name: str) -> None:
    outcome = cut_files.cut_files(tmp_path / "cuts", seed=1, count=5, only=name)
    assert outcome.failures == []
    assert outcome.opened > 0


def test_a_name_that_was_not_synced_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "sync_folder", lambda _folder: None)
    outcome = cut_files.cut_files(tmp_path / "cuts", seed=1, count=12, only="photograph")
    assert outcome.lost > 0
