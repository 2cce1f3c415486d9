"""Says what should be looked at before papers are hung up, in sentences."""

from collections.abc import Sequence

from eventdesk.fair.papers.report import PaperReport
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
    lines += [
        words.t("{name}: “{text}” does not fit; the paper shows “{shown}”.",
                name=each.about, text=each.text, shown=each.shown)
        if each.shown != each.text
        else words.t("{name}: “{text}” fits only in very small letters.", name=each.about, text=each.text)
        for each in report.overflow
    ]  # fmt: skip
    lines += [
        words.t("{name}: “{text}” has letters that no font has ({letters}); the paper shows “{shown}”.",
                name=each.about, text=each.text, letters=" ".join(each.clusters), shown=each.shown)
        for each in report.missing_glyphs
    ]  # fmt: skip
    return lines


def _some(words: Words, booths: Sequence[str]) -> str:
    """Return the numbers of booths; if there are very many, the first ones and how many more."""
    more = len(booths) - _TOLD
    shown = ", ".join(booths[:_TOLD])
    return words.t("{booths} and {count} more", booths=shown, count=more) if more > 0 else shown
