"""The system's own dialogs for files and folders; handed in, so that tests can answer them."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from eventdesk.words import Words
from ui.window import LISTS, SUFFIX


class Dialogs:
    """Each asks one question and returns a path, or None."""

    def open_event(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        """Ask which event file to open."""
        kinds = f"eventdesk (*{SUFFIX})"
        chosen, _ = QFileDialog.getOpenFileName(parent, words.t("Open an event"), str(folder), kinds)
        return Path(chosen) if chosen else None

    def new_event(self, parent: QWidget, words: Words, proposed: Path) -> Path | None:
        """Ask where a new event file goes."""
        kinds = f"eventdesk (*{SUFFIX})"
        chosen, _ = QFileDialog.getSaveFileName(parent, words.t("New event"), str(proposed), kinds)
        path = Path(chosen) if chosen else None
        return path.with_name(path.name + SUFFIX) if path and path.suffix.lower() != SUFFIX else path

    def open_list(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        """Ask which list of people to import."""
        kinds = "{} ({})".format(words.t("Lists"), " ".join(f"*{suffix}" for suffix in LISTS))
        every = "{} (*)".format(words.t("All files"))
        chosen, _ = QFileDialog.getOpenFileName(
            parent, words.t("Choose a list of people"), str(folder), f"{kinds};;{every}"
        )
        return Path(chosen) if chosen else None

    def open_other(self, parent: QWidget, title: str, folder: Path, suffix: str) -> Path | None:
        """Ask for a file of one kind."""
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), f"*{suffix}")
        return Path(chosen) if chosen else None

    def save_other(self, parent: QWidget, title: str, proposed: Path) -> Path | None:
        """Ask where a file of the kind of `proposed` goes."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), f"*{proposed.suffix}")
        path = Path(chosen) if chosen else None
        return path.with_name(path.name + proposed.suffix) if path and not path.suffix else path

    def save_table(self, parent: QWidget, words: Words, title: str, proposed: Path) -> Path | None:
        """Ask where a table goes, as a workbook or as CSV."""
        workbook, text = "{} (*.xlsx)".format(words.t("Workbook")), "CSV (*.csv)"
        chosen, kind = QFileDialog.getSaveFileName(parent, title, str(proposed), f"{workbook};;{text}")
        path = Path(chosen) if chosen else None
        suffix = ".csv" if kind == text else ".xlsx"
        return path.with_name(path.name + suffix) if path and not path.suffix else path

    def folder(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        """Ask for a folder for badges."""
        chosen = QFileDialog.getExistingDirectory(parent, words.t("Folder for badges"), str(folder))
        return Path(chosen) if chosen else None

    def backup_folder(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        """Ask for a folder for backups."""
        chosen = QFileDialog.getExistingDirectory(parent, words.t("Folder for backups"), str(folder))
        return Path(chosen) if chosen else None

    def event_folder(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        """Ask for an event folder, of which an event is made."""
        chosen = QFileDialog.getExistingDirectory(parent, words.t("Event folder"), str(folder))
        return Path(chosen) if chosen else None

    def workbook(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        """Ask for a workbook, of which an event is made."""
        kinds = "{} (*.xlsx *.ods *.xlsm *.xls)".format(words.t("Workbooks"))
        chosen, _ = QFileDialog.getOpenFileName(parent, words.t("Choose a workbook"), str(folder), kinds)
        return Path(chosen) if chosen else None
