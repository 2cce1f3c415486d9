"""What a list changes in people who are in the file already, without taking back what was corrected at the desk.

Three states are compared: what the last import wrote, what the list says now, what the file holds. A field follows the
list only where the list itself has changed since; else the desk's word stands. Who was made of two people follows the
list only where it says what no import wrote into either.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from eventdesk.people import records
from eventdesk.people.importing.drafts import Drafts
from eventdesk.people.importing.records import Stored
from eventdesk.people.importing.snapshot import Snapshot

_AT = {name: at for at, name in enumerate(records.COLUMNS)}
_KEPT = frozenset({"code", "origin"})
_OF_THE_LIST = ("source", "foreign_id", "ticket")


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """New texts for some columns of one person in the file, and extra fields that are new, different or gone ("")."""

    person_id: int
    name: str
    columns: Mapping[str, str]
    extras: Mapping[str, str]


def merge(snapshot: Snapshot, drafts: Drafts, known: Mapping[int, Stored]) -> list[PlannedChange]:
    """Return what the list changes; `known` tells by row of the list who in the file it is."""
    differing = _differing(drafts, known)
    if not differing and not drafts.extras and not (snapshot.extras and drafts.readable):
        return []
    former: defaultdict[int, list[Stored]] = defaultdict(list)
    for each in snapshot.former:
        former[each.row[0]].append(each.row)
    changes = []
    for row, stored in known.items():
        person_id = stored[0]
        columns = differing.get(row, {})
        if person_id in snapshot.imported:
            bases, selves = snapshot.imported[person_id], former[person_id]
            columns = {name: text for name, text in columns.items() if _list_decides(name, text, bases, selves)}
        had = snapshot.extras.get(person_id, {})
        fields = {name: text for name, text in drafts.fields_beyond(row).items() if had.get(name) != text}
        fields |= {name: "" for name in drafts.read_now(row) if had.get(name)} if had else {}
        if columns or fields:
            name = records.person_of(stored, {}).name
            changes.append(PlannedChange(person_id, name, columns, fields))
    return changes


def _differing(drafts: Drafts, known: Mapping[int, Stored]) -> dict[int, dict[str, str]]:
    """Find by row the columns in which list and file differ."""
    compared = [(name, _AT[name], cells) for name, cells in drafts.columns.items() if name not in _KEPT]
    found: dict[int, dict[str, str]] = {}
    for row, stored in known.items():
        differing = {name: cells[row] for name, at, cells in compared if cells[row] != stored[at]}
        if differing:
            differing = _without_others_ids(differing, drafts, row, stored)
        if differing:
            found[row] = differing
    return found


def _without_others_ids(differing: dict[str, str], drafts: Drafts, row: int, stored: Stored) -> dict[str, str]:
    """Leave a person the id and ticket of the list that they came from first; another list adds what is missing."""
    same_list = stored[_AT["source"]] in {"", drafts.column("source")[row]}
    brings_id = "foreign_id" in drafts.columns and bool(drafts.column("foreign_id")[row])
    left = dict(differing)
    if not same_list or not brings_id:
        left.pop("source", None)
        left.pop("foreign_id", None)
    if stored[_AT["ticket"]] and (not same_list or not left.get("ticket")):
        left.pop("ticket", None)
    return left


def _list_decides(column: str, text: str, imported: Sequence[Mapping[str, str]], former: Iterable[Stored]) -> bool:
    """Say whether the list has changed since it was last imported. For somebody never imported, any text is news.

    What lists know a person by is theirs, unless it led to somebody who was merged into this person.
    """
    if column in _OF_THE_LIST:
        return all(text != row[_AT[column]] for row in former)
    known = {base[column] for base in imported if column in base}
    return text not in known if known else bool(text)
