"""What holds for every deed at a fair."""

from collections.abc import Callable
from typing import Any

from eventdesk.codes import Op
from eventdesk.event import Event, Undone
from eventdesk.fair.fair import Fair
from eventdesk.fair.records import read_fair


def whole(event: Event) -> bool:
    return set(event.verify().values()) == {True}


def is_one_entry_and_undone_as_one(
    event: Event, standing: Fair, op: Op, label: str, deed: Callable[[Event, Fair], Any]
) -> None:
    """Check that a deed is one entry of the journal, and that it can be undone and that undone as a whole."""
    length = event.journal_length()
    deed(event, standing)
    assert event.journal_length() == length + 1
    assert (event.journal(1)[0].op, event.journal(1)[0].label) == (op, label)
    after = read_fair(event.db)
    assert after != standing
    assert whole(event)
    assert isinstance(event.undo(), Undone)
    assert read_fair(event.db) == standing
    assert isinstance(event.undo(event.journal(1)[0].eid), Undone)
    assert read_fair(event.db) == after
    assert whole(event)
