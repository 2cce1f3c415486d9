"""What lies behind a floor plan: a picture, a page of a PDF, a drawing as SVG or DXF, from a file of unknown origin."""

import io
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from eventdesk.codes import BackgroundRemark, BackgroundTrouble, Fault
from eventdesk.drawing.picture import (
    MOST_PIXELS,
    HeavyPictureError,
    PictureTrouble,
    SlowPictureError,
    UnknownKindError,
    WrongPictureError,
    opened,
)
from eventdesk.errors import KnownError
from eventdesk.fair.floor import pdf_page
from eventdesk.fair.floor.dxf import read_dxf
from eventdesk.fair.floor.picture import STROKES, FloorPicture, strokes_body
from eventdesk.fair.floor.strokes import Strokes, WrongDrawingError
from eventdesk.fair.floor.svg import read_svg
from eventdesk.fair.hall import Hall, Point
from eventdesk.store.access import new_id

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_MEGABYTES = 20
MOST_MEGAPIXELS = MOST_PIXELS // 1_000_000
LARGEST_BODY = 2_000_000
"""So many bytes of a picture are kept: the event's file carries it along for ever, and all its backups do."""

_MEGA = 1_000_000
_LONGEST_EDGES = (4000, 3000, 2000, 1200)
_KINDS = ("PNG", "JPEG", "WEBP")
_QUALITY = 85
_SAMPLE = 200
_FEW_COLOURS = 4000
"""A small copy of a photograph has more colours."""
_IS_DXF = re.compile(rb"\s*(?:999\s*\n[^\n]*\n\s*)*0\s*\n\s*SECTION\b")
_UNITS = {1: 25.4, 2: 304.8, 4: 1.0, 5: 10.0, 6: 1000.0, 10: 914.4, 14: 100.0}
_TOLD = {1: BackgroundRemark.INCHES, 2: BackgroundRemark.FEET}
_GUESSED = (("m", 1000.0), ("cm", 10.0), ("mm", 1.0))
_HALL_MM = (5_000, 500_000)
_UNKNOWN_SCALE_UNITS = 20_000


@dataclass(frozen=True, slots=True)
class Background:
    """A picture or drawing that can be laid behind a plan.

    `width` and `height` say its proportion; `width_mm` and `depth_mm` are its size on the floor if the file tells it,
    else 0. `remarks` are what a person should know, each with a figure where it has one.
    """

    name: str
    media: str
    body: bytes = field(repr=False)
    width: int
    height: int
    width_mm: int = 0
    depth_mm: int = 0
    remarks: tuple[tuple[BackgroundRemark, str], ...] = ()


def read_background(path: Path) -> Background:
    """Read a PNG, JPEG, WebP, PDF (its first page), SVG or DXF.

    It may take seconds: run it beside the window. Nothing that the file names is opened. Raises `KnownError` NO_FILE,
    CANNOT_READ, or BAD_BACKGROUND with what is the matter.
    """
    data = _bytes_of(path)
    try:
        if b"%PDF-" in data[:1024]:
            return _page(path.name, data)
        if _IS_DXF.match(data[:4096].replace(b"\r", b"\n")) or _IS_DXF.match(data[:4096].replace(b"\r\n", b"\n")):
            return _drawing(path.name, data)
        if _is_svg(data):
            return _scaleless(path.name, read_svg(data))
        return _picture(path.name, data)
    except WrongDrawingError as error:
        raise _wrong(path, error.trouble, error.limit) from error
    except pdf_page.WrongPageError as error:
        raise _wrong(path, _OF_PAGE[type(error)]) from error


_OF_PAGE = {
    pdf_page.WrongPageError: BackgroundTrouble.DAMAGED,
    pdf_page.LockedPageError: BackgroundTrouble.ENCRYPTED,
    pdf_page.SlowPageError: BackgroundTrouble.SLOW,
    pdf_page.HeavyPageError: BackgroundTrouble.MEMORY,
}


def laid(hall: Hall, background: Background, at: Point = (0, 0)) -> FloorPicture:
    """Return a new picture of a hall's floor: in its own size, or as wide as the hall."""
    width = background.width_mm or hall.width_mm
    depth = background.depth_mm or max(round(width * background.height / background.width), 1)
    return FloorPicture(new_id(), hall.id, background.name, background.media, *at, width, depth)


def _bytes_of(path: Path) -> bytes:
    limit = MOST_MEGABYTES * _MEGA
    try:
        if not path.is_file():
            raise KnownError(Fault.NO_FILE, path=str(path))
        if path.stat().st_size > limit:
            raise _wrong(path, BackgroundTrouble.MEGABYTES, MOST_MEGABYTES)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise KnownError(Fault.CANNOT_READ, path=str(path), reason=error.strerror or "") from error
    if len(data) > limit:
        raise _wrong(path, BackgroundTrouble.MEGABYTES, MOST_MEGABYTES)
    return data


def _wrong(path: Path, trouble: BackgroundTrouble, limit: int = 0) -> KnownError:
    return KnownError(Fault.BAD_BACKGROUND, path=str(path), trouble=trouble.value, limit=str(limit))


def _is_svg(data: bytes) -> bool:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and b"<svg" in data[:65536]


# ---- pictures


def _page(name: str, data: bytes) -> Background:
    picture, pages = pdf_page.first_page(data)
    told = ((BackgroundRemark.FIRST_PAGE, str(pages)),) if pages > 1 else ()
    return _picture(name, picture, told)


def _picture(name: str, data: bytes, told: tuple[tuple[BackgroundRemark, str], ...] = ()) -> Background:
    try:
        found = opened(data, _KINDS, _LONGEST_EDGES[0])
    except WrongPictureError as error:
        raise _trouble_of(error) from error
    image = _on_white(found.image)
    media, body = _packed(image)
    remarks = [*told, (BackgroundRemark.NO_SCALE, "")]
    if max(image.size) < found.longest:
        remarks.insert(0, (BackgroundRemark.SMALLER, ""))
    return Background(name, media, body, image.width, image.height, remarks=tuple(remarks))


def _trouble_of(error: WrongPictureError) -> WrongDrawingError:
    match error:
        case UnknownKindError():
            return WrongDrawingError(BackgroundTrouble.UNKNOWN_KIND)
        case SlowPictureError():
            return WrongDrawingError(BackgroundTrouble.SLOW)
        case HeavyPictureError():
            return WrongDrawingError(BackgroundTrouble.MEMORY)
        case _ if error.trouble is PictureTrouble.TOO_LARGE:
            return WrongDrawingError(BackgroundTrouble.PIXELS, MOST_MEGAPIXELS)
        case _:
            return WrongDrawingError(BackgroundTrouble.DAMAGED)


def _on_white(image: "Image") -> "Image":
    from PIL import Image

    if image.mode != "RGBA":
        return image
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")


def _packed(image: "Image") -> tuple[str, bytes]:
    """Return a picture as it is kept; it is made smaller until it is small enough."""
    small = image.copy()
    small.thumbnail((_SAMPLE, _SAMPLE))
    is_drawing = small.getcolors(_FEW_COLOURS) is not None
    kinds: list[tuple[str, str, dict[str, int]]] = [("image/jpeg", "JPEG", {"quality": _QUALITY})]
    if is_drawing:
        kinds.insert(0, ("image/png", "PNG", {}))
    for edge in _LONGEST_EDGES:
        image.thumbnail((edge, edge))
        for media, kind, wanted in kinds:
            out = io.BytesIO()
            image.save(out, kind, **wanted)
            if out.tell() <= LARGEST_BODY:
                return media, out.getvalue()
    raise WrongDrawingError(BackgroundTrouble.MEGABYTES, MOST_MEGABYTES)


# ---- drawings


def _drawing(name: str, data: bytes) -> Background:
    drawing = read_dxf(data)
    left, top, right, bottom = drawing.strokes.box()
    unit = _UNITS.get(drawing.unit)
    remarks = [(_TOLD[drawing.unit], "")] if drawing.unit in _TOLD else []
    if unit is None:
        guessed, unit = _guess(max(right - left, bottom - top))
        remarks.append((BackgroundRemark.UNITS_UNKNOWN, guessed))
    lines, width, depth = drawing.strokes.fitted(unit, upwards=True)
    remarks += _left_out(drawing.strokes)
    return Background(name, STROKES, strokes_body(lines), width, depth, width, depth, tuple(remarks))


def _guess(longest: float) -> tuple[str, float]:
    """Return the unit in which a drawing without one is about as large as a hall."""
    low, high = _HALL_MM
    return next((each for each in _GUESSED if low <= longest * each[1] <= high), _GUESSED[-1])


def _scaleless(name: str, strokes: Strokes) -> Background:
    left, top, right, bottom = strokes.box()
    longest = max(right - left, bottom - top)
    lines, width, depth = strokes.fitted(_UNKNOWN_SCALE_UNITS / longest if longest else 1.0, upwards=False)
    remarks = (*_left_out(strokes), (BackgroundRemark.NO_SCALE, ""))
    return Background(name, STROKES, strokes_body(lines), width, depth, remarks=remarks)


def _left_out(strokes: Strokes) -> list[tuple[BackgroundRemark, str]]:
    return [(BackgroundRemark.LEFT_OUT, str(strokes.left_out))] if strokes.left_out else []
