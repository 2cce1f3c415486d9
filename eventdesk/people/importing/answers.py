"""What eventdesk has no field for, or cannot read: kept for each person under the column's name."""

from collections.abc import Mapping, Sequence

from eventdesk.people.importing.columns import Columns
from eventdesk.people.importing.fields import Field
from eventdesk.people.importing.mapping import EXTRA_PREFIX
from eventdesk.people.importing.presets import Preset
from eventdesk.tables import cells

_OPTION = " – "
_ANSWERS = frozenset({"yes", "ja", "no", "nein", ""})


def extras(columns: Columns, preset: Preset) -> Sequence[Mapping[str, str]]:
    """Return the extra fields of each row, only filled ones; nothing at all if the list has no such column or cell.

    In pretix a question's options are columns of their own ("Food – vegan": Yes, "Food – halal": No); they become one
    field ("Food": "vegan").
    """
    header, rows = columns.table.header, columns.table.rows
    places = [*columns.places(Field.EXTRA), *columns.places(Field.TICKET_TYPE)]
    filled = [at for at in places if any(row[at] for row in rows)]
    if not filled:
        return [columns.left_out.get(row, {}) for row in range(len(rows))] if columns.left_out else ()
    options = {
        at: header[at].partition(_OPTION) for at in filled if preset is Preset.PRETIX and _is_option(columns, at)
    }
    plain = [(at, header[at].removeprefix(EXTRA_PREFIX)) for at in filled if at not in options]
    found = [{name: row[at] for at, name in plain if row[at]} for row in rows]
    for at, (question, _dash, option) in options.items():
        for row, fields in zip(rows, found, strict=True):
            if row[at].casefold() in cells.YES:
                fields[question] = f"{fields[question]}, {option}" if question in fields else option
    for row_at, left in columns.left_out.items():
        found[row_at] |= left
    return found


def _is_option(columns: Columns, at: int) -> bool:
    if _OPTION not in columns.table.header[at]:
        return False
    return _ANSWERS.issuperset({row[at].casefold() for row in columns.table.rows})
