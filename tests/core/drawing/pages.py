"""Real PDFs for tests: drawn with the kit, rendered with pdfium, measured as pixels."""

import io
from collections.abc import Callable

import pypdfium2
from PIL import Image, ImageChops

from eventdesk.drawing.about import About
from eventdesk.drawing.paper import Paper

MARGIN = 40.0


def drawn(draw: Callable[[Paper], None], size: tuple[float, float], pages: int = 1) -> bytes:
    """Return a PDF of equal pages."""
    out = io.BytesIO()
    paper = Paper(out, size, About())
    for _ in range(pages):
        draw(paper)
        paper.showPage()
    paper.save()
    return out.getvalue()


def picture(pdf: bytes, page: int = 0, dpi: float = 144) -> Image.Image:
    """Return a page as grey pixels."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        rendered: Image.Image = document[page].render(scale=dpi / 72).to_pil()
        return rendered.convert("L")
    finally:
        document.close()


def ink(image: Image.Image) -> tuple[int, int, int, int] | None:
    """Return the box around everything that is not white: left, top, right, bottom in pixels."""
    white = Image.new("L", image.size, 255)
    return ImageChops.difference(image, white).point(lambda grey: 255 if grey > 24 else 0).getbbox()
