"""Does what an import has planned in short steps, between which the desk goes on working."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.people.importing.apply import change_people, insert_people
from eventdesk.people.importing.drafts import Drafts
from eventdesk.people.importing.meanwhile import Meanwhile
from eventdesk.people.importing.merging import PlannedChange
from eventdesk.people.importing.plan import ImportPlan
from eventdesk.store.access import WHOLE, Share
from eventdesk.store.pace import Pace
from eventdesk.store.transaction import ENTRY_ROWS

CHANGES_AT_ONCE = 20
_FEWEST_ROWS, _STEPS_JUDGED = 25, 8


class Stopped(StrEnum):
    """Why an import in steps ended before its end."""

    UNDONE = "undone"
    """What it had written was taken back between two steps."""
    OUTDATED = "outdated"
    """So much was changed by others that it has to be planned anew."""


@dataclass(frozen=True, slots=True)
class Written:
    """How far an import is: people written, people left out because of what came in between, people planned.

    `eid` is what one undo takes back, None as long as nothing was written.
    """

    done: int
    left: int
    total: int
    eid: str | None
    stopped: Stopped | None = None


@dataclass(frozen=True, slots=True)
class _Step:
    """What one transaction writes: new people of the list, or changes of people in the file.

    Their ids are drawn from `share`, so that step by step they ascend: that is how they are written fastest.
    """

    rows: Sequence[int]
    changes: Sequence[PlannedChange]
    share: Share = WHOLE

    def __len__(self) -> int:
        return len(self.rows) + len(self.changes)


def apply_in_steps(event: Event, plan: ImportPlan, *, good_rows: bool = False) -> Generator[Written, None, None]:
    """Do what was planned, in transactions of a hundred rows at most, fewer where that takes long.

    All of them are one whole for an undo.

    Between two steps others may scan, edit, add and undo in the same event. A step never overwrites and never doubles
    what they did: whoever was touched since the plan was made is left out, and so is every new row of the list that
    shares a badge code, the list's id, a ticket or the name with such a person. These are counted in `left`; importing
    the list again settles them.

    Closing the iterator between two steps, and a crash at any time, leave what was written until then: one undo takes
    it back, importing the list again completes it. The last step carries `stopped` if the import was itself undone
    meanwhile, or if too much changed. Yields nothing if nothing is to be written, or if cells are wrong and not
    `good_rows` wanted.
    """
    if plan.problems and not good_rows:
        return
    meanwhile = Meanwhile(event.db, plan.seen)
    total = plan.added + plan.changed
    done = left = 0
    root: str | None = None
    pace = Pace(ENTRY_ROWS, least=_FEWEST_ROWS, most=ENTRY_ROWS, judged_by=_STEPS_JUDGED)
    for step in _steps(plan, pace):
        meanwhile.look(root)
        stopped = _reason_to_stop(event, root, meanwhile)
        if stopped is not None:
            yield Written(done, left, total, root, stopped)
            return
        rows, changes = meanwhile.undisturbed_rows(plan.drafts, step.rows), meanwhile.undisturbed_changes(step.changes)
        step_now = _Step(rows, changes, step.share)
        if len(step_now):
            with pace.step():
                root = _write(event, plan, step_now, root)
        done += len(step_now)
        left += len(step) - len(step_now)
        yield Written(done, left, total, root)
    for _ in event.tidy_in_steps():
        yield Written(done, left, total, root)


def _reason_to_stop(event: Event, root: str | None, meanwhile: Meanwhile) -> Stopped | None:
    entry = root and event.entry(root)
    if entry and entry.undone:
        return Stopped.UNDONE
    return Stopped.OUTDATED if meanwhile.too_much else None


def _write(event: Event, plan: ImportPlan, step: _Step, root: str | None) -> str:
    with event.transact(Op.IMPORT, plan.tables.file, part_of=root) as tx:
        insert_people(tx, plan.drafts, step.rows, share=step.share)
        change_people(tx, plan.tables.file, step.changes)
        return tx.root


def _steps(plan: ImportPlan, pace: Pace) -> Iterator[_Step]:
    start = 0
    for rows in _parts(plan.drafts, plan.new_rows, pace):
        end = start + len(rows)
        yield _Step(rows, (), (start / plan.added, end / plan.added))
        start = end
    for start in range(0, len(plan.changes), CHANGES_AT_ONCE):
        yield _Step((), plan.changes[start : start + CHANGES_AT_ONCE])


def _parts(drafts: Drafts, rows: Sequence[int], pace: Pace) -> Iterator[Sequence[int]]:
    """Cut rows of a list into parts that make no more rows of the file than the pace allows, extra fields included."""
    part: list[int] = []
    size = 0
    for row in rows:
        more = 1 + len(drafts.fields_beyond(row))
        if part and size + more > pace.size:
            yield part
            part, size = [], 0
        part.append(row)
        size += more
    if part:
        yield part
