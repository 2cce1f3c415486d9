"""An apostrophe before every cell that a spreadsheet would run as a formula, and off again when it comes back.

Some programs trim blanks and what cannot be seen before they look, and take other forms of a sign for the sign itself.
"""

import re

_SIGNS = "=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋⩵⩶﬩"
_LINE_SIGNS = "\t\r\n"
_UNSEEN = (
    "\x00-\x20\x7f-\xa0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
_DANGER = f"(?:['{_UNSEEN}]*+[{_SIGNS}]|'*+[{_LINE_SIGNS}])"
_RUNS = re.compile(_DANGER)
_GUARDED = re.compile(f"'{_DANGER}")
_PERHAPS = re.compile(f"'['{_UNSEEN}{_SIGNS}]")


def guarded(cell: str) -> str:
    """Return the cell so that no spreadsheet runs it: with an apostrophe before what could be a formula."""
    return f"'{cell}" if _RUNS.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return the cell without the apostrophe that `guarded` put before it."""
    return cell[1:] if _GUARDED.match(cell) else cell


def holds_guards(text: str) -> bool:
    """Whether any cell of a whole text file can be guarded."""
    return _PERHAPS.search(text) is not None
