"""Puts what stands beside each other below each other where there is little room."""

from PySide6.QtWidgets import QBoxLayout


def turn(*rows: QBoxLayout, narrow: bool) -> None:
    """Let rows be columns in a narrow place, and rows again in a wide one."""
    for row in rows:
        row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
