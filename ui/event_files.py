"""Answers the pages of an event: asks for files and folders, lets a volume be heard, shows where badges go."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.actions import PageId
from ui.dialogs import Dialogs
from ui.frames import EventFrame
from ui.list_files import ListFiles
from ui.look import Look
from ui.preferences import Preferences
from ui.print_places import FOLDER
from ui.sounds import Sound, Sounds

TEMPLATE = ".toml"
FLOORS = ".png *.jpg *.jpeg *.webp *.pdf *.svg *.dxf"
PICTURES = ".png *.jpg *.jpeg"


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
        self._look, self._words, self._preferences, self._sounds = look, look.words, preferences, sounds

    def serve(self, page_id: PageId) -> None:
        """Answer a page that was just made."""
        if page_id is PageId.EVENT:
            self._frame.settings.backup_folder_asked.connect(self._ask_backup_folder)
            self._frame.settings.volume_chosen.connect(self._try_volume)
        elif page_id is PageId.PRINTER:
            self._frame.printer.folder_asked.connect(self._ask_folder)
        elif page_id is PageId.IMPORT:
            self._lists = ListFiles(self._frame.importing, self._dialogs, self._window, self._look, self._preferences)
        elif page_id is PageId.JOURNAL:
            self._frame.journal.export_asked.connect(self._ask_journal_file)
        elif page_id is PageId.BADGES:
            self._frame.badges.save_asked.connect(self._ask_badges_file)
        elif page_id is PageId.TEMPLATES:
            self._frame.templates.open_asked.connect(self._ask_template)
            self._frame.templates.write_asked.connect(self._ask_template_file)
            self._frame.templates.picture_asked.connect(self._ask_picture)
        elif page_id is PageId.FAIR:
            self._frame.fair.save_asked.connect(self._ask_paper_file)
            self._frame.fair.picture_asked.connect(self._ask_floor_picture)
        elif page_id is PageId.PANELS:
            self._frame.panels.save_asked.connect(self._ask_panel_paper)
        elif page_id is PageId.CAFE:
            self._frame.cafe.save_asked.connect(self._ask_cafe_paper)
        elif page_id is PageId.PRIZE:
            self._frame.prize.save_asked.connect(self._ask_prize_paper)
        else:
            self._serve_lists(page_id)

    def _serve_lists(self, page_id: PageId) -> None:
        if page_id is PageId.REPORTS:
            self._frame.reports.save_asked.connect(self._ask_report)
            self._frame.reports.picture_asked.connect(self._ask_report_picture)
            self._frame.reports.place_asked.connect(self._ask_next_event)
        elif page_id is PageId.PEOPLE:
            self._frame.people.about_asked.connect(self._ask_about_file)
            self._frame.people.export_asked.connect(self._ask_people_file)

    def _ask_folder(self) -> None:
        folder = self._dialogs.folder(self._window, self._words, self._preferences.folder_for_files())
        if folder is not None:
            self._frame.printer.choose(f"{FOLDER}{folder}")

    def _ask_backup_folder(self) -> None:
        folder = self._dialogs.backup_folder(self._window, self._words, self._preferences.folder_for_files())
        if folder is not None:
            self._frame.settings.choose_backup_folder(folder)

    def _ask_journal_file(self) -> None:
        words = self._words
        proposed = self._preferences.folder_for_files() / f"{words.t('Journal')}.csv"
        title = words.t("Write the journal to a file")
        self._take(self._dialogs.save_other(self._window, title, proposed), self._frame.journal.export)

    def _ask_people_file(self) -> None:
        words = self._words
        proposed = self._preferences.folder_for_files() / f"{words.t('People')}.xlsx"
        title = words.t("Write the people who are shown to a file")
        self._take(self._dialogs.save_table(self._window, words, title, proposed), self._frame.people.write_to)

    def _ask_badges_file(self, name: str) -> None:
        proposed = self._preferences.folder_for_files() / f"{name}.pdf"
        title = self._words.t("Save badges as PDF")
        self._take(self._dialogs.save_other(self._window, title, proposed), self._frame.badges.save_to)

    def _ask_paper_file(self, name: str) -> None:
        proposed = self._preferences.folder_for_files() / f"{name}.pdf"
        title = self._words.t("Save the paper as PDF")
        self._take(self._dialogs.save_other(self._window, title, proposed), self._frame.fair.save_to)

    def _ask_panel_paper(self, name: str, suffix: str) -> None:
        proposed = self._preferences.folder_for_files() / f"{name}{suffix}"
        title = self._words.t("Save the paper")
        self._take(self._dialogs.save_other(self._window, title, proposed), self._frame.panels.save_to)

    def _ask_cafe_paper(self, name: str) -> None:
        proposed, title = self._preferences.folder_for_files() / f"{name}.pdf", self._words.t("Save the paper as PDF")
        self._take(self._dialogs.save_other(self._window, title, proposed), self._frame.cafe.save_to)

    def _ask_prize_paper(self, name: str) -> None:
        proposed, title = self._preferences.folder_for_files() / f"{name}.pdf", self._words.t("Save the paper as PDF")
        self._take(self._dialogs.save_other(self._window, title, proposed), self._frame.prize.save_to)

    def _ask_report(self, name: str, suffix: str) -> None:
        proposed, title = self._preferences.folder_for_files() / f"{name}{suffix}", self._words.t("Save the paper")
        self._take(self._dialogs.save_other(self._window, title, proposed), self._frame.reports.save_to)

    def _ask_report_picture(self) -> None:
        folder, title = self._preferences.folder_for_files(), self._words.t("Choose a picture")
        self._take(self._dialogs.open_other(self._window, title, folder, PICTURES), self._frame.reports.take_picture)

    def _ask_next_event(self, proposed: Path) -> None:
        path = self._dialogs.new_event(self._window, self._words, proposed)
        self._take(path, self._frame.reports.make_next)

    def _ask_about_file(self, name: str) -> None:
        proposed = self._preferences.folder_for_files() / f"{name}.json"
        title = self._words.t("Save all that is stored about this person")
        self._take(self._dialogs.save_other(self._window, title, proposed), self._frame.people.write_about)

    def _ask_floor_picture(self) -> None:
        folder, title = self._preferences.folder_for_files(), self._words.t("Choose a picture of the floor")
        self._take(self._dialogs.open_other(self._window, title, folder, FLOORS), self._frame.fair.take_picture)

    def _ask_template(self) -> None:
        folder, title = self._preferences.folder_for_files(), self._words.t("Open a template")
        self._take(self._dialogs.open_other(self._window, title, folder, TEMPLATE), self._frame.templates.open_file)

    def _ask_template_file(self, name: str) -> None:
        proposed, title = self._preferences.folder_for_files() / name, self._words.t("Write the template to a file")
        self._take(self._dialogs.save_other(self._window, title, proposed), self._frame.templates.write_file)

    def _ask_picture(self) -> None:
        folder, title = self._preferences.folder_for_files(), self._words.t("Choose a picture")
        self._take(self._dialogs.open_other(self._window, title, folder, PICTURES), self._frame.templates.take_picture)

    def _take(self, answer: Path | None, take: Callable[[Path], object]) -> None:
        """Hand the file that was chosen to its page."""
        path = self._preferences.chosen(answer)
        if path is not None:
            take(path)

    def _try_volume(self, volume: int) -> None:
        self._sounds.volume = volume
        self._sounds.play(Sound.WELCOME)
