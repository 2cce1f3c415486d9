"""Drawing: what gestures, keys and fields do to the floor, and what is shown beside the plan meanwhile."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eventdesk.fair.booth import Booth
from eventdesk.fair.floor.background import Background
from eventdesk.fair.floor.checks import FloorTrouble
from eventdesk.fair.floor.rows import Row
from eventdesk.fair.hall import HallPart, PartKind, Point
from eventdesk.words.fair import background_remarks, floor_trouble_sentence
from ui.fair.deeds import Deeds
from ui.fair.draw_card import ChosenCard, NextCard
from ui.fair.flow.fair_flow import FairFlow
from ui.fair.flow.floor_flow import MAY_STAND, FloorFlow
from ui.fair.hall_card import HallCard, HallWish
from ui.fair.part_shape import proposed
from ui.fair.parts_card import PartsCard
from ui.fair.pen import Pen
from ui.fair.view import FloorView
from ui.jobs import Err, Jobs, Ok
from ui.look import Look
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.work import Work

MARGIN_MM = 1500
TURN = 90
MOST_TOLD = 4


class Drawing(QObject):
    """Lives as long as the page; works while its cards are shown."""

    left = Signal()
    picture_asked = Signal()
    hall_chosen = Signal(object)
    calibrating = Signal(str)

    def __init__(self, look: Look, flow: FairFlow, deeds: Deeds, view: FloorView, work: Work) -> None:
        super().__init__()
        self._look, self._flow, self._deeds, self._view, self._work = look, flow, deeds, view, work
        self.floor = FloorFlow(flow)
        self.pen = Pen(look.words, self.floor, view)
        self.next, self.chosen, self.hall = NextCard(look), ChosenCard(look), HallCard(look)
        self.parts = PartsCard(look)
        self._proposed: tuple[PartKind | None, int] = None, 0
        self.wrong = Card(look, look.words.t("On this floor"), edges=(20, 16, 20, 18))
        self.wrong_lines = Text("", "trouble", wrap=True)
        self.wrong.column.addWidget(self.wrong_lines)
        self.cards = QWidget()
        column = QVBoxLayout(self.cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(12))
        for card in (self.next, self.chosen, self.parts, self.wrong, self.hall):
            column.addWidget(card)
        column.addStretch(1)
        self._jobs = Jobs()
        self._new_hall = False
        self._places = QPointF(), QPointF()
        self._wire()

    @property
    def busy(self) -> bool:
        """Whether something is still to be written or found out."""
        return self.pen.waiting or not self._jobs.idle()

    def close(self) -> None:
        """Find out nothing any more."""
        self._jobs.forget()

    # ---- beginning and showing

    def open(self, booth: int | None) -> None:
        """Begin to draw, with the booth chosen that was chosen before."""
        self._new_hall = not self._flow.standing.halls
        self.next.prefix.show_text(self.floor.next_prefix())
        self.pen.choose(frozenset() if booth is None else frozenset({booth}))
        self.refresh()

    def refresh(self) -> None:
        """Show how the floor is now."""
        standing = self._flow.standing
        hall = standing.halls.get(self._flow.memory.hall or 0)
        self.pen.hall = hall.id if hall is not None else 0
        there = frozenset(each for each in self.pen.chosen if each in standing.booths)
        if there != self.pen.chosen:
            self.pen.choose(there)
        self.next.setVisible(hall is not None and not self._new_hall)
        self._take_plan()
        self._show_parts()
        self._show_chosen()
        self._show_wrong()
        shown = None if self._new_hall else hall
        picture = hall is not None and not self._new_hall and bool(self.floor.pictures(hall.id))
        self.hall.show_hall(shown, picture=picture)
        self._view.viewport().update()

    def _show_parts(self) -> None:
        """Show what is in the hall besides booths, and what is chosen of it as it is now."""
        here = [part for part in self._flow.standing.fair.parts if part.hall == self.pen.hall and not self._new_hall]
        chosen = self.pen.parts.part
        now = next((part for part in here if chosen is not None and part.id == chosen.id), None)
        if now != chosen:
            self.pen.parts.choose(now)
        self.parts.show_parts(here, now)

    def _choose_part(self, part: int | None) -> None:
        found = next((each for each in self._flow.standing.fair.parts if each.id == part), None)
        if found is not None:
            self.pen.choose(frozenset())
        self.pen.parts.choose(found)

    def _show_wrong(self) -> None:
        """Find out beside the window what is wrong on the floor already."""
        hall = 0 if self._new_hall else self.pen.hall
        self._jobs.run(self.floor.looking_over(hall), self._say_wrong)

    def _say_wrong(self, result: Ok[tuple[FloorTrouble, ...]] | Err) -> None:
        """Say the first few."""
        words = self._look.words
        troubles = result.value if isinstance(result, Ok) else ()
        lines = [floor_trouble_sentence(words, each) for each in troubles[:MOST_TOLD]]
        if len(troubles) > MOST_TOLD:
            lines.append(words.n("And one more.", "And {count} more.", len(troubles) - MOST_TOLD))
        self.wrong_lines.setText("\n".join(lines))
        self.wrong.setVisible(bool(lines))

    def _show_chosen(self) -> None:
        known = self._flow.standing.booths
        self.chosen.show_booths([known[each] for each in self.pen.chosen if each in known])

    # ---- booths

    def put_row(self, drafts: Sequence[Booth]) -> None:
        """Put booths that were drawn, unless they cannot stand there."""
        if self._refused(drafts):
            return
        added = self._deeds.tried(lambda: self.floor.add(drafts))
        if added:
            self.pen.choose(frozenset(booth.id for booth in added))
            self.next.prefix.show_text(self.floor.next_prefix())
            self._take_plan()

    def put_somewhere(self, count: int) -> None:
        """Put a row where there is room for it: for those who draw by keys."""
        plan, hall = self.next.plan(), self._flow.standing.halls.get(self.pen.hall)
        if hall is None:
            return
        step = 500
        for y in range(MARGIN_MM, hall.depth_mm - MARGIN_MM, step):
            for x in range(MARGIN_MM, hall.width_mm - MARGIN_MM, step * 2):
                row = Row(
                    hall.id, x, y, count, plan.width_mm, plan.depth_mm, plan.form, 0, plan.island, plan.power
                )  # fmt: skip
                drafts = self.floor.drafts(row, plan.numbering)
                if drafts and not self.floor.troubles(drafts):
                    self.put_row(drafts)
                    return
        self._deeds.said.emit(self._look.words.t("There is no room for so many booths in this hall."))

    def move(self, drafts: Sequence[Booth]) -> None:
        """Let booths stand elsewhere, unless they cannot."""
        if not self._refused(drafts):
            self._deeds.done(lambda: self.floor.move(drafts))

    def duplicate(self) -> None:
        """Put copies of what is chosen beside it."""
        drafts = self.floor.copies(self.pen.chosen)
        if drafts:
            self.put_row(drafts)

    def _do(self, deed: str) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "turn": lambda: self.floor.turn(self.pen.chosen, TURN),
            "copy": self.duplicate,
            "remove": self._remove,
            "new_hall": self._begin_hall,
            "remove_hall": self._remove_hall,
            "picture": self.picture_asked.emit,
            "no_picture": lambda: self.floor.remove_picture(self.pen.hall),
            "calibrate": self._begin_scale,
        }
        self._deeds.done(deeds[deed])

    def _remove(self) -> None:
        words, freed = self._look.words, self.floor.remove(self.pen.chosen)
        self.pen.choose(frozenset())
        if freed:
            self._deeds.said.emit(
                words.n("One exhibitor has no booth any more.", "{count} exhibitors have no booth any more.", freed)
            )

    def _refused(self, drafts: Sequence[Booth]) -> bool:
        """Say whether booths cannot stand so, and why not; what can be lived with is told, too."""
        if self._deeds.is_closed():
            return True
        troubles = self.floor.troubles(drafts)
        if troubles:
            self._deeds.said.emit(self._told(troubles))
        return any(each.code not in MAY_STAND for each in troubles)

    def _told(self, troubles: Sequence[FloorTrouble]) -> str:
        return floor_trouble_sentence(self._look.words, troubles[0])

    # ---- halls

    def _begin_hall(self) -> None:
        self._new_hall = True
        self.refresh()
        self.hall.name.edit.setFocus()

    def _add_hall(self, wish: HallWish) -> None:
        if self._deeds.is_closed():
            return
        hall = self._deeds.tried(lambda: self.floor.add_hall(wish.name, wish.width_mm, wish.depth_mm))
        if hall is not None:
            self._new_hall = False
            self.hall_chosen.emit(hall.id)
            self.refresh()

    def _remove_hall(self) -> None:
        words, freed = self._look.words, self.floor.remove_hall(self.pen.hall)
        if freed:
            self._deeds.said.emit(
                words.n("One exhibitor has no booth any more.", "{count} exhibitors have no booth any more.", freed)
            )

    def _change_hall(self, fields: dict[str, object]) -> None:
        self._deeds.done(lambda: self.floor.change_hall(self.pen.hall, **fields))

    # ---- parts of halls

    def _draw_part(self, points: Sequence[Point]) -> None:
        drawn = self.next.part.part()
        if drawn is not None:
            self._put_part(replace(drawn, points=tuple(points)))

    def _put_part(self, part: HallPart | None) -> None:
        """Put a part into the hall; None: the numbers that were typed cannot be read, which stands below them."""
        if part is None or self._deeds.is_closed():
            return
        put = self._deeds.tried(lambda: self.floor.put_part(part))
        if put is not None:
            self._proposed = None, 0
            self.pen.choose(frozenset())
            self.pen.parts.choose(put, held=False)

    def _change_part(self, part: HallPart) -> None:
        if not self._deeds.done(lambda: self.floor.change_part(part)):
            self._show_parts()

    def _remove_part(self) -> None:
        chosen = self.pen.parts.part
        if chosen is not None:
            self._deeds.done(lambda: self.floor.remove_part(chosen.id))

    # ---- the picture behind the plan

    def take_picture(self, path: Path) -> None:
        """Read a picture beside the window, and lay it behind the plan."""
        words, hall = self._look.words, self.pen.hall

        def laid(result: object) -> None:
            error, value = getattr(result, "error", None), getattr(result, "value", None)
            if error is not None:
                self._deeds.tried(lambda: _raised(error))
            elif isinstance(value, Background) and self._deeds.done(lambda: self.floor.put_picture(hall, value)):
                told = background_remarks(words, value.remarks)
                if told:
                    self._deeds.tell(" ".join(told))

        self._work.beside(words.t("Reading {file}", file=path.name), lambda _task: self.floor.read(path), laid)

    def _begin_scale(self) -> None:
        self.pen.measuring = True
        self.calibrating.emit(
            self._look.words.t("Draw a line between two places of the picture whose distance you know.")
        )

    def _ask_distance(self, one: QPointF, other: QPointF) -> None:
        self.calibrating.emit("")
        self._places = one, other
        self.hall.distance.show_text("")
        self.hall.distance.show()
        self.hall.distance.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def calibrate(self, distance_mm: int) -> None:
        """Bring the picture to the size in which the two places are so far apart."""
        one, other = self._places
        self.hall.distance.hide()
        places = {0: (one.x(), one.y()), 1: (other.x(), other.y())}
        self._deeds.done(lambda: self.floor.calibrate(self.pen.hall, places, distance_mm))

    def _wire(self) -> None:
        self.pen.row_drawn.connect(self.put_row)
        self.pen.moved.connect(self.move)
        self.pen.part_drawn.connect(self._draw_part)
        self.pen.chosen_changed.connect(self._show_chosen)
        self.pen.asked.connect(self._do)
        self.pen.left.connect(self.left)
        self.pen.measured.connect(self._ask_distance)
        self.hall.distance.measured.connect(self.calibrate)
        self.next.changed.connect(self._take_plan)
        self.next.put_asked.connect(self.put_somewhere)
        self.next.done.clicked.connect(self.left)
        self.chosen.asked.connect(self._do)
        self.chosen.renumbered.connect(
            lambda text: self._deeds.done(lambda: self.floor.renumber(self.pen.chosen, text))
        )
        self.chosen.changed.connect(
            lambda fields: self._deeds.done(lambda: self.floor.change(self.pen.chosen, **fields))
        )
        self.hall.changed.connect(self._change_hall)
        self.hall.added.connect(self._add_hall)
        self.hall.asked.connect(self._do)
        self.next.part_put_asked.connect(self._put_part)
        self.pen.parts.chosen.connect(self._show_parts)
        self.pen.parts.changed.connect(self._change_part)
        self.pen.parts.removed.connect(self._remove_part)
        self.parts.turned.connect(self._choose_part)
        self.parts.entered.connect(self._change_part)
        self.parts.removed.connect(self._remove_part)
        self.parts.to_plan.connect(lambda: self._view.setFocus(Qt.FocusReason.OtherFocusReason))

    def _take_plan(self) -> None:
        """Let the next gesture draw what is wanted; another kind of part is proposed with numbers of its own."""
        self.pen.plan = self.next.plan()
        kind, hall = self.pen.plan.part, self._flow.standing.halls.get(self.pen.hall)
        if kind is not None and hall is not None and self._proposed != (kind, hall.id):
            self._proposed = kind, hall.id
            self.next.propose(proposed(kind, hall))


def _raised(error: Exception) -> None:
    raise error
