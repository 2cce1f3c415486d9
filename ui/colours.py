"""The named colours of the window, light and dark, and which text stands on which ground. Knows no Qt."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Colours:
    """One set of colours, as hexadecimal text. `on_x` is the text that stands on `x`."""

    text: str
    muted: str
    paper: str
    card: str
    line: str
    edge: str
    soft: str
    accent: str
    strong: str
    on_strong: str
    rail: str
    rail_current: str
    on_rail: str
    field_line: str
    placeholder: str
    track: str
    bar: str
    hover: str
    mark: str
    focus: str
    saved: str
    on_saved: str
    warning: str
    on_warning: str
    danger: str
    note: str
    on_note: str
    welcome: str = "#1b7f3b"
    attention: str = "#b45309"
    refused: str = "#b3261e"
    help: str = "#5b2a86"
    leave: str = "#1d4f91"
    free: str = "#0b6a86"
    neutral: str = "#475467"
    on_verdict: str = "#ffffff"
    dot_welcome: str = "#1f9d4c"
    dot_attention: str = "#e08600"
    dot_refused: str = "#d9453c"
    dot_help: str = "#8a4fc0"
    dot_leave: str = "#3a78c9"
    dot_free: str = "#1793b5"


LIGHT = Colours(
    text="#14213d",
    muted="#5c677d",
    paper="#f3f4f6",
    card="#ffffff",
    line="#dde1ea",
    edge="#8390a7",
    soft="#eceff5",
    accent="#ffb703",
    strong="#14213d",
    on_strong="#ffffff",
    rail="#14213d",
    rail_current="#253660",
    on_rail="#d6deef",
    field_line="#14213d",
    placeholder="#667085",
    track="#e2e7f1",
    bar="#7f92be",
    hover="#f0f3f9",
    mark="#ffe9a8",
    focus="#2f6fed",
    saved="#e3f4e8",
    on_saved="#14602d",
    warning="#fdf0d5",
    on_warning="#7a3b06",
    danger="#b3261e",
    note="#fff3d6",
    on_note="#5a3d00",
)

DARK = Colours(
    text="#e9edf6",
    muted="#a3afc4",
    paper="#10151f",
    card="#19202d",
    line="#2c3648",
    edge="#6b7890",
    soft="#242d3d",
    accent="#ffb703",
    strong="#dbe4f8",
    on_strong="#14213d",
    rail="#0b0f18",
    rail_current="#1f2c4a",
    on_rail="#c6d0e4",
    field_line="#c6d0e4",
    placeholder="#94a1b8",
    track="#2c3648",
    bar="#6c81ad",
    hover="#222b3b",
    mark="#6b5310",
    focus="#7aa5ff",
    saved="#173a25",
    on_saved="#9be3b3",
    warning="#453012",
    on_warning="#ffd28a",
    danger="#ff9c94",
    note="#fff3d6",
    on_note="#5a3d00",
    dot_welcome="#3fbf6f",
)

VERDICT_GROUNDS = ("welcome", "attention", "refused", "help", "leave", "free", "neutral")
TEXT_ON = (
    ("text", ("paper", "card", "soft", "hover", "mark")),
    ("muted", ("paper", "card", "hover")),
    ("placeholder", ("card",)),
    ("danger", ("card", "paper")),
    ("on_strong", ("strong",)),
    ("on_rail", ("rail", "rail_current")),
    ("on_saved", ("saved",)),
    ("on_warning", ("warning",)),
    ("on_note", ("note",)),
    ("on_verdict", VERDICT_GROUNDS),
    *((ground, ("on_verdict",)) for ground in VERDICT_GROUNDS),
)
"""Which text stands on which ground anywhere in the window."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.1 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
