"""How a badge is laid out: what stands where on its front and back, how large, in which colour, and when at all.

All lengths are millimetres from the top left of the side, font sizes are points. A template is data: another size or
design is another value of these types, drawn by the same code and kept as a TOML file.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cached_property

from eventdesk.badges.badge import Field
from eventdesk.badges.painting.qr import MODULES, QUIET
from eventdesk.drawing.fitting import Align, Room
from eventdesk.drawing.fonts import Weight

POINTS_PER_MM = 72 / 25.4
READABLE = 6.0
"""The size in points below which nobody can read a badge: what would be smaller is abbreviated or cut at its end."""

LOGO = "logo"
"""The name of the picture that stands for the event."""

AUTO = "auto"
"""The colour of a text that is white or dark, whichever can be read on what lies below it."""


class Side(StrEnum):
    """A side of a badge."""

    FRONT = "front"
    BACK = "back"


class Vertical(StrEnum):
    """Where a content smaller than its box stands in it."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Turn(IntEnum):
    """By how many degrees something is turned clockwise."""

    NONE = 0
    RIGHT = 90
    OVER = 180
    LEFT = 270


class Digits(StrEnum):
    """Where the digits of a code stand."""

    BELOW = "below"
    RIGHT = "right"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the template itself, in the languages of an event."""

    de: str = ""
    en: str = ""

    def text(self, language: str) -> str:
        """Return the words in this language, in the other one if there are none."""
        return self.en or self.de if language == "en" else self.de or self.en


@dataclass(frozen=True, slots=True)
class Condition:
    """When something is shown: `has native_name`, `role = press | speaker`, each perhaps with `not` before it.

    `subject` is a field of the badge or "where"; without `values` there has to be something in it.
    """

    subject: str
    values: tuple[str, ...] = ()
    negated: bool = False

    def __str__(self) -> str:
        told = f"{self.subject} = {' | '.join(self.values)}" if self.values else f"has {self.subject}"
        return f"not {told}" if self.negated else told


@dataclass(frozen=True, slots=True)
class TextBox:
    """One text: a field of the badge, or `text` with placeholders such as {given_name} if `field` is Field.TEXT.

    `colour` is one of `paint.NAMES` or "#rrggbb". `lead` is the distance from the baseline above to its first one,
    `leading` that between its lines, per font size; `comfortable` the part of the largest size below which a remark is
    made. `compact` as in `Room`: the nearer to 1, the sooner a text takes a line more rather than shrink.
    """

    field: Field = Field.TEXT
    max_size: float = 12
    min_size: float = 7
    weight: Weight = Weight.REGULAR
    colour: str = AUTO
    lines: int = 1
    lead: float = 1.35
    leading: float = 1.3
    comfortable: float = 0.7
    compact: float = 0.8
    capitals: bool = False
    text: Said = Said()
    show_if: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class Stack:
    """Texts one below the other, in a column. What is empty leaves no gap; if all do not fit, all become smaller.

    At the top, ink hangs from the upper edge; at the bottom, the last baseline stands on the lower one. `turn` turns
    the texts within the box, whose place and size are those on the badge.
    """

    x: float
    y: float
    width: float
    height: float
    texts: tuple[TextBox, ...]
    align: Align = Align.LEFT
    vertical: Vertical = Vertical.TOP
    turn: Turn = Turn.NONE
    show_if: tuple[Condition, ...] = ()

    @cached_property
    def upright(self) -> tuple[float, float]:
        """Width and height for the texts before they are turned, in points."""
        width, height = self.width * POINTS_PER_MM, self.height * POINTS_PER_MM
        return (height, width) if self.turn in {Turn.RIGHT, Turn.LEFT} else (width, height)

    @cached_property
    def rooms(self) -> tuple[Room, ...]:
        """What each text may take at most, in points."""
        width, height = self.upright
        return tuple(
            Room(width, height, box.max_size, box.min_size, box.lines, box.leading, box.compact, READABLE)
            for box in self.texts
        )


@dataclass(frozen=True)
class CodeBox:
    """The QR code with edges of `size`, four modules of white around it, and its digits below it or at its right.

    `align` is where digits below it stand: flush with an edge of it, or centred.
    """

    x: float
    y: float
    size: float
    digits: Digits = Digits.BELOW
    digit_size: float = 8
    align: Align = Align.CENTRE
    show_if: tuple[Condition, ...] = ()

    @property
    def quiet(self) -> float:
        """The width of the white that must surround the code."""
        return self.size / MODULES * QUIET


@dataclass(frozen=True)
class Panel:
    """A filled rectangle, with one text in it perhaps: a band in the colour of the role, the ground of a badge.

    `padding` is the white at the left and right of its text, `radius` that of its corners.
    """

    x: float
    y: float
    width: float
    height: float
    colour: str = "role"
    radius: float = 0
    text: TextBox | None = None
    padding: float = 0
    align: Align = Align.LEFT
    turn: Turn = Turn.NONE
    show_if: tuple[Condition, ...] = ()

    @cached_property
    def stack(self) -> Stack | None:
        """The text as a stack in the middle of the panel."""
        if self.text is None:
            return None
        across = self.turn in {Turn.NONE, Turn.OVER}
        wide, high = (self.padding, 0.0) if across else (0.0, self.padding)
        return Stack(
            x=self.x + wide,
            y=self.y + high,
            width=self.width - 2 * wide,
            height=self.height - 2 * high,
            texts=(self.text,),
            align=self.align,
            vertical=Vertical.MIDDLE,
            turn=self.turn,
        )


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the event, as large as fits; the logo is called "logo"."""

    x: float
    y: float
    width: float
    height: float
    name: str = LOGO
    align: Align = Align.CENTRE
    vertical: Vertical = Vertical.MIDDLE
    show_if: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """The person's own day: a row for each appointment, with its time, its title and its place below."""

    x: float
    y: float
    width: float
    height: float
    max_size: float = 11
    min_size: float = 7
    lines: int = 2
    show_if: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A line to the right, or downwards if `upright`; `thickness` in points."""

    x: float
    y: float
    length: float
    thickness: float = 0.5
    upright: bool = False
    colour: str = "line"
    show_if: tuple[Condition, ...] = ()


Box = Stack | CodeBox | Panel | Picture | Programme | Rule


@dataclass(frozen=True)
class Template:
    """One badge. Boxes are drawn in this order; a badge without `back` has one side."""

    name: str
    title: Said
    width: float
    height: float
    front: tuple[Box, ...]
    back: tuple[Box, ...] = ()

    def side(self, side: Side) -> tuple[Box, ...]:
        """Return what stands on a side."""
        return self.front if side is Side.FRONT else self.back

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that have something on them."""
        return (Side.FRONT, Side.BACK) if self.back else (Side.FRONT,)

    @property
    def pictures(self) -> frozenset[str]:
        """The names of the pictures it wants."""
        return frozenset(box.name for side in self.sides for box in self.side(side) if isinstance(box, Picture))
