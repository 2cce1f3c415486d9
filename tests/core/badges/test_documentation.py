"""The document about templates names everything that a template may have, and its example is right."""

import re
from pathlib import Path

from eventdesk.badges.design import template_cells
from eventdesk.badges.design.template_file import parse
from eventdesk.badges.painting import paint, texts

TEXT = (Path(__file__).parents[3] / "docs" / "badge-templates.md").read_text(encoding="utf-8")


def test_every_key_and_word_is_told():
    named = set(re.findall(r"`([a-z_]+)`", TEXT))
    for kind, (_made, keys) in template_cells.BOXES.items():
        assert {kind, *keys} <= named, kind
    assert set(template_cells.TEXT) <= named
    assert {*texts.SUBJECTS, *texts.PLACEHOLDERS, *paint.NAMES} <= named


def test_the_example_is_a_template():
    example = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    assert len(example) == 1
    reading = parse(example[0], "example.toml")
    assert reading.problems == ()
    assert reading.template is not None
    assert len(reading.template.front) == 2
