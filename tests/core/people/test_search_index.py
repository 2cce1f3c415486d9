"""The index says the same as if it were made anew, whatever was added, changed, deleted and taken back."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule

from eventdesk.codes import Op
from eventdesk.event import Event, Undone
from eventdesk.people import records
from eventdesk.people.person import Person
from eventdesk.people.search import refresher, search
from eventdesk.store.access import Writer, new_id
from tests.core.people.searching import found, named, parts, put

NAMES = [
    "Anna",
    "Müller",
    "Mueller",
    "Анна",
    "Олег",
    "علی",
    "الحسن",
    "عبدالرحمن",
    "İpek",
    "Groß-Weiß",
    "O'Neil",
    "Ng",
    "",
    "ß",
]
WORDS = [
    "anna",
    "muller",
    "oleh",
    "ali",
    "hassan",
    "rahman",
    "ipek",
    "weiss",
    "oneil",
    "ng",
    "gro",
    "nna",
    "4711",
    "web",
]
people = st.builds(
    Person,
    id=st.just(0),
    given_name=st.sampled_from(NAMES),
    family_name=st.sampled_from(NAMES),
    native_name=st.sampled_from(NAMES),
    organisation=st.sampled_from(["", "Diakonie", "Verein Müller", "Анна e. V."]),
    email=st.sampled_from(["", "anna.ng@web.de", "x@y.org"]),
    code=st.sampled_from(["", "4000000000004711", "4000000000000815"]),
)


def answers(event: Event) -> dict[str, list[tuple[int, int, bool]]]:
    return {word: [(hit.person, hit.score, hit.exact) for hit in search(event.db, word)] for word in WORDS}


def stored(event: Event) -> list[list[tuple[object, ...]]]:
    tables = ("search_person", "search_word")
    return [sorted(tuple(row) for row in event.db.rows(f"SELECT * FROM {table}")) for table in tables]


def assert_as_made_anew(event: Event) -> None:
    before = stored(event), answers(event)
    with event.transact(Op.SETTINGS, "") as tx:
        for table in ("search_text", "search_inside"):  # raises if the index does not say what its texts say
            tx.run(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        refresher().rebuild(tx)
    assert (stored(event), answers(event)) == before


class Changes(RuleBasedStateMachine):
    """Adds, changes, deletes and undoes; after each step the index must be what a rebuild makes of it."""

    ids = Bundle("ids")

    @initialize()
    def open(self) -> None:
        self.folder = TemporaryDirectory()
        self.event = Event.create(Path(self.folder.name) / "e.eventdesk", refreshers=[refresher()])

    @rule(target=ids, person=people)
    def add(self, person: Person) -> int:
        return put(self.event, person)[0]

    @rule(person=people, which=ids)
    def change(self, person: Person, which: int) -> None:
        before = records.person(self.event.db, which)
        if before is not None:
            with self.event.transact(Op.EDIT_PERSON, "") as tx:
                records.change(tx, before, replace(person, id=which))

    @rule(which=consumes(ids))
    def delete(self, which: int) -> None:
        before = records.person(self.event.db, which)
        if before is not None:
            with self.event.transact(Op.EDIT_PERSON, "") as tx:
                records.delete(tx, before)

    @rule()
    def undo(self) -> None:
        self.event.undo()

    @invariant()
    def nothing_differs(self) -> None:
        if hasattr(self, "event"):
            assert self.event.verify()["derived"] is True

    def teardown(self) -> None:
        if hasattr(self, "event"):
            assert_as_made_anew(self.event)
            self.event.close()
            self.folder.cleanup()


TestChanges = Changes.TestCase
TestChanges.settings = settings(max_examples=25, stateful_step_count=12, deadline=None)


def test_an_import_is_found_and_its_undo_is_not(event: Event):
    put(event, named("Uwe", "Bergmann"))
    put(event, *(named(f"Anna{number}", "Groß", native_name="علی") for number in range(250)))
    assert len(search(event.db, "gross")) == 50
    undone = event.undo()
    assert isinstance(undone, Undone)
    assert found(event, "gross") == found(event, "ali") == []
    assert found(event, "uwe") == ["Uwe Bergmann"]
    assert [row[0] for row in event.db.rows("SELECT word FROM search_word ORDER BY word")] == ["bergman", "uve"]
    assert isinstance(event.undo(undone.eid), Undone)
    assert len(search(event.db, "gross")) == 50
    assert event.verify()["derived"] is True


def test_who_is_renamed_is_found_by_the_new_name_only(event: Event):
    (person,) = put(event, named("Uwe", "Bergmann", organisation="Diakonie"))
    before = records.person(event.db, person)
    assert before is not None
    with event.transact(Op.EDIT_PERSON, "Uwe Bergmann") as tx:
        records.change(tx, before, replace(before, family_name="Winter"))
    assert found(event, "winter") == ["Uwe Winter"]
    assert found(event, "bergmann") == found(event, "ergma") == []
    assert found(event, "diakonie") == ["Uwe Winter"]


def test_nothing_of_who_is_gone_stays_after_a_rebuild(event: Event):
    (person,) = put(event, named("Xaverius", "Unverwechselbar"))
    gone = records.person(event.db, person)
    assert gone is not None
    with event.transact(Op.EDIT_PERSON, "") as tx:
        records.delete(tx, gone)
    with event.transact(Op.SETTINGS, "") as tx:
        refresher().rebuild(tx)
    tables = [
        row[0] for row in event.db.rows("SELECT name FROM sqlite_schema WHERE name LIKE 'search%' AND type = 'table'")
    ]
    kept = [bytes(str(tuple(row)), "utf-8") for table in tables for row in event.db.rows(f"SELECT * FROM {table}")]
    assert not any(b"xaveri" in row or b"unverv" in row for row in kept)


def test_what_does_not_change_names_leaves_the_index_alone(event: Event):
    (person,) = put(event, named("Uwe", "Bergmann"))
    written = event.db.value("SELECT total_changes()")
    writer = Writer(event.db._connection)
    refresher().refresh(writer, {"person": frozenset({person})})
    refresher().refresh(writer, {"scan": frozenset({1}), "person": frozenset()})
    assert event.db.value("SELECT total_changes()") == written


def test_many_at_once_and_many_gone(event: Event):
    people = [Person(new_id(), given_name=f"Vorname{number}", family_name=f"Name{number}x") for number in range(12_345)]
    with event.transact(Op.IMPORT, "Liste") as tx:
        tx.insert_many("person", records.COLUMNS, map(records.row_of, people))
    assert found(event, "name12344x") == ["Vorname12344 Name12344x"]
    assert found(event, "ame777x") == ["Vorname777 Name777x"]
    event.undo()
    assert stored(event) == [[], []]
    assert found(event, "name777x") == []


def test_an_import_makes_one_part_of_the_index_and_small_parts_are_joined(event: Event):
    people = [Person(new_id(), given_name=f"Vorname{number}", family_name=f"Name{number}x") for number in range(5_000)]
    with event.transact(Op.IMPORT, "Liste") as tx:
        tx.insert_many("person", records.COLUMNS, map(records.row_of, people))
    assert len(list(event.tidy_in_steps())) > 0
    assert parts(event) == 1
    for number in range(40):
        put(event, named("Neu", f"Dazu{number}x"))
    assert parts(event) <= 8
    assert event.verify()["derived"] is True


texts = st.text(
    st.characters(codec="utf-8", categories=["L", "M", "N", "P", "Zs"], max_codepoint=0x24FF), min_size=1, max_size=20
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(given_name=texts, family_name=texts, native_name=texts, extra=st.sampled_from(["", " e. V."]))
@pytest.mark.usefixtures("event")
def test_any_text_goes_in_and_out(event: Event, given_name: str, family_name: str, native_name: str, extra: str):
    ids = put(event, named(given_name, family_name, native_name=native_name, organisation=family_name + extra))
    assert event.verify()["derived"] is True
    search(event.db, f"{given_name} {native_name}")
    event.undo()
    assert not {hit.person for hit in search(event.db, family_name)} & set(ids)
    assert stored(event) == [[], []]
