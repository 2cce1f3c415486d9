"""The fair of one event as this desk looks at it: who stands where, what may be done, and doing it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from eventdesk import guide
from eventdesk.codes import Op, StandCode
from eventdesk.errors import KnownError
from eventdesk.event import Entry, Event, Undone, UndoRefused
from eventdesk.fair import actions, actions_plans
from eventdesk.fair.actions_day import apply_day
from eventdesk.fair.actions_plans import Applied
from eventdesk.fair.arrivals import CrewCount
from eventdesk.fair.booth import number_order
from eventdesk.fair.day import Case
from eventdesk.fair.exhibitor import Exhibitor, ExhibitorStatus, Setup
from eventdesk.fair.fair import Fair
from eventdesk.fair.outcome import NotPlaced, Placed
from eventdesk.fair.papers.snapshot import Stands, before
from eventdesk.fair.placing.plan import Plan
from eventdesk.fair.plan import Change, PlanFacts, Version
from eventdesk.fair.records import read_fair
from eventdesk.fair.standing import StandTrouble, standing_troubles
from eventdesk.fair.weights import Weight
from ui.fair.faces import Colouring
from ui.fair.flow.thinking import price, weighed
from ui.fair.standing import Standing, with_stands

LOOK_BACK = 300
"""So many entries are looked through for what this desk did last to the fair."""
KINDS = frozenset(
    {
        "hall",
        "hall_part",
        "floor_picture",
        "booth",
        "exhibitor",
        "stand",
        "plan",
        "plan_stand",
        "setting",
        "session",
        "room",
    }
)
"""Kinds of changes after which the fair is another."""
OF_ARRIVALS = frozenset({"scan", "person"})


@dataclass
class Memory:
    """What outlives a change of language: which hall, which booth or exhibitor, by what booths are coloured.

    `beside`: another plan is shown beside today's where there is room.
    """

    hall: int | None = None
    booth: int | None = None
    exhibitor: int | None = None
    colouring: Colouring = Colouring.THEME
    beside: bool = True


class FairFlow:
    """Lives as long as the file is open."""

    def __init__(self, event: Event) -> None:
        """Look at the fair of `event`."""
        self.event = event
        self.memory = Memory()
        self._standing: Standing | None = None
        self._crew: Mapping[int, CrewCount] | None = None

    @property
    def closed(self) -> KnownError | None:
        """Why nothing can be changed in this file, if that is so."""
        return self.event.closed

    # ---- what there is

    @property
    def standing(self) -> Standing:
        """Who stands where now."""
        if self._standing is None:
            self._standing = Standing(read_fair(self.event.db, guide.doors(self.event.db)))
        return self._standing

    @property
    def fair(self) -> Fair:
        """The fair as it is now."""
        return self.standing.fair

    def crew(self) -> Mapping[int, CrewCount]:
        """Return how many people of each exhibitor are here, and are expected."""
        if self._crew is None:
            self._crew = guide.crew(self.event)
        return self._crew

    def look(self) -> None:
        """Read the fair, if it has changed."""
        self._standing = self.standing

    def empty_stands(self) -> tuple[Exhibitor, ...]:
        """Return whose stand is still empty shortly before the event begins; nobody before that."""
        return tuple(self.fair.exhibitor_of[each] for each in guide.stands_to_look_after(self.event, self.fair))

    def renew(self) -> None:
        """Know that the fair has changed."""
        self._standing = None

    def renew_arrivals(self) -> None:
        """Know that people have come or gone."""
        self._crew = None

    # ---- what may be done

    def troubles(self, exhibitor: int, booths: Sequence[int], *, swapping: bool = False) -> tuple[StandTrouble, ...]:
        """Return what would be wrong if they stood there; `swapping`: who stands there goes where they come from."""
        fair = self.fair
        if swapping:
            fair = with_stands(fair, swapped(fair, exhibitor, booths))
        return without_pins(standing_troubles(fair, exhibitor, booths))

    def troubles_after_swap(self, exhibitor: int, booths: Sequence[int], other: int) -> tuple[StandTrouble, ...]:
        """Return what would be wrong with who stands there if they went where this exhibitor comes from."""
        fair = self.fair
        stands = swapped(fair, exhibitor, booths)
        return without_pins(standing_troubles(with_stands(fair, stands), other, stands.get(other, ())))

    def trouble_of_pin(self, exhibitor: int) -> StandTrouble | None:
        """Return why who needs two booths and stands on one cannot be pinned there: what is wrong with the second."""
        fair, who = self.fair, self.fair.exhibitor_of[exhibitor]
        stands = fair.stands.get(exhibitor, ())
        if len(stands) >= who.size:
            return None
        troubles = standing_troubles(fair, exhibitor, actions.pair_for(fair, exhibitor) or stands)
        return troubles[0] if troubles else None

    def booths_for(self, exhibitor: int, booth: int) -> tuple[int, ...]:
        """Return the booths that somebody gets who is put on one: that one, or it and the better one beside it."""
        fair = self.fair
        who = fair.exhibitor_of[exhibitor]
        if who.size < 2:
            return (booth,)
        there = [fair.stands[other] for other in fair.standing_on.get(booth, ()) if other != exhibitor]
        if len(there) == 1 and len(there[0]) == who.size:
            return there[0]
        beside = sorted(fair.neighbours_of.get(booth, ()), key=lambda each: number_order(fair.booth_of[each].ref))
        own = set(fair.stands.get(exhibitor, ()))
        pairs = [in_order(fair, (booth, other)) for other in beside]
        pairs.sort(key=lambda pair: (len(standing_troubles(fair, exhibitor, pair)), len(own & set(pair))))
        return pairs[0] if pairs else (booth,)

    # ---- doing it

    def place(self, exhibitor: int, booths: Sequence[int]) -> Placed | NotPlaced:
        """Let somebody stand on these booths, and change places with whoever stands there. Raises KnownError."""
        fair = self.fair
        others = {other for booth in booths for other in fair.standing_on.get(booth, ()) if other != exhibitor}
        if len(others) == 1:
            return actions.swap(self.event, exhibitor, others.pop(), anyway=True)
        return actions.place(self.event, exhibitor, booths, anyway=True)

    def free(self, exhibitor: int) -> Placed | NotPlaced:
        """Take somebody off the plan. Raises KnownError."""
        return actions.free(self.event, [exhibitor])

    def pin(self, exhibitor: int, *, pinned: bool) -> None:
        """Settle where somebody stands, or settle it no more. Raises KnownError."""
        if pinned:
            actions.pin(self.event, [exhibitor])
        else:
            actions.unpin(self.event, [exhibitor])

    def block(self, booths: Sequence[int], reason: str) -> None:
        """Note that nobody can stand there. Raises KnownError."""
        actions.block(self.event, booths, reason)

    def unblock(self, booths: Sequence[int]) -> None:
        """Note that one can stand there again. Raises KnownError."""
        actions.unblock(self.event, booths)

    def set_status(self, exhibitor: int, status: ExhibitorStatus) -> None:
        """Note whether somebody comes. Raises KnownError."""
        actions.set_status(self.event, [exhibitor], status)

    def set_setup(self, exhibitor: int, setup: Setup) -> None:
        """Note whether a stand is set up. Raises KnownError."""
        actions.set_setup(self.event, [exhibitor], setup)

    # ---- plans

    def apply(self, plan: Plan, name: str = "") -> Applied:
        """Make a plan that was thought out that of today; one undo brings today's back. Raises KnownError."""
        return actions_plans.apply_plan(self.event, plan.assignments, PlanFacts.of(plan), name)

    def apply_cases(self, cases: Sequence[Case], plan: Plan) -> Applied:
        """Note what has happened, and let everybody stand as the answer has them; one undo takes all of it back.

        Raises KnownError.
        """
        return apply_day(self.event, cases, plan.assignments, PlanFacts.of_moves(plan))

    def versions(self) -> list[Version]:
        """Return the placements that were kept, the newest first."""
        return actions_plans.versions(self.event.db)

    def version_now(self) -> Version | None:
        """Return the newest version, if everybody stands as it has them."""
        return actions_plans.version_now(self.event, self.fair)

    def before(self) -> tuple[Version, Stands] | None:
        """Return the newest version in which anybody stands elsewhere than today, its time local."""
        return before(self.event, self.fair)

    def differences(self, stands: Stands) -> tuple[Change, ...]:
        """Return in what today's placement differs from another."""
        return actions_plans.differences(stands, self.fair.stands, self.fair)

    def standing_of(self, version: int) -> Standing:
        """Return who stood where in a version, of those and of what is still there."""
        fair = self.fair
        kept = actions_plans.stands_of(self.event.db, version)
        there = {each: tuple(booth for booth in of if booth in fair.booth_of) for each, of in kept.items()}
        return Standing(with_stands(fair, {each: of for each, of in there.items() if each in fair.exhibitor_of and of}))

    def keep(self, name: str) -> Version:
        """Keep how everybody stands now, under a name. Raises KnownError."""
        return actions_plans.keep_version(self.event, name)

    def keep_print(self, name: str) -> Version | None:
        """Keep how everybody stands as it is printed. Raises KnownError."""
        return actions_plans.keep_print(self.event, name)

    def restore(self, version: int) -> Applied:
        """Let everybody stand as in a version. Raises KnownError."""
        return actions_plans.restore_version(self.event, version)

    def price(self, weights: Mapping[Weight, int]) -> Mapping[Weight, int]:
        """Return what each part of today's placement costs by these weights."""
        return price(weighed(self.fair, weights))

    def weigh(self, weights: Mapping[Weight, int]) -> None:
        """Judge plans by these weights from now on. Raises KnownError."""
        actions.set_weights(self.event, weights)

    # ---- undoing

    def undo(self) -> Undone | UndoRefused | None:
        """Take back what this desk did last to the fair; None if there is nothing."""
        entry = next((each for each in self.event.journal(LOOK_BACK) if self._is_own(each)), None)
        return self.event.undo(entry.eid) if entry else None

    def _is_own(self, entry: Entry) -> bool:
        return entry.op in DEEDS and entry.desk == self.event.desk and not entry.undone


DEEDS = frozenset(
    {
        Op.FAIR_PLACE, Op.FAIR_FREE, Op.FAIR_SWAP, Op.FAIR_PIN, Op.FAIR_UNPIN, Op.FAIR_BLOCK, Op.FAIR_UNBLOCK,
        Op.FAIR_POWER, Op.FAIR_STATUS, Op.FAIR_SETUP, Op.FAIR_WEIGHTS, Op.ADD_EXHIBITOR, Op.EDIT_EXHIBITOR,
        Op.REMOVE_EXHIBITOR, Op.ADD_HALL, Op.EDIT_HALL, Op.REMOVE_HALL, Op.ADD_BOOTHS, Op.MOVE_BOOTHS,
        Op.TURN_BOOTHS, Op.NUMBER_BOOTHS, Op.EDIT_BOOTHS, Op.REMOVE_BOOTHS, Op.HALL_PART, Op.FLOOR_PICTURE,
        Op.APPLY_PLAN, Op.RESTORE_PLAN,
    }
)  # fmt: skip
"""What this page does, and can take back."""


def without_pins(troubles: Iterable[StandTrouble]) -> tuple[StandTrouble, ...]:
    """Return troubles but for a pin elsewhere: who is carried by hand takes the pin along."""
    return tuple(each for each in troubles if each.code is not StandCode.PINNED_ELSEWHERE)


def in_order(fair: Fair, booths: Sequence[int]) -> tuple[int, ...]:
    """Return booths in the order of their numbers."""
    return tuple(sorted(booths, key=lambda each: number_order(fair.booth_of[each].ref)))


def swapped(fair: Fair, exhibitor: int, booths: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Return who stands where if an exhibitor changes places with those who stand on these booths."""
    own = fair.stands.get(exhibitor, ())
    others = {other for booth in booths for other in fair.standing_on.get(booth, ()) if other != exhibitor}
    stands = {each: there for each, there in fair.stands.items() if each not in others}
    stands[exhibitor] = tuple(booths)
    if len(others) == 1 and own:
        stands[others.pop()] = own
    return stands
