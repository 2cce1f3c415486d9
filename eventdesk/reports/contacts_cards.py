"""Contacts as vCards (version 3.0, RFC 2426), which telephones and mail programs of all makes read."""

import unicodedata
from collections.abc import Iterator, Sequence

from eventdesk.reports.contacts import Contact, Kind
from eventdesk.words import Words

_LONGEST = 75
"""So many octets a line has at most; what is longer goes on in the next one, behind a blank."""

_ESCAPED = {ord("\\"): "\\\\", ord(";"): "\\;", ord(","): "\\,", ord("\n"): "\\n", ord("\r"): None}


def cards(contacts: Sequence[Contact], words: Words) -> bytes:
    """Return the cards of all contacts. Importing them again finds the same cards, by what they are known by."""
    lines = (line for contact in contacts for line in _card(contact, words))
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode("utf-8")


def _card(contact: Contact, words: Words) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"UID:eventdesk-{contact.kind.value}-{contact.id}"
    yield f"FN:{_text(contact.name)}"
    if contact.kind is Kind.PROJECT:
        yield f"N:{_text(contact.name)};;;;"
        yield f"ORG:{_text(contact.name)}"
        yield "X-ABShowAs:COMPANY"
    else:
        family, given = contact.family_name, contact.given_name
        yield f"N:{_text(family)};{_text(given)};;;" if family or given else f"N:{_text(contact.name)};;;;"
        yield from _filled("ORG", contact.organisation)
        yield from _filled("TITLE", contact.position)
    yield from _filled("EMAIL;TYPE=INTERNET", contact.email)
    yield from _filled("TEL;TYPE=VOICE", contact.phone)
    if contact.town:
        yield f"ADR;TYPE=WORK:;;;{_text(contact.town)};;;"
    yield from _filled("URL", contact.website)
    yield from _filled("CATEGORIES", contact.theme)
    asked = words.t("Contact: {name}", name=contact.contact) if contact.contact else ""
    yield from _filled("NOTE", "\n".join(part for part in (asked, contact.blurb) if part))
    yield "END:VCARD"


def _filled(name: str, text: str) -> Iterator[str]:
    if text:
        yield f"{name}:{_text(text)}"


def _text(text: str) -> str:
    """Return a text so that no sign in it ends it, begins a line or is a control character."""
    plain = "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) != "Cc")
    return plain.translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 octets; no letter is torn."""
    part, size = "", 0
    for sign in line:
        octets = len(sign.encode("utf-8", "replace"))
        if size + octets > _LONGEST:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + octets
    yield part
