"""What an organiser changes about certificates: their texts, the logo, and the signature."""

from enum import StrEnum

from eventdesk.badges import stock
from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.reports.certificates.wording import (
    PREFIX,
    Wording,
    WrongWordingError,
    keys_of,
    unknown_placeholders,
    usual_wording,
    wording_of,
)
from eventdesk.store import settings
from eventdesk.tables.cleaning import clean
from eventdesk.words import Words

LONGEST = 2000
"""So many letters a text has at most."""


class Drawn(StrEnum):
    """A picture on certificates, by its name among the pictures of the event."""

    LOGO = "certificate-logo"
    SIGNATURE = "certificate-signature"


def wording(event: Event) -> Wording:
    """Return what certificates say, in the language of the event."""
    return wording_of(settings.beginning_with(event.db, PREFIX), Words(event.details.language), event.details)


def set_wording(event: Event, wanted: Wording) -> str | None:
    """Let certificates say this. Returns the journal entry, None if nothing differs.

    What is the same as usual is not kept, so that it follows the event. Raises `WrongWordingError` for a placeholder
    that nobody knows.
    """
    wanted = wanted.with_texts(lambda _, text: clean(text)[:LONGEST])
    unknown = unknown_placeholders(wanted)
    if unknown:
        raise WrongWordingError(unknown)
    before = keys_of(wording(event))
    usual = keys_of(usual_wording(Words(event.details.language), event.details))
    after = keys_of(wanted)
    changed = {key: value for key, value in after.items() if value != before[key]}
    if not changed:
        return None
    with event.transact(Op.SETTINGS, wanted.title) as tx:
        for key, value in changed.items():
            if value == usual[key]:
                settings.drop(tx, key)
            else:
                settings.put(tx, key, value)
        return tx.eid


def picture(event: Event, which: Drawn) -> bytes | None:
    """Return the logo or the signature as it was saved; None if there is none."""
    return stock.picture_bytes(event, which.value)


def set_picture(event: Event, which: Drawn, data: bytes | None) -> str | None:
    """Keep a PNG or JPEG as the logo or the signature; None takes it away.

    Returns the journal entry, None if nothing differs. Raises `WrongPictureError` for what is none of both, or larger
    than a megabyte.
    """
    return stock.remove_picture(event, which.value) if data is None else stock.save_picture(event, which.value, data)
