"""A field for a length in metres, as people write it: "3", "2,5"."""

import math

from PySide6.QtCore import Signal

from eventdesk.words import Words
from eventdesk.words.fair import metres
from ui.look import Look
from ui.widgets.field import Field, Note

LONGEST_M = 1e5


def millimetres(text: str) -> int | None:
    """Return a length that was typed in metres; None if it is none."""
    try:
        value = float(text.strip().removesuffix("m").strip().replace(",", "."))
    except ValueError:
        return None
    return round(value * 1000) if math.isfinite(value) and abs(value) < LONGEST_M else None


class MetreField(Field):
    """Hands on millimetres."""

    measured = Signal(int)

    def __init__(self, look: Look, name: str, least: int, most: int) -> None:
        """Take lengths from `least` to `most` millimetres."""
        self._words: Words = look.words
        self._least, self._most = least, most
        super().__init__(look, name, self._judge, longest=12)
        self.edit.setProperty("kind", "form")
        self.entered.connect(lambda text: self.measured.emit(millimetres(text) or 0))

    @property
    def value(self) -> int:
        """The length that stands there, or the least."""
        found = millimetres(self.text())
        return found if found is not None and self._least <= found <= self._most else self._least

    def show_length(self, length: int) -> None:
        """Show a length in millimetres."""
        self.show_text(metres(self._words, length))

    def _judge(self, text: str) -> Note:
        found = millimetres(text)
        if found is not None and self._least <= found <= self._most:
            return Note()
        least, most = metres(self._words, self._least), metres(self._words, self._most)
        return Note(self._words.t("A length in metres, from {least} to {most}.", least=least, most=most), wrong=True)
