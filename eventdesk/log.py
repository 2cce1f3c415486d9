"""The log file of one desk: what went wrong and when, without a word about any guest.

Messages carry ids, codes and counts, never names, addresses or badge codes. The text of an exception may quote what a
person typed, so it stays out of the file too: a trace names the type and the lines of code it went through, without the
folder in which the program lies, which is mostly called like a person.
"""

import logging
import os
import re
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from eventdesk.errors import BugError

MEGABYTE = 1_000_000
FILES = 5
HOME = "EVENTDESK_HOME"

_PACKAGES = re.compile(r".*[/\\](?=(?:eventdesk|ui|tests|site-packages|lib|Lib|python\d[\d.]*)[/\\])")

log = logging.getLogger(__name__)


def folder() -> Path:
    """Return the folder of this user for logs, where the system keeps such; EVENTDESK_HOME overrides it."""
    home = os.environ.get(HOME)
    if home:
        return Path(home) / "logs"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "eventdesk/logs"
    if sys.platform == "darwin":
        return Path.home() / "Library/Logs/eventdesk"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local/state") / "eventdesk/logs"


def describe(error: BaseException) -> str:
    """Return what may be said about `error` without quoting anybody: its type, and the text only of our own bugs."""
    name = type(error).__qualname__
    if isinstance(error, BugError):
        return f"{name}: {error}"
    if isinstance(error, OSError) and error.strerror:
        return f"{name}: {error.strerror}"
    code = getattr(error, "sqlite_errorname", None)
    return f"{name}: {code}" if code else name


def trace(error: BaseException) -> str:
    """Return the way `error` and what caused it took through the code, oldest first, as it may be logged."""
    parts: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        parts.append(_way(current.__traceback__) + describe(current))
        if isinstance(current, BaseExceptionGroup):
            parts[-1] += "".join(f"\n| {line}" for part in current.exceptions for line in trace(part).splitlines())
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\nled to\n".join(reversed(parts))


def without_home(path: str) -> str:
    """Return a path of code from the package on: what stands before it may name a person."""
    shortened = _PACKAGES.sub("", path)
    return shortened if shortened != path else re.split(r"[/\\]", path)[-1]


def _way(steps: TracebackType | None) -> str:
    told = (
        f'  File "{without_home(each.filename)}", line {each.lineno}, in {each.name}\n    {each.line}\n'
        for each in traceback.extract_tb(steps)
    )
    return "".join(told)


class _Discreet(logging.Formatter):
    def __init__(self) -> None:
        super().__init__("%(asctime)s.%(msecs)03dZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime

    def format(self, record: logging.LogRecord) -> str:
        former, record.exc_text = (
            record.exc_text,
            None,
        )  # another handler may have left its own trace there, with quotes
        try:
            return super().format(record)
        finally:
            record.exc_text = former

    def formatException(  # noqa: N802 - logging calls it so
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        return trace(ei[1]) if ei[1] else ""


class _LogFile(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging calls it so
        """Stay silent: a full disk must not print into the output of a command, nor stop a desk."""


def start(where: Path | None = None) -> logging.Handler | None:
    """Send everything from INFO up to `eventdesk.log` in `where` (default: `folder()`), at most five files of 1 MB.

    Returns the handler for `stop`, or None if the folder cannot be written: a desk works without a log, too.
    """
    target = where or folder()
    try:
        target.mkdir(parents=True, exist_ok=True)
        handler = _LogFile(target / "eventdesk.log", maxBytes=MEGABYTE, backupCount=FILES - 1, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(_Discreet())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def stop(handler: logging.Handler) -> None:
    """Close a log that `start` opened."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def watch(tell: Callable[[BaseException], None]) -> Callable[[], None]:
    """Log every exception that nobody caught, in any thread, then hand it to `tell` (a dialog, a sentence).

    Ctrl+C is no bug and goes its usual way. Returns a function that puts the former hooks back.
    """
    former = sys.excepthook, threading.excepthook, sys.unraisablehook

    def caught(error: BaseException) -> None:
        log.error("Nobody caught this", exc_info=error)
        with suppress(Exception):  # a broken dialog must not hide the first error, nor end the desk
            tell(error)

    def in_main(kind: type[BaseException], error: BaseException, way: TracebackType | None) -> None:
        if isinstance(error, Exception):
            caught(error)
        else:
            former[0](kind, error, way)

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if isinstance(args.exc_value, Exception):
            caught(args.exc_value)

    def in_destructor(args: "sys.UnraisableHookArgs") -> None:
        if isinstance(args.exc_value, Exception):
            caught(args.exc_value)

    def restore() -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = former

    sys.excepthook, threading.excepthook, sys.unraisablehook = in_main, in_thread, in_destructor
    return restore
