"""Answers the pages of an event: asks for files and folders, lets a volume be heard, shows where badges go."""

from PySide6.QtWidgets import QWidget

from ui.dialogs import Dialogs
from ui.frames import EventFrame
from ui.look import Look
from ui.preferences import Preferences
from ui.printing import FOLDER
from ui.sounds import Sound, Sounds


class EventFiles:
    """Lives as long as one frame."""

    def __init__(
        self,
        frame: EventFrame,
        dialogs: Dialogs,
        window: QWidget,
        look: Look,
        preferences: Preferences,
        sounds: Sounds,
    ) -> None:
        self._frame, self._dialogs, self._window = frame, dialogs, window
        self._words, self._preferences, self._sounds = look.words, preferences, sounds
        frame.settings.folder_asked.connect(self._ask_folder)
        frame.settings.backup_folder_asked.connect(self._ask_backup_folder)
        frame.journal.export_asked.connect(self._ask_journal_file)
        frame.people.export_asked.connect(self._ask_people_file)
        frame.settings.volume_chosen.connect(self._try_volume)

    def _ask_folder(self) -> None:
        folder = self._dialogs.folder(self._window, self._words, self._preferences.folder_for_files())
        if folder is not None:
            self._preferences.printer = f"{FOLDER}{folder}"
            self._frame.settings.list_printers()
            self._frame.show_printing()

    def _ask_backup_folder(self) -> None:
        folder = self._dialogs.backup_folder(self._window, self._words, self._preferences.folder_for_files())
        if folder is not None:
            self._frame.settings.choose_backup_folder(folder)

    def _ask_journal_file(self) -> None:
        words = self._words
        proposed = self._preferences.folder_for_files() / f"{words.t('Journal')}.csv"
        path = self._dialogs.save_other(self._window, words.t("Write the journal to a file"), proposed)
        if path is not None:
            self._preferences.remember_folder(path.parent)
            self._frame.journal.export(path)

    def _ask_people_file(self) -> None:
        words = self._words
        proposed = self._preferences.folder_for_files() / f"{words.t('People')}.xlsx"
        title = words.t("Write the people who are shown to a file")
        path = self._dialogs.save_table(self._window, words, title, proposed)
        if path is not None:
            self._preferences.remember_folder(path.parent)
            self._frame.people.write_to(path)

    def _try_volume(self, volume: int) -> None:
        self._sounds.volume = volume
        self._sounds.play(Sound.WELCOME)
