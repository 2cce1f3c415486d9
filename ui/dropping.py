"""What becomes of files that are dropped on the window: one is opened or imported, and what is left is told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from eventdesk.words import Words
from ui.actions import PageId
from ui.frames import EventFrame
from ui.window import LISTS, SUFFIX


@dataclass(frozen=True)
class Dropped:
    """An event to open, a list to import (into that event, if there are both), and a sentence about the rest."""

    event: Path | None = None
    table: Path | None = None
    said: str = ""


class Dropping:
    """Takes dropped files. A list that comes while no event is open waits for the next one."""

    def __init__(
        self,
        words: Callable[[], Words],
        frame: Callable[[], EventFrame | None],
        open_event: Callable[[Path, str], None],
        say: Callable[[str], None],
    ) -> None:
        """`open_event` opens a file and then says a sentence."""
        self._words, self._frame, self._open, self._say = words, frame, open_event, say
        self._waiting: Path | None = None

    def take(self, paths: Sequence[Path]) -> None:
        """Open or import what was dropped, and tell about the rest."""
        found = sorted_out(self._words(), paths)
        if found.event is not None:
            self._waiting = found.table
            self._open(found.event, found.said)
        elif found.table is not None:
            self._take_list(found.table, found.said)
        else:
            self._say(found.said)

    def take_waiting(self) -> None:
        """Show the list that waits, now that an event is open."""
        if self._waiting is not None:
            self._take_list(self._waiting, "")

    def _take_list(self, path: Path, said: str) -> None:
        frame, words = self._frame(), self._words()
        if frame is None:
            self._waiting = path
            waits = words.t("“{file}” waits to be imported: open an event now, or make a new one.", file=path.name)
            self._say(f"{waits} {said}".strip())
            return
        self._waiting = None
        frame.show_page(PageId.IMPORT)
        frame.importing.take_list(path)
        self._say(said)


def sorted_out(words: Words, paths: Sequence[Path]) -> Dropped:
    """Find what can be taken of the files that were dropped together; where that is not clear, nothing is."""
    events = [path for path in paths if path.suffix.lower() == SUFFIX and not path.is_dir()]
    tables = [path for path in paths if path.suffix.lower() in LISTS and not path.is_dir()]
    others = [path for path in paths if path not in events and path not in tables]
    if len(events) > 1:
        return Dropped(said=words.t("These are several events, and one can be open at a time: drop one of them alone."))
    if events and len(tables) > 1:
        return Dropped(said=words.t("This is an event with several lists: drop it with one list, or alone."))
    if not events and not tables:
        return Dropped(said=_why_none(words, others))
    said = []
    if len(tables) > 1:
        said.append(
            words.t(
                "One list at a time: this is “{file}”. Drop {others} afterwards.",
                file=tables[0].name,
                others=_named(tables[1:]),
            )
        )
    if others:
        said.append(words.t("Left alone: {files}.", files=_named(others)))
    return Dropped(next(iter(events), None), next(iter(tables), None), " ".join(said))


def _why_none(words: Words, others: Sequence[Path]) -> str:
    folder = next((path for path in others if path.is_dir()), None)
    if folder is not None:
        return words.t(
            "“{name}” is a folder. An event is made of a folder on the start page, with “From a folder”; a list is "
            "dropped as a file.",
            name=folder.name,
        )
    return words.n(
        "{files} cannot be opened here. Drop an event (.eventdesk), or a list of people: CSV, Excel or LibreOffice.",
        "None of these can be opened here: {files}. Drop an event (.eventdesk), or a list of people: CSV, Excel or "
        "LibreOffice.",
        len(others),
        files=_named(others),
    )


def _named(paths: Sequence[Path]) -> str:
    return ", ".join(path.name for path in paths)
