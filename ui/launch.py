"""The command `eventdesk`: a verb goes to the command line, everything else opens the window. Imports no Qt itself."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from eventdesk import __version__

SUFFIX = ".eventdesk"


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for (default: those of this process). Returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["--version"]:
        print(f"eventdesk {__version__}")  # noqa: T201 - this is the answer
        return 0
    if not arguments:
        return _window()
    if arguments[0].endswith(SUFFIX) or Path(arguments[0]).is_file():
        return _window(file=Path(arguments[0]).absolute())
    if (
        arguments[0] == "demo"
        and "--headless" not in arguments
        and "--help" not in arguments
        and has_screen(os.environ)
    ):
        return _demo(arguments[1:])
    from eventdesk.cli import main as command_line

    return command_line(arguments)


def has_screen(environment: Mapping[str, str]) -> bool:
    """Say whether a window can be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _demo(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="eventdesk demo", add_help=False)
    parser.add_argument("name", nargs="?", default="integrationskonferenz-4")
    parser.add_argument("--out", type=Path, default=None)
    parser.add_argument("--language", default="")
    known, _ = parser.parse_known_args(arguments)
    if known.language:
        os.environ["EVENTDESK_LANGUAGE"] = known.language
    return _window(sample=known.name, folder=known.out)


def _window(*, file: Path | None = None, sample: str = "", folder: Path | None = None) -> int:
    from ui.app import run

    return run(file=file, sample=sample, folder=folder)


if __name__ == "__main__":
    sys.exit(main())
