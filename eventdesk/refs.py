"""Ids of the event folder, as people count them, and what entries about several things are called."""

import re
from collections.abc import Collection, Iterable

_FEW = 4


def as_counted(ref: str) -> tuple[int | str, ...]:
    """Return a key for sorting ids as people count: "S2" comes before "S10"."""
    parts = re.split(r"([0-9]+)", ref.casefold())
    return tuple(int(part) if at % 2 else part for at, part in enumerate(parts))


def next_ref(refs: Collection[str], usual: str) -> str:
    """Return the id that follows the highest one, of the kind that most ids are: "F5" after "F1" to "F4".

    `usual`: how ids begin where there are none, or none ends in a number.
    """
    starts = [ref.rstrip("0123456789") for ref in refs if ref[-1:].isdecimal()]
    begin = max(dict.fromkeys(starts), key=starts.count, default=usual)
    digits = [ref.removeprefix(begin) for ref in refs if ref.startswith(begin)]
    known = [each for each in digits if each.isdecimal() and each.isascii() and len(each) < 16]
    width = max(map(len, known), default=1)
    return f"{begin}{max(map(int, known), default=0) + 1:0{width}d}"


def label_of(names: Iterable[str]) -> str:
    """Return what an entry about several things is called: the first few of them."""
    every = list(names)
    return ", ".join(every[:_FEW]) + (f" … ({len(every)})" if len(every) > _FEW else "")
