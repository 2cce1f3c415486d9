"""How long it takes to give places out fairly, with every level proven.

    python -m tests.benchmarks.bench_places [PEOPLE:ROUNDS:PARALLEL:SHARE[:WISHES] ...] [--seeds 3] [--ways]

Rounds of parallel sessions, the later ones repeats; SHARE of the people find a seat in a round, in unlike rooms.
Up to WISHES of them each (3): with 20000:2:20:1.1:6 nearly everybody wishes something else.
Beside each line stands its floor: what serving people by registration takes and how unfair that is. Processor time,
because others may work here; importing the solver is not counted, and told by itself.
"""

import argparse
import time
from collections.abc import Mapping

from eventdesk.panels.place import Way
from eventdesk.panels.seating.gathering import seats
from eventdesk.panels.seating.outcome import Outcome
from eventdesk.panels.seating.problem import Seats
from eventdesk.panels.seating.protocol import protocol
from eventdesk.panels.seating.ways import draw
from tests.core.panels.seating.programmes import programme, rounds

USUAL = ("700:2:3:1.1", "700:2:3:0.9", "20000:2:3:1.05", "20000:2:3:0.9", "20000:2:10:1.1", "700:4:6:1.05")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", default=USUAL, metavar="PEOPLE:ROUNDS:PARALLEL:SHARE[:WISHES]")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--ways", action="store_true", help="all ways, not only the fair one")
    chosen = parser.parse_args()
    began = time.process_time()
    from ortools.sat.python import cp_model  # noqa: F401 - to count it apart

    print(f"importing the solver: {time.process_time() - began:.2f} s")
    for size in chosen.sizes:
        for seed in range(1, chosen.seeds + 1):
            measure(size, seed, chosen.seconds, list(Way) if chosen.ways else [Way.REGISTRATION, Way.LEXIMIN])


def measure(size: str, seed: int, seconds: float, ways: list[Way]) -> None:
    """Give places out in each way, and print how long it took and what came of it."""
    people, number, parallel, share, *wishes = size.split(":")
    most = min(int(parallel), int(wishes[0])) if wishes else 3
    plan = programme(rounds(int(people), int(number), int(parallel), float(share), seed, wishes=most))
    began = time.process_time()
    asked = seats(plan)
    gathering = time.process_time() - began
    for way in ways:
        began = time.process_time()
        *_, outcome = draw(way, asked, seconds=seconds)
        taken = time.process_time() - began
        print(
            f"{size:<16} seed {seed}  {len(asked.crowds):>5} crowds  {way.value:<13} {taken + gathering:7.2f} s  "
            f"{outcome.status.value:<9} {_levels(outcome):<22} without {outcome.unplaced:<5} "
            f"regret {_told(outcome.regret)}  {_written(asked, outcome)}",
            flush=True,
        )


def _levels(outcome: Outcome) -> str:
    proven = sum(level.proven for level in outcome.levels)
    return f"{proven}/{len(outcome.levels)} levels proven" if outcome.levels else ""


def _told(regret: Mapping[int, int]) -> str:
    return " ".join(f"{value}:{people}" for value, people in regret.items())


def _written(asked: Seats, outcome: Outcome) -> str:
    began = time.process_time()
    protocol(asked, outcome)
    return f"protocol {time.process_time() - began:.2f} s"


if __name__ == "__main__":
    main()
