"""What a project has not got yet, in words."""

from collections.abc import Iterable

from eventdesk.reports.brochure.project import Lack
from eventdesk.words import Words, mark

LACKS = {
    Lack.PORTRAIT: mark("no portrait"),
    Lack.PICTURE: mark("no picture"),
    Lack.TOWN: mark("no town"),
}
"""What can be written; whether they agreed is told elsewhere."""


def lacking(words: Words, lacks: Iterable[Lack]) -> str:
    """Return what is lacking, apart from consents."""
    return ", ".join(words.t(LACKS[each]) for each in lacks if each in LACKS)
