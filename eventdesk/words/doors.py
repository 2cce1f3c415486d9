"""What is said at the door of a room: on what ground somebody goes in, why not, and how full it is."""

from datetime import datetime
from typing import Protocol

from eventdesk.words import Words


class FillLike(Protocol):
    """How full a room is, as far as a sentence needs it."""

    @property
    def inside(self) -> int:
        """So many people are there."""

    @property
    def capacity(self) -> int | None:
        """So many fit in."""

    @property
    def kept(self) -> int:
        """So many places are kept."""

    @property
    def kept_until(self) -> datetime | None:
        """Until then, by the clock at the venue."""

    @property
    def waiting(self) -> int:
        """So many people wait."""

    @property
    def nearly_full(self) -> bool:
        """Whether to warn."""


def remarks(words: Words, fill: FillLike) -> list[str]:
    """Return what is to be known about a room besides the number of people, what matters most first.

    No more places are told to be kept than there are left: of people without a name nobody knows who they are.
    """
    found = []
    left = fill.kept
    if fill.capacity is not None:
        left = min(left, max(0, fill.capacity - fill.inside))
    if fill.capacity is not None and fill.nearly_full:
        found.append(warning(words, fill.inside, fill.capacity))
    if left and fill.kept_until is not None:
        found.append(kept(words, left, fill.kept_until))
    if fill.waiting:
        found.append(waiting(words, fill.waiting))
    return found


def reserved(words: Words) -> str:
    """Return the word for somebody who has a place."""
    return words.t("Place reserved")


def has_part(words: Words) -> str:
    """Return the word for somebody who speaks or moderates."""
    return words.t("Has a part here")


def free(words: Words) -> str:
    """Return the word for somebody who gets a place that nobody has."""
    return words.t("Free place")


def here(words: Words) -> str:
    """Return the word for somebody who is in the room already and is scanned at its door again."""
    return words.t("Already in the room")


def here_already(words: Words, since: datetime) -> str:
    """Return what to do with somebody who is in the room already since a local time."""
    return words.t("In the room since {time}: the person may pass, and is counted once.", time=f"{since:%H:%M}")


def not_here(words: Words) -> str:
    """Return the word for somebody who goes out of a room where they are not."""
    return words.t("Was not in this room")


def was_not_here(words: Words) -> str:
    """Return the same for a line in a list."""
    return words.t("was not in this room")


def is_elsewhere(words: Words, room: str, since: datetime) -> str:
    """Return what to do with somebody who goes out, but is in another room since a local time."""
    return words.t(
        "By the scans the person is in {room} since {time}, and may go; "
        "somebody who is just coming needs “Entry” (F7) and a second scan.",
        room=room,
        time=f"{since:%H:%M}",
    )


def full(words: Words, number: int) -> str:
    """Return the word for somebody who does not fit in; `number` is theirs in the waiting list, 0: they have none."""
    return words.t("Full – waiting list {number}", number=number) if number else words.t("Full")


def wait_until(words: Words, moment: datetime) -> str:
    """Return what to do with somebody while seats are kept for others until a local time."""
    return words.t(
        "Places that nobody came for become free at {time}: ask the person to wait here.", time=f"{moment:%H:%M}"
    )


def fill(inside: int, capacity: int | None) -> str:
    """Return how full a room is: "84 / 120"."""
    return f"{inside} / {capacity}" if capacity is not None else str(inside)


def warning(words: Words, inside: int, capacity: int) -> str:
    """Return what stands beside a room that is full or nearly so."""
    left = capacity - inside
    if left <= 0:
        return words.t("Full")
    return words.n("Nearly full: one place is left", "Nearly full: {count} places are left", left)


def kept(words: Words, number: int, until: datetime) -> str:
    """Return how many places are kept for people who are not in yet, and until when (local time)."""
    return words.n(
        "One place is kept until {time}", "{count} places are kept until {time}", number, time=f"{until:%H:%M}"
    )


def waiting(words: Words, number: int) -> str:
    """Return how many people wait for a place."""
    return words.n("One person is waiting", "{count} people are waiting", number)


def signed(change: int) -> str:
    """Return how many people came in or went out, with a real minus: "+2", "−1"."""
    return f"{change:+d}".replace("-", "−")


def times(starts: datetime, ends: datetime) -> str:
    """Return from when to when a session goes: "11:00–12:15"."""
    return f"{starts:%H:%M}–{ends:%H:%M}"
