"""What buttons, keys and the mouse do on this page: asks the flow, and says in words what came of it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from eventdesk.errors import KnownError
from eventdesk.event import UndoRefused
from eventdesk.panels.outcome import NotPut
from eventdesk.words import Words, ops
from eventdesk.words.faults import fault_sentence
from eventdesk.words.panels import trouble_sentence
from ui.look import Look
from ui.panels.flow.programme_flow import PanelsFlow
from ui.undoing import refusal

T = TypeVar("T")


class Deeds(QObject):
    """`said` carries a sentence about what cannot be, `told` one about what was done, `refused` what was not put."""

    said = Signal(str)
    told = Signal(str)
    refused = Signal(object, object, object)

    def __init__(self, look: Look, flow: PanelsFlow, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._flow = look, flow
        self._complained = False

    @property
    def _words(self) -> Words:
        return self._look.words

    def put(self, session: int, slot: int | None, room: int | None, *, anyway: bool = False) -> bool:
        """Put a session somewhere, or say why not; what breaks a rule may be insisted on."""
        if self.is_closed():
            return False
        answer = self.tried(lambda: self._flow.put(session, slot, room, anyway=anyway))
        if isinstance(answer, NotPut):
            why = next((each for each in answer.troubles if each.is_hard), answer.troubles[0])
            if answer.final:
                self._complain(trouble_sentence(self._words, why))
            else:
                self.refused.emit(session, (slot, room), trouble_sentence(self._words, why))
        return answer is not None and not isinstance(answer, NotPut)

    def fix(self, session: int) -> None:
        """Settle when and where a session is, or settle it no more."""
        known = self._flow.programme.session_of.get(session)
        if known is None or self.is_closed():
            return
        fixed = known.slot_fixed or known.room_fixed
        if not fixed and known.spot == (None, None):
            self._complain(self._words.t("“{name}” has neither slot nor room that could be fixed.", name=known.title))
        else:
            self.tried(lambda: self._flow.fix(session, fixed=not fixed))

    def undo(self) -> None:
        """Take back what this desk did last to the programme."""
        words = self._words
        if self.is_closed():
            return
        try:
            answer = self._flow.undo()
        except KnownError as error:
            self._complain(fault_sentence(words, error))
            return
        if answer is None:
            self._complain(words.t("This desk has changed nothing of the programme that could be undone."))
        elif isinstance(answer, UndoRefused):
            self._complain(refusal(words, answer))
        else:
            self.told.emit(words.t("Undone: {deed}", deed=ops.deed(words, answer.entry.op, answer.entry.label)))

    def is_closed(self) -> bool:
        """Say whether the file can only be looked at, and if so, tell why."""
        if self._flow.closed is not None:
            self._complain(fault_sentence(self._words, self._flow.closed))
        return self._flow.closed is not None

    def done(self, deed: Callable[[], object]) -> bool:
        """Do something, unless the file can only be looked at; returns whether it was done."""
        if self.is_closed():
            return False
        try:
            deed()
        except KnownError as error:
            self._complain(fault_sentence(self._words, error))
            return False
        self.be_content()
        return True

    def tried(self, deed: Callable[[], T]) -> T | None:
        """Return the answer; a known fault becomes a sentence in the banner, and None."""
        try:
            answer = deed()
        except KnownError as error:
            self._complain(fault_sentence(self._words, error))
            return None
        self.be_content()
        return answer

    def _complain(self, sentence: str) -> None:
        self._complained = True
        self.said.emit(sentence)

    def be_content(self) -> None:
        """Take away what was said of an attempt before this one."""
        if self._complained:
            self._complained = False
            self.said.emit("")
