"""The card of this desk: what it is called, how it speaks, looks and sounds, and what its guest sees."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from eventdesk.words import mark
from ui import languages
from ui.keys import DIGITS
from ui.look import Look
from ui.preferences import AS_SYSTEM, GUEST_SECONDS, Preferences
from ui.settings.card import Card
from ui.widgets.button import Button, plain
from ui.widgets.segments import Segments
from ui.widgets.steady_box import SteadyBox
from ui.widgets.tick import Tick

LONGEST_NAME = 40
"""Letters in the name of a desk; the field takes the digits of a badge as well, which then go where they belong."""
SHADES = ("light", "dark", AS_SYSTEM)
TEXT_SIZES = (0, 100, 125, 150, 200)
VOLUMES = (0, 30, 70, 100)


class DeskCard(Card):
    """Everything takes effect at once, and holds for this computer only."""

    TITLE = mark("This desk")

    look_changed = Signal()
    desk_named = Signal()
    volume_chosen = Signal(int)
    guest_changed = Signal()

    def __init__(self, look: Look, preferences: Preferences) -> None:
        words, kept = look.words, preferences
        super().__init__(look, words.t(self.TITLE), words.t("For this computer only, whatever file is open."))
        self._preferences = preferences
        self.desk = QLineEdit(kept.desk)
        self.desk.setMaxLength(LONGEST_NAME + DIGITS)
        self.desk.editingFinished.connect(self._name_desk)
        self.rows.add(words.t("Name of this desk"), self.desk)
        self.language = Segments(look, languages.NAMES, languages.CODES.index(words.language), words.t("Language"))
        self.language.chosen.connect(self._choose_language)
        self.rows.add(words.t("Language"), self.language)
        shades = [words.t("Light"), words.t("Dark"), words.t("As the system")]
        self.shade = Segments(look, shades, SHADES.index(kept.shade), words.t("Brightness"))
        self.shade.chosen.connect(self._choose_shade)
        self.rows.add(words.t("Brightness"), self.shade)
        self.text_size = SteadyBox(words.t("Size of text"))
        self.text_size.addItems([words.t("As the system"), *(f"{size} %" for size in TEXT_SIZES[1:])])
        self.text_size.setCurrentIndex(TEXT_SIZES.index(kept.text_size) if kept.text_size in TEXT_SIZES else 0)
        self.text_size.activated.connect(self._choose_text_size)
        self.rows.add(words.t("Size of text"), self.text_size)

        self._add_sound()
        self._add_guest()

    def refresh(self) -> None:
        """Show whether the guest's screen is on: a key turns it, too."""
        self.guest.box.blockSignals(True)
        self.guest.box.setChecked(self._preferences.guest_screen)
        self.guest.box.blockSignals(False)
        self._enable_guest()

    def _add_sound(self) -> None:
        look, words = self.look, self.look.words
        names = [words.t("Off"), words.t("Quiet"), words.t("Middle"), words.t("Loud")]
        nearest = min(range(len(VOLUMES)), key=lambda at: abs(VOLUMES[at] - self._preferences.sound_volume))
        self.sound = Segments(look, names, nearest, words.t("Sound"))
        self.sound.chosen.connect(lambda at: self.volume_chosen.emit(VOLUMES[at]))
        self.try_sound = Button(look, words.t("Try"), plain(look.theme.colours), size=14, high=38)
        self.try_sound.clicked.connect(lambda: self.volume_chosen.emit(VOLUMES[self.sound.at()]))
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.sound, 1)
        line.addWidget(self.try_sound)
        self.rows.add(words.t("Sound"), both)

    def _add_guest(self) -> None:
        words, kept = self.look.words, self._preferences
        self.guest = Tick(self.look.theme, words.t("A second screen greets the guest"), ticked=kept.guest_screen)
        self.guest_names = Tick(self.look.theme, words.t("It shows names"), ticked=kept.guest_names)
        for tick in (self.guest, self.guest_names):
            tick.toggled.connect(self._choose_guest)
            self.column.addWidget(tick)
        name = words.t("A greeting stays for")
        seconds = [words.t("{seconds} s", seconds=each) for each in GUEST_SECONDS]
        self.guest_seconds = Segments(self.look, seconds, GUEST_SECONDS.index(kept.guest_seconds), name)
        self.guest_seconds.chosen.connect(self._choose_seconds)
        self.rows.add(name, self.guest_seconds)
        self._enable_guest()

    def _enable_guest(self) -> None:
        for control in (self.guest_names, self.guest_seconds):
            control.setEnabled(self._preferences.guest_screen)

    def _choose_seconds(self, number: int) -> None:
        self._preferences.guest_seconds = GUEST_SECONDS[number]

    def _choose_guest(self) -> None:
        self._preferences.guest_screen = self.guest.box.isChecked()
        self._preferences.guest_names = self.guest_names.box.isChecked()
        self._enable_guest()
        self.guest_changed.emit()

    def _name_desk(self) -> None:
        name = self.desk.text().strip()[:LONGEST_NAME].rstrip() or self._preferences.desk
        self.desk.setText(name)
        if name != self._preferences.desk:
            self._preferences.desk = name
            self.desk_named.emit()

    def _choose_language(self, number: int) -> None:
        self._preferences.language = languages.CODES[number]
        self.look_changed.emit()

    def _choose_shade(self, number: int) -> None:
        self._preferences.shade = SHADES[number]
        self.look_changed.emit()

    def _choose_text_size(self, number: int) -> None:
        self._preferences.text_size = TEXT_SIZES[number]
        self.look_changed.emit()
