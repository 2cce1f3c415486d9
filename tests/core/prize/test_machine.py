"""Whatever desks do in whatever order: figures agree, the urn has a vote for each used ballot, undo is safe."""

import shutil
import tempfile
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from eventdesk.ballots import issue_to, replace_for
from eventdesk.desk import open_event
from eventdesk.event import Event
from eventdesk.prize import actions, actions_ballots, records
from eventdesk.prize.ballot import Ballot, Channel, VoidReason
from eventdesk.prize.outcome import BallotsMade, Barred, Cast, Issued, PollClosed, UsedAlready, VoidAlready, Voided
from tests.clock import FakeClock
from tests.core.prize.prize_of_tests import Prize


class Desks(RuleBasedStateMachine):
    """Deeds on a copy of the open poll, beside a model of what must have come of them."""

    source: ClassVar[Path]

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        path = Path(shutil.copy(self.source, Path(self.folder.name) / "machine.eventdesk"))
        self.event: Event = open_event(path, clock=FakeClock())
        self.prize = Prize(self.event, int(self.event.db.value("SELECT id FROM poll")))
        self.ballots = {ballot.code: ballot for ballot in records.ballots(self.event.db, self.prize.poll_id)}
        self.people = [row[0] for row in self.event.db.rows("SELECT id FROM person ORDER BY given_name")]
        self.votes = {entry.number: 0 for entry in self.prize.poll.entries}
        self.used: set[str] = set()
        self.voided: set[str] = set()
        self.holders: set[int] = set()

    def teardown(self) -> None:
        if hasattr(self, "event"):
            self.event.close()
            self.folder.cleanup()

    def ballot(self, at: int) -> Ballot:
        return self.ballots[sorted(self.ballots)[at % len(self.ballots)]]

    @rule(at=st.integers(0, 40), number=st.integers(1, 5), channel=st.sampled_from(Channel))
    def cast(self, at: int, number: int, channel: Channel) -> None:
        ballot, entry = self.ballot(at), self.prize.entry(number)
        answer = actions_ballots.cast(self.event, self.prize.poll_id, ballot.code, entry, channel)
        if ballot.code in self.voided:
            assert answer == VoidAlready()
        elif ballot.code in self.used:
            assert answer == UsedAlready()
        elif ballot.barred == entry:
            assert isinstance(answer, Barred)
        else:
            assert answer == Cast(channel)
            self.used.add(ballot.code)
            self.votes[number] += 1

    @rule(at=st.integers(0, 11))
    def issue(self, at: int) -> None:
        answer = issue_to(self.event, self.prize.poll_id, self.people[at])
        assert isinstance(answer, Issued) == (self.people[at] not in self.holders and at != 11)
        if isinstance(answer, Issued):
            self.holders.add(self.people[at])

    @rule(at=st.integers(0, 40))
    def void(self, at: int) -> None:
        ballot = self.ballot(at)
        answer = actions_ballots.void_ballot(self.event, self.prize.poll_id, ballot.stub, VoidReason.SPOILED)
        assert isinstance(answer, Voided) == (ballot.code not in self.used | self.voided)
        if isinstance(answer, Voided):
            self.voided.add(ballot.code)

    @rule(at=st.integers(0, 11), ballot=st.integers(0, 40))
    def replace(self, at: int, ballot: int) -> None:
        lost = self.ballot(ballot)
        answer = replace_for(self.event, self.prize.poll_id, self.people[at], lost.stub)
        if isinstance(answer, Issued):
            assert self.people[at] in self.holders
            assert lost.code not in self.used | self.voided
            self.voided.add(lost.code)

    @rule()
    def undo(self) -> None:
        self.event.undo()
        rows = self.event.db.rows("SELECT DISTINCT person FROM ballot_issue")
        self.holders = {row[0] for row in rows}

    @rule(number=st.integers(1, 3))
    def more(self, number: int) -> None:
        made = actions.make_ballots(self.event, self.prize.poll_id, number)
        assert isinstance(made, BallotsMade)
        new = records.ballots(self.event.db, self.prize.poll_id, made.ballots)
        self.ballots |= {ballot.code: ballot for ballot in new}

    @invariant()
    def figures_agree(self) -> None:
        if not hasattr(self, "event"):
            return
        found = records.turnout(self.event.db, self.prize.poll_id)
        assert (found.made, found.cast, found.voided) == (len(self.ballots), len(self.used), len(self.voided))
        assert self.prize.votes() == self.votes
        assert found.issued - found.again == len(self.holders)
        assert self.event.verify()["urn"] is True

    @rule()
    def restart(self) -> None:
        path = self.event.path
        self.event.close()
        self.event = open_event(path, clock=FakeClock())
        self.prize = Prize(self.event, self.prize.poll_id)

    def close(self) -> None:
        done = actions.close_poll(self.event, self.prize.poll_id)
        assert isinstance(done, PollClosed)
        assert {each.entry.number: each.votes for each in done.count.standings} == self.votes
        assert all(result is True for result in self.event.verify().values())


@pytest.fixture
def machine(voting: Path) -> type[Desks]:
    class Here(Desks):
        source = voting

        def teardown(self) -> None:
            if hasattr(self, "event"):
                self.close()
            super().teardown()

    return Here


def test_whatever_desks_do_the_count_is_right(machine: type[Desks]) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(machine, settings=settings(max_examples=4, stateful_step_count=14, deadline=None))
