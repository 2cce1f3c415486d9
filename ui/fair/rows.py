"""The lines of the list: exhibitors with their booths, then the booths at which nobody stands."""

from collections.abc import Mapping

from eventdesk.fair.arrivals import CrewCount
from eventdesk.fair.booth import BoothState, number_order
from eventdesk.words import Words
from ui.fair.faces import theme_colours
from ui.fair.facts import crew_text, offers, status_text
from ui.fair.listing import Row
from ui.fair.standing import Standing


def rows_of(words: Words, standing: Standing, crew: Mapping[int, CrewCount]) -> list[Row]:
    """Return everything that the list can show."""
    colours = theme_colours(standing.themes)
    rows: list[Row] = []
    for who in sorted(standing.fair.exhibitors, key=lambda each: each.name.casefold()):
        booths = standing.places(who.id)
        number = standing.numbers(who.id)
        if not who.comes:
            state = status_text(words, who.status)
        elif not booths:
            state = words.t("no booth")
        elif any(booth.state is BoothState.BLOCKED for booth in booths):
            state = words.t("blocked")
        else:
            state = crew_text(words, crew.get(who.id)) or (words.t("pinned") if who.pinned is not None else "")
        found_by = f"{who.name} {who.theme} {who.ref} {number} {who.contact}".casefold()
        first = booths[0].id if booths else None
        rows.append(Row(who.id, first, who.name, number, state, colours.get(who.theme, ""), found_by))
    empty = [booth for booth in standing.fair.booths if booth.id not in standing.of_booth]
    for booth in sorted(empty, key=lambda each: number_order(each.ref)):
        state = words.t("blocked") if booth.state is BoothState.BLOCKED else words.t("free")
        text = offers(words, booth)
        rows.append(Row(None, booth.id, text, booth.ref, state, "", f"{booth.ref} {booth.island} {text}".casefold()))
    return rows
