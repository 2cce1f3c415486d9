"""Puts what stands beside each other below each other where there is little room."""

from PySide6.QtWidgets import QBoxLayout

from ui.look import Look

ROOM_BESIDE = 640
"""So many pixels (at 100 %) a row of buttons or two cards need."""


def is_narrow(look: Look, width: int) -> bool:
    """Say whether there is little room."""
    return width < ROOM_BESIDE * look.theme.scale


def turn(look: Look, width: int, *rows: QBoxLayout) -> None:
    """Let rows be columns in a narrow place."""
    narrow = is_narrow(look, width)
    for row in rows:
        row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
