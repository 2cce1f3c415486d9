"""The reviewed reference sheet: every name is drawn with the glyphs and broken where somebody has seen it right."""

import json
import re

import pytest

from eventdesk.drawing.kit import Kit
from tests.core.badges import reference

REVIEWED = json.loads(reference.REVIEWED.read_text(encoding="utf-8"))
ALL = [(language, name) for language, names in reference.NAMES.items() for name in names]


@pytest.mark.parametrize(("language", "name"), ALL)
def test_name_is_drawn_as_reviewed(kit: Kit, language: str, name: str):
    (expected,) = [each for each in REVIEWED[language] if each["name"] == name]
    assert reference.described(kit, name) == expected


def test_sheet_is_whole():
    assert len(ALL) >= 60
    assert [(language, each["name"]) for language, names in REVIEWED.items() for each in names] == ALL
    assert {"Wolfeschlegelsteinhausenbergerdorff", "فاطمة عبد الرحمن الخطيب"} <= {name for _, name in ALL}


def test_no_box_stands_for_a_letter():
    for names in REVIEWED.values():
        for each in names:
            glyphs = [found for line in each["lines"] for run in line for found in re.findall("<([0-9A-F]+)>", run)]
            assert all("0000" not in re.findall("....", group) for group in glyphs), each["name"]
            assert glyphs


def test_only_what_no_font_has_is_missing():
    missing = {language for language, names in REVIEWED.items() if any(each["missing"] for each in names)}
    assert missing == {"not in our fonts"}
