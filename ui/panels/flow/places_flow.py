"""The places of one event as this desk looks at them: who has one, who waits, what may be done, and doing it."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Any

from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.panels import actions, actions_draw, actions_places
from eventdesk.panels.draws import records as draws
from eventdesk.panels.outcome import Done, PlaceGiven, PlaceRefused, PlacesApplied, PutToWait
from eventdesk.panels.place import Draw, DrawFacts
from eventdesk.panels.programme import Programme
from eventdesk.panels.seating.moving_up import Step, next_up
from eventdesk.people.search.finding import Searcher
from ui.panels.flow.draws import Drawn
from ui.panels.flow.programme_flow import PanelsFlow
from ui.panels.places.standing import Overview, overview, overview_at_once
from ui.work import Part

MOST_FOUND = 50


class PlacesFlow:
    """Looks at the programme as the rest of the page does."""

    def __init__(self, panels: PanelsFlow) -> None:
        self.panels = panels
        self._searcher = Searcher(self.event.db)
        self._draw: tuple[Draw | None] | None = None
        self._overview: tuple[Programme, Overview] | None = None

    @property
    def event(self) -> Event:
        """The open event."""
        return self.panels.event

    @property
    def closed(self) -> KnownError | None:
        """Why nothing can be changed in this file, if that is so."""
        return self.event.closed

    @property
    def programme(self) -> Programme:
        """The programme as it is now."""
        return self.panels.programme

    def looking(self) -> Generator[Part, None, Programme]:
        """Read the programme, and count, in short steps."""
        for number, _ in enumerate(self.panels.look_in_steps()):
            yield Part(number)
        programme = self.panels.programme
        if self._overview is None or self._overview[0] is not programme:
            counting, number = overview(programme), 0
            while True:
                try:
                    next(counting)
                except StopIteration as end:
                    self._overview = (programme, end.value)
                    break
                number += 1
                yield Part(number)
        return programme

    def overview(self) -> Overview:
        """Return how content people are and how full sessions are, as they were read last."""
        found = self._overview
        if found is None:
            self._overview = found = (self.programme, overview_at_once(self.programme))
        return found[1]

    def renew(self, *, drawn: bool) -> None:
        """Know that the programme has changed; `drawn`: how places were given out, too."""
        self.panels.renew()
        if drawn:
            self._draw = None

    def last_draw(self) -> Draw | None:
        """Return how places were given out last; its time is local."""
        if self._draw is None:
            found = draws.last_draw(self.event.db)
            self._draw = (None if found is None else replace(found, at=found.at.astimezone(self.event.zone)),)
        return self._draw[0]

    def find(self, words: str) -> list[int]:
        """Return the people who are meant, of those who are to come, the likeliest first."""
        people = self.programme.people
        return [hit.person for hit in self._searcher.search(words, MOST_FOUND) if hit.person in people]

    def next_up(self, session: int) -> tuple[Step, ...]:
        """Return who would move up, one after the other, if the free places of a session went to those waiting."""
        programme = self.programme
        there = programme.session_of[session]
        most, line = programme.capacity(there, there.room), len(programme.waiting_for.get(session, ()))
        free = line if most is None else most - len(programme.places_in.get(session, ()))
        return next_up(programme, session, min(free, line)) if free > 0 and line else ()

    # ---- doing it

    def give(self, person: int, session: int, *, anyway: bool = False) -> PlaceGiven | PlaceRefused:
        """Give somebody a confirmed place. Raises KnownError."""
        return actions_places.give_place(self.event, person, session, anyway=anyway)

    def take(self, person: int, session: int) -> Done:
        """Take somebody's place. Raises KnownError."""
        return actions_places.take_place(self.event, person, session)

    def confirm_all(self, session: int) -> Done:
        """Note that all who have a place in a session were told all their places. Raises KnownError."""
        people = [place.person for place in self.programme.places_in.get(session, ())]
        return actions_places.confirm_places(self.event, people)

    def wait(self, person: int, session: int) -> PutToWait | PlaceRefused:
        """Let somebody wait for a place. Raises KnownError."""
        return actions_places.put_on_waiting(self.event, person, session)

    def stop_waiting(self, person: int, session: int) -> Done:
        """Let somebody wait no longer. Raises KnownError."""
        return actions_places.take_off_waiting(self.event, person, session)

    def move_up(self, session: int, person: int) -> PlaceGiven | PlaceRefused:
        """Give a free place to somebody who waits for it. Raises KnownError."""
        return actions_places.move_up(self.event, session, person)

    def move_up_in_turn(self, steps: Sequence[Step]) -> tuple[PlaceGiven, ...]:
        """Let people move up one after the other; one undo takes all of it back. Raises KnownError."""
        return actions_places.move_up_in_turn(self.event, [(step.person, step.session) for step in steps])

    def set_wishes(self, person: int, sessions: Sequence[int]) -> Done:
        """Note what somebody wishes, the best first. What nobody knows stays at the end. Raises KnownError."""
        programme = self.programme
        refs = [programme.session_of[each].ref for each in sessions]
        return actions.set_wishes(self.event, person, [*refs, *programme.unknown_wishes.get(person, ())])

    def applying(self, drawn: Drawn, protocol: dict[str, Any]) -> Generator[Part, None, PlacesApplied]:
        """Give everybody their places in short steps; one undo takes all of it back. Raises KnownError."""
        outcome = drawn.outcome
        waiting = [(person, session) for session, line in outcome.waiting.items() for person in line]
        facts = DrawFacts(outcome.way, drawn.seats.seed, protocol)
        steps = actions_draw.apply_places_in_steps(self.event, outcome.places, facts, waiting)
        number = 0
        while True:
            try:
                next(steps)
            except StopIteration as end:
                applied: PlacesApplied = end.value
                return applied
            number += 1
            yield Part(number)
