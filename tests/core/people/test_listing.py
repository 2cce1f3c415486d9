"""The roll of all people: filtered and ordered as a plain loop and a plain sort would do it, and always up to date."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventdesk.checkin import actions as checkin
from eventdesk.checkin.attendance import Attendance
from eventdesk.checkin.point import PointKind
from eventdesk.checkin.points import add_point
from eventdesk.checkin.scan import Direction
from eventdesk.event import Changes
from eventdesk.merging.actions import merge
from eventdesk.people import actions, records
from eventdesk.people.listing import NAME, SORTABLE, Facet, Presence, Roll, Wanted
from eventdesk.people.listing.order import Order
from eventdesk.people.person import Person, Status
from eventdesk.people.sorting import sort_key

PEOPLE = (
    Person(0, "Anna", "Österreich", organisation="Verein B", roles=("guest", "speaker"), group="A"),
    Person(0, "Bernd", "Oestreich", organisation="Verein A", roles=("guest",), languages=("Deutsch", "Türkisch")),
    Person(0, "Cem", "Öz", status=Status.CANCELLED, sector="business", needs=("Rampe",)),
    Person(0, "Dana", "Müller", organisation="Ämter e.V.", town="Peine"),
    Person(0, "Eva", "Mueller", organisation="verein a", group="A"),
    Person(0, native_name="Оксана"),
)


@pytest.fixture
def people(event):
    return [actions.add(event, person) for person in PEOPLE]


def filled(event):
    roll = Roll()
    for _ in roll.filling(event.db):
        pass
    return roll


def named(event, ids):
    return [person.list_name for person in records.people(event.db, ids)]


def test_names_stand_in_german_order(event, people):
    assert named(event, filled(event).ids(Wanted())) == [
        "Müller, Dana", "Mueller, Eva", "Österreich, Anna", "Oestreich, Bernd", "Öz, Cem", "Оксана",
    ]  # fmt: skip
    assert named(event, filled(event).ids(Wanted(), backwards=True))[0] == "Оксана"


def test_a_column_orders_and_who_has_nothing_there_comes_last(event, people):
    roll = filled(event)
    assert not roll.ready("organisation")
    for _ in roll.ordering(event.db, "organisation"):
        pass
    assert named(event, roll.ids(Wanted(), "organisation")) == [
        "Müller, Dana", "Mueller, Eva", "Oestreich, Bernd", "Österreich, Anna", "Öz, Cem", "Оксана",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("facet", "values", "found"),
    [
        (Facet.ROLE, ["guest"], {"Anna", "Bernd"}),
        (Facet.ROLE, ["speaker"], {"Anna"}),
        (Facet.ROLE, [""], {"Cem", "Dana", "Eva", ""}),
        (Facet.STATUS, ["cancelled"], {"Cem"}),
        (Facet.GROUP, ["A"], {"Anna", "Eva"}),
        (Facet.LANGUAGE, ["Türkisch"], {"Bernd"}),
        (Facet.NEED, ["Rampe"], {"Cem"}),
        (Facet.SECTOR, ["business", "politics"], {"Cem"}),
        (Facet.ORGANISATION, ["Verein A", "Verein B"], {"Anna", "Bernd"}),
        (Facet.ORGANISATION, ["nobody"], set()),
    ],
)
def test_filters(event, people, facet, values, found):
    wanted = Wanted()
    for value in values:
        wanted = wanted.toggled(facet, value)
    ids = filled(event).ids(wanted)
    assert {person.given_name for person in records.people(event.db, ids)} == found


def test_filters_narrow_each_other(event, people):
    wanted = Wanted().toggled(Facet.GROUP, "A").toggled(Facet.ROLE, "guest")
    roll = filled(event)
    assert named(event, roll.ids(wanted)) == ["Österreich, Anna"]
    assert roll.ids(wanted, only={people[1].id}) == []
    assert wanted.toggled(Facet.ROLE, "guest").toggled(Facet.GROUP, "A") == Wanted()
    assert Wanted().everybody
    assert not Wanted().with_presence(Presence.INSIDE).everybody


def test_the_first_are_the_beginning_of_all(event, people):
    roll = filled(event)
    for backwards in (False, True):
        whole = roll.ids(Wanted(), backwards=backwards)
        assert roll.first(3, Wanted(), backwards=backwards) == whole[:3]
        assert roll.first(99, Wanted(), backwards=backwards) == whole


def test_values_are_counted(event, people):
    values = filled(event).values(Facet.ROLE)
    assert values == {"guest": 2, "speaker": 1, "": 4}


def test_a_roll_that_is_kept_up_is_as_one_that_is_made_anew(event, people):
    roll = filled(event)
    for _ in roll.ordering(event.db, "town"):
        pass
    actions.edit(event, people[0].id, family_name="Aalto", roles=("press",), town="Zeven")
    gone = merge(event, people[1].id, people[4].id).gone
    new = actions.add(event, Person(0, "Neu", "Nachname", town="Aachen"))
    roll.update(event.db, [people[0].id, people[1].id, gone.id, new.id])
    fresh = filled(event)
    for _ in fresh.ordering(event.db, "town"):
        pass
    for column in (NAME, "town"):
        assert roll.ids(Wanted(), column) == fresh.ids(Wanted(), column)
    assert all(roll.values(facet) == fresh.values(facet) for facet in Facet)
    assert len(roll) == len(fresh) == len(people)


def test_somebody_who_comes_while_the_list_is_read_stands_in_it_once(event, people):
    roll = Roll()
    reading = roll.filling(event.db)
    next(reading)
    actions.edit(event, people[3].id, family_name="Zuletzt")
    for _ in reading:
        pass
    roll.update(event.db, [people[3].id])
    assert roll.ids(Wanted()) == filled(event).ids(Wanted())


def test_every_order_names_a_column_of_the_file(event, people):
    roll = filled(event)
    for column in SORTABLE:
        if column != NAME:
            for _ in roll.ordering(event.db, column):
                pass
            assert sorted(roll.ids(Wanted(), column)) == sorted(person.id for person in people)


keys = st.text("abö ", max_size=3)
steps = st.lists(st.tuples(st.integers(1, 8), st.none() | keys), max_size=30)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(steps, st.sets(st.integers(1, 8)), st.booleans())
def test_an_order_is_a_sorted_list_of_keys(changes, among, backwards):
    order = Order()
    plain: dict[int, str] = {}
    for person, key in changes:
        order.put(person, key)
        plain.pop(person, None)
        if key is not None:
            plain[person] = key
    expected = [person for _, person in sorted((key, person) for person, key in plain.items())]
    assert order.ids() == expected
    wanted = [person for person in expected if person in among]
    wanted.reverse() if backwards else None
    assert order.ids(among, backwards=backwards) == wanted
    assert order.first(2, among, backwards=backwards) == wanted[:2]
    assert len(order) == len(plain)


def test_sorting_keys_have_no_sign_that_parts_them(event):
    assert "\0" not in sort_key("Ö\0z")


def attendance_of(event):
    found = Attendance(event.now().astimezone(event.zone).date().isoformat())
    for _ in found.filling(event.db):
        pass
    return found


def test_attendance_follows_scans_undo_and_merging(event, clock, people):
    point = add_point(event, "Eingang")
    kept = attendance_of(event)
    told: list[Changes] = []
    event.changed.append(told.append)

    def catch_up():
        for changes in told:
            kept.update(event.db, changes.ids.get("scan", ()), changes.ids.get("person", ()))
        told.clear()
        fresh = attendance_of(event)
        assert (kept.arrived, kept.inside) == (fresh.arrived, fresh.inside)

    for person in people[:2]:
        checkin.check_in_person(event, person.id, point)
    catch_up()
    assert kept.inside == {people[0].id, people[1].id}
    clock.advance(minutes=5)
    checkin.check_in_person(event, people[0].id, point, direction=Direction.OUT)
    catch_up()
    assert (kept.inside, len(kept.arrived)) == ({people[1].id}, 2)
    merge(event, people[3].id, people[1].id)
    catch_up()
    assert kept.inside == {people[3].id}
    event.undo()
    catch_up()
    event.undo()
    catch_up()
    assert kept.inside == {people[0].id, people[1].id}


def test_on_a_day_on_which_nobody_came_the_others_are_passed_piece_by_piece(event, clock, monkeypatch):
    door = add_point(event, "Eingang")
    for number in range(7):
        checkin.check_in(event, actions.add(event, Person(0, f"Gast{number}")).code, door)
    monkeypatch.setattr("eventdesk.checkin.attendance.records._STEP", 3)
    tomorrow = Attendance("2017-03-07")
    assert list(tomorrow.filling(event.db)) == [0, 0, 0]
    today = Attendance("2017-03-06")
    assert list(today.filling(event.db)) == [3, 6, 7]
    assert len(today.inside) == 7


def test_who_was_in_several_rooms_has_come_once(event, monkeypatch):
    door, rooms = (
        add_point(event, "Eingang"),
        [add_point(event, f"Saal {number}", PointKind.ROOM) for number in range(3)],
    )
    people = [actions.add(event, Person(0, f"Gast{number}")) for number in range(3)]
    for person in people:
        for point in (door, *rooms):
            checkin.check_in(event, person.code, point)
    monkeypatch.setattr("eventdesk.checkin.attendance.records._STEP", 2)
    found = Attendance("2017-03-06")
    assert len(list(found.filling(event.db))) == 6
    assert found.arrived == {person.id for person in people}
