"""What this page says: which text needs a look and why, what was printed, what comes of a batch."""

from datetime import datetime
from enum import StrEnum

from eventdesk.badges.badge import Field, Remark
from eventdesk.words import Words, mark
from eventdesk.words.badges import reason_text, spot_text
from ui.badges.flow import Print

_FIELDS = {
    Field.EVENT_TITLE: mark("Title of the event"),
    Field.EVENT_LINE: mark("Place and day"),
    Field.TITLE: mark("Title"),
    Field.GIVEN_NAME: mark("Given name"),
    Field.FAMILY_NAME: mark("Family name"),
    Field.NAME: mark("Name"),
    Field.NATIVE_NAME: mark("Name in its own script"),
    Field.ORGANISATION: mark("Organisation"),
    Field.POSITION: mark("Position"),
    Field.PRONOUN: mark("Pronoun"),
    Field.FIRST_PLACE: mark("Place to go to"),
    Field.OTHER_PLACES: mark("Other places"),
    Field.STAND: mark("Booth"),
    Field.PANELS: mark("Sessions"),
    Field.TABLE: mark("Table"),
    Field.LANGUAGES: mark("Languages"),
    Field.ROLE: mark("Role"),
    Field.SECTOR: mark("Sector"),
    Field.BOX: mark("Box"),
    Field.PROGRAMME: mark("Own programme"),
}
_OTHER = mark("Text")


class Matter(StrEnum):
    """Why somebody should look at a badge, the gravest first."""

    MISSING = "missing"
    OVERFLOW = "overflow"
    SHRUNK = "shrunk"


def field_name(words: Words, field: Field) -> str:
    """Return what a text on a badge is called."""
    return words.t(_FIELDS.get(field, _OTHER))


def remark(words: Words, matter: Matter, each: Remark) -> str:
    """Return why somebody should look at a text."""
    name, size = field_name(words, each.field), f"{each.size:.0f}"
    match matter:
        case Matter.MISSING:
            letters = " ".join(each.clusters)
            return words.t(
                "{field}: there is no letter for {letters}. This is printed: “{shown}”",
                field=name, letters=letters, shown=each.shown,
            )  # fmt: skip
        case Matter.OVERFLOW if each.cut:
            return words.t(
                "{field} does not fit, even in {size} pt. This is printed: “{shown}”",
                field=name, size=size, shown=each.shown,
            )  # fmt: skip
        case Matter.OVERFLOW if each.abbreviated:
            return words.t("{field} is abbreviated to “{shown}”", field=name, shown=each.shown)
        case Matter.OVERFLOW:
            return words.t("{field} fits only in {size} pt, which is hard to read", field=name, size=size)
        case Matter.SHRUNK:
            return words.t("{field} is printed small: {size} pt", field=name, size=size)


def batch(words: Words, badges: int, sheets: int, *, on_sheets: bool) -> str:
    """Return how much is to be printed."""
    said = words.n("One badge", "{count} badges", badges)
    if not on_sheets:
        return said
    return f"{said} · {words.n('one sheet', '{count} sheets', sheets)}"


def print_line(words: Words, each: Print, at: datetime, today: datetime) -> tuple[str, str]:
    """Return whose badge was printed, and below it when, where, by which printer and why."""
    day = "" if at.date() == today.date() else words.t("{day}.{month}.", day=at.day, month=at.month)
    moment = " ".join(part for part in (day, f"{at:%H:%M}") if part)
    spot = spot_text(words, each.spot.box, each.spot.number) if each.spot is not None else ""
    parts = (moment, each.desk, each.printer, reason_text(words, each.reason), spot)
    return each.name or words.t("Somebody who is no longer on the list"), " · ".join(part for part in parts if part)
