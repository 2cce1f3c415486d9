"""The card that fills the page: one verdict, readable from two metres."""

from PySide6.QtCore import QElapsedTimer, QRect, QRectF, Qt, QTimer, Signal
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
from ui.checkin.shown import MOST_FACTS, Shown
from ui.icons import IconView
from ui.look import Look
from ui.theme import mixed
from ui.widgets.button import Button, on_verdict
from ui.widgets.parts import Column, Flow, Part
from ui.widgets.pill import Cut, Pill
from ui.widgets.text import FittingText

FRESH_SECONDS = 30
"""So long the line at the foot takes to run out."""
FACTORS = (1.0, 0.92, 0.85, 0.78, 0.7, 0.62, 0.55, 0.48, 0.42, 0.37, 0.33, 0.29)
PILLS = 7
ICON_SIZE = 40
ORGANISATION = 25
"""The size of the organisation's letters; the name is never smaller."""
RADIUS = 10
PILL = Cut(size=19, pad=20, radius=8)
_BUTTONS = (
    ActionId.GROUP,
    ActionId.SCAN_FIELD,
    ActionId.PRINT,
    ActionId.WALK_IN,
    ActionId.UNDO,
    ActionId.FORCE,
)


class VerdictCard(QWidget):
    """Colour, icon, word, name, where to go, what to do next. It stays until the next scan."""

    asked = Signal(ActionId)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._shown: Shown | None = None
        self._ground = QColor(look.theme.colours.neutral)
        white, theme = look.theme.colours.on_verdict, look.theme
        self.setAccessibleName(look.words.t("Result of the scan"))
        self._icon = IconView(look.icons, "welcome", white, theme.text_px(ICON_SIZE))
        self._word = FittingText(theme, 22, QFont.Weight.DemiBold, white, lines=1)
        self._corner = FittingText(theme, 18, QFont.Weight.Normal, white, lines=1)
        self._name = FittingText(theme, 64, QFont.Weight.Bold, white, lines=4, least=ORGANISATION)
        self._native = FittingText(theme, 34, QFont.Weight.DemiBold, white, lines=1)
        self._organisation = FittingText(theme, ORGANISATION, QFont.Weight.Normal, white, shrink=0.85)
        self._step = FittingText(theme, 22, QFont.Weight.DemiBold, white, lines=4, shrink=1.0)
        self._facts = [
            FittingText(theme, 18, QFont.Weight.Normal, white, lines=2, shrink=1.0) for _ in range(MOST_FACTS)
        ]
        self._pills = [Pill(theme, "", white, white, PILL) for _ in range(PILLS)]
        self._note = NoteBox(look)
        self._print = FittingText(theme, 16, QFont.Weight.Normal, white, lines=2, shrink=1.0)
        self._progress = ProgressLine(white)
        self._buttons = {wanted: self._button(wanted) for wanted in _BUTTONS}
        self._build()
        self._age = QElapsedTimer()
        self._ticker = QTimer(self)
        self._ticker.setInterval(250)
        self._ticker.timeout.connect(self._tick)

    def show_verdict(self, shown: Shown) -> None:
        """Show another verdict, fresh."""
        self._shown = shown
        self._ground = QColor(shown.tone.ground)
        self._icon.show_icon(shown.tone.icon, self._look.theme.colours.on_verdict)
        for text, view in (
            (shown.word, self._word),
            (shown.corner, self._corner),
            (shown.name, self._name),
            (shown.native_name, self._native),
            (shown.organisation, self._organisation),
            (shown.step, self._step),
        ):
            view.setText(text)
            view.setVisible(bool(text))
        for number, view in enumerate(self._facts):
            view.setText(shown.facts[number] if number < len(shown.facts) else "")
            view.setVisible(number < len(shown.facts))
        self._show_pills(shown)
        self._note.show_note(shown.note_title, shown.note)
        self._print.setText("")
        self._progress.show_share(1.0)
        self._name_print_button(again=shown.has_badge)
        dress = on_verdict(self._look.theme.colours, shown.tone.ground)
        for wanted, button in self._buttons.items():
            button.wear(dress)
            button.setVisible(wanted in shown.actions)
        self.setAccessibleDescription(shown.spoken)
        self._refit()
        self._age.start()
        self._ticker.start()
        self.update()
        self._announce(shown.spoken)

    def say_printing(self, text: str, share: float, *, done: bool) -> None:
        """Show how the print of the badge is going: `share` of the way, `done` if the badge came out."""
        self._print.setText(text)
        self._progress.show_share(share)
        if done:
            self._name_print_button(again=True)
        self._refit()

    def shown(self) -> Shown | None:
        """Return what stands on the card."""
        return self._shown

    def texts(self) -> list[str]:
        """Return all texts that can be read on the card, from the top."""
        views = (self._word, self._corner, self._name, self._native, self._organisation, *self._pills, self._step)
        texts = [view.text() for view in (*views, *self._facts) if not view.isHidden()]
        texts += [self._note.text(), self._print.text()]
        return [text for text in texts if text]

    def name_size(self) -> tuple[int, int]:
        """Return the height of the name's letters in pixels, and its lines."""
        return self._name.drawn()

    def organisation_size(self) -> tuple[int, int]:
        """Return the height of the organisation's letters in pixels, and its lines."""
        return self._organisation.drawn()

    def freshness(self) -> float:
        """Return 1 for a verdict of now, 0 for one that is old."""
        if not self._age.isValid():
            return 0.0
        return max(0.0, 1 - self._age.elapsed() / (FRESH_SECONDS * 1000))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit everything into the new size."""
        super().resizeEvent(event)
        self._refit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line that shows how old the verdict is."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(self._corners(), QColor(self._look.theme.colours.paper))
        painter.setBrush(mixed(self._ground.name(), "#ffffff", 0.55))
        line = self._age_line()
        painter.drawRoundedRect(QRectF(line.x(), line.y(), line.width() * self.freshness(), line.height()), 1.5, 1.5)
        painter.end()

    def _corners(self) -> QPainterPath:
        """What lies outside of the rounded corners: the card draws it itself, so that nothing below it is drawn."""
        whole, card = QPainterPath(), QPainterPath()
        whole.addRect(QRectF(self.rect()))
        card.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        return whole.subtracted(card)

    def _age_line(self) -> QRect:
        side = self._side()
        return QRect(side, self.height() - 10, self.width() - 2 * side, 3)

    def _tick(self) -> None:
        if self.freshness() <= 0:
            self._ticker.stop()
        self.update(self._age_line())

    def _name_print_button(self, *, again: bool) -> None:
        words, button = self._look.words, self._buttons[ActionId.PRINT]
        button.say(words.t("Print again") if again else words.t(action(ActionId.PRINT).text))

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
        self._pill_row = Flow(space(12))
        self._pill_row.add(self._pills)
        button_row = Flow(space(8), from_right=True)
        button_row.add(list(self._buttons.values()))
        top = TopLine(self._look, self._icon, self._word, self._corner)
        bottom = BottomLine(self._look, self._print, self._progress, button_row)
        head: list[tuple[float, Part]] = [
            (0, top),
            (space(16), self._name),
            (-space(6), self._native),
            (space(4), self._organisation),
            (space(22), self._pill_row),
            (space(24), self._step),
            (space(16), self._facts[0]),
            *((space(6), fact) for fact in self._facts[1:]),
        ]
        foot: list[tuple[float, Part]] = [(space(16), self._note), (0, bottom)]
        for _, part in (*head, *foot):
            part.setParent(self)
        self._column = Column(head, foot)

    def _show_pills(self, shown: Shown) -> None:
        colours = self._look.theme.colours
        darker = mixed(shown.tone.ground, "#000000", 0.2)
        texts = [shown.strong_pill, *shown.pills]
        for number, pill in enumerate(self._pills):
            pill.setText(texts[number] if number < len(texts) else "")
            pill.setVisible(bool(pill.text()))
            if number == 0:
                pill.dress(QColor(colours.on_verdict), QColor(shown.tone.ground), QFont.Weight.Bold)
            else:
                pill.dress(darker, QColor(colours.on_verdict), QFont.Weight.Normal)
        self._pill_row.setVisible(any(texts))

    def _refit(self) -> None:
        side, theme = self._side(), self._look.theme
        room = self.rect().adjusted(side, round(side * 0.85), -side, -max(16, round(side * 0.8)))
        self._column.arrange(room, FACTORS, theme.space(10))

    def _side(self) -> int:
        """The margin: less of it where there is little room."""
        return max(16, min(self._look.theme.space(40), self.width() // 22, self.height() // 12))
