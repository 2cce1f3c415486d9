"""Places: given to one and to all, confirmed, taken back, waited for, moved up to; journaled, undone, passed on."""

import pytest

from eventdesk.codes import Op, PlaceCode
from eventdesk.event import Event, Undone, UndoRefused
from eventdesk.merging.actions import merge
from eventdesk.panels.actions_draw import apply_places, apply_places_in_steps
from eventdesk.panels.actions_places import (
    confirm_places,
    give_place,
    move_up,
    move_up_in_turn,
    put_on_waiting,
    take_off_waiting,
    take_place,
)
from eventdesk.panels.actions_spots import put_session
from eventdesk.panels.draws import records as draws
from eventdesk.panels.outcome import Done, PlaceGiven, PlaceRefused, PutToWait
from eventdesk.panels.place import DrawFacts, How, Way
from eventdesk.panels.programme import Programme
from eventdesk.panels.records import read_programme
from eventdesk.people import actions as people
from eventdesk.people.actions import identified
from eventdesk.people.person import Person
from eventdesk.people.records import insert
from tests.clock import FakeClock
from tests.core.panels.programme_of_tests import F1, F2, F3, F4, F5, PO, R2, Z1, Z2, Z3, Z4, person_id

FACTS = DrawFacts(Way.LOTTERY, 7, {"groups": [{"people": 2, "codes": ["1234"]}], "note": "fünf"})


def has(event: Event) -> dict[str, set[tuple[int, How]]]:
    """Return sessions and how they were come by, by the given names of those who have a place."""
    programme = read_programme(event.db)
    found: dict[str, set[tuple[int, How]]] = {}
    for place in programme.places:
        name = programme.people[place.person].name.split()[0]
        found.setdefault(name, set()).add((place.session, place.how))
    return found


def refusal(answer: PlaceGiven | PutToWait | PlaceRefused) -> list[PlaceCode]:
    assert isinstance(answer, PlaceRefused)
    return [trouble.code for trouble in answer.troubles]


def test_a_place_is_given_and_taken(event: Event, programme: Programme) -> None:
    bruno = person_id(programme, "Bruno")
    given = give_place(event, bruno, F2)
    assert isinstance(given, PlaceGiven)
    assert has(event) == {"Bruno": {(F2, How.CONFIRMED)}}
    again = give_place(event, bruno, F2)
    assert again == PlaceGiven(given.place)
    assert take_place(event, bruno, F2).people == (bruno,)
    assert take_place(event, bruno, F2) == Done()
    assert has(event) == {}
    assert isinstance(event.undo(), Undone)
    assert isinstance(event.undo(), Undone)
    assert read_programme(event.db) == programme
    assert set(event.verify().values()) == {True}


def test_why_somebody_should_not_have_a_place(event: Event, programme: Programme) -> None:
    put_session(event, F5, Z4, R2)
    elif_, aram, bruno, chi = (person_id(programme, name) for name in ("Elif", "Aram", "Bruno", "Chi"))
    give_place(event, bruno, F1)
    assert refusal(give_place(event, bruno, F2)) == [PlaceCode.ELSEWHERE]
    assert refusal(give_place(event, bruno, F5)) == [PlaceCode.SAME_SESSION]
    assert refusal(give_place(event, elif_, F2)) == [PlaceCode.SPEAKS_THEN]
    assert refusal(give_place(event, elif_, F1)) == [PlaceCode.SPEAKS_THEN]
    assert refusal(give_place(event, aram, F2)) == [PlaceCode.NOT_STEP_FREE]
    assert refusal(give_place(event, aram, F4)) == [PlaceCode.SPEAKS_THEN]  # in a slot that overlaps
    assert refusal(give_place(event, 99, F1)) == [PlaceCode.GONE]
    assert refusal(give_place(event, chi, 99)) == [PlaceCode.GONE]
    fatou = event.db.value("SELECT id FROM person WHERE given_name = 'Fatou'")
    assert refusal(give_place(event, fatou, F1)) == [PlaceCode.NOT_COMING]
    assert refusal(put_on_waiting(event, fatou, F1)) == [PlaceCode.NOT_COMING]
    assert refusal(put_on_waiting(event, bruno, F1)) == [PlaceCode.HAS_ONE]
    for name in ("Chi", "Dilan", "Ewa"):
        give_place(event, person_id(programme, name), F2)
    full = give_place(event, person_id(programme, "Gül"), F2)
    assert refusal(full) == [PlaceCode.FULL]
    assert isinstance(full, PlaceRefused)
    assert (full.troubles[0].people, full.final) == (3, False)


def test_who_insists_leaves_the_other_place(event: Event, programme: Programme) -> None:
    bruno = person_id(programme, "Bruno")
    give_place(event, bruno, F1)
    given = give_place(event, bruno, F2, anyway=True)
    assert isinstance(given, PlaceGiven)
    assert [place.session for place in given.left] == [F1]
    assert has(event) == {"Bruno": {(F2, How.CONFIRMED)}}
    event.undo()
    assert has(event) == {"Bruno": {(F1, How.CONFIRMED)}}


def test_waiting_lists_keep_their_order_whatever_the_clock_says(
    event: Event, clock: FakeClock, programme: Programme
) -> None:
    names = ["Dilan", "Bruno", "Chi"]
    for ahead, name in enumerate(names):
        put = put_on_waiting(event, person_id(programme, name), F2)
        assert isinstance(put, PutToWait)
        assert put.ahead == ahead
        clock.advance(minutes=-1)
    now = read_programme(event.db)
    assert [now.people[each.person].name.split()[0] for each in now.waiting_for[F2]] == names
    again = put_on_waiting(event, person_id(programme, "Bruno"), F2)
    assert isinstance(again, PutToWait)
    assert (again.waiting.person, again.ahead, again.eid) == (person_id(programme, "Bruno"), 1, None)
    assert take_off_waiting(event, person_id(programme, "Dilan"), F2).eid
    assert take_off_waiting(event, person_id(programme, "Dilan"), F2) == Done()


def test_the_first_who_can_come_moves_up(event: Event, programme: Programme) -> None:
    aram, bruno, chi, elif_ = (person_id(programme, name) for name in ("Aram", "Bruno", "Chi", "Elif"))
    assert refusal(move_up(event, F2)) == [PlaceCode.NOBODY_WAITS]
    give_place(event, bruno, F1)
    for person in (aram, elif_, bruno, chi):
        put_on_waiting(event, person, F2)
    moved = move_up(event, F2)
    assert isinstance(moved, PlaceGiven)
    assert (moved.place.person, [place.session for place in moved.left]) == (bruno, [F1])
    assert [each.person for each in read_programme(event.db).waiting_for[F2]] == [aram, elif_, chi]
    assert refusal(move_up(event, F2, aram)) == [PlaceCode.NOT_STEP_FREE]
    for name in ("Dilan", "Ewa"):
        give_place(event, person_id(programme, name), F2)
    assert PlaceCode.FULL in refusal(move_up(event, F2))
    event.undo()
    assert isinstance(move_up(event, F2, chi), PlaceGiven)


def test_who_has_the_same_session_at_another_time_does_not_move_up(event: Event, programme: Programme) -> None:
    put_session(event, F5, Z4, R2)
    bruno = person_id(programme, "Bruno")
    give_place(event, bruno, F5)
    put_on_waiting(event, bruno, F1)
    assert refusal(move_up(event, F1)) == [PlaceCode.SAME_SESSION]


def test_a_place_goes_on_from_one_to_the_next_in_one_entry(event: Event, programme: Programme) -> None:
    bruno, chi, dilan, elif_ = (person_id(programme, name) for name in ("Bruno", "Chi", "Dilan", "Elif"))
    give_place(event, bruno, F1)
    give_place(event, dilan, F3)
    for person, session in ((bruno, F2), (chi, F1), (chi, F3)):
        put_on_waiting(event, person, session)
    before, entries = read_programme(event.db), event.journal_length()
    given = move_up_in_turn(event, [(bruno, F2), (chi, F1), (chi, F1), (dilan, F4)])
    assert [(each.place.person, each.place.session) for each in given] == [(bruno, F2), (chi, F1)]
    assert has(event) == {
        "Bruno": {(F2, How.CONFIRMED)},
        "Chi": {(F1, How.CONFIRMED)},
        "Dilan": {(F3, How.CONFIRMED)},
    }
    assert [(each.person, each.session) for each in read_programme(event.db).waiting] == [(chi, F3)]
    assert event.journal_length() == entries + 1
    assert move_up_in_turn(event, [(elif_, F1)]) == ()
    assert event.journal_length() == entries + 1
    event.undo()
    assert read_programme(event.db) == before


def test_all_places_are_given_out_confirmed_ones_stay(event: Event, programme: Programme) -> None:
    bruno, chi, dilan, ewa = (person_id(programme, name) for name in ("Bruno", "Chi", "Dilan", "Ewa"))
    give_place(event, ewa, F2)
    put_on_waiting(event, chi, F2)
    put_on_waiting(event, dilan, F3)
    first = apply_places(event, {bruno: {Z1: F1, Z2: F3}, chi: {Z1: F2}, 99: {Z1: F1}, dilan: {Z1: 98}}, FACTS)
    assert (first.given, first.taken, first.stayed) == (3, 0, 1)
    drawn = {"Bruno": {(F1, How.DRAWN), (F3, How.DRAWN)}, "Chi": {(F2, How.DRAWN)}, "Ewa": {(F2, How.CONFIRMED)}}
    assert has(event) == drawn
    assert [(each.person, each.session) for each in read_programme(event.db).waiting] == [(dilan, F3)]
    assert draws.last_draw(event.db) == first.draw
    lines = [(dilan, F3), (bruno, F3), (chi, F3), (chi, F3)]
    second = apply_places(event, {bruno: {Z1: F2}, chi: {Z1: F2}}, FACTS, waiting=lines)
    assert (second.given, second.taken, second.stayed) == (1, 2, 2)
    assert [each.person for each in read_programme(event.db).waiting_for[F3]] == [dilan, bruno, chi]
    before = read_programme(event.db)
    third = apply_places(event, {bruno: {Z1: F2}, chi: {Z1: F2}}, FACTS, waiting=lines)
    assert (third.given, third.taken) == (0, 0)
    assert read_programme(event.db) == before
    for _ in range(2):
        assert isinstance(event.undo(), Undone)
    assert has(event) == drawn
    assert len(draws.draws(event.db)) == 1
    assert set(event.verify().values()) == {True}


def test_confirmed_places_are_kept_whatever_is_drawn(event: Event, programme: Programme) -> None:
    bruno, chi = person_id(programme, "Bruno"), person_id(programme, "Chi")
    apply_places(event, {bruno: {Z1: F1}, chi: {Z1: F2}}, FACTS)
    assert confirm_places(event, [bruno]).people == (bruno,)
    assert confirm_places(event, [bruno]) == Done()
    apply_places(event, {}, FACTS)
    assert has(event) == {"Bruno": {(F1, How.CONFIRMED)}}
    give_place(event, chi, F2)
    assert isinstance(give_place(event, chi, F2), PlaceGiven)


def test_a_drawn_place_is_confirmed_by_hand(event: Event, programme: Programme) -> None:
    chi = person_id(programme, "Chi")
    apply_places(event, {chi: {Z1: F2}}, FACTS)
    assert isinstance(give_place(event, chi, F2), PlaceGiven)
    assert has(event) == {"Chi": {(F2, How.CONFIRMED)}}
    event.undo()
    assert has(event) == {"Chi": {(F2, How.DRAWN)}}


def test_many_places_are_one_undo(event: Event, programme: Programme) -> None:
    with event.transact(Op.IMPORT, "Gäste") as tx:
        guests = [identified(tx, Person(0, f"Gast {number}")) for number in range(130)]
        for guest in guests:
            insert(tx, guest)
    crowd = [guest.id for guest in guests]
    apply_places(event, {person: {Z1: F1, Z3: F4} for person in crowd}, FACTS)
    entries = event.journal_length()
    done = apply_places(event, {person: {Z1: F2} for person in crowd}, FACTS)
    assert (done.given, done.taken, done.stayed) == (130, 260, 0)
    assert event.journal_length() > entries + 2
    assert isinstance(event.undo(), Undone)
    assert len(draws.places(event.db)) == 260
    assert set(event.verify().values()) == {True}
    assert read_programme(event.db).places != programme.places


def test_in_steps_the_same_is_written(event: Event, programme: Programme) -> None:
    """So many that several transactions are needed: all of them are one whole."""
    with event.transact(Op.IMPORT, "Gäste") as tx:
        guests = [identified(tx, Person(0, f"Gast {number}")) for number in range(700)]
        for guest in guests:
            insert(tx, guest)
    first = {guest.id: {Z1: F1, Z4: PO} for guest in guests}
    steps = apply_places_in_steps(event, first, FACTS, [(person_id(programme, "Chi"), F2)])
    assert sum(1 for _ in steps) > 4
    now = read_programme(event.db)
    assert (len(now.places), len(now.waiting), len(draws.draws(event.db))) == (1400, 1, 1)
    list(apply_places_in_steps(event, {guest.id: {Z1: F2} for guest in guests}, FACTS))
    assert {place.session for place in read_programme(event.db).places} == {F2}
    assert isinstance(event.undo(), Undone)
    assert read_programme(event.db) == now
    assert isinstance(event.undo(), Undone)
    assert (read_programme(event.db).places, draws.draws(event.db)) == ((), [])
    assert set(event.verify().values()) == {True}


def test_what_was_written_when_it_is_stopped_is_one_undo(event: Event, programme: Programme) -> None:
    with event.transact(Op.IMPORT, "Gäste") as tx:
        guests = [identified(tx, Person(0, f"Gast {number}")) for number in range(700)]
        for guest in guests:
            insert(tx, guest)
    before = read_programme(event.db)
    steps = apply_places_in_steps(event, {guest.id: {Z1: F1} for guest in guests}, FACTS)
    while not read_programme(event.db).places:
        next(steps)
    steps.close()
    assert 0 < len(read_programme(event.db).places) < 700
    assert isinstance(event.undo(), Undone)
    assert read_programme(event.db) == before
    assert programme.places == ()


def test_who_has_a_place_is_not_undone_before_it(event: Event, programme: Programme) -> None:
    del programme
    guest = people.add(event, Person(0, "Neu", "Hier"))
    added = event.journal(1)[0].eid
    give_place(event, guest.id, F1)
    refused = event.undo(added)
    assert isinstance(refused, UndoRefused)
    assert refused.against is not None
    assert refused.against.label == "Neu Hier · Forum 1"


@pytest.mark.parametrize("both", [False, True])
def test_who_is_merged_keeps_the_places_of_both(event: Event, programme: Programme, *, both: bool) -> None:
    bruno, ewa = person_id(programme, "Bruno"), person_id(programme, "Ewa")
    give_place(event, ewa, F2)
    put_on_waiting(event, ewa, F3)
    if both:
        give_place(event, bruno, F2)
    merge(event, bruno, ewa)
    assert [(each.person, each.session) for each in read_programme(event.db).places] == [(bruno, F2)]
    assert [each.person for each in read_programme(event.db).waiting] == [bruno]
    event.undo()
    assert has(event)["Ewa"] == {(F2, How.CONFIRMED)}
    assert set(event.verify().values()) == {True}
