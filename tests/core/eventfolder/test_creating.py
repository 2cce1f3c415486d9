"""A whole event from a folder on disk: everything arrives, or nothing does."""

from datetime import datetime
from pathlib import Path

import pytest

from eventdesk import paths
from eventdesk.checkin import records as checkin
from eventdesk.checkin.point import PointKind, Rule
from eventdesk.codes import Fault, Refusal
from eventdesk.desk import open_event
from eventdesk.errors import KnownError
from eventdesk.event import UndoRefused
from eventdesk.eventfolder import create_from, read_source
from eventdesk.fair import records as fair
from eventdesk.fair.booth import BoothState, Power
from eventdesk.guide import guide_for
from eventdesk.panels import records as panels
from eventdesk.panels.session import SessionKind
from eventdesk.people import records as people
from eventdesk.store import settings
from eventdesk.tables.problems import Expectation
from eventdesk.words import Words
from tests.core.eventfolder.story import story

COUNTS = {
    "people": 3,
    "exhibitors": 2,
    "booths": 3,
    "halls": 1,
    "rooms": 2,
    "slots": 2,
    "sessions": 2,
    "tables": 2,
}


def test_everything_in_the_folder_is_in_the_file(folder: Path, tmp_path: Path) -> None:
    created = create_from(tmp_path / "k.eventdesk", folder, desk="Schalter 1")
    assert created.problems == ()
    assert created.ignored == ()
    assert created.counts == COUNTS
    with created.opened() as event:
        assert event.details.title == "Nachbarschaftskonferenz"
        assert (event.details.starts, event.details.ends) == ("2027-03-06T09:00", "2027-03-06T17:00")
        assert event.details.number == "4"
        assert event.desk == "Schalter 1"
        assert settings.get(event.db, "weights.unplaced") == "500"
        assert all(result is True for result in event.verify().values())
    with open_event(tmp_path / "k.eventdesk") as again:
        assert people.count(again.db) == 3


def test_the_fair_is_stored_in_millimetres_and_tied_together(folder: Path, tmp_path: Path) -> None:
    with create_from(tmp_path / "k.eventdesk", folder).opened() as event:
        hall = fair.halls(event.db)[0]
        first, second, third = fair.booths(event.db)
        pinned, plain = fair.exhibitors(event.db)
    assert (hall.width_mm, hall.depth_mm, hall.background) == (60_000, 26_500, "h1.png")
    assert (first.hall, first.depth_mm, first.power, first.wall) == (hall.id, 2_500, Power.V400, True)
    assert first.extra == {"Teppich": "rot"}
    assert (second.rotation, second.power, second.step_free) == (270, Power.V230, True)
    assert (second.state, second.reason) == (BoothState.BLOCKED, "Rohrbruch")
    assert (third.y_mm, third.power, third.extra) == (10_250, Power.NONE, {})
    assert (pinned.pinned, pinned.session, pinned.size, pinned.votable) == (first.id, "S1", 2, False)
    assert (pinned.sector, pinned.wish_1, pinned.wish_2, pinned.priority) == ("civil_society", "A", "B", 3)
    assert (plain.pinned, plain.size, plain.priority, plain.votable) == (None, 1, 1, True)


def test_the_programme_keeps_local_times_and_names_of_strangers(folder: Path, tmp_path: Path) -> None:
    with create_from(tmp_path / "k.eventdesk", folder).opened() as event:
        early, late = panels.slots(event.db)
        hall, foyer = sorted(panels.rooms(event.db), key=lambda room: room.ref)
        forum, workshop = panels.sessions(event.db)
    assert (early.starts, early.ends) == ("2027-03-06T10:00", "2027-03-06T10:50")
    assert (late.starts, late.ends) == ("2027-03-06T11:00", "2027-03-06T11:50")
    assert (hall.door_x_mm, hall.door_y_mm, hall.equipment) == (-3_000, 0, ("Beamer", "Flip Chart"))
    assert (foyer.name, foyer.door_x_mm, foyer.unavailable) == ("R2", None, ("Z2", "Z1"))
    assert (forum.slot, forum.room, forum.capacity) == (early.id, hall.id, None)
    assert (forum.speakers, forum.moderators) == (("P2", "P1"), ("Dr. Anna Groß", "P3"))
    assert (workshop.kind, workshop.capacity, workshop.repeat_of) == (SessionKind.WORKSHOP, 20, "S1")


def test_people_come_with_their_way_through_the_day(folder: Path, tmp_path: Path) -> None:
    with create_from(tmp_path / "k.eventdesk", folder).opened() as event:
        elif_, oksana, joern = people.everyone(event.db)
        where = guide_for(event, Words("en"))
        assert where(elif_) == ["Booth A-1", "Forum 1 · Saal 3A · 10:00"]
        assert where(joern) == ["Forum 1 · Saal 3A · 10:00"]
        assert where(oksana) == ["Forum 1 · Saal 3A · 10:00", "Tisch 1"]
    assert elif_.extra == {"Lieblingsfarbe": "blau"}
    assert (oksana.wishes, oksana.ticket) == (("S1", "S2"), "ABC-7")
    assert len({elif_.code, oksana.code, joern.code} - {""}) == 3


def test_points_come_in_order_with_the_rule_of_their_kind(folder: Path, tmp_path: Path) -> None:
    with create_from(tmp_path / "k.eventdesk", folder).opened() as event:
        entrance, lunch = checkin.points(event.db)
    assert (entrance.name, entrance.kind, entrance.rule) == ("Haupteingang", PointKind.ENTRANCE, Rule.AFTER_EXIT)
    assert (lunch.name, lunch.kind, lunch.rule) == ("Mittagessen", PointKind.CATERING, Rule.ONCE_A_DAY)
    assert (lunch.roles, lunch.days, lunch.capacity) == (("participant", "speaker"), ("2027-03-06",), 120)


@pytest.mark.parametrize(("language", "name"), [("de", "Eingang"), ("en", "Entrance"), ("Englisch", "Entrance")])
def test_an_event_without_points_gets_an_entrance(tmp_path: Path, language: str, name: str) -> None:
    (tmp_path / "event.toml").write_text(f'title = "Klein"\nlanguage = "{language}"\n', "utf-8")
    with create_from(tmp_path / "k.eventdesk", tmp_path).opened() as event:
        assert [(point.name, point.kind) for point in checkin.points(event.db)] == [(name, PointKind.ENTRANCE)]


def test_creation_cannot_be_undone(folder: Path, tmp_path: Path) -> None:
    with create_from(tmp_path / "k.eventdesk", folder).opened() as event:
        assert event.undo() == UndoRefused(Refusal.NOTHING)
        for entry in event.journal():
            refused = event.undo(entry.eid)
            assert isinstance(refused, UndoRefused)
            assert refused.reason is Refusal.NOT_UNDOABLE
        assert people.count(event.db) == 3


def test_with_a_wrong_cell_no_file_is_made(folder: Path, tmp_path: Path) -> None:
    with (folder / "halls.csv").open("a", encoding="utf-8") as file:
        file.write("H2;Halle 2;breit;10;\n")
    created = create_from(tmp_path / "k.eventdesk", folder)
    assert created.event is None
    assert [(each.file, each.line, each.column, each.value) for each in created.problems] == [
        ("halls.csv", 3, "width_m", "breit")
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["konferenz"]
    with pytest.raises(KnownError) as error:
        created.opened()
    assert error.value.fault is Fault.BAD_CELLS


def test_good_rows_leave_out_what_hangs_on_a_bad_row(folder: Path, tmp_path: Path) -> None:
    (folder / "halls.csv").write_text("hall;name;width_m;depth_m\nH1;Halle 1;60;26\nH2;Halle 2;?;26\n", "utf-8")
    with (folder / "booths.csv").open("a", encoding="utf-8") as file:
        file.write("C-1;H2;C;0;0;3;3\nC-2;H1;C;0;0;3;3\n")
    with (folder / "exhibitors.csv").open("a", encoding="utf-8") as file:
        file.write("E3;Auf dem Gang;;;;;;;;;;;;;;C-1\n")
    with (folder / "people.csv").open("a", encoding="utf-8") as file:
        file.write("P4;Rosa;Klein;;;;vielleicht\nP5;Ida;Nolte;;;;;E3\nP6;Jo;Alt;;;;;E7\n")
    assert len(read_source(folder).problems) == 3

    created = create_from(tmp_path / "k.eventdesk", folder, good_rows=True)
    told = [(each.file, each.line, each.column, each.expected) for each in created.problems]
    assert told == [
        ("halls.csv", 3, "width_m", Expectation.METRES),
        ("booths.csv", 5, "hall", Expectation.KNOWN_ID),
        ("exhibitors.csv", 4, "pinned", Expectation.KNOWN_ID),
        ("people.csv", 5, "status", Expectation.CHOICE),
        ("people.csv", 7, "exhibitor", Expectation.KNOWN_ID),
    ]
    assert created.counts == COUNTS | {"booths": 4, "people": 4}
    with created.opened() as event:
        assert [booth.ref for booth in fair.booths(event.db)] == ["A-1", "A-2", "B-1", "C-2"]
        assert all(result is True for result in event.verify().values())


def test_good_rows_without_a_title_take_the_name_of_the_folder(folder: Path, tmp_path: Path) -> None:
    (folder / "event.toml").write_text('venue = "Stadthalle"\n', "utf-8")
    assert create_from(tmp_path / "k.eventdesk", folder).event is None
    with create_from(tmp_path / "k.eventdesk", folder, good_rows=True).opened() as event:
        assert event.details.title == "konferenz"


def test_two_rows_about_one_person_are_one_person_and_said_so(folder: Path, tmp_path: Path) -> None:
    people_csv = "vorname;nachname;e-mail\nRosa;Klein;rosa@example.org\nRosa;Klein;rosa@example.org\n"
    (folder / "people.csv").write_text(people_csv, "utf-8")
    created = create_from(tmp_path / "k.eventdesk", folder)
    assert created.counts["people"] == 1
    assert [remark.line for remark in created.remarks if remark.file == "people.csv"] == [3]
    created.opened().close()


def test_an_existing_file_is_left_alone(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "k.eventdesk"
    file.write_text("mine", "utf-8")
    with pytest.raises(KnownError) as error:
        create_from(file, folder)
    assert error.value.fault is Fault.FILE_EXISTS
    assert file.read_text("utf-8") == "mine"


def test_a_failure_in_the_middle_leaves_no_file(folder: Path, tmp_path: Path) -> None:
    def breaking() -> datetime:
        raise RuntimeError("the clock fell off the wall")

    with pytest.raises(RuntimeError, match="fell off"):
        create_from(tmp_path / "k.eventdesk", folder, clock=breaking)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["konferenz"]


def test_files_that_eventdesk_has_no_use_for_are_named(folder: Path, tmp_path: Path) -> None:
    (folder / "exhibitor.csv").write_text("exhibitor;name\nE9;Verloren\n", "utf-8")
    (folder / "README.txt").write_text("hello", "utf-8")
    created = create_from(tmp_path / "k.eventdesk", folder)
    assert created.ignored == ("exhibitor.csv",)
    assert created.counts == COUNTS
    created.opened().close()


def test_an_empty_table_is_no_table(folder: Path, tmp_path: Path) -> None:
    (folder / "cafe.csv").write_text("", "utf-8")
    created = create_from(tmp_path / "k.eventdesk", folder)
    assert created.counts == COUNTS | {"tables": 0}
    created.opened().close()


def test_without_the_other_table_a_wish_is_kept_but_a_hall_is_missing(folder: Path) -> None:
    for name in ("sessions", "exhibitors"):
        (folder / f"{name}.csv").unlink()
    assert read_source(folder).problems == ()
    (folder / "halls.csv").unlink()
    problems = read_source(folder).problems
    assert [(each.file, each.column, each.expected) for each in problems] == [
        ("booths.csv", "hall", Expectation.KNOWN_ID)
    ] * 3


@pytest.mark.parametrize("name", sorted(path.parent.name for path in paths.seeds().glob("*/event.toml")))
def test_the_sample_events_are_whole(name: str, tmp_path: Path) -> None:
    created = create_from(tmp_path / "k.eventdesk", paths.seeds() / name)
    assert (created.problems, created.remarks, created.ignored) == ((), (), ())
    with created.opened() as event:
        told = story(event)
    assert len(told["people"]) == created.counts["people"] > 0
    assert all(person.name and person.foreign_id for person in told["people"])


def test_a_folder_with_few_columns_loads(tmp_path: Path) -> None:
    tables = {
        "halls": "hall;name;width_m;depth_m\nH1;Hall 1;44;16\nH2;Hall 2;44;16\n",
        "booths": "booth;hall;island;x_m;y_m;width_m;depth_m;rotation;power;wall;step_free;state\n"
        "B1;H1;I1;0;0;3;3;0;2;yes;yes;free\nB2;H1;I1;3;0;3;3;0;0;no;yes;blocked\n",
        "exhibitors": "exhibitor;name;theme;size;power;wall;step_free;wish_1;wish_2;competitor;session;pinned;priority;"
        "status\nX1;One;T1;1;1;no;no;I1;I1;;S1;B1;1;confirmed\nX2;Two;T1;2;0;no;no;;;C1;;;2;cancelled\n",
        "rooms": "room;name;hall;door_x_m;door_y_m;capacity\nR1;Forum 1;H1;-3.0;38.5;100\n",
        "slots": "slot;starts;ends\nT1;2027-03-06T10:00;2027-03-06T11:00\n",
        "sessions": "session;title;kind;speakers;moderators;needs;unavailable\nS1;Forum;forum;SP1,SP2;MO1;;T1\n",
        "people": "id;given_name;family_name;organisation;roles;wishes\nSP1;Elif;Demirtaş;Verein;speaker;S1\n",
    }
    (tmp_path / "event.toml").write_text('title = "Fair"\nstarts = "2027-03-06T09:00"\nlanguage = "de"\n', "utf-8")
    for name, text in tables.items():
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
    created = create_from(tmp_path / "k.eventdesk", tmp_path)
    assert created.problems == ()
    with created.opened() as event:
        assert [room.door_y_mm for room in panels.rooms(event.db)] == [38_500]
        assert [session.speakers for session in panels.sessions(event.db)] == [("SP1", "SP2")]
        assert [exhibitor.size for exhibitor in fair.exhibitors(event.db)] == [1, 2]
