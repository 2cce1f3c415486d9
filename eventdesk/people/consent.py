"""What a person or a project agreed to: codes, the words that lists have for them, and their names."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from eventdesk.tables import cells
from eventdesk.tables.cells import Choices
from eventdesk.words import Words, mark


class Consent(StrEnum):
    """Something that nobody may do without having been allowed to."""

    CONTACT = "contact"
    """Their contact may stand in directories and brochures."""
    PHOTO = "photo"
    """Pictures of them may be printed."""
    INVITE = "invite"
    """They may be invited next time, and counted as having come before."""


CONSENT_NAMES: Mapping[Consent, str] = {
    Consent.CONTACT: mark("Contact may be passed on"),
    Consent.PHOTO: mark("Picture may be printed"),
    Consent.INVITE: mark("May be invited next time"),
}
CONSENTS = Choices(
    {
        Consent.CONTACT: "Kontakt|Kontaktdaten|Verzeichnis|directory|contact details",
        Consent.PHOTO: "Foto|Fotos|Bild|Bilder|picture|pictures|photos",
        Consent.INVITE: "Einladung|einladen|wieder einladen|invitation",
    }
)


def parse_consents(cell: str) -> tuple[Consent, ...]:
    """Return what a cell agrees to, each once and in our order. Raises CellError for a word that says nothing of it."""
    return in_order(cells.choice(each, CONSENTS) for each in cells.items(cell))


def in_order(consents: Iterable[str]) -> tuple[Consent, ...]:
    """Return consents in our order, each once; texts that are none are left out."""
    given = set(consents)
    return tuple(each for each in Consent if each in given)


def consents_text(words: Words, stored: str) -> str:
    """Return stored consents by their names."""
    return ", ".join(consent_name(words, each) for each in in_order(stored.split(", ")))


def consent_name(words: Words, consent: Consent) -> str:
    """Return what a consent is called in the language of `words`."""
    return words.t(CONSENT_NAMES[consent])
