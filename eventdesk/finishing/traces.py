"""Looks for people in the bytes of a file."""

import mmap
from collections.abc import Iterable
from pathlib import Path

_LEAST = 6
"""Shorter texts stand in any file by chance."""


def found_in(path: Path, texts: Iterable[str]) -> list[str]:
    """Return which of these texts stand in a file as UTF-8; those of fewer than six letters are not looked for."""
    wanted = {text for text in texts if len(text) >= _LEAST}
    if not wanted or not path.stat().st_size:
        return []
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return sorted(text for text in wanted if content.find(text.encode()) >= 0)
