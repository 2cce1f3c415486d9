"""Search as you type among 700 and 100,000 people: time per keystroke beside its floors, cost of the index, how soon
the right person stands first, and how many slips of the finger are forgiven.

Run it as a program: python -m tests.benchmarks.bench_search [count …]
"""

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from eventdesk.people.person import Person
from eventdesk.people.search import Searcher, refresher, search
from eventdesk.store import database
from eventdesk.store.access import Reader, Writer, new_id
from tests.benchmarks.search_bound import family_first, in_turn, letters, restless, steady
from tests.benchmarks.search_crowd import Row, crowd

TARGETS = 300
SLIPS = 1_000
PAGES = 150
LETTERS = "abcdefghijklmnopqrstuvwxyz"
TOUCHED = "person"
Crowd = dict[int, Row]


def milliseconds(work: Callable[..., object], *given: object) -> float:
    start = time.perf_counter()
    work(*given)
    return (time.perf_counter() - start) * 1_000


def percentile(values: Sequence[float], part: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def show(name: str, times: Sequence[float]) -> None:
    print(
        f"  {name:<42} p50 {percentile(times, 0.5):8.3f} ms   p99 {percentile(times, 0.99):8.3f} ms   "
        f"max {max(times):8.3f} ms   n {len(times)}"
    )


def filled(connection: sqlite3.Connection, people: Crowd) -> float:
    """Write the people by one bare executemany; returns the milliseconds."""
    columns = list(next(iter(people.values())))
    sql = f"INSERT INTO person (id, {', '.join(columns)}) VALUES (?{', ?' * len(columns)})"
    rows = [(number, *row.values()) for number, row in people.items()]

    def write() -> None:
        connection.execute("BEGIN")
        connection.executemany(sql, rows)
        connection.execute("COMMIT")

    return milliseconds(write)


def build(connection: sqlite3.Connection, people: Crowd) -> None:
    bare = filled(connection, people)
    keeper, writer = refresher(), Writer(connection)
    everybody, nobody = {TOUCHED: frozenset(people)}, {TOUCHED: frozenset[int]()}
    size = _size(connection)
    indexed = in_transaction(connection, keeper.refresh, writer, everybody)
    grown = _size(connection) - size
    rebuilt = in_transaction(connection, keeper.rebuild, writer)
    idle = in_transaction(connection, keeper.refresh, writer, everybody)
    ones = edited(connection, people)
    empty = [in_transaction(connection, keeper.refresh, writer, nobody) for _ in range(50)]
    print(f"  bare executemany {bare:8.0f} ms = 1")
    print(f"  index by one refresh {indexed:.0f} ms = {indexed / bare:.2f} x; {grown / len(people):.0f} bytes a person")
    print(f"  rebuild {rebuilt:8.0f} ms = {rebuilt / bare:.2f} x; refresh that changes nothing {idle:8.0f} ms")
    print(f"  one person renamed and named back, committed: {median(ones):.2f} ms; bare commit {median(empty):.2f} ms")


def tidied(connection: sqlite3.Connection, people: Crowd) -> None:
    """Join the parts of the index, as every import does in the end, and then edit some people."""
    tidy, writer = refresher().tidy, Writer(connection)
    more = begin = True
    while more and tidy is not None:
        connection.execute("BEGIN")
        more = tidy(writer, PAGES, begin)
        connection.execute("COMMIT")
        begin = False
    edited(connection, people)


def edited(connection: sqlite3.Connection, people: Crowd) -> list[float]:
    """Rename fifty people and name them back; returns the milliseconds of each."""
    refresh = refresher().refresh
    return [in_transaction(connection, _renamed, Writer(connection), refresh, number) for number in list(people)[:50]]


def in_transaction(connection: sqlite3.Connection, work: Callable[..., object], *given: object) -> float:
    def run() -> None:
        connection.execute("BEGIN")
        work(*given)
        connection.execute("COMMIT")

    return milliseconds(run)


def _renamed(writer: Writer, refresh: Callable[..., None], number: int) -> None:
    """Rename somebody, and name them as before."""
    former = str(writer.value("SELECT given_name FROM person WHERE id = ?", number))
    for name in (f"{former} Umbenannt", former):
        writer.update("person", number, {"given_name": name})
        refresh(writer, {TOUCHED: frozenset({number})})


def _size(connection: sqlite3.Connection) -> int:
    pages, each = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return int(pages * each)


def typed_strings(rng: random.Random, row: Row) -> Iterator[tuple[str, str]]:
    """Yield what somebody may type to find this person, by kind."""
    given, family = row["given_name"], row["family_name"]
    yield "family name", family
    yield "family, given", f"{family} {given}"
    yield "given, family", f"{given} {family}"
    yield "two beginnings", f"{family[:3]} {given[:3]}"
    if row["organisation"]:
        yield "organisation, family", f"{row['organisation'].split()[0]} {family}"
    if row["email"]:
        yield "e-mail", row["email"]
    yield "end of the code", row["code"][-rng.randint(4, 8) :]
    yield "with a slip", slipped(rng, family)


class Typing:
    """Types texts letter by letter, and takes the time of each keystroke by kind of text, and that of the processor."""

    def __init__(self) -> None:
        self.times: dict[str, list[float]] = {}
        self.busy: list[float] = []

    def type(self, kind: str, text: str, search_for: Callable[[str], object]) -> None:
        for end in range(1, len(text) + 1):
            started = time.thread_time()
            self.times.setdefault(kind, []).append(milliseconds(search_for, text[:end]))
            self.busy.append((time.thread_time() - started) * 1_000)

    @property
    def all(self) -> list[float]:
        return [each for part in self.times.values() for each in part]

    def show(self, name: str) -> None:
        show(name, self.all)
        show("the same, time of the processor only", self.busy)


def texts(people: Crowd, rng: random.Random) -> list[tuple[str, str]]:
    found = [each for number in chosen(rng, people) for each in typed_strings(rng, people[number])]
    rng.shuffle(found)
    return found


def keystrokes(reader: Reader, people: Crowd, rng: random.Random) -> None:
    """Time each keystroke as the desk searches, and beside it as if each text were asked for by itself.

    For each text the searcher is a new one: between two people who are searched for somebody is checked in, and what
    was remembered is forgotten.
    """
    desk, alone = Typing(), Typing()
    like: list[float] = []
    keyed: list[float] = []
    names = texts(people, rng)
    for at, (kind, text) in enumerate(names):
        ways = [(desk, Searcher(reader).search), (alone, lambda typed: search(reader, typed))]
        for typing, search_for in ways if at % 2 else reversed(ways):
            typing.type(kind, text, search_for)
    numbers = list(people)
    folded = "SELECT id FROM search_person WHERE family || ' ' || given LIKE ? LIMIT 50"
    for _, text in names[:150]:
        for end in range(1, min(len(text), 12) + 1, 3):
            like.append(milliseconds(reader.rows, folded, f"%{text[:end].lower()}%"))
            keyed.append(milliseconds(reader.row, "SELECT * FROM person WHERE id = ?", rng.choice(numbers)))
    desk.show("keystroke, all")
    for kind, part in desk.times.items():
        show(f"  {kind}", part)
    alone.show("each text by itself, all")
    for kind, part in alone.times.items():
        show(f"  {kind}", part)
    show("floor: LIKE '%…%' over folded names", like)
    show("floor: one person by key", keyed)
    half = percentile(desk.all, 0.5)
    to_like, to_key = half / percentile(like, 0.5), half / percentile(keyed, 0.5)
    print(f"  p50 of a keystroke: {to_like:.3f} x LIKE, {to_key:.0f} x one person by key")


def untidy(reader: Reader, people: Crowd, rng: random.Random) -> None:
    """Time each text by itself where the index was just written at once, which is how this was measured at first."""
    alone = Typing()
    for kind, text in texts(people, rng):
        alone.type(kind, text, lambda typed: search(reader, typed))
    alone.show("before tidying, each text by itself")


def chosen(rng: random.Random, people: Crowd, most: int = TARGETS) -> list[int]:
    return rng.sample(list(people), min(most, len(people)))


def letters_until_first(reader: Reader, people: Crowd, rng: random.Random) -> None:
    """Count letters (blanks are free) until the right person, or one with the very same name, stands first.

    Beside it stands what no ranking can better: one that keeps who stands first as long as the text fits them, and one
    that may put somebody else first with every letter.
    """
    ways = {"family name, then given name": family_first, "both names in turn (M A, Mü A, Mü An, …)": in_turn}
    names = [_name(row) for row in people.values()]
    numbers = chosen(rng, people)
    for name, way in ways.items():
        needed = [_needed(reader, people, number, way(*_name(people[number]))) for number in numbers]
        counts = [count for count in needed if count is not None]
        print(
            f"  letters until first, {name:<44} median {median(counts):4.1f}   9 of 10 within "
            f"{percentile(counts, 0.9):2.0f}   never {len(needed) - len(counts)}   "
            f"at best {steady(names, way)}, restless {restless(names, way)}"
        )


def _name(row: Row) -> tuple[str, str]:
    return row["family_name"], row["given_name"]


def _needed(reader: Reader, people: Crowd, number: int, texts: Sequence[str]) -> int | None:
    return next((letters(text) for text in texts if _stands_first(reader, people, number, text)), None)


def _stands_first(reader: Reader, people: Crowd, number: int, typed: str) -> bool:
    hits = search(reader, typed)
    return bool(hits) and _called(people[hits[0].person]) == _called(people[number])


def _called(row: Row) -> str:
    return Person(0, given_name=row["given_name"], family_name=row["family_name"]).list_name


def slipped(rng: random.Random, word: str) -> str:
    """Return the word with one slip: a letter left out, put in, taken for another or swapped with the next."""
    at = rng.randrange(len(word) - 1)
    return rng.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + rng.choice(LETTERS) + word[at:],
            word[:at] + rng.choice(LETTERS) + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )


def typo_recall(reader: Reader, people: Crowd, rng: random.Random) -> None:
    """Print how often a person is among the hits (and among the first five) with one slip in the family name."""
    numbers = [number for number in chosen(rng, people, SLIPS) if people[number]["family_name"].isascii()]
    numbers = [number for number in numbers if len(people[number]["family_name"]) > 4]
    for name, with_given in (("family name alone", False), ("family and given name", True)):
        among = first = 0
        for number in numbers:
            row = people[number]
            typed = slipped(rng, row["family_name"]) + (f" {row['given_name']}" if with_given else "")
            called = [_called(people[hit.person]) for hit in search(reader, typed)]
            same = [each.split(",")[0] for each in called] if not with_given else called
            wanted = _called(row) if with_given else _called(row).split(",", maxsplit=1)[0]
            among += wanted in same
            first += wanted in same[:5]
        shares = f"found {among / len(numbers):.1%}, among the first five {first / len(numbers):.1%}"
        print(f"  one slip, {name:<24} {shares}")


def main(counts: Sequence[int]) -> None:
    for count in counts:
        print(f"{count:,} people")
        people = {new_id(): row for row in crowd(count)}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "crowd.eventdesk"
            database.create_file(path)
            connection = database.open_file(path).connection
            try:
                build(connection, people)
                reader, rng = Reader(connection), random.Random(count)
                untidy(reader, people, random.Random(count))
                tidied(connection, people)
                keystrokes(reader, people, rng)
                letters_until_first(reader, people, rng)
                typo_recall(reader, people, rng)
            finally:
                connection.close()


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [700, 100_000])
