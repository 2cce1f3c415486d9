"""A poll from its first draft to its count, and what can be undone of it."""

from dataclasses import replace

import pytest

from eventdesk.codes import Op, Refusal
from eventdesk.event import Event, Undone, UndoRefused
from eventdesk.prize import actions, records
from eventdesk.prize.ballot import Channel
from eventdesk.prize.count import Ending
from eventdesk.prize.outcome import BallotsMade, NotDone, PollDone, PollRemoved, PollTrouble
from eventdesk.prize.poll import NewEntry, PollState, TieRule
from eventdesk.store.undo import UndoStopped
from tests.core.fair import hall_of_tests
from tests.core.prize import prize_of_tests
from tests.core.prize.prize_of_tests import Prize, person

ENTRIES = (NewEntry("Eins"), NewEntry("  Zwei  Punkte "), NewEntry("Zehn", number=10))


def added(event: Event, entries: tuple[NewEntry, ...] = ENTRIES) -> int:
    done = actions.add_poll(event, " Publikums  preis ", entries)
    assert isinstance(done, PollDone)
    return done.poll.id


def trouble(answer: object) -> PollTrouble | None:
    return answer.trouble if isinstance(answer, NotDone) else None


def undone_all_steps(event: Event, eid: str) -> object:
    """Undo in steps, as the window does, and return how that ended."""
    return list(event.undo_in_steps(eid))[-1]


# ---- preparing


def test_a_new_poll_is_read_as_it_was_written(event: Event) -> None:
    poll = records.poll(event.db, added(event))
    assert poll is not None
    assert (poll.title, poll.state, poll.own_barred, poll.tie) == (
        *("Publikums preis", PollState.PREPARING, True),
        TieRule.DRAW,
    )
    assert [(entry.number, entry.name) for entry in poll.entries] == [(1, "Eins"), (2, "Zwei Punkte"), (10, "Zehn")]
    assert records.polls(event.db) == [poll]
    assert all(result is True for result in event.verify().values())


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((NewEntry(" "),), PollTrouble.NO_ENTRY_NAME),
        ((NewEntry("a", number=0),), PollTrouble.BAD_ENTRY_NUMBER),
        ((NewEntry("a", number=10_000),), PollTrouble.BAD_ENTRY_NUMBER),
        ((NewEntry("a", number=3), NewEntry("b", number=3)), PollTrouble.NUMBER_TWICE),
        ((NewEntry("a", exhibitor=5), NewEntry("b", exhibitor=5)), PollTrouble.EXHIBITOR_TWICE),
    ],
)
def test_wrong_entries_are_refused(event: Event, entries: tuple[NewEntry, ...], expected: PollTrouble) -> None:
    before = event.journal_length()
    assert trouble(actions.add_poll(event, "Preis", entries)) is expected
    assert trouble(actions.add_poll(event, "  ", ())) is PollTrouble.NO_TITLE
    assert event.journal_length() == before


def test_a_poll_can_be_changed_until_it_has_ballots(event: Event) -> None:
    poll_id = added(event)
    before = records.poll(event.db, poll_id)
    changed = [NewEntry("Eins", number=1), NewEntry("Neu", number=2), NewEntry("Drei", number=3)]
    done = actions.edit_poll(event, poll_id, title="Preis", entries=changed, tie=TieRule.RUN_OFF)
    assert isinstance(done, PollDone)
    after = records.poll(event.db, poll_id)
    assert after == done.poll
    assert before is not None
    assert after is not None
    assert after.entries[0] == before.entries[0]
    assert after.entries[1] == replace(before.entries[1], name="Neu")
    assert [entry.number for entry in after.entries] == [1, 2, 3]
    assert actions.edit_poll(event, poll_id, title="Preis") == PollDone(after)

    actions.make_ballots(event, poll_id, 5)
    assert trouble(actions.edit_poll(event, poll_id, title="Anders")) is PollTrouble.HAS_BALLOTS
    assert trouble(actions.edit_poll(event, poll_id, own_barred=False)) is PollTrouble.HAS_BALLOTS
    assert isinstance(actions.edit_poll(event, poll_id, tie=TieRule.DRAW), PollDone)
    assert event.verify()["journal"] is True


def test_a_poll_is_removed_with_its_ballots_and_comes_back_with_them(event: Event) -> None:
    poll_id = added(event)
    made = actions.make_ballots(event, poll_id, 150)
    assert isinstance(made, BallotsMade)
    before = records.poll(event.db, poll_id), {ballot.code for ballot in records.ballots(event.db, poll_id)}
    gone = actions.remove_poll(event, poll_id)
    assert isinstance(gone, PollRemoved)
    assert records.polls(event.db) == []
    assert event.db.value("SELECT count(*) FROM ballot") == 0
    back = event.undo(gone.eid)
    assert isinstance(back, Undone)
    assert (records.poll(event.db, poll_id), {each.code for each in records.ballots(event.db, poll_id)}) == before
    again = undone_all_steps(event, back.eid)
    assert isinstance(again, Undone)
    assert records.polls(event.db) == []
    assert all(result is True for result in event.verify().values())


def test_ballots_of_all_piles_are_one_whole(event: Event) -> None:
    poll_id = added(event)
    poll = records.poll(event.db, poll_id)
    assert poll is not None
    barred = poll.entries[2].id
    made = actions.make_piles(event, poll_id, {None: 250, barred: 30})
    assert isinstance(made, BallotsMade)
    assert [(pile.barred, pile.made) for pile in records.packets(event.db, poll_id)] == [(None, 250), (barred, 30)]
    codes = {ballot.code for ballot in records.ballots(event.db, poll_id, made.ballots)}
    assert len(codes) == 280
    assert {code[0] for code in codes} == {"5"}
    assert isinstance(event.undo(made.eid), Undone)
    assert records.packets(event.db, poll_id) == []


@pytest.mark.parametrize(
    ("number", "barred", "expected"),
    [
        (0, None, PollTrouble.BAD_NUMBER),
        (-3, None, PollTrouble.BAD_NUMBER),
        (actions.MOST_BALLOTS + 1, None, PollTrouble.BAD_NUMBER),
        (5, 77, PollTrouble.NO_SUCH_ENTRY),
    ],
)
def test_wrong_numbers_of_ballots_are_refused(
    event: Event, number: int, barred: int | None, expected: PollTrouble
) -> None:
    assert trouble(actions.make_ballots(event, added(event), number, barred)) is expected


def test_what_has_nothing_to_vote_for_or_with_does_not_open(event: Event) -> None:
    alone = added(event, (NewEntry("Eins"),))
    assert trouble(actions.open_poll(event, alone)) is PollTrouble.TOO_FEW_ENTRIES
    assert trouble(actions.make_ballots(event, alone, 5)) is PollTrouble.TOO_FEW_ENTRIES
    assert trouble(actions.open_poll(event, added(event))) is PollTrouble.NO_BALLOTS
    assert trouble(actions.open_poll(event, 5)) is PollTrouble.GONE
    assert trouble(actions.close_poll(event, alone)) is PollTrouble.NOT_OPEN


# ---- open


def test_an_open_poll_stays_as_it_is_and_can_get_more_ballots(prize: Prize) -> None:
    event, poll = prize.event, prize.poll
    assert poll.seed is not None
    assert poll.opened == event.now()
    assert trouble(actions.edit_poll(event, poll.id, title="Anders")) is PollTrouble.NOT_PREPARING
    assert trouble(actions.remove_poll(event, poll.id)) is PollTrouble.NOT_PREPARING
    assert trouble(actions.open_poll(event, poll.id)) is PollTrouble.NOT_PREPARING
    more = actions.make_ballots(event, poll.id, 3)
    assert isinstance(more, BallotsMade)
    assert event.verify()["urn"] is True
    for ballot in records.ballots(event.db, poll.id, more.ballots):
        prize.cast(ballot, 1)
    assert prize.votes()[1] == 3


def test_neither_opening_nor_closing_is_undone(prize: Prize) -> None:
    event = prize.event
    opening = next(entry for entry in event.journal(1000) if entry.op is Op.PRIZE_OPEN)
    refused = event.undo(opening.eid)
    assert isinstance(refused, UndoRefused)
    assert refused.reason is Refusal.NOT_UNDOABLE
    closed = prize.close()
    refused = event.undo(closed.eid)
    assert isinstance(refused, UndoRefused)
    assert refused.reason is Refusal.NOT_UNDOABLE


@pytest.mark.parametrize("op", [Op.PRIZE_BALLOTS, Op.PRIZE_ADD_POLL])
def test_what_an_open_poll_is_made_of_is_not_undone_either(prize: Prize, op: Op) -> None:
    """Ballots that people hold, and what stands on them, would be gone."""
    event = prize.event
    made = next(entry for entry in event.journal(1000) if entry.op is op)
    before = records.packets(event.db, prize.poll_id)
    for undoing in (event.undo, lambda eid: undone_all_steps(event, eid)):
        refused = undoing(made.eid)
        assert isinstance(refused, UndoRefused | UndoStopped)
    assert records.packets(event.db, prize.poll_id) == before
    assert prize.poll.is_open


def test_ballots_that_were_handed_out_before_the_poll_opens_are_not_undone(event: Event) -> None:
    hall_of_tests.build(event)
    prize_of_tests.add_people(event)
    prize = prize_of_tests.prepare(event)
    made = next(entry for entry in event.journal(1000) if entry.op is Op.PRIZE_BALLOTS)
    issued = prize.issue(person(event, "Dua"))
    refused = event.undo(made.eid)
    assert isinstance(refused, UndoRefused)
    assert refused.against is not None
    assert refused.against.eid == issued.eid
    assert trouble(actions.remove_poll(event, prize.poll_id)) is PollTrouble.BALLOTS_ISSUED
    assert isinstance(event.undo(issued.eid), Undone)
    assert isinstance(event.undo(made.eid), Undone)


def test_an_edit_is_undone_only_while_there_are_no_ballots(event: Event) -> None:
    poll_id = added(event)
    edited = actions.edit_poll(event, poll_id, entries=[*ENTRIES, NewEntry("Vier")])
    assert isinstance(edited, PollDone)
    assert edited.eid is not None
    made = actions.make_ballots(event, poll_id, 5)
    assert isinstance(made, BallotsMade)
    refused = event.undo(edited.eid)
    assert isinstance(refused, UndoRefused)
    assert refused.against is not None
    assert refused.against.op is Op.PRIZE_BALLOTS
    assert isinstance(event.undo(made.eid), Undone)
    assert isinstance(event.undo(edited.eid), Undone)
    poll = records.poll(event.db, poll_id)
    assert poll is not None
    assert len(poll.entries) == 3


# ---- closed


def test_a_closed_poll_is_counted_from_the_file_as_often_as_one_likes(prize: Prize) -> None:
    pile = prize.ballots()
    for ballot, number in zip(pile, (2, 2, 3, 1, 2, 1), strict=False):
        prize.cast(ballot, number, Channel.SCAN)
    closed = prize.close()
    assert closed.count == records.count(prize.event.db, prize.poll_id)
    assert closed.count.ending is Ending.WON
    assert [entry.number for entry in closed.count.winners] == [2]
    assert [(each.place, each.entry.number, each.votes) for each in closed.count.standings] == [
        *((1, 2, 3), (2, 1, 2), (3, 3, 1), (4, 4, 0), (4, 5, 0)),
    ]
    assert closed.count.turnout.cast == 6
    assert trouble(actions.close_poll(prize.event, prize.poll_id)) is PollTrouble.NOT_OPEN
    assert trouble(actions.make_ballots(prize.event, prize.poll_id, 5)) is PollTrouble.NOT_OPEN
    assert all(result is True for result in prize.event.verify().values())


def test_a_tie_goes_to_a_run_off_between_those_who_share_the_first_place(event: Event) -> None:
    hall_of_tests.build(event)
    prize = prize_of_tests.opened(event, TieRule.RUN_OFF)
    assert trouble(actions.run_off(event, prize.poll_id, "Stichwahl")) is PollTrouble.NOT_CLOSED
    for ballot, number in zip(prize.ballots(), (2, 5, 2, 5, 1), strict=False):
        prize.cast(ballot, number)
    count = prize.close().count
    assert count.ending is Ending.TIED
    assert [entry.number for entry in count.winners] == [2, 5]
    done = actions.run_off(event, prize.poll_id, "Stichwahl")
    assert isinstance(done, PollDone)
    assert [(entry.number, entry.name) for entry in done.poll.entries] == [
        (entry.number, entry.name) for entry in count.winners
    ]
    assert done.poll.run_off_of == prize.poll_id
    assert trouble(actions.run_off(event, prize.poll_id, "Noch eine")) is PollTrouble.RUN_OFF_EXISTS
    assert done.eid is not None
    assert isinstance(event.undo(done.eid), Undone)


def test_a_run_off_needs_a_tie(prize: Prize) -> None:
    prize.cast(prize.ballots()[0], 1)
    prize.close()
    assert trouble(actions.run_off(prize.event, prize.poll_id, "Stichwahl")) is PollTrouble.NO_TIE
