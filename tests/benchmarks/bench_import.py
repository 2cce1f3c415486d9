"""How long the import of a long list takes, beside a bare executemany of the same person rows into the same table.

    python tests/benchmarks/bench_import.py [--people 100000] [--rounds 3] [--without-derived]

The floor writes the finished rows in one transaction, with the table's indexes and the file's settings, but without
reading, checking, comparing, journal and search index; its ids come in the random order in which they are drawn. The
import is free to draw them in ascending order, and does. Prints medians of interleaved rounds, and where the time goes.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from eventdesk.desk import create_event
from eventdesk.event import Event
from eventdesk.people import records
from eventdesk.people.importing import ImportStep, import_people
from eventdesk.store import database
from eventdesk.store.access import Value
from eventdesk.tables.writing import write_table

GOALS = {"csv": 4.0, "xlsx": 5.0}
HEADER = (
    "id",
    "given_name",
    "family_name",
    "title",
    "organisation",
    "position",
    "sector",
    "roles",
    "email",
    "phone",
    "languages",
    "needs",
    "note",
    "status",
    "code",
)
GIVEN = ("Elif", "Jörn", "Oksana", "Farid", "Thị", "Łukasz", "Anke", "Selin", "Piotr", "Amal", "Şükrü", "Іван", "فريد")
STARTS = ("Demir", "Meyer", "Nechyp", "Rahm", "Nguy", "Wój", "Schrö", "Özt", "Kowal", "Khat", "Çağl", "Groß", "Kühl")
ENDINGS = (
    "taş",
    "lüerßen",
    "orenko",
    "ani",
    "ễn",
    "cik",
    "der",
    "türk",
    "ski",
    "ib",
    "ayan",
    "er",
    "dt",
    "mann",
    "oğlu",
)


def people(number: int) -> Iterator[list[str]]:
    """Invent the rows of a list; about as many names are alike as in a real one."""
    chance = random.Random(8)
    for at in range(number):
        given, family = chance.choice(GIVEN), chance.choice(STARTS) + chance.choice(ENDINGS)
        if chance.random() < 0.7:
            family = f"{family}-{chance.choice(STARTS)}{chance.choice(ENDINGS)}"
        yield [
            f"P{at}",
            given,
            family,
            chance.choice(["", "", "", "", "Dr."]),
            f"Verein {chance.randrange(997)} für Integration",
            chance.choice(["", "Vorstand", "Projektleitung"]),
            chance.choice(["civil_society", "administration", "business", ""]),
            chance.choice(["participant", "participant", "Ausstellerin", "speaker, moderator"]),
            f"person.{at}@example.org",
            f"+49 511 {at:07d}",
            chance.choice(["Deutsch", "Deutsch, Türkçe", "Українська"]),
            "",
            "",
            "registered",
            f"TICKET{at:010d}",
        ]


def floor(folder: Path, rows: list[tuple[Value, ...]]) -> float:
    """Write the finished rows with one executemany; returns seconds."""
    path = folder / "floor.eventdesk"
    database.create_file(path)
    connection = database.open_file(path).connection
    marks = ", ".join("?" * len(records.COLUMNS))
    start = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(f"INSERT INTO person ({', '.join(records.COLUMNS)}) VALUES ({marks})", rows)
    connection.execute("COMMIT")
    spent = time.perf_counter() - start
    connection.close()
    path.unlink()
    return spent


def journalled(folder: Path, rows: list[tuple[Value, ...]]) -> float:
    """Write the finished rows by ascending id through the door, without derived tables; returns seconds."""
    from eventdesk.codes import Op

    path = folder / "door.eventdesk"
    with Event.create(path) as event:
        start = time.perf_counter()
        with event.transact(Op.IMPORT, "people") as tx:
            tx.insert_many("person", records.COLUMNS, rows)
        spent = time.perf_counter() - start
    path.unlink()
    return spent


def ours(folder: Path, table: Path, make: Callable[[Path], Event]) -> tuple[float, dict[str, float]]:
    """Import a list into an empty event; returns seconds, and seconds by step."""
    path = folder / "event.eventdesk"
    steps: dict[ImportStep, float] = {}

    def note(step: ImportStep, _done: float) -> None:
        steps.setdefault(step, time.perf_counter())

    with make(path) as event:
        start = time.perf_counter()
        result = import_people(event, table, progress=note)
        end = time.perf_counter()
        if result.plan.added != records.count(event.db):
            raise SystemExit(f"{result.plan.added} were to be added, {records.count(event.db)} are there")
    path.unlink()
    reading, comparing, writing = (steps[step] for step in ImportStep)
    return end - start, {"read": comparing - reading, "compare": writing - comparing, "write": end - writing}


def finished_rows(folder: Path, table: Path) -> list[tuple[Value, ...]]:
    """Return the rows that an import of this list writes."""
    path = folder / "rows.eventdesk"
    with Event.create(path) as event:
        import_people(event, table)
        rows = [tuple(row) for row in records.stored(event.db)]
    path.unlink()
    random.Random(1).shuffle(rows)
    return rows


def main() -> None:
    """Run the rounds and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without-derived", action="store_true", help="leave out the search index")
    options = parser.parse_args()
    make: Callable[[Path], Event] = Event.create if options.without_derived else create_event
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tables = {kind: folder / f"people.{kind}" for kind in GOALS}
        for table in tables.values():
            write_table(table, HEADER, people(options.people))
        rows = finished_rows(folder, tables["csv"])
        floors, doors = [], []
        times: dict[str, list[float]] = {kind: [] for kind in GOALS}
        parts: dict[str, dict[str, list[float]]] = {kind: {} for kind in GOALS}
        for _ in range(options.rounds):
            floors.append(floor(folder, rows))
            doors.append(journalled(folder, sorted(rows)))
            for kind, table in tables.items():
                spent, steps = ours(folder, table, make)
                times[kind].append(spent)
                for step, seconds in steps.items():
                    parts[kind].setdefault(step, []).append(seconds)
        tell(options.people, floors, doors, times, parts)


def tell(
    number: int,
    floors: list[float],
    doors: list[float],
    times: dict[str, list[float]],
    parts: dict[str, dict[str, list[float]]],
) -> None:
    """Print the ratio of each kind beside its floor."""
    base = statistics.median(floors)
    print(f"{number} people")
    print(f"{'bare executemany':28} {base:7.2f} s  1.00 ×")
    door = statistics.median(doors)
    print(f"{'the same through the door':28} {door:7.2f} s  {door / base:4.2f} ×")
    for kind, goal in GOALS.items():
        spent = statistics.median(times[kind])
        print(f"{'import of ' + kind:28} {spent:7.2f} s  {spent / base:4.2f} ×  (goal: {goal:.0f} ×)")
        print("    " + ", ".join(f"{step} {statistics.median(seconds):.2f} s" for step, seconds in parts[kind].items()))


if __name__ == "__main__":
    main()
