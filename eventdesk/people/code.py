"""Badge codes: sixteen digits that survive every keyboard layout, and what may arrive in the scan field instead.

A code is the digit of its kind, fourteen random digits and a Damm check digit (H. M. Damm, "Total anti-symmetrische
Quasigruppen", 2004), which finds every wrong digit and every swap of two neighbours.
"""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from operator import add

from eventdesk.store.access import WHOLE, Share, drawn

LENGTH = 16
_RANDOM_DIGITS = LENGTH - 2
_RANDOM_CODES = 10**_RANDOM_DIGITS

_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)

_AFTER = tuple(bytes(ord("0")) + bytes(map(int, row)) for row in _DAMM)
"""The same by the ASCII code of the digit."""

_AFTER_TEN_TIMES = bytes(ord("0")) + bytes(int(digit) for row in _DAMM for digit in row) + bytes(256 - ord("0") - 100)
"""The same by ten times the state and the ASCII code of the digit together."""

AZERTY_ROWS = ("à&é\"'(-è_ç", "à&é\"'(§è!ç", "À&É\"'(-È_Ç")
"""What the keys 0 to 9 type without Shift in France, in Belgium, and in France with Caps Lock."""

US_KEYS = "-_=+[{]};:'\"\\|,<.>/?@#^&*()~yzYZ"
GERMAN_KEYS = "ß?´`üÜ+*öÖäÄ#',;.:-_\"§&/()=°zyZY"
"""What a scanner that believes in a US keyboard means, and what a German one makes of the same keys."""

_PREFIX = re.compile(r"\A(?:\][A-Za-z]\d)?(?:\\0000(?:01|03|26|27))?")
_OWN_CODE = re.compile(rf"\A(?:\D\D\d)?(?:\D0000(?:01|03|26|27))?(\d{{{LENGTH}}})\Z")
_MAIL = re.compile(r"\A\S+@\S+\.\S+\Z")
_NO_DASHES = dict.fromkeys(map(ord, "-‐‑‒–—"))
_LONGEST_MAIL = 254
_LONGEST_JSON = 2000
_CERTAIN_LENGTH = 12
_LEAST_LENGTH = 4


class Kind(IntEnum):
    """What a code belongs to: its first digit."""

    PERSON = 1
    BOOTH = 2
    ROOM = 3
    STAFF = 4
    BALLOT = 5
    STUB = 6


class Repair(StrEnum):
    """How a scan was changed by the keyboard layout of this computer, and put right again."""

    OTHER_DIGITS = "other_digits"
    """Digits of another script, such as ۱۲۳."""
    AZERTY = "azerty"
    """A French or Belgian keyboard, where digits need Shift."""
    GERMAN_KEYS = "german_keys"
    """Y and Z swapped, and signs in other places."""
    CAPS_LOCK = "caps_lock"
    """Capital and small letters swapped."""


@dataclass(frozen=True, slots=True)
class Code:
    """One of our codes, its check digit right. `kind` is None for a first digit without a meaning."""

    digits: str
    kind: Kind | None
    repaired: Repair | None = None


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to read a foreign code, and the repair that this takes."""

    text: str
    repaired: Repair | None = None


@dataclass(frozen=True, slots=True)
class Foreign:
    """What may be a code of another system. Look the spellings up, the first one found is meant.

    `certain`: nobody types this as a name, so that a code which is not found is an unknown code and not a search.
    `misread`: sixteen digits whose check digit is wrong.
    """

    text: str
    spellings: tuple[Spelling, ...]
    certain: bool
    misread: bool


@dataclass(frozen=True, slots=True)
class Words:
    """A name or part of one, to be searched for. Empty if nothing was typed."""

    text: str


Reading = Code | Foreign | Words


def check_digit(digits: str) -> str:
    """Return the Damm check digit of ASCII `digits`."""
    state = 0
    for digit in digits.encode("ascii"):
        state = _AFTER[state][digit]
    return str(state)


def new_code(kind: Kind = Kind.PERSON) -> str:
    """Return a fresh random code: two of 100,000 codes are equal with a chance of 1 in 20,000."""
    return new_codes(1, kind)[0]


def new_codes(number: int, kind: Kind = Kind.PERSON, share: Share = WHOLE) -> list[str]:
    """Return fresh random codes from a share of all in ascending order; that two are equal is as unlikely as there."""
    # 64 random bits for 47: no code is likelier than another by more than five in a million
    first = kind.value * _RANDOM_CODES
    bodies = list(map(str, sorted(first + each for each in drawn(number, _RANDOM_CODES, share))))
    return list(map(add, bodies, _check_digits(bodies)))


def _check_digits(bodies: Sequence[str]) -> str:
    """Return the check digits of texts of all digits but the last.

    All take a step together, each in a byte of one large number, which nothing is carried over from: none exceeds 147.
    """
    digits = "".join(bodies).encode("ascii")
    states = bytes(len(bodies))
    for at in range(LENGTH - 1):
        together = int.from_bytes(states, "big") * 10 + int.from_bytes(digits[at :: LENGTH - 1], "big")
        states = together.to_bytes(len(bodies), "big").translate(_AFTER_TEN_TIMES)
    return "".join(map(str, states))


def is_code(text: str) -> bool:
    """Say whether `text` is exactly one of our codes, ASCII digits only, the check digit right."""
    return len(text) == LENGTH and text.isascii() and text.isdigit() and check_digit(text) == "0"


def grouped(code: str) -> str:
    """Return the code as people read it: "1482 9016 3375 2042"."""
    return " ".join(code[at : at + 4] for at in range(0, len(code), 4))


def without_secret(text: str) -> str:
    """Return a code as it may be written down: of one that looks like a ballot or its stub, only what it is.

    Scanned at a check-in by mistake, it would tell from the journal who had which ballot.
    """
    digits, _ = repair("".join(text.split()))
    secret = len(digits) == LENGTH and digits[:1] in {str(Kind.BALLOT.value), str(Kind.STUB.value)}
    return f"{digits[0]}…" if secret else text


def clean(text: str) -> str:
    """Return `text` without what scanners add: control and invisible characters, outer blanks, AIM and ECI prefixes.

    Two codes are the same ticket if they are equal after this.
    """
    visible = "".join(sign for sign in text if unicodedata.category(sign)[0] != "C" or sign == "\u200c")
    return _PREFIX.sub("", visible.strip()).strip()


def repair(text: str) -> tuple[str, Repair | None]:
    """Return `text` with the digits that the scanner meant, and what had to be put right (None: nothing).

    Digits of other scripts become ASCII digits. The unshifted digit row of an AZERTY keyboard is taken for digits
    only where nothing but that row is left, so that words pass as they are.
    """
    folded = ascii_digits(text)
    if folded != text:
        return folded, Repair.OTHER_DIGITS
    for row in AZERTY_ROWS:
        digits = text.translate(_to_digits(row))
        if digits != text and digits.isascii() and digits.isdigit():
            return digits, Repair.AZERTY
    return text, None


def read(text: str) -> Reading:
    """Say what was scanned or typed, by its content alone: one of our codes, perhaps a foreign one, or words."""
    if is_code(text):
        return _code(text, None)
    cleaned = clean(text)
    closed = "".join(cleaned.split())
    own = _own_code(closed) or _own_code(closed.translate(_NO_DASHES))
    if own is not None:
        return own
    digits, _ = repair(closed)
    misread = len(digits) == LENGTH and digits.isdigit()
    if not misread and not _may_be_code(cleaned):
        return Words(cleaned)
    return Foreign(
        text=cleaned,
        spellings=tuple(_spellings(cleaned)),
        certain=len(closed) >= _CERTAIN_LENGTH and not _is_mail(cleaned),
        misread=misread,
    )


def _own_code(text: str) -> Code | None:
    """Find our sixteen digits, behind any prefix in any layout."""
    for spelling in _digit_spellings(text):
        found = _OWN_CODE.match(spelling.text)
        if found and is_code(found[1]):
            return _code(found[1], spelling.repaired)
    return None


def _code(digits: str, repaired: Repair | None) -> Code:
    return Code(digits, _KINDS.get(digits[0]), repaired)


def _digit_spellings(text: str) -> list[Spelling]:
    folded = ascii_digits(text)
    rows = [text.translate(_to_digits(row)) for row in AZERTY_ROWS]
    return [
        Spelling(text),
        Spelling(folded, Repair.OTHER_DIGITS),
        *(Spelling(row, Repair.AZERTY) for row in rows),
    ]


def _may_be_code(text: str) -> bool:
    """Say whether a text could be a foreign code: no blanks and a digit in it, or a JSON object."""
    if text.startswith(("{", "Ü")) and len(text) >= _CERTAIN_LENGTH:
        return True
    if len(text) < _LEAST_LENGTH or any(sign.isspace() for sign in text) or _is_mail(text):
        return False
    return any(sign.isdigit() for sign in text) or repair(text)[1] is not None


def _is_mail(text: str) -> bool:
    return len(text) <= _LONGEST_MAIL and _MAIL.match(text) is not None


def _spellings(text: str) -> list[Spelling]:
    german = clean(text.translate(_FROM_GERMAN))
    digits, repaired = repair(text)
    candidates = [
        Spelling(text),
        Spelling(digits, repaired),
        Spelling(german, Repair.GERMAN_KEYS),
        Spelling(text.swapcase(), Repair.CAPS_LOCK),
    ]
    secrets_inside = [Spelling(_inner_secret(each.text), each.repaired) for each in candidates]
    candidates += [each for each in secrets_inside if each.text]
    unique: dict[str, Spelling] = {}
    for each in candidates:
        unique.setdefault(each.text, each)
    return list(unique.values())


def _inner_secret(text: str) -> str:
    """Return the secret inside the JSON text that Indico prints as its code, or nothing."""
    if not text.startswith("{") or len(text) > _LONGEST_JSON:
        return ""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    return str(content.get("checkin_secret") or "")


def ascii_digits(text: str) -> str:
    """Return `text` with the digits of other scripts as ASCII digits."""
    return "".join(map(_digit, text))


def _digit(sign: str) -> str:
    value = unicodedata.digit(sign, None)
    return sign if value is None or unicodedata.category(sign) != "Nd" else str(value)


def _to_digits(row: str) -> dict[int, str]:
    return {ord(sign): str(value) for value, sign in enumerate(row)}


_KINDS = {str(kind.value): kind for kind in Kind}
_FROM_GERMAN = str.maketrans(GERMAN_KEYS, US_KEYS)
