"""An apostrophe before every cell that a spreadsheet would run as a formula, and off again when it comes back."""

import re

_DANGEROUS = "=+\\-@\t\r\n＝＋－＠"
_RUNS = re.compile(f"'*[{_DANGEROUS}]")
_GUARDED = re.compile(f"'+[{_DANGEROUS}]")


def guarded(cell: str) -> str:
    """Return the cell so that no spreadsheet runs it: with an apostrophe before what could be a formula."""
    return f"'{cell}" if _RUNS.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return the cell without the apostrophe that `guarded` put before it."""
    return cell[1:] if _GUARDED.match(cell) else cell


def holds_guards(text: str) -> bool:
    """Whether any cell of a whole text file can be guarded."""
    return _GUARDED.search(text) is not None
