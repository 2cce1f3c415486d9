"""What is done when the day goes wrong: note all that happened, and let everybody stand as the answer has them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from eventdesk.codes import Op
from eventdesk.event import Event, Transaction
from eventdesk.fair import actions, records
from eventdesk.fair.booth import Booth
from eventdesk.fair.day import Case, What, happened
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.fair import Fair
from eventdesk.fair.outcome import Applied
from eventdesk.fair.plan import PlanFacts
from eventdesk.fair.putting import Putting, Stands, putting
from eventdesk.fair.records import read_fair

_OPS = {
    What.BLOCKED: Op.FAIR_BLOCK,
    What.NO_POWER: Op.FAIR_POWER,
    What.NO_SHOW: Op.FAIR_STATUS,
    What.LATE_WISH: Op.EDIT_EXHIBITOR,
    What.WALK_IN: Op.ADD_EXHIBITOR,
}
"""How the journal calls what happens, in the order in which it is written."""
_ONE_BY_ONE = frozenset({What.LATE_WISH, What.WALK_IN})


@dataclass(frozen=True)
class _Step:
    """One entry of the journal, all of one whole."""

    op: Op
    label: str
    write: Callable[[Transaction], None]


def apply_day(event: Event, cases: Sequence[Case], assignments: Stands, about: PlanFacts, name: str = "") -> Applied:
    """Note what happened, and let everybody stand where the answer has them; today's placement is kept before.

    One transaction and one whole of the journal: all of it or nothing, and one undo brings everything back. In
    `assignments` newcomers go by the ids they have in `cases`. What has no effect is not written. Raises `KnownError`
    NO_EXHIBITOR_NAME, or NUMBER_TAKEN for a newcomer's id that somebody has.
    """
    before = read_fair(event.db)
    known, new = _with_ids(before, cases)
    steps, fair = _what_happened(before, known)
    stands = {new.get(each, each): booths for each, booths in assignments.items()}
    plan = putting(event, before, fair, stands, about, name)
    whole = [*_plan_first(plan, name), *steps, *_moves(plan, name)]
    if not whole:
        return plan.applied(event, None)
    first, *others = whole
    with event.transact(first.op, first.label) as tx:
        first.write(tx)
        for step in others:
            tx.next_entry(step.op, step.label)
            step.write(tx)
        return plan.applied(event, tx.root)


def _with_ids(fair: Fair, cases: Sequence[Case]) -> tuple[list[Case], dict[int, int]]:
    """Return the cases in which newcomers have row ids, and these by the ids they had."""
    refs, new, known = {each.ref for each in fair.exhibitors}, dict[int, int](), list[Case]()
    for case in cases:
        if case.newcomer is not None:
            added = actions.as_added(case.newcomer, refs)
            refs.add(added.ref)
            new[case.newcomer.id] = added.id
            known.append(replace(case, newcomer=added))
        else:
            known.append(case)
    return known, new


def _what_happened(fair: Fair, cases: Sequence[Case]) -> tuple[list[_Step], Fair]:
    """Return the entries about it, and the fair after them."""
    steps: list[_Step] = []
    for op, group in _in_groups(cases):
        then = happened(fair, group)
        booths = [(was, now) for was, now in zip(fair.booths, then.booths, strict=True) if was != now]
        people = [(fair.exhibitor_of.get(now.id), now) for now in then.exhibitors]
        changed = [(was, now) for was, now in people if was != now]
        if booths or changed:
            names = [now.ref for _, now in booths] + [now.name for _, now in changed]
            steps.append(_Step(op, actions.label_of(names), _writing(booths, changed)))
        fair = then
    return steps, fair


def _in_groups(cases: Sequence[Case]) -> Iterator[tuple[Op, list[Case]]]:
    """Yield what one entry is about: all booths that fall away, but each late wish and each newcomer for itself."""
    order = list(_OPS)
    for what, some in groupby(sorted(cases, key=lambda case: order.index(case.what)), key=lambda case: case.what):
        together = list(some)
        for group in [[case] for case in together] if what in _ONE_BY_ONE else [together]:
            yield _OPS[what], group


def _writing(
    booths: Sequence[tuple[Booth, Booth]], people: Sequence[tuple[Exhibitor | None, Exhibitor]]
) -> Callable[[Transaction], None]:
    def write(tx: Transaction) -> None:
        for booth, changed in booths:
            records.change_booth(tx, booth, changed)
        for was, now in people:
            if was is None:
                records.insert_exhibitor(tx, now)
            else:
                actions.write_exhibitor(tx, was, now)

    return write


def _plan_first(plan: Putting, name: str) -> list[_Step]:
    """Return the entry that the whole is called after in the journal."""
    return [_Step(Op.APPLY_PLAN, name, plan.write_versions)] if plan.version else []


def _moves(plan: Putting, name: str) -> list[_Step]:
    return [_Step(Op.APPLY_PLAN, name, plan.write_moves)] if plan.moves else []
