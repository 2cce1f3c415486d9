"""Which entries fit what a guest types: a number, or letters of the name, whatever their accents."""

import unicodedata
from collections.abc import Sequence

from eventdesk.prize.poll import PollEntry


def matching(entries: Sequence[PollEntry], typed: str) -> tuple[PollEntry, ...]:
    """Return the entries that fit: a number exactly first, then those that begin with it; each word of a name."""
    wanted = _plain(typed)
    if not wanted:
        return tuple(entries)
    if wanted.isdecimal():
        exact = [entry for entry in entries if str(entry.number) == wanted.lstrip("0")]
        longer = [entry for entry in entries if str(entry.number).startswith(wanted) and entry not in exact]
        named = [entry for entry in entries if wanted in _plain(entry.name) and entry not in (*exact, *longer)]
        return (*exact, *longer, *named)
    words = wanted.split()
    return tuple(entry for entry in entries if all(word in _plain(entry.name) for word in words))


def _plain(text: str) -> str:
    """Return a text in small letters without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in apart if not unicodedata.combining(sign)).split())
