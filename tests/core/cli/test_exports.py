"""What is written for others can be read back, and what badges say about themselves is true."""

import csv
from pathlib import Path

from eventdesk.badges.actions import mark_printed
from eventdesk.desk import open_event
from eventdesk.fair import records as fair
from eventdesk.fair.booth import Booth
from eventdesk.panels import records as panels
from eventdesk.panels.session import Session
from eventdesk.people import records as people_records
from tests.core.cli.conftest import Call

NOBODY = {"badges": 0, "pages": 0, "shrunk": [], "overflow": [], "missing_glyphs": []}
TABLES = {
    "booths": """\
booth;hall;island;x_m;y_m;width_m;depth_m;rotation;power;wall;step_free;state;reason;Teppich
B-14;H1;B;1,5;-2;3;2,125;90;400 V;ja;x;blocked;=Rohrbruch; rot
B-15;H1;;100;0;3;2;;;;;;;
""",
    "slots": "slot;starts;ends\nZ1;2027-03-06T10:00;2027-03-06T10:50\nZ2;2027-03-06T11:00;2027-03-06T11:50\n",
    "rooms": "room;capacity\nR1;80\nR2;20\n",
    "sessions": """\
session;title;kind;speakers;moderators;needs;slot;room;unavailable;language;capacity;repeat_of;Farbe
S1;Forum 1;forum;P2 P1;Dr. Anna Groß, P3;Beamer, Flip Chart;Z1;R1;Z2;de;;;
S2;Werkstatt;workshop;;;;;R2;Z1,Z2;;20;S1;gelb
""",
}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def booths(path: Path) -> list[dict[str, object]]:
    with open_event(path) as event:
        halls = {hall.id: hall.ref for hall in fair.halls(event.db)}
        return [_named(booth, hall=halls[booth.hall]) for booth in fair.booths(event.db)]


def sessions(path: Path) -> list[dict[str, object]]:
    with open_event(path) as event:
        slots: dict[int | None, str] = {slot.id: slot.ref for slot in panels.slots(event.db)}
        rooms: dict[int | None, str] = {room.id: room.ref for room in panels.rooms(event.db)}
        found = panels.sessions(event.db)
        return [_named(each, slot=slots.get(each.slot), room=rooms.get(each.room)) for each in found]


def _named(thing: Booth | Session, **names: object) -> dict[str, object]:
    return {name: getattr(thing, name) for name in thing.__slots__ if name != "id"} | names


def test_exported_booths_and_sessions_make_the_same_event_again(call: Call, folder: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.eventdesk", tmp_path / "second.eventdesk"
    for name, text in TABLES.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    assert call("new", first, "--from", folder).code == 0
    for name in ("booths", "sessions"):
        assert call("export", first, name, "-o", folder / f"{name}.csv").code == 0
    written = rows(folder / "booths.csv")
    assert list(written[0])[:7] == ["booth", "hall", "island", "x_m", "y_m", "width_m", "depth_m"]
    assert [(row["booth"], row["x_m"], row["depth_m"], row["power"]) for row in written] == [
        ("B-14", "1.5", "2.125", "2"),
        ("B-15", "100", "2", "0"),
    ]
    assert [(row["session"], row["slot"], row["room"]) for row in rows(folder / "sessions.csv")] == [
        ("S1", "Z1", "R1"),
        ("S2", "", "R2"),
    ]
    assert call("new", second, "--from", folder).code == 0
    assert booths(second) == booths(first)
    assert sessions(second) == sessions(first)
    assert booths(first)[0]["extra"] == {"Teppich": "rot"}


def test_an_export_of_nothing_has_the_columns(call: Call, file: Path, tmp_path: Path) -> None:
    target = tmp_path / "sessions.csv"
    assert call("export", file, "sessions", "-o", target).code == 0
    assert target.read_text("utf-8-sig").startswith('"session";"title";"kind";"speakers"')


def test_wrong_settings_are_an_answer(call: Call, folder: Path, tmp_path: Path) -> None:
    (folder / "event.toml").write_text("title = 5\npoints = 3\n", "utf-8")
    answer = call("new", tmp_path / "x.eventdesk", "--from", folder)
    assert answer.code == 3
    assert "event.toml" in answer.out + answer.err


def test_nobody_left_to_print_is_an_answer_too(call: Call, file: Path, tmp_path: Path) -> None:
    assert call("badges", file, "-o", tmp_path / "all.pdf", "--mark-printed").code == 0
    again = ("badges", file, "-o", tmp_path / "x.pdf", "--only", "not-printed")
    told = call(*again, "--json")
    assert (told.code, told.json) == (3, NOBODY)
    said = call(*again)
    assert (said.code, said.out) == (3, "")
    assert said.err.strip()


def test_what_a_badge_cannot_show_is_said_as_it_is(call: Call, folder: Path, tmp_path: Path) -> None:
    endless = "Wolfe" * 60
    (folder / "people.csv").write_text(f"id;given_name;family_name\nP1;😀;Demirtaş\nP2;{endless};Groß\n", "utf-8")
    assert call("new", tmp_path / "k.eventdesk", "--from", folder).code == 0
    badges = ("badges", tmp_path / "k.eventdesk", "-o", tmp_path / "k.pdf", "--language", "en")
    lines = call(*badges).out.splitlines()
    assert "😀 Demirtaş: “😀” cannot be shown on a badge; write it in letters." in lines
    assert any(f"“{endless}” is too long for a badge, which shows “Wolfe" in line for line in lines)
    assert not any("Latin" in line or "small" in line for line in lines)
    told = call(*badges, "--json").json
    assert [(each["text"], each["shown"]) for each in told["missing_glyphs"]] == [("😀", "")]
    assert [(each["cut"], each["size"] >= 6) for each in told["overflow"]] == [(True, True)]


def test_the_print_log_is_exported_newest_first(call: Call, file: Path, tmp_path: Path) -> None:
    assert call("badges", file, "-o", tmp_path / "all.pdf", "--boxes", "2", "--mark-printed").code == 0
    people = people_by_name(file)
    with open_event(file, desk="Schalter 2") as event:
        mark_printed(event, [people["Elif"]], "Etiketten", "lost", template="label-62")
    target = tmp_path / "prints.csv"
    assert call("export", file, "prints", "-o", target).code == 0
    first, *others = rows(target)
    assert (first["name"], first["printer"], first["reason"], first["desk"], first["box"]) == (
        "Demirtaş, Elif", "Etiketten", "lost", "Schalter 2", "",
    )  # fmt: skip
    assert sorted((row["name"], row["box"], row["number"], row["template"]) for row in others) == [
        ("Demirtaş, Elif", "D–M", "1", "a6-classic"),
        ("Meyer-Lüerßen, Jörn", "D–M", "2", "a6-classic"),
        ("Nechyporenko, Oksana", "N–R", "3", "a6-classic"),
        ("Rahmani, Farid", "N–R", "4", "a6-classic"),
    ]


def people_by_name(path: Path) -> dict[str, int]:
    with open_event(path) as event:
        return {person.given_name: person.id for person in people_records.everyone(event.db)}
