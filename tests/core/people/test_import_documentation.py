"""docs/import-formats.md names headers that the import knows, and all fields of a mapping."""

import re

import pytest

from eventdesk import paths
from eventdesk.people.importing import Field, Preset, propose
from eventdesk.people.importing.presets import LAYOUTS
from eventdesk.tables import limits
from eventdesk.tables.headers import normal

TEXT = (paths.PACKAGE.parent / "docs" / "import-formats.md").read_text("utf-8")


def section(title: str) -> str:
    return re.split(r"\n##+ ", TEXT.split(f" {title}\n")[1])[0]


def rows(title: str) -> list[list[str]]:
    """Return the cells of the table in a section, without header and rule."""
    lines = [line for line in section(title).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def known(preset: Preset) -> set[str]:
    return {normal(name) for names in LAYOUTS[preset].columns.values() for name in names}


def test_every_plain_column_means_what_is_said():
    for column, _holds, others in rows("Plain lists"):
        meaning = propose([column], Preset.PLAIN).columns[column]
        assert meaning not in {Field.EXTRA, Field.IGNORE}
        for other in filter(None, others.split(", ")):
            assert propose([other], Preset.PLAIN).columns[other] is meaning, other


def test_every_field_of_a_plain_list_is_documented():
    documented = {propose([row[0]], Preset.PLAIN).columns[row[0]] for row in rows("Plain lists")}
    inner = {Field.TICKET_TYPE, Field.PAID, Field.SOURCE, Field.ORIGIN}
    assert documented | inner == set(LAYOUTS[Preset.PLAIN].columns)


def test_every_header_of_pretix_is_known():
    headers = re.findall(r"`([^`]+)`", "\n".join("|".join(row[1:]) for row in rows("pretix")))
    assert len(headers) > 40
    assert {normal(header) for header in headers} <= known(Preset.PRETIX)


@pytest.mark.parametrize(
    ("column", "preset"), [(1, Preset.EVENTBRITE), (2, Preset.INDICO), (3, Preset.ODOO), (4, Preset.ALFIO)]
)
def test_every_header_of_the_others_is_known(column, preset):
    headers = re.findall(r"`([^`]+)`", " ".join(row[column] for row in rows("Eventbrite, Indico, Odoo, alf.io")))
    assert {normal(header) for header in headers} <= known(preset)


def test_the_signs_are_told():
    for name, told in rows("Whose list it is"):
        layout = LAYOUTS[Preset(name)]
        headers = {normal(header) for header in re.findall(r"`([^`]+)`", told)}
        assert headers <= {normal(header) for sign in layout.signs for header in sign}


def test_all_fields_of_a_mapping_are_listed():
    listed = re.findall(r"`([a-z_\s]+)`", section("A mapping of your own").split("Fields:")[1])
    assert sorted(listed[0].split()) == sorted(Field)


def test_the_limits_are_those_of_the_code():
    told = dict(rows("Files"))["limits"]
    megabytes = limits.FILE_BYTES // 1_000_000
    assert f"{megabytes} MB, {limits.ROWS:,} rows, {limits.COLUMNS} columns, {limits.CELL_CHARACTERS:,}" in told
