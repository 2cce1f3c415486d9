"""Pictures of pages of papers, drawn beside the window: as they will be printed, before anybody saves them."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtGui import QImage

from eventdesk.errors import KnownError
from ui.jobs import Err, Jobs, Ok
from ui.work import StoppedError

if TYPE_CHECKING:
    from eventdesk.drawing.kit import Kit


@dataclass(frozen=True)
class Picture:
    """One page, and how many there are; `page` counts from 0."""

    image: QImage
    page: int
    pages: int


Draw = Callable[[BinaryIO, "Kit", Callable[[int], None]], object]
"""Writes a paper; the function it is given is to be called for each page, and raises when nobody waits any more."""
Deliver = Callable[[Picture | KnownError], None]


class PagePictures:
    """One thread with its tools. Of several wishes of one kind only the last is delivered.

    A paper is kept as long as its `key` stays the same, so that turning its pages takes no time. It lies in a folder of
    its own that is gone when the file is closed.
    """

    def __init__(self) -> None:
        self.jobs = Jobs()
        self._kit: Kit | None = None
        self._rounds: dict[str, int] = {}
        self._kept: dict[str, object] = {}
        self._folder: TemporaryDirectory[str] | None = None

    def ask(self, kind: str, key: object, draw: Draw, page: int, room: tuple[int, int], deliver: Deliver) -> None:
        """Draw a page so that it fits into `room`, in dots; `draw` writes the paper, if it is not there yet."""
        number = self._rounds[kind] = self._rounds.get(kind, 0) + 1

        def still_wanted(_page: int) -> None:
            if self._rounds[kind] != number:
                raise StoppedError

        def work() -> Picture | None:
            try:
                still_wanted(0)
                return self._picture(self._paper(kind, key, draw, still_wanted), page, room)
            except StoppedError:
                return None

        def ended(result: Ok[Picture | None] | Err) -> None:
            if self._rounds[kind] != number:
                return
            if isinstance(result, Ok):
                if result.value is not None:
                    deliver(result.value)
            elif isinstance(result.error, KnownError):
                deliver(result.error)
            else:
                raise result.error

        self.jobs.run(work, ended)

    @property
    def busy(self) -> bool:
        """Whether a page is still being drawn."""
        return not self.jobs.idle()

    def drop(self, kind: str) -> None:
        """Deliver nothing of this kind that was asked for."""
        self._rounds[kind] = self._rounds.get(kind, 0) + 1

    def close(self) -> None:
        """Deliver nothing any more; when what is being drawn is over, its paper is taken away."""
        for kind in self._rounds:
            self.drop(kind)
        jobs = self.jobs
        jobs.drop()
        jobs.run(self._tidy, lambda _result: jobs.deleteLater())

    def _picture(self, paper: Path, page: int, room: tuple[int, int]) -> Picture:
        from eventdesk.badges.printers.raster import bands, page_sizes

        sizes = page_sizes(paper)
        at = max(0, min(page, len(sizes) - 1))
        wide, high = sizes[at]
        scale = min(room[0] / wide, room[1] / high)
        whole = max(1, round(wide * scale)), max(1, round(high * scale))
        dots = b"".join(band.data for band in bands(paper, at, 72, coloured=True, whole=whole))
        image = QImage(dots, *whole, whole[0] * 4, QImage.Format.Format_RGB32).copy()
        return Picture(image, at, len(sizes))

    def _paper(self, kind: str, key: object, draw: Draw, still_wanted: Callable[[int], None]) -> Path:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="eventdesk-")
        path = Path(self._folder.name) / f"{kind}.pdf"
        if self._kept.get(kind) != key or not path.exists():
            if self._kit is None:
                from eventdesk.drawing.kit import Kit

                self._kit = Kit()
            out = BytesIO()
            draw(out, self._kit, still_wanted)
            path.write_bytes(out.getvalue())
            self._kept[kind] = key
        return path

    def _tidy(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
