"""What the people page says: the sentences of the panel, the chips and the foot."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from eventdesk.checkin.verdict import Accepted, Left, Verdict
from eventdesk.event import Undone
from eventdesk.history.happening import Happening
from eventdesk.history.telling import told
from eventdesk.people.checking import Trouble
from eventdesk.people.code import grouped
from eventdesk.people.listing import Facet, Presence
from eventdesk.people.person import Origin, Person, Status
from eventdesk.people.rolebook import RoleBook
from eventdesk.words import Words, mark, ops
from eventdesk.words.verdicts import next_step, word
from ui.actions import ActionId, key_text
from ui.facets import value_name
from ui.people.columns import Speech
from ui.people.fields import label
from ui.people.keys import key_here

PRESENCE_NAMES = {
    Presence.ARRIVED: mark("came today"),
    Presence.INSIDE: mark("in the house now"),
    Presence.MISSING: mark("not here yet today"),
}
TROUBLES = {
    Trouble.NO_NAME: mark("A name is needed: given name, family name, or the name in its own script."),
    Trouble.BAD_MAIL: mark("This does not look like an e-mail address."),
    Trouble.BAD_DAY: mark("Write days like 2027-03-06, with commas between them."),
    Trouble.TICKET_TAKEN: mark("Somebody else has this ticket, too. At the desk, whoever may come in is taken."),
}
CONTRADICTIONS = {
    "family_name": mark("The family names differ: please look twice."),
    "given_name": mark("The given names differ: please look twice."),
    "email": mark("The e-mail addresses differ: please look twice."),
}
ORIGINS = {
    Origin.IMPORT: mark("from a list"),
    Origin.WALK_IN: mark("walk-in"),
    Origin.DESK: mark("added at a desk"),
}


def facet_value(speech: Speech, facet: Facet, value: str) -> str:
    """Return what a value of a facet is called."""
    return value_name(speech.words, speech.roles, facet, value) if value else speech.words.t("none")


def state(words: Words, person: Person, first: datetime | None, point: str, *, inside: bool) -> str:
    """Return whether a person is here, in one line."""
    if first is None:
        return words.t("Has not come today") if person.status is Status.REGISTERED else ""
    at = first.strftime("%H:%M")
    here = words.t("In the house since {time}", time=at) if inside else words.t("Came at {time}, gone again", time=at)
    return f"{here} · {point}" if point else here


def came_by(words: Words, person: Person) -> str:
    """Return how a person came into the list, and under which number."""
    parts = [words.t(ORIGINS[person.origin])]
    if person.source:
        parts.append(person.source)
    if person.foreign_id:
        parts.append(words.t("number {number}", number=person.foreign_id))
    return " · ".join(parts)


def who(person: Person, speech: Speech) -> str:
    """Return a person in one line, so that they are told apart from others of the same name."""
    roles = " ".join(speech.roles.name(speech.words, role) for role in person.roles[:1])
    native = person.native_name if person.native_name != person.name else ""
    return " · ".join(part for part in (person.name, native, person.organisation, person.town or roles) if part)


def count(words: Words, shown: int, everybody: int, *, complete: bool, sure: bool) -> str:
    """Return how many people are shown of how many."""
    if not complete:
        return words.t("Reading the list … {count}", count=everybody)
    if not sure:
        return words.t("the {shown} who fit best; type more letters", shown=shown)
    if shown == everybody:
        return words.n("one person", "{count} people", everybody)
    return words.n("{shown} of one person", "{shown} of {count} people", everybody, shown=shown)


def happening(words: Words, each: Happening, zone: ZoneInfo, book: RoleBook) -> tuple[str, str, str]:
    """Return when, what and at which desk something happened."""
    said = told(words, each, zone, book)
    at = each.entry.at.astimezone(zone)
    when = at.strftime("%d.%m. %H:%M") if words.language == "de" else at.strftime("%d %b %H:%M")
    what = "\n".join(said.sentences)
    return when, f"{what} ({words.t('undone')})" if what and each.entry.undone else what, said.by


def verdict(words: Words, answer: Verdict) -> str:
    """Return what came of a check-in from here."""
    name = answer.person.name if answer.person else ""
    said = f"{name}: {word(words, answer.code)} · {answer.point.name}"
    return said if isinstance(answer, Accepted | Left) else f"{said}. {next_step(words, answer.code)}"


def undone(words: Words, answer: Undone) -> str:
    """Return what was undone."""
    return words.t("Undone: {deed}", deed=ops.deed(words, answer.entry.op, answer.entry.label))


def contradictions(words: Words, fields: Sequence[str]) -> str:
    """Return what speaks against two entries being one person, each on a line of its own."""
    return "\n".join(words.t(CONTRADICTIONS[field]) for field in fields)


def merged(words: Words, kept: Person, gone: Person) -> str:
    """Return who stands for whom now, and how to get both back; of the same name, the code tells them apart."""
    other = gone.name if gone.name != kept.name else f"{gone.name} ({grouped(gone.code)})"
    key = key_text(words, key_here(ActionId.UNDO))
    return words.t("{kept} now also stands for {other} · {key} undoes it", kept=kept.name, other=other, key=key)


def troubles(words: Words, found: dict[str, Trouble]) -> dict[str, str]:
    """Return the sentences for what is wrong, by field."""
    return {name: words.t(TROUBLES[trouble]) for name, trouble in found.items()}


def unsaved(words: Words, names: Sequence[str]) -> str:
    """Return which fields were typed and not saved."""
    said = ", ".join(dict.fromkeys(label(words, name) for name in names))
    return words.t("Not saved yet: {fields}", fields=said)
