"""What is noteworthy about the fair of an event folder although every cell can be read: nothing is left out for it."""

from collections.abc import Iterator, Mapping

from eventdesk.eventfolder.content import Content
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.fair import Fair
from eventdesk.fair.floor.checks import floor_troubles
from eventdesk.tables.problems import Remark, TableRemark
from eventdesk.tables.references import Ids

_MOST = 50
"""So many remarks about booths that stand badly are made; after that everybody knows."""


def found(content: Content, ids: Mapping[str, Ids]) -> tuple[TableRemark, ...]:
    """Return remarks about booths that stand badly, and exhibitors who cannot all stand as it is wished."""
    fair = Fair(
        halls=tuple(content.halls),
        parts=tuple(content.parts),
        booths=tuple(content.booths),
        exhibitors=tuple(content.exhibitors),
        stands=content.stands,
        doors={},
        weights={},
    )
    return (*_of_booths(fair, ids["booths"]), *_of_exhibitors(fair, ids["exhibitors"]))


def _of_booths(fair: Fair, ids: Ids) -> Iterator[TableRemark]:
    for trouble in floor_troubles(fair)[:_MOST]:
        record = ids.rows[trouble.booth_ref].record
        args = trouble.code.value, trouble.other_name, str(trouble.gap_mm)
        yield TableRemark(record.file, record.line, "", trouble.booth_ref, Remark.FLOOR, args)


def _of_exhibitors(fair: Fair, ids: Ids) -> Iterator[TableRemark]:
    if fair.exhibitors and not fair.booths:
        yield TableRemark(ids.file, 0, "", str(len(fair.exhibitors)), Remark.NO_BOOTHS)
    by_name: dict[str, str] = {}
    by_pin: dict[int, str] = {}
    for exhibitor in fair.exhibitors:
        record = ids.rows[exhibitor.ref].record
        first = by_name.setdefault(exhibitor.name.casefold(), exhibitor.ref)
        if first != exhibitor.ref:
            line = str(ids.rows[first].record.line)
            yield TableRemark(record.file, record.line, "", exhibitor.name, Remark.EXHIBITOR_TWICE, (line,))
        if exhibitor.comes and exhibitor.pinned is not None:
            first = by_pin.setdefault(exhibitor.pinned, exhibitor.ref)
            if first != exhibitor.ref:
                args = (str(ids.rows[first].record.line),)
                number = fair.booth_of[exhibitor.pinned].ref
                yield TableRemark(record.file, record.line, "", number, Remark.PINNED_TWICE, args)
        if _lacks_neighbour(fair, exhibitor):
            number = "" if exhibitor.pinned is None else fair.booth_of[exhibitor.pinned].ref
            yield TableRemark(record.file, record.line, "", exhibitor.name, Remark.NO_NEIGHBOUR, (number,))


def _lacks_neighbour(fair: Fair, exhibitor: Exhibitor) -> bool:
    if exhibitor.size == 1 or not exhibitor.comes or not fair.booths:
        return False
    return not fair.beside if exhibitor.pinned is None else exhibitor.pinned not in fair.neighbours_of
