"""Random clicks, keys, scans and drags in the real window.

    python -m tests.faults.soak [--seed 1] [--steps 100000] [--minutes 30] [--day 400] [--log FILE]

Prints one line for each day and one for the result; exits 1 if anything was heard that should not have been: an
exception, a logged error, a complaint of Qt, a damaged file, or memory, handles, threads or objects that grow. The log
has every step, noted before it is done. The same seed takes the same steps: `--until K` ends behind the K-th.
"""

import argparse
import faulthandler
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.faults.soak import gauges, loaded
from tests.faults.soak.walk import Walked, Way, walk
from ui import theme
from ui.memory import keep_together

ALLOWED = {"memory in MB": 25.0, "handles": 4, "threads": 4, "widgets": 4, "objects": 40}
"""So much more may be used in the last third of the days than in the second."""


def main() -> int:
    """Walk, and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=10_000_000)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--until", type=int, default=0, help="end behind this step, to replay what went wrong")
    parser.add_argument("--day", type=int, default=400, help="so many steps until the event is closed and all checked")
    parser.add_argument("--log", type=Path, default=None, help="where the steps are noted")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["EVENTDESK_HOME"] = home
        log = wanted.log or Path(tempfile.gettempdir()) / f"soak-{wanted.seed}.log"
        keep_together()
        app = QApplication([])
        app.setStyle("Fusion")
        theme.load_fonts()
        loaded.everything()
        way = Way(wanted.seed, wanted.until or wanted.steps, wanted.minutes * 60, wanted.day)
        with log.open("w", encoding="utf-8") as notes:
            faulthandler.enable(notes)
            walked = walk(app, way, notes, say)
            faulthandler.enable()
    grown = [f"{name} grew by {by:.1f}" for name, by in gauges.growth(walked.looks).items() if by > ALLOWED[name]]
    tell(walked, wanted.seed, grown, log)
    return 1 if walked.wrong or grown else 0


def say(text: str) -> None:
    """Print at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def tell(walked: Walked, seed: int, grown: list[str], log: Path) -> None:
    """Print what was wrong, then the line of the result."""
    for each in walked.wrong:
        say(each)
    if walked.wrong:
        say("\n  ".join(["The last steps:", *walked.notes]))
    most = max((each.memory for each in walked.looks), default=0.0)
    say(
        f"soak, seed {seed}: {walked.steps} steps in {walked.seconds:.0f} s, {len(walked.wrong)} faults, "
        f"{', '.join(grown) or 'nothing grew'}, at most {most:.0f} MB; steps in {log}"
    )


if __name__ == "__main__":
    sys.exit(main())
