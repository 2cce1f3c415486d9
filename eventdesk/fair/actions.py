"""What a person does with exhibitors and booths: place, free, swap, pin, block, and what changes on the day.

Each is one entry of the journal and can be undone as one. Nothing is written where nothing differs.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event, Transaction
from eventdesk.fair import records
from eventdesk.fair.booth import BoothState, Power, number_order
from eventdesk.fair.exhibitor import Exhibitor, ExhibitorStatus, Setup
from eventdesk.fair.fair import Fair
from eventdesk.fair.outcome import NEVER, Done, Edited, NotPlaced, Placed
from eventdesk.fair.records import read_fair
from eventdesk.fair.standing import standing_troubles
from eventdesk.fair.weights import HEAVIEST, PREFIX, USUAL, Weight
from eventdesk.store import settings
from eventdesk.store.access import new_id

_FEW = 4
_TWO = 2


# ---- who stands where


def place(event: Event, exhibitor: int, booths: Sequence[int], *, anyway: bool = False) -> Placed | NotPlaced:
    """Let an exhibitor stand on these booths and no others. `anyway`: even if that breaks a rule which may be broken.

    A booth that is settled for them moves along, so that the plan and the pin never contradict each other.
    """
    fair = read_fair(event.db)
    return _stand(event, Op.FAIR_PLACE, fair, {exhibitor: fair.in_order(booths)}, anyway=anyway)


def swap(event: Event, one: int, other: int, *, anyway: bool = False) -> Placed | NotPlaced:
    """Let two exhibitors change places; one of them may stand nowhere, and then the other one does."""
    fair = read_fair(event.db)
    wanted = {one: fair.stands.get(other, ()), other: fair.stands.get(one, ())}
    return _stand(event, Op.FAIR_SWAP, fair, wanted, anyway=anyway)


def free(event: Event, exhibitors: Collection[int]) -> Placed | NotPlaced:
    """Take exhibitors off the plan; nothing is settled for them any more."""
    fair = read_fair(event.db)
    wanted: dict[int, tuple[int, ...]] = {each: () for each in exhibitors if each in fair.stands}
    return _stand(event, Op.FAIR_FREE, fair, wanted, anyway=True)


def pin(event: Event, exhibitors: Collection[int]) -> Done:
    """Settle the booths on which these exhibitors stand; who stands nowhere is left out.

    Who needs two booths and stands on one also gets the one beside it, if they may stand there (`pair_for`).
    """
    fair = read_fair(event.db)
    stands = dict(fair.stands)
    for each in exhibitors:
        pair = pair_for(fair, each)
        if pair and not standing_troubles(fair, each, pair):
            stands[each] = pair
    wanted = {each: fair.stands[each][0] for each in exhibitors if each in fair.stands}
    return _settle(event, Op.FAIR_PIN, replace(fair, stands=stands), wanted)


def pair_for(fair: Fair, exhibitor: int) -> tuple[int, ...]:
    """Return the two booths for an exhibitor who needs two and stands on one: that one and the better one beside it.

    Nothing for everybody else, and if there is no booth beside it.
    """
    stands, who = fair.stands.get(exhibitor, ()), fair.exhibitor_of.get(exhibitor)
    if who is None or len(stands) != 1 or who.size != _TWO:
        return ()
    pairs = [fair.in_order((*stands, beside)) for beside in fair.neighbours_of.get(stands[0], ())]
    return min(
        pairs,
        key=lambda pair: (len(standing_troubles(fair, exhibitor, pair)), [fair.booth_of[each].ref for each in pair]),
        default=(),
    )


def unpin(event: Event, exhibitors: Collection[int]) -> Done:
    """Let the placement move these exhibitors again; for now they stay where they are."""
    return _settle(event, Op.FAIR_UNPIN, read_fair(event.db), dict.fromkeys(exhibitors))


def _stand(
    event: Event, op: Op, fair: Fair, wanted: Mapping[int, tuple[int, ...]], *, anyway: bool
) -> Placed | NotPlaced:
    after = replace(fair, stands={each: booths for each, booths in {**fair.stands, **wanted}.items() if booths})
    troubles = tuple(
        trouble
        for each, booths in wanted.items()
        for trouble in (standing_troubles(after, each, booths) if booths or each not in fair.exhibitor_of else ())
    )
    if any(trouble.code in NEVER for trouble in troubles) or (troubles and not anyway):
        return NotPlaced(troubles)
    before = {each: fair.stands.get(each, ()) for each in wanted}
    changed = {each: booths for each, booths in wanted.items() if set(booths) != set(before[each])}
    if not changed:
        return Placed(before, before, troubles)
    with event.transact(op, _who(fair, changed)) as tx:
        records.put_stands(tx, changed)
        for each, booths in changed.items():
            records.let_pin_follow(tx, fair.exhibitor_of[each], booths)
        return Placed(before, dict(wanted), troubles, tx.eid)


def _settle(event: Event, op: Op, fair: Fair, wanted: Mapping[int, int | None]) -> Done:
    known = {each: booth for each, booth in wanted.items() if each in fair.exhibitor_of}
    changed = {each: booth for each, booth in known.items() if fair.exhibitor_of[each].pinned != booth}
    if not changed:
        return Done()
    with event.transact(op, _who(fair, {each: fair.stands.get(each, ()) for each in changed})) as tx:
        # Who stands there by the pin alone is written down, to stay when the pin goes
        records.put_stands(tx, {each: fair.stands[each] for each in changed if each in fair.stands})
        for each, booth in changed.items():
            records.change_exhibitor(tx, fair.exhibitor_of[each], replace(fair.exhibitor_of[each], pinned=booth))
        return Done(tx.eid, tuple(changed))


# ---- booths on the day


def block(event: Event, booths: Collection[int], reason: str) -> Done:
    """Note that nobody can stand on these booths. Who stands there stays on the plan until they are given another."""
    return _change_booths(event, Op.FAIR_BLOCK, booths, state=BoothState.BLOCKED, reason=reason.strip())


def unblock(event: Event, booths: Collection[int]) -> Done:
    """Note that one can stand on these booths again."""
    return _change_booths(event, Op.FAIR_UNBLOCK, booths, state=BoothState.FREE, reason="")


def set_power(event: Event, booths: Collection[int], power: Power) -> Done:
    """Note which power these booths have now."""
    return _change_booths(event, Op.FAIR_POWER, booths, power=power)


def _change_booths(event: Event, op: Op, booths: Collection[int], **fields: Any) -> Done:
    known = {booth.id: booth for booth in records.booths(event.db)}
    pairs = [(known[each], replace(known[each], **fields)) for each in booths if each in known]
    changed = [(before, after) for before, after in pairs if before != after]
    if not changed:
        return Done()
    with event.transact(op, label_of(before.ref for before, _ in changed)) as tx:
        for before, after in changed:
            records.change_booth(tx, before, after)
        return Done(tx.eid, booths=tuple(before.id for before, _ in changed))


# ---- exhibitors


def set_status(event: Event, exhibitors: Collection[int], status: ExhibitorStatus) -> Done:
    """Note whether exhibitors come. Who does not come leaves their booths to others; undo brings them back there."""
    return _change_exhibitors(event, Op.FAIR_STATUS, exhibitors, status=status)


def set_setup(event: Event, exhibitors: Collection[int], setup: Setup) -> Done:
    """Note whether stands are set up, or taken down again."""
    return _change_exhibitors(event, Op.FAIR_SETUP, exhibitors, setup=setup)


def _change_exhibitors(event: Event, op: Op, exhibitors: Collection[int], **fields: Any) -> Done:
    fair = read_fair(event.db)
    known = fair.exhibitor_of
    pairs = [(known[each], replace(known[each], **fields)) for each in exhibitors if each in known]
    changed = [(before, after) for before, after in pairs if before != after]
    if not changed:
        return Done()
    freed = tuple(after.id for _, after in changed if after.id in fair.stands and not after.comes)
    with event.transact(op, label_of(before.name for before, _ in changed)) as tx:
        for before, after in changed:
            write_exhibitor(tx, before, after)
        return Done(tx.eid, tuple(before.id for before, _ in changed), freed=freed)


def add_exhibitor(event: Event, exhibitor: Exhibitor) -> Exhibitor:
    """Add an exhibitor, who gets a row id and, unless they bring one, an id like the others ("E82").

    Raises `KnownError` NO_EXHIBITOR_NAME, or NUMBER_TAKEN for an id that somebody has.
    """
    added = as_added(exhibitor, {each.ref for each in records.exhibitors(event.db)})
    with event.transact(Op.ADD_EXHIBITOR, added.name) as tx:
        records.insert_exhibitor(tx, added)
    return added


def as_added(exhibitor: Exhibitor, refs: Collection[str]) -> Exhibitor:
    """Return an exhibitor as `add_exhibitor` writes them; `refs` are the ids that others have. Raises the same."""
    _require_name(exhibitor)
    _require_free(exhibitor.ref, refs)
    return replace(exhibitor, id=new_id(), ref=exhibitor.ref or next_ref(refs))


def change_exhibitor(event: Event, exhibitor: int, **fields: Any) -> Edited:
    """Change fields of an exhibitor. With another `ref`, their people are told to belong to that one.

    Raises `KnownError` GONE, NO_EXHIBITOR_NAME or NUMBER_TAKEN.
    """
    everybody = {each.id: each for each in records.exhibitors(event.db)}
    before = _found(everybody, exhibitor)
    after = replace(before, **fields)
    if after == before:
        return Edited(before, before)
    _require_name(after)
    if after.ref != before.ref:
        _require_free(after.ref, {each.ref for each in everybody.values()})
    with event.transact(Op.EDIT_EXHIBITOR, after.name) as tx:
        write_exhibitor(tx, before, after)
        if after.ref != before.ref:
            records.move_crew(tx, before.ref, after.ref)
        return Edited(before, after, tx.eid)


def write_exhibitor(tx: Transaction, before: Exhibitor, after: Exhibitor) -> None:
    """Write what differs, inside a deed; who does not come any more stands nowhere."""
    records.change_exhibitor(tx, before, after)
    if not after.comes:
        records.put_stands(tx, {before.id: ()})


def remove_exhibitor(event: Event, exhibitor: int) -> Done:
    """Take an exhibitor off the list, and off the plan. Their people stay. Raises `KnownError` GONE."""
    gone = _found({each.id: each for each in records.exhibitors(event.db)}, exhibitor)
    with event.transact(Op.REMOVE_EXHIBITOR, gone.name) as tx:
        records.put_stands(tx, {exhibitor: ()})
        records.delete_exhibitor(tx, exhibitor)
        return Done(tx.eid, (exhibitor,))


def set_weights(event: Event, weights: Mapping[Weight, int]) -> str | None:
    """Judge placements by these weights from now on. Returns the journal entry, None if nothing differs.

    Raises ValueError for a weight below 0 or above HEAVIEST.
    """
    if not all(0 <= weight <= HEAVIEST for weight in weights.values()):
        raise ValueError(f"weights go from 0 to {HEAVIEST}: {dict(weights)}")
    now = records.weights(event.db)
    changed = {key: weight for key, weight in weights.items() if weight != now[key]}
    if not changed:
        return None
    with event.transact(Op.FAIR_WEIGHTS, event.details.title) as tx:
        for key, weight in changed.items():
            if weight == USUAL[key]:
                settings.drop(tx, f"{PREFIX}{key.value}")
            else:
                settings.put(tx, f"{PREFIX}{key.value}", str(weight))
        return tx.eid


# ---- names


def label_of(names: Iterable[str]) -> str:
    """Return what an entry about several things is called: the first few of them."""
    ordered = sorted(names, key=number_order)
    return ", ".join(ordered[:_FEW]) + (f" … ({len(ordered)})" if len(ordered) > _FEW else "")


def next_ref(refs: Collection[str], prefix: str = "E") -> str:
    """Return the id that follows the highest one of this kind: "E82" after "E81"."""
    digits = [ref.removeprefix(prefix) for ref in refs if ref.startswith(prefix)]
    numbers = [int(each) for each in digits if each.isdecimal() and len(each) < 16]
    width = max((len(each) for each in digits if each.isdecimal()), default=2)
    return f"{prefix}{max(numbers, default=0) + 1:0{width}d}"


def _who(fair: Fair, stands: Mapping[int, Sequence[int]]) -> str:
    """Return "Café Grenzenlos · C-14", or the names of several."""
    if len(stands) > 1:
        return label_of(fair.exhibitor_of[each].name for each in stands)
    (exhibitor, booths), *_ = stands.items()
    numbers = records.BETWEEN.join(fair.booth_of[booth].ref for booth in booths)
    return " · ".join(part for part in (fair.exhibitor_of[exhibitor].name, numbers) if part)


def _found(everybody: Mapping[int, Exhibitor], exhibitor: int) -> Exhibitor:
    if exhibitor not in everybody:
        raise KnownError(Fault.GONE)
    return everybody[exhibitor]


def _require_name(exhibitor: Exhibitor) -> None:
    if not exhibitor.name.strip():
        raise KnownError(Fault.NO_EXHIBITOR_NAME)


def _require_free(ref: str, refs: Collection[str]) -> None:
    if ref in refs:
        raise KnownError(Fault.NUMBER_TAKEN, number=ref)
