"""What stands on the pages of a PDF."""

import io
from collections.abc import Callable

import pypdfium2


def pages_of(write: Callable[[io.BytesIO], object]) -> list[str]:
    """Return the text of each page, blanks as single ones."""
    out = io.BytesIO()
    write(out)
    document = pypdfium2.PdfDocument(out.getvalue())
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()
