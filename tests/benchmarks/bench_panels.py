"""How good and how fast timetables are, beside a peer on the same folder in the same run.

    python -m tests.benchmarks.bench_panels [FOLDER ...] [--seconds 60] [--peer PYTHON] [--invent 32:7:5:700]

For each event folder: wishes lost by clash, people turned away, bound, and the seconds until the first timetable and
until the proof, in processor time, because others may work here. With `--peer` the Python of an environment in which
conference-scheduler is installed plans the same folder with both of its aims; a judge that reads the CSV files alone
says what each timetable costs, and how many rules it breaks. Then a room falls away, and what that changes.
"""

import argparse
import json
import os
import resource
import subprocess
import tempfile
import time
from pathlib import Path

from eventdesk.panels.timetable.plan import Timetable
from eventdesk.panels.timetable.problem import Problem, without_room
from eventdesk.panels.timetable.replan import replan
from eventdesk.panels.timetable.suggest import suggest
from tests.benchmarks.panel_folders import invent
from tests.core.panels.timetable.judge import Judge
from tests.core.panels.timetable.problems import by_ref, problem_of

INVENTED = ("24:6:4:700", "32:7:5:700")
PEER = Path(__file__).with_name("panel_peer.py")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--peer", default="", metavar="PYTHON", help="a Python that has conference-scheduler")
    parser.add_argument("--invent", nargs="*", default=[], metavar="SESSIONS:ROOMS:SLOTS:PEOPLE")
    chosen = parser.parse_args()
    wanted = chosen.invent or ([] if chosen.folders else INVENTED)
    with tempfile.TemporaryDirectory() as scratch:
        for size in wanted:
            sessions, rooms, slots, people = map(int, size.split(":"))
            folder = Path(scratch) / size.replace(":", "-")
            chosen.folders.append(invent(folder, sessions, rooms, slots, people, seed=1))
        for folder in chosen.folders:
            asked = problem_of(folder, Path(scratch) / f"{folder.name}.eventdesk")
            found = measure(folder, asked, chosen.seconds)
            for aim in ("efficiency", "equity") if chosen.peer else ():
                beside(folder, chosen.peer, aim)
            go_wrong(asked, found)


def measure(folder: Path, asked: Problem, seconds: float) -> Timetable:
    """Suggest a timetable, let the judge look at it, and print how it went."""
    began = time.process_time()
    seen = [(found, time.process_time() - began) for found in suggest(asked, seconds=seconds)]
    last, end = seen[-1]
    verdict = Judge(folder).verdict(by_ref(asked, last.sessions))
    right = not verdict.broken and verdict.cost == last.cost
    print(
        f"{folder.name:<14}{last.cost:>6} lost ({last.lost_by_clash} by clash, {last.turned_away} turned away), "
        f"bound {last.bound}, {len(last.left_over)} left over · first {seen[0][1]:.2f} s, {last.status} {end:.2f} s · "
        f"{'judged right' if right else f'WRONG: {verdict}'}",
        flush=True,
    )
    return last


def beside(folder: Path, python: str, aim: str) -> None:
    """Let the peer plan the same folder; processor time with its solver, which is a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([python, PEER, folder, aim], capture_output=True, text=True, check=False, cwd=os.sep)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    label = f"    conference-scheduler, {aim}:"
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        reason = done.stderr.strip().splitlines()[-1:] or [done.stdout]
        print(f"{label} no answer ({reason[0]}), {seconds:.2f} s", flush=True)
        return
    if "missing" in answer:
        print(f"{label} not installed there, left out ({answer['missing']})", flush=True)
        return
    verdict = Judge(folder).verdict(answer["sessions"])
    print(
        f"{label} {verdict.cost} lost ({verdict.lost} by clash, {verdict.away} turned away), "
        f"{len(verdict.broken)} rules broken, {seconds:.2f} s",
        flush=True,
    )


def go_wrong(asked: Problem, found: Timetable) -> None:
    """Let the middle room fall away in one slot, and print what that changes."""
    room = sorted(asked.rooms, key=lambda each: -each.capacity)[len(asked.rooms) // 2]
    slot = sorted(asked.slots, key=lambda each: each.starts)[1]
    began = time.process_time()
    seen = [
        (answer, time.process_time() - began)
        for answer in replan(without_room(asked, room.id, frozenset({slot.id})), found.sessions)
    ]
    last, end = seen[-1]
    print(
        f"    {room.ref} falls away in {slot.ref}: {len(last.changes)} changes"
        f"{' (proven fewest)' if last.fewest_proven else ''}, {len(last.timetable.left_over)} left over, "
        f"{last.timetable.cost} lost · first {seen[0][1]:.2f} s, "
        f"{'proven' if last.proven else 'not proven'} {end:.2f} s",
        flush=True,
    )


if __name__ == "__main__":
    main()
