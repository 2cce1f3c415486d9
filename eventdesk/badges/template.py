"""How a badge is laid out: what stands where, how large, in which colour.

All lengths are millimetres from the top left. A template is data: another size or design is another value of these
types, drawn by the same code.
"""

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from eventdesk.badges.badge import Field
from eventdesk.drawing.fitting import Room
from eventdesk.drawing.fonts import Weight

POINTS_PER_MM = 72 / 25.4
READABLE = 6.0
"""The size in points below which nobody can read a badge: what would be smaller is cut at its end."""


class Tint(Enum):
    """What a text is coloured with."""

    INK = "ink"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class TextBox:
    """One text. Sizes in points.

    `lead` is the distance from the baseline above to its first one, per font size; `comfortable` the part of the
    largest size below which a remark is made. `compact` as in `Room`: the nearer to 1, the sooner a text takes a line
    more rather than shrink.
    """

    field: Field
    max_size: float
    min_size: float
    weight: Weight = Weight.REGULAR
    tint: Tint = Tint.INK
    lines: int = 1
    lead: float = 1.35
    leading: float = 1.3
    comfortable: float = 0.7
    compact: float = 0.8


@dataclass(frozen=True)
class Stack:
    """Texts one below the other, in a column. What is empty leaves no gap; if all do not fit, all become smaller.

    `hangs`: the first line stands at the top and room is left below. Otherwise the last baseline stands at the foot.
    """

    x: float
    y: float
    width: float
    height: float
    boxes: tuple[TextBox, ...]
    hangs: bool = True

    @cached_property
    def rooms(self) -> tuple[Room, ...]:
        """What each box may take at most, in points."""
        width, height = self.width * POINTS_PER_MM, self.height * POINTS_PER_MM
        return tuple(
            Room(width, height, box.max_size, box.min_size, box.lines, box.leading, box.compact, READABLE)
            for box in self.boxes
        )


@dataclass(frozen=True, slots=True)
class CodeBox:
    """The QR code with `size` edge, and its digits below: `baseline` and font size of them, flush right with it."""

    x: float
    y: float
    size: float
    baseline: float
    digits: float


@dataclass(frozen=True, slots=True)
class Band:
    """The band in the colour of the role, over the full width, with the word for the role in it."""

    y: float
    height: float
    x: float
    width: float
    box: TextBox


@dataclass(frozen=True, slots=True)
class Template:
    """One badge. `shared` texts are the same on every badge of an event and are written into the file once."""

    name: str
    width: float
    height: float
    shared: tuple[Stack, ...]
    stacks: tuple[Stack, ...]
    code: CodeBox
    band: Band


A6 = Template(
    name="a6",
    width=105,
    height=148,
    shared=(
        Stack(
            x=8,
            y=7.5,
            width=89,
            height=17,
            boxes=(
                TextBox(Field.EVENT_TITLE, 12, 7, Weight.SEMIBOLD, lines=2, leading=1.2),
                TextBox(Field.EVENT_LINE, 12, 7, tint=Tint.MUTED, lines=2, leading=1.2),
            ),
        ),
    ),
    stacks=(
        Stack(
            x=8,
            y=28.5,
            width=89,
            height=62,
            boxes=(
                TextBox(Field.TITLE, 15, 9, tint=Tint.MUTED, lines=2, leading=1.2),
                TextBox(Field.GIVEN_NAME, 46, 16, Weight.BOLD, lines=2, lead=1.0, leading=1.04),
                TextBox(Field.FAMILY_NAME, 34, 11, Weight.SEMIBOLD, lines=2, lead=1.12, leading=1.1),
                TextBox(Field.NATIVE_NAME, 22, 12, Weight.SEMIBOLD, lines=2, lead=1.6, leading=1.2),
                TextBox(Field.ORGANISATION, 16, 9, lines=3, lead=2.05, leading=1.28, compact=0.95),
            ),
        ),
        Stack(
            x=8,
            y=94,
            width=54,
            height=35.5,
            hangs=False,
            boxes=(
                TextBox(Field.FIRST_PLACE, 12, 8, Weight.SEMIBOLD, lines=2, leading=1.25),
                TextBox(Field.OTHER_PLACES, 12, 8, lines=2, lead=1.5, leading=1.25),
                TextBox(Field.LANGUAGES, 12, 8, lines=2, lead=1.5, leading=1.3),
            ),
        ),
    ),
    code=CodeBox(x=71.8, y=97.4, size=25.2, baseline=129.5, digits=8),
    band=Band(y=133.3, height=14.7, x=8, width=89, box=TextBox(Field.ROLE, 16, 9, Weight.BOLD)),
)
