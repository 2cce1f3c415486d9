"""What a poll came to: how many voted, how many votes each entry has, and who wins. Anybody can work it out again."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from eventdesk.prize.ballot import Channel, VoidReason
from eventdesk.prize.poll import Poll, PollEntry, TieRule

DRAWN_PLACES = 3
"""Ties for these places are decided by lot, if that is the rule; further down the same votes are the same place."""


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many ballots of a poll went which way; nothing about what they were cast for.

    `issued` counts those that were handed out, `again` those of them in place of a void one, `taken_back` times that
    handing one out was undone. `unused` are all that were made and neither used nor made void.
    """

    made: int
    issued: int
    again: int
    taken_back: int
    used: Mapping[Channel, int]
    void: Mapping[VoidReason, int]

    @property
    def cast(self) -> int:
        """How many votes were cast."""
        return sum(self.used.values())

    @property
    def voided(self) -> int:
        """How many ballots were made void."""
        return sum(self.void.values())

    @property
    def unused(self) -> int:
        """How many ballots could still have been used."""
        return self.made - self.cast - self.voided

    @property
    def more_than_issued(self) -> bool:
        """Whether more ballots were cast than were handed out and not replaced: somebody has to find out why."""
        return self.cast > self.issued - self.again


class Ending(StrEnum):
    """How a poll ended."""

    WON = "won"
    DRAWN = "drawn"
    TIED = "tied"
    NO_VOTES = "no_votes"


@dataclass(frozen=True, slots=True)
class Standing:
    """One entry in the count. `place` from 1, the same for equal votes unless the lot decided (`by_lot`)."""

    place: int
    entry: PollEntry
    votes: int
    by_lot: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """The count of a closed poll, the most votes first. `winners` are several in a tie that a run-off has to decide."""

    poll: Poll
    turnout: Turnout
    standings: tuple[Standing, ...]
    ending: Ending

    @property
    def winners(self) -> tuple[PollEntry, ...]:
        """Who is on the first place; nobody without any vote."""
        if self.ending is Ending.NO_VOTES:
            return ()
        return tuple(standing.entry for standing in self.standings if standing.place == 1)


def lot(seed: int, number: int) -> str:
    """Return the lot of an entry: SHA-256 of "seed:number" in hexadecimal digits. Of a tie, the smallest wins."""
    return sha256(f"{seed}:{number}".encode("ascii")).hexdigest()


def counted(poll: Poll, turnout: Turnout, votes: Mapping[int, int]) -> Count:
    """Return the count from the votes of each entry, by row id.

    With the rule DRAW the lot puts entries of as many votes into an order, if that decides one of the first places.
    """
    tallied = {entry.id: votes.get(entry.id, 0) for entry in poll.entries}
    standings: list[Standing] = []
    for mine in sorted(set(tallied.values()), reverse=True):
        alike = [entry for entry in poll.entries if tallied[entry.id] == mine]
        place = len(standings) + 1
        if poll.tie is TieRule.DRAW and poll.seed is not None and mine and len(alike) > 1 and place <= DRAWN_PLACES:
            lots = {entry.id: lot(poll.seed, entry.number) for entry in alike}
            alike.sort(key=lambda entry: lots[entry.id])
            standings += [Standing(place + at, entry, mine, by_lot=True) for at, entry in enumerate(alike)]
        else:
            standings += [Standing(place, entry, mine) for entry in alike]
    return Count(poll, turnout, tuple(standings), _ending(standings))


def _ending(standings: list[Standing]) -> Ending:
    if not standings or standings[0].votes == 0:
        return Ending.NO_VOTES
    if standings[0].by_lot:
        return Ending.DRAWN
    return Ending.TIED if len(standings) > 1 and standings[1].place == 1 else Ending.WON
