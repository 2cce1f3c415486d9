"""What buttons, keys and the mouse do on this page: asks the flow, and says in words what came of it."""

from PySide6.QtCore import QObject, Signal

from eventdesk.panels.outcome import NotPut
from eventdesk.words.panels import trouble_sentence
from ui.attempts import Attempts
from ui.look import Look
from ui.panels.flow.programme_flow import PanelsFlow


class Deeds(Attempts):
    """`refused` carries what was not put, although it may be insisted on."""

    refused = Signal(object, object, object)

    def __init__(self, look: Look, flow: PanelsFlow, parent: QObject) -> None:
        super().__init__(look, flow, parent)
        self._flow = flow

    def put(self, session: int, slot: int | None, room: int | None, *, anyway: bool = False) -> bool:
        """Put a session somewhere, or say why not; what breaks a rule may be insisted on."""
        if self.is_closed():
            return False
        answer = self.tried(lambda: self._flow.put(session, slot, room, anyway=anyway))
        if isinstance(answer, NotPut):
            why = next((each for each in answer.troubles if each.is_hard), answer.troubles[0])
            if answer.final:
                self.complain(trouble_sentence(self._words, why))
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
            self.complain(self._words.t("“{name}” has neither slot nor room that could be fixed.", name=known.title))
        else:
            self.tried(lambda: self._flow.fix(session, fixed=not fixed))

    def undo(self) -> None:
        """Take back what this desk did last to the programme."""
        nothing = self._words.t("This desk has changed nothing of the programme that could be undone.")
        self.undone(self._flow.undo, nothing)
