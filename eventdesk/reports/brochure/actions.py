"""What a person does for the brochure: write its texts, choose projects, describe one, give it a picture."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from eventdesk.badges.stock import put_picture_data, require_picture
from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.fair import records as fair
from eventdesk.fair.actions import label_of
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.people.consent import in_order
from eventdesk.reports.brochure.texts import NAMES, Texts, put_texts, texts_of

DESCRIBED = ("portrait", "blurb", "website", "town", "contact", "email", "phone", "picture", "consents")
"""What can be said about a project."""


def set_texts(event: Event, texts: Texts) -> str | None:
    """Write the texts of the brochure. Returns the journal entry, None if nothing differs."""
    stripped = Texts(**{name: str(getattr(texts, name)).strip() for name in NAMES})
    if stripped == texts_of(event.db):
        return None
    with event.transact(Op.BROCHURE, stripped.title or event.details.title) as tx:
        put_texts(tx, stripped)
        return tx.eid


def choose(event: Event, exhibitors: Collection[int], *, chosen: bool) -> str | None:
    """Take projects into the brochure, or out of it. Returns the journal entry, None if nothing differs."""
    changed = [each for each in fair.exhibitors(event.db) if each.id in exhibitors and each.brochure is not chosen]
    if not changed:
        return None
    with event.transact(Op.BROCHURE, label_of(each.name for each in changed)) as tx:
        for each in changed:
            fair.change_exhibitor(tx, each, replace(each, brochure=chosen))
        return tx.eid


def edit_project(event: Event, exhibitor: int, **fields: Any) -> str | None:
    """Say something about a project: any of `DESCRIBED`. Returns the journal entry, None if nothing differs.

    Raises `KnownError` GONE.
    """
    before = _found(event, exhibitor)
    wanted = {name: fields[name] for name in DESCRIBED if name in fields}
    if "consents" in wanted:
        wanted["consents"] = in_order(wanted["consents"])
    after = replace(before, **wanted)
    if after == before:
        return None
    only_consents = replace(before, consents=after.consents) == after
    with event.transact(Op.CONSENTS if only_consents else Op.BROCHURE, after.name) as tx:
        fair.change_exhibitor(tx, before, after)
        return tx.eid


def set_picture(event: Event, exhibitor: int, name: str, data: bytes | None) -> str | None:
    """Give a project a PNG or JPEG under this name, or none. Returns the journal entry, None if nothing differs.

    A picture that another project has under the same name is not overwritten: a number comes behind it. Raises
    `KnownError` GONE, and `WrongPictureError` if it is no picture, or larger than a megabyte.
    """
    before = _found(event, exhibitor)
    if data is None:
        return edit_project(event, exhibitor, picture="")
    require_picture(data)
    taken = {each.picture for each in fair.exhibitors(event.db) if each.id != exhibitor}
    free = name
    number = 1
    while free in taken:
        number += 1
        stem, dot, ending = name.rpartition(".")
        free = f"{stem}-{number}{dot}{ending}" if dot else f"{name}-{number}"
    with event.transact(Op.BROCHURE, before.name) as tx:
        put_picture_data(tx, free, data)
        fair.change_exhibitor(tx, before, replace(before, picture=free))
        return tx.eid


def _found(event: Event, exhibitor: int) -> Exhibitor:
    found = next((each for each in fair.exhibitors(event.db) if each.id == exhibitor), None)
    if found is None:
        raise KnownError(Fault.GONE)
    return found
