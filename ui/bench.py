"""Where badges are drawn beside the window: a thread, its tools, and pictures for the screen."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from ui.jobs import Jobs

if TYPE_CHECKING:
    from eventdesk.badges.design.proof import Proof
    from eventdesk.drawing.kit import Kit


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
        self.jobs.end()


def image_of(proof: "Proof") -> QImage:
    """Return a drawing as Qt shows it."""
    return QImage(proof.dots, proof.width, proof.height, proof.width * 4, QImage.Format.Format_RGB32).copy()
