"""Whatever is done with the fair in whatever order: a model says who stands where, and undo goes back to the start."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from eventdesk.codes import Op
from eventdesk.desk import create_event
from eventdesk.event import Entry, Undone
from eventdesk.fair import actions, actions_day, actions_floor, actions_plans, records
from eventdesk.fair.day import Case, What
from eventdesk.fair.exhibitor import Exhibitor, ExhibitorStatus
from eventdesk.fair.outcome import NotPlaced
from eventdesk.fair.plan import PlanFacts
from eventdesk.fair.records import read_fair
from tests.core.fair import hall_of_tests

WHO = st.integers(1, 5)
BOOTH = st.sampled_from([booth.id for booth in hall_of_tests.booths()])
_BEFORE = {Op.IMPORT, Op.CREATE, Op.UNDO}
NEED_TWO = {each.id for each in hall_of_tests.EXHIBITORS if each.size > 1}
BOOTHS = st.lists(BOOTH, min_size=1, max_size=2, unique=True)


class FairMachine(RuleBasedStateMachine):
    """A real file, and who stands where as a person would keep it on paper."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.event = create_event(self.folder / "fair.eventdesk")
        hall_of_tests.build(self.event)
        self.start = read_fair(self.event.db)
        self.model: dict[int, frozenset[int]] = {}

    def teardown(self) -> None:
        assert set(self.event.verify().values()) == {True}
        while self.deeds():
            assert isinstance(self.event.undo(), Undone)
        assert read_fair(self.event.db) == self.start
        assert set(self.event.verify().values()) == {True}
        self.event.close()
        shutil.rmtree(self.folder)

    def deeds(self) -> list[Entry]:
        """Return what holds and was done since the fair was there."""
        return [each for each in self.event.journal(1000) if each.op not in _BEFORE and not each.undone]

    def taken(self, booths: list[int], but: int) -> bool:
        return any(set(mine) & set(booths) for who, mine in self.model.items() if who != but)

    def coming(self, who: int) -> bool:
        return read_fair(self.event.db).exhibitor_of[who].comes

    @rule(who=WHO, booths=BOOTHS)
    def place(self, who: int, booths: list[int]) -> None:
        answer = actions.place(self.event, who, booths, anyway=True)
        refused = self.taken(booths, who) or not self.coming(who)
        assert isinstance(answer, NotPlaced) == refused
        if not refused:
            self.model = {**self.model, who: frozenset(booths)}

    @rule(one=WHO, other=WHO)
    def swap(self, one: int, other: int) -> None:
        if one == other or not (self.coming(one) and self.coming(other)):
            return
        actions.swap(self.event, one, other, anyway=True)
        after = {**self.model}
        mine, theirs = after.pop(one, None), after.pop(other, None)
        self.model = {**after, **({one: theirs} if theirs else {}), **({other: mine} if mine else {})}

    @rule(who=WHO)
    def free(self, who: int) -> None:
        actions.free(self.event, [who])
        self.model = {each: mine for each, mine in self.model.items() if each != who}

    @rule(who=WHO)
    def pin(self, who: int) -> None:
        actions.pin(self.event, [who])
        mine = self.model.get(who)
        if who in NEED_TWO and mine is not None and len(mine) == 1:  # they also get one beside it, if it is free
            now = frozenset(records.stands(self.event.db)[who])
            assert mine <= now
            assert not self.taken(list(now - mine), who)
            self.model = {**self.model, who: now}

    @rule(who=WHO)
    def unpin(self, who: int) -> None:
        actions.unpin(self.event, [who])

    @rule(booth=BOOTH)
    def block(self, booth: int) -> None:
        actions.block(self.event, [booth], "Wasser")

    @rule(booth=BOOTH, x=st.integers(0, 20_000))
    def move(self, booth: int, x: int) -> None:
        actions_floor.move_booths(self.event, {booth: (x, 0)})

    @rule(who=WHO)
    def cancel(self, who: int) -> None:
        if self.coming(who):
            actions.free(self.event, [who])
            self.model = {each: mine for each, mine in self.model.items() if each != who}
            actions.set_status(self.event, [who], ExhibitorStatus.CANCELLED)

    @rule(plan=st.dictionaries(WHO, BOOTH, max_size=4))
    def apply(self, plan: dict[int, int]) -> None:
        wanted = {
            who: (booth,) for place, (who, booth) in enumerate(plan.items()) if booth not in [*plan.values()][:place]
        }
        actions_plans.apply_plan(self.event, wanted, PlanFacts("feasible", 7, 5, 10, 1), "Plan")
        self.model = {who: frozenset(mine) for who, mine in wanted.items() if self.coming(who)}

    @rule(gone=WHO, lost=BOOTH, plan=st.dictionaries(st.integers(-1, 5), BOOTH, max_size=4))
    def go_wrong(self, gone: int, lost: int, plan: dict[int, int]) -> None:
        wanted = {who: (booth,) for booth, who in {booth: who for who, booth in plan.items() if who}.items()}
        cases = [
            Case(What.WALK_IN, newcomer=Exhibitor(-1, "", "Chor der Vielfalt")),
            Case(What.NO_SHOW, exhibitor=gone),
            Case(What.NO_POWER, booth=lost),
            Case(What.BLOCKED, booth=lost),
        ]
        known = {each.id for each in records.exhibitors(self.event.db)}
        actions_day.apply_day(self.event, cases, wanted, PlanFacts("feasible", 7, 5, 10, 1), "Mittags")
        (newcomer,) = {each.id for each in records.exhibitors(self.event.db)} - known
        named = {newcomer if who < 0 else who: frozenset(mine) for who, mine in wanted.items()}
        self.model = {who: mine for who, mine in named.items() if self.coming(who)}

    @invariant()
    def the_file_says_what_the_paper_says(self) -> None:
        found = {who: frozenset(mine) for who, mine in records.stands(self.event.db).items()}
        assert found == self.model

    @invariant()
    def nobody_shares_a_booth(self) -> None:
        assert all(len(there) == 1 for there in read_fair(self.event.db).standing_on.values())


def test_any_order_of_deeds() -> None:
    run_state_machine_as_test(
        FairMachine,
        settings=settings(
            max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
        ),
    )
