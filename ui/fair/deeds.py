"""What buttons, keys and the mouse do on this page: asks the flow, and says in words what came of it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from eventdesk.errors import KnownError
from eventdesk.event import UndoRefused
from eventdesk.fair.booth import Booth, BoothState
from eventdesk.fair.exhibitor import Exhibitor, ExhibitorStatus, Setup
from eventdesk.fair.outcome import NotPlaced
from eventdesk.words import Words, ops
from eventdesk.words.fair import stand_trouble_sentence
from eventdesk.words.faults import fault_sentence
from ui.fair.booth_card import Question
from ui.fair.facts import Deed
from ui.fair.flow.fair_flow import FairFlow
from ui.fair.judging import judge
from ui.look import Look
from ui.undoing import refusal
from ui.widgets.ghost import Verdict

T = TypeVar("T")


class Deeds(QObject):
    """`said` carries a sentence about what cannot be, `told` one about what was done."""

    said = Signal(str)
    told = Signal(str)

    def __init__(self, look: Look, flow: FairFlow, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._flow = look, flow
        self._complained = False

    @property
    def _words(self) -> Words:
        return self._look.words

    def judge(self, exhibitor: int, booth: int) -> Verdict:
        """Say whether an exhibitor may stand at a booth."""
        return judge(self._words, self._flow, exhibitor, booth)

    def put(self, exhibitor: int, booth: int) -> bool:
        """Put somebody on a booth, or say why not."""
        if self.is_closed():
            return False
        if booth in self._flow.fair.stands.get(exhibitor, ()):
            return True
        verdict = self.judge(exhibitor, booth)
        if not verdict.allowed:
            self._complain(verdict.sentence)
            return False
        done = self.tried(lambda: self._flow.place(exhibitor, self._flow.booths_for(exhibitor, booth)))
        if isinstance(done, NotPlaced):
            self._complain(stand_trouble_sentence(self._words, done.troubles[0]))
        return done is not None and not isinstance(done, NotPlaced)

    def do(self, deed: Deed, booth: Booth | None, who: Exhibitor | None) -> bool:
        """Do what needs no further word; returns whether it was one of these deeds."""
        flow = self._flow
        known: dict[Deed, Callable[[], object]] = {}
        if who is not None:
            exhibitor = who.id
            known = {
                Deed.PIN: lambda: flow.pin(exhibitor, pinned=True),
                Deed.UNPIN: lambda: flow.pin(exhibitor, pinned=False),
                Deed.FREE: lambda: flow.free(exhibitor),
                Deed.SET_UP: lambda: flow.set_setup(exhibitor, Setup.SET_UP),
                Deed.NOT_SET_UP: lambda: flow.set_setup(exhibitor, Setup.NOT_YET),
                Deed.NO_SHOW: lambda: flow.set_status(exhibitor, ExhibitorStatus.NO_SHOW),
                Deed.COMES: lambda: flow.set_status(exhibitor, ExhibitorStatus.CONFIRMED),
            }
        if booth is not None and booth.state is BoothState.BLOCKED:
            number = booth.id
            known[Deed.UNBLOCK] = lambda: flow.unblock([number])
        if deed not in known:
            return False
        trouble = self._flow.trouble_of_pin(who.id) if deed is Deed.PIN and who is not None else None
        if self.is_closed():
            return True
        if trouble is not None:
            why = stand_trouble_sentence(self._words, trouble)
            self._complain(self._words.t("Not pinned, for there have to be two booths: {why}", why=why))
        else:
            self.tried(known[deed])
        return True

    def block(self, booth: int, reason: str) -> None:
        """Block a booth."""
        if not self.is_closed():
            self.tried(lambda: self._flow.block([booth], reason))

    def question(self, deed: Deed, booth: Booth | None, who: Exhibitor | None) -> Question | None:
        """Return what has to be asked before a deed."""
        words = self._words
        if deed is Deed.BLOCK and booth is not None:
            return Question(
                words.t("Why can nobody stand at {number}?", number=booth.ref),
                words.t("for example: water damage"),
                words.t("Block"),
            )
        if who is not None and deed in (Deed.SWAP, Deed.SEND):
            free = [each.ref for each in self._flow.standing.free()]
            taken = [each.ref for each in self._flow.fair.booths if each.ref not in set(free)]
            title = words.t("Which booth? A free one is taken, with a taken one they change places.")
            return Question(title, words.t("Number, or click it on the plan"), words.t("Go there"), [*free, *taken])
        if deed is Deed.PLACE:
            names = [each.name for each in (*self._flow.standing.without, *self._flow.standing.coming)]
            return Question(
                words.t("Who is to stand here?"), words.t("Name"), words.t("Put them here"), list(dict.fromkeys(names))
            )
        return None

    def somebody(self, text: str) -> Exhibitor | None:
        """Return the exhibitor whose name, or id, was typed: the only one whose name begins so, else has it inside."""
        wanted = text.casefold().strip()
        coming = self._flow.standing.coming
        for fits in (
            lambda each: wanted in (each.name.casefold(), each.ref.casefold()),
            lambda each: each.name.casefold().startswith(wanted),
            lambda each: wanted in each.name.casefold(),
        ):
            found = [each for each in coming if wanted and fits(each)]
            if len(found) == 1:
                return found[0]
        return None

    def undo(self) -> None:
        """Take back what this desk did last to the fair."""
        words = self._words
        if self.is_closed():
            return
        try:
            answer = self._flow.undo()
        except KnownError as error:
            self._complain(fault_sentence(words, error))
            return
        if answer is None:
            self._complain(words.t("This desk has changed nothing of the fair that could be undone."))
        elif isinstance(answer, UndoRefused):
            self._complain(refusal(words, answer))
        else:
            self.told.emit(words.t("Undone: {deed}", deed=ops.deed(words, answer.entry.op, answer.entry.label)))

    def is_closed(self) -> bool:
        """Say whether the file can only be looked at, and if so, tell why."""
        if self._flow.closed is not None:
            self._complain(fault_sentence(self._words, self._flow.closed))
        return self._flow.closed is not None

    def done(self, deed: Callable[[], object]) -> bool:
        """Do something, unless the file can only be looked at; returns whether it was done."""
        if self.is_closed():
            return False
        try:
            deed()
        except KnownError as error:
            self._complain(fault_sentence(self._words, error))
            return False
        self._be_content()
        return True

    def tried(self, deed: Callable[[], T]) -> T | None:
        """Return the answer; a known fault becomes a sentence in the banner, and None."""
        try:
            answer = deed()
        except KnownError as error:
            self._complain(fault_sentence(self._words, error))
            return None
        self._be_content()
        return answer

    def _complain(self, sentence: str) -> None:
        self._complained = True
        self.said.emit(sentence)

    def _be_content(self) -> None:
        """Take away what was said of an attempt before this one."""
        if self._complained:
            self._complained = False
            self.said.emit("")
