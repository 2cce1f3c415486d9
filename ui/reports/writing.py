"""Writes papers and tables: reads what they need between keys and paints, makes them beside everything else."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from typing import Any

from eventdesk.words import Words
from ui.jobs import Err, Ok
from ui.look import Look
from ui.work import Progress, Stopped, Task, Work

Make = Callable[[Any, Path, Task], object]


class Writing:
    """What came of it is told by the notices: the page that asked may be gone by then."""

    def __init__(self, look: Look, work: Work) -> None:
        self._look, self._work = look, work

    def write(self, path: Path, gathering: Generator[Progress, None, Any], make: Make) -> None:
        """Go through `gathering`, then let `make` write what it returns, in another thread."""
        title = self._look.words.t("Writing {file}", file=path.name)

        def read(result: Ok[Any] | Err | Stopped) -> None:
            if isinstance(result, Ok):
                self._work.beside(title, partial(make, result.value, path), partial(self._written, path))
            else:
                self._written(path, result)

        self._work.in_slices(title, gathering, read)

    def _written(self, path: Path, result: Ok[object] | Err | Stopped) -> None:
        if isinstance(result, Ok):
            self._work.notices.tell(partial(_done, file=path.name))
        elif isinstance(result, Stopped):
            self._work.notices.say(lambda words: words.t("Stopped. Nothing was written."))
        else:
            self._work.notices.say_fault(result.error)


def _done(words: Words, file: str) -> str:
    return words.t("“{file}” was written.", file=file)
