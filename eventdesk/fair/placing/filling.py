"""The first stage of a re-plan: only who has to goes anywhere, at once and without a solver."""

from dataclasses import dataclass, field

from eventdesk.fair.placing.arrangement import Arrangement
from eventdesk.fair.placing.ground import Spot
from eventdesk.fair.placing.seating import Seats
from eventdesk.fair.placing.standing import Standing

_STEPS = 2_000
_LOOKS = 400_000
"""How many options may be looked at in all steps together: with many movers the search ends sooner."""

Score = tuple[int, int, int, int, int]
"""Left over, the weight of those left over, late wishes not granted, mm on foot, cost: each counts before the next."""

_WORST: Score = (1 << 60, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Filling:
    """Where the movers go (nobody: they are left over); `exhausted`: with all others staying, nothing is better."""

    spots: Seats
    score: Score
    exhausted: bool


def fill(standing: Standing, steps: int = _STEPS) -> Filling:
    """Return the best way found to place the movers while everybody else stays."""
    return _Filler(standing, steps).run()


def weight_left(standing: Standing, want: int) -> int:
    """Return how bad it is to leave somebody over, among as many: by priority, then who stood before."""
    return 2 * standing.ground.wants[want].priority + (want in standing.spots)


@dataclass
class _Option:
    spot: Spot
    island: int
    granted: bool
    way_mm: int


@dataclass
class _Filler:
    standing: Standing
    steps: int
    best: Score = _WORST
    found: Seats = field(default_factory=dict)

    def run(self) -> Filling:
        standing = self.standing
        self.ground = ground = standing.ground
        self.taken = {site: want for want in standing.kept for site in standing.spots[want]}
        self.counted = Arrangement(ground)
        for want in standing.kept:
            self.counted.lower(want, ground.island_of[standing.spots[want][0]])
        self.options = {want: self._options(want) for want in standing.movers}
        self.order = sorted(standing.movers, key=lambda want: (len(self.options[want]), want))
        self.seats: Seats = {}
        self._start()
        options = sum(map(len, self.options.values()))
        self.steps = min(self.steps, _LOOKS // (options + 1))
        if self.steps > 0:
            self._search(0, (0, 0, 0, 0, 0))
        return Filling(self.found, self.best, self.steps > 0)

    def _start(self) -> None:
        """Begin with an answer that leaves few over: pairs first, then augmenting paths, and nobody beside a rival."""
        entered: list[tuple[int, _Option]] = []
        score: Score = (0, 0, 0, 0, 0)
        asked = [want for want in self.order if want in self.standing.asked]
        for want in asked:
            option = self._any_option(want)
            if option is not None:
                score = score[0], score[1], score[2] + (not option.granted), score[3] + option.way_mm, 0
                self._enter(want, option)
                entered.append((want, option))
        chosen = self._chosen([want for want in self.order if want not in self.standing.asked])
        for want in self.order:
            if want in self.standing.asked:
                continue
            left, weight, denied, way, cost = score
            going: _Option | None = chosen.get(want)
            if going is None or not self._free(want, going):
                going = self._any_option(want)
            if going is None:
                score = left + 1, weight + weight_left(self.standing, want), denied, way, cost
                continue
            score = left, weight, denied, way + going.way_mm, cost
            self._enter(want, going)
            entered.append((want, going))
        self.best, self.found = (*score[:4], self.counted.cost), dict(self.seats)
        for want, option in entered:
            self._leave(want, option)

    def _chosen(self, wants: list[int]) -> dict[int, _Option]:
        """Choose for pairs first, then for as many of the others as can be."""
        found: dict[int, _Option] = {}
        used: set[int] = set()
        for want in wants:
            if self.ground.wants[want].size == 1:
                continue
            for option in self.options[want]:
                if used.isdisjoint(option.spot) and not any(site in self.taken for site in option.spot):
                    found[want] = option
                    used.update(option.spot)
                    break
        return found | self._matched([want for want in wants if self.ground.wants[want].size == 1], used)

    def _any_option(self, want: int) -> _Option | None:
        return next((option for option in self.options[want] if self._free(want, option)), None)

    def _free(self, want: int, option: _Option) -> bool:
        return not any(site in self.taken for site in option.spot) and not self._beside_rival(want, option.spot)

    def _matched(self, wants: list[int], used: set[int]) -> dict[int, _Option]:
        """Match those who need one booth: as many as can be, by augmenting paths."""
        holder: dict[int, tuple[int, _Option]] = {}

        def find(want: int, seen: set[int]) -> bool:
            for option in self.options[want]:
                site = option.spot[0]
                if site in self.taken or site in used or site in seen:
                    continue
                seen.add(site)
                if site not in holder or find(holder[site][0], seen):
                    holder[site] = want, option
                    return True
            return False

        for want in wants:
            find(want, set())
        return dict(holder.values())

    def _options(self, want: int) -> list[_Option]:
        standing, ground = self.standing, self.ground
        found = [
            _Option(spot, ground.island_of[spot[0]], spot != standing.spots.get(want), standing.way_mm(want, spot))
            for spot in standing.options(want)
            if not any(site in self.taken for site in spot) and not self._beside_rival(want, spot)
        ]
        return sorted(found, key=lambda each: (not each.granted, each.way_mm, each.spot))

    def _beside_rival(self, want: int, spot: Spot) -> bool:
        ground = self.ground
        return bool(ground.wants[want].competitor) and any(
            site in self.taken and ground.clash(want, self.taken[site]) for site in ground.touching(spot)
        )

    def _search(self, depth: int, score: Score) -> None:
        self.steps -= 1
        if depth == len(self.order):
            whole = (*score[:4], self.counted.cost)
            if whole < self.best:
                self.best, self.found = whole, dict(self.seats)
            return
        if self._bound(depth, score) > self.best[:4]:
            return
        want = self.order[depth]
        options = [each for each in self.options[want] if not any(site in self.taken for site in each.spot)]
        if not self.standing.spots.get(want):
            options.sort(key=lambda each: (self.counted.joining(want, each.island), each.spot))
        for option in options:
            if self.steps <= 0:
                return
            if self._beside_rival(want, option.spot):
                continue
            left, weight, denied, way, cost = score
            denied += want in self.standing.asked and not option.granted
            self._enter(want, option)
            self._search(depth + 1, (left, weight, denied, way + option.way_mm, cost))
            self._leave(want, option)
        if self.steps > 0 and want not in self.standing.asked:
            left, weight, denied, way, cost = score
            self._search(depth + 1, (left + 1, weight + weight_left(self.standing, want), denied, way, cost))

    def _bound(self, depth: int, score: Score) -> tuple[int, int, int, int]:
        """Return what the score becomes at best, without the cost."""
        left, weight, denied, way, _ = score
        rest = self.order[depth:]
        for want in rest:
            free = [each for each in self.options[want] if not any(site in self.taken for site in each.spot)]
            if free:
                way += min(each.way_mm for each in free)
        over = self._surely_left(rest)
        return left + over, weight, denied, way if not over else score[3]

    def _surely_left(self, rest: list[int]) -> int:
        """Return how many of the rest find no booth whatever the others do: each counted with one booth only."""
        return len(rest) - len(self._matched(rest, set()))

    def _enter(self, want: int, option: _Option) -> None:
        self.seats[want] = option.spot
        self.taken.update(dict.fromkeys(option.spot, want))
        self.counted.lower(want, option.island)

    def _leave(self, want: int, option: _Option) -> None:
        del self.seats[want]
        for site in option.spot:
            del self.taken[site]
        self.counted.lift(want)
