"""What stands on the pages of a PDF."""

import io
from collections.abc import Callable

from tests.core.pdf_text import words_of


def pages_of(write: Callable[[io.BytesIO], object]) -> list[str]:
    """Return the text of each page, blanks as single ones."""
    out = io.BytesIO()
    write(out)
    return words_of(out.getvalue())
