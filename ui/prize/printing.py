"""Writes papers of the prize: makes the ballots that are missing, then the paper, beside everything else."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from eventdesk.prize.poll import PollState
from ui.jobs import Err, Ok
from ui.look import Look
from ui.prize.deeds import Deeds
from ui.prize.flow.papers import Paper, PaperWish, making, material_of
from ui.work import Stopped, Work


class Printing:
    """What came of it is told by the notices: the page that asked may be gone by then."""

    def __init__(self, look: Look, deeds: Deeds, work: Work) -> None:
        self._look, self._deeds, self._work = look, deeds, work

    def missing(self, wish: PaperWish) -> str:
        """Return why there is nothing to print; empty if there is."""
        words, flow = self._look.words, self._deeds.flow
        poll = flow.poll_now(wish.poll)
        if poll is None:
            return words.t("This poll is not there any more.")
        if wish.paper is Paper.PROTOCOL and poll.state is not PollState.CLOSED:
            return words.t("The protocol is there when the poll is closed.")
        if wish.paper is Paper.BALLOTS and not flow.made(poll):
            return words.t("There are no ballots yet.")
        if wish.paper is Paper.NEW_BALLOTS and not flow.need(poll, wish.spare).missing:
            return words.t("There are enough ballots for everybody on the list.")
        return ""

    def write(self, wish: PaperWish, path: Path) -> None:
        """Write a paper to a file."""
        flow = self._deeds.flow
        poll = flow.poll_now(wish.poll)
        if poll is None:
            return
        made: Sequence[int] | None = None
        if wish.paper is Paper.NEW_BALLOTS:
            done = self._deeds.managed(lambda: flow.make_ballots(poll, wish.spare))
            if done is None:
                return
            made = done.ballots
        title = self._look.words.t("Writing {file}", file=path.name)
        work = making(material_of(flow, wish, poll, made), wish, path)
        self._work.beside(title, work, partial(self._written, wish, path))

    def _written(self, wish: PaperWish, path: Path, result: Ok[object] | Err | Stopped) -> None:
        if isinstance(result, Ok):
            secret = wish.paper in (Paper.BALLOTS, Paper.NEW_BALLOTS)
            self._work.notices.tell(
                lambda words: (
                    words.t(
                        "The ballots are in “{file}”. Mix each pile, and delete the file after printing.",
                        file=path.name,
                    )
                    if secret
                    else words.t("The paper is in “{file}”.", file=path.name)
                )
            )
        elif isinstance(result, Err):
            self._work.notices.say_fault(result.error)
