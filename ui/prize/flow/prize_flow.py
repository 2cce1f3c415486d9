"""The audience prize of one event as this desk looks at it: its polls, who gets a ballot, what becomes of ballots."""

from collections.abc import Sequence
from dataclasses import dataclass

from eventdesk import ballots
from eventdesk.checkin import finding
from eventdesk.checkin.meant import Candidate
from eventdesk.codes import Op
from eventdesk.errors import KnownError
from eventdesk.event import Entry, Event, Undone, UndoRefused
from eventdesk.people import code as codes
from eventdesk.people import records as people
from eventdesk.people.person import Person
from eventdesk.people.search import Searcher
from eventdesk.prize import actions, actions_ballots, records
from eventdesk.prize.ballot import Channel, VoidReason
from eventdesk.prize.count import Count, Turnout
from eventdesk.prize.outcome import (
    BallotsMade,
    CastAnswer,
    CheckAnswer,
    IssueAnswer,
    NotDone,
    PollClosed,
    PollDone,
    PollRemoved,
    ReplaceAnswer,
    VoidAnswer,
)
from eventdesk.prize.poll import NewEntry, Poll, PollEntry, PollState, TieRule
from ui.prize.kiosk.screen import KioskScreen

LOOK_BACK = 300
"""So many entries are looked through for what this desk did last to the prize."""
KINDS = frozenset({"poll", "poll_entry", "ballot", "ballot_issue", "urn", "ballot_use"})
"""Kinds of changes after which what this page shows is something else."""
DEEDS = frozenset(op for op in Op if op.name.startswith("PRIZE_"))
FEWEST_LETTERS = 2
MOST_HITS = 24


@dataclass
class Memory:
    """What outlives a change of language: which view, which poll."""

    tab: int | None = None
    poll: int | None = None


@dataclass(frozen=True)
class Need:
    """What piles of a poll still lack, if everybody registered comes: by the barred entry's row id; None: anybody."""

    missing: dict[int | None, int]

    @property
    def for_anybody(self) -> int:
        """How many ballots the pile for everybody lacks."""
        return self.missing.get(None, 0)

    @property
    def in_packets(self) -> int:
        """How many ballots packets lack."""
        return sum(number for barred, number in self.missing.items() if barred is not None)

    @property
    def packets(self) -> int:
        """How many packets lack ballots."""
        return sum(barred is not None for barred in self.missing)


class PrizeFlow:
    """Lives as long as the file is open."""

    def __init__(self, event: Event) -> None:
        """Look at the polls of `event`."""
        self.event = event
        self.memory = Memory()
        self._searcher = Searcher(event.db)
        self.kiosk = KioskScreen(self)

    def close(self) -> None:
        """Have done with the voting screen: the file is closed."""
        self.kiosk.close()

    @property
    def closed(self) -> KnownError | None:
        """Why nothing can be changed in this file, if that is so."""
        return self.event.closed

    @property
    def title(self) -> str:
        """The event, as it is announced."""
        return self.event.details.title or self.event.path.stem

    # ---- what there is

    def polls(self) -> list[Poll]:
        """Return all polls: the open ones, those that are prepared, then the closed ones."""
        order = (PollState.OPEN, PollState.PREPARING, PollState.CLOSED)
        return sorted(records.polls(self.event.db), key=lambda poll: order.index(poll.state))

    def poll(self) -> Poll | None:
        """Return the poll that is looked at; if nobody has chosen one, the open one or the next one."""
        known = self.polls()
        chosen = next((poll for poll in known if poll.id == self.memory.poll), None)
        return chosen or next(iter(known), None)

    def poll_now(self, poll_id: int) -> Poll | None:
        """Return one poll as it is now."""
        return records.poll(self.event.db, poll_id)

    def turnout(self, poll: Poll) -> Turnout:
        """Return how many ballots went which way."""
        return records.turnout(self.event.db, poll.id)

    def count(self, poll: Poll) -> Count | None:
        """Count a closed poll, anew each time; None before it is closed: nobody watches votes come in."""
        return records.count(self.event.db, poll.id)

    def run_off_of(self, poll: Poll) -> int | None:
        """Return the poll that decides the tie of this one, if there is one."""
        return records.run_off_of(self.event.db, poll.id)

    def made(self, poll: Poll) -> int:
        """Return how many ballots of a poll count that were made."""
        return sum(pile.made - pile.void for pile in records.packets(self.event.db, poll.id))

    def need(self, poll: Poll, spare: int = 0) -> Need:
        """Return what piles lack if everybody on the list comes, and `spare` ballots more for anybody."""
        there = {pile.barred: pile.made - pile.void for pile in records.packets(self.event.db, poll.id)}
        wanted = {
            pile.barred.id if pile.barred else None: pile.people for pile in ballots.packets_wanted(self.event, poll)
        }
        lacking = {pile: people - there.get(pile, 0) for pile, people in wanted.items()}
        missing = {pile: number for pile, number in lacking.items() if number > 0}
        if spare > 0:
            missing[None] = missing.get(None, 0) + spare
        return Need(missing)

    def offered(self) -> tuple[NewEntry, ...]:
        """Return who of the fair can be voted for."""
        return ballots.entries_of_fair(self.event)

    # ---- people

    def owner(self, text: str) -> Person | None:
        """Return who has this code on their badge, if exactly one person has."""
        holders = finding.find(self.event.db, text).people
        return holders[0] if len(holders) == 1 else None

    def is_scan(self, text: str) -> bool:
        """Say whether a text that was ended by Enter is a code rather than a name."""
        return finding.is_scan(self.event.db, text)

    def kind_of(self, text: str) -> codes.Kind | None:
        """Return whose code a scanned text is, if it is one of ours."""
        reading = codes.read(text)
        return reading.kind if isinstance(reading, codes.Code) else None

    def search(self, text: str) -> list[Candidate]:
        """Return who may be meant, best first."""
        if len(text.strip()) < FEWEST_LETTERS:
            return []
        hits = self._searcher.search(text, MOST_HITS)
        found = {each.id: each for each in people.people(self.event.db, [hit.person for hit in hits])}
        return [Candidate(found[hit.person], hit.exact) for hit in hits if hit.person in found]

    def person(self, number: int) -> Person | None:
        """Look up a person."""
        return people.person(self.event.db, number)

    def has_ballot(self, poll: Poll, person: int) -> bool:
        """Say whether somebody got a ballot of a poll."""
        return records.issued_at(self.event.db, poll.id, person) is not None

    # ---- polls. What is done raises KnownError.

    def add(self, title: str, entries: Sequence[NewEntry], *, own_barred: bool, tie: TieRule) -> PollDone | NotDone:
        """Prepare a poll."""
        return self._look_at(actions.add_poll(self.event, title, entries, own_barred=own_barred, tie=tie))

    def edit(
        self, poll: Poll, title: str, entries: Sequence[NewEntry], *, own_barred: bool, tie: TieRule
    ) -> PollDone | NotDone:
        """Change a poll that is not open yet."""
        return actions.edit_poll(self.event, poll.id, title=title, entries=entries, own_barred=own_barred, tie=tie)

    def remove(self, poll: Poll) -> PollRemoved | NotDone:
        """Remove a poll that is not open yet."""
        return actions.remove_poll(self.event, poll.id)

    def make_ballots(self, poll: Poll, spare: int) -> BallotsMade | NotDone | None:
        """Make what piles lack; None if they lack nothing."""
        missing = self.need(poll, spare).missing
        return actions.make_piles(self.event, poll.id, missing) if missing else None

    def open(self, poll: Poll) -> PollDone | NotDone:
        """Open a poll."""
        return actions.open_poll(self.event, poll.id)

    def close_poll(self, poll: Poll) -> PollClosed | NotDone:
        """Close a poll for good, and count it."""
        return actions.close_poll(self.event, poll.id)

    def run_off(self, poll: Poll, title: str) -> PollDone | NotDone:
        """Prepare a poll between those who share the first place."""
        return self._look_at(actions.run_off(self.event, poll.id, title))

    # ---- ballots

    def issue(self, poll: Poll, person: int) -> IssueAnswer:
        """Hand somebody a ballot."""
        return ballots.issue_to(self.event, poll.id, person)

    def replace(self, poll: Poll, person: int, scanned: str) -> ReplaceAnswer:
        """Make a lost ballot void by its stub, and hand its voter another one."""
        return ballots.replace_for(self.event, poll.id, person, scanned)

    def void(self, poll: Poll, scanned: str, reason: VoidReason) -> VoidAnswer:
        """Let a ballot count no more."""
        return actions_ballots.void_ballot(self.event, poll.id, scanned, reason)

    def check(self, poll: Poll, scanned: str) -> CheckAnswer:
        """Say whether a ballot can be cast."""
        return actions_ballots.check(self.event, poll.id, scanned)

    def cast(self, poll: Poll, scanned: str, entry: int | None, channel: Channel) -> CastAnswer:
        """Put the vote of a ballot into the urn."""
        return actions_ballots.cast(self.event, poll.id, scanned, entry, channel)

    def entry_meant(self, poll: Poll, text: str, *, scanned: bool) -> PollEntry | None:
        """Return what somebody votes for by a number, or by the code on the sign of a stand."""
        return ballots.entry_meant(self.event, poll, text, scanned=scanned)

    # ---- undoing

    def undo(self) -> Undone | UndoRefused | None:
        """Take back what this desk did last to the prize; None if there is nothing."""
        entry = next((each for each in self.event.journal(LOOK_BACK) if self._is_own(each)), None)
        return self.event.undo(entry.eid) if entry else None

    def _is_own(self, entry: Entry) -> bool:
        return entry.op in DEEDS and entry.desk == self.event.desk and not entry.undone

    def _look_at(self, done: PollDone | NotDone) -> PollDone | NotDone:
        if isinstance(done, PollDone):
            self.memory.poll = done.poll.id
        return done
