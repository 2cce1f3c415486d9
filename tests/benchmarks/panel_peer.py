"""Lets conference-scheduler plan an event folder, and prints what it answers as JSON.

    python tests/benchmarks/panel_peer.py FOLDER efficiency|equity

Needs nothing of eventdesk, so that it can run in an environment of its own (`pip install conference-scheduler`). The
peer knows no wish lists: it is given how many people wish each session. Clashes are told on both sides, with a name for
each session instead of the peer's own, which does not end if two name each other.
"""

import csv
import importlib
import json
import sys
import time
from datetime import datetime
from itertools import combinations
from pathlib import Path


def main() -> int:
    """Print {"seconds": …, "sessions": {…}}, or {"missing": …} if the peer is not installed."""
    folder, aim = Path(sys.argv[1]), sys.argv[2]
    try:
        scheduler = importlib.import_module("conference_scheduler.scheduler")
        resources = importlib.import_module("conference_scheduler.resources")
        aims = importlib.import_module("conference_scheduler.lp_problem.objective_functions")
        pulp = importlib.import_module("pulp")
    except ImportError as error:
        print(json.dumps({"missing": str(error)}))
        return 0

    def by_name(self):
        return hash(self.name)

    def same(self, other):
        return self is other

    talk = type("Talk", (resources.Event,), {"__hash__": by_name, "__eq__": same, "__repr__": lambda self: self.name})
    rooms, times, sessions = (_rows(folder / f"{name}.csv") for name in ("rooms", "slots", "sessions"))
    wishes = [wish for row in _rows(folder / "people.csv") for wish in _words(row["wishes"])]
    began = time.process_time()
    spots = {
        (at["slot"], room["room"]): resources.Slot(
            venue=room["room"],
            starts_at=datetime.fromisoformat(at["starts"]),
            duration=50,
            capacity=int(room["capacity"]),
            session=at["slot"],
        )
        for at in times
        for room in rooms
    }
    talks = {row["session"]: talk(row["session"], 50, wishes.count(row["session"])) for row in sessions}
    for row in sessions:
        equipped = {each["room"] for each in rooms if set(_words(row["needs"])) <= set(_words(each["equipment"]))}
        closed = [
            spot for (at, room), spot in spots.items() if at in _words(row["unavailable"]) or room not in equipped
        ]
        talks[row["session"]].add_unavailability(*closed)
    for one, other in combinations(sessions, 2):
        crews = [{*_words(row["speakers"]), *_words(row["moderators"])} for row in (one, other)]
        if crews[0] & crews[1]:
            talks[one["session"]].add_unavailability(talks[other["session"]])
            talks[other["session"]].add_unavailability(talks[one["session"]])
    found = scheduler.schedule(
        list(talks.values()),
        list(spots.values()),
        objective_function=getattr(aims, f"{aim}_capacity_demand_difference"),
        solver=pulp.PULP_CBC_CMD(msg=False, timeLimit=60),
    )
    placed = {item.event.name: {"slot": item.slot.session, "room": item.slot.venue} for item in found}
    print(json.dumps({"sessions": placed, "python_seconds": time.process_time() - began}))
    return 0


def _rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _words(cell):
    return (cell or "").replace(",", " ").split()


if __name__ == "__main__":
    sys.exit(main())
