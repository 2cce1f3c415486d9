"""Why somebody stands where they stand: found out beside the window, for one exhibitor at a time."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from eventdesk.fair.fair import Fair
from eventdesk.fair.placing import telling
from eventdesk.fair.placing.plan import Explanation
from eventdesk.fair.placing.plan import Line as Because
from eventdesk.fair.placing.problem import Problem, problem
from eventdesk.fair.standing import standing_troubles
from eventdesk.fair.weights import Weight
from eventdesk.words import Words
from eventdesk.words.fair import stand_trouble_sentence
from ui.jobs import Jobs, Ok
from ui.timers import single_shot
from ui.widgets.reason_line import Line

REST_MS = 90
MOST_CONFLICTS = 1
OF_LITTLE_INTEREST = frozenset({Because.NEEDS, Weight.THEME_HALL})
"""What the card says in other words, or what is so nearly everywhere."""


class Reasons(QObject):
    """What was found out for a fair as it is stays known as long as it is so."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._jobs = Jobs()
        self._fair: Fair | None = None
        self._problem: Problem | None = None
        self._known: dict[int, Explanation] = {}
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

    def of(self, words: Words, fair: Fair, exhibitor: int) -> tuple[Line, ...]:
        """Return what is wrong where somebody stands, and why they stand there, as far as that is known already."""
        if fair is not self._fair:
            self._fair, self._problem = fair, None
            self._known.clear()
        booths = fair.stands.get(exhibitor, ())
        if not booths:
            return ()
        troubles = standing_troubles(fair, exhibitor, booths)
        wrong = [Line(good=False, text=stand_trouble_sentence(words, each)) for each in troubles]
        told = self._known.get(exhibitor)
        if told is None:
            if self._wanted != exhibitor:
                self._wanted = exhibitor
                self._rest.start()
            return tuple(wrong)
        return (*wrong, *self._lines(words, told))

    def _begin(self) -> None:
        fair, exhibitor = self._fair, self._wanted
        if fair is None or exhibitor is None:
            return

        def done(result: object) -> None:
            self._wanted = None
            if isinstance(result, Ok) and fair is self._fair and result.value is not None:
                self._problem, self._known[exhibitor] = result.value
                self.changed.emit()

        self._jobs.run(_explaining(fair, self._problem, exhibitor), done)

    def _lines(self, words: Words, told: Explanation) -> list[Line]:
        asked = self._problem
        lines = []
        for line in (each for each in told.lines if each.cost or each.what not in OF_LITTLE_INTEREST):
            text = telling.line_text(words, line).rstrip(".")
            priced = words.n("{reason} (one point)", "{reason} ({count} points)", line.cost, reason=text)
            lines.append(Line(good=not line.cost, text=priced if line.cost else text))
        if told.next_best is not None and told.next_best[1] < 0:
            island, extra = told.next_best
            said = words.t("On island {island} the plan would cost {less} points less", island=island, less=-extra)
            lines.append(Line(good=False, text=said))
        else:
            lines.append(Line(good=True, text=telling.next_best_sentence(words, told).rstrip(".")))
        if asked is not None:
            conflicts = (telling.conflict_sentence(words, asked, each) for each in told.conflicts[:MOST_CONFLICTS])
            lines += [Line(good=False, text=each.rstrip(".")) for each in conflicts]
        return lines


def _explaining(fair: Fair, known: Problem | None, exhibitor: int) -> Callable[[], tuple[Problem, Explanation] | None]:
    def explain_it() -> tuple[Problem, Explanation] | None:
        from eventdesk.fair.placing.why import explain

        asked = known or problem(fair)
        wants = {want.id for want in asked.wants}
        if exhibitor not in wants:
            return None
        stands = {each: booths for each, booths in fair.stands.items() if each in wants}
        return asked, explain(asked, stands, exhibitor)

    return explain_it
