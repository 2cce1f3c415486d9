"""The SQL of the fair: halls, booths, exhibitors, and who stands where."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from eventdesk.fair.booth import Booth, BoothState, Power, number_order
from eventdesk.fair.exhibitor import Exhibitor, ExhibitorStatus, Setup
from eventdesk.fair.fair import Door, Fair
from eventdesk.fair.floor.records import parts
from eventdesk.fair.hall import Hall
from eventdesk.fair.weights import PREFIX, USUAL, Weight
from eventdesk.people.consent import in_order
from eventdesk.people.records import joined, split
from eventdesk.store import extras, settings
from eventdesk.store.access import Reader, Row, Value, Writer

_CHOSEN = "(SELECT value FROM json_each(?))"
_HALLS = "SELECT id, ref, name, width_mm, depth_mm, background FROM hall"
_BOOTHS = """
SELECT id, ref, hall, x_mm, y_mm, width_mm, depth_mm, island, rotation, power, wall, step_free, state, reason FROM booth
"""
_EXHIBITORS = """
SELECT id, ref, name, theme, sector, contact, email, phone, size, power, wall, step_free, wish_1, wish_2, competitor,
  session, pinned, priority, votable, status, blurb, setup, furniture, portrait, website, town, picture, consents,
  brochure
FROM exhibitor
"""
BETWEEN = ", "
"""Parts the numbers of an exhibitor who has two booths."""

_PRESENCE = """
SELECT exhibitor.id, coalesce(booth.ref, ''), coalesce(hall.name, ''), exhibitor.session FROM exhibitor
LEFT JOIN stand ON stand.exhibitor = exhibitor.id
LEFT JOIN booth ON booth.id = CASE WHEN exhibitor.status <> 'confirmed' THEN NULL WHEN stand.booth IS NOT NULL
  THEN stand.booth WHEN NOT EXISTS (SELECT 1 FROM stand AS theirs WHERE theirs.booth = exhibitor.pinned)
  THEN exhibitor.pinned END
LEFT JOIN hall ON hall.id = booth.hall
WHERE exhibitor.ref = ? AND exhibitor.status <> 'cancelled'
ORDER BY exhibitor.id
"""


@dataclass(frozen=True, slots=True)
class Presence:
    """Where an exhibitor is to be found: booths, hall, the folder's id of their session; empty if not settled."""

    booth: str
    hall: str
    session: str


# ---- the whole fair


def read_fair(reader: Reader, doors: Mapping[str, Door] | None = None) -> Fair:
    """Return the fair as it is now. `doors` come from the programme: `guide.doors`."""
    all_booths, all_exhibitors = booths(reader), exhibitors(reader)
    return Fair(
        halls=tuple(halls(reader)),
        parts=tuple(parts(reader)),
        booths=tuple(all_booths),
        exhibitors=tuple(all_exhibitors),
        stands=standing(all_booths, all_exhibitors, rows_of_stands(reader)),
        doors=doors or {},
        weights=weights(reader),
    )


def stands(reader: Reader) -> dict[int, tuple[int, ...]]:
    """Return the booths of those who stand anywhere, by the row id of the exhibitor, as `Fair.stands`."""
    return standing(booths(reader), exhibitors(reader), rows_of_stands(reader))


def standing(
    all_booths: Collection[Booth], all_exhibitors: Collection[Exhibitor], rows: Mapping[int, Mapping[int, int]]
) -> dict[int, tuple[int, ...]]:
    """Return who stands where, by the rows that say so: row ids by exhibitor and booth.

    Who stands nowhere stands at the booth that is settled for them, unless somebody has it.
    """
    order = {booth.id: place for place, booth in enumerate(sorted(all_booths, key=lambda each: number_order(each.ref)))}
    taken = {booth for mine in rows.values() for booth in mine}
    found: dict[int, tuple[int, ...]] = {}
    for exhibitor in all_exhibitors:
        mine = tuple(sorted(rows.get(exhibitor.id, ()), key=lambda booth: order.get(booth, -1)))
        if not mine and exhibitor.pinned is not None and exhibitor.pinned not in taken:
            mine = (exhibitor.pinned,)
        if mine and exhibitor.comes:
            found[exhibitor.id] = mine
    return found


def weights(reader: Reader) -> dict[Weight, int]:
    """Return what each part of a placement's price weighs; a setting that is no number counts as not there."""
    stored = settings.beginning_with(reader, PREFIX)
    return {
        weight: int(stored[weight.value]) if stored.get(weight.value, "").isdecimal() else usual
        for weight, usual in USUAL.items()
    }


def counts(reader: Reader) -> dict[str, int]:
    """Return how many exhibitors, booths and halls the file holds."""
    row = reader.rows(
        "SELECT (SELECT count(*) FROM exhibitor), (SELECT count(*) FROM booth), (SELECT count(*) FROM hall)"
    )[0]
    return {"exhibitors": row[0], "booths": row[1], "halls": row[2]}


def presence(reader: Reader, exhibitor: str) -> Presence | None:
    """Return where the exhibitor with this folder id is to be found; None if unknown or cancelled."""
    rows = reader.rows(_PRESENCE, exhibitor)
    mine = [row for row in rows if row[0] == rows[0][0]]
    if not mine:
        return None
    numbers = sorted({row[1] for row in mine if row[1]}, key=number_order)
    return Presence(BETWEEN.join(numbers), mine[0][2], mine[0][3])


# ---- halls


def halls(reader: Reader) -> list[Hall]:
    """Return all halls, in the order of their ids in the event folder."""
    extra = extras.by_owner(reader, "hall")
    return [Hall(**dict(row), extra=extra.get(row["id"], {})) for row in reader.rows(f"{_HALLS} ORDER BY ref, id")]


def insert_hall(writer: Writer, hall: Hall) -> None:
    """Write a new hall, which already has an id."""
    writer.insert("hall", {"id": hall.id, **_hall_values(hall)})
    extras.insert(writer, "hall", hall.id, hall.extra)


def change_hall(writer: Writer, before: Hall, after: Hall) -> None:
    """Write what differs."""
    _change(writer, "hall", before.id, _hall_values(before), _hall_values(after))


def delete_hall(writer: Writer, hall: int) -> None:
    """Delete a hall on which nothing stands any more, with its extra fields."""
    _delete(writer, "hall", hall)


# ---- booths


def booths(reader: Reader) -> list[Booth]:
    """Return all booths, in the order of their numbers as text."""
    extra = extras.by_owner(reader, "booth")
    return [_booth(row, extra.get(row["id"], {})) for row in reader.rows(f"{_BOOTHS} ORDER BY ref, id")]


def insert_booth(writer: Writer, booth: Booth) -> None:
    """Write a new booth, which already has an id; its hall must be written before."""
    writer.insert("booth", {"id": booth.id, **_booth_values(booth)})
    extras.insert(writer, "booth", booth.id, booth.extra)


def change_booth(writer: Writer, before: Booth, after: Booth) -> None:
    """Write what differs."""
    _change(writer, "booth", before.id, _booth_values(before), _booth_values(after))


def delete_booth(writer: Writer, booth: int) -> None:
    """Delete a booth that nobody stands on and that is settled for nobody, with its extra fields."""
    _delete(writer, "booth", booth)


# ---- exhibitors


def exhibitors(reader: Reader) -> list[Exhibitor]:
    """Return all exhibitors, in the order of their ids in the event folder."""
    extra = extras.by_owner(reader, "exhibitor")
    return [_exhibitor(row, extra.get(row["id"], {})) for row in reader.rows(f"{_EXHIBITORS} ORDER BY ref, id")]


def insert_exhibitor(writer: Writer, exhibitor: Exhibitor) -> None:
    """Write a new exhibitor, who already has an id; a pinned booth must be written before."""
    writer.insert("exhibitor", {"id": exhibitor.id, **_exhibitor_values(exhibitor)})
    extras.insert(writer, "exhibitor", exhibitor.id, exhibitor.extra)


def change_exhibitor(writer: Writer, before: Exhibitor, after: Exhibitor) -> None:
    """Write what differs, extra fields included."""
    _change(writer, "exhibitor", before.id, _exhibitor_values(before), _exhibitor_values(after))
    extras.change(writer, "exhibitor", before.id, before.extra, after.extra)


def delete_exhibitor(writer: Writer, exhibitor: int) -> None:
    """Delete an exhibitor who stands nowhere, with their extra fields."""
    _delete(writer, "exhibitor", exhibitor)


# ---- who stands where


def rows_of_stands(reader: Reader) -> dict[int, dict[int, int]]:
    """Return the row ids of what says who stands where: by exhibitor, and by booth."""
    found: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for row_id, exhibitor, booth in reader.rows("SELECT id, exhibitor, booth FROM stand ORDER BY id"):
        found[exhibitor][booth] = row_id
    return dict(found)


def insert_stand(writer: Writer, exhibitor: int, booth: int) -> None:
    """Write that an exhibitor stands on a booth, too; both must be written before."""
    writer.insert("stand", {"exhibitor": exhibitor, "booth": booth})


def let_pin_follow(writer: Writer, exhibitor: Exhibitor, booths: Sequence[int]) -> None:
    """Settle the first of these booths for an exhibitor for whom another one is settled; none if there are none."""
    if exhibitor.pinned is not None and exhibitor.pinned not in booths:
        change_exhibitor(writer, exhibitor, replace(exhibitor, pinned=booths[0] if booths else None))


def put_stands(writer: Writer, wanted: Mapping[int, Collection[int]]) -> None:
    """Let these exhibitors stand on these booths and no others.

    Who moves keeps the rows, so that the journal tells from where to where.
    """
    rows = writer.rows(
        f"SELECT id, exhibitor, booth FROM stand WHERE exhibitor IN {_CHOSEN} ORDER BY id", _list(wanted)
    )
    before: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for row_id, exhibitor, booth in rows:
        before[exhibitor][row_id] = booth
    for exhibitor, booths_now in wanted.items():
        mine = before[exhibitor]
        kept = {booth: row_id for row_id, booth in mine.items() if booth in booths_now}
        left = [row_id for row_id in mine if row_id not in kept.values()]
        new = [booth for booth in booths_now if booth not in kept]
        for booth in new:
            if left:
                writer.update("stand", left.pop(0), {"booth": booth})
            else:
                insert_stand(writer, exhibitor, booth)
        for row_id in left:
            writer.delete("stand", row_id)


def clear_booths(writer: Writer, gone: Collection[int]) -> None:
    """Let nobody stand on these booths, and settle none of them for anybody."""
    for (row_id,) in writer.rows(f"SELECT id FROM stand WHERE booth IN {_CHOSEN} ORDER BY id", _list(gone)):
        writer.delete("stand", row_id)
    for (row_id,) in writer.rows(f"SELECT id FROM exhibitor WHERE pinned IN {_CHOSEN} ORDER BY id", _list(gone)):
        writer.update("exhibitor", row_id, {"pinned": None})


def move_crew(writer: Writer, before: str, after: str) -> None:
    """Let the people of an exhibitor belong to another id in the event folder."""
    for (row_id,) in writer.rows("SELECT id FROM person WHERE exhibitor = ? AND exhibitor <> '' ORDER BY id", before):
        writer.update("person", row_id, {"exhibitor": after})


# ---- rows and values


def _change(writer: Writer, table: str, row_id: int, before: Mapping[str, Value], after: Mapping[str, Value]) -> None:
    new = {name: value for name, value in after.items() if value != before[name]}
    if new:
        writer.update(table, row_id, new)


def _delete(writer: Writer, table: str, row_id: int) -> None:
    for extra in extras.rows_of(writer, table, row_id).values():
        writer.delete("extra", extra)
    writer.delete(table, row_id)


def _list(ids: Collection[int]) -> str:
    return json.dumps(list(ids))


def _hall_values(hall: Hall) -> dict[str, Value]:
    return {name: getattr(hall, name) for name in ("ref", "name", "width_mm", "depth_mm", "background")}


def _booth_values(booth: Booth) -> dict[str, Value]:
    return {
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
    }


def _exhibitor_values(exhibitor: Exhibitor) -> dict[str, Value]:
    return {
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
        "setup": exhibitor.setup.value,
        "furniture": exhibitor.furniture,
        "portrait": exhibitor.portrait,
        "website": exhibitor.website,
        "town": exhibitor.town,
        "picture": exhibitor.picture,
        "consents": joined(exhibitor.consents),
        "brochure": int(exhibitor.brochure),
    }


def _booth(row: Row, extra: dict[str, str]) -> Booth:
    """Return the booth of a row of _BOOTHS, whose columns stand in the order of the fields."""
    values = [*row, extra]
    values[9:13] = Power(row[9]), bool(row[10]), bool(row[11]), BoothState(row[12])
    return Booth(*values)


def _exhibitor(row: Row, extra: dict[str, str]) -> Exhibitor:
    """Return the exhibitor of a row of _EXHIBITORS, whose columns stand in the order of the fields."""
    values = [*row, extra]
    values[9:12] = Power(row[9]), bool(row[10]), bool(row[11])
    values[18:22] = bool(row[18]), ExhibitorStatus(row[19]), row[20], Setup(row[21])
    values[27:29] = in_order(split(row[27])), bool(row[28])
    return Exhibitor(*values)
