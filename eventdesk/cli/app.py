"""Puts the verbs together, and turns every fault into one sentence and an exit code."""

import logging
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from eventdesk import __version__, log
from eventdesk.backups import places, recovering
from eventdesk.backups.copies import SUFFIX
from eventdesk.cli import (
    badge_verbs,
    cafe_verbs,
    checkin_verbs,
    demo,
    fair_verbs,
    file_verbs,
    finish_verbs,
    panel_verbs,
    people_verbs,
    pin_verbs,
    prize_verbs,
    report_verbs,
    restore_verbs,
)
from eventdesk.cli.session import Exit
from eventdesk.errors import KnownError
from eventdesk.words import Words, preferred_language
from eventdesk.words.faults import fault_sentence

_log = logging.getLogger(__name__)


def build() -> typer.Typer:
    """Return the command line with all its verbs."""
    app = typer.Typer(
        name="eventdesk",
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_about)
    for verbs in (
        people_verbs,
        checkin_verbs,
        badge_verbs,
        fair_verbs,
        panel_verbs,
        cafe_verbs,
        prize_verbs,
        report_verbs,
        file_verbs,
        finish_verbs,
        restore_verbs,
        pin_verbs,
        demo,
    ):
        verbs.register(app)
    return app


def _about(
    version: bool = typer.Option(False, "--version", is_eager=True, callback=lambda on: _tell_version(on=on)),
) -> None:
    """The registration desk of a conference or project fair. Without a verb the window opens."""


def _tell_version(*, on: bool) -> None:
    if on:
        print(f"eventdesk {__version__}")
        raise typer.Exit


def _remedy(words: Words, error: KnownError) -> Iterator[str]:
    """Yield the command that helps, if there is one."""
    path = Path(error.details.get("path", ""))
    if path.suffix == SUFFIX and path.is_file() and recovering.can_help(path, error.fault, places.home()):
        yield words.t("“eventdesk restore {file} -o NEW” makes a new file of its newest backup.", file=path.name)


def main(arguments: Sequence[str]) -> int:
    """Run one verb. Returns the exit code; no traceback reaches the caller."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    handler = log.start()
    words = Words(_language(arguments) or preferred_language(os.environ))
    try:
        return _run(arguments)
    except OSError as error:
        print(words.t("The answer could not be written: {reason}", reason=error.strerror or error), file=sys.stderr)
    except KnownError as error:
        print(fault_sentence(words, error), *_remedy(words, error), file=sys.stderr)
    except KeyboardInterrupt:
        print(words.t("Stopped. Nothing that was confirmed is lost."), file=sys.stderr)
    except Exception as error:  # noqa: BLE001 - whatever it is, people get a sentence
        _log.exception("a verb failed")
        print(
            words.t("This is a fault of eventdesk ({kind}). Nothing that was confirmed is lost. Details: {folder}",
                    kind=type(error).__name__, folder=log.folder()),
            file=sys.stderr,
        )  # fmt: skip
    finally:
        if handler is not None:
            log.stop(handler)
    return Exit.FAULT


def _run(arguments: Sequence[str]) -> int:
    try:
        build()(args=list(arguments), prog_name="eventdesk")
    except SystemExit as leave:
        sys.stdout.flush()
        return int(leave.code or Exit.DONE)
    return Exit.DONE


def _language(arguments: Sequence[str]) -> str:
    for position, argument in enumerate(arguments):
        if argument.startswith("--language="):
            return argument.partition("=")[2]
        if argument == "--language" and position + 1 < len(arguments):
            return arguments[position + 1]
    return ""
