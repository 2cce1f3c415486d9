"""Gives out places: the question, its answers as they become better, and applying one."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from eventdesk.panels.outcome import PlacesApplied
from eventdesk.panels.seating.outcome import Outcome, Status
from eventdesk.panels.seating.telling import proof_text
from eventdesk.words import Words
from ui.jobs import Err, Ok
from ui.look import Look
from ui.panels.flow.draws import AskedDraw, Drawn, drawing, protocol_of
from ui.panels.flow.places_flow import PlacesFlow
from ui.panels.places.deeds import PlaceDeeds
from ui.panels.places.draw_card import DrawCard
from ui.thinking import Thinking
from ui.timers import single_shot
from ui.work import Stopped, Work


class Giving(QObject):
    """`changed` when there is another answer to be looked at; `left` when the card is to go."""

    changed = Signal()
    left = Signal()

    def __init__(self, look: Look, flow: PlacesFlow, deeds: PlaceDeeds, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._flow, self._deeds, self._work = look, flow, deeds, work
        self.card = DrawCard(look)
        self.thinking = Thinking(work, drawing)
        self.stale = self.writing = False
        self._here = [True]
        parent.destroyed.connect(self._here.clear)
        self._soon = single_shot(self, self._show)
        self.thinking.changed.connect(self._soon.start)
        self.thinking.failed.connect(self._fail)
        self.card.begun.connect(self.begin)
        self.card.stopped.connect(self.thinking.stop)
        self.card.applied.connect(self.apply)
        self.card.left.connect(self.leave)

    @property
    def busy(self) -> bool:
        """Whether something is still to be thought, shown or written."""
        return self.thinking.busy or self.writing or self._soon.isActive()

    @property
    def drawn(self) -> Drawn | None:
        """The best answer so far."""
        best: Drawn | None = self.thinking.best
        return best

    @property
    def outcome(self) -> Outcome | None:
        """What the best answer so far gives out."""
        return self.drawn.outcome if self.drawn is not None else None

    def begin(self) -> None:
        """Ask, about the programme as it is now."""
        if self.writing:
            return
        wish, self.stale = self.card.wish(), False
        asked = AskedDraw(self._flow.programme, wish.way, wish.seed, wish.together, wish.everybody)
        self.thinking.ask(self._look.words.t("Giving out places"), asked)

    def leave(self) -> None:
        """Leave the answer, and today's places as they are."""
        self.thinking.forget()
        self.left.emit()

    def follow(self) -> None:
        """Know that the programme has changed: an answer about how it was is no longer one."""
        asked = self.thinking.asked
        if asked is not None and not self.writing and asked.programme != self._flow.programme:
            self.stale = True
            self.thinking.stop()
            self._soon.start()

    def apply(self) -> None:
        """Give everybody the places that were thought out."""
        drawn = self.drawn
        if drawn is None or self.stale or self.writing or self._deeds.is_closed():
            return
        self.thinking.stop()
        self.writing = True
        self._show()
        title = self._look.words.t("Writing the places")
        self._work.beside(title, lambda _task: protocol_of(drawn), partial(self._write, drawn))

    def _write(self, drawn: Drawn, result: Ok[dict[str, Any]] | Err | Stopped) -> None:
        if not isinstance(result, Ok):
            if self._here:
                self.writing = False
                self._show()
            if isinstance(result, Err):
                raise result.error
            return
        steps = self._flow.applying(drawn, result.value)
        self._work.in_slices(self._look.words.t("Writing the places"), steps, self._written)

    def _written(self, result: Ok[PlacesApplied] | Err | Stopped) -> None:
        notices = self._work.notices  # this page may be gone by now
        if isinstance(result, Ok):
            notices.tell(partial(_applied_text, applied=result.value))
        elif isinstance(result, Stopped):
            notices.say(_stopped_text)
        else:
            notices.say_fault(result.error)
        if self._here:
            self.writing = False
            self.thinking.forget()
            self.left.emit()

    def _show(self) -> None:
        words, outcome, thinking = self._look.words, self.outcome, self.thinking
        if self.writing:
            self.card.show_progress(words.t("The places are being written …"), busy=True, answered=False)
            self.card.stop.hide()
            return
        sentence, proven = words.t("Nothing changes before you apply it."), False
        if self.stale:
            sentence = words.t("The programme has changed since this was thought out. Give out anew.")
        elif outcome is not None and not thinking.busy:
            sentence, proven = proof_text(words, outcome), outcome.pareto_proven
        elif thinking.busy:
            sentence = words.t("Looking for fair places …") if outcome is None else words.t("A better one may come.")
        able = outcome is not None and not self.stale and outcome.status is not Status.INFEASIBLE
        self.card.show_progress(sentence, busy=thinking.busy, answered=outcome is not None, able=able, proven=proven)
        if outcome is None or self.drawn is None:
            self.card.show_answer(None, None, "", ())
        else:
            self._show_answer(thinking.asked, self.drawn)
        self.changed.emit()

    def _show_answer(self, asked: AskedDraw, drawn: Drawn) -> None:
        words, programme = self._look.words, asked.programme
        new, others = drawn.new, drawn.others
        told = [
            words.n("One person gets a place who had none.", "{count} people get a place who had none.", new)
            if new
            else "",
            words.n("One person gets another place.", "{count} people get other places.", others) if others else "",
        ]
        said = " ".join(filter(None, told)) or words.t("Everybody keeps what they have.")
        notes = []
        if drawn.seats.roomless:
            titles = ", ".join(programme.session_of[each].title for each in drawn.seats.roomless[:3])
            notes.append(
                words.t("Left out, because nobody knows how many fit in (no room yet): {sessions}.", sessions=titles)
            )
        if drawn.seats.apart:
            groups = ", ".join(drawn.seats.apart[:3])
            notes.append(words.t("Too large for any session, hence not seated together: {groups}.", groups=groups))
        self.card.show_answer(self._flow.overview().content, drawn.then, said, notes)

    def _fail(self, error: Exception) -> None:
        raise error


def _applied_text(words: Words, applied: PlacesApplied) -> str:
    given = words.n("one place is new", "{count} places are new", applied.given)
    stayed = words.n("one stays", "{count} stay", applied.stayed)
    return words.t("The places are given out: {given}, {stayed}.", given=given, stayed=stayed)


def _stopped_text(words: Words) -> str:
    return words.t("Stopped: only some have their new places. Undo takes these back.")
