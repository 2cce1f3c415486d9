"""Pictures on paper: a PNG or JPEG as it goes into a PDF, with its transparency, no larger than printers can show."""

import io
import struct
import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 40_000_000
"""A picture with more is not opened: it would take a minute and a gigabyte."""

_LONGEST_SIDE = 100_000
"""Each line of a picture costs memory, however short it is."""
_MOST_PIXELS_MOVING = 16_000_000
"""WebP is opened as a film, which is kept four times."""
_SCAN = b"\xff\xda"
_MOST_WORK = 16 * MOST_PIXELS
"""A photograph may come in steps, each of which goes over all of it: thousands of them fit into a small file."""

LONGEST_EDGE = 1200
"""So many pixels are kept: 10 centimetres at 300 dots per inch."""

_KINDS = ("PNG", "JPEG")
_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB"}
_QUALITY = 90


class PictureTrouble(StrEnum):
    """Why data can't be used as a picture."""

    NO_PICTURE = "no_picture"
    TOO_LARGE = "too_large"


class WrongPictureError(ValueError):
    """Data are no picture that we can print. `trouble` says why."""

    def __init__(self, trouble: PictureTrouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


class UnknownKindError(WrongPictureError):
    """Data are a picture of another kind, or nothing of the sort."""


class SlowPictureError(WrongPictureError):
    """Data are a picture that would take very long."""


class HeavyPictureError(WrongPictureError):
    """Data are a picture whose kind needs far more memory than others of its size."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready for a PDF: size in pixels, compressed data, and entries of its dictionary, which say how."""

    width: int
    height: int
    data: bytes
    entries: str
    mask: bytes | None = None
    """How opaque each pixel is, compressed; `mask_entries` describe it."""
    mask_entries: str = ""

    def within(self, width: float, height: float) -> tuple[float, float]:
        """Return the largest size in the picture's own proportion that fits into a box."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


def read_picture(data: bytes, longest: int = LONGEST_EDGE) -> Picture:
    """Read a PNG or JPEG, of whose longer edge so many pixels are kept. Raises `WrongPictureError`."""
    found = opened(data, _KINDS, longest)
    return _photograph(found.image) if found.photograph else _drawing(found.image)


@dataclass(frozen=True, slots=True)
class Opened:
    """A picture the way up it was taken, in grey, in colours, or in colours with transparency.

    `longest` is how many pixels its longer edge has in the file; `photograph`: it is a JPEG.
    """

    image: "Image"
    longest: int
    photograph: bool


def opened(data: bytes, kinds: tuple[str, ...], longest: int) -> Opened:
    """Open a picture of one of these kinds; of its longer edge so many pixels are kept. Raises `WrongPictureError`."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        image: Image.Image = Image.open(io.BytesIO(data), formats=kinds)
        if image.width * image.height > MOST_PIXELS or max(image.size) > _LONGEST_SIDE:
            raise WrongPictureError(PictureTrouble.TOO_LARGE)
        if image.format == "WEBP" and image.width * image.height > _MOST_PIXELS_MOVING:
            raise HeavyPictureError(PictureTrouble.TOO_LARGE)
        photograph, before = image.format == "JPEG", max(image.size)
        if photograph and image.width * image.height * data.count(_SCAN) > _MOST_WORK:
            raise SlowPictureError(PictureTrouble.TOO_LARGE)
        image.draft(None, (longest, longest))
        image = _plain(image)
        image.thumbnail((longest, longest))  # before anything else is done with it, which would take as much again
        image = ImageOps.exif_transpose(image)
        return Opened(image.convert("RGBA") if image.mode == "RGBa" else image, before, photograph)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise WrongPictureError(PictureTrouble.TOO_LARGE) from error
    except UnidentifiedImageError as error:
        raise UnknownKindError(PictureTrouble.NO_PICTURE) from error
    except WrongPictureError:
        raise
    except (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error) as error:
        raise WrongPictureError(PictureTrouble.NO_PICTURE) from error


def _plain(image: "Image") -> "Image":
    """Return a picture in grey, in colours, or in colours with transparency and ready to be made smaller."""
    image.load()
    if image.mode.startswith("I"):  # sixteen bits of grey
        return image.point(lambda value: value / 257).convert("L")
    if image.mode == "RGBA":
        return image.convert("RGBa")
    if "transparency" in image.info or image.mode in {"LA", "PA", "La"}:
        return image.convert("RGBA").convert("RGBa")
    return image if image.mode in {"L", "RGB", "RGBa"} else image.convert("L" if image.mode == "1" else "RGB")


def _photograph(image: "Image") -> Picture:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY)
    return Picture(image.width, image.height, out.getvalue(), _entries(image, _SPACES[image.mode], "DCTDecode"))


def _drawing(image: "Image") -> Picture:
    if image.mode != "RGBA":
        data = zlib.compress(image.tobytes())
        return Picture(image.width, image.height, data, _entries(image, _SPACES[image.mode], "FlateDecode"))
    colours, opaque = zlib.compress(image.convert("RGB").tobytes()), zlib.compress(image.getchannel("A").tobytes())
    entries = _entries(image, "DeviceRGB", "FlateDecode")
    return Picture(image.width, image.height, colours, entries, opaque, _entries(image, "DeviceGray", "FlateDecode"))


def _entries(image: "Image", space: str, encoding: str) -> str:
    return (
        f"/Type /XObject /Subtype /Image /Width {image.width} /Height {image.height} /ColorSpace /{space} "
        f"/BitsPerComponent 8 /Filter /{encoding}"
    )
