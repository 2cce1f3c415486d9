"""The SQL of the floor: the tables `hall_part` and `floor_picture`."""

import base64

from eventdesk.fair.floor.picture import FloorPicture, read_points, written_points
from eventdesk.fair.hall import HallPart, PartKind
from eventdesk.store.access import Reader, Value, Writer

_PARTS = "SELECT id, hall, kind, name, points, width_mm FROM hall_part ORDER BY hall, kind, name, id"
_PICTURES = "SELECT id, hall, name, media, x_mm, y_mm, width_mm, depth_mm FROM floor_picture ORDER BY hall, id"


def parts(reader: Reader) -> list[HallPart]:
    """Return the parts of all halls."""
    return [
        HallPart(
            row["id"], row["hall"], PartKind(row["kind"]), row["name"], read_points(row["points"]), row["width_mm"]
        )
        for row in reader.rows(_PARTS)
    ]


def insert_part(writer: Writer, part: HallPart) -> None:
    """Write a new part, which already has an id; its hall must be written before."""
    writer.insert("hall_part", {"id": part.id, **_part_values(part)})


def change_part(writer: Writer, before: HallPart, after: HallPart) -> None:
    """Write what differs."""
    old, new = _part_values(before), _part_values(after)
    changed = {name: value for name, value in new.items() if value != old[name]}
    if changed:
        writer.update("hall_part", before.id, changed)


def pictures(reader: Reader) -> list[FloorPicture]:
    """Return the pictures of all halls, without what is in them."""
    return [FloorPicture(**dict(row)) for row in reader.rows(_PICTURES)]


def picture_body(reader: Reader, picture: int) -> bytes | None:
    """Return what is in a picture; None if there is no such picture."""
    body = reader.value("SELECT body FROM floor_picture WHERE id = ?", picture)
    return None if body is None else base64.b64decode(body)


def insert_picture(writer: Writer, picture: FloorPicture, body: bytes) -> None:
    """Write a new picture, which already has an id; its hall must be written before."""
    text = base64.b64encode(body).decode("ascii")
    writer.insert("floor_picture", {"id": picture.id, **_picture_values(picture), "body": text})


def change_picture(writer: Writer, before: FloorPicture, after: FloorPicture) -> None:
    """Write what differs, but for what is in the picture."""
    old, new = _picture_values(before), _picture_values(after)
    changed = {name: value for name, value in new.items() if value != old[name]}
    if changed:
        writer.update("floor_picture", before.id, changed)


def _part_values(part: HallPart) -> dict[str, Value]:
    return {
        "hall": part.hall,
        "kind": part.kind.value,
        "name": part.name,
        "points": written_points(part.points),
        "width_mm": part.width_mm,
    }


def _picture_values(picture: FloorPicture) -> dict[str, Value]:
    names = ("hall", "name", "media", "x_mm", "y_mm", "width_mm", "depth_mm")
    return {name: getattr(picture, name) for name in names}
