"""What the voting screen asks about the poll it is open for."""

from typing import Protocol

from eventdesk.event import Event
from eventdesk.people import code as codes
from eventdesk.prize.ballot import Channel
from eventdesk.prize.outcome import CastAnswer, CheckAnswer
from eventdesk.prize.poll import Poll


class Voting(Protocol):
    """Checks ballots and puts votes into the urn."""

    event: Event

    @property
    def title(self) -> str:
        """The event, as it is announced."""

    def poll_now(self, poll_id: int) -> Poll | None:
        """Return a poll as it is now."""

    def kind_of(self, text: str) -> codes.Kind | None:
        """Return whose code a scanned text is, if it is one of ours."""

    def check(self, poll: Poll, scanned: str) -> CheckAnswer:
        """Say whether a ballot can be cast."""

    def cast(self, poll: Poll, scanned: str, entry: int | None, channel: Channel) -> CastAnswer:
        """Put the vote of a ballot into the urn."""
