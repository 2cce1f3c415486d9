"""Reads TOML of unknown origin."""

import re
import tomllib
from typing import Any

_MOST_PARTS = 100
"""A key of so many parts is none of ours; of very many, reading it takes all time and memory that there is."""
_LONG_KEY = re.compile(rf"""(?<![\w.'"-])(?:(?>[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){{{_MOST_PARTS}}}""")


def parse(text: str) -> dict[str, Any]:
    """Return what a TOML text says. Raises ValueError or RecursionError if it is none."""
    long = _LONG_KEY.search(text)
    if long:
        raise ValueError(f"Key of too many parts (at line {text.count(chr(10), 0, long.start()) + 1}, column 1)")
    return tomllib.loads(text)
