"""Handing out, losing, making void and casting ballots: nobody votes twice, and nobody for their own."""

import shutil
from pathlib import Path

import pytest

from eventdesk import ballots
from eventdesk.checkin.actions import check_in, check_in_person
from eventdesk.checkin.points import find_point
from eventdesk.codes import Op, Refusal
from eventdesk.desk import open_event
from eventdesk.errors import KnownError
from eventdesk.event import Changes, Event, Undone, UndoRefused
from eventdesk.merging.actions import merge
from eventdesk.people.code import Kind, grouped, new_code
from eventdesk.prize import actions, actions_ballots, records
from eventdesk.prize.ballot import Ballot, Channel, VoidReason
from eventdesk.prize.outcome import (
    AlreadyIssued,
    BallotsMade,
    Barred,
    Issued,
    NeverIssued,
    NoBallots,
    NoSuchEntry,
    NotCheckedIn,
    OtherPoll,
    PollDone,
    StubOnly,
    UnknownBallot,
    Usable,
    UsedAlready,
    VoidAlready,
    Voided,
    WrongState,
)
from eventdesk.prize.poll import NewEntry, PollState
from tests.clock import FakeClock
from tests.core.fair import hall_of_tests
from tests.core.prize import prize_of_tests
from tests.core.prize.prize_of_tests import FREE, Prize, person

OWN = "Café Grenzenlos"
"""The stand E1, to which Ada and Ben belong."""


def cast(prize: Prize, scanned: str, number: int, channel: Channel = Channel.KIOSK) -> object:
    entry = prize.poll.numbered(number)
    return actions_ballots.cast(prize.event, prize.poll_id, scanned, entry.id if entry else None, channel)


# ---- handing out


def test_everybody_who_has_come_gets_one_ballot(prize: Prize, clock: FakeClock) -> None:
    dua, lea = person(prize.event, "Dua"), person(prize.event, "Lea")
    issued = prize.issue(dua)
    assert (issued.packet, issued.again, issued.issued) == (None, False, 1)
    at = clock()
    clock.advance(minutes=9)
    assert ballots.issue_to(prize.event, prize.poll_id, dua) == AlreadyIssued(dua, at)
    assert ballots.issue_to(prize.event, prize.poll_id, lea) == NotCheckedIn(lea)
    assert ballots.issue_to(prize.event, prize.poll_id, 77) == NotCheckedIn(77)
    check_in_person(prize.event, lea, find_point(prize.event.db))
    assert isinstance(ballots.issue_to(prize.event, prize.poll_id, lea), Issued)


def test_who_belongs_to_a_stand_gets_a_ballot_from_its_packet(prize: Prize) -> None:
    ada = prize.issue(person(prize.event, "Ada"))
    assert ada.packet is not None
    assert ada.packet.name == OWN
    packet = prize.ballots(OWN)
    assert len(packet) == prize_of_tests.PACKET
    assert actions_ballots.check(prize.event, prize.poll_id, packet[0].code) == Usable(ada.packet)
    assert cast(prize, packet[0].code, ada.packet.number) == Barred(ada.packet)
    assert not records.is_used(prize.event.db, packet[0].id)
    prize.cast(packet[0], 2)


def test_without_the_rule_everybody_gets_any_ballot(event: Event) -> None:
    hall_of_tests.build(event)
    people = prize_of_tests.add_people(event)
    done = actions.add_poll(event, "Preis", ballots.entries_of_fair(event), own_barred=False)
    assert isinstance(done, PollDone)
    assert isinstance(actions.make_ballots(event, done.poll.id, 5), BallotsMade)
    issued = ballots.issue_to(event, done.poll.id, people["Ada"])
    assert isinstance(issued, Issued)
    assert issued.packet is None
    assert [(each.barred, each.people) for each in ballots.packets_wanted(event, done.poll)] == [(None, 12)]


def test_no_ballot_is_handed_out_that_was_not_made(event: Event) -> None:
    hall_of_tests.build(event)
    people = prize_of_tests.add_people(event)
    done = actions.add_poll(event, "Preis", ballots.entries_of_fair(event))
    assert isinstance(done, PollDone)
    own = next(entry for entry in done.poll.entries if entry.name == OWN)
    assert ballots.issue_to(event, done.poll.id, people["Dua"]) == NoBallots(None)
    actions.make_ballots(event, done.poll.id, 1)
    assert ballots.issue_to(event, done.poll.id, people["Ada"]) == NoBallots(own)
    assert isinstance(ballots.issue_to(event, done.poll.id, people["Dua"]), Issued)
    assert ballots.issue_to(event, done.poll.id, people["Eva"]) == NoBallots(None)


def test_piles_are_as_large_as_the_people_on_the_list_need(prize: Prize) -> None:
    wanted = ballots.packets_wanted(prize.event, prize.poll)
    told = {each.barred.name if each.barred else "": each.people for each in wanted}
    assert told == {"": 9, OWN: 2, "Teestube": 1}


def test_handing_out_can_be_undone_and_the_protocol_counts_it(prize: Prize) -> None:
    dua = person(prize.event, "Dua")
    issued = prize.issue(dua)
    assert isinstance(prize.event.undo(), Undone)
    assert records.turnout(prize.event.db, prize.poll_id).issued == 0
    assert records.turnout(prize.event.db, prize.poll_id).taken_back == 1
    assert prize.issue(dua).eid != issued.eid
    prize.close()
    refused = prize.event.undo()
    assert isinstance(refused, UndoRefused)
    assert refused.reason is Refusal.OVERTAKEN
    assert ballots.issue_to(prize.event, prize.poll_id, person(prize.event, "Eva")) == WrongState(PollState.CLOSED)


def test_two_entries_of_one_person_keep_their_ballots_when_they_are_merged(prize: Prize) -> None:
    event = prize.event
    dua, eva = person(event, "Dua"), person(event, "Eva")
    prize.issue(eva)
    merged = merge(event, dua, eva)
    assert isinstance(ballots.issue_to(event, prize.poll_id, dua), AlreadyIssued)
    assert isinstance(event.undo(merged.eid), Undone)
    assert isinstance(ballots.issue_to(event, prize.poll_id, dua), Issued)
    assert all(result is True for result in event.verify().values())


# ---- voting


def test_a_ballot_counts_once_however_it_comes_again(prize: Prize) -> None:
    ballot = prize.ballots()[0]
    prize.cast(ballot, 1)
    for channel in Channel:
        for spelling in (ballot.code, grouped(ballot.code), f" {ballot.code}\r\n"):
            assert cast(prize, spelling, 2, channel) == UsedAlready()
    assert prize.votes() == {1: 1, 2: 0, 3: 0, 4: 0, 5: 0}
    assert actions_ballots.check(prize.event, prize.poll_id, ballot.code) == UsedAlready()
    assert actions_ballots.void_ballot(prize.event, prize.poll_id, ballot.stub, VoidReason.LOST) == UsedAlready()


def test_votes_of_all_channels_go_into_one_urn(prize: Prize) -> None:
    for ballot, channel in zip(prize.ballots(), [*Channel, Channel.PAPER], strict=False):
        prize.cast(ballot, 4, channel)
    assert prize.votes()[4] == 4
    used = records.turnout(prize.event.db, prize.poll_id).used
    assert used == {Channel.KIOSK: 1, Channel.SCAN: 1, Channel.PAPER: 2}


def test_codes_that_are_none_are_told_apart(prize: Prize) -> None:
    ballot = prize.ballots()[0]
    wrong = ballot.code[:-1] + str((int(ballot.code[-1]) + 1) % 10)
    assert cast(prize, ballot.stub, 1) == StubOnly()
    assert cast(prize, wrong, 1) == UnknownBallot(misread=True)
    assert cast(prize, new_code(Kind.BALLOT), 1) == UnknownBallot()
    assert cast(prize, "Café Grenzenlos", 1) == UnknownBallot()
    assert cast(prize, "", 1) == UnknownBallot()
    assert cast(prize, ballot.code, 99) == NoSuchEntry()
    assert actions_ballots.check(prize.event, prize.poll_id, ballot.code) == Usable(None)
    assert sum(prize.votes().values()) == 0


def test_a_ballot_of_another_poll_is_told_so_and_does_not_count(prize: Prize) -> None:
    other = prize_of_tests.small(prize.event)
    ballot = other.ballots()[0]
    assert cast(prize, ballot.code, 1) == OtherPoll(other.poll)
    other.cast(ballot, 2)
    assert sum(prize.votes().values()) == 0
    assert prize.event.verify()["urn"] is True


def test_an_entry_of_another_poll_is_none_of_this_one(prize: Prize) -> None:
    other = prize_of_tests.small(prize.event)
    ballot = prize.ballots()[0]
    answer = actions_ballots.cast(prize.event, prize.poll_id, ballot.code, other.entry(1), Channel.KIOSK)
    assert answer == NoSuchEntry()


def test_only_an_open_poll_takes_votes(event: Event) -> None:
    done = actions.add_poll(event, "Preis", [NewEntry("Eins"), NewEntry("Zwei")])
    assert isinstance(done, PollDone)
    actions.make_ballots(event, done.poll.id, 3)
    prize = Prize(event, done.poll.id)
    ballot = prize.ballots()[0]
    assert cast(prize, ballot.code, 1) == WrongState(PollState.PREPARING)
    actions.open_poll(event, prize.poll_id)
    prize.cast(ballot, 1)
    prize.close()
    assert cast(prize, prize.ballots()[1].code, 1) == WrongState(PollState.CLOSED)
    assert actions_ballots.check(event, 77, ballot.code) == WrongState(None)
    assert prize.votes() == {1: 1, 2: 0}


def test_a_vote_is_said_to_those_who_listen_but_not_what_for(prize: Prize) -> None:
    heard: list[Changes] = []
    prize.event.changed.append(heard.append)
    prize.cast(prize.ballots()[0], 3)
    assert heard == [Changes(Op.PRIZE_CAST, "", {"urn": frozenset({prize.poll_id})})]


def test_undo_leaves_votes_alone(prize: Prize) -> None:
    """Ctrl+Z after a vote takes back what came before it, and never the vote."""
    issued = prize.issue(person(prize.event, "Dua"))
    prize.cast(prize.ballots()[0], 3)
    undone = prize.event.undo()
    assert isinstance(undone, Undone)
    assert undone.entry.eid == issued.eid
    assert prize.votes()[3] == 1


def test_a_vote_is_on_the_disk_when_it_was_said_to_be(copied: Path) -> None:
    with open_event(copied) as event:
        prize = Prize(event, int(event.db.value("SELECT id FROM poll")))
        ballot = prize.ballots()[0]
        prize.cast(ballot, 2)
        shutil.copy(copied, copied.with_name("pulled.eventdesk"))  # as if the stick was pulled now
    with open_event(copied.with_name("pulled.eventdesk")) as event:
        pulled = Prize(event, prize.poll_id)
        assert pulled.votes()[2] == 1
        assert cast(pulled, ballot.code, 2) == UsedAlready()


def test_a_file_that_cannot_be_written_takes_no_vote(copied: Path) -> None:
    copied.chmod(0o400)
    with open_event(copied) as event:
        prize = Prize(event, int(event.db.value("SELECT id FROM poll")))
        if event.view_only is None:
            pytest.skip("this user may write into everything")
        with pytest.raises(KnownError):
            cast(prize, prize.ballots()[0].code, 1)


# ---- lost and void


def lost(prize: Prize, name: str, ballot: Ballot, *, by_stub: bool = True) -> object:
    scanned = ballot.stub if by_stub else ballot.code
    return ballots.replace_for(prize.event, prize.poll_id, person(prize.event, name), scanned)


def test_a_lost_ballot_is_void_by_its_stub_and_another_is_handed_out(prize: Prize) -> None:
    prize.issue(person(prize.event, "Dua"))
    first, second = prize.ballots()[:2]
    answer = lost(prize, "Dua", first)
    assert isinstance(answer, Issued)
    assert answer.again
    assert cast(prize, first.code, 1) == VoidAlready()
    prize.cast(second, 1)
    found = records.turnout(prize.event.db, prize.poll_id)
    assert (found.issued, found.again, found.voided, found.cast) == (2, 1, 1, 1)
    assert found.void[VoidReason.LOST] == 1
    refused = prize.event.undo(answer.eid)
    assert isinstance(refused, UndoRefused)
    assert refused.reason is Refusal.NOT_UNDOABLE
    assert prize.event.verify()["urn"] is True


def test_a_ballot_that_was_used_is_not_replaced(prize: Prize) -> None:
    """Who votes and says then that the ballot is lost gets no other one."""
    prize.issue(person(prize.event, "Dua"))
    ballot = prize.ballots()[0]
    prize.cast(ballot, 1)
    assert lost(prize, "Dua", ballot) == UsedAlready()
    assert lost(prize, "Dua", ballot, by_stub=False) == UsedAlready()
    assert records.turnout(prize.event.db, prize.poll_id).issued == 1


def test_nothing_is_replaced_without_a_stub_or_before_there_was_a_ballot(prize: Prize) -> None:
    dua, ballot = person(prize.event, "Dua"), prize.ballots()[0]
    assert lost(prize, "Dua", ballot) == NeverIssued(dua)
    prize.issue(dua)
    assert ballots.replace_for(prize.event, prize.poll_id, dua, "") == UnknownBallot()
    assert isinstance(lost(prize, "Dua", ballot), Issued)
    assert lost(prize, "Dua", ballot) == VoidAlready()
    lea = person(prize.event, "Lea")
    assert ballots.replace_for(prize.event, prize.poll_id, lea, ballot.stub) == NotCheckedIn(lea)


def test_a_first_ballot_is_not_undone_once_it_was_replaced(prize: Prize) -> None:
    first = prize.issue(person(prize.event, "Dua"))
    other = prize.issue(person(prize.event, "Eva"))
    replaced = lost(prize, "Dua", prize.ballots()[0])
    assert isinstance(replaced, Issued)
    assert isinstance(prize.event.undo(other.eid), Undone)
    for eid, reason in ((first.eid, Refusal.OVERTAKEN), (replaced.eid, Refusal.NOT_UNDOABLE)):
        refused = prize.event.undo(eid)
        assert isinstance(refused, UndoRefused)
        assert (refused.reason, refused.against) == (reason, None)
    steps = list(prize.event.undo_in_steps(first.eid))
    assert isinstance(steps[-1], UndoRefused)
    found = records.turnout(prize.event.db, prize.poll_id)
    assert (found.issued, found.again, found.taken_back) == (2, 1, 1)


def test_merging_two_who_have_ballots_is_undone_though_one_was_replaced_before(prize: Prize) -> None:
    event = prize.event
    dua, eva = person(event, "Dua"), person(event, "Eva")
    prize.issue(dua)
    prize.issue(eva)
    assert isinstance(lost(prize, "Dua", prize.ballots()[0]), Issued)
    merged = merge(event, dua, eva)
    assert isinstance(event.undo(merged.eid), Undone)
    assert records.issued_at(event.db, prize.poll_id, eva) is not None
    merge(event, dua, eva)
    assert isinstance(lost(prize, "Dua", prize.ballots()[1]), Issued)
    assert isinstance(event.undo(), UndoRefused)


def test_a_pile_of_void_ballots_is_an_empty_one(prize: Prize) -> None:
    barred = prize.entry(1)
    assert records.has_ballots(prize.event.db, prize.poll_id, None)
    assert records.has_ballots(prize.event.db, prize.poll_id, barred)
    for ballot in prize.ballots(prize.poll.entries[0].name):
        actions_ballots.void_ballot(prize.event, prize.poll_id, ballot.code, VoidReason.SPOILED)
    assert not records.has_ballots(prize.event.db, prize.poll_id, barred)
    assert records.made(prize.event.db, prize.poll_id) == FREE + 15


def test_a_spoiled_ballot_is_void_and_nobody_gets_another(prize: Prize) -> None:
    ballot = prize.ballots()[0]
    assert isinstance(actions_ballots.void_ballot(prize.event, prize.poll_id, ballot.code, VoidReason.SPOILED), Voided)
    assert cast(prize, ballot.code, 1) == VoidAlready()
    found = records.turnout(prize.event.db, prize.poll_id)
    assert (found.made, found.voided, found.unused) == (FREE + 15, 1, FREE + 14)


# ---- what is voted for


def test_exhibitors_can_be_voted_for_who_come_and_take_part(event: Event) -> None:
    hall_of_tests.build(event)
    with event.transact(Op.EDIT_EXHIBITOR, "") as tx:
        tx.update("exhibitor", 2, {"votable": 0})
        tx.update("exhibitor", 3, {"status": "cancelled"})
    assert [(new.name, new.exhibitor) for new in ballots.entries_of_fair(event)] == [
        *(("Café Grenzenlos", 1), ("Lernpaten", 5), ("Teestube", 4)),
    ]


def test_a_number_or_the_sign_of_a_stand_says_what_is_meant(prize: Prize) -> None:
    def meant(text: str, *, scanned: bool = False) -> str:
        found = ballots.entry_meant(prize.event, prize.poll, text, scanned=scanned)
        return found.name if found is not None else ""

    assert meant("1") == meant(" 1 ") == meant("&") == meant("١") == "Café Grenzenlos"
    assert meant("E4", scanned=True) == meant("E4") == "Teestube"
    assert meant("e4", scanned=True) == "Teestube"  # caps lock
    assert meant("77") == meant("Teestube") == meant("") == meant("123456789012") == ""


def test_a_sign_that_looks_like_the_number_of_another_is_told_apart_by_how_it_comes(prize: Prize) -> None:
    with prize.event.transact(Op.EDIT_EXHIBITOR, "") as tx:
        tx.update("exhibitor", 4, {"ref": "1"})
    poll = prize.poll
    typed = ballots.entry_meant(prize.event, poll, "1", scanned=False)
    scanned = ballots.entry_meant(prize.event, poll, "1", scanned=True)
    assert typed is not None
    assert scanned is not None
    assert (typed.name, scanned.name) == ("Café Grenzenlos", "Teestube")


# ---- a ballot at the wrong desk


@pytest.mark.parametrize("part", ["code", "stub"])
def test_a_ballot_scanned_at_the_check_in_is_refused_and_not_written_down(
    prize: Prize, clock: FakeClock, part: str
) -> None:
    """It would stand in the journal with a time, just behind the person who holds it."""
    event, ballot = prize.event, prize.ballots()[0]
    code = str(getattr(ballot, part))
    misread = code[:5] + str((int(code[5]) + 1) % 10) + code[6:]
    for scanned in (code, grouped(code), misread):
        clock.advance(minutes=5)
        check_in(event, scanned, find_point(event.db))
    newest = [entry.eid for entry in event.journal(3)]
    changes = event.db.rows("SELECT coalesce(before, '') || after FROM change WHERE eid IN (?, ?, ?)", *newest)
    told = " ".join([*(row[0] for row in changes), *(entry.label for entry in event.journal(3))])
    assert {entry.op for entry in event.journal(3)} == {Op.REFUSED_SCAN}
    assert code[1:] not in told
    assert misread[6:] not in told
