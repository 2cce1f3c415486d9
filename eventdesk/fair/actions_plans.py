"""Placements as a whole: apply one that was thought out, keep today's, go back to any, tell two apart."""

from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.fair.fair import Fair
from eventdesk.fair.outcome import Applied
from eventdesk.fair.plan import PlanFacts, Version
from eventdesk.fair.putting import Stands, differences, new_version, putting
from eventdesk.fair.records import read_fair
from eventdesk.fair.versions.records import insert_version, stands_of, version, versions

__all__ = [
    "Applied",
    "apply_plan",
    "differences",
    "keep_print",
    "keep_version",
    "restore_version",
    "stands_of",
    "version_now",
    "versions",
]


def apply_plan(event: Event, assignments: Stands, about: PlanFacts, name: str = "") -> Applied:
    """Let everybody stand where the plan has them, and who is not in it nowhere; today's placement is kept before.

    One whole of the journal: one undo brings back today's placement and takes the versions away.
    """
    return _put(event, Op.APPLY_PLAN, assignments, about, name)


def keep_version(event: Event, name: str = "", about: PlanFacts | None = None) -> Version:
    """Keep today's placement under a name, however often it was kept before."""
    fair = read_fair(event.db)
    kept = new_version(event, event.now(), name, about or PlanFacts())
    with event.transact(Op.KEEP_PLAN, name) as tx:
        insert_version(tx, kept, fair.stands)
    return kept


def version_now(event: Event, fair: Fair) -> Version | None:
    """Return the newest version, if everybody stands as it has them."""
    newest = next(iter(versions(event.db)), None)
    if newest is None:
        return None
    kept = {each: set(booths) for each, booths in stands_of(event.db, newest.id).items()}
    return newest if kept == {each: set(booths) for each, booths in fair.stands.items()} else None


def keep_print(event: Event, name: str) -> Version | None:
    """Keep today's placement as it is printed, so that one can say later what has changed since.

    Nothing is kept while nobody stands anywhere, where the newest version is the same, and in a file that can only be
    looked at.
    """
    fair = read_fair(event.db)
    if event.closed is not None or not fair.stands or version_now(event, fair) is not None:
        return None
    return keep_version(event, name)


def restore_version(event: Event, plan: int) -> Applied:
    """Let everybody stand where they stood in a version; today's placement is kept before. Raises `KnownError` GONE.

    Who came since then stands nowhere afterwards, as do those whose booth is gone.
    """
    chosen = version(event.db, plan)
    if chosen is None:
        raise KnownError(Fault.GONE)
    about = PlanFacts(chosen.status, chosen.cost, chosen.bound, chosen.milliseconds, chosen.seed)
    return _put(event, Op.RESTORE_PLAN, stands_of(event.db, plan), about, chosen.name)


def _put(event: Event, op: Op, assignments: Stands, about: PlanFacts, name: str) -> Applied:
    fair = read_fair(event.db)
    plan = putting(event, fair, fair, assignments, about, name)
    if plan.version is None:
        return plan.applied(event, None)
    with event.transact(op, name) as tx:
        plan.write_versions(tx)
        plan.write_moves(tx)
        return plan.applied(event, tx.root)
