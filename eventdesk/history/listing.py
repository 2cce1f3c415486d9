"""The journal as a list of whole actions, newest first: an import is one line, and so is a group that was taken in.

Pages go by a cursor. Each page looks at no more than a bounded stretch of the journal, so that it takes the same short
time however large the file is and however rare what one looks for; a page may therefore hold nothing yet and still say
where to go on.
"""

from collections.abc import Generator, Iterator, Sequence

from eventdesk.history import records
from eventdesk.history.happening import Happening
from eventdesk.history.notes import seen_in
from eventdesk.history.steps import steps_of
from eventdesk.history.whole import SUMMED, Figures, Filter, Page, PartPage, Standing, Summed, Whole
from eventdesk.people.search.folding import Folder
from eventdesk.store.access import Reader
from eventdesk.store.entries import Entry

STRETCH = 10_000
"""So many entries a page looks at; with a text to be found in them, fewer."""
STRETCH_WITH_TEXT = 1_500
LARGEST_GROUP = 500
"""A whole that is written in one step, such as a group, has its parts within so many entries."""
FEW_PARTS = 40
"""What so many entries did is summed up at once; of a larger whole, `summing` tells it bit by bit."""
SUMMED_AT_ONCE = 10
"""So many entries each step of `summing` looks at."""
ROWS_AT_ONCE = 100
"""So many changed rows of a whole are told at once, and the rest of the entry they are in."""


def page(reader: Reader, wanted: Filter, *, below: int | None = None, limit: int = 50) -> Page:
    """Return the newest lines below a cursor (None: the newest of all)."""
    top = records.newest(reader) + 1 if below is None else below
    bottom = max(0, top - 1 - (STRETCH_WITH_TEXT if wanted.text.strip() else STRETCH))
    found = records.wholes(reader, bottom, top, wanted, _roots(reader, wanted, bottom, top), limit)
    if len(found) == limit:
        following: int | None = found[-1][0]
    else:
        following = bottom + 1 if bottom else None
    if following is not None and following <= 1:
        following = None
    return Page(tuple(_lines(reader, found)), following)


def newer(reader: Reader, wanted: Filter, above: int, *, limit: int = 50) -> tuple[Whole, ...]:
    """Return the newest lines above a cursor. As many as `limit`: there may be more between them and the cursor."""
    top = records.newest(reader) + 1
    bottom = max(above, top - 1 - STRETCH)
    found = records.wholes(reader, bottom, top, wanted, _roots(reader, wanted, bottom, top), limit)
    return tuple(_lines(reader, found))


def whole(reader: Reader, eid: str) -> Whole | None:
    """Return the line of the whole that an entry is part of, as it is now."""
    part = records.entry(reader, eid)
    root = records.entry(reader, part.root) if part else None
    return _lines(reader, [(records.place(reader, root.eid), root)])[0] if root else None


def parts(reader: Reader, root: str, *, after: int | None = None, limit: int = 20) -> PartPage:
    """Return what the entries of a whole did, in their order: at most so many entries, fewer if they are large."""
    found = records.parts_after(reader, root, -1 if after is None else after, limit + 1)
    sizes = records.sizes(reader, [entry.eid for _, entry in found])
    shown: list[tuple[int, Entry]] = []
    rows = 0
    while len(shown) < min(limit, len(found)) and rows < ROWS_AT_ONCE:
        shown.append(found[len(shown)])
        rows += sizes[shown[-1][1].eid]
    happenings = _happenings(reader, [entry for _, entry in shown])
    return PartPage(tuple(happenings), shown[-1][0] if len(found) > len(shown) else None)


def summing(reader: Reader, root: str) -> Generator[Summed, None, Figures]:
    """Sum up what a large whole did, a few entries at a time; returns the figures."""
    total, done, after = records.part_count(reader, root) + 1, 0, -1
    figures = Figures()
    while True:
        found = records.parts_after(reader, root, after, SUMMED_AT_ONCE)
        if not found:
            return figures
        figures = _added_up(figures, _figures(reader, [entry.eid for _, entry in found]))
        after, done = found[-1][0], done + len(found)
        yield Summed(done, max(total, done))


def touched_by(reader: Reader, eid: str) -> list[str]:
    """Return the wholes that look different since this entry was written: its own, and those that it undoes."""
    found: list[str] = []
    entry = records.entry(reader, eid)
    while entry is not None:
        found.append(entry.root)
        entry = records.entry(reader, entry.undoes) if entry.undoes else None
    return found


def rows_of(reader: Reader, root: str) -> int:
    """Return how many changes of rows all entries of a whole made: what an undo has to do."""
    return records.rows_of(reader, root)


def hours(reader: Reader, above: int = 0) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """Yield the desks, and for each the hours (UTC, "2026-11-21T08") in which it did something above a place.

    A stretch of the journal at a time, each with the place up to which it is told.
    """
    newest = records.newest(reader)
    while above < newest:
        upto = min(above + STRETCH, newest)
        yield upto, records.hours(reader, above, upto)
        above = upto


def took_back(reader: Reader, eid: str) -> Entry | None:
    """Return the entry that undid this one, the newest if there are several."""
    return records.undo_of(reader, eid)


def _roots(reader: Reader, wanted: Filter, bottom: int, top: int) -> set[str] | None:
    """Return the wholes of which some entry is of the wanted kind and holds the wanted text; None: all may be."""
    if not wanted.ops and not wanted.text.strip():
        return None
    found = records.labels(reader, bottom, top + LARGEST_GROUP, wanted)
    folder = Folder()
    begin = [f" {word}" for word in folder[wanted.text].split()]
    return {root for root, label in found if all(word in f" {folder[label]}" for word in begin)}


def _lines(reader: Reader, found: Sequence[tuple[int, Entry]]) -> list[Whole]:
    roots = [entry for _, entry in found]
    first = records.first_changes(reader, [entry.eid for entry in roots])
    steps = steps_of(reader, list(first.values()), {entry.eid: entry.label for entry in roots})
    steps |= seen_in(reader, roots)
    of = {eid: _taken_back(reader, eid) for eid in {entry.undoes for entry in roots if entry.undoes}}
    lines = []
    for place, entry in found:
        number = records.part_count(reader, entry.eid) + 1
        summed = number <= FEW_PARTS and entry.op in SUMMED
        eids = [part.eid for _, part in records.parts_after(reader, entry.eid, -1, FEW_PARTS)] if summed else []
        done = steps.get(entry.eid, ())
        lines.append(
            Whole(
                place=place,
                entry=entry,
                standing=_standing(reader, entry, number),
                parts=number,
                step=done[0] if done else None,
                of=of.get(entry.undoes or "", _NOTHING)[0],
                again=of.get(entry.undoes or "", _NOTHING)[1],
                figures=_figures(reader, eids) if summed else None,
            )
        )
    return lines


_NOTHING: tuple[Entry | None, bool] = (None, False)


def _standing(reader: Reader, entry: Entry, number: int) -> Standing:
    if entry.undone:
        return Standing.UNDONE
    if not entry.op.undoable:
        return Standing.FACT
    newest = records.newest_part(reader, entry.eid) if number > 1 else None
    return Standing.PARTLY_UNDONE if newest is not None and newest.undone else Standing.HOLDS


def _taken_back(reader: Reader, eid: str) -> tuple[Entry | None, bool]:
    """Return the first entry of the deed that an undo of this entry is about, and whether that brings the deed back."""
    deed, again = records.deed_of(reader, records.entry(reader, eid))
    return (records.entry(reader, deed.root) if deed else None), again


def _happenings(reader: Reader, entries: Sequence[Entry]) -> list[Happening]:
    changes = records.changes_of_entries(reader, [entry.eid for entry in entries])
    steps = steps_of(reader, changes, {entry.eid: entry.label for entry in entries}) | seen_in(reader, entries)
    of = records.entries_by_id(reader, sorted({entry.undoes for entry in entries if entry.undoes}))
    return [Happening(entry, steps.get(entry.eid, ()), of.get(entry.undoes or "")) for entry in entries]


def _figures(reader: Reader, eids: Sequence[str]) -> Figures:
    figures = Figures()
    for table, before, after, number in records.tallies(reader, eids):
        if table == "person":
            figures = _added_up(
                figures,
                Figures(
                    people_added=0 if before else number,
                    people_removed=0 if after else number,
                    people_changed=number if before and after else 0,
                ),
            )
    return figures


def _added_up(one: Figures, other: Figures) -> Figures:
    return Figures(
        one.people_added + other.people_added,
        one.people_changed + other.people_changed,
        one.people_removed + other.people_removed,
    )
