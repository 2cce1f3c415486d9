"""Two people of one name stand next to each other, and what tells them apart is to be seen."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from eventdesk.people.person import Person
from eventdesk.people.search.finding import Hit
from eventdesk.words import Words
from tests.ui.driver import DeskDriver
from ui.checkin import found
from ui.checkin.findings import Found
from ui.colours import LIGHT

ENGLISH = Words("en")
ANNA = Person(1, "Anna", "Schmidt", organisation="IHK", town="Hannover", roles=("guest",), code="1482901633752046")


def listed(*people: Person) -> list[Found]:
    """Return people as a search finds them, each as good as the other."""
    return [Found(Hit(person.id, 1, True), person, inside=False) for person in people]


def strong(*people: Person) -> list[list[str]]:
    """Return what is emphasised of each."""
    rows = found.results(found.together(listed(*people)), "anna", ENGLISH, LIGHT)
    return [[detail.text for detail in row.details if detail.differs] for row in rows]


def test_only_what_differs_is_emphasised() -> None:
    other = replace(ANNA, id=2, organisation="Landkreis Peine")
    assert strong(ANNA, other) == [["IHK"], ["Landkreis Peine"]]


def test_somebody_whose_name_nobody_shares_has_nothing_emphasised() -> None:
    assert strong(ANNA, Person(2, "Anna", "Schmied", organisation="VHS")) == [[], []]


def test_who_seems_to_be_the_same_is_told_apart_by_mail_or_badge() -> None:
    same = replace(ANNA, id=2, code="1482901633757777")
    assert strong(ANNA, same) == [["badge … 2046"], ["badge … 7777"]]
    assert strong(replace(ANNA, email="a@ihk.de"), same) == [["a@ihk.de"], ["badge … 7777"]]


@given(st.lists(st.sampled_from(["Anna Schmidt", "Anna Schmied", "ANNA SCHMIDT", "Hanna Schmidt"]), max_size=8))
def test_nobody_gets_lost_and_namesakes_stand_together(names: list[str]) -> None:
    people = [Person(number, name.split()[0], name.split()[1]) for number, name in enumerate(names, 1)]
    ordered = found.together(listed(*people))
    assert sorted(each.person.id for each in ordered) == [person.id for person in people]
    seen = [each.person.name.casefold() for each in ordered]
    assert sum(one != other for one, other in pairwise(seen)) == max(0, len(set(seen)) - 1)
    rows = found.results(ordered, "a", ENGLISH, LIGHT)
    assert [row.person for row in rows] == [each.person.id for each in ordered]
    assert sum(row.last_of_name for row in rows) == len(set(seen))


def test_the_list_says_how_many_have_the_name(desk: DeskDriver) -> None:
    desk.application.preferences.language = "en"
    desk.application.rebuild()
    desk.settles().types("anna schmidt").lists("Schmidt, Anna", "Schmidt, Anna")
    assert [row.shared for row in desk.page.results.all()] == ["1 of 2 with this name", "2 of 2 with this name"]


def test_the_button_takes_the_typed_name_and_enter_never_does(desk: DeskDriver) -> None:
    desk.application.preferences.language = "en"
    desk.application.rebuild()
    desk.settles().types("Mariam Haidari").presses("Enter", "Enter").says("Nobody is called “Mariam Haidari”.")
    assert desk.counts().startswith("0 ")
    desk.clicks("Walk-in")
    assert desk.page.walk_in.name.text() == "Mariam Haidari"
    desk.presses("Enter").says("Welcome", "Mariam Haidari")


def test_the_button_is_there_whenever_a_guess_would_be_needed(desk: DeskDriver) -> None:
    button = desk.page.results.add_button
    desk.types("demirtesch")
    assert button.isVisible()
    desk.presses("Esc").types("demirtaş")
    assert not button.isVisible()
