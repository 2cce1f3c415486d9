"""Writes papers of the programme: reads what they need between keys and paints, makes them beside everything else."""

from functools import partial
from pathlib import Path

from ui.jobs import Err, Ok
from ui.look import Look
from ui.panels.flow.papers import Material, PaperWish, gathering, making
from ui.panels.flow.programme_flow import PanelsFlow
from ui.panels.programme.deeds import Deeds
from ui.panels.programme.papers_card import ON_DOORS
from ui.work import Stopped, Work


class Printing:
    """What came of it is told by the notices: the page that asked may be gone by then."""

    def __init__(self, look: Look, flow: PanelsFlow, deeds: Deeds, work: Work) -> None:
        """Write papers of the event of `flow`."""
        self._look, self._flow, self._deeds, self._work = look, flow, deeds, work

    def write(self, wish: PaperWish, path: Path) -> None:
        """Write a paper to a file."""
        title = self._look.words.t("Writing {file}", file=path.name)

        def read(result: Ok[Material] | Err | Stopped) -> None:
            if isinstance(result, Ok):
                self._work.beside(title, making(result.value, wish, path), partial(self._written, wish, path))
            elif isinstance(result, Err):
                self._work.notices.say_fault(result.error)

        self._work.in_slices(title, gathering(self._flow), read)

    def _written(self, wish: PaperWish, path: Path, result: Ok[object] | Err | Stopped) -> None:
        if isinstance(result, Ok):
            self._work.notices.tell(lambda words: words.t("The paper is in “{file}”.", file=path.name))
            if wish.paper in ON_DOORS and not wish.changed:
                self._deeds.tried(partial(self._flow.keep_print, self._look.words.t("Print")))
        elif isinstance(result, Err):
            self._work.notices.say_fault(result.error)
