"""What can be read on the pages of a PDF."""

from pathlib import Path

import pypdfium2


def texts(pdf: Path | bytes) -> list[str]:
    """Return the text of each page, as it stands there."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def words_of(pdf: Path | bytes) -> list[str]:
    """Return the text of each page in one line, blanks as single ones."""
    return [" ".join(text.split()) for text in texts(pdf)]
