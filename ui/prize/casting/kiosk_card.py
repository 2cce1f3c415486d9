"""The card that opens the voting screen, and says how it is left."""

from PySide6.QtCore import Signal

from ui.actions import ActionId, PageId, key_of, key_text
from ui.look import Look
from ui.prize.kiosk.keys import LEAVE_KEY
from ui.widgets.card import Card


class KioskCard(Card):
    """Turns this computer into a voting screen."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        words = look.words
        sentence = words.t(
            "The whole screen is for guests: they scan their ballot, choose, and confirm. {key} leaves it.",
            key=key_text(words, LEAVE_KEY),
        )
        super().__init__(look, words.t("Voting screen"), sentence, edges=(20, 16, 20, 18))
        self.begin = self.button(words.t("Open the voting screen"), key_of(words, ActionId.VOTING_SCREEN, PageId.PRIZE))
        self.begin.clicked.connect(self.asked)
        self.add_buttons([self.begin])
