"""Who sits where: suggested, looked at, taken; moved by the mouse and by keys; what is said of a move."""

from eventdesk.cafe.pair import PairKind
from eventdesk.codes import Fault
from tests.ui.cafe_driver import CafeDriver
from ui.cafe.hall.sight import Mark
from ui.cafe.tables.choice_card import Deed
from ui.cafe.tables.guests_card import Which
from ui.cafe.tables.roles_form import RolesForm


def movable(seated: CafeDriver, ref: str = "T05", number: int = 1) -> int:
    """Return somebody at a table who is no host."""
    people = seated.cafe.at(seated.cafe.rounds[number - 1].id, seated.table(ref))
    return next(each for each in people if each not in seated.cafe.hosted_by)


def test_a_suggestion_is_looked_at_before_anything_changes(bare: CafeDriver) -> None:
    everybody = {each.id for each in bare.cafe.guests.values() if each.takes_part}
    assert {*bare.tab.guests.shown()} == everybody
    bare.presses("F6").thinks()
    bare.says("Nobody meets anybody twice", "Proposal: nothing has changed yet.", "13 tables")
    assert not bare.cafe.way_of
    assert {*bare.tab.view.sight.where} == everybody
    bare.tab.strip.sides.chosen.emit(0)
    bare.tab.strip.sides.choose(0)
    bare.tab.refresh()
    assert not bare.tab.view.sight.where
    bare.presses("Esc")
    assert not bare.cafe.way_of
    assert bare.tab.cards.isVisible()
    bare.presses("F6").thinks().clicks("Apply").says(f"{len(everybody)} cards are new or have changed.")
    assert {*bare.cafe.way_of} == everybody
    assert bare.cafe.repeats == 0
    bare.presses("Ctrl+Z")
    assert not bare.cafe.way_of


def test_somebody_is_dragged_and_the_price_is_said_meanwhile(seated: CafeDriver) -> None:
    person, said = movable(seated), list[str]()
    seated.drags_person(person, "T07", lambda: said.append(seated.ghost()))
    assert said[0].startswith("Tisch 7. Meets")
    assert seated.sits(person) == "T07"
    assert seated.flow.memory.person == person
    expected = {each for each, times in seated.cafe.met_by[person].items() if times > 1}
    marked = {each.person for each in seated.tab.view.sight.face_of.values() if each.mark is Mark.AGAIN}
    assert (person in marked) is bool(expected)
    seated.presses("Ctrl+Z")
    assert seated.sits(person) == "T05"
    tags: dict[int, str] = {}

    def look() -> None:
        tags.update({table: tag.text for table, tag in seated.tab.carrying.tags().items()})

    seated.drags_person(person, "T05", look)
    assert tags[seated.table("T05")] == "="
    here = seated.cafe.rounds[0].id
    elsewhere = {*seated.cafe.met_by[person]} - {*seated.cafe.at(here, seated.table("T05"))}
    for table, text in tags.items():
        again = sum(each in elsewhere for each in seated.cafe.at(here, table))
        if text != "=":
            assert text.rstrip("!") == (f"+{again}" if again else "±0")
    for each, table in seated.cafe.hosted_by.items():
        assert {*seated.cafe.way_of[each].tables.values()} == {table}
    host = next(iter(seated.cafe.hosted_by))
    seated.drags_person(host, "T13" if seated.sits(host) != "T13" else "T12").says("and stays there.")


def test_keys_alone_move_somebody(seated: CafeDriver) -> None:
    seated.tab.take_focus()
    seated.tab.choose_table(seated.table("T01"))
    seated.presses("Right")
    assert seated.flow.memory.table == seated.table("T02")
    seated.presses("Space", "Down")
    person = seated.flow.memory.person
    assert person == seated.cafe.at(seated.flow.memory.round or 0, seated.table("T02"))[1]
    seated.presses("M")
    assert seated.tab.carrying.carrying
    seated.presses("Right", "Enter")
    assert seated.sits(person or 0) == "T03"
    seated.presses("M", "Right", "Esc")
    assert seated.tab.carrying.person is None
    assert seated.sits(person or 0) == "T03"
    seated.presses("Esc")
    assert seated.flow.memory.person is None
    hashimi = seated.person("Zahra Hashimi")
    seated.presses("F2").types("hashimi").presses("Enter")
    assert seated.tab.guests.shown() == [hashimi]
    assert seated.card()[1] == "Zahra Hashimi"
    assert any(line.startswith("Round 1 · 18:05 · Tisch") for line in seated.card()[3].split("\n"))
    seated.presses("Ctrl+Down")
    assert seated.flow.memory.round == seated.cafe.rounds[1].id


def test_who_does_not_come_leaves_a_free_card(seated: CafeDriver) -> None:
    person = movable(seated)
    number = seated.cafe.way_of[person].number
    seated.clicks_person(person).clicks("Does not come").says(f"card {number} is free.")
    assert person not in seated.cafe.way_of
    assert number in {way.number for way in seated.cafe.free}
    seated.tab.guests.show_which(Which.WAITING)
    assert person in seated.tab.guests.shown()
    seated.clicks("Give a card").says("Nobody else's card has changed.")
    assert person in seated.cafe.way_of


def test_what_needs_two_people(seated: CafeDriver) -> None:
    one, other = movable(seated, "T05"), movable(seated, "T06")
    seated.clicks_person(one).clicks("Change cards …").says("Who changes cards with")
    seated.clicks_person(other).says("have changed cards.")
    assert (seated.sits(one), seated.sits(other)) == ("T06", "T05")
    name = seated.cafe.guests[other].name
    seated.clicks_person(one).clicks("Not with …")
    seated.types(name).presses("Enter", "Enter")
    assert [(pair.people, pair.kind) for pair in seated.cafe.pairs] == [(frozenset({one, other}), PairKind.APART)]
    seated.says(f"Must not sit with {name}.").clicks("Take back")
    assert seated.cafe.pairs == ()
    chip = next(each for each in seated.tab.legend.chips if each.sector.code == "administration")
    chip.click()
    assert seated.tab.view.sector == "administration"
    chip.click()
    assert seated.tab.view.sector is None


def test_tables_and_rounds_are_added_changed_and_removed(seated: CafeDriver) -> None:
    seated.presses("F3")
    seated.types("2").presses("Enter")
    assert len(seated.cafe.tables) == 15
    table = seated.cafe.tables[-1]
    seated.clicks_table(table.ref)
    seated.tab.do_chosen(Deed.CHANGE)
    seated.settles().types("Garten").presses("Enter")
    assert seated.cafe.table_of[table.id].name == "Garten"
    seated.clicks_table(table.ref).clicks("Change …").clicks("Remove …")
    seated.clicks("Remove it: its people have no seat then")
    assert len(seated.cafe.tables) == 14
    seated.presses("F3").types("viele").presses("Enter").says("A number from 1 to 60")
    assert len(seated.cafe.tables) == 14
    seated.presses("Esc")
    seated.tab.set_rounds()
    seated.settles().types("25:00").presses("Enter").says("A time such as 18:05")
    assert seated.cafe.rounds[0].starts.endswith("18:05")
    seated.presses("Esc")
    seated.tab.set_rounds()
    seated.settles().clicks("One more round").clicks("Save")
    assert [each.starts[11:] for each in seated.cafe.rounds] == ["18:05", "18:40", "19:15", "19:50"]
    assert seated.cafe.rounds[3].minutes == 30
    assert all(not seated.cafe.at(seated.cafe.rounds[3].id, table.id) for table in seated.cafe.tables)


def test_interpreters_are_left_out(bare: CafeDriver) -> None:
    interpreters = {each.id for each in bare.cafe.guests.values() if "interpreter" in each.roles}
    assert interpreters
    bare.clicks("Who takes part …")
    assert interpreters <= {*bare.tab.guests.shown()}
    form = next(each for each in bare.visible(RolesForm) if isinstance(each, RolesForm))
    form.ticks["interpreter"].box.click()
    bare.clicks("Save")
    assert not interpreters & {*bare.tab.guests.shown()}
    bare.presses("F6").thinks()
    assert not interpreters & {*bare.tab.view.sight.where}


def test_a_file_that_can_only_be_looked_at_is_not_changed(seated: CafeDriver) -> None:
    person, before = movable(seated), seated.cafe
    seated.event.view_only = Fault.NEWER_FILE
    seated.tab.refresh()
    for key in ("F6", "F4", "F3", "F7", "Ctrl+Z"):
        seated.presses(key)
        assert seated.tab.cards.isVisible(), key
    seated.drags_person(person, "T07").clicks_person(person).presses("Del")
    seated.event.view_only = None
    assert seated.cafe is before
    assert seated.tab.carrying.person is None


def test_without_tables_the_page_says_what_to_do(desk: CafeDriver) -> None:
    page = CafeDriver.at(desk)
    page.says("No tables yet").clicks("Add tables …").types("3").presses("Enter").says("No rounds yet")
    page.clicks("Set the rounds …").types("10:00").presses("Enter")
    assert (len(page.cafe.tables), len(page.cafe.rounds)) == (3, 1)
    assert page.tab.view.isVisible()
