"""The line at the top: which event this is, what is saved, which desk this is, the time."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.look import Look
from ui.shell.backup_pill import BackupPill
from ui.timers import single_shot, to_next_minute
from ui.widgets.pill import Cut, Pill
from ui.widgets.text import ElidedText, Text

HEIGHT = 60
Clock = Callable[[], datetime]


class Header(QFrame):
    """Title and place at the left; at the right what is saved, how old the newest backup is, the desk and the clock."""

    backup_asked = Signal()

    def __init__(self, look: Look, title: str, place: str, clock: Clock) -> None:
        """`clock` tells the present moment in the zone of the event."""
        super().__init__()
        self.setObjectName("header")
        self._look, self._clock = look, clock
        theme, colours = look.theme, look.theme.colours
        self.setMinimumHeight(theme.space(HEIGHT))
        self._title = ElidedText(title, "title")
        self._place = ElidedText(place, "muted")
        self._saved = Pill(theme, "", colours.saved, colours.on_saved, Cut(dot=True, whole=True))
        self._desk = Pill(theme, "", colours.soft, colours.text, Cut(whole=True))
        self._view_only = Pill(
            theme,
            look.words.t("View only"),
            colours.warning,
            colours.on_warning,
            Cut(weight=QFont.Weight.DemiBold, whole=True),
        )
        self._practice = Pill(
            theme,
            look.words.t("PRACTICE"),
            colours.help,
            colours.on_verdict,
            Cut(weight=QFont.Weight.Bold, whole=True),
        )
        self._practice.setToolTip(
            look.words.t("A practice file: everything here is invented and thrown away next time.")
        )
        self._written, self._written_briefly = "", ""
        self.backup = BackupPill(look)
        self.backup.asked.connect(self.backup_asked)
        self._time = Text("", "clock")
        self._time.setAccessibleName(look.words.t("Time"))
        for pill in (self._saved, self._desk, self._view_only, self._practice, self.backup):
            pill.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(24), 0, theme.space(24), 0)
        row.setSpacing(theme.space(14))
        row.addWidget(self._practice, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._title)
        row.addWidget(self._place)
        row.addStretch(1)
        for widget in (self._view_only, self._saved, self.backup, self._desk, self._time):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._timer = single_shot(self, self.tick)
        self.tick()

    def be_low(self, *, low: bool) -> None:
        """Take less height in a low window."""
        theme = self._look.theme
        self.setMinimumHeight(theme.metrics(17).height() + theme.space(20) if low else theme.space(HEIGHT))

    def show_event(self, title: str, place: str) -> None:
        """Show what the event is called, and where it is."""
        self._title.setText(title)
        self._place.setText(place)
        self._show_what_fits()

    def show_saved(self, at: str) -> None:
        """Show when the last change was written to the disk; without a time, that all is written."""
        words = self._look.words
        written = words.t("saved {time}", time=at) if at else words.t("saved")
        self._say_written(written, at or written, saved=True)
        self.tick()

    def show_unsaved(self) -> None:
        """Show that the last step was not written to the disk."""
        words = self._look.words
        self._say_written(words.t("Not saved"), words.t("unsaved"), saved=False)

    def _say_written(self, text: str, briefly: str, *, saved: bool) -> None:
        colours = self._look.theme.colours
        ground, ink = (colours.saved, colours.on_saved) if saved else (colours.warning, colours.on_warning)
        self._saved.dress(QColor(ground), QColor(ink), QFont.Weight.Normal)
        self._written, self._written_briefly = text, briefly
        self._saved.setAccessibleName(text)
        self._show_what_fits()

    def show_view_only(self) -> None:
        """Show that nothing can be changed here."""
        self._written = self._written_briefly = ""
        self._view_only.show()
        self._show_what_fits()

    def show_backup(self, few: str, fewer: str, whole: str, *, worried: bool) -> None:
        """Show how old the newest backup is, in a few words or fewer; an empty text shows nothing."""
        self.backup.setVisible(bool(few))
        self.backup.show_said(few, fewer, whole, worried=worried)
        self._show_what_fits()

    def show_practice(self, practice: bool) -> None:
        """Show whether this is a file to practise with."""
        self._practice.setVisible(practice)
        self._show_what_fits()

    def hide_time(self) -> None:
        """Show no time: without an event nobody knows in which zone."""
        self._time.hide()

    def show_desk(self, name: str) -> None:
        """Show the name of this desk."""
        self._desk.setText(name)
        self._show_what_fits()

    def tick(self) -> None:
        """Show the time, and wake up when the minute is over."""
        now = self._clock()
        self._time.setText(now.strftime("%H:%M"))
        self._timer.start(to_next_minute(now))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the width has no room for: first the place, then the desk."""
        super().resizeEvent(event)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        """Title, place and desk are shown whole or not at all; pills say less before the desk or the title goes."""
        gap = self._look.theme.space(14)
        self._saved.setVisible(bool(self._written))
        room = self.width() - self._look.theme.space(48) - gap
        always = [self._time, self._practice, self._saved, self._view_only, self.backup]
        desk = self._desk.sizeHint().width() + gap if self._desk.text() else 0
        for backup_brief, saved_brief in ((False, False), (True, False), (True, True)):
            self._saved.setText(self._written_briefly if saved_brief else self._written)
            self.backup.be_brief(brief=backup_brief)
            least = sum(each.sizeHint().width() + gap for each in always if not each.isHidden())
            if least + self._title.sizeHint().width() + gap + desk <= room:
                break
        if not self._practice.isHidden() and room - least < self._title.minimumSizeHint().width():
            self._saved.hide()  # what is practised is thrown away
        shown = [self._title, *(each for each in always if not each.isHidden())]
        room -= sum(widget.sizeHint().width() + gap for widget in shown)
        for widget in (self._desk, self._place):
            wanted = widget.sizeHint().width() + gap
            widget.setVisible(bool(widget.text()) and room >= wanted)
            room -= wanted if widget.text() and room >= wanted else 0
