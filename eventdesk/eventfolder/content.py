"""Makes things of what was read: the fair, the programme, the World Café, with every error collected."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar
from zoneinfo import ZoneInfo

from eventdesk.cafe import columns as cafe
from eventdesk.cafe.round import RoundWanted
from eventdesk.cafe.table import CafeTable
from eventdesk.fair import columns as fair
from eventdesk.fair.booth import Booth
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.hall import Hall, HallPart
from eventdesk.fair.records import standing
from eventdesk.panels import columns as panels
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from eventdesk.store.access import new_id
from eventdesk.tables import headers
from eventdesk.tables.problems import Expectation, TableProblem
from eventdesk.tables.references import Ids, References
from eventdesk.tables.table import Record, Table

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of table: the names of its columns; `key` and the `needed` ones must be there.

    Rows without a `key` have no ids: nothing refers to them.
    """

    key: str
    columns: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...] = ()


SHEETS: Mapping[str, Sheet] = {
    "halls": Sheet("hall", fair.HALLS, ("width_m", "depth_m")),
    "hall_parts": Sheet("", fair.HALL_PARTS, ("hall", "kind", "points")),
    "booths": Sheet("booth", fair.BOOTHS, ("hall", "x_m", "y_m", "width_m", "depth_m")),
    "slots": Sheet("slot", panels.SLOTS, ("starts", "ends")),
    "rooms": Sheet("room", panels.ROOMS, ("capacity",)),
    "sessions": Sheet("session", panels.SESSIONS, ("title",)),
    "exhibitors": Sheet("exhibitor", fair.EXHIBITORS, ("name",)),
    "cafe": Sheet("table", cafe.TABLES, ("seats",)),
    "cafe_rounds": Sheet("round", cafe.ROUNDS, ("minutes",)),
}


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that has rows of its own beside people; only rows without an error."""

    halls: list[Hall]
    parts: list[HallPart]
    booths: list[Booth]
    exhibitors: list[Exhibitor]
    slots: list[Slot]
    rooms: list[Room]
    sessions: list[Session]
    tables: list[CafeTable]
    rounds: list[RoundWanted]
    stands: Mapping[int, tuple[int, ...]]
    """Who stands where: row ids of booths by exhibitor."""


class Reading:
    """Reads the tables of one folder: first all ids, then the rows that refer to them."""

    def __init__(self, tables: Mapping[str, Table], problems: list[TableProblem]) -> None:
        """Read all ids; ids that are missing or taken go to `problems`."""
        self._rows: dict[str, list[tuple[Record, int]]] = {}
        self.ids: dict[str, Ids] = {}
        self._problems = problems
        for name, sheet in SHEETS.items():
            self._read(name, sheet, tables.get(name))
        self.ids["islands"] = self._islands()

    def content(self, people: Collection[str], zone: ZoneInfo, *, good_only: bool) -> Content:
        """Make things of the rows. `people` are the ids of the list of people, `zone` that of the event.

        With `good_only` a row that needs a wrong row of another table is wrong itself.
        """
        references = References(self.ids, people, good_only=good_only)
        read = Content(
            halls=self._good("halls", fair.hall),
            parts=self._good("hall_parts", lambda record, row_id: fair.part(record, row_id, references)),
            booths=self._good("booths", lambda record, row_id: fair.booth(record, row_id, references)),
            slots=self._good("slots", lambda record, row_id: panels.slot(record, row_id, zone)),
            rooms=self._good("rooms", lambda record, row_id: panels.room(record, row_id, references)),
            sessions=self._good("sessions", lambda record, row_id: panels.session(record, row_id, references)),
            exhibitors=self._good("exhibitors", lambda record, row_id: fair.exhibitor(record, row_id, references)),
            tables=self._good("cafe", cafe.table),
            rounds=self._good("cafe_rounds", lambda record, _: _round(record, zone)),
            stands={},
        )
        return replace(read, stands=self._stands(read, references))

    def _read(self, name: str, sheet: Sheet, table: Table | None) -> None:
        self._rows[name] = []
        if table is None:
            self.ids[name] = Ids(f"{name}.csv", there=False)
            return
        ids = self.ids[name] = Ids(table.file)
        there = headers.match(table.header, sheet.columns).fields
        for column in filter(None, (sheet.key, *sheet.needed)):
            if column not in there:
                names = ", ".join((column, *sheet.columns[column]))
                self._problems.append(
                    TableProblem(table.file, table.header_line, column, "", Expectation.COLUMN, (names,))
                )
                ids.readable = False
        if ids.readable:
            for record in table.records(sheet.columns, self._problems):
                row_id = new_id()
                if sheet.key:
                    ids.add(record, sheet.key, row_id)
                self._rows[name].append((record, row_id))

    def _islands(self) -> Ids:
        booths = self.ids["booths"]
        islands = Ids(booths.file, readable=booths.readable)
        for target in booths.rows.values():
            islands.rows.setdefault(target.record.text("island"), target)
        islands.rows.pop("", None)
        islands.there = bool(islands.rows)
        return islands

    def _stands(self, read: Content, references: References) -> dict[int, tuple[int, ...]]:
        """Return who stands where: as the booths say, else on the booth that is settled."""
        exhibitors = {exhibitor.id for exhibitor in read.exhibitors}
        rows: defaultdict[int, dict[int, int]] = defaultdict(dict)
        booths = {booth.id for booth in read.booths}
        for record, booth in self._rows["booths"]:
            who = fair.standing_there(record, references)
            if who in exhibitors and booth in booths:
                rows[who][booth] = booth
        return standing(read.booths, read.exhibitors, rows)

    def _good(self, name: str, make: Callable[[Record, int], Thing]) -> list[Thing]:
        made = [(record, make(record, row_id)) for record, row_id in self._rows[name]]
        return [thing for record, thing in made if record.good]


def _round(record: Record, zone: ZoneInfo) -> RoundWanted:
    return cafe.round_wanted(record, panels.clock_text(record.moment("starts"), zone))
