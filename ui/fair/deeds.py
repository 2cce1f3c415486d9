"""What buttons, keys and the mouse do on this page: asks the flow, and says in words what came of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from eventdesk.fair.booth import Booth, BoothState
from eventdesk.fair.exhibitor import Exhibitor, ExhibitorStatus, Setup
from eventdesk.fair.outcome import NotPlaced
from eventdesk.words.fair import stand_trouble_sentence
from ui.attempts import Attempts
from ui.fair.booth_card import Question
from ui.fair.facts import Deed
from ui.fair.flow.fair_flow import FairFlow
from ui.fair.judging import judge
from ui.look import Look
from ui.widgets.ghost import Verdict


class Deeds(Attempts):
    """Deeds on the plan, the table and the cards."""

    def __init__(self, look: Look, flow: FairFlow, parent: QObject) -> None:
        super().__init__(look, flow, parent)
        self._flow = flow

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
            self.complain(verdict.sentence)
            return False
        done = self.tried(lambda: self._flow.place(exhibitor, self._flow.booths_for(exhibitor, booth)))
        if isinstance(done, NotPlaced):
            self.complain(stand_trouble_sentence(self._words, done.troubles[0]))
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
            self.complain(self._words.t("Not pinned, for there have to be two booths: {why}", why=why))
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
        self.undone(self._flow.undo, self._words.t("This desk has changed nothing of the fair that could be undone."))
