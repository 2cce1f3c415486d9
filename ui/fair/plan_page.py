"""What is shown on the page of the fair: a hall of the plan as it is or would be, and what is chosen in it."""

from eventdesk.fair.booth import Booth
from eventdesk.fair.exhibitor import Exhibitor
from ui.fair import facts, telling
from ui.fair.asking import Asking
from ui.fair.backdrop import Backdrops
from ui.fair.faces import Colouring, Sight, faces
from ui.fair.flow.fair_flow import FairFlow
from ui.fair.flow.floor_flow import FloorFlow
from ui.fair.flow.reasons import Reasons
from ui.fair.ground_item import Ground
from ui.fair.listing import Row
from ui.fair.rows import rows_of
from ui.fair.since import since_print
from ui.fair.standing import Standing, differs
from ui.fair.surface import Surface
from ui.fair.versions import Versions
from ui.look import Look
from ui.timers import single_shot
from ui.widgets.change_list import ChangeLine

GATHER_MS = 20


class PlanPage(Surface):
    """Shows, and chooses; what is done is the business of its child."""

    def __init__(self, look: Look, flow: FairFlow) -> None:
        super().__init__(look, flow)
        self.asking: Asking | Versions | None = None
        self.reasons = Reasons()
        self.backdrops = Backdrops(FloorFlow(flow))
        self.soon = single_shot(self, self._read, GATHER_MS)
        self._shown_soon = single_shot(self, self.refresh)
        self._today_soon = single_shot(self, self._show_today)
        self.reasons.changed.connect(self.show_chosen)
        self.backdrops.changed.connect(self.soon.start)
        self.destroyed.connect(self.reasons.close)
        self.destroyed.connect(self.backdrops.close)
        self.legend.colouring.connect(self._colour)
        self.plans.chosen.connect(self._on_today)
        self.plans.hovered.connect(lambda booth: self.show_tip(booth, today=True))
        self.plan.strip.turned.connect(lambda _at: self.show_plans())
        self.plan.strip.both_asked.connect(self._show_beside)

    @property
    def preview(self) -> Standing | None:
        """The plan that is looked at, if it is not today's."""
        if self.asking is None or (self.plan.strip.sides.at() == 0 and not self._beside):
            return None
        return self.asking.standing

    @property
    def _beside(self) -> bool:
        """Whether two plans are shown beside each other when there are two."""
        return self.roomy and self.flow.memory.beside

    @property
    def standing(self) -> Standing:
        """Who stands where in the plan that is shown."""
        return self.preview or self.flow.standing

    @property
    def hall(self) -> int | None:
        """The hall that is shown."""
        memory, halls = self.flow.memory, self.standing.fair.halls
        if memory.hall not in self.standing.halls:
            largest = max(halls, key=lambda hall: len(self.standing.in_hall(hall.id)), default=None)
            memory.hall = largest.id if largest is not None else None
        return memory.hall

    @property
    def booth(self) -> Booth | None:
        """The chosen booth."""
        return self.standing.booths.get(self.flow.memory.booth or 0)

    @property
    def who(self) -> Exhibitor | None:
        """The chosen exhibitor, or who stands at the chosen booth."""
        return self.standing.exhibitors.get(self.flow.memory.exhibitor or 0) or self.standing.at(self.flow.memory.booth)

    @property
    def late(self) -> bool:
        """Whether something has changed that is not shown yet."""
        return self.soon.isActive() or self._shown_soon.isActive() or self._today_soon.isActive()

    # ---- showing

    def _read(self) -> None:
        """Read what has changed in a turn of its own; a large fair takes a while."""
        self.flow.look()
        self._shown_soon.start()

    def refresh(self) -> None:
        """Show everything as it is now."""
        words, standing, hall, memory = self.look.words, self.standing, self.hall, self.flow.memory
        self._follow_chosen()
        self.head.halls.show_halls(standing.fair.halls, hall)
        self.head.show_deeds(floor=bool(standing.halls), able=self.flow.closed is None)
        without = len(self.flow.standing.without)
        self.head.say_list(
            words.n("List · one has no booth", "List · {count} have no booth", without) if without else words.t("List")
        )
        self.plan.show_empty(empty=hall is None)
        self._show_hall()
        self.legend.show_keys(standing, memory.colouring)
        if self.cards.isVisible():
            self.plan_card.show_figures(telling.figures(words, self.flow.standing, self.flow.version_now()))
            empty = self.flow.empty_stands()
            self.plan_card.show_alarm(telling.empty_text(words, empty, self.flow.standing))
            self.plan_card.show_since(since_print(words, self.flow))
        self.show_chosen()

    def _follow_chosen(self) -> None:
        """Keep to the booth of the chosen exhibitor: an undo or another desk may have moved them."""
        memory, standing = self.flow.memory, self.standing
        if memory.booth not in standing.booths:
            memory.booth = None
        who = standing.exhibitors.get(memory.exhibitor or 0)
        if who is not None and self.preview is None:
            booths = [booth.id for booth in standing.places(who.id)]
            if memory.booth not in booths:
                memory.booth = booths[0] if booths else None

    def _show_hall(self) -> None:
        standing, hall = self.standing, self.hall
        if hall is None:
            self.scene.show_hall(None, (), {})
            return
        before = self.scene.ground
        parts = tuple(part for part in standing.fair.parts if part.hall == hall)
        ground = Ground(standing.halls[hall], parts, self.backdrops.of(hall))
        here = frozenset(each for each, crew in self.flow.crew().items() if crew.here)
        today = self.flow.standing if self.preview is not None else None
        sight = Sight(standing, here, self.flow.memory.colouring, today)
        self.scene.show_hall(ground, standing.in_hall(hall), faces(self.look.words, sight, hall))
        if self.plans.both:
            self._today_soon.start()
        if before is None or before.hall.id != hall or before.outline != ground.outline:
            self.view.show_all()

    def _show_today(self) -> None:
        """Show today's plan beside the other, in a turn of its own: a large hall takes a while."""
        hall, now = self.hall, self.flow.standing
        if hall is None or not self.plans.both:
            return
        here = frozenset(each for each, crew in self.flow.crew().items() if crew.here)
        sight = Sight(now, here, self.flow.memory.colouring, self.preview)
        floor = self.plans.today.floor
        floor.show_hall(self.scene.ground, now.in_hall(hall), faces(self.look.words, sight, hall))
        self.plans.align()
        self._show_chosen_today(self.who, self.booth)

    def show_chosen(self) -> None:
        """Show what is chosen: on the plan, on its card, in the list."""
        words, standing, crew = self.look.words, self.standing, self.flow.crew()
        booth, who = self.booth, self.who
        if who is not None:
            found = self.reasons.of(words, standing.fair, who.id)
            shown = facts.of_exhibitor(words, standing, who, crew, found)
        elif booth is not None:
            shown = facts.of_booth(words, standing, booth, crew, ())
        else:
            shown = facts.nothing(words)
        self.booth_card.show_facts(shown)
        self.view.choose(booth.id if booth is not None and booth.hall == self.hall else None)
        if self.plans.both:
            self._show_chosen_today(who, booth)
        spoken = facts.spoken(words, standing, booth, crew) if booth is not None else ""
        self.view.setAccessibleDescription(spoken)
        chosen = (who.id, None) if who is not None else (None, booth.id) if booth is not None else None
        if self.list.isVisible():
            self.list.show_rows(rows_of(words, standing, crew), chosen)

    def _show_chosen_today(self, who: Exhibitor | None, booth: Booth | None) -> None:
        """Show on today's plan beside the other where who is chosen stands today."""
        today = self.flow.standing
        stands = today.places(who.id) if who is not None else (booth,) if booth is not None else ()
        self.plans.today.choose(stands[0].id if stands else None)
        spoken = facts.spoken(self.look.words, today, stands[0], self.flow.crew()) if stands else ""
        self.plans.today.setAccessibleDescription(spoken)

    def show_tip(self, booth: int | None, *, today: bool = False) -> None:
        """Show as a tooltip what is below the pointer; `today`: on today's plan beside the other."""
        standing, view = (self.flow.standing, self.plans.today) if today else (self.standing, self.view)
        found = standing.booths.get(booth or 0)
        said = facts.spoken(self.look.words, standing, found, self.flow.crew()) if found is not None else ""
        if said != view.viewport().toolTip():
            view.viewport().setToolTip(said)

    # ---- two plans

    def show_plans(self) -> None:
        """Show the plan of today, or the one that is looked at, or both, as they are now."""
        asking, strip = self.asking, self.plan.strip
        seen = strip.isVisible()
        looked_at = asking.standing if asking is not None else None
        if asking is None or looked_at is None:
            strip.say("")
            self.plans.show_both(both=False)
        elif not differs(self.flow.standing, looked_at):
            strip.say(asking.headline(differs=False))
            self.plans.show_both(both=False)
        else:
            words, today = self.look.words, self.preview is None
            said = words.t("This is today's plan.") if today else asking.headline(differs=True)
            strip.say_of_plans(said, both=self._beside, roomy=self.roomy)
            self.plans.show_both(both=self._beside, title=asking.caption())
        if strip.isVisible() != seen:
            self.bring_side()
        self.refresh()

    def on_room(self) -> None:
        """Show two plans where they have room."""
        if self.asking is not None:
            self.show_plans()

    def _show_beside(self, beside: bool) -> None:
        self.flow.memory.beside = beside
        self.show_plans()

    def _on_today(self, booth: int | None) -> None:
        """Choose on today's plan beside the other: who stands there today is meant."""
        self.on_chosen(booth)
        who = self.flow.standing.of_booth.get(booth or 0)
        if who is not None:
            self.choose_exhibitor(who)

    # ---- choosing

    def choose_booth(self, booth: int | None, *, bring: bool = False) -> None:
        """Choose a booth and who stands there; bring it into view if wanted."""
        memory, self.view.move_shown = self.flow.memory, None
        memory.booth, memory.exhibitor = booth, self.standing.of_booth.get(booth or 0)
        found = self.standing.booths.get(booth or 0)
        if found is not None and found.hall != self.hall:
            self.show_hall(found.hall)
        self.show_chosen()
        if bring and found is not None:
            self.view.choose(found.id, bring=True)

    def choose_exhibitor(self, exhibitor: int) -> None:
        """Choose an exhibitor, and the booth where they stand."""
        booths = self.standing.places(exhibitor)
        if booths:
            self.choose_booth(booths[0].id, bring=True)
        else:
            self.flow.memory.booth = None
        self.flow.memory.exhibitor = exhibitor
        self.show_chosen()

    def show_hall(self, hall: int) -> None:
        """Show a hall."""
        self.flow.memory.hall = hall
        self.refresh()

    def next_hall(self) -> None:
        """Show the next hall."""
        halls = [hall.id for hall in self.standing.fair.halls]
        if self.hall in halls:
            self.show_hall(halls[(halls.index(self.hall) + 1) % len(halls)])

    def on_row(self, row: Row) -> None:
        """Choose what a row of the list is about."""
        if row.exhibitor is not None:
            self.choose_exhibitor(row.exhibitor)
        else:
            self.choose_booth(row.booth, bring=True)

    def on_change(self, line: ChangeLine) -> None:
        """Choose the booth that a change is about."""
        booth = line.after if line.after is not None else line.before
        if booth is not None:
            self.choose_booth(booth, bring=True)
        both = line.before is not None and line.after is not None
        self.view.move_shown = (line.before or 0, line.after or 0) if both else None
        self.view.viewport().update()

    def who_is_at(self, booth: int) -> int | None:
        """Return who may be carried away from a booth: in a plan that is only looked at, nobody."""
        if self.flow.closed is not None or self.preview is not None:
            return None
        return self.flow.standing.of_booth.get(booth)

    def _colour(self, colouring: Colouring) -> None:
        self.flow.memory.colouring = colouring
        self.refresh()
