"""Many come at once, while the desk prints badges, imports a list and thinks about stands, in the real window.

    python -m tests.faults.load [--arrivals 700] [--minutes 45] [--late 2000] [--every-ms 60] [--seed 1] [--no-prints]

They come within so many minutes of the day's clock, really one every so many milliseconds. Prints the time from Enter
(from when it was due, whether or not the window had time) to the painted verdict, memory, and what the file holds
compared with a plain model of who came. Exits 1 if anything confirmed is lost or anything else is wrong. Without a
screen it runs offscreen; on X11 with QT_QPA_PLATFORM=xcb.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.faults.load.rush import Rushed, Wanted, percentile, rush
from ui import theme

GOAL_P99_MS = 50


def main() -> int:
    """Let them come, and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--arrivals", type=int, default=700)
    parser.add_argument("--minutes", type=float, default=45.0)
    parser.add_argument("--late", type=int, default=2000, help="so many people are imported meanwhile")
    parser.add_argument("--every-ms", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-prints", action="store_true")
    chosen = parser.parse_args()
    wanted = Wanted(
        chosen.seed, chosen.arrivals, chosen.minutes * 60, chosen.late, chosen.every_ms / 1000, not chosen.no_prints
    )
    with tempfile.TemporaryDirectory() as folder:
        os.environ["EVENTDESK_HOME"] = str(Path(folder) / "home")
        app = QApplication([])
        app.setStyle("Fusion")
        theme.load_fonts()
        began = time.monotonic()
        rushed = rush(app, wanted, Path(folder))
        seconds = time.monotonic() - began
    for each in rushed.wrong[:20]:
        sys.stdout.write(f"{each}\n")
    tell(wanted, rushed, seconds)
    return 1 if rushed.lost or rushed.wrong else 0


def tell(wanted: Wanted, rushed: Rushed, seconds: float) -> None:
    """Print the line of the result."""
    p50, p99, longest = (percentile(rushed.spent_ms, share) for share in (50, 99, 100))
    sys.stdout.write(
        f"load, seed {wanted.seed}: {len(rushed.spent_ms)} arrivals in {wanted.seconds / 60:.0f} minutes of the day "
        f"({seconds:.0f} s), {rushed.lost} lost, {len(rushed.wrong)} wrong, Enter to painted verdict p50 {p50:.1f} ms, "
        f"p99 {p99:.1f} ms (goal {GOAL_P99_MS}), longest {longest:.1f} ms, of which own work p99 "
        f"{percentile(rushed.own_ms, 99):.1f} ms, {rushed.printed} badges, {rushed.thoughts} placements, memory "
        f"{max(rushed.memory, default=0):.0f} MB, {rushed.growth:+.1f} MB in the second half\n"
    )


if __name__ == "__main__":
    sys.exit(main())
