"""Draws badges beside the window: true pictures of pages, and what is to be said about their texts.

One thread, one piece after the other: a page that somebody waits for is never behind more than a few dozen badges.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtGui import QImage

from eventdesk.badges.badge import BadgeData, BadgeReport
from eventdesk.badges.stock import Design
from ui.bench import Bench, image_of
from ui.jobs import Err, Ok

T = TypeVar("T")


@dataclass(frozen=True)
class View:
    """A page to be seen: its number in what the badges make, and the dots that there is room for in both directions."""

    page: int
    room: tuple[int, int]


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
        from eventdesk.badges.design.proof import page_proof

        def draw() -> QImage:
            return image_of(page_proof(badges, design, self._bench.kit(), view.page, view.room))

        self._run(kind, draw, deliver)

    def look_over(self, badges: Sequence[BadgeData], design: Design, deliver: Callable[[BadgeReport], None]) -> None:
        """Find out what is to be said about the texts on these badges."""
        from eventdesk.badges.design.proof import remarks

        def look() -> BadgeReport:
            return remarks(badges, design.template, self._bench.kit(), pictures=design.pictures)

        self._run("look over", look, deliver)

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
