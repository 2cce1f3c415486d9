"""Damaged files, and what becomes of them.

    python -m tests.faults.recovery [--count 2000] [--seed 1]

Prints one line; exits 1 if a restored file is not whole, if something appears that was never done, or if something is
missing without a word. The same seed damages in the same ways.
"""

import argparse
import os
import random
import resource
import sys
import tempfile
from pathlib import Path

from eventdesk.desk import create_event
from tests.clock import FakeClock
from tests.faults.disk.same_again import drawn_from
from tests.faults.recovery.damaging import tried


def main() -> int:
    """Try all cases, and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        os.environ["EVENTDESK_HOME"] = str(home)
        with drawn_from(random.Random(wanted.seed)):
            event = create_event(Path(folder) / "fair.eventdesk", desk="Schalter 1", clock=FakeClock())
            tally = tried(event, home, Path(folder), wanted.count, wanted.seed)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    said = (
        f"recovery: {tally.cases} cases, {tally.damaged} of them refused as damaged; of {tally.done} entries since the "
        f"backup {tally.taken} taken over, {tally.listed} listed; {len(tally.faults)} faults; longest "
        f"{tally.longest:.2f} s, peak {peak} MB"
    )
    sys.stdout.write("\n".join((*tally.faults, said)) + "\n")
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
