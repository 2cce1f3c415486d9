"""What is done with ballots: hand one out, replace a lost one, make one void, and vote.

Handing out knows the person and never the ballot; voting knows the ballot and never the person. A vote goes through a
door of its own, which writes nothing into the journal: no time, no order, no sign that it took place but the count.
"""

from eventdesk.codes import Op
from eventdesk.event import Event, Transaction
from eventdesk.people import records as people
from eventdesk.people.code import Code, Foreign, read
from eventdesk.prize import records
from eventdesk.prize.ballot import Ballot, Channel, VoidReason
from eventdesk.prize.outcome import (
    AlreadyIssued,
    Barred,
    Cast,
    CastAnswer,
    CheckAnswer,
    IssueAnswer,
    Issued,
    NeverIssued,
    NoBallots,
    NoSuchEntry,
    NotCheckedIn,
    OtherPoll,
    ReplaceAnswer,
    StubOnly,
    UnknownBallot,
    Usable,
    UsedAlready,
    VoidAlready,
    VoidAnswer,
    Voided,
    WrongState,
)
from eventdesk.prize.poll import Poll, PollEntry, PollState


def issue(event: Event, poll_id: int, person_id: int, *, present: bool, barred_for: int | None) -> IssueAnswer:
    """Write down that somebody gets a ballot, and say from which pile.

    `present`: they have been checked in; `barred_for`: the row id of the exhibitor they belong to, if any. Raises
    nothing for people who are gone: they are not checked in.
    """
    poll = _not_closed(event, poll_id)
    if isinstance(poll, WrongState):
        return poll
    person = people.person(event.db, person_id)
    if person is None or not present:
        return NotCheckedIn(person_id)
    before = records.issued_at(event.db, poll_id, person_id)
    if before is not None:
        return AlreadyIssued(person_id, before)
    packet = _packet(poll, barred_for)
    lacking = _lacking(event, poll, packet)
    if lacking is not None:
        return lacking
    with event.transact(Op.PRIZE_ISSUE, person.name) as tx:
        return _hand_out(tx, poll, person_id, packet, again=False)


def replace_ballot(
    event: Event, poll_id: int, person_id: int, scanned: str, *, present: bool, barred_for: int | None
) -> ReplaceAnswer:
    """Make a lost ballot void by its stub (or itself) and write down that its voter gets another one, in one entry.

    Without either there is no other one: nobody could tell whether the lost one was used.
    """
    poll = _not_closed(event, poll_id)
    if isinstance(poll, WrongState):
        return poll
    person = people.person(event.db, person_id)
    if person is None or not present:
        return NotCheckedIn(person_id)
    if records.issued_at(event.db, poll_id, person_id) is None:
        return NeverIssued(person_id)
    ballot = _unspent(event, poll, scanned)
    if not isinstance(ballot, Ballot):
        return ballot
    packet = _packet(poll, barred_for)
    lacking = _lacking(event, poll, packet)
    if lacking is not None:
        return lacking
    with event.transact(Op.PRIZE_REPLACE, person.name) as tx:
        records.void_ballot(tx, ballot.id, VoidReason.LOST)
        return _hand_out(tx, poll, person_id, packet, again=True)


def void_ballot(event: Event, poll_id: int, scanned: str, reason: VoidReason) -> VoidAnswer:
    """Let a ballot that was not cast count no more, by its code or that of its stub. Nobody gets another for it."""
    poll = _not_closed(event, poll_id)
    if isinstance(poll, WrongState):
        return poll
    ballot = _unspent(event, poll, scanned)
    if not isinstance(ballot, Ballot):
        return ballot
    with event.transact(Op.PRIZE_VOID, poll.title) as tx:
        records.void_ballot(tx, ballot.id, reason)
        return Voided(tx.eid)


def check(event: Event, poll_id: int, scanned: str) -> CheckAnswer:
    """Say whether a ballot can be cast now, without casting it."""
    poll = _open(event, poll_id)
    if isinstance(poll, WrongState):
        return poll
    ballot = _castable(event, poll, scanned)
    return Usable(poll.entry(ballot.barred)) if isinstance(ballot, Ballot) else ballot


def cast(event: Event, poll_id: int, scanned: str, entry_id: int | None, channel: Channel) -> CastAnswer:
    """Put the vote of a ballot into the urn; None as entry is a number that stands for nothing.

    What is known afterwards: that this ballot was used, how, and one vote more for the entry. Not that both were one.
    """
    poll = _open(event, poll_id)
    if isinstance(poll, WrongState):
        return poll
    ballot = _castable(event, poll, scanned)
    if not isinstance(ballot, Ballot):
        return ballot
    entry = poll.entry(entry_id)
    if entry is None:
        return NoSuchEntry()
    if ballot.barred == entry.id:
        return Barred(entry)
    with event.transact_sealed(Op.PRIZE_CAST, {"urn": frozenset({poll_id})}) as urn:
        counted = records.put_in(urn, ballot, entry.id, channel)
    return Cast(channel) if counted else UsedAlready()


def _open(event: Event, poll_id: int) -> Poll | WrongState:
    poll = records.poll(event.db, poll_id)
    return poll if poll is not None and poll.is_open else WrongState(poll.state if poll else None)


def _castable(
    event: Event, poll: Poll, scanned: str
) -> Ballot | UsedAlready | VoidAlready | UnknownBallot | OtherPoll | StubOnly:
    ballot = _unspent(event, poll, scanned)
    return StubOnly() if isinstance(ballot, Ballot) and ballot.code != _digits(scanned) else ballot


def _unspent(event: Event, poll: Poll, scanned: str) -> Ballot | UsedAlready | VoidAlready | UnknownBallot | OtherPoll:
    """Find the ballot of a code, or of that of its stub, if it can still be used or made void."""
    digits = _digits(scanned)
    if digits is None:
        reading = read(scanned)
        return UnknownBallot(misread=isinstance(reading, Foreign) and reading.misread)
    ballot = records.by_code(event.db, poll.id, digits)
    if ballot is None:
        elsewhere = records.poll_of_code(event.db, digits)
        other = None if elsewhere is None else records.poll(event.db, elsewhere)
        return UnknownBallot() if other is None else OtherPoll(other)
    if ballot.void:
        return VoidAlready()
    return UsedAlready() if records.is_used(event.db, ballot.id) else ballot


def _digits(scanned: str) -> str | None:
    reading = read(scanned)
    return reading.digits if isinstance(reading, Code) else None


def _not_closed(event: Event, poll_id: int) -> Poll | WrongState:
    poll = records.poll(event.db, poll_id)
    if poll is None or poll.state is PollState.CLOSED:
        return WrongState(poll.state if poll else None)
    return poll


def _packet(poll: Poll, barred_for: int | None) -> PollEntry | None:
    return poll.entry_of(barred_for) if poll.own_barred else None


def _lacking(event: Event, poll: Poll, packet: PollEntry | None) -> NoBallots | None:
    """Say if there is no ballot to be handed out: none of this packet, or all were handed out already."""
    if not records.has_ballots(event.db, poll.id, packet.id if packet else None):
        return NoBallots(packet)
    return NoBallots(None) if records.issued(event.db, poll.id) >= records.made(event.db, poll.id) else None


def _hand_out(tx: Transaction, poll: Poll, person: int, packet: PollEntry | None, *, again: bool) -> Issued:
    records.insert_issue(tx, poll.id, person, again=again)
    return Issued(person, packet, again, records.issued(tx, poll.id), tx.eid)
