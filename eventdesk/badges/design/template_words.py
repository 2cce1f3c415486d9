"""Sentences about templates: what is wrong in a file and where, what its author should know."""

from collections.abc import Mapping
from typing import assert_never

from eventdesk.badges.design.examples import Example
from eventdesk.badges.design.template_check import Hint, HintKind
from eventdesk.badges.design.toml_cells import Expected, FileProblem
from eventdesk.words import Words, mark

EXAMPLES: Mapping[Example, str] = {
    Example.TYPICAL: mark("Typical name"),
    Example.LONGEST: mark("Longest name"),
    Example.SCRIPT: mark("Other script"),
}


def problem(words: Words, found: FileProblem) -> str:
    """Return the sentence for one wrong place of a file."""
    expected = expectation(words, found.expected, found.args)
    if not found.key:
        return words.t(
            "{file}, line {line}: “{value}”. Expected: {expected}.",
            file=found.file, line=found.line, value=found.value, expected=expected,
        )  # fmt: skip
    if found.expected is Expected.KEY:
        return words.t("{file}, line {line}, “{key}” is missing.", file=found.file, line=found.line, key=found.key)
    if not found.value:
        return words.t(
            "{file}, line {line}, “{key}”. Expected: {expected}.",
            file=found.file, line=found.line, key=found.key, expected=expected,
        )  # fmt: skip
    return words.t(
        "{file}, line {line}, “{key}”: “{value}” does not fit. Expected: {expected}.",
        file=found.file, line=found.line, key=found.key, value=found.value, expected=expected,
    )  # fmt: skip


def expectation(words: Words, expected: Expected, args: tuple[str, ...] = ()) -> str:
    """Return what a file should have held, as the end of a sentence that begins with "expected:"."""
    return _of_a_value(words, expected, args) or _of_a_badge(words, expected, args)


def hint(words: Words, found: Hint) -> str:
    """Return the sentence for something that the author of a template should know."""
    match found.kind:
        case HintKind.SMALL_CODE:
            return words.t(
                "The code is {size} mm wide. That is small: try it with your scanner before you print many.",
                size=f"{found.size:g}",
            )
        case HintKind.NO_CODE:
            return words.t("There is no code on this badge: it cannot be scanned.")
        case HintKind.NO_NAME:
            return words.t("There is no name on this badge.")
        case _:
            assert_never(found.kind)


def _of_a_value(words: Words, expected: Expected, args: tuple[str, ...]) -> str:  # noqa: C901, PLR0911, PLR0912 - a case for each
    match expected:
        case Expected.TOML:
            return words.t("a name, =, and a value; words in quotes")
        case Expected.KEY:
            return words.t("a value for this name")
        case Expected.KNOWN_KEY:
            return words.t("one of these names: {names}", names=args[0])
        case Expected.TABLE:
            return words.t("names and values in braces")
        case Expected.TABLES:
            return words.t("a list with at least one item in braces, and not more than 200")
        case Expected.TEXT:
            return words.t("words in quotes, on one line, at most {count} letters", count=args[0])
        case Expected.NAME:
            return words.t("a name of small letters, digits and hyphens, like a6-classic")
        case Expected.WORDS:
            return words.t("words in quotes, or both languages in braces, like {example}", example=_EXAMPLE)
        case Expected.NUMBER:
            return words.t("a number from {low} to {high}", low=args[0], high=args[1])
        case Expected.WHOLE:
            return words.t("a whole number from {low} to {high}", low=args[0], high=args[1])
        case Expected.YES_NO:
            return words.t("true or false")
        case Expected.CHOICE:
            return words.t("one of these: {choices}", choices=args[0])
        case Expected.COLOUR:
            return words.t("a colour like #14213d, or one of these: {choices}", choices=args[0])
        case Expected.CONDITION:
            return words.t(
                "a condition like “has native_name” or “not role = press | guest”; you may ask for: {choices}",
                choices=args[0],
            )
        case Expected.PLACEHOLDER:
            return words.t("in braces only: {names}", names=args[0])
        case _:
            return ""


def _of_a_badge(words: Words, expected: Expected, args: tuple[str, ...]) -> str:
    match expected:
        case Expected.FIELD_OR_TEXT:
            return words.t("either a field or a text")
        case Expected.NOT_CAPITALS:
            return words.t("false, because capitals change names")
        case Expected.AT_MOST:
            return words.t("not more than “{key}”", key=args[0])
        case Expected.INSIDE:
            return words.t("nothing beyond the badge, which is {width} × {height} mm", width=args[0], height=args[1])
        case Expected.CODE_SIZE:
            return words.t("at least {size} mm, so that every scanner reads the code", size=args[0])
        case Expected.WHITE:
            return words.t("{size} mm of white around the code and room for its digits, all on the badge", size=args[0])
        case Expected.UNCOVERED:
            return words.t("nothing in the {size} mm of white around the code", size=args[0])
        case _:
            return ""


_EXAMPLE = '{ de = "Mein Tag", en = "My day" }'
