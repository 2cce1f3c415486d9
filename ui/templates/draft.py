"""A template that is being changed: every step of it, what is stored, and what is chosen in it. Knows no widget."""

from dataclasses import dataclass, field

from eventdesk.badges.design.template import Box, Side, Template

MOST_STEPS = 500


@dataclass
class Draft:
    """Steps are whole templates; `at` is the one that is shown. `stored` is what the event has, None if nothing yet.

    `brought`: it came from elsewhere, so that it is worth keeping before the first change. `saved_by` are the entries
    of the journal by which this page saved it.
    """

    steps: list[Template]
    stored: Template | None = None
    at: int = 0
    side: Side = Side.FRONT
    chosen: int | None = None
    saved_by: list[str] = field(default_factory=list)
    brought: bool = False
    _merging: str = ""

    @classmethod
    def of(cls, template: Template, stored: Template | None = None, *, brought: bool = False) -> "Draft":
        """Begin with a template."""
        return cls([template], stored, brought=brought)

    @property
    def template(self) -> Template:
        """The template as it is now."""
        return self.steps[self.at]

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost if this were forgotten: changes, not a mere copy of what there is."""
        return self.template != self.stored if self.stored is not None else self.brought or self.at > 0

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The boxes of the side that is looked at."""
        return self.template.side(self.side)

    @property
    def box(self) -> Box | None:
        """The chosen box."""
        return None if self.chosen is None else self.boxes[self.chosen]

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return self.at > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back that can be taken again."""
        return self.at + 1 < len(self.steps)

    def change(self, template: Template, merging: str = "") -> None:
        """Take a step. Steps that follow each other with the same word in `merging` become one."""
        if template == self.template:
            return
        together = bool(merging) and merging == self._merging and self.at > 0 and not self.can_redo
        del self.steps[self.at + (0 if together else 1) :]
        self.steps.append(template)
        del self.steps[:-MOST_STEPS]
        self.at = len(self.steps) - 1
        self._merging = merging
        self._hold()

    def choose(self, at: int | None) -> None:
        """Choose a box, or none."""
        if at != self.chosen:
            self.chosen, self._merging = at, ""

    def turn(self, side: Side) -> None:
        """Look at a side."""
        if side is not self.side:
            self.side, self.chosen, self._merging = side, None, ""

    def undo(self) -> bool:
        """Take a step back; returns whether there was one."""
        return self._go(-1) if self.can_undo else False

    def redo(self) -> bool:
        """Take a step again that was taken back."""
        return self._go(1) if self.can_redo else False

    def save(self, eid: str | None) -> None:
        """Know that what is shown is stored now."""
        self.stored, self._merging = self.template, ""
        if eid is not None:
            self.saved_by.append(eid)

    def _go(self, steps: int) -> bool:
        before = self.template
        self.at += steps
        self._merging = ""
        for side in Side:
            if before.side(side) != self.template.side(side) and before.side(self.side) == self.boxes:
                self.turn(side)
        self._hold()
        return True

    def _hold(self) -> None:
        if self.chosen is not None and self.chosen >= len(self.boxes):
            self.chosen = len(self.boxes) - 1 if self.boxes else None
