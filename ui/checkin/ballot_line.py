"""While guests vote: a line on the verdict whether somebody gets a ballot, and the key to note that they did.

It never keeps the next scan waiting, and there is nothing of it while no poll is open.
"""

from dataclasses import replace
from typing import Protocol

from eventdesk.checkin.point import PointKind
from eventdesk.checkin.scan import Direction
from eventdesk.checkin.verdict import Accepted, AlreadyIn
from eventdesk.errors import KnownError
from eventdesk.people.person import Person
from eventdesk.words import Words
from eventdesk.words.faults import fault_sentence
from ui.actions import ActionId
from ui.checkin.shown import MOST_FACTS, Shown
from ui.look import Look


class Ballots(Protocol):
    """Who of the guests has got a ballot."""

    def waits(self, person: int) -> bool | None:
        """Say whether somebody has still to get a ballot; None if no poll is open."""

    def hand_out(self, person: int, name: str, words: Words) -> tuple[bool, str]:
        """Note that somebody gets a ballot; returns whether they do, and a sentence. Raises KnownError."""


class BallotLine:
    """Adds the line to what the card shows."""

    def __init__(self, look: Look, ballots: Ballots | None) -> None:
        self._words, self._ballots = look.words, ballots

    def added(self, shown: Shown) -> Shown:
        """Return a verdict with the line, if it is about somebody who comes in at an entrance."""
        answer, ballots = shown.answer, self._ballots
        if ballots is None or not isinstance(answer, Accepted | AlreadyIn) or answer.person is None:
            return shown
        if answer.direction is not Direction.IN or answer.point.kind is PointKind.ROOM:
            return shown
        waits = ballots.waits(answer.person.id)
        if waits is None:
            return shown
        words = self._words
        line = words.t("Audience prize: gets a ballot") if waits else words.t("Audience prize: has a ballot already")
        actions = (ActionId.BALLOT, *shown.actions) if waits else shown.actions
        return replace(_with_line(shown, line), actions=actions)

    def hand_out(self, shown: Shown | None, person: Person | None) -> tuple[Shown | None, str]:
        """Note that the person on the screen gets a ballot; returns what is shown now, and why not if that failed."""
        words = self._words
        if shown is None or person is None or self._ballots is None or ActionId.BALLOT not in shown.actions:
            return None, words.t("There is nobody on the screen who could get a ballot now.")
        try:
            given, told = self._ballots.hand_out(person.id, person.name, words)
        except KnownError as error:
            return None, fault_sentence(words, error)
        if not given:
            return None, told
        line = words.t("Ballot handed out {place}", place=told)
        left = tuple(each for each in shown.actions if each is not ActionId.BALLOT)
        return replace(_with_line(shown, line), actions=left), ""


def _with_line(shown: Shown, line: str) -> Shown:
    """Put the line of the prize where it stands out: as what to do next, or as the first of the facts."""
    mine = _is_mine(shown)
    if not shown.step or mine:
        return replace(shown, step=line, prize_line=line)
    others = tuple(fact for fact in shown.facts if fact != shown.prize_line)
    return replace(shown, facts=(line, *others)[:MOST_FACTS], prize_line=line)


def _is_mine(shown: Shown) -> bool:
    return bool(shown.prize_line) and shown.step == shown.prize_line
