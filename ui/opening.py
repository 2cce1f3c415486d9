"""Opens event files: what takes long is done beside the window, which says so meanwhile and keeps what is typed."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event as Flag

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Event
from ui.jobs import Err, Jobs, Ok
from ui.kept_keys import KeptKeys
from ui.look import Look
from ui.start import flow
from ui.start.flow import Prepared
from ui.timers import single_shot
from ui.widgets.button import Button, plain
from ui.widgets.text import Text
from ui.window import Window

PATIENCE_MS = 300
"""What is open sooner is not worth a button that stops it."""
MOST_ROUNDS = 3
"""So often a file is checked beside the window; one that changes all the time is then checked where it is opened."""


@dataclass(frozen=True)
class Stopped:
    """Somebody stopped the opening."""


Outcome = tuple[Event, Prepared] | Exception | Stopped


@dataclass(frozen=True)
class Wish:
    """What is to be opened: under which name it is shown meanwhile, and what makes or opens the file.

    `make` runs in another thread. What it `creates` is taken away again if somebody stops it. `before` is waited for
    there: other looks at the same file. `doing` is shown in place of the name if more is done than opening.
    """

    name: str
    make: Callable[[], Event]
    again: Callable[[Prepared], Event]
    creates: bool = False
    before: Callable[[], None] | None = None
    doing: str = ""


class OpeningScreen(QWidget):
    """Says what is being opened, and offers to stop that."""

    def __init__(self, look: Look, sentence: str, stop: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("page")
        theme, words = look.theme, look.words
        self.sentence = Text(sentence, "heading", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stop_button = Button(look, words.t("Stop"), plain(theme.colours), key=words.t("Esc"))
        self.stop_button.clicked.connect(stop)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(theme.space(40), theme.space(40), theme.space(40), theme.space(40))
        column.setSpacing(theme.space(18))
        column.addStretch(1)
        column.addWidget(self.sentence)
        row.addStretch(1)
        row.addWidget(self.stop_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)


class Opening(QObject):
    """Opens one file at a time. A file is made or checked in another thread, closed there, then opened in this one.

    No connection crosses a thread. What is trusted of the other thread's work is that a file in the very same state
    needs no second check; one that was changed in between, or is locked just then, is looked at once more.
    """

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        self._jobs = Jobs()
        self._look: Look | None = None
        self._wish: Wish | None = None
        self._deliver: Callable[[Outcome], None] | None = None
        self._stopped = Flag()
        self._rounds = 0
        self._ready: tuple[Event, Prepared] | None = None
        self._soon = single_shot(self, self._hand_over)
        self.keys = KeptKeys(self)
        self.keys.escaped.connect(self.stop)
        self._patience = single_shot(self, self._offer_stop, PATIENCE_MS)

    @property
    def busy(self) -> bool:
        """Whether something is being opened."""
        return self._wish is not None

    def begin(self, look: Look, wish: Wish, deliver: Callable[[Outcome], None]) -> None:
        """Open what is wished for, in place of what is being opened; `deliver` hears what came of it."""
        self._give_up()
        self._look, self._wish, self._deliver, self._rounds = look, wish, deliver, 0
        self._stopped = Flag()
        self.keys.keep()
        self._patience.start()
        self._window.wait(_sentence(look, wish), lambda: self._work(wish, wish.make))

    def speak(self, look: Look) -> None:
        """Wear another look from now on."""
        self._look = look
        if self._wish is not None:
            self.keys.keep()
            self._offer_stop()

    def stop(self) -> None:
        """Open nothing: what is done beside comes to its end unseen. What is done first cannot be stopped."""
        if self._wish is not None and self._wish.doing:
            return
        deliver = self._deliver
        self._give_up()
        self.keys.forget()
        if deliver is not None:
            deliver(Stopped())

    def end(self) -> None:
        """Open nothing any more, and wait for what is done beside."""
        self._give_up()
        self.keys.forget()
        self._jobs.forget()

    def _give_up(self) -> None:
        if self._ready is not None:
            self._ready[0].close()
            self._ready = None
        self._stopped.set()
        self._patience.stop()
        self._wish = self._deliver = None

    def _offer_stop(self) -> None:
        if self._wish is not None and self._look is not None:
            screen = OpeningScreen(self._look, _sentence(self._look, self._wish), self.stop)
            screen.stop_button.setVisible(not self._wish.doing)
            self._window.show_inside(screen)
            screen.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _work(self, wish: Wish, make: Callable[[], Event]) -> None:
        if wish is not self._wish:
            return
        stopped, first = self._stopped, self._rounds == 0
        self._rounds += 1

        def beside() -> Prepared:
            if first and wish.before is not None:
                wish.before()
            prepared = flow.prepare(make)
            if stopped.is_set() and wish.creates:
                prepared.path.unlink(missing_ok=True)
            return prepared

        def ended(result: Ok[Prepared] | Err) -> None:
            if wish is self._wish:
                self._go_on(wish, result)

        self._jobs.run(beside, ended)

    def _go_on(self, wish: Wish, result: Ok[Prepared] | Err) -> None:
        if isinstance(result, Err):
            self._end_with(result.error)
            return
        prepared, more = result.value, self._rounds < MOST_ROUNDS
        try:
            if more and prepared.changed():
                self._look_again(wish, prepared)
                return
            event = wish.again(prepared)
        except KnownError as error:
            if more and error.fault is Fault.ALREADY_OPEN:
                self._look_again(wish, prepared)
            else:
                self._end_with(error)
        except Exception as error:  # noqa: BLE001 - whoever asked for the file decides what it means
            self._end_with(error)
        else:
            self._ready = event, prepared
            self._soon.start()

    def _look_again(self, wish: Wish, prepared: Prepared) -> None:
        """Check the file once more beside the window, where waiting for a lock does no harm."""
        self._work(wish, lambda: wish.again(prepared.unknown()))

    def _hand_over(self) -> None:
        """Hand over the open file: its page is made in a turn of its own."""
        if self._ready is not None:
            self._end_with(self._ready)

    def _end_with(self, outcome: Outcome) -> None:
        deliver, self._ready = self._deliver, None
        self._give_up()
        if isinstance(outcome, Exception):
            self.keys.forget()
        if deliver is not None:
            deliver(outcome)


def _sentence(look: Look, wish: Wish) -> str:
    return wish.doing or look.words.t("Opening {name} …", name=wish.name)
