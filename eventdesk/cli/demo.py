"""The demo: a sample event in a file of its own, and a rehearsal of the first minutes without a screen."""

import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from eventdesk.checkin import actions
from eventdesk.checkin.points import find_point
from eventdesk.checkin.verdict import Verdict
from eventdesk.cli.badge_verbs import print_all
from eventdesk.cli.session import Exit, JsonOption, LanguageOption, add_verbs, start
from eventdesk.codes import Outcome
from eventdesk.desk import figures
from eventdesk.event import Event
from eventdesk.guide import guide_for
from eventdesk.people import records as people
from eventdesk.people.person import Person, Status
from eventdesk.people.search import search
from eventdesk.starting import DEFAULT_SAMPLE, create_sample
from eventdesk.words import Words, verdicts

_BY_CODE, _BY_NAME = 12, 8
_PACE = timedelta(seconds=7)


def register(app: typer.Typer) -> None:
    """Add the verb."""
    add_verbs(app, demo)


def demo(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Which sample event.")] = DEFAULT_SAMPLE,
    headless: Annotated[bool, typer.Option("--headless", help="Rehearse without a window.")] = False,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where the files go.")] = None,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Open a sample event in a window; with --headless rehearse the first minutes and say what happened."""
    session = start(as_json=json, language=language)
    del headless  # without it the launcher opens the window and never comes here, unless there is no screen
    folder = out or Path(tempfile.mkdtemp(prefix="eventdesk-demo-"))
    with create_sample(name, folder, desk=session.desk) as event:
        rehearsal = Rehearsal(session.words, event)
        rehearsal.run()
        badges = event.path.with_name("badges.pdf")
        report = print_all(event, badges)
        found = figures(event)
        data = {
            "path": str(event.path),
            "badges": {"path": str(badges), **report},
            "verdicts": rehearsal.outcomes,
            **found,
        }
        words = session.words
        lines = [
            words.t("{title}: {people} people, file {path}",
                    title=event.details.title, people=found["counts"]["people"], path=event.path),
            *rehearsal.lines,
            words.n("{count} badge written: {path}", "{count} badges written: {path}", report["badges"], path=badges),
            words.t("In the house: {inside} of {expected} expected", **_house(found)),
        ]  # fmt: skip
        return session.answer(data, *lines)


def _house(found: dict[str, Any]) -> dict[str, int]:
    return {key: found[key] for key in ("inside", "expected")}


class Rehearsal:
    """Checks people in as a desk would: by code and by name, one twice, one cancelled, one walk-in."""

    def __init__(self, words: Words, event: Event) -> None:
        self._words = words
        self._event = event
        self._point = find_point(event.db)
        self._guide = guide_for(event, words)
        self._moment = event.now()
        self.lines: list[str] = []
        self.outcomes: list[str] = []

    def run(self) -> None:
        """Play the scene; `lines` and `outcomes` tell it."""
        everyone = people.everyone(self._event.db)
        registered = [person for person in everyone if person.status is Status.REGISTERED]
        coming = registered[:: max(1, len(registered) // (_BY_CODE + _BY_NAME))]
        for person in coming[:_BY_CODE]:
            self._tell(self._by_code(person))
        for person in coming[_BY_CODE : _BY_CODE + _BY_NAME]:
            self._tell(self._by_name(person))
        self._tell(self._by_code(coming[0]))
        for person in [person for person in everyone if person.status is Status.CANCELLED][:1]:
            self._tell(self._by_code(person))
        self._tell(actions.walk_in(self._event, "Mariam Haidari", point=self._point, where=self._guide).verdict)

    def _by_code(self, person: Person) -> Verdict:
        return actions.check_in(self._event, person.code, self._point, at=self._later(), where=self._guide)

    def _by_name(self, person: Person) -> Verdict:
        hits = search(self._event.db, person.name)
        chosen = person.id if person.id in {hit.person for hit in hits} else hits[0].person
        return actions.check_in_person(self._event, chosen, self._point, at=self._later(), where=self._guide)

    def _later(self) -> datetime:
        self._moment += _PACE
        return self._moment

    def _tell(self, verdict: Verdict) -> None:
        name = verdict.person.name if verdict.person else verdict.scanned
        mark = "✓" if verdict.code is Outcome.ACCEPTED else "–"
        places = "  ".join(verdict.where)
        self.outcomes.append(verdict.code.value)
        self.lines.append(f"  {mark} {verdicts.word(self._words, verdict.code):<18} {name}  {places}".rstrip())
