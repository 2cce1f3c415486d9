"""The sample events are complete and consistent, read here with csv and tomllib instead of our own readers."""

import csv
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

from eventdesk import paths

EVENTS = (
    "integrationskonferenz-4",
    "integrationskonferenz-9",
    "integra-netzwerktreffen",
    "harburg-integrationskonferenz",
)
COUNTS = {
    "integrationskonferenz-4": {
        "people": 700, "exhibitors": 81, "halls": 2, "booths": 90, "rooms": 6, "slots": 4, "sessions": 10, "cafe": 0
    },
    "integrationskonferenz-9": {
        "people": 312, "exhibitors": 12, "halls": 1, "booths": 14, "rooms": 4, "slots": 5, "sessions": 10, "cafe": 0
    },
    "integra-netzwerktreffen": {
        "people": 34, "exhibitors": 0, "halls": 0, "booths": 0, "rooms": 1, "slots": 5, "sessions": 5, "cafe": 0
    },
    "harburg-integrationskonferenz": {
        "people": 104, "exhibitors": 0, "halls": 1, "booths": 0, "rooms": 2, "slots": 6, "sessions": 6, "cafe": 13
    },
}  # fmt: skip
KEYS = {
    "people": "id", "exhibitors": "exhibitor", "halls": "hall", "booths": "booth", "rooms": "room", "slots": "slot",
    "sessions": "session", "cafe": "table",
}  # fmt: skip
GERMAN = {
    "kennung": "id", "vorname": "given_name", "nachname": "family_name", "name_in_eigener_schrift": "native_name",
    "funktion": "position", "sektor": "sector", "rollen": "roles", "e-mail": "email", "telefon": "phone",
    "sprachen": "languages", "notiz": "note", "hinweis": "attention", "gruppe": "group", "ausstellende": "exhibitor",
    "wuensche": "wishes", "ort": "town", "raum": "room", "halle": "hall", "ausstattung": "equipment",
    "stufenfrei": "step_free", "tuer_x_m": "door_x_m", "tuer_y_m": "door_y_m", "nicht_verfuegbar": "unavailable",
    "zeitfenster": "slot", "beginn": "starts", "ende": "ends", "programmpunkt": "session", "art": "kind",
    "sprechende": "speakers", "sprache": "language", "wiederholung_von": "repeat_of", "tisch": "table",
    "gastgeber": "host", "frage": "question", "breite_m": "width_m", "tiefe_m": "depth_m", "hintergrund": "background",
    "bedarf": "needs", "titel": "title", "moderation": "moderators",
}  # fmt: skip
ROLES = {
    "participant", "volunteer", "exhibitor", "speaker", "moderator", "interpreter", "helper", "press", "guest", "host",
    "organiser",
}  # fmt: skip
CODES = {
    "status": {"registered", "cancelled", "pending", "waiting"},
    "sector": {"", "civil_society", "administration", "business", "politics"},
}
KINDS = {"panel", "forum", "podium", "workshop", "plenary", "cafe"}
Row = dict[str, str]


def read(event: str, table: str) -> list[Row]:
    """Return the rows of one table with English headers; a file that is missing has none."""
    path = paths.seeds() / event / f"{table}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, delimiter=";", strict=True)
    english = [
        ("seats" if table == "cafe" else "capacity") if name == "plaetze" else GERMAN.get(name, name) for name in header
    ]
    return [dict(zip(english, row, strict=True)) for row in rows]


def about(event: str) -> dict[str, Any]:
    return tomllib.loads((paths.seeds() / event / "event.toml").read_text(encoding="utf-8"))


def ids(cell: str) -> list[str]:
    return [each for each in cell.replace(",", " ").split() if each]


def words(cell: str) -> list[str]:
    return [each.strip() for each in cell.split(",") if each.strip()]


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def known(event: str, table: str) -> set[str]:
    return {row[KEYS[table]] for row in read(event, table)}


def registered(event: str) -> set[str]:
    return {row["id"] for row in read(event, "people") if row["status"] == "registered"}


@pytest.mark.parametrize("event", EVENTS)
def test_counts_are_exact(event: str) -> None:
    assert {table: len(read(event, table)) for table in KEYS} == COUNTS[event]
    assert {path.name for path in (paths.seeds() / event).iterdir()} == {
        "event.toml", *(f"{table}.csv" for table, count in COUNTS[event].items() if count),
        *(["hall_parts.csv", "pictures"] if COUNTS[event]["booths"] else []),
        *(["cafe_rounds.csv"] if COUNTS[event]["cafe"] else []),
    }  # fmt: skip


def test_there_are_no_other_sample_events() -> None:
    assert {path.name for path in paths.seeds().iterdir() if path.is_dir()} == set(EVENTS)


@pytest.mark.parametrize("path", sorted(paths.seeds().glob("*/*.*")), ids=lambda each: "/".join(each.parts[-2:]))
def test_files_are_clean_utf_8(path: Path) -> None:
    raw = path.read_bytes()
    text = raw.decode("utf-8")
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert text.endswith("\n")
    assert text == unicodedata.normalize("NFC", text)
    if path.suffix == ".csv":
        cells = [cell for row in csv.reader(text.splitlines(), delimiter=";", strict=True) for cell in row]
        assert [cell for cell in cells if cell != cell.strip() or "  " in cell] == []


@pytest.mark.parametrize("event", [event for event in EVENTS if COUNTS[event]["exhibitors"]])
def test_chosen_projects_have_portraits_and_small_pictures(event: str) -> None:
    exhibitors = read(event, "exhibitors")
    chosen = [row for row in exhibitors if row["brochure"] == "yes"]
    assert len(chosen) >= 12
    assert all(row["portrait"] and row["town"] for row in chosen)
    pictures = {row["picture"] for row in chosen if row["picture"]}
    assert pictures == {f"pictures/{path.name}" for path in (paths.seeds() / event / "pictures").iterdir()}
    assert all((paths.seeds() / event / name).stat().st_size < 16_000 for name in pictures)
    with_consent = {"contact", "photo", "invite"}
    assert {word for row in exhibitors for word in words(row["consents"])} == with_consent
    assert all("photo" not in words(row["consents"]) for row in exhibitors if not row["picture"])


@pytest.mark.parametrize("event", EVENTS)
def test_event_is_described(event: str) -> None:
    facts = about(event)
    needed = {
        "title",
        "subtitle",
        "starts",
        "ends",
        "venue",
        "address",
        "organiser",
        "language",
        "series",
        "number",
        "points",
    }
    assert needed <= facts.keys()
    assert all(facts[key] for key in needed)
    assert facts["language"] == "de"
    assert moment(facts["starts"]) < moment(facts["ends"])
    assert facts["points"][0]["kind"] == "entrance"
    assert {point["kind"] for point in facts["points"]} <= {"entrance", "room", "catering"}
    rooms = {room["name"] for room in read(event, "rooms")}
    assert {point["name"] for point in facts["points"] if point["kind"] == "room"} <= rooms


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("table", sorted(KEYS))
def test_ids_are_unique_and_can_stand_in_lists(event: str, table: str) -> None:
    found = [row[KEYS[table]] for row in read(event, table)]
    assert [name for name, count in Counter(found).items() if count > 1] == []
    assert [name for name in found if ids(name) != [name]] == []


def references(event: str) -> Iterator[tuple[str, str, set[str]]]:
    """Yield where a reference stands, what it says, and what there is."""
    there = {table: known(event, table) for table in KEYS}
    islands = {booth["island"] for booth in read(event, "booths")}
    places = [
        ("people", "exhibitor", there["exhibitors"]), ("people", "wishes", there["sessions"]),
        ("booths", "hall", there["halls"]), ("rooms", "hall", there["halls"]), ("rooms", "unavailable", there["slots"]),
        ("exhibitors", "wish_1", islands), ("exhibitors", "wish_2", islands),
        ("exhibitors", "session", there["sessions"]),
        ("exhibitors", "pinned", there["booths"]), ("sessions", "speakers", registered(event)),
        ("sessions", "moderators", registered(event)), ("sessions", "slot", there["slots"]),
        ("sessions", "room", there["rooms"]), ("sessions", "unavailable", there["slots"]),
        ("sessions", "repeat_of", there["sessions"]), ("cafe", "host", registered(event)),
    ]  # fmt: skip
    for table, column, targets in places:
        for row in read(event, table):
            for name in ids(row.get(column, "")):
                yield f"{table}.{column} of {row[KEYS[table]]}", name, targets


@pytest.mark.parametrize("event", EVENTS)
def test_references_resolve(event: str) -> None:
    found = list(references(event))
    assert len(found) >= 10
    assert [(where, name) for where, name, targets in found if name not in targets] == []


@pytest.mark.parametrize("event", EVENTS)
def test_people_use_known_codes(event: str) -> None:
    for row in read(event, "people"):
        assert row["given_name"] or row["family_name"], row["id"]
        assert words(row["roles"]), row["id"]
        assert set(words(row["roles"])) <= ROLES, row["id"]
        for column, codes in CODES.items():
            assert row[column] in codes, (row["id"], column)
        assert len(ids(row.get("wishes", ""))) == len(set(ids(row.get("wishes", "")))), row["id"]
        if row.get("exhibitor"):
            assert "exhibitor" in words(row["roles"]), row["id"]


@pytest.mark.parametrize("event", EVENTS)
def test_nobody_can_be_written_to_or_called(event: str) -> None:
    for row in read(event, "people") + read(event, "exhibitors"):
        if row["email"]:
            assert row["email"].rpartition("@")[2] in {"example.org", "example.com"}, row
            assert row["email"].isascii(), row
        digits = "".join(filter(str.isdigit, row["phone"])).removeprefix("49").lstrip("0")
        fictitious = digits.startswith(("3023125", "4066969", "17139200", "176040690")) or "5550" in digits[2:]
        assert not digits or fictitious, row["phone"]


@pytest.mark.parametrize("event", EVENTS)
def test_programme_holds_together(event: str) -> None:
    begin, end = (moment(about(event)[key]) for key in ("starts", "ends"))
    slots = [(moment(row["starts"]), moment(row["ends"])) for row in read(event, "slots")]
    assert all(begin <= starts < ends <= end for starts, ends in slots)
    assert all(first[1] <= second[0] for first, second in pairwise(slots))
    rooms = {row["room"] for row in read(event, "rooms")}
    for session in read(event, "sessions"):
        assert session["kind"] in KINDS
        assert session["room"] in {"", *rooms}
        assert session["slot"] not in ids(session["unavailable"])


def can_be_held(sessions: list[Row], rooms: list[Row], slots: list[str], taken: frozenset[tuple[str, str]]) -> bool:
    """Whether every session finds a slot and a room, with nobody and no room in two places at a time (tries all)."""
    if not sessions:
        return True
    session, *later = sessions
    people = ids(session["speakers"]) + ids(session["moderators"])
    for slot in [session["slot"]] if session["slot"] else slots:
        for room in rooms:
            claims = {(slot, f"room {room['room']}"), *((slot, person) for person in people)}
            fits = session["room"] in {"", room["room"]} and set(words(session["needs"])) <= set(
                words(room["equipment"])
            )
            off = slot in ids(session["unavailable"]) + ids(room["unavailable"])
            if fits and not off and not claims & taken and can_be_held(later, rooms, slots, taken | claims):
                return True
    return False


@pytest.mark.parametrize("event", EVENTS)
def test_a_timetable_exists(event: str) -> None:
    settled_first = sorted(read(event, "sessions"), key=lambda row: (not row["room"], not row["slot"]))
    assert can_be_held(settled_first, read(event, "rooms"), [row["slot"] for row in read(event, "slots")], frozenset())


Spot = tuple[float, float, float, float]


def area(booth: Row) -> Spot:
    x, y = float(booth["x_m"]), float(booth["y_m"])
    return x, y, x + float(booth["width_m"]), y + float(booth["depth_m"])


@pytest.mark.parametrize("event", EVENTS)
def test_booths_lie_in_their_hall_and_apart(event: str) -> None:
    halls = {row["hall"]: (float(row["width_m"]), float(row["depth_m"])) for row in read(event, "halls")}
    booths = read(event, "booths")
    for booth in booths:
        left, top, right, bottom = area(booth)
        assert 0 <= left < right <= halls[booth["hall"]][0], booth["booth"]
        assert 0 <= top < bottom <= halls[booth["hall"]][1], booth["booth"]
        assert (booth["state"] == "blocked") == bool(booth["reason"]), booth["booth"]
    for one, other in combinations(booths, 2):
        a, b = area(one), area(other)
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert one["hall"] != other["hall"] or apart, (one["booth"], other["booth"])


def side_by_side(one: Row, other: Row) -> bool:
    same = all(one[key] == other[key] for key in ("hall", "island", "y_m", "depth_m", "rotation"))
    return same and (area(one)[2] == area(other)[0] or area(other)[2] == area(one)[0])


def meets(exhibitor: Row, spot: tuple[Row, ...]) -> bool:
    """Whether a booth, or a pair of booths, is enough: power and wall by either, step-free by all."""
    return (
        max(int(booth["power"]) for booth in spot) >= int(exhibitor["power"])
        and (exhibitor["wall"] == "no" or any(booth["wall"] == "yes" for booth in spot))
        and (exhibitor["step_free"] == "no" or all(booth["step_free"] == "yes" for booth in spot))
        and exhibitor["pinned"] in {"", *(booth["booth"] for booth in spot)}
    )


def match(wanted: dict[str, list[str]]) -> dict[str, str]:
    """Give each exhibitor one booth of its list, as many as possible (augmenting paths). Returns booth: exhibitor."""
    given: dict[str, str] = {}

    def find(exhibitor: str, seen: set[str]) -> bool:
        for booth in wanted[exhibitor]:
            if booth not in seen:
                seen.add(booth)
                if booth not in given or find(given[booth], seen):
                    given[booth] = exhibitor
                    return True
        return False

    for exhibitor in wanted:
        find(exhibitor, set())
    return given


def placeable(pairs: list[Row], singles: list[Row], booths: list[Row], used: frozenset[str]) -> bool:
    """Whether all fit on the booths that are not used: those of two booths are tried, the others matched."""
    free = [booth for booth in booths if booth["booth"] not in used]
    if not pairs:
        wanted = {one["exhibitor"]: [booth["booth"] for booth in free if meets(one, (booth,))] for one in singles}
        return len(match(wanted)) == len(singles)
    kept = {one["pinned"] for one in singles}
    spots = [
        (a, b)
        for a, b in combinations([booth for booth in free if booth["booth"] not in kept], 2)
        if side_by_side(a, b) and meets(pairs[0], (a, b))
    ]
    spots.sort(key=lambda spot: sum(int(booth["power"]) + (booth["wall"] == "yes") for booth in spot))
    return any(placeable(pairs[1:], singles, booths, used | {a["booth"], b["booth"]}) for a, b in spots)


@pytest.mark.parametrize("event", ["integrationskonferenz-4", "integrationskonferenz-9"])
def test_every_exhibitor_can_be_placed(event: str) -> None:
    booths = [booth for booth in read(event, "booths") if booth["state"] == "free"]
    exhibitors = read(event, "exhibitors")
    assert {row["size"] for row in exhibitors} <= {"1", "2"}
    pairs = sorted((row for row in exhibitors if row["size"] == "2"), key=lambda row: row["power"], reverse=True)
    singles = [row for row in exhibitors if row["size"] == "1"]
    assert placeable(pairs, singles, booths, frozenset())
    strong = [dict(singles[0], exhibitor=f"x{number}", power="2", pinned="") for number in range(5)]
    assert not placeable([], strong, booths, frozenset())


def test_fourth_conference_has_the_people_of_its_story() -> None:
    people = read("integrationskonferenz-4", "people")
    exhibitors = {row["exhibitor"]: row for row in read("integrationskonferenz-4", "exhibitors")}
    named = {(row["given_name"], row["family_name"]): row for row in people}
    elif_ = named["Elif", "Demirtaş"]
    assert elif_["attention"] == "Standausweis und Parkkarte liegen im Umschlag „B-14“ bereit."
    assert exhibitors[elif_["exhibitor"]]["pinned"] == "B-14"
    forum = next(row for row in read("integrationskonferenz-4", "sessions") if elif_["id"] in ids(row["speakers"]))
    assert (forum["slot"], forum["room"]) == ("Z2", "S3A")
    assert named["Farid", "Rahmani"]["native_name"] == "فرید رحمانی"
    assert named["Oksana", "Nechyporenko"]["native_name"] == "Оксана Нечипоренко"
    for name in [
        ("Anke", "Schröder"),
        ("Jörn", "Meyer-Lüerßen"),
        ("Thị Hạnh", "Nguyễn"),
        ("Piotr", "Kowalski"),
        ("Selin", "Öztürk"),
    ]:
        assert named[name]["status"] == "registered"
    assert {row["theme"] for row in exhibitors.values()} == {
        "Patenschaft", "Sprache", "Arbeit & Bildung", "Begegnung", "Beratung", "Kultur"
    }  # fmt: skip


def test_names_are_as_varied_as_those_of_guests() -> None:
    people = [row for event in EVENTS for row in read(event, "people")]
    natives = "".join(row["native_name"] for row in people)
    for script in ("ARABIC", "CYRILLIC", "GREEK", "HEBREW", "TAMIL"):
        assert any(unicodedata.name(letter, "").startswith(script) for letter in natives), script
    assert "\u200c" in natives
    latin = "".join(row["given_name"] + row["family_name"] for row in people)
    assert set("ßäöüÖÜİışŞğçłąŻńạễêȚá’") <= set(latin)
    assert any(not row["family_name"] for row in people)
    assert any(unicodedata.name(row["family_name"][:1] or " ").startswith("CYRILLIC") for row in people)
    assert max(len(row["given_name"] + row["family_name"]) for row in people) > 50
    fourth = Counter((row["given_name"], row["family_name"]) for row in read("integrationskonferenz-4", "people"))
    assert {name for name, count in fourth.items() if count > 1} == {("Anna", "Schmidt"), ("Mehmet", "Yılmaz")}
    assert fourth["Mehmet", "Yilmaz"] == 1


def test_ninth_conference_mixes_sectors_wishes_and_tickets() -> None:
    people = read("integrationskonferenz-9", "people")
    assert {row["sector"] for row in people} == CODES["sector"]
    assert sum(bool(row["wishes"]) for row in people) > 0.7 * len(people)
    codes = [row["code"] for row in people if row["code"]]
    assert len(set(codes)) == len(codes)
    assert 0.4 * len(people) < len(codes) < 0.6 * len(people)
    again = {row["repeat_of"]: row for row in read("integrationskonferenz-9", "sessions") if row["repeat_of"]}
    first = {row["session"]: row for row in read("integrationskonferenz-9", "sessions")}
    assert set(again) == {"P1", "P2", "P3"}
    assert all(row["slot"] != first[name]["slot"] for name, row in again.items())
    assert all(row["speakers"] == first[name]["speakers"] for name, row in again.items())


def test_harburg_has_a_seat_for_everyone_and_a_host_at_each_table() -> None:
    tables = read("harburg-integrationskonferenz", "cafe")
    people = {row["id"]: row for row in read("harburg-integrationskonferenz", "people")}
    assert sum(int(table["seats"]) for table in tables) == len(people) == 104
    assert len({table["host"] for table in tables}) == len({table["question"] for table in tables}) == 13
    assert all("host" in words(people[table["host"]]["roles"]) for table in tables)
    header = (
        (paths.seeds() / "harburg-integrationskonferenz" / "people.csv").read_text(encoding="utf-8").partition("\n")[0]
    )
    assert {"kennung", "vorname", "nachname", "wuensche", "hinweis"} <= set(header.split(";"))
