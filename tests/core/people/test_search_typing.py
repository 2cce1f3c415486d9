"""Whoever types on hears the same as if each text were asked for by itself, whatever changes in between."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.people import records
from eventdesk.people.person import Person
from eventdesk.people.search import Hit, Searcher, refresher, search
from eventdesk.store.access import Reader, Row, Value
from tests.core.people.searching import called, named, put

GIVEN = ["Anna", "Anna-Lena", "Jana", "Яна", "Ann", "Mariana", ""]
FAMILY = ["Müller", "Muller", "Mu", "Kydysh", "Kid", "Al-Hassan", "Hassan", "Annen", "Öz", ""]
people = st.builds(
    Person,
    id=st.just(0),
    given_name=st.sampled_from(GIVEN),
    family_name=st.sampled_from(FAMILY),
    organisation=st.sampled_from(["", "Anna Kid e. V.", "Müllerei", "Hassan & Kid"]),
    email=st.sampled_from(["", "anna.muller@web.de", "mueller#kid!an@web.de", "kydysh@web.de"]),
    code=st.sampled_from(["", "4000000000004711"]),
)
LIMITS = (3, 8, 50)


class Typing(RuleBasedStateMachine):
    """Types letters, takes them back, begins anew; meanwhile people come, change, go, and are taken back."""

    @initialize(crowd=st.lists(people, min_size=8, max_size=14))
    def open(self, crowd: list[Person]) -> None:
        self.folder = TemporaryDirectory()
        self.event = Event.create(Path(self.folder.name) / "e.eventdesk", refreshers=[refresher()])
        self.ids = put(self.event, *crowd)
        self.typed = ""
        self.searchers = [(limit, Searcher(self.event.db)) for limit in LIMITS]
        self.one_for_all = Searcher(self.event.db)

    @rule(letters=st.text("anmulüherkydsz #@.", min_size=1, max_size=2))
    def go_on(self, letters: str) -> None:
        self.typed += letters

    @rule(word=st.sampled_from([*GIVEN, *FAMILY, "web", "kid", "mueller", "müllr", "4711"]), end=st.integers(1, 7))
    def type_a_word(self, word: str, end: int) -> None:
        self.typed = f"{self.typed} {word[:end]}"

    @rule(letters=st.integers(1, 3))
    def take_back(self, letters: int) -> None:
        self.typed = self.typed[:-letters]

    @rule()
    def begin_anew(self) -> None:
        self.typed = ""

    @rule(person=people)
    def add(self, person: Person) -> None:
        self.ids += put(self.event, person)

    @rule(person=people, which=st.integers(0, 30))
    def change(self, person: Person, which: int) -> None:
        before = records.person(self.event.db, self.ids[which % len(self.ids)])
        if before is not None:
            with self.event.transact(Op.EDIT_PERSON, "") as tx:
                records.change(tx, before, replace(person, id=before.id))

    @rule(which=st.integers(0, 30))
    def delete(self, which: int) -> None:
        before = records.person(self.event.db, self.ids[which % len(self.ids)])
        if before is not None:
            with self.event.transact(Op.EDIT_PERSON, "") as tx:
                records.delete(tx, before)

    @rule()
    def undo(self) -> None:
        self.event.undo()

    @invariant()
    def nothing_differs(self) -> None:
        if not hasattr(self, "event"):
            return
        for limit, searcher in self.searchers:
            anew = search(self.event.db, self.typed, limit)
            assert searcher.search(self.typed, limit) == anew
            assert self.one_for_all.search(self.typed, limit) == anew

    def teardown(self) -> None:
        if hasattr(self, "event"):
            self.event.close()
            self.folder.cleanup()


TestTyping = Typing.TestCase
TestTyping.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)


class Counting(Reader):
    """Counts the questions that go to the database."""

    asked = 0

    def rows(self, sql: str, *values: Value) -> list[Row]:
        self.asked += 1
        return super().rows(sql, *values)


def typed(searcher: Searcher, text: str) -> list[list[Hit]]:
    return [searcher.search(text[:end]) for end in range(1, len(text) + 1)]


def test_who_types_on_asks_less_and_takes_back_for_nothing(event: Event):
    put(event, *(named(f"Anna{number}", "Bergmann") for number in range(60)), named("Uwe", "Bergmann"))
    alone, going_on = Counting(event.db._connection), Counting(event.db._connection)
    text = "uwe bergm"
    searcher = Searcher(going_on)
    assert typed(searcher, text) == [search(alone, text[:end]) for end in range(1, len(text) + 1)]
    assert going_on.asked < 0.7 * alone.asked
    before = going_on.asked
    assert typed(searcher, text)[-1] == search(event.db, text)
    assert going_on.asked == before + len(text)  # only whether anything was written since


def test_who_comes_changes_and_goes_while_somebody_types(event: Event):
    searcher = Searcher(event.db)
    put(event, named("Uwe", "Bergmann"))
    assert [called(event, hit.person) for hit in searcher.search("berg")] == ["Uwe Bergmann"]
    (ada,) = put(event, named("Ada", "Bergmann"))
    assert [called(event, hit.person) for hit in searcher.search("bergm")] == ["Ada Bergmann", "Uwe Bergmann"]
    before = records.person(event.db, ada)
    assert before is not None
    with event.transact(Op.EDIT_PERSON, "") as tx:
        records.change(tx, before, replace(before, family_name="Winter"))
    assert [called(event, hit.person) for hit in searcher.search("bergma")] == ["Uwe Bergmann"]
    event.undo()
    assert len(searcher.search("bergman")) == 2
    with event.transact(Op.EDIT_PERSON, "") as tx:
        records.delete(tx, before)
    assert [called(event, hit.person) for hit in searcher.search("bergmann")] == ["Uwe Bergmann"]


def test_other_words_are_looked_for_among_all(event: Event):
    put(event, named("Uwe", "Bergmann"), named("Ada", "Lang"), named("Wim", "Altberg"))
    searcher = Searcher(event.db)
    for text, names in [
        ("uwe berg", ["Uwe Bergmann"]),
        ("ada", ["Ada Lang"]),
        ("berg uwe", ["Uwe Bergmann"]),
        ("berg", ["Uwe Bergmann", "Wim Altberg"]),
        ("berg w", ["Wim Altberg"]),
        ("lang", ["Ada Lang"]),
    ]:
        assert [called(event, hit.person) for hit in searcher.search(text)] == names


def test_words_of_addresses_are_parted_in_memory_as_in_the_index(event: Event):
    put(event, named("Uwe", "Bergmann", email="b#winter!x_y@web.de"), named("Wim", "Lang"))
    searcher = Searcher(event.db)
    for text in ("w", "wi", "win", "win b", "win x", "win y", "winter x we"):
        assert searcher.search(text) == search(event.db, text)
        assert searcher.search(text)
