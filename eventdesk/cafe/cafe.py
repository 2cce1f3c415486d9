"""The World Café as it is known now, read once: what is asked of it does not touch the file again."""

from collections import Counter, defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from operator import attrgetter

from eventdesk.cafe.guest import CafeGuest
from eventdesk.cafe.itinerary import Itinerary
from eventdesk.cafe.pair import Pair, PairKind
from eventdesk.cafe.plan import CafePlan
from eventdesk.cafe.round import CafeRound
from eventdesk.cafe.table import CafeTable


@dataclass(frozen=True)
class Cafe:
    """Tables, rounds and who sits where.

    `guests` are all who are registered, by row id; ways of people who are not any more are nobody's. `plans` are the
    newest first. `host_names` are the names of the hosts by what tables call them, also of those who do not come.
    `left_out` are roles of people who do not sit at tables.
    """

    tables: tuple[CafeTable, ...] = ()
    rounds: tuple[CafeRound, ...] = ()
    itineraries: tuple[Itinerary, ...] = ()
    pairs: tuple[Pair, ...] = ()
    plans: tuple[CafePlan, ...] = ()
    guests: Mapping[int, CafeGuest] = field(default_factory=dict)
    host_names: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()

    # ---- by id

    @cached_property
    def table_of(self) -> Mapping[int, CafeTable]:
        """The tables by their row ids."""
        return {table.id: table for table in self.tables}

    @cached_property
    def round_of(self) -> Mapping[int, CafeRound]:
        """The rounds by their row ids."""
        return {each.id: each for each in self.rounds}

    @cached_property
    def host_at(self) -> Mapping[int, CafeGuest]:
        """Who hosts a table, by its row id; a host who is not on the list or does not come is left out.

        Who is named as the host of several tables hosts the first of them.
        """
        by_ref = {guest.ref: guest for guest in reversed([*self.guests.values()]) if guest.ref}
        found: dict[int, CafeGuest] = {}
        taken: set[int] = set()
        for table in self.tables:
            guest = by_ref.get(table.host)
            if guest is not None and guest.id not in taken:
                found[table.id] = guest
                taken.add(guest.id)
        return found

    @cached_property
    def hosted_by(self) -> Mapping[int, int]:
        """The table that somebody hosts, both as row ids."""
        return {guest.id: table for table, guest in self.host_at.items()}

    def host_name(self, table: CafeTable) -> str:
        """Return the name of a table's host, also of one who does not come; empty if it has none."""
        return self.host_names.get(table.host, table.host)

    # ---- ways

    @cached_property
    def way_of(self) -> Mapping[int, Itinerary]:
        """The way that somebody has, by their row id."""
        return {each.person: each for each in reversed(self.itineraries) if each.person is not None}

    @cached_property
    def free(self) -> tuple[Itinerary, ...]:
        """The ways that nobody has, by their numbers."""
        return tuple(each for each in self.itineraries if each.person is None)

    @cached_property
    def seated(self) -> Mapping[tuple[int, int], tuple[int, ...]]:
        """Who sits together, by the row ids of round and table: the host first, then by name; empty tables left out."""
        found: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for person, way in self.way_of.items():
            for place in way.tables.items():
                found[place].append(person)
        ranks, hosted = self._ranks, self.hosted_by
        return {
            place: tuple(sorted(there, key=lambda person: (hosted.get(person) != place[1], ranks[person])))
            for place, there in found.items()
        }

    @cached_property
    def without_way(self) -> tuple[CafeGuest, ...]:
        """Who takes part and has no way, by name."""
        ways = self.way_of
        missing = (each for each in self.guests.values() if each.takes_part and each.id not in ways)
        return tuple(sorted(sorted(missing, key=attrgetter("id")), key=attrgetter("key")))

    def at(self, round_id: int, table: int) -> tuple[int, ...]:
        """Return who sits at a table in a round, the host first, then by name."""
        return self.seated.get((round_id, table), ())

    @cached_property
    def _ranks(self) -> Mapping[int, int]:
        there = sorted((self.guests[person] for person in self.way_of), key=lambda guest: guest.order)
        return {guest.id: rank for rank, guest in enumerate(there)}

    # ---- meeting again

    @cached_property
    def meetings(self) -> Mapping[frozenset[int], int]:
        """How often two people sit together, by their row ids; who never do are left out."""
        found: Counter[frozenset[int]] = Counter()
        for there in self.seated.values():
            found.update(map(frozenset, combinations(there, 2)))
        return found

    @cached_property
    def again(self) -> Mapping[frozenset[int], int]:
        """How often two people meet after their first time, by their row ids, unless they must sit together."""
        wanted = {pair.people for pair in self.pairs if pair.kind is PairKind.TOGETHER}
        return {pair: times - 1 for pair, times in self.meetings.items() if times > 1 and pair not in wanted}

    @property
    def repeats(self) -> int:
        """How often two people meet again."""
        return self.repeats_of(None)

    def repeats_of(self, present: Container[int] | None) -> int:
        """Return how often two people meet again who are both present; None: everybody is."""
        return sum(
            times for pair, times in self.again.items() if present is None or all(each in present for each in pair)
        )

    @cached_property
    def met_by(self) -> Mapping[int, Counter[int]]:
        """Whom somebody meets, and how often, by row ids."""
        found: defaultdict[int, Counter[int]] = defaultdict(Counter)
        for (one, other), times in ((tuple(pair), times) for pair, times in self.meetings.items()):
            found[one][other] = found[other][one] = times
        return found

    # ---- time

    @property
    def on(self) -> CafeRound | None:
        """The round that is on; None between rounds, before the first and after the last."""
        return next((each for each in self.rounds if each.is_on), None)

    @property
    def next(self) -> CafeRound | None:
        """The first round that has not begun; None after that."""
        return next((each for each in self.rounds if each.began is None), None)

    @property
    def plan(self) -> CafePlan | None:
        """How the ways were thought out last."""
        return self.plans[0] if self.plans else None

    @property
    def is_printed(self) -> bool:
        """Whether cards of the ways were printed."""
        return self.plan is not None and self.plan.printed

    def questions(self, round_id: int, table: int) -> tuple[str, ...]:
        """Return what is asked at a table in a round: the question of the table, then that of the round."""
        both = (self.table_of[table].question, self.round_of[round_id].question)
        return tuple(dict.fromkeys(each for each in both if each))
