"""What others did to people between the making of a plan and its next step."""

from collections.abc import Sequence

from eventdesk.people.importing import records
from eventdesk.people.importing.crowd import Folder, Key, crowd_of, stored_crowd
from eventdesk.people.importing.drafts import Drafts
from eventdesk.people.importing.merging import PlannedChange
from eventdesk.store.access import Reader

MOST = 1000


class Meanwhile:
    """Remembers whom others touched since a plan was made, and all that these people are known by."""

    def __init__(self, reader: Reader, seen: str) -> None:
        """Begin after the journal entry `seen`."""
        self._reader = reader
        self._place = records.place(reader, seen)
        self._fold = Folder()
        self._people: set[int] = set()
        self._keys: set[Key] = set()

    @property
    def too_much(self) -> bool:
        """Whether so many were touched that the plan is worth nothing any more."""
        return len(self._people) > MOST

    def look(self, ours: str | None) -> None:
        """Take in what has been written since the last look, but for the whole `ours`."""
        newest = records.newest(self._reader)
        if newest == self._place:
            return
        touched = records.touched_since(self._reader, self._place, ours, MOST + 1)
        self._place = newest
        self._people.update(touched)
        people = records.people(self._reader, touched)
        crowd = stored_crowd(people, records.former_selves(self._reader, people), self._fold)
        for at in range(len(crowd.names)):
            self._keys.update(crowd.known_by(at))

    def undisturbed_rows(self, drafts: Drafts, rows: Sequence[int]) -> Sequence[int]:
        """Return those rows of a list that share nothing with anybody touched, not even the name."""
        if not self._keys:
            return rows
        crowd = crowd_of(drafts, rows, self._fold)
        return [row for at, row in enumerate(rows) if self._keys.isdisjoint(crowd.known_by(at))]

    def undisturbed_changes(self, changes: Sequence[PlannedChange]) -> Sequence[PlannedChange]:
        """Return the changes of people whom nobody touched."""
        return [change for change in changes if change.person_id not in self._people]
