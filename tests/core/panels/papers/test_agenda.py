"""Sessions with their time and room, and people as papers call them."""

from dataclasses import replace

from eventdesk.panels.papers.agenda import Agenda, Attendee
from eventdesk.panels.room import Room
from tests.core.panels.papers.agendas import MORNING, NOON, agenda, panel, slot, usual


def test_items_stand_in_the_order_of_time_and_those_without_a_time_last():
    found = agenda(tuple(reversed(usual())))
    assert [item.session.id for item in found.items] == [101, 102, 103, 104, 105]
    assert [item.room.name if item.room else "" for item in found.items] == ["Saal 1", "Saal 1", "Saal 2", "Saal 2", ""]
    assert found.days == ("2017-03-06",)


def test_at_one_time_rooms_stand_as_people_count_and_open_ones_last():
    rooms = [Room(1, "S12", "Saal 12", 90), Room(2, "S2", "Saal 2", 90), Room(3, "S3", "Saal 3", 200)]
    items = agenda([panel(at, NOON, room) for at, room in enumerate((None, 1, 2, 3))], all_rooms=rooms).items
    assert [item.room.name if item.room else "" for item in items] == ["Saal 2", "Saal 3", "Saal 12", ""]


def test_a_slot_that_ends_before_it_begins_is_no_time():
    found = agenda([panel(1, 9, 1)], slots=[slot(9, "11:00", "10:00")])
    assert (found.items[0].slot is None, found.items[0].timed) == (False, None)


def test_people_are_called_as_lists_do_and_strangers_as_written():
    guest, stranger = agenda().who(("G2", "Ute Gast"))
    assert guest == Attendee(2, "Gast 2", "Name002, Gast", "Verein 2 e.V.")
    assert stranger == Attendee(0, "Ute Gast", "Ute Gast")


def test_expected_are_those_with_places_but_not_who_speaks_there():
    found = agenda(places={2: (5, 2, 4, 1)}, waiting={2: (6, 3)})
    session = found.programme.session_of[102]
    assert [each.id for each in found.expected(session)] == [1, 4, 5]
    assert [each.id for each in found.waiting(session)] == [6, 3]


def test_a_plenary_is_for_all_but_those_who_speak():
    found = agenda()
    opening, forum = found.programme.session_of[101], found.programme.session_of[102]
    assert (found.is_for_all(opening), found.is_for_all(forum)) == (True, False)
    assert [each.id for each in found.expected(opening)] == [2, 3, 4, 5, 6]


def test_people_stand_in_the_order_of_german_lists():
    base = agenda(people=3)
    names = {1: "Zöller, A", 2: "Ähre, B", 3: "Adam, C"}
    people = {who: replace(each, list_name=names[who]) for who, each in base.attendees.items()}
    assert [each.list_name for each in Agenda(base.programme, people).in_order] == ["Adam, C", "Ähre, B", "Zöller, A"]


def test_a_language_is_told_only_where_there_are_several():
    alike = [panel(1, MORNING, 1, language="Deutsch"), panel(2, MORNING, 2, language="deutsch")]
    assert not agenda(alike).in_several_languages
    assert agenda([*alike, panel(3, MORNING, 3, language="Englisch")]).in_several_languages


def test_halls_are_called_by_their_name_and_else_by_their_id():
    room = agenda().programme.rooms[0]
    assert (agenda().hall(room), agenda(halls={}).hall(room)) == ("Halle 1", "H1")
