"""What is done with one person's places: give and take one, confirm it, let them wait for one, move them up.

Each is one entry of the journal and can be undone as one. Nothing is written where nothing differs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from eventdesk.codes import Op, PlaceCode
from eventdesk.event import Event, Transaction
from eventdesk.panels import records
from eventdesk.panels.draws import records as draws
from eventdesk.panels.outcome import Done, PlaceGiven, PlaceRefused, PutToWait
from eventdesk.panels.place import How, Place, Waiting
from eventdesk.panels.programme import Programme
from eventdesk.panels.session import Session
from eventdesk.panels.trouble import NO_PLACE, PlaceTrouble
from eventdesk.people import records as people
from eventdesk.people.needs import needs_step_free
from eventdesk.people.person import Person
from eventdesk.refs import label_of
from eventdesk.store import times
from eventdesk.store.access import new_id

_LATER = timedelta(milliseconds=1)
_LEFT_FOR_IT = frozenset({PlaceCode.ELSEWHERE})
"""Who waits for a place would rather have it than the one they have at that time."""


def give_place(event: Event, person: int, session: int, *, anyway: bool = False) -> PlaceGiven | PlaceRefused:
    """Give somebody a confirmed place. `anyway`: though it is full, or they have another place at that time.

    The other place is free then. A drawn place that they have in this session is confirmed by it.
    """
    asked = _Asked.of(event, person, session)
    mine = asked.place
    if mine is not None and mine.how is How.CONFIRMED:
        return PlaceGiven(mine)
    if mine is not None:
        with event.transact(Op.PANELS_CONFIRM, asked.label) as tx:
            draws.confirm_place(tx, mine.id)
            return PlaceGiven(replace(mine, how=How.CONFIRMED), eid=tx.eid)
    troubles = tuple(asked.troubles())
    if any(trouble.code in NO_PLACE for trouble in troubles) or (troubles and not anyway):
        return PlaceRefused(troubles)
    return _give(event, Op.PANELS_GIVE_PLACE, asked, troubles)


def confirm_places(event: Event, chosen: Iterable[int]) -> Done:
    """Note that these people were told their places: nobody else gets them when places are given out anew."""
    wanted = set(chosen)
    drawn = [place for place in draws.places(event.db) if place.how is How.DRAWN and place.person in wanted]
    if not drawn:
        return Done()
    told = tuple(dict.fromkeys(place.person for place in drawn))
    label = label_of(person.name for person in people.people(event.db, told))
    with event.transact(Op.PANELS_CONFIRM, label) as tx:
        draws.in_entries(tx, Op.PANELS_CONFIRM, label, drawn, lambda place: draws.confirm_place(tx, place.id))
        return Done(tx.root, people=told)


def take_place(event: Event, person: int, session: int) -> Done:
    """Take somebody's place in a session, which is free then."""
    asked = _Asked.of(event, person, session)
    if asked.place is None:
        return Done()
    with event.transact(Op.PANELS_TAKE_PLACE, asked.label) as tx:
        draws.delete_places(tx, [asked.place.id])
        return Done(tx.eid, people=(person,), sessions=(session,))


def put_on_waiting(event: Event, person: int, session: int) -> PutToWait | PlaceRefused:
    """Let somebody wait for a place in a session, behind all who wait already."""
    asked = _Asked.of(event, person, session)
    never = tuple(trouble for trouble in asked.troubles() if trouble.code in NO_PLACE)
    if never or asked.place is not None:
        return PlaceRefused(never or (asked.trouble(PlaceCode.HAS_ONE),))
    line = draws.waiting_for(event.db, session)
    ahead = next((at for at, each in enumerate(line) if each.person == person), None)
    if ahead is not None:
        return PutToWait(line[ahead], ahead)
    # Later than the last one, whatever the clock says: the order of these times is theirs
    now = max([times.from_text(times.to_text(event.now())), *(each.at + _LATER for each in line)])
    new = Waiting(new_id(), person, session, now)
    with event.transact(Op.PANELS_WAIT, asked.label) as tx:
        draws.insert_waiting(tx, new)
        return PutToWait(new, len(line), tx.eid)


def take_off_waiting(event: Event, person: int, session: int) -> Done:
    """Let somebody wait no longer for a place in a session."""
    line = [each.id for each in draws.waiting_for(event.db, session) if each.person == person]
    if not line:
        return Done()
    with event.transact(Op.PANELS_WAIT, _Asked.of(event, person, session).label) as tx:
        draws.delete_waiting(tx, line)
        return Done(tx.eid, people=(person,), sessions=(session,))


def move_up(event: Event, session: int, person: int | None = None) -> PlaceGiven | PlaceRefused:
    """Give a place that is free to who waits for it: the first who can come, or the one that is named.

    They leave the place they have at that time, if any, which is free then. Nobody can come who has a part then, has a
    place in the same session at another time, or needs a room without steps if this one has some.
    """
    line = [each.person for each in draws.waiting_for(event.db, session) if person in {None, each.person}]
    refused: list[PlaceTrouble] = []
    for waiting in line:
        asked = _Asked.of(event, waiting, session)
        troubles = tuple(asked.troubles())
        if all(trouble.code in _LEFT_FOR_IT for trouble in troubles):
            return _give(event, Op.PANELS_MOVE_UP, asked, troubles)
        refused += (trouble for trouble in troubles if trouble.code not in _LEFT_FOR_IT)
        if any(trouble.code is PlaceCode.FULL for trouble in troubles):
            break
    return PlaceRefused(tuple(refused) or (_Asked.of(event, person or 0, session).trouble(PlaceCode.NOBODY_WAITS),))


def move_up_in_turn(event: Event, steps: Sequence[tuple[int, int]]) -> tuple[PlaceGiven, ...]:
    """Let people move up one after the other, each into a session: the place that one leaves goes to the next.

    One entry. It ends with the first who cannot come any more, of those in `steps`: person and session.
    """
    given: list[PlaceGiven] = []
    label = label_of(person.name for person in people.people(event.db, [person for person, _ in steps]))
    with event.transact(Op.PANELS_MOVE_UP, label) as tx:
        for person, session in steps:
            asked = _Asked.of(event, person, session)
            troubles = tuple(asked.troubles())
            if asked.place is not None or any(trouble.code not in _LEFT_FOR_IT for trouble in troubles):
                break
            given.append(_write(tx, asked, troubles))
    return tuple(given)


@dataclass(frozen=True)
class _Asked:
    """One person and one session, with what has to be known for a place."""

    event: Event
    plan: Programme
    person_id: int
    session_id: int
    person: Person | None
    session: Session | None
    mine: tuple[Place, ...]

    @classmethod
    def of(cls, event: Event, person: int, session: int) -> "_Asked":
        plan = records.read_plan(event.db)
        mine = tuple(draws.places_of(event.db, person))
        found = people.person(event.db, person)
        return cls(event, plan, person, session, found, plan.session_of.get(session), mine)

    @property
    def place(self) -> Place | None:
        return next((place for place in self.mine if place.session == self.session_id), None)

    @property
    def label(self) -> str:
        name = self.person.name if self.person is not None else ""
        title = self.session.title if self.session is not None else ""
        return " · ".join(part for part in (name, title) if part)

    def trouble(self, code: PlaceCode, other: Session | None = None, people: int = 0) -> PlaceTrouble:
        who = self.person.name if self.person is not None else ""
        title = self.session.title if self.session is not None else ""
        about = PlaceTrouble(code, self.person_id, self.session_id, who=who, name=title, people=people)
        return about if other is None else replace(about, other=other.id, other_name=other.title)

    def troubles(self) -> Iterable[PlaceTrouble]:
        """Yield why this person should not have a place in this session."""
        if self.person is None or self.session is None:
            yield self.trouble(PlaceCode.GONE)
            return
        if self.person.status not in records.COMING:
            yield self.trouble(PlaceCode.NOT_COMING)
        for place in self.in_the_way():
            alike = place.session in self.plan.alike[self.session_id]
            code = PlaceCode.SAME_SESSION if alike else PlaceCode.ELSEWHERE
            yield self.trouble(code, self.plan.session_of[place.session])
        for part in self.plan.parts_of.get(self.person.foreign_id, ()) if self.person.foreign_id else ():
            if part == self.session_id or self._is_then(part):
                yield self.trouble(PlaceCode.SPEAKS_THEN, self.plan.session_of[part])
        room = self.plan.room_of.get(self.session.room or 0)
        if room is not None and not room.step_free and needs_step_free(self.person.needs):
            yield self.trouble(PlaceCode.NOT_STEP_FREE)
        capacity = self.plan.capacity(self.session, self.session.room)
        if capacity is not None and draws.taken(self.event.db, self.session_id) >= capacity:
            yield self.trouble(PlaceCode.FULL, people=capacity)

    def in_the_way(self) -> tuple[Place, ...]:
        """Return the places that this person would leave: in a session at that time, or in the same one, repeated."""
        return tuple(
            place
            for place in self.mine
            if place.session != self.session_id
            and (place.session in self.plan.alike[self.session_id] or self._is_then(place.session))
        )

    def _is_then(self, other: int) -> bool:
        slot, theirs = (self.plan.session_of[each].slot for each in (self.session_id, other))
        return slot is not None and theirs in self.plan.concurrent[slot]


def _give(event: Event, op: Op, asked: _Asked, troubles: tuple[PlaceTrouble, ...]) -> PlaceGiven:
    with event.transact(op, asked.label) as tx:
        return _write(tx, asked, troubles)


def _write(tx: Transaction, asked: _Asked, troubles: tuple[PlaceTrouble, ...]) -> PlaceGiven:
    """Give the place, take those that are left for it, and let the person wait for it no longer."""
    left = asked.in_the_way()
    place = Place(new_id(), asked.person_id, asked.session_id, How.CONFIRMED)
    draws.delete_places(tx, [each.id for each in left])
    line = draws.waiting_for(tx, asked.session_id)
    draws.delete_waiting(tx, [each.id for each in line if each.person == asked.person_id])
    draws.insert_place(tx, place)
    return PlaceGiven(place, left, troubles, tx.eid)
