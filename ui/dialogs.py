"""The system's own dialogs for files and folders; handed in, so that tests can answer them."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from eventdesk.words import Words
from ui.window import SUFFIX


class Dialogs:
    """Each asks one question and returns a path, or None."""

    def open_event(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        """Ask which event file to open."""
        kinds = f"eventdesk (*{SUFFIX})"
        chosen, _ = QFileDialog.getOpenFileName(parent, words.t("Open an event"), str(folder), kinds)
        return Path(chosen) if chosen else None

    def new_event(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        """Ask where a new event file goes."""
        kinds = f"eventdesk (*{SUFFIX})"
        proposed = folder / (words.t("New event") + SUFFIX)
        chosen, _ = QFileDialog.getSaveFileName(parent, words.t("New event"), str(proposed), kinds)
        path = Path(chosen) if chosen else None
        return path.with_name(path.name + SUFFIX) if path and path.suffix.lower() != SUFFIX else path

    def folder(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        """Ask for a folder for badges."""
        chosen = QFileDialog.getExistingDirectory(parent, words.t("Folder for badges"), str(folder))
        return Path(chosen) if chosen else None
