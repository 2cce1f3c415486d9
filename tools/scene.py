"""A picture of flat shapes that is drawn in units of 300 by 200 and saved as a small PNG. It needs Pillow."""

import math
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 300, 200
"""The size that scenes are told in; pictures are three times as large."""

SCALE, FINER = 3, 3
COLOURS = 32


class Scene:
    """A picture that is being drawn. All places and sizes are in units of WIDTH by HEIGHT."""

    def __init__(self, ground: str) -> None:
        self._factor = SCALE * FINER
        self._image = Image.new("RGB", (WIDTH * self._factor, HEIGHT * self._factor), ground)
        self._pen = ImageDraw.Draw(self._image)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """Draw a circle."""
        self._pen.ellipse(self._box(x - radius, y - radius, x + radius, y + radius), fill=colour)

    def ring(self, x: float, y: float, radius: float, width: float, colour: str) -> None:
        """Draw the line of a circle."""
        box = self._box(x - radius, y - radius, x + radius, y + radius)
        self._pen.ellipse(box, outline=colour, width=round(width * self._factor))

    def pie(self, x: float, y: float, radius: float, start: float, end: float, colour: str) -> None:
        """Draw a part of a circle, between two angles in degrees, clockwise from the right."""
        self._pen.pieslice(self._box(x - radius, y - radius, x + radius, y + radius), start, end, fill=colour)

    def box(self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0.0) -> None:
        """Draw a rectangle from its upper left corner, perhaps with round corners."""
        box = self._box(x, y, x + width, y + height)
        self._pen.rounded_rectangle(box, round(radius * self._factor), fill=colour)

    def shape(self, corners: Sequence[tuple[float, float]], colour: str) -> None:
        """Draw a shape with corners."""
        self._pen.polygon([(x * self._factor, y * self._factor) for x, y in corners], fill=colour)

    def line(self, points: Sequence[tuple[float, float]], width: float, colour: str) -> None:
        """Draw a line through points, with round ends."""
        scaled = [(x * self._factor, y * self._factor) for x, y in points]
        self._pen.line(scaled, fill=colour, width=round(width * self._factor), joint="curve")
        for x, y in (points[0], points[-1]):
            self.disc(x, y, width / 2, colour)

    def wave(self, y: float, high: float, colour: str) -> None:
        """Fill everything below a wave."""
        crest = [(x, y + high * math.sin(x / 24)) for x in range(0, WIDTH + 1, 2)]
        self.shape([(0, HEIGHT), *crest, (WIDTH, HEIGHT)], colour)

    def save(self, path: Path) -> None:
        """Write the picture as a small PNG."""
        plain = self._image.resize((WIDTH * SCALE, HEIGHT * SCALE), Image.Resampling.LANCZOS)
        plain.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)

    def _box(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        return left * self._factor, top * self._factor, right * self._factor, bottom * self._factor
