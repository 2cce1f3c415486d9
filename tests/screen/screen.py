"""A screen of its own for a test: an X server in memory, a window manager, a keyboard with a layout."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = ("Xvfb", "openbox", "xdotool", "setxkbmap")
PATIENCE_S = 30
KEY_PAUSE_MS = 6
"""A scanner sends a key about every five to ten milliseconds."""
DIGIT_KEYS = {
    "1": "10",
    "2": "11",
    "3": "12",
    "4": "13",
    "5": "14",
    "6": "15",
    "7": "16",
    "8": "17",
    "9": "18",
    "0": "19",
}
"""The keys over the letters by their X key codes: where the digits are printed on a German or an American keyboard."""
END_KEYS = {"Enter": "36", "Tab": "23"}


def lacking() -> list[str]:
    """Return the programs that this machine lacks for a screen."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


class Screen:
    """Start it with `begin`, end it with `end`."""

    def __init__(self, folder: Path) -> None:
        """Keep what the programs say in `folder`."""
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []
        self.environment: dict[str, str] = {}

    def begin(self) -> None:
        """Start the X server and the window manager."""
        reader, writer = os.pipe()
        self._start(["Xvfb", "-displayfd", str(writer), "-screen", "0", "1440x900x24", "-nolisten", "tcp"], keep=writer)
        os.close(writer)
        with os.fdopen(reader) as told:
            number = told.readline().strip()
        self.environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": ""}
        ready = self._folder / "ready"
        self._start(["openbox", "--sm-disable", "--startup", f"touch {ready}"])
        until(ready.exists, "a window manager that is ready")
        self.lay_keys("de")

    def end(self) -> None:
        """Stop everything, the newest first."""
        for process in reversed(self._running):
            if process.poll() is None:
                process.terminate()
                process.wait(PATIENCE_S)

    def lay_keys(self, layout: str) -> None:
        """Set the layout that the system believes the keyboard to have."""
        self._do("setxkbmap", layout)

    def open(self, *arguments: str, home: Path, module: str = "ui.launch", **variables: str) -> subprocess.Popen[bytes]:
        """Start eventdesk with these arguments, or another module that does."""
        ours = {"EVENTDESK_HOME": str(home), "PYTHONPATH": str(ROOT), **variables}
        return self._start([sys.executable, "-m", module, *arguments], variables=ours)

    def wait_for_window(self, title: str) -> None:
        """Wait until a window whose title contains this is to be seen, and bring it to the front."""
        try:
            found = self._do(
                "timeout", str(PATIENCE_S), "xdotool", "search", "--sync", "--onlyvisible", "--name", title
            )
        except AssertionError as error:
            raise AssertionError(f"{error}; the program said: {self.said()}") from error
        self._do("xdotool", "windowactivate", "--sync", found.split()[0])

    def scan(self, code: str, end: str = "Enter") -> None:
        """Press the digit keys as a scanner does, whatever the layout makes of them."""
        self.press(*(DIGIT_KEYS[digit] for digit in code), END_KEYS[end])

    def press(self, *keys: str) -> None:
        """Press keys by xdotool's names ("F3", "ctrl+z", "Cyrillic_o") or by key codes."""
        self._do("xdotool", "key", "--delay", str(KEY_PAUSE_MS), "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type a text on the present layout."""
        self._do("xdotool", "type", "--delay", str(KEY_PAUSE_MS), "--clearmodifiers", text)

    def said(self) -> str:
        """Return what the programs wrote to their standard error."""
        return (self._folder / "said.txt").read_text(encoding="utf-8", errors="replace")

    def _do(self, *command: str) -> str:
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{' '.join(command)}: {done.stderr or done.stdout or done.returncode}"
        return done.stdout

    def _start(
        self, command: list[str], *, keep: int | None = None, variables: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        surroundings = {**(self.environment or os.environ), **(variables or {})}
        with (self._folder / "said.txt").open("ab") as said:
            process = subprocess.Popen(
                command,
                env=surroundings,
                cwd=self._folder,
                stdout=said if command[0] == sys.executable else subprocess.DEVNULL,
                stderr=said if command[0] == sys.executable else subprocess.DEVNULL,
                pass_fds=() if keep is None else (keep,),
            )
        self._running.append(process)
        return process


def until(holds: Callable[[], bool], what: str, patience: float = PATIENCE_S) -> None:
    """Wait until something holds, at most so many seconds."""
    end = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < end, f"it never came to this: {what}"
        time.sleep(0.02)
