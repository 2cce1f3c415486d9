"""Command line of the pictures: `python -m tools.pictures FOLDER [--size 1440x900] [--percent 100] [--only NAME]`."""

import argparse
import os
import tempfile
from pathlib import Path


def main() -> None:
    """Take the pictures that were asked for."""
    parser = argparse.ArgumentParser(prog="pictures", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1440x900", help="width and height of the window in pixels")
    parser.add_argument("--percent", type=int, default=100, help="size of the text, 100 to 200")
    parser.add_argument("--only", default="", help="only scenes whose name contains this")
    wanted = parser.parse_args()
    width, height = (int(part) for part in wanted.size.split("x"))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="eventdesk-pictures-") as home:
        os.environ["EVENTDESK_HOME"] = home
        from tools.pictures.studio import take

        take(wanted.folder, Path(home), size=(width, height), percent=wanted.percent, only=wanted.only)


main()
