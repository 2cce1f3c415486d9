"""Files for behind the plan, made for tests: pictures, pages, drawings."""

import contextlib
import io
from pathlib import Path

import pytest
from PIL import Image

from eventdesk.codes import BackgroundTrouble, Fault
from eventdesk.errors import KnownError
from eventdesk.fair.floor.background import Background, read_background
from eventdesk.fair.floor.picture import STROKES, strokes_of
from eventdesk.fair.hall import Point
from eventdesk.words import Words
from eventdesk.words.faults import fault_sentence

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">%s</svg>'


def read(folder: Path, data: bytes, name: str = "plan") -> Background:
    file = folder / name
    file.write_bytes(data)
    return read_background(file)


def picture(size: tuple[int, int], kind: str = "PNG", mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 1 if mode == "1" else None).save(out, kind)
    return out.getvalue()


def pdf(pages: int = 1, password: str | None = None) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    paper = Canvas(out, pagesize=(842, 595), encrypt=password)
    for number in range(pages):
        paper.drawString(100, 100, f"Halle {number}")
        paper.showPage()
    paper.save()
    return out.getvalue()


def dxf(*tags: tuple[int, object], unit: int | None = None, blocks: tuple[tuple[int, object], ...] = ()) -> bytes:
    header = [(0, "SECTION"), (2, "HEADER"), (9, "$INSUNITS"), (70, unit), (0, "ENDSEC")] if unit is not None else []
    middle = [(0, "SECTION"), (2, "BLOCKS"), *blocks, (0, "ENDSEC")] if blocks else []
    every = [*header, *middle, (0, "SECTION"), (2, "ENTITIES"), *tags, (0, "ENDSEC"), (0, "EOF")]
    return "\n".join(f"{code:3}\n{value}" for code, value in every).encode()


def line(x: float, y: float, to_x: float, to_y: float, layer: str = "0") -> tuple[tuple[int, object], ...]:
    return (0, "LINE"), (8, layer), (10, x), (20, y), (11, to_x), (21, to_y)


def refused(folder: Path, data: bytes, name: str = "plan") -> BackgroundTrouble:
    with pytest.raises(KnownError) as error:
        read(folder, data, name)
    assert error.value.fault is Fault.BAD_BACKGROUND
    for language in ("en", "de"):
        said = fault_sentence(Words(language), error.value)
        assert name in said
        assert "{" not in said
    return BackgroundTrouble(error.value.details["trouble"])


def read_or_refused(folder: Path, data: bytes) -> None:
    """Read what may be anything: only a known fault may come of it."""
    with contextlib.suppress(KnownError):
        found = read(folder, data)
        assert strokes(found)
        assert found.width >= 1


def strokes(found: Background) -> tuple[tuple[Point, ...], ...]:
    assert found.media == STROKES
    return strokes_of(found.body)
