"""The SQL of search: the index of people, the words they are found by, and the questions put to both."""

import json
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from typing import Protocol

from eventdesk.store.access import Reader, Row, Value, Writer

Entry = tuple[Value, ...]
"""A row of search_person: id, sort, family, given, organisation, mail, tail."""

WORD_COLUMNS = slice(2, 5)
"""Where an entry holds the words that go into search_word; those of mail addresses do not."""

_FOUND = "p.id, p.sort, p.family, p.given, p.organisation, p.mail"
_PERSON = "person.id, family_name, given_name, native_name, organisation, email, code"
_LAST = "\U0010ffff"
_MANY = 300
_SOME = 200
_REFILL = 200
BULK = 5_000
"""From so many entries on they are written otherwise than one by one."""
_BYTES_AT_ONCE = 1 << 26
_PAGES_JOINED = 4
_ENTRIES_A_PAGE = 4
_DEPTH = 3
_MATCHING = (
    f"SELECT {_FOUND} FROM (SELECT rowid AS id FROM search_text WHERE search_text MATCH ? LIMIT ?) t"
    " CROSS JOIN search_person p ON p.id = t.id"
)


class Answers(Protocol):
    """What answers questions: the reader of a file, or who remembers what it said."""

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """Return all rows."""


def everybody(reader: Reader) -> list[int]:
    """Return the ids of all people."""
    return [row[0] for row in reader.rows("SELECT id FROM person")]


def people(reader: Reader, ids: Sequence[int]) -> list[Row]:
    """Return what people are called: id, family, given and native name, organisation, e-mail address, code."""
    return reader.rows(f"SELECT {_PERSON} FROM json_each(?) CROSS JOIN person ON person.id = value", json.dumps(ids))


def state(reader: Reader) -> tuple[int, int]:
    """Return what is another one as soon as anything is written to the file, from here or elsewhere."""
    (found,) = reader.rows("SELECT total_changes(), data_version FROM pragma_data_version")
    return found[0], found[1]


def anybody(reader: Reader) -> bool:
    """Say whether the index holds anybody."""
    return bool(reader.value("SELECT EXISTS (SELECT 1 FROM search_person)"))


def entries(reader: Reader, ids: Sequence[int]) -> list[Row]:
    """Return the index entries of these people."""
    sql = f"SELECT {_FOUND}, p.tail FROM json_each(?) CROSS JOIN search_person p ON p.id = value"
    return reader.rows(sql, json.dumps(ids))


def add(writer: Writer, rows: Sequence[Entry]) -> None:
    """Write new entries; they are found by their words when they are enrolled."""
    writer.run_many("INSERT INTO search_person VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


@contextmanager
def filled_at_once(writer: Writer) -> Iterator[None]:
    """Let the empty table of entries be filled without its indexes: to make them from all entries is sooner done."""
    indexes = writer.rows(
        "SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'search_person' AND type = 'index' AND sql IS NOT NULL"
    )
    for name, _sql in indexes:
        writer.run(f"DROP INDEX {name}")
    yield
    for _name, sql in indexes:
        writer.run(sql)


def enrol(writer: Writer, ids: Sequence[Value]) -> None:
    """Write the words of new entries, whose ids are in ascending order.

    Each question goes to every part of the index: therefore many entries become one part.
    """
    if len(ids) < BULK:
        if ids:
            _write_words(writer, ids)
        return
    writer.run("INSERT INTO search_text (search_text, rank) VALUES ('hashsize', ?)", _BYTES_AT_ONCE)
    _write_words(writer, ids[:-_DEPTH])
    # What has just been written lies on top, where later edits would be joined to it, large as it is. Each time that a
    # joining of all parts begins they sink two levels; that this one has only begun costs nothing
    for each in ids[-_DEPTH:]:
        _write_words(writer, [each])
        _join(writer, -1)


def keep_joined(writer: Writer, written: int) -> None:
    """Join small parts after so many entries were written or deleted: as many pages as it takes to keep up with that.

    Left to itself, the index joins none for a while and then hundreds of pages in one transaction.
    """
    if writer.value("SELECT v FROM search_text_config WHERE k = 'automerge'") != 0:
        writer.run("INSERT INTO search_text (search_text, rank) VALUES ('automerge', 0)")
    _join(writer, _PAGES_JOINED + written // _ENTRIES_A_PAGE)


def let_go(writer: Writer) -> None:
    """Free the memory in which the index has gathered what was written at once.

    It never does so by itself, and passes through all of it with each beginning of a word that it is asked for: half of
    what a keystroke takes, after 100,000 people. Only for a transaction that has not written to the index yet.
    """
    # Opens the tables of the index anew when they are needed next; changes nothing in the file
    writer.run("PRAGMA writable_schema=RESET")


def parts(reader: Reader) -> int:
    """Return of how many parts the index of people is made."""
    return int(reader.value("SELECT count(DISTINCT segid) FROM search_text_idx"))


def at_most(reader: Reader, people: int) -> bool:
    """Say whether the index holds no more people than these."""
    return bool(reader.value("SELECT count(*) <= ? FROM (SELECT 1 FROM search_person LIMIT ? + 1)", people, people))


def join_anew(writer: Writer) -> None:
    """Make one part of the index by writing the words of all people anew."""
    writer.run("INSERT INTO search_text (search_text) VALUES ('delete-all')")
    _write_words(writer, [row[0] for row in writer.rows("SELECT id FROM search_person ORDER BY id")])


def join_parts(writer: Writer, pages: int, *, begin: bool) -> bool:
    """Go on with joining all parts of the index into one, or begin it; returns whether more is left to join."""
    before = writer.value("SELECT total_changes()")
    _join(writer, -pages if begin else pages)
    return bool(writer.value("SELECT total_changes()") - before > 1)


def _join(writer: Writer, pages: int) -> None:
    """Join parts of the index until so many pages are written. Below 0: all parts, else those of like size."""
    writer.run("INSERT INTO search_text (search_text, rank) VALUES ('merge', ?)", pages)


def _write_words(writer: Writer, ids: Sequence[Value]) -> None:
    writer.run(
        "INSERT INTO search_text (rowid, family, given, organisation, mail)"
        " SELECT p.id, family, given, organisation, mail FROM json_each(?) CROSS JOIN search_person p ON p.id = value",
        json.dumps(ids),
    )


def remove(writer: Writer, rows: Sequence[Entry]) -> None:
    """Delete entries."""
    ids = json.dumps([row[0] for row in rows])
    # An index that keeps no texts of its own must be told what it forgets
    writer.run(
        "INSERT INTO search_text (search_text, rowid, family, given, organisation, mail)"
        " SELECT 'delete', p.id, family, given, organisation, mail"
        " FROM json_each(?) CROSS JOIN search_person p ON p.id = value",
        ids,
    )
    writer.run("DELETE FROM search_person WHERE id IN (SELECT value FROM json_each(?))", ids)


def clear(writer: Writer) -> None:
    """Empty the whole index."""
    writer.run("INSERT INTO search_text (search_text) VALUES ('delete-all')")
    writer.run("DELETE FROM search_person")
    writer.run("DELETE FROM search_word")
    _clear_inside(writer)


def unknown(reader: Reader, words: AbstractSet[str]) -> set[str]:
    """Return those words that the index does not have yet."""
    rows = reader.rows(
        "SELECT word FROM json_each(?) CROSS JOIN search_word ON word = value",
        json.dumps(list(words), ensure_ascii=False),
    )
    return set(words).difference(row[0] for row in rows)


def unused(reader: Reader, words: AbstractSet[str]) -> list[str]:
    """Return those words that no name and no organisation holds any more."""
    rows = reader.rows(
        "SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM search_text WHERE search_text MATCH"
        " '{family given organisation} : \"' || value || '\"')",
        json.dumps(list(words), ensure_ascii=False),
    )
    return [row[0] for row in rows]


def add_words(writer: Writer, words: Sequence[tuple[str, str]]) -> None:
    """Write new words with their skeletons."""
    writer.run_many("INSERT INTO search_word (word, skeleton) VALUES (?, ?)", words)
    writer.run_many("INSERT INTO search_inside (word) VALUES (?)", ((word,) for word, _ in words if len(word) > 3))


def remove_words(writer: Writer, words: Sequence[str]) -> None:
    """Delete words."""
    writer.run_many("DELETE FROM search_word WHERE word = ?", ((word,) for word in words))
    if len(words) > _REFILL:
        _clear_inside(writer)
        writer.run("INSERT INTO search_inside (word) SELECT word FROM search_word WHERE length(word) > 3")
        return
    for word in words:
        writer.run(
            "DELETE FROM search_inside WHERE rowid IN"
            " (SELECT rowid FROM search_inside WHERE search_inside MATCH ? AND word = ?)",
            _trigrams(word),
            word,
        )


def _clear_inside(writer: Writer) -> None:
    writer.run("DELETE FROM search_inside")
    writer.run("INSERT INTO search_inside (search_inside) VALUES ('optimize')")


def _trigrams(part: str) -> str:
    return " AND ".join(f'"{part[at : at + 3]}"' for at in range(max(1, len(part) - 2)))


def beginning(words: Iterable[str]) -> str:
    """Return the match expression for a word that begins with any of these (folded words only, here and below)."""
    return " OR ".join(f'"{word}"*' for word in words)


def being(words: Iterable[str]) -> str:
    """Return the match expression for a word that is one of these."""
    return " OR ".join(f'"{word}"' for word in words)


def all_of(expressions: Iterable[str]) -> str:
    """Return the match expression for people whom all of these match."""
    return " AND ".join(f"({each})" for each in expressions)


def in_columns(columns: str, expression: str) -> str:
    """Return the match expression that looks into these columns only."""
    return f"{{{columns}}} : ({expression})"


def matching(reader: Answers, expression: str, limit: int) -> list[Row]:
    """Return entries that match, in no order."""
    return reader.rows(_MATCHING, expression, limit)


def first_matching(reader: Answers, expression: str, limit: int) -> list[Row]:
    """Return the first of those entries that match, in the order of lists; looks at 300 of them at most."""
    return reader.rows(f"{_MATCHING} ORDER BY p.sort LIMIT ?", expression, max(_MANY, limit), limit)


def closest_matching(reader: Answers, expression: str, limit: int) -> list[Row]:
    """Return those entries that match and have the shortest family names; looks at 200 of them at most."""
    return reader.rows(f"{_MATCHING} ORDER BY length(p.family), p.sort LIMIT ?", expression, max(_SOME, limit), limit)


def listed_from(reader: Answers, key: str, limit: int) -> list[Row]:
    """Return the first entries whose sorting key begins with `key`, in the order of lists."""
    return reader.rows(
        f"SELECT {_FOUND} FROM search_person p WHERE p.sort >= ? AND p.sort < ? ORDER BY p.sort LIMIT ?",
        key,
        key + _LAST,
        limit,
    )


def with_code(reader: Answers, digits: str, limit: int) -> list[Row]:
    """Return the entries of those whose badge code begins or ends with these digits, four at least."""
    # Two statements' worth of ids: an OR over both tables would leave the indexes unused
    return reader.rows(
        f"SELECT {_FOUND} FROM search_person p WHERE p.id IN ("
        " SELECT id FROM (SELECT id FROM person WHERE code >= ?1 AND code < ?1 || ':' LIMIT ?3)"
        " UNION SELECT s.id FROM search_person s CROSS JOIN person c ON c.id = s.id"
        " WHERE s.tail <> '' AND s.tail = ?2 AND substr(c.code, -length(?1)) = ?1)"
        " ORDER BY p.sort LIMIT ?3",
        digits,
        digits[-4:],
        limit,
    )


def with_ticket(reader: Answers, ticket: str, limit: int) -> list[Row]:
    """Return (entry …, ticket) of those whose foreign ticket code begins so, as typed or in one case of letters."""
    spellings = dict.fromkeys((ticket, ticket.upper(), ticket.lower()))
    return reader.rows(
        f"SELECT {_FOUND}, person.ticket FROM json_each(?) CROSS JOIN person ON ticket >= value AND ticket < value || ?"
        " AND ticket <> '' CROSS JOIN search_person p ON p.id = person.id LIMIT ?",
        json.dumps(list(spellings), ensure_ascii=False),
        _LAST,
        limit,
    )


def words_around(reader: Answers, part: str, limit: int) -> list[str]:
    """Return words that hold `part`, three letters at least, but do not begin with it; the shortest first."""
    rows = reader.rows(
        "SELECT word FROM search_inside WHERE search_inside MATCH ? AND instr(word, ?) > 1"
        " ORDER BY length(word), word LIMIT ?",
        _trigrams(part),
        part,
        limit,
    )
    return [row[0] for row in rows]


def words_sounding(reader: Answers, skeleton: str) -> list[str]:
    """Return the words with this skeleton."""
    return [row[0] for row in reader.rows("SELECT word FROM search_word WHERE skeleton = ? ORDER BY word", skeleton)]


def words_starting_to_sound(reader: Answers, skeleton: str, limit: int) -> list[str]:
    """Return words whose skeleton begins so, the shortest skeletons first."""
    rows = reader.rows(
        "SELECT word FROM search_word WHERE skeleton >= ? AND skeleton < ? ORDER BY length(skeleton), word LIMIT ?",
        skeleton,
        skeleton + _LAST,
        limit,
    )
    return [row[0] for row in rows]


def words_among(reader: Answers, words: Sequence[str]) -> list[str]:
    """Return those of `words` that the index has."""
    rows = reader.rows(
        "SELECT word FROM json_each(?) CROSS JOIN search_word ON word = value ORDER BY word", json.dumps(words)
    )
    return [row[0] for row in rows]


def words_beginning(reader: Answers, head: str, limit: int) -> list[str]:
    """Return the first words that begin with `head`, in the order of letters."""
    sql = "SELECT word FROM search_word WHERE word >= ? AND word < ? ORDER BY word LIMIT ?"
    return [row[0] for row in reader.rows(sql, head, head + _LAST, limit)]


def words_beginning_with_any(reader: Answers, heads: Sequence[str], limit: int) -> list[str]:
    """Return words that begin with any of `heads`."""
    rows = reader.rows(
        "SELECT DISTINCT word FROM json_each(?) CROSS JOIN search_word ON word >= value AND word < value || '{'"
        " ORDER BY length(word), word LIMIT ?",
        json.dumps(heads),
        limit,
    )
    return [row[0] for row in rows]
