"""Lots that anybody can draw again: from the seed and what is printed of a badge code, by SHA-256."""

from collections.abc import Iterable
from hashlib import sha256

from eventdesk.panels.seating.problem import Seats

_HEAVIEST = 64

SHOWN_DIGITS = 8
"""As many last digits of a badge code are shown: enough to find oneself, too few to make the badge."""


def lot(seed: int, label: str) -> str:
    """Return somebody's lot: the SHA-256, in hexadecimal, of "seed:label". The smallest goes first."""
    return sha256(f"{seed}:{label}".encode()).hexdigest()


def unit_lot(seed: int, labels: Iterable[str]) -> str:
    """Return the lot of people who stay together: the best of theirs."""
    return min(lot(seed, label) for label in labels)


def label_of(code: str, ref: str, registered: int) -> str:
    """Return what somebody is called in a draw: the last digits of their code, else their id in the list."""
    return code[-SHOWN_DIGITS:] or ref or f"#{registered}"


def crowd_weights(seats: Seats) -> list[int]:
    """Return what the regret of each crowd weighs where all else is equal: from 1 on, drawn by what they wish."""
    names = [
        ",".join(f"{rank}:{seats.offer_of[each].ref}" for each, rank in crowd.wishes.items()) for crowd in seats.crowds
    ]
    return [1 + int(lot(seats.seed, name)[:8], 16) % _HEAVIEST for name in names]
