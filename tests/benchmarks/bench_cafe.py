"""How long it takes to think out who sits where in the World Café, and how many meet again.

    python -m tests.benchmarks.bench_cafe [PEOPLE:TABLES:ROUNDS:SEATS ...] [--seconds 2] [--seeds 2] [--peer SOLVER.js]

Beside each line stands its floor: a plain search that exchanges two people in a round and keeps what is not worse, for
the same processor time, looking at repeats alone; and what mixing is worth: the first rotation beside the last.
`--peer` runs geneticSolver.js of good-enough-golfers in node, without hosts, which is easier for it, as often as fits
into the same time, and at least once. Then the day: late arrivals, a table that closes. Processor time, because others
may work here.
"""

import argparse
import json
import shutil
import subprocess
import time
from dataclasses import replace
from pathlib import Path
from random import Random

from eventdesk.cafe.rotation.advising import advice
from eventdesk.cafe.rotation.closing import close_table
from eventdesk.cafe.rotation.hand_over import hand_over
from eventdesk.cafe.rotation.suggest import suggest
from eventdesk.cafe.rotation.types import Problem, Rotation
from tests.core.cafe.rotation.crowds import cafe, crowd, repeats

USUAL = (
    "120:16:6:8", "120:15:6:8", "120:15:10:8", "81:9:9:9", "64:8:8:8", "100:13:13:8", "80:10:8:8", "104:13:3:8",
    "70:7:4:10", "36:6:4:6", "700:88:4:8",
)  # fmt: skip


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", default=USUAL, metavar="PEOPLE:TABLES:ROUNDS:SEATS")
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--peer", type=Path, help="geneticSolver.js of good-enough-golfers")
    chosen = parser.parse_args()
    began = time.process_time()
    import numpy as np  # noqa: F401 - to count it apart

    print(f"importing numpy: {time.process_time() - began:.2f} s")
    for size in chosen.sizes:
        people, tables, rounds, seats = (int(each) for each in size.split(":"))
        for seed in range(1, chosen.seeds + 1):
            problem = cafe(people, tables, rounds, seats, seed=seed)
            taken, found = measure(size, problem, chosen.seconds, seed)
            floor = naive(problem, taken, seed)
            peer = golfers(chosen.peer, problem, taken) if chosen.peer else ""
            print(f"{'':>14} plain exchanges, {taken:.2f} s: {floor} repeats{peer}", flush=True)
            day(problem, found, seed)
    for tables in (15, 16):
        told = advice(120, tables, 6)
        print(f"120 people at {tables} tables: 0 repeats up to {told.asked.rounds} rounds (at most {told.asked.most})")


def measure(size: str, problem: Problem, seconds: float, seed: int) -> tuple[float, Rotation]:
    """Think a rotation out, count it again, and print it."""
    began = time.process_time()
    first, at_first = None, 0.0
    for found in suggest(problem, seconds=seconds, seed=seed):
        if first is None:
            first, at_first = found, time.process_time() - began
    taken = time.process_time() - began
    assert first is not None
    assert repeats(found.ways) == found.repeats
    quality, before = found.quality, first.quality
    print(
        f"{size:>14} seed {seed}  {found.way.value:<9} {found.repeats:>3} repeats (bound {found.lower_bound})  "
        f"first {at_first:.3f} s  all {taken:.2f} s  sectors {before.sector_deviation}>{quality.sector_deviation}  "
        f"colleagues {before.colleagues_together}>{quality.colleagues_together} ({quality.colleagues_least})  "
        f"alone {before.alone_in_language}>{quality.alone_in_language} ({quality.alone_least})  "
        f"same table {quality.same_table}  beyond seats {quality.beyond_seats}"
    )
    return taken, found


def naive(problem: Problem, seconds: float, seed: int) -> int:
    """Return how many repeats plain exchanges leave, hosts staying at their tables."""
    chance, until = Random(seed), time.process_time() + seconds
    guests = [each.id for each in problem.guests]
    tables = [each.id for each in problem.tables]
    movers = [each.id for each in problem.guests if each.host_of is None]
    rounds = []
    for _ in range(problem.rounds):
        chance.shuffle(movers)
        seats = {each.id: each.host_of for each in problem.guests if each.host_of}
        rounds.append(seats | {each: tables[number % len(tables)] for number, each in enumerate(movers)})
    met = {(one, other): sum(here[one] == here[other] for here in rounds) for one in guests for other in guests}
    while time.process_time() < until:
        here, one, other = chance.choice(rounds), *chance.sample(movers, 2)
        if here[one] == here[other]:
            continue
        change, pairs = 0, []
        for who, where in ((one, here[one]), (other, here[other])):
            to = here[other] if who == one else here[one]
            for each in guests:
                if each not in {one, other} and here[each] in {where, to}:
                    step = 1 if here[each] == to else -1
                    change += (met[who, each] > 0) if step > 0 else -(met[who, each] > 1)
                    pairs.append((who, each, step))
        if change <= 0:
            here[one], here[other] = here[other], here[one]
            for who, each, step in pairs:
                met[who, each] += step
                met[each, who] += step
    return sum(max(times - 1, 0) for (one, other), times in met.items() if one < other)


def golfers(solver: Path, problem: Problem, seconds: float) -> str:
    """Return how many repeats the peer has, the best of its runs, and how long one takes."""
    node = shutil.which("node")
    if node is None:
        return "; no node here, so no peer"
    size = -(-len(problem.guests) // len(problem.tables))
    asked = [solver.resolve(), len(problem.tables), size, problem.rounds, seconds]
    program = Path(__file__).with_name("golfers.js")
    done = subprocess.run([node, program, *map(str, asked)], capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    return f"; good-enough-golfers: {told['repeats']}, the best of {told['runs']}, {told['seconds']:.1f} s each"


def day(problem: Problem, rotation: Rotation, seed: int) -> None:
    """Print how long it takes to seat who comes late, and to close a table."""
    chance = Random(seed)
    guests = [each.id for each in problem.guests if each.host_of is None]
    gone = frozenset(chance.sample(guests, min(len(guests) // 3, 12)))
    late = tuple(replace(each, id=each.id + 10_000) for each in crowd(len(gone) + 3, 0, seed, hosted=False))
    for arrived in (late[:5], late):
        began = time.process_time()
        handed = hand_over(problem, rotation, gone, arrived)
        print(
            f"{'':>14} {len(gone)} away, {len(arrived)} late: {time.process_time() - began:.3f} s  "
            f"{len(handed.taken)} take over, {len(handed.extra)} on one more chair, {len(handed.waiting)} wait, "
            f"{handed.repeats} repeats"
        )
    here = replace(problem, guests=tuple(each for each in problem.guests if each.id not in gone))
    began = time.process_time()
    moved = close_table(here, rotation, problem.tables[0].id)
    print(
        f"{'':>14} a table closes: {time.process_time() - began:.3f} s  {len(moved.ways)} cards change, "
        f"{moved.repeats} repeats, {moved.beyond_seats} chairs more"
    )


if __name__ == "__main__":
    main()
