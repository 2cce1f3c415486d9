"""Which files this computer has written for people, so that those with names in them can be found and deleted later.

One line for each file in a list beside the log: when, where, how large, when it was changed last. What it is about does
not stand there. A desk works as well without the list.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from eventdesk import log

LIST = "written.jsonl"
_MOST = 20_000
"""So many lines are read, the newest: enough for years."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file that was written `at` a time (aware); `untouched` if nobody has changed it since."""

    path: Path
    at: datetime
    untouched: bool


def note(path: Path) -> None:
    """Add a file that was just written."""
    with suppress(OSError):
        path = path.resolve()
        facts = path.stat()
        line = json.dumps([datetime.now(UTC).isoformat(), str(path), facts.st_size, facts.st_mtime_ns])
        folder = log.folder()
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / LIST).open("a", encoding="utf-8") as listed:
            listed.write(f"{line}\n")


def written_since(moment: datetime) -> list[Output]:
    """Return the files written since a moment that are still there, each once, the newest first."""
    found: dict[Path, Output] = {}
    for at, path, size, changed in _lines():
        if at >= moment and path.is_file():
            facts = path.stat()
            found[path] = Output(path, at, (facts.st_size, facts.st_mtime_ns) == (size, changed))
    return sorted(found.values(), key=lambda each: each.at, reverse=True)


def strike_out_missing() -> None:
    """Take the files that are not there any more off the list."""
    lines = [line for line in _lines() if line[1].exists()]
    with suppress(OSError):
        text = "".join(f"{json.dumps([at.isoformat(), str(path), size, at_ns])}\n" for at, path, size, at_ns in lines)
        (log.folder() / LIST).write_text(text, encoding="utf-8")


def _lines() -> Iterator[tuple[datetime, Path, int, int]]:
    try:
        text = (log.folder() / LIST).read_text("utf-8", errors="replace")
    except OSError:
        return
    for line in text.splitlines()[-_MOST:]:
        with suppress(ValueError, TypeError):
            at, path, size, changed = json.loads(line)
            yield datetime.fromisoformat(at), Path(path), int(size), int(changed)
