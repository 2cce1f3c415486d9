"""Enter takes only who was meant: which names mean somebody surely, and why others do not."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventdesk.checkin.meant import Candidate, Doubt, doubt
from eventdesk.desk import create_event
from eventdesk.event import Event
from eventdesk.people import actions, records
from eventdesk.people.person import Person
from eventdesk.people.search import search
from eventdesk.people.search.folding import fold, mail_words
from tests.clock import FakeClock

CODE = "1482901633752042"
CROWD = (
    Person(0, "Carola", "Müller", organisation="Caritas"),
    Person(0, "Jan", "Muller", email="jm@web.de"),
    Person(0, "Jan", "Müllerchen"),
    Person(0, "Anna", "Giesecke", organisation="Landkreis Peine"),
    Person(0, "Anna", "Schmidt", organisation="IHK"),
    Person(0, "Anna", "Schmidt", organisation="Stadt Celle"),
    Person(0, "Anna", "Schmidtke"),
    Person(0, "Annabell", "Otto", organisation="Otto Giesecke GmbH"),
    Person(0, "Elif", "Demirtaş", organisation="Bürgerinitiative", email="elif@example.org", code=CODE),
    Person(0, "Beate", "Koch"),
    Person(0, "Beate", "Tegtmeyer-Koch"),
    Person(0, "Karsten", "Hinrichs"),
    Person(0, "Kirsten", "Hinrichs"),
    Person(0, "Stefan", "Meier"),
    Person(0, "Jonas", "Maier"),
    Person(0, "Jörn", "Meyer-Lüerßen"),
    Person(0, "Oksana", "Netschyporenko", "Оксана Нечипоренко"),
    Person(0, "Farid", "Rahmani", "فرید رحمانی"),
    Person(0, "Samir", "Al-Ahmad"),
    Person(0, "Nasir"),
    Person(0, "Nasir", "Amini"),
    Person(0, "Freschta"),
    Person(0, "Ali", "Öz"),
    Person(0, "Khalil", "Otto-Peine"),
    Person(0, "Paul", "Rosa"),
    Person(0, "Rosa", "Paul"),
    Person(0, "", "", "سارا کریمی"),
    Person(0, "Maria", "Vogel", organisation="Uta-Stiftung", email="ina.vogel@example.org"),
)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Event]:
    """Return an event to which many come who are called alike."""
    path = tmp_path_factory.mktemp("meant") / "crowd.eventdesk"
    with create_event(path, desk="Schalter 1", clock=FakeClock()) as event:
        for person in CROWD:
            actions.add(event, person)
        yield event


def found(event: Event, typed: str) -> list[Candidate]:
    """Return who is found, as the desk asks for them."""
    hits = search(event.db, typed, 24)
    people = {each.id: each for each in records.people(event.db, [hit.person for hit in hits])}
    return [Candidate(people[hit.person], hit.exact) for hit in hits]


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("elif demirtas", "Elif Demirtaş"),
        ("Demirtaş, Elif", "Elif Demirtaş"),
        ("demirtas", "Elif Demirtaş"),
        ("elif demirtas bürger", "Elif Demirtaş"),
        ("elif@example.org demirtas", "Elif Demirtaş"),
        ("anna schmidt celle", "Anna Schmidt"),
        ("giesecke anna", "Anna Giesecke"),
        ("anna giesecke peine", "Anna Giesecke"),
        ("anna schmidtke", "Anna Schmidtke"),
        ("meyer-lüerssen", "Jörn Meyer-Lüerßen"),
        ("jörn meyer luerssen", "Jörn Meyer-Lüerßen"),
        ("tegtmeyer koch", "Beate Tegtmeyer-Koch"),
        ("нечипоренко", "Oksana Netschyporenko"),
        ("оксана нечипоренко", "Oksana Netschyporenko"),
        ("رحمانی", "Farid Rahmani"),
        ("سارا کریمی", "سارا کریمی"),
        ("samir ahmad", "Samir Al-Ahmad"),
        ("nasir amini", "Nasir Amini"),
        ("freschta", "Freschta"),
        ("öz", "Ali Öz"),
        ("jan müllerchen", "Jan Müllerchen"),
        ("vogel", "Maria Vogel"),
        ("maria vogel uta", "Maria Vogel"),
        (CODE[:8], "Elif Demirtaş"),
        (CODE[4:], "Elif Demirtaş"),
    ],
)
def test_who_is_surely_meant(full: Event, typed: str, taken: str) -> None:
    people = found(full, typed)
    assert doubt(typed, people) is None
    assert people[0].person.name == taken


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        # of several people
        ("muller", Doubt.SEVERAL),
        ("müller", Doubt.SEVERAL),
        ("anna", Doubt.SEVERAL),
        ("jan", Doubt.SEVERAL),
        ("paul", Doubt.SEVERAL),
        ("rosa paul", Doubt.SEVERAL),
        ("schmidt", Doubt.SEVERAL),
        ("anna schmidt", Doubt.NAMESAKES),
        ("schmidt anna", Doubt.NAMESAKES),
        ("koch", Doubt.SEVERAL),
        ("beate koch", Doubt.SEVERAL),
        ("nasir", Doubt.SEVERAL),
        ("peine", Doubt.SEVERAL),
        ("giesecke", Doubt.SEVERAL),
        # of people who are called alike to the ear
        ("meier", Doubt.SEVERAL),
        ("karsten hinrichs", Doubt.SEVERAL),
        # of one whose name was not typed to its end: a stranger may be called so
        ("elif", Doubt.UNFINISHED),
        ("elif demir", Doubt.UNFINISHED),
        ("demir", Doubt.UNFINISHED),
        ("jörn meyer", Doubt.UNFINISHED),
        ("оксана", Doubt.UNFINISHED),
        ("caritas", Doubt.UNFINISHED),
        ("carola caritas", Doubt.UNFINISHED),
        ("jm@web.de", Doubt.UNFINISHED),
        ("mirtas", Doubt.UNFINISHED),
        (CODE[-4:], Doubt.UNFINISHED),
        # of nobody
        ("elif demirtasch", Doubt.UNLIKE),
        ("elif demirtaz", Doubt.UNLIKE),
        ("dr elif demirtas", Doubt.UNLIKE),
        # of a stranger, in whose firm or by whose mail address somebody came
        ("ina vogel", Doubt.UNLIKE),
        ("uta vogel", Doubt.UNLIKE),
        ("vogel i", Doubt.UNLIKE),
        ("mariam haidari", Doubt.UNLIKE),
        ("", Doubt.UNLIKE),
    ],
)
def test_who_is_not(full: Event, typed: str, why: Doubt) -> None:
    assert doubt(typed, found(full, typed)) is why


WORDS = sorted({word for person in CROWD for word in f"{person.name} {person.organisation}".replace("-", " ").split()})
ARTICLES = frozenset({"al", "el"})
WHOLE = st.sampled_from(WORDS)
BEGUN = st.builds(lambda word, letters: word[:letters], WHOLE, st.integers(1, 9))
SLIPPED = st.builds(lambda word, at: word[:at] + word[at + 1 :], WHOLE, st.integers(0, 9))
TYPED = st.lists(st.one_of(WHOLE, WHOLE, BEGUN, SLIPPED), min_size=1, max_size=3).map(" ".join)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TYPED)
def test_nobody_is_taken_who_was_not_called_by_the_family_name_nor_with_anybody_else_called_so(
    full: Event, typed: str
) -> None:
    people = found(full, typed)
    if doubt(typed, people) is not None:
        return
    words, taken = set(fold(typed).split()) - ARTICLES, people[0].person
    assert words >= set(fold(taken.family_name or taken.given_name).split()) - ARTICLES
    elsewhere = [*fold(taken.organisation).split(), *mail_words(taken.email).split()]
    for word in words - set(fold(taken.name).split()):
        assert any(begun.startswith(word) for begun in elsewhere)
    for other in records.everyone(full.db):
        assert other.id == taken.id or not words <= set(fold(f"{other.name} {other.organisation}").split())
