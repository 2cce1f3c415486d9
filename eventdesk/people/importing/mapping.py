"""Which column of a list means what: proposed from its headers, corrected by a person, kept in a file."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from eventdesk.codes import Fault, TableTrouble
from eventdesk.errors import KnownError
from eventdesk.files import replacing
from eventdesk.people.importing.fields import Field
from eventdesk.people.importing.presets import ALSO_KNOWN, LAYOUTS, Preset
from eventdesk.tables import toml_text
from eventdesk.tables.headers import normal
from eventdesk.tables.opening import bytes_of
from eventdesk.tables.table import Table, Tables

EXTRA_PREFIX = "extra: "
"""Marks a column that is an extra field although its name looks like another column's."""
_NAMES = frozenset({Field.NAME, Field.GIVEN_NAME, Field.FAMILY_NAME, Field.NATIVE_NAME})
_FIELDS = tuple(field.value for field in Field)
_PRESETS = tuple(preset.value for preset in Preset)
_LONGEST_SHOWN = 80
_WORTH = {Field.EXTRA: 0, Field.IGNORE: 0}
_SHEETS = ("people", "personen", "teilnehmende", "teilnehmer", "teilnehmerliste", "gäste", "gästeliste", "attendees")
"""What a sheet with the list of people is called."""
_QUALIFIER = re.compile(
    r"\s*[(\[][^)\]]*[)\]]|\s+(?:dienstlich|geschäftlich|beruflich|privat|mobil)$", flags=re.IGNORECASE
)
_QUALIFIED = frozenset(
    {
        Field.EMAIL,
        Field.PHONE,
        Field.ORGANISATION,
        Field.POSITION,
        Field.TOWN,
        Field.ROLES,
        Field.LANGUAGES,
        Field.NEEDS,
    }
)
"""Fields whose column is known also with a word that says which: "E-Mail (dienstlich)", "Telefon privat"."""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The meaning of columns by their header. Of several columns for one field the earlier here is preferred."""

    preset: Preset
    columns: Mapping[str, Field]

    def corrected(self, header: str, field: Field) -> "ColumnMapping":
        """Return the mapping with another meaning for one column, which then comes first for its field."""
        others = {name: meaning for name, meaning in self.columns.items() if name != header}
        return replace(self, columns={header: field, **others})

    def positions(self, header: Sequence[str]) -> dict[Field, list[int]]:
        """Return the columns of each field in a table with this header, the preferred one first."""
        written = {name: at for at, name in enumerate(header)}
        spelt = {normal(name): at for name, at in written.items()}
        found: dict[Field, list[int]] = {}
        for name, field in self.columns.items():
            at = written.get(name, spelt.get(normal(name)))
            if at is not None:
                found.setdefault(field, []).append(at)
        mapped = {at for positions in found.values() for at in positions}
        found.setdefault(Field.EXTRA, []).extend(at for at in range(len(header)) if at not in mapped)
        found[Field.EXTRA].sort()
        return found

    @property
    def has_names(self) -> bool:
        """Whether any column holds names: without one nobody can be imported."""
        return not _NAMES.isdisjoint(self.columns.values())


def recognised(header: Sequence[str]) -> Preset:
    """Return where a list comes from, as its headers tell; PLAIN if no program's export looks so."""
    present = {normal(name) for name in header}
    for layout in LAYOUTS.values():
        if any(present.issuperset(map(normal, sign)) for sign in layout.signs):
            return layout.preset
    return Preset.PLAIN


def is_known(name: str) -> bool:
    """Whether a header means something in a plain list, or is marked as an extra field."""
    return normal(name) in _known(Preset.PLAIN) or name.startswith(EXTRA_PREFIX)


def propose(header: Sequence[str], preset: Preset = Preset.AUTO) -> ColumnMapping:
    """Return what the columns of a list mean, as far as its headers tell. Every column has its place in it."""
    chosen = recognised(header) if preset is Preset.AUTO else preset
    known = _known(chosen)
    ranked: list[tuple[int, int, str, Field]] = []
    for at, name in enumerate(header):
        rank, field = known.get(normal(name), (0, Field.EXTRA))
        ranked.append((rank, at, name, field))
    columns = {name: field for _rank, _at, name, field in sorted(ranked)}
    columns |= _of_several_kinds(columns)
    if chosen is not Preset.PLAIN:
        columns |= _also_known(columns)
    if Field.GIVEN_NAME in columns.values() and Field.FAMILY_NAME not in columns.values():
        # "Name; Vorname" is how German lists say family name and given name.
        columns |= {name: Field.FAMILY_NAME for name in columns if normal(name) == "name"}
    return ColumnMapping(chosen, columns)


def choose_sheet(tables: Tables, preset: Preset = Preset.AUTO) -> Table:
    """Return the sheet of a workbook that is the list of people: called so, or with the most columns that we know."""
    for name in _SHEETS:
        sheet = tables.sheet(name)
        if sheet is not None and propose(sheet.header, preset).has_names:
            return sheet

    def worth(sheet: Table) -> int:
        mapping = propose(sheet.header, preset)
        return mapping.has_names * 1000 + sum(_WORTH.get(field, 1) for field in mapping.columns.values())

    return max(tables.sheets, key=worth)


def save_mapping(path: Path, mapping: ColumnMapping) -> None:
    """Write a mapping as TOML, or as JSON if the file is called so. Raises KnownError if it cannot be written."""
    if path.suffix.lower() == ".json":
        document = {"preset": mapping.preset.value, "columns": dict(mapping.columns)}
        text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    else:
        lines = [f"{_quoted(name)} = {_quoted(field.value)}" for name, field in mapping.columns.items()]
        text = "\n".join([f"preset = {_quoted(mapping.preset.value)}", "", "[columns]", *lines, ""])
    with replacing(path) as making:
        making.write_text(text, "utf-8")


def load_mapping(path: Path) -> ColumnMapping:
    """Read a mapping that was saved or written by hand.

    Raises KnownError with NO_FILE, CANNOT_READ, TOO_LARGE, or BAD_TABLE and its detail `reason`, the word that does
    not fit.
    """
    data = bytes_of(path)
    try:
        text = data.decode("utf-8-sig")
    except ValueError as error:
        raise KnownError(Fault.CANNOT_READ, path=str(path), reason=str(error)) from None
    try:
        document = json.loads(text) if path.suffix.lower() == ".json" else toml_text.parse(text)
    except RecursionError:
        raise KnownError(Fault.BAD_TABLE, path=str(path), trouble=TableTrouble.NESTED.value) from None
    except ValueError as error:
        raise _unfit(path, str(error)) from None
    columns = document.get("columns") if isinstance(document, dict) else None
    if not isinstance(columns, dict):
        raise _unfit(path, "columns")
    for name, field in columns.items():
        if field not in _FIELDS:
            raise _unfit(path, f"{_shown(name)} = {_shown(field)}")
    preset = document.get("preset", Preset.PLAIN.value)
    if preset not in _PRESETS:
        raise _unfit(path, f"preset = {_shown(preset)}")
    chosen = recognised(tuple(columns)) if preset == Preset.AUTO else Preset(preset)
    return ColumnMapping(chosen, {name: Field(field) for name, field in columns.items()})


def _shown(value: object) -> str:
    """Return a value as far as a sentence has room for it."""
    try:
        text = str(value)
    except ValueError:  # Python writes no number of thousands of digits
        return "…"
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _unfit(path: Path, reason: str) -> KnownError:
    trouble = TableTrouble.BAD_MAPPING.value
    return KnownError(Fault.BAD_TABLE, path=str(path), trouble=trouble, reason=f"{reason}.")


@cache
def _known(preset: Preset) -> Mapping[str, tuple[int, Field]]:
    """Return each header that such a list may have, with how much it is preferred and what it means."""
    layout = LAYOUTS[preset]
    known = {normal(name): (0, Field.IGNORE) for name in layout.ignored.split("|") if name}
    for field, names in layout.columns.items():
        for rank, name in enumerate(names):
            known[normal(name)] = (rank, field)
    return known


def _also_known(columns: Mapping[str, Field]) -> dict[str, Field]:
    """Find what organisers ask in questions of their own, where the list itself has nothing for it."""
    plain = _known(Preset.PLAIN)
    present = set(columns.values())
    found: dict[str, Field] = {}
    for name, field in columns.items():
        _rank, meaning = plain.get(normal(name), (0, Field.EXTRA))
        if field is Field.EXTRA and meaning in ALSO_KNOWN and meaning not in present:
            found[name] = meaning
    return found


def _of_several_kinds(columns: Mapping[str, Field]) -> dict[str, Field]:
    """Find the first of several columns ("E-Mail privat", "E-Mail dienstlich") for a field that has none else.

    The others stay extra fields, so that none of them is lost.
    """
    plain, present = _known(Preset.PLAIN), set(columns.values())
    found: dict[str, Field] = {}
    for name, field in columns.items():
        bare = _QUALIFIER.sub("", name)
        _rank, meaning = plain.get(normal(bare), (0, Field.EXTRA))
        if field is Field.EXTRA and bare != name and meaning in _QUALIFIED and meaning not in present:
            found[name] = meaning
            present.add(meaning)
    return found


def _quoted(text: str) -> str:
    """Return a TOML string; JSON writes strings in the same way but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
