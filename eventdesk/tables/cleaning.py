"""Takes out of a cell what nobody can see and what could turn a line of text around."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import chain

_ROWS_AT_ONCE = 100
_BLANK_LIKE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_CROWD = re.compile(r"[^\w\s\x00-\x7f]{32,}")
_MOST_MARKS = 30
"""So many marks on one letter Unicode calls enough; to bring thousands of them into order would take for ever."""
_JOINERS = re.compile("[\u200c\u200d]+")
_NEEDED_JOINER = re.compile(
    # Persian and Urdu spell with these between letters, so do the scripts of India; emoji are put together with them.
    "(?<=[\u0600-\u0dff\ufb50-\ufdff\ufe70-\ufefc])[\u200c\u200d](?=[\u0600-\u0dff\ufb50-\ufdff\ufe70-\ufefc])"
    "|(?<=[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d(?=[\u2190-\u2bff\U0001f000-\U0001faff])"
)


def clean(cell: str) -> str:
    r"""Return the cell in NFC, without control, direction and zero-width characters and without blanks around it.

    Line ends become "\n", all other kinds of blank a plain one. A joiner stays where the spelling needs it.
    """
    if not cell.isprintable():
        cell = _BLANK_LIKE.sub(" ", _LINE_ENDS.sub("\n", cell))
        cell = _UNSEEN.sub("", cell)
        cell = _JOINERS.sub(lambda found: found[0][0], cell)
        cell = _JOINERS.sub(lambda found: found[0] if _NEEDED_JOINER.match(cell, found.start()) else "", cell)
    if not cell.isascii():
        cell = unicodedata.normalize("NFC", _CROWD.sub(_thinned, cell))
    return cell.strip()


def clean_rows(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the rows with clean cells; most are clean, and looking at many as a whole is enough to see that."""
    cleaned: list[tuple[str, ...]] = []
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        some = rows[start : start + _ROWS_AT_ONCE]
        cleaned += some if _are_clean(chain.from_iterable(some)) else map(_clean_row, some)
    return cleaned


def _clean_row(row: tuple[str, ...]) -> tuple[str, ...]:
    return row if _are_clean(row) else tuple(map(clean, row))


def _are_clean(cells: Iterable[str]) -> bool:
    joined = "|".join(cells)
    plain = joined.isprintable() and (joined.isascii() or _is_composed(joined))
    return plain and not (" |" in joined or "| " in joined or joined[:1] == " " or joined[-1:] == " ")


def _is_composed(text: str) -> bool:
    try:
        text.encode("latin-1")  # has no marks, and telling so is fast
    except UnicodeEncodeError:
        return not _CROWD.search(text) and unicodedata.is_normalized("NFC", text)
    return True


def _thinned(found: re.Match[str]) -> str:
    """Return a run of signs without the marks that are too many."""
    kept: list[str] = []
    marks = 0
    for sign in found[0]:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= _MOST_MARKS:
            kept.append(sign)
    return "".join(kept)


def one_line(cell: str) -> str:
    """Return the cell with line ends and repeated blanks as single blanks."""
    return cell if cell.isprintable() and "  " not in cell else " ".join(cell.split())
