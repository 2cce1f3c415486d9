"""What a person does with findings: note, in a few lines, what a session or a table found."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import zip_longest

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.findings import records
from eventdesk.findings.finding import Finding, FindingKind, Noted
from eventdesk.store import times
from eventdesk.store.access import new_id


def set_findings(event: Event, kind: FindingKind, owner: int, lines: Sequence[str], author: str = "") -> Noted:
    """Note that a session or a table found this, line by line; what was noted before is replaced.

    `owner` is its row id. Blank lines are left out. Lines that stay keep their time, and their author unless another
    one is named.
    """
    before = records.findings_of(event.db, kind, owner)
    wanted = [line for line in (" ".join(each.split()) for each in lines) if line]
    now = times.from_text(times.to_text(event.now()))  # as the file keeps it
    after = tuple(_lines(before, wanted, author.strip(), (kind, owner), now))
    if after == before:
        return Noted(before)
    with event.transact(Op.FINDINGS, records.name_of(event.db, kind, owner)) as tx:
        for old, new in zip_longest(before, after):
            if old is None:
                records.insert(tx, new)
            elif new is None:
                records.delete(tx, old.id)
            else:
                records.change(tx, old, new)
        return Noted(after, tx.eid)


def _lines(
    before: Sequence[Finding], wanted: Sequence[str], author: str, owner: tuple[FindingKind, int], now: datetime
) -> Iterator[Finding]:
    """Yield the lines as they are to be; each takes the row at its place, if there is one."""
    known = {finding.body: finding for finding in reversed(before)}
    for place, body in enumerate(wanted):
        row = before[place].id if place < len(before) else new_id()
        said = known.get(body)
        by = author or ("" if said is None else said.author)
        at = said.at if said is not None and said.author == by else now
        yield Finding(row, *owner, place, body, by, at)
