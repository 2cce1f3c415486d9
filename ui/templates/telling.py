"""What boxes, properties and choices are called, and what is said about them."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any

from eventdesk.badges.badge import BadgeReport, Field, Remark
from eventdesk.badges.design.template import (
    Box,
    CodeBox,
    Condition,
    Digits,
    Panel,
    Picture,
    Rule,
    Side,
    Stack,
    TextBox,
    Turn,
    Vertical,
)
from eventdesk.badges.design.template_check import Finding, texts_of
from eventdesk.badges.design.template_words import expectation
from eventdesk.drawing.fitting import Align
from eventdesk.drawing.fonts import Weight
from eventdesk.words import Words, mark
from ui.templates.shapes import Kind, kind_of

KINDS: Mapping[Kind, str] = {
    Kind.TEXT: mark("Text"),
    Kind.CODE: mark("Code"),
    Kind.PANEL: mark("Coloured area"),
    Kind.PICTURE: mark("Picture"),
    Kind.PROGRAMME: mark("Own programme"),
    Kind.LINE: mark("Drawn line"),
}
KEYS: Mapping[str, str] = {
    "name": mark("Short name"),
    "title": mark("Name of the template"),
    "x": mark("From the left"),
    "y": mark("From the top"),
    "width": mark("Width"),
    "height": mark("Height"),
    "size": mark("Edge of the code"),
    "length": mark("Length"),
    "thickness": mark("Thickness"),
    "upright": mark("Upright"),
    "align": mark("Aligned"),
    "vertical": mark("Stands in its box"),
    "turn": mark("Turned"),
    "digits": mark("Digits"),
    "digit_size": mark("Size of the digits"),
    "colour": mark("Colour"),
    "radius": mark("Round corners"),
    "padding": mark("Room at the sides"),
    "field": mark("Shows"),
    "text": mark("Own words"),
    "max_size": mark("Largest size"),
    "min_size": mark("Smallest size"),
    "weight": mark("Strength of the letters"),
    "lines": mark("Lines at most"),
    "lead": mark("Distance above"),
    "leading": mark("Distance of lines"),
    "comfortable": mark("Remark below"),
    "compact": mark("Rather wrap"),
    "capitals": mark("In capitals"),
    "show_if": mark("Shown"),
}
UNITS: Mapping[str, str] = {
    **dict.fromkeys(("x", "y", "width", "height", "size", "length", "radius", "padding"), "mm"),
    **dict.fromkeys(("max_size", "min_size", "digit_size", "thickness"), "pt"),
    **dict.fromkeys(("lead", "leading", "comfortable", "compact"), "×"),
}
FIELDS: Mapping[Field, str] = {
    Field.EVENT_TITLE: mark("Title of the event"),
    Field.EVENT_LINE: mark("Place and day"),
    Field.TITLE: mark("Title"),
    Field.GIVEN_NAME: mark("Given name"),
    Field.FAMILY_NAME: mark("Family name"),
    Field.NAME: mark("Whole name"),
    Field.NATIVE_NAME: mark("Name in own script"),
    Field.ORGANISATION: mark("Organisation"),
    Field.POSITION: mark("Position"),
    Field.PRONOUN: mark("Pronoun"),
    Field.FIRST_PLACE: mark("First place to go to"),
    Field.OTHER_PLACES: mark("Other places to go to"),
    Field.STAND: mark("Own stand"),
    Field.PANELS: mark("Sessions"),
    Field.TABLE: mark("Own table"),
    Field.LANGUAGES: mark("Languages"),
    Field.ROLE: mark("Role"),
    Field.SECTOR: mark("Sector"),
    Field.CODE: mark("Badge code"),
    Field.DIGITS: mark("Code in fours"),
    Field.BOX: mark("Box and number"),
    Field.PROGRAMME: mark("Own programme"),
    Field.TEXT: mark("Own words"),
}
CHOICES: Mapping[Enum, str] = {
    Align.LEFT: mark("at the left"),
    Align.CENTRE: mark("in the middle"),
    Align.RIGHT: mark("at the right"),
    Vertical.TOP: mark("at the top"),
    Vertical.MIDDLE: mark("in the middle"),
    Vertical.BOTTOM: mark("at the bottom"),
    Turn.NONE: mark("not at all"),
    Turn.RIGHT: mark("to the right"),
    Turn.OVER: mark("upside down"),
    Turn.LEFT: mark("to the left"),
    Digits.BELOW: mark("below the code"),
    Digits.RIGHT: mark("beside the code"),
    Digits.NONE: mark("no digits"),
    Weight.REGULAR: mark("regular"),
    Weight.SEMIBOLD: mark("semibold"),
    Weight.BOLD: mark("bold"),
}
COLOURS: Mapping[str, str] = {
    "auto": mark("dark or white, as can be read"),
    "ink": mark("dark"),
    "muted": mark("grey"),
    "white": mark("white"),
    "line": mark("pale grey"),
    "accent": mark("colour of the event"),
    "role": mark("colour of the role"),
    "sector": mark("colour of the sector"),
}
SIDES: Mapping[Side, str] = {Side.FRONT: mark("Front side"), Side.BACK: mark("Back side")}
WHERE = "where"


def choice_text(words: Words, value: Any) -> str:
    """Return what one of several values is called."""
    if isinstance(value, Field):
        return words.t(FIELDS[value])
    return words.t(CHOICES[value])


def subject_text(words: Words, subject: str) -> str:
    """Return what a condition asks for."""
    return words.t("Any place to go to") if subject == WHERE else words.t(FIELDS[Field(subject)])


def text_name(words: Words, text: TextBox) -> str:
    """Return what a text shows: a field, or the beginning of its own words."""
    if text.field is not Field.TEXT:
        return words.t(FIELDS[text.field])
    return f"“{text.text.text(words.language)}”"


def box_name(words: Words, box: Box) -> str:
    """Return what a box is called in the list."""
    kind, inside = words.t(KINDS[kind_of(box)]), _inside(words, box)
    if isinstance(box, Stack):
        return inside
    return f"{kind}: {inside}" if inside else kind


def _inside(words: Words, box: Box) -> str:
    match box:
        case Stack() | Panel() if texts_of(box):
            return ", ".join(text_name(words, text) for text in texts_of(box))
        case Panel() | Rule():
            return words.t(COLOURS[box.colour]) if box.colour in COLOURS else box.colour
        case Picture():
            return words.t("Logo") if box.name == "logo" else box.name
        case _:
            return ""


def place_text(words: Words, box: Box) -> str:
    """Return where a box is and how large, in millimetres."""
    match box:
        case CodeBox():
            size = (box.size, box.size)
        case Rule():
            size = (0.0, box.length) if box.upright else (box.length, 0.0)
        case _:
            size = (box.width, box.height)
    numbers = {"x": f"{box.x:g}", "y": f"{box.y:g}", "width": f"{size[0]:g}", "height": f"{size[1]:g}"}
    return words.t("{width} × {height} mm, {x} mm from the left, {y} mm from the top", **numbers)


def refusal(words: Words, finding: Finding) -> str:
    """Return why a change was not made."""
    return words.t("Not possible. The rule: {rule}.", rule=expectation(words, finding.expected, finding.args))


def condition_text(words: Words, condition: Condition) -> str:
    """Return one condition in plain words."""
    subject, values = subject_text(words, condition.subject), ", ".join(condition.values)
    if condition.values:
        said = mark("if {subject} is not: {values}") if condition.negated else mark("if {subject} is: {values}")
        return words.t(said, subject=subject, values=values)
    return words.t(
        mark("if there is no: {subject}") if condition.negated else mark("if there is: {subject}"), subject=subject
    )


def conditions_text(words: Words, conditions: Sequence[Condition]) -> str:
    """Return when something is shown."""
    if not conditions:
        return words.t("always")
    *first, last = [condition_text(words, each) for each in conditions]
    return words.t("{these}, and {this}", these=", ".join(first), this=last) if first else last


def remark_texts(words: Words, report: BadgeReport, first: int) -> Iterator[str]:
    """Yield a sentence for each text that needs a look, those of one person first, the worst first, nothing twice."""
    told: set[tuple[int, Field]] = set()
    remarks = (*report.missing_glyphs, *report.overflow, *report.shrunk)
    for each in sorted(remarks, key=lambda remark: remark.person != first):
        if (each.person, each.field) not in told:
            told.add((each.person, each.field))
            yield _remark(words, each)


def _remark(words: Words, remark: Remark) -> str:
    name, text = remark.name or words.t(FIELDS[remark.field]), remark.text
    if remark.clusters:
        letters = " ".join(remark.clusters)
        return words.t(
            "{name}: “{text}” has letters that no font has ({letters}); the badge shows Latin letters.",
            name=name, text=text, letters=letters,
        )  # fmt: skip
    if remark.cut or remark.abbreviated:
        return words.t(
            "{name}: “{text}” is too long for a badge, which shows “{shown}”.", name=name, text=text, shown=remark.shown
        )
    return words.t("{name}: “{text}” had to become small ({size} pt).", name=name, text=text, size=f"{remark.size:.0f}")
