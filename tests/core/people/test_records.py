"""People as rows: what is written is what is read, and only what differs is written again."""

from dataclasses import replace

import pytest

from eventdesk.codes import Op
from eventdesk.people import records
from eventdesk.people.person import Origin, Person, Status
from eventdesk.store import journal

ELIF = Person(
    id=11,
    given_name="Elif",
    family_name="Demirtaş",
    native_name="",
    title="Dr.",
    organisation="Verein; mit, allem",
    position="Vorstand",
    sector="civil_society",
    roles=("exhibitor", "speaker"),
    email="elif@example.org",
    phone="+49 511 1",
    town="Peine",
    languages=("Deutsch", "Türkçe"),
    needs=("Rollstuhl",),
    note="zwei\nZeilen",
    attention="Umschlag B-14",
    status=Status.PENDING,
    group="Peine",
    exhibitor="E1",
    wishes=("S1", "S2"),
    days=("2027-03-06",),
    code="1482901633752042",
    ticket="ABC",
    source="plain",
    foreign_id="P1",
    origin=Origin.DESK,
    extra={"Essen": "vegan", "Ärztin": "ja"},
)
JOERN = Person(id=13, given_name="Jörn", family_name="Abel", roles=("speaker",), group="Peine", ticket="ABC", code="2")


@pytest.fixture
def two(event):
    with event.transact(Op.IMPORT, "test") as tx:
        records.insert(tx, ELIF)
        records.insert(tx, JOERN)
    return event


def changes(event, eid):
    return journal.changes(event.db._connection, eid)


def test_a_person_comes_back_the_same(two):
    assert records.person(two.db, 11) == ELIF
    assert records.person(two.db, 99) is None


def test_people_in_the_order_asked_for(two):
    assert records.people(two.db, [13, 99, 11]) == [JOERN, ELIF]
    assert records.people(two.db, []) == []
    assert records.everyone(two.db) == [JOERN, ELIF]


def test_by_what_stands_on_a_badge_or_ticket(two):
    assert records.by_code(two.db, "1482901633752042") == ELIF
    assert records.by_code(two.db, "3") is None
    assert records.by_ticket(two.db, "ABC") == [JOERN, ELIF]
    assert records.by_ticket(two.db, "") == []
    assert records.in_group(two.db, "Peine") == [JOERN, ELIF]
    assert records.in_group(two.db, "") == []


def test_nobody_is_found_by_an_empty_code(event):
    with event.transact(Op.IMPORT, "test") as tx:
        records.insert(tx, Person(id=1, given_name="Ohne"))
    assert records.by_code(event.db, "") is None


def test_counting(two):
    assert records.count(two.db) == 2
    assert records.ids(two.db, 9) == [11, 13]
    assert [records.ids(two.db, 1, after=after) for after in (-1, 11, 13)] == [[11], [13], []]
    assert records.role_counts(two.db) == {"speaker": 2, "exhibitor": 1}
    assert list(records.role_counts(two.db)) == ["speaker", "exhibitor"]
    assert records.codes_taken(two.db, ["2", "3"]) == {"2"}
    assert records.extra_names(two.db) == ["Essen", "Ärztin"]


def test_only_what_differs_is_written(two):
    after = replace(ELIF, phone="+49 511 2", roles=("speaker",), extra={"Essen": "halal", "Neu": "1"})
    with two.transact(Op.EDIT_PERSON, "Elif") as tx:
        records.change(tx, ELIF, after)
        eid = tx.eid
    assert records.person(two.db, 11) == after
    found = changes(two, eid)
    assert [each.after for each in found if each.table == "person"] == [{"roles": "speaker", "phone": "+49 511 2"}]
    assert sorted((each.before is None, each.after is None) for each in found if each.table == "extra") == [
        (False, False),
        (False, True),
        (True, False),
    ]


def test_no_difference_writes_nothing(two):
    with two.transact(Op.EDIT_PERSON, "Elif") as tx:
        records.change(tx, ELIF, replace(ELIF))
        assert changes(two, tx.eid) == []


def test_deleting_takes_the_extra_fields_along_and_undo_brings_all_back(two):
    with two.transact(Op.EDIT_PERSON, "Elif") as tx:
        records.delete(tx, ELIF)
        eid = tx.eid
    assert records.person(two.db, 11) is None
    assert records.extra_names(two.db) == []
    two.undo(eid)
    assert records.person(two.db, 11) == ELIF


def test_set_extras_leaves_the_others(two):
    with two.transact(Op.IMPORT, "test") as tx:
        records.set_extras(tx, 11, {"Essen": "halal", "Neu": "1"})
        records.set_extras(tx, 11, {})
    (elif_,) = records.people(two.db, [11])
    assert elif_.extra == {"Essen": "halal", "Neu": "1", "Ärztin": "ja"}


def test_what_imports_wrote_last(two):
    with two.transact(Op.EDIT_PERSON, "Elif") as tx:
        tx.update("person", 11, {"phone": "desk", "town": "desk"})
    with two.transact(Op.IMPORT, "again") as tx:
        tx.update("person", 11, {"phone": "list"})
        eid = tx.eid
    found = records.imported_values(two.db, [11, 99])
    assert (found[11]["phone"], found[11]["town"]) == ("list", "Peine")
    assert 13 not in found
    two.undo(eid)
    assert records.imported_values(two.db, [11])[11]["phone"] == "+49 511 1"


def test_columns_are_those_of_the_table(event):
    found = [row[1] for row in event.db.rows("PRAGMA table_info(person)")]
    assert tuple(found) == records.COLUMNS
