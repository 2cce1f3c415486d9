"""How people arrive: first entries of the day by five minutes, how many in the last five, when all will be in."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

from eventdesk.checkin.presence import counts, records
from eventdesk.checkin.presence.stay import SLOT_MINUTES
from eventdesk.checkin.rules import local_day
from eventdesk.checkin.scan import Counts
from eventdesk.store import times
from eventdesk.store.access import Reader

SLOT = timedelta(minutes=SLOT_MINUTES)
LOOK_BACK = 2 * SLOT
"""The forecast goes by the five minutes that have begun and as much before them."""
FEWEST = 5
"""With fewer arrivals than this in that time there is no forecast."""
FARTHEST = timedelta(hours=3)
"""Nobody knows what happens later than that."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The people who came for the first time that day in the five minutes from `at` (UTC)."""

    at: datetime
    arrived: int
    present: bool = False


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The arrivals of one local day.

    `bars` follow each other without a gap from the first arrival to now; `rate` is the number of people who came in
    the last five minutes, `done_at` (UTC, a full five minutes) when all who are expected will be in if people go on
    arriving like that; None if that cannot be said.
    """

    bars: tuple[Bar, ...] = ()
    rate: int = 0
    done_at: datetime | None = None


def arrivals(reader: Reader, now: datetime, zone: tzinfo, house: Counts | None = None) -> Arrivals:
    """Return the arrivals of the local day of `now`; each person counts once. The same effort at 100,000 scans.

    `house` is who is in the house at that moment, if it was counted already.
    """
    day = local_day(now, zone).isoformat()
    came = {datetime.fromisoformat(row[0]).replace(tzinfo=UTC): row[1] for row in records.arrivals(reader, day)}
    if not came:
        return Arrivals()
    present = slot_of(now)
    bars = _bars(came, present)
    since, until = times.to_text(now - SLOT), times.to_text(now)
    house = house or counts(reader, now, zone)
    recent = [bar for bar in bars if present - LOOK_BACK <= bar.at <= present]
    return Arrivals(
        bars=bars,
        rate=records.arrived_between(reader, day, since, until),
        done_at=done_at(
            now,
            still=house.expected - house.arrived,
            came=sum(bar.arrived for bar in recent),
            during=now - recent[0].at if recent else timedelta(0),
            zone=zone,
        ),
    )


def slot_of(moment: datetime) -> datetime:
    """Return the start (UTC) of the five minutes that a moment lies in."""
    moment = moment.astimezone(UTC)
    return moment.replace(minute=moment.minute // SLOT_MINUTES * SLOT_MINUTES, second=0, microsecond=0)


def done_at(now: datetime, *, still: int, came: int, during: timedelta, zone: tzinfo) -> datetime | None:
    """Return when all will be in: `still` people are missing, and lately `came` people came `during` that time.

    The answer is rounded up to full five minutes. It is None where it would be a guess: when nobody is missing, when
    fewer than five people came or it was watched for less than five minutes, when it would take longer than three
    hours, or not before local midnight, when the day ends.
    """
    if still <= 0 or came < FEWEST or during < SLOT:
        return None
    needed = during * (still / came)
    if needed > FARTHEST:
        return None
    done = slot_of(now + needed + SLOT - timedelta(microseconds=1))
    midnight = datetime.combine(local_day(now, zone) + timedelta(days=1), time.min, zone)
    return done if done < midnight else None


def _bars(came: dict[datetime, int], present: datetime) -> tuple[Bar, ...]:
    first, last = min(came), max(*came, present)
    starts = (first + number * SLOT for number in range((last - first) // SLOT + 1))
    return tuple(Bar(start, came.get(start, 0), present=start == present) for start in starts)
