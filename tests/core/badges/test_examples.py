"""On whom a badge is tried: the longest name, another script, somebody like most."""

from hypothesis import given
from hypothesis import strategies as st

from eventdesk.badges.design.examples import INVENTED, Example, examples
from eventdesk.people.person import Person

PEOPLE = [
    Person(1, "Anna", "Schmidt", organisation="IHK"),
    Person(2, "Hans-Joachim", "Freiherr von Schleswig-Holstein-Sonderburg-Glücksburg"),
    Person(3, "Oksana", "Netschyporenko", "Оксана Нечипоренко"),
    Person(4, "Farid", "Rahmani", "فرید رحمانی"),
    Person(5, "Lina", "Touma"),
    Person(6, "Piotr", "Nowak"),
]


def test_each_example_is_somebody_of_the_event() -> None:
    found = examples(PEOPLE)
    assert found.people[Example.LONGEST].id == 2
    assert found.people[Example.SCRIPT].id == 4
    assert found.people[Example.TYPICAL].id == 1
    assert found.invented == frozenset()


def test_another_script_may_be_the_name_itself_and_latin_marks_are_none() -> None:
    assert examples([Person(1, "Олена", "Шевчук")]).people[Example.SCRIPT].id == 1
    assert Example.SCRIPT in examples([Person(1, "Thị Hạnh", "Nguyễn"), Person(2, "İpek", "Çağlayan")]).invented


def test_a_word_that_cannot_break_counts_more_than_many_short_ones() -> None:
    long_word, many = Person(1, "Jo", "Wolfeschlegelsteinhausen"), Person(2, "Ana", "de la O y Paz de Lara")
    assert examples([many, long_word]).people[Example.LONGEST] is long_word


def test_an_event_without_people_has_invented_ones() -> None:
    found = examples([])
    assert found.people == INVENTED
    assert found.invented == frozenset(Example)
    assert examples([Person(1)]).invented == frozenset(Example)


@given(st.lists(st.builds(Person, st.integers(1, 99), st.text(max_size=9), st.text(max_size=9), st.text(max_size=5))))
def test_whoever_comes_there_are_three(people: list[Person]) -> None:
    found = examples(people)
    assert set(found.people) == set(Example)
    for kind in set(Example) - found.invented:
        assert found.people[kind] in people
