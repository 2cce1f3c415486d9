"""The SQL of the fair: the tables `hall`, `booth` and `exhibitor`."""

from dataclasses import dataclass

from eventdesk.fair.booth import Booth, BoothState, Power
from eventdesk.fair.exhibitor import Exhibitor, ExhibitorStatus
from eventdesk.fair.hall import Hall
from eventdesk.store import extras
from eventdesk.store.access import Reader, Row, Writer

_HALLS = "SELECT id, ref, name, width_mm, depth_mm, background FROM hall"
_BOOTHS = """
SELECT id, ref, hall, x_mm, y_mm, width_mm, depth_mm, island, rotation, power, wall, step_free, state, reason FROM booth
"""
_EXHIBITORS = """
SELECT id, ref, name, theme, sector, contact, email, phone, size, power, wall, step_free, wish_1, wish_2, competitor,
  session, pinned, priority, votable, status, blurb
FROM exhibitor
"""
_PRESENCE = """
SELECT coalesce(booth.ref, ''), coalesce(hall.name, ''), exhibitor.session FROM exhibitor
LEFT JOIN booth ON booth.id = exhibitor.pinned
LEFT JOIN hall ON hall.id = booth.hall
WHERE exhibitor.ref = ? AND exhibitor.status <> 'cancelled'
LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Presence:
    """Where an exhibitor is to be found: booth and hall, and the folder's id of their session; empty if not settled."""

    booth: str
    hall: str
    session: str


def insert_hall(writer: Writer, hall: Hall) -> None:
    """Write a new hall, which already has an id."""
    values = {name: getattr(hall, name) for name in ("id", "ref", "name", "width_mm", "depth_mm", "background")}
    writer.insert("hall", values)
    extras.insert(writer, "hall", hall.id, hall.extra)


def insert_booth(writer: Writer, booth: Booth) -> None:
    """Write a new booth, which already has an id; its hall must be written before."""
    writer.insert(
        "booth",
        {
            "id": booth.id,
            "ref": booth.ref,
            "hall": booth.hall,
            "island": booth.island,
            "x_mm": booth.x_mm,
            "y_mm": booth.y_mm,
            "width_mm": booth.width_mm,
            "depth_mm": booth.depth_mm,
            "rotation": booth.rotation,
            "power": booth.power.value,
            "wall": int(booth.wall),
            "step_free": int(booth.step_free),
            "state": booth.state.value,
            "reason": booth.reason,
        },
    )
    extras.insert(writer, "booth", booth.id, booth.extra)


def insert_exhibitor(writer: Writer, exhibitor: Exhibitor) -> None:
    """Write a new exhibitor, who already has an id; a pinned booth must be written before."""
    writer.insert(
        "exhibitor",
        {
            "id": exhibitor.id,
            "ref": exhibitor.ref,
            "name": exhibitor.name,
            "theme": exhibitor.theme,
            "sector": exhibitor.sector,
            "contact": exhibitor.contact,
            "email": exhibitor.email,
            "phone": exhibitor.phone,
            "size": exhibitor.size,
            "power": exhibitor.power.value,
            "wall": int(exhibitor.wall),
            "step_free": int(exhibitor.step_free),
            "wish_1": exhibitor.wish_1,
            "wish_2": exhibitor.wish_2,
            "competitor": exhibitor.competitor,
            "session": exhibitor.session,
            "pinned": exhibitor.pinned,
            "priority": exhibitor.priority,
            "votable": int(exhibitor.votable),
            "status": exhibitor.status.value,
            "blurb": exhibitor.blurb,
        },
    )
    extras.insert(writer, "exhibitor", exhibitor.id, exhibitor.extra)


def halls(reader: Reader) -> list[Hall]:
    """Return all halls, in the order of their ids in the event folder."""
    extra = extras.by_owner(reader, "hall")
    return [Hall(**dict(row), extra=extra.get(row["id"], {})) for row in reader.rows(f"{_HALLS} ORDER BY ref, id")]


def booths(reader: Reader) -> list[Booth]:
    """Return all booths, in the order of their numbers as text."""
    extra = extras.by_owner(reader, "booth")
    return [_booth(row, extra.get(row["id"], {})) for row in reader.rows(f"{_BOOTHS} ORDER BY ref, id")]


def exhibitors(reader: Reader) -> list[Exhibitor]:
    """Return all exhibitors, in the order of their ids in the event folder."""
    extra = extras.by_owner(reader, "exhibitor")
    return [_exhibitor(row, extra.get(row["id"], {})) for row in reader.rows(f"{_EXHIBITORS} ORDER BY ref, id")]


def counts(reader: Reader) -> dict[str, int]:
    """Return how many exhibitors, booths and halls the file holds."""
    row = reader.rows(
        "SELECT (SELECT count(*) FROM exhibitor), (SELECT count(*) FROM booth), (SELECT count(*) FROM hall)"
    )[0]
    return {"exhibitors": row[0], "booths": row[1], "halls": row[2]}


def presence(reader: Reader, exhibitor: str) -> Presence | None:
    """Return where the exhibitor with this folder id is to be found; None if unknown or cancelled."""
    row = reader.row(_PRESENCE, exhibitor)
    return None if row is None else Presence(*row)


def _booth(row: Row, extra: dict[str, str]) -> Booth:
    values = dict(row) | {
        "power": Power(row["power"]),
        "wall": bool(row["wall"]),
        "step_free": bool(row["step_free"]),
        "state": BoothState(row["state"]),
    }
    return Booth(**values, extra=extra)


def _exhibitor(row: Row, extra: dict[str, str]) -> Exhibitor:
    values = dict(row) | {
        "power": Power(row["power"]),
        "wall": bool(row["wall"]),
        "step_free": bool(row["step_free"]),
        "votable": bool(row["votable"]),
        "status": ExhibitorStatus(row["status"]),
    }
    return Exhibitor(**values, extra=extra)
