"""Writes papers of the café: reads what they need between keys and paints, makes them beside everything else."""

from functools import partial
from pathlib import Path

from ui.cafe.flow.cafe_flow import CafeFlow
from ui.cafe.flow.papers import Lack, Material, Paper, PaperWish, gathering, making, missing
from ui.cafe.tables.deeds import Deeds
from ui.jobs import Err, Ok
from ui.look import Look
from ui.work import Stopped, Work


class Printing:
    """What came of it is told by the notices: the page that asked may be gone by then."""

    def __init__(self, look: Look, flow: CafeFlow, deeds: Deeds, work: Work) -> None:
        """Write papers of the event of `flow`."""
        self._look, self._flow, self._deeds, self._work = look, flow, deeds, work

    def missing(self, wish: PaperWish) -> str:
        """Return why there is nothing to print; empty if there is."""
        words = self._look.words
        match missing(self._flow, wish):
            case Lack.TABLES:
                return words.t("There are no tables yet.")
            case Lack.WAYS:
                return words.t("Nobody has a card yet. Have tables suggested first.")
            case Lack.RESULTS:
                return words.t("No table has any results yet.")
            case _:
                return ""

    def write(self, wish: PaperWish, path: Path) -> None:
        """Write a paper to a file."""
        title = self._look.words.t("Writing {file}", file=path.name)

        def read(result: Ok[Material] | Err | Stopped) -> None:
            if isinstance(result, Ok):
                work = making(result.value, wish, path)
                self._work.beside(title, work, partial(self._written, wish, path, result.value))
            elif isinstance(result, Err):
                self._work.notices.say_fault(result.error)

        self._work.in_slices(title, gathering(self._flow), read)

    def _written(self, wish: PaperWish, path: Path, of: Material, result: Ok[object] | Err | Stopped) -> None:
        if isinstance(result, Ok):
            self._work.notices.tell(lambda words: words.t("The paper is in “{file}”.", file=path.name))
            if wish.paper is Paper.CARDS and of.cafe.itineraries == self._flow.cafe.itineraries:
                self._deeds.tried(self._flow.keep_printed)
        elif isinstance(result, Err):
            self._work.notices.say_fault(result.error)
