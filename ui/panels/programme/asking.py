"""What a question about the timetable and the grid share: the answer is looked at, then taken or left."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from eventdesk.panels.programme import Programme
from eventdesk.panels.session import Spot
from eventdesk.panels.timetable.plan import Replanned, Status, Timetable
from eventdesk.panels.timetable.telling import Told
from ui.actions import ActionId, PageId, key_of
from ui.look import Look
from ui.panels.flow.programme_flow import PanelsFlow
from ui.panels.flow.programme_thinking import Asked, would_be
from ui.panels.programme.comparing import Compared, beside_today, compared, headline, twice_text
from ui.panels.programme.deeds import Deeds
from ui.panels.programme.telling import change_lines, people_text
from ui.thinking import Thinking
from ui.timers import single_shot
from ui.widgets.answer_card import Answer, AnswerCard, Progress
from ui.widgets.change_list import ChangeLine
from ui.widgets.reason_line import Line

SHOW_EVERY_MS = 120


class Asking(QObject):
    """One question with its card. `changed`: the timetable that is looked at is another."""

    changed = Signal()
    left = Signal()
    taken = Signal()
    told = Signal(str)

    def __init__(self, look: Look, flow: PanelsFlow, deeds: Deeds, card: AnswerCard, thinking: Thinking) -> None:
        super().__init__(card)
        self.look, self.flow, self.deeds, self.card, self.thinking = look, flow, deeds, card, thinking
        self.stale = False
        self._known: tuple[Programme, Timetable, Compared] | None = None
        self._soon = single_shot(self, self.show_answer, SHOW_EVERY_MS)
        thinking.changed.connect(self._on_changed)
        thinking.failed.connect(self._on_failed)
        card.begun.connect(self.begin)
        card.stopped.connect(thinking.stop)
        card.applied.connect(self.apply)
        card.left.connect(self.leave)

    # ---- what kind of question it is

    def asked(self) -> Asked:
        """Return what is asked now."""
        return Asked(self.flow.programme)

    def title(self) -> str:
        """Return what the work is called."""
        return self.look.words.t("Thinking out a timetable")

    def headline(self) -> str:
        """Return what stands above the grid while the answer is looked at."""
        return self.look.words.t("Proposal: blue frames have moved. Nothing has changed yet.")

    def write(self, found: Timetable) -> None:
        """Make the timetable that of today. Raises KnownError."""
        self.flow.apply(found)

    def rating(self, found: Timetable) -> str:
        """Return how good the best timetable so far is known to be."""
        words = self.look.words
        if found.status is Status.OPTIMAL:
            return words.t("Proven: no timetable loses fewer people.")
        said = words.t("Proven: none loses fewer than {bound}.", bound=found.bound)
        if self.thinking.busy:
            return f"{said} {words.t('A better one may come.')}"
        return f"{words.t('Stopped.')} {said}" if self.thinking.stopped else said

    def sentence(self, lines: tuple[ChangeLine, ...]) -> str:
        """Return what sums the changes up."""
        words = self.look.words
        if not lines:
            return words.t("It is as today's timetable: nothing would change.")
        return words.n("One session would move", "{count} sessions would move", len(lines))

    def beside(self, found: Compared, people: str) -> str:
        """Return what the answer costs beside today's timetable; `people`: what it costs as a whole."""
        return beside_today(self.look.words, found, people)

    def invitation(self) -> str:
        """Return what is said before anything was asked."""
        return ""

    # ---- what happens

    @property
    def widget(self) -> QWidget:
        """The card."""
        return self.card

    @property
    def found(self) -> Timetable | None:
        """The best timetable so far."""
        best = self.thinking.best
        return best.timetable if isinstance(best, Replanned) else best

    @property
    def timetable(self) -> Mapping[int, Spot] | None:
        """When and where sessions would be; what finds no place keeps what is fixed of it."""
        found = self.found
        if found is None:
            return None
        spots: dict[int, Spot] = {**found.sessions}
        for session in self.flow.programme.sessions:
            if session.id not in spots:
                slot, room = session.spot
                kept: Spot = (slot if session.slot_fixed else None, room if session.room_fixed else None)
                if kept != (None, None):
                    spots[session.id] = kept
        return spots

    def programme(self) -> Programme:
        """Return the programme as it would be."""
        return self.flow.programme.with_timetable(self.timetable or {})

    @property
    def busy(self) -> bool:
        """Whether something is still to be thought or shown."""
        return self.thinking.busy or self._soon.isActive()

    def begin(self) -> None:
        """Ask."""
        self.stale = False
        self.thinking.ask(self.title(), self.asked())

    def apply(self) -> None:
        """Take the timetable."""
        found = self.found
        if found is None:
            return
        self.thinking.stop()
        count = len(self._lines())
        meeting = self._meeting(self._beside_today(found))
        if self.deeds.done(lambda: self.write(found)):
            self.thinking.forget()
            words = self.look.words
            done = words.n("The timetable is applied: one change.", "The timetable is applied: {count} changes.", count)
            self.told.emit(" ".join((done, *(each.text for each in meeting))))
            self.taken.emit()

    def leave(self) -> None:
        """Leave the answer, and today's timetable as it is."""
        self.thinking.forget()
        self.left.emit()

    def follow(self) -> None:
        """Know that the programme has changed: an answer about how it was is no longer one."""
        if self.thinking.asked is not None:
            then, now = self.thinking.asked.programme, self.flow.programme
            same = (then.rooms, then.slots, then.sessions) == (now.rooms, now.slots, now.sessions)
            self.stale = then is not now and not (same and then.wish_lists == now.wish_lists)
        self._soon.start(0)

    def show_answer(self) -> None:
        """Show the best answer so far."""
        found, words, busy = self.found, self.look.words, self.thinking.busy
        if self.stale:
            said = words.t("The programme has changed since this was thought out. Ask again, or discard it.")
            self.card.show_progress(Progress(busy, said), answered=True, again=True)
        elif found is None:
            said = words.t("Looking for a first timetable …") if busy else self.invitation()
            self.card.show_progress(Progress(busy, said), answered=False)
        else:
            share = found.bound / found.cost if found.cost else 1.0
            self.card.show_progress(Progress(busy, self.rating(found), share), answered=True, able=self._may_apply())
        if found is None:
            self.card.show_answer(Answer())
        else:
            lines = self._lines()
            beside = self._beside_today(found)
            people = people_text(words, found.lost_by_clash, found.turned_away)
            plain = words.t("By the wishes: {people}", people=people) if self.flow.programme.places else people
            total, below = headline(words, beside) or plain, self.beside(beside, people)
            notes = (*self._meeting(beside), *self._notes(found))
            self.card.show_answer(Answer(total, below, self.sentence(lines), notes, lines))
        self.changed.emit()

    def _may_apply(self) -> bool:
        return bool(self._lines()) and self.flow.closed is None

    def _lines(self) -> tuple[ChangeLine, ...]:
        programme = self.flow.programme
        return change_lines(self.look.words, programme, programme.timetable, self.timetable or {})

    def _beside_today(self, found: Timetable) -> Compared:
        """Compare with today's timetable: once for each answer, for there may be very many wishes to count."""
        programme = self.flow.programme
        known = self._known
        if known is None or known[0] is not programme or known[1] is not found:
            known = self._known = (programme, found, compared(programme, self.timetable or {}))
        return known[2]

    def _meeting(self, found: Compared) -> tuple[Line, ...]:
        """Return that people would have two places at one time, if so."""
        key = key_of(self.look.words, ActionId.GIVE_OUT, PageId.PANELS)
        said = twice_text(self.look.words, found.twice, key)
        return (Line(good=False, text=said),) if said else ()

    def _notes(self, found: Timetable) -> tuple[Line, ...]:
        """Return which sessions find no place, why, and what would help."""
        if not found.left_over:
            return ()
        asked = self.thinking.asked
        told = Told(self.look.words, would_be(asked.programme, asked.cases))
        notes = []
        for session, reason in found.left_over:
            notes.append(Line(good=False, text=told.nowhere(session, reason)))
            notes += [Line(good=True, text=each) for each in told.cures(reason, session)]
            if reason.proven:
                notes.append(Line(good=False, text="\n".join(told.whys(session, reason))))
        return tuple(notes)

    def _on_changed(self) -> None:
        if not self._soon.isActive():
            self._soon.start(SHOW_EVERY_MS if self.thinking.busy and self.card.changes.lines else 0)

    def _on_failed(self, error: Exception) -> None:
        raise error
