"""Whose badges are meant: each filter alone and several together, in every order, at once and in steps."""

from collections.abc import Generator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk.badges import actions, actions_desk
from eventdesk.badges.choice import (
    All,
    Changed,
    Choice,
    Everyone,
    Filter,
    InGroup,
    InState,
    Matching,
    NotHandedOut,
    NotPrinted,
    OfOrganisation,
    OfSector,
    Order,
    These,
    WithRole,
    both,
    filters,
    parse_choice,
)
from eventdesk.badges.choosing import Choosing, choosing
from eventdesk.badges.digest import digests
from eventdesk.badges.stock import shelf, template_of
from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.people import actions as people
from eventdesk.people import records as people_records
from eventdesk.people.person import Person, Status
from tests.clock import FakeClock

PRESS = WithRole("press")


@pytest.fixture
def crowd(event: Event) -> dict[str, Person]:
    """Register seven people; Anna and Bo have badges, Anna got hers."""
    named = [
        Person(0, "Anna", "Kühlewind", organisation="Rat, Amt & Co", roles=("press",), sector="civil_society"),
        Person(0, "Bo", "Kuhn", roles=("speaker", "press"), sector="business", group="Chor"),
        Person(0, "Cem", "Kuehl", organisation="AMT  nord", sector="administration", group="chor"),
        Person(0, "Dana", "Ab", status=Status.CANCELLED, roles=("press",)),
        Person(0, "Erik", "Wartend", status=Status.WAITING, organisation="Amt Nord"),
        Person(0, "Farah", "Amiri", status=Status.PENDING, sector="business"),
        Person(0, "Gül", "Özdemir", sector="Kunst"),
    ]
    found = {person.given_name: people.add(event, person) for person in named}
    printed(event, found["Anna"], found["Bo"])
    actions_desk.hand_out(event, [found["Anna"].id])
    return found


def printed(event: Event, *persons: Person) -> None:
    badges = actions.snapshot(event, persons)
    shown = digests(badges, template_of(event))
    actions.mark_printed(event, [person.id for person in persons], "Laser", digests=shown)


def drained(work: Generator[Choosing, None, list[Person]], steps: list[Choosing]) -> list[Person]:
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            found: list[Person] = end.value
            return found


def names(chosen: list[Person]) -> list[str]:
    return [person.given_name for person in chosen]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Everyone(), ["Farah", "Cem", "Anna", "Bo", "Gül"]),
        (NotPrinted(), ["Farah", "Cem", "Gül"]),
        (NotHandedOut(), ["Bo"]),
        (Changed(), []),
        (PRESS, ["Anna", "Bo"]),
        (InState(Status.PENDING), ["Farah"]),
        (InState(Status.CANCELLED), ["Dana"]),
        (OfOrganisation("amt nord"), ["Cem"]),
        (OfOrganisation("Amt"), []),
        (OfSector("business"), ["Farah", "Bo"]),
        (OfSector("Kunst"), ["Gül"]),
        (InGroup("CHOR"), ["Cem", "Bo"]),
        (Matching("amiri"), ["Farah"]),
        (All((PRESS, NotPrinted())), []),
        (All((PRESS, NotHandedOut())), ["Bo"]),
        (All((PRESS, InState(Status.CANCELLED))), ["Dana"]),
        (All((OfSector("business"), InState(Status.PENDING))), ["Farah"]),
        (All((OfSector("business"), NotPrinted(), InGroup("Chor"))), []),
        (All((Matching("kuhn"), PRESS)), ["Bo"]),
        (All((Matching("Kuhn"), Matching("Farah"))), []),
        (All(()), ["Farah", "Cem", "Anna", "Bo", "Gül"]),
    ],
)
def test_who_is_meant(event: Event, crowd: dict[str, Person], choice: Choice, expected: list[str]) -> None:
    assert names(actions.choose(event, choice)) == expected


def test_these_people_each_once_and_together_with_others(event: Event, crowd: dict[str, Person]) -> None:
    ids = (crowd["Erik"].id, crowd["Dana"].id, crowd["Erik"].id, 4)
    assert names(actions.choose(event, These(ids))) == ["Dana", "Erik"]
    assert names(actions.choose(event, All((These(ids), PRESS)))) == ["Dana"]
    assert names(actions.choose(event, All((These(ids), Matching("erik"))))) == ["Erik"]
    assert actions.choose(event, These(())) == []


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.NAME, ["Farah", "Cem", "Anna", "Bo", "Gül"]),
        (Order.ORGANISATION, ["Cem", "Anna", "Farah", "Bo", "Gül"]),
        (Order.SECTOR, ["Gül", "Cem", "Farah", "Bo", "Anna"]),
    ],
)
def test_orders(event: Event, crowd: dict[str, Person], order: Order, expected: list[str]) -> None:
    """Sectors by what they are called: Kunst, Verwaltung, Wirtschaft, Zivilgesellschaft."""
    assert names(actions.choose(event, Everyone(), order)) == expected


def test_in_steps_and_at_once_are_the_same(event: Event) -> None:
    with event.transact(Op.IMPORT, "viele") as tx:
        for number in range(600):
            people_records.insert(tx, Person(number + 1, f"V{number % 7}", f"N{number % 83}", code=str(number)))
    steps: list[Choosing] = []
    work = choosing(event, Everyone())
    found = drained(work, steps)
    assert found == actions.choose(event, Everyone())
    assert len(found) == 600
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[0].total == 600
    assert len(steps) >= 4


# ---- changed since print


@pytest.mark.parametrize(
    ("fields", "changed"),
    [
        ({"given_name": "Anne"}, True),
        ({"native_name": "Анна"}, True),
        ({"organisation": "Verein"}, True),
        ({"roles": ("speaker",)}, True),
        ({"languages": ("Deutsch",)}, True),
        ({"note": "kommt später"}, False),
        ({"email": "anna@example.org"}, False),
        ({"town": "Hannover"}, False),
    ],
)
def test_only_what_stands_on_the_badge_changes_it(
    event: Event, crowd: dict[str, Person], fields: dict[str, object], *, changed: bool
) -> None:
    after = people.edit(event, crowd["Anna"].id, **fields).after
    assert actions.choose(event, Changed()) == ([after] if changed else [])


def test_a_badge_printed_anew_is_up_to_date_and_one_changed_back_is_too(
    event: Event, crowd: dict[str, Person], clock: FakeClock
) -> None:
    renamed = people.edit(event, crowd["Anna"].id, given_name="Anne").after
    clock.advance(minutes=1)
    printed(event, renamed)
    assert actions.choose(event, Changed()) == []
    people.edit(event, renamed.id, given_name="Anna")
    assert names(actions.choose(event, Changed())) == ["Anna"]
    people.edit(event, renamed.id, given_name="Anne")
    assert actions.choose(event, Changed()) == []


def test_another_place_or_another_template_changes_it_too(event: Event, crowd: dict[str, Person]) -> None:
    assert names(actions.choose(event, Changed(), where=lambda _person: ["Stand B-14"])) == ["Anna", "Bo"]
    other = shelf(event).usable("a6-plain")
    assert other.name == "a6-plain"
    assert names(actions.choose(event, Changed(), template=other)) == ["Anna", "Bo"]


def test_prints_of_which_nobody_knows_what_they_showed_count_as_unchanged(
    event: Event, crowd: dict[str, Person]
) -> None:
    actions.mark_printed(event, [crowd["Cem"].id], "Laser")
    people.edit(event, crowd["Cem"].id, given_name="Can")
    assert actions.choose(event, Changed()) == []


def test_a_new_code_changes_it(event: Event, crowd: dict[str, Person]) -> None:
    actions_desk.replace_badge(event, crowd["Bo"].id, "lost")
    assert names(actions.choose(event, All((Changed(), PRESS)))) == ["Bo"]


# ---- the algebra


FILTERS: st.SearchStrategy[Filter] = st.sampled_from(
    [Everyone(), NotPrinted(), Changed(), PRESS, OfSector("business"), InState(Status.PENDING), InGroup("Chor")]
)
CHOICES = FILTERS | st.lists(FILTERS, max_size=4).map(lambda parts: All(tuple(parts)))


@given(CHOICES, CHOICES)
def test_both_means_whatever_each_means_and_the_order_is_no_matter(one: Choice, other: Choice) -> None:
    together = both(one, other)
    wanted = {*filters(one), *filters(other)} - {Everyone()}
    assert set(filters(together)) - {Everyone()} == wanted
    assert set(filters(both(other, one))) == set(filters(together))
    assert both(together, one) == together


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("changed", Changed()),
        ("not-handed-out", NotHandedOut()),
        ("state=pending", InState(Status.PENDING)),
        ("state=Cancelled", InState(Status.CANCELLED)),
        ("state=gone", None),
        ("sector=Wirtschaft", OfSector("business")),
        ("group=Chor", InGroup("Chor")),
        ("organisation=Rat, Amt & Co", OfOrganisation("Rat, Amt & Co")),
        ("role=press,not-printed", All((PRESS, NotPrinted()))),
        ("organisation=Rat, Amt & Co, changed", All((OfOrganisation("Rat, Amt & Co"), Changed()))),
        ("changed , Role = press", All((Changed(), PRESS))),
        ("organisation=Rat,", OfOrganisation("Rat,")),
        ("role=press,state=gone", None),
        ("changed,changed", All((Changed(), Changed()))),
        (",", None),
        ("changed=1", None),
    ],
)
def test_what_the_command_line_has(text: str, expected: object) -> None:
    assert parse_choice(text) == expected


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    found = parse_choice(text)
    assert found is None or filters(found)
