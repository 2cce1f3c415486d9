"""How well and how fast fairs are placed and re-placed.

    python -m tests.benchmarks.bench_fair [FOLDER ...] [--seconds 60] [--replan] [--invent 1000:1250]

For each event folder: cost, bound, gap, and the seconds until the first plan, until everybody is placed, until a plan
within 3 % of the final bound, and until the end; by the clock and in processor time, because others may work here. With
`--replan` five booths fall away, three exhibitors do not come and two others do. Without folders, fairs are invented.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from eventdesk.eventfolder.creating import create_from
from eventdesk.fair.placing.plan import Plan
from eventdesk.fair.placing.problem import Problem, Want, problem
from eventdesk.fair.placing.replan import replan
from eventdesk.fair.placing.suggest import suggest
from eventdesk.fair.records import read_fair
from eventdesk.guide import doors
from tests.benchmarks.fair_folders import invent
from tests.core.fair.placing.judge import Judge

NEAR = 0.03
INVENTED = ("20:30", "81:90", "300:380")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--replan", action="store_true", help="also let things go wrong, three times")
    parser.add_argument("--invent", nargs="*", default=[], metavar="EXHIBITORS:BOOTHS")
    chosen = parser.parse_args()
    wanted = chosen.invent or ([] if chosen.folders else INVENTED)
    print(f"{'fair':<16}{'placed':>9}{'cost':>8}{'bound':>8}{'gap':>7}   seconds by the clock (processor)")
    with tempfile.TemporaryDirectory() as scratch:
        invented = [_invented(Path(scratch), each) for each in wanted]
        for folder in [*chosen.folders, *invented]:
            with create_from(Path(scratch) / f"{folder.name}.eventdesk", folder).opened() as event:
                asked = problem(read_fair(event.db, doors(event.db)))
            plan = measure(folder, asked, chosen.seconds)
            if chosen.replan:
                for seed in range(3):
                    go_wrong(asked, plan, seed)


def _invented(scratch: Path, size: str) -> Path:
    exhibitors, booths = map(int, size.split(":"))
    return invent(scratch / f"{exhibitors}-on-{booths}", exhibitors, booths, seed=1)


def measure(folder: Path, asked: Problem, seconds: float) -> Plan:
    """Suggest a placement, let the judge look at it, and print how it went."""
    began = time.perf_counter(), time.process_time()
    seen: list[tuple[Plan, str]] = []
    for plan in suggest(asked, seconds=seconds):
        now = f"{time.perf_counter() - began[0]:.2f} ({time.process_time() - began[1]:.2f})"
        seen.append((plan, now))
    last, end = seen[-1]
    near = next(now for plan, now in seen if plan.cost <= last.bound * (1 + NEAR) or plan is last)
    whole = next((now for plan, now in seen if len(plan.unplaced) == len(last.unplaced)), end)
    refs = {each.id: each.ref for each in asked.sites}
    names = {each.id: each.ref for each in asked.wants}
    verdict = Judge(folder).verdict({names[who]: [refs[at] for at in spot] for who, spot in last.assignments.items()})
    right = not verdict.broken and verdict.cost == last.cost
    judged = "judged right" if right else f"WRONG: {verdict.cost} {verdict.broken}"
    placed = f"{len(last.assignments)}/{len(asked.wants)}"
    print(
        f"{folder.name:<16}{placed:>9}{last.cost:>8}{last.bound:>8}{last.gap:>7.1%}   first {seen[0][1]} · "
        f"as many placed {whole} · within 3 % {near} · {last.status} {end} · {judged}",
        flush=True,
    )
    return last


def go_wrong(asked: Problem, plan: Plan, seed: int) -> None:
    """Let five booths fall away, three exhibitors stay away and two others come; print both stages."""
    chance = Random(seed)
    lost = {each.id for each in chance.sample(asked.sites, 5)}
    gone = set(chance.sample(sorted(plan.assignments), 3))
    came = _newcomers(chance, asked)
    sites = tuple(replace(each, open=each.open and each.id not in lost) for each in asked.sites)
    then = replace(asked, sites=sites, wants=(*(each for each in asked.wants if each.id not in gone), *came))
    began = time.perf_counter(), time.process_time()
    for answer in replan(then, plan.assignments, seconds=30):
        print(
            f"    re-plan {seed + 1}, stage {answer.stage}: {len(answer.plan.unplaced)} left over"
            f"{' (proven)' if answer.left_over_minimum_proven else ''}, {len(answer.moves)} moves, "
            f"{sum(move.metres for move in answer.moves):.0f} m, {'all proven' if answer.proven else 'not proven'}, "
            f"{time.perf_counter() - began[0]:.3f} s ({time.process_time() - began[1]:.3f})",
            flush=True,
        )


def _newcomers(chance: Random, asked: Problem) -> Iterator[Want]:
    for number, each in enumerate(chance.sample(asked.wants, 2)):
        yield replace(each, id=-1 - number, ref=f"X{number}", name=f"Newcomer {number}", pinned=None)


if __name__ == "__main__":
    main()
