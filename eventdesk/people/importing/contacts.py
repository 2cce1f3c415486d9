"""Which columns of a list hold e-mail addresses or telephone numbers, so that they come in only on purpose."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from eventdesk.people.importing.fields import Field
from eventdesk.people.importing.mapping import ColumnMapping
from eventdesk.tables.headers import normal
from eventdesk.tables.table import Table

_FIELDS = (Field.EMAIL, Field.PHONE)
_CALLED = re.compile("e-?mail|mailadresse|telefon|telephone|phone|handy|mobil|whatsapp|telegram|^(mail|fax|tel)\\b")
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.\w{2,}")
_NUMBER = re.compile(r"(?:\+|00)\d[\d\s()/.-]{6,}")
_LOOKED_AT = 200


def contact_columns(mapping: ColumnMapping, sheet: Table) -> tuple[str, ...]:
    """Return the headers of such columns: those that go there, and extra fields that are called or look so."""
    positions = mapping.positions(sheet.header)
    found = {at for field in _FIELDS for at in positions.get(field, ())}
    for at in positions[Field.EXTRA]:
        if _CALLED.search(normal(sheet.header[at])) or _look_so(row[at] for row in sheet.rows[:_LOOKED_AT]):
            found.add(at)
    return tuple(sheet.header[at] for at in sorted(found))


def without(mapping: ColumnMapping, columns: Collection[str]) -> ColumnMapping:
    """Return the mapping with these columns left out."""
    kept = {name: Field.IGNORE if name in columns else field for name, field in mapping.columns.items()}
    return replace(mapping, columns=kept)


def restored(mapping: ColumnMapping, columns: Collection[str], proposal: ColumnMapping) -> ColumnMapping:
    """Return the mapping with these columns as they were proposed, as far as they are left out."""
    back = {
        name: proposal.columns.get(name, field) if name in columns and field is Field.IGNORE else field
        for name, field in mapping.columns.items()
    }
    return replace(mapping, columns=back)


def taken(mapping: ColumnMapping, columns: Collection[str]) -> bool:
    """Say whether any of these columns is taken over."""
    return any(mapping.columns.get(name, Field.EXTRA) is not Field.IGNORE for name in columns)


def _look_so(cells: Iterable[str]) -> bool:
    """Say whether most cells are an address or a number, as far as there is something in them."""
    filled = [cell for cell in cells if cell]
    alike = sum(bool(_ADDRESS.fullmatch(cell) or _NUMBER.fullmatch(cell)) for cell in filled)
    return bool(filled) and alike * 2 > len(filled)
