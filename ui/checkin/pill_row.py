"""The pills of the verdict: as what somebody comes and where they go first, then where else, then their languages."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QFont

from ui.look import Look
from ui.theme import mixed
from ui.widgets.parts import Flow
from ui.widgets.pill import Cut, Pill

MOST = 7
GAP = 12
CUT = Cut(size=19, pad=20, radius=8)


class PillRow(Flow):
    """A strong pill and some quiet ones. In little room the strong one says only where to go."""

    def __init__(self, look: Look) -> None:
        super().__init__(look.theme.space(GAP))
        self._white = QColor(look.theme.colours.on_verdict)
        self._ground = QColor(look.theme.colours.neutral)
        self._pills = [Pill(look.theme, "", self._white.name(), self._white.name(), CUT) for _ in range(MOST)]
        self._larger = 1.0
        self._strong, self._brief, self._languages = "", "", ""
        self._said: tuple[str, ...] = ()
        self._others: tuple[str, ...] = ()
        self.add(self._pills)
        self._dress()

    def show_pills(self, strong: str, brief: str, others: Sequence[str], languages: str) -> None:
        """Show these texts; `brief` stands for `strong` where that is too long."""
        self._strong, self._brief, self._others, self._languages = strong, brief, tuple(others), languages

    def stand_on(self, ground: QColor) -> None:
        """Stand on a card of this colour."""
        if ground != self._ground:
            self._ground = ground
            self._dress()

    def enlarge(self, larger: float) -> None:
        """Shrink less than the rest of the card, by this factor."""
        self._larger = larger

    def set_factor(self, factor: float) -> None:
        """Draw all pills smaller by this factor, or not quite so small."""
        super().set_factor(max(factor, min(1.0, factor * self._larger)))

    def take(self, width: int, factor: float, *, languages: bool, whole: bool) -> None:
        """Show what there is room for: with languages or without, the strong pill whole if that fits at `factor`."""
        strong = self._strong
        if self._brief and strong != self._brief and (not whole or self._width_of(strong, factor) > width):
            strong = self._brief
        texts = [text for text in (strong, *self._others, self._languages if languages else "") if text]
        said = (*texts, *[""] * MOST)[:MOST]
        if said != self._said:
            for pill, text, before in zip(self._pills, said, self._said or [None] * MOST, strict=True):
                if text != before:
                    pill.setText(text)
                    pill.setVisible(bool(text))
            self._said = said
            self.setVisible(bool(texts))

    def texts(self) -> list[str]:
        """Return what can be read."""
        return [pill.text() for pill in self._pills if pill.text()]

    def _width_of(self, text: str, factor: float) -> int:
        first, self._said = self._pills[0], ()
        first.set_factor(factor)
        first.setText(text)
        return first.sizeHint().width()

    def _dress(self) -> None:
        quiet = mixed(self._ground.name(), "#000000", 0.2)
        for number, pill in enumerate(self._pills):
            if number == 0:
                pill.dress(self._white, self._ground, QFont.Weight.Bold)
            else:
                pill.dress(quiet, self._white, QFont.Weight.Normal)
