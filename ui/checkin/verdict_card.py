"""The card that fills the page: one verdict, readable from two metres."""

import math
from html import escape

from PySide6.QtCore import QElapsedTimer, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from ui.actions import ActionId, action, key_of
from ui.checkin.card_parts import BottomLine, NoteBox, ProgressLine, TopLine
from ui.checkin.pill_row import PillRow
from ui.checkin.shown import MOST_FACTS, Shown
from ui.checkin.tone import aged
from ui.icons import IconView
from ui.look import Look
from ui.theme import mixed
from ui.timers import single_shot
from ui.widgets.button import Button, on_verdict
from ui.widgets.parts import Column, Flow, Part
from ui.widgets.text import FittingText

FRESH_SECONDS = 30
"""So long the line at the foot takes to run out."""
FACTORS: tuple[float, ...] = (1.0, *(round(0.98 - step * 0.03, 2) for step in range(24)))
"""From 1 down to 0.29: by the first that fits, everything is drawn smaller."""
LARGE_FACTORS = (1.6, 1.5, 1.4, 1.3, 1.2, 1.1)
TICK_MS = 600
ICON_SIZE = 40
ORGANISATION = 25
"""The size of the organisation's letters; the name is never smaller."""
RADIUS = 10
LEAST_FACTOR = 0.78
"""At 100 % nothing is drawn smaller while the card can do without something; larger text may shrink more."""
LANGUAGES, CORNER, FIRST_FACT, NATIVE = 2, 3, 4, 5
LEFT_OUT_FROM = (*[99, CORNER, 99, NATIVE, 99, 99], FIRST_FACT, *[1] * (MOST_FACTS - 1))
"""From which level on each text is left out: facts but the first, languages, where and when, the first fact, and last
the name in its own letters. Word, name, organisation, where to go, what to do and the note stay."""
LEVELS = 6
NAME_LINES, FEW_NAME_LINES = 4, 2
LARGER_PILLS = 1.3
"""Where only the way is left in the pills, it shrinks less than the rest."""
_BUTTONS = (
    ActionId.BALLOT,
    ActionId.GROUP,
    ActionId.SCAN_FIELD,
    ActionId.CORRECT,
    ActionId.PRINT,
    ActionId.WALK_IN,
    ActionId.UNDO,
    ActionId.DIRECTION,
    ActionId.FORCE,
)
_SPARE = ActionId.CORRECT
"""Its button goes where the others need the room: its key does it all the same."""


def in_full(shown: Shown) -> str:
    """Return all of a verdict for a tooltip, line by line. Names are never read as markup."""
    lines = (*shown.parts, shown.native_name, shown.corner)
    return "<br>".join(escape(line, quote=False) for line in lines if line)


class VerdictCard(QWidget):
    """Colour, icon, word, name, where to go, what to do next. It stays until the next scan."""

    asked = Signal(ActionId)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._shown: Shown | None = None
        self._tone, self._again = "", False
        self._offered: tuple[tuple[ActionId, ...], str] | None = None
        self._spared: tuple[object, ...] = ()
        self._ground = self._line = QColor()
        self._paper = QColor(look.theme.colours.paper)
        self._age_line = self._without_corners = QRect()
        self._outside = QPainterPath()
        """What lies outside of the rounded corners: drawn by the card itself, so that nothing below it is drawn."""
        self._factors, self._factor = FACTORS, 1.0
        white, theme = look.theme.colours.on_verdict, look.theme
        self.setAccessibleName(look.words.t("Result of the scan"))
        self._icon = IconView(look.icons, "welcome", white, theme.text_px(ICON_SIZE))
        self._word = FittingText(theme, 22, QFont.Weight.DemiBold, white, lines=1)
        self._corner = FittingText(theme, 18, QFont.Weight.Normal, white, lines=1)
        self._name = FittingText(theme, 64, QFont.Weight.Bold, white, lines=NAME_LINES, least=ORGANISATION)
        self._native = FittingText(theme, 34, QFont.Weight.DemiBold, white, lines=1)
        self._organisation = FittingText(theme, ORGANISATION, QFont.Weight.Normal, white, shrink=0.85)
        self._step = FittingText(theme, 22, QFont.Weight.DemiBold, white, lines=4, shrink=1.0)
        self._facts = [
            FittingText(theme, 18, QFont.Weight.Normal, white, lines=2, shrink=1.0) for _ in range(MOST_FACTS)
        ]
        self._views = (self._word, self._corner, self._name, self._native, self._organisation, self._step, *self._facts)
        self._texts: tuple[str, ...] = ("",) * len(self._views)
        self._seen: tuple[bool, ...] = ()
        for view in self._views:
            view.hide()
        self._pills = PillRow(look)
        self._note = NoteBox(look)
        self._print = FittingText(theme, 16, QFont.Weight.Normal, white, lines=2, shrink=1.0)
        self._progress = ProgressLine(white)
        self._buttons = {wanted: self._button(wanted) for wanted in _BUTTONS}
        self._build()
        self._stand_on(look.theme.colours.neutral)
        self._age = QElapsedTimer()
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MS)
        self._ticker.timeout.connect(self.tick)
        self._begin_line = single_shot(self, lambda: self.update(self._age_line))

    def show_verdict(self, shown: Shown) -> None:
        """Show another verdict, fresh. Only what differs from the one before is drawn again."""
        self._shown = shown
        self._stand_on(shown.tone.ground)
        self._icon.show_icon(shown.tone.icon, self._look.theme.colours.on_verdict)
        who = (shown.name, shown.native_name, shown.organisation)
        facts = (*shown.facts, *[""] * MOST_FACTS)[:MOST_FACTS]
        texts = (shown.word, shown.corner, *who, shown.step, *facts)
        for view, text, before in zip(self._views, texts, self._texts, strict=True):
            if text != before:
                view.setText(text)
        self._texts = texts
        self._pills.show_pills(shown.strong_pill, shown.brief_pill, shown.pills, shown.languages)
        self._note.show_note(shown.note_title, shown.note)
        self._offer(shown)
        self._refit()
        self.repaint(QRect(self._name.pos(), QSize(1, 1)))  # at once, and with it all that has changed
        self._restart_age()
        self.setAccessibleDescription(shown.spoken)
        self._announce(shown.spoken)

    def set_large(self, *, large: bool) -> None:
        """Draw everything larger, where the card has the screen to itself."""
        self._factors = (*LARGE_FACTORS, *FACTORS) if large else FACTORS
        self._refit()

    def say_printing(self, text: str, share: float, *, done: bool, stuck: bool = False) -> None:
        """Show how the print of the badge is going: `share` of the way, `done` if it came out, `stuck` in bold."""
        self._offered = None
        self._print.weigh(QFont.Weight.DemiBold if stuck else QFont.Weight.Normal)
        self._print.setText(text)
        self._progress.show_share(share)
        if done:
            self._name_print_button(again=True)
        self._bottom.renew()
        self._refit()

    def forget(self) -> None:
        """Stand for nobody any more."""
        self._shown = None

    def shown(self) -> Shown | None:
        """Return what stands on the card."""
        return self._shown

    def texts(self) -> list[str]:
        """Return all texts that can be read on the card, from the top."""
        above, below = self._views[:5], self._views[5:]
        texts = [view.text() for view in above if not view.isHidden()] + self._pills.texts()
        texts += [view.text() for view in below if not view.isHidden()] + [self._note.text(), self._print.text()]
        return [text for text in texts if text]

    def name_size(self) -> tuple[int, int]:
        """Return the height of the name's letters in pixels, and its lines."""
        return self._name.drawn()

    def organisation_size(self) -> tuple[int, int]:
        """Return the height of the organisation's letters in pixels, and its lines."""
        return self._organisation.drawn()

    def factor(self) -> float:
        """Return by how much everything is drawn smaller than on a large card."""
        return self._factor

    def freshness(self) -> float:
        """Return 1 for a verdict of now, 0 for one that is old."""
        if not self._age.isValid():
            return 0.0
        return max(0.0, 1 - self._age.elapsed() / (FRESH_SECONDS * 1000))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit everything into the new size."""
        super().resizeEvent(event)
        side = self._side()
        self._age_line = QRect(side, self.height() - 10, self.width() - 2 * side, 3)
        self._without_corners = self.rect().adjusted(0, RADIUS, 0, -RADIUS)
        whole, card = QPainterPath(), QPainterPath()
        whole.addRect(QRectF(self.rect()))
        card.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        self._outside = whole.subtracted(card)
        self._refit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line that shows how old the verdict is."""
        painter, place = QPainter(self), event.rect()
        painter.fillRect(place, self._ground)
        if not self._without_corners.contains(place):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(self._outside, self._paper)
        if self._age_line.intersects(place):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._line)
            line = QRectF(self._age_line)
            line.setWidth(line.width() * self.freshness())
            painter.drawRoundedRect(line, 1.5, 1.5)
        painter.end()

    def _stand_on(self, ground: str) -> None:
        """Change the colour of the card, and of what stands on it."""
        if self._tone == ground:
            return
        self._tone = ground
        self._ground, self._line = QColor(ground), mixed(ground, "#ffffff", 0.55)
        self._pills.stand_on(self._ground)
        dress = on_verdict(self._look.theme.colours, ground)
        for button in self._buttons.values():
            button.wear(dress)
        self.update()

    def _restart_age(self) -> None:
        """Begin the line anew; it is drawn after the verdict."""
        self._age.start()
        self._ticker.start()
        self._begin_line.start()

    def tick(self) -> None:
        """Let the line grow shorter: nothing but its end is drawn again."""
        left = self.freshness()
        if left <= 0:
            self._ticker.stop()
            if self._shown is not None:
                self._stand_on(aged(self._shown.tone.ground, self._look.theme.colours))
        line = self._age_line
        end = int(line.width() * left)
        step = line.width() * self._ticker.interval() // (FRESH_SECONDS * 1000) + 3
        self.update(QRect(line.x() + end - 2, line.y(), step + 4, line.height()))

    def _offer(self, shown: Shown) -> None:
        """Show what can be done now, and whether the badge was printed."""
        if self._offered == (shown.actions, shown.printed):
            return
        self._offered = (shown.actions, shown.printed)
        self._print.weigh(QFont.Weight.Normal)
        self._print.setText(shown.printed)
        self._progress.show_share(1.0)
        self._name_print_button(again=bool(shown.printed))
        for wanted, button in self._buttons.items():
            if wanted is not _SPARE:
                button.setVisible(wanted in shown.actions)
        self._bottom.renew()

    def _name_print_button(self, *, again: bool) -> None:
        if again != self._again:
            self._again, words = again, self._look.words
            text = words.t("Print again") if again else words.t(action(ActionId.PRINT).text)
            self._buttons[ActionId.PRINT].say(text)

    def _announce(self, text: str) -> None:
        if QAccessible.isActive():
            announcement = QAccessibleAnnouncementEvent(self, text)
            announcement.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(announcement)

    def _button(self, wanted: ActionId) -> Button:
        words, colours = self._look.words, self._look.theme.colours
        dress = on_verdict(colours, colours.neutral)
        button = Button(self._look, words.t(action(wanted).text), dress, key=key_of(words, wanted), size=16)
        button.clicked.connect(lambda: self.asked.emit(wanted))
        return button

    def _build(self) -> None:
        space = self._look.theme.space
        button_row = Flow(space(8), from_right=True)
        button_row.add(list(self._buttons.values()))
        top = TopLine(self._look, self._icon, self._word, self._corner)
        self._bottom = BottomLine(self._look, self._print, self._progress, button_row)
        head: list[tuple[float, Part]] = [
            (0, top),
            (space(16), self._name),
            (0, self._native),
            (space(4), self._organisation),
            (space(22), self._pills),
            (space(24), self._step),
            (space(16), self._facts[0]),
            *((space(6), fact) for fact in self._facts[1:]),
        ]
        foot: list[tuple[float, Part]] = [(space(16), self._note), (0, self._bottom)]
        for _, part in (*head, *foot):
            part.setParent(self)
        self._column = Column(head, foot, thrifty=True)

    def _refit(self) -> None:
        """Draw everything as large as it fits; what is needed least is left out before letters grow too small."""
        side, theme = self._side(), self._look.theme
        room = self.rect().adjusted(side, round(side * 0.85), -side, -max(16, round(side * 0.8)))
        self._spare(room.width())
        gap, least = theme.space(10), LEAST_FACTOR / theme.scale**0.5
        large = [factor for factor in self._factors if factor >= least]
        for level in range(LEVELS):
            self._leave_out(level, room.width(), large[-1])
            fitting = self._column.fit(room, large, gap)
            if fitting is not None:
                self._factor = fitting
                return
        self._factor = self._column.arrange(room, self._factors, gap)

    def _spare(self, width: int) -> None:
        """Show the button that can be done without only if all of them stand in one line."""
        actions = self._shown.actions if self._shown is not None else ()
        now = (actions, self._again, width, self._factors[0])
        if now != self._spared:
            self._spared, button = now, self._buttons[_SPARE]
            button.setVisible(_SPARE in actions)
            if _SPARE in actions:
                self._bottom.set_factor(self._factors[0])
                button.setVisible(self._bottom.width_of_buttons() <= width)
            self._bottom.renew()

    def _leave_out(self, level: int, width: int, least: float) -> None:
        seen = tuple(bool(text) and level < limit for text, limit in zip(self._texts, LEFT_OUT_FROM, strict=True))
        if seen != self._seen:
            self._seen = seen
            for view, is_seen in zip(self._views, seen, strict=True):
                view.setVisible(is_seen)
        self._name.limit(NAME_LINES if level < FIRST_FACT else FEW_NAME_LINES)
        self._pills.enlarge(1.0 if level < CORNER else LARGER_PILLS)
        self._pills.take(width, least, languages=level < LANGUAGES, whole=level < CORNER)
        whole = in_full(self._shown) if self._shown is not None and level else ""
        if whole != self.toolTip():
            self.setToolTip(whole)

    def _side(self) -> int:
        """The margin: less of it where there is little room."""
        theme = self._look.theme
        least = 12 * math.sqrt(theme.scale)
        return max(16, min(theme.space(40), self.width() // 22, round(self.height() / least)))
