"""Tries a scanner: what arrives of a known code tells how scanner and keyboard disagree."""

from dataclasses import dataclass
from enum import StrEnum

from eventdesk.people.code import AZERTY_ROWS, GERMAN_KEYS, US_KEYS, ascii_digits

TEST_TEXT = "EVENTdesk-yz-0123456789"
"""Letters of both cases, Y and Z, a sign and all digits: each layout makes something else of it."""

_GERMAN = str.maketrans(US_KEYS, GERMAN_KEYS)
_FRENCH, _BELGIAN = (str.maketrans("0123456789-aqzwAQZW", f"{row})qawzQAWZ") for row in AZERTY_ROWS[:2])


class Finding(StrEnum):
    """What is not as it should be."""

    GERMAN_KEYS = "german_keys"
    AZERTY = "azerty"
    OTHER_DIGITS = "other_digits"
    CAPS_LOCK = "caps_lock"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    NO_ENTER = "no_enter"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Trial:
    """What a scan of the test code showed. `prefix` and `suffix`: what stood around it."""

    findings: tuple[Finding, ...]
    prefix: str = ""
    suffix: str = ""


def tried(typed: str, *, ended: bool) -> Trial:
    """Say what a scan of `TEST_TEXT` shows that arrived as `typed`; `ended`: Enter or Tab came after it."""
    folded = ascii_digits(typed)
    for finding, expected in _spellings():
        for capitals in (False, True):
            wanted = _with_caps_lock(expected) if capitals else expected
            at = folded.find(wanted)
            if at >= 0:
                findings = [] if finding is None else [finding]
                findings += [Finding.OTHER_DIGITS] if folded != typed else []
                findings += [Finding.CAPS_LOCK] if capitals else []
                return _around(typed, at, len(wanted), findings, ended=ended)
    return Trial((Finding.UNREADABLE,))


def _around(typed: str, at: int, length: int, findings: list[Finding], *, ended: bool) -> Trial:
    prefix, suffix = typed[:at], typed[at + length :]
    findings += [Finding.PREFIX] if prefix else []
    findings += [Finding.SUFFIX] if suffix else []
    findings += [] if ended else [Finding.NO_ENTER]
    return Trial(tuple(findings), prefix, suffix)


def _spellings() -> list[tuple[Finding | None, str]]:
    return [
        (None, TEST_TEXT),
        (Finding.GERMAN_KEYS, TEST_TEXT.translate(_GERMAN)),
        (Finding.AZERTY, TEST_TEXT.translate(_FRENCH)),
        (Finding.AZERTY, TEST_TEXT.translate(_BELGIAN)),
    ]


def _with_caps_lock(text: str) -> str:
    return "".join(sign if sign == "ß" else sign.swapcase() for sign in text)
