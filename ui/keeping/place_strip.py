"""The strip that offers a better place for the open file, or a copy of one that can only be looked at."""

from PySide6.QtCore import Signal

from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.calm_strip import CalmStrip


class PlaceStrip(CalmStrip):
    """`answered` says whether the offer was taken."""

    answered = Signal(bool)

    def __init__(self, look: Look) -> None:
        colours = look.theme.colours
        self.yes = Button(look, "", primary(colours), size=14, high=36)
        self.no = Button(look, "", plain(colours), size=14, high=36)
        super().__init__(look, "note", [self.yes, self.no])
        self.yes.clicked.connect(lambda: self.answered.emit(True))
        self.no.clicked.connect(lambda: self.answered.emit(False))

    def offer(self, told: str, briefly: str, yes: str, no: str) -> None:
        """Offer something; an empty answer leaves its button out."""
        for button, answer in ((self.yes, yes), (self.no, no)):
            button.say(answer)
            button.setVisible(bool(answer))
        self.show()
        self.say(told, briefly)
