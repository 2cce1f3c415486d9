"""What a person does to the template: each deed, and the sentence for what is not possible."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from eventdesk.badges.design.examples import Example
from eventdesk.badges.design.template import Box, Side, Template
from eventdesk.badges.design.template_check import Finding
from eventdesk.badges.stock import WrongTemplateError
from eventdesk.errors import KnownError
from eventdesk.event import Undone, UndoRefused
from eventdesk.words.faults import fault_sentence
from ui import undoing
from ui.look import Look
from ui.templates import telling
from ui.templates.flow import NotSavedError, TemplatesFlow
from ui.templates.shapes import Kind


class Deeds(QObject):
    """`done`: something looks different; `turned`: another picture is wanted at once. `complained` says why not.

    `unused`: a template was saved that the badges of this event are not printed with.
    """

    done = Signal()
    turned = Signal()
    complained = Signal(str)
    rested = Signal()
    said = Signal(str)
    told = Signal(str)
    wrong = Signal(object)
    unused = Signal()

    def __init__(self, look: Look, flow: TemplatesFlow, parent: QObject) -> None:
        super().__init__(parent)
        self._words, self._flow = look.words, flow

    @property
    def able(self) -> bool:
        """Whether anything may be changed."""
        return self._flow.closed is None and self._flow.draft is not None

    # ---- all of it

    def undo(self) -> None:
        """Take a step back, or what was saved last."""
        words = self._words
        try:
            answer = self._flow.undo()
        except KnownError as error:
            self.said.emit(fault_sentence(words, error))
            return
        if isinstance(answer, UndoRefused):
            self.said.emit(undoing.refusal(words, answer))
        elif isinstance(answer, Undone):
            self.told.emit(words.t("What was saved last is undone. What you see here stays until you save it."))
        self._end(words.t("There is nothing to undo here.") if answer is False else "")

    def redo(self) -> None:
        """Take a step again."""
        self._end("" if self._flow.redo() else self._words.t("There is nothing to do again here."))

    def save(self) -> None:
        """Save the template in the event."""
        words, draft = self._words, self._flow.draft
        if draft is None or not self.able:
            return
        title = draft.template.title.text(words.language)
        try:
            self._flow.save()
        except NotSavedError:
            self.said.emit(words.t("There is a template of this short name already. Choose another one, then save."))
        except WrongTemplateError as error:
            self.wrong.emit(error.problems)
        except KnownError as error:
            self.said.emit(fault_sentence(words, error))
        else:
            if self._flow.printed_with:
                self.told.emit(words.t("Saved: {title}", title=title))
            else:
                self.said.emit("")
                self.unused.emit()
        self.done.emit()

    def use_for_event(self) -> None:
        """Print the badges of this event with the template."""
        words, draft = self._words, self._flow.draft
        if draft is None or draft.stored is None or not self.able:
            return
        title = draft.stored.title.text(words.language)
        try:
            self._flow.use_for_event()
        except KnownError as error:
            self.said.emit(fault_sentence(words, error))
        else:
            self.told.emit(words.t("The badges of this event are printed with “{title}” from now on.", title=title))
        self.done.emit()

    def copy(self) -> None:
        """Go on with a copy."""
        self._flow.copy()
        self.turned.emit()

    def remove(self) -> None:
        """Take the template out of the event."""
        words, draft = self._words, self._flow.draft
        if draft is None or not self.able:
            return
        title = draft.template.title.text(words.language)
        try:
            removed = self._flow.remove()
        except KnownError as error:
            self.said.emit(fault_sentence(words, error))
            return
        if removed:
            self.told.emit(words.t("Removed: {title}. The journal can undo that.", title=title))
        self.turned.emit()

    def forget(self) -> None:
        """Give up what was not saved."""
        self._flow.forget()
        self.turned.emit()

    def turn(self, side: Side) -> None:
        """Look at a side."""
        if self._flow.draft is not None:
            self._flow.draft.turn(side)
            self.rested.emit()
            self.turned.emit()

    def turn_over(self) -> None:
        """Look at the other side."""
        draft = self._flow.draft
        if draft is not None:
            self.turn(Side.BACK if draft.side is Side.FRONT else Side.FRONT)

    def show_with(self, example: Example) -> None:
        """Try the badge on somebody else."""
        self._flow.example = example
        self.turned.emit()

    def next_example(self) -> None:
        """Try the badge on the next one."""
        every = list(Example)
        self.show_with(every[(every.index(self._flow.example) + 1) % len(every)])

    def change_badge(self, key: str, value: object) -> None:
        """Change a property of the badge itself."""
        draft = self._flow.draft
        if draft is not None and self.able:
            self._take(self._flow.change(_with(draft.template, key, value), key))

    # ---- one box

    def choose(self, at: int | None) -> None:
        """Choose a box, or none."""
        if self._flow.draft is not None:
            self._flow.draft.choose(at)
            self.rested.emit()
            self.done.emit()

    def nudge(self, box: Box) -> None:
        """Move a box by a key: many such steps are one for undo."""
        self.change_box(box, "nudge")

    def drop(self, box: Box) -> None:
        """Let go of a box after it was dragged."""
        self.change_box(box)

    def change_box(self, box: Box, key: str = "") -> None:
        """Exchange the chosen box. Changes of the same `key` that follow each other are one step."""
        draft = self._flow.draft
        if draft is not None and self.able:
            self._take(self._flow.change_box(box, f"{key} {draft.side} {draft.chosen}" if key else ""))

    def add(self, kind: Kind) -> None:
        """Put something new on the side."""
        if self.able:
            self._end("" if self._flow.add(kind) else self._no_room())

    def duplicate(self) -> None:
        """Put a copy beside the chosen box."""
        if self._has_chosen():
            self._end("" if self._flow.duplicate() else self._no_room())

    def delete(self) -> None:
        """Take the chosen box away."""
        if self._has_chosen():
            self._end("" if self._flow.delete() else self._words.t("Something has to stay on the front."))

    def reorder(self, steps: int) -> None:
        """Draw the chosen box in front of others, or behind them."""
        if self._has_chosen():
            self._take(self._flow.reorder(steps))

    # ---- what is right

    def judge_box(self, box: Box) -> str:
        """Say why the chosen box cannot be so."""
        return self._sentence(self._flow.with_box(box))

    def judge_badge(self, key: str, value: Any) -> str:
        """Say why a property of the badge cannot be so."""
        draft = self._flow.draft
        if draft is None:
            return ""
        if key == "name" and self._flow.name_is_taken(value):
            return self._words.t("There is a template of this short name already.")
        return self._sentence(_with(draft.template, key, value))

    def _sentence(self, template: Template | None) -> str:
        broken = self._flow.refusal(template) if template is not None else None
        return telling.refusal(self._words, broken) if broken is not None else ""

    def _has_chosen(self) -> bool:
        return self.able and self._flow.draft is not None and self._flow.draft.chosen is not None

    def _no_room(self) -> str:
        return self._words.t("There is no room for it on this side. Move or delete something first.")

    def _take(self, answer: Finding | None) -> None:
        self._end("" if answer is None else telling.refusal(self._words, answer))

    def _end(self, complaint: str) -> None:
        self.done.emit()
        if complaint:
            self.complained.emit(complaint)
        else:
            self.rested.emit()


def _with(template: Template, key: str, value: Any) -> Template:
    changed: Template = replace(template, **{key: value})
    return changed
