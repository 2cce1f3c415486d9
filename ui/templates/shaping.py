"""How the draft at hand is changed, box by box: what breaks a rule does not happen. Knows neither event nor file."""

from abc import ABC, abstractmethod

from eventdesk.badges.design.template import Box, Side, Template
from eventdesk.badges.design.template_check import Finding, check
from eventdesk.badges.design.toml_cells import Expected, plain
from ui.templates import shapes
from ui.templates.draft import Draft


class Shaping(ABC):
    """Works on one draft, which whoever has several of them names."""

    @property
    @abstractmethod
    def draft(self) -> Draft | None:
        """What is being changed."""

    def refusal(self, template: Template) -> Finding | None:
        """Return the rule that a template would break, if it breaks one."""
        for side in template.sides:
            if any(box.x < 0 or box.y < 0 for box in template.side(side)):
                return self.beyond(template)
        return next(check(template), None)

    def beyond(self, template: Template) -> Finding:
        """Return the rule that nothing lies beyond the badge."""
        size = plain(template.width), plain(template.height)
        return Finding(Side.FRONT, 0, (), "x", "", Expected.INSIDE, size)

    def change(self, template: Template, merging: str = "") -> Finding | None:
        """Take a step, unless it breaks a rule: then the rule is returned and nothing happens."""
        draft = self.draft
        if draft is None:
            return None
        broken = self.refusal(template)
        if broken is None:
            draft.change(template, merging)
        return broken

    def change_box(self, box: Box, merging: str = "") -> Finding | None:
        """Exchange the chosen box."""
        draft = self.draft
        if draft is None or draft.chosen is None:
            return None
        return self.change(shapes.exchanged(draft.template, draft.side, draft.chosen, box), merging)

    def with_box(self, box: Box) -> Template | None:
        """Return what the template would be with another box in the place of the chosen one."""
        draft = self.draft
        if draft is None or draft.chosen is None:
            return None
        return shapes.exchanged(draft.template, draft.side, draft.chosen, box)

    def add(self, kind: shapes.Kind) -> bool:
        """Add a box; returns whether there was room for it."""
        draft = self.draft
        box = shapes.new_box(kind, draft.template, draft.side) if draft is not None else None
        return self._put(box)

    def duplicate(self) -> bool:
        """Put a copy of the chosen box beside it; returns whether there was room for it."""
        draft = self.draft
        if draft is None or draft.chosen is None:
            return False
        return self._put(shapes.duplicate(draft.template, draft.side, draft.chosen))

    def _put(self, box: Box | None) -> bool:
        draft = self.draft
        if draft is None or box is None:
            return False
        draft.change(shapes.added(draft.template, draft.side, box))
        draft.choose(len(draft.boxes) - 1)
        return True

    def delete(self) -> bool:
        """Take the chosen box away; the last one of the front stays."""
        draft = self.draft
        if draft is None or draft.chosen is None:
            return False
        if draft.side is Side.FRONT and len(draft.boxes) == 1:
            return False
        at = draft.chosen
        draft.change(shapes.without(draft.template, draft.side, at))
        draft.choose(min(at, len(draft.boxes) - 1) if draft.boxes else None)
        return True

    def reorder(self, steps: int) -> Finding | None:
        """Draw the chosen box in front of others, or behind them."""
        draft = self.draft
        if draft is None or draft.chosen is None:
            return None
        at = max(0, min(draft.chosen + steps, len(draft.boxes) - 1))
        broken = self.change(shapes.reordered(draft.template, draft.side, draft.chosen, steps))
        if broken is None:
            draft.choose(at)
        return broken

    def redo(self) -> bool:
        """Take a step again that was taken back."""
        return self.draft is not None and self.draft.redo()
