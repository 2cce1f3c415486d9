"""Says what became of a setting whose key is made of parts: a role's name and colour, a retired point, a weight."""

from collections.abc import Callable, Mapping
from textwrap import shorten

from eventdesk.history.happening import StepKind
from eventdesk.history.values import day_text
from eventdesk.people.records import split
from eventdesk.people.role import role_name
from eventdesk.words import Words, mark

_LANGUAGES: Mapping[str, str] = {"de": mark("German"), "en": mark("English")}


def told(words: Words, kind: StepKind, key: str, before: str, after: str) -> str:
    """Return what became of the setting `key`; empty if it is a detail of the event, which has a name of its own."""
    family, _, rest = key.partition(".")
    tell = _FAMILIES.get(family) if rest else None
    return tell(words, kind, rest, before, after) if tell is not None else ""


def _role(words: Words, kind: StepKind, key: str, before: str, after: str) -> str:
    what, _, code = key.partition(".")
    role = role_name(words, code)
    gone = kind is StepKind.REMOVED
    if what == "colour":
        if gone:
            return words.t("The role “{role}” has its usual colour again", role=role)
        return words.t("The role “{role}” has another colour", role=role)
    if what in _LANGUAGES:
        language = words.t(_LANGUAGES[what])
        if gone:
            return words.t(
                "The role “{role}” has its usual name in {language} again; it was “{before}”",
                role=role,
                language=language,
                before=before,
            )
        return words.t(
            "The role “{role}” is now called “{after}” in {language}", role=role, language=language, after=after
        )
    if gone:
        return words.t("The role “{role}” is no longer offered", role=role)
    return words.t("The role “{role}” was added", role=role)


def _retired(words: Words, kind: StepKind, _key: str, _before: str, _after: str) -> str:
    return words.t("In use again") if kind is StepKind.REMOVED else words.t("No longer in use")


def _weight(words: Words, kind: StepKind, key: str, before: str, after: str) -> str:
    if kind is StepKind.REMOVED:
        return words.t("Weight “{weight}” removed; it was {before}", weight=key, before=before)
    return words.t("Weight “{weight}”: {after}", weight=key, after=after)


def _cafe(words: Words, kind: StepKind, key: str, _before: str, after: str) -> str:
    if key == "stands":
        return words.t("The clock goes on") if kind is StepKind.REMOVED else words.t("The clock stands still")
    if kind is StepKind.REMOVED:
        return words.t("People of all roles sit at the tables of the World Café")
    roles = ", ".join(role_name(words, role) for role in split(after))
    return words.t("Not at the tables of the World Café: {roles}", roles=roles)


def _pin(words: Words, kind: StepKind, key: str, _before: str, after: str) -> str:
    """What is kept of a PIN is told to nobody."""
    if (key, kind) in _OF_PINS:
        return words.t(_OF_PINS[key, kind])
    if after in ("", "0"):
        return words.t("Unlocked desks stay so until somebody locks them")
    return words.n(
        "Unlocked desks lock after one minute at rest", "Unlocked desks lock after {count} minutes at rest", int(after)
    )


def _further(words: Words, _kind: StepKind, key: str, before: str, after: str) -> str:
    return words.t("{field}: {value}", field=key, value=after or before)


def _badges(words: Words, kind: StepKind, key: str, _before: str, after: str) -> str:
    what, _, sheet = key.partition(".")
    gone = kind is StepKind.REMOVED
    if sheet:
        if gone:
            return words.t("Sheet for badges “{name}” removed", name=sheet)
        if kind is StepKind.MADE:
            return words.t("Sheet for badges “{name}” added", name=sheet)
        return words.t("Sheet for badges “{name}” changed", name=sheet)
    if gone:
        return words.t("{field}: as usual again", field=words.t(_OF_BADGES.get(what, what)))
    shown = words.t(_SIDES[after]) if what == "duplex" and after in _SIDES else after
    return words.t("{field}: {value}", field=words.t(_OF_BADGES.get(what, what)), value=shown)


def _certificate(words: Words, kind: StepKind, key: str, _before: str, after: str) -> str:
    field = words.t("Certificate: {part}", part=words.t(_OF_CERTIFICATES.get(key, key)))
    if kind is StepKind.REMOVED:
        return words.t("{field}: as usual again", field=field)
    shown = words.t(_CERTIFICATE_VALUES[key, after]) if (key, after) in _CERTIFICATE_VALUES else after
    return words.t("{field}: {value}", field=field, value=shown)


def _brochure(words: Words, kind: StepKind, key: str, _before: str, after: str) -> str:
    field = words.t("Brochure: {part}", part=words.t(_OF_BROCHURE.get(key, key)))
    if kind is StepKind.REMOVED:
        return words.t("{field}: removed", field=field)
    return words.t("{field}: {value}", field=field, value=shorten(after, _LONGEST, placeholder=" …"))


_OF_PINS: Mapping[tuple[str, StepKind], str] = {
    ("organiser", StepKind.MADE): mark("A PIN was set for organisers"),
    ("organiser", StepKind.CHANGED): mark("The PIN for organisers was changed"),
    ("organiser", StepKind.REMOVED): mark("The PIN for organisers was taken away"),
    ("clerk", StepKind.MADE): mark("A PIN was set for clerks"),
    ("clerk", StepKind.CHANGED): mark("The PIN for clerks was changed"),
    ("clerk", StepKind.REMOVED): mark("The PIN for clerks was taken away"),
}


def _privacy(words: Words, kind: StepKind, _key: str, _before: str, after: str) -> str:
    if kind is StepKind.REMOVED:
        return words.t("People are to be deleted two weeks after the end again")
    return words.t("People are to be deleted on {day}", day=day_text(words, after))


_LONGEST = 80
"""So many letters of a long text are told."""

_OF_BROCHURE: Mapping[str, str] = {
    "title": mark("Title"),
    "subtitle": mark("Subtitle"),
    "greeting": mark("Greeting"),
    "greeted_by": mark("Who signs"),
    "imprint": mark("Imprint"),
}
_OF_CERTIFICATES: Mapping[str, str] = {
    "title": mark("Title"),
    "body": mark("Text"),
    "closing": mark("Closing words"),
    "place": mark("Place and day"),
    "signers": mark("Who signs"),
    "basis": mark("Hours"),
    "sessions": mark("Sessions"),
}
_CERTIFICATE_VALUES: Mapping[tuple[str, str], str] = {
    ("basis", "scans"): mark("from scans"),
    ("basis", "programme"): mark("from the programme"),
    ("basis", "none"): mark("not told"),
    ("sessions", "0"): mark("not listed"),
    ("sessions", "1"): mark("listed"),
}
_OF_BADGES: Mapping[str, str] = {
    "template": mark("Badge template"),
    "sheet": mark("Sheet for badges"),
    "start": mark("First free label"),
    "duplex": mark("Backs of badges"),
    "boxes": mark("Badges in a box"),
    "accent": mark("Colour of the event"),
}
_SIDES: Mapping[str, str] = {
    "none": mark("not printed"),
    "long": mark("turned over the long edge"),
    "short": mark("turned over the short edge"),
}
_FAMILIES: Mapping[str, Callable[[Words, StepKind, str, str, str], str]] = {
    "role": _role,
    "point_retired": _retired,
    "weights": _weight,
    "cafe": _cafe,
    "pin": _pin,
    "extra": _further,
    "badges": _badges,
    "certificate": _certificate,
    "brochure": _brochure,
    "privacy": _privacy,
}
