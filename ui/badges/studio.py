"""Draws badges beside the window: true pictures of pages, and what is to be said about their texts.

One thread, one piece after the other: a page that somebody waits for is never behind more than a few dozen badges.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QImage

from eventdesk.badges.badge import BadgeData, BadgeReport
from eventdesk.badges.design.template import Template
from eventdesk.badges.sheets.sheet import Placing
from ui.jobs import Err, Jobs, Ok

if TYPE_CHECKING:
    from eventdesk.drawing.kit import Kit
    from eventdesk.drawing.picture import Picture

T = TypeVar("T")


@dataclass(frozen=True)
class Design:
    """How badges look and where they stand."""

    template: Template
    placing: Placing | None = None
    pictures: "Mapping[str, Picture] | None" = None


@dataclass(frozen=True)
class View:
    """A page to be seen: its number in what the badges make, and the dots that there is room for in both directions."""

    page: int
    room: tuple[int, int]


class Bench:
    """The thread and the tools. They last as long as the event is open; pages come and go with the language."""

    def __init__(self) -> None:
        self.jobs = Jobs()
        self._kit: Kit | None = None

    def kit(self) -> "Kit":
        """Return the fonts, loaded when first needed; to be asked for in the thread of the bench only."""
        if self._kit is None:
            from eventdesk.drawing.kit import Kit

            self._kit = Kit()
        return self._kit

    def close(self) -> None:
        """Deliver nothing any more, and have done with the thread."""
        self.jobs.drop()
        self.jobs.deleteLater()


class Studio:
    """Of several wishes of one kind only the last one is fulfilled."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._closed = False
        self._latest: dict[str, int] = {}
        self._open = 0

    def picture(
        self, kind: str, badges: Sequence[BadgeData], design: Design, view: View, deliver: Callable[[QImage], None]
    ) -> None:
        """Draw a page that these badges make."""
        self._run(kind, lambda: _page(badges, design, view, self._bench.kit()), deliver)

    def look_over(self, badges: Sequence[BadgeData], design: Design, deliver: Callable[[BadgeReport], None]) -> None:
        """Find out what is to be said about the texts on these badges."""
        from eventdesk.badges.pdf import badge_pdf

        plain = {"template": design.template, "pictures": design.pictures}
        self._run("look over", lambda: badge_pdf(badges, BytesIO(), self._bench.kit(), **plain), deliver)  # type: ignore[arg-type]

    def find(self, kind: str, think: Callable[[], T], deliver: Callable[[T], None]) -> None:
        """Find out anything that takes a moment and needs neither file nor widget."""
        self._run(kind, think, deliver)

    def forget(self, kind: str) -> None:
        """Deliver nothing of this kind that was asked for before."""
        self._latest[kind] = self._latest.get(kind, 0) + 1

    def idle(self) -> bool:
        """Say whether everything was delivered."""
        return self._open == 0

    def close(self) -> None:
        """Deliver nothing any more: the page is gone."""
        self._closed = True

    def _run(self, kind: str, work: Callable[[], T], deliver: Callable[[T], None]) -> None:
        self.forget(kind)
        number = self._latest[kind]

        def wanted() -> T | None:
            return work() if self._latest[kind] == number and not self._closed else None

        def ended(result: Ok[T | None] | Err) -> None:
            self._open -= 1
            if self._latest[kind] != number or self._closed:
                return
            if isinstance(result, Err):
                raise result.error
            if result.value is not None:
                deliver(result.value)

        self._open += 1
        self._bench.jobs.run(wanted, ended)


def _page(badges: Sequence[BadgeData], design: Design, view: View, kit: "Kit") -> QImage:
    from eventdesk.badges.pdf import badge_pdf
    from eventdesk.badges.printers import raster

    with TemporaryDirectory(prefix="eventdesk-") as folder:
        pdf = Path(folder) / "page.pdf"
        badge_pdf(badges, pdf, kit, template=design.template, placing=design.placing, pictures=design.pictures)
        wide, high = raster.page_sizes(pdf)[view.page]
        scale = min(view.room[0] / wide, view.room[1] / high)
        whole = max(1, round(wide * scale)), max(1, round(high * scale))
        strips = list(raster.bands(pdf, view.page, 0, coloured=True, whole=whole))
    dots = b"".join(strip.data for strip in strips)
    width, height = strips[0].width, sum(strip.height for strip in strips)
    return QImage(dots, width, height, width * 4, QImage.Format.Format_RGB32).copy()
