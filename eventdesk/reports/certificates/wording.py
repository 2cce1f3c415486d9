"""What certificates say, in the organiser's words, with placeholders for what differs from person to person. Pure.

A line in which a placeholder has nothing to say is left out, so that "Role: {role}" is not printed for somebody who has
none. Placeholders have an English and a German name; both are understood in either language.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from eventdesk.event import EventDetails
from eventdesk.words import Words

PREFIX = "certificate."
"""How the keys of these settings begin."""
_PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")
_LONE_BRACE = re.compile(r"\{\w*|\w*\}")
_TOWN = re.compile(r"\b\d{5}\s+([^,;]+)")
_GERMAN: Mapping[str, str] = {
    "name": "name",
    "organisation": "organisation",
    "role": "rolle",
    "event": "veranstaltung",
    "subtitle": "untertitel",
    "days": "tage",
    "place": "ort",
    "address": "anschrift",
    "town": "stadt",
    "date": "datum",
    "organiser": "veranstaltende",
    "hours": "stunden",
}
PLACEHOLDERS = tuple(_GERMAN)
"""What can be put in: about the person (name, organisation, role, days there, hours) and about the event."""


class Basis(StrEnum):
    """What the hours of a certificate come from."""

    SCANS = "scans"
    """The scans at entrances and doors."""
    PROGRAMME = "programme"
    """The sessions that a person has a place or a part in, and those that are for all."""
    NONE = "none"
    """No hours are told."""


class WrongWordingError(ValueError):
    """Texts have placeholders that nobody knows; `unknown` are these."""

    def __init__(self, unknown: tuple[str, ...]) -> None:
        super().__init__(unknown)
        self.unknown = unknown


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of a certificate; `body`, `closing` and `signers` may have several lines, one for each who signs.

    `sessions`: those that a person was in are listed, with their hours as far as any are told.
    """

    title: str
    body: str
    closing: str = ""
    place: str = ""
    signers: str = ""
    basis: Basis = Basis.SCANS
    sessions: bool = True

    def with_texts(self, change: Callable[[str, str], str]) -> "Wording":
        """Return it with each text as `change` makes it from its name and the text."""
        return Wording(
            title=change("title", self.title),
            body=change("body", self.body),
            closing=change("closing", self.closing),
            place=change("place", self.place),
            signers=change("signers", self.signers),
            basis=self.basis,
            sessions=self.sessions,
        )


def usual_wording(words: Words, details: EventDetails) -> Wording:
    """Return what certificates say as long as nobody has written something else."""
    body = [
        words.t("took part in “{event} – {subtitle}” on {days}.")
        if details.subtitle
        else words.t("took part in “{event}” on {days}."),
        words.t("Place: {place}"),
        words.t("Role: {role}"),
        words.t("Length: {hours}"),
    ]
    usual = Wording(
        title=words.t("Certificate of attendance"),
        body="\n".join(body),
        closing=words.t("Thank you for taking part."),
        place="{town}, {date}" if town_of(details.address) else "{date}",
        signers="{organiser}",
    )
    return shown(usual, words.language)


def wording_of(stored: Mapping[str, str], words: Words, details: EventDetails) -> Wording:
    """Return what certificates say; `stored` are the settings that say so, see `keys_of`."""
    usual = usual_wording(words, details)
    basis = Basis(stored["basis"]) if stored.get("basis") in set(Basis) else usual.basis
    chosen = replace(usual, basis=basis, sessions=stored.get("sessions", "1") != "0")
    return chosen.with_texts(stored.get)


def keys_of(wording: Wording) -> dict[str, str]:
    """Return a wording as settings: values by key."""
    values = {name: str(getattr(wording, name)) for name in _NAMES}
    return {f"{PREFIX}{name}": value for name, value in {**values, "sessions": "01"[wording.sessions]}.items()}


def unknown_placeholders(wording: Wording) -> tuple[str, ...]:
    """Return what stands in braces and is no placeholder, and braces that nothing closes or opens, each once."""
    texts = (wording.title, wording.body, wording.closing, wording.place, wording.signers)
    names = (name for text in texts for name in _PLACEHOLDER.findall(text) if _code(name) not in _GERMAN)
    alone = (found for text in texts for found in _LONE_BRACE.findall(_PLACEHOLDER.sub("", text)))
    return tuple(dict.fromkeys((*(f"{{{name}}}" for name in names), *alone)))


def placeholders(language: str) -> tuple[str, ...]:
    """Return all placeholders as they are written in a language: "{name}"."""
    return tuple(f"{{{_GERMAN[code] if language == 'de' else code}}}" for code in PLACEHOLDERS)


def shown(wording: Wording, language: str) -> Wording:
    """Return a wording with its placeholders named as in a language."""

    def named(match: re.Match[str]) -> str:
        code = _code(match[1])
        return match[0] if code not in _GERMAN else f"{{{_GERMAN[code] if language == 'de' else code}}}"

    return wording.with_texts(lambda _, text: _PLACEHOLDER.sub(named, text))


def filled(text: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the lines of a text with `values` (by code) put in; a line that lacks one of its values is left out."""
    lines = []
    for line in text.splitlines():
        codes = [_code(name) for name in _PLACEHOLDER.findall(line)]
        if all(values.get(code, "") for code in codes if code in _GERMAN):
            lines.append(_PLACEHOLDER.sub(lambda match: values.get(_code(match[1]), match[0]), line).strip())
    return tuple(lines)


def town_of(address: str) -> str:
    """Return the town of an address: "Hannover" of "Messegelände, 30521 Hannover"; empty where it has no post code."""
    found = _TOWN.search(address)
    return found[1].strip() if found else ""


def _code(name: str) -> str:
    """Return the code of a placeholder, by its name in either language."""
    told = name.strip().casefold()
    return _CODES.get(told, told)


_NAMES = tuple(field.name for field in fields(Wording))
_CODES: Mapping[str, str] = {**{german: code for code, german in _GERMAN.items()}, **{code: code for code in _GERMAN}}
