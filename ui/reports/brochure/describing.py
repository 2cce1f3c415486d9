"""Writes what is told of one project, as it is typed; shows the project that is chosen, and its picture."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from eventdesk.drawing.picture import WrongPictureError
from eventdesk.errors import KnownError
from eventdesk.people.consent import Consent
from eventdesk.words.faults import fault_sentence
from ui.attempts import Attempts
from ui.jobs import Err, Ok
from ui.look import Look
from ui.reports.brochure.editor_card import EditorCard
from ui.reports.flow import brochure_flow, describing_flow
from ui.reports.flow.describing_flow import Description
from ui.reports.flow.reports_flow import ReportsFlow
from ui.work import Stopped, Work


class Describing(QObject):
    """`shown` when a project is to be seen, or none any more; `written` when something was."""

    shown = Signal(bool)
    written = Signal()
    picture_asked = Signal()

    def __init__(self, look: Look, flow: ReportsFlow, work: Work, attempts: Attempts, parent: QObject) -> None:
        super().__init__(parent)
        self.look, self.flow, self._work, self._attempts = look, flow, work, attempts
        self.card = EditorCard(look)
        self.told: Description | None = None
        self._for, self._picture = 0, b""
        self._gone = self._left = False
        flow.leaving.begun.connect(self.close)
        self.destroyed.connect(partial(setattr, self, "_gone", True))
        card = self.card
        card.kept.connect(self.keep)
        card.left.connect(self.leave)
        card.chosen.connect(self._choose)
        card.agreed.connect(self._agree)
        card.picture_asked.connect(self._ask_picture)
        card.picture_dropped.connect(partial(self._set_picture, None))

    @property
    def project(self) -> int:
        """Which project is shown; 0 if none is."""
        return self.told.id if self.told is not None else 0

    def open(self, project: int) -> None:
        """Show a project; what was typed about another one is written first, and stays in sight if it cannot be."""
        if not self.keep():
            return
        self.card.forget_typing()
        self.card.said.setText("")
        self.told = None
        self.flow.memory.project = project
        self.refresh()
        if self.project:
            self.shown.emit(True)

    def leave(self) -> None:
        """Show all projects again, unless what was typed cannot be written."""
        if not self.keep():
            return
        self.card.forget_typing()
        self.told, self.flow.memory.project = None, 0
        self.shown.emit(False)

    def close(self) -> None:
        """Write what was typed: the file is about to be closed."""
        self.keep()
        self._left = True

    def keep(self) -> bool:
        """Write what was typed, if anything was; returns whether there is nothing left to write."""
        project, typed = self.project, self.card.typed()
        if self._left or not (project and typed):
            return True
        if self._attempts.done(lambda: describing_flow.describe(self.flow, project, typed)):
            self.card.forget_typing()
            self.refresh()
            self.card.said.setText(self.look.words.t("Written."))
            self.written.emit()
            return True
        return describing_flow.description(self.flow, project) is None

    def forget_typing(self) -> None:
        """Take back what was typed and is not written yet."""
        self.card.forget_typing()
        self.refresh()

    def refresh(self) -> None:
        """Show how the project is now; all projects if it is gone."""
        project = self.flow.memory.project
        if not project:
            return
        told = describing_flow.description(self.flow, project)
        if told is None:
            self.leave()
            return
        self.told = told
        self.card.show_project(told, closed=self.flow.closed is not None)
        self._show_picture(told)

    def take_picture(self, path: Path) -> None:
        """Give a picture of a file to the project that it was chosen for."""
        title = self.look.words.t("Reading {file}", file=path.name)
        end = partial(self._take, self._for, path.name)
        self._work.beside(title, lambda _task: describing_flow.read_picture(path), end)

    # ---- inside

    def _done(self, deed: Callable[[], object]) -> None:
        self._attempts.done(deed)
        self.refresh()
        self.written.emit()

    def _choose(self, wanted: bool) -> None:
        project = self.project
        self.keep()
        self._done(lambda: brochure_flow.choose(self.flow, [project], chosen=wanted))

    def _agree(self, consent: Consent, given: bool) -> None:
        project = self.project
        self.keep()
        self._done(lambda: describing_flow.agree(self.flow, project, consent, given=given))

    def _ask_picture(self) -> None:
        self.keep()
        if not self._attempts.is_closed():
            self._for = self.project
            self.picture_asked.emit()

    def _set_picture(self, data: bytes | None) -> None:
        project = self.project
        self._done(lambda: describing_flow.set_picture(self.flow, project, data))

    def _take(self, project: int, file: str, result: Ok[bytes] | Err | Stopped) -> None:
        words = self.look.words
        if self._left or isinstance(result, Stopped):
            return
        if self._gone:  # the page was made anew meanwhile, and shows what is stored
            if isinstance(result, Ok):
                with suppress(KnownError, WrongPictureError):
                    describing_flow.set_picture(self.flow, project, result.value)
            return
        try:
            if isinstance(result, Err):
                raise result.error
            data = result.value
            self._done(lambda: describing_flow.set_picture(self.flow, project, data))
        except KnownError as error:
            self._attempts.complain(fault_sentence(words, error))
        except WrongPictureError:
            self._attempts.complain(
                words.t("“{file}” is no picture that can be printed: choose a PNG or a JPEG.", file=file)
            )

    def _show_picture(self, told: Description) -> None:
        data = describing_flow.picture(self.flow, told.picture)
        if data is None:
            self._picture = b""
            self.card.picture.show_picture(None)
            return
        if data == self._picture and not self.card.picture.image.isNull():
            return
        self._picture = data
        room, pictures = self.card.picture.room, self.flow.pictures

        def ended(result: Ok[QImage] | Err) -> None:
            if self._gone or self._left or self._picture != data:
                return
            if isinstance(result, Err):
                raise result.error
            self.card.show_picture(None if result.value.isNull() else result.value)

        pictures.jobs.run(partial(describing_flow.thumbnail, data, room), ended)
