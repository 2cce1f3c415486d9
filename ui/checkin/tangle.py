"""When the keys of a scan mix with others: two scanners at once, or letters that somebody was typing. Knows no widget.

A laptop hears all its scanners as one keyboard. Two badges scanned in the same moment reach the scan field key by key
in turns, the first Enter in the middle. A code that stands whole among other keys is told by its check digit and by
the person it belongs to; everything else would be a guess.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from eventdesk.people import code as codes

TWO_CODES = 2 * codes.LENGTH


@dataclass(frozen=True)
class Mixture:
    """What came in one go: the one code that stands whole in it, if there is one.

    `two`: digits of a second scan are among them; `rest` of its digits, and an Enter, are still to come.
    """

    code: str
    two: bool = False
    rest: int = 0


def mixture(text: str, belongs: Callable[[str], bool]) -> Mixture | None:
    """Look for codes among other keys; None if there is neither a scan among letters nor more than one scan.

    `belongs` says whether a code belongs to somebody: a right check digit alone comes about by chance, too.
    """
    if codes.is_code(text):
        return None
    cleaned = codes.clean(text)
    digits = "".join(sign for sign in cleaned if sign.isascii() and sign.isdigit())
    if not codes.LENGTH <= len(digits) <= TWO_CODES:
        return None
    found = {code for code in _codes_in(cleaned, digits) if belongs(code)}
    whole = found.pop() if len(found) == 1 else ""
    if cleaned == digits and len(digits) > codes.LENGTH and digits != whole * 2:
        return Mixture(whole, two=True, rest=TWO_CODES - len(digits))
    return Mixture(whole) if whole else None


def _codes_in(text: str, digits: str) -> Iterator[str]:
    """Yield every sixteen digits with a right check digit that stand together, or have nothing but letters between."""
    for source in (text, digits):
        for at in range(len(source) - codes.LENGTH + 1):
            candidate = source[at : at + codes.LENGTH]
            if codes.is_code(candidate):
                yield candidate
