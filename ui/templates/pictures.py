"""Takes pictures from files into the event: they are read beside the window, for a large one takes a second."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from eventdesk.badges import stock
from eventdesk.codes import Fault
from eventdesk.drawing.picture import PictureTrouble, WrongPictureError
from eventdesk.errors import KnownError
from eventdesk.words.badges import picture_fault
from eventdesk.words.faults import fault_sentence
from ui.jobs import Err, Ok
from ui.look import Look
from ui.templates.flow import TemplatesFlow
from ui.work import Stopped, Work


class Pictures:
    """Serves one page, which may be gone before a picture is read; the picture is kept all the same."""

    def __init__(
        self, look: Look, flow: TemplatesFlow, work: Work, kept: Callable[[], object], said: Callable[[str], object]
    ) -> None:
        """Call `kept` when a picture is in the event, and `said` with a sentence when it is not."""
        self._words, self._flow, self._work = look.words, flow, work
        self._kept, self._said = kept, said
        self._gone = False

    def close(self) -> None:
        """Tell nothing any more: the page is gone."""
        self._gone = True

    def take(self, path: Path, name: str) -> None:
        """Keep a picture in the event under this name."""
        title = self._words.t("Reading {file}", file=path.name)
        self._work.beside(title, lambda _task: read_picture(path), partial(self._end, path.name, name))

    def _end(self, file: str, name: str, result: Ok[bytes] | Err | Stopped) -> None:
        try:
            if isinstance(result, Ok):
                self._flow.keep_picture(result.value, name)
            elif isinstance(result, Err):
                raise result.error
        except KnownError as error:
            self._say(fault_sentence(self._words, error))
        except WrongPictureError as error:
            self._say(picture_fault(self._words, file, too_large=error.trouble is PictureTrouble.TOO_LARGE))
        else:
            if not self._gone:
                self._kept()

    def _say(self, sentence: str) -> None:
        if not self._gone:
            self._said(sentence)


def read_picture(path: Path) -> bytes:
    """Return a picture from a file; it is looked whether it can be printed, which may take a second.

    Raises KnownError, and `WrongPictureError` if it is none that can be printed.
    """
    try:
        if path.stat().st_size > stock.LARGEST_PICTURE:
            raise WrongPictureError(PictureTrouble.TOO_LARGE)
        data = path.read_bytes()
    except OSError as error:
        raise KnownError(Fault.NO_FILE, path=str(path)) from error
    stock.require_picture(data)
    return data
