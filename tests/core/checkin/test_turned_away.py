"""Of whom did not get in the file keeps the code that was scanned, whatever the reason: not who it was."""

import json
import logging
from pathlib import Path

import pytest

from eventdesk.badges.actions_desk import replace_badge
from eventdesk.checkin import records
from eventdesk.checkin.point import Rule
from eventdesk.checkin.scan import TURNED_AWAY
from eventdesk.codes import Op, Outcome, PrintReason
from eventdesk.finishing.about_person import about_person
from eventdesk.finishing.erasing import erase_person
from eventdesk.history import listing
from eventdesk.history.telling import title
from eventdesk.history.whole import Filter
from eventdesk.people.person import Person, Status
from eventdesk.words import Words
from tests.core.checkin.desk import Desk

NAME = "Wojciech Brzęczyszczykiewicz"


def turned_away(desk: Desk, outcome: Outcome) -> tuple[Person | None, str]:
    """Let somebody be turned away for this reason; returns them and the code that was scanned."""
    status = {Outcome.CANCELLED: Status.CANCELLED, Outcome.PENDING: Status.PENDING, Outcome.WAITING: Status.WAITING}
    if outcome is Outcome.UNKNOWN_CODE:
        return None, "xyz-unknown-4711"
    person = desk.person(NAME, status=status.get(outcome, Status.REGISTERED))
    code = person.code
    if outcome is Outcome.WRONG_POINT:
        desk.point = desk.change(desk.point, roles=("staff",))
    elif outcome is Outcome.WRONG_DAY:
        desk.point = desk.change(desk.point, days=("2031-01-01",))
    elif outcome is Outcome.FULL:
        desk.point = desk.change(desk.point, capacity=0, rule=Rule.ONCE)
    elif outcome is Outcome.REPLACED_BADGE:
        replace_badge(desk.event, person.id, PrintReason.LOST)
    return person, code


@pytest.mark.parametrize("outcome", sorted(TURNED_AWAY))
def test_the_code_is_kept_and_not_the_person(
    desk: Desk, outcome: Outcome, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    person, code = turned_away(desk, outcome)
    with caplog.at_level(logging.DEBUG):
        verdict = desk.scan(code)
    assert verdict.code is outcome
    (scan,) = desk.event.db.rows("SELECT * FROM scan ORDER BY at DESC LIMIT 1")
    assert (scan["person"], scan["code"], scan["outcome"]) == (None, code, outcome.value)
    (entry, *_) = desk.event.journal(1)
    assert (entry.op, entry.label) == (Op.REFUSED_SCAN, code)
    (change,) = desk.event.db.rows("SELECT before, after FROM change WHERE eid = ?", entry.eid)
    image = json.loads(change["after"])
    assert image["person"] is None
    if person is not None:
        assert str(person.id) not in change["after"]
        assert not {"Wojciech", "Brzęczyszczykiewicz"} & set(change["after"].split('"'))
    assert code not in caplog.text
    assert "Brzęcz" not in caplog.text


@pytest.mark.parametrize("outcome", sorted(TURNED_AWAY - {Outcome.UNKNOWN_CODE, Outcome.REPLACED_BADGE}))
def test_lists_tell_who_has_the_code_as_long_as_somebody_has(desk: Desk, outcome: Outcome) -> None:
    person, code = turned_away(desk, outcome)
    assert person is not None
    desk.scan(code)
    assert records.recent(desk.event.db, 1)[0].name == NAME
    assert title(Words("en"), listing.page(desk.event.db, Filter()).lines[0]) == f"Scan refused: {NAME}"
    told = about_person(desk.event, person.id)
    assert [scan["outcome"] for scan in told["stored"]["scan"]] == [outcome.value]
    assert [each["op"] for each in told["journal"]][-1] == "refused_scan"
    erase_person(desk.event, person.id)
    assert desk.event.db.value("SELECT count(*) FROM scan") == 0
    assert not [entry for entry in desk.event.journal() if entry.op is Op.REFUSED_SCAN]
    assert all(each is True for each in desk.event.verify().values())
    desk.event.close()
    assert code.encode() not in desk.event.path.read_bytes()


@pytest.mark.parametrize("outcome", sorted(set(Outcome) - TURNED_AWAY))
def test_who_is_there_is_kept(desk: Desk, outcome: Outcome) -> None:
    """Who is in, or goes, is known to be there: a second scan and an exit count among their scans."""
    person = desk.person(NAME)
    if outcome is not Outcome.NOT_INSIDE and outcome is not Outcome.ACCEPTED:
        desk.scan(person)
        desk.clock.advance(minutes=1)
    verdict = desk.leave(person) if outcome in (Outcome.LEFT, Outcome.NOT_INSIDE) else desk.scan(person)
    assert verdict.code is outcome
    assert records.recent(desk.event.db, 1)[0].person == person.id
