"""What a text box shows on the badge of one person, and whether something is shown at all."""

import re
from collections.abc import Sequence
from functools import lru_cache

from eventdesk.badges.badge import BadgeData, Field
from eventdesk.badges.design.template import Condition, TextBox
from eventdesk.drawing.letters import isolated
from eventdesk.people.role import parse_role, parse_sector

WHERE = "where"
SUBJECTS = (*(field.value for field in Field if field is not Field.TEXT), WHERE)
"""What a condition may ask for."""

PLACEHOLDERS = tuple(field.value for field in Field if field not in {Field.TEXT, Field.PROGRAMME})
"""What a text may have in braces."""

_FIELDS = {field.value: field for field in Field}
_TEXT = Field.TEXT
_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")


def shown(box: TextBox, badge: BadgeData) -> tuple[str, ...]:
    """Return the texts of a box, each for lines of its own; nothing if there is nothing to print."""
    if box.show_if and not holds(box.show_if, badge):
        return ()
    found = badge.texts(box.field) if box.field is not _TEXT else _filled(box.text.text(badge.language), badge)
    return tuple([text.upper() for text in found]) if box.capitals else found


def fields(box: TextBox) -> tuple[Field, ...]:
    """Return the fields that a box shows: its own, or those in braces in its words."""
    if box.field is not _TEXT:
        return (box.field,)
    return tuple(Field(name) for said in (box.text.de, box.text.en) for name in placeholders(said))


def holds(conditions: Sequence[Condition], badge: BadgeData) -> bool:
    """Say whether all of the conditions are true for a person."""
    for condition in conditions:  # noqa: SIM110 - asked for every text of every badge, in half the time of all()
        if _true(condition, badge) is condition.negated:
            return False
    return True


@lru_cache(maxsize=256)
def parts(text: str) -> tuple[tuple[str, str], ...]:
    """Return a text as pairs: words as they are, then the name of the placeholder behind them, perhaps empty.

    Two braces stand for one. A single brace without its partner stands for itself.
    """
    found: list[tuple[str, str]] = []
    words, at = "", 0
    for match in _TOKEN.finditer(text):
        words += text[at : match.start()]
        at = match.end()
        if match[1] is None:
            words += match[0][0]
        else:
            found.append((words, match[1]))
            words = ""
    return (*found, (words + text[at:], ""))


def placeholders(text: str) -> tuple[str, ...]:
    """Return the names in braces, in their order."""
    return tuple(name for _words, name in parts(text)[:-1])


def _filled(text: str, badge: BadgeData) -> tuple[str, ...]:
    """Return the text with its placeholders filled in; nothing if it has some and all of them are empty."""
    *filled, (end, _) = parts(text)
    values = [isolated(", ".join(badge.texts(Field(name)))) for _words, name in filled]
    if filled and not any(values):
        return ()
    whole = "".join(words + value for (words, _name), value in zip(filled, values, strict=True)) + end
    return (whole,) if whole.strip() else ()


def _true(condition: Condition, badge: BadgeData) -> bool:
    if condition.subject == WHERE:
        found: Sequence[str] = badge.where
    elif condition.values and condition.subject == Field.ROLE:
        return any(_role(value) in badge.roles for value in condition.values)
    elif condition.values and condition.subject == Field.SECTOR:
        return any(_sector(value) == badge.sector_code for value in condition.values)
    else:
        found = badge.texts(_FIELDS[condition.subject])
    if not condition.values:
        return bool(found)
    wanted = {value.casefold() for value in condition.values}
    return any(text.casefold() in wanted for text in (*found, *_single(condition.subject, badge)))


def _single(subject: str, badge: BadgeData) -> tuple[str, ...]:
    """Return the values of a field that prints several in one line."""
    return badge.languages if subject == Field.LANGUAGES else ()


_role = lru_cache(maxsize=256)(parse_role)
_sector = lru_cache(maxsize=256)(parse_sector)
