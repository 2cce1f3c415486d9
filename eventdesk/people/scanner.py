"""Tries a scanner: what arrives of a known code tells how scanner and keyboard disagree, and what to make of it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
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


@dataclass(frozen=True, slots=True)
class Habit:
    """What a scanner does to every code: what it writes before and after it, capitals swapped, no Enter behind it."""

    prefix: str = ""
    suffix: str = ""
    swapped: bool = False
    silent: bool = False

    def code_in(self, text: str) -> str | None:
        """Return the code that this scanner wrote so; None if the text lacks what the scanner writes around codes."""
        end = len(text) - len(self.suffix)
        if end <= len(self.prefix) or not (
            _alike(text[: len(self.prefix)], self.prefix) and _alike(text[end:], self.suffix)
        ):
            return None
        code = text[len(self.prefix) : end]
        return _with_caps_lock(code) if self.swapped else code


MOST_HABITS = 6
"""So many scanners of a desk are remembered, those that were tried last."""
LONGEST_AFFIX = 24


def habit_of(trial: Trial) -> Habit | None:
    """Return what can be made up for of what a trial showed; None if there is nothing, or it can't be."""
    habit = Habit(
        trial.prefix,
        trial.suffix,
        Finding.CAPS_LOCK in trial.findings,
        Finding.NO_ENTER in trial.findings,
    )
    return habit if habit != Habit() and max(len(trial.prefix), len(trial.suffix)) <= LONGEST_AFFIX else None


def readings(text: str, habits: Sequence[Habit]) -> Iterator[str]:
    """Yield each code once that a scanner may have meant, other than the text as it stands."""
    found = {text}
    for habit in habits:
        for each in (Habit(habit.prefix, habit.suffix), habit):  # Caps Lock may have been switched off since
            code = each.code_in(text)
            if code and code not in found:
                found.add(code)
                yield code


def with_habit(habits: Sequence[Habit], habit: Habit) -> tuple[Habit, ...]:
    """Return the habits with one more, the newest first."""
    return (habit, *(each for each in habits if each != habit))[:MOST_HABITS]


def habits_to_text(habits: Sequence[Habit]) -> str:
    """Return habits as a line that can be kept; nothing for none."""
    return json.dumps([asdict(each) for each in habits], ensure_ascii=True) if habits else ""


def habits_from_text(text: str) -> tuple[Habit, ...]:
    """Return the habits that a line holds; one that somebody has broken holds none."""
    try:
        return tuple(
            Habit(str(kept["prefix"]), str(kept["suffix"]), kept["swapped"] is True, kept["silent"] is True)
            for kept in json.loads(text or "[]")[:MOST_HABITS]
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return ()


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


def _alike(text: str, affix: str) -> bool:
    return text.casefold() == affix.casefold()
