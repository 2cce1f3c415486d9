"""What scanners write around codes is left out at the desk that knows them; what people type stays as it is."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventdesk.checkin.finding import find, is_scan, meant
from eventdesk.event import Event
from eventdesk.people import actions as people
from eventdesk.people.code import GERMAN_KEYS, US_KEYS, new_code
from eventdesk.people.person import Person
from eventdesk.people.scanner import (
    LONGEST_AFFIX,
    MOST_HABITS,
    TEST_TEXT,
    Finding,
    Habit,
    Trial,
    habit_of,
    habits_from_text,
    habits_to_text,
    readings,
    tried,
    with_habit,
)

AFFIXES = st.text(st.characters(min_codepoint=33, max_codepoint=255), max_size=LONGEST_AFFIX)
HABITS = st.builds(Habit, AFFIXES, AFFIXES, st.booleans(), st.booleans())
AROUND = (Habit("#1", "##"),)


@pytest.fixture
def guests(event: Event) -> dict[str, Person]:
    """Register somebody with a ticket, and somebody whose ticket reads like a part of a name."""
    return {
        "ticket": people.add(event, Person(0, "Hạnh", "Nguyễn", ticket="hx7-QK-2209")),
        "wordy": people.add(event, Person(0, "Elif", "Demirtaş", ticket="eier")),
        "plain": people.add(event, Person(0, "Jörn", "Meyer")),
    }


# ---- what is remembered


def test_what_a_trial_shows_is_a_habit():
    assert habit_of(tried(TEST_TEXT, ended=True)) is None
    assert habit_of(tried(TEST_TEXT, ended=False)) == Habit(silent=True)
    assert habit_of(tried(f"]Q3{TEST_TEXT}##", ended=True)) == Habit("]Q3", "##")
    assert habit_of(tried("eventDESK-YZ-0123456789", ended=True)) == Habit(swapped=True)
    assert habit_of(tried("EVENTdeskßzyß0123456789", ended=True)) is None
    assert habit_of(tried("whatever", ended=False)) is None
    assert habit_of(Trial((Finding.PREFIX,), "x" * (LONGEST_AFFIX + 1))) is None


@given(st.lists(HABITS, max_size=9))
def test_habits_are_kept_as_a_line(habits: list[Habit]):
    known: tuple[Habit, ...] = ()
    for habit in habits:
        known = with_habit(known, habit)
    assert len(known) == len(set(known)) <= MOST_HABITS
    if habits:
        assert known[0] == habits[-1]
    line = habits_to_text(known)
    assert "\n" not in line
    assert habits_from_text(line) == known


@pytest.mark.parametrize("line", ["", "[]", "{", "[1]", '[{"prefix": "a"}]', '"text"', "null", "7", '{"prefix": "x"}'])
def test_a_broken_line_holds_none(line: str):
    assert habits_from_text(line) == ()


@given(HABITS, st.text(min_size=1))
def test_what_a_scanner_makes_of_a_code_is_read_again(habit: Habit, code: str):
    written = "".join(sign if sign == "ß" else sign.swapcase() for sign in code) if habit.swapped else code
    arrived = f"{habit.prefix}{written}{habit.suffix}"
    back = habit.code_in(arrived)
    if "".join(sign if sign == "ß" else sign.swapcase() for sign in written) == code or not habit.swapped:
        assert back == code
        assert arrived == code or code in readings(arrived, [habit])


def test_what_lacks_a_part_is_not_of_this_scanner():
    assert Habit("#1", "##").code_in("#1123") is None
    assert Habit("#1", "##").code_in("123##") is None
    assert Habit("#1", "##").code_in("#1##") is None
    assert Habit("aB").code_in("Ab12") == "12"
    assert list(readings("12", [Habit(), Habit(silent=True)])) == []


# ---- what it means


def test_codes_and_tickets_are_found_behind_what_was_written_around_them(event: Event, guests: dict[str, Person]):
    code = guests["plain"].code
    assert meant(event.db, f"#1{code}##", AROUND) == code
    assert meant(event.db, "#1hx7-QK-2209##", AROUND) == "hx7-QK-2209"
    assert meant(event.db, code, AROUND) == code
    assert meant(event.db, "hx7-QK-2209", AROUND) == "hx7-QK-2209"
    assert meant(event.db, f"99{code}", (Habit("99"),)) == code
    assert meant(event.db, f"#1{code}##", ()) == f"#1{code}##"


def test_capitals_are_swapped_back_whatever_the_layout(event: Event, guests: dict[str, Person]):
    ticket = guests["ticket"].ticket
    german = ticket.translate(str.maketrans(US_KEYS, GERMAN_KEYS))
    locked = "".join(sign if sign == "ß" else sign.swapcase() for sign in german)
    assert not find(event.db, locked).people
    told = meant(event.db, locked, (Habit(swapped=True),))
    assert [person.id for person in find(event.db, told).people] == [guests["ticket"].id]
    assert meant(event.db, "#" + ticket, (Habit("#", swapped=True),)) == ticket


def test_an_unknown_code_is_told_without_what_stands_around_it(event: Event, guests: dict[str, Person]):
    unknown = new_code()
    assert meant(event.db, f"#1{unknown}##", AROUND) == unknown
    assert meant(event.db, "#1zz9-nobody-77##", AROUND) == "zz9-nobody-77"
    assert is_scan(event.db, "zz9-nobody-77")


@pytest.mark.parametrize("typed", ["Meier", "meier", "M Meyer", "Anna-M", "demirtas", "#1 Elif", "ß", "", "Dr. #1"])
def test_a_name_is_never_cut(event: Event, guests: dict[str, Person], typed: str):
    habits = (Habit("M"), Habit("m"), Habit("#1"), Habit("", "s"), Habit("d", "s", swapped=True), Habit("D"))
    assert meant(event.db, typed, habits) == typed


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    typed=st.text(st.characters(categories=["L", "Zs"], max_codepoint=0x24F), max_size=30),
    habits=st.lists(HABITS, max_size=3),
)
def test_letters_stay_as_they_were_typed(event: Event, typed: str, habits: list[Habit]):
    told = meant(event.db, typed, habits)
    assert told == typed or not any(sign.isspace() for sign in told)
    if told != typed:  # nothing but the keys of digits on a French keyboard
        assert is_scan(event.db, told)
