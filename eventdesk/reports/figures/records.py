"""The SQL of figures: the World Café, the polls of the audience prize, and what was served."""

from typing import NamedTuple

from eventdesk.store.access import Reader

_CAFE = """
SELECT (SELECT count(*) FROM cafe_table), (SELECT count(*) FROM cafe_round),
  (SELECT count(DISTINCT person) FROM cafe_itinerary WHERE person IS NOT NULL),
  (SELECT repeats FROM cafe_plan ORDER BY at DESC, id DESC LIMIT 1)
"""
_POLLS = """
SELECT poll.id, poll.title, poll.state = 'closed' AS closed,
  (SELECT count(*) FROM ballot_issue WHERE ballot_issue.poll = poll.id AND kind = 'first') AS issued,
  (SELECT count(*) FROM ballot JOIN ballot_use ON ballot_use.ballot = ballot.id
    WHERE ballot.poll = poll.id AND ballot_use.channel <> '-') AS used,
  (SELECT count(*) FROM ballot WHERE ballot.poll = poll.id AND state = 'void') AS void
FROM poll ORDER BY poll.opened = '', poll.opened, poll.id
"""
_SERVED = """
SELECT point.name, (SELECT count(*) FROM scan WHERE scan.point = point.id AND outcome = 'accepted')
FROM point WHERE kind = 'catering' ORDER BY place, name, id
"""


class Cafe(NamedTuple):
    """How many tables, rounds and people with a way through them there are; `repeats` of the newest plan."""

    tables: int
    rounds: int
    guests: int
    repeats: int | None


class Poll(NamedTuple):
    """One poll: how many people got a ballot, and how many ballots were cast or made void."""

    id: int
    title: str
    closed: bool
    issued: int
    used: int
    void: int


def cafe(reader: Reader) -> Cafe:
    """Return how large the World Café is."""
    return Cafe(*reader.rows(_CAFE)[0])


def polls(reader: Reader) -> list[Poll]:
    """Return the polls in the order in which they were opened."""
    return [Poll(row[0], row[1], bool(row[2]), row[3], row[4], row[5]) for row in reader.rows(_POLLS)]


def served(reader: Reader) -> list[tuple[str, int]]:
    """Return how often each point of the catering let somebody through."""
    return [(row[0], row[1]) for row in reader.rows(_SERVED)]
