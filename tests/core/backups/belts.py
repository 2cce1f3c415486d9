"""A whole small file on a belt, and somebody who does not want to hear how far its writing is."""

from eventdesk.event import Event
from eventdesk.store.belt import Belt


def whole(event: Event) -> Belt:
    """Return a belt with all of a small file on it."""
    belt = Belt()
    for _ in event.photograph(belt):
        pass
    return belt


def silent(_done: int, _total: int) -> None:
    """Hear nothing."""
