"""Asks for a second person: who changes cards with somebody, who must or must not sit with them."""

from eventdesk.cafe.pair import PairKind
from ui.cafe.flow.cafe_flow import CafeFlow
from ui.cafe.tables.choice_card import Deed
from ui.cafe.tables.deeds import Deeds
from ui.look import Look

SECOND = frozenset({Deed.SWAP, Deed.TOGETHER, Deed.APART})
"""Deeds for which two people are needed."""


class Picking:
    """One question at a time."""

    def __init__(self, look: Look, flow: CafeFlow, deeds: Deeds) -> None:
        self._look, self._flow, self._deeds = look, flow, deeds
        self._asked: tuple[Deed, int] | None = None

    @property
    def asks(self) -> bool:
        """Whether a second person is asked for."""
        return self._asked is not None

    def ask(self, deed: Deed, person: int) -> str:
        """Ask for the second person of a deed; returns the question."""
        self._asked = (deed, person)
        words, name = self._look.words, self._flow.cafe.guests[person].name
        if deed is Deed.SWAP:
            return words.t("Who changes cards with {name}? Choose them at a table or in the list.", name=name)
        if deed is Deed.TOGETHER:
            return words.t("Who must sit with {name}? Choose them at a table or in the list.", name=name)
        return words.t("Who must not sit with {name}? Choose them at a table or in the list.", name=name)

    def take(self, other: int) -> int | None:
        """Do it with this second person; returns the first one, None if both are the same."""
        if self._asked is None or other == self._asked[1]:
            return None
        (deed, person), self._asked = self._asked, None
        if deed is Deed.SWAP:
            self._deeds.swap(person, other)
        else:
            kind = PairKind.TOGETHER if deed is Deed.TOGETHER else PairKind.APART
            self._deeds.set_pair(person, other, kind)
        return person

    def stop(self) -> None:
        """Ask no more."""
        self._asked = None
