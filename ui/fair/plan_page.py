"""What is shown on the page of the fair: a hall of the plan as it is or would be, and what is chosen in it."""

from eventdesk.fair.booth import Booth
from eventdesk.fair.exhibitor import Exhibitor
from ui.fair import facts, telling
from ui.fair.asking import Asking
from ui.fair.backdrop import Backdrops
from ui.fair.change_list import ChangeLine
from ui.fair.faces import Colouring, Sight, faces
from ui.fair.flow.fair_flow import FairFlow
from ui.fair.flow.floor_flow import FloorFlow
from ui.fair.flow.reasons import Reasons
from ui.fair.ground_item import Ground
from ui.fair.listing import Row
from ui.fair.rows import rows_of
from ui.fair.since import since_print
from ui.fair.standing import Standing
from ui.fair.surface import Surface
from ui.fair.versions import Versions
from ui.look import Look
from ui.timers import single_shot

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
        self.reasons.changed.connect(self.show_chosen)
        self.backdrops.changed.connect(self.soon.start)
        self.destroyed.connect(self.reasons.close)
        self.destroyed.connect(self.backdrops.close)
        self.legend.colouring.connect(self._colour)

    @property
    def preview(self) -> Standing | None:
        """The plan that is looked at, if it is not today's."""
        if self.asking is None or self.plan.strip.sides.at() == 0:
            return None
        return self.asking.standing

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
        return self.soon.isActive() or self._shown_soon.isActive()

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
        if before is None or before.hall.id != hall or before.outline != ground.outline:
            self.view.show_all()

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
        spoken = facts.spoken(words, standing, booth, crew) if booth is not None else ""
        self.view.setAccessibleDescription(spoken)
        chosen = (who.id, None) if who is not None else (None, booth.id) if booth is not None else None
        if self.list.isVisible():
            self.list.show_rows(rows_of(words, standing, crew), chosen)

    def show_tip(self, booth: int | None) -> None:
        """Show as a tooltip what is below the pointer."""
        found = self.standing.booths.get(booth or 0)
        said = facts.spoken(self.look.words, self.standing, found, self.flow.crew()) if found is not None else ""
        if said != self.view.viewport().toolTip():
            self.view.viewport().setToolTip(said)

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
