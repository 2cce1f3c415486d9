"""Tells whether anything can have stood behind what was read of a table in order, where some pages are broken."""

from collections.abc import Sequence

END = (0, 0)
"""There is nothing behind the last row."""


class Tree:
    """The pages of one table that is kept in the order of its entries' ids, as far as they could be read."""

    def __init__(self) -> None:
        self.root = 0
        """The number of the first page; 0 if nobody knows it."""
        self._rows: dict[int, Sequence[str]] = {}
        self._children: dict[int, Sequence[int]] = {}
        self._parent: dict[int, tuple[int, int]] = {}
        self._latest: dict[str, tuple[int, int]] = {}

    def add(self, number: int, eids: Sequence[str], children: Sequence[int]) -> None:
        """Add a page: the entries that its rows belong to (empty where a row is broken), the pages around them."""
        self._rows[number], self._children[number] = eids, children
        for place, child in enumerate(children):
            self._parent[child] = (number, place)

    def ends(self, eid: str) -> bool:
        """Say whether it is certain that no row of this entry is missing behind those that were read."""
        if not self._latest:
            self._note_latest()
        place = self._latest.get(eid)
        seen: set[tuple[int, int]] = set()
        while place is not None and place not in seen:
            seen.add(place)
            following = self._after(*place)
            if following is None or following == END:
                return following is not None
            number, row = following
            if self._rows[number][row] != eid:
                return bool(self._rows[number][row])
            place = following
        return False

    def _note_latest(self) -> None:
        """Note for each entry one row behind which none of it was read."""
        for number, eids in self._rows.items():
            for row, eid in enumerate(eids):
                if eid:
                    self._latest[eid] = (number, row)

    def _after(self, number: int, row: int) -> tuple[int, int] | None:
        """Return the row that follows in order, or END; None if that cannot be told."""
        children = self._children[number]
        if children:
            return self._first(children[row + 1])
        if row + 1 < len(self._rows[number]):
            return number, row + 1
        return self._behind(number)

    def _first(self, number: int) -> tuple[int, int] | None:
        seen: set[int] = set()
        while number in self._rows and number not in seen:
            seen.add(number)
            if not self._children[number]:
                return number, 0
            number = self._children[number][0]
        return None

    def _behind(self, number: int) -> tuple[int, int] | None:
        """Return the row behind all those of a page."""
        seen: set[int] = set()
        while number in self._parent and number not in seen:
            seen.add(number)
            parent, place = self._parent[number]
            if place < len(self._rows.get(parent, ())):
                return parent, place
            number = parent
        return END if number == self.root else None
