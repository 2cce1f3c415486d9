"""The figures that a finished event keeps: its people are gone, so they cannot be counted again."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from eventdesk.event import Event
from eventdesk.people import records as people
from eventdesk.people.rolebook import role_book
from eventdesk.reports.figures.figure import (
    CafeFigures,
    DayFigures,
    FairFigures,
    Figures,
    PeopleFigures,
    PollFigures,
    SessionFigures,
)
from eventdesk.reports.figures.group import Group
from eventdesk.store import settings
from eventdesk.store.access import Writer

KEPT = "finished.figures"
"""The setting that holds them."""


def keep(writer: Writer, figures: Figures) -> None:
    """Write the figures that an event keeps when it is finished."""
    settings.put(writer, KEPT, json.dumps(figures.as_json(), ensure_ascii=False))


def kept(event: Event) -> Figures | None:
    """Return the figures of an event that was finished; None if it was not, or if people were added since."""
    text = settings.get(event.db, KEPT)
    if not text or people.anybody(event.db):
        return None
    return _from_json(json.loads(text), event)


def _from_json(told: Mapping[str, Any], event: Event) -> Figures:
    """Read what `Figures.as_json` wrote."""
    fair, cafe = told["fair"], told["cafe"]
    return Figures(
        event=told["event"]["title"],
        first_day=told["event"]["first_day"],
        last_day=told["event"]["last_day"],
        venue=told["event"]["venue"],
        organiser=told["event"]["organiser"],
        least=told["smallest_group"],
        people=PeopleFigures(**told["people"]),
        roles=_groups(told["roles"]),
        sectors=_groups(told["sectors"]),
        languages=_groups(told["languages"]),
        days=tuple(
            DayFigures(
                day["day"],
                day["came"],
                day["minutes"],
                tuple((column["from"], column["people"]) for column in day["arrivals"]),
            )
            for day in told["days"]
        ),
        sessions=tuple(SessionFigures(**each) for each in told["sessions"]),
        fair=None
        if fair is None
        else FairFigures(
            **{**fair, "themes": tuple((each["theme"], each["exhibitors"]) for each in fair["themes"])},
        ),
        cafe=None if cafe is None else CafeFigures(**cafe),
        polls=tuple(PollFigures(**each) for each in told["polls"]),
        served=tuple((each["point"], each["times"]) for each in told["served"]),
        book=role_book(event.db),
    )


def _groups(told: Sequence[Mapping[str, Any]]) -> tuple[Group, ...]:
    return tuple(Group(**each) for each in told)
