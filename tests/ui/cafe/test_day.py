"""On the day: twelve do not come, five come late, a table closes; nobody else's card changes."""

from eventdesk.checkin.actions import check_in_person, walk_in
from eventdesk.checkin.point import Point
from eventdesk.checkin.points import add_point
from tests.ui.cafe_driver import CafeDriver
from ui.cafe.flow.papers import Paper
from ui.cafe.tables.guests_card import Which

LATE = ("Anna Schmidt", "Omar Haddad", "Lena Wulf", "Mina Rezai", "Jonas Petersen")


def on_the_day(seated: CafeDriver) -> tuple[set[int], set[int], Point]:
    """Let everybody come but twelve, and five who are on no list; returns both, as row ids, and the door."""
    event, door = seated.event, add_point(seated.event, "Foyer")
    guests = [each for each in sorted(seated.cafe.way_of) if each not in seated.cafe.hosted_by]
    gone = {*guests[::7][:12]}
    for person in seated.cafe.way_of:
        if person not in gone:
            check_in_person(event, person, door, forced=True)
    late = {walk_in(event, name, point=door).person.id for name in LATE}
    seated.settles()
    return gone, late, door


def test_late_people_take_the_cards_of_those_who_do_not_come(seated: CafeDriver) -> None:
    gone, late, door = on_the_day(seated)
    before = {person: way.tables for person, way in seated.cafe.way_of.items()}
    seated.tab.guests.show_which(Which.ABSENT)
    assert {*seated.tab.guests.shown()} == gone
    seated.tab.guests.show_which(Which.WAITING)
    assert {*seated.tab.guests.shown()} == late
    hollow = {each.person for each in seated.tab.view.sight.face_of.values() if not each.here}
    assert hollow == gone
    seated.presses("F4").thinks().says("5 people get a card", "Nobody else's card changes.")
    assert not late & {*seated.cafe.way_of}
    late.add(walk_in(seated.event, "Ines Wolf", point=door).person.id)
    seated.thinks().says("6 people get a card")
    seated.clicks("Apply").says("6 people have a card now.")
    assert late <= {*seated.cafe.way_of}
    assert seated.cafe.repeats == 0
    after = {person: way.tables for person, way in seated.cafe.way_of.items()}
    assert all(after[person] == way for person, way in before.items() if person in after)
    assert {*before} - {*after} <= gone
    seated.presses("F4").says("Nobody waits for a table.").presses("Ctrl+Z")
    assert {person: way.tables for person, way in seated.cafe.way_of.items()} == before
    seated.tab.guests.show_which(Which.WAITING)
    person = min(late)
    seated.drags_person(person, "T04")
    assert seated.sits(person) == "T04"


def test_a_table_closes_and_only_its_people_sit_elsewhere(seated: CafeDriver) -> None:
    cafe = seated.cafe
    there = {person for each in cafe.rounds[1:] for person in cafe.at(each.id, seated.table("T13"))}
    before = {person: way.tables for person, way in cafe.way_of.items()}
    seated.tab.choose_round(cafe.rounds[1].id)
    seated.settles().clicks_table("T13").clicks("Close …").thinks()
    seated.says("Tisch 13 closes from round 2 on", "Nobody else's card changes.")
    assert seated.cafe.table_of[seated.table("T13")].closed_from is None
    seated.clicks("Apply").says("Tisch 13 is closed")
    after = {person: way.tables for person, way in seated.cafe.way_of.items()}
    assert {person for person in before if before[person] != after[person]} == there
    assert all(not seated.cafe.at(each.id, seated.table("T13")) for each in seated.cafe.rounds[1:])
    person = next(each for each in seated.cafe.at(cafe.rounds[1].id, seated.table("T05")) if each not in cafe.hosted_by)
    said: list[str] = []
    seated.drags_person(person, "T13", lambda: said.append(seated.ghost()))
    assert said == ["Tisch 13 is closed in this round."]
    seated.says("Tisch 13 is closed in this round.")
    assert seated.sits(person, 2) == "T05"
    seated.clicks_table("T13").clicks("Open the table again")
    assert seated.cafe.table_of[seated.table("T13")].closed_from is None


def test_tables_count_those_who_are_there(seated: CafeDriver) -> None:
    gone, _late, _door = on_the_day(seated)
    sight = seated.tab.view.sight
    thinned = next(each for each in sight.tables if any(guest.person in gone for guest in each.guests))
    missing = sum(guest.person in gone for guest in thinned.guests)
    assert thinned.here == len(thinned.guests) - missing
    seated.clicks_table(seated.cafe.table_of[thinned.table].ref)
    shown = "One person" if missing == 1 else f"{missing} people"
    seated.says(f"{shown} with a card {'is' if missing == 1 else 'are'} not here.")


def test_after_handing_over_one_sees_how_things_are(seated: CafeDriver) -> None:
    on_the_day(seated)
    seated.presses("F4").thinks().clicks("Apply").says("7 people with a card are not here.")
    assert seated.tab.view.hasFocus()


def test_people_stand_in_the_list_as_german_lists_have_them(bare: CafeDriver) -> None:
    door = add_point(bare.event, "Foyer")
    for name in ("Zoe Zander", "Jörg Özdemir", "Otto Ohm"):
        walk_in(bare.event, name, point=door)
    bare.settles().tab.guests.show_which(Which.WAITING)
    names = [bare.cafe.guests[each].name for each in bare.tab.guests.shown()]
    assert names == ["Jörg Özdemir", "Otto Ohm", "Zoe Zander"]


def test_on_the_day_only_who_is_there_is_seated(bare: CafeDriver) -> None:
    bare.presses("Ctrl+P").clicks("Save …").says("Nobody has a card yet.")
    bare.tab.papers.choose(Paper.SUMMARY)
    bare.clicks("Save …").says("No table has any results yet.")
    door = add_point(bare.event, "Foyer")
    came = sorted(bare.cafe.guests)[:60]
    for person in came:
        check_in_person(bare.event, person, door, forced=True)
    bare.settles().presses("F6").thinks()
    assert {*bare.tab.view.sight.where} == {each for each in came if bare.cafe.guests[each].takes_part}
    bare.ticks("Only people who are in the house")
    bare.thinks()
    assert {*bare.tab.view.sight.where} == {each.id for each in bare.cafe.guests.values() if each.takes_part}
