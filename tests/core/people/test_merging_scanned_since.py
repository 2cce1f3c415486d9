"""What comes after two entries became one: scans of either badge, another merging, and an undo that comes too late."""

from eventdesk.checkin import actions as checkin
from eventdesk.codes import Op, Refusal
from eventdesk.event import Undone, UndoRefused
from eventdesk.merging.actions import merge


def test_a_scan_of_the_other_badge_stands_in_the_way(event, clock, three, entrance):
    kept, other, _ = three
    done = merge(event, kept.id, other.id)
    checkin.check_in(event, other.code, entrance)
    refused = event.undo(done.eid)
    assert isinstance(refused, UndoRefused)
    assert refused.reason is Refusal.OVERTAKEN
    assert refused.against is not None
    assert refused.against.op is Op.CHECK_IN
    event.undo(refused.against.eid)
    assert isinstance(event.undo(done.eid), Undone)
    assert set(event.verify().values()) == {True}


def test_a_scan_of_the_other_ticket_stands_in_the_way(event, clock, three, entrance):
    kept, other, _ = three
    done = merge(event, kept.id, other.id)
    checkin.check_in(event, other.ticket, entrance)
    refused = event.undo(done.eid)
    assert isinstance(refused, UndoRefused)
    assert refused.against is not None
    assert refused.against.op is Op.CHECK_IN
