"""Why a session is when and where it is: found out beside the window, for one session at a time."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from eventdesk.panels.programme import Programme
from eventdesk.words import Words
from ui.jobs import Jobs, Ok
from ui.panels.flow.programme_flow import whole
from ui.timers import single_shot
from ui.widgets.reason_line import Line

REST_MS = 120


class Reasons(QObject):
    """What was found out for a programme as it is stays known as long as it is so."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._jobs = Jobs()
        self._programme: Programme | None = None
        self._words: Words | None = None
        self._known: dict[int, tuple[Line, ...]] = {}
        self._wanted: int | None = None
        self._rest = single_shot(self, self._begin, REST_MS)

    @property
    def busy(self) -> bool:
        """Whether something is still being found out."""
        return self._rest.isActive() or not self._jobs.idle()

    def close(self) -> None:
        """Find out nothing any more."""
        self._rest.stop()
        self._jobs.forget()

    def of(self, words: Words, programme: Programme, session: int) -> tuple[Line, ...]:
        """Return why a session is there, as far as that is known already."""
        if programme is not self._programme or words is not self._words:
            self._programme, self._words = programme, words
            self._known.clear()
            self._wanted = None
        told = self._known.get(session)
        if told is None and self._wanted != session:
            self._wanted = session
            self._rest.start()
        return told or ()

    def _begin(self) -> None:
        programme, words, session = self._programme, self._words, self._wanted
        if programme is None or words is None or session is None:
            return

        def done(result: object) -> None:
            if isinstance(result, Ok) and programme is self._programme:
                self._known[session] = result.value
                self._wanted = None
                self.changed.emit()

        self._jobs.run(_explaining(words, programme, session), done)


def _explaining(words: Words, programme: Programme, session: int) -> Callable[[], tuple[Line, ...]]:
    """Return what says why a session is there, or why it is nowhere.

    Where it is and how many would come or find no place is told elsewhere on the card.
    """

    def explain_it() -> tuple[Line, ...]:
        from eventdesk.panels.timetable.plan import WhyNot
        from eventdesk.panels.timetable.problem import problem
        from eventdesk.panels.timetable.telling import Told
        from eventdesk.panels.timetable.why import explain

        asked = problem(programme)
        found = explain(asked, whole(programme.timetable), session)
        found = replace(found, rooms=tuple(each for each in found.rooms if each.why is not WhyNot.FIXED))
        placed = found.spot is not None and found.reason is None
        lines = Told(words, asked).explanation(replace(found, turned_away=0))[2 if placed else 0 :]
        return tuple(Line(good=placed or number > 0, text=each.rstrip(".")) for number, each in enumerate(lines))

    return explain_it
