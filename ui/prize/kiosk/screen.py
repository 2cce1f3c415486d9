"""Leads a guest through a vote, opens and closes the window, and forgets everything between two guests."""

from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from eventdesk.errors import KnownError
from eventdesk.prize.ballot import Channel
from eventdesk.prize.outcome import Cast, Usable
from eventdesk.prize.poll import Poll
from eventdesk.rights import Level
from eventdesk.words import LANGUAGES, Words
from eventdesk.words.faults import fault_sentence
from ui.look import Look
from ui.prize.issue.telling import Said
from ui.prize.kiosk import telling
from ui.prize.kiosk.voting import Voting
from ui.prize.kiosk.window import KioskWindow
from ui.rights.keeper import Keeper, Tried
from ui.rights.telling import tried_text
from ui.theme import Theme
from ui.timers import single_shot

DRAWN_FOR = 800
"""Sizes are for a screen of this height; on larger ones all grows with it."""
THANKS_MS, TROUBLE_MS, IDLE_MS, LEAVING_MS = 4000, 8000, 60_000, 15_000
"""So long thanks and troubles are shown, an unfinished vote waits, and the question whether to leave."""


class Step(Enum):
    """How far the guest is."""

    BALLOT = "ballot"
    CHOICE = "choice"
    SURE = "sure"
    TOLD = "told"
    LEAVING = "leaving"


class KioskScreen(QObject):
    """The voting screen of one desk. `turned` tells when it comes or goes."""

    turned = Signal(bool)

    def __init__(self, voting: Voting) -> None:
        super().__init__()
        self._voting = voting
        self._look: Look | None = None
        self._beside: QWidget | None = None
        self._poll: int | None = None
        self.window: KioskWindow | None = None
        self.step = Step.BALLOT
        self._ballot = ""
        self._barred: int | None = None
        self._entry: int | None = None
        self._rest = single_shot(self, self.start_over)
        self._keeper: Keeper | None = None
        self._checking = False

    def be_kept(self, keeper: Keeper) -> None:
        """Be left with the PIN for organisers alone, as long as there is one."""
        self._keeper = keeper
        keeper.tried.connect(self._on_tried)

    def serve(self, look: Look) -> None:
        """Wear the colours of the desk from now on."""
        self._look = look

    @property
    def usual_language(self) -> str:
        """The language in which each guest begins: that of the event."""
        language = self._voting.event.details.language
        return language if language in LANGUAGES else LANGUAGES[0]

    def open(self, poll: int, beside: QWidget) -> None:
        """Take the whole screen for votes of one poll."""
        if self._look is None:
            return
        self._poll, self._beside = poll, beside
        self._make(self.usual_language)
        self.start_over()
        self.turned.emit(True)

    def close(self) -> None:
        """Give the screen back."""
        self._rest.stop()
        self._checking = False
        self._forget()
        if self.window is not None:
            window, self.window = self.window, None
            window.end()
            window.deleteLater()
            self.turned.emit(False)
        if self._beside is not None:
            QTimer.singleShot(0, self._beside, self._beside.activateWindow)

    # ---- the steps

    def start_over(self) -> None:
        """Forget the guest, and ask the next one for a ballot."""
        self._rest.stop()
        self._forget()
        self.step = Step.BALLOT
        if self.window is not None and self.window.language != self.usual_language:
            self._make(self.usual_language)
        poll = self._present()
        if self.window is None or poll is None:
            return
        self.window.show_poll(poll, self._voting.title)
        words = self._words
        self.window.ask_ballot(telling.invitation(words, poll) if poll.is_open else telling.not_now(words, poll))

    def speak(self, language: str) -> None:
        """Speak another language until this guest is gone."""
        if self.window is None or language == self.window.language:
            return
        step = self.step
        self._make(language)
        if step is Step.CHOICE:
            self._ask_choice()
        elif step is Step.SURE and self._entry is not None:
            self._ask_sure(self._entry)
        else:
            self._ask_ballot_in_this_language()

    def _ask_ballot_in_this_language(self) -> None:
        poll = self._present()
        self._forget()
        self.step = Step.BALLOT
        if self.window is not None and poll is not None:
            words = self._words
            self.window.ask_ballot(telling.invitation(words, poll) if poll.is_open else telling.not_now(words, poll))
            self._wait(IDLE_MS)

    def _enter(self, text: str) -> None:
        if self._checking:
            return
        leaving = self.step is Step.LEAVING and self._voting.kind_of(text) is None
        if leaving and self._is_guarded and text.strip():
            self._try_pin(text)
        elif leaving or (self.step is Step.TOLD and not text.strip()):
            self.start_over()
        elif self._voting.kind_of(text) is not None or (self.step is Step.BALLOT and text.strip()):
            self._take_ballot(text)
        elif self.step is Step.CHOICE and self.window is not None:
            entry = self.window.tiles.current()
            if entry is not None:
                self._ask_sure(entry.id)
        elif self.step is Step.SURE and not text.strip():
            self._cast()

    def _take_ballot(self, text: str) -> None:
        """Begin with a ballot, whatever was on the screen."""
        poll = self._present()
        self._forget()
        if poll is None or self.window is None:
            return
        try:
            answer = self._voting.check(poll, text)
        except KnownError as error:
            self._tell_fault(error)
            return
        if isinstance(answer, Usable):
            self._ballot = text
            self._barred = answer.barred.id if answer.barred is not None else None
            self._ask_choice()
        else:
            self._tell(telling.trouble(self._words, answer), TROUBLE_MS)

    def _ask_choice(self) -> None:
        self.step, self._entry = Step.CHOICE, None
        if self.window is not None:
            self.window.ask_choice(self._barred)
            self._wait(IDLE_MS)

    def _ask_sure(self, entry_id: int) -> None:
        poll = self._present()
        entry = poll.entry(entry_id) if poll is not None else None
        if entry is None or self.window is None or entry.id == self._barred:
            return
        self.step, self._entry = Step.SURE, entry.id
        self.window.ask_sure(telling.sure(self._words, entry))
        self._wait(IDLE_MS)

    def _cast(self) -> None:
        poll, ballot, entry = self._present(), self._ballot, self._entry
        if poll is None or self.step is not Step.SURE:
            return
        self._forget()
        try:
            answer = self._voting.cast(poll, ballot, entry, Channel.KIOSK)
        except KnownError as error:
            self._tell_fault(error)
            return
        if isinstance(answer, Cast):
            self._tell(telling.thanks(self._words), THANKS_MS)
        else:
            self._tell(telling.trouble(self._words, answer), TROUBLE_MS)

    def _escape(self) -> None:
        if self.step is Step.SURE:
            self._ask_choice()
        else:
            self.start_over()

    def _ask_to_leave(self) -> None:
        """Ask; the key once more is the answer, unless there is a PIN."""
        if self._is_guarded:
            self._ask_for_pin("")
            return
        if self.step is Step.LEAVING:
            self.close()
            return
        self._forget()
        self.step = Step.LEAVING
        if self.window is not None:
            self.window.ask_to_leave(telling.leaving(self._words))
            self._wait(LEAVING_MS)

    # ---- the PIN

    @property
    def _is_guarded(self) -> bool:
        return self._keeper is not None and self._keeper.guarded

    def _ask_for_pin(self, trouble: str) -> None:
        self._forget()
        self.step = Step.LEAVING
        if self.window is not None:
            self.window.ask_for_pin(telling.guarded(self._words, trouble))
            self._wait(LEAVING_MS)

    def _try_pin(self, typed: str) -> None:
        if self._keeper is not None:
            self._checking = True
            self._rest.stop()
            self._keeper.try_pin(typed, Level.ORGANISER)

    def _on_tried(self, tried: Tried) -> None:
        if not self._checking:
            return
        self._checking = False
        if tried.level is None:
            self._ask_for_pin(tried_text(self._words, tried))
        elif self._keeper is not None:
            self._keeper.unlock(tried.level)
            self.close()

    # ---- inside

    @property
    def _words(self) -> Words:
        return Words(self.window.language if self.window is not None else self.usual_language)

    def _present(self) -> Poll | None:
        return self._voting.poll_now(self._poll) if self._poll is not None else None

    def _tell(self, said: Said, milliseconds: int) -> None:
        self.step = Step.TOLD
        if self.window is not None:
            self.window.tell(said)
            self._wait(milliseconds)

    def _tell_fault(self, error: KnownError) -> None:
        self._tell(telling.fault(self._words, fault_sentence(self._words, error)), TROUBLE_MS)

    def _wait(self, milliseconds: int) -> None:
        self._rest.start(milliseconds)

    def _stir(self) -> None:
        """Somebody is there: an unfinished vote waits on."""
        if self.step in (Step.CHOICE, Step.SURE):
            self._wait(IDLE_MS)

    def _forget(self) -> None:
        self._ballot, self._barred, self._entry = "", None, None

    def _make(self, language: str) -> None:
        """Make the window in a language; the one before is gone when the new one is there."""
        if self._look is None or self._beside is None:
            return
        before, screen = self.window, self._beside.screen()
        scale = screen.geometry().height() / DRAWN_FOR
        look = Look(Theme(dark=self._look.theme.dark, scale=scale), self._look.icons, Words(language))
        self.window = window = KioskWindow(look, language)
        window.entered.connect(self._enter)
        window.escaped.connect(self._escape)
        window.chosen.connect(self._ask_sure)
        window.confirmed.connect(self._cast)
        window.leaving.connect(self._ask_to_leave)
        window.left.connect(self.close)
        window.language_asked.connect(self.speak)
        window.stirred.connect(self._stir)
        poll = self._present()
        if poll is not None:
            window.show_poll(poll, self._voting.title)
        window.setGeometry(screen.geometry())
        window.showFullScreen()
        window.activateWindow()
        if before is not None:
            before.end()
            before.deleteLater()
