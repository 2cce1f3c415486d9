"""Who is in the list: the words that are searched for, the filter, the order; kept up while the event goes on."""

from collections.abc import Iterator, Sequence

from eventdesk.checkin.attendance import Attendance
from eventdesk.event import Changes, Event
from eventdesk.people.listing import NAME, Facet, Part, Presence, Roll, Wanted
from eventdesk.people.person import Status
from eventdesk.people.search import Searcher

MOST_HITS = 500
"""So many people are found by words; whoever is meant stands far above."""
MOST_ALIKE = 50
"""So many are shown where nobody is called as typed, only alike."""
FEWEST_LETTERS = 2
MANY = 2000
"""After so many changes at once everybody is read anew."""
PIECE = 50


class Looking:
    """One way of looking through everybody."""

    def __init__(self, event: Event) -> None:
        self._event = event
        self._searcher = Searcher(event.db)
        self._roll, self._attendance = Roll(), Attendance("")
        self.words = ""
        self.wanted = Wanted()
        self.order = NAME
        self.backwards = False
        self.complete = False
        self._hits: list[int] | None = None
        self._exact = True

    @property
    def roll(self) -> Roll:
        """Everybody who was read in so far."""
        return self._roll

    @property
    def hits_are_all(self) -> bool:
        """Whether more people may be found by these words than are shown."""
        return self._hits is None or len(self._hits) < MOST_HITS

    @property
    def exact(self) -> bool:
        """Whether whoever is found is called as was typed, and not only alike."""
        return self._exact

    @property
    def narrowed(self) -> bool:
        """Whether the list shows less than everybody."""
        return self._hits is not None or not self.wanted.everybody

    def reading(self) -> Iterator[object]:
        """Read everybody in anew, piece by piece."""
        self._roll, self.complete = Roll(), False
        yield from self._roll.filling(self._event.db)
        if self.order != NAME:
            yield from self._roll.ordering(self._event.db, self.order)
        yield from self._reading_attendance()
        self.complete = True

    def ordering(self) -> Iterator[Part]:
        """Put everybody in the chosen order, piece by piece."""
        return self._roll.ordering(self._event.db, self.order)

    def ready(self) -> bool:
        """Say whether the chosen order is there."""
        return self._roll.ready(self.order)

    def look_for(self, words: str) -> None:
        """Look for these words from now on."""
        self.words = words
        self._search()

    def ids(self) -> list[int]:
        """Return who is to be shown, in order."""
        order = self.order if self._roll.ready(self.order) else NAME
        only = self._of_presence()
        if self._hits is None:
            return self._roll.ids(self.wanted, order, backwards=self.backwards, only=only)
        if order != NAME or self.backwards:
            among = set(self._hits) if only is None else only & set(self._hits)
            return self._roll.ids(self.wanted, order, backwards=self.backwards, only=among)
        chosen = self._roll.chosen(self.wanted, only)
        return self._hits if chosen is None else [person for person in self._hits if person in chosen]

    def first(self, number: int) -> list[int]:
        """Return the first so many who are to be shown."""
        if self._hits is not None or not self._roll.ready(self.order):
            return self.ids()[:number]
        return self._roll.first(number, self.wanted, self.order, backwards=self.backwards, only=self._of_presence())

    def presence_counts(self) -> dict[Presence, int]:
        """Return how many people have come today, are inside, are missing."""
        return {
            Presence.ARRIVED: len(self._attendance.arrived),
            Presence.INSIDE: len(self._attendance.inside),
            Presence.MISSING: len(self._expected() - self._attendance.arrived),
        }

    def keep_up(self, changes: Sequence[Changes]) -> Iterator[object]:
        """Bring everything up to date; yields between pieces."""
        people: set[int] = set()
        scans: set[int] = set()
        again = False
        for each in changes:
            people |= each.ids.get("person", frozenset())
            scans |= each.ids.get("scan", frozenset())
            again = again or not {"point", "setting"}.isdisjoint(each.kinds)
        if again or len(people) + len(scans) > MANY or self._attendance.day != self._today():
            yield from self.reading()
        else:
            touched = list(people)
            for start in range(0, len(touched), PIECE):
                self._roll.update(self._event.db, touched[start : start + PIECE])
                yield None
            if scans:
                self._attendance.update(self._event.db, scans, people)
                yield None
        if self._hits is not None and people:
            self._search()

    def _search(self) -> None:
        asked = self.words.strip()
        if len(asked) < FEWEST_LETTERS:
            self._hits, self._exact = None, True
        else:
            hits = self._searcher.search(asked, MOST_HITS)
            exact = [hit.person for hit in hits if hit.exact]
            self._exact = bool(exact)
            self._hits = exact or [hit.person for hit in hits[:MOST_ALIKE]]

    def _of_presence(self) -> set[int] | None:
        arrived, inside = self._attendance.arrived, self._attendance.inside
        wanted = self.wanted.presence
        if not wanted:
            return None
        found: set[int] = set()
        if Presence.MISSING in wanted:
            found = self._expected() - arrived
        if Presence.ARRIVED in wanted:
            found = found | arrived
        return found | inside if Presence.INSIDE in wanted else found

    def _expected(self) -> set[int]:
        return self._roll.having(Facet.STATUS, Status.REGISTERED)

    def _reading_attendance(self) -> Iterator[object]:
        self._attendance = Attendance(self._today())
        yield from self._attendance.filling(self._event.db)

    def _today(self) -> str:
        return self._event.local_now().date().isoformat()
