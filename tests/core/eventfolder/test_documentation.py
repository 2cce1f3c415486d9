"""docs/event-folder.md names every column, and every name in it is understood."""

import re
from collections.abc import Mapping

import pytest

from eventdesk import paths
from eventdesk.eventfolder import about
from eventdesk.eventfolder.content import SHEETS
from eventdesk.people.importing.mapping import propose
from eventdesk.people.importing.presets import Preset
from eventdesk.tables import headers

TEXT = (paths.PACKAGE.parent / "docs" / "event-folder.md").read_text("utf-8")
TABLES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    **{name: sheet.columns for name, sheet in SHEETS.items()},
    "event.toml": about.EVENT,
    "points": about.POINTS,
}


def documented(name: str) -> list[tuple[str, str]]:
    """Return (English, German) of every column or key in the named section."""
    if name == "points":
        section = TEXT.split("Each `[[points]]`")[1].split("\n## ")[0]
    else:
        title = name if name.endswith(".toml") else f"{name}.csv"
        section = re.split(r"\n## |Each `\[\[points", TEXT.split(f"\n## {title}\n")[1])[0]
    pairs = []
    for english, german in re.findall(r"^\| ([a-z_0-9, ]+) \| ([a-zü_\-0-9, ]*) \|", section, re.MULTILINE):
        names, others = english.split(", "), [name for name in german.split(", ") if name]
        pairs += list(zip(names, others, strict=True)) if others else [(name, name) for name in names]
    return pairs


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_column_is_documented_in_both_languages(name: str) -> None:
    pairs = documented(name)
    assert [english for english, _german in pairs] == list(TABLES[name])
    for column in (0, 1):
        matched = headers.match([pair[column] for pair in pairs], TABLES[name])
        assert list(matched.fields) == [english for english, _german in pairs]


def test_every_column_of_the_people_is_understood_in_both_languages() -> None:
    pairs = documented("people")
    assert len(pairs) == 22
    english, german = (propose([pair[column] for pair in pairs], Preset.PLAIN).columns for column in (0, 1))
    for name, other in pairs:
        assert english[name] is german[other], (name, other)
        assert english[name].value not in {"extra", "ignore"}, name
