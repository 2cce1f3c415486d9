"""The people of a programme and what they wish, made of rows of the list of people."""

from collections.abc import Iterable, Sequence
from typing import Any

from eventdesk.panels.programme import Guest
from eventdesk.panels.session import Session
from eventdesk.people.needs import needs_step_free
from eventdesk.people.records import split


class Crowd:
    """Grows by rows as `people.records.with_status` has them; people with the same lists share one tuple."""

    def __init__(self, sessions: Sequence[Session], came: Sequence[int]) -> None:
        """`came` are people in the order in which they came into the file; some may be in it twice."""
        self.guests: dict[int, Guest] = {}
        self.wishes: dict[int, tuple[int, ...]] = {}
        self.unknown: dict[int, tuple[str, ...]] = {}
        self._sessions = {session.ref: session.id for session in reversed(sessions)}
        self._order = {person: at for at, person in zip(range(len(came) - 1, -1, -1), reversed(came), strict=True)}
        self._step_free: dict[str, bool] = {"": False}
        self._lists: dict[str, tuple[tuple[int, ...], tuple[str, ...]]] = {"": ((), ())}

    def add(self, rows: Iterable[Iterable[Any]]) -> None:
        """Take some people in."""
        last = len(self._order)
        for person, ref, given, family, native, needs, group, wished, code in rows:
            if needs not in self._step_free:
                self._step_free[needs] = needs_step_free(split(needs))
            name = f"{given} {family}".strip() or native
            at = self._order.get(person, last)
            self.guests[person] = Guest(person, ref, name, self._step_free[needs], group, at, code)
            if wished not in self._lists:
                self._lists[wished] = self._known(wished)
            known, others = self._lists[wished]
            if known:
                self.wishes[person] = known
            if others:
                self.unknown[person] = others

    def _known(self, wished: str) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """Return the sessions of a list of wishes as row ids, each once, and the ids that no session has."""
        refs = dict.fromkeys(split(wished))
        known = tuple(self._sessions[ref] for ref in refs if ref in self._sessions)
        return known, tuple(ref for ref in refs if ref not in self._sessions)
