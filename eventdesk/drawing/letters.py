"""What a text consists of before it is drawn: cleaned characters, and clusters that must share one font."""

import re
import unicodedata

ZERO_WIDTH_NON_JOINER = "\u200c"
ZERO_WIDTH_JOINER = "\u200d"
DIRECTION_MARKS = frozenset("\u061c\u200e\u200f\u2066\u2067\u2068\u2069")
"""Marks and isolates that steer the direction of a text and are never drawn."""

_BREAKS = re.compile(r"(?<=[^ ]) (?=[^ ·•|–—\-/&])|(?<=[^ \-])[-‐–—/](?=[^ ])")
"""Where a line may end: at a blank, unless a sign follows that must not begin a line, and behind a hyphen in a word."""

_NO_INK = frozenset("\u034f\u180e\u2060\u2061\u2062\u2063\u2064\u200c\u200d") | DIRECTION_MARKS
_DROPPED = frozenset("\u00ad\u200b\ufeff\u202a\u202b\u202c\u202d\u202e\u2028\u2029\ufffe\uffff")
_NO_BREAK_SPACES = frozenset("\u00a0\u202f\u2007")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
LONGEST = 800
"""So many characters of a text are drawn: it fits nowhere, and laying out ten thousand would take half a minute."""
_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))


def clean(text: str) -> str:
    """Return `text` in NFC without control characters, soft hyphens and overrides, runs of blanks as one blank.

    Spaces that forbid a line break stay; what is far too long ends early. Directional overrides go, because a name must
    not be able to turn around the text beside it.
    """
    text = text[:LONGEST]
    if text.isprintable() and unicodedata.is_normalized("NFC", text):  # it has no blanks but " ", and no marks to drop
        return " ".join(text.split()) if "  " in text or text[:1] == " " or text[-1:] == " " else text
    kept = []
    for sign in unicodedata.normalize("NFC", text):
        category = unicodedata.category(sign)
        if sign in _DROPPED or category == "Cs":
            continue
        if sign in _NO_BREAK_SPACES:
            kept.append("\u00a0")
        elif category[0] == "Z" or sign in "\t\n\r\v\f":
            kept.append(" ")
        elif category != "Cc":
            kept.append(sign)
    return " ".join(part for part in "".join(kept).split(" ") if part)


def unbroken(text: str) -> list[tuple[int, int]]:
    """Return where the parts of `text` begin and end within which no line ends; blanks between them belong to none."""
    found, start = [], 0
    for match in _BREAKS.finditer(text):
        found.append((start, match.start() if match[0] == " " else match.end()))
        start = match.end()
    return [*found, (start, len(text))]


def has_ink(sign: str) -> bool:
    """Say whether a font needs a glyph for this character: joiners and marks of direction need none."""
    return sign not in _NO_INK and not "\ufe00" <= sign <= "\ufe0f" and not "\U000e0000" <= sign <= "\U000e0fff"


def isolated(text: str) -> str:
    """Return `text` so that its direction stays its own affair when it becomes part of a longer text."""
    if text.isascii() or _RIGHT_TO_LEFT.isdisjoint(map(unicodedata.bidirectional, text)):
        return text
    return f"\u2068{text}\u2069"


def clusters(text: str) -> list[str]:
    """Split `text` into grapheme clusters: a letter with all its marks and joiners.

    These are the rules of UAX 29 that matter for choosing a font: marks, joiners, variation selectors, emoji
    sequences and flags. Hangul arrives composed, through NFC.
    """
    found: list[str] = []
    for sign in text:
        if found and (_extends(sign) or _joined(found[-1], sign)):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def _extends(sign: str) -> bool:
    if sign < "\u0300":
        return False
    return (
        unicodedata.category(sign)[0] == "M"
        or sign in (ZERO_WIDTH_JOINER, ZERO_WIDTH_NON_JOINER, "\u034f")
        or sign in _SKIN_TONES
        or "\U000e0020" <= sign <= "\U000e007f"
    )


def _joined(cluster: str, sign: str) -> bool:
    if cluster[-1] == ZERO_WIDTH_JOINER:
        return unicodedata.category(sign) == "So"
    return len(cluster) == 1 and _is_flag_letter(cluster) and _is_flag_letter(sign)


def _is_flag_letter(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"
