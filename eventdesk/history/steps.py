"""Makes steps of the changes of an entry: one step for each row, a person's extra fields counted as theirs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from eventdesk.checkin.records import names_by_code
from eventdesk.checkin.scan import Direction
from eventdesk.codes import Outcome
from eventdesk.history import features, records
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
    **features.SILENT,
}
_OF_A_PERSON = frozenset({"badge_print", "badge_handout", "former_key"})
"""Tables whose rows are called after the person that they belong to."""
_USUAL = {("person", "status", Status.REGISTERED.value), ("badge_print", "number", 0), *features.USUAL}
NAME_PARTS = ("given_name", "family_name", "native_name")
Place = tuple[str, int]
GONE = "…"
"""Stands for the name of a row that is not in the file any more."""


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
    """The names of rows that stand in the file now, and of those that did."""

    def __init__(self, reader: Reader, entries: Iterable[Mapping[Place, _Row]]) -> None:
        wanted: defaultdict[str, set[int]] = defaultdict(set)
        self._extras: dict[int, Image] = {}
        self._written: dict[Place, str] = {}
        referred: defaultdict[str, set[int]] = defaultdict(set)
        codes: set[str] = set()
        for rows in entries:
            for (table, row_id), row in rows.items():
                wanted[table].add(row_id)
                if table == "scan" and row.image.get("person") is None:
                    codes.add(str(row.image.get("code") or ""))
                called = (row.image.get(name) for name in ("name", "title", "ref"))
                self._written[table, row_id] = str(next(filter(None, called), ""))
                if table == "extra" and "owner" in row.image:
                    self._extras[row_id] = row.image
                    wanted[str(row.image["kind"])].add(int(row.image["owner"] or 0))
                for table_of, column in (("person", "person"), ("point", "point")):
                    other = row.image.get(column)
                    if isinstance(other, int) and table in {*_OF_A_PERSON, "scan"}:
                        wanted[table_of].add(other)
                for other_table, other in _referred(table, row):
                    wanted[other_table].add(other)
                    referred[other_table].add(other)
        self._by_code = {
            code: Person(0, row["given_name"], row["family_name"], row["native_name"]).name
            for code, row in names_by_code(reader, codes).items()
        }
        self._rows: dict[str, dict[int, Row]] = {
            table: records.names_of(reader, table, list(ids))
            for table, ids in wanted.items()
            if table not in {*_OF_A_PERSON, *features.KEPT_TOGETHER, "scan"}
        }
        self._gone = {
            table: records.last_names(reader, table, gone)
            for table, ids in referred.items()
            if table != "person" and (gone := ids - self._rows.get(table, {}).keys())
        }

    def scanned(self, image: Image) -> str:
        """Return who has the code today of somebody who was turned away; empty for others, whom the label names."""
        return self._by_code.get(str(image.get("code") or ""), "") if image.get("person") is None else ""

    def person(self, row_id: int, image: Image) -> str:
        row = self._rows.get("person", {}).get(row_id)
        given, family, native = (str(image.get(name, row[name] if row else "") or "") for name in NAME_PARTS)
        return Person(row_id, given, family, native).name

    def named(self, table: str, row_id: int, image: Image) -> str:
        name = image.get("name") or image.get("title") or image.get("key")
        row = self._rows.get(table, {}).get(row_id)
        return str(name or (row["name"] if row and "name" in row.keys() else "") or image.get("ref") or "")  # noqa: SIM118

    def referred(self, table: str, row_id: str) -> str:
        """Return what a row is called that another row refers to; empty if there is none, "…" if nobody knows."""
        if not row_id:
            return ""
        if table == "person":
            return self.person(int(row_id), {}) or GONE
        row = self._rows.get(table, {}).get(int(row_id))
        known = str(row["name"]) if row else self._written.get((table, int(row_id)))
        return known or self._gone.get(table, {}).get(int(row_id)) or GONE

    def seated(self, image: Image) -> str:
        """Return whose seat at a table it was, as far as they have the card still."""
        row = self._rows.get("cafe_itinerary", {}).get(int(image.get("itinerary") or 0))
        return f"{row['holder']} · " if row and row["holder"] else ""

    def owned(self, row_id: int, image: Image) -> tuple[str, int, str]:
        """Return whose extra field this is, by table and row id, and its name."""
        known: Image = self._extras.get(row_id) or dict(self._rows.get("extra", {}).get(row_id) or {})
        whole = {**known, **image}
        return str(whole.get("kind") or "person"), int(whole.get("owner") or 0), str(whole.get("name") or "")


def _steps(known: _Known, rows: Mapping[Place, _Row], label: str) -> Iterable[Step]:
    extras = _extras(known, rows)
    for (table, row_id), row in rows.items():
        if table in {"extra", *features.KEPT_TOGETHER} or not (row.stands or not row.made):
            continue
        kind = StepKind.MADE if row.made else StepKind.CHANGED if row.stands else StepKind.REMOVED
        fields = (*_fields(known, table, row, kind), *extras.pop((table, row_id), ()))
        if table == "scan":
            yield Step(table, row_id, kind, known.scanned(row.image) or label, (), _scan(known, row.image))
        else:
            yield Step(table, row_id, kind, _name(known, table, row_id, row.image, label), fields)
    for (table, owner), left in extras.items():
        yield Step(table, owner, StepKind.CHANGED, _name(known, table, owner, {}, label), tuple(left))


def _extras(known: _Known, rows: Mapping[Place, _Row]) -> dict[Place, list[FieldChange]]:
    """Return what became of extra fields, by the row that they belong to."""
    found: defaultdict[Place, list[FieldChange]] = defaultdict(list)
    for (table, row_id), row in rows.items():
        if table == "extra":
            kind, owner, name = known.owned(row_id, row.image)
            before, after = (
                ("" if row.made else row.before.get("value")),
                (row.after.get("value") if row.stands else ""),
            )
            found[kind, owner].append(FieldChange(f"{EXTRA}{name}", str(before or ""), str(after or "")))
    return found


def _name(known: _Known, table: str, row_id: int, image: Image, label: str) -> str:
    """Return what a row is called: a person, or what belongs to one, by the person's name."""
    if table == "person":
        return known.person(row_id, image) or label
    if table in _OF_A_PERSON:
        return known.person(int(image.get("person") or 0), {}) or label
    if table == "stand":
        exhibitor = known.referred("exhibitor", str(image.get("exhibitor") or "")).removesuffix(GONE)
        return exhibitor or known.named(table, row_id, {}) or label.partition(" · ")[0]
    named = known.named(table, row_id, image)
    return named or known.seated(image) if table == "cafe_seat" else named


def _fields(known: _Known, table: str, row: _Row, kind: StepKind) -> tuple[FieldChange, ...]:
    silent = _SILENT.get(table, {"id"}) if kind is not StepKind.CHANGED else {"id"}
    found = []
    for name in row.image:
        before = "" if kind is StepKind.MADE else _text(row.before.get(name))
        after = "" if kind is StepKind.REMOVED else _text(row.after.get(name))
        other = features.REFERENCES.get((table, name))
        if other:
            before, after = known.referred(other, before), known.referred(other, after)
        usual = kind is not StepKind.CHANGED and (table, name, row.image[name]) in _USUAL
        if name not in silent and before != after and not usual:
            found.append(FieldChange(name, before, after))
    return tuple(found)


def _referred(table: str, row: _Row) -> Iterable[Place]:
    """Yield the rows that this one refers to, or referred to before, and that it is told by."""
    for (table_here, column), other in features.REFERENCES.items():
        if table_here == table:
            ids = (image.get(column) for image in (row.before, row.after))
            yield from ((other, each) for each in ids if isinstance(each, int))


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
