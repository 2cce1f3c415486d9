"""What people come as (their roles) and where they come from (their sector): codes, spellings, names and colours."""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum

from eventdesk.words import Words, mark


class Role(StrEnum):
    """A role that eventdesk knows. A role outside this list is kept as it was written."""

    PARTICIPANT = "participant"
    VOLUNTEER = "volunteer"
    EXHIBITOR = "exhibitor"
    SPEAKER = "speaker"
    MODERATOR = "moderator"
    INTERPRETER = "interpreter"
    HELPER = "helper"
    PRESS = "press"
    GUEST = "guest"
    HOST = "host"
    ORGANISER = "organiser"


class Sector(StrEnum):
    """The part of society that a person or an exhibitor comes from."""

    CIVIL_SOCIETY = "civil_society"
    ADMINISTRATION = "administration"
    BUSINESS = "business"
    POLITICS = "politics"


ROLE_NAMES: Mapping[Role, str] = {
    Role.PARTICIPANT: mark("Participant"),
    Role.VOLUNTEER: mark("Volunteer"),
    Role.EXHIBITOR: mark("Exhibitor"),
    Role.SPEAKER: mark("Speaker"),
    Role.MODERATOR: mark("Moderator"),
    Role.INTERPRETER: mark("Interpreter"),
    Role.HELPER: mark("Helper"),
    Role.PRESS: mark("Press"),
    Role.GUEST: mark("Guest"),
    Role.HOST: mark("Host"),
    Role.ORGANISER: mark("Organiser"),
}
SECTOR_NAMES: Mapping[Sector, str] = {
    Sector.CIVIL_SOCIETY: mark("Civil society"),
    Sector.ADMINISTRATION: mark("Administration"),
    Sector.BUSINESS: mark("Business"),
    Sector.POLITICS: mark("Politics"),
}
ROLE_COLOURS: Mapping[Role, str] = {
    Role.PARTICIPANT: "#14213d",
    Role.VOLUNTEER: "#1b6e3c",
    Role.EXHIBITOR: "#0b5345",
    Role.SPEAKER: "#5b2a86",
    Role.MODERATOR: "#8a2268",
    Role.INTERPRETER: "#1f6b87",
    Role.HELPER: "#a34a08",
    Role.PRESS: "#b3261e",
    Role.GUEST: "#4f5b70",
    Role.HOST: "#7a5200",
    Role.ORGANISER: "#0b4f8a",
}
OTHER_ROLE_COLOUR = "#14213d"

_ROLE_SPELLINGS: Mapping[Role, str] = {
    Role.PARTICIPANT: "participant attendee delegate teilnehmer teilnehmende teilnehmend besucher tn",
    Role.VOLUNTEER: "volunteer ehrenamt ehrenamtliche ehrenamtlich ehrenamtler freiwillige freiwillig engagierte",
    Role.EXHIBITOR: "exhibitor aussteller ausstellende ausstellend standbetreuung standbetreuer",
    Role.SPEAKER: "speaker referent referierende redner vortragende sprecher podiumsgast panelist keynotespeaker",
    Role.MODERATOR: "moderator moderation moderierende chair facilitator",
    Role.INTERPRETER: "interpreter translator dolmetscher dolmetschen dolmetschende sprachmittler sprachmittlung "
    "uebersetzer",
    Role.HELPER: "helper staff crew helfer helfende team",
    Role.PRESS: "press media presse medien journalist fotograf",
    Role.GUEST: "guest vip gast gaeste ehrengast ehrengaeste",
    Role.HOST: "host tablehost gastgeber gastgebende tischgastgeber tischgastgebende",
    Role.ORGANISER: "organiser organizer orga organisation organisator organisationsteam organisierende veranstalter "
    "veranstaltende",
}
_SECTOR_SPELLINGS: Mapping[Sector, str] = {
    Sector.CIVIL_SOCIETY: "civilsociety zivilgesellschaft ngo nro verein vereine verband verbaende ehrenamt kirche",
    Sector.ADMINISTRATION: "administration publicadministration government verwaltung behoerde behoerden kommune "
    "oeffentlicheverwaltung",
    Sector.BUSINESS: "business economy company wirtschaft unternehmen firma",
    Sector.POLITICS: "politics politik",
}
_ENDINGS = ("", "s", "in", "innen", "r", "n", "en")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_SEPARATORS = re.compile(r"[,;|\n]")
_JOINED_BY_WORDS = re.compile(r"\s+(?:und|and|&|\+|/)\s+")


def _letters(text: str) -> str:
    """Return the letters of a word alone, so that all gendered spellings of it look alike."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(_UMLAUTS)
    return "".join(letter for letter in folded if letter.isalpha())


def _codes(spellings: Mapping[Role, str] | Mapping[Sector, str]) -> dict[str, str]:
    return {
        word + ending: code.value
        for code, words in spellings.items()
        for word in (code.value.replace("_", ""), *words.split())
        for ending in _ENDINGS
    }


_ROLE_CODES: Mapping[str, str] = _codes(_ROLE_SPELLINGS)
_SECTOR_CODES: Mapping[str, str] = _codes(_SECTOR_SPELLINGS)
KNOWN_ROLES = frozenset(role.value for role in Role)
_KNOWN_SECTORS = frozenset(sector.value for sector in Sector)


def parse_role(text: str) -> str:
    """Return the code of a role in German or English, in any gendered form ("Aussteller:in", "Referent*innen").

    An unknown role is returned as it was written, without blanks around it.
    """
    return _ROLE_CODES.get(_letters(text), text.strip())


def parse_roles(text: str) -> tuple[str, ...]:
    """Return the roles of one cell, each once. "Referentin und Moderatorin" is two, as both are known."""
    roles: dict[str, None] = {}
    for part in _SEPARATORS.split(text):
        codes = [parse_role(each) for each in _JOINED_BY_WORDS.split(part)]
        if not all(code in KNOWN_ROLES for code in codes):
            codes = [parse_role(part)]
        roles.update(dict.fromkeys(code for code in codes if code))
    return tuple(roles)


def parse_sector(text: str) -> str:
    """Return the code of a sector in German or English; an unknown one as it was written."""
    return _SECTOR_CODES.get(_letters(text), text.strip())


def role_name(words: Words, role: str) -> str:
    """Return what a role is called in the language of `words`."""
    return words.t(ROLE_NAMES[Role(role)]) if role in KNOWN_ROLES else role


def sector_name(words: Words, sector: str) -> str:
    """Return what a sector is called in the language of `words`."""
    return words.t(SECTOR_NAMES[Sector(sector)]) if sector in _KNOWN_SECTORS else sector


def role_colour(role: str) -> str:
    """Return the colour of a role as #rrggbb, dark enough for white letters on it (4.5 : 1 and more)."""
    return ROLE_COLOURS[Role(role)] if role in KNOWN_ROLES else OTHER_ROLE_COLOUR
