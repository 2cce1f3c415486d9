"""What the desk does to people, each one step that one undo takes back."""

import pytest

from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.people import actions, records
from eventdesk.people.code import is_code
from eventdesk.people.person import Origin, Person, Status

ELIF = Person(id=0, given_name="Elif", family_name="Demirtaş", origin=Origin.DESK, extra={"Essen": "vegan"})


def latest(event):
    return event.journal(1)[0]


def test_add_gives_an_id_and_a_code(event):
    added = actions.add(event, ELIF)
    assert added.id > 0
    assert is_code(added.code)
    assert records.person(event.db, added.id) == added
    assert (latest(event).op, latest(event).label) == (Op.ADD_PERSON, "Elif Demirtaş")
    event.undo()
    assert records.count(event.db) == 0


def test_add_needs_a_name(event):
    with pytest.raises(KnownError) as caught:
        actions.add(event, Person(id=0, organisation="Verein"))
    assert caught.value.fault is Fault.NO_NAME
    assert actions.add(event, Person(id=0, native_name="فرید")).name == "فرید"


def test_a_code_that_is_brought_along_is_kept(event):
    assert actions.add(event, Person(id=0, given_name="Jörn", code="1482901633752042")).code == "1482901633752042"


def test_edit(event):
    added = actions.add(event, ELIF)
    edited = actions.edit(event, added.id, family_name="Demirtaş-Kaya", roles=("speaker",))
    assert (edited.before, edited.after) == (added, records.person(event.db, added.id))
    assert edited.after.name == "Elif Demirtaş-Kaya"
    assert edited.eid == latest(event).eid
    event.undo()
    assert records.person(event.db, added.id) == added


def test_an_edit_that_changes_nothing_is_no_entry(event):
    added = actions.add(event, ELIF)
    entries = len(event.journal())
    assert actions.edit(event, added.id, given_name="Elif").eid is None
    assert len(event.journal()) == entries


def test_an_edit_may_not_take_the_name(event):
    added = actions.add(event, ELIF)
    with pytest.raises(KnownError) as caught:
        actions.edit(event, added.id, given_name="", family_name="")
    assert caught.value.fault is Fault.NO_NAME
    assert records.person(event.db, added.id) == added


def test_nobody_there(event):
    with pytest.raises(KnownError) as caught:
        actions.edit(event, 5, given_name="x")
    assert caught.value.fault is Fault.UNKNOWN_PERSON


def test_cancel_and_readmit(event):
    added = actions.add(event, ELIF)
    assert actions.cancel(event, added.id).after.status is Status.CANCELLED
    assert actions.readmit(event, added.id).after.status is Status.REGISTERED


def test_free_codes_avoid_those_in_the_file_and_each_other(event, monkeypatch):
    taken = actions.add(event, ELIF).code
    offered = iter([taken, "B", "B", taken, "C", "D"])
    monkeypatch.setattr(actions, "new_codes", lambda number, share: [next(offered) for _ in range(number)])
    assert actions.free_codes(event.db, 3) == ["B", "C", "D"]
