"""What becomes of files that are dropped on the window: one is opened or imported, and what is left is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eventdesk.words import Words
from ui.window import LISTS, SUFFIX


@dataclass(frozen=True)
class Dropped:
    """An event to open, a list to import (into that event, if there are both), and a sentence about the rest."""

    event: Path | None = None
    table: Path | None = None
    said: str = ""


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
