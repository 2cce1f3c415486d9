"""What a person does on the floor: halls and their parts, booths drawn, moved, turned, numbered, pictures behind them.

Each is one entry of the journal, or one whole of several for many booths, and can be undone as one.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.fair import records
from eventdesk.fair.actions import label_of, next_ref
from eventdesk.fair.booth import Booth
from eventdesk.fair.floor import geometry
from eventdesk.fair.floor import records as floor_records
from eventdesk.fair.floor.background import Background, laid
from eventdesk.fair.floor.picture import FloorPicture
from eventdesk.fair.hall import Hall, HallPart, Point
from eventdesk.fair.outcome import Done, Drawn
from eventdesk.store.access import new_id

LARGEST_MM = 2_000_000
"""No hall is longer than so much, and nothing stands further away from its origin."""
Thing = TypeVar("Thing")


# ---- halls


def add_hall(event: Event, hall: Hall) -> Hall:
    """Add a hall, which gets a row id and, unless it brings one, an id like the others ("H3").

    Raises `KnownError` NUMBER_TAKEN or BAD_LENGTH.
    """
    refs = {each.ref for each in records.halls(event.db)}
    if hall.ref in refs:
        raise KnownError(Fault.NUMBER_TAKEN, number=hall.ref)
    ref = hall.ref or next_ref(refs, "H")
    added = replace(hall, id=new_id(), ref=ref, name=hall.name.strip() or ref)
    _require_size(added.name, added.width_mm, added.depth_mm)
    with event.transact(Op.ADD_HALL, added.name) as tx:
        records.insert_hall(tx, added)
    return added


def change_hall(event: Event, hall: int, **fields: Any) -> Hall:
    """Change fields of a hall, but not its id in the event folder. Raises `KnownError` GONE or BAD_LENGTH."""
    before = _hall(event, hall)
    after = replace(before, **fields, id=before.id, ref=before.ref)
    _require_size(after.name, after.width_mm, after.depth_mm)
    if after != before:
        with event.transact(Op.EDIT_HALL, after.name) as tx:
            records.change_hall(tx, before, after)
    return after


def remove_hall(event: Event, hall: int) -> Done:
    """Remove a hall with its booths, parts and pictures. Raises `KnownError` GONE."""
    gone = _hall(event, hall)
    booths = [booth.id for booth in records.booths(event.db) if booth.hall == hall]
    freed = _freed(event, booths)
    with event.transact(Op.REMOVE_HALL, gone.name) as tx:
        records.clear_booths(tx, booths)
        for booth in booths:
            records.delete_booth(tx, booth)
        for part in floor_records.parts(tx):
            if part.hall == hall:
                tx.delete("hall_part", part.id)
        for picture in floor_records.pictures(tx):
            if picture.hall == hall:
                tx.delete("floor_picture", picture.id)
        records.delete_hall(tx, hall)
        return Done(tx.root, booths=tuple(booths), freed=freed)


# ---- booths


def add_booths(event: Event, drafts: Sequence[Booth]) -> Drawn:
    """Add booths that were drawn; they get row ids. Raises `KnownError` GONE, NUMBER_TAKEN or BAD_LENGTH."""
    halls = {hall.id for hall in records.halls(event.db)}
    if not all(draft.hall in halls for draft in drafts):
        raise KnownError(Fault.GONE)
    added = tuple(replace(draft, id=new_id()) for draft in drafts)
    _require_numbers([*records.booths(event.db), *added])
    for booth in added:
        _require_place(booth)
    if not added:
        return Drawn(())
    with event.transact(Op.ADD_BOOTHS, label_of(booth.ref for booth in added)) as tx:
        root = tx.root
        for booth in added:
            records.insert_booth(tx, booth)
    return Drawn(added, root)


def move_booths(event: Event, places: Mapping[int, Point]) -> Drawn:
    """Move booths: by row id, the least x and y of what each covers. Raises `KnownError` BAD_LENGTH."""
    return _changed(event, Op.MOVE_BOOTHS, {booth: {"x_mm": x, "y_mm": y} for booth, (x, y) in places.items()})


def turn_booths(event: Event, booths: Collection[int], degrees: int) -> Drawn:
    """Turn booths clockwise together, about the middle of what they cover."""
    known = {booth.id: booth for booth in records.booths(event.db)}
    turned = geometry.turned([known[each] for each in dict.fromkeys(booths) if each in known], degrees)
    wanted = {each.id: {"x_mm": each.x_mm, "y_mm": each.y_mm, "rotation": each.rotation} for each in turned}
    return _changed(event, Op.TURN_BOOTHS, wanted)


def renumber(event: Event, numbers: Mapping[int, str]) -> Drawn:
    """Give booths other numbers, which they may exchange. Raises `KnownError` NUMBER_TAKEN."""
    return _changed(event, Op.NUMBER_BOOTHS, {booth: {"ref": ref.strip()} for booth, ref in numbers.items()})


def change_booths(event: Event, booths: Collection[int], **fields: Any) -> Drawn:
    """Change fields of booths: the island, what they offer, … Raises `KnownError` NUMBER_TAKEN or BAD_LENGTH."""
    return _changed(event, Op.EDIT_BOOTHS, dict.fromkeys(booths, fields))


def remove_booths(event: Event, booths: Collection[int]) -> Done:
    """Remove booths. Who stands on them stands there no more, which the answer tells."""
    gone = {booth.id: booth for booth in records.booths(event.db) if booth.id in set(booths)}
    if not gone:
        return Done()
    freed = _freed(event, gone)
    with event.transact(Op.REMOVE_BOOTHS, label_of(booth.ref for booth in gone.values())) as tx:
        records.clear_booths(tx, gone)
        for booth in gone:
            records.delete_booth(tx, booth)
        return Done(tx.eid, booths=tuple(gone), freed=freed)


def _changed(event: Event, op: Op, wanted: Mapping[int, Mapping[str, Any]]) -> Drawn:
    known = {booth.id: booth for booth in records.booths(event.db)}
    pairs = [(known[each], replace(known[each], **fields)) for each, fields in wanted.items() if each in known]
    changed = [(before, after) for before, after in pairs if before != after]
    after = tuple(booth for _, booth in pairs)
    if not changed:
        return Drawn(after)
    if any(old.ref != new.ref for old, new in changed):
        _require_numbers({**known, **{booth.id: booth for booth in after}}.values())
    for booth in after:
        _require_place(booth)
    with event.transact(op, label_of(booth.ref for _, booth in changed)) as tx:
        for before, now in changed:
            records.change_booth(tx, before, now)
        return Drawn(after, tx.eid)


# ---- parts of halls


def put_part(event: Event, part: HallPart) -> HallPart:
    """Add a part of a hall, which gets a row id. Raises `KnownError` GONE, BAD_SHAPE or BAD_LENGTH."""
    _hall(event, part.hall)
    added = replace(part, id=new_id())
    _require_shape(added)
    with event.transact(Op.HALL_PART, added.name) as tx:
        floor_records.insert_part(tx, added)
    return added


def change_part(event: Event, part: int, **fields: Any) -> HallPart:
    """Change fields of a part. Raises `KnownError` GONE, BAD_SHAPE or BAD_LENGTH."""
    before = _part(event, part)
    after = replace(before, **fields, id=before.id)
    _require_shape(after)
    if after != before:
        with event.transact(Op.HALL_PART, after.name) as tx:
            floor_records.change_part(tx, before, after)
    return after


def remove_part(event: Event, part: int) -> str:
    """Remove a part; returns the journal entry. Raises `KnownError` GONE."""
    gone = _part(event, part)
    with event.transact(Op.HALL_PART, gone.name) as tx:
        tx.delete("hall_part", part)
        return tx.eid


# ---- pictures


def put_picture(event: Event, hall: int, background: Background, at: Point = (0, 0)) -> FloorPicture:
    """Lay what was read from a file behind the plan of a hall, in its own size or as wide as the hall.

    Raises `KnownError` GONE.
    """
    added = laid(_hall(event, hall), background, at)
    with event.transact(Op.FLOOR_PICTURE, background.name) as tx:
        floor_records.insert_picture(tx, added, background.body)
    return added


def change_picture(event: Event, picture: FloorPicture) -> str | None:
    """Put a picture elsewhere, or in another size, as `calibrated` does.

    Returns the journal entry, None if nothing differs. Raises `KnownError` GONE or BAD_LENGTH.
    """
    before = _picture(event, picture.id)
    after = replace(picture, hall=before.hall, media=before.media)
    if after == before:
        return None
    _require_size(after.name, after.width_mm, after.depth_mm)
    with event.transact(Op.FLOOR_PICTURE, after.name) as tx:
        floor_records.change_picture(tx, before, after)
        return tx.eid


def remove_picture(event: Event, picture: int) -> str:
    """Take a picture away; returns the journal entry. Raises `KnownError` GONE."""
    gone = _picture(event, picture)
    with event.transact(Op.FLOOR_PICTURE, gone.name) as tx:
        tx.delete("floor_picture", picture)
        return tx.eid


def pictures(event: Event, hall: int | None = None) -> tuple[FloorPicture, ...]:
    """Return the pictures of a hall, or of all halls."""
    return tuple(each for each in floor_records.pictures(event.db) if hall in {None, each.hall})


def picture_body(event: Event, picture: int) -> bytes:
    """Return what is in a picture. Raises `KnownError` GONE."""
    body = floor_records.picture_body(event.db, picture)
    if body is None:
        raise KnownError(Fault.GONE)
    return body


# ---- what there is, and what is allowed


def _hall(event: Event, hall: int) -> Hall:
    return _one([each for each in records.halls(event.db) if each.id == hall])


def _part(event: Event, part: int) -> HallPart:
    return _one([each for each in floor_records.parts(event.db) if each.id == part])


def _picture(event: Event, picture: int) -> FloorPicture:
    return _one([each for each in floor_records.pictures(event.db) if each.id == picture])


def _one(found: Sequence[Thing]) -> Thing:
    if not found:
        raise KnownError(Fault.GONE)
    return found[0]


def _freed(event: Event, booths: Collection[int]) -> tuple[int, ...]:
    return tuple(each for each, mine in records.stands(event.db).items() if not set(mine).isdisjoint(booths))


def _require_numbers(booths: Collection[Booth]) -> None:
    taken: set[str] = set()
    for booth in booths:
        if not booth.ref:
            raise KnownError(Fault.NO_NUMBER)
        if booth.ref in taken:
            raise KnownError(Fault.NUMBER_TAKEN, number=booth.ref)
        taken.add(booth.ref)


def _require_place(booth: Booth) -> None:
    _require_size(booth.ref, booth.width_mm, booth.depth_mm)
    if max(abs(booth.x_mm), abs(booth.y_mm)) > LARGEST_MM:
        raise KnownError(Fault.BAD_LENGTH, name=booth.ref)


def _require_size(name: str, width_mm: int, depth_mm: int) -> None:
    if not (min(width_mm, depth_mm) >= 1 and max(width_mm, depth_mm) <= LARGEST_MM):
        raise KnownError(Fault.BAD_LENGTH, name=name)


def _require_shape(part: HallPart) -> None:
    """Raise `KnownError` unless the points make what the kind of part is."""
    if any(max(abs(x), abs(y)) > LARGEST_MM for x, y in part.points) or not 0 <= part.width_mm <= LARGEST_MM:
        raise KnownError(Fault.BAD_LENGTH, name=part.name)
    if not geometry.fits_kind(part):
        raise KnownError(Fault.BAD_SHAPE, name=part.name)
