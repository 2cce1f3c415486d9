"""Two entries that are one person: nothing that pointed to either is lost, and one undo brings back both."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.badges import records as badges
from eventdesk.badges.actions import mark_printed
from eventdesk.cafe.records import insert_table
from eventdesk.cafe.table import CafeTable
from eventdesk.checkin import actions as checkin
from eventdesk.checkin.points import add_point
from eventdesk.checkin.presence import counts
from eventdesk.codes import Fault, Op, Outcome, Refusal
from eventdesk.errors import KnownError
from eventdesk.guide import places
from eventdesk.merging.actions import merge
from eventdesk.merging.choice import FIELDS, LISTS, Take, contradictions, differences, merged
from eventdesk.merging.records import BY_ID, BY_PLACE
from eventdesk.panels.records import insert_session
from eventdesk.panels.session import Session, SessionKind
from eventdesk.people import actions, records
from eventdesk.people.person import Person, Status
from eventdesk.people.records import FormerKey
from eventdesk.people.search import search
from eventdesk.store import schema

KEPT = Person(0, "Elif", "Demirtaş", organisation="Verein", roles=("guest",), foreign_id="p1", note="kommt früh")
OTHER = Person(
    0, "Elif", "Demirtas", email="elif@example.org", roles=("speaker",), ticket="hx7-QK", foreign_id="p2",
    note="isst vegan", status=Status.PENDING, extra={"Essen": "vegan"},
)  # fmt: skip


@pytest.fixture
def pair(event):
    return actions.add(event, KEPT), actions.add(event, OTHER)


def everything(event):
    tables = schema.journaled_tables()
    return {table: sorted(map(tuple, event.db.rows(f"SELECT * FROM {table}"))) for table in tables}


def owner(person):
    return person.id if person else None


def whole(event):
    return {name: result for name, result in event.verify().items() if result is not True} == {}


def test_one_stays_and_has_what_both_had(event, pair):
    kept, other = pair
    done = merge(event, kept.id, other.id)
    (left,) = records.everyone(event.db)
    assert left == done.after
    assert (left.id, left.code, left.name) == (kept.id, kept.code, "Elif Demirtaş")
    assert (left.email, left.ticket, left.organisation) == ("elif@example.org", "hx7-QK", "Verein")
    assert left.roles == ("guest", "speaker")
    assert left.note == "kommt früh · isst vegan"
    assert left.status is Status.REGISTERED
    assert left.extra == {"Essen": "vegan"}
    assert [hit.person for hit in search(event.db, "elif")] == [kept.id]
    assert (event.journal(1)[0].op, event.journal(1)[0].label) == (Op.MERGE_PEOPLE, "Elif Demirtaş + Elif Demirtas")
    assert whole(event)


def test_each_field_is_chosen(event, pair):
    kept, other = pair
    choice = {"family_name": Take.OTHER, "roles": Take.OTHER, "note": Take.KEPT, "extra:Essen": Take.KEPT}
    after = merge(event, kept.id, other.id, choice).after
    assert (after.family_name, after.roles, after.note, after.extra) == ("Demirtas", ("speaker",), "kommt früh", {})


def test_scans_and_prints_of_the_other_count_for_the_one_that_stays(event, clock, pair):
    kept, other = pair
    point = add_point(event, "Eingang")
    checkin.check_in(event, other.code, point, forced=True)
    mark_printed(event, [other.id], "Drucker", "by_hand")
    merge(event, kept.id, other.id)
    assert [each.person for each in badges.prints(event.db, kept.id)] == [kept.id]
    assert counts(event.db, event.now(), event.zone).inside == 1
    clock.advance(minutes=1)
    assert checkin.check_in_person(event, kept.id, point).code is Outcome.ALREADY_IN
    assert whole(event)


def test_badge_and_ticket_of_the_other_lead_to_the_one_that_stays(event, clock, pair):
    kept, other = pair
    kept = actions.edit(event, kept.id, ticket="alt-1").after
    point = add_point(event, "Eingang")
    merge(event, kept.id, other.id)
    assert owner(checkin.check_in(event, other.code, point).person) == kept.id
    clock.advance(seconds=10)
    assert checkin.check_in(event, "hx7-QK", point).code is Outcome.ALREADY_IN
    clock.advance(seconds=10)
    assert owner(checkin.check_in(event, "alt-1", point).person) == kept.id
    assert records.codes_taken(event.db, [other.code]) == {other.code}


def test_keys_follow_a_person_who_is_merged_again(event, pair):
    kept, other = pair
    third = actions.add(event, Person(0, "E.", "Demirtas"))
    merge(event, kept.id, other.id)
    merge(event, third.id, kept.id)
    assert set(records.former_keys(event.db, third.id)) == {
        (FormerKey.CODE, other.code), (FormerKey.CODE, kept.code), (FormerKey.FOREIGN_ID, "p2"),
    }  # fmt: skip
    assert [person.id for person in records.by_former_code(event.db, other.code)] == [third.id]
    assert whole(event)


def test_sessions_and_tables_follow(event, pair):
    kept, other = pair
    with event.transact(Op.SETTINGS, "") as tx:
        insert_session(
            tx, Session(11, "s1", "Forum 1", SessionKind.FORUM, speakers=("p2", "p9"), moderators=("p1", "p2"))
        )
        insert_table(tx, CafeTable(13, "t1", "Tisch 7", host="p2", seats=6))
    before = everything(event)
    merge(event, kept.id, other.id)
    row = event.db.row("SELECT speakers, moderators FROM session")
    assert tuple(row) == ("p1, p9", "p1")
    assert event.db.value("SELECT host FROM cafe_table") == "p1"
    now = records.person(event.db, kept.id)
    assert now is not None
    assert {place.name for place in places(event.db, now)} >= {"Tisch 7"}
    assert whole(event)
    event.undo()
    assert everything(event) == before
    assert whole(event)


def test_the_folder_id_is_taken_over_where_there_was_none(event):
    kept, other = actions.add(event, replace(KEPT, foreign_id="")), actions.add(event, OTHER)
    after = merge(event, kept.id, other.id).after
    assert after.foreign_id == "p2"
    assert FormerKey.FOREIGN_ID not in dict(records.former_keys(event.db, kept.id))


def test_one_undo_brings_back_both(event, pair):
    kept, other = pair
    point = add_point(event, "Eingang")
    checkin.check_in(event, other.code, point, forced=True)
    before = everything(event)
    done = merge(event, kept.id, other.id)
    event.undo(done.eid)
    assert everything(event) == before
    assert whole(event)
    event.undo()  # nothing is left to redo but the check-in
    assert counts(event.db, event.now(), event.zone).inside == 0


def test_undo_is_refused_when_something_was_built_on_it(event, pair):
    kept, other = pair
    done = merge(event, kept.id, other.id)
    actions.edit(event, kept.id, email="neu@example.org")
    refused = event.undo(done.eid)
    assert refused.reason is Refusal.OVERTAKEN
    assert refused.against.op is Op.EDIT_PERSON


def test_somebody_who_was_merged_away_cannot_be_merged_again(event, pair):
    kept, other = pair
    merge(event, kept.id, other.id)
    for one, two in ((kept.id, other.id), (other.id, kept.id), (kept.id, kept.id)):
        with pytest.raises(KnownError) as caught:
            merge(event, one, two)
        assert caught.value.fault is Fault.UNKNOWN_PERSON


def test_a_name_must_be_left(event, pair):
    kept = pair[0]
    nameless = actions.add(event, Person(0, native_name="فرید"))
    choice = {"native_name": Take.OTHER, "given_name": Take.OTHER, "family_name": Take.OTHER}
    assert merge(event, kept.id, nameless.id, choice).after.name == "فرید"
    no_native = actions.add(event, Person(0, "Anna"))
    only_native = actions.add(event, Person(0, native_name="Анна"))
    with pytest.raises(KnownError) as caught:
        merge(event, only_native.id, no_native.id, {"native_name": Take.OTHER, "given_name": Take.KEPT})
    assert caught.value.fault is Fault.NO_NAME


def test_every_table_that_points_to_a_person_is_known(event):
    pointing = {
        (table, column)
        for table in schema.journaled_tables()
        for column in (row[1] for row in event.db.rows(f"PRAGMA table_info({table})"))
        if column in {"person", "one", "other"}
    }
    assert pointing == {*BY_ID, *BY_PLACE}


text = st.sampled_from(["", "a", "b", "a b"])
items = st.lists(st.sampled_from(["x", "y", "z"]), unique=True).map(tuple)
person = st.builds(
    Person, st.just(1), text, text, text, organisation=text, roles=items, days=items, languages=items, note=text,
    attention=text, status=st.sampled_from(Status), ticket=text, extra=st.dictionaries(st.sampled_from("pq"), text),
)  # fmt: skip


@given(person, person)
def test_the_proposal_loses_nothing_that_only_one_has(kept, other):
    after = merged(kept, other, {})
    for field in FIELDS:
        one, two = getattr(kept, field), getattr(other, field)
        now = getattr(after, field)
        if field == "days":
            assert set(now) == (set(one) | set(two) if one and two else set())
        elif field in LISTS:
            assert set(now) == {*one, *two}
        else:
            assert now == (one or two) or (one and two)
    assert merged(kept, kept, {}) == kept
    assert differences(kept, kept) == []


@given(person, person)
def test_choosing_the_other_everywhere_makes_the_other(kept, other):
    after = merged(kept, other, {each.field: Take.OTHER for each in differences(kept, other)})
    assert all(getattr(after, field) == getattr(other, field) for field in FIELDS)
    unchanged = merged(kept, other, {each.field: Take.KEPT for each in differences(kept, other)})
    assert all(getattr(unchanged, field) == getattr(kept, field) for field in FIELDS)


@pytest.mark.parametrize(
    ("kept", "other", "against"),
    [
        (Person(0, "Elif", "Demirtaş"), Person(0, "Elif", "Demirtas"), []),
        (Person(0, "Elif", "Demirtaş-Kaya"), Person(0, "Elif", "Demirtaş"), []),
        (Person(0, "Elif", "Demirtaş"), Person(0, "Elif", ""), []),
        (Person(0, "Elif", "Demirtaş"), Person(0, "Elif", "Yılmaz"), ["family_name"]),
        (Person(0, "Elif", "Kaya"), Person(0, "Deniz", "Kaya"), ["given_name"]),
        (Person(0, "Elif", "Kaya", email="a@x.de"), Person(0, "Elif", "Kaya", email="b@x.de"), ["email"]),
        (Person(0, "Elif", "Kaya", email="A@x.de"), Person(0, "Elif", "Kaya", email="a@x.de"), []),
    ],
)
def test_what_speaks_against_a_merger(kept, other, against):
    assert contradictions(kept, other) == against
    assert contradictions(other, kept) == against
