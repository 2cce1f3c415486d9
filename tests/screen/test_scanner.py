"""A scanner that types on a real screen: whatever layout the system has, whatever has the focus."""

import pytest

from eventdesk.checkin.records import recent
from eventdesk.people.person import Status
from tests.screen.conftest import Conference


@pytest.mark.parametrize("layout", ["de", "us", "fr"])
def test_badges_are_read_on_every_layout(conference: Conference, layout: str) -> None:
    screen = conference.screen
    guests = [who for who in conference.people if who.status is Status.REGISTERED][:4]
    screen.lay_keys(layout)
    conference.saves(lambda: screen.scan(guests[0].code))
    conference.saves(lambda: screen.scan(guests[1].code, end="Tab"))
    screen.press("Tab", "Tab", "Tab")
    conference.saves(lambda: screen.scan(guests[2].code))
    screen.press("ctrl+9")
    conference.saves(lambda: screen.scan(guests[3].code))
    with conference.end() as event:
        scanned = [scan.person for scan in recent(event.db, 10)]
    assert scanned == [who.id for who in reversed(guests)]
