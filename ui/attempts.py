"""Deeds that may fail: a known fault becomes a sentence for people, and a later success takes it away again."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from eventdesk.errors import KnownError
from eventdesk.event import Undone, UndoRefused
from eventdesk.words import Words, ops
from eventdesk.words.faults import fault_sentence
from ui.look import Look
from ui.undoing import refusal

T = TypeVar("T")


class Changing(Protocol):
    """What changes a file for a page."""

    @property
    def closed(self) -> KnownError | None:
        """Why nothing can be changed in this file, if that is so."""


class Attempts(QObject):
    """`said` carries a sentence about what cannot be, `told` one about what was done."""

    said = Signal(str)
    told = Signal(str)

    def __init__(self, look: Look, changing: Changing, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._changing = look, changing
        self._complained = False
        self._here = [True]
        self.destroyed.connect(self._here.clear)

    @property
    def _words(self) -> Words:
        return self._look.words

    def is_closed(self) -> bool:
        """Say whether the file can only be looked at, and if so, tell why."""
        closed = self._changing.closed
        if closed is not None:
            self.complain(fault_sentence(self._words, closed))
        return closed is not None

    def done(self, deed: Callable[[], object]) -> bool:
        """Do something, unless the file can only be looked at; returns whether it was done."""
        if self.is_closed():
            return False
        try:
            deed()
        except KnownError as error:
            self.complain(fault_sentence(self._words, error))
            return False
        self.be_content()
        return True

    def tried(self, deed: Callable[[], T]) -> T | None:
        """Return the answer; a known fault becomes a sentence in the banner, and None."""
        try:
            answer = deed()
        except KnownError as error:
            self.complain(fault_sentence(self._words, error))
            return None
        self.be_content()
        return answer

    def undone(self, undo: Callable[[], Undone | UndoRefused | None], nothing: str) -> None:
        """Take back what this desk did last, and tell what it was; `nothing` is said where there is nothing to undo."""
        words = self._words
        if self.is_closed():
            return
        try:
            answer = undo()
        except KnownError as error:
            self.complain(fault_sentence(words, error))
            return
        if answer is None:
            self.complain(nothing)
        elif isinstance(answer, UndoRefused):
            self.complain(refusal(words, answer))
        else:
            self.tell(words.t("Undone: {deed}", deed=ops.deed(words, answer.entry.op, answer.entry.label)))

    def tell(self, sentence: str) -> None:
        """Tell what was done; nobody hears it where the page is gone, which was made anew and shows it."""
        if self._here:
            self.told.emit(sentence)

    def complain(self, sentence: str) -> None:
        """Say what cannot be."""
        self._complained = True
        if self._here:
            self.said.emit(sentence)

    def be_content(self) -> None:
        """Take away what was said of an attempt before this one."""
        if self._complained:
            self._complained = False
            if self._here:
                self.said.emit("")
