"""What buttons do about single places: asks the flow, and says in words what came of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from eventdesk.codes import PlaceCode
from eventdesk.panels.outcome import PlaceGiven, PlaceRefused
from eventdesk.words.panels import place_trouble_sentence
from ui.attempts import Attempts
from ui.look import Look
from ui.panels.flow.places_flow import PlacesFlow
from ui.panels.places.asking_line import AskingLine
from ui.panels.places.person_card import Deed

LEFT = frozenset({PlaceCode.ELSEWHERE, PlaceCode.SAME_SESSION})
"""Why somebody leaves another place for the one that is given all the same."""


class PlaceDeeds(Attempts):
    """Deeds about a person and a session; what breaks a rule is asked about first."""

    def __init__(self, look: Look, flow: PlacesFlow, parent: QObject) -> None:
        super().__init__(look, flow, parent)
        self._flow = flow

    def do(self, deed: Deed, person: int, session: int, asking: AskingLine, after: Callable[[], object]) -> None:
        """Do something about a person and a session; what breaks a rule is asked about first."""
        flow = self._flow
        asking.forget()
        if self.is_closed():
            return
        if deed is Deed.GIVE:
            self._give(person, session, asking, after)
        elif deed is Deed.TAKE:
            self.tried(lambda: flow.take(person, session))
        elif deed is Deed.CONFIRM:
            self.tried(lambda: flow.give(person, session))
        elif deed is Deed.WAIT:
            answer = self.tried(lambda: flow.wait(person, session))
            if isinstance(answer, PlaceRefused):
                self._refuse(answer)
        elif deed is Deed.STOP_WAITING:
            self.tried(lambda: flow.stop_waiting(person, session))
        else:
            self._wish(deed, person, session)

    def move_up(self, session: int, person: int) -> None:
        """Give a free place to somebody who waits."""
        if self.is_closed():
            return
        answer = self.tried(lambda: self._flow.move_up(session, person))
        if isinstance(answer, PlaceRefused):
            self._refuse(answer)
        elif answer is not None:
            self._tell_given([answer])

    def move_all_up(self, session: int) -> None:
        """Give all free places to those who wait, and what they leave to those who wait for that."""
        if self.is_closed():
            return
        steps = self._flow.next_up(session)
        if not steps:
            self.complain(self._look.words.t("Nobody who waits can come, or no place is free."))
            return
        given = self.tried(lambda: self._flow.move_up_in_turn(steps))
        if given is not None:
            self._tell_given(list(given))

    def confirm_all(self, session: int) -> None:
        """Note that all who have a place in a session were told: nobody else gets their places."""
        if self.is_closed():
            return
        done = self.tried(lambda: self._flow.confirm_all(session))
        if done is not None and done.people:
            self.told.emit(
                self._look.words.n(
                    "One person keeps their places from now on, whenever places are given out.",
                    "{count} people keep their places from now on, whenever places are given out.",
                    len(done.people),
                )
            )

    def _give(self, person: int, session: int, asking: AskingLine, after: Callable[[], object]) -> None:
        answer = self.tried(lambda: self._flow.give(person, session))
        if not isinstance(answer, PlaceRefused):
            return
        if answer.final:
            self._refuse(answer)
            return
        words = self._look.words
        told = [place_trouble_sentence(words, each) for each in answer.troubles]
        left = sum(each.code in LEFT for each in answer.troubles)
        if left:
            free = words.n("The other place becomes free then.", "The {count} other places become free then.", left)
            told.append(free)
        asking.ask(" ".join(told), lambda: self.tried(lambda: self._flow.give(person, session, anyway=True)), after)

    def _wish(self, deed: Deed, person: int, session: int) -> None:
        wishes = list(self._flow.programme.wishes.get(person, ()))
        at = wishes.index(session) if session in wishes else len(wishes)
        if deed is Deed.ADD_WISH:
            wishes.append(session)
        elif at < len(wishes):
            del wishes[at]
            if deed is not Deed.REMOVE_WISH:
                wishes.insert(max(0, at - 1) if deed is Deed.EARLIER else at + 1, session)
        self.tried(lambda: self._flow.set_wishes(person, wishes))

    def _tell_given(self, given: list[PlaceGiven]) -> None:
        words, programme = self._look.words, self._flow.programme
        if not given:
            self.complain(words.t("Nobody who waits can come, or no place is free."))
            return
        names = [programme.people[each.place.person].name for each in given if each.place.person in programme.people]
        shown = ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
        self.told.emit(
            words.n("{names} has moved up.", "{count} people have moved up: {names}", len(given), names=shown)
        )

    def _refuse(self, answer: PlaceRefused) -> None:
        self.complain(place_trouble_sentence(self._look.words, answer.troubles[0]))
