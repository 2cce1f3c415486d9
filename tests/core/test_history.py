"""What happened to one person, and to everybody, in plain words."""

from collections.abc import Generator
from pathlib import Path

import pytest

from eventdesk.badges.actions import mark_printed
from eventdesk.checkin.actions import check_in, check_in_group, walk_in
from eventdesk.checkin.point import Point
from eventdesk.checkin.points import add_point
from eventdesk.checkin.scan import Direction
from eventdesk.codes import Op
from eventdesk.event import Event, Undone
from eventdesk.history import listing
from eventdesk.history.happening import Happening
from eventdesk.history.of_person import history_of
from eventdesk.history.telling import by, remarks, step_sentences, title, told
from eventdesk.history.whole import Figures, Filter, Standing, State, Summed, Whole
from eventdesk.merging.actions import merge
from eventdesk.people import records
from eventdesk.people.actions import add, cancel, edit, readmit
from eventdesk.people.importing import import_people
from eventdesk.people.person import Person, Status
from eventdesk.words import Words
from eventdesk.words.fields import PERSON, field_name
from tests.clock import FakeClock

ELIF = Person(0, "Elif", "Demirtaş", organisation="Bürgerinitiative", email="elif@example.org", roles=("guest",))


@pytest.fixture
def words() -> Words:
    return Words("en")


@pytest.fixture
def door(event: Event) -> Point:
    return add_point(event, "Haupteingang")


@pytest.fixture
def elif_(event: Event) -> Person:
    return add(event, ELIF)


def history(event: Event, words: Words, person: int) -> list[str]:
    """Return the sentences of a person's history, newest first."""
    found = [told(words, each, event.zone) for each in history_of(event.db, person)]
    return [sentence for each in found for sentence in each.sentences]


def lines(event: Event, words: Words, wanted: Filter | None = None) -> list[str]:
    """Return all lines of the journal, however many pages they are on."""
    return [title(words, line) for line in wholes(event, wanted)]


def wholes(event: Event, wanted: Filter | None = None, limit: int = 7) -> list[Whole]:
    """Return all lines of the journal, page by page."""
    page = listing.page(event.db, wanted or Filter(), limit=limit)
    found = list(page.lines)
    while page.following is not None:
        page = listing.page(event.db, wanted or Filter(), below=page.following, limit=limit)
        found += page.lines
    return found


def people_list(folder: Path, rows: int, organisation: str = "Verein", name: str = "liste.csv") -> Path:
    """Write a list of people."""
    path = folder / name
    text = [f"Gast{number};Neu{number};{organisation};g{number}@example.org" for number in range(rows)]
    path.write_text("\n".join(["given_name;family_name;organisation;email", *text]), "utf-8")
    return path


def exhausted(summing: Generator[Summed, None, Figures]) -> tuple[list[Summed], Figures]:
    """Return what a generator yields, and what it returns."""
    steps: list[Summed] = []
    while True:
        try:
            steps.append(next(summing))
        except StopIteration as end:
            return steps, end.value


# ---- one person


def test_added_and_edited(event: Event, words: Words, elif_: Person) -> None:
    edit(event, elif_.id, email="neu@example.org", town="Peine", organisation="")
    assert history(event, words, elif_.id) == [
        "Organisation removed; it was “Bürgerinitiative”",
        "E-mail changed from “elif@example.org” to “neu@example.org”",
        "Town entered: “Peine”",
        "Added to the list",
    ]


def test_roles_and_states_are_called_by_their_names(event: Event, words: Words, elif_: Person) -> None:
    edit(event, elif_.id, roles=("speaker", "press"), sector="civil_society", days=("2017-03-06",))
    cancel(event, elif_.id)
    readmit(event, elif_.id)
    edit(event, elif_.id, status=Status.WAITING)
    readmit(event, elif_.id)
    assert history(event, words, elif_.id)[:-1] == [
        "Registration confirmed",
        "State changed from “Registered” to “On the waiting list”",
        "Cancellation taken back",
        "Registration cancelled",
        "Sector entered: “Civil society”",
        "Role changed from “Guest” to “Speaker, Press”",
        "Days entered: “6 Mar 2017”",
    ]


def test_scans_and_prints(event: Event, words: Words, elif_: Person, door: Point, clock: FakeClock) -> None:
    for direction in (Direction.IN, Direction.IN, Direction.OUT):
        clock.advance(minutes=1)
        check_in(event, elif_.code, door, direction=direction)
    mark_printed(event, [elif_.id], "Folder badges")
    assert history(event, words, elif_.id)[:-1] == [
        "Badge printed (Folder badges)",
        "Left at Haupteingang",
        "Refused at Haupteingang: was in already",
        "Checked in at Haupteingang",
    ]


def test_admitted_anyway(event: Event, words: Words, elif_: Person, door: Point) -> None:
    cancel(event, elif_.id)
    check_in(event, elif_.code, door, forced=True)
    assert history(event, words, elif_.id)[0] == "Admitted anyway at Haupteingang"


def test_a_check_in_that_was_undone_stays_in_the_history(
    event: Event, words: Words, elif_: Person, door: Point, clock: FakeClock
) -> None:
    check_in(event, elif_.code, door)
    undo = event.undo()
    assert isinstance(undo, Undone)
    found = history_of(event.db, elif_.id)
    assert [told(words, each, event.zone).sentences for each in found[:2]] == [
        ("Check-in at Haupteingang undone",),
        ("Checked in at Haupteingang",),
    ]
    assert [each.entry.undone for each in found[:2]] == [False, True]
    assert [each.undoable for each in found[:2]] == [True, False]
    event.undo(undo.eid)
    assert history(event, words, elif_.id)[0] == "Checked in at Haupteingang again: the undo was undone"


def test_others_are_left_out(event: Event, words: Words, elif_: Person, door: Point) -> None:
    other = add(event, Person(0, "Oksana", "Netschyporenko"))
    check_in(event, other.code, door)
    event.undo()
    mark_printed(event, [other.id], "Folder badges")
    assert history(event, words, elif_.id) == ["Added to the list"]


def test_an_import_adds_changes_and_is_undone(event: Event, words: Words, tmp_path: Path) -> None:
    import_people(event, people_list(tmp_path, 3))
    person = next(each for each in records.everyone(event.db) if each.given_name == "Gast1")
    import_people(event, people_list(tmp_path, 3, "Verein für alle", "neu.csv"))
    event.undo()
    assert history(event, words, person.id) == [
        "Undone: Organisation changed from “Verein” to “Verein für alle”",
        "Organisation changed from “Verein” to “Verein für alle”",
        "Added by the import of liste.csv",
    ]
    event.undo()
    event.undo()
    assert records.person(event.db, person.id) is None
    assert history(event, words, person.id)[0] == "Taken off the list"


def test_extra_fields_are_a_persons_own(event: Event, words: Words, elif_: Person) -> None:
    edit(event, elif_.id, extra={"T-Shirt": "M"})
    edit(event, elif_.id, extra={"T-Shirt": "L"})
    edit(event, elif_.id, extra={})
    assert history(event, words, elif_.id)[:-1] == [
        "T-Shirt removed; it was “L”",
        "T-Shirt changed from “M” to “L”",
        "T-Shirt entered: “M”",
    ]


def test_a_walk_in_is_two_things(event: Event, words: Words, door: Point) -> None:
    person = walk_in(event, "Mariam Haidari", point=door).person
    assert history(event, words, person.id) == ["Checked in at Haupteingang", "Added as a walk-in"]


def test_who_and_where(event: Event, words: Words, elif_: Person) -> None:
    entry = history_of(event.db, elif_.id)[0].entry
    assert by(entry) == "Schalter 1"
    event.desk = "Schalter 2"
    edit(event, elif_.id, town="Peine")
    assert by(history_of(event.db, elif_.id)[0].entry) == "Schalter 2"


def test_every_field_has_a_name(words: Words) -> None:
    assert set(records.COLUMNS) - {"id"} == set(PERSON)
    assert field_name(words, "person", "extra:T-Shirt") == "T-Shirt"


def test_merged_people(event: Event, words: Words, elif_: Person, door: Point) -> None:
    other = add(event, Person(0, "Elif", "Demirtas", phone="123"))
    check_in(event, other.code, door)
    merge(event, elif_.id, other.id)
    assert history(event, words, elif_.id)[-3:] == [
        "Phone entered: “123”",
        "Checked in at Haupteingang",
        "Added to the list",
    ]
    assert history(event, words, elif_.id)[0] == "Merged with a duplicate"
    assert history(event, words, other.id)[0] == "Merged into the other entry of Elif Demirtaş"
    told_of = [
        each
        for step in listing.parts(event.db, wholes(event)[0].entry.eid).happenings[0].steps
        for each in step_sentences(words, step, event.zone)
    ]
    assert "Moved to the other entry of this person" in told_of
    assert any("leads to this person, too" in each for each in told_of)


# ---- the journal


def test_a_whole_is_one_line(event: Event, words: Words, door: Point, tmp_path: Path) -> None:
    for name in ("Leila", "Lina", "Selam"):
        add(event, Person(0, name, "Touma", group="Sprachkurs"))
    check_in_group(event, "Sprachkurs", door)
    walk_in(event, "Mariam Haidari", point=door)
    import_people(event, people_list(tmp_path, 250))
    assert lines(event, words) == [
        "Import: liste.csv",
        "Walk-in: Mariam Haidari",
        "Check-in: Leila Touma and 2 more",
        "Person added: Selam Touma",
        "Person added: Lina Touma",
        "Person added: Leila Touma",
        "Settings: Haupteingang",
        "Event created: 4. Integrationskonferenz",
    ]
    imported, newcomer, group = wholes(event)[:3]
    assert (imported.parts, newcomer.parts, group.parts) == (3, 2, 3)
    assert imported.figures == Figures(people_added=250)
    assert remarks(words, imported, event.zone) == ["250 people added"]
    assert remarks(words, group, event.zone) == ["Haupteingang"]


def test_figures_of_an_import(event: Event, words: Words, tmp_path: Path) -> None:
    import_people(event, people_list(tmp_path, 60))
    import_people(event, people_list(tmp_path, 61, "Verein für alle"))
    line = wholes(event)[0]
    assert line.large
    steps, figures = exhausted(listing.summing(event.db, line.entry.eid))
    assert figures == Figures(people_added=1, people_changed=60)
    assert steps[-1].done == steps[-1].total == line.parts
    assert [step.done for step in steps] == sorted({step.done for step in steps})


def test_undo_and_undo_of_undo_name_the_deed(event: Event, words: Words, tmp_path: Path) -> None:
    import_people(event, people_list(tmp_path, 2))
    for _ in range(3):
        event.undo(wholes(event)[0].entry.eid)
    found = wholes(event)
    assert [title(words, line) for line in found[:4]] == [
        "Undone: Import: liste.csv",
        "Done again: Import: liste.csv",
        "Undone: Import: liste.csv",
        "Import: liste.csv",
    ]
    assert [line.standing for line in found[:4]] == [Standing.HOLDS, Standing.UNDONE, Standing.HOLDS, Standing.UNDONE]
    assert [line.takes_back for line in found[:4]] == [True, False, True, False]


def test_an_undo_that_was_stopped_is_in_part(event: Event, tmp_path: Path) -> None:
    import_people(event, people_list(tmp_path, 250))
    eid = wholes(event)[0].entry.eid
    undoing = event.undo_in_steps(eid)
    for _ in range(4):
        next(undoing)
    undoing.close()
    line = listing.whole(event.db, eid)
    assert line is not None
    assert (line.standing, line.undoable) == (Standing.PARTLY_UNDONE, True)


def test_filters(event: Event, words: Words, door: Point, elif_: Person, clock: FakeClock) -> None:
    clock.advance(hours=1)
    check_in(event, elif_.code, door)
    event.desk = "Schalter 2"
    clock.advance(minutes=5)
    check_in(event, elif_.code, door)
    clock.advance(hours=1)
    edit(event, elif_.id, town="Peine")
    event.undo()
    said = ["Undone: Person changed: Elif Demirtaş", "Person changed: Elif Demirtaş"]
    assert lines(event, words, Filter(desk="Schalter 2")) == [*said, "Scan refused: Elif Demirtaş"]
    assert lines(event, words, Filter(ops=frozenset({Op.REFUSED_SCAN}))) == ["Scan refused: Elif Demirtaş"]
    assert lines(event, words, Filter(state=State.UNDONE)) == [said[1]]
    undoable = lines(event, words, Filter(state=State.UNDOABLE))
    assert undoable[:2] == [said[0], "Check-in: Elif Demirtaş"]
    assert "Event created: 4. Integrationskonferenz" not in undoable
    since = clock()
    assert lines(event, words, Filter(since=since)) == said
    assert lines(event, words, Filter(until=since, ops=frozenset({Op.CHECK_IN}))) == ["Check-in: Elif Demirtaş"]


@pytest.mark.parametrize("text", ["demirtas elif", "ELIF", "Demirtaş", "demir"])
def test_a_text_is_found_however_it_is_spelled(event: Event, words: Words, elif_: Person, text: str) -> None:
    add(event, Person(0, "Oksana", "Netschyporenko"))
    assert lines(event, words, Filter(text=text)) == ["Person added: Elif Demirtaş"]


def test_a_member_finds_the_group(event: Event, words: Words, door: Point) -> None:
    for name in ("Leila", "Lina", "Selam"):
        add(event, Person(0, name, "Touma", group="Sprachkurs"))
    check_in_group(event, "Sprachkurs", door)
    assert lines(event, words, Filter(text="selam", ops=frozenset({Op.CHECK_IN}))) == [
        "Check-in: Leila Touma and 2 more"
    ]
    assert lines(event, words, Filter(text="nobody")) == []


def test_pages_hold_each_line_once(event: Event, elif_: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "STRETCH", 4)
    for number in range(30):
        edit(event, elif_.id, town=f"Ort {number}")
    for limit in (1, 3, 50):
        places = [line.place for line in wholes(event, limit=limit)]
        assert places == sorted(set(places), reverse=True)
        assert len(places) == event.journal_length()
    rare = Filter(ops=frozenset({Op.CREATE}))
    assert len(wholes(event, rare)) == 1
    assert listing.page(event.db, rare).lines == ()


def test_newer_lines(event: Event, words: Words, elif_: Person) -> None:
    top = wholes(event)[0].place
    assert listing.newer(event.db, Filter(), top) == ()
    edit(event, elif_.id, town="Peine")
    assert [title(words, line) for line in listing.newer(event.db, Filter(), top)] == ["Person changed: Elif Demirtaş"]


def test_parts_of_an_import(event: Event, words: Words, tmp_path: Path) -> None:
    import_people(event, people_list(tmp_path, 250))
    eid = wholes(event)[0].entry.eid
    happenings: list[Happening] = []
    after = None
    pages = 0
    while True:
        page = listing.parts(event.db, eid, after=after)
        happenings += page.happenings
        pages += 1
        after = page.following
        if after is None:
            break
    steps = [step for each in happenings for step in each.steps]
    assert (len(steps), pages) == (250, 3)
    assert steps[0].name == "Gast0 Neu0"
    assert step_sentences(words, steps[0], event.zone) == ["Added", "Organisation: Verein", "E-mail: g0@example.org"]


def test_what_an_entry_touches(event: Event, elif_: Person) -> None:
    edit(event, elif_.id, town="Peine")
    deed = wholes(event)[0].entry.eid
    undo = event.undo(deed)
    assert isinstance(undo, Undone)
    again = event.undo(undo.eid)
    assert isinstance(again, Undone)
    assert listing.touched_by(event.db, again.eid) == [again.eid, undo.eid, deed]
    taken = listing.took_back(event.db, deed)
    assert taken is not None
    assert taken.eid == undo.eid


def test_a_paper_list_tells_when_the_scan_was(event: Event, words: Words, elif_: Person, door: Point) -> None:
    check_in(event, elif_.code, door, at=event.now().replace(year=2016))
    assert remarks(words, wholes(event)[0], event.zone) == ["Haupteingang", "entered later, scanned at 09:00"]


def test_a_point_and_the_settings(event: Event, words: Words, door: Point) -> None:
    (happening,) = listing.parts(event.db, wholes(event)[0].entry.eid).happenings
    (step,) = happening.steps
    assert step.name == "Haupteingang"
    assert step_sentences(words, step, event.zone)[:3] == ["Added", "Name: Haupteingang", "Kind: Entrance"]


def test_german(event: Event, elif_: Person) -> None:
    edit(event, elif_.id, town="Peine")
    (sentence,) = told(Words("de"), history_of(event.db, elif_.id)[0], event.zone).sentences
    assert sentence == "Ort eingetragen: „Peine“"
