"""What is exported comes back the same, through real files, into the same event and into another one."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.people import actions, records
from eventdesk.people import code as codes
from eventdesk.people.code import new_code
from eventdesk.people.exporting import HEADER, export_people
from eventdesk.people.importing import Preset, import_people, propose
from eventdesk.people.person import Origin, Person, Status
from eventdesk.store.access import new_id
from eventdesk.tables.cleaning import clean, one_line
from tests.core.people.lists import counts, imported

HOSTILE = [
    "=1+1",
    "+49 511 1234",
    "-1",
    "@SUM(A1:A9)",
    "＝cmd",
    "'quoted",
    "'=1",
    "''",
    'a "b" c',
    "a;b,c",
    "😀👩\u200d👧",
    "علی\u200cرضا",
    "Нечипоренко",
    "_x000D_",
    "1067",
    "01067",
    "1e5",
    "true",
    "#N/A",
    "https://example.org",
    "NULL",
    "-",
    "Nguyễn Thị Hạnh",
]


def everybody(event):
    """Return all people without their ids, which are new in another file."""
    return sorted((replace(each, id=0) for each in records.everyone(event.db)), key=lambda each: each.code)


def fill(event, people):
    with event.transact(Op.IMPORT, "test") as tx:
        for person in people:
            records.insert(tx, person)


HOSTILE_PEOPLE = [
    Person(
        id=new_id(),
        given_name=cell,
        family_name=f"Nr {at}",
        organisation=cell,
        phone=cell,
        note=f"{cell}\n{cell}",
        email="keine gültige Adresse",
        code=new_code(),
        ticket=f"T{at}",
        extra={cell: cell, "Name": cell, "Ticketart": "Aussteller-Ticket"},
    )
    for at, cell in enumerate(HOSTILE)
]


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_hostile_cells_come_back_into_another_event(tmp_path, suffix):
    path = tmp_path / f"people.{suffix}"
    with Event.create(tmp_path / "one.eventdesk") as one, Event.create(tmp_path / "two.eventdesk") as two:
        fill(one, HOSTILE_PEOPLE)
        assert export_people(one, path) == len(HOSTILE_PEOPLE)
        imported(two, path)
        assert everybody(two) == everybody(one)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_the_same_event_is_not_changed_by_its_own_export(event, tmp_path, suffix):
    fill(event, HOSTILE_PEOPLE)
    actions.add(event, Person(id=0, native_name="فرید رحمانی", origin=Origin.WALK_IN))
    before = records.everyone(event.db)
    export_people(event, tmp_path / f"people.{suffix}")
    result = imported(event, tmp_path / f"people.{suffix}")
    assert counts(result) == {"read": len(before), "unchanged": len(before)}
    assert records.everyone(event.db) == before


def test_an_edited_export_changes_the_person_with_that_badge(event, tmp_path):
    added = actions.add(event, Person(id=0, given_name="Elif", family_name="Demirtas", email="e@example.org"))
    path = tmp_path / "people.csv"
    export_people(event, path)
    path.write_text(path.read_text("utf-8-sig").replace("Demirtas", "Demirtaş").replace("e@e", "elif@e"), "utf-8-sig")
    assert counts(imported(event, path)) == {"read": 1, "changed": 1}
    assert records.person(event.db, added.id) == replace(added, family_name="Demirtaş", email="elif@example.org")


def test_badge_codes_stay_text_in_a_spreadsheet(event, tmp_path):
    actions.add(event, Person(id=0, given_name="Elif", code="1482901633752042"))
    export_people(event, tmp_path / "people.csv")
    assert '"1482 9016 3375 2042"' in (tmp_path / "people.csv").read_text("utf-8-sig")


def test_a_spoilt_badge_code_is_left_out_and_told(event, tmp_path):
    actions.add(event, Person(id=0, given_name="Elif", code="1482901633752042"))
    path = tmp_path / "people.csv"
    export_people(event, path)
    path.write_text(path.read_text("utf-8-sig").replace("1482 9016 3375 2042", "1,4829E+15"), "utf-8-sig")
    with Event.create(tmp_path / "other.eventdesk") as other:
        result = imported(other, path)
        (found,) = records.everyone(other.db)
    assert [each.about.value for each in result.plan.remarks] == ["not_a_badge_code"]
    assert len(found.code) == 16
    assert found.code != "1482901633752042"


def test_every_column_is_known_to_the_import():
    mapping = propose(HEADER)
    assert mapping.preset is Preset.PLAIN
    assert "extra" not in {field.value for field in mapping.columns.values()}
    assert len(set(mapping.columns.values())) == len(HEADER)


def test_an_empty_event(event, tmp_path):
    assert export_people(event, tmp_path / "people.csv") == 0
    assert counts(import_people(event, tmp_path / "people.csv")) == {}


def test_a_suffix_that_is_not_known(event, tmp_path):
    with pytest.raises(KnownError) as caught:
        export_people(event, tmp_path / "people.pdf")
    assert caught.value.fault is Fault.UNKNOWN_FORMAT


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("export")


free = st.text(max_size=8) | st.sampled_from(HOSTILE)
text = free.map(clean).map(one_line)
item = text.map(lambda cell: " ".join(cell.translate(dict.fromkeys(map(ord, ",;|\n"), " ")).split())).filter(bool)
items = st.lists(item, unique=True, max_size=3).map(tuple)
word = st.sampled_from(["S1", "S2", "Ä-3", "=4"])
people = st.builds(
    Person,
    id=st.builds(new_id),
    given_name=text,
    family_name=text.filter(bool),
    native_name=text,
    title=text,
    organisation=text,
    position=text,
    sector=st.sampled_from(["", "civil_society", "Kunst"]),
    roles=st.lists(st.sampled_from(["speaker", "host", "Team Blau", "=Rolle"]), unique=True, max_size=3).map(tuple),
    email=text,
    phone=text,
    town=text,
    languages=items,
    needs=items,
    note=free.map(clean),
    attention=free.map(clean),
    status=st.sampled_from(Status),
    group=text,
    exhibitor=text,
    wishes=st.lists(word, unique=True, max_size=3).map(tuple),
    days=st.lists(st.sampled_from(["2027-03-06", "2027-03-07"]), unique=True).map(tuple),
    code=st.builds(new_code),
    ticket=text.map(codes.clean),
    source=st.sampled_from(["", "plain", "pretix"]),
    foreign_id=text,
    origin=st.sampled_from(Origin),
    extra=st.dictionaries(
        st.one_of(
            text.filter(bool), st.sampled_from(["Name", "id", "extra: x", "Order code", "Product", "Price", "A – B"])
        ),
        free.map(clean).filter(bool),
        max_size=4,
    ),
)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(crowd=st.lists(people, min_size=1, max_size=5), suffix=st.sampled_from(["csv", "xlsx"]))
def test_whoever_is_exported_comes_back_the_same(folder, crowd, suffix):
    for name in ("one.eventdesk", "two.eventdesk"):
        (folder / name).unlink(missing_ok=True)
    path = folder / f"people.{suffix}"
    with Event.create(folder / "one.eventdesk") as one, Event.create(folder / "two.eventdesk") as two:
        fill(one, crowd)
        export_people(one, path)
        result = import_people(two, path)
        assert result.plan.problems == []
        assert everybody(two) == everybody(one)
        assert import_people(two, path).plan.unchanged == len(crowd)
