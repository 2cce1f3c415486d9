"""A short walk at random with a seed that was not chosen for its luck; the long ones are taken before a release."""

import subprocess
import sys
from pathlib import Path

from tests.faults.soak import gauges
from tests.faults.soak.gauges import Gauges

ROOT = Path(__file__).parents[3]
STEPS = 140


def test_a_short_walk_finds_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.faults.soak", "--seed", "1", "--steps", str(STEPS), "--day", "70"]
    done = subprocess.run(
        [*command, "--log", str(tmp_path / "steps")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    steps = (tmp_path / "steps").read_text(encoding="utf-8").splitlines()
    assert [line.split()[0] for line in steps] == [str(number) for number in range(STEPS)]


def test_what_grows_is_found() -> None:
    steady = [Gauges(300.0, 12, 1, 60, 150)] * 12
    leaking = [Gauges(300.0, 12, 1, 60 + 4 * day, 150 + 4 * day) for day in range(12)]
    assert not any(gauges.growth(steady).values())
    assert gauges.growth(leaking) == {"memory in MB": 0, "handles": 0, "threads": 0, "widgets": 16, "objects": 16}
    assert gauges.growth(leaking[:2]) == {}
