"""What the journal says about the audience prize: polls and who got a ballot, never a code."""

import pytest

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.history import listing
from eventdesk.history.of_person import history_of
from eventdesk.history.telling import step_sentences, told
from eventdesk.merging.actions import merge
from eventdesk.prize import actions, actions_ballots, records
from eventdesk.prize.ballot import VoidReason
from eventdesk.prize.outcome import Issued, PollDone
from eventdesk.prize.poll import NewEntry, TieRule
from eventdesk.words import Words
from eventdesk.words.ops import deed
from tests.core.fair import hall_of_tests
from tests.core.prize import prize_of_tests
from tests.core.prize.prize_of_tests import Prize, person

ENGLISH = Words("en")


@pytest.fixture
def prize(event: Event) -> Prize:
    hall_of_tests.build(event)
    prize_of_tests.add_people(event)
    return prize_of_tests.opened(event)


def said(event: Event) -> list[str]:
    """Return what the newest entry says."""
    steps = [step for each in listing.parts(event.db, event.journal(1)[0].root).happenings for step in each.steps]
    return [text for step in steps for text in step_sentences(ENGLISH, step, event.zone)]


def test_polls_and_what_is_voted_for_are_told_by_their_names(event: Event) -> None:
    done = actions.add_poll(event, "Preis", [NewEntry("Eins"), NewEntry("Zwei")], own_barred=False)
    assert isinstance(done, PollDone)
    assert said(event) == [
        *("Poll “Preis” added", "Nobody votes for their own stand: no", "After a tie: A tie is decided by lot."),
        *("To vote for, added: Eins", "Number: 1", "To vote for, added: Zwei", "Number: 2"),
    ]
    actions.edit_poll(event, done.poll.id, entries=[NewEntry("Eins"), NewEntry("Drei")], tie=TieRule.RUN_OFF)
    assert "Drei: Name changed from “Zwei” to “Drei”" in said(event)
    event.undo()
    assert "Zwei: Name changed from “Drei” to “Zwei”" in said(event)


def test_opening_and_closing_are_told(prize: Prize) -> None:
    opening = next(entry for entry in prize.event.journal(50) if entry.op is Op.PRIZE_OPEN)
    steps = [step for each in listing.parts(prize.event.db, opening.eid).happenings for step in each.steps]
    told_of = [text for step in steps for text in step_sentences(ENGLISH, step, prize.event.zone)]
    assert "Publikumspreis: State changed from “in preparation” to “open”" in told_of
    assert "Publikumspreis: Opened entered: “6 Mar 2017 09:00”" in told_of
    prize.close()
    assert "Publikumspreis: State changed from “open” to “closed”" in said(prize.event)


def test_ballots_are_never_told(prize: Prize) -> None:
    """Whoever saw the codes of ballots that nobody has used yet could vote with them."""
    actions.make_ballots(prize.event, prize.poll_id, 3)
    assert said(prize.event) == []
    actions_ballots.void_ballot(prize.event, prize.poll_id, prize.ballots()[0].stub, VoidReason.SPOILED)
    assert said(prize.event) == []


def test_a_person_s_history_says_that_they_got_a_ballot(prize: Prize) -> None:
    event, dua, eva = prize.event, person(prize.event, "Dua"), person(prize.event, "Eva")
    prize.issue(dua)
    assert said(event) == ["Dua Muster got a ballot"]
    answer = actions_ballots.replace_ballot(
        event, prize.poll_id, dua, prize.ballots()[0].stub, present=True, barred_for=None
    )
    assert isinstance(answer, Issued)
    assert said(event) == ["Dua Muster got another ballot in place of a void one"]
    assert deed(ENGLISH, event.journal(1)[0].op, event.journal(1)[0].label) == "Lost ballot replaced: Dua Muster"
    mine = [told(ENGLISH, each, event.zone).sentences for each in history_of(event.db, dua)]
    assert mine[:2] == [("Got another ballot in place of a void one",), ("Got a ballot",)]
    prize.issue(eva)
    event.undo()
    assert said(event) == ["Eva Muster gave a ballot back"]
    prize.issue(eva)
    merge(event, dua, eva)
    assert "Moved to the other entry of this person" in said(event)
    assert records.issued(event.db, prize.poll_id) == 3
