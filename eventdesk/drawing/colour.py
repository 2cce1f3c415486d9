"""Colours of ink on paper."""

from dataclasses import dataclass
from functools import cached_property

_CHANNEL = 255


@dataclass(frozen=True)
class Colour:
    """A colour in sRGB, each part from 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def parse(cls, text: str) -> "Colour":
        """Read "#14213d". Raises ValueError for anything else."""
        if len(text) != 7 or text[0] != "#":
            raise ValueError(f"not a colour: {text!r}")
        value = int(text[1:], 16)
        return cls(value >> 16, value >> 8 & _CHANNEL, value & _CHANNEL)

    @cached_property
    def fill(self) -> str:
        """The PDF operator that fills with this colour."""
        return f"{self.red / _CHANNEL:.3g} {self.green / _CHANNEL:.3g} {self.blue / _CHANNEL:.3g} rg"

    @cached_property
    def line(self) -> str:
        """The PDF operator that draws lines with this colour."""
        return self.fill.upper()

    @cached_property
    def luminance(self) -> float:
        """Relative luminance as WCAG 2.1 defines it: 0 is black, 1 is white."""
        linear = [_linear(part / _CHANNEL) for part in (self.red, self.green, self.blue)]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(self, other: "Colour") -> float:
        """Return the contrast ratio to `other`, from 1 to 21 (WCAG 2.1)."""
        darker, lighter = sorted((self.luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


BLACK = Colour(0, 0, 0)
WHITE = Colour(255, 255, 255)
INK = Colour.parse("#14213d")
MUTED = Colour.parse("#5c677d")
