"""What a merged person looks like: field by field from the one that is kept, from the other, or from both. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from eventdesk.people.consent import in_order
from eventdesk.people.person import Person, Status
from eventdesk.people.search.folding import fold

TEXTS = (
    "title",
    "given_name",
    "family_name",
    "native_name",
    "organisation",
    "position",
    "sector",
    "email",
    "phone",
    "town",
    "group",
    "exhibitor",
    "ticket",
)
LISTS = ("roles", "languages", "needs", "wishes", "days", "consents")
NOTES = ("note", "attention")
FIELDS = (*TEXTS[:7], "roles", *TEXTS[7:12], *LISTS[1:3], "days", "wishes", "consents", *NOTES, "status", "ticket")
"""Every field that can be chosen, in the order in which it is shown."""
EXTRA = "extra:"
"""Before the name of a field that eventdesk has no column for."""
BETWEEN_NOTES = " · "
TELLING_APART = ("family_name", "given_name", "email")
"""Fields that one person seldom has two of; in this order they speak against a merger."""

Value = str | tuple[str, ...]


class Take(StrEnum):
    """Whose value a field gets."""

    KEPT = "kept"
    OTHER = "other"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which two people differ. `joinable`: it can hold what both say."""

    field: str
    kept: Value
    other: Value
    proposed: Take
    joinable: bool


def differences(kept: Person, other: Person) -> list[Difference]:
    """Return in what two people differ, and whose value is proposed: nothing that only one of them has is lost."""
    found = [_difference(name, _value(kept, name), _value(other, name)) for name in (*FIELDS, *_extras(kept, other))]
    return [each for each in found if each.kept != each.other]


def contradictions(kept: Person, other: Person) -> list[str]:
    """Return the fields that speak against two entries being one person: both are filled, and not with the same.

    Another spelling is no contradiction, nor is a part of a double name.
    """
    return [name for name in TELLING_APART if _contradict(str(_value(kept, name)), str(_value(other, name)))]


def _contradict(one: str, other: str) -> bool:
    fewer, more = sorted((set(fold(one).split()), set(fold(other).split())), key=len)
    return bool(fewer) and not fewer <= more


def merged(kept: Person, other: Person, choice: Mapping[str, Take]) -> Person:
    """Return what becomes of `kept`. A field that `choice` does not name gets what is proposed.

    The badge code stays that of `kept`; the id of the list it came from is taken over where `kept` has none.
    """
    fields: dict[str, Value] = {}
    extra = dict(kept.extra)
    for each in differences(kept, other):
        taken = _taken(each, choice.get(each.field, each.proposed))
        if not each.field.startswith(EXTRA):
            fields[each.field] = taken
        elif taken:
            extra[each.field.removeprefix(EXTRA)] = str(taken)
        else:
            extra.pop(each.field.removeprefix(EXTRA), None)
    status = Status(str(fields.pop("status", kept.status)))
    after = replace(kept, **fields, status=status, extra=extra)  # type: ignore[arg-type]  # each field has its own kind
    after = replace(after, consents=in_order(after.consents))
    if not kept.foreign_id and other.foreign_id:
        after = replace(after, foreign_id=other.foreign_id, source=other.source)
    return after


def _extras(kept: Person, other: Person) -> list[str]:
    return [f"{EXTRA}{name}" for name in sorted({*kept.extra, *other.extra})]


def _value(person: Person, field: str) -> Value:
    if field.startswith(EXTRA):
        return person.extra.get(field.removeprefix(EXTRA), "")
    value: Value = getattr(person, field)
    return value


def _difference(field: str, kept: Value, other: Value) -> Difference:
    joinable = field in LISTS or field in NOTES
    if not other:
        proposed = Take.KEPT
    elif not kept:
        proposed = Take.OTHER
    elif field == "status":
        proposed = Take.OTHER if other == Status.REGISTERED else Take.KEPT
    else:
        proposed = Take.BOTH if joinable else Take.KEPT
    if field == "days" and not (kept and other):
        proposed = Take.OTHER if kept else Take.KEPT  # without days a person may come on every day
    return Difference(field, kept, other, proposed, joinable and bool(kept) and bool(other))


def _taken(difference: Difference, take: Take) -> Value:
    kept, other = difference.kept, difference.other
    if take is Take.KEPT or (take is Take.BOTH and not difference.joinable and not other):
        return kept
    if take is Take.OTHER or not difference.joinable:
        return other
    if isinstance(kept, tuple) and isinstance(other, tuple):
        return tuple(dict.fromkeys((*kept, *other)))
    return kept if str(other) in str(kept) else f"{kept}{BETWEEN_NOTES}{other}"
