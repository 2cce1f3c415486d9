"""Findings: typed in line by line, changed, taken away, undone."""

import pytest

from eventdesk.codes import Op
from eventdesk.event import Event, Undone
from eventdesk.findings import records
from eventdesk.findings.actions import set_findings
from eventdesk.findings.finding import FindingKind
from tests.clock import FakeClock

TABLE, SESSION = FindingKind.TABLE, FindingKind.SESSION


def bodies(event: Event, kind: FindingKind = TABLE, owner: int = 7) -> list[str]:
    return [finding.body for finding in records.findings_of(event.db, kind, owner)]


def test_lines_are_noted_in_their_order_and_blank_ones_left_out(event: Event):
    noted = set_findings(event, TABLE, 7, ["Mehr  Treffpunkte ", "", "  ", "Lotsen"], " Anke ")
    assert bodies(event) == ["Mehr Treffpunkte", "Lotsen"]
    assert [each.place for each in noted.findings] == [0, 1]
    assert {each.author for each in noted.findings} == {"Anke"}
    assert bodies(event, SESSION) == bodies(event, TABLE, 8) == []
    assert records.findings(event.db) == {(TABLE, 7): noted.findings}


def test_the_same_again_writes_nothing(event: Event, clock: FakeClock):
    first = set_findings(event, TABLE, 7, ["A", "B"], "Anke")
    clock.advance(minutes=3)
    again = set_findings(event, TABLE, 7, ["A", "B"])
    assert (again.eid, again.findings) == (None, first.findings)


def test_a_line_that_stays_keeps_its_time_and_author(event: Event, clock: FakeClock):
    first = set_findings(event, TABLE, 7, ["A", "B"], "Anke")
    clock.advance(minutes=3)
    after = set_findings(event, TABLE, 7, ["Neu", "B", "A"]).findings
    assert [(each.body, each.author, each.at) for each in after] == [
        ("Neu", "", clock()),
        ("B", "Anke", first.findings[1].at),
        ("A", "Anke", first.findings[0].at),
    ]


@pytest.mark.parametrize("later", [["B"], ["A", "C", "D"], []])
def test_every_change_is_one_entry_and_one_undo(event: Event, later: list[str]):
    first = set_findings(event, SESSION, 9, ["A", "B"]).findings
    set_findings(event, SESSION, 9, later)
    assert bodies(event, SESSION, 9) == later
    assert event.journal(1)[0].op is Op.FINDINGS
    assert isinstance(event.undo(), Undone)
    assert records.findings_of(event.db, SESSION, 9) == first
    assert isinstance(event.undo(), Undone)
    assert bodies(event, SESSION, 9) == []
    assert all(event.verify().values())
