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
    from PIL import Image, ImageOps

    try:
        image: Image.Image = Image.open(io.BytesIO(data), formats=_KINDS)
        if image.width * image.height > MOST_PIXELS:
            raise WrongPictureError(PictureTrouble.TOO_LARGE)
        photograph = image.format == "JPEG"
        image.draft(None, (longest, longest))
        image = _plain(ImageOps.exif_transpose(image))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise WrongPictureError(PictureTrouble.TOO_LARGE) from error
    except WrongPictureError:
        raise
    except (OSError, SyntaxError, ValueError, struct.error, zlib.error) as error:
        raise WrongPictureError(PictureTrouble.NO_PICTURE) from error
    image.thumbnail((longest, longest))
    return _photograph(image) if photograph else _drawing(image)


def _plain(image: "Image") -> "Image":
    """Return a picture in one of the modes that are written: grey, colours, colours with transparency."""
    if image.mode.startswith("I"):  # sixteen bits of grey
        return image.point(lambda value: value / 257).convert("L")
    if "transparency" in image.info or image.mode in {"LA", "PA", "La", "RGBA", "RGBa"}:
        return image.convert("RGBA")
    return image.convert("L" if image.mode in {"1", "L"} else "RGB")


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
