"""Makes crowds of people who are alike out of a programme."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from eventdesk.panels.place import How
from eventdesk.panels.programme import Guest, Programme
from eventdesk.panels.seating.lots import label_of, unit_lot
from eventdesk.panels.seating.problem import NOT_WISHED, Crowd, Offer, Round, Seats
from eventdesk.panels.seating.rounds import family, sessions_with_places


def seats(programme: Programme, *, seed: int = 1, everybody: bool = False, together: bool = True) -> Seats:
    """Return what is to be given out, and to whom: to all who have wishes, with `everybody` to all others after them.

    Confirmed places are kept; drawn ones are given out anew. `together`: a group whose members all wish the same in the
    same order stays together.
    """
    return _Gathering(programme, seed).seats(everybody=everybody, together=together)


@dataclass(frozen=True, slots=True)
class _Like:
    """What people who are alike have in common; offers and slots in order."""

    wishes: tuple[tuple[int, int], ...]
    open: tuple[int, ...]
    rounds: tuple[int, ...]
    placed: bool


class _Gathering:
    def __init__(self, programme: Programme, seed: int) -> None:
        self._programme, self._seed = programme, seed
        taken = Counter(each.session for each in programme.places if each.how is How.CONFIRMED)
        self._family = {each.id: family(programme, each) for each in programme.sessions}
        self._offers, self._roomless = self._offered(taken)
        self._offer_of = {each.id: each for each in self._offers}
        used = {each.slot for each in self._offers}
        self._rounds = tuple(
            Round(each.id, each.ref, each.starts, each.ends, programme.concurrent[each.id])
            for each in sorted(programme.slots, key=lambda slot: (slot.starts, slot.ends, slot.ref))
            if each.id in used
        )
        self._likes: dict[object, _Like] = {}

    def seats(self, *, everybody: bool, together: bool) -> Seats:
        programme = self._programme
        labels = _labels(programme.people.values())
        wishing = [each for each in programme.people.values() if each.id in programme.wishes]
        silent = [each for each in programme.people.values() if each.id not in programme.wishes]
        units, apart = self._united(wishing) if together else ([(each,) for each in wishing], ())
        return Seats(
            rounds=self._rounds,
            offers=self._offers,
            crowds=self._crowds(units, labels),
            rest=self._crowds([(each,) for each in silent], labels) if everybody else (),
            kept=self._kept(),
            labels=labels,
            registered={each.id: each.registered for each in programme.people.values()},
            seed=self._seed,
            apart=apart,
            roomless=self._roomless,
        )

    def _offered(self, taken: Mapping[int, int]) -> tuple[tuple[Offer, ...], tuple[int, ...]]:
        offers, roomless = [], []
        for session in sessions_with_places(self._programme):
            capacity = self._programme.capacity(session, session.room)
            if capacity is None or session.slot is None:
                roomless.append(session.id)
                continue
            kept = taken.get(session.id, 0)
            room = self._programme.room_of.get(session.room or 0)
            offers.append(
                Offer(
                    session.id,
                    session.ref,
                    session.slot,
                    self._family[session.id],
                    max(0, capacity - kept),
                    kept,
                    room is None or room.step_free,
                )
            )
        return tuple(offers), tuple(roomless)

    def _kept(self) -> dict[int, dict[int, int]]:
        kept: defaultdict[int, dict[int, int]] = defaultdict(dict)
        for place in self._programme.places:
            slot = self._programme.session_of[place.session].slot
            if place.how is How.CONFIRMED and slot is not None:
                kept[place.person][slot] = place.session
        return dict(kept)

    def _engaged(self, guest: Guest) -> tuple[int, ...]:
        """Return the sessions that somebody is in anyhow: where they speak, and their confirmed places."""
        places = self._programme.places_of.get(guest.id, ())
        kept = [each.session for each in places if each.how is How.CONFIRMED]
        return (*(self._programme.parts_of.get(guest.ref, ()) if guest.ref else ()), *kept)

    def _like(self, guest: Guest, *, step_free: bool) -> _Like:
        wishes, engaged = self._programme.wishes.get(guest.id, ()), self._engaged(guest)
        key = wishes, engaged, step_free
        if key not in self._likes:
            self._likes[key] = self._worked_out(wishes, engaged, step_free=step_free)
        return self._likes[key]

    def _worked_out(self, wishes: tuple[int, ...], engaged: tuple[int, ...], *, step_free: bool) -> _Like:
        programme = self._programme
        slots = (programme.session_of[each].slot for each in engaged)
        busy = frozenset[int]().union(*(programme.concurrent[slot] for slot in slots if slot is not None))
        seen = {self._family[each] for each in engaged}
        free = [
            each
            for each in self._offers
            if each.slot not in busy and each.family not in seen and (each.step_free or not step_free)
        ]
        exact = {session: min(rank, NOT_WISHED) for rank, session in reversed(tuple(enumerate(wishes)))}
        alike = {self._family[session]: min(rank, NOT_WISHED) for rank, session in reversed(tuple(enumerate(wishes)))}
        ranks = {each.id: exact.get(each.id, alike.get(each.family)) for each in free}
        return _Like(
            wishes=tuple((offer, rank) for offer, rank in ranks.items() if rank is not None),
            open=tuple(each.id for each in free),
            rounds=tuple(each.id for each in self._rounds if each.id not in busy),
            placed=any(each in self._offer_of for each in engaged),
        )

    def _united(self, guests: Iterable[Guest]) -> tuple[list[tuple[Guest, ...]], tuple[str, ...]]:
        """Return who stays together, and the groups that would but are too many for any session."""
        groups: defaultdict[str, list[Guest]] = defaultdict(list)
        units: list[tuple[Guest, ...]] = []
        apart: list[str] = []
        for guest in guests:
            if guest.group:
                groups[guest.group].append(guest)
            else:
                units.append((guest,))
        for group, members in sorted(groups.items()):
            likes = {(self._like(each, step_free=False), self._programme.wishes[each.id]) for each in members}
            alone = [(each,) for each in members]
            if len(members) == 1 or len(likes) > 1:
                units += alone
            elif len(members) > max((self._offer_of[each].seats for each in next(iter(likes))[0].open), default=0):
                units += alone
                apart.append(group)
            else:
                units.append(tuple(members))
        return units, tuple(apart)

    def _crowds(self, units: Iterable[tuple[Guest, ...]], labels: Mapping[int, str]) -> tuple[Crowd, ...]:
        found: defaultdict[tuple[_Like, int], list[tuple[int, ...]]] = defaultdict(list)
        for unit in units:
            like = self._like(unit[0], step_free=any(each.needs_step_free for each in unit))
            found[like, len(unit)].append(tuple(each.id for each in sorted(unit, key=lambda each: labels[each.id])))
        crowds = (
            Crowd(dict(like.wishes), like.open, like.rounds, like.placed, size, tuple(members))
            for (like, size), members in found.items()
        )
        return tuple(self._in_order(crowds, labels))

    def _in_order(self, crowds: Iterable[Crowd], labels: Mapping[int, str]) -> Iterator[Crowd]:
        """Yield the crowds with their units in the order of lots, themselves ordered by what they wish."""
        slots = {each.id: (each.starts, each.ref) for each in self._rounds}

        def name(crowd: Crowd) -> tuple[object, ...]:
            wished = sorted((rank, self._offer_of[each].ref) for each, rank in crowd.wishes.items())
            offered = [self._offer_of[each].ref for each in crowd.open]
            return wished, offered, crowd.size, crowd.placed, [slots[each] for each in crowd.rounds]

        for crowd in sorted(crowds, key=name):
            lots = {unit: unit_lot(self._seed, (labels[each] for each in unit)) for unit in crowd.units}
            yield replace(crowd, units=tuple(sorted(crowd.units, key=lambda unit: (lots[unit], labels[unit[0]]))))


def _labels(guests: Iterable[Guest]) -> dict[int, str]:
    """Return what everybody is called in a draw; of several with one label, the later ones get a number."""
    met: Counter[str] = Counter()
    labels = {}
    for guest in sorted(guests, key=lambda each: each.registered):
        label = label_of(guest.code, guest.ref, guest.registered)
        met[label] += 1
        labels[guest.id] = label if met[label] == 1 else f"{label}/{met[label]}"
    return labels
