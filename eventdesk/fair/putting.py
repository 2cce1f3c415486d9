"""Another placement in the place of today's: worked out before anything is written, then written as part of a deed."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from eventdesk.event import Event, Transaction
from eventdesk.fair import records
from eventdesk.fair.fair import Fair
from eventdesk.fair.outcome import Applied
from eventdesk.fair.plan import Change, PlanFacts, Version
from eventdesk.fair.versions.records import insert_version, stands_of, versions
from eventdesk.store import times
from eventdesk.store.access import new_id

Stands = Mapping[int, Sequence[int]]
_BEFORE = timedelta(milliseconds=1)


@dataclass(frozen=True)
class Putting:
    """What is to be written. `fair` is how things are when exhibitors begin to move, `moves` who moves then.

    `version` is None where the placement is the newest version already, `kept` where the one of before need not be
    kept. `changes` tell the placement of before from this one.
    """

    fair: Fair
    wanted: Mapping[int, tuple[int, ...]]
    moves: tuple[Change, ...]
    changes: tuple[Change, ...]
    left_out: tuple[int, ...]
    version: Version | None
    kept: Version | None
    before: Stands

    def write_versions(self, tx: Transaction) -> None:
        """Keep the placement of before, and this one."""
        if self.kept is not None:
            insert_version(tx, self.kept, self.before)
        if self.version is not None:
            insert_version(tx, self.version, self.wanted)

    def write_moves(self, tx: Transaction) -> None:
        """Let everybody stand where they are to stand; what is settled for them moves along."""
        records.put_stands(tx, {move.exhibitor: move.after for move in self.moves})
        for move in self.moves:
            records.let_pin_follow(tx, self.fair.exhibitor_of[move.exhibitor], move.after)

    def applied(self, event: Event, eid: str | None) -> Applied:
        """Return what became of the placement, written by the entry `eid`."""
        return Applied(self.changes, self.version or versions(event.db)[0], self.kept, self.left_out, eid)


def putting(event: Event, before: Fair, fair: Fair, assignments: Stands, about: PlanFacts, name: str) -> Putting:
    """Work out what has to be written for everybody to stand as `assignments` say.

    `before` is the fair of today, `fair` the same, or how it is when something has happened that is written first.
    """
    wanted = {
        exhibitor: fair.in_order(booths)
        for exhibitor, booths in assignments.items()
        if booths and _can_stand(fair, exhibitor, booths)
    }
    moves, changes = differences(fair.stands, wanted, fair), differences(before.stands, wanted, fair)
    now = event.now()
    # The time orders versions, and what was there before is the older one
    keeps = changes and before.stands and not _is_newest(event, before.stands)
    return Putting(
        fair=fair,
        wanted=wanted,
        moves=moves,
        changes=changes,
        left_out=tuple(each for each, booths in assignments.items() if booths and each not in wanted),
        version=new_version(event, now, name, about) if changes or not _is_newest(event, wanted) else None,
        kept=new_version(event, now - _BEFORE, "", PlanFacts()) if keeps else None,
        before=before.stands,
    )


def differences(before: Stands, after: Stands, fair: Fair) -> tuple[Change, ...]:
    """Return who stands somewhere else, in the order of the fair's exhibitors; who is gone is left out."""
    return tuple(
        Change(exhibitor.id, tuple(before.get(exhibitor.id, ())), tuple(after.get(exhibitor.id, ())))
        for exhibitor in fair.exhibitors
        if set(before.get(exhibitor.id, ())) != set(after.get(exhibitor.id, ()))
    )


def new_version(event: Event, at: datetime, name: str, about: PlanFacts) -> Version:
    """Return a version that can be written."""
    kept_at = times.from_text(times.to_text(at))  # as the file keeps it
    return Version(id=new_id(), name=name, at=kept_at, desk=event.desk, **asdict(about))


def _can_stand(fair: Fair, exhibitor: int, booths: Sequence[int]) -> bool:
    known = fair.exhibitor_of.get(exhibitor)
    return known is not None and known.comes and all(booth in fair.booth_of for booth in booths)


def _is_newest(event: Event, stands: Stands) -> bool:
    kept = versions(event.db)
    if not kept:
        return False
    newest = stands_of(event.db, kept[0].id)
    return {each: set(booths) for each, booths in newest.items()} == {each: set(of) for each, of in stands.items()}
