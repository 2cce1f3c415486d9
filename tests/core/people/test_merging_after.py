"""What comes after two entries became one: scans of either badge, another merging, and an undo that comes too late."""

from eventdesk.checkin import actions as checkin
from eventdesk.checkin import finding
from eventdesk.checkin.presence import presence_of
from eventdesk.event import Undone, UndoRefused
from eventdesk.merging.actions import merge
from eventdesk.people import actions, records
from eventdesk.people.person import Person, Status


def test_a_scan_of_the_badge_that_stayed_stays_with_its_owner(event, clock, three, entrance):
    kept, other, _ = three
    done = merge(event, kept.id, other.id)
    checkin.check_in(event, kept.code, entrance)
    assert isinstance(event.undo(done.eid), UndoRefused | Undone)
    stays = presence_of(event.db, [kept.id, other.id], event.now(), event.zone)
    assert stays[kept.id].inside
    assert other.id not in stays
    assert set(event.verify().values()) == {True}


def test_chains_lead_to_the_last_and_are_undone_from_the_end(event, clock, three, entrance):
    one, two, last = three
    checkin.check_in(event, one.code, entrance)
    first = merge(event, two.id, one.id)
    second = merge(event, last.id, two.id)
    for person in three:
        assert [each.id for each in finding.find(event.db, person.code).people] == [last.id]
        assert [each.id for each in finding.find(event.db, person.ticket).people] == [last.id]
    refused = event.undo(first.eid)
    assert isinstance(refused, UndoRefused)
    assert refused.against is not None
    assert refused.against.eid == second.eid
    assert isinstance(event.undo(second.eid), Undone)
    assert isinstance(event.undo(first.eid), Undone)
    assert {person.id for person in records.everyone(event.db)} == {person.id for person in three}
    assert presence_of(event.db, [one.id], event.now(), event.zone)[one.id].inside
    assert set(event.verify().values()) == {True}


def test_who_is_in_and_who_had_cancelled_become_one_who_is_in_and_comes(event, clock, three, entrance):
    there, gone, _ = three
    checkin.check_in(event, there.code, entrance)
    actions.cancel(event, gone.id)
    merge(event, gone.id, there.id)
    after = records.person(event.db, gone.id)
    assert after is not None
    assert after.status is Status.REGISTERED
    assert presence_of(event.db, [gone.id], event.now(), event.zone)[gone.id].inside
    event.undo()
    before = records.person(event.db, gone.id)
    assert before is not None
    assert before.status is Status.CANCELLED
    assert presence_of(event.db, [gone.id, there.id], event.now(), event.zone)[there.id].inside
    assert set(event.verify().values()) == {True}


def test_the_first_badge_is_found_however_many_people_had_it_before(event, three):
    kept, other, last = three
    actions.edit(event, other.id, ticket="GEMEINSAM")
    actions.edit(event, last.id, ticket="GEMEINSAM")
    stays = actions.add(event, Person(0, "Farid", ticket="eigenes"))
    merge(event, kept.id, other.id)
    merge(event, stays.id, last.id)
    assert {person.id for person in finding.find(event.db, "GEMEINSAM").people} == {kept.id, stays.id}
