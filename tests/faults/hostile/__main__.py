"""Run many hostile cases: `python -m tests.faults.hostile --count 100000 --seed 1`.

One line says what came of them; what is wrong is saved, and can be done again with `--kind K --only N`. Exits with 1
if anything was found.
"""

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.faults.hostile.kinds import KINDS, prepare
from tests.faults.hostile.running import Case, Ended, cases, run


def main(arguments: Sequence[str]) -> int:
    """Run the cases that were asked for, and print what came of them."""
    wish = _wish(arguments)
    kinds = [kind for kind in KINDS if not wish.kind or kind.name in wish.kind]
    wanted = list(cases(kinds, wish.seed, wish.count))
    if wish.only:
        wanted = [Case(kinds[0], wish.seed, number) for number in wish.only]
    began = time.monotonic()
    found: list[Ended] = []
    by_kind: Counter[str] = Counter()
    refused = 0
    longest, peak = 0.0, 0
    for ended in run(wanted, prepare):
        longest, peak = max(longest, ended.seconds), max(peak, ended.peak)
        by_kind[ended.kind] += 1
        refused += bool(ended.fault)
        if ended.wrong:
            found.append(ended)
            _save(Path(wish.keep), wish.seed, ended)
    share = ", ".join(f"{name} {number}" for name, number in sorted(by_kind.items()))
    sys.stdout.write(
        f"hostile: {len(wanted)} cases (seed {wish.seed}: {share}), {len(found)} found, {refused} refused in words, "
        f"longest {longest:.1f} s, peak {peak / 1e6:.0f} MB, {time.monotonic() - began:.0f} s\n"
    )
    return 1 if found else 0


def _wish(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.hostile")
    parser.add_argument("--count", type=int, default=int(os.environ.get("EVENTDESK_HOSTILE", "2000")))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", action="append", choices=[kind.name for kind in KINDS])
    parser.add_argument("--only", type=int, action="append", help="number of a case, to do it again")
    parser.add_argument("--keep", default="hostile-found", help="folder for what was found")
    return parser.parse_args(arguments)


def _save(folder: Path, seed: int, ended: Ended) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{ended.kind}-{seed}-{ended.number}"
    case = Case(next(kind for kind in KINDS if kind.name == ended.kind), seed, ended.number)
    (folder / f"{name}.txt").write_text(f"{ended.wrong}\n\n{case.made()!r}\n", "utf-8", "backslashreplace")
    sys.stderr.write(f"{name}: {ended.wrong.strip().splitlines()[-1]}\n")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
