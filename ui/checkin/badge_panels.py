"""What the desk does about somebody's badge: correct the name on it, print another one and say why."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from eventdesk.codes import Fault, PrintReason
from eventdesk.errors import KnownError
from eventdesk.people.person import Person
from eventdesk.words.badges import reason_text
from eventdesk.words.faults import fault_sentence
from ui.actions import ActionId, key_of
from ui.checkin.correct_panel import CorrectPanel
from ui.checkin.flow import CheckInFlow
from ui.checkin.reprint_panel import ReprintPanel
from ui.checkin.shown import Teller
from ui.look import Look
from ui.printing import Occasion, no_printer


class BadgePanels(QObject):
    """Opens the two panels and does what they are for. `told` has what the card shows then."""

    told = Signal(object)
    said = Signal(str)
    left = Signal()

    def __init__(
        self, look: Look, flow: CheckInFlow, stage: QStackedWidget, correction: CorrectPanel, reprint: ReprintPanel
    ) -> None:
        """Show the panels on `stage`, of which they are part already."""
        super().__init__(stage)
        self._look, self._flow, self._stage = look, flow, stage
        self.teller = Teller.of(look, flow)
        self._correction, self._reprint = correction, reprint
        correction.done.connect(self._finish_correction)
        reprint.done.connect(self._finish_reprint)
        for panel in (correction, reprint):
            panel.left.connect(self.left)

    @property
    def person(self) -> Person | None:
        """Whom the open panel is about; None while neither is open."""
        panel = self._stage.currentWidget()
        return panel.person if isinstance(panel, CorrectPanel | ReprintPanel) else None

    def forget(self) -> None:
        """Forget what was typed about a name."""
        self._correction.forget()

    def print(self, person: Person | None) -> bool:
        """Print the badge of a person, or ask why another one is wanted; returns whether that is asked now.

        Without a printer it is asked always: a lost badge is refused at once, wherever it was printed.
        """
        words, ready = self._look.words, self._flow.printing.ready
        if person is None:
            self.said.emit(words.t("Scan or search a person first; then the badge can be printed."))
        elif self._asks(self._correction, person):
            self._correction.press()
        elif self._asks(self._reprint, person):
            self._reprint.go_on()
        elif ready and self._flow.printed(person) is None:
            self._flow.print_badge(person, Occasion.BY_HAND)
        else:
            self._stage.setCurrentWidget(self._reprint)
            self._reprint.start(person, prints=ready)
        return self.person is not None

    def correct(self, person: Person | None, *, reprints: bool = False) -> bool:
        """Ask for the right name of a person; returns whether it is asked now. `reprints`: print it unchanged, too."""
        if person is None:
            self.said.emit(self._look.words.t("First scan or search somebody."))
        elif self._asks(self._correction, person):
            self._correction.go_on()
        else:
            self._stage.setCurrentWidget(self._correction)
            self._correction.start(person, prints=self._flow.printing.ready, reprints=reprints)
        return person is not None

    def _asks(self, panel: CorrectPanel | ReprintPanel, person: Person) -> bool:
        return self._stage.currentWidget() is panel and panel.person is not None and panel.person.id == person.id

    def _finish_correction(self) -> None:
        panel, words, ready = self._correction, self._look.words, self._flow.printing.ready
        before = panel.person
        if before is None:
            return
        try:
            corrected = self._flow.correct(before, panel.texts())
        except KnownError as error:
            say = panel.say if error.fault is Fault.NO_NAME else self.said.emit
            say(fault_sentence(words, error))
            return
        panel.forget()
        if corrected is None and not panel.reprints:
            self.left.emit()
            self.said.emit(words.t("The name stands there like this already; nothing was changed."))
        else:
            self._tell(corrected or before, words.t("Name corrected"))
            if ready:
                self._flow.print_badge(corrected or before, Occasion.BY_HAND, PrintReason.NAME_CORRECTED)

    def _finish_reprint(self) -> None:
        person, reason, words = self._reprint.person, self._reprint.reason(), self._look.words
        ready = self._flow.printing.ready
        if person is None:
            return
        if reason is PrintReason.NAME_CORRECTED:
            self.correct(person, reprints=ready)
        elif reason is PrintReason.LOST:
            self._replace(person)
        elif ready:
            self._tell(person, reason_text(words, reason))
            self._flow.print_badge(person, Occasion.BY_HAND, reason)
        else:
            self.said.emit(no_printer(words))

    def _replace(self, person: Person) -> None:
        """Give a new code in place of a lost one at once; the new badge is printed as soon as there is a printer."""
        words = self._look.words
        try:
            renewed = self._flow.replace_lost(person)
        except KnownError as error:
            self.said.emit(fault_sentence(words, error))
            return
        self._tell(renewed, reason_text(words, PrintReason.LOST))
        if self._flow.printing.ready:
            self.said.emit(words.t("The lost badge of {name} is refused from now on.", name=person.name))
            self._flow.print_badge(renewed, Occasion.BY_HAND, PrintReason.LOST)
        else:
            key = key_of(words, ActionId.PRINTER)
            self.said.emit(
                words.t(
                    "The lost badge of {name} is refused from now on; choose a printer with {key} for the new one.",
                    name=person.name,
                    key=key,
                )
            )

    def _tell(self, person: Person, word: str) -> None:
        """Show the verdict of this person as they are now; of somebody who was not scanned, what was done."""
        self._flow.turn_to(person)
        verdict, printed = self._flow.verdict, self._flow.printed(person)
        if verdict is not None:
            self.told.emit(self.teller.verdict(verdict, printed=printed))
        else:
            self.told.emit(self.teller.badge(person, self._flow.event.now(), word=word, printed=printed))
