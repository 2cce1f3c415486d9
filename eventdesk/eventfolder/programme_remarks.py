"""What is wrong with the programme of an event folder although every cell can be read: nothing is left out for it.

What the timetable costs people is not told here: every timetable costs something, and a better one can be suggested.
"""

from collections.abc import Iterator, Mapping

from eventdesk.codes import SessionCode
from eventdesk.eventfolder.content import Content
from eventdesk.panels.checks import programme_troubles
from eventdesk.panels.crowd import Crowd
from eventdesk.panels.programme import Programme
from eventdesk.panels.records import COMING
from eventdesk.panels.trouble import Trouble
from eventdesk.people.importing.drafts import Drafts
from eventdesk.tables.problems import Remark, TableRemark
from eventdesk.tables.references import Ids

_COSTS = frozenset({SessionCode.CLASH, SessionCode.BEYOND_CAPACITY})
_MOST = 50
"""So many remarks are made; after that everybody knows."""


def found(content: Content, people: Drafts | None, ids: Mapping[str, Ids]) -> tuple[TableRemark, ...]:
    """Return remarks about rooms, slots, sessions and wishes that do not fit together."""
    if not content.sessions:
        return ()
    programme = _programme(content, people)
    troubles = [each for each in programme_troubles(programme) if each.code not in _COSTS]
    places = _Places(programme, people, ids)
    return tuple(_remark(trouble, *places.of(trouble)) for trouble in troubles[:_MOST])


def _programme(content: Content, people: Drafts | None) -> Programme:
    crowd = Crowd(content.sessions, ())
    if people is not None:
        crowd.add(_coming(people))
    return Programme(
        rooms=tuple(content.rooms),
        slots=tuple(content.slots),
        sessions=tuple(content.sessions),
        wishes=crowd.wishes,
        people=crowd.guests,
        unknown_wishes=crowd.unknown,
    )


def _coming(people: Drafts) -> Iterator[tuple[int, str, str, str, str, str, str, str, str]]:
    """Yield who may come as `Crowd` takes them in, by their rows in the list."""
    columns = ("foreign_id", "given_name", "family_name", "native_name", "needs", "party", "wishes", "code")
    cells = zip(*(people.column(name) for name in columns), strict=True)
    wanted = {status.value for status in COMING} | {""}
    for row, (status, mine) in enumerate(zip(people.column("status"), cells, strict=True)):
        if status in wanted and row not in people.rejected and row not in people.things:
            yield (row, *mine)


class _Places:
    """Knows on which line of which table something stands."""

    def __init__(self, programme: Programme, people: Drafts | None, ids: Mapping[str, Ids]) -> None:
        self._programme, self._people, self._ids = programme, people, ids

    def of(self, trouble: Trouble) -> tuple[str, int]:
        """Return the file and the line that a trouble is about; line 0: all of the file."""
        programme = self._programme
        if trouble.person is not None and self._people is not None:
            return self._people.table.file, self._people.table.lines[trouble.person]
        if trouble.session is not None:
            return self._line("sessions", programme.session_of[trouble.session].ref)
        if trouble.room is not None:
            return self._line("rooms", programme.room_of[trouble.room].ref)
        if trouble.slot is not None:
            return self._line("slots", programme.slot_of[trouble.slot].ref)
        return self._ids["sessions"].file, 0

    def _line(self, table: str, ref: str) -> tuple[str, int]:
        record = self._ids[table].rows[ref].record
        return record.file, record.line


def _remark(trouble: Trouble, file: str, line: int) -> TableRemark:
    told = (trouble.code.value, trouble.other_name, trouble.room_name, trouble.who, trouble.time)
    return TableRemark(file, line, "", trouble.name, Remark.PROGRAMME, (*told, str(trouble.people), trouble.detail))
