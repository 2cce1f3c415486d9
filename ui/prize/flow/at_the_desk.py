"""What the check-in asks about ballots: whether somebody gets one now, and to note that they did."""

from eventdesk import ballots
from eventdesk.event import Changes, Event
from eventdesk.prize import records
from eventdesk.prize.outcome import Issued
from eventdesk.prize.poll import Poll
from eventdesk.prize.telling import answer_text
from eventdesk.words import Words
from ui.prize.issue.telling import place_text

KINDS = frozenset({"poll", "poll_entry"})


class BallotsAtTheDesk:
    """Knows the open poll without asking the file at each scan. There is nothing to say while none is open."""

    def __init__(self, event: Event) -> None:
        self._event = event
        self._poll: Poll | None = None
        self._known = False

    def follow(self, changes: Changes) -> None:
        """Look again whether a poll is open if polls have changed."""
        if changes.kinds & KINDS:
            self._known = False

    def waits(self, person: int) -> bool | None:
        """Say whether somebody has still to get a ballot; None if no poll is open."""
        poll = self._open_poll()
        return None if poll is None else records.issued_at(self._event.db, poll.id, person) is None

    def hand_out(self, person: int, name: str, words: Words) -> tuple[bool, str]:
        """Note that somebody gets a ballot; returns whether they do, and a sentence. Raises KnownError."""
        poll = self._open_poll()
        if poll is None:
            return False, words.t("No poll is open.")
        answer = ballots.issue_to(self._event, poll.id, person)
        if isinstance(answer, Issued):
            return True, place_text(words, answer.packet)
        return False, answer_text(words, answer, name)

    def _open_poll(self) -> Poll | None:
        if not self._known:
            self._known = True
            self._poll = next((poll for poll in records.polls(self._event.db) if poll.is_open), None)
        return self._poll
