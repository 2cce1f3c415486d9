"""The PINs of an event: how one is kept, checked, set and taken away, and how many wrong ones are borne.

A PIN keeps people from mistakes. What is kept of it is a salted scrypt hash (RFC 7914), which is slow on purpose: about
a tenth of a second and 32 MB. Make and check them beside the window.
"""

import hashlib
import hmac
import os
import unicodedata
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.rights import Level
from eventdesk.store import settings

SHORTEST, LONGEST = 4, 12
MINUTES = (2, 5, 10, 30, 0)
"""After so many minutes without a key or a click a desk works for clerks again; 0: never by itself."""
USUAL_MINUTES = 5
MOST_TRIES = 5
WAIT = timedelta(seconds=30)

FAMILY = "pin."
_KEYS: Mapping[Level, str] = {Level.ORGANISER: FAMILY + "organiser", Level.CLERK: FAMILY + "clerk"}
_MINUTES_KEY = FAMILY + "minutes"
_SCHEME = "scrypt-15-8-1"
_N, _R, _P, _SALT, _LENGTH = 2**15, 8, 1, 16, 32
_MEMORY = 64 * 1024 * 1024


class PinTrouble(StrEnum):
    """Why a text cannot be a PIN."""

    SHORT = "short"
    LONG = "long"
    SIGNS = "signs"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Pins:
    """What is kept of the PINs of an event: a hash for each level that has one, and after how long a desk falls back.

    Who is no organiser needs no PIN to work as long as `clerk` is empty.
    """

    organiser: str = ""
    clerk: str = ""
    minutes: int = USUAL_MINUTES

    def of(self, level: Level) -> str:
        """Return what is kept for a level."""
        return self.organiser if level is Level.ORGANISER else self.clerk

    def level_of(self, typed: str) -> Level | None:
        """Return what a PIN opens. Takes as long whether it is right or wrong; not for the thread of the window."""
        right = [level for level in (Level.ORGANISER, Level.CLERK) if matches(typed, self.of(level))]
        return next(iter(right), None)


@dataclass(frozen=True, slots=True)
class Tries:
    """How many wrong PINs came in a row at one desk, and until when no more is taken, if that is so."""

    wrong: int = 0
    until: datetime | None = None

    def wait(self, now: datetime) -> timedelta:
        """Return how long to wait before the next try; a clock that was set back makes it no longer than `WAIT`."""
        return timedelta(0) if self.until is None else max(timedelta(0), min(WAIT, self.until - now))

    def after_wrong(self, now: datetime) -> "Tries":
        """Return what is known after one more wrong PIN."""
        wrong = self.wrong + 1
        return Tries(0, now + WAIT) if wrong >= MOST_TRIES else replace(self, wrong=wrong)

    @property
    def left(self) -> int:
        """How many more are taken before one has to wait."""
        return MOST_TRIES - self.wrong

    def text(self) -> str:
        """Return what a desk keeps of it between two starts."""
        return f"{self.wrong} {self.until.isoformat() if self.until is not None else ''}".strip()

    @classmethod
    def read(cls, text: str) -> "Tries":
        """Return what was kept; whatever cannot be read counts as nothing."""
        number, _, until = text.partition(" ")
        try:
            at = datetime.fromisoformat(until) if until else None
        except ValueError:
            at = None
        wrong = int(number) if number.isascii() and number.isdigit() and len(number) == 1 else 0
        return cls(min(wrong, MOST_TRIES - 1), at if at is not None and at.tzinfo is not None else None)


def pins(event: Event) -> Pins:
    """Return what is kept of the PINs of an event."""
    kept = settings.beginning_with(event.db, FAMILY)
    minutes = kept.get("minutes", "")
    known = int(minutes) if minutes.isdecimal() and int(minutes) in MINUTES else USUAL_MINUTES
    return Pins(kept.get("organiser", ""), kept.get("clerk", ""), known)


def trouble(typed: str) -> PinTrouble | None:
    """Say what keeps a text from being a PIN: it has 4 to 12 digits or letters."""
    plain = _plain(typed)
    if not all(sign.isalnum() for sign in plain):
        return PinTrouble.SIGNS
    if len(plain) < SHORTEST:
        return PinTrouble.SHORT
    return PinTrouble.LONG if len(plain) > LONGEST else None


def hashed(typed: str) -> str:
    """Return what is kept of a PIN. Not for the thread of the window."""
    salt = os.urandom(_SALT)
    return "$".join((_SCHEME, b64encode(salt).decode(), b64encode(_digest(typed, salt)).decode()))


def matches(typed: str, kept: str) -> bool:
    """Say whether a PIN is the one of which this was kept; what nobody can read matches none, nor does nothing."""
    scheme, _, rest = kept.partition("$")
    salt, _, digest = rest.partition("$")
    try:
        parts = (b64decode(salt, validate=True), b64decode(digest, validate=True))
    except (Base64Error, ValueError):
        parts = (b"", b"")
    readable = scheme == _SCHEME and [len(part) for part in parts] == [_SALT, _LENGTH]
    made = _digest(typed, parts[0] if readable else bytes(_SALT))
    return hmac.compare_digest(made, parts[1] if readable else bytes(_LENGTH)) and readable


def keep(event: Event, level: Level, made: str) -> None:
    """Set the PIN of a level: `made` is what `hashed` returned. Raises KnownError."""
    with event.transact(Op.PIN, "") as tx:
        settings.put(tx, _KEYS[level], made)


def drop(event: Event, level: Level) -> None:
    """Take away the PIN of a level; without that of the organisers nobody needs one. Raises KnownError."""
    gone = tuple(_KEYS.values()) if level is Level.ORGANISER else (_KEYS[level],)
    with event.transact(Op.PIN, "") as tx:
        for key in gone:
            settings.drop(tx, key)


def keep_minutes(event: Event, minutes: int) -> None:
    """Let desks of this event fall back after so many of `MINUTES`. Raises KnownError."""
    with event.transact(Op.PIN, "") as tx:
        settings.put(tx, _MINUTES_KEY, str(minutes))


def _plain(typed: str) -> str:
    """Return a PIN as it is meant: the same on every keyboard, large and small letters alike."""
    return unicodedata.normalize("NFKC", typed.strip()).casefold()


def _digest(typed: str, salt: bytes) -> bytes:
    plain = _plain(typed).encode("utf-8", "surrogatepass")
    return hashlib.scrypt(plain, salt=salt, n=_N, r=_R, p=_P, maxmem=_MEMORY, dklen=_LENGTH)
