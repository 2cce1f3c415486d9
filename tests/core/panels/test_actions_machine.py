"""Whatever is done with the programme in whatever order: a model says who has which place, and undo goes back."""

import shutil
import tempfile
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from eventdesk.codes import Op
from eventdesk.desk import open_event
from eventdesk.event import Entry, Undone
from eventdesk.panels import actions, actions_draw, actions_places, actions_spots, actions_timetable
from eventdesk.panels.checks import programme_troubles, session_troubles
from eventdesk.panels.outcome import PlaceGiven, Put
from eventdesk.panels.place import DrawFacts, How, Way
from eventdesk.panels.records import read_programme
from eventdesk.panels.session import Spot
from eventdesk.panels.version import TimetableFacts
from tests.core.panels.programme_of_tests import F1, F2, F3, F4, F5, PO, R1, R2, R3, Z1, Z2, Z3, Z4

WHO = st.integers(0, 6)
SESSION = st.sampled_from([F1, F2, F3, F4, F5, PO])
SLOT = st.sampled_from([Z1, Z2, Z3, Z4, None])
ROOM = st.sampled_from([R1, R2, R3, None])
_BEFORE = {Op.IMPORT, Op.CREATE, Op.UNDO}


class ProgrammeMachine(RuleBasedStateMachine):
    """A real file, and who has which place as a person would keep it on paper."""

    prepared: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.event = open_event(Path(shutil.copy(self.prepared, self.folder / "panels.eventdesk")))
        self.start = read_programme(self.event.db)
        self.people = sorted(self.start.people)
        self.spots: dict[int, Spot] = dict(self.start.timetable)
        self.places: dict[tuple[int, int], How] = {}

    def teardown(self) -> None:
        assert set(self.event.verify().values()) == {True}
        while self.deeds():
            assert isinstance(self.event.undo(), Undone)
        assert read_programme(self.event.db) == self.start
        assert set(self.event.verify().values()) == {True}
        self.event.close()
        shutil.rmtree(self.folder)

    def deeds(self) -> list[Entry]:
        """Return what holds and was done since the programme was there."""
        return [each for each in self.event.journal(1000) if each.op not in _BEFORE and not each.undone]

    def given(self, answer: object) -> None:
        if isinstance(answer, PlaceGiven):
            for left in answer.left:
                del self.places[left.person, left.session]
            self.places[answer.place.person, answer.place.session] = How.CONFIRMED

    @rule(session=SESSION, slot=SLOT, room=ROOM)
    def put(self, session: int, slot: int | None, room: int | None) -> None:
        told = session_troubles(read_programme(self.event.db), session, slot, room)
        answer = actions_spots.put_session(self.event, session, slot, room)
        assert isinstance(answer, Put) is not any(trouble.is_hard for trouble in told)
        answer = actions_spots.put_session(self.event, session, slot, room, anyway=True)
        if isinstance(answer, Put):
            self.spots[session] = (slot, room)

    @rule(one=SESSION, other=SESSION)
    def swap(self, one: int, other: int) -> None:
        if isinstance(actions_spots.swap_sessions(self.event, one, other, anyway=True), Put):
            mine, theirs = (self.spots.get(each, (None, None)) for each in (one, other))
            self.spots |= {one: theirs, other: mine}

    @rule(sessions=st.lists(SESSION, unique=True), slot=st.booleans())
    def fix(self, sessions: list[int], slot: bool) -> None:
        actions_spots.fix(self.event, sessions, slot=slot)
        actions_spots.unfix(self.event, sessions[:2], room=False)

    @rule(wanted=st.dictionaries(SESSION, st.tuples(SLOT, ROOM)))
    def apply(self, wanted: dict[int, Spot]) -> None:
        fixed = {each.id: each for each in read_programme(self.event.db).sessions}
        actions_timetable.apply_timetable(self.event, wanted, TimetableFacts("feasible"), "Vorschlag")
        for each in fixed.values():
            kept = (each.slot if each.slot_fixed else None, each.room if each.room_fixed else None)
            self.spots[each.id] = wanted.get(each.id, kept)

    @rule()
    def restore(self) -> None:
        kept = actions_timetable.versions(self.event.db)
        if kept:
            actions_timetable.restore_programme(self.event, kept[-1].id)
            self.spots = actions_timetable.spots_of(self.event.db, kept[-1].id)

    @rule(who=WHO, session=SESSION, anyway=st.booleans())
    def give(self, who: int, session: int, anyway: bool) -> None:
        self.given(actions_places.give_place(self.event, self.people[who], session, anyway=anyway))

    @rule(who=WHO, session=SESSION)
    def take(self, who: int, session: int) -> None:
        had = self.places.pop((self.people[who], session), None)
        assert (actions_places.take_place(self.event, self.people[who], session).eid is None) == (had is None)

    @rule(who=WHO, session=SESSION)
    def wait(self, who: int, session: int) -> None:
        actions_places.put_on_waiting(self.event, self.people[who], session)

    @rule(session=SESSION)
    def move_up(self, session: int) -> None:
        self.given(actions_places.move_up(self.event, session))

    @rule(wanted=st.dictionaries(WHO, st.dictionaries(st.sampled_from([Z1, Z2, Z4]), SESSION)))
    def draw(self, wanted: dict[int, dict[int, int]]) -> None:
        named = {self.people[who]: mine for who, mine in wanted.items()}
        actions_draw.apply_places(self.event, named, DrawFacts(Way.LEXIMIN, 1, {}))
        kept = {pair: how for pair, how in self.places.items() if how is How.CONFIRMED}
        self.places = {(who, session): How.DRAWN for who, mine in named.items() for session in mine.values()} | kept

    @rule(who=WHO)
    def confirm(self, who: int) -> None:
        actions_places.confirm_places(self.event, [self.people[who]])
        self.places |= {pair: How.CONFIRMED for pair in self.places if pair[0] == self.people[who]}

    @rule(session=st.sampled_from([F3, F5]))
    def come_and_go(self, session: int) -> None:
        actions.remove_session(self.event, session)
        assert isinstance(self.event.undo(), Undone)

    @invariant()
    def the_file_says_what_the_paper_says(self) -> None:
        programme = read_programme(self.event.db)
        assert {(each.person, each.session): each.how for each in programme.places} == self.places
        assert programme.timetable == {session: spot for session, spot in self.spots.items() if spot != (None, None)}
        assert not {(each.person, each.session) for each in programme.waiting} & self.places.keys()
        programme_troubles(programme)


def test_any_order_of_deeds(prepared: Path) -> None:
    run_state_machine_as_test(
        type("Machine", (ProgrammeMachine,), {"prepared": prepared}),
        settings=settings(
            max_examples=5, stateful_step_count=16, deadline=None, suppress_health_check=[HealthCheck.too_slow]
        ),
    )
