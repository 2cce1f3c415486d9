"""How long the import of a long list takes, beside a bare executemany of the same person rows into the same table.

    python tests/benchmarks/bench_import.py [--people 100000] [--rounds 3] [--without-derived]

The floor writes the finished rows in one transaction, with the table's indexes and the file's settings, but without
reading, checking, comparing, journal and search index; its ids come in the random order in which they are drawn. The
import is free to draw them in ascending order, and does. An import has ended when it is on the disk and everybody is
found; joining the parts of the search index, which makes finding faster, comes after and is told apart. Prints medians
of interleaved rounds, by processor time and by the clock, and where the processor time goes: on a machine that has
other work as well only ratios of processor time mean something.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from eventdesk.codes import Op
from eventdesk.desk import create_event
from eventdesk.event import Event
from eventdesk.people import records
from eventdesk.people.importing import ImportStep, import_people
from eventdesk.store import database
from eventdesk.store.access import Value
from eventdesk.tables.writing import write_table


@dataclass(frozen=True)
class Moment:
    """Seconds of processor and of the clock: at one moment, or from one to another."""

    cpu: float
    clock: float

    @classmethod
    def now(cls) -> Self:
        return cls(time.process_time(), time.perf_counter())

    def __sub__(self, earlier: "Moment") -> "Moment":
        return Moment(self.cpu - earlier.cpu, self.clock - earlier.clock)


@dataclass(frozen=True)
class Import:
    """How long one import took: until it was saved and searchable, until its index was joined, and step by step."""

    searchable: Moment
    tidied: Moment
    steps: dict[str, Moment]


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


def floor(folder: Path, rows: list[tuple[Value, ...]]) -> Moment:
    """Write the finished rows with one executemany."""
    path = folder / "floor.eventdesk"
    database.create_file(path)
    connection = database.open_file(path).connection
    marks = ", ".join("?" * len(records.COLUMNS))
    start = Moment.now()
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(f"INSERT INTO person ({', '.join(records.COLUMNS)}) VALUES ({marks})", rows)
    connection.execute("COMMIT")
    spent = Moment.now() - start
    connection.close()
    path.unlink()
    return spent


def journalled(folder: Path, rows: list[tuple[Value, ...]]) -> Moment:
    """Write the finished rows by ascending id through the door, without derived tables."""
    path = folder / "door.eventdesk"
    with Event.create(path) as event:
        start = Moment.now()
        with event.transact(Op.IMPORT, "people") as tx:
            tx.insert_many("person", records.COLUMNS, rows)
        spent = Moment.now() - start
    path.unlink()
    return spent


def ours(folder: Path, table: Path, make: Callable[[Path], Event]) -> Import:
    """Import a list into an empty event."""
    path = folder / "event.eventdesk"
    steps: dict[ImportStep, Moment] = {}
    saved: list[Moment] = []

    def note(step: ImportStep, _done: float) -> None:
        steps.setdefault(step, Moment.now())

    with make(path) as event:
        event.changed.append(lambda _changes: saved.append(Moment.now()))
        start = Moment.now()
        result = import_people(event, table, progress=note)
        end = Moment.now()
        if result.plan.added != records.count(event.db):
            raise SystemExit(f"{result.plan.added} were to be added, {records.count(event.db)} are there")
    path.unlink()
    reading, comparing, writing = (steps[step] for step in ImportStep)
    (searchable,) = saved
    parts = {"read": comparing - reading, "compare": writing - comparing, "write": searchable - writing}
    return Import(searchable - start, end - start, parts)


def finished_rows(folder: Path, table: Path) -> list[tuple[Value, ...]]:
    """Return the rows that an import of this list writes."""
    path = folder / "rows.eventdesk"
    with Event.create(path) as event:
        import_people(event, table)
        rows = [tuple(row) for row in event.db.rows(f"SELECT {', '.join(records.COLUMNS)} FROM person")]
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
        imports: dict[str, list[Import]] = {kind: [] for kind in GOALS}
        for _ in range(options.rounds):
            floors.append(floor(folder, rows))
            doors.append(journalled(folder, sorted(rows)))
            for kind, table in tables.items():
                imports[kind].append(ours(folder, table, make))
        print(f"{options.people} people{'processor':>31}{'clock':>19}")
        base = median(floors)
        tell("bare executemany", base, base)
        tell("the same through the door", median(doors), base)
        for kind, goal in GOALS.items():
            done = imports[kind]
            tell(f"{kind} until searchable", median([each.searchable for each in done]), base, f"(goal: {goal:.0f} ×)")
            tell(f"{kind} until tidied", median([each.tidied for each in done]), base)
            parts = {step: median([each.steps[step] for each in done]).cpu for step in done[0].steps}
            print("    " + ", ".join(f"{step} {seconds:.2f} s" for step, seconds in parts.items()))


def median(times: list[Moment]) -> Moment:
    """Return the median of processor times and that of clock times."""
    return Moment(statistics.median(each.cpu for each in times), statistics.median(each.clock for each in times))


def tell(what: str, spent: Moment, base: Moment, goal: str = "") -> None:
    """Print a time beside its floor."""
    cpu, clock = (
        f"{spent.cpu:6.2f} s {spent.cpu / base.cpu:5.2f} ×",
        f"{spent.clock:6.2f} s {spent.clock / base.clock:5.2f} ×",
    )
    print(f"{what:28} {cpu}   {clock}   {goal}")


if __name__ == "__main__":
    main()
