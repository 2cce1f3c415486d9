"""Shorter forms of a text, for when it does not fit at its least size: initials, an organisation's bare name.

Family names, the name somebody is called by, titles and particles of nobility are never abbreviated; nor are names in a
script that knows no initials.
"""

import re
from collections.abc import Iterator

from eventdesk.badges.badge import BadgeData, Field
from eventdesk.drawing.letters import clusters

_PARTICLE = re.compile(
    r"vo[nm]|z(?:u|um|ur)|van|de[nrsl]?|della|d[aiou]|dos|du|la|le|ter|ten|a[fv]|freiherr|freifrau|gr(?:af|äfin)|"
    r"baron(?:in)?|ritter|edle[r]?|fürst(?:in)?|prinz(?:essin)?|bint?|ibn|ben|abu|abd|[ae]l",
    re.IGNORECASE,
)
_ASSOCIATION = re.compile(r",?\s*\b(?:[eE]\.\s?V\.|gGmbH|g?eG|GmbH)(?=\s|,|$)")
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")


def shorter(field: Field, text: str, badge: BadgeData) -> Iterator[str]:
    """Yield ever shorter forms of what stands in a field, the one that loses least first."""
    match field:
        case Field.GIVEN_NAME if badge.given_name:
            yield from initials(text)
        case Field.NAME if badge.given_name and text.startswith(badge.given_name):
            rest = text[len(badge.given_name) :]
            for each in initials(badge.given_name):
                yield each + rest
        case Field.ORGANISATION:
            yield from _organisation(text)
        case _:
            return


def initials(given: str) -> Iterator[str]:
    """Yield "Hans-Joachim Karl F.", then "Hans-Joachim K. F." for "Hans-Joachim Karl Friedrich"."""
    words = given.split()
    for at in range(len(words) - 1, 0, -1):
        initial = _initial(words[at])
        if initial != words[at]:
            words[at] = initial
            yield " ".join(words)


def _initial(word: str) -> str:
    if _PARTICLE.fullmatch(word) or word.endswith("."):
        return word
    parts = word.split("-")
    if not all(part[:1].isupper() and len(part) > 1 for part in parts):
        return word
    return "-".join(f"{clusters(part)[0]}." for part in parts)


def _organisation(text: str) -> Iterator[str]:
    for pattern in (_ASSOCIATION, _BRACKETS):
        without = pattern.sub("", text).strip(" ,")
        if without and without != text:
            text = without
            yield text
    while ", " in text:
        text = text.rpartition(", ")[0].strip(" ,")
        if not text:
            return
        yield text
