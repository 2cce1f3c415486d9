"""What is done at the tables, with what is said of it."""

from PySide6.QtCore import QObject

from eventdesk.cafe.outcome import NoWay
from eventdesk.cafe.pair import PairKind
from ui.attempts import Attempts
from ui.cafe.flow.cafe_flow import CafeFlow
from ui.look import Look


class Deeds(Attempts):
    """Changes the file; a known fault becomes a sentence."""

    def __init__(self, look: Look, flow: CafeFlow, parent: QObject) -> None:
        super().__init__(look, flow, parent)
        self._flow = flow

    def move(self, person: int, round_id: int, table: int) -> bool:
        """Let somebody sit at a table in one round."""
        return self.done(lambda: self._flow.move(person, round_id, table))

    def give_back(self, person: int) -> None:
        """Let the card of somebody be free."""
        way = self._flow.cafe.way_of.get(person)
        name = self._flow.cafe.guests[person].name
        if way is not None and self.done(lambda: self._flow.give_back(person)):
            said = self._words.t("{name} does not come: card {number} is free.", name=name, number=way.number)
            self.told.emit(said)

    def join(self, person: int) -> None:
        """Give somebody a card."""
        if self.is_closed():
            return
        name = self._flow.cafe.guests[person].name
        answer = self.tried(lambda: self._flow.join(person))
        if isinstance(answer, NoWay):
            self.complain(self._words.t("There is no room for {name} at any table.", name=name))
        elif answer is not None and answer.extra:
            said = self._words.t("{name} has card {number}: one more chair at their tables.",
                                 name=name, number=answer.itinerary.number)  # fmt: skip
            self.told.emit(said)
        elif answer is not None:
            said = self._words.t("{name} has card {number}. Nobody else's card has changed.",
                                 name=name, number=answer.itinerary.number)  # fmt: skip
            self.told.emit(said)

    def swap(self, one: int, other: int) -> None:
        """Let two people change cards."""
        cafe = self._flow.cafe
        if self.done(lambda: self._flow.swap(one, other)):
            names = {"one": cafe.guests[one].name, "other": cafe.guests[other].name}
            self.told.emit(self._words.t("{one} and {other} have changed cards.", **names))

    def set_pair(self, one: int, other: int, kind: PairKind | None) -> None:
        """Let two people have to sit together, or apart; None: neither."""
        if self.done(lambda: self._flow.set_pair(one, other, kind)) and kind is not None:
            self.told.emit(self._words.t("Noted. It counts when tables are suggested; nobody's card has changed."))

    def turn_clock(self) -> None:
        """Do with the clock what is due."""
        if not self.is_closed():
            self.tried(self._flow.turn_clock)

    def end_round(self) -> None:
        """End the round that is on."""
        self.done(self._flow.end_round)

    def give_minute(self) -> None:
        """Let the round that is on end a minute later."""
        self.done(lambda: self._flow.give_time(1))

    def reopen(self, table: int) -> None:
        """Let people sit at a table again."""
        self.done(lambda: self._flow.reopen_table(table))

    def undo(self) -> None:
        """Take back what this desk did last to the café."""
        nothing = self._words.t("This desk has changed nothing of the World Café that could be undone.")
        self.undone(self._flow.undo, nothing)
