"""The same list once more: it updates, never doubles, and leaves alone what was corrected at the desk."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.people import actions, records
from eventdesk.people.importing import import_people, plan_import
from eventdesk.people.importing.apply import apply_import
from eventdesk.people.person import Origin, Person, Status
from eventdesk.tables.problems import Remark
from eventdesk.tables.reading import read_tables
from tests.core.people.lists import counts, imported, listed, names, person, sheet

HEADER = "id;Name;E-Mail;Verein;Telefon"
ELIF = "P1;Elif Demirtaş;elif@example.org;A;1"
JOERN = "P2;Jörn Meyer;joern@example.org;B;2"


def test_the_same_list_changes_nothing(event, tmp_path):
    path = listed(tmp_path, HEADER, ELIF, JOERN)
    imported(event, path)
    before, entries = records.everyone(event.db), len(event.journal())
    result = imported(event, path)
    assert counts(result) == {"read": 2, "unchanged": 2}
    assert result.eid is None
    assert records.everyone(event.db) == before
    assert len(event.journal()) == entries


def test_only_what_changed_is_updated_one_entry_for_each_person(event, tmp_path):
    imported(event, listed(tmp_path, HEADER, ELIF, JOERN))
    before = person(event, "Elif Demirtaş")
    result = imported(
        event, listed(tmp_path, HEADER, "P1;Elif Demirtaş-Kaya;elif@example.org;A;9", JOERN, "P3;Anke Groß;;C;3")
    )
    assert counts(result) == {"read": 3, "added": 1, "changed": 1, "unchanged": 1}
    after = person(event, "Elif Demirtaş-Kaya")
    assert (after.id, after.code, after.phone) == (before.id, before.code, "9")
    assert len([entry for entry in event.journal() if entry.root == result.eid]) == 2
    event.undo()
    assert person(event, "Elif Demirtaş") == before
    assert "Anke Groß" not in names(event)


def test_columns_that_the_list_lacks_are_left_alone(event, tmp_path):
    imported(event, listed(tmp_path, HEADER, ELIF))
    actions.edit(event, person(event, "Elif Demirtaş").id, note="am Tisch 3", phone="999", roles=("speaker",))
    imported(event, listed(tmp_path, "id;Name;Verein", "P1;Elif Demirtaş;Neu"))
    elif_ = person(event, "Elif Demirtaş")
    assert (elif_.organisation, elif_.note, elif_.phone, elif_.roles) == ("Neu", "am Tisch 3", "999", ("speaker",))
    assert elif_.email == "elif@example.org"


def test_a_correction_at_the_desk_outlives_the_same_list(event, tmp_path):
    path = listed(tmp_path, HEADER, "P1;Elif Demirtas;elif@example.org;A;", JOERN)
    imported(event, path)
    elif_ = person(event, "Elif Demirtas")
    actions.edit(event, elif_.id, family_name="Demirtaş", phone="999")
    actions.cancel(event, person(event, "Jörn Meyer").id)
    assert counts(imported(event, path)) == {"read": 2, "unchanged": 2}
    assert (person(event, "Elif Demirtaş").phone, person(event, "Jörn Meyer").status) == ("999", Status.CANCELLED)


def test_where_the_list_itself_has_changed_it_decides(event, tmp_path):
    imported(event, listed(tmp_path, HEADER, ELIF))
    actions.edit(event, person(event, "Elif Demirtaş").id, phone="desk", organisation="desk")
    imported(event, listed(tmp_path, HEADER, "P1;Elif Demirtaş;elif@example.org;A;77"))
    elif_ = person(event, "Elif Demirtaş")
    assert (elif_.phone, elif_.organisation) == ("77", "desk")


def test_an_empty_cell_takes_nothing_from_a_walk_in_who_was_never_in_a_list(event, tmp_path):
    walk_in = actions.add(event, Person(0, "Elif", "Demirtaş", email="elif@example.org", phone="999"))
    imported(event, listed(tmp_path, "Name;E-Mail;Telefon;Verein", "Elif Demirtaş;elif@example.org;;A"))
    imported(event, listed(tmp_path, "Name;E-Mail;Telefon;Ort", "Elif Demirtaş;elif@example.org;;"))
    elif_ = person(event, "Elif Demirtaş")
    assert (elif_.id, elif_.phone, elif_.organisation) == (walk_in.id, "999", "A")


def test_a_cell_that_was_emptied_in_the_list_is_emptied(event, tmp_path):
    imported(event, listed(tmp_path, HEADER, ELIF))
    imported(event, listed(tmp_path, HEADER, "P1;Elif Demirtaş;elif@example.org;A;"))
    assert person(event, "Elif Demirtaş").phone == ""


def test_an_import_that_was_undone_counts_for_nothing(event, tmp_path):
    imported(event, listed(tmp_path, HEADER, ELIF))
    imported(event, listed(tmp_path, HEADER, "P1;Elif Demirtaş;elif@example.org;A;2"))
    event.undo()
    imported(event, listed(tmp_path, HEADER, "P1;Elif Demirtaş;elif@example.org;A;2"))
    assert person(event, "Elif Demirtaş").phone == "2"


def test_extra_fields_are_updated_and_kept(event, tmp_path):
    imported(event, listed(tmp_path, "id;Name;Essen;Größe", "P1;Elif Demirtaş;vegan;38"))
    result = imported(event, listed(tmp_path, "id;Name;Essen;Neu", "P1;Elif Demirtaş;halal;x"))
    assert counts(result) == {"read": 1, "changed": 1}
    assert person(event, "Elif Demirtaş").extra == {"Essen": "halal", "Größe": "38", "Neu": "x"}


def test_without_ids_a_person_is_known_by_email_and_name(event, tmp_path):
    imported(event, listed(tmp_path, "Name;E-Mail;Verein", "Elif Demirtaş;elif@example.org;A"))
    result = imported(event, listed(tmp_path, "Name;E-Mail;Verein", "Demirtas, Elif;Elif@Example.org;B"))
    assert counts(result) == {"read": 1, "changed": 1}
    (elif_,) = records.everyone(event.db)
    assert (elif_.family_name, elif_.organisation) == ("Demirtas", "B")


def test_one_email_for_two_people_keeps_them_apart(event, tmp_path):
    path = listed(tmp_path, "Name;E-Mail", "Elif Demirtaş;info@example.org", "Jörn Meyer;info@example.org")
    imported(event, path)
    assert counts(imported(event, path)) == {"read": 2, "unchanged": 2}


def test_without_id_and_email_by_the_exact_name_and_organisation(event, tmp_path):
    path = listed(tmp_path, "Name;Verein;Telefon", "Ali Yılmaz;A;1", "Ali Yılmaz;B;2", "Ali Yilmaz;A;3")
    imported(event, path)
    assert records.count(event.db) == 3
    result = imported(event, listed(tmp_path, "Name;Verein;Telefon", "Ali Yılmaz;A;9", "Ali Yılmaz;B;2"))
    assert counts(result) == {"read": 2, "changed": 1, "unchanged": 1}


def test_a_ticket_is_enough_if_the_name_fits(event, tmp_path):
    imported(event, listed(tmp_path, "Name;Ticketcode", "Elif Demirtaş;T1", "Jörn Meyer;T1"))
    assert records.count(event.db) == 2
    result = imported(event, listed(tmp_path, "Name;Ticketcode;Verein", "Elif Demirtaş-Kaya;T1;A", "Jörn Meyer;T1;B"))
    assert counts(result) == {"read": 2, "changed": 2}
    assert sorted(names(event)) == ["Elif Demirtaş-Kaya", "Jörn Meyer"]


def test_running_numbers_that_moved_do_not_mix_people_up(event, tmp_path):
    imported(
        event, listed(tmp_path, "Nr;Name;E-Mail", "1;Elif Demirtaş;elif@example.org", "2;Jörn Meyer;j@example.org")
    )
    ids = {each.name: each.id for each in records.everyone(event.db)}
    imported(
        event,
        listed(
            tmp_path,
            "Nr;Name;E-Mail",
            "1;Anke Groß;anke@example.org",
            "2;Elif Demirtaş;elif@example.org",
            "3;Jörn Meyer;j@example.org",
        ),
    )
    after = {each.name: each for each in records.everyone(event.db)}
    assert sorted(after) == ["Anke Groß", "Elif Demirtaş", "Jörn Meyer"]
    assert {name: after[name].id for name in ids} == ids
    assert [after[name].foreign_id for name in ("Anke Groß", "Elif Demirtaş", "Jörn Meyer")] == ["1", "2", "3"]


def test_two_lists_that_both_count_from_one(event, tmp_path):
    imported(event, listed(tmp_path, "Nr;Name", "1;Elif Demirtaş", "2;Jörn Meyer"))
    second = listed(tmp_path, "Nr;Name", "1;Anke Groß", "2;Selin Öztürk", name="exhibitors.csv")
    result = imported(event, second)
    assert counts(result) == {"read": 2, "added": 2}
    assert [(each.about, each.value, each.args) for each in result.plan.remarks] == [
        (Remark.ID_PASSED_ON, "1", ("Elif Demirtaş",)),
        (Remark.ID_PASSED_ON, "2", ("Jörn Meyer",)),
    ]
    assert counts(imported(event, second)) == {"read": 2, "unchanged": 2}


def test_running_numbers_that_moved_are_followed_by_a_name_that_only_one_has(event, tmp_path):
    imported(event, listed(tmp_path, "Nr;Name;Verein", "1;Elif Demirtaş;A", "2;Jörn Meyer;B"))
    ids = {each.name: each.id for each in records.everyone(event.db)}
    result = imported(event, listed(tmp_path, "Nr;Name;Verein", "1;Anke Groß;C", "2;Elif Demirtaş;A", "3;Jörn Meyer;B"))
    assert counts(result) == {"read": 3, "added": 1, "changed": 2}
    after = {each.name: each for each in records.everyone(event.db)}
    assert {name: after[name].id for name in ids} == ids
    assert [after[name].foreign_id for name in ("Anke Groß", "Elif Demirtaş", "Jörn Meyer")] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["1;Ali Yılmaz;A"], ["7;Ali Yılmaz;A", "8;Ali Yılmaz;A"]),
        (["1;Ali Yılmaz;A", "2;Ali Yılmaz;A"], ["7;Ali Yılmaz;A"]),
    ],
)
def test_numbers_that_moved_and_a_name_that_two_have_mix_nobody_up(event, tmp_path, first, second):
    imported(event, listed(tmp_path, "Nr;Name;Verein", *first))
    before = {each.id: each.foreign_id for each in records.everyone(event.db)}
    result = imported(event, listed(tmp_path, "Nr;Name;Verein", *second))
    assert counts(result) == {"read": len(second), "added": len(second)}
    after = {each.id: each.foreign_id for each in records.everyone(event.db)}
    assert {key: after[key] for key in before} == before


def test_a_wholly_new_name_is_the_same_person_by_number_and_address(event, tmp_path):
    imported(
        event, listed(tmp_path, "id;Name;E-Mail", "P1;Elif Demirtaş;elif@example.org", "P2;Jörn Meyer;j@example.org")
    )
    ids = sorted(each.id for each in records.everyone(event.db))
    renamed = ["P1;Leyla Kaya;elif@example.org", "P2;Jörn Meyer;j@example.org"]
    result = imported(event, listed(tmp_path, "id;Name;E-Mail", *renamed))
    assert counts(result) == {"read": 2, "changed": 1, "unchanged": 1}
    assert sorted(names(event)) == ["Jörn Meyer", "Leyla Kaya"]
    assert sorted(each.id for each in records.everyone(event.db)) == ids


def test_a_walk_in_is_found_again_in_the_list(event, tmp_path):
    walked_in = actions.add(
        event, Person(id=0, given_name="Elif", family_name="Demirtaş", organisation="A", origin=Origin.WALK_IN)
    )
    result = imported(event, listed(tmp_path, "Name;Verein;Telefon", "Elif Demirtaş;A;1"))
    assert counts(result) == {"read": 1, "changed": 1}
    (elif_,) = records.everyone(event.db)
    assert (elif_.id, elif_.code, elif_.phone, elif_.origin) == (walked_in.id, walked_in.code, "1", Origin.WALK_IN)


def test_a_second_list_leaves_id_and_ticket_of_the_first(event, tmp_path):
    pretix = "Order code;Position ID;Product;Price;Attendee name;Attendee email;Ticket secret;Status"
    first = listed(tmp_path, pretix, "AB1;1;Ticket;0;Elif Demirtaş;elif@example.org;SECRET;paid", name="pretix.csv")
    second = listed(tmp_path, "id;Name;E-Mail;Code;Telefon", "P1;Elif Demirtaş;elif@example.org;OTHER;5")
    imported(event, first)
    assert counts(imported(event, second)) == {"read": 1, "changed": 1}
    elif_ = person(event, "Elif Demirtaş")
    assert (elif_.source, elif_.foreign_id, elif_.ticket, elif_.phone) == ("pretix", "AB1-1", "SECRET", "5")
    assert counts(imported(event, first)) == {"read": 1, "unchanged": 1}
    assert counts(imported(event, second)) == {"read": 1, "unchanged": 1}


def test_a_pretix_ticket_may_pass_to_somebody_else(event, tmp_path):
    header = "Order code;Position ID;Product;Price;Attendee name;Attendee email;Ticket secret;Status"
    imported(event, listed(tmp_path, header, "AB1;1;Ticket;0;Elif Demirtaş;elif@example.org;SECRET;paid"))
    before = person(event, "Elif Demirtaş")
    result = imported(event, listed(tmp_path, header, "AB1;1;Ticket;0;Jörn Meyer;j@example.org;SECRET;paid"))
    assert counts(result) == {"read": 1, "changed": 1}
    assert person(event, "Jörn Meyer").id == before.id


def test_a_plan_that_is_out_of_date_is_made_anew(event, tmp_path):
    path = listed(tmp_path, "Name;E-Mail", "Elif Demirtaş;elif@example.org", "Jörn Meyer;j@example.org")
    plan = plan_import(event.db, read_tables(path))
    actions.add(event, Person(id=0, given_name="Elif", family_name="Demirtaş", email="elif@example.org"))
    result = apply_import(event, plan)
    assert counts(result) == {"read": 2, "added": 1, "unchanged": 1}
    assert records.count(event.db) == 2


def test_updates_and_new_people_undo_together_after_the_desk_went_on(event, tmp_path):
    imported(event, listed(tmp_path, HEADER, ELIF))
    result = imported(event, listed(tmp_path, HEADER, "P1;Elif Demirtaş;elif@example.org;Z;1", JOERN))
    actions.add(event, Person(id=0, given_name="Neu"))
    event.undo(result.eid)
    assert person(event, "Elif Demirtaş").organisation == "A"
    assert names(event).count("Jörn Meyer") == 0
    assert event.journal(1)[0].op is Op.UNDO


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("again")


cell = st.sampled_from(["", "a", "b", "Ä"])
row = st.tuples(
    st.sampled_from(["", "1", "2", "3", "4"]),
    st.sampled_from(["Elif Demirtaş", "Demirtas, Elif", "Jörn Meyer", "Ali Yılmaz", "Ali Yilmaz"]),
    st.sampled_from(["", "a@example.org", "b@example.org"]),
    st.sampled_from(["", "T1", "T2"]),
    cell,
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.lists(row, min_size=1, max_size=6), second=st.lists(row, max_size=4))
def test_whatever_the_lists_hold_nothing_doubles(folder, first, second):
    """Importing a list twice in a row never adds anybody the second time, and changes nothing."""
    path = folder / "event.eventdesk"
    path.unlink(missing_ok=True)
    header = ["id", "name", "email", "code", "organisation"]
    with Event.create(path) as event:
        for rows in (first, second, first):
            table = sheet(folder, header, *[list(each) for each in rows], name="list.csv") if rows else None
            if table is None:
                continue
            done = import_people(event, table, good_rows=True)
            assert done.plan.read == sum(
                (done.plan.added, done.plan.changed, done.plan.unchanged, done.plan.repeated, done.plan.rejected)
            )
            again = import_people(event, table, good_rows=True)
            assert (again.plan.added, again.plan.changed) == (0, 0)
            assert again.plan.repeated + again.plan.rejected == done.plan.repeated + done.plan.rejected


@pytest.mark.parametrize(
    ("first", "again"), [("Cem;Işık", "Cem;IŞIK"), ("Alı;Çakır", "ALI;ÇAKIR"), ("İpek;Yıldız", "ipek;YILDIZ")]
)
def test_turkish_capitals_are_the_same_name(event, tmp_path, first, again):
    imported(event, listed(tmp_path, "Vorname;Nachname", first))
    assert counts(imported(event, listed(tmp_path, "Vorname;Nachname", again))) == {"read": 1, "changed": 1}
