"""The card of the queue: what waits, what failed and why, and what can be done about it."""

from collections.abc import Callable, Container, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from eventdesk.badges.printers.queue import REPEATABLE, STUCK, Item, Stage
from ui import print_places
from ui.actions import ActionId, key_of
from ui.look import Look
from ui.printer import telling
from ui.printer.card import Card
from ui.printing import Printing
from ui.timers import single_shot
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text

_ID = int(Qt.ItemDataRole.UserRole)
_MOST_LINES = 7
_MOST_SHOWN = 200


class _List(QListWidget):
    """What is still to be printed; Del takes out what is marked."""

    deleted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Del; everything else moves and marks."""
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


class QueueCard(Card):
    """Buttons act on the marked lines; without any, on everything that needs somebody."""

    said = Signal(str)
    place_wanted = Signal(str)

    def __init__(self, look: Look, printing: Printing) -> None:
        words = look.words
        super().__init__(look, words.t("Still to print"))
        self._printing = printing
        self._picked = ""
        self.sentence = Text("", "muted", wrap=True)
        self.column.addWidget(self.sentence)
        self.list = _List()
        self.list.deleted.connect(self.do_not_print)
        self.list.setObjectName("printqueue")
        self.list.setAccessibleName(words.t("Still to print"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemSelectionChanged.connect(self._show_buttons)
        self.column.addWidget(self.list)
        self.elsewhere = SteadyBox(words.t("Other printer"))
        self.elsewhere.activated.connect(self._pick)
        self._elsewhere_name = self.add_row(words.t("Other printer"), self.elsewhere)
        self.retry = self.button(words.t("Print again"), key_of(words, ActionId.PRINT_AGAIN))
        self.move_on = self.button(words.t("To the other printer"), key_of(words, ActionId.PRINT_ELSEWHERE))
        self.later = self.button(words.t("Keep for later"), key_of(words, ActionId.PRINT_LATER))
        self.came_out = self.button(words.t("It came out"))
        self.cancel = self.button(words.t("Do not print"), words.t("Del"))
        self.retry.clicked.connect(self.print_again)
        self.move_on.clicked.connect(self.print_elsewhere)
        self.later.clicked.connect(self.keep_for_later)
        self.came_out.clicked.connect(
            lambda: self._deed(printing.runner.came_out, {Stage.UNSURE, Stage.HELD, Stage.FAILED})
        )
        self.cancel.clicked.connect(self.do_not_print)
        self._buttons = self.add_buttons([self.retry, self.move_on, self.later, self.came_out, self.cancel])
        self._soon = single_shot(self, self.show_queue)
        printing.changed.connect(self._soon.start)
        printing.printers_found.connect(self._soon.start)
        self.show_queue()

    def show_queue(self) -> None:
        """Show the queue as it is; what was marked stays marked."""
        words, queue = self.look.words, self._printing.runner.queue
        marked, current = {item.id for item in self._marked()}, self._current()
        self.list.blockSignals(True)
        self.list.clear()
        shown = list(queue)[:_MOST_SHOWN]
        blocked = {printer: queue.blocked(printer) for printer in {item.printer for item in shown}}
        for item in shown:
            title = item.title if item.pages == 1 else words.n(
                "{title} (one page)", "{title} ({count} pages)", item.pages, title=item.title
            )  # fmt: skip
            line = QListWidgetItem(f"{title}\n{telling.line(words, item, blocked[item.printer])}")
            line.setData(_ID, item.id)
            self.list.addItem(line)
            line.setSelected(item.id in marked)
            if item.id == current:
                self.list.setCurrentItem(line, self.list.selectionModel().SelectionFlag.NoUpdate)
        self.list.blockSignals(False)
        self._fit_list()
        self._show_sentence()
        self._list_places()
        self._show_buttons()

    # ---- deeds

    def print_again(self) -> None:
        """Print again, or now."""
        self._deed(self._printing.runner.retry, REPEATABLE)

    def print_elsewhere(self) -> None:
        """Print on the other printer. If all that hangs at the chosen one goes there, so does whatever comes next."""
        place, chosen = self.elsewhere.currentData(), self._printing.places.chosen
        if place:
            everything = not self._marked() and any(item.printer == chosen for item in self._meant())
            stages = {*Stage} - {Stage.DONE, Stage.SENDING}
            self._deed(lambda ids: self._printing.runner.move(ids, place), stages)
            if everything:
                self.place_wanted.emit(place)

    def keep_for_later(self) -> None:
        """Put into the folder for later."""
        self._deed(
            self._printing.runner.keep_for_later, {*Stage} - {Stage.DONE, Stage.SENDING, Stage.MAKING, Stage.LATER}
        )

    def do_not_print(self) -> None:
        """Forget what is marked; nothing goes away that nobody marked."""
        if self._marked():
            self._deed(self._printing.runner.cancel, {*Stage} - {Stage.DONE, Stage.SENDING})

    def _deed(self, deed: Callable[[Sequence[str]], None], stages: Container[Stage]) -> None:
        meant = [item.id for item in self._meant() if item.stage in stages]
        if meant:
            deed(meant)
        else:
            self.said.emit(self.look.words.t("There is nothing here for that. Mark a line first."))

    # ---- what is shown

    def _marked(self) -> list[Item]:
        found = (self._printing.runner.queue.get(line.data(_ID)) for line in self.list.selectedItems())
        return [item for item in found if item is not None]

    def _current(self) -> str:
        return str(self.list.currentItem().data(_ID)) if self.list.currentRow() >= 0 else ""

    def _meant(self) -> list[Item]:
        """Return what is marked; without a mark what needs somebody, and what waits behind it."""
        marked, queue = self._marked(), self._printing.runner.queue
        if marked:
            return marked
        stopped = {item.printer for item in queue if item.stage in STUCK}
        stuck = [i for i in queue if i.stage in STUCK or (i.stage is Stage.WAITING and i.printer in stopped)]
        return stuck or list(queue)

    def _show_buttons(self) -> None:
        meant, some = {item.stage for item in self._meant()}, self.elsewhere.count() > 0
        self.elsewhere.setVisible(bool(meant) and some)
        self._elsewhere_name.setVisible(bool(meant) and some)
        self.move_on.setEnabled(some)
        shown = {
            self.retry: bool(meant & REPEATABLE),
            self.move_on: bool(meant),
            self.later: bool(meant - {Stage.LATER}),
            self.came_out: bool(meant & {Stage.UNSURE, Stage.HELD}),
            self.cancel: bool(meant),
        }
        self.show_some(self._buttons, shown)
        self.cancel.setEnabled(bool(self._marked()))

    def _show_sentence(self) -> None:
        words, queue = self.look.words, self._printing.runner.queue
        self.list.setVisible(bool(len(queue)))
        if not len(queue):
            self.sentence.setText(
                words.t("Nothing waits. What cannot be printed at once is kept here, over a restart, too.")
            )
            return
        waiting = words.n("One is still to be printed.", "{count} are still to be printed.", len(queue))
        meant = words.t("Without a marked line, buttons mean all that need you.")
        self.sentence.setText(f"{waiting} {meant}")

    def _pick(self) -> None:
        self._picked = self.elsewhere.currentData()

    def _list_places(self) -> None:
        """Show where else things can go: what somebody picked, else the first that is found."""
        words = self.look.words
        stuck = next((item.printer for item in self._meant()), self._printing.places.chosen)
        places = self._printing.others(stuck)
        if [self.elsewhere.itemData(at) for at in range(self.elsewhere.count())] != places:
            self.elsewhere.clear()
            for place in places:
                self.elsewhere.addItem(print_places.described(words, place), place)
            self.elsewhere.setCurrentIndex(max(0, self.elsewhere.findData(self._picked)))

    def _fit_list(self) -> None:
        lines = min(_MOST_LINES, self.list.count())
        high = sum(self.list.sizeHintForRow(at) for at in range(lines))
        self.list.setFixedHeight(high + 2 * self.list.frameWidth() + self.look.theme.space(16))
