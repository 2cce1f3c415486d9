"""Asks for the files that the import page needs: a list, a table for its errors, a mapping of its columns."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.dialogs import Dialogs
from ui.importing.page import ImportPage
from ui.look import Look
from ui.preferences import Preferences

MAPPING = ".toml"


class ListFiles:
    """Answers the questions of one page; dialogs begin in the folder used last."""

    def __init__(
        self, page: ImportPage, dialogs: Dialogs, window: QWidget, look: Look, preferences: Preferences
    ) -> None:
        self._page, self._dialogs, self._window = page, dialogs, window
        self._words, self._preferences = look.words, preferences
        page.choose_asked.connect(self._choose)
        page.errors_asked.connect(self._save_errors)
        page.mapping_save_asked.connect(self._save_mapping)
        page.mapping_load_asked.connect(self._load_mapping)

    def _choose(self) -> None:
        self._take(self._dialogs.open_list(self._window, self._words, self._folder()), self._page.take_list)

    def _save_errors(self) -> None:
        title = self._words.t("Save errors as a table …")
        self._take(self._dialogs.save_other(self._window, title, self._beside(" – ", ".csv")), self._page.save_errors)

    def _save_mapping(self) -> None:
        title = self._words.t("Save mapping …")
        self._take(self._dialogs.save_other(self._window, title, self._beside("", MAPPING)), self._page.save_mapping)

    def _load_mapping(self) -> None:
        title = self._words.t("Load mapping …")
        self._take(self._dialogs.open_other(self._window, title, self._folder(), MAPPING), self._page.load_mapping)

    def _take(self, answer: Path | None, then: Callable[[Path], None]) -> None:
        path = self._preferences.chosen(answer)
        if path is not None:
            then(path)

    def _beside(self, dash: str, suffix: str) -> Path:
        """Propose a name after the list: errors go beside it under another name, never over it."""
        asked = self._page.flow.asked
        name = asked.path.stem if asked is not None else ""
        more = f"{dash}{self._words.t('errors')}" if dash else ""
        return self._folder() / f"{name}{more}{suffix}"

    def _folder(self) -> Path:
        return self._preferences.folder_for_files()
