"""Bookmarks of a PDF: the tree of parts that viewers show beside the pages (ISO 32000-1, 12.3.3)."""

from collections.abc import Callable, Sequence
from typing import NamedTuple


class Bookmark(NamedTuple):
    """One part: what it is called, the number of the object that is its page, and whether it is below the last top."""

    title: str
    page: int
    below: bool = False


def write_bookmarks(bookmarks: Sequence[Bookmark], first: int, write: Callable[[bytes], int]) -> int:
    """Write all bookmarks as objects and return the number of their root; there must be some.

    `write` writes one object and returns its number; `first` is the number that the next one gets, and those behind it
    follow. The first bookmark stands at the top, whatever it says.
    """
    tops = [at for at, each in enumerate(bookmarks) if at == 0 or not each.below]
    ends = [*tops[1:], len(bookmarks)]
    number = [first + 1 + at for at in range(len(bookmarks))]
    root = write(b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (number[0], number[tops[-1]], len(tops)))
    for at, each in enumerate(bookmarks):
        if at in tops:
            parent, siblings = root, tops
        else:
            top = max(place for place in tops if place < at)
            parent, siblings = number[top], list(range(top + 1, ends[tops.index(top)]))
        entries = [b"/Title %b/Parent %d 0 R/Dest[%d 0 R/Fit]" % (_text(each.title), parent, each.page)]
        place = siblings.index(at)
        if place:
            entries.append(b"/Prev %d 0 R" % number[siblings[place - 1]])
        if place + 1 < len(siblings):
            entries.append(b"/Next %d 0 R" % number[siblings[place + 1]])
        if at in tops and ends[tops.index(at)] > at + 1:
            last = ends[tops.index(at)] - 1
            entries.append(b"/First %d 0 R/Last %d 0 R/Count -%d" % (number[at + 1], number[last], last - at))
        write(b"<<%b>>" % b"".join(entries))
    return root


def _text(title: str) -> bytes:
    """Return a title as a text string of PDF, in UTF-16."""
    return b"<FEFF%b>" % title.encode("utf-16-be", "replace").hex().upper().encode("ascii")
