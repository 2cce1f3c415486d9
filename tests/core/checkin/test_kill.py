"""What the desk has confirmed is on the disk: it is killed at a random moment, and nothing that it said is lost.

EVENTDESK_KILLS says how often (10 unless told otherwise).
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from eventdesk.checkin.point import Rule
from eventdesk.checkin.points import add_point
from eventdesk.desk import create_event, open_event
from tests.clock import FakeClock
from tests.core.checkin.desk import Desk

KILLS = int(os.environ.get("EVENTDESK_KILLS", "10"))
ROOT = Path(__file__).parents[3]
PATIENCE_S = 30
LONGEST_LIFE_S = 0.25


def prepare(path: Path) -> None:
    clock = FakeClock()
    with create_event(path, clock=clock) as event:
        desk = Desk(event, clock, add_point(event, "Haupteingang"))
        desk.change(desk.point, rule=Rule.ALWAYS)
        for number in range(40):
            desk.person(f"Person {number}", group="Gruppe" if number % 4 == 0 else "")


def kill_at_a_random_moment(path: Path, chance: random.Random) -> list[list[str]]:
    """Start a busy desk, kill it, and return all that it had said: lines as words."""
    desk = subprocess.Popen(
        [sys.executable, "-m", "tests.core.checkin.busy_desk", str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert desk.stdout is not None
    assert desk.stderr is not None
    assert desk.stdout.readline() == "ready\n", desk.stderr.read()
    time.sleep(chance.uniform(0, LONGEST_LIFE_S))
    desk.kill()
    said, complaints = desk.communicate(timeout=PATIENCE_S)
    assert complaints == ""
    return [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]


def test_nothing_that_was_confirmed_is_lost(tmp_path):
    path = tmp_path / "test.eventdesk"
    prepare(path)
    chance = random.Random(4711)
    saved: set[str] = set()
    undecided: set[str] = set()  # the desk was about to take these back: either is right
    taken_back: set[str] = set()
    added: set[int] = set()
    for kill in range(KILLS):
        for what, subject, *_ in kill_at_a_random_moment(path, chance):
            match what:
                case "saved":
                    saved.add(subject)
                case "taking-back":
                    undecided.add(subject)
                case "taken-back":
                    taken_back.add(subject)
                case "added":
                    added.add(int(subject))
                case _:
                    assert what == "refused"
        with open_event(path) as event:
            stored = {row[0] for row in event.db.rows("SELECT eid FROM scan")}
            people = {row[0] for row in event.db.rows("SELECT id FROM person")}
            checked = event.verify()
        assert not saved - undecided - stored, f"lost in kill {kill}"
        assert not taken_back & stored, f"came back in kill {kill}"
        assert not added - people, f"lost in kill {kill}"
        assert checked == dict.fromkeys(checked, True), f"after kill {kill}"
    assert len(saved) >= KILLS, "the desk had hardly begun each time: this proves nothing"
