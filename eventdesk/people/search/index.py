"""Keeps the search index true to the people in the file, inside every transaction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext

from eventdesk.people.search import records
from eventdesk.people.search.folding import Folder, mail_words
from eventdesk.people.search.records import Entry
from eventdesk.people.search.sounds import skeleton
from eventdesk.people.sorting import sort_key
from eventdesk.store.access import Row, Value, Writer
from eventdesk.store.derived import Refresher

_TAIL = 4
_CHUNK = 10_000
_FEW_PARTS = 4
_FEW_PEOPLE = 1_000


def refresher() -> Refresher:
    """Return what keeps the index: listens to people, folds them anew, forgets who is gone."""
    return Refresher(frozenset({"person"}), refresh, rebuild, tidy)


def refresh(writer: Writer, touched: Mapping[str, frozenset[int]]) -> None:
    """Bring the entries of the touched people up to date."""
    ids = sorted(touched.get("person", ()))
    indexed = records.anybody(writer)
    new: list[Value] = []
    written = 0
    before: set[str] = set()
    after: set[str] = set()
    with nullcontext() if indexed or len(ids) < records.BULK else records.filled_at_once(writer):
        for come, gone in _changes(writer, ids, indexed=indexed):
            records.remove(writer, gone)
            records.add(writer, come)
            new += [person for person, *_ in come]
            written += len(come) + len(gone)
            before |= _words(gone)
            after |= _words(come)
    records.enrol(writer, new)
    if 0 < written < records.BULK:
        records.keep_joined(writer, written)
    records.remove_words(writer, records.unused(writer, before - after))
    _learn(writer, after)


def _changes(writer: Writer, ids: Sequence[int], *, indexed: bool) -> Iterator[tuple[list[Entry], list[Entry]]]:
    """Yield the entries to write, and those to delete before, some thousand people at a time."""
    scribe = _Scribe()
    for start in range(0, len(ids), _CHUNK):
        some = ids[start : start + _CHUNK]
        stored = {row[0]: tuple(row) for row in records.entries(writer, some)} if indexed else {}
        wanted = scribe.entries(records.people(writer, some))
        yield _differing(wanted, stored) if stored else (wanted, [])


def _differing(wanted: Sequence[Entry], stored: Mapping[Value, Entry]) -> tuple[list[Entry], list[Entry]]:
    """Return the entries to write, and those to delete before."""
    come = [entry for entry in wanted if stored.get(entry[0]) != entry]
    same = {entry[0] for entry in wanted}.difference(entry[0] for entry in come)
    return come, [entry for person, entry in stored.items() if person not in same]


def rebuild(writer: Writer) -> None:
    """Empty the index and fill it from all people."""
    records.clear(writer)
    refresh(writer, {"person": frozenset(records.everybody(writer))})


def tidy(writer: Writer, pages: int, begin: bool) -> bool:
    """Join the parts of the index, of which each question goes to all, if there are many; returns whether more is left.

    A bit writes so many pages; 100,000 people are some six thousand. What people who are gone have left is read as well
    and writes none: where few people are left, the index is soonest made anew.
    """
    if begin:
        records.let_go(writer)
    if begin and records.parts(writer) <= _FEW_PARTS:
        return False
    if begin and records.at_most(writer, _FEW_PEOPLE):
        records.join_anew(writer)
        return False
    return records.join_parts(writer, pages, begin=begin)


class _Scribe:
    """Writes index entries; remembers what it has folded."""

    def __init__(self) -> None:
        self._folder = Folder()
        self._keys = _Keys()

    def entries(self, rows: Sequence[Row]) -> list[Entry]:
        """Return the index entries of people, column by column, which is faster than row by row."""
        if not rows:
            return []
        folder, keys = self._folder, self._keys
        people, families, givens, natives, organisations, mails, codes = zip(*rows, strict=True)
        sort = [f"{keys[family]} {keys[given]}".strip() for family, given in zip(families, givens, strict=True)]
        given = [folder[name] for name in givens]
        for at, native in enumerate(natives):
            if native:
                sort[at] = sort[at] or keys[native]
                given[at] = self._with_native(given[at], native, folder[families[at]])
        return list(
            zip(
                people,
                sort,
                [folder[name] for name in families],
                given,
                [folder[name] for name in organisations],
                _mail_words(mails),
                [code[-_TAIL:] for code in codes],
                strict=True,
            )
        )

    def _with_native(self, given: str, native_name: str, family: str) -> str:
        """Add to `given` the words of the native name that neither name has."""
        known = f" {given} {family} "
        new = [word for word in dict.fromkeys(self._folder.each(native_name)) if f" {word} " not in known]
        return " ".join([given, *new] if given else new) if new else given


def _mail_words(addresses: Sequence[str]) -> Sequence[str]:
    """Return the words of each address; all together, which is faster than one by one."""
    words = mail_words("\n".join(addresses)).split("\n")
    return words if len(words) == len(addresses) else [mail_words(address) for address in addresses]


class _Keys(dict[str, str]):
    """Sorting keys of names. That of "Müller, Anna" is put together from those of its parts."""

    def __missing__(self, name: str) -> str:
        key = self[name] = sort_key(name)
        return key


def _words(entries: Iterable[Sequence[object]]) -> set[str]:
    texts = {text for entry in entries for text in entry[records.WORD_COLUMNS]}
    return {word for text in texts for word in str(text).split()}


def _learn(writer: Writer, words: set[str]) -> None:
    records.add_words(writer, [(word, skeleton(word)) for word in sorted(records.unknown(writer, words))])
