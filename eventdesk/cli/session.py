"""How a verb talks: one JSON object or plain lines, an exit code, and the event file it works on."""

import functools
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from eventdesk import audit
from eventdesk.backups import keeping, places
from eventdesk.codes import Fault
from eventdesk.desk import open_event
from eventdesk.errors import KnownError
from eventdesk.event import Clock, Event, system_clock
from eventdesk.words import LANGUAGES, Words, preferred_language
from eventdesk.words.faults import fault_sentence


class Exit(IntEnum):
    """What the caller of a verb learns from its exit code."""

    DONE = 0
    FAULT = 1
    USAGE = 2
    NO = 3


FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="The event file, *.eventdesk.")]
OutOption = Annotated[Path, typer.Option("-o", "--out", help="The file to write.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Answer with one JSON object.")]
LanguageOption = Annotated[str, typer.Option("--language", metavar="de|en", help="Language of the sentences.")]
PointOption = Annotated[str, typer.Option("--point", help="Name of the check-in point; else the first entrance.")]
AtOption = Annotated[str, typer.Option("--at", metavar="ISO", help="Local time, to enter paper lists later.")]


_YEARS = range(1990, 2100)
_PLACE = "command"
"""Where files are asked for here, as notes have it."""


@dataclass(frozen=True, slots=True)
class Session:
    """One call of a verb."""

    words: Words
    as_json: bool
    desk: str
    actor: str

    @contextmanager
    def event(self, path: Path, at: str = "") -> Iterator[Event]:
        """Open an event file for the length of the verb. `at` sets the clock. Raises `KnownError`."""
        opened = open_event(path, desk=self.desk, actor=self.actor)
        with opened:
            if at:
                opened.set_clock(self._clock(opened, at))
            with audit.noting(opened, _PLACE, self._not_noted):
                yield opened
                opened.set_clock(system_clock)  # what is noted took place now, whatever --at says

    def secure(self, event: Event) -> None:
        """Keep a backup before a large step. Where none is to be had that is said, and the step is taken."""
        if event.closed is None:
            try:
                keeping.keep_before(places.home(), event)
            except KnownError as error:
                why = fault_sentence(self.words, error)
                self.complain(self.words.t("No backup was made before this step: {reason}", reason=why))

    def note_look_ups(self, event: Event, people: Sequence[int]) -> None:
        """Note who was looked at. Where that cannot be written it is said: a full disk keeps nobody from looking."""
        try:
            audit.note_look_ups(event, people)
        except KnownError as error:
            self._not_noted(error)

    def _not_noted(self, error: KnownError) -> None:
        why = fault_sentence(self.words, error)
        self.complain(self.words.t("This could not be noted in the journal: {reason}", reason=why))

    def answer(self, data: Mapping[str, Any], *lines: str, code: Exit = Exit.DONE) -> Exit:
        """Print the answer: `data` as one JSON object, or `lines`."""
        text = json.dumps(data, ensure_ascii=False) if self.as_json else "\n".join(lines)
        print(text)
        return code

    def complain(self, *lines: str) -> None:
        """Print sentences where errors go."""
        for line in lines:
            print(line, file=sys.stderr)

    @staticmethod
    def _clock(event: Event, at: str) -> Clock:
        try:
            written = datetime.fromisoformat(at)
            moment = (written if written.tzinfo else written.replace(tzinfo=event.zone)).astimezone(UTC)
        except (ValueError, OverflowError):
            raise KnownError(Fault.BAD_TIME, value=at) from None
        if moment.year not in _YEARS:
            raise KnownError(Fault.BAD_TIME, value=at)
        return lambda: moment


def start(*, as_json: bool, language: str) -> Session:
    """Return the session for a verb's common options."""
    if language and language not in LANGUAGES:
        raise typer.BadParameter(language, param_hint="--language")
    words = Words(language or preferred_language(os.environ))
    desk = plain(os.environ.get("EVENTDESK_DESK", "")) or words.t("Command line")
    return Session(words, as_json, desk, plain(os.environ.get("USER", "")))


def plain(text: str) -> str:
    """Return text that a file can hold: what a shell handed over in another encoding becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def add_verbs(app: typer.Typer, *verbs: Callable[..., Exit]) -> None:
    """Add verbs to the command line; what each returns becomes the exit code."""
    for verb in verbs:
        app.command(name=verb.__name__.rstrip("_").replace("_", "-"))(_leaving(verb))


def _leaving(verb: Callable[..., Exit]) -> Callable[..., None]:
    @functools.wraps(verb)
    def run(**options: Any) -> None:
        raise typer.Exit(verb(**options))

    return run
