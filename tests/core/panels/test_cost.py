"""What a timetable costs, in people: by hand, against a plain count of the rules, and while a session is dragged."""

from hypothesis import given
from hypothesis import strategies as st

from eventdesk.panels.cost import SessionCost, clash_price, move_price, programme_cost
from eventdesk.panels.programme import Programme
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from tests.core.panels.programme_of_tests import F1, F2, F3, F4, F5, R1, R2, R3, Z1, Z2, Z4, bare

WISHES = st.dictionaries(
    st.integers(1, 30), st.lists(st.sampled_from([F1, F2, F3, F4, F5]), min_size=1, unique=True).map(tuple)
)
SPOTS = st.dictionaries(
    st.sampled_from([F1, F2, F3, F4, F5]),
    st.tuples(st.sampled_from([Z1, Z2, Z4, None]), st.sampled_from([R1, R2, R3, None])),
)


def test_the_cost_of_the_programme(programme: Programme) -> None:
    """By hand: F1 and F2 are at one time, and so are F3 and F4; who has cancelled does not count."""
    cost = programme_cost(programme, programme.timetable)
    assert (cost.lost_by_clash, cost.turned_away, cost.total) == (3, 2, 5)
    assert cost.per_session[F1] == SessionCost(demand=1, capacity=100, turned_away=0, lost=1)
    assert cost.per_session[F2] == SessionCost(demand=5, capacity=3, turned_away=2, lost=1)
    assert cost.per_session[F3] == SessionCost(demand=2, capacity=2, turned_away=0, lost=0)
    assert cost.per_session[F4] == SessionCost(demand=1, capacity=100, turned_away=0, lost=1)
    assert F5 not in cost.per_session


def test_nobody_loses_what_they_can_still_go_to() -> None:
    """Three slots in a chain: the first and the last do not overlap, and both are kept."""
    chain = Programme(
        slots=(Slot(1, "A", "T09:00", "T10:00"), Slot(2, "B", "T09:30", "T10:30"), Slot(3, "C", "T10:00", "T11:00")),
        sessions=tuple(Session(each, f"S{each}", "", slot=each) for each in (1, 2, 3)),
        wishes={1: (1, 2, 3), 2: (2, 1, 3)},
    )
    cost = programme_cost(chain, chain.timetable)
    assert {session: each.lost for session, each in cost.per_session.items()} == {1: 1, 2: 1, 3: 1}


def test_the_expected_count_only_where_nobody_wishes() -> None:
    wished = bare(wishes={1: (F2,)}, F1={"expected": 120}, F2={"expected": 50})
    cost = programme_cost(wished, wished.timetable)
    assert cost.per_session[F1] == SessionCost(demand=120, capacity=100, turned_away=20)
    assert cost.per_session[F2] == SessionCost(demand=1, capacity=3)


def test_the_smaller_of_room_and_session_decides() -> None:
    two = bare(wishes={1: (F1,), 2: (F1,)}, F1={"capacity": 1})
    assert programme_cost(two, two.timetable).turned_away == 1
    assert two.capacity(two.session_of[F1], None) == 1
    assert two.capacity(two.session_of[F2], None) is None


@given(WISHES, SPOTS)
def test_in_slots_that_do_not_overlap_the_cost_is_that_of_the_rules(
    wishes: dict[int, tuple[int, ...]], spots: dict[int, tuple[int | None, int | None]]
) -> None:
    """For each person and slot: wishes beyond the first, and each goes to the best of them as long as there is room."""
    programme = bare(wishes=wishes)
    lost, going = 0, dict.fromkeys(spots, 0)
    for mine in wishes.values():
        for slot in (Z1, Z2, Z4):
            there = [session for session in mine if spots.get(session, (None, None))[0] == slot]
            lost += max(0, len(there) - 1)
            for session in there[:1]:
                going[session] += 1
    rooms: dict[int, Room] = dict(programme.room_of)
    away = sum(
        max(0, going[session] - rooms[room].capacity)
        for session, (slot, room) in spots.items()
        if slot is not None and room is not None
    )
    cost = programme_cost(programme, spots)
    assert (cost.lost_by_clash, cost.turned_away) == (lost, away)
    assert sum(each.demand for each in cost.per_session.values()) == sum(going.values())


@given(
    WISHES, SPOTS, st.sampled_from([F1, F2, F5]), st.sampled_from([Z1, Z2, Z4, None]), st.sampled_from([R1, R2, None])
)
def test_what_dragging_tells_is_what_it_costs_then(
    wishes: dict[int, tuple[int, ...]],
    spots: dict[int, tuple[int | None, int | None]],
    session: int,
    slot: int | None,
    room: int | None,
) -> None:
    programme = bare(wishes=wishes).with_timetable(spots)
    after = {**programme.timetable, session: (slot, room)}
    assert move_price(programme, session, slot, room) == programme_cost(programme, after)
    if slot is not None:
        without = programme_cost(programme, {**programme.timetable, session: (None, None)})
        assert (
            clash_price(programme, session, slot)
            == programme_cost(programme, after).lost_by_clash - without.lost_by_clash
        )
