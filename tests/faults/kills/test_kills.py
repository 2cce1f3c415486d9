"""What a desk has said is on the disk: it is killed at any moment, again and again, and nothing of it is lost.

EVENTDESK_KILLS says how often (300 unless told otherwise), EVENTDESK_SEED with which numbers.
"""

import os
import re
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.faults.disk.working_day import Day, prepare
from tests.faults.kills.life import Saved, WrongError, look_after

KILLS = int(os.environ.get("EVENTDESK_KILLS", "300"))
SEED = os.environ.get("EVENTDESK_SEED", "1")
ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="desks are forked here")


def run(program: str, *options: object) -> subprocess.CompletedProcess[str]:
    """Run a program that kills, in a process of its own: it forks, and what it forks must not be half a test."""
    words = [sys.executable, "-m", f"tests.faults.kills.{program}", *map(str, options)]
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)


def test_nothing_that_was_confirmed_is_lost() -> None:
    done = run("killing", "--count", KILLS, "--seed", SEED)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    assert f"kills: {KILLS} cases" in done.stdout
    confirmed = re.search(r"(\d+) confirmed, 0 lost, 0 damaged", done.stdout)
    assert confirmed is not None
    assert int(confirmed[1]) > KILLS, "the desks had hardly begun each time: this proves nothing"


def test_a_careless_desk_would_be_found_out() -> None:
    """Without a rollback journal on the disk, a kill in the middle of writing leaves half of it behind."""
    done = run("killing", "--count", 60, "--seed", SEED, "--careless")
    assert done.returncode == 1
    assert re.search(r" [1-9]\d* damaged", done.stdout), done.stdout


@pytest.mark.parametrize("said", [Saved(entries={"abcdefgh.1"}), Saved(votes=1), Saved(votes=-2)])
def test_what_is_not_there_is_found_out(tmp_path: Path, said: Saved) -> None:
    path = tmp_path / "event.eventdesk"
    prepare(path)
    day = Day.begin(path, Random(1), tmp_path)
    with day.event:
        assert look_after(day, Saved(), thorough=True)
        with pytest.raises(WrongError, match="lost"):
            look_after(day, said, thorough=False)


def test_an_update_of_an_older_file_is_done_or_not_begun() -> None:
    done = run("updating", "--count", max(30, KILLS // 10), "--seed", SEED)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    assert "0 lost, 0 damaged" in done.stdout
