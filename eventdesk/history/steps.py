"""Makes steps of the changes of an entry: one step for each row, a person's extra fields counted as theirs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from eventdesk.checkin.scan import Direction
from eventdesk.codes import Outcome
from eventdesk.history import records
from eventdesk.history.happening import FieldChange, Image, ScanFacts, Step, StepKind
from eventdesk.history.records import Changed
from eventdesk.people.person import Person, Status
from eventdesk.store import times
from eventdesk.store.access import Reader, Row
from eventdesk.words.fields import EXTRA

_SILENT = {
    "person": {"id", "given_name", "family_name", "source", "foreign_id", "code", "origin"},
    "badge_print": {"id", "person", "at", "desk", "digest"},
    "badge_handout": {"id", "person", "at", "desk"},
    "former_key": {"id", "person"},
    "badge_template": {"id", "ref", "body"},
    "picture": {"id", "name", "media", "body"},
    "setting": {"id", "key"},
    "point": {"id", "place"},
}
_OF_A_PERSON = frozenset({"badge_print", "badge_handout", "former_key"})
"""Tables whose rows are called after the person that they belong to."""
_USUAL = {("person", "status", Status.REGISTERED.value), ("badge_print", "number", 0)}
NAME_PARTS = ("given_name", "family_name", "native_name")
Place = tuple[str, int]


@dataclass
class _Row:
    """One row through all changes of one entry."""

    made: bool
    stands: bool = True
    before: dict[str, int | str | None] = field(default_factory=dict)
    after: dict[str, int | str | None] = field(default_factory=dict)

    def take(self, change: Changed) -> None:
        for name, value in (change.before or {}).items():
            if name not in self.after:
                self.before.setdefault(name, value)
        self.after.update(change.after or {})
        self.stands = change.after is not None

    @property
    def image(self) -> Image:
        return {**self.before, **self.after}


def steps_of(reader: Reader, changes: Sequence[Changed], labels: Mapping[str, str]) -> dict[str, tuple[Step, ...]]:
    """Return the steps of each entry, by its id. `labels` are those of the entries: they name what is gone by now."""
    by_entry: defaultdict[str, dict[Place, _Row]] = defaultdict(dict)
    for change in changes:
        place = (change.table, change.row)
        rows = by_entry[change.eid]
        if place not in rows:
            rows[place] = _Row(made=change.before is None)
        rows[place].take(change)
    known = _Known(reader, by_entry.values())
    return {eid: tuple(_steps(known, rows, labels.get(eid, ""))) for eid, rows in by_entry.items()}


class _Known:
    """The names of rows that stand in the file now."""

    def __init__(self, reader: Reader, entries: Iterable[Mapping[Place, _Row]]) -> None:
        wanted: defaultdict[str, set[int]] = defaultdict(set)
        self._extras: dict[int, Image] = {}
        for rows in entries:
            for (table, row_id), row in rows.items():
                wanted[table].add(row_id)
                if table == "extra" and "owner" in row.image:
                    self._extras[row_id] = row.image
                for table_of, column in (("person", "person"), ("point", "point"), ("person", "owner")):
                    other = row.image.get(column)
                    if isinstance(other, int) and table in {*_OF_A_PERSON, "scan", "extra"}:
                        wanted[table_of].add(other)
        self._rows: dict[str, dict[int, Row]] = {
            table: records.names_of(reader, table, list(ids))
            for table, ids in wanted.items()
            if table not in _OF_A_PERSON and table != "scan"
        }

    def person(self, row_id: int, image: Image) -> str:
        row = self._rows.get("person", {}).get(row_id)
        given, family, native = (str(image.get(name, row[name] if row else "") or "") for name in NAME_PARTS)
        return Person(row_id, given, family, native).name

    def named(self, table: str, row_id: int, image: Image) -> str:
        name = image.get("name") or image.get("title") or image.get("key")
        row = self._rows.get(table, {}).get(row_id)
        return str(name or (row["name"] if row and "name" in row.keys() else "") or image.get("ref") or "")  # noqa: SIM118

    def owned(self, row_id: int, image: Image) -> tuple[int, str]:
        """Return whose extra field this is, and its name."""
        known: Image = self._extras.get(row_id) or dict(self._rows.get("extra", {}).get(row_id) or {})
        whole = {**known, **image}
        return int(whole.get("owner") or 0), str(whole.get("name") or "")


def _steps(known: _Known, rows: Mapping[Place, _Row], label: str) -> Iterable[Step]:
    extras: defaultdict[int, list[FieldChange]] = defaultdict(list)
    for (table, row_id), row in rows.items():
        if table == "extra":
            owner, name = known.owned(row_id, row.image)
            before, after = (
                ("" if row.made else row.before.get("value")),
                (row.after.get("value") if row.stands else ""),
            )
            extras[owner].append(FieldChange(f"{EXTRA}{name}", str(before or ""), str(after or "")))
    for (table, row_id), row in rows.items():
        if table == "extra" or not (row.stands or not row.made):
            continue
        kind = StepKind.MADE if row.made else StepKind.CHANGED if row.stands else StepKind.REMOVED
        fields = _fields(table, row, kind)
        if table == "person":
            name = known.person(row_id, row.image) or label
            yield Step(table, row_id, kind, name, (*fields, *extras.pop(row_id, ())))
        elif table == "scan":
            yield Step(table, row_id, kind, label, (), _scan(known, row.image))
        elif table in _OF_A_PERSON:
            person = int(row.image.get("person") or 0)
            yield Step(table, row_id, kind, known.person(person, {}) or label, fields)
        else:
            yield Step(table, row_id, kind, known.named(table, row_id, row.image), fields)
    for owner, left in extras.items():
        yield Step("person", owner, StepKind.CHANGED, known.person(owner, {}) or label, tuple(left))


def _fields(table: str, row: _Row, kind: StepKind) -> tuple[FieldChange, ...]:
    silent = _SILENT.get(table, {"id"}) if kind is not StepKind.CHANGED else {"id"}
    found = []
    for name in row.image:
        before = "" if kind is StepKind.MADE else _text(row.before.get(name))
        after = "" if kind is StepKind.REMOVED else _text(row.after.get(name))
        usual = kind is not StepKind.CHANGED and (table, name, row.image[name]) in _USUAL
        if name not in silent and before != after and not usual:
            found.append(FieldChange(name, before, after))
    return tuple(found)


def _scan(known: _Known, image: Image) -> ScanFacts | None:
    if "outcome" not in image:
        return None
    point = int(image["point"] or 0)
    return ScanFacts(
        outcome=Outcome(str(image["outcome"])),
        direction=Direction(str(image["direction"])),
        forced=bool(image["forced"]),
        at=times.from_text(str(image["at"])),
        point=known.named("point", point, {}),
        code=str(image["code"]),
    )


def _text(value: int | str | None) -> str:
    return "" if value is None else str(value)
