"""What is done with a poll: prepare it, make its ballots, open and close it, decide a tie by another one.

Each is one entry of the journal. Opening and closing are facts that no undo takes back; see docs/decisions.
"""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.people.code import Kind, new_codes
from eventdesk.prize import records
from eventdesk.prize.ballot import Ballot
from eventdesk.prize.count import Ending
from eventdesk.prize.outcome import BallotsMade, NotDone, PollClosed, PollDone, PollRemoved, PollTrouble
from eventdesk.prize.poll import LONGEST_NAME, LONGEST_TITLE, NewEntry, Poll, PollEntry, PollState, TieRule
from eventdesk.store.access import new_id, new_ids

HIGHEST_NUMBER = 9999
"""The highest number that an entry can have."""
MOST_BALLOTS = 20_000
"""So many ballots are made at once at most."""
LEAST_ENTRIES = 2
_SEEDS = 900_000
_FIRST_SEED = 100_000


def add_poll(
    event: Event, title: str, entries: Sequence[NewEntry], *, own_barred: bool = True, tie: TieRule = TieRule.DRAW
) -> PollDone | NotDone:
    """Prepare a poll over these entries. Those without a number get the next free ones in their order."""
    new = _drafted(Poll(new_id(), " ".join(title.split()), own_barred=own_barred, tie=tie), entries)
    return new if isinstance(new, NotDone) else _add(event, new)


def edit_poll(
    event: Event,
    poll_id: int,
    *,
    title: str | None = None,
    entries: Sequence[NewEntry] | None = None,
    own_barred: bool | None = None,
    tie: TieRule | None = None,
) -> PollDone | NotDone:
    """Change a poll that is not open yet; None leaves it as it is. An entry keeps its row as long as its number stays.

    Once there are ballots, which say what can be voted for, only the rule for a tie can change.
    """
    before = _preparing(event, poll_id)
    if isinstance(before, NotDone):
        return before
    wanted = replace(
        before,
        title=before.title if title is None else " ".join(title.split()),
        own_barred=before.own_barred if own_barred is None else own_barred,
        tie=tie or before.tie,
    )
    as_they_were = [NewEntry(entry.name, entry.exhibitor, entry.number) for entry in before.entries]
    after = _drafted(wanted, as_they_were if entries is None else entries)
    if isinstance(after, NotDone):
        return after
    if after == before:
        return PollDone(before)
    if replace(after, tie=before.tie) != before and records.packets(event.db, poll_id):
        return NotDone(PollTrouble.HAS_BALLOTS, before.title)
    with event.transact(Op.PRIZE_EDIT_POLL, after.title) as tx:
        records.change_poll(tx, before, after)
        return PollDone(after, tx.eid)


def remove_poll(event: Event, poll_id: int) -> PollRemoved | NotDone:
    """Remove a poll that is not open yet, with its ballots, of which none was handed out."""
    gone = _preparing(event, poll_id)
    if isinstance(gone, NotDone):
        return gone
    if records.issued(event.db, poll_id):
        return NotDone(PollTrouble.BALLOTS_ISSUED, gone.title)
    with event.transact(Op.PRIZE_REMOVE_POLL, gone.title) as tx:
        records.delete_poll(tx, gone)
        return PollRemoved(gone, tx.eid)


def make_ballots(event: Event, poll_id: int, number: int, barred: int | None = None) -> BallotsMade | NotDone:
    """Make so many ballots that can be cast for all entries, or for all but the entry `barred`."""
    return make_piles(event, poll_id, {barred: number})


def make_piles(
    event: Event,
    poll_id: int,
    numbers: Mapping[int | None, int],
    *,
    write: Callable[[Sequence[Ballot]], None] | None = None,
) -> BallotsMade | NotDone:
    """Make ballots for several piles as one whole: how many, by the entry that they cannot be cast for.

    Codes and stubs are random numbers of the system, drawn apart from each other, and so are the ids of the rows.
    `write` puts them on paper, in a random order; what it raises is passed on, and none of them was made then.
    """
    poll = records.poll(event.db, poll_id)
    if poll is None:
        return NotDone(PollTrouble.GONE)
    if poll.state is PollState.CLOSED:
        return NotDone(PollTrouble.NOT_OPEN, poll.title)
    if len(poll.entries) < LEAST_ENTRIES:
        return NotDone(PollTrouble.TOO_FEW_ENTRIES, poll.title)
    together = sum(numbers.values())
    if not (1 <= together <= MOST_BALLOTS and min(numbers.values()) >= 0):
        return NotDone(PollTrouble.BAD_NUMBER, str(together))
    if any(barred is not None and poll.entry(barred) is None for barred in numbers):
        return NotDone(PollTrouble.NO_SUCH_ENTRY)
    made = new_ballots(poll_id, numbers)
    with event.transact(Op.PRIZE_BALLOTS, poll.title) as tx:
        records.insert_ballots(tx, made)
        if poll.is_open:
            records.lay_out_use(tx, poll_id)
        if write is not None:
            write(made)
        return BallotsMade(poll, tuple(sorted(ballot.id for ballot in made)), tx.root)


def new_ballots(poll_id: int, numbers: Mapping[int | None, int]) -> list[Ballot]:
    """Return ballots that are not written yet. Id, code, stub and pile of one tell nothing of each other."""
    piles = [barred for barred, number in numbers.items() for _ in range(number)]
    number = len(piles)
    codes, stubs = new_codes(number, Kind.BALLOT), new_codes(number, Kind.STUB)
    dice = secrets.SystemRandom()
    dice.shuffle(codes)
    dice.shuffle(stubs)
    dice.shuffle(piles)
    parts = zip(new_ids(number), codes, stubs, piles, strict=True)
    return [Ballot(row_id, poll_id, code, stub, barred=barred) for row_id, code, stub, barred in parts]


def open_poll(event: Event, poll_id: int) -> PollDone | NotDone:
    """Open a poll: from now on ballots can be cast, and what can be voted for stays as it is.

    The seed that decides by lot after a tie is drawn now, before there is a vote.
    """
    before = _preparing(event, poll_id)
    if isinstance(before, NotDone):
        return before
    if len(before.entries) < LEAST_ENTRIES:
        return NotDone(PollTrouble.TOO_FEW_ENTRIES, before.title)
    if not records.packets(event.db, poll_id):
        return NotDone(PollTrouble.NO_BALLOTS, before.title)
    seed = _FIRST_SEED + secrets.randbelow(_SEEDS)
    after = replace(before, state=PollState.OPEN, opened=event.now(), seed=seed)
    with event.transact(Op.PRIZE_OPEN, after.title) as tx:
        records.change_poll(tx, before, after)
        records.lay_out_urn(tx, after)
        return PollDone(after, tx.eid)


def close_poll(event: Event, poll_id: int) -> PollClosed | NotDone:
    """Close a poll for good, and count it."""
    before = records.poll(event.db, poll_id)
    if before is None:
        return NotDone(PollTrouble.GONE)
    if not before.is_open:
        return NotDone(PollTrouble.NOT_OPEN, before.title)
    after = replace(before, state=PollState.CLOSED, closed=event.now())
    with event.transact(Op.PRIZE_CLOSE, after.title) as tx:
        records.change_poll(tx, before, after)
        counted = records.counted(tx, after)
        return PollClosed(counted, tx.eid)


def run_off(event: Event, poll_id: int, title: str) -> PollDone | NotDone:
    """Prepare another poll between those who share the first place; a tie of that one is decided by lot."""
    tied = records.poll(event.db, poll_id)
    if tied is None:
        return NotDone(PollTrouble.GONE)
    counted = records.count(event.db, poll_id)
    if counted is None:
        return NotDone(PollTrouble.NOT_CLOSED, tied.title)
    if counted.ending is not Ending.TIED:
        return NotDone(PollTrouble.NO_TIE, tied.title)
    if records.run_off_of(event.db, poll_id) is not None:
        return NotDone(PollTrouble.RUN_OFF_EXISTS, tied.title)
    entries = [NewEntry(entry.name, entry.exhibitor, entry.number) for entry in counted.winners]
    plan = Poll(new_id(), " ".join(title.split()), own_barred=tied.own_barred, run_off_of=poll_id)
    new = _drafted(plan, entries)
    return new if isinstance(new, NotDone) else _add(event, new)


def _add(event: Event, new: Poll) -> PollDone:
    with event.transact(Op.PRIZE_ADD_POLL, new.title) as tx:
        records.insert_poll(tx, new)
        return PollDone(new, tx.root)


def _preparing(event: Event, poll_id: int) -> Poll | NotDone:
    poll = records.poll(event.db, poll_id)
    if poll is None:
        return NotDone(PollTrouble.GONE)
    return poll if poll.state is PollState.PREPARING else NotDone(PollTrouble.NOT_PREPARING, poll.title)


def _drafted(poll: Poll, entries: Sequence[NewEntry]) -> Poll | NotDone:
    """Return the poll with these entries, or what is wrong with them."""
    if not poll.title:
        return NotDone(PollTrouble.NO_TITLE)
    if len(poll.title) > LONGEST_TITLE:
        return NotDone(PollTrouble.LONG_TITLE, poll.title)
    rows = {entry.number: entry.id for entry in poll.entries}
    taken = {entry.number for entry in entries if entry.number is not None}
    found: list[PollEntry] = []
    for new in entries:
        number = new.number
        if number is None:
            number = next(free for free in range(1, HIGHEST_NUMBER + len(entries) + 2) if free not in taken)
            taken.add(number)
        trouble = _wrong(new, number, found)
        if trouble is not None:
            return NotDone(trouble, new.name.strip() or str(number))
        found.append(PollEntry(rows.get(number) or new_id(), number, " ".join(new.name.split()), new.exhibitor))
    return replace(poll, entries=tuple(sorted(found, key=lambda entry: entry.number)))


def _wrong(new: NewEntry, number: int, before: Sequence[PollEntry]) -> PollTrouble | None:
    if not new.name.strip():
        return PollTrouble.NO_ENTRY_NAME
    if len(" ".join(new.name.split())) > LONGEST_NAME:
        return PollTrouble.LONG_ENTRY_NAME
    if not 1 <= number <= HIGHEST_NUMBER:
        return PollTrouble.BAD_ENTRY_NUMBER
    if any(entry.number == number for entry in before):
        return PollTrouble.NUMBER_TWICE
    if new.exhibitor is not None and any(entry.exhibitor == new.exhibitor for entry in before):
        return PollTrouble.EXHIBITOR_TWICE
    return None
