"""A small prize that tests share: five stands to vote for, twelve people, and a poll over the stands.

Ada and Ben belong to stand E1, Cem to E4; all others to none. Everybody but Lea has come.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from eventdesk import ballots
from eventdesk.checkin.actions import check_in_person
from eventdesk.checkin.point import PointKind
from eventdesk.checkin.points import add_point
from eventdesk.event import Event
from eventdesk.people import actions as people
from eventdesk.people.person import Person
from eventdesk.prize import actions, actions_ballots, records
from eventdesk.prize.ballot import Ballot, Channel
from eventdesk.prize.outcome import BallotsMade, Cast, Issued, PollClosed, PollDone
from eventdesk.prize.poll import NewEntry, Poll, TieRule
from tests.core.fair import hall_of_tests

NAMES = ("Ada", "Ben", "Cem", "Dua", "Eva", "Fay", "Gül", "Hans", "Ivo", "Jan", "Kim", "Lea")
STANDS = {"Ada": "E1", "Ben": "E1", "Cem": "E4"}
TITLE = "Publikumspreis"
FREE, PACKET = 14, 3


@dataclass(frozen=True)
class Prize:
    """An event with a poll, told in short sentences."""

    event: Event
    poll_id: int

    @property
    def poll(self) -> Poll:
        """The poll as it is in the file."""
        found = records.poll(self.event.db, self.poll_id)
        assert found is not None
        return found

    def ballots(self, barred: str | None = None) -> list[Ballot]:
        """Return the ballots of one pile in the order of their codes."""
        entry = next((entry.id for entry in self.poll.entries if entry.name == barred), None)
        pile = [ballot for ballot in records.ballots(self.event.db, self.poll_id) if ballot.barred == entry]
        return sorted(pile, key=lambda ballot: ballot.code)

    def entry(self, number: int) -> int:
        """Return the row id of the entry with this number."""
        found = self.poll.numbered(number)
        assert found is not None
        return found.id

    def cast(self, ballot: Ballot, number: int, channel: Channel = Channel.KIOSK) -> None:
        """Cast a ballot, which must work."""
        answer = actions_ballots.cast(self.event, self.poll_id, ballot.code, self.entry(number), channel)
        assert answer == Cast(channel)

    def votes(self) -> dict[int, int]:
        """Return the votes by the numbers of the entries, as they stand in the urn."""
        rows = self.event.db.rows("SELECT entry, votes FROM urn WHERE poll = ?", self.poll_id)
        return {entry.number: int(votes) for row, votes in rows for entry in self.poll.entries if entry.id == row}

    def issue(self, person: int) -> Issued:
        """Hand out a ballot, which must work."""
        answer = ballots.issue_to(self.event, self.poll_id, person)
        assert isinstance(answer, Issued)
        return answer

    def close(self) -> PollClosed:
        """Close the poll, which must work."""
        done = actions.close_poll(self.event, self.poll_id)
        assert isinstance(done, PollClosed)
        return done


def add_people(event: Event) -> dict[str, int]:
    """Add the twelve people and let all but Lea come in; returns their ids by name."""
    point = add_point(event, "Haupteingang", PointKind.ENTRANCE)
    added = {
        name: people.add(event, Person(0, given_name=name, family_name="Muster", exhibitor=STANDS.get(name, ""))).id
        for name in NAMES
    }
    for name in NAMES[:-1]:
        check_in_person(event, added[name], point)
    return added


def person(event: Event, name: str) -> int:
    """Return the id of one of the people."""
    return int(event.db.value("SELECT id FROM person WHERE given_name = ?", name))


def prepare(event: Event, tie: TieRule = TieRule.DRAW) -> Prize:
    """Add a poll over all stands, with ballots for everybody."""
    done = actions.add_poll(event, TITLE, ballots.entries_of_fair(event), tie=tie)
    assert isinstance(done, PollDone)
    prize = Prize(event, done.poll.id)
    piles = [(FREE, None), *((PACKET, entry.id) for entry in done.poll.entries)]
    for number, barred in piles:
        assert isinstance(actions.make_ballots(event, prize.poll_id, number, barred), BallotsMade)
    return prize


def opened(event: Event, tie: TieRule = TieRule.DRAW) -> Prize:
    """Prepare a poll and open it."""
    prize = prepare(event, tie)
    assert isinstance(actions.open_poll(event, prize.poll_id), PollDone)
    return prize


def small(event: Event, names: Sequence[str] = ("Eins", "Zwei", "Drei"), number: int = 12) -> Prize:
    """Open a poll over projects without stands."""
    done = actions.add_poll(event, TITLE, [NewEntry(name) for name in names])
    assert isinstance(done, PollDone)
    assert isinstance(actions.make_ballots(event, done.poll.id, number), BallotsMade)
    assert isinstance(actions.open_poll(event, done.poll.id), PollDone)
    return Prize(event, done.poll.id)


def build(event: Event) -> Prize:
    """Fill an empty event with stands, people and an open poll."""
    hall_of_tests.build(event)
    add_people(event)
    return opened(event)
