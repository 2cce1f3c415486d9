"""How changes between two timetables are said, line by line."""

from collections.abc import Iterable, Mapping

from eventdesk.panels.programme import Programme
from eventdesk.panels.session import Spot
from eventdesk.panels.version import Change
from eventdesk.words import Words
from ui.panels.flow.programme_flow import changes_of
from ui.panels.spots import spot_text
from ui.widgets.change_list import ChangeLine


def change_lines(
    words: Words, programme: Programme, before: Mapping[int, Spot], after: Mapping[int, Spot]
) -> tuple[ChangeLine, ...]:
    """Return a line for each session that is somewhere else."""
    return tuple(_line(words, programme, each) for each in _in_order(programme, changes_of(before, after)))


def people_text(words: Words, lost: int, away: int) -> str:
    """Return what a timetable costs, in people."""
    one = words.n("{count} wish lost by clash", "{count} wishes lost by clash", lost)
    two = words.n("{count} person turned away", "{count} people turned away", away)
    return f"{one} · {two}"


def _line(words: Words, programme: Programme, change: Change) -> ChangeLine:
    before, after = change.before, change.after
    way = words.t("→ no place") if None in after else f"→ {spot_text(words, programme, after)}"
    name = programme.session_of[change.session].title if change.session in programme.session_of else "–"
    why = words.t("from {spot}", spot=spot_text(words, programme, before)) if None not in before else ""
    return ChangeLine(name, way, why, before=change.session, after=change.session)


def _in_order(programme: Programme, changes: Iterable[Change]) -> list[Change]:
    def start(change: Change) -> tuple[str, str]:
        slot = programme.slot_of.get(change.after[0] or 0)
        known = programme.session_of.get(change.session)
        return slot.starts if slot is not None else "~", known.title if known is not None else ""

    return sorted(changes, key=start)
