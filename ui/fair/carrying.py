"""Carries an exhibitor over the window: from the list onto the plan, from booth to booth. Rules speak meanwhile."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.fair.overlay import Overlay
from ui.fair.view import FloorView
from ui.icons import IconView
from ui.look import Look
from ui.timers import single_shot
from ui.widgets.text import Text

SLICE_MS = 6
BESIDE = QPoint(16, 18)
WIDEST = 340


@dataclass(frozen=True)
class Verdict:
    """Whether somebody may stand at a booth; `sentence` says why not, or what would happen.

    `loses`: somebody else would lose their booth.
    """

    allowed: bool
    sentence: str
    loses: bool = False


class Ghost(QFrame):
    """What is carried: a name beside the pointer, below it what the rules say."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("carried")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        space = look.theme.space
        self.name = Text("", "strong", wrap=True)
        self.sentence = Text("", "small", wrap=True)
        self._icon = IconView(look.icons, "tick-light", look.theme.colours.welcome, look.theme.text_px(16))
        self._below = QHBoxLayout()
        self._below.setSpacing(space(6))
        self._below.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._below.addWidget(self.sentence, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(10), space(6), space(12), space(8))
        column.setSpacing(space(2))
        column.addWidget(self.name)
        column.addLayout(self._below)
        self.hide()

    def say(self, name: str, verdict: Verdict | None) -> None:
        """Say who is carried, and what the rules say to this booth; None: there is none below."""
        colours = self._look.theme.colours
        self.name.setText(name)
        self.sentence.setVisible(verdict is not None and bool(verdict.sentence))
        self._icon.setVisible(verdict is not None)
        if verdict is not None:
            self.sentence.setText(verdict.sentence)
            self.sentence.be("small" if verdict.allowed else "trouble")
            attention = colours.on_warning if self._look.theme.dark else colours.attention
            if verdict.loses:
                self._icon.show_icon("reason-mind", attention)
            elif verdict.allowed:
                self._icon.show_icon("check", colours.welcome)
            else:
                self._icon.show_icon("refused", colours.danger)
        space, theme = self._look.theme.space, self._look.theme
        said = verdict.sentence if verdict is not None else ""
        wide = theme.metrics(15, QFont.Weight.DemiBold).horizontalAdvance(name)
        if said:
            wide = max(wide, theme.metrics(13).horizontalAdvance(said) + theme.text_px(16) + space(6))
        wide = min(wide + space(44), theme.text_px(WIDEST))
        self.setFixedWidth(wide)
        layout = self.layout()
        if layout is not None:
            self._below.invalidate()  # a layout inside of another keeps the height of the sentence before
            layout.invalidate()
            edge = self.contentsMargins()
            inside = wide - edge.left() - edge.right()
            high = layout.heightForWidth(inside) if layout.hasHeightForWidth() else layout.sizeHint().height()
            self.setFixedHeight(high + edge.top() + edge.bottom())

    def follow(self, on_screen: QPoint) -> None:
        """Stay beside the pointer, inside of the window."""
        parent = self.parentWidget()
        if parent is None:
            return
        place = parent.mapFromGlobal(on_screen) + BESIDE
        place.setX(max(0, min(place.x(), parent.width() - self.width() - 4)))
        place.setY(max(0, min(place.y(), parent.height() - self.height() - 4)))
        self.move(place)


class Carrying(QObject):
    """One exhibitor at a time. Where they may stand is found out piece by piece while they are carried."""

    put = Signal(object, object)

    def __init__(
        self, look: Look, page: QWidget, name: Callable[[int], str], judge: Callable[[int, int], Verdict]
    ) -> None:
        """Ask `name` what an exhibitor is called, and `judge` whether they may stand at a booth."""
        super().__init__(page)
        self._page, self._name, self._judge = page, name, judge
        self._ghost = Ghost(look, page)
        self._who: int | None = None
        self._over: int | None = None
        self._known: dict[int, Verdict] = {}
        self._looking: Iterator[None] = iter(())
        self._soon = single_shot(self, self._look_on)
        self.view: FloorView | None = None

    @property
    def carrying(self) -> bool:
        """Whether somebody is being carried."""
        return self._who is not None

    @property
    def over(self) -> int | None:
        """The booth below the pointer."""
        return self._over

    def verdict(self, booth: int) -> Verdict:
        """Return whether who is carried may stand at a booth."""
        if booth not in self._known and self._who is not None:
            self._known[booth] = self._judge(self._who, booth)
        return self._known[booth]

    def lift(self, exhibitor: int, on_screen: QPoint) -> None:
        """Begin to carry somebody."""
        self._who, self._over = exhibitor, None
        self._known.clear()
        self._ghost.say(self._name(exhibitor), None)
        self._ghost.follow(on_screen)
        self._ghost.raise_()
        self._ghost.show()
        self._looking = self._look_everywhere()
        self._soon.start()

    def carry(self, on_screen: QPoint) -> None:
        """Move who is carried."""
        if self._who is None or self.view is None:
            return
        viewport = self.view.viewport()
        place = viewport.mapFromGlobal(on_screen)
        inside = viewport.isVisible() and viewport.rect().contains(place)
        self._over = self.view.booth_under(place) if inside else None
        self._ghost.say(self._name(self._who), None if self._over is None else self.verdict(self._over))
        self._ghost.follow(on_screen)
        viewport.update()

    def put_down(self, on_screen: QPoint) -> None:
        """Put who is carried where the pointer is."""
        self.carry(on_screen)
        who, over = self._who, self._over
        self.drop()
        if who is not None and over is not None:
            self.put.emit(who, over)

    def drop(self) -> None:
        """Carry nobody any more."""
        if self._who is None:
            return
        self._who, self._over = None, None
        self._soon.stop()
        self._ghost.hide()
        if self.view is not None:
            self.view.allowed = {}
            self.view.viewport().update()

    def paint(self, overlay: Overlay) -> None:
        """Draw the booth that who is carried is over."""
        if self._over is not None and self.view is not None and self._over in self.view.floor.items_of:
            overlay.target(self.view.floor.items_of[self._over].room, allowed=self.verdict(self._over).allowed)

    def _look_everywhere(self) -> Iterator[None]:
        """Find out for each booth of the plan, those first that are nearest to the middle of the picture."""
        if self.view is None:
            return
        middle = self.view.mapToScene(self.view.viewport().rect().center())
        items = self.view.floor.items_of
        near = sorted(items, key=lambda each: _far(items[each].room.center(), middle))
        for booth in near:
            self.verdict(booth)
            yield

    def _look_on(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while self._who is not None and not spent.hasExpired(SLICE_MS):
            if next(self._looking, self) is self:
                break
        else:
            if self._who is not None:
                self._soon.start()
        if self.view is not None and self._who is not None:
            self.view.allowed = {booth: verdict.allowed for booth, verdict in self._known.items()}
            self.view.viewport().update()


def _far(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()
