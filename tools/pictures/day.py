"""The day on which the pictures are taken: the sample conference at 9:41, with four hundred guests in the house."""

import math
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from eventdesk import starting
from eventdesk.cafe.actions_day import begin_round, end_round
from eventdesk.cafe.actions_ways import apply_rotation
from eventdesk.cafe.planning import problem_of
from eventdesk.cafe.records import read_cafe
from eventdesk.cafe.rotation.suggest import suggest
from eventdesk.checkin import actions, records
from eventdesk.event import Event
from eventdesk.guide import guide_for
from eventdesk.people import records as people
from eventdesk.people.person import Person, Status
from eventdesk.words import Words
from tests.clock import FakeClock

SAMPLE = "integrationskonferenz-4"
ARRIVALS = 400
DOORS_OPEN = "2017-03-06T08:10:00+01:00"
NOW = "2017-03-06T09:41:05+01:00"
CAFE_SAMPLE = "harburg-integrationskonferenz"
CAFE_BEGINS = "2017-06-15T18:05:00+02:00"
CAFE_NOW = "2017-06-15T18:47:25+02:00"
CAFE_ABSENT = 7
BUSIEST = 0.62
"""When most people come, as a share of the time between the two."""


def make(folder: Path, clock: FakeClock) -> Path:
    """Make the sample conference in `folder` and let the guests of the morning in. Returns the file."""
    with starting.create_sample(SAMPLE, folder, desk="Desk 2", clock=clock) as event:
        _let_in(event, clock)
        return event.path


def make_cafe(folder: Path, clock: FakeClock) -> Path:
    """Make the sample with a World Café, whose second round is on and whom some have not come to. Returns the file."""
    with starting.create_sample(CAFE_SAMPLE, folder, desk="Desk 2", clock=clock) as event:
        cafe = read_cafe(event.db)
        *_, found = suggest(problem_of(cafe), seed=1)
        apply_rotation(event, cafe, found)
        guests = sorted(
            (each for each in cafe.guests if each not in cafe.hosted_by), key=lambda each: cafe.guests[each].ref
        )
        absent = random.Random(41).sample(guests, CAFE_ABSENT)
        entrance = records.points(event.db)[0]
        for guest in cafe.guests:
            if guest not in absent:
                actions.check_in_person(event, guest, entrance)
        first, second, *_ = cafe.rounds
        begin_round(event, first.id)
        clock.advance(minutes=first.minutes)
        end_round(event, first.id)
        clock.advance(minutes=5)
        begin_round(event, second.id)
        return event.path


def star(event: Event) -> Person:
    """Return the guest who plays the leading part: with a stand, a note and languages. They have not come yet."""
    where = guide_for(event, Words(event.details.language))
    noted = [who for who in people.everyone(event.db) if who.exhibitor and who.attention]
    return max(noted, key=lambda who: (len(where(who)), len(who.languages), who.name))


def _let_in(event: Event, clock: FakeClock) -> None:
    chance = random.Random(41)
    late = star(event)
    guests = [who for who in people.everyone(event.db) if who.status is Status.REGISTERED and who != late]
    entrance = records.points(event.db)[0]
    for moment, guest in zip(_moments(chance), chance.sample(guests, ARRIVALS), strict=True):
        clock.set(moment.isoformat())
        actions.check_in_person(event, guest.id, entrance)
    clock.set(NOW)


def _moments(chance: random.Random) -> Iterator[datetime]:
    first, last = datetime.fromisoformat(DOORS_OPEN), datetime.fromisoformat(NOW)
    span = (last - first).total_seconds()
    shares: list[float] = []
    while len(shares) < ARRIVALS:
        share = chance.gauss(BUSIEST, 0.2)
        if 0 <= share < 1:
            shares.append(share)
    return (first + timedelta(seconds=math.floor(share * span)) for share in sorted(shares))
