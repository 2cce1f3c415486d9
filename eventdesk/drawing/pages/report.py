"""What should be looked at before papers are hung up: texts that did not fit, letters that no font has."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from eventdesk.drawing.fitting import Fitted


@dataclass(frozen=True, slots=True)
class PaperRemark:
    """One text that does not stand as it should. `about` is whose it is, `size` in points, `shown` what is printed."""

    about: str
    text: str
    shown: str
    size: float
    clusters: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Return it under the keys of the command line."""
        return {
            "about": self.about,
            "text": self.text,
            "shown": self.shown,
            "size": self.size,
            "clusters": list(self.clusters),
        }


@dataclass(frozen=True, slots=True)
class PaperReport:
    """What was written. `unnamed`: what is drawn by its number alone, because its name stands in a list instead.

    `small`: what is drawn smaller than can be read well on this size of paper.
    """

    pages: int
    papers: int
    unnamed: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    overflow: tuple[PaperRemark, ...] = ()
    missing_glyphs: tuple[PaperRemark, ...] = ()

    def as_json(self) -> Mapping[str, object]:
        """Return it under the keys of the command line."""
        return {
            "pages": self.pages,
            "papers": self.papers,
            "unnamed": list(self.unnamed),
            "small": list(self.small),
            "overflow": [each.as_json() for each in self.overflow],
            "missing_glyphs": [each.as_json() for each in self.missing_glyphs],
        }


@dataclass(slots=True)
class Remarks:
    """Collects what a report tells, each thing once."""

    unnamed: dict[str, None] = field(default_factory=dict)
    small: dict[str, None] = field(default_factory=dict)
    overflow: dict[PaperRemark, None] = field(default_factory=dict)
    missing: dict[PaperRemark, None] = field(default_factory=dict)

    def note(self, about: str, fitted: Fitted) -> Fitted:
        """Remember what is wrong with a text that was fitted, and return it."""
        remark = PaperRemark(about, fitted.original, fitted.text, fitted.size, fitted.missing)
        if fitted.overflow:
            self.overflow[remark] = None
        if fitted.missing:
            self.missing[remark] = None
        return fitted

    def report(self, pages: int, papers: int) -> PaperReport:
        """Return what was collected."""
        return PaperReport(
            pages, papers, tuple(self.unnamed), tuple(self.small), tuple(self.overflow), tuple(self.missing)
        )
