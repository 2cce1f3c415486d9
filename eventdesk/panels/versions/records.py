"""The SQL of timetables that were kept: the tables `programme` and `programme_session`."""

from collections.abc import Mapping

from eventdesk.panels.session import Spot
from eventdesk.panels.version import TimetableFacts, Version
from eventdesk.store import times
from eventdesk.store.access import Reader, Row, Writer, new_ids

_VERSIONS = "SELECT id, name, at, desk, status, lost, turned_away, bound, milliseconds, seed, printed FROM programme"
_NEWEST_FIRST = "ORDER BY at DESC, rowid DESC"
_SESSIONS = ("id", "programme", "session", "slot", "room")


def versions(reader: Reader) -> list[Version]:
    """Return all timetables that were kept, the newest first."""
    return [_version(row) for row in reader.rows(f"{_VERSIONS} {_NEWEST_FIRST}")]


def version(reader: Reader, version_id: int) -> Version | None:
    """Return one timetable that was kept."""
    row = reader.row(f"{_VERSIONS} WHERE id = ?", version_id)
    return None if row is None else _version(row)


def last_printed(reader: Reader) -> Version | None:
    """Return the version that is on paper: the newest one that was printed."""
    row = reader.row(f"{_VERSIONS} WHERE printed = 1 {_NEWEST_FIRST} LIMIT 1")
    return None if row is None else _version(row)


def spots_of(reader: Reader, version_id: int) -> dict[int, Spot]:
    """Return slot and room by session, as they were then; some of each may be gone since."""
    sql = "SELECT session, slot, room FROM programme_session WHERE programme = ? ORDER BY id"
    return {row["session"]: (row["slot"], row["room"]) for row in reader.rows(sql, version_id)}


def insert_version(writer: Writer, kept: Version, timetable: Mapping[int, Spot]) -> None:
    """Write a timetable, which already has an id."""
    facts = kept.facts
    writer.insert(
        "programme",
        {
            "id": kept.id,
            "name": kept.name,
            "at": times.to_text(kept.at),
            "desk": kept.desk,
            "status": facts.status,
            "lost": facts.lost,
            "turned_away": facts.turned_away,
            "bound": facts.bound,
            "milliseconds": facts.milliseconds,
            "seed": facts.seed,
            "printed": int(kept.printed),
        },
    )
    for row_id, (session, (slot, room)) in zip(new_ids(len(timetable)), timetable.items(), strict=True):
        writer.insert("programme_session", dict(zip(_SESSIONS, (row_id, kept.id, session, slot, room), strict=True)))


def _version(row: Row) -> Version:
    facts = TimetableFacts(*(row[name] for name in TimetableFacts.__dataclass_fields__))
    return Version(row["id"], row["name"], times.from_text(row["at"]), row["desk"], facts, bool(row["printed"]))
