"""Says what should be looked at before plans and signs are hung up, in sentences."""

from collections.abc import Sequence

from eventdesk.drawing.pages.report import PaperReport
from eventdesk.drawing.pages.telling import remark_lines
from eventdesk.words import Words

_TOLD = 20
"""So many booths are told by their numbers."""


def report_lines(words: Words, report: PaperReport) -> list[str]:
    """Return a sentence for everything that did not fit; none if all is well."""
    lines = []
    if report.unnamed:
        lines.append(
            words.t(
                "These booths are too small for names, which stand in the list beside the plan: {booths}.",
                booths=_some(words, report.unnamed),
            )
        )
    if report.small:
        lines.append(
            words.t(
                "These numbers are too small to be read well; choose a larger paper or one hall per page: {booths}.",
                booths=_some(words, report.small),
            )
        )
    return [*lines, *remark_lines(words, report)]


def _some(words: Words, booths: Sequence[str]) -> str:
    """Return the numbers of booths; if there are very many, the first ones and how many more."""
    more = len(booths) - _TOLD
    shown = ", ".join(booths[:_TOLD])
    return words.t("{booths} and {count} more", booths=shown, count=more) if more > 0 else shown
