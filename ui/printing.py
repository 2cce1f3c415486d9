"""Where this desk prints badges, and what becomes of each. The PDF is made and sent beside the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, QTimer, Signal

from eventdesk.badges.spooler import FolderSpooler, Job, JobState, Progress, Spooler
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.guide import guide_for
from eventdesk.people.person import Person
from eventdesk.words import Words
from ui.actions import ActionId, key_of
from ui.jobs import Err, Jobs, Ok
from ui.preferences import Preferences

if TYPE_CHECKING:
    from eventdesk.badges.badge import BadgeReport
    from eventdesk.drawing.kit import Kit

FOLDER = "folder:"
SYSTEM = "system:"
WARM_AFTER_MS = 1500
ASK_AGAIN_MS = 1500
PATIENCE = 40
"""So many times a printer is asked what became of a badge."""
Where = Callable[[Person], Sequence[str]]


class Occasion(StrEnum):
    """Why a badge is printed; kept in the print log."""

    WALK_IN = "walk_in"
    CHECK_IN = "check_in"
    BY_HAND = "by_hand"


class Step(StrEnum):
    """How far a badge has come."""

    MAKING = "making"
    SENT = "sent"
    HELD = "held"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class PrintState:
    """What is to be said about one badge. `small`: a text had to become hard to read, or lacks letters."""

    person: int
    step: Step
    printer: str
    reason: str = ""
    small: bool = False

    @property
    def share(self) -> float:
        """How much of the way is done, 0 to 1."""
        return {Step.MAKING: 0.25, Step.SENT: 0.7}.get(self.step, 1.0)


@dataclass(frozen=True)
class Choice:
    """One place where badges can go: as it is remembered, and as it is called."""

    value: str
    text: str


class Printing(QObject):
    """Knows the chosen printer and tells how each badge is doing."""

    told = Signal(PrintState)
    failed = Signal(KnownError)
    printers_found = Signal()

    def __init__(self, preferences: Preferences, jobs: Jobs) -> None:
        super().__init__()
        self._preferences, self._jobs = preferences, jobs
        self._event: Event | None = None
        self._kit: Kit | None = None
        self._spooler: tuple[str, Spooler] | None = None
        self._system_printers: list[str] | None = None

    @property
    def on_walk_in(self) -> bool:
        """Whether the badge of a walk-in is printed at once."""
        return self._preferences.print_walk_ins and self.ready

    @property
    def on_check_in(self) -> bool:
        """Whether a badge is printed at every check-in."""
        return self._preferences.print_check_ins and self.ready

    @property
    def ready(self) -> bool:
        """Whether a printer is chosen."""
        return bool(self._preferences.printer)

    def serve(self, event: Event | None) -> None:
        """Print for this event from now on; what is under way for another one is not noted there any more."""
        self._event = event
        if event is not None and self.ready:
            QTimer.singleShot(WARM_AFTER_MS, self, self._warm)

    def print_badge(self, event: Event, person: Person, occasion: Occasion) -> None:
        """Print the badge of a person, in the language of the event. `told` says how it goes, `failed` what failed."""
        from eventdesk.badges import actions

        spooler = self._chosen_spooler()
        if spooler is None:
            return
        where = guide_for(event, Words(event.details.language))
        (badge,) = actions.snapshot(event, [person], where)
        about, kit = actions.about(event), self._made_kit()
        self.told.emit(PrintState(person.id, Step.MAKING, spooler.name))
        self._jobs.run(
            lambda: actions.send(badge, spooler, kit, about=about),
            lambda result: self._sent(event, person, spooler, occasion, result),
        )

    def find_printers(self) -> None:
        """Look for the system's printers, once; `printers_found` tells when it is done."""
        if self._system_printers is None:
            from eventdesk.badges import cups

            self._system_printers = []
            self._jobs.run(cups.printers, self._found)

    def choices(self, words: Words) -> list[Choice]:
        """Return where badges can go."""
        chosen = self._preferences.printer
        known = [f"{SYSTEM}{name}" for name in self._system_printers or ()]
        others = [chosen] if chosen and chosen not in known else []
        return [
            Choice("", words.t("Nowhere: do not print")),
            *(Choice(value, _place(words, value)) for value in (*others, *known)),
        ]

    def state(self, words: Words) -> str:
        """Return what the footer says."""
        return _place(words, self._preferences.printer) if self.ready else words.t("No printer chosen")

    def _chosen_spooler(self) -> Spooler | None:
        chosen = self._preferences.printer
        if self._spooler is None or self._spooler[0] != chosen:
            self._spooler = None
            if chosen.startswith(FOLDER):
                self._spooler = chosen, FolderSpooler(Path(chosen.removeprefix(FOLDER)))
            elif chosen.startswith(SYSTEM):
                from eventdesk.badges.cups import CupsSpooler

                self._spooler = chosen, CupsSpooler(chosen.removeprefix(SYSTEM))
        return self._spooler[1] if self._spooler else None

    def _made_kit(self) -> "Kit":
        if self._kit is None:
            from eventdesk.drawing.kit import Kit

            self._kit = Kit()
        return self._kit

    def _warm(self) -> None:
        self._jobs.run(self._made_kit().warm, lambda _result: None)

    def _sent(
        self,
        event: Event,
        person: Person,
        spooler: Spooler,
        occasion: Occasion,
        result: "Ok[tuple[Job, BadgeReport]] | Err",
    ) -> None:
        from eventdesk.badges import actions

        if isinstance(result, Err):
            self._fail(person.id, spooler, result.error)
            return
        if event is not self._event:
            return
        job, report = result.value
        small = bool(report.overflow or report.missing_glyphs)
        try:
            actions.mark_printed(event, [person.id], spooler.name, occasion.value)
        except KnownError as error:
            self.failed.emit(error)
        self.told.emit(PrintState(person.id, Step.SENT, spooler.name, small=small))
        self._ask(person.id, spooler, job, small=small, left=PATIENCE)

    def _ask(self, person: int, spooler: Spooler, job: Job, *, small: bool, left: int) -> None:
        self._jobs.run(
            lambda: spooler.state(job),
            lambda result: self._answered(person, spooler, job, result, small=small, left=left),
        )

    def _answered(
        self, person: int, spooler: Spooler, job: Job, result: Ok[Progress] | Err, *, small: bool, left: int
    ) -> None:
        if isinstance(result, Err):
            self._fail(person, spooler, result.error)
            return
        progress = result.value
        match progress.state:
            case JobState.DONE:
                step = Step.DONE
            case JobState.FAILED:
                step = Step.FAILED
            case JobState.HELD:
                step = Step.HELD
            case JobState.SENDING | JobState.WAITING:
                step = Step.SENT
            case _:
                assert_never(progress.state)
        self.told.emit(PrintState(person, step, spooler.name, progress.reason, small=small))
        if step in (Step.SENT, Step.HELD) and left:
            again = lambda: self._ask(person, spooler, job, small=small, left=left - 1)  # noqa: E731
            QTimer.singleShot(ASK_AGAIN_MS, self, again)

    def _fail(self, person: int, spooler: Spooler, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self.told.emit(PrintState(person, Step.FAILED, spooler.name))
        self.failed.emit(error)

    def _found(self, result: Ok[list[str]] | Err) -> None:
        self._system_printers = result.value if isinstance(result, Ok) else []
        self.printers_found.emit()


def no_printer(words: Words) -> str:
    """Return what is said where a badge is asked for and no printer is chosen."""
    key = key_of(words, ActionId.EVENT_PAGE)
    return words.t("No printer is chosen yet. Choose one on the page “Event” ({key}).", key=key)


def sentence(words: Words, state: PrintState) -> str:
    """Return what the card says about a badge."""
    match state.step:
        case Step.MAKING | Step.SENT:
            said = words.t("The badge is being printed …")
        case Step.HELD:
            said = words.t("{printer} is paused: the badge waits.", printer=state.printer)
        case Step.DONE if state.small:
            said = words.t("Badge printed. Please look at it: a text is very small or in other letters.")
        case Step.DONE:
            said = words.t("Badge printed ({printer})", printer=state.printer)
        case Step.FAILED:
            said = words.t("The badge was not printed.")
        case _:
            assert_never(state.step)
    return said


def _place(words: Words, chosen: str) -> str:
    if chosen.startswith(FOLDER):
        return words.t("Badges go to the folder {folder}", folder=Path(chosen.removeprefix(FOLDER)).name)
    return words.t("Printer: {printer}", printer=chosen.removeprefix(SYSTEM))
