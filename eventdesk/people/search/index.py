"""Keeps the search index true to the people in the file, inside every transaction."""

from collections.abc import Iterable, Mapping, Sequence

from eventdesk.people.search import records
from eventdesk.people.search.folding import Folder, mail_words
from eventdesk.people.search.records import Entry
from eventdesk.people.search.sounds import skeleton
from eventdesk.people.sorting import sort_key
from eventdesk.store.access import Row, Writer
from eventdesk.store.derived import Refresher

_TAIL = 4
_CHUNK = 10_000


def refresher() -> Refresher:
    """Return what keeps the index: listens to people, folds them anew, forgets who is gone."""
    return Refresher(frozenset({"person"}), refresh, rebuild)


def refresh(writer: Writer, touched: Mapping[str, frozenset[int]]) -> None:
    """Bring the entries of the touched people up to date."""
    ids = sorted(touched.get("person", ()))
    scribe = _Scribe()
    before: set[str] = set()
    after: set[str] = set()
    for start in range(0, len(ids), _CHUNK):
        some = ids[start : start + _CHUNK]
        stored = {row[0]: tuple(row) for row in records.entries(writer, some)}
        wanted = [scribe.entry(row) for row in records.people(writer, some)]
        come = [entry for entry in wanted if stored.get(entry[0]) != entry]
        same = {entry[0] for entry in wanted}.difference(entry[0] for entry in come)
        gone = [entry for person, entry in stored.items() if person not in same]
        records.remove(writer, gone)
        records.add(writer, come)
        before |= _words(gone)
        after |= _words(come)
    records.remove_words(writer, records.unused(writer, before - after))
    _learn(writer, after)


def rebuild(writer: Writer) -> None:
    """Empty the index and fill it from all people."""
    records.clear(writer)
    refresh(writer, {"person": frozenset(records.everybody(writer))})


class _Scribe:
    """Writes index entries; remembers what it has folded."""

    def __init__(self) -> None:
        self._folder = Folder()
        self._keys = _Keys()

    def entry(self, row: Row) -> Entry:
        """Return the index entry of one person."""
        person, family_name, given_name, native_name, organisation, mail, code = row
        family, given = self._folder[family_name], self._folder[given_name]
        listed = self._keys[family_name]
        if given_name:
            listed = f"{listed} {self._keys[given_name]}" if listed else self._keys[given_name]
        if native_name:
            given = self._with_native(given, native_name, family)
            listed = listed or self._keys[native_name]
        return person, listed, family, given, self._folder[organisation], mail_words(mail), code[-_TAIL:]

    def _with_native(self, given: str, native_name: str, family: str) -> str:
        """Add to `given` the words of the native name that neither name has."""
        known = f" {given} {family} "
        new = [word for word in dict.fromkeys(self._folder.each(native_name)) if f" {word} " not in known]
        return " ".join([given, *new] if given else new) if new else given


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
