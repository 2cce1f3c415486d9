"""Says what should be looked at before papers are hung up, in sentences."""

from eventdesk.drawing.pages.report import PaperReport
from eventdesk.words import Words


def remark_lines(words: Words, report: PaperReport) -> list[str]:
    """Return a sentence for every text that did not fit or has letters that no font has; none if all is well."""
    lines = [
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
