"""A small rush: nobody who was let in is lost, nobody is in whom nobody let in. Times are printed, not judged here."""

import subprocess
import sys
from pathlib import Path

from tests.faults.load.day import Coming, Day, Guest

ROOT = Path(__file__).parents[3]
ARRIVALS = 120


def test_nobody_is_lost_in_a_rush() -> None:
    wanted = ["--arrivals", str(ARRIVALS), "--minutes", "10", "--late", "300", "--every-ms", "10"]
    command = [sys.executable, "-m", "tests.faults.load", *wanted]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{ARRIVALS} arrivals" in done.stdout
    assert " 0 lost, 0 wrong" in done.stdout


def test_the_model_of_a_day_adds_up() -> None:
    guests = [Guest(f"{number:016}", f"Guest {number}") for number in range(400)]
    day = Day(7, guests, 400, 600.0)
    visits = list(day.visits())
    assert [visit.at for visit in visits] == sorted(visit.at for visit in visits)
    assert {visit.how for visit in visits} == set(Coming)
    let_in = sum(visit.verdict == "Accepted" for visit in visits)
    undone = sum(visit.how is Coming.UNDO for visit in visits)
    assert len(day.inside) == let_in - undone
    assert len(set(day.inside)) == len(day.inside)
    assert day.refused == len(visits) - let_in - undone
    assert visits == list(Day(7, guests, 400, 600.0).visits())
