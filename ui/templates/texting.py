"""What follows from a change of one property, so that no rule is broken in between. Pure."""

from dataclasses import replace
from typing import Any

from eventdesk.badges.badge import Field
from eventdesk.badges.design.template import Box, Panel, Said, Stack, TextBox

NAMES = frozenset({Field.GIVEN_NAME, Field.FAMILY_NAME, Field.NAME, Field.NATIVE_NAME, Field.TITLE})
OWN_WORDS = Said("Text", "Text")
MOST_TEXTS = 12


def text_with(text: TextBox, key: str, value: Any) -> TextBox:
    """Return a text with another value: own words come and go with the field, capitals go where a name comes."""
    changed: TextBox = replace(text, **{key: value})
    if key != "field":
        return changed
    own = changed.field is Field.TEXT
    return replace(
        changed,
        text=(text.text if text.text.de or text.text.en else OWN_WORDS) if own else Said(),
        capitals=changed.capitals and changed.field not in NAMES,
    )


def with_text(box: Box, at: int, text: TextBox) -> Box:
    """Return a box with another text in the place of one."""
    if isinstance(box, Stack):
        return replace(box, texts=(*box.texts[:at], text, *box.texts[at + 1 :]))
    return replace(box, text=text) if isinstance(box, Panel) else box


def with_one_more(box: Box, at: int) -> Box:
    """Return a box with one more text, behind number `at`, that looks like that one."""
    if isinstance(box, Panel):
        return replace(box, text=TextBox(Field.ROLE, 14, 8), padding=min(4.0, box.width / 4))
    if not isinstance(box, Stack) or len(box.texts) >= MOST_TEXTS:
        return box
    like = replace(box.texts[at], field=Field.ORGANISATION, text=Said(), show_if=())
    return replace(box, texts=(*box.texts[: at + 1], like, *box.texts[at + 1 :]))


def with_one_less(box: Box, at: int) -> Box:
    """Return a box without one of its texts; a column of texts keeps its last one."""
    if isinstance(box, Panel):
        return replace(box, text=None)
    if not isinstance(box, Stack) or len(box.texts) < 2:
        return box
    return replace(box, texts=(*box.texts[:at], *box.texts[at + 1 :]))


def with_text_moved(box: Box, at: int, steps: int) -> Box:
    """Return a box with one of its texts further up or down."""
    if not isinstance(box, Stack) or not 0 <= at + steps < len(box.texts):
        return box
    texts = list(box.texts)
    texts.insert(at + steps, texts.pop(at))
    return replace(box, texts=tuple(texts))
